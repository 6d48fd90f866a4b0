//! What was handed in, and who has more time for it.

use super::{Assignment, State, rules, store};
use crate::{
    audiences::circles,
    course::courses::{self, Course, Standing},
    events::Event,
    ids::{CircleId, ConversationId, MemberId, PostId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        local_time::LocalTime,
    },
    links::notices,
    people::members,
};

/// Something that was handed in.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Submission {
    /// Its number.
    pub id: RowId,
    /// Who handed it in.
    pub author: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    picture: Option<String>,
    /// The post that was handed in.
    pub post: Option<ConversationId>,
    /// What that is called.
    pub post_title: Option<String>,
    /// Where it is.
    pub post_path: Option<String>,
    /// Whether whoever asked may read what was handed in.
    pub may_read: bool,
    /// How many reviews of it are done or under way.
    pub reviews: i64,
    /// When it was handed in, the last time.
    pub handed_in_at: Timestamp,
    /// When something was first handed in.
    pub first_at: Timestamp,
    /// When it was due for its author then.
    pub due_at: Option<Timestamp>,
    /// The name that its file is kept under.
    pub file: Option<String>,
    /// What its author called it.
    pub file_name: String,
    /// What it was written with the help of.
    pub help: String,
}

impl Submission {
    /// The address of the avatar of whoever handed it in.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.author, self.picture.as_deref())
    }

    /// Whether it came after it was due.
    pub fn is_late(&self) -> bool {
        State::of(self.due_at, Some(self.first_at), self.first_at) == State::Late
    }

    /// What it is called on the page.
    pub fn title(&self) -> &str {
        self.post_title.as_deref().unwrap_or(&self.file_name)
    }
}

/// What is handed in.
#[derive(Clone, Debug)]
pub enum Handed {
    /// A post of one's own.
    Post(PostId),
    /// A file that was kept.
    File {
        /// The name it is kept under.
        kept: String,
        /// Its size in bytes.
        bytes: i64,
        /// What its author calls it.
        name: String,
    },
}

/// Why something was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotTaken {
    /// The assignment has not opened, or its course is closed.
    Closed,
    /// This kind of thing is not what is asked for.
    WrongKind,
    /// It is no post of theirs that was published.
    NotTheirs,
    /// Nobody who looks after the course may read it.
    Unreadable,
    /// Its author is not in the course any more.
    NotIn,
    /// Something else was handed in while it was written.
    Meanwhile,
}

impl NotTaken {
    /// All that may be said of a post that was written for an assignment.
    const OF_WRITTEN: [Self; 5] = [Self::Closed, Self::WrongKind, Self::Unreadable, Self::NotIn, Self::Meanwhile];

    /// The word it has in an address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::WrongKind => "kind",
            Self::NotTheirs => "author",
            Self::Unreadable => "audience",
            Self::NotIn => "left",
            Self::Meanwhile => "meanwhile",
        }
    }

    /// What a word says of a post that was written for an assignment.
    pub fn of_written(word: &str) -> Option<Self> {
        Self::OF_WRITTEN.into_iter().find(|why| why.word() == word)
    }

    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Closed => "assignment-closed",
            Self::WrongKind => "assignment-wrong-kind",
            Self::NotTheirs => "assignment-not-theirs",
            Self::Unreadable => "assignment-unreadable",
            Self::NotIn => "assignment-not-in",
            Self::Meanwhile => "assignment-meanwhile",
        }
    }
}

/// Hands something in, instead of what was handed in before; late is taken, too. Reviews that were given stay with it.
pub async fn hand_in(
    tx: &mut Tx,
    course: &Course,
    assignment: &Assignment,
    author: MemberId,
    handed: &Handed,
    help: &str,
) -> anyhow::Result<Result<(), NotTaken>> {
    if assignment.opened_at.is_none() || course.closed_at.is_some() {
        return Ok(Err(NotTaken::Closed));
    }
    let kind = assignment.kind();
    let fits = match handed {
        Handed::Post(_) => kind.takes_posts(),
        Handed::File { .. } => kind.takes_files(),
    };
    if !fits {
        return Ok(Err(NotTaken::WrongKind));
    }
    if let Handed::Post(post) = handed {
        let Some(audience) = store::published_for(tx, author, *post).await? else {
            return Ok(Err(NotTaken::NotTheirs));
        };
        if !store::is_for_staff(tx, course, audience).await? {
            return Ok(Err(NotTaken::Unreadable));
        }
    }
    let due_at = extension(tx, assignment, author).await?.map(|(_, at)| at).or(assignment.due_at);
    store::put(tx, assignment.id, author, handed, help, due_at).await?;
    tx.emit(Event::Contributed(author));
    Ok(Ok(()))
}

