//! Modules: what a course consists of, in its order; what there is to read, view, explore and do in each; what somebody has
//! done; and when each opens.
//!
//! How far somebody is, is never kept: an item is done if it was ticked, or if what it follows from is there.

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use self::rules::Part;
use crate::{
    course::{
        courses::{self, Course, Standing},
        media,
    },
    events::Event,
    ids::{CircleId, ConversationId, MemberId, PostId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        i18n::address_day,
        local_time::{Day, LocalTime},
    },
    people::community,
    talk::{
        conversations::{self, About, Subject},
        news, questions, uploads,
    },
};

/// What kind of week it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// One with something new.
    Module,
    /// One in which to catch up.
    CatchUp,
}

impl Kind {
    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::CatchUp => "catch-up",
        }
    }
}

/// A module.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Module {
    /// Its number, and its conversation's.
    pub id: ConversationId,
    /// The course it is of.
    pub course: CircleId,
    /// The address of that.
    pub course_address: String,
    kind: String,
    /// The last part of its address.
    pub slug: String,
    /// What it is called.
    pub title: String,
    opens_local: Option<String>,
    /// When it opens by itself.
    pub opens_at: Option<Timestamp>,
    /// When it opened.
    pub opened_at: Option<Timestamp>,
    ends_on: Option<String>,
    live_local: Option<String>,
    /// When its live session begins.
    pub live_at: Option<Timestamp>,
    /// How long that takes.
    pub live_minutes: Option<i64>,
    /// When that was cancelled.
    pub live_cancelled_at: Option<Timestamp>,
    /// Where it takes place.
    pub live_link: String,
    /// Where its recording is.
    pub live_recording: String,
    recording_alive_at: Option<Timestamp>,
    recording_dead_at: Option<Timestamp>,
    /// When its words last changed.
    pub edited_at: Timestamp,
    /// What sums it up.
    pub wrap_up: Option<PostId>,
    /// What participants are asked to write about.
    pub prompt: String,
    /// The introduction, as written.
    pub source: String,
    /// The same as rendered: safe to show.
    pub html: String,
}

impl Module {
    /// Whether there is nothing at the address of its recording any more.
    pub const fn has_lost_its_recording(&self) -> bool {
        self.recording_dead_at.is_some()
    }

    /// Where an archive may have its recording.
    pub fn archived_recording(&self) -> String {
        archived(&self.live_recording, self.recording_alive_at.unwrap_or(self.edited_at))
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("{}{}/", courses::url(&self.course_address), self.slug)
    }

    /// Where those who lead the course change it.
    pub fn manage_url(&self) -> String {
        format!("{}manage/modules/{}/", courses::url(&self.course_address), self.id)
    }

    /// Whether nothing in it is new.
    pub fn is_catch_up(&self) -> bool {
        self.kind == Kind::CatchUp.word()
    }

    /// When it opens, as clocks in the course's zone show it.
    pub fn opens_local(&self) -> Option<LocalTime> {
        self.opens_local.as_deref().and_then(|at| at.parse().ok())
    }

    /// When its live session begins, as clocks in the course's zone show it.
    pub fn live_local(&self) -> Option<LocalTime> {
        self.live_local.as_deref().and_then(|at| at.parse().ok())
    }

    /// Its last day.
    pub fn ends_on(&self) -> Option<Day> {
        self.ends_on.as_deref().and_then(|day| day.parse().ok())
    }

    /// When something is planned in it.
    fn planned(&self, course: &Course) -> impl Iterator<Item = Timestamp> {
        let zone = course.zone();
        let end = self.ends_on().map(|day| day.plus_days(1).begin(&zone));
        let moments = [self.opens_local(), self.live_local()].map(|at| at.map(|at| at.moment(&zone)));
        moments.into_iter().flatten().chain(end)
    }

    /// Whether what is planned at a moment has not happened yet: in a module that has not opened, nothing has.
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

/// What a module is to be.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What kind of week it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// The introduction, in Markdown.
    pub source: String,
    /// What participants are asked to write about.
    pub prompt: String,
    /// When it opens by itself; nothing: by hand.
    pub opens: Option<LocalTime>,
    /// Its last day.
    pub ends_on: Option<Day>,
    /// When its live session begins, and how many minutes it takes.
    pub live: Option<(LocalTime, i64)>,
    /// Where that takes place.
    pub live_link: String,
    /// Where its recording is.
    pub live_recording: String,
}

