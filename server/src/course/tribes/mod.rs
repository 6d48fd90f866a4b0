//! Tribes: groups that members found, join and leave by themselves. Who leads one hands it over by an offer that the
//! other one takes; of a hidden one only those know who are in it or were invited.

mod files;
mod gatherings;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use self::{
    files::{
        FILES, NoFile, TribeFile, count_files, describe_file, file, files, files_take, put_file, remove_file,
        remove_files_of, replace_file,
    },
    gatherings::{Gathering, cancel, coming, gathering, plan, replan},
    rules::{Door, Draft, FileWords, Plan, Standing},
};
use crate::{
    audiences::circles::{self, Joining, Kind, NewCircle, Part, Seated, WishKind},
    course::discussions,
    events::Event,
    ids::{CircleId, MemberId, Timestamp},
    kit::{
        db::{Conn, Tx},
        i18n::Lang,
    },
    links::{
        notices,
        watches::{self, Subject},
    },
    people::{
        audit, community,
        members::{self, Member},
    },
};

/// So many people a page of a tribe's members holds.
pub const PEOPLE: i64 = 50;
/// So many tribes the directory goes through.
const MOST: i64 = 2_000;

/// A tribe.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Tribe {
    /// Its number, and that of the circle of those in it.
    pub id: CircleId,
    /// The last part of its address.
    pub address: String,
    /// What it is called.
    pub name: String,
    joining: String,
    /// How many may be in it beside whoever leads; nothing: as many as want to.
    pub places: Option<i64>,
    /// How many of those are taken.
    pub taken: i64,
    /// Since when only those in it know of it.
    pub hidden_at: Option<Timestamp>,
    /// Since when nobody comes in and nothing is begun any more.
    pub closed_at: Option<Timestamp>,
    /// The file of its picture.
    pub picture: Option<String>,
    /// What the picture shows; empty if nothing that matters.
    pub picture_alt: String,
    /// The tag of the language it is described in.
    pub lang: String,
    /// Who was asked to lead next.
    pub offered_to: Option<MemberId>,
    /// When.
    pub offered_at: Option<Timestamp>,
    /// Since when nobody took the offer in time.
    pub lapsed_at: Option<Timestamp>,
    /// When what it says of itself last changed.
    pub edited_at: Timestamp,
    /// How many are in it, with whoever leads.
    pub members: i64,
    /// Who leads it; nobody for as long as it takes to find somebody.
    pub leader: Option<MemberId>,
    /// What they are called.
    pub leader_name: Option<String>,
    /// What they are called by with an `@`.
    pub leader_handle: Option<String>,
    /// A line about it.
    pub tagline: String,
    /// What it is about, as written.
    pub source: String,
    /// The same as rendered: safe to show.
    pub html: String,
    /// What those in it keep to, as written.
    pub rules_source: String,
    /// The same as rendered.
    pub rules_html: String,
}

/// The address of a tribe.
pub fn url(address: &str) -> String {
    format!("/tribes/{address}/")
}

impl Tribe {
    /// What stands for it where it has no picture.
    pub fn initial(&self) -> String {
        let letter = self.name.chars().find(|c| c.is_alphanumeric());
        letter.map_or_else(String::new, |letter| letter.to_uppercase().collect())
    }

    /// Its address.
    pub fn url(&self) -> String {
        url(&self.address)
    }

    /// Who may come in, and who knows of it.
    pub fn door(&self) -> Door {
        match (self.hidden_at, self.joining.parse()) {
            (Some(_), _) => Door::Hidden,
            (None, Ok(Joining::Open)) => Door::Open,
            _ => Door::Ask,
        }
    }

    /// Whether every place is taken.
    pub fn is_full(&self) -> bool {
        self.places.is_some_and(|places| self.taken >= places)
    }

    /// The language it is described in.
    pub fn language(&self) -> Lang {
        Lang::from_tag(&self.lang).unwrap_or(Lang::En)
    }

    /// Where its picture is shown from, to those who may know of it.
    pub fn picture_url(&self) -> Option<String> {
        self.picture.as_ref().map(|file| format!("{}picture/{file}", self.url()))
    }
}

/// Why a tribe was not changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EditedMeanwhile;

