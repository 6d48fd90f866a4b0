//! HTTP for assignments, and for handing something in.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Multipart, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use crate::{
    course::{
        assignments::{self, Assignment, Handed, Listed, State as How, Submission, rules},
        courses::{Course, Standing},
        pages::courses::pages::found,
        reviews::{self, Giving, Helped, Review, Standing as ReviewStanding},
    },
    ids::{PostId, RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        files::names::file_name,
        i18n::Locale,
        web::{
            Path, Query,
            forms::{Errors, Typed},
            see_other,
            uploads::{is_too_large, read},
        },
    },
    links::{
        notices,
        watches::{Following, Subject},
    },
    people::members::one_line,
    site::{self, Page, Visitor},
    talk::{
        conversations::{self, Thread},
        pages::thread::{Conversation, ConversationQuery, Form, Look, Showing, answering},
        posts::{self, Of, Post},
    },
};

/// So many of one's own latest posts are offered to be handed in.
const POSTS: i64 = 30;
/// The ending of a file that was handed in: none by which a file is given to everybody who knows its name.
const ENDING: &str = "work";

/// How many reviews somebody has given, or need not give, of how many.
pub fn progress(t: &Locale, given: i64, asked: i64) -> String {
    t.with2("review-progress", ("given", t.number(given)), ("asked", t.number(asked)))
}

#[derive(Template)]
#[template(path = "course/pages/assignments/list.html")]
struct List {
    p: Page,
    course: Course,
    standing: Standing,
    all: Vec<Listed>,
    now: Timestamp,
}

impl List {
    fn url(&self, it: &Listed) -> String {
        format!("{}assignments/{}/", self.course.url(), it.slug)
    }

    fn how(&self, it: &Listed) -> &'static str {
        it.key(self.now)
    }

    /// The choice in which it stands, if it does.
    fn one_of(&self, it: &Listed) -> Option<String> {
        (!it.choice.is_empty()).then(|| self.p.t.with("assignment-one-of", "name", it.choice.as_str()))
    }

    /// How many reviews of how many the reader has given.
    fn progress(&self, it: &Listed) -> String {
        progress(&self.p.t, it.given, it.reviews)
    }
}

/// `GET /courses/{course}/assignments/`: all that is to be handed in, and how far the reader is with it.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, standing) = found(&mut conn, &visitor, &address).await?;
    let all = assignments::of_member_counted(&mut conn, course.id, standing, visitor.id()).await?;
    if all.is_empty() && !standing.is_in() && !standing.leads() {
        return Err(Failure::NotFound);
    }
    let title = visitor.words.say("assignments");
    let p = Page::new(&mut conn, &visitor, title).await?.private();
    site::unstored(site::show(&List { p, course, standing, all, now: app.now() }))
}

#[derive(Template)]
#[template(path = "course/pages/assignments/assignment.html")]
struct Shown {
    p: Page,
    course: Course,
    standing: Standing,
    it: Assignment,
    /// When it is due for the reader, and whether that is later than for others.
    due_at: Option<Timestamp>,
    is_extended: bool,
    now: Timestamp,
    own: Option<Submission>,
    received: Vec<Review>,
    given: Vec<Review>,
    giving: Giving,
    /// Posts of theirs that they may hand in.
    posts: Vec<Post>,
    help: String,
    /// What was said to a review, and was not taken.
    answer: Option<(RowId, String)>,
    megabytes: i64,
    errors: Errors,
    done: Option<&'static str>,
    /// What was said, for those who may read it: who runs the community may lead a course without being in it.
    talk: Option<(Thread, Conversation)>,
    f: Following,
}

impl Shown {
    fn is_open(&self) -> bool {
        self.it.opened_at.is_some() && self.course.closed_at.is_none()
    }

    fn hands_in(&self) -> bool {
        self.standing.is_in() && self.is_open()
    }

    fn how(&self) -> How {
        let own = self.own.as_ref();
        How::of(own.map_or(self.due_at, |own| own.due_at), own.map(|own| own.first_at), self.now)
    }

    /// Whether the reader may ask for something to review now.
    fn draws(&self) -> bool {
        self.hands_in() && self.it.draws(self.now)
    }

    fn under_way(&self) -> Option<&Review> {
        self.given.iter().find(|review| review.standing() == ReviewStanding::UnderWay)
    }

    /// How many reviews the reader has given, or need not give, of how many.
    fn progress(&self) -> String {
        progress(&self.p.t, self.giving.given + self.giving.granted, self.it.reviews)
    }

