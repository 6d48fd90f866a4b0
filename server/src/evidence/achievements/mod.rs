//! Badges: what can be achieved here, and who did.
//!
//! Organisers define them, and instructors those of their course. An award is given by hand, with what shows that it was
//! earned; a constraint sees to it that it is there once. It is quiet: others see it when its holder says so.

pub mod drawing;
pub mod rules;
mod store;

pub use self::rules::{Draft, Level, Repeats};
use crate::{
    events::Event,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        i18n::Lang,
    },
    links::notices,
    people::{
        audit,
        members::{self, Member},
    },
};

/// What is pressed twice within this time was meant once.
const SAME_MILLISECONDS: i64 = 10_000;

/// What can be achieved.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Achievement {
    /// Its number.
    pub id: RowId,
    /// The course it belongs to; none: the community.
    pub course: Option<CircleId>,
    level: String,
    repeats: String,
    /// Since when it can be awarded; none: it is a draft, or is no longer awarded.
    pub in_use_at: Option<Timestamp>,
    /// When it was last changed.
    pub edited_at: Timestamp,
    /// The tag of the language it is written in.
    pub lang: String,
    /// The file of its picture; empty: it is drawn.
    pub picture: String,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// What it takes.
    pub criteria: String,
    certifies: String,
    /// Since when members may ask for it; none: they may not.
    pub requests_from: Option<Timestamp>,
    /// The title of the course.
    pub course_title: Option<String>,
    course_address: Option<String>,
    course_opened_at: Option<Timestamp>,
    /// How many awards there are that were not taken back.
    pub awarded: i64,
}

impl Achievement {
    /// How much it takes.
    pub fn level(&self) -> Level {
        self.level.parse().unwrap_or(Level::Checkpoint)
    }

    /// How often one person can have it.
    pub fn repeats(&self) -> Repeats {
        self.repeats.parse().unwrap_or(Repeats::Person)
    }

    /// Whether everybody may look at it: it is awarded, or was, and its course is no secret.
    pub fn is_public(&self) -> bool {
        (self.in_use_at.is_some() || self.awarded > 0) && (self.course.is_none() || self.course_opened_at.is_some())
    }

    /// Whether it is a badge, and not what a paper of a course certifies.
    pub const fn is_badge(&self) -> bool {
        self.certifies.is_empty()
    }

    /// Its address.
    pub fn url(&self) -> String {
        url(self.id)
    }

    /// The address of its picture, which is another one when the picture is.
    pub fn picture_url(&self) -> String {
        picture_url(self.id, &self.picture)
    }

    /// The address of the course it belongs to.
    pub fn course_url(&self) -> Option<String> {
        self.course_address.as_deref().map(crate::course::courses::url)
    }
}

/// The address of a badge.
pub fn url(id: RowId) -> String {
    format!("/badges/{id}/")
}

/// The address of the picture of a badge, by the file it is kept under.
pub fn picture_url(id: RowId, file: &str) -> String {
    let version = file.split_once('.').map_or("drawn", |(hash, _)| hash);
    format!("/badges/{id}/{version}.png")
}

/// What somebody was awarded.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Award {
    /// Its number.
    pub id: RowId,
    /// Of what it is one.
    pub achievement: RowId,
    /// Who has it.
    pub member: MemberId,
    /// Who gave it, if they are still here.
    pub awarded_by: Option<MemberId>,
    /// When.
    pub awarded_at: Timestamp,
    /// Since when others see it.
    pub shown_at: Option<Timestamp>,
    /// Since when its holder does not want it.
    pub declined_at: Option<Timestamp>,
    /// Since when it is taken back.
    pub taken_back_at: Option<Timestamp>,
    /// Why that was done.
    pub why: String,
    /// What shows that it was earned, in words.
    pub evidence: String,
    /// Where that is found.
    pub evidence_url: String,
    /// What it is called.
    pub name: String,
    /// The tag of the language of that.
    pub lang: String,
    picture: String,
    /// Who has it, by name.
    pub holder: String,
    /// Their handle.
    pub handle: String,
    holder_picture: Option<String>,
    /// Who gave it, by name.
    pub by_name: Option<String>,
    /// In which course.
    pub course_title: Option<String>,
}

impl Award {
    /// The address of what it is one of.
    pub fn badge_url(&self) -> String {
        url(self.achievement)
    }

    /// The address of its picture.
    pub fn picture_url(&self) -> String {
        picture_url(self.achievement, &self.picture)
    }

    /// Where those who lead look at it.
    pub fn manage_url(&self) -> String {
        format!("{}awards/{}/", self.badge_url(), self.id)
    }

    /// The page of whoever has it.
    pub fn holder_url(&self) -> String {
        members::url(&self.handle)
    }

    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.member, self.holder_picture.as_deref())
    }
}

