//! Posts: written as drafts, published at an address that stays, read by those they are meant for.

mod jobs;
mod render;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use self::{
    jobs::rerender_stale,
    render::{Rendered, format, format_word, mentioned, render, render_again, render_from, render_with},
    rules::{FormToken, PostLang, Slug},
};
pub use crate::audiences::Audience;
use std::collections::HashMap;

use crate::{
    events::Event,
    ids::{BlogId, CircleId, CommentId, ConversationId, MemberId, PostId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        i18n::{Lang, Locale, address_day, machine_time},
    },
    people::{
        audit,
        members::{self, Member},
    },
    talk::{
        conversations::{self, About, Subject, Thread},
        news, old_sites, uploads,
    },
};

/// A post or a page.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Post {
    /// Its number, and its conversation's.
    pub id: PostId,
    /// The blog it stands on.
    pub blog: BlogId,
    /// Who wrote it.
    pub author: MemberId,
    kind: String,
    day: String,
    /// The last part of its address.
    pub slug: String,
    /// Its title, as plain text.
    pub title: String,
    format: String,
    /// As written.
    pub source: String,
    /// As rendered: safe to show.
    pub html: String,
    /// Its beginning as plain text.
    pub excerpt: String,
    /// The BCP 47 tag of its language.
    pub lang: String,
    audience: i64,
    /// What the circle of its audience is called; empty for the three that everybody knows.
    audience_name: String,
    audience_kind: String,
    /// When it was published; none: a draft.
    pub published_at: Option<Timestamp>,
    /// When it was last changed.
    pub edited_at: Option<Timestamp>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// Since when only its author and organisers read it, because one of these hid it.
    pub hidden_at: Option<Timestamp>,
    /// What its author is told about that.
    pub hidden_why: String,
    /// Entries of its conversation.
    pub count: i64,
    /// When its conversation was last livelier than before.
    pub changed_at: Timestamp,
    /// How often anything in its conversation changed; lists do not say.
    #[sqlx(default)]
    pub changes: i64,
    /// When its conversation was closed.
    pub closed_at: Option<Timestamp>,
    /// The address of its blog.
    pub blog_address: String,
    /// The title of its blog.
    pub blog_title: String,
    /// A line about its blog; lists do not say.
    #[sqlx(default)]
    pub blog_tagline: String,
    /// What its author is called by with an `@`.
    pub author_handle: String,
    /// What its author is called on the page.
    pub author_name: String,
    /// The file of its author's avatar.
    pub author_picture: Option<String>,
}

impl Post {
    /// Who may read it, once it is published.
    pub fn audience(&self) -> Audience {
        Audience::of_circle(self.audience)
    }

    /// What the page calls those who may read it.
    pub fn audience_label(&self, t: &Locale) -> String {
        let key = if self.audience_kind == "staff" { "audience-staff" } else { self.audience().key() };
        t.with(key, "name", self.audience_name.as_str())
    }

    /// How it is written.
    pub fn format(&self) -> markup::Format {
        render::format(&self.format)
    }

    /// Whether it is a page beside the blog's posts.
    pub fn is_page(&self) -> bool {
        self.kind == "page"
    }

    /// Whether only its author has seen it so far.
    pub const fn is_draft(&self) -> bool {
        self.published_at.is_none()
    }