    fn has_enough(&self) -> bool {
        self.giving.given + self.giving.granted >= self.it.reviews
    }

    /// How much a review may have helped, by word and message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn helped(&self) -> [(&'static str, &'static str); 3] {
        Helped::ALL.map(|helped| (helped.word(), helped.key()))
    }

    /// What stands in the form that answers a review.
    fn answer_to(&self, review: &Review) -> Option<&str> {
        self.answer.as_ref().filter(|(id, _)| *id == review.id).map(|(_, words)| words.as_str())
    }

    fn review_url(&self, review: &Review) -> String {
        format!("{}reviews/{}/", self.it.url(), review.id)
    }
}

/// What the query of an assignment's page may say.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct Asked {
    #[serde(flatten)]
    conversation: ConversationQuery,
    done: String,
}

impl Asked {
    fn key(&self) -> Option<&'static str> {
        Some(match self.done.as_str() {
            "handed-in" => "assignment-done-in",
            "withdrawn" => "assignment-done-withdrawn",
            "nothing" => "review-nothing",
            "reviewed" => "review-done",
            "kept" => "review-done-kept",
            "given-back" => "review-done-back",
            "answered" => "review-done-answered",
            _ => return None,
        })
    }
}

/// An assignment that this visitor may read, its course, and what they are to it.
pub async fn reached(
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    slug: &str,
) -> Answer<(Course, Standing, Assignment)> {
    let (course, standing) = found(conn, visitor, address).await?;
    let assignment = match assignments::for_reader(conn, visitor.id(), course.id, slug).await? {
        // Who runs the community may lead a course without being in it.
        None if standing.leads() => assignments::all(conn, course.id).await?.into_iter().find(|one| one.slug == slug),
        found => found,
    };
    Ok((course, standing, assignment.ok_or(Failure::NotFound)?))
}

/// The same for those who are in the course.
pub async fn reached_within(
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    slug: &str,
) -> Answer<(Course, Standing, Assignment)> {
    visitor.signed_in()?;
    let found = reached(conn, visitor, address, slug).await?;
    if found.1.is_in() { Ok(found) } else { Err(Failure::NotFound) }
}

/// What was typed on the page of an assignment, and what is wrong with it.
#[derive(Default)]
pub struct Typing {
    form: Form,
    help: String,
    /// What was said to a review, by its number.
    answer: Option<(RowId, String)>,
    errors: Errors,
}

impl Typing {
    /// An answer to a review that was refused.
    pub fn answer(review: RowId, words: String, errors: Errors) -> Self {
        Self { answer: Some((review, words)), errors, ..Self::default() }
    }
}

async fn whole(
    conn: &mut Conn,
    app: &App,
    visitor: &Visitor,
    (course, standing, it): (Course, Standing, Assignment),
    asked: &Asked,
    typing: Typing,
) -> Answer<Shown> {
    let (form, errors) = (typing.form, typing.errors);
    let talk = match conversations::thread(conn, visitor.id(), it.id).await? {
        Some(thread) => {
            let showing = Showing { thread: &thread, visitor, now: app.now() };
            let v = showing.read(conn, &asked.conversation, form, errors.clone()).await?;
            Some((thread, v))
        }
        None => None,
    };
    let mut page = Shown {
        p: Page::new(conn, visitor, it.title.clone()).await?.private(),
        due_at: it.due_at,
        is_extended: false,
        now: app.now(),
        own: None,
        received: vec![],
        given: vec![],
        giving: Giving::default(),
        posts: vec![],
        help: typing.help,
        answer: typing.answer,
        megabytes: i64::try_from(app.settings.upload_bytes / (1024 * 1024))?,
        errors,
        done: asked.key(),
        f: Following::of(conn, visitor.id(), Subject::Conversation(it.id)).await?,
        course,
        standing,
        it,
        talk,
    };
    let Some(member) = visitor.member.as_deref().filter(|_| standing.is_in()) else { return Ok(page) };
    if let Some((_, due_at)) = assignments::extension(conn, &page.it, member.id).await? {
        (page.due_at, page.is_extended) = (Some(due_at), true);
    }
    page.own = assignments::of(conn, page.it.id, member.id).await?;
    if let Some(own) = &page.own {
        page.received = reviews::of(conn, own.id, member.id).await?;
    }
    page.given = reviews::by(conn, page.it.id, member.id).await?;
    page.giving = reviews::giving(conn, page.it.id, member.id).await?;
    if page.it.kind().takes_posts() {
        page.posts = posts::list(conn, Some(member), Of::Author(member.id), None, POSTS).await?;
    }
    Ok(page)
}