struct Texts {
    html: String,
    rules: String,
}

fn render(draft: &Draft) -> Texts {
    let html = |source: &str| community::render_site_page(source, draft.lang);
    Texts { html: html(&draft.source), rules: html(&draft.rules) }
}

/// Founds a tribe, which its founder leads; answers its address. Where that is taken it gets another number, and nobody
/// learns by whom it is.
pub async fn found(tx: &mut Tx, by: &Member, draft: &Draft) -> anyhow::Result<String> {
    let slug = rules::slug(&draft.name);
    let mut number = rules::first_number(draft.door, tx.new_id());
    let (id, address) = loop {
        let address = rules::address(&slug, number);
        let new = NewCircle {
            kind: Kind::Tribe,
            within: None,
            address: &address,
            name: &draft.name,
            joining: draft.door.joining(),
            places: draft.places,
        };
        if let Some(id) = circles::make(tx, &new).await? {
            break (id, address);
        }
        number += 1;
    };
    if draft.door == Door::Hidden {
        circles::conceal(tx, id).await?;
    }
    store::insert(tx, id, draft, &render(draft)).await?;
    circles::appoint(tx, id, by.id, Part::Leader).await?;
    came(tx, id, by.id).await?;
    tx.emit(Event::TribeChanged(id));
    Ok(address)
}

/// Changes what a tribe says of itself and who may come in, unless it is no longer as it was seen. Whoever waits gets the
/// places that came by it.
pub async fn edit(
    tx: &mut Tx,
    by: &Member,
    tribe: &Tribe,
    seen: Timestamp,
    draft: &Draft,
) -> anyhow::Result<Result<(), EditedMeanwhile>> {
    if !store::update(tx, tribe.id, seen, draft, &render(draft)).await? {
        return Ok(Err(EditedMeanwhile));
    }
    circles::change(tx, tribe.id, &draft.name, draft.door.joining(), draft.places).await?;
    match draft.door {
        Door::Hidden => circles::conceal(tx, tribe.id).await?,
        Door::Open | Door::Ask => circles::reveal(tx, tribe.id).await?,
    }
    seat_waiting(tx, tribe.id).await?;
    note(tx, by, "tribe-edited", tribe).await?;
    tx.emit(Event::TribeChanged(tribe.id));
    Ok(Ok(()))
}

/// What somebody did who runs the community and does not lead the tribe is noted; what happens in a hidden one is no
/// business of those who read the log.
async fn note(tx: &mut Tx, by: &Member, verb: &str, tribe: &Tribe) -> anyhow::Result<()> {
    if tribe.leader != Some(by.id) && tribe.hidden_at.is_none() {
        audit::note(tx, Some(by.id), verb, &tribe.url(), &tribe.name).await?;
    }
    Ok(())
}

/// Gives a tribe a picture with a description, or takes it away; answers the file it had.
pub async fn set_picture(tx: &mut Tx, tribe: &Tribe, file: Option<&str>, alt: &str) -> anyhow::Result<()> {
    store::set_picture(tx, tribe.id, file, alt).await?;
    tx.emit(Event::TribeChanged(tribe.id));
    Ok(())
}

/// Closes a tribe: what is there stays readable to those in it, nobody comes in, nothing is begun.
pub async fn close(tx: &mut Tx, by: &Member, tribe: &Tribe) -> anyhow::Result<()> {
    circles::close(tx, tribe.id).await?;
    note(tx, by, "tribe-closed", tribe).await?;
    tx.emit(Event::TribeChanged(tribe.id));
    Ok(())
}

/// Opens a closed tribe again.
pub async fn reopen(tx: &mut Tx, by: &Member, tribe: &Tribe) -> anyhow::Result<()> {
    circles::reopen(tx, tribe.id).await?;
    note(tx, by, "tribe-reopened", tribe).await?;
    tx.emit(Event::TribeChanged(tribe.id));
    Ok(())
}

