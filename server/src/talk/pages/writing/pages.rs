//! HTTP for writing.

use std::sync::Arc;

use askama::Template;
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use super::{
    form::{Do, Form, LONGEST_CHARS, with_address},
    question::{self, QuestionForm, Wish, refused_at},
};
use crate::{
    audiences::circles::{self, Circle, Kind},
    course::{
        assignments::{self, Assignment, NotTaken},
        courses::Course,
        modules::{self, Module},
        reviews,
    },
    ids::{BlogId, ConversationId, PostId},
    kit::{
        app::App,
        db::{Conn, Tx},
        error::{Answer, Failure},
        i18n::{LANGUAGES, language_name},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::members::{Handle, Member, Name, Role},
    site::{self, Author, Page, Visitor},
    talk::{
        blogs::{self, Blog},
        comments::{self, Entry},
        conversations,
        pages::post_list::{self, Listing, Writers},
        posts::{self, Audience, Draft, EditedMeanwhile, FormToken, Of, Post, PostLang, Rendered},
        questions::{self, NoChange, Question},
    },
};

#[derive(Template)]
#[template(path = "talk/pages/writing/write.html")]
struct WritePage {
    p: Page,
    action: String,
    keep: String,
    f: Form,
    errors: Errors,
    blogs: Vec<Blog>,
    /// The latest drafts, where something new is begun.
    drafts: Vec<Post>,
    /// The courses, homerooms and tribes it may be for.
    circles: Vec<Circle>,
    languages: Vec<(String, String)>,
    post: Option<Post>,
    /// What the text would look like.
    preview: Option<String>,
    /// What the post says now, where it moved on while this was written.
    other: Option<String>,
    /// What was begun with this form before.
    first: Option<Post>,
    /// Whether it is shown again only because more rows were asked for.
    more_rows: bool,
    /// The module it is written for.
    module: Option<(Module, Course)>,
    /// The assignment it is written for.
    assignment: Option<Assignment>,
}

impl WritePage {
    /// Those who may be meant to read it: the word of each, and what it is called.
    fn audiences(&self) -> Vec<(String, String)> {
        let t = &self.p.t;
        let known = Audience::ALL.map(|audience| (audience.word().into_owned(), t.say(audience.key())));
        let circles = self.circles.iter().map(|circle| {
            let key = if circle.kind() == Kind::Staff { "audience-staff" } else { "audience-circle" };
            (Audience::Circle(circle.id).word().into_owned(), t.with(key, "name", circle.name.as_str()))
        });
        let [public, community, me] = known;
        [public, community].into_iter().chain(circles).chain([me]).collect()
    }

    /// Whether it has been published.
    fn is_published(&self) -> bool {
        self.post.as_ref().is_some_and(|post| !post.is_draft())
    }

    /// What is wrong, for the list above the form.
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[
            field("title", "title", "field-title"),
            field("text", "text", "field-text"),
            question::FIELDS[0],
            question::FIELDS[1],
            question::FIELDS[2],
            question::FIELDS[3],
            field("blog", "blog", "blog"),
            field("slug", "slug", "field-address"),
            field("audience", "audience", "who-may-read"),
            field("language", "language", "language"),
            field("tags", "tags", "tags"),
        ])
    }

    /// Whether the text is HTML as WordPress stores it.
    fn is_wordpress(&self) -> bool {
        self.post.as_ref().is_some_and(|post| post.format() == markup::Format::WordPress)
    }
}

/// So many drafts are named where something new is begun.
const SHOWN_DRAFTS: usize = 3;

/// What a page of the form is made of, beside what was typed.
#[derive(Default)]
struct WriteState {
    errors: Errors,
    preview: Option<String>,
    other: Option<String>,
    first: Option<Post>,
    more_rows: bool,
}

