//! HTTP for how members are written to.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    ids::{ConversationId, MemberId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, field},
        },
    },
    links::{
        emails::{self, Mailed},
        mailing::{self, Choice, Mode},
        notices,
        watches::{self, Level, Subject},
    },
    site::{self, Page, Visitor},
};

/// So many e-mails stand in the list.
const LETTERS: i64 = 50;
/// So much of what was told in no e-mail stands there.
const NOTICES: i64 = 200;
/// What may be wrong.
const FIELDS: [Field; 2] = [field("mode", "m-now", "mail-when"), field("paused", "m-paused", "mail-paused")];

#[derive(Template)]
#[template(path = "links/pages/mail/mail.html")]
struct Choices {
    p: Page,
    form: ChoiceForm,
    email: String,
    sent: Vec<Mailed>,
    untold: Vec<Untold>,
    next_digest: Option<Timestamp>,
    errors: Errors,
    wrong: Vec<Field>,
    changed: bool,
}

/// Something that was told in no e-mail, and why.
struct Untold {
    title: String,
    lang: String,
    url: String,
    items: i64,
    why: &'static str,
}

impl Choices {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is(&self, mode: &Mode) -> bool {
        self.form.mode == mode.word()
    }

    /// The state of an e-mail in words.
    fn state(&self, letter: &Mailed) -> String {
        let at = |key, at| self.p.t.with(key, "time", self.p.t.date_time(at));
        match (letter.sent_at, letter.tried_at) {
            (Some(sent), _) => at("mail-sent", sent),
            (None, Some(tried)) => at("mail-in-doubt", tried),
            (None, None) => self.p.t.say("mail-waits"),
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, clippy::unused_self, reason = "templates have nothing else")]
    /// A whole hour as a clock shows it.
    fn clock(&self, hour: &i64) -> String {
        format!("{hour:02}:00")
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    /// A day of the week, 1 is Monday.
    fn weekday(&self, day: &i64) -> String {
        self.p.t.say(
            ["", "mail-day-1", "mail-day-2", "mail-day-3", "mail-day-4", "mail-day-5", "mail-day-6", "mail-day-7"]
                [usize::try_from(*day).unwrap_or(1)],
        )
    }
}

/// How a member wants to be written to, as it is sent.
#[derive(Deserialize, Clone, Debug)]
#[serde(default)]
pub struct ChoiceForm {
    mode: String,
    weekday: i64,
    hour: i64,
    most: i64,
    quiet_from: i64,
    quiet_until: i64,
    /// A day (ISO 8601), or nothing.
    paused: String,
}

impl Default for ChoiceForm {
    fn default() -> Self {
        let usual = mailing::Mailing::usual();
        Self {
            mode: usual.mode().word().into(),
            weekday: usual.weekday,
            hour: usual.hour,
            most: usual.most,
            quiet_from: usual.quiet_from,
            quiet_until: usual.quiet_until,
            paused: String::new(),
        }
    }
}

impl ChoiceForm {
    fn check(&self, zone: &jiff::tz::TimeZone) -> Result<Choice, Errors> {
        let mut errors = Errors::default();
        let mode = errors.take("mode", self.mode.parse::<Mode>());
        let day = self.paused.trim();
        let paused = if day.is_empty() {
            Some(None)
        } else {
            let day = day.parse::<jiff::civil::Date>().ok().and_then(|day| day.to_zoned(zone.clone()).ok());
            errors.take(
                "paused",
                day.map(|day| Some(Timestamp(day.timestamp().as_millisecond()))).ok_or("mail-paused-wrong"),
            )
        };
        match (mode, paused) {
            (Some(mode), Some(paused_until)) => Ok(Choice {
                mode,
                weekday: self.weekday.clamp(1, 7),
                hour: self.hour.clamp(0, 23),
                most: self.most.clamp(1, 50),
                quiet_from: self.quiet_from.clamp(0, 23),
                quiet_until: self.quiet_until.clamp(0, 23),
                paused_until,
            }),
            _ => Err(errors),
        }
    }
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    changed: String,
}

/// `GET /me/mail/`: how one is written to, and what one got.
pub async fn mail(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mailing = mailing::find(&mut app.db.read().await?, member).await?;
    let zone = &visitor.words.zone;
    let day = |at: Timestamp| jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(zone.clone()).date();
    let form = ChoiceForm {
        mode: mailing.mode().word().into(),
        weekday: mailing.weekday,
        hour: mailing.hour,
        most: mailing.most,
        quiet_from: mailing.quiet_from,
        quiet_until: mailing.quiet_until,
        paused: mailing.paused_until.filter(|at| *at > app.now()).map(|at| day(at).to_string()).unwrap_or_default(),
    };
    show(&app, &visitor, member, form, Errors::default(), !asked.changed.is_empty()).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    member: MemberId,
    form: ChoiceForm,
    errors: Errors,
    changed: bool,
) -> Answer {
    let mut conn = app.db.read().await?;
    let mailing = mailing::find(&mut conn, member).await?;
    let sent = emails::of_member(&mut conn, member, LETTERS).await?;
    let why = match mailing.mode() {
        Mode::Never => "mail-why-never",
        _ if mailing.paused_until.is_some_and(|until| until > app.now()) => "mail-why-paused",
        Mode::Now => "mail-why-now",
        Mode::Daily | Mode::Weekly => "mail-why-digest",
    };
    let untold = notices::unmailed(&mut conn, member, NOTICES).await?;
    let untold = notices::grouped(untold).into_iter().map(|group| Untold {
        url: group.first().url(),
        title: group.latest().title.clone(),
        lang: group.latest().lang.clone(),
        items: i64::try_from(group.notices.len()).unwrap_or(i64::MAX),
        why,
    });
    let next_digest = mailing::rules::next_digest(&mailing, &visitor.words.zone, app.now());
    let email = visitor.member.as_ref().and_then(|member| member.email.clone()).unwrap_or_default();
    let wrong = errors.list(&FIELDS);
    let refused = !errors.is_empty();
    let mut p = Page::new(&mut conn, visitor, visitor.words.say("mail")).await?.private();
    p.refused = refused;
    let page = Choices { p, form, email, sent, untold: untold.collect(), next_digest, errors, wrong, changed };
    let mut answer = site::unstored(site::show(&page))?;
    if refused {
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(answer)
}

/// `POST /me/mail/choice`: chooses how one is written to.
pub async fn choose(State(app): State<Arc<App>>, visitor: Visitor, Form(form): Form<ChoiceForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    match form.check(&visitor.words.zone) {
        Ok(choice) => {
            app.db.always(async |tx| mailing::choose(tx, member, &choice).await).await?;
            Ok(Redirect::to("/me/mail/?changed=1#done").into_response())
        }
        Err(errors) => show(&app, &visitor, member, form, errors, false).await,
    }
}

#[derive(Template)]
#[template(path = "links/pages/mail/end.html")]
struct End {
    p: Page,
    address: String,
    conversation: Option<(i64, String)>,
    done: Option<&'static str>,
}

/// What a link in an e-mail may name besides.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EndAsked {
    conversation: Option<i64>,
}

async fn whose(app: &App, token: &str) -> Answer<MemberId> {
    mailing::by_token(&mut app.db.read().await?, token).await?.ok_or(Failure::NotFound)
}

/// `GET /mail/{token}/`: asks whether e-mails are to end. Filters of mail open every link, so this changes nothing.
pub async fn end_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Query(asked): Query<EndAsked>,
) -> Answer {
    let member = whose(&app, &token).await?;
    end_page(&app, &visitor, member, &token, asked.conversation, None).await
}

