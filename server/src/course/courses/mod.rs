//! Courses: what one is about, when it runs, how one comes in, and who leads it.
//!
//! A course is two circles: those who take part and lead, and, within it, those who lead alone. Whoever leads is in both.

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use jiff::tz::TimeZone;

pub use self::rules::Standing;
use crate::{
    audiences::{
        Audience,
        circles::{self, Joining, Kind, NewCircle, Part, Seated, WishKind},
    },
    events::Event,
    ids::{CircleId, MemberId, Timestamp},
    kit::{
        db::{Conn, Tx},
        i18n::{Lang, time_zone},
        local_time::Day,
    },
    links::{notices, watches},
    people::{
        audit, community,
        members::{self, Member, Name, TrustedNames},
    },
};

/// A course.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Course {
    /// Its number, and that of the circle of those in it.
    pub id: CircleId,
    /// The circle of those who lead it.
    pub staff: CircleId,
    /// The last part of its address.
    pub address: String,
    /// What it is called.
    pub title: String,
    joining: String,
    /// How many may take part; nothing: as many as want to.
    pub places: Option<i64>,
    /// How many do.
    pub taken: i64,
    /// Since when nobody comes in and nothing is expected any more.
    pub closed_at: Option<Timestamp>,
    /// The IANA name of the zone its days and times are in.
    pub time_zone: String,
    lang: String,
    starts_on: String,
    ends_on: String,
    audience: i64,
    /// Whether the plan names modules that have not opened.
    pub titles_ahead: bool,
    /// Since when others than its staff see it.
    pub opened_at: Option<Timestamp>,
    /// When what is said about it was last changed.
    pub edited_at: Timestamp,
    /// A line about it.
    pub tagline: String,
    /// What it is about, as written.
    pub source: String,
    /// The same as rendered: safe to show.
    pub html: String,
    /// What one can do afterwards, a line each.
    pub outcomes: String,
}

/// Where a course is in its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Only its staff sees it.
    Prepared,
    /// It has not begun.
    Coming,
    /// It is in this week of so many.
    Running(i64, i64),
    /// It is over, or was closed.
    Over,
}

impl Course {
    /// Its address.
    pub fn url(&self) -> String {
        url(&self.address)
    }

    /// Where those who lead it change it.
    pub fn manage_url(&self) -> String {
        format!("{}manage/", self.url())
    }

    /// Its time zone, ready to use.
    pub fn zone(&self) -> TimeZone {
        time_zone(&self.time_zone)
    }

    /// The language it is held in.
    pub fn language(&self) -> Lang {
        Lang::from_tag(&self.lang).unwrap_or(Lang::En)
    }

    /// The tag of that.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Its first day.
    pub fn starts_on(&self) -> Day {
        self.starts_on.parse().unwrap_or(Day(jiff::civil::Date::ZERO))
    }

    /// Its last day.
    pub fn ends_on(&self) -> Day {
        self.ends_on.parse().unwrap_or(Day(jiff::civil::Date::ZERO))
    }

    /// How one comes in.
    pub fn joining(&self) -> Joining {
        self.joining.parse().unwrap_or(Joining::Invited)
    }

    /// Who may read its modules once they are open.
    pub fn audience(&self) -> Audience {
        Audience::of_circle(self.audience)
    }

    /// What it can do afterwards, whoever took part.
    pub fn outcomes(&self) -> Vec<&str> {
        self.outcomes.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    /// Whether every place is taken.
    pub fn is_full(&self) -> bool {
        self.places.is_some_and(|places| self.taken >= places)
    }

    /// How many weeks it has, the last perhaps shorter.
    pub fn weeks(&self) -> i64 {
        self.ends_on().days_after(self.starts_on()) / 7 + 1
    }

    /// Where it is in its time, by the calendar of its own zone.
    pub fn phase(&self, now: Timestamp) -> Phase {
        let today = Day::of(now, &self.zone());
        if self.opened_at.is_none() {
            Phase::Prepared
        } else if self.closed_at.is_some() || today > self.ends_on() {
            Phase::Over
        } else if today < self.starts_on() {
            Phase::Coming
        } else {
            Phase::Running(today.days_after(self.starts_on()) / 7 + 1, self.weeks())
        }
    }

    /// Whether it is over, or was closed.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.phase(now) == Phase::Over
    }
}

