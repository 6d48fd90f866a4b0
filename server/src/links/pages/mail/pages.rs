//! HTTP for how members are written to.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form,
    extract::{State, rejection::FormRejection},
};
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::{
    ids::{ConversationId, MemberId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    links::{
        addresses::{self, Elsewhere},
        answers, devices,
        emails::{self, Mailed},
        mailing::{self, Choice, Mode},
        notices,
        pages::devices::pages::Panel,
        returns::{self, Failing},
        watches::{self, Level, Subject},
    },
    people::members::{self, Email},
    site::{self, Page, Visitor},
    talk::conversations,
};

/// So many e-mails stand in the list.
const LETTERS: i64 = 50;
/// So much of what was told in no e-mail stands there.
const NOTICES: i64 = 200;
/// What may be wrong.
const FIELDS: [Field; 3] = [
    field("mode", "m-now", "mail-when"),
    field("paused", "m-paused", "mail-paused"),
    field("address", "m-address", "mail-address"),
];

#[derive(Template)]
#[template(path = "links/pages/mail/mail.html")]
struct Choices {
    p: Page,
    form: ChoiceForm,
    /// Where e-mails go.
    email: String,
    /// What they chose of that.
    elsewhere: Elsewhere,
    address: AddressForm,
    sent: Vec<Mailed>,
    untold: Vec<Untold>,
    next_digest: Option<Timestamp>,
    errors: Errors,
    wrong: Vec<Field>,
    /// What was done, in a message.
    done: Option<&'static str>,
    /// What is known of their address, if e-mail to it is stopped.
    stopped: Option<Failing>,
    /// How many answers in their name wait for them.
    held: i64,
    /// Whether e-mails from here can be answered.
    can_answer: bool,
    /// The devices they are told on.
    devices: Panel,
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
            _ if letter.came_back => self.p.t.say("mail-came-back"),
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
    fn check(&self, zone: &TimeZone) -> Result<Choice, Errors> {
        let mut errors = Errors::default();
        let mode = errors.take("mode", self.mode.parse::<Mode>());
        let day = self.paused.trim();
        let paused = if day.is_empty() {
            Some(None)
        } else {
            errors.take("paused", mailing::rules::begin_of(zone, day)).map(Some)
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
    let done = match asked.changed.as_str() {
        "" => None,
        "asked" => Some("mail-address-asked"),
        _ => Some("mail-saved"),
    };
    let page = Choices { done, ..page(&app, &visitor, None, Errors::default()).await? };
    site::unstored(site::show(&page))
}

/// The page, with the form as it was filled in or as it stands.
async fn page(app: &App, visitor: &Visitor, form: Option<ChoiceForm>, errors: Errors) -> Answer<Choices> {
    let member = visitor.signed_in()?;
    let (now, zone) = (app.now(), &visitor.words.zone);
    let key = devices::site_key(app).await?.public();
    let mut conn = app.db.read().await?;
    let mailing = mailing::find(&mut conn, member.id).await?;
    let is_paused = mailing.paused_until.filter(|until| *until > now);
    let email = addresses::of(&mut conn, member).await?.unwrap_or_default();
    let failing = returns::failing(&mut conn, &email).await?;
    let stopped = failing.filter(|failing| failing.stopped_at.is_some());
    let why = match mailing.mode() {
        _ if stopped.is_some() => "mail-why-stopped",
        Mode::Never => "mail-why-never",
        _ if is_paused.is_some() => "mail-why-paused",
        Mode::Now => "mail-why-now",
        Mode::Daily | Mode::Weekly => "mail-why-digest",
    };
    let untold = notices::unmailed(&mut conn, member.id, now, NOTICES).await?;
    let untold = notices::grouped(untold).into_iter().map(|group| Untold {
        url: group.first().url(),
        title: group.title(&visitor.words),
        lang: group.lang(&visitor.words).to_owned(),
        items: i64::try_from(group.notices.len()).unwrap_or(i64::MAX),
        why,
    });
    Ok(Choices {
        held: answers::held(&mut conn, member.id).await?,
        devices: Panel::of(&mut conn, visitor, member.id, key).await?,
        can_answer: app.answer_addresses.is_some(),
        sent: emails::of_member(&mut conn, member.id, LETTERS).await?,
        untold: untold.collect(),
        next_digest: mailing::rules::next_digest(&mailing, zone, is_paused.unwrap_or(now)),
        form: form.unwrap_or_else(|| ChoiceForm {
            mode: mailing.mode().word().into(),
            weekday: mailing.weekday,
            hour: mailing.hour,
            most: mailing.most,
            quiet_from: mailing.quiet_from,
            quiet_until: mailing.quiet_until,
            paused: is_paused.map(|until| mailing::rules::day_of(zone, until)).unwrap_or_default(),
        }),
        email,
        elsewhere: addresses::find(&mut conn, member.id, now).await?,
        address: AddressForm::default(),
        stopped,
        wrong: errors.list(&FIELDS),
        p: Page::new(&mut conn, visitor, visitor.words.say("mail")).await?.private().refused(&errors),
        errors,
        done: None,
    })
}

/// `POST /me/mail/choice`: chooses how one is written to.
pub async fn choose(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<ChoiceForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    match form.check(&visitor.words.zone) {
        Ok(choice) => {
            app.db.always(async |tx| mailing::choose(tx, member, &choice).await).await?;
            Ok(see_other("/me/mail/?changed=1#done"))
        }
        Err(errors) => site::refused(&page(&app, &visitor, Some(form), errors).await?),
    }
}

/// `POST /me/mail/again`: sends e-mail to an address once more that was stopped.
pub async fn again(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?;
    app.db
        .always(async |tx| {
            let email = addresses::of(tx, member).await?.unwrap_or_default();
            returns::try_again(tx, member.id, &email).await
        })
        .await?;
    Ok(see_other("/me/mail/?changed=1#done"))
}

/// Another address than that of the account.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddressForm {
    address: String,
    /// The address of the account will do.
    own: Option<String>,
}

/// `POST /me/mail/address`: asks for e-mails at another address, which counts when it is confirmed there; or for that of the
/// account again.
pub async fn address(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<AddressForm>) -> Answer {
    let member = visitor.signed_in()?;
    let errors = match form.address.parse::<Email>() {
        _ if form.own.is_some() => {
            app.db
                .always(async |tx| {
                    addresses::give_up(tx, member.id).await?;
                    let now = tx.now;
                    mailing::look_again(tx, member.id, now).await
                })
                .await?;
            return Ok(see_other("/me/mail/?changed=1#done"));
        }
        Ok(email) if member.email.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(email.as_str())) => {
            Errors::of("address", "mail-address-same")
        }
        Ok(email)
            if app.limits.moves.take(&member.id.0).is_err()
                || app.limits.letters.take(&email.as_str().to_owned()).is_err() =>
        {
            Errors::of("form", "letters-too-many")
        }
        Ok(email) => {
            app.db
                .always(async |tx| {
                    let secret = addresses::ask(tx, member.id, &email).await?;
                    addresses::write_letters(tx, &app, &visitor.community, member, &email, &secret).await
                })
                .await?;
            return Ok(see_other("/me/mail/?changed=asked#done"));
        }
        Err(key) => Errors::of("address", key),
    };
    site::refused(&Choices { address: form, ..page(&app, &visitor, None, errors).await? })
}

/// `GET /mail/address/{secret}`: asks whether e-mails are to come to this address. Nobody need be signed in: the address is
/// proved by the link, which may be opened on another device.
pub async fn confirm_form(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let mut conn = app.db.read().await?;
    let asked = addresses::asked_by(&mut conn, &token, app.now()).await?;
    if asked.is_none() && addresses::is_confirmed(&mut conn, &token).await? {
        drop(conn);
        return site::unstored(site::show(&confirming(&app, &visitor, "mail-address-confirmed").await?));
    }
    let member = match &asked {
        Some(asked) => members::by_id(&mut conn, asked.member).await?,
        None => None,
    };
    drop(conn);
    let (asked, member) = asked.zip(member).ok_or(GONE)?;
    let words = &visitor.words;
    let about = words.with2("mail-address-confirm-text", ("name", &*member.handle), ("address", asked.asked.as_str()));
    let page = Confirming { about: Some((about, token)), ..confirming(&app, &visitor, "mail-address-confirm").await? };
    site::unstored(site::show(&page))
}

/// The answer to a link that is over.
const GONE: Failure = Failure::Gone("account-link-gone");

#[derive(Template)]
#[template(path = "links/pages/mail/address.html")]
struct Confirming {
    p: Page,
    /// What is to be confirmed, and by which secret; nothing once it was.
    about: Option<(String, String)>,
}

async fn confirming(app: &App, visitor: &Visitor, title: &str) -> anyhow::Result<Confirming> {
    let p = Page::new(&mut app.db.read().await?, visitor, visitor.words.say(title)).await?.private();
    Ok(Confirming { p, about: None })
}

/// `POST /mail/address/{secret}`: e-mails come to this address from now on.
pub async fn confirm(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    app.limits.tries.take(&visitor.ip)?;
    let confirmed = app
        .db
        .always(async |tx| {
            let Some(member) = addresses::confirm(tx, &token).await? else {
                return addresses::is_confirmed(tx, &token).await;
            };
            // What had stopped at another address goes on here.
            let now = tx.now;
            mailing::look_again(tx, member, now).await?;
            Ok(true)
        })
        .await?;
    if !confirmed {
        return Err(GONE);
    }
    site::unstored(site::show(&confirming(&app, &visitor, "mail-address-confirmed").await?))
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
        Some(id) => conversations::thread(&mut conn, Some(member), ConversationId(id)).await?,
        None => None,
    };
    let conversation = conversation.map(|thread| (thread.id.0, thread.about.title));
    let p = Page::new(&mut conn, visitor, visitor.words.say("mail-end-title")).await?.private();
    site::unstored(site::show(&End { p, address: format!("/mail/{token}/"), conversation, done }))
}