    /// Whether comments are closed.
    pub const fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }

    /// Whether an organiser hid it.
    pub const fn is_hidden(&self) -> bool {
        self.hidden_at.is_some()
    }

    /// Its address; a draft's is where it is edited.
    pub fn url(&self) -> String {
        if self.is_draft() {
            return self.edit_url();
        }
        if self.is_page() {
            return format!("/{}/{}/", self.blog_address, self.slug);
        }
        format!("/{}/{}/{}/", self.blog_address, self.day, self.slug)
    }

    /// Where its author edits it.
    pub fn edit_url(&self) -> String {
        format!("/me/posts/{}/", self.id)
    }

    /// The address of its author's avatar.
    pub fn author_picture_url(&self) -> String {
        members::avatar_url(self.author, self.author_picture.as_deref())
    }

    /// The address of its author's page.
    pub fn author_url(&self) -> String {
        members::url(&self.author_handle)
    }

    /// The address of its blog.
    pub fn blog_url(&self) -> String {
        crate::talk::blogs::url(&self.blog_address)
    }

    /// The day it was published, as it stands in its address, so that address, archives and pages agree wherever the
    /// reader is; of a page, which has none there, the reader's own.
    pub fn date(&self, t: &Locale) -> String {
        match (self.day_in_address(), self.published_at) {
            (Some((year, month, day)), _) => t.calendar_day(year, month, day),
            (None, Some(at)) => t.date(at),
            (None, None) => String::new(),
        }
    }

    /// The same, short and without the year.
    pub fn short_date(&self, t: &Locale) -> String {
        match (self.day_in_address(), self.published_at) {
            (Some((year, month, day)), _) => t.short_calendar_day(year, month, day),
            (None, Some(at)) => t.day(at),
            (None, None) => String::new(),
        }
    }

    /// The same for machines: a day that is told without a time says none to them either, so that no zone moves it.
    pub fn machine_date(&self) -> String {
        match (self.day_in_address(), self.published_at) {
            (Some(_), _) => self.day.replace('/', "-"),
            (None, Some(at)) => machine_time(at),
            (None, None) => String::new(),
        }
    }

    fn day_in_address(&self) -> Option<(i16, i8, i8)> {
        let mut parts = self.day.split('/');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    }

    /// The year and month in its address: `2013/09`; nothing for drafts and pages.
    pub fn month(&self) -> &str {
        self.day.get(..7).unwrap_or_default()
    }

    /// A number that moves on whenever its author changes it: whoever edits says which one they saw.
    pub fn version(&self) -> i64 {
        self.edited_at.or(self.published_at).unwrap_or(self.created_at).0
    }

    /// Whether it was changed after it was published.
    pub const fn is_edited(&self) -> bool {
        self.published_at.is_some() && self.edited_at.is_some()
    }

    /// Its title, or the beginning of its text when it has none.
    pub fn heading(&self) -> String {
        if self.title.is_empty() { self.excerpt.chars().take(60).collect() } else { self.title.clone() }
    }

    /// Its conversation, for whoever shows it.
    pub fn thread(&self) -> Thread {
        let about = About {
            place: self.blog.0,
            author: self.author,
            audience: self.audience,
            opened_at: self.published_at,
            lang: self.lang.clone(),
            path: self.url(),
            title: self.heading(),
        };
        Thread {
            id: self.id.into(),
            kind: conversations::Subject::Post.word().into(),
            leader: None,
            about,
            author_name: self.author_name.clone(),
            author_handle: self.author_handle.clone(),
            count: self.count,
            changes: self.changes,
            closed_at: self.closed_at,
        }
    }
}

/// A category or tag of a post.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Term {
    /// `category` or `tag`.
    pub kind: String,
    /// The last part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// How many posts a blog has in a month.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Month {
    day: String,
    /// How many published posts the reader may read then.
    pub count: i64,
}

impl Month {
    /// The year.
    pub fn year(&self) -> i16 {
        self.day.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
    }

    /// The month of the year, 1 to 12.
    pub fn month(&self) -> i8 {
        self.day.get(5..7).and_then(|month| month.parse().ok()).unwrap_or(1)
    }

    /// The part of an address: `2013/09`.
    pub fn address(&self) -> &str {
        &self.day
    }
}

/// What a post is to be.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What was typed as its title; may be empty.
    pub title: String,
    /// What was typed, in its own format.
    pub source: String,
    /// How the text is written.
    pub format: markup::Format,
    /// The wished last part of its address; without it, the title makes one.
    pub slug: Option<Slug>,
    /// The language of the text.
    pub lang: PostLang,
    /// Who may read it.
    pub audience: Audience,
    /// Whether people may comment.
    pub comments: Comments,
    /// The names of its tags, as they were typed.
    pub tags: Vec<String>,
}

/// Whether people may comment on a post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comments {
    /// They may.
    Open,
    /// What was said stays; nothing is added.
    Closed,
}

/// Somebody, perhaps its author in another tab, changed the post meanwhile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EditedMeanwhile;