async fn write_page(
    conn: &mut Conn,
    visitor: &Visitor,
    post: Option<Post>,
    f: Form,
    shown: WriteState,
) -> anyhow::Result<WritePage> {
    let blogs = match &visitor.member {
        Some(member) if post.is_none() => choices(conn, member).await?,
        _ => vec![],
    };
    let mut drafts = match &visitor.member {
        Some(member) if post.is_none() && f.title.is_empty() && f.text.is_empty() => {
            posts::drafts(conn, member.id).await?
        }
        _ => vec![],
    };
    drafts.truncate(SHOWN_DRAFTS);
    let circles = match &visitor.member {
        Some(member) => circles::to_write_for(conn, member.id).await?,
        None => vec![],
    };
    let module = match &visitor.member {
        Some(member) if post.is_none() => module_for(conn, member, &f.module).await?,
        _ => None,
    };
    let assignment = match &visitor.member {
        Some(member) => assignment_for(conn, member, post.as_ref(), &f.assignment).await?,
        _ => None,
    };
    let title = visitor.words.say(if post.is_some() { "edit-post" } else { "write-post" });
    let mut languages: Vec<(String, String)> =
        LANGUAGES.iter().map(|(tag, name)| ((*tag).to_owned(), (*name).to_owned())).collect();
    if !f.language.is_empty() && !languages.iter().any(|(tag, _)| *tag == f.language) {
        languages.insert(0, (f.language.clone(), format!("{} ({})", language_name(&f.language), f.language)));
    }
    Ok(WritePage {
        p: Page::new(conn, visitor, title).await?.private().refused(&shown.errors),
        action: post.as_ref().map_or_else(|| "/me/posts/new".into(), Post::edit_url),
        keep: post.as_ref().map_or_else(|| "post:new".into(), |post| format!("post:{}", post.id)),
        f,
        errors: shown.errors,
        blogs,
        drafts,
        circles,
        languages,
        post,
        preview: shown.preview,
        other: shown.other,
        first: shown.first,
        more_rows: shown.more_rows,
        module,
        assignment: assignment.map(|(assignment, _)| assignment),
    })
}

/// Somebody wrote for so long that they are signed out by now: what they wrote is handed back, and the same button
/// sends it once they are in again.
async fn signed_out(app: &App, visitor: &Visitor, post: Option<PostId>, f: Form) -> Answer {
    let shown = WriteState { errors: Errors::of("form", "post-signed-out"), ..WriteState::default() };
    let mut page = write_page(&mut app.db.read().await?, visitor, None, f, shown).await?;
    if let Some(post) = post {
        page.action.clone_from(&visitor.address);
        page.keep = format!("post:{post}");
    }
    site::show_with(StatusCode::UNAUTHORIZED, &page)
}

/// The blogs a member may write on: their own, and the course's for those who teach or organise.
pub async fn choices(conn: &mut Conn, member: &Member) -> anyhow::Result<Vec<Blog>> {
    let mut blogs = blogs::of(conn, member.id).await?;
    if member.role() >= Role::Instructor
        && let Some(course) = blogs::by_address(conn, blogs::COURSE).await?
        && blogs.iter().all(|blog| blog.id != course.id)
    {
        blogs.push(course);
    }
    Ok(blogs)
}

/// Notes it if a text is meant for a circle that its writer has nothing to do with. What it was for before it may stay.
async fn may_write_for(
    conn: &mut Conn,
    member: &Member,
    draft: Option<&Draft>,
    before: Option<&Post>,
    errors: &mut Errors,
) -> anyhow::Result<()> {
    let Some(Audience::Circle(circle)) = draft.map(|draft| draft.audience) else { return Ok(()) };
    let stays = before.is_some_and(|post| post.audience() == Audience::Circle(circle));
    if !stays && !circles::to_write_for(conn, member.id).await?.iter().any(|own| own.id == circle) {
        errors.add("audience", "field-choose");
    }
    Ok(())
}

async fn render(conn: &mut Conn, visitor: &Visitor, draft: &Draft, post: Option<PostId>) -> anyhow::Result<Rendered> {
    let (lang, emoji) = (draft.lang.as_str(), visitor.community.emoji);
    match post {
        Some(post) => posts::render_again(conn, post, &draft.source, draft.format, lang, emoji).await,
        None => posts::render(conn, &draft.source, draft.format, lang, emoji).await,
    }
}

