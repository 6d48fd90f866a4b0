//! The stream: what happened, the latest first, as far as a reader may read each. Nothing is written down for it: it is put
//! together from what was published and said, from who came and what was announced. So what is deleted, hidden or narrowed
//! is not in it, and what came from elsewhere stands where it belongs.
//!
//! A page looks back in steps. Each kind of thing is asked for a bounded number of the latest; what was looked through by
//! all of them is the page, or goes on to it in another step. See decision 39.

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use self::{
    rules::Happened,
    store::{About, Lively, Row, Seen},
};
pub use self::{
    rules::{Filter, Kind, Place},
    store::Person,
};
use crate::{
    audiences::Audience,
    ids::{CircleId, MemberId, Timestamp},
    kit::db::Conn,
    people::members,
};

/// So many lines stand on a page.
pub const PAGE: usize = 25;
/// So many people are named in a line.
const NAMED: usize = 3;
/// Of so many people somebody follows what they did is looked for, those they chose last first.
const FOLLOWED: i64 = 500;
/// What has a conversation of its own.
const PUBLISHED: [Kind; 5] = [Kind::Post, Kind::Discussion, Kind::Module, Kind::Assignment, Kind::Announcement];
/// A page takes no more steps.
const STEPS: usize = 5;

/// How much is looked at in one step.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    /// So much of each kind is asked for.
    wanted: i64,
    /// Among so much of what is latest, what somebody may read is looked for first.
    near: i64,
    /// Of entries there are more.
    near_entries: i64,
    /// In so many conversations that were lively last entries are looked for then.
    candidates: i64,
    /// So much is looked at of what certain people did, by all of them together.
    of_people: i64,
}

const BOUNDS: Bounds = Bounds { wanted: 60, near: 1000, near_entries: 2000, candidates: 1000, of_people: 2000 };

/// Where something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// In the community.
    Everywhere,
    /// In a course and its rooms, or written for it.
    Course(CircleId),
    /// In a tribe, or written for it.
    Tribe(CircleId),
}

impl Scope {
    const fn course(self) -> i64 {
        match self {
            Self::Course(circle) => circle.0,
            Self::Everywhere | Self::Tribe(_) => 0,
        }
    }

    const fn tribe(self) -> i64 {
        match self {
            Self::Tribe(circle) => circle.0,
            Self::Everywhere | Self::Course(_) => 0,
        }
    }
}

/// A course or a tribe in which somebody is, by which they may filter.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Choice {
    id: CircleId,
    kind: String,
    address: String,
    /// What it is called.
    pub name: String,
}

impl Choice {
    /// The word that addresses say.
    pub fn word(&self) -> String {
        format!("{}-{}", self.kind, self.address)
    }

    /// What happened there.
    pub fn scope(&self) -> Scope {
        if self.kind == "course" { Scope::Course(self.id) } else { Scope::Tribe(self.id) }
    }
}

/// The courses and tribes in which a member is.
pub async fn places_of(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Choice>> {
    Ok(store::places(conn, member).await?)
}

/// Whose doing something is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    /// Anybody's.
    Anyone,
    /// This member's.
    Member(MemberId),
    /// Of the people whom the reader follows.
    Followed,
}

/// What somebody wants to see.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Who asks; nobody is a reader, too.
    pub reader: Option<MemberId>,
    /// Where it happened.
    pub scope: Scope,
    /// Whose doing it is.
    pub who: Who,
    /// What kind it is of; none for all.
    pub filter: Option<Filter>,
    /// Whether the reader may know who is there.
    pub names_people: bool,
    /// Before which place.
    pub after: Place,
}

impl Asked {
    fn wants(&self, kind: Kind) -> bool {
        self.filter.is_none_or(|filter| filter.takes(kind))
    }

    fn reader(&self) -> MemberId {
        self.reader.unwrap_or(MemberId(0))
    }
}

/// Something that happened, or several things that read as one, as the stream shows them.
#[derive(Clone, Debug)]
pub struct Line {
    /// When the latest of it happened.
    pub place: Place,
    /// What it is.
    pub kind: Kind,
    /// How much of it there is.
    pub count: i64,
    /// The number of the first of it.
    first: i64,
    about: Option<About>,
    /// Who came, those who came last first; not all of many.
    pub people: Vec<Person>,
}

impl Line {
    fn text(&self, of: impl Fn(&About) -> &str) -> &str {
        self.about.as_ref().map_or("", of)
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        self.text(|about| &about.title)
    }

    /// The language of that.
    pub fn lang(&self) -> &str {
        self.text(|about| &about.lang)
    }