impl Draft {
    /// What a module is now, with what is planned moved by whole days where this says so of its moment.
    fn moved(module: &Module, course: &Course, days: i64, moves: impl Fn(Timestamp) -> bool) -> Self {
        let zone = course.zone();
        let later = |at: LocalTime| if moves(at.moment(&zone)) { at.plus_days(days) } else { at };
        let later_day = |day: Day| if moves(day.plus_days(1).begin(&zone)) { day.plus_days(days) } else { day };
        Self {
            kind: if module.is_catch_up() { Kind::CatchUp } else { Kind::Module },
            title: module.title.clone(),
            source: module.source.clone(),
            prompt: module.prompt.clone(),
            opens: module.opens_local().map(later),
            ends_on: module.ends_on().map(later_day),
            live: module.live_local().map(later).zip(module.live_minutes),
            live_link: module.live_link.clone(),
            live_recording: module.live_recording.clone(),
        }
    }

    /// One of which only the title is known.
    pub fn named(kind: Kind, title: &str, opens: Option<LocalTime>, ends_on: Option<Day>) -> Self {
        Self {
            kind,
            title: title.to_owned(),
            source: String::new(),
            prompt: String::new(),
            opens,
            ends_on,
            live: None,
            live_link: String::new(),
            live_recording: String::new(),
        }
    }
}

/// Why a module was not made or changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum No {
    /// The course has as many as it may.
    TooMany,
    /// Somebody changed it meanwhile.
    EditedMeanwhile,
}

/// Adds a module at the end of a course: only those who lead it see it before it opens.
pub async fn add(
    tx: &mut Tx,
    course: &Course,
    author: MemberId,
    draft: &Draft,
) -> anyhow::Result<Result<ConversationId, No>> {
    let position = store::next_position(tx, course.id).await?;
    if position > rules::MOST_MODULES {
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
        path: format!("{}{slug}/", course.url()),
        title: draft.title.clone(),
    };
    conversations::begin(tx, id, Subject::Module, &about).await?;
    conversations::assign(tx, id, Some(course.id), Some(id)).await?;
    let html = community::render_site_page(&draft.source, course.language());
    store::insert(tx, id, course, position, &slug, draft, &html).await?;
    uploads::note_uses(tx, author, id, &draft.source).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(Ok(id))
}

/// The last part of a module's address, made of its title.
async fn free_slug(tx: &mut Tx, course: CircleId, title: &str, position: i64) -> anyhow::Result<String> {
    for slug in courses::rules::slugs(title, &format!("module-{position}")) {
        if !rules::RESERVED.contains(&slug.as_str()) && !store::slug_taken(tx, course, &slug).await? {
            return Ok(slug);
        }
    }
    anyhow::bail!("a thousand modules are called {title}")
}

/// Changes a module, unless it is no longer as it was seen. Nothing that has opened closes by it.
pub async fn edit(
    tx: &mut Tx,
    course: &Course,
    module: &Module,
    seen: Timestamp,
    draft: &Draft,
) -> anyhow::Result<Result<(), No>> {
    let html = community::render_site_page(&draft.source, course.language());
    if !store::update(tx, module, course, seen, draft, &html).await? {
        return Ok(Err(No::EditedMeanwhile));
    }
    describe(tx, course, module.id, Some(&draft.title)).await?;
    Ok(Ok(()))
}

/// Tells its conversation what a module is, after it changed; its title stands there alone.
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

/// Says to all conversations of a course's modules who may read them, and reckons their moments, after its audience, its
/// language or its zone changed.
pub async fn describe_all(tx: &mut Tx, course: CircleId) -> anyhow::Result<()> {
    let Some(course) = courses::find(tx, course).await? else { return Ok(()) };
    store::reckon(tx, &course).await?;
    for module in store::all(tx, course.id).await? {
        describe(tx, &course, module.id, None).await?;
    }
    Ok(())
}

/// Opens a module now: those it is for may read it, and whoever follows the course is told.
pub async fn open(tx: &mut Tx, course: &Course, id: ConversationId) -> anyhow::Result<()> {
    if course.opened_at.is_none() || !store::open(tx, id).await? {
        return Ok(());
    }
    describe(tx, course, id, None).await?;
    news::write(tx, news::Kind::Post, id, None).await
}

/// Opens a module at a moment that has passed, of which nobody is to be told.
pub async fn open_in_the_past(tx: &mut Tx, course: &Course, id: ConversationId) -> anyhow::Result<()> {
    if store::open(tx, id).await? {
        describe(tx, course, id, None).await?;
    }
    Ok(())
}