/// The form with more rows for answers to its question.
async fn more_rows(conn: &mut Conn, visitor: &Visitor, post: Option<Post>, mut f: Form) -> Answer {
    f.question.more_rows();
    let shown = WriteState { more_rows: true, ..WriteState::default() };
    site::show(&write_page(conn, visitor, post, f, shown).await?)
}

/// Why a post is not changed.
enum NotChanged {
    /// It is another one than the form was filled with.
    Meanwhile,
    /// Its question cannot become that.
    Question(NoChange),
}

/// What an empty sheet is asked for with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewQuery {
    module: String,
    assignment: String,
}

/// The module that a post is written for, if its writer may write for it.
async fn module_for(conn: &mut Conn, member: &Member, module: &str) -> anyhow::Result<Option<(Module, Course)>> {
    match module.parse() {
        Ok(id) => modules::to_write_for(conn, member.id, id).await,
        Err(_) => Ok(None),
    }
}

/// The assignment that a post is written for, if its writer may hand something in for it: a draft knows it.
async fn assignment_for(
    conn: &mut Conn,
    member: &Member,
    post: Option<&Post>,
    typed: &str,
) -> anyhow::Result<Option<(Assignment, Course)>> {
    let id = match post {
        Some(post) => assignments::written(conn, post.id).await?,
        None => typed.parse().ok(),
    };
    match id {
        Some(id) => assignments::to_write_for(conn, member.id, id).await,
        None => Ok(None),
    }
}

/// For which assignment a post was written that does not take it, and why.
type NotHandedIn = Option<(ConversationId, NotTaken)>;

/// A post that was written for an assignment and is published now is handed in with it, if it is still taken.
async fn hand_in(tx: &mut Tx, member: &Member, post: PostId) -> anyhow::Result<NotHandedIn> {
    match assignments::hand_in_written(tx, member.id, post).await? {
        Ok(Some(assignment)) => reviews::arrived(tx, &assignment, member.id).await?,
        Ok(None) => {}
        Err(no) => return Ok(Some(no)),
    }
    Ok(None)
}

/// `GET /me/posts/new`: an empty sheet, perhaps for a module or an assignment.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<NewQuery>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let blog = choices(&mut conn, member).await?.first().map(|blog| blog.id);
    let mut f = Form::empty(blog, &posts::default_lang(member, visitor.community.language));
    if let Some((module, course)) = module_for(&mut conn, member, &asked.module).await? {
        f.module = module.id.to_string();
        f.audience = course.audience().word().into_owned();
    }
    if let Some((assignment, course)) = assignment_for(&mut conn, member, None, &asked.assignment).await? {
        f.assignment = assignment.id.to_string();
        f.module = assignment.module.map(|module| module.to_string()).unwrap_or_default();
        f.audience = course.audience().word().into_owned();
    }
    site::show(&write_page(&mut conn, &visitor, None, f, WriteState::default()).await?)
}

