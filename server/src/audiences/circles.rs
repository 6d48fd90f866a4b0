//! Circles that people join and leave: who is in one, as what, who wants to be, and how many may be.

use std::str::FromStr;

use super::store;
use crate::{
    events::Event,
    ids::{CircleId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
};

/// What a circle is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Those who take part in a course, and those who lead it.
    Course,
    /// Those who lead a course.
    Staff,
    /// A group that a course puts people in.
    Homeroom,
    /// A group that people join by themselves.
    Tribe,
}

impl Kind {
    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Staff => "staff",
            Self::Homeroom => "homeroom",
            Self::Tribe => "tribe",
        }
    }
}

impl FromStr for Kind {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::Course, Self::Staff, Self::Homeroom, Self::Tribe].into_iter().find(|kind| kind.word() == word).ok_or(())
    }
}

/// How one comes into a circle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Joining {
    /// Whoever wants to.
    Open,
    /// Whoever asked and was let in.
    Ask,
    /// Whoever was invited.
    Invited,
    /// Whoever was put there.
    Placed,
}

impl Joining {
    /// Those that somebody may choose between, the easiest first.
    pub const CHOICES: [Self; 3] = [Self::Open, Self::Ask, Self::Invited];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ask => "ask",
            Self::Invited => "invited",
            Self::Placed => "placed",
        }
    }
}

impl FromStr for Joining {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let all = [Self::Open, Self::Ask, Self::Invited, Self::Placed];
        all.into_iter().find(|joining| joining.word() == word).ok_or("field-choose")
    }
}

/// What somebody is in a circle.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// One of those it is for.
    Member,
    /// Looks after those it is for.
    Guide,
    /// Teaches, and runs it.
    Instructor,
    /// The one whose tribe it is.
    Leader,
}

impl Part {
    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Guide => "guide",
            Self::Instructor => "instructor",
            Self::Leader => "leader",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Member => "part-member",
            Self::Guide => "part-guide",
            Self::Instructor => "part-instructor",
            Self::Leader => "part-leader",
        }
    }
}

impl FromStr for Part {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let all = [Self::Member, Self::Guide, Self::Instructor, Self::Leader];
        all.into_iter().find(|part| part.word() == word).ok_or("field-choose")
    }
}

/// A circle.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Circle {
    /// Its number.
    pub id: CircleId,
    kind: String,
    /// The course that a homeroom or its staff belongs to.
    pub within: Option<CircleId>,
    /// The last part of its address.
    pub address: String,
    /// What it is called.
    pub name: String,
    joining: String,
    /// How many may be in it, its staff aside; nothing: as many as want to.
    pub places: Option<i64>,
    /// How many are.
    pub taken: i64,
    /// When it was made.
    pub made_at: Timestamp,
    /// Since when only those in it know of it.
    pub hidden_at: Option<Timestamp>,
    /// Since when nobody comes in any more.
    pub closed_at: Option<Timestamp>,
}

impl Circle {
    /// What it is of.
    pub fn kind(&self) -> Kind {
        self.kind.parse().unwrap_or(Kind::Tribe)
    }
}

/// What a circle is to be.
#[derive(Clone, Debug)]
pub struct NewCircle<'a> {
    /// What it is of.
    pub kind: Kind,
    /// The course it belongs to.
    pub within: Option<CircleId>,
    /// The last part of its address, which no other of its kind has there.
    pub address: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// How one comes in.
    pub joining: Joining,
    /// How many may be in it.
    pub places: Option<i64>,
}

/// Makes a circle with nobody in it; nothing if another has its address.
pub async fn make(tx: &mut Tx, new: &NewCircle<'_>) -> anyhow::Result<Option<CircleId>> {
    let id = CircleId(tx.new_id());
    Ok(store::insert(tx, id, new).await?.then_some(id))
}

/// A circle, whoever may know of it.
pub async fn by_id(conn: &mut Conn, id: CircleId) -> anyhow::Result<Option<Circle>> {
    Ok(store::by_id(conn, id).await?)
}

/// The circle of a kind at an address, whoever may know of it.
pub async fn at(
    conn: &mut Conn,
    kind: Kind,
    within: Option<CircleId>,
    address: &str,
) -> anyhow::Result<Option<Circle>> {
    Ok(store::at(conn, kind.word(), within, address).await?)
}

/// What a member is in a circle, if they are in it.
pub async fn part(conn: &mut Conn, circle: CircleId, member: MemberId) -> anyhow::Result<Option<Part>> {
    Ok(store::part(conn, circle, member).await?.and_then(|word| word.parse().ok()))
}