/// The address of a course.
pub fn url(address: &str) -> String {
    format!("/courses/{address}/")
}

/// What a course is to be.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// A line about it.
    pub tagline: String,
    /// What it is about, in Markdown.
    pub source: String,
    /// What one can do afterwards, a line each.
    pub outcomes: String,
    /// The language it is held in.
    pub lang: Lang,
    /// The IANA name of its zone.
    pub time_zone: String,
    /// Its first day.
    pub starts_on: Day,
    /// Its last day.
    pub ends_on: Day,
    /// How one comes in.
    pub joining: Joining,
    /// How many may take part.
    pub places: Option<i64>,
    /// Who may read its modules; a circle stands for those in it, whichever.
    pub audience: Audience,
    /// Whether the plan names modules that have not opened.
    pub titles_ahead: bool,
}

impl Draft {
    /// What a course is now.
    pub fn of(course: &Course) -> Self {
        Self {
            title: course.title.clone(),
            tagline: course.tagline.clone(),
            source: course.source.clone(),
            outcomes: course.outcomes.clone(),
            lang: course.language(),
            time_zone: course.time_zone.clone(),
            starts_on: course.starts_on(),
            ends_on: course.ends_on(),
            joining: course.joining(),
            places: course.places,
            audience: course.audience(),
            titles_ahead: course.titles_ahead,
        }
    }
}

/// Why a course was not made or changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum No {
    /// Another course has its address.
    AddressTaken,
    /// Somebody changed it meanwhile.
    EditedMeanwhile,
}

/// Begins a course: whoever does so leads it, and nobody else sees it yet.
pub async fn begin(
    tx: &mut Tx,
    by: &Member,
    address: &str,
    draft: &Draft,
    copied_from: Option<CircleId>,
) -> anyhow::Result<Result<CircleId, No>> {
    let Draft { joining, places, .. } = *draft;
    let new = NewCircle { kind: Kind::Course, within: None, address, name: &draft.title, joining, places };
    let Some(id) = circles::make(tx, &new).await? else { return Ok(Err(No::AddressTaken)) };
    let staff = NewCircle {
        kind: Kind::Staff,
        within: Some(id),
        address: "staff",
        joining: Joining::Placed,
        places: None,
        ..new
    };
    let staff = circles::make(tx, &staff).await?.ok_or_else(|| anyhow::anyhow!("a new course has staff already"))?;
    let html = community::render_site_page(&draft.source, draft.lang);
    store::insert(tx, id, staff, by.id, copied_from, draft, audience(id, draft), &html).await?;
    appoint(tx, id, staff, by.id, Part::Instructor).await?;
    audit::note(tx, Some(by.id), "course-begun", &url(address), &draft.title).await?;
    tx.emit(Event::CourseChanged(id));
    Ok(Ok(id))
}

fn audience(course: CircleId, draft: &Draft) -> i64 {
    match draft.audience {
        Audience::Public | Audience::Community => draft.audience.circle(),
        Audience::Me | Audience::Circle(_) => course.0,
    }
}

/// Changes a course, unless it is no longer as it was seen. Whoever waits gets the places that came by it.
pub async fn edit(tx: &mut Tx, course: &Course, seen: Timestamp, draft: &Draft) -> anyhow::Result<Result<(), No>> {
    let html = community::render_site_page(&draft.source, draft.lang);
    if !store::update(tx, course.id, seen, draft, audience(course.id, draft), &html).await? {
        return Ok(Err(No::EditedMeanwhile));
    }
    circles::change(tx, course.id, &draft.title, draft.joining, draft.places).await?;
    circles::change(tx, course.staff, &draft.title, Joining::Placed, None).await?;
    seat_waiting(tx, course.id).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(Ok(()))
}