/// `POST /me/posts/new`: a new draft, or a post at once.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<Form>) -> Answer {
    let Some(member) = visitor.member.clone() else { return signed_out(&app, &visitor, None, f).await };
    let mut conn = app.db.read().await?;
    let blogs = choices(&mut conn, &member).await?;
    let mut errors = Errors::default();
    if Author::of(&visitor, &f.member) == Author::Another {
        errors.add("form", "post-as-another");
    }
    let blog = if blogs.is_empty() { Some(None) } else { errors.take("blog", chosen(&f.blog, &blogs).map(Some)) };
    if f.what() == Do::MoreRows {
        return more_rows(&mut conn, &visitor, None, f).await;
    }
    let draft = f.read(markup::Format::Markdown, &mut errors);
    let wish = f.question.read(None, &visitor.words.zone, app.now(), &mut errors);
    may_write_for(&mut conn, &member, draft.as_ref(), None, &mut errors).await?;
    let keeps = f.what() == Do::Keep;
    if keeps {
        app.limits.keeping.take(&member.id.0)?;
    } else if errors.is_empty() && app.limits.writing.take(&member.id.0).is_err() {
        errors.add("form", "error-too-many-text");
    }
    if f.what() == Do::Preview {
        return preview_page(&mut conn, &visitor, None, f, errors, draft).await;
    }
    let (Some(mut draft), Some(blog), Some(wish), true) = (draft, blog, wish, errors.is_empty()) else {
        if keeps {
            return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
        }
        let shown = WriteState { errors, ..WriteState::default() };
        return site::refused(&write_page(&mut conn, &visitor, None, f, shown).await?);
    };
    let token: Option<FormToken> = f.once.parse().ok();
    if let Some(token) = token
        && let Some(first) = posts::begun_with(&mut conn, member.id, token).await?
    {
        // A title stands there as it was set.
        let f = if keeps { Form { title: draft.title, ..f } } else { f };
        return sent_before(&app, conn, &visitor, &member, first, (f, &wish)).await;
    }
    let text = render(&mut conn, &visitor, &draft, None).await?;
    drop(conn);
    let publish = f.what() == Do::Publish;
    if publish {
        // A draft may get a title yet.
        with_address(&mut draft, &text);
    }
    let zone = visitor.community.zone();
    let mut conn = app.db.read().await?;
    let module = module_for(&mut conn, &member, &f.module).await?;
    let assignment = assignment_for(&mut conn, &member, None, &f.assignment).await?;
    drop(conn);
    let begun = app
        .db
        .change(async |tx| {
            let blog = match blog {
                Some(blog) => blog,
                None => own_blog(tx, &member).await?,
            };
            let id = posts::begin(tx, &member, blog, &draft, &text).await?;
            if let Some(token) = token
                && !posts::claim_form(tx, member.id, token, id).await?
            {
                return Ok(Err(token));
            }
            // Nobody has answered what is new.
            let _: Result<(), NoChange> = wish.fulfil(tx, id.into()).await?;
            if let Some((module, course)) = &module {
                conversations::assign(tx, id.into(), Some(course.id), Some(module.id)).await?;
            }
            if let Some((assignment, course)) = &assignment {
                if module.is_none() {
                    conversations::assign(tx, id.into(), Some(course.id), None).await?;
                }
                assignments::remember_written(tx, id, assignment.id).await?;
            }
            let mut kept_back = None;
            if publish {
                posts::publish(tx, id, blog, &zone).await?;
                kept_back = hand_in(tx, &member, id).await?;
            }
            Ok(Ok((id, kept_back)))
        })
        .await?;
    match begun {
        Ok((id, _)) if keeps => {
            let post = posts::for_author(&mut app.db.read().await?, &member, id).await?.ok_or(Failure::NotFound)?;
            Ok(kept(&post))
        }
        Ok((id, kept_back)) => go_to(&app, &member, id, kept_back).await,
        Err(token) => {
            let mut conn = app.db.read().await?;
            let first = posts::begun_with(&mut conn, member.id, token).await?.ok_or(Failure::NotFound)?;
            sent_before(&app, conn, &visitor, &member, first, (f, &wish)).await
        }
    }
}

/// The same form a second time: by a slow line, a double click, or by going back. If it asks for what is there, it leads
/// there; else a second post is made only if it is sent once more.
async fn sent_before(
    app: &App,
    mut conn: Conn,
    visitor: &Visitor,
    member: &Member,
    first: PostId,
    (mut f, wish): (Form, &Wish),
) -> Answer {
    let post = posts::for_author(&mut conn, member, first).await?.ok_or(Failure::NotFound)?;
    let terms = posts::terms(&mut conn, first).await?;
    let question = questions::of(&mut conn, first.into()).await?;
    let is_there = f.asks_for(&post, &terms) && wish.is_there(question.as_ref());
    if f.what() == Do::Keep {
        return Ok(if is_there { kept(&post) } else { kept_elsewhere(&post) });
    }
    if is_there {
        drop(conn);
        let mut kept_back = None;
        if f.what() == Do::Publish && post.is_draft() {
            let zone = visitor.community.zone();
            let published = app.db.always(async |tx| {
                posts::publish(tx, first, post.blog, &zone).await?;
                hand_in(tx, member, first).await
            });
            kept_back = published.await?;
        }
        return go_to(app, member, first, kept_back).await;
    }
    f.once = FormToken::new().to_string();
    let shown =
        WriteState { errors: Errors::of("form", "post-sent-before"), first: Some(post), ..WriteState::default() };
    site::refused(&write_page(&mut conn, visitor, None, f, shown).await?)
}