/// An award that is to be given.
#[derive(Clone, Debug)]
pub struct Given<'a> {
    /// To whom.
    pub to: MemberId,
    /// By whom.
    pub by: MemberId,
    /// In which course.
    pub course: Option<CircleId>,
    /// What shows that it was earned.
    pub evidence: &'a str,
    /// Where that is found.
    pub address: &'a str,
}

/// An award that a rule gives.
#[derive(Clone, Debug)]
pub struct Earned<'a> {
    /// To whom.
    pub to: MemberId,
    /// In which course.
    pub course: Option<CircleId>,
    /// What they cannot have twice.
    pub once: &'a str,
    /// What they did.
    pub evidence: &'a str,
}

/// What somebody had of a badge, also if it was taken back.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Had {
    /// Of which badge.
    pub achievement: RowId,
    /// Who.
    pub member: MemberId,
    /// What they cannot have twice.
    pub once: String,
    /// Since when they do not want it.
    pub declined_at: Option<Timestamp>,
}

/// Why an award was not given.
#[derive(Clone, Debug)]
pub enum NotAwarded {
    /// It is not in use.
    OutOfUse,
    /// It is there, and the setting allows no second one.
    There(Box<Award>),
}

/// What is in use, and what the reader leads; that of the community first, then by course.
pub async fn list(conn: &mut Conn, reader: Option<&Member>) -> anyhow::Result<Vec<Achievement>> {
    let (id, organises) = reader.map_or((MemberId(0), false), |reader| (reader.id, reader.is_organiser()));
    Ok(store::list(conn, id, organises).await?)
}

/// A badge by its number, whoever asks.
pub async fn find(conn: &mut Conn, id: RowId) -> anyhow::Result<Option<Achievement>> {
    Ok(store::find(conn, id).await?)
}

/// Begins a badge, as a draft.
pub async fn begin(
    tx: &mut Tx,
    by: MemberId,
    course: Option<CircleId>,
    lang: Lang,
    draft: &Draft,
) -> anyhow::Result<RowId> {
    Ok(store::insert(tx, by, course, lang.tag(), draft).await?)
}

/// Changes one that nobody changed since `seen`; answers whether it did. How often it can be had stays once it was awarded.
pub async fn edit(tx: &mut Tx, id: RowId, seen: Timestamp, draft: &Draft) -> anyhow::Result<bool> {
    Ok(store::update(tx, id, seen, draft).await?)
}

/// From now on it can be awarded, and everybody sees it.
pub async fn put_in_use(tx: &mut Tx, id: RowId) -> anyhow::Result<()> {
    store::put_in_use(tx, id).await?;
    tx.emit(Event::BadgeRulesChanged);
    Ok(())
}

/// From now on it is awarded no longer. Whoever has it keeps it.
pub async fn put_out_of_use(tx: &mut Tx, id: RowId) -> anyhow::Result<()> {
    Ok(store::put_out_of_use(tx, id).await?)
}

/// Gives it a picture, or has it drawn.
pub async fn set_picture(tx: &mut Tx, id: RowId, file: Option<&str>) -> anyhow::Result<()> {
    Ok(store::set_picture(tx, id, file.unwrap_or_default()).await?)
}

/// Gives somebody a badge, and tells them. Two who do so at once give one.
pub async fn award(tx: &mut Tx, id: RowId, given: &Given<'_>) -> anyhow::Result<Result<RowId, NotAwarded>> {
    store::hold(tx, id).await?;
    let Some(achievement) = store::find(tx, id).await?.filter(|found| found.in_use_at.is_some() && found.is_badge())
    else {
        return Ok(Err(NotAwarded::OutOfUse));
    };
    let award = RowId(tx.new_id());
    let once = rules::once(achievement.repeats(), given.course.map(|course| course.0), award.0);
    // "Each time" is no reason to give two with one press.
    let lately = Timestamp(tx.now.0 - SAME_MILLISECONDS);
    let latest = store::awards_of(tx, id, RowId(i64::MAX), 1).await?.pop();
    let is_same = |other: &Award| {
        other.member == given.to
            && other.awarded_by == Some(given.by)
            && other.awarded_at > lately
            && other.taken_back_at.is_none()
            && (other.evidence.as_str(), other.evidence_url.as_str()) == (given.evidence, given.address)
    };
    if let Some(same) = latest.filter(is_same) {
        return Ok(Ok(same.id));
    }
    if store::award(tx, award, id, &once, given).await?.is_none() {
        let Some(there) = store::there(tx, id, given.to, &once).await? else {
            anyhow::bail!("an award is in the way that is not there")
        };
        return Ok(Err(NotAwarded::There(Box::new(there))));
    }
    notices::awarded(tx, award, given.to, given.by).await?;
    tx.emit(Event::AwardsChanged(given.to));
    audit::note(tx, Some(given.by), "badge-awarded", &achievement.url(), &achievement.name).await?;
    Ok(Ok(award))
}