/// Ends a tribe for good: nobody is in it, and what was said there is read by nobody but each their own words.
pub async fn end(tx: &mut Tx, by: Option<&Member>, tribe: &Tribe) -> anyhow::Result<()> {
    store::end(tx, tribe.id).await?;
    discussions::withdraw_all(tx, tribe.id).await?;
    for member in store::all_members(tx, tribe.id).await? {
        tx.emit(Event::AuthorChanged(member));
    }
    circles::disband(tx, tribe.id).await?;
    watches::end_with(tx, Subject::Circle(tribe.id)).await?;
    if let Some(by) = by {
        note(tx, by, "tribe-ended", tribe).await?;
    }
    tx.emit(Event::TribeChanged(tribe.id));
    Ok(())
}

/// The tribe at an address and what the reader is to it, if they may know of it.
pub async fn at(conn: &mut Conn, reader: Option<&Member>, address: &str) -> anyhow::Result<Option<(Tribe, Standing)>> {
    let Some(tribe) = store::at(conn, address).await? else { return Ok(None) };
    let (part, wish) = match reader {
        Some(reader) => (
            circles::part(conn, tribe.id, reader.id).await?,
            circles::wish_of(conn, tribe.id, reader.id).await?.map(|wish| wish.kind()),
        ),
        None => (None, None),
    };
    let is_hidden = tribe.hidden_at.is_some();
    let standing = Standing {
        part,
        wish,
        is_offered: part.is_some() && reader.is_some_and(|reader| tribe.offered_to == Some(reader.id)),
        organises: !is_hidden && reader.is_some_and(Member::is_organiser),
    };
    Ok((!is_hidden || standing.knows()).then_some((tribe, standing)))
}

/// The circle of the tribe that is or was at an address, whoever may know of it: what somebody wrote there stays theirs.
pub async fn circle_at(conn: &mut Conn, address: &str) -> anyhow::Result<Option<CircleId>> {
    Ok(circles::at(conn, Kind::Tribe, None, address).await?.map(|circle| circle.id))
}

/// A tribe in the directory, with what the reader is to it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    /// The tribe.
    #[sqlx(flatten)]
    pub tribe: Tribe,
    part: Option<String>,
    wish: Option<String>,
    /// How many asked to come in, for whoever leads it.
    pub asking: i64,
    /// Whether the reader was let in and has not looked in since.
    pub is_welcome: bool,
    is_offered: bool,
}

impl Listed {
    /// Whether the reader was invited and has not answered.
    pub fn is_invited(&self) -> bool {
        self.wish.as_deref() == Some("invited")
    }

    /// The message that says what the reader is to it, if anything.
    pub fn part_key(&self) -> Option<&'static str> {
        match (self.part.as_deref(), self.wish.as_deref()) {
            (Some("leader"), _) => Some("tribe-you-lead"),
            (Some(_), _) => Some("tribe-you-are-in"),
            (None, Some("waiting")) => Some("tribe-you-wait"),
            (None, Some("asked")) => Some("tribe-you-asked"),
            (None, Some("invited")) => Some("tribe-you-are-invited"),
            _ => None,
        }
    }

    /// The message that says what there is for the reader to do about it, if anything.
    pub fn call_key(&self) -> Option<&'static str> {
        if self.is_offered {
            Some("tribe-call-lead")
        } else if self.is_welcome {
            Some("tribe-call-welcome")
        } else if self.asking > 0 {
            Some("tribe-call-asking")
        } else if self.tribe.lapsed_at.is_some() {
            Some("tribe-call-lapsed")
        } else {
            None
        }
    }
}

/// The tribes that a reader may know of, by name: all, or those with these words in their name or in the line about them.
pub async fn list(conn: &mut Conn, reader: Option<&Member>, words: &str) -> anyhow::Result<Vec<Listed>> {
    let (id, organises) = reader.map_or((MemberId(0), false), |reader| (reader.id, reader.is_organiser()));
    let mut found = store::list(conn, id, MOST).await?;
    found.retain(|it| rules::is_meant(words, &it.tribe.name) || rules::is_meant(words, &it.tribe.tagline));
    for it in &mut found {
        // Who hands over is the business of whoever leads, and of those who find somebody where nobody wanted to.
        let leads = it.part.as_deref() == Some("leader");
        if !leads {
            it.asking = 0;
        }
        let finds_somebody = organises && it.tribe.hidden_at.is_none();
        if !(leads || finds_somebody) {
            it.tribe.lapsed_at = None;
        }
    }
    Ok(found)
}