fn reply_to(asked: &ConversationQuery) -> String {
    asked.reply().map(|id| id.to_string()).unwrap_or_default()
}

/// `GET /courses/{course}/assignments/{slug}/`: an assignment, with what the reader handed in and what was said to it.
pub async fn assignment(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let reached = reached(&mut conn, &visitor, &address, &slug).await?;
    let id = reached.2.id;
    let typing =
        Typing { form: Form { parent: reply_to(&asked.conversation), ..Form::default() }, ..Typing::default() };
    let page = whole(&mut conn, &app, &visitor, reached, &asked, typing).await?;
    let response = site::unstored(site::show(&page));
    drop(conn);
    if let Some(member) = visitor.id()
        && page.p.notices > 0
    {
        app.db.always(async |tx| notices::seen_all_in(tx, member, id).await).await?;
    }
    response
}

/// `POST /courses/{course}/assignments/{slug}/comments`: a question about an assignment, or an answer to one.
pub async fn reply(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    Typed(form): Typed<Form>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let reached = reached(&mut conn, &visitor, &address, &slug).await?;
    let url = reached.2.url();
    let thread = conversations::thread(&mut conn, visitor.id(), reached.2.id).await?.ok_or(Failure::NotFound)?;
    match answering::answer(&app, conn, &visitor, &thread, &form).await? {
        Ok(comment) => Ok(see_other(&answering::where_it_stands(&thread, &visitor, comment))),
        Err(errors) => {
            let mut conn = app.db.read().await?;
            let asked =
                Asked { conversation: ConversationQuery::default().replying_to(form.answered()), ..Asked::default() };
            let typing = Typing { form, errors, ..Typing::default() };
            let mut page = whole(&mut conn, &app, &visitor, reached, &asked, typing).await?;
            page.p.address = url;
            page.p.refused = true;
            site::refused(&page)
        }
    }
}

/// What is typed to hand in a post.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct HandInForm {
    post: String,
    help: String,
}

fn done(assignment: &Assignment, done: &str) -> Response {
    see_other(&format!("{}?done={done}#done", assignment.url()))
}

/// What helped, in one line.
fn help(typed: &str) -> Result<String, &'static str> {
    let help = one_line(typed);
    if help.chars().count() > rules::LONGEST_HELP { Err("field-too-long") } else { Ok(help) }
}

/// `POST /courses/{course}/assignments/{slug}/hand-in`: hands in a post.
pub async fn hand_in(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    Typed(form): Typed<HandInForm>,
) -> Answer {
    let reached = reached_within(&mut app.db.read().await?, &visitor, &address, &slug).await?;
    let mut errors = Errors::default();
    let post = errors.take("post", form.post.parse::<PostId>().map_err(|_| "field-choose"));
    let help = errors.take("help", help(&form.help));
    if let (Some(post), Some(help)) = (post, help) {
        match put(&app, &visitor, &reached, Handed::Post(post), &help).await? {
            Ok(()) => return Ok(done(&reached.2, "handed-in")),
            Err(key) => errors.add("post", key),
        }
    }
    refuse(&app, &visitor, reached, Typing { help: form.help, errors, ..Typing::default() }).await
}

/// Hands something in, and tells those who waited for something to review.
async fn put(
    app: &App,
    visitor: &Visitor,
    (course, _, assignment): &(Course, Standing, Assignment),
    handed: Handed,
    help: &str,
) -> Answer<Result<(), &'static str>> {
    let member = visitor.signed_in()?.id;
    let taken = app
        .db
        .change(async |tx| {
            let taken = assignments::hand_in(tx, course, assignment, member, &handed, help).await?;
            if taken.is_ok() {
                reviews::arrived(tx, assignment, member).await?;
            }
            Ok(taken)
        })
        .await?;
    Ok(taken.map_err(assignments::NotTaken::key))
}

/// The page of an assignment with what was typed there, and what is wrong with it.
pub async fn refuse(app: &App, visitor: &Visitor, reached: (Course, Standing, Assignment), typing: Typing) -> Answer {
    let url = reached.2.url();
    let mut conn = app.db.read().await?;
    let mut page = whole(&mut conn, app, visitor, reached, &Asked::default(), typing).await?;
    page.p.address = url;
    page.p.refused = true;
    site::refused(&page)
}