    /// Where one reads on: of several entries at the first of them.
    pub fn url(&self) -> String {
        match self.kind {
            Kind::Comment => format!("/comments/{}", self.first),
            _ => self.text(|about| &about.path).to_owned(),
        }
    }

    /// Where the latest of it stands.
    pub fn latest_url(&self) -> String {
        match self.kind {
            Kind::Comment => format!("/comments/{}", self.place.id),
            _ => self.url(),
        }
    }

    /// Who did it.
    pub fn name(&self) -> &str {
        self.text(|about| &about.name)
    }

    /// The address of the member who did it, if it was one.
    pub fn person_url(&self) -> Option<String> {
        self.about.as_ref()?.handle.as_ref().map(|handle| members::url(handle))
    }

    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        let Some(about) = &self.about else { return String::new() };
        match (about.actor, about.guest_picture) {
            (Some(actor), _) => members::avatar_url(actor, about.picture.as_deref()),
            (None, Some(seed)) => format!("/pictures/{seed:x}.svg"),
            (None, None) => format!("/pictures/{}.svg", about.id),
        }
    }

    /// The beginning of what was written, so many characters of it.
    pub fn excerpt(&self, chars: usize) -> String {
        markup::excerpt(self.text(|about| &about.html), chars)
    }

    /// What the blog, tribe or course is called in which it stands; empty where that has no name.
    pub fn where_name(&self) -> &str {
        self.text(|about| &about.where_name)
    }

    /// The address of that, if it has one.
    pub fn where_url(&self) -> Option<&str> {
        self.about.as_ref()?.where_url.as_deref()
    }

    /// When it begins, if it is a get-together.
    pub fn starts_at(&self) -> Option<Timestamp> {
        self.about.as_ref()?.starts_at
    }

    /// The message that says for whom it is, unless that is everyone, or a circle with a name.
    pub fn audience_key(&self) -> Option<&'static str> {
        let about = self.about.as_ref()?;
        (about.audience == Audience::Community.circle()).then(|| Audience::Community.key())
    }

    /// What the circle is called that it is for, if it has a name.
    pub fn circle_name(&self) -> Option<&str> {
        let about = self.about.as_ref()?;
        (!about.circle.is_empty() && about.circle != about.where_name).then_some(about.circle.as_str())
    }

    /// The message that says what it is; it counts.
    pub fn kind_key(&self) -> &'static str {
        match self.kind {
            Kind::Post if self.about.as_ref().is_some_and(|about| about.is_wrap_up) => "stream-is-wrap-up",
            Kind::Post => "stream-is-post",
            Kind::Comment => "stream-is-comments",
            Kind::Discussion => "stream-is-discussion",
            Kind::Module => "stream-is-module",
            Kind::Assignment => "stream-is-assignment",
            Kind::Announcement => "stream-is-announcement",
            Kind::Gathering => "stream-is-gathering",
            Kind::File => "stream-is-file",
            Kind::Arrival => "stream-is-arrivals",
        }
    }

    /// How many came who are not named.
    pub fn unnamed(&self) -> i64 {
        self.count - i64::try_from(self.people.len()).unwrap_or_default()
    }
}

/// A page of the stream.
#[derive(Clone, Debug)]
pub struct Page {
    /// What happened, the latest first.
    pub lines: Vec<Line>,
    /// After which place the next page goes on, if there may be more.
    pub next: Option<Place>,
}

/// What happened before a place, as far as the reader may read each.
pub async fn page(conn: &mut Conn, asked: &Asked) -> anyhow::Result<Page> {
    page_within(conn, asked, BOUNDS).await
}

async fn page_within(conn: &mut Conn, asked: &Asked, bounds: Bounds) -> anyhow::Result<Page> {
    let (mut happened, mut to) = (vec![], asked.after);
    for _ in 0..STEPS {
        let looked = look(conn, asked, bounds, to).await?;
        happened.extend(looked.found);
        to = looked.to;
        if to == Place::BEGINNING || rules::lines(happened.clone()).len() > PAGE {
            break;
        }
    }
    let mut lines = rules::lines(happened);
    let cut = lines.get(PAGE - 1).filter(|_| lines.len() > PAGE).and_then(|line| line.last()).map(|it| it.place);
    let next = cut.or_else(|| (to > Place::BEGINNING).then_some(to));
    lines.truncate(PAGE);
    Ok(Page { lines: told(conn, asked, lines).await?, next })
}

