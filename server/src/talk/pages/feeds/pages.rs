//! HTTP for feeds.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
};

use serde::Deserialize;

use super::{ENTRIES, Feed, Form, Item, Named, http_date};
use crate::{
    ids::PostId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::Locale,
        web::{Path, Query, forms::Typed, moved, page_cache, see_other},
    },
    people::{
        community::Directory,
        members::{self, Member},
    },
    site::{self, Page, Visitor},
    talk::{
        blogs, comments, feed_addresses,
        pages::{
            blog::pages::{Found, find},
            reading,
        },
        posts::{self, Of, Post},
    },
};

/// `GET /feed/` and its other forms: what everybody may read in the community.
pub async fn community(State(app): State<Arc<App>>, visitor: Visitor, asked: HeaderMap) -> Answer {
    let mut conn = app.db.read().await?;
    let title = visitor.community.name.clone();
    let about = visitor.community.tagline.clone();
    let feed = of_posts(&mut conn, &visitor, Of::Everyone, ("community", 0), "/", title, about).await?;
    answer(&visitor, &asked, &feed)
}

/// `GET /{blog}/feed/` and its other forms: the posts of a blog.
pub async fn blog(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    asked: HeaderMap,
) -> Answer {
    let mut conn = app.db.read().await?;
    let blog = match find(&mut conn, &visitor, &address).await? {
        Found::Here(blog) => blog,
        Found::Elsewhere(answer) => return Ok(answer),
    };
    let named = ("blog", blog.id.0);
    let path = blog.url();
    let feed = of_posts(&mut conn, &visitor, Of::Blog(blog.id), named, &path, blog.title, blog.tagline).await?;
    answer(&visitor, &asked, &feed)
}

/// `GET /{blog}/category/{slug}/feed/` and its other forms: the posts of a category.
pub async fn category(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, slug)): Path<(String, String)>,
    asked: HeaderMap,
) -> Answer {
    labelled(&app, &visitor, &blog, "category", &slug, &asked).await
}

/// `GET /{blog}/tag/{slug}/feed/` and its other forms: the posts with a tag.
pub async fn tag(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, slug)): Path<(String, String)>,
    asked: HeaderMap,
) -> Answer {
    labelled(&app, &visitor, &blog, "tag", &slug, &asked).await
}

async fn labelled(app: &App, visitor: &Visitor, address: &str, kind: &str, slug: &str, asked: &HeaderMap) -> Answer {
    let mut conn = app.db.read().await?;
    let blog = match find(&mut conn, visitor, address).await? {
        Found::Here(blog) => blog,
        Found::Elsewhere(answer) => return Ok(answer),
    };
    let term = posts::term(&mut conn, blog.id, kind, slug).await?.ok_or(Failure::NotFound)?;
    let number = posts::term_number(&mut conn, blog.id, &term).await?.ok_or(Failure::NotFound)?;
    let path = format!("{}{kind}/{slug}/", blog.url());
    let title = format!("{} – {}", term.name, blog.title);
    let of = Of::Term(blog.id, kind, slug);
    let feed = of_posts(&mut conn, visitor, of, ("term", number.0), &path, title, blog.tagline).await?;
    // What only drafts are called is nobody else's business.
    if feed.items.is_empty() {
        return Err(Failure::NotFound);
    }
    answer(visitor, asked, &feed)
}

/// `GET /members/{handle}/feed/` and its other forms: the posts of a member, wherever they stand.
pub async fn author(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(handle): Path<String>,
    asked: HeaderMap,
) -> Answer {
    // Feed readers are strangers: where these do not see who is here, there is nothing for them.
    if visitor.community.directory == Directory::Members {
        return Err(Failure::NotFound);
    }
    let mut conn = app.db.read().await?;
    let Some(member) = members::by_handle(&mut conn, &handle).await? else {
        let present = members::moved_to(&mut conn, &handle).await?.ok_or(Failure::NotFound)?;
        let form = Form::of(&visitor.address);
        return Ok(moved(&format!("{}{}", members::url(&present), form.path())));
    };
    let (named, path) = (("member", member.id.0), member.url());
    let of = Of::Author(member.id);
    let feed = of_posts(&mut conn, &visitor, of, named, &path, member.name.clone(), String::new()).await?;
    answer(&visitor, &asked, &feed)
}