/// What a paper certifies, in the words of its day.
#[derive(Clone, Debug)]
pub struct Words {
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// What it takes.
    pub criteria: String,
}

/// What a course certifies of somebody.
#[derive(Clone, Debug)]
pub struct Certified<'a> {
    /// The word for what it is: `certificate` or `statement`.
    pub certifies: &'a str,
    /// By which course.
    pub course: CircleId,
    /// The tag of the language of its words.
    pub lang: &'a str,
    /// What it says.
    pub words: &'a Words,
    /// Of whom.
    pub to: MemberId,
    /// Who signed it; none: it came by itself.
    pub by: Option<MemberId>,
    /// What tells it from all others.
    pub once: &'a str,
    /// What shows it.
    pub evidence: &'a str,
    /// Where that is found.
    pub address: &'a str,
}

/// Awards somebody what a course certifies of them. What says the same is one achievement; its words never change.
pub async fn certify(tx: &mut Tx, certified: &Certified<'_>) -> anyhow::Result<RowId> {
    let achievement = match store::certified(tx, certified).await? {
        Some(there) => there,
        None => store::insert_certified(tx, certified).await?,
    };
    let award = store::award_certified(tx, achievement, certified).await?;
    tx.emit(Event::AwardsChanged(certified.to));
    Ok(award)
}

/// Somebody met the rule of a badge: they are given it, unless they had it or do not want it.
pub async fn earn(tx: &mut Tx, id: RowId, earned: &Earned<'_>) -> anyhow::Result<()> {
    store::hold(tx, id).await?;
    if !store::is_in_use(tx, id).await? || store::had_once(tx, id, earned.to, earned.once).await? {
        return Ok(());
    }
    let award = RowId(tx.new_id());
    if store::earn(tx, award, id, earned).await? {
        notices::earned(tx, award, earned.to).await?;
        tx.emit(Event::AwardsChanged(earned.to));
    }
    Ok(())
}

/// What the members from one to another had of all badges, whoever gave it.
pub async fn had(conn: &mut Conn, first: MemberId, last: MemberId) -> anyhow::Result<Vec<Had>> {
    Ok(store::had(conn, first, last).await?)
}

/// What is in the way of giving somebody a badge in this course: they have it, and the setting allows no second one.
pub async fn in_the_way(
    conn: &mut Conn,
    badge: &Achievement,
    member: MemberId,
    course: Option<CircleId>,
) -> anyhow::Result<Option<Award>> {
    if badge.repeats() == Repeats::Time {
        return Ok(None);
    }
    let once = rules::once(badge.repeats(), course.map(|course| course.0), 0);
    Ok(store::there(conn, badge.id, member, &once).await?)
}

/// The awards of a badge before one of them, or the latest.
pub async fn awards_of(conn: &mut Conn, id: RowId, before: Option<RowId>, limit: i64) -> anyhow::Result<Vec<Award>> {
    Ok(store::awards_of(conn, id, before.unwrap_or(RowId(i64::MAX)), limit).await?)
}

/// An award by its number, whoever asks.
pub async fn award_of(conn: &mut Conn, id: RowId) -> anyhow::Result<Option<Award>> {
    Ok(store::award_of(conn, id).await?)
}

/// What somebody was awarded, the latest first; what they declined, too.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Award>> {
    Ok(store::of_member(conn, member).await?)
}

/// What somebody shows to others: each badge once, with all awards of it, the latest first.
pub async fn shown_of(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Vec<Award>>> {
    Ok(rules::grouped(store::shown_of(conn, member).await?, |award| award.achievement))
}

/// From now on others see an award of one's own.
pub async fn show(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    if store::show(tx, member, id).await? {
        tx.emit(Event::AuthorChanged(member));
    }
    Ok(())
}

/// Others see it no longer.
pub async fn hide(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    if store::hide(tx, member, id).await? {
        tx.emit(Event::AuthorChanged(member));
    }
    Ok(())
}

/// A member does not want an award of their own.
pub async fn decline(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    if store::decline(tx, member, id).await? {
        tx.emit(Event::AwardsChanged(member));
    }
    Ok(())
}

/// A member wants it after all.
pub async fn accept(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    if store::accept(tx, member, id).await? {
        tx.emit(Event::AwardsChanged(member));
    }
    Ok(())
}

/// Takes an award back, and says why. It can then be given anew.
pub async fn take_back(tx: &mut Tx, award: &Award, by: MemberId, why: &str) -> anyhow::Result<()> {
    if let Some(member) = store::take_back(tx, award.id, by, why).await? {
        audit::note(tx, Some(by), "badge-taken-back", &award.badge_url(), &award.name).await?;
        tx.emit(Event::AwardsChanged(member));
    }
    Ok(())
}

/// The awards of somebody whose account ends go with it.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}