async fn end_page(
    app: &App,
    visitor: &Visitor,
    member: MemberId,
    token: &str,
    conversation: Option<i64>,
    done: Option<&'static str>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let conversation = match conversation {
        // Only one that the recipient may still read is called by its name.
        Some(id) => watches::title_of(&mut conn, member, ConversationId(id)).await?.map(|title| (id, title)),
        None => None,
    };
    let p = Page::new(&mut conn, visitor, visitor.words.say("mail-end-title")).await?.private();
    site::unstored(site::show(&End { p, address: format!("/mail/{token}/"), conversation, done }))
}

/// What the form says, or a mail program by itself (RFC 8058).
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EndForm {
    conversation: Option<i64>,
}

/// `POST /mail/{token}/`: ends e-mails, or those about one conversation. Said twice it is the same.
pub async fn end(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Form(form): Form<EndForm>,
) -> Answer {
    let member = whose(&app, &token).await?;
    let done = match form.conversation {
        Some(id) => {
            let subject = Subject::Conversation(ConversationId(id));
            if !watches::may_follow(&mut app.db.read().await?, member, subject).await? {
                return Err(Failure::NotFound);
            }
            app.db
                .always(async |tx| {
                    watches::choose(tx, member, subject, Level::Mute).await?;
                    notices::seen_all_in(tx, member, ConversationId(id)).await
                })
                .await?;
            "mail-muted"
        }
        None => {
            app.db.always(async |tx| mailing::end(tx, member).await).await?;
            "mail-ended"
        }
    };
    end_page(&app, &visitor, member, &token, form.conversation, Some(done)).await
}
