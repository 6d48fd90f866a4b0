//! Invitations to a course by e-mail: to addresses, whosever they are.
//!
//! Whoever has the link of one accepts it once, under whichever account; who has none makes one first, and is let in by it
//! whoever else may join. That an address is a member's, and what they chose, is told to nobody but those who run the
//! community: where nothing is written to an address, its invitation looks like any other.

pub mod rules;
mod store;

use std::collections::HashSet;

use askama::Template;

use self::rules::{GOOD_DAYS, Moments, State};
use crate::{
    audiences::circles,
    course::courses::{self, Course, Joined},
    events::Event,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        email::{self, Subscription},
        i18n::{Lang, Locale},
        secrets,
    },
    links::{guests, letters::Letter, notices},
    people::{
        audit,
        community::{self, Community},
        members::{Email, Member, Role},
        one_time_links::{self, LinkKind, OneTimeLink},
    },
};

/// What became of an invitation is kept for so many days.
const KEPT_DAYS: i64 = 90;

/// An invitation.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Invitation {
    id: RowId,
    hash: Vec<u8>,
    /// To which course.
    pub course: CircleId,
    /// Where it was sent.
    pub email: String,
    made_by: Option<MemberId>,
    letter: Option<RowId>,
    /// What was said with it.
    pub words: String,
    /// When it was sent, and what became of it.
    #[sqlx(flatten)]
    pub moments: Moments,
    /// Who accepted it.
    pub accepted_by: Option<MemberId>,
    /// Who invites; empty if they are here no more.
    pub by_name: String,
}

impl Invitation {
    /// Whether it was sent to the address of this member's account.
    pub fn is_to(&self, member: &Member) -> bool {
        member.email.as_deref() == Some(self.email.as_str())
    }
}

/// What is known of an address to whoever writes there.
#[derive(Debug, sqlx::FromRow)]
struct Address {
    email: String,
    name: Option<String>,
    language: Option<String>,
    /// The hash of the link in an earlier e-mail.
    former: Option<Vec<u8>>,
    is_settled: bool,
    /// Whether nothing is written to it.
    wants_none: bool,
    /// The member whose address it is, unless they want no such invitation at all.
    told: Option<MemberId>,
}

/// An invitation as it is to be kept.
struct New<'a> {
    course: CircleId,
    email: &'a str,
    hash: &'a [u8],
    by: MemberId,
    expires_at: Timestamp,
    /// The e-mail; none for an address that wants none.
    letter: Option<RowId>,
    words: &'a str,
}

/// An invitation in the list of those who lead the course.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    /// Its number.
    pub id: RowId,
    /// Where it was sent.
    pub email: String,
    /// When it was sent, and what became of it.
    #[sqlx(flatten)]
    pub moments: Moments,
    /// Whether the e-mail came back, or none arrives there.
    pub came_back: bool,
    /// Whether whoever accepted it waits for a place.
    pub waits: bool,
    /// Whether nothing was written, since its address wants nothing: not for everybody to know.
    pub is_unwritten: bool,
    /// Whether it is the address of somebody in the course: not for everybody to know either.
    pub is_in: bool,
}

/// How many invitations there are in all, and how many were accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, sqlx::FromRow)]
pub struct Tally {
    /// That were not taken back.
    pub invited: i64,
    /// Of those.
    pub accepted: i64,
}

/// How inviting went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sent {
    /// So many are invited now.
    pub invited: i64,
    /// So many were invited less than a day ago, or are in the course by an invitation, and get nothing now.
    pub settled: i64,
}

/// Why nobody was invited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotSent {
    /// Nobody else sees the course yet.
    NotOpen,
    /// Nobody can join it any more.
    Over,
    /// It would be more than one may send in a day.
    TooMany,
}

/// Invites people to a course by their addresses: all of them, or nobody after an error.
pub async fn invite(
    app: &App,
    course: &Course,
    by: &Member,
    emails: &[Email],
    words: &str,
) -> anyhow::Result<Result<Sent, NotSent>> {
    let community = community::of(app).await?;
    app.db
        .change(async |tx| {
            if let Err(no) = may_invite(tx, course) {
                return Ok(Err(no));
            }
            // One after the other, so that nobody is written to twice and no limit is passed.
            circles::hold(tx, course.id).await?;
            let since = day_before(tx.now);
            let addresses = look_up(tx, &community, course.id, by.id, since, emails).await?;
            let (settled, new): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.is_settled);
            let sent = Sent { invited: i64::try_from(new.len())?, settled: i64::try_from(settled.len())? };
            if sent.invited > left_today(tx, by).await? {
                return Ok(Err(NotSent::TooMany));
            }
            for address in &new {
                send(tx, app, &community, course, by, address, words).await?;
            }
            if sent.invited > 0 {
                audit::note(tx, Some(by.id), "course-invited", &course.url(), &course.title).await?;
            }
            Ok(Ok(sent))
        })
        .await
}