/// How many tribes have something for a member to decide or to know: invitations, requests, an offer to lead, being let
/// in; for those who run the community, tribes nobody wanted to lead.
pub async fn calls(conn: &mut Conn, member: &Member) -> anyhow::Result<i64> {
    Ok(store::calls(conn, member.id, member.is_organiser()).await?)
}

/// What a tribe is called and where it stands.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Named {
    /// The circle of those in it.
    pub id: CircleId,
    /// What it is called.
    pub name: String,
    address: String,
}

impl Named {
    /// Its address.
    pub fn url(&self) -> String {
        url(&self.address)
    }
}

/// The tribes that somebody is in, as far as the reader may know of them.
pub async fn of_member(conn: &mut Conn, reader: Option<MemberId>, member: MemberId) -> anyhow::Result<Vec<Named>> {
    Ok(store::of_member(conn, reader.unwrap_or(MemberId(0)), member).await?)
}

/// How it went with joining.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Joined {
    /// They are in it.
    In,
    /// They had been before.
    Already,
    /// They asked, and whoever leads decides.
    Asked,
    /// All places are taken: they wait for one.
    Waiting,
    /// Nobody comes in any more.
    Closed,
}

/// A member wants to come in. Two who want the last place at once are decided by one statement.
pub async fn join(tx: &mut Tx, tribe: &Tribe, member: MemberId, words: &str) -> anyhow::Result<Joined> {
    let wish = circles::wish_of(tx, tribe.id, member).await?.map(|wish| wish.kind());
    if tribe.closed_at.is_some() {
        return Ok(Joined::Closed);
    }
    match (tribe.door(), wish) {
        (Door::Open, _) | (_, Some(WishKind::Invited)) => seat(tx, tribe.id, member).await,
        (_, Some(WishKind::Waiting)) => Ok(Joined::Waiting),
        (Door::Ask, _) => {
            if circles::part(tx, tribe.id, member).await?.is_some() {
                return Ok(Joined::Already);
            }
            circles::wish(tx, tribe.id, member, WishKind::Asked, None, words).await?;
            notices::asked(tx, tribe.id, member).await?;
            tell_leader(tx, tribe);
            Ok(Joined::Asked)
        }
        // Of a hidden one only those know who are in it or invited: whoever comes here was, until just now.
        (Door::Hidden, _) => Ok(Joined::Closed),
    }
}

fn tell_leader(tx: &mut Tx, tribe: &Tribe) {
    if let Some(leader) = tribe.leader {
        tx.emit(Event::NoticesChanged(leader));
    }
}

/// Gives somebody a place, or the next one in the list of those who wait.
async fn seat(tx: &mut Tx, tribe: CircleId, member: MemberId) -> anyhow::Result<Joined> {
    match circles::seat(tx, tribe, member).await? {
        Seated::In => {
            came(tx, tribe, member).await?;
            Ok(Joined::In)
        }
        Seated::Already => Ok(Joined::Already),
        Seated::Full => {
            circles::wish(tx, tribe, member, WishKind::Waiting, None, "").await?;
            Ok(Joined::Waiting)
        }
        Seated::Closed => Ok(Joined::Closed),
    }
}

/// Somebody is in it from now on, and is told of what is begun there.
async fn came(tx: &mut Tx, tribe: CircleId, member: MemberId) -> anyhow::Result<()> {
    watches::begin_by_joining(tx, member, tribe).await?;
    tx.emit(Event::AuthorChanged(member));
    Ok(())
}

async fn seat_waiting(tx: &mut Tx, tribe: CircleId) -> anyhow::Result<()> {
    for member in circles::seat_waiting(tx, tribe).await? {
        came(tx, tribe, member).await?;
        welcome(tx, tribe, member).await?;
        notices::let_in(tx, tribe, member).await?;
    }
    Ok(())
}

