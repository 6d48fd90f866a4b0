//! HTTP for announcements.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::{
    audiences::{
        Audience,
        circles::{self, Circle, Kind},
    },
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::Lang,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            onwards, see_other,
        },
    },
    links::announcements::{self, Announcement, Draft, Figures, Later, rules},
    people::audit,
    site::{self, Page, Visitor},
};

/// So many the list goes through.
const MOST: i64 = 200;
/// So long one stands there unless its author says otherwise.
const DAYS: i64 = 7;

#[derive(Template)]
#[template(path = "links/pages/announcements/announcement.html")]
struct Shown {
    p: Page,
    it: Announcement,
    /// The circle it is for, and where that is; nothing: it is for all, or its author left.
    group: Option<Group>,
}

/// A course, a homeroom or a tribe: what it is called and its address.
struct Group {
    name: String,
    url: String,
}

impl Group {
    async fn of(conn: &mut Conn, circle: &Circle) -> anyhow::Result<Self> {
        let course = match circle.within {
            Some(course) => circles::by_id(conn, course).await?.map_or_else(String::new, |course| course.address),
            None => String::new(),
        };
        let address = &circle.address;
        let url = match circle.kind() {
            Kind::Course => format!("/courses/{address}/"),
            Kind::Staff => format!("/courses/{course}/talk/staff/"),
            Kind::Homeroom => format!("/courses/{course}/homerooms/{address}/"),
            Kind::Tribe => format!("/tribes/{address}/"),
        };
        Ok(Self { name: circle.name.clone(), url })
    }
}

/// A circle that a member is in, and whether they may announce something there.
async fn circle(conn: &mut Conn, member: MemberId, id: CircleId) -> anyhow::Result<Option<(Circle, bool)>> {
    let Some(part) = circles::part(conn, id, member).await? else { return Ok(None) };
    let circle = circles::by_id(conn, id).await?;
    Ok(circle.map(|circle| {
        let may_announce = rules::may_announce(circle.kind(), part);
        (circle, may_announce)
    }))
}

/// What an address names: the circle that something is announced to, none for all members, and which announcement.
#[derive(Deserialize)]
pub struct At {
    #[serde(default)]
    circle: Option<CircleId>,
    #[serde(default)]
    id: Option<ConversationId>,
}

/// Where somebody may announce something: organisers to all, and whoever leads a circle there.
struct Desk {
    by: MemberId,
    to: Audience,
    group: Option<Group>,
}

impl Desk {
    async fn of(conn: &mut Conn, visitor: &Visitor, at: &At) -> Answer<Self> {
        let Some(id) = at.circle else {
            return Ok(Self { by: visitor.organiser()?.id, to: Audience::Community, group: None });
        };
        let by = visitor.signed_in()?.id;
        match circle(conn, by, id).await? {
            Some((circle, true)) => {
                let group = Some(Group::of(conn, &circle).await?);
                Ok(Self { by, to: Audience::Circle(circle.id), group })
            }
            _ => Err(Failure::NotFound),
        }
    }

    /// Together with the announcement that an address names.
    async fn with(app: &App, visitor: &Visitor, at: &At) -> Answer<(Self, Announcement)> {
        let mut conn = app.db.read().await?;
        let desk = Self::of(&mut conn, visitor, at).await?;
        let id = at.id.ok_or(Failure::NotFound)?;
        let it = announcements::by_id(&mut conn, desk.to, id).await?.ok_or(Failure::NotFound)?;
        Ok((desk, it))
    }

    fn list_url(&self) -> String {
        announcements::list_url(self.to)
    }

    /// The organisers' log is of what they do for all, and tells nothing of what is said among a few.
    const fn is_logged(&self) -> bool {
        self.group.is_none()
    }
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
    let group = match it.audience() {
        Audience::Circle(id) => match circle(&mut conn, member, id).await? {
            Some((circle, _)) => Some(Group::of(&mut conn, &circle).await?),
            None => None,
        },
        _ => None,
    };
    let p = Page::new(&mut conn, &visitor, it.title.clone()).await?.private();
    site::unstored(site::show(&Shown { p, it, group }))
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
    let all = announcements::all(&mut conn, Audience::Community, MOST).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("announcements")).await?.private();
    site::unstored(site::show(&List { p, all, done: asked.key() }))
}

#[derive(Template)]
#[template(path = "links/pages/announcements/circle.html")]
struct InCircle {
    p: Page,
    group: Group,
    all: Vec<Announcement>,
    list_url: String,
    may_announce: bool,
    done: Option<&'static str>,
}