/// The blog among these with this number; the first, if none is named.
fn chosen(number: &str, blogs: &[Blog]) -> Result<BlogId, &'static str> {
    let wanted = blogs.iter().find(|blog| number.is_empty() || blog.id.to_string() == number);
    wanted.map(|blog| blog.id).ok_or("field-choose")
}

/// The blog of somebody who has none yet.
pub async fn own_blog(tx: &mut Tx, member: &Member) -> anyhow::Result<BlogId> {
    let handle: Handle = member.handle.parse().map_err(anyhow::Error::msg)?;
    let name: Name = member.name.parse().map_err(anyhow::Error::msg)?;
    blogs::open_own(tx, member.id, &handle, &name).await
}

/// A post leads to where people read it, a draft to where it is written. What was not handed in is said there.
async fn go_to(app: &App, member: &Member, id: PostId, kept_back: NotHandedIn) -> Answer {
    let post = posts::for_author(&mut app.db.read().await?, member, id).await?.ok_or(Failure::NotFound)?;
    Ok(see_other(&match kept_back {
        Some((assignment, why)) => format!("{}?kept-back={}-{assignment}", post.url(), why.word()),
        None => post.url(),
    }))
}

async fn preview_page(
    conn: &mut Conn,
    visitor: &Visitor,
    post: Option<Post>,
    f: Form,
    errors: Errors,
    draft: Option<Draft>,
) -> Answer {
    let preview = match &draft {
        Some(draft) if errors.is_empty() => {
            Some(render(conn, visitor, draft, post.as_ref().map(|post| post.id)).await?.html)
        }
        _ => None,
    };
    let refused = preview.is_none();
    let shown = WriteState { errors, preview, ..WriteState::default() };
    let page = write_page(conn, visitor, post, f, shown).await?;
    if refused { site::refused(&page) } else { site::show(&page) }
}

async fn own(conn: &mut Conn, visitor: &Visitor, id: PostId) -> Answer<(Arc<Member>, Post)> {
    let member = visitor.signed_in()?.clone();
    let post = posts::for_author(conn, &member, id).await?.ok_or(Failure::NotFound)?;
    Ok((member, post))
}

/// `GET /me/posts/{id}/`: the form that changes a draft or a post.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<PostId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (_, post) = own(&mut conn, &visitor, id).await?;
    let question = questions::of(&mut conn, id.into()).await?;
    let question = QuestionForm::of(question.as_ref(), &visitor.words.zone);
    let f = Form { question, ..Form::of(&post, &posts::terms(&mut conn, id).await?) };
    site::show(&write_page(&mut conn, &visitor, Some(post), f, WriteState::default()).await?)
}