/// From now on others see it and may come in.
pub async fn open(tx: &mut Tx, by: &Member, course: &Course) -> anyhow::Result<()> {
    if store::open(tx, course.id).await? {
        for wish in circles::wishes(tx, course.id, WishKind::Invited).await? {
            notices::invited(tx, course.id, wish.member, wish.made_by.unwrap_or(by.id)).await?;
        }
        audit::note(tx, Some(by.id), "course-opened", &course.url(), &course.title).await?;
        tx.emit(Event::CourseChanged(course.id));
    }
    Ok(())
}

/// Closes a course: what is there stays readable to those who could read it, nobody comes in, nothing is expected.
pub async fn close(tx: &mut Tx, by: &Member, course: &Course) -> anyhow::Result<()> {
    circles::close(tx, course.id).await?;
    audit::note(tx, Some(by.id), "course-closed", &course.url(), &course.title).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(())
}

/// Opens a closed course again.
pub async fn reopen(tx: &mut Tx, by: &Member, course: &Course) -> anyhow::Result<()> {
    circles::reopen(tx, course.id).await?;
    audit::note(tx, Some(by.id), "course-reopened", &course.url(), &course.title).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(())
}

/// The course at an address and what the reader is to it. One that is being prepared is there for those who lead it.
pub async fn at(conn: &mut Conn, reader: Option<&Member>, address: &str) -> anyhow::Result<Option<(Course, Standing)>> {
    let Some(course) = store::at(conn, address).await? else { return Ok(None) };
    with_standing(conn, reader, course).await
}

async fn with_standing(
    conn: &mut Conn,
    reader: Option<&Member>,
    course: Course,
) -> anyhow::Result<Option<(Course, Standing)>> {
    let part = match reader {
        Some(reader) => circles::part(conn, course.id, reader.id).await?,
        None => None,
    };
    let standing = Standing { part, organises: reader.is_some_and(Member::is_organiser) };
    Ok((course.opened_at.is_some() || standing.guides()).then_some((course, standing)))
}

/// The course of this number, for what no reader asked for.
pub async fn find(conn: &mut Conn, id: CircleId) -> anyhow::Result<Option<Course>> {
    Ok(store::by_id(conn, id).await?)
}

/// A course in a list, with what the reader is to it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    /// The course.
    #[sqlx(flatten)]
    pub course: Course,
    part: Option<String>,
    wish: Option<String>,
}

impl Listed {
    /// What the reader is in it.
    pub fn part(&self) -> Option<Part> {
        self.part.as_deref().and_then(|word| word.parse().ok())
    }

    /// The reader is invited by e-mail.
    pub fn is_invited_to(&mut self) {
        if self.wish.as_deref() != Some("waiting") {
            self.wish = Some("invited".into());
        }
    }

    /// The message that says what the reader is to it, if anything.
    pub fn part_key(&self) -> Option<&'static str> {
        match (self.part(), self.wish.as_deref()) {
            (Some(Part::Instructor | Part::Leader), _) => Some("course-you-instruct"),
            (Some(Part::Guide), _) => Some("course-you-guide"),
            (Some(Part::Member), _) => Some("course-you-take-part"),
            (None, Some("waiting")) => Some("course-you-wait"),
            (None, Some("asked")) => Some("course-you-asked"),
            (None, Some("invited")) => Some("course-you-are-invited"),
            _ => None,
        }
    }
}

/// All courses that a reader may see, those that run now or come next first.
pub async fn list(conn: &mut Conn, reader: Option<&Member>) -> anyhow::Result<Vec<Listed>> {
    let (id, organises) = reader.map_or((MemberId(0), false), |reader| (reader.id, reader.is_organiser()));
    Ok(store::list(conn, id, organises).await?)
}