/// `GET /announcements/for/{circle}/`: what was announced to those in a circle, and to whoever leads it how it stands with
/// each.
pub async fn in_circle(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CircleId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (circle, may_announce) = circle(&mut conn, member, id).await?.ok_or(Failure::NotFound)?;
    let all = if may_announce {
        announcements::all(&mut conn, Audience::Circle(id), MOST).await?
    } else {
        announcements::to_circle(&mut conn, member, id, MOST).await?
    };
    let group = Group::of(&mut conn, &circle).await?;
    let list_url = announcements::list_url(Audience::Circle(id));
    let p = Page::new(&mut conn, &visitor, visitor.words.say("announcements")).await?.private();
    site::unstored(site::show(&InCircle { p, group, all, list_url, may_announce, done: asked.key() }))
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
    list_url: String,
    /// Those it is for; none: all members.
    group: Option<Group>,
}

impl Edit {
    /// The languages it may be written in, by tag and name.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn languages(&self) -> [(&'static str, &'static str); 3] {
        Lang::ALL.map(|lang| (lang.tag(), lang.name()))
    }

    /// What may become of it for those who come in later.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn laters(&self) -> [Later; 2] {
        Later::ALL
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
    later: String,
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
            later: it.later().word().into(),
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
        // A form that does not ask changes nothing about it.
        let unasked = before.map(Announcement::later).unwrap_or_default();
        let later = if self.later.is_empty() { Ok(unasked) } else { self.later.parse() };
        let later = errors.take("later", later);
        match (lang, begins, ends, later) {
            (Some(lang), Some(begins_at), Some(ends_at), Some(later)) if errors.is_empty() => {
                Ok(Draft { title, source, lang, begins_at, ends_at, later })
            }
            _ => Err(errors),
        }
    }
}

async fn form_page(
    app: &App,
    visitor: &Visitor,
    desk: Desk,
    it: Option<Announcement>,
    f: Form,
    errors: Errors,
) -> anyhow::Result<Edit> {
    const FIELDS: [Field; 6] = [
        field("title", "title", "field-title"),
        field("text", "text", "field-text"),
        field("language", "language", "language"),
        field("from", "from", "announcement-from"),
        field("until", "until", "announcement-until"),
        field("later", "later", "announcement-later"),
    ];
    let title = visitor.words.say(if it.is_some() { "announcement-edit" } else { "announcement-write" });
    let p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
    let list_url = desk.list_url();
    let action = it.as_ref().map_or_else(|| format!("{list_url}new"), |it| format!("{}edit", it.manage_url()));
    Ok(Edit { p, f, it, wrong: errors.list(&FIELDS), errors, action, list_url, group: desk.group })
}

/// `GET /manage/announcements/new`, `GET /announcements/for/{circle}/new`: the form of a new one.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Path(at): Path<At>) -> Answer {
    let desk = Desk::of(&mut app.db.read().await?, &visitor, &at).await?;
    let f = Form {
        language: visitor.community.language.tag().into(),
        until: rules::typed(&visitor.words.zone, Some(app.now().plus_days(DAYS))),
        later: Later::See.word().into(),
        ..Form::default()
    };
    site::unstored(site::show(&form_page(&app, &visitor, desk, None, f, Errors::default()).await?))
}

/// `POST /manage/announcements/new`, `POST /announcements/for/{circle}/new`: writes a draft and leads to its preview. Nobody is told yet.
pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<At>,
    Typed(f): Typed<Form>,
) -> Answer {
    let desk = Desk::of(&mut app.db.read().await?, &visitor, &at).await?;
    match f.check(&visitor.words.zone, app.now(), None) {
        Ok(_) if desk.group.is_some() && app.limits.writing.take(&desk.by.0).is_err() => {
            let errors = Errors::of("form", "error-too-many-text");
            site::refused(&form_page(&app, &visitor, desk, None, f, errors).await?)
        }
        Ok(draft) => {
            let id = app.db.always(async |tx| announcements::write(tx, desk.to, desk.by, &draft).await).await?;
            Ok(see_other(&format!("{}{id}/", desk.list_url())))
        }
        Err(errors) => site::refused(&form_page(&app, &visitor, desk, None, f, errors).await?),
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
    list_url: String,
    /// Those it is for; none: all members.
    group: Option<Group>,
}

/// `GET /manage/announcements/{id}/`, `GET /announcements/for/{circle}/{id}/`: how it looks, and who gets it when.
pub async fn preview(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (desk, it) = Desk::with(&app, &visitor, &at).await?;
    let mut conn = app.db.read().await?;
    let figures = if it.published_at.is_none() {
        let now = it.begins_at.unwrap_or_default().max(app.now());
        let end_of_day = rules::end_of_day(&visitor.words.zone, now);
        Some(announcements::figures(&mut conn, desk.to, it.author, now, end_of_day).await?)
    } else {
        None
    };
    let p = Page::new(&mut conn, &visitor, it.title.clone()).await?.private();
    site::unstored(site::show(&Preview {
        p,
        it,
        figures,
        done: asked.key(),
        list_url: desk.list_url(),
        group: desk.group,
    }))
}

/// `GET /manage/announcements/{id}/edit`, `GET /announcements/for/{circle}/{id}/edit`: the form, filled in.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(at): Path<At>) -> Answer {
    let (desk, it) = Desk::with(&app, &visitor, &at).await?;
    if it.withdrawn_at.is_some() {
        return Err(Failure::NotFound);
    }
    let f = Form::of(&it, &visitor.words.zone);
    site::unstored(site::show(&form_page(&app, &visitor, desk, Some(it), f, Errors::default()).await?))
}