/// A post sums a module up from now on.
pub async fn wrap_up(tx: &mut Tx, module: &Module, post: PostId) -> anyhow::Result<()> {
    tx.emit(Event::CourseChanged(module.course));
    Ok(store::wrap_up(tx, module.id, post).await?)
}

/// The live session of a module does not take place. It stays where it was, and says so.
pub async fn cancel_live(tx: &mut Tx, module: &Module) -> anyhow::Result<()> {
    tx.emit(Event::CourseChanged(module.course));
    Ok(store::cancel_live(tx, module.id).await?)
}

/// It takes place after all.
pub async fn restore_live(tx: &mut Tx, module: &Module) -> anyhow::Result<()> {
    tx.emit(Event::CourseChanged(module.course));
    Ok(store::restore_live(tx, module.id).await?)
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

/// Deletes a module that nobody but those who lead the course has seen; answers whether it was one.
pub async fn delete(tx: &mut Tx, course: CircleId, module: &Module) -> anyhow::Result<bool> {
    if module.opened_at.is_some() {
        return Ok(false);
    }
    conversations::remove(tx, module.id).await?;
    tx.emit(Event::CourseChanged(course));
    Ok(true)
}

/// Which way something moves in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// Moves a module by one place.
pub async fn shift(tx: &mut Tx, course: CircleId, id: ConversationId, way: Way) -> anyhow::Result<()> {
    let order: Vec<i64> = store::all(tx, course).await?.iter().map(|module| module.id.0).collect();
    store::reorder_modules(tx, &swapped(order, id.0, way)).await?;
    tx.emit(Event::CourseChanged(course));
    Ok(())
}

/// The same list with one of it a place up or down, as JSON.
fn swapped(mut order: Vec<i64>, id: i64, way: Way) -> String {
    if let Some(at) = order.iter().position(|other| *other == id) {
        let to = match way {
            Way::Up => at.saturating_sub(1),
            Way::Down => (at + 1).min(order.len() - 1),
        };
        order.swap(at, to);
    }
    format!("[{}]", order.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
}

/// All modules of a course, for those who lead it.
pub async fn all(conn: &mut Conn, course: CircleId) -> anyhow::Result<Vec<Module>> {
    Ok(store::all(conn, course).await?)
}

/// One of a course's modules, for those who lead it.
pub async fn in_course(conn: &mut Conn, course: CircleId, id: ConversationId) -> anyhow::Result<Option<Module>> {
    Ok(store::by_id(conn, id).await?.filter(|module| module.course == course))
}

/// The module at an address of a course, if this reader may read it: it has opened, or they lead the course.
pub async fn for_reader(
    conn: &mut Conn,
    reader: Option<MemberId>,
    course: CircleId,
    slug: &str,
) -> anyhow::Result<Option<Module>> {
    Ok(store::for_reader(conn, reader.unwrap_or(MemberId(0)), course, slug).await?)
}

/// The module of a course that a member may write a post for: it has opened, and they are in the course.
pub async fn to_write_for(
    conn: &mut Conn,
    member: MemberId,
    id: ConversationId,
) -> anyhow::Result<Option<(Module, Course)>> {
    let Some(module) = store::by_id(conn, id).await?.filter(|module| module.opened_at.is_some()) else {
        return Ok(None);
    };
    let Some(course) = courses::find(conn, module.course).await? else { return Ok(None) };
    let is_in = crate::audiences::circles::part(conn, course.id, member).await?.is_some();
    Ok(is_in.then_some((module, course)))
}

/// Something to read, view, explore or do, and whether the reader has done it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Item {
    /// Its number.
    pub id: RowId,
    part: String,
    /// Whether it is asked of everybody.
    pub core: bool,
    /// What it follows from: `post` or `comment`.
    pub follows: Option<String>,
    /// How long it takes, about.
    pub minutes: Option<i64>,
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub author: String,
    /// Where it is.
    pub address: String,
    /// Under which licence.
    pub licence: String,
    /// A few words about it.
    pub note: String,
    /// Whether the reader has done it.
    pub is_done: bool,
    /// Whether it was added after the module opened.
    pub is_late: bool,
    made_at: Timestamp,
    alive_at: Option<Timestamp>,
    dead_at: Option<Timestamp>,
}

impl Item {
    /// What kind of thing it is.
    pub fn part(&self) -> Part {
        self.part.parse().unwrap_or(Part::Read)
    }

    /// Whether there is a recording at its address that plays on a page there.
    pub fn plays_elsewhere(&self) -> bool {
        rules::plays_elsewhere(&self.address)
    }

    /// Whether there is nothing at its address any more.
    pub const fn is_dead(&self) -> bool {
        self.dead_at.is_some()
    }

    /// Where an archive may have what was at its address when something last was.
    pub fn archived(&self) -> String {
        archived(&self.address, self.alive_at.unwrap_or(self.made_at))
    }

    /// The host of its address, so that one knows where one goes.
    pub fn host(&self) -> String {
        url::Url::parse(&self.address).ok().and_then(|url| url.host_str().map(ToOwned::to_owned)).unwrap_or_default()
    }
}

/// Where an archive may have what was at an address at a moment.
fn archived(address: &str, at: Timestamp) -> String {
    let day = address_day(at, &jiff::tz::TimeZone::UTC).replace('/', "");
    format!("https://web.archive.org/web/{day}/{address}")
}

/// What an item is to be.
#[derive(Clone, Debug)]
pub struct ItemDraft {
    /// What kind of thing it is.
    pub part: Part,
    /// Whether it is asked of everybody.
    pub core: bool,
    /// What it follows from.
    pub follows: Option<&'static str>,
    /// How long it takes, about.
    pub minutes: Option<i64>,
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub author: String,
    /// Where it is.
    pub address: String,
    /// Under which licence.
    pub licence: String,
    /// A few words about it.
    pub note: String,
}

/// What there is in a module, and what a reader has done of it.
pub async fn items(conn: &mut Conn, module: ConversationId, reader: Option<MemberId>) -> anyhow::Result<Vec<Item>> {
    Ok(store::items(conn, module, reader.unwrap_or(MemberId(0))).await?)
}

/// Adds an item at the end; answers its number, if there was room.
pub async fn add_item(tx: &mut Tx, module: &Module, item: &ItemDraft) -> anyhow::Result<Option<RowId>> {
    let position = store::next_item(tx, module.id).await?;
    if position > rules::MOST_ITEMS {
        return Ok(None);
    }
    let id = store::insert_item(tx, module.id, position, item).await?;
    tx.emit(Event::CourseChanged(module.course));
    Ok(Some(id))
}

/// Changes an item; who has done it has done it.
pub async fn edit_item(tx: &mut Tx, module: &Module, id: RowId, item: &ItemDraft) -> anyhow::Result<bool> {
    tx.emit(Event::CourseChanged(module.course));
    Ok(store::update_item(tx, module.id, id, item).await?)
}

/// Takes an item away.
pub async fn remove_item(tx: &mut Tx, module: &Module, id: RowId) -> anyhow::Result<()> {
    tx.emit(Event::CourseChanged(module.course));
    Ok(store::delete_item(tx, module.id, id).await?)
}

/// Moves an item by one place.
pub async fn shift_item(tx: &mut Tx, module: &Module, id: RowId, way: Way) -> anyhow::Result<()> {
    let order: Vec<i64> = store::items(tx, module.id, MemberId(0)).await?.iter().map(|item| item.id.0).collect();
    store::reorder_items(tx, &swapped(order, id.0, way)).await?;
    tx.emit(Event::CourseChanged(module.course));
    Ok(())
}

/// A member has done an item; what follows from something is not ticked. Answers whether it is there.
pub async fn tick(tx: &mut Tx, module: ConversationId, member: MemberId, item: RowId) -> anyhow::Result<bool> {
    Ok(store::tick(tx, module, member, item).await?)
}

/// They have not, after all.
pub async fn untick(tx: &mut Tx, module: ConversationId, member: MemberId, item: RowId) -> anyhow::Result<()> {
    Ok(store::untick(tx, module, member, item).await?)
}

/// Whether a member has written a post for a module.
pub async fn has_written(conn: &mut Conn, module: &Module, member: MemberId) -> anyhow::Result<bool> {
    Ok(store::has_written(conn, module, member).await?)
}

/// A module in the plan of a course, as a reader may know of it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Planned {
    /// Its number.
    pub id: ConversationId,
    /// What it is called; empty while the reader may not know.
    pub title: String,
    /// The last part of its address.
    pub slug: String,
    kind: String,
    /// When it opens by itself.
    pub opens_at: Option<Timestamp>,
    /// When it opened.
    pub opened_at: Option<Timestamp>,
    /// When its live session begins, unless that is cancelled.
    pub live_at: Option<Timestamp>,
    /// Items asked of everybody.
    pub core: i64,
    /// How many of these the reader has done.
    pub done: i64,
    /// How many minutes what is left of them takes, as far as that is known.
    pub minutes: i64,
}

