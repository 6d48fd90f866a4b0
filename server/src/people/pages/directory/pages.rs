//! HTTP for the directory of members and their pages.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::tribes,
    events::Topic,
    evidence::achievements::{self, Award},
    ids::MemberId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, Query, moved},
    },
    links::watches::{Following, Subject},
    people::{
        about::{self, Seen},
        blocks,
        community::Directory as Visible,
        members::{self, Member, Role},
        shelves,
    },
    site::{self, Page, Visitor},
    talk::{
        blogs::{self, Blog},
        comments::{self, EntryInContext},
        pages::post_list::{self, Listing, Writers},
        posts::{self, Of},
    },
};

/// How many people a page of the directory shows.
const PAGE: i64 = 24;
/// How many posts and comments a member's page shows.
const LATEST: i64 = 10;

/// What the query of the directory may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DirectoryQuery {
    q: String,
    after: String,
}

/// Among whom somebody is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Among {
    /// Those who are here.
    Members,
    /// All who have an account, also who is suspended: for organisers.
    Accounts,
}

/// Somebody in the directory.
struct Person {
    member: Member,
    blog: Option<Blog>,
    /// What they say about themselves, as far as the reader sees it.
    about: Seen,
}

impl Person {
    /// The message of their role, where it is not everybody's.
    fn label(&self) -> Option<&'static str> {
        label(&self.member)
    }
}

/// The message of a member's role, where it is not everybody's.
fn label(member: &Member) -> Option<&'static str> {
    (member.role() != Role::Participant).then(|| member.role().key())
}

#[derive(Template)]
#[template(path = "people/pages/directory/directory.html")]
struct Directory {
    p: Page,
    q: String,
    count: i64,
    people: Vec<Person>,
    is_later_page: bool,
    more: Option<String>,
}

/// `GET /members/`: everybody, by name; or those whose name or handle contains some words.
pub async fn directory(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<DirectoryQuery>) -> Answer {
    let seen = site::snapshot(&app, &visitor, &[Topic::People]);
    if visitor.community.directory == Visible::Members {
        visitor.signed_in()?;
    }
    let q: String = members::one_line(&asked.q).chars().take(100).collect();
    let mut conn = app.db.read().await?;
    let (found, more) = some(&mut conn, Among::Members, &q, &asked.after, PAGE).await?;
    let ids: Vec<MemberId> = found.iter().map(|member| member.id).collect();
    let mut blog_of = HashMap::new();
    for blog in blogs::of_all(&mut conn, &ids).await? {
        blog_of.entry(blog.owner).or_insert(blog);
    }
    let mut about_of = about::seen(&mut conn, visitor.id(), &ids).await?;
    let may_be_kept = visitor.member.is_none() || about_of.values().all(|about| !about.turns_on_circles);
    let person = |member: Member| {
        let about = about_of.remove(&member.id).unwrap_or_default();
        let blog = blog_of.remove(&Some(member.id)).filter(|_| about.lists_blogs);
        Person { member, blog, about }
    };
    let people = found.into_iter().map(person).collect();
    let page = Directory {
        p: Page::new(&mut conn, &visitor, visitor.words.say("nav-members")).await?,
        count: members::count(&mut conn).await?,
        people,
        is_later_page: !asked.after.is_empty(),
        more,
        q,
    };
    let response = site::show(&page)?;
    Ok(if may_be_kept { site::cache_while(response, &visitor, seen) } else { response })
}

/// A page of members whose name or handle contains some words, after one of them; with the query of the next page.
pub async fn some(
    conn: &mut Conn,
    among: Among,
    words: &str,
    after: &str,
    page: i64,
) -> anyhow::Result<(Vec<Member>, Option<String>)> {
    let last = match after.parse::<MemberId>() {
        Ok(id) => members::by_id(conn, id).await?,
        Err(_) => None,
    };
    let place = last.as_ref().map(|last| (last.name.as_str(), last.id));
    let mut found = match among {
        Among::Members => members::directory(conn, words, place, page + 1).await?,
        Among::Accounts => members::accounts(conn, words, place, page + 1).await?,
    };
    let more = found.len() > usize::try_from(page)?;
    found.truncate(usize::try_from(page)?);
    let more = found.last().filter(|_| more).map(|last| {
        let mut query = url::form_urlencoded::Serializer::new(String::from("?"));
        if !words.is_empty() {
            query.append_pair("q", words);
        }
        query.append_pair("after", &last.id.to_string()).finish()
    });
    Ok((found, more))
}

#[derive(Template)]
#[template(path = "people/pages/directory/member.html")]
struct MemberPage {
    p: Page,
    canonical: String,
    member: Member,
    label: Option<&'static str>,
    /// What they say about themselves, as far as the reader sees it.
    about: Seen,
    bio: String,
    website: Option<String>,
    blogs: Vec<Blog>,
    l: Listing,
    said: Vec<Said>,
    /// The address of their shelf, and how much stands there that the reader may look at, if anything does.
    shelf: Option<(String, i64)>,
    /// The badges they show, each with all awards of it.
    badges: Vec<Vec<Award>>,
    /// The tribes they are in, as far as the reader may know of those.
    tribes: Vec<tribes::Named>,
    is_own: bool,
    /// Whether they are neither suspended nor removed: of others only what they wrote is shown.
    is_here: bool,
    /// Whether the reader runs the community.
    manages: bool,
    /// How the reader follows them.
    f: Following,
    /// Whether the reader has blocked them.
    is_blocked: bool,
}