/// How it went with joining.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Joined {
    /// They take part.
    In,
    /// They had been in it before.
    Already,
    /// They asked, and staff decides.
    Asked,
    /// All places are taken: they wait for one.
    Waiting,
    /// It is over or closed; that they wanted to is kept for those who lead it.
    Over,
    /// Only with an invitation.
    Uninvited,
}

/// A member wants to take part. Two who want the last place at once are decided by one statement.
pub async fn join(tx: &mut Tx, course: &Course, member: MemberId, words: &str) -> anyhow::Result<Joined> {
    if circles::part(tx, course.id, member).await?.is_some() {
        return Ok(Joined::Already);
    }
    let wish = circles::wish_of(tx, course.id, member).await?.map(|wish| wish.kind());
    if course.is_over(tx.now) {
        circles::wish(tx, course.id, member, WishKind::Asked, None, words).await?;
        notices::asked(tx, course.id, member).await?;
        return Ok(Joined::Over);
    }
    let is_invited = wish == Some(WishKind::Invited);
    match (course.joining(), is_invited) {
        (Joining::Open, _) | (_, true) => seat(tx, course, member).await,
        (Joining::Ask, false) => {
            if wish == Some(WishKind::Waiting) {
                return Ok(Joined::Waiting);
            }
            circles::wish(tx, course.id, member, WishKind::Asked, None, words).await?;
            notices::asked(tx, course.id, member).await?;
            tx.emit(Event::CourseChanged(course.id));
            Ok(Joined::Asked)
        }
        (Joining::Invited | Joining::Placed, false) => Ok(Joined::Uninvited),
    }
}

/// Gives somebody a place, or the next one in the list of those who wait.
async fn seat(tx: &mut Tx, course: &Course, member: MemberId) -> anyhow::Result<Joined> {
    match circles::seat(tx, course.id, member).await? {
        Seated::In => {
            enrol(tx, course.id, member).await?;
            Ok(Joined::In)
        }
        Seated::Already => Ok(Joined::Already),
        Seated::Full => {
            circles::wish(tx, course.id, member, WishKind::Waiting, None, "").await?;
            tx.emit(Event::CourseChanged(course.id));
            Ok(Joined::Waiting)
        }
        Seated::Closed => Ok(Joined::Over),
    }
}

/// Somebody takes part from now on: with progress from the start, and told of what the course does.
async fn enrol(tx: &mut Tx, course: CircleId, member: MemberId) -> anyhow::Result<()> {
    store::enrol(tx, course, member).await?;
    watches::begin_by_joining(tx, member, course).await?;
    // Whoever comes late comes into the smallest homeroom, if there are any.
    if !store::has_homeroom(tx, course, member).await?
        && let Some(room) = circles::place(tx, Kind::Homeroom, course, member).await?
    {
        store::set_homeroom(tx, course, member, Some(room)).await?;
        watches::begin_by_joining(tx, member, room).await?;
    }
    tx.emit(Event::CourseChanged(course));
    Ok(())
}

async fn seat_waiting(tx: &mut Tx, course: CircleId) -> anyhow::Result<()> {
    for member in circles::seat_waiting(tx, course).await? {
        enrol(tx, course, member).await?;
        notices::let_in(tx, course, member).await?;
    }
    Ok(())
}

/// Lets somebody in who asked, waits or is to be invited, as far as there are places.
pub async fn let_in(tx: &mut Tx, course: &Course, member: MemberId) -> anyhow::Result<Joined> {
    let joined = seat(tx, course, member).await?;
    if joined == Joined::In {
        notices::let_in(tx, course.id, member).await?;
    }
    Ok(joined)
}

/// Turns down a request, or takes an invitation or a place in the list of those who wait away.
pub async fn turn_away(tx: &mut Tx, course: CircleId, member: MemberId) -> anyhow::Result<()> {
    if circles::end_wish(tx, course, member).await? {
        tx.emit(Event::CourseChanged(course));
    }
    Ok(())
}