/// `GET /{blog}/{year}/{month}/{day}/{slug}/feed/` and its other forms: what is said about a post, the latest first.
pub async fn post(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, year, month, day, slug)): Path<(String, String, String, String, String)>,
    asked: HeaderMap,
) -> Answer {
    conversation(&app, &visitor, &blog, &format!("{year}/{month}/{day}"), &slug, &asked).await
}

/// `GET /{blog}/{page}/feed/` and its other forms: what is said about a page.
pub async fn page(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, slug)): Path<(String, String)>,
    asked: HeaderMap,
) -> Answer {
    conversation(&app, &visitor, &blog, "", &slug, &asked).await
}

async fn conversation(app: &App, visitor: &Visitor, blog: &str, day: &str, slug: &str, asked: &HeaderMap) -> Answer {
    let mut conn = app.db.read().await?;
    let Some(id) = posts::find(&mut conn, blog, day, slug).await? else {
        if let Some(present) = blogs::moved_to(&mut conn, blog).await? {
            let within = if day.is_empty() { slug.to_owned() } else { format!("{day}/{slug}") };
            return Ok(moved(&format!("/{present}/{within}/{}", Form::of(&visitor.address).path())));
        }
        return reading::pages::elsewhere(&mut conn, visitor).await;
    };
    let post = posts::for_reader(&mut conn, None, id).await?.ok_or(Failure::NotFound)?;
    let said = comments::newest(&mut conn, post.id.into(), comments::Cursor::Start).await?;
    let t = Locale::new(visitor.community.language, visitor.community.zone());
    let site = Named { base: &visitor.base_url, secret: &visitor.community.secret };
    let alive = said.entries.iter().filter(|entry| entry.is_alive());
    let titled = |entry: &comments::Entry| t.with("feed-comment-by", "name", entry.name());
    let feed = Feed {
        title: t.with("feed-comments-on", "title", post.heading()),
        about: String::new(),
        lang: post.lang.clone(),
        path: post.url(),
        stem: post.url(),
        is_private: false,
        id: site.urn("conversation", post.id.0),
        items: alive.map(|entry| Item::of_comment(entry, titled(entry), &post, &site)).collect(),
        base: visitor.base_url.clone(),
    };
    answer(visitor, asked, &feed)
}

/// A feed of posts that everybody may read.
async fn of_posts(
    conn: &mut Conn,
    visitor: &Visitor,
    of: Of<'_>,
    named: (&str, i64),
    path: &str,
    title: String,
    about: String,
) -> Answer<Feed> {
    let list = posts::list(conn, None, of, None, ENTRIES).await?;
    filled(conn, visitor, &list, named, path, title, about).await
}

/// A feed of these posts.
async fn filled(
    conn: &mut Conn,
    visitor: &Visitor,
    list: &[Post],
    (kind, number): (&str, i64),
    path: &str,
    title: String,
    about: String,
) -> Answer<Feed> {
    let ids: Vec<i64> = list.iter().map(|post| post.id.0).collect();
    let texts: HashMap<PostId, String> =
        posts::texts(conn, &ids).await?.into_iter().map(|text| (text.id, text.html)).collect();
    let terms = posts::terms_of(conn, &ids).await?;
    let site = Named { base: &visitor.base_url, secret: &visitor.community.secret };
    let item = |post: &Post| {
        let html = texts.get(&post.id).map(String::as_str).unwrap_or_default();
        Item::of_post(post, html, terms.get(&post.id).map(Vec::as_slice).unwrap_or_default(), &site)
    };
    Ok(Feed {
        title,
        about,
        lang: visitor.community.language.tag().to_owned(),
        base: visitor.base_url.clone(),
        path: path.to_owned(),
        stem: path.to_owned(),
        is_private: false,
        id: site.urn(kind, number),
        items: list.iter().map(item).collect(),
    })
}