/// Whoever did not come in by themselves is told that they are in.
async fn welcome(tx: &mut Tx, tribe: CircleId, member: MemberId) -> anyhow::Result<()> {
    store::welcome(tx, tribe, member).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// Whether a member was let in and has not looked in since.
pub async fn is_welcome(conn: &mut Conn, tribe: CircleId, member: MemberId) -> anyhow::Result<bool> {
    Ok(store::is_welcome(conn, tribe, member).await?)
}

/// A member looked in and knows that they are in it.
pub async fn looked_in(tx: &mut Tx, tribe: CircleId, member: MemberId) -> anyhow::Result<()> {
    store::looked_in(tx, tribe, member).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// Nobody asked, waits or was invited under this name any more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoWish;

/// Lets somebody in who asked or waits, as far as there are places.
pub async fn let_in(tx: &mut Tx, tribe: &Tribe, member: MemberId) -> anyhow::Result<Result<Joined, NoWish>> {
    let wish = circles::wish_of(tx, tribe.id, member).await?.map(|wish| wish.kind());
    if !matches!(wish, Some(WishKind::Asked | WishKind::Waiting)) {
        return Ok(Err(NoWish));
    }
    let joined = seat(tx, tribe.id, member).await?;
    if joined == Joined::In {
        welcome(tx, tribe.id, member).await?;
        notices::let_in(tx, tribe.id, member).await?;
    }
    tell_leader(tx, tribe);
    Ok(Ok(joined))
}

/// Turns down a request, or takes an invitation or a place in the list of those who wait away; whoever it was about can do
/// so, too.
pub async fn turn_away(tx: &mut Tx, tribe: &Tribe, member: MemberId) -> anyhow::Result<()> {
    if circles::end_wish(tx, tribe.id, member).await? {
        tell_leader(tx, tribe);
    }
    Ok(())
}

/// How it went with an invitation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Invited {
    /// They were invited.
    Now,
    /// They are in it.
    AlreadyIn,
    /// They had asked: now they are in it, or wait for a place.
    HadAsked(Joined),
}

/// Invites a member; whoever had asked is let in by it.
pub async fn invite(tx: &mut Tx, tribe: &Tribe, member: MemberId, by: MemberId) -> anyhow::Result<Invited> {
    if circles::part(tx, tribe.id, member).await?.is_some() {
        return Ok(Invited::AlreadyIn);
    }
    if let Ok(joined) = let_in(tx, tribe, member).await? {
        return Ok(Invited::HadAsked(joined));
    }
    circles::wish(tx, tribe.id, member, WishKind::Invited, Some(by), "").await?;
    notices::invited(tx, tribe.id, member, by).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(Invited::Now)
}

/// Why somebody stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StillLeads;

/// Somebody leaves, or is taken out: they read there no more, what they wrote stays theirs, and the next one who waits
/// comes in. Whoever leads names somebody else first.
pub async fn leave(tx: &mut Tx, tribe: CircleId, member: MemberId) -> anyhow::Result<Result<(), StillLeads>> {
    if circles::part(tx, tribe, member).await? == Some(Part::Leader) {
        return Ok(Err(StillLeads));
    }
    go(tx, tribe, member).await?;
    Ok(Ok(()))
}

async fn go(tx: &mut Tx, tribe: CircleId, member: MemberId) -> anyhow::Result<()> {
    if circles::remove(tx, tribe, member).await?.is_some() {
        notices::left(tx, member, tribe).await?;
        store::looked_in(tx, tribe, member).await?;
        store::end_offer_to(tx, tribe, member).await?;
        tx.emit(Event::AuthorChanged(member));
        seat_waiting(tx, tribe).await?;
    }
    Ok(())
}

/// What becomes of whoever leads when somebody else takes the offer to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Then {
    /// They stay, as one of many.
    Stay,
    /// They leave.
    Leave,
}

/// Nobody of this number is in it to lead it next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotInIt;

/// Asks somebody in a tribe to lead it. Until they take the offer everything stays as it is; an earlier one is void.
pub async fn offer(tx: &mut Tx, tribe: &Tribe, to: MemberId, then: Then) -> anyhow::Result<Result<(), NotInIt>> {
    if circles::part(tx, tribe.id, to).await? != Some(Part::Member) {
        return Ok(Err(NotInIt));
    }
    store::offer(tx, tribe.id, to, then == Then::Leave).await?;
    for member in tribe.offered_to.into_iter().chain([to]).chain(tribe.leader) {
        tx.emit(Event::NoticesChanged(member));
    }
    tx.emit(Event::RequestsChanged);
    Ok(Ok(()))
}