/// Where a list of posts goes on: after this moment and number.
pub type After = Option<(Timestamp, PostId)>;

/// Which posts a list is of.
#[derive(Clone, Debug)]
pub enum Of<'a> {
    /// Those on one blog.
    Blog(BlogId),
    /// Those on one blog in a year or month: `2013` or `2013/09`.
    Time(BlogId, &'a str),
    /// Those on one blog with a category or tag.
    Term(BlogId, &'a str, &'a str),
    /// Those of one member, on any blog.
    Author(MemberId),
    /// Those written for a course.
    Course(CircleId),
    /// Those written for a module.
    Module(ConversationId),
    /// Those written for a course by the people of one of its homerooms.
    Homeroom(CircleId, CircleId),
    /// All in the community.
    Everyone,
}

/// The number of the post at an address, whoever may read it.
pub async fn find(conn: &mut Conn, blog: &str, day: &str, slug: &str) -> anyhow::Result<Option<PostId>> {
    Ok(store::find(conn, blog, day, slug).await?)
}

/// The post, if this reader may read it. Organisers read what was hidden, too, to decide about it.
pub async fn for_reader(conn: &mut Conn, reader: Option<&Member>, id: PostId) -> anyhow::Result<Option<Post>> {
    match store::for_reader(conn, reader_id(reader), id).await? {
        None if reader.is_some_and(Member::is_organiser) => Ok(store::hidden_one(conn, id).await?),
        found => Ok(found),
    }
}

/// Whether this reader could read the post, had it not been hidden.
pub async fn is_hidden_from(conn: &mut Conn, reader: Option<&Member>, id: PostId) -> anyhow::Result<bool> {
    Ok(store::is_hidden_from(conn, reader_id(reader), id).await?)
}

/// Whether a post that this reader could read stood at an address until it was deleted.
pub async fn was_at(
    conn: &mut Conn,
    reader: Option<&Member>,
    blog: &str,
    day: &str,
    slug: &str,
) -> anyhow::Result<bool> {
    Ok(store::was_at(conn, reader_id(reader), blog, day, slug).await?)
}

/// Whether this was a post that this reader could read until it was deleted.
pub async fn was_deleted(conn: &mut Conn, reader: Option<&Member>, id: PostId) -> anyhow::Result<bool> {
    Ok(store::was_deleted(conn, reader_id(reader), id).await?)
}

/// Whether a comment stood under a post that this reader could read until it was deleted.
pub async fn was_deleted_with(conn: &mut Conn, reader: Option<&Member>, comment: CommentId) -> anyhow::Result<bool> {
    Ok(store::was_deleted_with(conn, reader_id(reader), comment).await?)
}

/// Posts that were hidden, the latest hidden first, for organisers.
pub async fn hidden(conn: &mut Conn, limit: i64) -> anyhow::Result<Vec<Post>> {
    Ok(store::hidden(conn, limit).await?)
}

/// What a member published for others, hidden or not, the latest written first, for organisers.
pub async fn of_author(
    conn: &mut Conn,
    author: MemberId,
    before: Option<PostId>,
    limit: i64,
) -> anyhow::Result<Vec<Post>> {
    Ok(store::of_author(conn, author, before.unwrap_or(PostId(i64::MAX)), limit).await?)
}

/// How many posts a member published for others, and how many entries stand under them.
pub async fn figures(conn: &mut Conn, author: MemberId) -> anyhow::Result<(i64, i64)> {
    Ok(store::figures(conn, author).await?)
}

/// Hides a post from everyone but its author and organisers; its author reads why.
pub async fn hide(tx: &mut Tx, by: &Member, post: &Post, why: &str) -> anyhow::Result<()> {
    if store::hide(tx, post.id, why).await? {
        audit::note(tx, Some(by.id), "post-hidden", &post.url(), why).await?;
        tell_changed(tx, vec![(post.id, post.blog)], post.author).await?;
    }
    Ok(())
}

