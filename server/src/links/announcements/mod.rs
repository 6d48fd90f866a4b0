//! What is announced: by organisers to all, and by whoever leads a course, a homeroom or a tribe to those in it. At the
//! top of every page of theirs while it stands, under the bell, and by e-mail as each wants it.
//!
//! An announcement is one row however many read it. When it begins it takes a place in the order of news; who has to be
//! told is found by that, and only who knows of it already leaves a row. Whoever comes in later sees it at the top of the
//! page while it stands there, unless it is for those alone who were there when it began, and is told of it nowhere else.

pub mod rules;
mod store;

use std::str::FromStr;

use crate::{
    audiences::Audience,
    events::{Event, Job, Lane},
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx, queue},
        i18n::Lang,
    },
    links::{devices, mailing},
    people::community,
    talk::{
        conversations::{self, About, Subject},
        news, uploads,
    },
};

/// So many members are told in one change.
const PORTION: i64 = 500;
/// So many stand at the top of a page at most, the latest first.
const AT_THE_TOP: i64 = 3;

/// Whether the announcement `a` is for a circle that the reader `$1` is in; members are in theirs.
#[macro_export]
macro_rules! is_to_reader {
    () => {
        "a.circle in (select cast(2 as bigint) union all select s.circle from membership s where s.member = $1)"
    };
}

/// Whether the reader `$1` was in the circle of the announcement `a` when it began.
#[macro_export]
macro_rules! was_there {
    () => {
        "((a.circle = 2 and exists (select 1 from member i where i.id = $1 and i.confirmed_at <= a.begun_at))
          or exists (select 1 from membership s where s.member = $1 and s.circle = a.circle and s.since <= a.begun_at))"
    };
}

/// What is announced.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Announcement {
    /// Its number, and its conversation's.
    pub id: ConversationId,
    circle: i64,
    /// What it is called.
    pub title: String,
    lang: String,
    /// As written.
    pub source: String,
    /// As rendered: safe to show.
    pub html: String,
    /// From when it is to stand at the top of every page; nothing: as soon as it is published.
    pub begins_at: Option<Timestamp>,
    /// Until when; nothing: until it is withdrawn.
    pub ends_at: Option<Timestamp>,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// When it began to stand there, and members to be told.
    pub begun_at: Option<Timestamp>,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
    /// Since when it is for those alone who were in the circle when it began.
    pub limited_at: Option<Timestamp>,
    /// When its words last changed.
    pub edited_at: Timestamp,
    /// Who wrote it.
    pub author: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
}

impl Announcement {
    /// Whether it was changed after members could read it.
    pub fn is_edited(&self) -> bool {
        self.begun_at.is_some_and(|begun| self.edited_at > begun)
    }

    /// Its address.
    pub fn url(&self) -> String {
        url(self.id)
    }

    /// Whom it is for.
    pub fn audience(&self) -> Audience {
        Audience::of_circle(self.circle)
    }

    /// Whether it is for those who come in later, too.
    pub const fn later(&self) -> Later {
        if self.limited_at.is_some() { Later::Miss } else { Later::See }
    }

    /// Where those who may announce there look at it.
    pub fn manage_url(&self) -> String {
        format!("{}{}/", list_url(self.audience()), self.id)
    }

    /// The language it is written in.
    pub fn language(&self) -> Lang {
        Lang::from_tag(&self.lang).unwrap_or(Lang::En)
    }

    /// The message that says how it stands with it.
    pub const fn state_key(&self) -> &'static str {
        match (self.withdrawn_at, self.published_at, self.begun_at, self.ended_at) {
            (Some(_), ..) => "announcement-is-withdrawn",
            (None, None, ..) => "announcement-is-draft",
            (None, Some(_), _, Some(_)) => "announcement-is-over",
            (None, Some(_), None, None) => "announcement-is-planned",
            (None, Some(_), Some(_), None) => "announcement-is-standing",
        }
    }

    fn about(&self, audience: i64, opened_at: Option<Timestamp>) -> About {
        About {
            place: 0,
            author: self.author,
            audience,
            opened_at,
            lang: self.lang.clone(),
            path: url(self.id),
            title: self.title.clone(),
        }
    }
}

fn url(id: ConversationId) -> String {
    format!("/announcements/{id}/")
}

/// The address of the list of what is announced to an audience.
pub fn list_url(to: Audience) -> String {
    match to {
        Audience::Circle(circle) => format!("/announcements/for/{circle}/"),
        _ => "/manage/announcements/".into(),
    }
}

/// What becomes of it for those who come in after it began.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Later {
    /// They see it, too.
    #[default]
    See,
    /// It is not for them.
    Miss,
}

impl Later {
    /// Those to choose between.
    pub const ALL: [Self; 2] = [Self::See, Self::Miss];

    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::See => "announcement-later-see",
            Self::Miss => "announcement-later-miss",
        }
    }

    /// The word forms send it as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::Miss => "miss",
        }
    }
}

