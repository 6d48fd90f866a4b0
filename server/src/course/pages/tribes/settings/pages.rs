//! HTTP for founding a tribe, what it says of itself, its picture, closing it and ending it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Multipart, State};
use serde::Deserialize;

use crate::{
    course::{
        pages::tribes::pages::{Asked, LIST, after, found},
        tribes::{self, Door, Draft, Standing, Tribe, rules},
    },
    ids::Timestamp,
    kit::{
        app::App,
        blocking::run_blocking,
        error::{Answer, Failure},
        files::picture,
        i18n::Lang,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
            uploads::{is_too_large, read},
        },
    },
    site::{self, Page, Visitor},
};

/// The ending of a tribe's picture among the files: none by which a file is given to everybody who knows its name.
const ENDING: &str = "tribe";

/// What is typed into the form of a tribe.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct TribeForm {
    name: String,
    tagline: String,
    text: String,
    rules: String,
    language: String,
    door: String,
    places: String,
    /// When the version was saved that the form was filled with.
    edited: String,
}

impl TribeForm {
    fn of(tribe: &Tribe) -> Self {
        Self {
            name: tribe.name.clone(),
            tagline: tribe.tagline.clone(),
            text: tribe.source.clone(),
            rules: tribe.rules_source.clone(),
            language: tribe.language().tag().into(),
            door: tribe.door().word().into(),
            places: tribe.places.map(|places| places.to_string()).unwrap_or_default(),
            edited: tribe.edited_at.0.to_string(),
        }
    }

    fn check(&self) -> Result<Draft, Errors> {
        let mut errors = Errors::default();
        let name = errors.take("name", rules::name(&self.name));
        let tagline = errors.take("tagline", rules::line(&self.tagline, rules::LONGEST_TAGLINE));
        let source = errors.take("text", rules::text(&self.text));
        let rules = errors.take("rules", rules::text(&self.rules));
        let lang = errors.take("language", Lang::from_tag(&self.language).ok_or("field-choose"));
        let door = errors.take("door", self.door.parse::<Door>());
        let places = errors.take("places", rules::places(&self.places));
        match (name, tagline, source, rules, lang, door, places) {
            (Some(name), Some(tagline), Some(source), Some(rules), Some(lang), Some(door), Some(places)) => {
                Ok(Draft { name, tagline, source, rules, lang, door, places })
            }
            _ => Err(errors),
        }
    }
}

#[derive(Template)]
#[template(path = "course/pages/tribes/settings/form.html")]
struct FormPage {
    p: Page,
    f: TribeForm,
    /// The one that is changed; none for a new one.
    tribe: Option<Tribe>,
    me: Standing,
    errors: Errors,
    wrong: Vec<Field>,
    action: String,
    alt: String,
    megabytes: i64,
    done: Option<&'static str>,
}

impl FormPage {
    /// The languages it may be described in, by tag and name.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn languages(&self) -> [(&'static str, &'static str); 3] {
        Lang::ALL.map(|lang| (lang.tag(), lang.name()))
    }

    /// Whether something is wrong with the picture, which has a form of its own.
    fn is_about_picture(&self) -> bool {
        self.errors.get("picture").is_some() || self.errors.get("alt").is_some()
    }
}

async fn form_page(
    app: &App,
    visitor: &Visitor,
    tribe: Option<(Tribe, Standing)>,
    f: TribeForm,
    errors: Errors,
    done: Option<&'static str>,
) -> anyhow::Result<FormPage> {
    const FIELDS: [Field; 9] = [
        field("name", "name", "tribe-name"),
        field("tagline", "tagline", "tribe-tagline"),
        field("text", "text", "tribe-about"),
        field("rules", "rules", "tribe-rules"),
        field("language", "language", "language"),
        field("door", "door", "tribe-door"),
        field("places", "places", "tribe-places"),
        field("picture", "picture", "tribe-picture-new"),
        field("alt", "alt", "tribe-picture-alt"),
    ];
    let title = visitor.words.say(if tribe.is_some() { "tribe-edit" } else { "tribe-found" });
    let p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
    let (tribe, me) = tribe.map_or((None, Standing::default()), |(tribe, me)| (Some(tribe), me));
    Ok(FormPage {
        p,
        f,
        wrong: errors.list(&FIELDS),
        errors,
        action: tribe.as_ref().map_or_else(|| format!("{LIST}new"), |tribe| format!("{}edit", tribe.url())),
        alt: tribe.as_ref().map(|tribe| tribe.picture_alt.clone()).unwrap_or_default(),
        megabytes: i64::try_from(app.settings.upload_bytes / (1024 * 1024))?,
        tribe,
        me,
        done,
    })
}