/// How much others did since a place, as far as the reader may read each, in lines: more than a page of them is one more than
/// that.
pub async fn count_since(conn: &mut Conn, asked: &Asked, since: Place) -> anyhow::Result<i64> {
    let by_another = |it: &Happened| it.actor.is_none() || it.actor != asked.reader;
    let (mut happened, mut to, mut count) = (vec![], asked.after, 0);
    for _ in 0..STEPS {
        let looked = look(conn, asked, BOUNDS, to).await?;
        happened.extend(looked.found.into_iter().filter(|it| it.place > since));
        to = looked.to;
        count = rules::lines(happened.clone()).iter().filter(|line| line.iter().any(by_another)).count();
        if to <= since || count > PAGE {
            break;
        }
    }
    Ok(i64::try_from(count.min(PAGE + 1))?)
}

/// What was found, and to where all was looked through: that place itself, and all after it.
struct Looked {
    found: Vec<Happened>,
    to: Place,
}

#[expect(clippy::needless_pass_by_value, reason = "it is what a list hands over")]
fn happened(row: Row) -> Happened {
    Happened { kind: Kind::of(&row.kind), place: row.place, conversation: row.conversation, actor: row.actor }
}

impl Looked {
    /// Through all there is, or, where there is more than was wanted, to the last of these.
    fn all(rows: Vec<Row>, wanted: i64) -> Self {
        let to = rows.last().filter(|_| Self::is_enough(&rows, wanted)).map_or(Place::BEGINNING, |last| last.place);
        Self::to(rows, to)
    }

    fn to(rows: Vec<Row>, to: Place) -> Self {
        Self { found: rows.into_iter().map(happened).collect(), to }
    }

    /// What people did, each of them so much at most: it goes back to where the first of them may have done more.
    fn by(seen: Vec<Seen>, each: i64) -> Self {
        let mut of: HashMap<Option<MemberId>, (i64, Place)> = HashMap::new();
        for it in &seen {
            let (count, first) = of.entry(it.row.actor).or_insert((0, it.row.place));
            *count += 1;
            *first = (*first).min(it.row.place);
        }
        let to = of.into_values().filter(|(count, _)| *count >= each).map(|(_, first)| first).max();
        let rows = seen.into_iter().filter(|it| it.may).map(|it| it.row).collect();
        Self::to(rows, to.unwrap_or(Place::BEGINNING))
    }

    fn is_enough(rows: &[Row], wanted: i64) -> bool {
        i64::try_from(rows.len()).is_ok_and(|count| count >= wanted)
    }
}

/// One step back: each kind of thing is looked for, and what is found is as far as all of them looked.
async fn look(conn: &mut Conn, asked: &Asked, bounds: Bounds, after: Place) -> anyhow::Result<Looked> {
    let looked = match asked.who {
        Who::Anyone => by_anyone(conn, asked, bounds, after).await?,
        Who::Member(member) => {
            let mut looked = by_people(conn, asked, bounds, &[member.0], after).await?;
            if asked.names_people && asked.scope == Scope::Everywhere && asked.wants(Kind::Arrival) {
                looked
                    .push(Looked::all(store::arrival_of(conn, asked.reader(), member.0, after).await?, bounds.wanted));
            }
            looked
        }
        Who::Followed => {
            let people = store::followed(conn, asked.reader(), FOLLOWED).await?;
            by_people(conn, asked, bounds, &people, after).await?
        }
    };
    let to = looked.iter().map(|looked| looked.to).max().unwrap_or(Place::BEGINNING);
    let mut found: Vec<Happened> = looked.into_iter().flat_map(|looked| looked.found).collect();
    found.retain(|it| it.place >= to && asked.wants(it.kind));
    found.sort_unstable_by_key(|it| std::cmp::Reverse(it.place));
    found.dedup_by_key(|it| it.place);
    Ok(Looked { found, to })
}

async fn by_people(
    conn: &mut Conn,
    asked: &Asked,
    bounds: Bounds,
    people: &[i64],
    after: Place,
) -> anyhow::Result<Vec<Looked>> {
    let mut looked = vec![];
    let Ok(count) = i64::try_from(people.len()) else { return Ok(looked) };
    if count == 0 {
        return Ok(looked);
    }
    let (list, each) = (list(people), (bounds.of_people / count).clamp(4, 400));
    let (reader, scope) = (asked.reader(), asked.scope);
    if asked.filter != Some(Filter::Comments) {
        looked.push(Looked::by(store::opened_by(conn, reader, &list, scope, after, each).await?, each));
    }
    if asked.wants(Kind::Comment) {
        looked.push(Looked::by(store::said_by(conn, reader, &list, scope, after, each).await?, each));
    }
    Ok(looked)
}