impl Planned {
    /// Whether nothing in it is new.
    pub fn is_catch_up(&self) -> bool {
        self.kind == Kind::CatchUp.word()
    }

    /// Whether the reader has done all that is asked of everybody.
    pub const fn is_whole(&self) -> bool {
        self.core > 0 && self.done >= self.core
    }
}

/// The modules of a course in their order. What has not opened has a title for those who lead it, and for others only if
/// the course shows titles ahead.
pub async fn plan(
    conn: &mut Conn,
    course: &Course,
    standing: Standing,
    reader: Option<MemberId>,
) -> anyhow::Result<Vec<Planned>> {
    let mut plan = store::plan(conn, course.id, reader.unwrap_or(MemberId(0))).await?;
    if !standing.guides() {
        for module in plan.iter_mut().filter(|module| module.opened_at.is_none()) {
            if !course.titles_ahead {
                module.title = String::new();
            }
            module.slug = String::new();
        }
    }
    Ok(plan)
}

/// What to do next: the first thing asked of everybody that this member has not done, in modules that are open.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Next {
    /// What it is called.
    pub title: String,
    /// How long it takes, about.
    pub minutes: Option<i64>,
    /// The last part of its module's address.
    pub slug: String,
    /// What the module is called.
    pub module: String,
}

/// The next thing for a member, if anything is left to do.
pub async fn next(conn: &mut Conn, course: CircleId, member: MemberId) -> anyhow::Result<Option<Next>> {
    Ok(store::next(conn, course, member).await?)
}

