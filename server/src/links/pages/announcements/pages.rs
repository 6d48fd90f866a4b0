//! HTTP for announcements.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::{
    ids::{ConversationId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        i18n::Lang,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            onwards, see_other,
        },
    },
    links::announcements::{self, Announcement, Draft, Figures, rules},
    people::audit,
    site::{self, Page, Visitor},
};

/// The address of the list.
const LIST: &str = "/manage/announcements/";
/// So many the list goes through.
const MOST: i64 = 200;
/// So long one stands there unless its author says otherwise.
const DAYS: i64 = 7;

#[derive(Template)]
#[template(path = "links/pages/announcements/announcement.html")]
struct Shown {
    p: Page,
    it: Announcement,
}

/// `GET /announcements/{id}/`: an announcement, for those it is for. Whoever reads it need not be told of it any more.
pub async fn announcement(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let it = announcements::for_reader(&mut conn, member, id).await?.ok_or(Failure::NotFound)?;
    if announcements::is_new(&mut conn, member, id).await? {
        drop(conn);
        app.db.always(async |tx| announcements::see(tx, member, id).await).await?;
        conn = app.db.read().await?;
    }
    let p = Page::new(&mut conn, &visitor, it.title.clone()).await?.private();
    site::unstored(site::show(&Shown { p, it }))
}

/// What the button of a banner says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DismissForm {
    next: String,
}

/// `POST /announcements/{id}/dismiss`: one does not want it at the top of every page any more.
pub async fn dismiss(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Typed(form): Typed<DismissForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| announcements::dismiss(tx, member, id).await).await?;
    Ok(onwards(&form.next, "/"))
}

#[derive(Template)]
#[template(path = "links/pages/announcements/list.html")]
struct List {
    p: Page,
    all: Vec<Announcement>,
    done: Option<&'static str>,
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Asked {
    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "published" => Some("announcement-published"),
            "saved" => Some("announcement-saved"),
            "withdrawn" => Some("announcement-withdrawn"),
            _ => None,
        }
    }
}

/// `GET /manage/announcements/`: all of them, and how it stands with each.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let all = announcements::all(&mut conn, MOST).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("announcements")).await?.private();
    site::unstored(site::show(&List { p, all, done: asked.key() }))
}

#[derive(Template)]
#[template(path = "links/pages/announcements/form.html")]
struct Edit {
    p: Page,
    f: Form,
    /// The one that is changed; none for a new one.
    it: Option<Announcement>,
    errors: Errors,
    wrong: Vec<Field>,
    action: String,
}

impl Edit {
    /// The languages it may be written in, by tag and name.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn languages(&self) -> [(&'static str, &'static str); 3] {
        Lang::ALL.map(|lang| (lang.tag(), lang.name()))
    }

    fn is_published(&self) -> bool {
        self.it.as_ref().is_some_and(|it| it.published_at.is_some())
    }

    fn has_begun(&self) -> bool {
        self.it.as_ref().is_some_and(|it| it.begun_at.is_some())
    }
}

/// What is typed into the form.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Form {
    title: String,
    text: String,
    language: String,
    from: String,
    until: String,
    /// When the version was saved that the form was filled with.
    edited: String,
}

impl Form {
    fn of(it: &Announcement, zone: &TimeZone) -> Self {
        Self {
            title: it.title.clone(),
            text: it.source.clone(),
            language: it.language().tag().into(),
            from: rules::typed(zone, it.begins_at),
            until: rules::typed(zone, it.ends_at),
            edited: it.edited_at.0.to_string(),
        }
    }

    /// What it asks for; `before` is what stands there, if it changes something.
    fn check(&self, zone: &TimeZone, now: Timestamp, before: Option<&Announcement>) -> Result<Draft, Errors> {
        let mut errors = Errors::default();
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let source = self.text.replace("\r\n", "\n");
        for (field, text, longest) in [("title", &title, rules::LONGEST_TITLE), ("text", &source, rules::LONGEST_TEXT)]
        {
            if text.trim().is_empty() {
                errors.add(field, "field-required");
            } else if text.chars().count() > longest {
                errors.add(field, "field-too-long");
            }
        }
        let lang = errors.take("language", Lang::from_tag(&self.language).ok_or("field-choose"));
        let begins = errors.take("from", rules::moment(zone, &self.from));
        let ends = errors.take("until", rules::moment(zone, &self.until));
        if let (Some(begins_at), Some(ends_at)) = (begins, ends) {
            // A form knows minutes; what is not touched stays as it is.
            let is_untouched = before.is_some_and(|it| {
                rules::typed(zone, it.ends_at) == self.until && rules::typed(zone, it.begins_at) == self.from
            });
            if !is_untouched && !rules::ends_in_time(begins_at, ends_at, now) {
                errors.add("until", "announcement-until-wrong");
            }
        }
        match (lang, begins, ends) {
            (Some(lang), Some(begins_at), Some(ends_at)) if errors.is_empty() => {
                Ok(Draft { title, source, lang, begins_at, ends_at })
            }
            _ => Err(errors),
        }
    }
}

async fn form_page(
    app: &App,
    visitor: &Visitor,
    it: Option<Announcement>,
    f: Form,
    errors: Errors,
) -> anyhow::Result<Edit> {
    const FIELDS: [Field; 5] = [
        field("title", "title", "field-title"),
        field("text", "text", "field-text"),
        field("language", "language", "language"),
        field("from", "from", "announcement-from"),
        field("until", "until", "announcement-until"),
    ];
    let title = visitor.words.say(if it.is_some() { "announcement-edit" } else { "announcement-write" });
    let p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
    let action = it.as_ref().map_or_else(|| format!("{LIST}new"), |it| format!("{}edit", it.manage_url()));
    Ok(Edit { p, f, it, wrong: errors.list(&FIELDS), errors, action })
}

