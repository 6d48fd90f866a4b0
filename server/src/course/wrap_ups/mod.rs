//! Wrap-ups: what there is to quote of a week, for whoever sums it up, and the beginning of what they write.

mod rules;
mod store;

use std::collections::HashSet;

use crate::{
    course::{
        courses::Course,
        modules::{self, Module},
    },
    ids::{BlogId, CommentId, ConversationId, MemberId, PostId, Timestamp},
    kit::{
        db::{Conn, Tx},
        i18n::Locale,
    },
    people::members::Member,
    talk::{
        conversations,
        posts::{self, Comments, Draft},
    },
};

/// So many posts of a week are offered, those most talked about first.
pub const MOST_POSTS: i64 = 60;
/// So many characters of something are quoted; its writer can be quoted at greater length by hand.
const QUOTED: usize = 240;

/// Something of a week that can be quoted: a post, or something said in one of its conversations.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What it is sent as: `post-` or `comment-`, and its number.
    pub key: String,
    /// Who wrote it.
    pub name: String,
    /// What they are called by with an `@`; nobody for guests.
    pub handle: Option<String>,
    /// The title of what it stands in.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// The language it is written in.
    pub lang: String,
    /// Its first words.
    pub words: String,
    /// How much was said to it.
    pub answers: i64,
}

/// A conversation of a week with what was said in it that week.
#[derive(Clone, Debug)]
pub struct Lively {
    /// What it is about.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// How much was said in it that week.
    pub said: i64,
    /// What was answered most.
    pub pieces: Vec<Piece>,
}

/// A week as it is offered to whoever sums it up.
#[derive(Clone, Debug)]
pub struct Week {
    /// What participants wrote for it.
    pub posts: Vec<Piece>,
    /// Where they talked most while it lasted.
    pub lively: Vec<Lively>,
}

/// What stands in a row of the store.
#[derive(Clone, Debug, sqlx::FromRow)]
struct PostRow {
    id: PostId,
    name: String,
    handle: String,
    title: String,
    path: String,
    lang: String,
    excerpt: String,
    count: i64,
}

#[derive(Clone, Debug, sqlx::FromRow)]
struct SaidRow {
    id: CommentId,
    conversation: ConversationId,
    name: String,
    handle: Option<String>,
    title: String,
    path: String,
    lang: String,
    html: String,
    answers: i64,
    said: i64,
}

/// What there is of a module's week: only what everybody may read who may read the wrap-up, so that nothing gets further by
/// being quoted.
pub async fn week(
    conn: &mut Conn,
    reader: MemberId,
    course: &Course,
    module: &Module,
    now: Timestamp,
) -> anyhow::Result<Week> {
    let audience = course.audience().circle();
    let (since, until) = span(conn, course, module, now).await?;
    let posts = store::posts(conn, reader, module.id, audience).await?;
    let said = store::said(conn, reader, course.id, audience, since, until).await?;
    let mut lively: Vec<(ConversationId, Lively)> = vec![];
    for row in said {
        if lively.last().is_none_or(|(id, _)| *id != row.conversation) {
            let whole = Lively { title: row.title.clone(), url: row.path.clone(), said: row.said, pieces: vec![] };
            lively.push((row.conversation, whole));
        }
        if let Some((_, whole)) = lively.last_mut() {
            whole.pieces.push(row.into());
        }
    }
    Ok(Week {
        posts: posts.into_iter().map(Into::into).collect(),
        lively: lively.into_iter().map(|(_, whole)| whole).collect(),
    })
}

/// From when until when the week of a module lasts: until the next one opened, or now.
async fn span(
    conn: &mut Conn,
    course: &Course,
    module: &Module,
    now: Timestamp,
) -> anyhow::Result<(Timestamp, Timestamp)> {
    let since = module.opened_at.unwrap_or(now);
    let opened = modules::all(conn, course.id).await?.into_iter().filter_map(|other| other.opened_at);
    Ok((since, opened.filter(|at| *at > since).min().unwrap_or(now)))
}

impl From<PostRow> for Piece {
    fn from(row: PostRow) -> Self {
        Self {
            key: format!("post-{}", row.id),
            name: row.name,
            handle: Some(row.handle),
            title: row.title,
            url: row.path,
            lang: row.lang,
            words: rules::cut(&row.excerpt, QUOTED),
            answers: row.count,
        }
    }
}

impl From<SaidRow> for Piece {
    fn from(row: SaidRow) -> Self {
        Self {
            key: format!("comment-{}", row.id),
            name: row.name,
            handle: row.handle,
            title: row.title,
            url: format!("/comments/{}", row.id),
            lang: row.lang,
            words: markup::excerpt(&row.html, QUOTED),
            answers: row.answers,
        }
    }
}

impl Week {
    /// All that can be quoted.
    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.posts.iter().chain(self.lively.iter().flat_map(|whole| &whole.pieces))
    }
}

/// Begins a wrap-up as a draft: what was picked is quoted with its writers named, who are told when it is published. The
/// module leads to it from then on, for whoever may read it.
pub async fn begin(
    tx: &mut Tx,
    author: &Member,
    blog: BlogId,
    (course, module): (&Course, &Module),
    week: &Week,
    picked: &HashSet<String>,
) -> anyhow::Result<PostId> {
    let words = Locale::new(course.language(), course.zone());
    let lang = course.lang().parse().map_err(anyhow::Error::msg)?;
    let draft = Draft {
        title: markup::title(&words.with("wrap-up-title", "title", module.title.as_str()), course.lang()),
        source: rules::compose(week.pieces().filter(|piece| picked.contains(&piece.key)), &words),
        format: markup::Format::Markdown,
        slug: None,
        lang,
        audience: course.audience(),
        comments: Comments::Open,
        tags: vec![],
    };
    let text = posts::render(tx, &draft.source, draft.format, course.lang(), false).await?;
    let id = posts::begin(tx, author, blog, &draft, &text).await?;
    conversations::assign(tx, id.into(), Some(course.id), Some(module.id)).await?;
    modules::wrap_up(tx, module, id).await?;
    Ok(id)
}
