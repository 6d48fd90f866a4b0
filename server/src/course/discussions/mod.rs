//! Discussions: what somebody in a group began to talk about, and the list of them. A group is any circle with a page of
//! its own: a tribe, a homeroom, the staff of a course. Its pages say where they stand.

pub mod rules;
mod store;

pub use self::rules::{Draft, Standing};
use crate::{
    audiences::circles::{self, Kind},
    events::Event,
    ids::{CircleId, CommentId, ConversationId, MemberId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        i18n::Lang,
    },
    people::{community, members},
    talk::{
        comments::{self, News},
        conversations::{self, About, Subject},
        news,
        posts::{self, Rendered},
        uploads,
    },
};

/// So many a page of the list holds.
pub const PAGE: i64 = 20;
/// What is begun in the same words within this time was begun once.
const SAME_MINUTES: i64 = 60;
/// So many are rendered again in one change.
const AT_ONCE: i64 = 200;

/// What somebody in a group began to talk about.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Discussion {
    /// Its number, and its conversation's.
    pub id: ConversationId,
    /// The group in which it stands.
    pub circle: CircleId,
    /// What it is called.
    pub title: String,
    /// The BCP 47 tag of its language.
    pub lang: String,
    /// Its address.
    pub path: String,
    /// Who began it.
    pub author: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// The file of their avatar.
    pub picture: Option<String>,
    /// When it was begun.
    pub opened_at: Timestamp,
    /// When its words last changed.
    pub edited_at: Option<Timestamp>,
    /// Since when it stands at the top of the list.
    pub pinned_at: Option<Timestamp>,
    /// Since when nobody may add to it.
    pub closed_at: Option<Timestamp>,
    /// As written.
    pub source: String,
    /// As rendered: safe to show.
    pub html: String,
}

impl Discussion {
    /// Its address.
    pub fn url(&self) -> &str {
        &self.path
    }

    /// The address of their avatar.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.author, self.picture.as_deref())
    }

    /// The version that a form which changes it was filled with.
    pub fn version(&self) -> i64 {
        self.edited_at.unwrap_or(self.opened_at).0
    }

    /// The language it is written in.
    pub fn language(&self) -> Lang {
        Lang::from_tag(&self.lang).unwrap_or(Lang::En)
    }

    fn about(&self, draft: &Draft) -> About {
        About {
            place: self.circle.0,
            author: self.author,
            audience: self.circle.0,
            opened_at: Some(self.opened_at),
            lang: draft.lang.tag().into(),
            path: self.path.clone(),
            title: draft.title.clone(),
        }
    }
}

/// A group in which people discuss, for whoever begins something there.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    /// Those in it.
    pub circle: CircleId,
    /// The address of its page, with a slash at its end: what is discussed there stands below it.
    pub url: &'a str,
}

/// Renders what is written, with its mentions leading to members.
pub async fn render(conn: &mut Conn, draft: &Draft, emoji: bool) -> anyhow::Result<Rendered> {
    posts::render(conn, &draft.source, markup::Format::Markdown, draft.lang.tag(), emoji).await
}

/// Begins a discussion for those in a group; whoever follows the group is told. The same words by the same person are one,
/// so a double click is harmless.
pub async fn begin(
    tx: &mut Tx,
    author: MemberId,
    group: Group<'_>,
    draft: &Draft,
    text: &Rendered,
) -> anyhow::Result<ConversationId> {
    let lately = tx.now.plus_minutes(-SAME_MINUTES);
    if let Some(first) = store::same(tx, author, group.circle, &draft.title, &draft.source, lately).await? {
        return Ok(first);
    }
    let id = ConversationId(tx.new_id());
    let about = About {
        place: group.circle.0,
        author,
        audience: group.circle.0,
        opened_at: Some(tx.now),
        lang: draft.lang.tag().into(),
        path: format!("{}{id}/", group.url),
        title: draft.title.clone(),
    };
    conversations::begin(tx, id, Subject::Discussion, &about).await?;
    store::insert(tx, id, group.circle, &draft.source, &text.html).await?;
    uploads::note_uses(tx, author, id, &draft.source).await?;
    // What is said in a homeroom is said in its course, and whoever begins something there is to be answered.
    let circle = circles::by_id(tx, group.circle).await?.filter(|circle| circle.kind() == Kind::Homeroom);
    if let Some(course) = circle.and_then(|circle| circle.within) {
        conversations::assign(tx, id, Some(course), None).await?;
        conversations::await_answer(tx, id).await?;
    }
    news::write(tx, news::Kind::Post, id, None).await?;
    tx.emit(Event::DiscussionChanged(id));
    Ok(id)
}

/// Says it otherwise; answers whether it was still as whoever does so saw it.
pub async fn edit(
    tx: &mut Tx,
    it: &Discussion,
    seen: Timestamp,
    draft: &Draft,
    text: &Rendered,
) -> anyhow::Result<bool> {
    if !store::update(tx, it.id, seen, &draft.source, &text.html).await? {
        return Ok(false);
    }
    conversations::describe(tx, it.id, &it.about(draft)).await?;
    uploads::note_uses(tx, it.author, it.id, &draft.source).await?;
    news::write(tx, news::Kind::Edited, it.id, None).await?;
    tx.emit(Event::DiscussionChanged(it.id));
    Ok(true)
}