/// Shows a hidden post again.
pub async fn unhide(tx: &mut Tx, by: &Member, post: &Post) -> anyhow::Result<()> {
    if store::unhide(tx, post.id).await? {
        audit::note(tx, Some(by.id), "post-unhidden", &post.url(), "").await?;
        tell_changed(tx, vec![(post.id, post.blog)], post.author).await?;
    }
    Ok(())
}

/// Hides all posts of a member that were not hidden yet; answers how many.
pub async fn hide_all(tx: &mut Tx, author: MemberId, why: &str) -> anyhow::Result<i64> {
    let hidden = store::hide_all(tx, author, why).await?;
    tell_changed(tx, hidden, author).await
}

/// Shows all posts of a member again that were hidden in one change, at this moment; answers how many.
pub async fn unhide_all(tx: &mut Tx, author: MemberId, at: Timestamp) -> anyhow::Result<i64> {
    let shown = store::unhide_all(tx, author, at).await?;
    tell_changed(tx, shown, author).await
}

/// Hides those of a member's posts that are among these; answers how many.
pub async fn hide_these(tx: &mut Tx, author: MemberId, posts: &[PostId]) -> anyhow::Result<i64> {
    let hidden = store::hide_these(tx, author, &numbers(posts)).await?;
    tell_changed(tx, hidden, author).await
}

/// Shows those of a member's posts again that are among these; answers how many.
pub async fn unhide_these(tx: &mut Tx, author: MemberId, posts: &[PostId]) -> anyhow::Result<i64> {
    let shown = store::unhide_these(tx, author, &numbers(posts)).await?;
    tell_changed(tx, shown, author).await
}