/// Whether anything is planned in the modules of a course that has not happened yet.
pub async fn are_ahead(conn: &mut Conn, course: &Course, now: Timestamp) -> anyhow::Result<bool> {
    let all = store::all(conn, course.id).await?;
    Ok(all.iter().any(|module| module.planned(course).any(|at| module.is_ahead(at, now))))
}

/// Moves what is planned in the modules of a course and has not happened yet by whole days, as a copy of the course would.
pub async fn move_ahead(tx: &mut Tx, course: &Course, days: i64) -> anyhow::Result<Result<(), No>> {
    let (now, zone) = (tx.now, course.zone());
    for module in store::all(tx, course.id).await? {
        let moves = |at| module.is_ahead(at, now);
        if module.planned(course).any(moves) {
            let draft = Draft::moved(&module, course, days, moves);
            if let Err(no) = edit(tx, course, &module, module.edited_at, &draft).await? {
                return Ok(Err(no));
            }
        }
        if let Some(question) = questions::of(tx, module.id).await?.filter(|it| it.ends_at.is_some_and(moves)) {
            let later = |end| LocalTime::of(end, &zone).plus_days(days).moment(&zone);
            // With another end alone, nothing that somebody answered is in its way.
            let _: Result<(), _> = questions::ask(tx, module.id, &question.moved(later)).await?;
        }
    }
    Ok(Ok(()))
}

/// Copies what a course consists of into another, with every planned moment moved by whole days and nothing open. People
/// and what they did are not copied.
pub async fn copy(
    tx: &mut Tx,
    from: CircleId,
    to: &Course,
    author: MemberId,
    days: i64,
    onward: &courses::rules::Onward<'_>,
) -> anyhow::Result<()> {
    for module in store::all(tx, from).await? {
        let draft = Draft {
            source: onward.links(&module.source),
            prompt: onward.links(&module.prompt),
            live_link: String::new(),
            live_recording: String::new(),
            ..Draft::moved(&module, to, days, |_| true)
        };
        let Ok(copy) = add(tx, to, author, &draft).await? else { continue };
        let (there, here) = (format!("{}{}", onward.site, onward.from), format!("{}{}", onward.site, onward.to));
        let pairs = store::copy_items(tx, module.id, copy, &there, &here).await?;
        media::copy(tx, &pairs).await?;
        uploads::copy_uses(tx, module.id, copy).await?;
        if let Some(question) = questions::of(tx, module.id).await? {
            let zone = to.zone();
            let later = |end| LocalTime::of(end, &zone).plus_days(days).moment(&zone);
            // Nobody has answered what is new.
            let _: Result<(), _> = questions::ask(tx, copy, &question.again(later)).await?;
        }
    }
    Ok(())
}
