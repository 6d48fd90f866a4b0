//! HTTP for the pages of a blog.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::view::{Link, Shelf, Span, Time, by_month, spans};
use crate::{
    events::Topic,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, Query, moved},
    },
    links::watches::{Following, Subject},
    people::{
        about::{self, Seen},
        members,
    },
    site::{self, Page, Visitor},
    talk::{
        blogs::{self, Blog},
        pages::{
            post_list::{self, Listing, Writers},
            reading, thread,
        },
        posts::{self, Of, Post},
    },
};

/// How many posts an archive shows on a page: lines, not excerpts.
const LINES: i64 = 500;

/// What the query of a list may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BlogQuery {
    after: String,
}

#[derive(Template)]
#[template(path = "talk/pages/blog/blog.html")]
struct Front {
    p: Page,
    canonical: String,
    blog: Blog,
    owner: Option<Owner>,
    l: Listing,
    spans: Vec<Span>,
    pages: Vec<Post>,
    is_own: bool,
    drafts: i64,
    /// How the reader follows the blog.
    f: Following,
}

/// Whose blog it is.
struct Owner {
    name: String,
    url: String,
    picture: String,
    bio: String,
}

/// A blog on the way to its page, or another answer where it has moved.
pub enum Found {
    /// It is at this address.
    Here(Blog),
    /// What to answer in its place.
    Elsewhere(Response),
}

/// The blog at an address.
///
/// # Errors
/// Nothing is there, and nothing was.
pub async fn find(conn: &mut Conn, visitor: &Visitor, address: &str) -> Answer<Found> {
    let present = match blogs::by_address(conn, address).await? {
        Some(blog) if blog.address == address => return Ok(Found::Here(blog)),
        Some(blog) => Some(blog.address),
        None => blogs::moved_to(conn, address).await?,
    };
    match present {
        Some(present) => {
            let rest = visitor.address.splitn(3, '/').nth(2).unwrap_or_default();
            Ok(Found::Elsewhere(moved(&format!("{}{rest}", blogs::url(&present)))))
        }
        None => reading::pages::elsewhere(conn, visitor).await.map(Found::Elsewhere),
    }
}

macro_rules! found {
    ($found:expr) => {
        match $found? {
            Found::Here(blog) => blog,
            Found::Elsewhere(answer) => return Ok(answer),
        }
    };
}

/// `GET /{blog}/`: the front page of a blog.
pub async fn front(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<BlogQuery>,
) -> Answer {
    let reading = site::begin_reading(&app);
    let mut conn = app.db.read().await?;
    if visitor.asks_an_old_site() {
        match reading::pages::elsewhere(&mut conn, &visitor).await {
            Err(Failure::NotFound) if !visitor.asks_for_a_number() => {}
            answer => return answer,
        }
    }
    let blog = found!(find(&mut conn, &visitor, &address).await);
    let reader = visitor.member.as_deref();
    let l = post_list::page(&mut conn, &visitor, Of::Blog(blog.id), &asked.after, Writers::Known, 2).await?;
    let owner = match blog.owner {
        Some(owner) => members::by_id(&mut conn, owner).await?,
        None => None,
    };
    let about = match &owner {
        Some(owner) => about::seen_of(&mut conn, visitor.id(), owner.id).await?,
        None => Seen::default(),
    };
    let is_own = reader.is_some() && visitor.id() == blog.owner;
    let drafts = match reader.filter(|_| is_own) {
        Some(reader) => posts::drafts(&mut conn, reader.id).await?,
        None => vec![],
    };
    let page = Front {
        p: Page::new(&mut conn, &visitor, &blog.title).await?,
        canonical: format!("{}{}", app.settings.base_url, blog.url()),
        owner: owner.map(|owner| Owner {
            url: owner.url(),
            picture: owner.avatar_url(),
            // What spam says of itself goes with whoever sent it.
            bio: if owner.is_suspended() { String::new() } else { about.bio.clone() },
            name: owner.name,
        }),
        spans: spans(&posts::months(&mut conn, reader, blog.id).await?),
        pages: posts::pages(&mut conn, reader, blog.id).await?,
        is_own,
        f: Following::of(&mut conn, visitor.id(), Subject::Blog(blog.id)).await?,
        drafts: i64::try_from(drafts.iter().filter(|draft| draft.blog == blog.id).count())?,
        l,
        blog,
    };
    let response = site::show(&page)?;
    // Drafts change without anybody being told.
    let may_be_kept = !page.l.has_news() && !is_own;
    let mut topics = page.l.topics();
    topics.push(Topic::Blog(page.blog.id));
    topics.extend(page.blog.owner.map(Topic::Person));
    // Who shares a course or a tribe with somebody changes with either of them.
    topics.extend(page.blog.owner.filter(|_| about.turns_on_circles).map(Topic::Member));
    topics.extend(page.pages.iter().map(|post| Topic::Listed(post.id.into())));
    let seen = reading.end(&app, &visitor, &topics);
    Ok(if may_be_kept { site::cache_while(response, &visitor, seen) } else { response })
}

/// `GET /{blog}/{page}/`: a page of a blog, or the archive of a year.
pub async fn page_or_year(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, page)): Path<(String, String)>,
    Query(asked): Query<thread::ConversationQuery>,
    Query(list): Query<BlogQuery>,
) -> Answer {
    match Time::named(&page, None, None) {
        Some(year) => archive(&app, &visitor, &blog, year, &list.after).await,
        None => reading::pages::page(State(app), visitor, Path((blog, page)), Query(asked)).await,
    }
}