/// Whether anybody may be invited just now.
fn may_invite(tx: &Tx, course: &Course) -> Result<(), NotSent> {
    match course.opened_at {
        None => Err(NotSent::NotOpen),
        Some(_) if course.is_over(tx.now) => Err(NotSent::Over),
        Some(_) => Ok(()),
    }
}

fn day_before(now: Timestamp) -> Timestamp {
    now.plus_minutes(-rules::AGAIN_HOURS * 60)
}

async fn left_today(tx: &mut Tx, by: &Member) -> anyhow::Result<i64> {
    let most = if by.is_organiser() { rules::MOST_A_DAY_BY_ORGANISERS } else { rules::MOST_A_DAY };
    let since = day_before(tx.now);
    Ok(most - store::sent_since(tx, by.id, since).await?)
}

/// What is known of these addresses; those whose mailbox refused are among those that want none.
async fn look_up(
    conn: &mut Conn,
    community: &Community,
    course: CircleId,
    by: MemberId,
    since: Timestamp,
    emails: &[Email],
) -> anyhow::Result<Vec<Address>> {
    let list: Vec<&str> = emails.iter().map(Email::as_str).collect();
    let mut addresses = store::addresses(conn, course, by, since, &serde_json::to_string(&list)?).await?;
    let mailboxes: Vec<String> = list.iter().map(|email| hex::encode(mailbox(community, email))).collect();
    let refused = store::refused(conn, &serde_json::to_string(&mailboxes)?).await?;
    let refused: HashSet<Vec<u8>> = refused.into_iter().map(|(mailbox,)| mailbox).collect();
    for address in &mut addresses {
        if refused.contains(&mailbox(community, &address.email)) {
            (address.wants_none, address.told) = (true, None);
        }
    }
    Ok(addresses)
}

fn mailbox(community: &Community, email: &str) -> Vec<u8> {
    guests::rules::mailbox(&community.secret, email)
}

/// Invites one address; nothing is written to it if it wants nothing. If it is a member's, they find the invitation under
/// their bell as well.
async fn send(
    tx: &mut Tx,
    app: &App,
    community: &Community,
    course: &Course,
    by: &Member,
    address: &Address,
    words: &str,
) -> anyhow::Result<()> {
    if let Some(former) = &address.former {
        one_time_links::take_back(tx, former).await?;
    }
    let secret = secrets::make();
    let expires_at = tx.now.plus_days(GOOD_DAYS);
    let letter = if address.wants_none {
        None
    } else {
        Some(write(tx, app, community, course, by, address, words, &secret, expires_at).await?)
    };
    let new = New {
        course: course.id,
        email: &address.email,
        hash: &secrets::hash(&secret),
        by: by.id,
        expires_at,
        letter,
        words,
    };
    store::put(tx, &new).await?;
    match address.told {
        Some(member) => notices::invited_by_email(tx, course.id, member, by.id).await,
        None => Ok(()),
    }
}