/// Puts it at the top of the list.
pub async fn pin(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    store::pin(tx, id).await?;
    tx.emit(Event::DiscussionChanged(id));
    Ok(())
}

/// Lets it stand in the list where it belongs.
pub async fn unpin(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    store::unpin(tx, id).await?;
    tx.emit(Event::DiscussionChanged(id));
    Ok(())
}

/// Nobody adds to it any more.
pub async fn close(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    conversations::close(tx, id).await?;
    tx.emit(Event::DiscussionChanged(id));
    Ok(())
}

/// People may add to it again.
pub async fn reopen(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    conversations::reopen(tx, id).await?;
    tx.emit(Event::DiscussionChanged(id));
    Ok(())
}

/// Takes it away with everything said in it.
pub async fn delete(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    conversations::remove(tx, id).await?;
    tx.emit(Event::DiscussionChanged(id));
    Ok(())
}

/// Deletes all that a member began, with what was said in it.
pub async fn delete_all(tx: &mut Tx, author: MemberId) -> anyhow::Result<()> {
    for id in store::all_of(tx, author).await? {
        delete(tx, id).await?;
    }
    Ok(())
}

/// A group is gone: nobody reads what was for it but each their own words.
pub async fn withdraw_all(tx: &mut Tx, circle: CircleId) -> anyhow::Result<()> {
    for id in conversations::withdraw_from(tx, circle).await? {
        tx.emit(Event::DiscussionChanged(id));
    }
    Ok(())
}

/// One of them, for those in the group in which it stands and for whoever began it.
pub async fn for_reader(
    conn: &mut Conn,
    reader: MemberId,
    circle: CircleId,
    id: ConversationId,
) -> anyhow::Result<Option<Discussion>> {
    Ok(store::for_reader(conn, reader, circle, id).await?)
}

/// A discussion in the list of its group.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    /// Its number.
    pub id: ConversationId,
    /// What it is called.
    pub title: String,
    /// The tag of its language.
    pub lang: String,
    /// Its address.
    pub path: String,
    /// Who began it.
    pub author: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// The file of their avatar.
    pub picture: Option<String>,
    /// How many entries it has.
    pub count: i64,
    /// When something was last said.
    pub changed_at: Timestamp,
    /// Since when it stands at the top.
    pub pinned_at: Option<Timestamp>,
    /// Since when nobody may add to it.
    pub closed_at: Option<Timestamp>,
    /// How many entries are new to the reader.
    #[sqlx(skip)]
    pub new: i64,
    /// The first of them.
    #[sqlx(skip)]
    pub first_new: Option<CommentId>,
}

impl Listed {
    /// The address of their avatar.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.author, self.picture.as_deref())
    }

    /// Where the first of what is new stands, or the conversation.
    pub fn news_url(&self) -> String {
        self.first_new.map_or_else(|| format!("{}#comments", self.path), |first| format!("/comments/{first}"))
    }
}

/// Those of a group by their latest exchange, after a place in the list; on the first page those that are pinned come
/// first.
pub async fn list(
    conn: &mut Conn,
    reader: MemberId,
    circle: CircleId,
    after: Option<(Timestamp, ConversationId)>,
    most: i64,
) -> anyhow::Result<Vec<Listed>> {
    let mut found = match after {
        None => store::pinned(conn, reader, circle).await?,
        Some(_) => vec![],
    };
    let (at, id) = after.unwrap_or((Timestamp(i64::MAX), ConversationId(i64::MAX)));
    found.extend(store::list(conn, reader, circle, at, id, most).await?);
    let ids: Vec<ConversationId> = found.iter().map(|it| it.id).collect();
    let news = comments::news(conn, reader, &ids).await?;
    for it in &mut found {
        let News { count, first } = news.get(&it.id).copied().unwrap_or_default();
        (it.new, it.first_new) = (count, first);
    }
    Ok(found)
}

/// Renders again what an older renderer made.
pub async fn rerender_stale(app: &App) -> anyhow::Result<()> {
    let emoji = community::of(app).await?.emoji;
    loop {
        let mut conn = app.db.read().await?;
        let stale = store::stale(&mut conn, AT_ONCE).await?;
        if stale.is_empty() {
            return Ok(());
        }
        let mut rendered = Vec::with_capacity(stale.len());
        for (id, source, lang) in &stale {
            let text = posts::render(&mut conn, source, markup::Format::Markdown, lang, emoji).await?;
            rendered.push((*id, text.html));
        }
        drop(conn);
        app.db
            .always(async |tx| {
                for (id, html) in &rendered {
                    store::rerender(tx, *id, html).await?;
                    tx.emit(Event::DiscussionChanged(*id));
                }
                Ok(())
            })
            .await?;
    }
}