/// A file as it was sent.
#[derive(Default)]
struct Sent {
    name: String,
    bytes: Option<Vec<u8>>,
    help: String,
}

async fn take(app: &App, mut upload: Multipart) -> Answer<Result<Sent, &'static str>> {
    let mut sent = Sent::default();
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(Ok(sent)),
            Err(error) if is_too_large(&error) => return Ok(Err("file-too-large")),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        match part.name().unwrap_or_default().to_owned().as_str() {
            "file" => {
                sent.name = file_name(part.file_name().unwrap_or_default());
                match read(part, app.settings.upload_bytes).await? {
                    Some(bytes) => sent.bytes = Some(bytes).filter(|bytes| !bytes.is_empty()),
                    None => return Ok(Err("file-too-large")),
                }
            }
            "help" => {
                let typed = read(part, 8 * rules::LONGEST_HELP).await?.unwrap_or_default();
                sent.help = String::from_utf8_lossy(&typed).into_owned();
            }
            _ => {}
        }
    }
}

/// `POST /courses/{course}/assignments/{slug}/file`: hands in a file.
pub async fn hand_in_file(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    upload: Multipart,
) -> Answer {
    let reached = reached_within(&mut app.db.read().await?, &visitor, &address, &slug).await?;
    let member = visitor.signed_in()?.id;
    let mut errors = Errors::default();
    let mut typed = String::new();
    if app.limits.uploads.take(&member.0).is_err() {
        let errors = Errors::of("file", "error-too-many-text");
        return refuse(&app, &visitor, reached, Typing { errors, ..Typing::default() }).await;
    }
    match take(&app, upload).await? {
        Err(key) => errors.add("file", key),
        Ok(sent) => {
            typed = sent.help;
            let help = errors.take("help", help(&typed));
            let bytes = errors.take("file", sent.bytes.ok_or("field-required"));
            if let (Some(help), Some(bytes)) = (help, bytes) {
                let before = assignments::of(&mut app.db.read().await?, reached.2.id, member).await?;
                let size = i64::try_from(bytes.len())?;
                let kept = app.files.keep(bytes.into(), ENDING).await?;
                let handed = Handed::File { kept: kept.clone(), bytes: size, name: sent.name };
                match put(&app, &visitor, &reached, handed, &help).await? {
                    Ok(()) => {
                        forget_unused(&app, before.and_then(|before| before.file)).await?;
                        return Ok(done(&reached.2, "handed-in"));
                    }
                    Err(key) => {
                        forget_unused(&app, Some(kept)).await?;
                        errors.add("file", key);
                    }
                }
            }
        }
    }
    refuse(&app, &visitor, reached, Typing { help: typed, errors, ..Typing::default() }).await
}

/// Lets go of a file that nothing refers to any more.
async fn forget_unused(app: &App, file: Option<String>) -> anyhow::Result<()> {
    if let Some(file) = file
        && !assignments::file_is_used(&mut app.db.read().await?, &file).await?
    {
        app.files.forget(&file).await?;
    }
    Ok(())
}

/// `POST /courses/{course}/assignments/{slug}/withdraw`: takes back what was handed in.
pub async fn withdraw(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let (_, _, assignment) = reached_within(&mut app.db.read().await?, &visitor, &address, &slug).await?;
    app.db.always(async |tx| assignments::withdraw(tx, &assignment, member).await).await?;
    Ok(done(&assignment, "withdrawn"))
}

/// `GET /courses/{course}/assignments/{slug}/files/{id}`: a file that was handed in, for its author, whoever reviews it,
/// and those who look after the course. It is taken home, never shown: nobody knows what is in it.
pub async fn file(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id)): Path<(String, String, RowId)>,
) -> Answer {
    /// What may stand in a name after `filename*=` (RFC 8187, 3.2.1).
    const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_');
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (_, standing, assignment) = reached(&mut conn, &visitor, &address, &slug).await?;
    let work = assignments::submission(&mut conn, assignment.id, id, member).await?.ok_or(Failure::NotFound)?;
    let is_reviewer = standing.is_in() && reviews::of_pair(&mut conn, work.id, member).await?.is_some();
    if work.author != member && !standing.guides() && !is_reviewer {
        return Err(Failure::NotFound);
    }
    drop(conn);
    let bytes = app.files.get(work.file.as_deref().ok_or(Failure::NotFound)?).await?.ok_or(Failure::NotFound)?;
    let disposition = format!("attachment; filename*=UTF-8''{}", utf8_percent_encode(&work.file_name, NAME));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition)?),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, bytes).into_response())
}