/// Something a member said.
struct Said {
    url: String,
    post_title: String,
    excerpt: String,
    lang: String,
}

impl From<EntryInContext> for Said {
    fn from(said: EntryInContext) -> Self {
        Self { url: said.entry.url(), excerpt: said.entry.excerpt(), post_title: said.post_title, lang: said.post_lang }
    }
}

/// `GET /members/{handle}/`: a member's page.
pub async fn member(State(app): State<Arc<App>>, visitor: Visitor, Path(handle): Path<String>) -> Answer {
    if visitor.community.directory == Visible::Members {
        visitor.signed_in()?;
    }
    let reading = site::begin_reading(&app);
    let mut conn = app.db.read().await?;
    let Some(member) = members::by_handle(&mut conn, &handle).await? else {
        let present = members::moved_to(&mut conn, &handle).await?.ok_or(Failure::NotFound)?;
        return Ok(moved(&members::url(&present)));
    };
    if member.handle != handle {
        return Ok(moved(&member.url()));
    }
    let reader = visitor.member.as_deref();
    let posts = posts::list(&mut conn, reader, Of::Author(member.id), None, LATEST).await?;
    let items = post_list::items(&mut conn, &visitor, posts).await?;
    let said = comments::latest_of(&mut conn, reader, member.id, LATEST).await?;
    let is_here = !member.is_suspended() && !member.is_removed();
    let about = about::seen_of(&mut conn, visitor.id(), member.id).await?;
    let shelf = if is_here { shelf_of(&mut conn, &visitor, &member).await? } else { None };
    let p = Page::new(&mut conn, &visitor, &member.name).await?;
    // What was said there, and what it is called that it was said under.
    let of = |said: &EntryInContext| [Topic::Conversation, Topic::Listed].map(|topic| topic(said.entry.conversation));
    let talks: Vec<Topic> = said.iter().flat_map(of).collect();
    let page = MemberPage {
        p: if is_here { p } else { p.private() },
        is_here,
        manages: reader.is_some_and(Member::is_organiser) && !member.is_removed(),
        canonical: format!("{}{}", app.settings.base_url, member.url()),
        label: label(&member),
        bio: bio(&about.bio, visitor.words.lang.tag()),
        website: shown(&about.website),
        blogs: if about.lists_blogs { blogs::of(&mut conn, member.id).await? } else { vec![] },
        l: Listing { items, ..Listing::empty(Writers::Known, 3) },
        said: said.into_iter().map(Said::from).collect(),
        is_own: visitor.id() == Some(member.id),
        shelf,
        badges: if is_here { achievements::shown_of(&mut conn, member.id).await? } else { vec![] },
        tribes: if is_here && about.lists_tribes {
            tribes::of_member(&mut conn, visitor.id(), member.id).await?
        } else {
            vec![]
        },
        about,
        f: Following::of(&mut conn, visitor.id(), Subject::Member(member.id)).await?,
        is_blocked: match visitor.id() {
            Some(me) => blocks::of(&mut conn, me).await?.contains(&member.id),
            None => false,
        },
        member,
    };
    let response = site::show(&page)?;
    let mut topics = page.l.topics();
    topics.extend([Topic::Person(page.member.id), Topic::Author(page.member.id), Topic::Tribes]);
    topics.extend(talks);
    // Who shares a course or a tribe with somebody changes with either of them.
    topics.extend(page.about.turns_on_circles.then_some(Topic::Member(page.member.id)));
    let seen = reading.end(&app, &visitor, &topics);
    Ok(if page.l.has_news() { response } else { site::cache_while(response, &visitor, seen) })
}

/// A member's shelf, if the reader may look at it and something stands there for them.
async fn shelf_of(conn: &mut Conn, visitor: &Visitor, member: &Member) -> anyhow::Result<Option<(String, i64)>> {
    let shelf = shelves::of_member(conn, member.id).await?;
    if !shelves::may_look(&shelf, member.id, visitor.id()) {
        return Ok(None);
    }
    let count = shelves::count(conn, member.id, visitor.id()).await?;
    Ok((count > 0).then(|| (shelves::url_of(&member.handle), count)))
}

/// What somebody wrote about themselves is plain text: its lines are kept and addresses become links, nothing else.
fn bio(text: &str, lang: &str) -> String {
    let plain = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    markup::comment(&plain, markup::Format::WordPress, &markup::Context { lang, ..markup::Context::default() })
}

/// A website as it is named to people: without the protocol and a slash at the end.
fn shown(website: &str) -> Option<String> {
    let bare = website.split_once("://").map_or(website, |(_, rest)| rest).trim_end_matches('/');
    (!bare.is_empty()).then(|| bare.trim_start_matches("www.").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bio_keeps_its_lines_and_its_angle_brackets_and_runs_nothing() {
        let html = bio("One <b>desk</b>\n<script>alert(1)</script>\nhttps://example.org & *more*", "en");
        assert!(html.contains("&lt;b&gt;desk"), "{html}");
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("<br"), "{html}");
        assert!(html.contains("href=\"https://example.org\""), "{html}");
        assert!(html.contains("*more*"), "{html}");
    }

    #[test]
    fn a_website_is_named_without_what_only_machines_need() {
        assert_eq!(shown("https://www.example.org/me/").as_deref(), Some("example.org/me"));
        assert_eq!(shown(""), None);
    }
}