fn numbers(posts: &[PostId]) -> String {
    posts.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// Whether others may read these posts changed.
async fn tell_changed(tx: &mut Tx, posts: Vec<(PostId, BlogId)>, author: MemberId) -> anyhow::Result<i64> {
    let count = i64::try_from(posts.len())?;
    for (post, blog) in posts {
        describe(tx, post).await?;
        tx.emit(Event::PostChanged(post, blog));
    }
    if count > 0 {
        tx.emit(Event::AuthorChanged(author));
    }
    Ok(count)
}

/// Deletes what a member wrote for themselves alone: drafts, and posts that nobody else could read.
pub async fn delete_private(tx: &mut Tx, author: MemberId) -> anyhow::Result<()> {
    for post in store::all_of(tx, author).await? {
        if post.is_draft() || post.audience() == Audience::Me {
            delete(tx, &post).await?;
        }
    }
    Ok(())
}

/// Deletes every post of a member with its conversation.
pub async fn delete_all(tx: &mut Tx, author: MemberId) -> anyhow::Result<()> {
    for post in store::all_of(tx, author).await? {
        delete(tx, &post).await?;
    }
    Ok(())
}

/// The post, if this member wrote it.
pub async fn for_author(conn: &mut Conn, author: &Member, id: PostId) -> anyhow::Result<Option<Post>> {
    let post = store::for_reader(conn, author.id, id).await?;
    Ok(post.filter(|post| post.author == author.id))
}

/// Published posts that this reader may read, the latest first.
pub async fn list(
    conn: &mut Conn,
    reader: Option<&Member>,
    of: Of<'_>,
    after: After,
    limit: i64,
) -> anyhow::Result<Vec<Post>> {
    let (at, id) = after.unwrap_or((Timestamp(i64::MAX), PostId(i64::MAX)));
    Ok(store::list(conn, reader_id(reader), of, at, id, limit).await?)
}

/// Posts by the liveliness of their conversations: those that changed last.
pub async fn liveliest(conn: &mut Conn, reader: Option<&Member>, limit: i64) -> anyhow::Result<Vec<Post>> {
    Ok(store::liveliest(conn, reader_id(reader), limit).await?)
}

/// Who wrote a post, as they are called.
#[derive(sqlx::FromRow)]
pub struct Author {
    /// The post of which this is the author.
    pub post: PostId,
    /// Who wrote it.
    pub id: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
}

/// Who wrote the posts that these conversations are about.
pub async fn authors(
    conn: &mut Conn,
    conversations: impl Iterator<Item = ConversationId>,
) -> anyhow::Result<Vec<Author>> {
    let list: Vec<String> = conversations.map(|id| id.to_string()).collect();
    Ok(store::authors(conn, &list.join(",")).await?)
}

/// Drafts of a member, the latest first.
pub async fn drafts(conn: &mut Conn, author: MemberId) -> anyhow::Result<Vec<Post>> {
    Ok(store::drafts(conn, author).await?)
}

/// The pages of a blog that this reader may read, by title.
pub async fn pages(conn: &mut Conn, reader: Option<&Member>, blog: BlogId) -> anyhow::Result<Vec<Post>> {
    Ok(store::pages(conn, reader_id(reader), blog).await?)
}

/// The posts before and after one on its blog, for this reader.
pub async fn neighbours(
    conn: &mut Conn,
    reader: Option<&Member>,
    post: &Post,
) -> anyhow::Result<(Option<Post>, Option<Post>)> {
    let Some(at) = post.published_at.filter(|_| !post.is_page()) else { return Ok((None, None)) };
    let before = store::before(conn, reader_id(reader), post.blog, at, post.id).await?;
    let after = store::after(conn, reader_id(reader), post.blog, at, post.id).await?;
    Ok((before, after))
}

/// The months in which a blog has posts for this reader, the latest first.
pub async fn months(conn: &mut Conn, reader: Option<&Member>, blog: BlogId) -> anyhow::Result<Vec<Month>> {
    Ok(store::months(conn, reader_id(reader), blog).await?)
}

/// Categories and tags of a post.
pub async fn terms(conn: &mut Conn, post: PostId) -> anyhow::Result<Vec<Term>> {
    Ok(store::terms(conn, post).await?)
}

/// The number of a category or tag of a blog.
pub async fn term_number(conn: &mut Conn, blog: BlogId, term: &Term) -> anyhow::Result<Option<RowId>> {
    Ok(store::term_number(conn, blog, term).await?)
}

/// The category or tag of a blog at an address.
pub async fn term(conn: &mut Conn, blog: BlogId, kind: &str, slug: &str) -> anyhow::Result<Option<Term>> {
    Ok(store::term(conn, blog, kind, slug).await?)
}

/// Begins a draft.
pub async fn begin(
    tx: &mut Tx,
    author: &Member,
    blog: BlogId,
    draft: &Draft,
    text: &Rendered,
) -> anyhow::Result<PostId> {
    let id = PostId(tx.new_id());
    insert(tx, id, blog, author.id, draft, text).await?;
    uploads::note_uses(tx, author.id, id.into(), &draft.source).await?;
    set_tags(tx, id, blog, &draft.tags).await?;
    Ok(id)
}

/// Notes which form a post was begun with; answers whether it is the first from that form.
pub async fn claim_form(tx: &mut Tx, author: MemberId, token: FormToken, id: PostId) -> anyhow::Result<bool> {
    Ok(store::claim_form(tx, author, token.0, id).await?)
}

/// The post that was begun with this form, if its author sent it before.
pub async fn begun_with(conn: &mut Conn, author: MemberId, token: FormToken) -> anyhow::Result<Option<PostId>> {
    Ok(store::begun_with(conn, author, token.0).await?)
}

/// Changes a draft or a post, unless it is no longer the version that was seen.
pub async fn edit(
    tx: &mut Tx,
    post: &Post,
    draft: &Draft,
    text: &Rendered,
) -> anyhow::Result<Result<(), EditedMeanwhile>> {
    if !store::update(tx, post, draft, text).await? {
        return Ok(Err(EditedMeanwhile));
    }
    match draft.comments {
        Comments::Open => conversations::reopen(tx, post.id.into()).await?,
        Comments::Closed => conversations::close(tx, post.id.into()).await?,
    }
    describe(tx, post.id).await?;
    uploads::note_uses(tx, post.author, post.id.into(), &draft.source).await?;
    set_tags(tx, post.id, post.blog, &draft.tags).await?;
    if !post.is_draft() {
        news::write(tx, news::Kind::Edited, post.id.into(), None).await?;
    }
    tx.emit(Event::PostChanged(post.id, post.blog));
    tx.emit(Event::AuthorChanged(post.author));
    Ok(Ok(()))
}

/// Puts a draft, which has just been edited, on another blog; its tags are that one's.
pub async fn move_draft(tx: &mut Tx, post: &Post, blog: BlogId, tags: &[String]) -> anyhow::Result<()> {
    store::drop_terms(tx, post.id, "tag", "[]").await?;
    store::move_draft(tx, post.id, blog).await?;
    describe(tx, post.id).await?;
    set_tags(tx, post.id, blog, tags).await
}

/// Publishes a draft at the address of this day. A taken address gets a number; nothing is refused for it.
pub async fn publish(tx: &mut Tx, id: PostId, blog: BlogId, zone: &jiff::tz::TimeZone) -> anyhow::Result<()> {
    let now = tx.now;
    publish_at(tx, id, blog, now, &address_day(now, zone)).await?;
    conversations::await_answer(tx, id.into()).await?;
    news::write(tx, news::Kind::Post, id.into(), None).await
}

/// Publishes at a moment of the past, as imports do; answers the last part of the address it got.
pub async fn publish_at(tx: &mut Tx, id: PostId, blog: BlogId, at: Timestamp, day: &str) -> anyhow::Result<String> {
    let (title, wish) = store::wished_slug(tx, id).await?;
    let slug = free_address(tx, id, blog, day, &title, &wish).await?;
    let author = store::publish(tx, id, at, day, &slug).await?;
    describe(tx, id).await?;
    conversations::date(tx, id.into(), at).await?;
    tx.emit(Event::PostChanged(id, blog));
    if let Some(author) = author {
        tx.emit(Event::AuthorChanged(author));
    }
    Ok(slug)
}

/// The last part of the address that a post gets on this day: as it wishes, or after its title; with a number where
/// another has it.
async fn free_address(
    tx: &mut Tx,
    id: PostId,
    blog: BlogId,
    day: &str,
    title: &str,
    wish: &str,
) -> anyhow::Result<String> {
    let base = if wish.is_empty() { rules::slug_of(title) } else { wish.to_owned() };
    for number in 1_u32..1_000 {
        let slug = if number == 1 { base.clone() } else { format!("{base}-{number}") };
        if !store::address_taken(tx, blog, day, &slug, id).await? {
            return Ok(slug);
        }
    }
    anyhow::bail!("a thousand posts have the address {day}/{base}")
}

async fn insert(
    tx: &mut Tx,
    id: PostId,
    blog: BlogId,
    author: MemberId,
    draft: &Draft,
    text: &Rendered,
) -> anyhow::Result<()> {
    store::insert(tx, id, blog, author, draft, text).await?;
    begin_conversation(tx, id, draft).await
}

async fn begin_conversation(tx: &mut Tx, id: PostId, draft: &Draft) -> anyhow::Result<()> {
    let about = store::about(tx, id).await?.ok_or_else(|| anyhow::anyhow!("the post just written is not there"))?;
    conversations::begin(tx, id.into(), Subject::Post, &about).await?;
    if draft.comments == Comments::Closed {
        conversations::close(tx, id.into()).await?;
    }
    Ok(())
}

/// Tells the conversation what it is about, after the post changed.
async fn describe(tx: &mut Tx, id: PostId) -> anyhow::Result<()> {
    let about: Option<About> = store::about(tx, id).await?;
    match about {
        Some(about) => conversations::describe(tx, id.into(), &about).await,
        None => Ok(()),
    }
}

/// Deletes a post with its conversation. Where others could read it, the addresses say so from now on.
pub async fn delete(tx: &mut Tx, post: &Post) -> anyhow::Result<()> {
    if store::remember_deleted(tx, post.id).await? {
        old_sites::remember_deleted(tx, post.id).await?;
    }
    conversations::remove(tx, post.id.into()).await?;
    store::delete(tx, post.id).await?;
    tx.emit(Event::PostChanged(post.id, post.blog));
    tx.emit(Event::AuthorChanged(post.author));
    // What waited under it waits no more.
    tx.emit(Event::WaitingChanged(post.author));
    Ok(())
}

/// What an import says of a post beyond its draft.
#[derive(Clone, Debug)]
pub struct Imported<'a> {
    /// The number it gets, given out before anything is written.
    pub id: PostId,
    /// Where it came from; the same origin is never imported twice.
    pub origin: &'a str,
    /// `post` or `page`.
    pub kind: &'static str,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was published, and the day in its address; nothing for drafts.
    pub published: Option<(Timestamp, &'a str)>,
    /// Its summary, if it had one.
    pub excerpt: &'a str,
    /// Categories and tags, at the addresses that they had.
    pub terms: &'a [Term],
}

/// The post that was imported from this origin.
pub async fn imported(conn: &mut Conn, origin: &str) -> anyhow::Result<Option<PostId>> {
    Ok(store::imported(conn, origin).await?)
}

/// How far a post is.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct State {
    /// When it was published; none: a draft.
    pub published_at: Option<Timestamp>,
    /// When it was last changed.
    pub edited_at: Option<Timestamp>,
}

