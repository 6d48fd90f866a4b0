//! HTTP for what organisers do with one member.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, header},
};
use serde::Deserialize;

use super::{Hidden, Words};
use crate::{
    ids::{CommentId, MemberId, PostId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::{
        audit,
        members::{self, Member, Name, NoSanction},
        pages::account,
    },
    site::{self, Page, Visitor},
    talk::{
        comments::{self, EntryInContext, Which},
        posts::{self, Post},
    },
};

/// How many posts and comments the page shows at once.
const POSTS: i64 = 20;
const COMMENTS: i64 = 50;
/// How much it shows of a comment, in characters.
const LINE: usize = 200;
/// What somebody is told is no longer than this, in characters.
const LONGEST_WHY: usize = 500;
/// So many things are hidden by their numbers at once at most.
const MOST: usize = 500;

#[derive(Template)]
#[template(path = "people/pages/manage/member/member.html")]
struct Desk {
    p: Page,
    member: Member,
    role_key: &'static str,
    is_yourself: bool,
    posts: Vec<Post>,
    /// The number after which earlier posts go on.
    more_posts: Option<PostId>,
    comments: Vec<Said>,
    more_comments: Option<CommentId>,
    /// A link to pass on, which is shown this once.
    link: Option<String>,
    /// What was done: in which part of the page, and in words.
    done: Option<(&'static str, String)>,
    /// What can be taken back by one press: things hidden at this moment.
    undo: Option<Timestamp>,
    /// What was not done: in which part of the page, and the message that says why.
    refused: Option<(&'static str, &'static str)>,
    /// What stands in the field for their name.
    called: String,
    errors: Errors,
}

/// A comment of the member.
struct Said {
    one: EntryInContext,
    line: String,
}

/// The field for their name.
const NAME: &[Field] = &[field("name", "m-name", "field-name")];

impl Desk {
    fn done_in(&self, part: &str) -> Option<&str> {
        self.done.as_ref().filter(|(place, _)| *place == part).map(|(_, words)| words.as_str())
    }

    fn refused_in(&self, part: &str) -> Option<&'static str> {
        self.refused.filter(|(place, _)| *place == part).map(|(_, key)| key)
    }

    fn has_nothing(&self) -> bool {
        self.posts.is_empty() && self.comments.is_empty()
    }

    /// The address of a form of this page.
    fn action(&self, verb: &str) -> String {
        format!("/manage/members/{}/{verb}", self.member.id)
    }
}

/// The address of the page about a member.
fn desk_url(member: &Member) -> String {
    format!("/manage/members/{}/", member.handle)
}

/// What the query of the page may say: where its lists go on, and what was done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MemberQuery {
    posts: Option<PostId>,
    comments: Option<CommentId>,
    done: String,
    n: i64,
    at: Option<Timestamp>,
}

impl MemberQuery {
    fn said(&self, visitor: &Visitor) -> Option<(&'static str, String)> {
        let t = &visitor.words;
        Some(match self.done.as_str() {
            "hidden" => ("words", t.count("done-hidden", self.n)),
            "shown" => ("words", t.count("done-shown", self.n)),
            "suspended" if self.n > 0 => ("suspend", t.count("done-suspended-hidden", self.n)),
            "suspended" => ("suspend", t.say("done-suspended")),
            "lifted" if self.n > 0 => ("suspend", t.count("done-lifted-shown", self.n)),
            "lifted" => ("suspend", t.say("done-lifted")),
            "link" => ("help", t.say("done-link-sent")),
            "name" => ("help", t.say("done-name")),
            _ => return None,
        })
    }
}

async fn desk(conn: &mut Conn, visitor: &Visitor, member: Member, asked: &MemberQuery) -> anyhow::Result<Desk> {
    let mut posts = posts::of_author(conn, member.id, asked.posts, POSTS + 1).await?;
    let more_posts = cut(&mut posts, POSTS).map(|post| post.id);
    let mut said = comments::of_writer(conn, member.id, asked.comments, COMMENTS + 1).await?;
    let more_comments = cut(&mut said, COMMENTS).map(|said| said.entry.id);
    let mut p = Page::new(conn, visitor, &member.name).await?.private();
    p.address = desk_url(&member);
    Ok(Desk {
        p,
        role_key: member.role().key(),
        is_yourself: visitor.id() == Some(member.id),
        posts,
        more_posts,
        comments: said.into_iter().map(|one| Said { line: markup::excerpt(&one.entry.html, LINE), one }).collect(),
        more_comments,
        link: None,
        done: asked.said(visitor),
        undo: asked.at.filter(|_| asked.done == "hidden"),
        refused: None,
        called: member.name.clone(),
        errors: Errors::default(),
        member,
    })
}

/// Cuts a list that was read with one thing too many; answers the last that stays, if there are more.
fn cut<T>(found: &mut Vec<T>, page: i64) -> Option<&T> {
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    let more = found.len() > page;
    found.truncate(page);
    found.last().filter(|_| more)
}