/// A post that was written for an assignment was published: it is handed in, if it is still taken. What was handed in while
/// it was written stays. Answers for which assignment it was handed in, or was not and why.
pub async fn hand_in_written(
    tx: &mut Tx,
    author: MemberId,
    post: PostId,
) -> anyhow::Result<Result<Option<Assignment>, (ConversationId, NotTaken)>> {
    let Some(id) = store::written(tx, post).await? else { return Ok(Ok(None)) };
    store::forget_written(tx, post).await?;
    let Some(assignment) = store::by_id(tx, id).await? else { return Ok(Ok(None)) };
    let Some(course) = courses::find(tx, assignment.course).await? else { return Ok(Ok(None)) };
    if circles::part(tx, course.id, author).await?.is_none() {
        return Ok(Err((id, NotTaken::NotIn)));
    }
    if store::came_while_written(tx, id, author, post).await? {
        return Ok(Err((id, NotTaken::Meanwhile)));
    }
    let taken = hand_in(tx, &course, &assignment, author, &Handed::Post(post), "").await?;
    Ok(taken.map(|()| Some(assignment)).map_err(|why| (id, why)))
}

/// Takes back what was handed in. Who has begun to review it may still hand that in.
pub async fn withdraw(tx: &mut Tx, assignment: &Assignment, author: MemberId) -> anyhow::Result<bool> {
    Ok(store::withdraw(tx, assignment.id, author).await?)
}

/// What a member handed in for an assignment.
pub async fn of(conn: &mut Conn, assignment: ConversationId, author: MemberId) -> anyhow::Result<Option<Submission>> {
    Ok(store::of(conn, author, assignment).await?)
}

/// Something that was handed in for an assignment, and whether this reader may read it; what was withdrawn is there, too.
/// Who may know of it is for whoever asks to say.
pub async fn submission(
    conn: &mut Conn,
    assignment: ConversationId,
    id: RowId,
    reader: MemberId,
) -> anyhow::Result<Option<Submission>> {
    Ok(store::submission(conn, reader, assignment, id).await?)
}

/// All that was handed in for an assignment, what has fewest reviews first; for those who look after the course.
pub async fn submissions(
    conn: &mut Conn,
    assignment: ConversationId,
    reader: MemberId,
) -> anyhow::Result<Vec<Submission>> {
    Ok(store::submissions(conn, reader, assignment).await?)
}

/// A participant who has handed nothing in.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Missing {
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// When it is due for them, if they have more time.
    pub due_at: Option<Timestamp>,
    /// The homeroom they are in.
    pub homeroom: Option<CircleId>,
    /// What that is called.
    pub homeroom_name: Option<String>,
    /// Whether whoever asked is in it, too.
    pub is_near: bool,
}

/// Who has handed nothing in, homeroom by homeroom, those of the reader's own first, and in each by name; so many at most.
pub async fn missing(
    conn: &mut Conn,
    assignment: &Assignment,
    reader: MemberId,
    limit: i64,
) -> anyhow::Result<Vec<Missing>> {
    Ok(store::missing(conn, assignment, reader, limit).await?)
}

/// Until when a member has more time: as clocks in the course's zone show it, and the moment.
pub async fn extension(
    conn: &mut Conn,
    assignment: &Assignment,
    member: MemberId,
) -> anyhow::Result<Option<(LocalTime, Timestamp)>> {
    let found = store::extension(conn, assignment.id, member).await?;
    Ok(found.and_then(|(local, at)| Some((local.parse().ok()?, at))))
}

/// Gives a participant so many days more than everybody has; they are told. Answers whether there was a day to move, and
/// whether they take part.
pub async fn extend(
    tx: &mut Tx,
    course: &Course,
    assignment: &Assignment,
    member: MemberId,
    days: i64,
    by: MemberId,
) -> anyhow::Result<bool> {
    let Some(due) = assignment.due_local() else { return Ok(false) };
    let due = rules::extended(due, days);
    if !store::extend(tx, assignment, member, due, due.moment(&course.zone()), by).await? {
        return Ok(false);
    }
    if assignment.opened_at.is_some() {
        notices::tell_one(tx, member, notices::Kind::Extended, assignment.id, Some(by)).await?;
    }
    Ok(true)
}