async fn by_anyone(conn: &mut Conn, asked: &Asked, bounds: Bounds, after: Place) -> anyhow::Result<Vec<Looked>> {
    let (reader, scope, wanted) = (asked.reader(), asked.scope, bounds.wanted);
    let mut looked = vec![];
    // The circles that are asked one by one.
    let circles = match scope {
        Scope::Everywhere => store::circles(conn, reader).await?,
        Scope::Course(course) => store::rooms(conn, reader, course).await?,
        Scope::Tribe(tribe) => vec![tribe.0],
    };
    for (kind, word) in [
        (Kind::Post, "post"),
        (Kind::Discussion, "discussion"),
        (Kind::Module, "module"),
        (Kind::Assignment, "assignment"),
    ] {
        if asked.wants(kind) {
            opened(conn, asked, bounds, word, &circles, after, &mut looked).await?;
        }
    }
    if asked.wants(Kind::Comment) {
        looked.push(said(conn, asked, bounds, &circles, after).await?);
    }
    if asked.wants(Kind::Announcement) {
        looked.push(Looked::all(store::announced(conn, reader, scope, after, wanted).await?, wanted));
    }
    if asked.wants(Kind::Gathering) && scope.course() == 0 {
        looked.push(Looked::all(store::gatherings(conn, reader, scope, after, wanted).await?, wanted));
    }
    if asked.wants(Kind::File) && scope.course() == 0 {
        looked.push(Looked::all(store::files(conn, reader, &list(&circles), after, wanted).await?, wanted));
    }
    if asked.wants(Kind::Arrival) && asked.names_people {
        let rows = match scope {
            Scope::Everywhere => store::arrivals(conn, reader, after, wanted).await?,
            Scope::Course(circle) | Scope::Tribe(circle) => {
                store::arrivals_in(conn, reader, circle.0, after, wanted).await?
            }
        };
        looked.push(Looked::all(rows, wanted));
    }
    Ok(looked)
}

/// What was published or begun. The latest are asked first, which is enough nearly always; then each circle for its latest.
async fn opened(
    conn: &mut Conn,
    asked: &Asked,
    bounds: Bounds,
    kind: &str,
    circles: &[i64],
    after: Place,
    looked: &mut Vec<Looked>,
) -> anyhow::Result<()> {
    let (reader, Bounds { wanted, near: near_most, .. }) = (asked.reader(), bounds);
    match asked.scope {
        Scope::Everywhere => {
            let near = store::near(conn, reader, after, kind, wanted, near_most).await?;
            if Looked::is_enough(&near, wanted) || store::near_end(conn, after, kind, near_most).await?.is_none() {
                looked.push(Looked::all(near, wanted));
                return Ok(());
            }
        }
        Scope::Course(course) if kind == "post" => {
            let near = store::near_course(conn, reader, course, after, wanted, near_most).await?;
            let end = if Looked::is_enough(&near, wanted) {
                near.last().map(|last| last.place)
            } else {
                store::near_course_end(conn, course, after, near_most).await?
            };
            looked.push(Looked::to(near, end.unwrap_or(Place::BEGINNING)));
        }
        Scope::Course(course) if kind != "discussion" => {
            looked.push(Looked::all(store::parts_of_course(conn, reader, course, after, kind, wanted).await?, wanted));
            return Ok(());
        }
        Scope::Course(_) | Scope::Tribe(_) => {}
    }
    looked.push(Looked::all(store::opened_for(conn, reader, &list(circles), after, kind, wanted).await?, wanted));
    Ok(())
}