/// Those a member may write for beyond the three everybody knows: what they are in, and the staff of their courses.
pub async fn to_write_for(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Circle>> {
    Ok(store::to_write_for(conn, member).await?)
}

/// Holds a circle until the end of the change, so that what is decided about its people is decided one after the other.
pub async fn hold(tx: &mut Tx, id: CircleId) -> anyhow::Result<()> {
    Ok(store::hold(tx, id).await?)
}

/// Puts somebody into the smallest of the circles of a kind within another; nothing if there are none. One statement
/// decides, so that many at once are placed evenly, too.
pub async fn place(tx: &mut Tx, kind: Kind, within: CircleId, member: MemberId) -> anyhow::Result<Option<CircleId>> {
    let Some(circle) = store::take_smallest(tx, kind.word(), within).await? else { return Ok(None) };
    if !store::add(tx, circle, member, Part::Member.word()).await? {
        store::give_back_place(tx, circle).await?;
    }
    changed(tx, member);
    Ok(Some(circle))
}

/// Puts many into the circles of a kind within another at once, as ordinary members.
pub async fn place_all(tx: &mut Tx, kind: Kind, within: CircleId, placed: &[(i64, i64)]) -> anyhow::Result<()> {
    store::place_all(tx, kind.word(), within, &serde_json::to_string(placed)?).await?;
    for &(member, _) in placed {
        changed(tx, MemberId(member));
    }
    Ok(())
}

/// Takes somebody out of every circle within another: a course's staff and homerooms.
pub async fn remove_within(tx: &mut Tx, within: CircleId, member: MemberId) -> anyhow::Result<()> {
    for circle in store::within(tx, within, member).await? {
        remove(tx, circle, member).await?;
    }
    Ok(())
}

/// Changes what a circle is called and how one comes in. With fewer places than are taken nobody has to go.
pub async fn change(
    tx: &mut Tx,
    id: CircleId,
    name: &str,
    joining: Joining,
    places: Option<i64>,
) -> anyhow::Result<()> {
    Ok(store::update(tx, id, name, joining.word(), places).await?)
}

/// Nobody comes in any more, and what was announced there stands at the top of no page.
pub async fn close(tx: &mut Tx, id: CircleId) -> anyhow::Result<()> {
    tx.emit(Event::AnnouncementsChanged);
    Ok(store::close(tx, id).await?)
}

/// People may come in again.
pub async fn reopen(tx: &mut Tx, id: CircleId) -> anyhow::Result<()> {
    tx.emit(Event::AnnouncementsChanged);
    Ok(store::reopen(tx, id).await?)
}

/// From now on only those in it know of it.
pub async fn conceal(tx: &mut Tx, id: CircleId) -> anyhow::Result<()> {
    Ok(store::conceal(tx, id).await?)
}

/// From now on others know of it, too.
pub async fn reveal(tx: &mut Tx, id: CircleId) -> anyhow::Result<()> {
    Ok(store::reveal(tx, id).await?)
}

/// How it went with a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seated {
    /// They are in it.
    In,
    /// They had been before.
    Already,
    /// Every place is taken.
    Full,
    /// Nobody comes in any more.
    Closed,
}

/// Gives somebody a place as an ordinary member, if one is free: one statement decides, whoever else wants it. What they
/// wished is fulfilled by it.
pub async fn seat(tx: &mut Tx, circle: CircleId, member: MemberId) -> anyhow::Result<Seated> {
    if store::part(tx, circle, member).await?.is_some() {
        return Ok(Seated::Already);
    }
    if !store::take_place(tx, circle).await? {
        let is_closed = store::by_id(tx, circle).await?.is_none_or(|circle| circle.closed_at.is_some());
        return Ok(if is_closed { Seated::Closed } else { Seated::Full });
    }
    if !store::add(tx, circle, member, Part::Member.word()).await? {
        // Twice at once: the other one took the place.
        store::give_back_place(tx, circle).await?;
        return Ok(Seated::Already);
    }
    store::end_wish(tx, circle, member).await?;
    changed(tx, member);
    Ok(Seated::In)
}

/// Lets somebody in or changes what they are there. Only ordinary members of a circle take a place, and one that is given
/// this way is not asked for.
pub async fn appoint(tx: &mut Tx, circle: CircleId, member: MemberId, part: Part) -> anyhow::Result<()> {
    let before = store::part(tx, circle, member).await?;
    store::put(tx, circle, member, part.word()).await?;
    let took = before.as_deref() == Some(Part::Member.word());
    match (took, part == Part::Member) {
        (true, false) => store::give_back_place(tx, circle).await?,
        (false, true) => store::take_place_anyway(tx, circle).await?,
        _ => {}
    }
    store::end_wish(tx, circle, member).await?;
    changed(tx, member);
    Ok(())
}