/// What the form says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EndForm {
    conversation: String,
}

impl EndForm {
    /// The conversation it names, if it names one. Mail programs send it by themselves, in whichever kind of form: what is
    /// none of ours names no conversation.
    pub fn conversation(form: Result<Form<Self>, FormRejection>) -> Answer<Option<ConversationId>> {
        let named = match form {
            Ok(Form(form)) => form.conversation,
            Err(FormRejection::InvalidFormContentType(_)) => String::new(),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        if named.is_empty() {
            return Ok(None);
        }
        named.parse().map(Some).map_err(|_| Failure::NotFound)
    }
}

/// `POST /mail/{token}/`: ends e-mails, or those about one conversation (RFC 8058). Said twice it is the same.
pub async fn end(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Result<Form<EndForm>, FormRejection>,
) -> Answer {
    let conversation = EndForm::conversation(form)?;
    let member = whose(&app, &token).await?;
    let done = match conversation {
        Some(id) => {
            let subject = Subject::Conversation(id);
            if !watches::may_follow(&mut app.db.read().await?, member, subject).await? {
                return Err(Failure::NotFound);
            }
            app.db
                .always(async |tx| {
                    watches::choose(tx, member, subject, Level::Mute).await?;
                    notices::seen_all_in(tx, member, id).await
                })
                .await?;
            "mail-muted"
        }
        None => {
            app.db.always(async |tx| mailing::end(tx, member).await).await?;
            "mail-ended"
        }
    };
    end_page(&app, &visitor, member, &token, conversation.map(|id| id.0), Some(done)).await
}