/// `POST /manage/announcements/{id}/edit`, `POST /announcements/for/{circle}/{id}/edit`: says it otherwise. Nobody is told a second time.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<At>,
    Typed(mut f): Typed<Form>,
) -> Answer {
    let (desk, it) = Desk::with(&app, &visitor, &at).await?;
    if it.withdrawn_at.is_some() {
        return Err(Failure::NotFound);
    }
    let errors = match f.check(&visitor.words.zone, app.now(), Some(&it)) {
        Ok(draft) => {
            let seen = Timestamp(f.edited.parse().unwrap_or_default());
            let (is_logged, url) = (desk.is_logged() && it.published_at.is_some(), it.url());
            let is_changed = app
                .db
                .always(async |tx| {
                    let is_changed = announcements::edit(tx, desk.by, it.id, seen, &draft).await?;
                    if is_changed && is_logged {
                        audit::note(tx, Some(desk.by), "announcement-edited", &url, &draft.title).await?;
                    }
                    Ok(is_changed)
                })
                .await?;
            if is_changed {
                return Ok(see_other(&format!("{}?done=saved#done", it.manage_url())));
            }
            // Somebody else was here meanwhile: saving once more decides.
            f.edited = Desk::with(&app, &visitor, &at).await?.1.edited_at.0.to_string();
            Errors::of("form", "announcement-moved-on")
        }
        Err(errors) => errors,
    };
    site::refused(&form_page(&app, &visitor, desk, Some(it), f, errors).await?)
}

/// `POST /manage/announcements/{id}/publish`, `POST /announcements/for/{circle}/{id}/publish`: once, however often it is
/// sent.
pub async fn publish(State(app): State<Arc<App>>, visitor: Visitor, Path(at): Path<At>) -> Answer {
    let (desk, it) = Desk::with(&app, &visitor, &at).await?;
    if it.published_at.is_none() && !rules::ends_in_time(it.begins_at, it.ends_at, app.now()) {
        // The draft lay there for a while: nobody would ever see it.
        let (f, errors) = (Form::of(&it, &visitor.words.zone), Errors::of("until", "announcement-until-wrong"));
        return site::refused(&form_page(&app, &visitor, desk, Some(it), f, errors).await?);
    }
    app.db
        .always(async |tx| {
            if announcements::publish(tx, it.id).await? && desk.is_logged() {
                audit::note(tx, Some(desk.by), "announcement-published", &it.url(), &it.title).await?;
            }
            Ok(())
        })
        .await?;
    app.db.job_bell.notify_waiters();
    Ok(see_other(&format!("{}?done=published#done", it.manage_url())))
}

/// `POST /manage/announcements/{id}/withdraw`, `POST /announcements/for/{circle}/{id}/withdraw`: takes it away; a draft is
/// deleted.
pub async fn withdraw(State(app): State<Arc<App>>, visitor: Visitor, Path(at): Path<At>) -> Answer {
    let (desk, it) = Desk::with(&app, &visitor, &at).await?;
    app.db
        .always(async |tx| {
            announcements::withdraw(tx, it.id).await?;
            if desk.is_logged() && it.published_at.is_some() && it.withdrawn_at.is_none() {
                audit::note(tx, Some(desk.by), "announcement-withdrawn", &it.url(), &it.title).await?;
            }
            Ok(())
        })
        .await?;
    Ok(see_other(&format!("{}?done=withdrawn#done", desk.list_url())))
}