impl FromStr for Later {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|later| later.word() == word).ok_or("field-choose")
    }
}

/// What somebody writes.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// In Markdown.
    pub source: String,
    /// The language it is written in.
    pub lang: Lang,
    /// From when it stands there.
    pub begins_at: Option<Timestamp>,
    /// Until when.
    pub ends_at: Option<Timestamp>,
    /// Whether it is for those who come in later, too.
    pub later: Later,
}

/// One at the top of a page.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Banner {
    /// Its number.
    pub id: ConversationId,
    /// What it is called.
    pub title: String,
    /// The tag of its language.
    pub lang: String,
    /// What the circle is called that it is for; empty: it is for all members.
    pub circle_name: String,
}

/// How many members are told in which way, if it is published now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Figures {
    /// By an e-mail at once.
    pub at_once: i64,
    /// In the daily digest of today.
    pub today: i64,
    /// In a daily digest after that.
    pub tomorrow: i64,
    /// In the weekly digest.
    pub weekly: i64,
    /// When their pause is over.
    pub paused: i64,
    /// Under the bell alone: e-mails to their address do not arrive.
    pub stopped: i64,
    /// Under the bell alone: they want no e-mail, or have no address.
    pub without: i64,
}

impl Figures {
    /// All of them.
    pub const fn all(self) -> i64 {
        self.at_once + self.today + self.tomorrow + self.weekly + self.paused + self.stopped + self.without
    }