/// `GET /tribes/new`: the form of a new tribe.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    visitor.signed_in()?;
    let f =
        TribeForm { language: visitor.words.lang.tag().into(), door: Door::Open.word().into(), ..TribeForm::default() };
    site::show(&form_page(&app, &visitor, None, f, Errors::default(), None).await?)
}

/// `POST /tribes/new`: founds a tribe, which its founder leads.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<TribeForm>) -> Answer {
    let member = visitor.signed_in()?.clone();
    let errors = match f.check() {
        Ok(_) if app.limits.writing.take(&member.id.0).is_err() => Errors::of("form", "error-too-many-text"),
        Ok(draft) => {
            let address = app.db.always(async |tx| tribes::found(tx, &member, &draft).await).await?;
            return Ok(see_other(&format!("{}?done=founded#done", tribes::url(&address))));
        }
        Err(errors) => errors,
    };
    site::refused(&form_page(&app, &visitor, None, f, errors, None).await?)
}

/// A tribe that this member may change.
async fn run(app: &App, visitor: &Visitor, slug: &str) -> Answer<(Tribe, Standing)> {
    let member = visitor.signed_in()?;
    let (tribe, me) = found(&mut app.db.read().await?, Some(&**member), slug).await?;
    if me.runs() { Ok((tribe, me)) } else { Err(Failure::NotFound) }
}

/// `GET /tribes/{slug}/edit`: the form, filled in.
pub async fn edit_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (tribe, me) = run(&app, &visitor, &slug).await?;
    let f = TribeForm::of(&tribe);
    let done = asked.done_key();
    site::unstored(site::show(&form_page(&app, &visitor, Some((tribe, me)), f, Errors::default(), done).await?))
}

/// `POST /tribes/{slug}/edit`: changes what it says of itself and who may come in.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Typed(mut f): Typed<TribeForm>,
) -> Answer {
    let (tribe, me) = run(&app, &visitor, &slug).await?;
    let member = visitor.signed_in()?.clone();
    let errors = match f.check() {
        // Whoever runs the community would put it out of their own sight, and everybody else's.
        Ok(draft) if draft.door == Door::Hidden && !me.leads() => Errors::of("door", "tribe-hide-not-yours"),
        Ok(draft) => {
            let seen = Timestamp(f.edited.parse().unwrap_or_default());
            let changed = app.db.change(async |tx| tribes::edit(tx, &member, &tribe, seen, &draft).await).await?;
            if changed.is_ok() {
                return Ok(after(&tribe, "", "saved"));
            }
            // Somebody else was here meanwhile: saving once more decides.
            f.edited = run(&app, &visitor, &slug).await?.0.edited_at.0.to_string();
            Errors::of("form", "tribe-moved-on")
        }
        Err(errors) => errors,
    };
    site::refused(&form_page(&app, &visitor, Some((tribe, me)), f, errors, None).await?)
}

/// A picture as it was sent: the file and what it shows.
struct Sent {
    file: Result<Option<String>, &'static str>,
    alt: String,
}

