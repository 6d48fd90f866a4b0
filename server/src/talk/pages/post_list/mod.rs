//! Lists of posts as pages show them: with their writers, their thoughts, and what is new to the reader.

use std::collections::HashMap;

use crate::{
    events::Topic,
    ids::{CommentId, ConversationId, PostId, Timestamp},
    kit::{db::Conn, i18n::Locale},
    site::Visitor,
    talk::{
        comments::{self, News},
        posts::{self, Audience, Post},
    },
};

/// How many posts a page of a list holds.
pub const PAGE: i64 = 20;
/// How many posts stand where a list is only begun.
pub const BRIEF: i64 = 8;

/// A post in a list.
pub struct Item {
    /// The post, without its text.
    pub post: Post,
    /// How many thoughts came since the reader last looked.
    pub new: i64,
    /// The first of them.
    pub first_new: Option<CommentId>,
}

impl Item {
    /// What it shows and goes stale with.
    pub fn topics(&self) -> [Topic; 3] {
        [Topic::Listed(self.post.id.into()), Topic::Blog(self.post.blog), Topic::Person(self.post.author)]
    }

    /// Where the first of what is new stands, or the conversation.
    pub fn news_url(&self) -> String {
        self.first_new.map_or_else(|| format!("{}#comments", self.post.url()), |first| format!("/comments/{first}"))
    }

    /// What those are called who may read it, unless that is everyone.
    pub fn audience(&self, t: &Locale) -> Option<String> {
        (self.post.audience() != Audience::Public).then(|| self.post.audience_label(t))
    }
}

/// Whether a list says who wrote each post and on which blog.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Writers {
    /// It does.
    Named,
    /// Everything in it is of one writer or blog.
    Known,
}

/// A page of a list of posts; templates call it `l`.
pub struct Listing {
    /// The posts, the latest first.
    pub items: Vec<Item>,
    /// The query of the page with older posts, if there are any.
    pub older: Option<String>,
    /// Whether there are newer ones on earlier pages.
    pub is_later_page: bool,
    /// Whether the list says who wrote each post.
    pub writers: Writers,
    /// The level of the headings, 2 or 3.
    pub level: u8,
    /// Whether it only begins the list.
    pub brief: bool,
}

impl Listing {
    /// A list with nothing in it.
    pub const fn empty(writers: Writers, level: u8) -> Self {
        Self { items: vec![], older: None, is_later_page: false, writers, level, brief: false }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether it only begins the list: beginnings of a few lines, and a way to all of them.
    pub const fn is_brief(&self) -> bool {
        self.brief
    }

    /// Whether each post says who wrote it.
    pub fn names_writers(&self) -> bool {
        self.writers == Writers::Named
    }

    /// What the list shows and goes stale with.
    pub fn topics(&self) -> Vec<Topic> {
        self.items.iter().flat_map(Item::topics).collect()
    }

    /// Whether it says what is new to the reader. Looking at a post changes that without changing the post, so a page
    /// that says so is not kept.
    pub fn has_news(&self) -> bool {
        self.items.iter().any(|item| item.new > 0)
    }
}

/// A page of posts for this visitor: after a place in the list, as the query says it.
pub async fn page(
    conn: &mut Conn,
    visitor: &Visitor,
    of: posts::Of<'_>,
    after: &str,
    writers: Writers,
    level: u8,
) -> anyhow::Result<Listing> {
    some(conn, visitor, of, place(after), PAGE, Listing::empty(writers, level)).await
}

/// The beginning of a list of posts; what follows stands on pages of their own.
pub async fn beginning(conn: &mut Conn, visitor: &Visitor, of: posts::Of<'_>, level: u8) -> anyhow::Result<Listing> {
    let l = Listing { brief: true, ..Listing::empty(Writers::Named, level) };
    some(conn, visitor, of, None, BRIEF, l).await
}

async fn some(
    conn: &mut Conn,
    visitor: &Visitor,
    of: posts::Of<'_>,
    after: posts::After,
    page: i64,
    l: Listing,
) -> anyhow::Result<Listing> {
    let mut found = posts::list(conn, visitor.member.as_deref(), of, after, page + 1).await?;
    let older = cut(&mut found, page);
    let items = items(conn, visitor, found).await?;
    Ok(Listing { items, older, is_later_page: after.is_some(), ..l })
}

/// Posts with what is new in each to this visitor.
pub async fn items(conn: &mut Conn, visitor: &Visitor, found: Vec<Post>) -> anyhow::Result<Vec<Item>> {
    let conversations: Vec<ConversationId> = found.iter().map(|post| post.id.into()).collect();
    let news = match visitor.id() {
        Some(member) => comments::news(conn, member, &conversations).await?,
        None => HashMap::new(),
    };
    let item = |post: Post| {
        let News { count, first } = news.get(&post.id.into()).copied().unwrap_or_default();
        Item { new: count, first_new: first, post }
    };
    Ok(found.into_iter().map(item).collect())
}

/// Cuts a list that was read with one post too many; answers the query of the page that goes on after it.
pub fn cut(found: &mut Vec<Post>, page: i64) -> Option<String> {
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    let more = found.len() > page;
    found.truncate(page);
    let last = found.last().filter(|_| more)?;
    Some(format!("?after={}-{}", last.published_at?.0, last.id))
}

/// The place in a list that a query names: `<milliseconds>-<number>`.
pub fn place(after: &str) -> posts::After {
    let (at, id) = after.rsplit_once('-')?;
    Some((Timestamp(at.parse().ok()?), PostId(id.parse().ok()?)))
}