/// The member with this number, for an organiser.
async fn managed(app: &App, visitor: &Visitor, id: MemberId) -> Answer<Member> {
    visitor.organiser()?;
    let member = members::by_id(&mut app.db.read().await?, id).await?;
    member.filter(|member| !member.is_removed()).ok_or(Failure::NotFound)
}

/// `GET /manage/members/{handle}/`: a member, what they wrote, and what can be done.
pub async fn member(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(handle): Path<String>,
    Query(asked): Query<MemberQuery>,
) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let member = members::by_handle(&mut conn, &handle).await?.filter(|member| !member.is_removed());
    site::show(&desk(&mut conn, &visitor, member.ok_or(Failure::NotFound)?, &asked).await?)
}

async fn refuse(app: &App, visitor: &Visitor, member: Member, part: &'static str, key: &'static str) -> Answer {
    let mut page = desk(&mut app.db.read().await?, visitor, member, &MemberQuery::default()).await?;
    page.refused = Some((part, key));
    page.p.refused = true;
    site::refused(&page)
}

/// The things that are marked in the list, or all of them.
struct Marked {
    everything: bool,
    posts: Vec<PostId>,
    comments: Vec<CommentId>,
    /// When they were hidden, if only what was hidden then is meant.
    at: Option<Timestamp>,
}

impl Marked {
    fn of(fields: &[(String, String)]) -> Self {
        fn all<T: std::str::FromStr>(fields: &[(String, String)], name: &str) -> Vec<T> {
            let named = fields.iter().filter(|(field, _)| field == name);
            named.filter_map(|(_, value)| value.parse().ok()).take(MOST).collect()
        }
        Self {
            everything: fields.iter().any(|(field, value)| field == "all" && value == "yes"),
            posts: all(fields, "post"),
            comments: all(fields, "comment"),
            at: all::<i64>(fields, "at").first().copied().map(Timestamp),
        }
    }

    fn is_empty(&self) -> bool {
        !self.everything && self.posts.is_empty() && self.comments.is_empty()
    }
}

/// `POST /manage/members/{id}/hide`: hides what is marked, or everything they wrote.
pub async fn hide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(fields): Typed<Vec<(String, String)>>,
) -> Answer {
    let member = managed(&app, &visitor, id).await?;
    let organiser = visitor.organiser()?;
    let marked = Marked::of(&fields);
    if marked.is_empty() {
        return refuse(&app, &visitor, member, "words", "nothing-marked").await;
    }
    let hidden = app.db.always(async |tx| {
        if marked.everything {
            return super::hide_everything(tx, organiser, &member, "").await;
        }
        let mut count = posts::hide_these(tx, member.id, &marked.posts).await?;
        count += comments::hide_all(tx, Which::These(member.id, &marked.comments)).await?;
        audit::note(tx, Some(organiser.id), "words-hidden", &member.url(), &count.to_string()).await?;
        Ok(Hidden { at: tx.now, count })
    });
    let Hidden { at, count } = hidden.await?;
    Ok(see_other(&format!("{}?done=hidden&n={count}&at={}#done", desk_url(&member), at.0)))
}

/// `POST /manage/members/{id}/show`: shows what is marked again, or everything that was hidden at a moment.
pub async fn show(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(fields): Typed<Vec<(String, String)>>,
) -> Answer {
    let member = managed(&app, &visitor, id).await?;
    let organiser = visitor.organiser()?;
    let marked = Marked::of(&fields);
    if marked.is_empty() && marked.at.is_none() {
        return refuse(&app, &visitor, member, "words", "nothing-marked").await;
    }
    let shown = app.db.always(async |tx| {
        if let Some(at) = marked.at {
            return super::show_everything(tx, organiser, &member, at).await;
        }
        let mut count = posts::unhide_these(tx, member.id, &marked.posts).await?;
        count += comments::show_again(tx, Which::These(member.id, &marked.comments), None).await?;
        audit::note(tx, Some(organiser.id), "words-shown", &member.url(), &count.to_string()).await?;
        Ok(count)
    });
    Ok(see_other(&format!("{}?done=shown&n={}#done", desk_url(&member), shown.await?)))
}

/// What is typed to suspend a member, or to lift that.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Sanction {
    why: String,
    /// `hide`, or `show`: what becomes of what they wrote.
    words: String,
}

/// `POST /manage/members/{id}/suspend`: they can neither sign in nor write until it is lifted.
pub async fn suspend(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(form): Typed<Sanction>,
) -> Answer {
    let member = managed(&app, &visitor, id).await?;
    let why: String = form.why.trim().chars().take(LONGEST_WHY).collect();
    match super::suspend(&app, visitor.organiser()?, &member, &why, form.words == "hide").await? {
        Ok(hidden) => Ok(see_other(&format!("{}?done=suspended&n={}#done", desk_url(&member), hidden.count))),
        Err(no) => refuse(&app, &visitor, member, "suspend", no.key()).await,
    }
}