/// `POST /me/posts/{id}/`: changes, publishes or previews. What moved on in another tab is never overwritten unseen.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Typed(f): Typed<Form>,
) -> Answer {
    if visitor.member.is_none() {
        return signed_out(&app, &visitor, Some(id), f).await;
    }
    let mut conn = app.db.read().await?;
    let (member, post) = own(&mut conn, &visitor, id).await?;
    let mut errors = Errors::default();
    if f.what() == Do::MoreRows {
        return more_rows(&mut conn, &visitor, Some(post), f).await;
    }
    let draft = f.read(post.format(), &mut errors);
    let asked: Option<Question> = questions::of(&mut conn, id.into()).await?;
    let wish = f.question.read(asked.as_ref(), &visitor.words.zone, app.now(), &mut errors);
    may_write_for(&mut conn, &member, draft.as_ref(), Some(&post), &mut errors).await?;
    let keeps = f.what() == Do::Keep;
    if keeps {
        app.limits.keeping.take(&member.id.0)?;
    } else if errors.is_empty() && app.limits.writing.take(&member.id.0).is_err() {
        errors.add("form", "error-too-many-text");
    }
    if f.what() == Do::Preview {
        return preview_page(&mut conn, &visitor, Some(post), f, errors, draft).await;
    }
    if keeps && (!post.is_draft() || f.edited != post.version().to_string()) {
        // What was sent before, and the answer to it was lost, is there.
        let terms = posts::terms(&mut conn, id).await?;
        let is_said = draft.is_some_and(|draft| Form { title: draft.title, ..f }.asks_for(&post, &terms));
        let is_there = is_said && wish.as_ref().is_some_and(|wish| wish.is_there(asked.as_ref()));
        return Ok(if is_there && post.is_draft() { kept(&post) } else { kept_elsewhere(&post) });
    }
    if f.edited != post.version().to_string() {
        return moved_on(&mut conn, &visitor, post, f).await;
    }
    let (Some(mut draft), Some(wish), true) = (draft, wish, errors.is_empty()) else {
        if keeps {
            return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
        }
        let shown = WriteState { errors, ..WriteState::default() };
        return site::refused(&write_page(&mut conn, &visitor, Some(post), f, shown).await?);
    };
    let text = render(&mut conn, &visitor, &draft, Some(id)).await?;
    drop(conn);
    let publish = f.what() == Do::Publish && post.is_draft();
    if publish || !post.is_draft() {
        with_address(&mut draft, &text);
    }
    let zone = visitor.community.zone();
    // A draft may go to another of one's blogs.
    let blog = moved_to(&app, &member, &post, &f).await?;
    let changed = app
        .db
        .change(async |tx| {
            if let Err(EditedMeanwhile) = posts::edit(tx, &post, &draft, &text).await? {
                return Ok(Err(NotChanged::Meanwhile));
            }
            if let Some(blog) = blog {
                posts::move_draft(tx, &post, blog, &draft.tags).await?;
            }
            if let Err(no) = wish.fulfil(tx, id.into()).await? {
                return Ok(Err(NotChanged::Question(no)));
            }
            let mut kept_back = None;
            if publish {
                posts::publish(tx, id, blog.unwrap_or(post.blog), &zone).await?;
                kept_back = hand_in(tx, &member, id).await?;
            }
            Ok(Ok(kept_back))
        })
        .await?;
    if keeps {
        let (_, post) = own(&mut app.db.read().await?, &visitor, id).await?;
        return Ok(match changed {
            Ok(_) => kept(&post),
            Err(NotChanged::Meanwhile) => kept_elsewhere(&post),
            Err(NotChanged::Question(_)) => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        });
    }
    match changed {
        Ok(kept_back) => go_to(&app, &member, id, kept_back).await,
        Err(NotChanged::Question(no)) => {
            let shown = WriteState { errors: Errors::of(refused_at(no), no.key()), ..WriteState::default() };
            let mut conn = app.db.read().await?;
            site::refused(&write_page(&mut conn, &visitor, Some(post), f, shown).await?)
        }
        Err(NotChanged::Meanwhile) => {
            let mut conn = app.db.read().await?;
            let (_, post) = own(&mut conn, &visitor, id).await?;
            moved_on(&mut conn, &visitor, post, f).await
        }
    }
}

/// What the script is told of a draft that it keeps.
#[derive(Serialize)]
struct Kept {
    post: String,
    /// The version that it has now.
    edited: String,
}

fn kept(post: &Post) -> Response {
    Json(Kept { post: post.id.to_string(), edited: post.version().to_string() }).into_response()
}

/// What it is told where the draft is another one than it knew: both texts are to be seen before either goes.
#[derive(Serialize)]
struct KeptElsewhere<'a> {
    edited: String,
    title: &'a str,
    text: &'a str,
    /// Whether it was published meanwhile.
    published: bool,
}