/// Invites a member; whoever is in it already stays as they are. They are told of it, once the course is there for others.
pub async fn invite(tx: &mut Tx, course: &Course, member: MemberId, by: MemberId) -> anyhow::Result<()> {
    if circles::part(tx, course.id, member).await?.is_none() {
        circles::wish(tx, course.id, member, WishKind::Invited, Some(by), "").await?;
        if course.opened_at.is_some() {
            notices::invited(tx, course.id, member, by).await?;
        }
        tx.emit(Event::CourseChanged(course.id));
    }
    Ok(())
}

/// Why somebody stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MustStay {
    /// Nobody else leads the course.
    OnlyInstructor,
}

/// Somebody leaves, or is taken out: they read there no more, what they wrote stays theirs, and the next one who waits
/// comes in.
pub async fn leave(tx: &mut Tx, course: &Course, member: MemberId) -> anyhow::Result<Result<(), MustStay>> {
    let part = circles::part(tx, course.id, member).await?;
    if part == Some(Part::Instructor) && store::instructors(tx, course.id).await? < 2 {
        return Ok(Err(MustStay::OnlyInstructor));
    }
    if part.is_some() {
        take_out(tx, course.id, member).await?;
    }
    circles::end_wish(tx, course.id, member).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(Ok(()))
}

async fn take_out(tx: &mut Tx, course: CircleId, member: MemberId) -> anyhow::Result<()> {
    circles::remove(tx, course, member).await?;
    circles::remove_within(tx, course, member).await?;
    store::end_enrolment(tx, course, member).await?;
    notices::left(tx, member, course).await?;
    seat_waiting(tx, course).await
}

/// The addresses and names of courses that somebody leads alone, with others in them.
pub async fn led_alone(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<(String, String)>> {
    Ok(store::led_alone(conn, member).await?)
}

/// Somebody's account ended: they are in no course any more, and whoever waits gets their place.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    for course in store::of_member(tx, member).await? {
        take_out(tx, course, member).await?;
        tx.emit(Event::CourseChanged(course));
    }
    Ok(())
}

/// Makes somebody an instructor or a guide of the course, or an ordinary participant again.
pub async fn give_part(
    tx: &mut Tx,
    course: &Course,
    member: MemberId,
    part: Part,
) -> anyhow::Result<Result<(), MustStay>> {
    let before = circles::part(tx, course.id, member).await?;
    if before == Some(Part::Instructor) && part != Part::Instructor && store::instructors(tx, course.id).await? < 2 {
        return Ok(Err(MustStay::OnlyInstructor));
    }
    appoint(tx, course.id, course.staff, member, part).await?;
    seat_waiting(tx, course.id).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(Ok(()))
}

async fn appoint(tx: &mut Tx, course: CircleId, staff: CircleId, member: MemberId, part: Part) -> anyhow::Result<()> {
    circles::appoint(tx, course, member, part).await?;
    if part == Part::Member {
        circles::remove(tx, staff, member).await?;
        notices::left(tx, member, staff).await?;
        enrol(tx, course, member).await
    } else {
        // A participant who comes to lead leaves the homeroom they were in.
        if store::has_homeroom(tx, course, member).await? {
            circles::remove_within(tx, course, member).await?;
            notices::left(tx, member, course).await?;
        }
        circles::appoint(tx, staff, member, part).await?;
        store::end_enrolment(tx, course, member).await?;
        watches::begin_by_joining(tx, member, course).await
    }
}

/// What a participant is called in this course; empty: as everywhere. Nothing if they do not take part.
pub async fn name_of(conn: &mut Conn, course: CircleId, member: MemberId) -> anyhow::Result<Option<String>> {
    Ok(store::name_of(conn, course, member).await?)
}