/// The feed in the form that was asked for, or that nothing has changed.
fn answer(visitor: &Visitor, asked: &HeaderMap, feed: &Feed) -> Answer {
    let form = Form::of(&visitor.address);
    let text = feed.written(form)?;
    let etag = page_cache::etag(text.as_bytes());
    let changed = HeaderValue::from_str(&http_date(feed.changed()))?;
    // A tag is more exact than a date, so a date counts only without one (RFC 9110, 13.1.3).
    let is_known = match asked.get(header::IF_NONE_MATCH) {
        Some(_) => page_cache::knows(asked, &etag),
        None => asked.get(header::IF_MODIFIED_SINCE).is_some_and(|since| *since == changed),
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(form.media_type())),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static(if feed.is_private { "private, no-cache" } else { "public, no-cache" }),
        ),
        (header::LAST_MODIFIED, changed),
        (header::ETAG, etag),
    ];
    let status = if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let mut response = (status, headers, if is_known { String::new() } else { text }).into_response();
    if feed.is_private {
        response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex"));
    }
    Ok(response)
}

/// Where somebody finds the address of their own feed.
const PAGE: &str = "/me/feed/";

#[derive(Template)]
#[template(path = "talk/pages/feeds/own.html")]
struct OwnPage {
    p: Page,
    /// The address, and when it was made.
    made: Option<(String, String)>,
    /// What was done, as a message's key.
    done: Option<&'static str>,
}

/// What was just done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /me/feed/`: the address of one's own feed.
pub async fn own(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Done>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let made = feed_addresses::own(&mut conn, member).await?.map(|address| {
        let path = address.path(&visitor.community.secret);
        (format!("{}{path}{}", visitor.base_url, Form::Atom.path()), visitor.words.date(address.made_at))
    });
    let done = match (asked.done.as_str(), made.is_some()) {
        ("made", true) => Some("own-feed-made"),
        ("ended", false) => Some("own-feed-ended"),
        _ => None,
    };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("own-feed")).await?.private();
    site::unstored(site::show(&OwnPage { p, made, done }))
}

/// What the buttons send: `make` or `end`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wish {
    #[serde(rename = "do")]
    wish: String,
}

/// `POST /me/feed`: makes an address, which takes the place of the one before, or ends it.
pub async fn change_own(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<Wish>) -> Answer {
    let member = visitor.signed_in()?.id;
    match form.wish.as_str() {
        "make" => {
            app.db.always(async |tx| feed_addresses::make(tx, member).await).await?;
            Ok(see_other(&format!("{PAGE}?done=made#done")))
        }
        "end" => {
            app.db.always(async |tx| feed_addresses::end(tx, member).await).await?;
            Ok(see_other(&format!("{PAGE}?done=ended#done")))
        }
        _ => Err(Failure::Bad("error-bad")),
    }
}

/// `GET /feed/own/{token}/feed/` and its other forms: the posts that the owner of the address may read.
pub async fn at_address(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    asked: HeaderMap,
) -> Answer {
    let secret = &visitor.community.secret;
    let mut conn = app.db.read().await?;
    let address = match feed_addresses::at(&mut conn, secret, &token).await? {
        feed_addresses::Found::Here(address) => address,
        feed_addresses::Found::Gone => return Err(Failure::Gone("own-feed-gone")),
        feed_addresses::Found::Nothing => return Err(Failure::NotFound),
    };
    let member = members::by_id(&mut conn, address.member).await?.filter(Member::is_in).ok_or(Failure::NotFound)?;
    let list = posts::list(&mut conn, Some(&member), Of::Everyone, None, ENTRIES).await?;
    let title = visitor.community.name.clone();
    let about = visitor.community.tagline.clone();
    let mut feed = filled(&mut conn, &visitor, &list, ("own", member.id.0), "/", title, about).await?;
    feed.stem = address.path(secret);
    feed.is_private = true;
    answer(&visitor, &asked, &feed)
}