/// `POST /manage/members/{id}/lift`: lifts a suspension.
pub async fn lift(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(form): Typed<Sanction>,
) -> Answer {
    let member = managed(&app, &visitor, id).await?;
    match super::lift(&app, visitor.organiser()?, &member, form.words == "show").await? {
        Ok(shown) => Ok(see_other(&format!("{}?done=lifted&n={shown}#done", desk_url(&member)))),
        Err(no) => refuse(&app, &visitor, member, "suspend", no.key()).await,
    }
}

/// How a member is to get a link that signs them in.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LinkForm {
    /// `send`, or `show`.
    #[serde(rename = "do")]
    wish: String,
}

/// `POST /manage/members/{id}/link`: sends a member a link that signs them in, or shows one to pass on.
pub async fn link(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(form): Typed<LinkForm>,
) -> Answer {
    let member = managed(&app, &visitor, id).await?;
    let organiser = visitor.organiser()?;
    if member.is_suspended() || member.asked_at.is_some() {
        return refuse(&app, &visitor, member, "help", "link-not-in").await;
    }
    if form.wish == "show" {
        // Whoever has the link is that member: nobody takes the place of another organiser like this.
        if member.is_organiser() {
            return refuse(&app, &visitor, member, "help", "link-organiser").await;
        }
        let link = account::sign_in_link(&app, organiser, &member).await?;
        let mut page = desk(&mut app.db.read().await?, &visitor, member, &MemberQuery::default()).await?;
        page.link = Some(link);
        let mut response = site::show(&page)?;
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        return Ok(response);
    }
    if let Some(email) = &member.email
        && app.limits.letters.take(email).is_err()
    {
        return refuse(&app, &visitor, member, "help", "letters-too-many").await;
    }
    if account::send_sign_in_link(&app, organiser, &member).await? {
        return Ok(see_other(&format!("{}?done=link#done", desk_url(&member))));
    }
    refuse(&app, &visitor, member, "help", "link-no-address").await
}

/// What a member is to be called.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NameForm {
    name: String,
}

/// `POST /manage/members/{id}/name`: corrects a member's name.
pub async fn name(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(form): Typed<NameForm>,
) -> Answer {
    let member = managed(&app, &visitor, id).await?;
    let organiser = visitor.organiser()?;
    match form.name.parse::<Name>() {
        Ok(name) => {
            app.db
                .always(async |tx| {
                    members::rename(tx, member.id, &name).await?;
                    audit::note(tx, Some(organiser.id), "name-corrected", &member.url(), "").await
                })
                .await?;
            Ok(see_other(&format!("{}?done=name#done", desk_url(&member))))
        }
        Err(key) => {
            let mut page = desk(&mut app.db.read().await?, &visitor, member, &MemberQuery::default()).await?;
            page.called = form.name;
            page.errors = Errors::of("name", key);
            page.p.refused = true;
            site::refused(&page)
        }
    }
}

#[derive(Template)]
#[template(path = "people/pages/manage/member/remove.html")]
struct RemovePage {
    p: Page,
    member: Member,
    posts: i64,
    /// How many entries stand under their posts.
    under: i64,
    f: RemoveForm,
    errors: Errors,
    wrong: Vec<Field>,
}

/// What is typed to remove a member.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct RemoveForm {
    /// `stay`, or `go`.
    words: String,
    /// Their handle, typed once more.
    handle: String,
}

async fn remove_page(
    conn: &mut Conn,
    visitor: &Visitor,
    member: Member,
    f: RemoveForm,
    errors: Errors,
) -> anyhow::Result<RemovePage> {
    const FIELDS: [Field; 2] =
        [field("words", "words-stay", "remove-words"), field("handle", "handle", "remove-handle")];
    let (posts, under) = posts::figures(conn, member.id).await?;
    let p = Page::new(conn, visitor, visitor.words.with("remove-heading", "name", member.name.as_str())).await?;
    Ok(RemovePage { p: p.private().refused(&errors), member, posts, under, f, wrong: errors.list(&FIELDS), errors })
}

/// `GET /manage/members/{id}/remove`: asks whether an account is really to end, and what becomes of what they wrote.
pub async fn remove_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<MemberId>) -> Answer {
    let member = managed(&app, &visitor, id).await?;
    let mut conn = app.db.read().await?;
    site::show(&remove_page(&mut conn, &visitor, member, RemoveForm::default(), Errors::default()).await?)
}

/// `POST /manage/members/{id}/remove`: ends an account for good.
pub async fn remove(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(f): Typed<RemoveForm>,
) -> Answer {
    let member = managed(&app, &visitor, id).await?;
    let mut errors = Errors::default();
    let words = errors.take("words", f.words.parse::<Words>());
    if f.handle.trim().trim_start_matches('@').to_lowercase() != member.handle {
        errors.add("handle", "remove-handle-wrong");
    }
    if let (Some(words), true) = (words, errors.is_empty()) {
        match super::remove(&app, visitor.organiser()?, &member, words).await? {
            Ok(()) => return Ok(see_other("/manage/members/?saved=removed#done")),
            Err(NoSanction::Done) => return Err(Failure::NotFound),
            Err(no) => errors.add("form", no.key()),
        }
    }
    site::refused(&remove_page(&mut app.db.read().await?, &visitor, member, f, errors).await?)
}
