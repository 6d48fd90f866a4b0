//! Shelves: what members read and want to read, by hand or from what a page says of itself. Each decides who may look at
//! theirs, and how their own library is asked for what stands on anybody's.

mod export;
mod page_data;
mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::{collections::HashSet, str::FromStr};

pub use self::{
    export::{bibtex, csl_json},
    page_data::{Found, of_page},
    rules::{Doi, Isbn, Known, LONGEST_LINE, LONGEST_NOTE, Library, address, recognise, year},
};
use crate::{
    audiences::Audience,
    events::Event,
    ids::{MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    people::members,
};

/// What kind of thing is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A book, or a part of one.
    Book,
    /// An article in a journal, a paper, on the web.
    Article,
    /// Anything else.
    Other,
}

impl Kind {
    /// In their order in the form.
    pub const ALL: [Self; 3] = [Self::Book, Self::Article, Self::Other];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Article => "article",
            Self::Other => "other",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Book => "shelf-book",
            Self::Article => "shelf-article",
            Self::Other => "shelf-other",
        }
    }
}

impl FromStr for Kind {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.word() == word).ok_or("field-choose")
    }
}

/// How far somebody is with something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// They want to read it.
    Want,
    /// They read it now.
    Reading,
    /// They have read it.
    Read,
}

impl State {
    /// In their order in the form.
    pub const ALL: [Self; 3] = [Self::Want, Self::Reading, Self::Read];

    /// The word it is sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Want => "want",
            Self::Reading => "reading",
            Self::Read => "read",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Want => "shelf-want",
            Self::Reading => "shelf-reading",
            Self::Read => "shelf-read",
        }
    }

    /// The message that names it on the shelf of somebody else.
    pub const fn key_of_another(self) -> &'static str {
        match self {
            Self::Want => "shelf-they-want",
            Self::Reading => "shelf-they-are-reading",
            Self::Read => "shelf-they-read",
        }
    }
}

impl FromStr for State {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|state| state.word() == word).ok_or("field-choose")
    }
}

/// Whether only its owner sees an entry, whoever may look at the shelf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sight {
    /// Whoever may look at the shelf sees it.
    Shown,
    /// Only its owner does.
    Private,
}

/// What an entry is to say.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// Who wrote it, several with semicolons; empty if nobody knows.
    pub authors: String,
    /// The year in which it appeared.
    pub year: Option<i64>,
    /// Its ISBN.
    pub isbn: Option<Isbn>,
    /// Its DOI.
    pub doi: Option<Doi>,
    /// Its address on the web, or nothing.
    pub address: String,
    /// A line about it, for whoever may look at the shelf.
    pub note: String,
    /// How far its owner is with it.
    pub state: State,
    /// Who sees it.
    pub sight: Sight,
}

impl Draft {
    /// One that says nothing yet.
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind,
            title: String::new(),
            authors: String::new(),
            year: None,
            isbn: None,
            doi: None,
            address: String::new(),
            note: String::new(),
            state: State::Want,
            sight: Sight::Shown,
        }
    }

    /// What there is to read at an address that somebody else gave.
    pub fn at(title: &str, authors: &str, address: &str) -> Self {
        let draft = Self { title: title.into(), authors: authors.into(), ..Self::of(Kind::Article) };
        match address.parse::<Doi>() {
            Ok(doi) => Self { doi: Some(doi), ..draft },
            Err(_) => Self { address: address.into(), ..draft },
        }
    }

    /// What it is, whoever has it: the same for everybody's entry of the same work.
    pub fn work(&self) -> String {
        rules::work(self)
    }
}

/// Something on a shelf.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Entry {
    /// Its number.
    pub id: RowId,
    kind: String,
    /// What it is called.
    pub title: String,
    authors: String,
    /// The year in which it appeared.
    pub year: Option<i64>,
    /// The thirteen digits of its ISBN, or nothing.
    pub isbn: String,
    /// Its DOI in small letters, or nothing.
    pub doi: String,
    /// Its address, or nothing.
    pub address: String,
    /// A line about it.
    pub note: String,
    begun_at: Option<Timestamp>,
    /// Since when it is read.
    pub read_at: Option<Timestamp>,
    private_at: Option<Timestamp>,
}

impl Entry {
    /// What kind of thing it is.
    pub fn kind(&self) -> Kind {
        self.kind.parse().unwrap_or(Kind::Other)
    }

    /// How far its owner is with it.
    pub const fn state(&self) -> State {
        match (self.begun_at, self.read_at) {
            (_, Some(_)) => State::Read,
            (Some(_), None) => State::Reading,
            (None, None) => State::Want,
        }
    }

    /// Whether only its owner sees it.
    pub const fn is_private(&self) -> bool {
        self.private_at.is_some()
    }

    /// Who wrote it, one by one.
    pub fn authors(&self) -> impl Iterator<Item = &str> {
        self.authors.split(';').map(str::trim).filter(|author| !author.is_empty())
    }

    /// Who wrote it, as typed.
    pub fn authors_line(&self) -> &str {
        &self.authors
    }

    /// Where it is read, or where its publisher tells of it: its address, else that of its DOI.
    pub fn url(&self) -> Option<String> {
        if !self.address.is_empty() {
            return Some(self.address.clone());
        }
        self.doi_url()
    }

    /// The address of its DOI.
    pub fn doi_url(&self) -> Option<String> {
        (!self.doi.is_empty()).then(|| rules::doi_url(&self.doi))
    }

    #[cfg(test)]
    fn example(title: &str, authors: &str, isbn: &str, doi: &str) -> Self {
        Self {
            id: RowId(1),
            kind: "book".into(),
            title: title.into(),
            authors: authors.into(),
            year: Some(1999),
            isbn: isbn.into(),
            doi: doi.into(),
            address: String::new(),
            note: String::new(),
            begun_at: None,
            read_at: None,
            private_at: None,
        }
    }
}