fn kept_elsewhere(post: &Post) -> Response {
    let edited = post.version().to_string();
    let told = KeptElsewhere { edited, title: &post.title, text: &post.source, published: !post.is_draft() };
    (StatusCode::CONFLICT, Json(told)).into_response()
}

/// The blog that a draft is to go to, if that is another one its writer may write on.
async fn moved_to(app: &App, member: &Member, post: &Post, f: &Form) -> anyhow::Result<Option<BlogId>> {
    if !post.is_draft() || f.blog.is_empty() || f.blog == post.blog.to_string() {
        return Ok(None);
    }
    let blogs = choices(&mut app.db.read().await?, member).await?;
    Ok(chosen(&f.blog, &blogs).ok())
}

/// The post is another one than the form was filled with: both stand on the page, and saving again decides.
async fn moved_on(conn: &mut Conn, visitor: &Visitor, post: Post, mut f: Form) -> Answer {
    f.edited = post.version().to_string();
    let other = Some(post.source.clone());
    let shown = WriteState { errors: Errors::of("form", "post-moved-on"), other, ..WriteState::default() };
    site::refused(&write_page(conn, visitor, Some(post), f, shown).await?)
}

/// What a preview is asked for with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PreviewForm {
    text: String,
    language: String,
    format: String,
}

/// `POST /preview`: a text as it will look, on its own.
pub async fn preview(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<PreviewForm>) -> Answer {
    let member = visitor.signed_in()?;
    app.limits.writing.take(&member.id.0)?;
    if form.text.chars().count() > LONGEST_CHARS {
        return Err(Failure::Bad("error-too-large"));
    }
    let lang: PostLang = form.language.parse().unwrap_or_else(|_| visitor.community.language.into());
    let mut conn = app.db.read().await?;
    let format = posts::format(&form.format);
    let mentioned = posts::mentioned(&mut conn, &form.text).await?;
    drop(conn);
    let text = posts::render_with(mentioned, &form.text, format, lang.as_str(), visitor.community.emoji).await?;
    Ok(Html(text.html).into_response())
}

#[derive(Template)]
#[template(path = "talk/pages/writing/delete.html")]
struct DeletePage {
    p: Page,
    post: Post,
}

/// `GET /me/posts/{id}/delete`: asks whether a post is really to go.
pub async fn delete_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<PostId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (_, post) = own(&mut conn, &visitor, id).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("delete-post")).await?.private();
    site::show(&DeletePage { p, post })
}

/// `POST /me/posts/{id}/delete`: deletes a post with its conversation.
pub async fn delete(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<PostId>) -> Answer {
    let (_, post) = own(&mut app.db.read().await?, &visitor, id).await?;
    app.db.always(async |tx| posts::delete(tx, &post).await).await?;
    Ok(see_other("/me/posts/?deleted=yes"))
}

#[derive(Template)]
#[template(path = "talk/pages/writing/own.html")]
struct OwnPosts {
    p: Page,
    /// The message that says what was deleted.
    deleted: Option<&'static str>,
    drafts: Vec<Post>,
    /// What the reader said under posts that they may no longer read: still theirs to take back.
    out_of_reach: Vec<Entry>,
    l: Listing,
}

/// What the query of one's own posts may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OwnPostsQuery {
    after: String,
    deleted: String,
}

/// `GET /me/posts/`: one's own drafts and posts.
pub async fn own_posts(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<OwnPostsQuery>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let l = post_list::page(&mut conn, &visitor, Of::Author(member.id), &asked.after, Writers::Known, 3).await?;
    let drafts = if l.is_later_page { vec![] } else { posts::drafts(&mut conn, member.id).await? };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("nav-your-posts")).await?.private();
    let deleted = match asked.deleted.as_str() {
        "" => None,
        "comment" => Some("just-deleted"),
        _ => Some("post-deleted"),
    };
    let out_of_reach = if l.is_later_page { vec![] } else { comments::out_of_reach(&mut conn, member.id).await? };
    site::show(&OwnPosts { p, deleted, drafts, out_of_reach, l })
}
