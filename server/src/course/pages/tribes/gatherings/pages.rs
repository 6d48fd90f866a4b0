//! HTTP for when a tribe meets. Times are planned on the clocks of the community, and the page says which those are.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::{
        pages::tribes::pages::{after, found},
        tribes::{self, Gathering, Plan, Standing, Tribe, rules},
    },
    ids::{RowId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        local_time::LocalTime,
        web::{
            Path,
            forms::{Errors, Field, Typed, field},
        },
    },
    site::{self, Page, Visitor},
};

/// How long one lasts unless somebody says otherwise, in minutes.
const MINUTES: &str = "60";

/// What is typed into the form.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct PlanForm {
    title: String,
    starts: String,
    minutes: String,
    place: String,
    /// When the version was saved that the form was filled with.
    edited: String,
}

impl PlanForm {
    fn check(&self) -> Result<Plan, Errors> {
        let mut errors = Errors::default();
        let title = errors.take("title", rules::name(&self.title));
        let starts = errors.take("starts", self.starts.parse::<LocalTime>());
        let minutes = errors.take("minutes", rules::minutes(&self.minutes));
        let place = errors.take("place", rules::line(&self.place, rules::LONGEST_PLACE));
        match (title, starts, minutes, place) {
            (Some(title), Some(starts), Some(minutes), Some(place)) => Ok(Plan { title, starts, minutes, place }),
            _ => Err(errors),
        }
    }
}

#[derive(Template)]
#[template(path = "course/pages/tribes/gatherings/form.html")]
struct PlanPage {
    p: Page,
    tribe: Tribe,
    /// The one that is changed; none for a new one.
    it: Option<Gathering>,
    f: PlanForm,
    zone: String,
    errors: Errors,
    wrong: Vec<Field>,
    action: String,
}

async fn form_page(
    app: &App,
    visitor: &Visitor,
    tribe: Tribe,
    it: Option<Gathering>,
    f: PlanForm,
    errors: Errors,
) -> anyhow::Result<PlanPage> {
    const FIELDS: [Field; 4] = [
        field("title", "title", "gathering-title"),
        field("starts", "starts", "gathering-starts"),
        field("minutes", "minutes", "gathering-minutes"),
        field("place", "place", "gathering-place"),
    ];
    let title = visitor.words.say(if it.is_some() { "gathering-edit" } else { "gathering-plan" });
    let p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
    let below = it.as_ref().map_or_else(|| "new".into(), |it| format!("{}/edit", it.id));
    Ok(PlanPage {
        p,
        action: format!("{}gatherings/{below}", tribe.url()),
        tribe,
        zone: visitor.community.time_zone.clone(),
        it,
        f,
        wrong: errors.list(&FIELDS),
        errors,
    })
}

/// A tribe that this member is in.
async fn own(app: &App, visitor: &Visitor, slug: &str) -> Answer<(Tribe, Standing)> {
    let member = visitor.signed_in()?;
    let (tribe, me) = found(&mut app.db.read().await?, Some(&**member), slug).await?;
    if me.is_in() { Ok((tribe, me)) } else { Err(Failure::NotFound) }
}

/// A gathering that this member may change: whoever planned it may, and whoever leads.
async fn changeable(app: &App, visitor: &Visitor, slug: &str, id: RowId) -> Answer<(Tribe, Gathering)> {
    let (tribe, me) = own(app, visitor, slug).await?;
    let it = tribes::gathering(&mut app.db.read().await?, tribe.id, id).await?.ok_or(Failure::NotFound)?;
    let is_theirs = me.leads() || it.made_by == visitor.id();
    if is_theirs && it.cancelled_at.is_none() { Ok((tribe, it)) } else { Err(Failure::NotFound) }
}

/// `GET /tribes/{slug}/gatherings/new`: the form of a new one.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Path(slug): Path<String>) -> Answer {
    let (tribe, _) = own(&app, &visitor, &slug).await?;
    let f = PlanForm { minutes: MINUTES.into(), ..PlanForm::default() };
    site::show(&form_page(&app, &visitor, tribe, None, f, Errors::default()).await?)
}

/// `POST /tribes/{slug}/gatherings/new`: plans one.
pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Typed(f): Typed<PlanForm>,
) -> Answer {
    let (tribe, _) = own(&app, &visitor, &slug).await?;
    let member = visitor.signed_in()?.id;
    let errors = match f.check() {
        Ok(_) if app.limits.writing.take(&member.0).is_err() => Errors::of("form", "error-too-many-text"),
        Ok(plan) if plan.starts.moment(&visitor.community.zone()) < app.now() => {
            Errors::of("starts", "gathering-starts-past")
        }
        Ok(plan) => {
            let zone = &visitor.community.time_zone;
            app.db.always(async |tx| tribes::plan(tx, &tribe, member, zone, &plan).await).await?;
            return Ok(after(&tribe, "", "planned"));
        }
        Err(errors) => errors,
    };
    site::refused(&form_page(&app, &visitor, tribe, None, f, errors).await?)
}

/// `GET /tribes/{slug}/gatherings/{id}/edit`: the form, filled in.
pub async fn edit_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, RowId)>,
) -> Answer {
    let (tribe, it) = changeable(&app, &visitor, &slug, id).await?;
    let f = PlanForm {
        title: it.title.clone(),
        // In the zone of the community as it is now, in which it is saved.
        starts: LocalTime::of(it.starts_at, &visitor.community.zone()).to_string(),
        minutes: it.minutes.to_string(),
        place: it.place.clone(),
        edited: it.edited_at.0.to_string(),
    };
    site::show(&form_page(&app, &visitor, tribe, Some(it), f, Errors::default()).await?)
}

/// `POST /tribes/{slug}/gatherings/{id}/edit`: plans it otherwise.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, RowId)>,
    Typed(mut f): Typed<PlanForm>,
) -> Answer {
    let (tribe, it) = changeable(&app, &visitor, &slug, id).await?;
    let errors = match f.check() {
        Ok(plan) => {
            let seen = Timestamp(f.edited.parse().unwrap_or_default());
            let zone = &visitor.community.time_zone;
            if app.db.always(async |tx| tribes::replan(tx, &it, seen, zone, &plan).await).await? {
                return Ok(after(&tribe, "", "planned"));
            }
            f.edited = changeable(&app, &visitor, &slug, id).await?.1.edited_at.0.to_string();
            Errors::of("form", "gathering-moved-on")
        }
        Err(errors) => errors,
    };
    site::refused(&form_page(&app, &visitor, tribe, Some(it), f, errors).await?)
}

/// `POST /tribes/{slug}/gatherings/{id}/cancel`: it does not take place, and the list says so.
pub async fn cancel(State(app): State<Arc<App>>, visitor: Visitor, Path((slug, id)): Path<(String, RowId)>) -> Answer {
    let (tribe, it) = changeable(&app, &visitor, &slug, id).await?;
    app.db.always(async |tx| tribes::cancel(tx, &it).await).await?;
    Ok(after(&tribe, "", "cancelled"))
}