/// How far a post is, whoever may read it.
pub async fn state(conn: &mut Conn, id: PostId) -> anyhow::Result<Option<State>> {
    Ok(store::state(conn, id).await?)
}

/// The address of a post, if it is published.
pub async fn address(conn: &mut Conn, id: PostId) -> anyhow::Result<Option<String>> {
    Ok(store::address(conn, id).await?)
}

/// Whether any post came from this site.
pub async fn came_from(conn: &mut Conn, origin: &str) -> anyhow::Result<bool> {
    Ok(store::came_from(conn, origin).await?.is_some())
}

/// Brings in a post from elsewhere, a draft where it was never published; answers the last part of the address it got.
pub async fn import(
    tx: &mut Tx,
    author: MemberId,
    blog: BlogId,
    draft: &Draft,
    text: &Rendered,
    from: &Imported<'_>,
) -> anyhow::Result<Option<String>> {
    let wish = draft.slug.as_ref().map_or("", Slug::as_str);
    let slug = match from.published {
        Some((_, day)) => Some(free_address(tx, from.id, blog, day, &draft.title, wish).await?),
        None => None,
    };
    store::import(tx, author, blog, draft, text, from, slug.as_deref().unwrap_or(wish)).await?;
    begin_conversation(tx, from.id, draft).await?;
    add_terms(tx, from.id, blog, from.terms).await?;
    if slug.is_some() {
        tx.emit(Event::PostChanged(from.id, blog));
        tx.emit(Event::AuthorChanged(author));
    }
    Ok(slug)
}