async fn managed(app: &App, id: ConversationId) -> Answer<Announcement> {
    announcements::by_id(&mut app.db.read().await?, id).await?.ok_or(Failure::NotFound)
}

/// `GET /manage/announcements/new`: the form of a new one.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    visitor.organiser()?;
    let f = Form {
        language: visitor.community.language.tag().into(),
        until: rules::typed(&visitor.words.zone, Some(app.now().plus_days(DAYS))),
        ..Form::default()
    };
    site::unstored(site::show(&form_page(&app, &visitor, None, f, Errors::default()).await?))
}

/// `POST /manage/announcements/new`: writes a draft and leads to its preview. Nobody is told yet.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<Form>) -> Answer {
    let organiser = visitor.organiser()?.id;
    match f.check(&visitor.words.zone, app.now(), None) {
        Ok(draft) => {
            let id = app.db.always(async |tx| announcements::write(tx, organiser, &draft).await).await?;
            Ok(see_other(&format!("{LIST}{id}/")))
        }
        Err(errors) => site::refused(&form_page(&app, &visitor, None, f, errors).await?),
    }
}

#[derive(Template)]
#[template(path = "links/pages/announcements/preview.html")]
struct Preview {
    p: Page,
    it: Announcement,
    /// Who would be told how; only before it is published.
    figures: Option<Figures>,
    done: Option<&'static str>,
}

/// `GET /manage/announcements/{id}/`: how it looks, and who gets it when.
pub async fn preview(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Query(asked): Query<Asked>,
) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let it = announcements::by_id(&mut conn, id).await?.ok_or(Failure::NotFound)?;
    let figures = if it.published_at.is_none() {
        let now = it.begins_at.unwrap_or_default().max(app.now());
        let end_of_day = rules::end_of_day(&visitor.words.zone, now);
        Some(announcements::figures(&mut conn, it.author, now, end_of_day).await?)
    } else {
        None
    };
    let p = Page::new(&mut conn, &visitor, it.title.clone()).await?.private();
    site::unstored(site::show(&Preview { p, it, figures, done: asked.key() }))
}

/// `GET /manage/announcements/{id}/edit`: the form, filled in.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    visitor.organiser()?;
    let it = managed(&app, id).await?;
    if it.withdrawn_at.is_some() {
        return Err(Failure::NotFound);
    }
    let f = Form::of(&it, &visitor.words.zone);
    site::unstored(site::show(&form_page(&app, &visitor, Some(it), f, Errors::default()).await?))
}

/// `POST /manage/announcements/{id}/edit`: says it otherwise. Nobody is told a second time.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Typed(mut f): Typed<Form>,
) -> Answer {
    let organiser = visitor.organiser()?.id;
    let it = managed(&app, id).await?;
    if it.withdrawn_at.is_some() {
        return Err(Failure::NotFound);
    }
    let errors = match f.check(&visitor.words.zone, app.now(), Some(&it)) {
        Ok(draft) => {
            let seen = Timestamp(f.edited.parse().unwrap_or_default());
            let (was_published, url) = (it.published_at.is_some(), it.url());
            let is_changed = app
                .db
                .always(async |tx| {
                    let is_changed = announcements::edit(tx, id, seen, &draft).await?;
                    if is_changed && was_published {
                        audit::note(tx, Some(organiser), "announcement-edited", &url, &draft.title).await?;
                    }
                    Ok(is_changed)
                })
                .await?;
            if is_changed {
                return Ok(see_other(&format!("{LIST}{id}/?done=saved#done")));
            }
            // Another organiser was here meanwhile: saving once more decides.
            f.edited = managed(&app, id).await?.edited_at.0.to_string();
            Errors::of("form", "announcement-moved-on")
        }
        Err(errors) => errors,
    };
    site::refused(&form_page(&app, &visitor, Some(it), f, errors).await?)
}

/// `POST /manage/announcements/{id}/publish`: once, however often it is sent.
pub async fn publish(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    let organiser = visitor.organiser()?.id;
    let it = managed(&app, id).await?;
    if it.published_at.is_none() && !rules::ends_in_time(it.begins_at, it.ends_at, app.now()) {
        // The draft lay there for a while: nobody would ever see it.
        let (f, errors) = (Form::of(&it, &visitor.words.zone), Errors::of("until", "announcement-until-wrong"));
        return site::refused(&form_page(&app, &visitor, Some(it), f, errors).await?);
    }
    app.db
        .always(async |tx| {
            if announcements::publish(tx, id).await? {
                audit::note(tx, Some(organiser), "announcement-published", &it.url(), &it.title).await?;
            }
            Ok(())
        })
        .await?;
    app.db.job_bell.notify_waiters();
    Ok(see_other(&format!("{LIST}{id}/?done=published#done")))
}

/// `POST /manage/announcements/{id}/withdraw`: takes it away; a draft is deleted.
pub async fn withdraw(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    let organiser = visitor.organiser()?.id;
    let it = managed(&app, id).await?;
    app.db
        .always(async |tx| {
            announcements::withdraw(tx, id).await?;
            if it.published_at.is_some() && it.withdrawn_at.is_none() {
                audit::note(tx, Some(organiser), "announcement-withdrawn", &it.url(), &it.title).await?;
            }
            Ok(())
        })
        .await?;
    Ok(see_other(&format!("{LIST}?done=withdrawn#done")))
}