/// Writes the e-mail: in the language of whoever has the address, or in that of the community.
#[expect(clippy::too_many_arguments, reason = "a letter is made of these")]
async fn write(
    tx: &mut Tx,
    app: &App,
    community: &Community,
    course: &Course,
    by: &Member,
    address: &Address,
    words: &str,
    secret: &str,
    expires_at: Timestamp,
) -> anyhow::Result<RowId> {
    let lang = address.language.as_deref().and_then(Lang::from_tag).unwrap_or(community.language);
    let t = Locale::new(lang, community.zone());
    let base_url = &app.settings.base_url;
    let link = format!("{base_url}/invite/{secret}/");
    let never = format!("{link}never");
    let (from, until) = (course.starts_on().0, course.ends_on().0);
    let day = |day: jiff::civil::Date| t.calendar_day(day.year(), day.month(), day.day());
    let days = t.with2("course-days", ("from", day(from)), ("until", day(until)));
    let invites = t.with2("letter-course-invite", ("name", by.name.as_str()), ("title", course.title.as_str()));
    let place = t.with2("letter-course-invite-where", ("community", community.name.as_str()), ("days", days));
    let good = t.with("letter-course-invite-after", "date", t.date(expires_at));
    let letter = Letter {
        hello: match &address.name {
            Some(name) => t.with("letter-hello", "name", name.as_str()),
            None => t.say("letter-hello-stranger"),
        },
        text: format!("{invites} {place}"),
        reason: words.to_owned(),
        link,
        after: format!("{good}\n\n{}\n{never}", t.say("letter-course-invite-never")),
        yours: String::new(),
        words: "",
        community: &community.name,
        base_url,
    };
    let subject = t.with2("letter-course-invite-subject", ("name", by.name.as_str()), ("title", course.title.as_str()));
    // It can be ended as one of many can, and keeps the pace of those.
    let of = Subscription {
        member: None,
        guest: None,
        kind: "",
        thread: "",
        unsubscribe: &never,
        reply_to: by.email.as_deref().unwrap_or_default(),
        words: None,
    };
    email::write_of(tx, &address.email, &subject, &letter.render()?, "", &of).await
}

/// The invitation with this secret, whatever became of it, and the course it is to.
pub async fn by_secret(conn: &mut Conn, secret: &str) -> anyhow::Result<Option<(Invitation, Course)>> {
    let Some(invitation) = store::by_hash(conn, &secrets::hash(secret)).await? else { return Ok(None) };
    let course = courses::find(conn, invitation.course).await?.filter(|course| course.opened_at.is_some());
    Ok(course.map(|course| (invitation, course)))
}

/// The open invitation of a member to a course, by the address of their account.
pub async fn of_member(
    conn: &mut Conn,
    course: CircleId,
    member: &Member,
    now: Timestamp,
) -> anyhow::Result<Option<Invitation>> {
    let Some(email) = &member.email else { return Ok(None) };
    let found = store::to(conn, course, email).await?;
    Ok(found.filter(|invitation| invitation.moments.state(now) == State::Open))
}

/// The courses to which a member is invited by the address of their account.
pub async fn courses_of(conn: &mut Conn, member: &Member, now: Timestamp) -> anyhow::Result<HashSet<CircleId>> {
    let Some(email) = &member.email else { return Ok(HashSet::new()) };
    Ok(store::courses_of(conn, email, now).await?.into_iter().map(|(course,)| course).collect())
}

/// Why an invitation could not be accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotAccepted {
    /// It was used or taken back, or it is too old.
    Gone,
    /// Nobody can join the course any more.
    Over,
}

/// A member accepts an invitation and has a place, or waits for one. Whoever is in the course already leaves it for whom it
/// is meant, unless it is theirs.
pub async fn accept(
    tx: &mut Tx,
    community: &Community,
    invitation: &Invitation,
    course: &Course,
    member: &Member,
) -> anyhow::Result<Result<Joined, NotAccepted>> {
    if circles::part(tx, course.id, member.id).await?.is_some() {
        if invitation.is_to(member) {
            store::accept(tx, invitation.id, member.id).await?;
        }
        return Ok(Ok(Joined::Already));
    }
    if course.is_over(tx.now) {
        return Ok(Err(NotAccepted::Over));
    }
    if !store::accept(tx, invitation.id, member.id).await? {
        return Ok(Err(NotAccepted::Gone));
    }
    answered(tx, &invitation.email).await?;
    // Whoever comes wants what they once did not.
    store::allow(tx, &mailbox(community, &invitation.email)).await?;
    Ok(match courses::let_in(tx, course, member.id).await? {
        Joined::Over => Err(NotAccepted::Over),
        joined => Ok(joined),
    })
}

/// Whoever got it does not come. They may change their mind while it is good.
pub async fn decline(tx: &mut Tx, invitation: &Invitation) -> anyhow::Result<()> {
    store::decline(tx, invitation.id).await?;
    answered(tx, &invitation.email).await?;
    tx.emit(Event::CourseChanged(invitation.course));
    Ok(())
}