/// Gives an imported draft that nobody has touched here what was published of it since; answers whether it was one.
pub async fn import_again(
    tx: &mut Tx,
    blog: BlogId,
    draft: &Draft,
    text: &Rendered,
    from: &Imported<'_>,
) -> anyhow::Result<bool> {
    if !store::replace_draft(tx, from.id, draft, text, from).await? {
        return Ok(false);
    }
    describe(tx, from.id).await?;
    add_terms(tx, from.id, blog, from.terms).await?;
    Ok(true)
}

async fn add_terms(tx: &mut Tx, post: PostId, blog: BlogId, terms: &[Term]) -> anyhow::Result<()> {
    for term in terms {
        store::add_term(tx, post, blog, &term.kind, &term.slug, &term.name).await?;
    }
    Ok(())
}

/// Categories and tags of a blog that posts have.
pub async fn terms_of_blog(conn: &mut Conn, blog: BlogId) -> anyhow::Result<Vec<Term>> {
    Ok(store::terms_of_blog(conn, blog).await?)
}

/// A published post of a blog, with its categories and tags.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OnBlog {
    /// Its number.
    pub id: PostId,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub opened_at: Timestamp,
    /// The course it was written for.
    pub course: Option<CircleId>,
    #[sqlx(skip)]
    terms: Vec<Term>,
}

impl OnBlog {
    fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.kind == kind)
    }

    /// Its category that is called so, or whose address ends so.
    pub fn category(&self, wanted: &str) -> Option<&Term> {
        self.of_kind("category").find(|term| term.slug == wanted || term.name.to_lowercase() == wanted.to_lowercase())
    }

    /// The slugs of its categories.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        self.of_kind("category").map(|term| term.slug.as_str())
    }

    /// The names of its tags.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.of_kind("tag").map(|term| term.name.as_str())
    }
}