/// What was said. The latest entries are asked first; then those conversations that were lively last.
async fn said(conn: &mut Conn, asked: &Asked, bounds: Bounds, circles: &[i64], after: Place) -> anyhow::Result<Looked> {
    let (reader, scope, Bounds { wanted, near_entries, candidates, .. }) = (asked.reader(), asked.scope, bounds);
    let near = store::said_near(conn, reader, scope, after, wanted, near_entries).await?;
    if Looked::is_enough(&near, wanted) {
        return Ok(Looked::all(near, wanted));
    }
    let Some(end) = store::said_near_end(conn, after, near_entries).await? else {
        return Ok(Looked::all(near, wanted));
    };
    let each = (candidates / i64::try_from(circles.len())?.max(1)).max(candidates.min(20));
    let mut lively = store::lively_for(conn, &list(circles), each).await?;
    let mut floor = floor(&lively, each);
    if let Scope::Course(course) = scope {
        let of_course = store::lively_of_course(conn, reader, course, candidates).await?;
        floor = floor.max(self::floor(&of_course, candidates));
        lively.extend(of_course);
    }
    // Of more than are looked through, those that were lively last.
    let most = usize::try_from(candidates)?;
    lively.sort_unstable_by_key(|it| std::cmp::Reverse((it.changed_at, it.id)));
    if let Some(least) = lively.get(most) {
        floor = floor.max(Place { at: least.changed_at, id: i64::MAX });
        lively.truncate(most);
    }
    if floor >= end {
        return Ok(Looked::to(near, end));
    }
    let mut conversations: Vec<i64> = lively.iter().map(|it| it.id.0).collect();
    conversations.sort_unstable();
    conversations.dedup();
    let mut rows = store::said_in(conn, reader, &list(&conversations), scope, after, wanted).await?;
    let Looked { to, .. } = Looked::all(rows.clone(), wanted);
    rows.retain(|row| row.place > floor);
    Ok(Looked::to(rows, to.max(floor)))
}

/// Down to where nothing else was said than in these conversations: where a circle has more of them than were asked for,
/// those are less lively than its last one here.
fn floor(lively: &[Lively], each: i64) -> Place {
    let mut of: HashMap<i64, (i64, Timestamp)> = HashMap::new();
    for it in lively {
        let (count, least) = of.entry(it.of).or_insert((0, it.changed_at));
        *count += 1;
        *least = (*least).min(it.changed_at);
    }
    let full = of.into_values().filter(|(count, _)| *count >= each);
    full.map(|(_, at)| Place { at, id: i64::MAX }).max().unwrap_or(Place::BEGINNING)
}

/// Numbers with commas.
fn list(numbers: &[i64]) -> String {
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

/// Lines with what is to be said of them; one of which nothing can be said is left out.
async fn told(conn: &mut Conn, asked: &Asked, lines: Vec<Vec<Happened>>) -> anyhow::Result<Vec<Line>> {
    let reader = asked.reader();
    // Who takes part in a course is called there as they wish.
    let course = asked.scope.course();
    let of = |kinds: &[Kind]| -> Vec<i64> {
        let latest = lines.iter().filter_map(|line| line.first());
        latest.filter(|it| kinds.contains(&it.kind)).map(|it| it.place.id).collect()
    };
    let (published, said) = (of(&PUBLISHED), of(&[Kind::Comment]));
    let (planned, files) = (of(&[Kind::Gathering]), of(&[Kind::File]));
    let came = lines.iter().filter(|line| line[0].kind == Kind::Arrival);
    let came: Vec<i64> = came.flat_map(|line| line.iter().take(NAMED)).map(|it| it.place.id).collect();
    let mut about: HashMap<i64, About> = HashMap::new();
    let mut people: HashMap<i64, Person> = HashMap::new();
    if !published.is_empty() {
        let found = store::published(conn, reader, &list(&published), course).await?;
        about.extend(found.into_iter().map(|it| (it.id, it)));
    }
    if !said.is_empty() {
        let found = store::said(conn, reader, &list(&said), course).await?;
        about.extend(found.into_iter().map(|it| (it.id, it)));
    }
    if !planned.is_empty() {
        let found = store::planned(conn, reader, &list(&planned)).await?;
        about.extend(found.into_iter().map(|it| (it.id, it)));
    }
    if !files.is_empty() {
        let found = store::put(conn, reader, &list(&files)).await?;
        about.extend(found.into_iter().map(|it| (it.id, it)));
    }
    if !came.is_empty() {
        let found = store::people(conn, &list(&came), course).await?;
        people.extend(found.into_iter().map(|it| (it.id.0, it)));
    }
    let told = |line: Vec<Happened>| {
        let (latest, first) = (*line.first()?, *line.last()?);
        let is_arrival = latest.kind == Kind::Arrival;
        let named = line.iter().take(if is_arrival { NAMED } else { 0 });
        let line = Line {
            place: latest.place,
            kind: latest.kind,
            count: i64::try_from(line.len()).unwrap_or_default(),
            first: first.place.id,
            about: about.get(&latest.place.id).cloned(),
            people: named.filter_map(|it| people.get(&it.place.id).cloned()).collect(),
        };
        (line.about.is_some() || !line.people.is_empty()).then_some(line)
    };
    Ok(lines.into_iter().filter_map(told).collect())
}

impl Person {
    /// Their address.
    pub fn url(&self) -> String {
        members::url(&self.handle)
    }

    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.id, self.picture.as_deref())
    }
}
