//! Assignments: what a course asks to be handed in, who has more time for it, and what was handed in.
//!
//! Something is handed in as a post of one's own, which stays where it is, or as a file. Late is accepted and noted.

pub mod rules;
mod store;
mod work;

pub use self::{
    rules::{Kind, Question, State},
    work::{
        Handed, Listed, Missing, NotTaken, Submission, count_reviews, extend, extension, file_is_used, forget_member,
        hand_in, hand_in_written, missing, of, of_member, of_member_counted, remember_written, submission, submissions,
        withdraw, written,
    },
};
use crate::{
    audiences::circles,
    course::{
        courses::{self, Course},
        modules,
    },
    events::Event,
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        local_time::LocalTime,
    },
    links::notices,
    people::community,
    talk::{
        conversations::{self, About, Subject},
        news, uploads,
    },
};

/// An assignment.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Assignment {
    /// Its number, and its conversation's.
    pub id: ConversationId,
    /// The course it is of.
    pub course: CircleId,
    course_address: String,
    /// The module on whose page it stands, too.
    pub module: Option<ConversationId>,
    /// What that is called.
    pub module_title: Option<String>,
    /// The last part of its address.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Whether it is asked of whoever wants to finish.
    pub needed: bool,
    kind: String,
    opens_local: Option<String>,
    /// When it opens by itself.
    pub opens_at: Option<Timestamp>,
    /// When it opened.
    pub opened_at: Option<Timestamp>,
    due_local: Option<String>,
    /// When it is due; nothing: at any time.
    pub due_at: Option<Timestamp>,
    /// How many reviews each is asked to give; none: there are none.
    pub reviews: i64,
    /// How many days one has for one.
    pub review_days: i64,
    closes_local: Option<String>,
    /// Until when reviews are given.
    pub closes_at: Option<Timestamp>,
    /// When its words last changed.
    pub edited_at: Timestamp,
    /// One of those of the same name is enough; empty: it stands alone.
    pub choice: String,
    /// What a review answers, a line each.
    pub questions: String,
    /// What is to be done, as written.
    pub source: String,
    /// The same as rendered: safe to show.
    pub html: String,
}

impl Assignment {
    /// Its address.
    pub fn url(&self) -> String {
        format!("{}assignments/{}/", courses::url(&self.course_address), self.slug)
    }

    /// Where those who lead the course change it.
    pub fn manage_url(&self) -> String {
        format!("{}manage/assignments/{}/", courses::url(&self.course_address), self.id)
    }

    /// What is handed in.
    pub fn kind(&self) -> Kind {
        self.kind.parse().unwrap_or_default()
    }

    /// When it opens, as clocks in the course's zone show it.
    pub fn opens_local(&self) -> Option<LocalTime> {
        self.opens_local.as_deref().and_then(|at| at.parse().ok())
    }

    /// When it is due, as clocks in the course's zone show it.
    pub fn due_local(&self) -> Option<LocalTime> {
        self.due_local.as_deref().and_then(|at| at.parse().ok())
    }

    /// Until when reviews are given, as clocks in the course's zone show it; nothing: until the course ends.
    pub fn closes_local(&self) -> Option<LocalTime> {
        self.closes_local.as_deref().and_then(|at| at.parse().ok())
    }

    /// What a review answers.
    pub fn questions(&self) -> Vec<Question> {
        rules::questions(&self.questions)
    }

    /// Whether people review what others handed in.
    pub const fn is_reviewed(&self) -> bool {
        self.reviews > 0
    }

    /// Whether reviews may be drawn.
    pub fn draws(&self, now: Timestamp) -> bool {
        self.is_reviewed() && self.opened_at.is_some() && self.closes_at.is_none_or(|closes_at| now < closes_at)
    }

    /// When something is planned of it.
    fn planned(&self, course: &Course) -> impl Iterator<Item = Timestamp> {
        let zone = course.zone();
        let all = [self.opens_local(), self.due_local(), self.closes_local()];
        all.into_iter().flatten().map(move |at| at.moment(&zone))
    }

    /// Whether what is planned at a moment has not happened yet: of what has not opened, nothing has.
    fn is_ahead(&self, at: Timestamp, now: Timestamp) -> bool {
        self.opened_at.is_none() || at > now
    }

    fn about(&self, course: &Course, author: MemberId) -> About {
        About {
            place: course.id.0,
            author,
            audience: if self.opened_at.is_some() { course.audience().circle() } else { course.staff.0 },
            opened_at: self.opened_at,
            lang: course.lang().to_owned(),
            path: self.url(),
            title: self.title.clone(),
        }
    }
}

/// What an assignment is to be.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// What is to be done, in Markdown.
    pub source: String,
    /// The module on whose page it stands, too.
    pub module: Option<ConversationId>,
    /// Whether it is asked of whoever wants to finish.
    pub needed: bool,
    /// One of those of the same name is enough.
    pub choice: String,
    /// What is handed in.
    pub kind: Kind,
    /// When it opens by itself; nothing: with its module, or by hand.
    pub opens: Option<LocalTime>,
    /// When it is due; nothing: at any time.
    pub due: Option<LocalTime>,
    /// How many reviews each is asked to give.
    pub reviews: i64,
    /// How many days one has for one.
    pub review_days: i64,
    /// Until when reviews are given; nothing: until the course ends.
    pub closes: Option<LocalTime>,
    /// What a review answers, a line each.
    pub questions: String,
}