/// All published posts of a blog that are not for their authors alone, the earliest first: for what is done with all of a
/// site.
pub async fn on_blog(conn: &mut Conn, blog: BlogId) -> anyhow::Result<Vec<OnBlog>> {
    let mut posts = store::on_blog(conn, blog).await?;
    let mut terms: HashMap<PostId, Vec<Term>> = HashMap::new();
    for (post, kind, slug, name) in store::terms_on_blog(conn, blog).await? {
        terms.entry(post).or_default().push(Term { kind, slug, name });
    }
    for post in &mut posts {
        post.terms = terms.remove(&post.id).unwrap_or_default();
    }
    Ok(posts)
}

/// Makes the post have these tags and no others. One that its blog has is the same, whatever its address; a new one
/// whose address is taken by another gets a number.
async fn set_tags(tx: &mut Tx, post: PostId, blog: BlogId, names: &[String]) -> anyhow::Result<()> {
    store::drop_terms(tx, post, "tag", &serde_json::to_string(names)?).await?;
    for name in names {
        let slug = match store::term_named(tx, post, blog, "tag", name).await? {
            Some(slug) => slug,
            None => free_slug(tx, blog, name).await?,
        };
        if !slug.is_empty() {
            store::add_term(tx, post, blog, "tag", &slug, name).await?;
        }
    }
    Ok(())
}

async fn free_slug(tx: &mut Tx, blog: BlogId, name: &str) -> anyhow::Result<String> {
    let base = markup::slug(name);
    let mut slug = base.clone();
    for number in 2..100 {
        match store::term(tx, blog, "tag", &slug).await? {
            // Otherwise written, in capitals or with accents, it is the same tag.
            Some(other) if !rules::is_same_tag(&other.name, name) => slug = format!("{base}-{number}"),
            _ => break,
        }
    }
    Ok(slug)
}

/// A post whose rendering is older than the renderer, with what it takes to render it again.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Stale {
    /// The post to render again.
    pub id: PostId,
    /// Its blog.
    pub blog: BlogId,
    /// Its title.
    pub title: String,
    /// As written.
    pub source: String,
    /// As it is rendered now.
    pub html: String,
    format: String,
    /// The language of the text.
    pub lang: String,
}

impl Stale {
    /// How it is written.
    pub fn format(&self) -> markup::Format {
        render::format(&self.format)
    }
}

/// Some posts that were rendered by an older renderer.
pub async fn stale(conn: &mut Conn, limit: i64) -> anyhow::Result<Vec<Stale>> {
    Ok(store::stale(conn, markup::VERSION, limit).await?)
}

/// The texts of these posts.
pub async fn texts(conn: &mut Conn, posts: &[i64]) -> anyhow::Result<Vec<Stale>> {
    Ok(store::texts(conn, &serde_json::to_string(posts)?).await?)
}

/// The categories and tags of these posts.
pub async fn terms_of(conn: &mut Conn, posts: &[i64]) -> anyhow::Result<HashMap<PostId, Vec<Term>>> {
    let mut of: HashMap<PostId, Vec<Term>> = HashMap::new();
    for (post, kind, slug, name) in store::terms_of(conn, &serde_json::to_string(posts)?).await? {
        of.entry(post).or_default().push(Term { kind, slug, name });
    }
    Ok(of)
}

/// Stores a new rendering.
pub async fn rerender(tx: &mut Tx, stale: &Stale, text: &Rendered) -> anyhow::Result<()> {
    store::rerender(tx, stale, text).await?;
    tx.emit(Event::PostChanged(stale.id, stale.blog));
    Ok(())
}

/// The number a reader counts as in SQL; nobody is 0, which is no id.
fn reader_id(reader: Option<&Member>) -> MemberId {
    reader.map_or(MemberId(0), |member| member.id)
}

/// The language of a post that says none: its author's, or the community's.
pub fn default_lang(author: &Member, community: Lang) -> PostLang {
    PostLang::from(author.lang().unwrap_or(community))
}