/// An invitation to this address waits for no answer any more, and the bell of whoever has it says so no longer.
async fn answered(tx: &mut Tx, email: &str) -> anyhow::Result<()> {
    if let Some(member) = store::member_at(tx, email).await? {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Whoever holds this invitation may make an account with it, once; the secret of it opens the door.
pub async fn open_door(tx: &mut Tx, invitation: &Invitation, secret: &str) -> anyhow::Result<()> {
    let link = OneTimeLink {
        kind: LinkKind::Invite,
        member: None,
        email: invitation.email.parse().ok(),
        role: Role::Participant,
        made_by: invitation.made_by,
        expires_at: invitation.moments.expires_at,
    };
    one_time_links::make_for_course(tx, secret, &link, invitation.course).await
}

/// No invitations are written to this address any more, whoever invites it.
pub async fn refuse(tx: &mut Tx, community: &Community, invitation: &Invitation) -> anyhow::Result<()> {
    store::refuse(tx, &mailbox(community, &invitation.email)).await?;
    decline(tx, invitation).await
}

/// Why an invitation was not sent again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotAgain {
    /// There is none to be sent.
    Gone,
    /// It was sent less than a day ago.
    TooSoon,
    /// Not now.
    NotSent(NotSent),
}

/// Sends an invitation again, with a new link in place of the old one. What was said with it goes along if the same person
/// said it: nobody's words are put into another's mouth.
pub async fn send_again(app: &App, course: &Course, by: &Member, id: RowId) -> anyhow::Result<Result<(), NotAgain>> {
    let community = community::of(app).await?;
    app.db
        .change(async |tx| {
            if let Err(no) = may_invite(tx, course) {
                return Ok(Err(NotAgain::NotSent(no)));
            }
            circles::hold(tx, course.id).await?;
            let Some(invitation) = store::in_course(tx, course.id, id).await? else { return Ok(Err(NotAgain::Gone)) };
            if !invitation.moments.may_be_sent_again(tx.now) {
                let is_open = matches!(invitation.moments.state(tx.now), State::Open | State::Expired);
                return Ok(Err(if is_open { NotAgain::TooSoon } else { NotAgain::Gone }));
            }
            if left_today(tx, by).await? < 1 {
                return Ok(Err(NotAgain::NotSent(NotSent::TooMany)));
            }
            let Ok(email) = invitation.email.parse::<Email>() else { return Ok(Err(NotAgain::Gone)) };
            let words = if invitation.made_by == Some(by.id) { invitation.words.as_str() } else { "" };
            let since = day_before(tx.now);
            for address in look_up(tx, &community, course.id, by.id, since, &[email]).await? {
                send(tx, app, &community, course, by, &address, words).await?;
            }
            Ok(Ok(()))
        })
        .await
}

/// Takes an invitation back: its link is worth nothing, and its e-mail does not leave if it has not left.
pub async fn take_back(tx: &mut Tx, course: CircleId, id: RowId) -> anyhow::Result<bool> {
    let Some(invitation) = store::in_course(tx, course, id).await? else { return Ok(false) };
    if !store::take_back(tx, id).await? {
        return Ok(false);
    }
    one_time_links::take_back(tx, &invitation.hash).await?;
    if let Some(letter) = invitation.letter {
        email::take_back_one(tx, letter).await?;
    }
    answered(tx, &invitation.email).await?;
    tx.emit(Event::CourseChanged(course));
    Ok(true)
}

/// The invitations to a course, the latest first, before one of them.
pub async fn list(conn: &mut Conn, course: CircleId, before: Option<RowId>, limit: i64) -> anyhow::Result<Vec<Listed>> {
    Ok(store::list(conn, course, before.unwrap_or(RowId(i64::MAX)), limit).await?)
}

/// How many there are.
pub async fn tally(conn: &mut Conn, course: CircleId) -> anyhow::Result<Tally> {
    Ok(store::tally(conn, course).await?.unwrap_or_default())
}

/// Nobody has this address here any more.
pub async fn forget(tx: &mut Tx, email: &str) -> anyhow::Result<()> {
    Ok(store::forget(tx, email).await?)
}

/// Forgets invitations that were accepted or over long ago.
pub async fn forget_old(tx: &mut Tx) -> anyhow::Result<()> {
    notices::forget_expired_invitations(tx).await?;
    let before = tx.now.plus_days(-KEPT_DAYS);
    Ok(store::forget_old(tx, before).await?)
}