impl Draft {
    /// What an assignment is now, with what is planned moved by whole days where this says so of its moment.
    fn moved(assignment: &Assignment, course: &Course, days: i64, moves: impl Fn(Timestamp) -> bool) -> Self {
        let zone = course.zone();
        let later = |at: LocalTime| if moves(at.moment(&zone)) { at.plus_days(days) } else { at };
        Self {
            title: assignment.title.clone(),
            source: assignment.source.clone(),
            module: assignment.module,
            needed: assignment.needed,
            choice: assignment.choice.clone(),
            kind: assignment.kind(),
            opens: assignment.opens_local().map(later),
            due: assignment.due_local().map(later),
            reviews: assignment.reviews,
            review_days: assignment.review_days,
            closes: assignment.closes_local().map(later),
            questions: assignment.questions.clone(),
        }
    }
}

/// Why an assignment was not made or changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum No {
    /// The course has as many as it may.
    TooMany,
    /// Somebody changed it meanwhile.
    EditedMeanwhile,
}

/// Adds an assignment at the end of a course: only those who lead it see it before it opens.
pub async fn add(
    tx: &mut Tx,
    course: &Course,
    author: MemberId,
    draft: &Draft,
) -> anyhow::Result<Result<ConversationId, No>> {
    let position = store::next_position(tx, course.id).await?;
    if position > rules::MOST_ASSIGNMENTS {
        return Ok(Err(No::TooMany));
    }
    let id = ConversationId(tx.new_id());
    let slug = free_slug(tx, course.id, &draft.title, position).await?;
    let about = About {
        place: course.id.0,
        author,
        audience: course.staff.0,
        opened_at: None,
        lang: course.lang().to_owned(),
        path: format!("{}assignments/{slug}/", course.url()),
        title: draft.title.clone(),
    };
    conversations::begin(tx, id, Subject::Assignment, &about).await?;
    conversations::assign(tx, id, Some(course.id), draft.module).await?;
    let html = community::render_site_page(&draft.source, course.language());
    store::insert(tx, id, course, position, &slug, draft, &html).await?;
    uploads::note_uses(tx, author, id, &draft.source).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(Ok(id))
}

/// The last part of an assignment's address, made of its title.
async fn free_slug(tx: &mut Tx, course: CircleId, title: &str, position: i64) -> anyhow::Result<String> {
    for slug in courses::rules::slugs(title, &format!("assignment-{position}")) {
        if !store::slug_taken(tx, course, &slug).await? {
            return Ok(slug);
        }
    }
    anyhow::bail!("a thousand assignments are called {title}")
}

/// Changes an assignment, unless it is no longer as it was seen. Nothing that has opened closes by it, and who has more
/// time keeps it.
pub async fn edit(
    tx: &mut Tx,
    course: &Course,
    assignment: &Assignment,
    seen: Timestamp,
    draft: &Draft,
) -> anyhow::Result<Result<(), No>> {
    let html = community::render_site_page(&draft.source, course.language());
    if !store::update(tx, assignment.id, course, seen, draft, &html).await? {
        return Ok(Err(No::EditedMeanwhile));
    }
    conversations::assign(tx, assignment.id, Some(course.id), draft.module).await?;
    describe(tx, course, assignment.id, Some(&draft.title)).await?;
    Ok(Ok(()))
}

/// Tells its conversation what an assignment is, after it changed; its title stands there alone.
async fn describe(tx: &mut Tx, course: &Course, id: ConversationId, title: Option<&str>) -> anyhow::Result<()> {
    if let Some(mut now) = store::by_id(tx, id).await?
        && let Some(author) = store::author(tx, id).await?
    {
        if let Some(title) = title {
            title.clone_into(&mut now.title);
        }
        conversations::describe(tx, id, &now.about(course, author)).await?;
    }
    tx.emit(Event::CourseChanged(course.id));
    Ok(())
}

/// Says to all conversations of a course's assignments who may read them, and reckons their moments, after its audience,
/// its language, its zone or its last day changed.
pub async fn describe_all(tx: &mut Tx, course: CircleId) -> anyhow::Result<()> {
    let Some(course) = courses::find(tx, course).await? else { return Ok(()) };
    store::reckon(tx, &course).await?;
    for assignment in store::all(tx, course.id).await? {
        describe(tx, &course, assignment.id, None).await?;
    }
    Ok(())
}

/// Opens an assignment now: those it is for may read it, and whoever follows the course is told.
pub async fn open(tx: &mut Tx, course: &Course, id: ConversationId) -> anyhow::Result<()> {
    if course.opened_at.is_none() || !store::open(tx, id).await? {
        return Ok(());
    }
    describe(tx, course, id, None).await?;
    news::write(tx, news::Kind::Post, id, None).await?;
    // Who was given more time before there was anything to read.
    for (member, by) in store::extended(tx, id).await? {
        notices::tell_one(tx, member, notices::Kind::Extended, id, by).await?;
    }
    Ok(())
}