/// A work on shelves that somebody may look at, and whose.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Elsewhere {
    /// As whoever added it last wrote it.
    #[sqlx(flatten)]
    pub entry: Entry,
    /// What they are called.
    pub name: String,
    handle: String,
    /// On how many shelves it stands that the reader may look at.
    pub people: i64,
    mine: i64,
}

impl Elsewhere {
    /// The shelf of whoever added it last.
    pub fn shelf_url(&self) -> String {
        url_of(&self.handle)
    }

    /// How many people have it besides the one who is named.
    pub const fn more(&self) -> i64 {
        self.people - 1
    }

    /// Whether it stands on the reader's shelf, too.
    pub const fn is_mine(&self) -> bool {
        self.mine > 0
    }
}

/// What somebody decided about their shelf.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// Who may look at it besides its owner.
    pub audience: Audience,
    /// How their library is asked.
    pub library: Option<Library>,
}

/// The address of a member's shelf.
pub fn url_of(handle: &str) -> String {
    format!("{}shelf/", members::url(handle))
}

/// Why something is not put on a shelf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotAdded {
    /// It stands there already.
    There(RowId),
    /// The shelf is full.
    Full,
}

/// Puts something on a member's shelf.
pub async fn add(tx: &mut Tx, member: MemberId, draft: &Draft) -> anyhow::Result<Result<RowId, NotAdded>> {
    if store::count(tx, member).await? >= rules::MOST_ENTRIES {
        return Ok(Err(NotAdded::Full));
    }
    if let Some(id) = store::insert(tx, member, draft).await? {
        tx.emit(Event::ShelfChanged(member));
        return Ok(Ok(id));
    }
    let there = store::of_work(tx, member, &draft.work()).await?;
    Ok(Err(there.map_or(NotAdded::Full, NotAdded::There)))
}

/// Changes what an entry says, unless another one of the shelf is of that work; answers that one.
pub async fn edit(tx: &mut Tx, member: MemberId, id: RowId, draft: &Draft) -> anyhow::Result<Result<(), NotAdded>> {
    let there = store::of_work(tx, member, &draft.work()).await?;
    if let Some(other) = there.filter(|other| *other != id) {
        return Ok(Err(NotAdded::There(other)));
    }
    store::update(tx, member, id, draft).await?;
    tx.emit(Event::ShelfChanged(member));
    Ok(Ok(()))
}

/// Says how far a member is with something.
pub async fn mark(tx: &mut Tx, member: MemberId, id: RowId, state: State) -> anyhow::Result<()> {
    Ok(store::mark(tx, member, id, state).await?)
}

/// Takes something off a member's shelf.
pub async fn take_off(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    store::delete(tx, member, id).await?;
    tx.emit(Event::ShelfChanged(member));
    Ok(())
}

/// A member decides about their shelf.
pub async fn decide(tx: &mut Tx, member: MemberId, shelf: &Shelf) -> anyhow::Result<()> {
    store::decide(tx, member, shelf).await?;
    tx.emit(Event::ShelfChanged(member));
    Ok(())
}

/// The shelf of somebody whose account ends goes with it.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}

/// What a member decided about their shelf; at first it is theirs alone.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> anyhow::Result<Shelf> {
    let (audience, library) = store::shelf(conn, member).await?.unwrap_or((Audience::Me.circle(), String::new()));
    Ok(Shelf { audience: Audience::of_circle(audience), library: library.parse().ok() })
}

/// Whether somebody may look at a member's shelf: its owner always; nobody is a reader, too.
pub fn may_look(shelf: &Shelf, owner: MemberId, reader: Option<MemberId>) -> bool {
    match shelf.audience {
        _ if reader == Some(owner) => true,
        Audience::Public => true,
        Audience::Community => reader.is_some(),
        Audience::Me | Audience::Circle(_) => false,
    }
}

/// An entry of a member's own shelf.
pub async fn for_owner(conn: &mut Conn, owner: MemberId, id: RowId) -> anyhow::Result<Option<Entry>> {
    Ok(store::one(conn, owner, id).await?)
}

/// What stands on a shelf that this reader may look at, the latest first, before one; all, or only so far read.
pub async fn entries(
    conn: &mut Conn,
    owner: MemberId,
    reader: Option<MemberId>,
    state: Option<State>,
    before: Option<RowId>,
    limit: i64,
) -> anyhow::Result<Vec<Entry>> {
    let reader = reader.unwrap_or(MemberId(0));
    Ok(store::entries(conn, owner, reader, state, before.unwrap_or(RowId(i64::MAX)), limit).await?)
}

/// How many entries of a shelf this reader would see.
pub async fn count(conn: &mut Conn, owner: MemberId, reader: Option<MemberId>) -> anyhow::Result<i64> {
    Ok(store::count_for(conn, owner, reader.unwrap_or(MemberId(0))).await?)
}

/// Which of these works stand on a member's shelf.
pub async fn among(conn: &mut Conn, member: MemberId, works: &[String]) -> anyhow::Result<HashSet<String>> {
    if works.is_empty() {
        return Ok(HashSet::new());
    }
    let rows = store::among(conn, member, &serde_json::to_string(works)?).await?;
    Ok(rows.into_iter().map(|(work,)| work).collect())
}

/// What stands on others' shelves that this member may look at, each work once, what was added last first.
pub async fn elsewhere(conn: &mut Conn, reader: MemberId, limit: i64) -> anyhow::Result<Vec<Elsewhere>> {
    Ok(store::elsewhere(conn, reader, limit).await?)
}