async fn take(app: &App, mut upload: Multipart) -> Answer<Sent> {
    let (mut bytes, mut alt, mut removes) = (Ok(None), String::new(), false);
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) if is_too_large(&error) => return Ok(Sent { file: Err("picture-too-large"), alt }),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        match part.name().unwrap_or_default().to_owned().as_str() {
            "picture" => {
                bytes = read(part, app.settings.upload_bytes).await?.map(Some).ok_or("picture-too-large");
            }
            "alt" => {
                let typed = read(part, 8 * rules::LONGEST_ALT).await?.unwrap_or_default();
                alt = String::from_utf8_lossy(&typed).into_owned();
            }
            "do" => removes = read(part, 100).await?.as_deref() == Some(b"remove"),
            _ => {}
        }
    }
    let file = match bytes {
        _ if removes => Ok(None),
        Err(key) => Err(key),
        Ok(bytes) => match bytes.filter(|bytes| !bytes.is_empty()) {
            None => Err("field-required"),
            Some(bytes) => match run_blocking(&app.image_permits, move || picture::portrait(&bytes)).await? {
                Ok((bytes, _)) => Ok(Some(app.files.keep(bytes, ENDING).await?)),
                Err(no) => Err(picture::key(no)),
            },
        },
    };
    Ok(Sent { file, alt })
}

/// `POST /tribes/{slug}/picture`: a picture with its description, or none again. Where there is one, the description alone
/// may be changed.
pub async fn set_picture(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    upload: Multipart,
) -> Answer {
    let (tribe, me) = run(&app, &visitor, &slug).await?;
    let member = visitor.signed_in()?.id;
    app.limits.uploads.take(&member.0)?;
    let Sent { file, alt } = take(&app, upload).await?;
    let file = match (file, &tribe.picture) {
        (Err("field-required"), Some(present)) => Ok(Some(present.clone())),
        (file, _) => file,
    };
    let mut errors = Errors::default();
    let file = errors.take("picture", file);
    let line = errors.take("alt", rules::line(&alt, rules::LONGEST_ALT));
    if let (Some(file), Some(line)) = (file, line) {
        let line = if file.is_some() { line } else { String::new() };
        app.db.always(async |tx| tribes::set_picture(tx, &tribe, file.as_deref(), &line).await).await?;
        return Ok(after(&tribe, "edit", "picture"));
    }
    let f = TribeForm::of(&tribe);
    let mut page = form_page(&app, &visitor, Some((tribe, me)), f, errors, None).await?;
    page.alt = alt;
    page.p.address = page.action.clone();
    site::refused(&page)
}

/// `POST /tribes/{slug}/close`: nobody comes in any more.
pub async fn close(State(app): State<Arc<App>>, visitor: Visitor, Path(slug): Path<String>) -> Answer {
    let (tribe, _) = run(&app, &visitor, &slug).await?;
    let member = visitor.signed_in()?;
    app.db.always(async |tx| tribes::close(tx, member, &tribe).await).await?;
    Ok(after(&tribe, "edit", "closed"))
}

/// `POST /tribes/{slug}/reopen`: people may come in again.
pub async fn reopen(State(app): State<Arc<App>>, visitor: Visitor, Path(slug): Path<String>) -> Answer {
    let (tribe, _) = run(&app, &visitor, &slug).await?;
    let member = visitor.signed_in()?;
    app.db.always(async |tx| tribes::reopen(tx, member, &tribe).await).await?;
    Ok(after(&tribe, "edit", "reopened"))
}

#[derive(Template)]
#[template(path = "course/pages/tribes/settings/end.html")]
struct EndPage {
    p: Page,
    tribe: Tribe,
}

/// `GET /tribes/{slug}/end`: asks whether a tribe is really to go for good.
pub async fn end_form(State(app): State<Arc<App>>, visitor: Visitor, Path(slug): Path<String>) -> Answer {
    let (tribe, _) = run(&app, &visitor, &slug).await?;
    let title = visitor.words.with("tribe-end-of", "name", tribe.name.as_str());
    let p = Page::new(&mut app.db.read().await?, &visitor, title).await?.private();
    site::show(&EndPage { p, tribe })
}

/// `POST /tribes/{slug}/end`: ends a tribe for good.
pub async fn end(State(app): State<Arc<App>>, visitor: Visitor, Path(slug): Path<String>) -> Answer {
    let (tribe, _) = run(&app, &visitor, &slug).await?;
    let member = visitor.signed_in()?;
    app.db.always(async |tx| tribes::end(tx, Some(member), &tribe).await).await?;
    Ok(see_other(&format!("{LIST}?done=ended#done")))
}