/// So many more reviews of each of these pieces are done or under way, or fewer; a piece may stand among them more than
/// once.
pub async fn count_reviews(tx: &mut Tx, submissions: &[RowId], by: i64) -> anyhow::Result<()> {
    let list: Vec<i64> = submissions.iter().map(|piece| piece.0).collect();
    Ok(store::count_reviews(tx, &serde_json::to_string(&list)?, by).await?)
}

/// Somebody's account ended: all that they handed in is taken back. Answers the files, which nobody may use any more.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<Vec<String>> {
    Ok(store::forget_member(tx, member).await?)
}

/// Whether anything that is there uses a file.
pub async fn file_is_used(conn: &mut Conn, file: &str) -> anyhow::Result<bool> {
    Ok(store::file_is_used(conn, file).await?)
}

/// A draft is written for an assignment: it is handed in with it when it is published.
pub async fn remember_written(tx: &mut Tx, post: PostId, assignment: ConversationId) -> anyhow::Result<()> {
    Ok(store::remember_written(tx, post, assignment).await?)
}

/// The assignment that a draft is written for.
pub async fn written(conn: &mut Conn, post: PostId) -> anyhow::Result<Option<ConversationId>> {
    Ok(store::written(conn, post).await?)
}

/// An assignment of a course as one participant sees it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    /// The last part of its address.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// What the module on whose page it stands is called.
    pub module: Option<String>,
    /// The number of that.
    pub module_id: Option<ConversationId>,
    /// Whether it is asked of whoever wants to finish.
    pub needed: bool,
    /// One of those of the same name is enough.
    pub choice: String,
    /// When it opened.
    pub opened_at: Option<Timestamp>,
    /// When it is due for the reader.
    pub due_at: Option<Timestamp>,
    /// Whether they have more time than others.
    pub is_extended: bool,
    /// When they first handed something in.
    pub first_at: Option<Timestamp>,
    /// When it was due for them then.
    pub was_due_at: Option<Timestamp>,
    /// How many reviews each is asked to give.
    pub reviews: i64,
    /// How many the reader gave, or need not give.
    pub given: i64,
    /// Whether another one of the same choice was handed in.
    pub is_chosen_elsewhere: bool,
    /// How many pieces were handed in, if they were counted.
    pub handed_in: i64,
    /// How many of these have fewer than two reviews.
    pub waiting: i64,
}

impl Listed {
    /// How far the reader is with it.
    pub fn state(&self, now: Timestamp) -> State {
        State::of(if self.first_at.is_some() { self.was_due_at } else { self.due_at }, self.first_at, now)
    }

    /// The message that says how far the reader is with it.
    pub fn key(&self, now: Timestamp) -> &'static str {
        match self.state(now) {
            _ if self.is_chosen_elsewhere => "assignment-chosen-elsewhere",
            State::Open => "assignment-open",
            State::Overdue => "assignment-overdue",
            State::In => "assignment-in",
            State::Late => "assignment-late",
        }
    }
}

/// The assignments of a course as a reader may know of them, in their order. What has not opened is there for those who
/// look after the course alone.
pub async fn of_member(
    conn: &mut Conn,
    course: CircleId,
    standing: Standing,
    reader: Option<MemberId>,
) -> anyhow::Result<Vec<Listed>> {
    let all = store::of_member(conn, reader.unwrap_or(MemberId(0)), course, false).await?;
    Ok(known(all, standing))
}

/// The same, and for those who look after the course how much was handed in.
pub async fn of_member_counted(
    conn: &mut Conn,
    course: CircleId,
    standing: Standing,
    reader: Option<MemberId>,
) -> anyhow::Result<Vec<Listed>> {
    let all = store::of_member(conn, reader.unwrap_or(MemberId(0)), course, standing.guides()).await?;
    Ok(known(all, standing))
}

fn known(mut all: Vec<Listed>, standing: Standing) -> Vec<Listed> {
    all.retain(|it| it.opened_at.is_some() || standing.guides());
    all
}