/// Whoever was asked to lead does; answers whether the offer still stood.
pub async fn take_offer(tx: &mut Tx, tribe: &Tribe, member: MemberId) -> anyhow::Result<bool> {
    let Some(leaves) = store::take_offer(tx, tribe.id, member).await? else { return Ok(false) };
    match tribe.leader {
        Some(leader) => {
            if !circles::hand_over(tx, tribe.id, leader, member).await? {
                return Ok(false);
            }
            if leaves {
                go(tx, tribe.id, leader).await?;
            }
            tx.emit(Event::NoticesChanged(leader));
        }
        None => circles::appoint(tx, tribe.id, member, Part::Leader).await?,
    }
    tx.emit(Event::NoticesChanged(member));
    Ok(true)
}

/// The offer to lead is taken back, or declined by whoever it was made to.
pub async fn end_offer(tx: &mut Tx, tribe: &Tribe) -> anyhow::Result<()> {
    store::end_offer(tx, tribe.id).await?;
    for member in tribe.offered_to.into_iter().chain(tribe.leader) {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// The addresses and names of tribes that somebody leads, with others in them.
pub async fn led(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<(String, String)>> {
    Ok(store::led(conn, member).await?)
}

/// Sees to tribes whose people are gone, and to offers nobody took: whoever's account ended is in no tribe, the one who
/// has been in it longest leads in their place, and where nobody is left it ends.
pub async fn look_after(tx: &mut Tx) -> anyhow::Result<()> {
    for (circle, member, role) in store::departed(tx).await? {
        circles::remove(tx, circle, member).await?;
        notices::left(tx, member, circle).await?;
        tx.emit(Event::AuthorChanged(member));
        if role != Part::Leader.word() {
            seat_waiting(tx, circle).await?;
        }
    }
    for circle in store::leaderless(tx).await? {
        match store::longest_standing(tx, circle).await? {
            Some(next) => {
                circles::appoint(tx, circle, next, Part::Leader).await?;
                store::end_offer(tx, circle).await?;
                seat_waiting(tx, circle).await?;
                welcome(tx, circle, next).await?;
            }
            None => {
                if let Some(tribe) = store::by_id(tx, circle).await? {
                    end(tx, None, &tribe).await?;
                }
            }
        }
    }
    let due = Timestamp(tx.now.0 - rules::OFFER_DAYS * 24 * 60 * 60 * 1_000);
    for (leader, offered_to) in store::let_offers_lapse(tx, due).await? {
        for member in [leader, offered_to].into_iter().flatten() {
            tx.emit(Event::NoticesChanged(member));
        }
        tx.emit(Event::RequestsChanged);
    }
    Ok(())
}

/// Somebody in a tribe.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Person {
    /// Who.
    pub member: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    picture: Option<String>,
    part: String,
    /// Since when they are in it.
    pub since: Timestamp,
}

impl Person {
    /// Whether they lead it.
    pub fn leads(&self) -> bool {
        self.part == Part::Leader.word()
    }

    /// The address of their avatar.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.member, self.picture.as_deref())
    }
}

/// Those in a tribe in the order in which they came, after one of them; whoever leads it is named by the tribe.
pub async fn people(
    conn: &mut Conn,
    tribe: CircleId,
    after: Option<(Timestamp, MemberId)>,
    most: i64,
) -> anyhow::Result<Vec<Person>> {
    let (at, id) = after.unwrap_or((Timestamp(i64::MIN), MemberId(0)));
    Ok(store::people(conn, tribe, at, id, most).await?)
}

/// Renders again what an older renderer made.
pub async fn rerender_stale(tx: &mut Tx) -> anyhow::Result<()> {
    for (id, source, rules, lang) in store::stale(tx).await? {
        let lang = Lang::from_tag(&lang).unwrap_or(Lang::En);
        let [html, rules] = [&source, &rules].map(|source| community::render_site_page(source, lang));
        store::rerender(tx, id, &html, &rules).await?;
    }
    Ok(())
}