/// Somebody is no longer in it, and reads there no more; answers what they were. Whoever waits is not let in by this:
/// see [`first_waiting`].
pub async fn remove(tx: &mut Tx, circle: CircleId, member: MemberId) -> anyhow::Result<Option<Part>> {
    // Held, so that a place that is given back and one that is taken are decided one after the other.
    store::hold(tx, circle).await?;
    let Some(word) = store::take_out(tx, circle, member).await? else { return Ok(None) };
    let part: Part = word.parse().map_err(anyhow::Error::msg)?;
    if part == Part::Member {
        store::give_back_place(tx, circle).await?;
    }
    changed(tx, member);
    Ok(Some(part))
}

/// Hands a circle over from its leader to another who is in it; answers whether both were what they had to be.
pub async fn hand_over(tx: &mut Tx, circle: CircleId, from: MemberId, to: MemberId) -> anyhow::Result<bool> {
    if from == to || store::part(tx, circle, to).await?.is_none() || !store::step_down(tx, circle, from).await? {
        return Ok(false);
    }
    store::put(tx, circle, to, Part::Leader.word()).await?;
    changed(tx, from);
    changed(tx, to);
    Ok(true)
}

/// Takes everybody out of a circle, and ends what anybody wants of it: it is gone for good.
pub async fn disband(tx: &mut Tx, circle: CircleId) -> anyhow::Result<()> {
    store::close(tx, circle).await?;
    let mut members = store::take_out_all(tx, circle).await?;
    members.extend(store::end_wishes(tx, circle).await?);
    for member in members {
        changed(tx, member);
    }
    Ok(())
}

/// What somebody wants of a circle, or was offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WishKind {
    /// They asked to come in.
    Asked,
    /// They were invited.
    Invited,
    /// They wait for a place.
    Waiting,
}

impl WishKind {
    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Invited => "invited",
            Self::Waiting => "waiting",
        }
    }
}

/// Somebody who asked, was invited or waits.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Wish {
    /// Who.
    pub member: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    kind: String,
    /// Since when.
    pub since: Timestamp,
    /// Who invited them.
    pub made_by: Option<MemberId>,
    /// What was said with it.
    pub words: String,
}

impl Wish {
    /// What it is.
    pub fn kind(&self) -> WishKind {
        match self.kind.as_str() {
            "asked" => WishKind::Asked,
            "invited" => WishKind::Invited,
            _ => WishKind::Waiting,
        }
    }
}

/// Notes what somebody wants; whoever asked, waits or was invited before keeps their place in the order.
pub async fn wish(
    tx: &mut Tx,
    circle: CircleId,
    member: MemberId,
    kind: WishKind,
    made_by: Option<MemberId>,
    words: &str,
) -> anyhow::Result<()> {
    store::wish(tx, circle, member, kind.word(), made_by, words).await?;
    changed(tx, member);
    Ok(())
}

/// What somebody wants of a circle, if anything.
pub async fn wish_of(conn: &mut Conn, circle: CircleId, member: MemberId) -> anyhow::Result<Option<Wish>> {
    Ok(store::wish_of(conn, circle, member).await?)
}

/// All who want the same of a circle, in their order.
pub async fn wishes(conn: &mut Conn, circle: CircleId, kind: WishKind) -> anyhow::Result<Vec<Wish>> {
    Ok(store::wishes(conn, circle, kind.word()).await?)
}

/// Somebody no longer wants it, or was turned away; answers whether they did.
pub async fn end_wish(tx: &mut Tx, circle: CircleId, member: MemberId) -> anyhow::Result<bool> {
    let ended = store::end_wish(tx, circle, member).await?;
    changed(tx, member);
    Ok(ended)
}

/// Gives free places to those who wait, in their order, as long as there are any; answers who got one. Whoever left the
/// community, or came in meanwhile, waits no more.
pub async fn seat_waiting(tx: &mut Tx, circle: CircleId) -> anyhow::Result<Vec<MemberId>> {
    let mut seated = vec![];
    store::hold(tx, circle).await?;
    store::forget_idle_wishes(tx, circle).await?;
    for wish in store::wishes(tx, circle, WishKind::Waiting.word()).await? {
        match seat(tx, circle, wish.member).await? {
            Seated::In => seated.push(wish.member),
            Seated::Already => {}
            Seated::Full | Seated::Closed => break,
        }
    }
    Ok(seated)
}

/// What a member may read changed: every page of theirs.
fn changed(tx: &mut Tx, member: MemberId) {
    tx.emit(Event::SessionsChanged(member));
}