/// Opens what is due, in courses that are open.
pub async fn open_due(app: &App) -> anyhow::Result<()> {
    let due = store::due(&mut app.db.read().await?, app.now()).await?;
    for (id, course) in due {
        app.db
            .always(async |tx| match courses::find(tx, course).await? {
                Some(course) => open(tx, &course, id).await,
                None => Ok(()),
            })
            .await?;
    }
    Ok(())
}

/// Where no more reviews are given, all is settled now.
pub async fn settle(tx: &mut Tx) -> anyhow::Result<()> {
    Ok(store::settle(tx).await?)
}

/// Deletes an assignment that nobody but those who lead the course has seen; answers whether it was one.
pub async fn delete(tx: &mut Tx, course: CircleId, assignment: &Assignment) -> anyhow::Result<bool> {
    if assignment.opened_at.is_some() {
        return Ok(false);
    }
    conversations::remove(tx, assignment.id).await?;
    tx.emit(Event::CourseChanged(course));
    Ok(true)
}

/// All assignments of a course, for those who lead it.
pub async fn all(conn: &mut Conn, course: CircleId) -> anyhow::Result<Vec<Assignment>> {
    Ok(store::all(conn, course).await?)
}

/// One of a course's assignments, for those who lead it.
pub async fn in_course(conn: &mut Conn, course: CircleId, id: ConversationId) -> anyhow::Result<Option<Assignment>> {
    Ok(store::by_id(conn, id).await?.filter(|assignment| assignment.course == course))
}

/// The assignment at an address of a course, if this reader may read it: it has opened, or they lead the course.
pub async fn for_reader(
    conn: &mut Conn,
    reader: Option<MemberId>,
    course: CircleId,
    slug: &str,
) -> anyhow::Result<Option<Assignment>> {
    Ok(store::for_reader(conn, reader.unwrap_or(MemberId(0)), course, slug).await?)
}

/// The assignment of this number, if this reader may read it.
pub async fn readable(conn: &mut Conn, reader: MemberId, id: ConversationId) -> anyhow::Result<Option<Assignment>> {
    Ok(store::readable(conn, reader, id).await?)
}

/// The assignment of a course that a member may write a post for: it has opened, they are in the course, and it takes
/// posts.
pub async fn to_write_for(
    conn: &mut Conn,
    member: MemberId,
    id: ConversationId,
) -> anyhow::Result<Option<(Assignment, Course)>> {
    let found = store::by_id(conn, id).await?.filter(|it| it.opened_at.is_some() && it.kind().takes_posts());
    let Some(assignment) = found else { return Ok(None) };
    let Some(course) = courses::find(conn, assignment.course).await? else { return Ok(None) };
    let is_in = circles::part(conn, course.id, member).await?.is_some();
    Ok(is_in.then_some((assignment, course)))
}

/// Whether anything is planned of the assignments of a course that has not happened yet.
pub async fn are_ahead(conn: &mut Conn, course: &Course, now: Timestamp) -> anyhow::Result<bool> {
    let all = store::all(conn, course.id).await?;
    Ok(all.iter().any(|assignment| assignment.planned(course).any(|at| assignment.is_ahead(at, now))))
}

/// Moves what is planned of the assignments of a course and has not happened yet by whole days, as a copy of the course
/// would, and with it the days of those who have more time. Moments are reckoned anew afterwards ([`describe_all`]).
pub async fn move_ahead(tx: &mut Tx, course: &Course, days: i64) -> anyhow::Result<Result<(), No>> {
    let now = tx.now;
    for assignment in store::all(tx, course.id).await? {
        let moves = |at| assignment.is_ahead(at, now);
        if assignment.planned(course).any(moves) {
            let draft = Draft::moved(&assignment, course, days, moves);
            if let Err(no) = edit(tx, course, &assignment, assignment.edited_at, &draft).await? {
                return Ok(Err(no));
            }
        }
    }
    store::move_extensions(tx, course.id, days).await?;
    Ok(Ok(()))
}

/// Copies the assignments of a course into another, with every planned moment moved by whole days and nothing open. What
/// was handed in is not copied.
pub async fn copy(
    tx: &mut Tx,
    from: CircleId,
    to: &Course,
    author: MemberId,
    days: i64,
    onward: &courses::rules::Onward<'_>,
) -> anyhow::Result<()> {
    let old_modules = modules::all(tx, from).await?;
    let new_modules = modules::all(tx, to.id).await?;
    for old in store::all(tx, from).await? {
        // The modules were copied in their order before.
        let place = old_modules.iter().position(|module| Some(module.id) == old.module);
        let draft = Draft {
            source: onward.links(&old.source),
            module: place.and_then(|place| new_modules.get(place)).map(|module| module.id),
            ..Draft::moved(&old, to, days, |_| true)
        };
        match add(tx, to, author, &draft).await? {
            Ok(copy) => uploads::copy_uses(tx, old.id, copy).await?,
            Err(_) => break,
        }
    }
    Ok(())
}