/// What these members are called in the course that a circle is or belongs to, where that is not as everywhere.
pub async fn names(
    conn: &mut Conn,
    circle: CircleId,
    members: impl IntoIterator<Item = MemberId>,
) -> anyhow::Result<HashMap<MemberId, String>> {
    let ids: Vec<String> = members.into_iter().map(|member| member.to_string()).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(store::names(conn, circle, &ids.join(",")).await?.into_iter().collect())
}

/// The names that no participant's should be taken for: of those who lead the community or this course.
pub async fn trusted_names(conn: &mut Conn, course: &Course, community: &str) -> anyhow::Result<TrustedNames> {
    let known = members::trusted_names(conn, community).await?;
    let staff = store::staff(conn, course.id).await?;
    let and =
        |names: TrustedNames, one: &Person| names.with(Some(one.member), &one.name, &one.handle, one.part().key());
    Ok(staff.iter().fold(known, and))
}

/// A participant wants to be called otherwise in this course, or as everywhere; answers whether they take part.
pub async fn call(tx: &mut Tx, course: CircleId, member: MemberId, name: Option<&Name>) -> anyhow::Result<bool> {
    if !store::call(tx, course, member, name.map_or("", Name::as_str)).await? {
        return Ok(false);
    }
    // Wherever the course names them.
    tx.emit(Event::MemberChanged(member));
    tx.emit(Event::CourseChanged(course));
    Ok(true)
}

/// Since when somebody takes part, if they do.
pub async fn since(conn: &mut Conn, course: CircleId, member: MemberId) -> anyhow::Result<Option<Timestamp>> {
    Ok(store::since(conn, course, member).await?)
}

/// Puts participants into homerooms: each member with their circle.
pub async fn place(tx: &mut Tx, course: CircleId, placed: &[(i64, i64)]) -> anyhow::Result<()> {
    circles::place_all(tx, Kind::Homeroom, course, placed).await?;
    Ok(store::place(tx, course, &serde_json::to_string(placed)?).await?)
}

/// Notes which homeroom a participant is in.
pub async fn set_homeroom(
    tx: &mut Tx,
    course: CircleId,
    member: MemberId,
    room: Option<CircleId>,
) -> anyhow::Result<()> {
    Ok(store::set_homeroom(tx, course, member, room).await?)
}

/// Somebody in a course.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Person {
    /// Who.
    pub member: MemberId,
    /// What they are called in this course.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// The file of their avatar.
    pub picture: Option<String>,
    part: String,
    /// Since when they are in it.
    pub since: Timestamp,
}

impl Person {
    /// What they are in it.
    pub fn part(&self) -> Part {
        self.part.parse().unwrap_or(Part::Member)
    }

    /// The address of their avatar.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.member, self.picture.as_deref())
    }
}

/// Those who lead a course, instructors first.
pub async fn staff(conn: &mut Conn, course: &Course) -> anyhow::Result<Vec<Person>> {
    Ok(store::staff(conn, course.id).await?)
}

/// So many of those who lead a course stand on its page.
pub const STAFF_SHOWN: i64 = 24;

/// Those who lead a course as its page shows them: all of a few; of many the instructors, then those who look after the
/// reader's homeroom. And how many more there are.
pub async fn shown_staff(
    conn: &mut Conn,
    course: &Course,
    homeroom: Option<CircleId>,
) -> anyhow::Result<(Vec<Person>, i64)> {
    let shown = store::staff_beside(conn, course.id, homeroom, STAFF_SHOWN).await?;
    let count = i64::try_from(shown.len())?;
    let more = if count < STAFF_SHOWN { 0 } else { store::staff_count(conn, course.id).await? - count };
    Ok((shown, more))
}

/// Those who take part in it, the latest first.
pub async fn participants(
    conn: &mut Conn,
    course: CircleId,
    before: Option<(Timestamp, MemberId)>,
    limit: i64,
) -> anyhow::Result<Vec<Person>> {
    let (at, id) = before.unwrap_or((Timestamp(i64::MAX), MemberId(i64::MAX)));
    Ok(store::participants(conn, course, at, id, limit).await?)
}