    /// The figures with the message that names each, but for the empty ones.
    pub fn lines(self) -> Vec<(&'static str, i64)> {
        let lines = [
            ("announcement-at-once", self.at_once),
            ("announcement-today", self.today),
            ("announcement-tomorrow", self.tomorrow),
            ("announcement-weekly", self.weekly),
            ("announcement-paused", self.paused),
            ("announcement-stopped", self.stopped),
            ("announcement-without", self.without),
        ];
        lines.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}

/// All to an audience, the latest first, for those who may announce there.
pub async fn all(conn: &mut Conn, to: Audience, most: i64) -> anyhow::Result<Vec<Announcement>> {
    Ok(store::all(conn, to.circle(), most).await?)
}

/// One of them, for those who may announce there.
pub async fn by_id(conn: &mut Conn, to: Audience, id: ConversationId) -> anyhow::Result<Option<Announcement>> {
    Ok(store::by_id(conn, id).await?.filter(|it| it.audience() == to))
}

/// Those to a circle that have begun, the latest first, as far as this member may read them.
pub async fn to_circle(
    conn: &mut Conn,
    reader: MemberId,
    circle: CircleId,
    most: i64,
) -> anyhow::Result<Vec<Announcement>> {
    Ok(store::to_circle(conn, reader, circle, most).await?)
}

/// One that has begun and was not withdrawn, if this member may read it.
pub async fn for_reader(conn: &mut Conn, reader: MemberId, id: ConversationId) -> anyhow::Result<Option<Announcement>> {
    Ok(store::for_reader(conn, reader, id).await?)
}

/// Those that stand at the top of this member's pages.
pub async fn banners(conn: &mut Conn, reader: MemberId) -> anyhow::Result<Vec<Banner>> {
    Ok(store::banners(conn, reader, AT_THE_TOP).await?)
}

/// Who would be told how, now; what comes before the end of the day counts as today.
pub async fn figures(
    conn: &mut Conn,
    to: Audience,
    author: MemberId,
    now: Timestamp,
    end_of_day: Timestamp,
) -> anyhow::Result<Figures> {
    let mut figures = Figures::default();
    for (way, count) in store::figures(conn, to.circle(), author, now, end_of_day).await? {
        match way.as_str() {
            "now" => figures.at_once = count,
            "today" => figures.today = count,
            "tomorrow" => figures.tomorrow = count,
            "weekly" => figures.weekly = count,
            "paused" => figures.paused = count,
            "stopped" => figures.stopped = count,
            _ => figures.without = count,
        }
    }
    Ok(figures)
}

/// What would be shown of it.
pub fn render(source: &str, lang: Lang) -> String {
    community::render_site_page(source, lang)
}

/// Writes a draft, which only those who may announce there see.
pub async fn write(tx: &mut Tx, to: Audience, author: MemberId, draft: &Draft) -> anyhow::Result<ConversationId> {
    let id = ConversationId(tx.new_id());
    let about = About {
        place: 0,
        author,
        audience: Audience::Me.circle(),
        opened_at: None,
        lang: draft.lang.tag().into(),
        path: url(id),
        title: draft.title.clone(),
    };
    conversations::begin(tx, id, Subject::Announcement, &about).await?;
    store::insert(tx, id, to.circle(), draft, &render(&draft.source, draft.lang)).await?;
    uploads::note_uses(tx, author, id, &draft.source).await?;
    Ok(id)
}

/// Says it otherwise; answers whether it was still as whoever does so saw it. Nobody is told again.
pub async fn edit(
    tx: &mut Tx,
    by: MemberId,
    id: ConversationId,
    seen: Timestamp,
    draft: &Draft,
) -> anyhow::Result<bool> {
    if !store::update(tx, id, seen, draft, &render(&draft.source, draft.lang)).await? {
        return Ok(false);
    }
    uploads::note_uses(tx, by, id, &draft.source).await?;
    if let Some(now) = store::by_id(tx, id).await? {
        let is_readable = now.begun_at.is_some() && now.withdrawn_at.is_none();
        let audience = if is_readable { now.audience() } else { Audience::Me };
        let named = Announcement { title: draft.title.clone(), lang: draft.lang.tag().into(), ..now };
        conversations::describe(tx, id, &named.about(audience.circle(), named.begun_at)).await?;
    }
    tx.emit(Event::AnnouncementsChanged);
    Ok(true)
}

/// Publishes it, once however often that is asked: it begins now or at its time. Answers whether this did it.
pub async fn publish(tx: &mut Tx, id: ConversationId) -> anyhow::Result<bool> {
    let is_first = store::publish(tx, id).await?;
    if is_first {
        begin_due(tx).await?;
    }
    Ok(is_first)
}

/// Takes it from every page and every list; what was not e-mailed yet never is. A draft is deleted.
pub async fn withdraw(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    let Some(it) = store::by_id(tx, id).await? else { return Ok(()) };
    if it.published_at.is_none() {
        return conversations::remove(tx, id).await;
    }
    if store::withdraw(tx, id).await? {
        conversations::describe(tx, id, &it.about(Audience::Me.circle(), it.begun_at)).await?;
        crate::kit::email::take_back(tx, &thread(id)).await?;
        tx.emit(Event::AnnouncementsChanged);
    }
    Ok(())
}

/// What names its e-mails to mail programs.
pub fn thread(id: ConversationId) -> String {
    format!("announcement-{id}")
}

/// Begins and ends what is due.
pub async fn turn(app: &App) -> anyhow::Result<()> {
    if !store::is_due(&mut app.db.read().await?, app.now()).await? {
        return Ok(());
    }
    app.db
        .always(async |tx| {
            begin_due(tx).await?;
            if store::end_due(tx).await? {
                tx.emit(Event::AnnouncementsChanged);
            }
            Ok(())
        })
        .await
}

async fn begin_due(tx: &mut Tx) -> anyhow::Result<()> {
    let due = store::due(tx).await?;
    for it in due {
        let seq = news::take_place(tx).await?;
        if !store::begin(tx, it.id, seq).await? {
            continue;
        }
        let now = tx.now;
        conversations::describe(tx, it.id, &it.about(it.circle, Some(now))).await?;
        queue::write(tx, Lane::Later, Job::TellAll(it.id, MemberId(0))).await?;
        tx.emit(Event::WorkQueued);
        tx.emit(Event::AnnouncementsChanged);
    }
    Ok(())
}

/// Sees to it that all are told, by e-mail and on their devices, a portion after this member and then the rest; a job that bears being run twice.
pub async fn tell_all(app: &App, id: ConversationId, mut after: MemberId) -> anyhow::Result<()> {
    loop {
        let members = store::recipients(&mut app.db.read().await?, id, after, PORTION).await?;
        let Some(&last) = members.last() else { return Ok(()) };
        app.db
            .always(async |tx| {
                devices::wake(tx, &members).await?;
                mailing::wake(tx, &members).await
            })
            .await?;
        after = last;
    }
}

/// A member knows of it.
pub async fn see(tx: &mut Tx, member: MemberId, id: ConversationId) -> anyhow::Result<()> {
    if store::see(tx, member, id).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Whether a member has still to be told of it under the bell.
pub async fn is_new(conn: &mut Conn, member: MemberId, id: ConversationId) -> anyhow::Result<bool> {
    Ok(!store::has_seen(conn, member, id).await?)
}

/// A member knows of all up to and with this place in the order; answers of how many they did not.
pub async fn see_until(tx: &mut Tx, member: MemberId, seq: i64) -> anyhow::Result<u64> {
    Ok(store::see_until(tx, member, seq).await?)
}

/// A member does not want it at the top of their pages any more.
pub async fn dismiss(tx: &mut Tx, member: MemberId, id: ConversationId) -> anyhow::Result<()> {
    if store::dismiss(tx, member, id).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Renders again what an older renderer made.
pub async fn rerender_stale(tx: &mut Tx) -> anyhow::Result<()> {
    for it in store::stale(tx).await? {
        store::rerender(tx, it.id, &render(&it.source, it.language())).await?;
        tx.emit(Event::AnnouncementsChanged);
    }
    Ok(())
}