/// `GET /{blog}/{year}/{month}/`: the archive of a month.
pub async fn month(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, year, month)): Path<(String, String, String)>,
    Query(asked): Query<BlogQuery>,
) -> Answer {
    match Time::named(&year, Some(&month), None) {
        Some(month) => archive(&app, &visitor, &blog, month, &asked.after).await,
        None => reading::pages::elsewhere(&mut app.db.read().await?, &visitor).await,
    }
}

/// `GET /{blog}/{year}/{month}/{day}/`: the archive of a day.
pub async fn day(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, year, month, day)): Path<(String, String, String, String)>,
    Query(asked): Query<BlogQuery>,
) -> Answer {
    match Time::named(&year, Some(&month), Some(&day)) {
        Some(day) => archive(&app, &visitor, &blog, day, &asked.after).await,
        None => reading::pages::elsewhere(&mut app.db.read().await?, &visitor).await,
    }
}

#[derive(Template)]
#[template(path = "talk/pages/blog/archive.html")]
struct Archive {
    p: Page,
    blog: Blog,
    heading: String,
    shelves: Vec<Shelf>,
    is_year: bool,
    older: Option<String>,
    before: Option<Link>,
    after: Option<Link>,
}

async fn archive(app: &App, visitor: &Visitor, address: &str, time: Time, after: &str) -> Answer {
    let reading = site::begin_reading(app);
    let mut conn = app.db.read().await?;
    let blog = found!(find(&mut conn, visitor, address).await);
    let reader = visitor.member.as_deref();
    let within = time.address();
    let after = post_list::place(after);
    let mut posts = posts::list(&mut conn, reader, Of::Time(blog.id, &within), after, LINES + 1).await?;
    if posts.is_empty() {
        return reading::pages::elsewhere(&mut conn, visitor).await;
    }
    let older = post_list::cut(&mut posts, LINES);
    let months = posts::months(&mut conn, reader, blog.id).await?;
    let (before, after) = time.neighbours(&months, &visitor.words);
    let topics: Vec<Topic> =
        posts.iter().map(|post| Topic::Listed(post.id.into())).chain([Topic::Blog(blog.id)]).collect();
    let heading = time.said(&visitor.words);
    let title = format!("{heading} – {}", blog.title);
    let page = Archive {
        p: Page::new(&mut conn, visitor, title).await?,
        heading,
        shelves: by_month(posts),
        is_year: within.len() == 4,
        older,
        before,
        after,
        blog,
    };
    let seen = reading.end(app, visitor, &topics);
    Ok(site::cache_while(site::show(&page)?, visitor, seen))
}

#[derive(Template)]
#[template(path = "talk/pages/blog/term.html")]
struct Labelled {
    p: Page,
    blog: Blog,
    kind_key: &'static str,
    name: String,
    l: Listing,
    /// How the reader follows it.
    f: Following,
}

impl Labelled {
    fn path(&self) -> &str {
        self.p.address.split('?').next().unwrap_or_default()
    }
}

/// `GET /{blog}/category/{slug}/`: the posts of a category.
pub async fn category(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, slug)): Path<(String, String)>,
    Query(asked): Query<BlogQuery>,
) -> Answer {
    labelled(&app, &visitor, &blog, "category", &slug, &asked.after).await
}

/// `GET /{blog}/tag/{slug}/`: the posts with a tag.
pub async fn tag(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, slug)): Path<(String, String)>,
    Query(asked): Query<BlogQuery>,
) -> Answer {
    labelled(&app, &visitor, &blog, "tag", &slug, &asked.after).await
}

async fn labelled(app: &App, visitor: &Visitor, address: &str, kind: &str, slug: &str, after: &str) -> Answer {
    let reading = site::begin_reading(app);
    let mut conn = app.db.read().await?;
    let blog = found!(find(&mut conn, visitor, address).await);
    let Some(term) = posts::term(&mut conn, blog.id, kind, slug).await? else {
        return reading::pages::elsewhere(&mut conn, visitor).await;
    };
    let l = post_list::page(&mut conn, visitor, Of::Term(blog.id, kind, slug), after, Writers::Known, 2).await?;
    // What only drafts are called is nobody else's business.
    if l.is_empty() {
        return Err(Failure::NotFound);
    }
    let number = posts::term_number(&mut conn, blog.id, &term).await?.ok_or(Failure::NotFound)?;
    let page = Labelled {
        p: Page::new(&mut conn, visitor, format!("{} – {}", term.name, blog.title)).await?,
        kind_key: if kind == "tag" { "posts-with-tag" } else { "posts-in-category" },
        f: Following::of(&mut conn, visitor.id(), Subject::Term(number)).await?,
        name: term.name,
        l,
        blog,
    };
    let response = site::show(&page)?;
    let mut topics = page.l.topics();
    topics.push(Topic::Blog(page.blog.id));
    let seen = reading.end(app, visitor, &topics);
    Ok(if page.l.has_news() { response } else { site::cache_while(response, visitor, seen) })
}

/// `GET /{blog}/page/{number}/`: where WordPress had older posts; numbers move with every new post, so the way leads to
/// the front page.
pub async fn numbered(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, _)): Path<(String, String)>,
) -> Answer {
    let blog = found!(find(&mut app.db.read().await?, &visitor, &address).await);
    Ok(moved(&blog.url()))
}
