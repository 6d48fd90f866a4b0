//! HTTP for questions: the question by itself for a page that is left open, answering without a comment, taking that back,
//! and filing what others said.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    audiences::Audience,
    events::Topic,
    ids::{CommentId, ConversationId, PostId, RowId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path,
            forms::{Errors, Field, Typed, field},
            page_cache::CacheFor,
            see_other,
        },
    },
    site::{self, Author, Page, Visitor},
    talk::{
        comments::Entry,
        conversations::Thread,
        pages::thread::{
            Choices, PickedForm, QuestionView,
            pages::{entry_for, thread_for},
        },
        questions::{self, NoAnswer, Results},
    },
};

#[derive(Template)]
#[template(path = "talk/pages/question/alone.html")]
struct Alone {
    p: Page,
    thread: Thread,
    q: QuestionView,
}

#[derive(Template)]
#[template(path = "talk/pages/question/answer.html")]
struct AnswerPage {
    p: Page,
    thread: Thread,
    q: QuestionView,
    c: Choices,
    errors: Errors,
}

impl AnswerPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("answer", "own-answers", "question-your-answer")])
    }
}

#[derive(Template)]
#[template(path = "talk/pages/question/file.html")]
struct FilePage {
    p: Page,
    thread: Thread,
    entry: Entry,
    q: QuestionView,
    c: Choices,
}

/// What is sent with an answer.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    /// The member who was signed in when the form was made.
    #[serde(rename = "as")]
    member: String,
    #[serde(flatten)]
    picked: PickedForm,
}

/// A question and its conversation, if this visitor may read that.
async fn question_for(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    id: ConversationId,
) -> Answer<(Thread, QuestionView)> {
    let thread = thread_for(conn, visitor, id).await.map_err(|_| Failure::NotFound)?;
    let nothing = PickedForm::default();
    let view = QuestionView::read(conn, &thread, visitor, app.now(), (&nothing, None)).await?;
    Ok((thread, view.ok_or(Failure::NotFound)?))
}

/// `GET /conversations/{id}/question`: the question as it stands now, for a page that is left open.
pub async fn alone(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    let mut conn = app.db.read().await?;
    thread_for(&mut conn, &visitor, id).await.map_err(|_| Failure::NotFound)?;
    let seen = site::snapshot(&app, &visitor, &[Topic::Post(PostId(id.0)), Topic::Conversation(id)]);
    // Read under these versions: the first look only said whether this visitor may see it.
    let (thread, q) = question_for(&app, &mut conn, &visitor, id).await?;
    let audience = Audience::of_circle(thread.about.audience);
    let is_for_all =
        matches!(audience, Audience::Public | Audience::Community) && q.question.results != Results::Answered;
    let cache = CacheFor { seen, until: q.ends_at(), except: vec![] };
    let response = site::show(&Alone { p: Page::bare(&visitor, String::new()), thread, q })?;
    // What only some members may read, or see of it, is kept for each of them.
    Ok(if is_for_all {
        site::cache_for_readers(response, &visitor, cache)
    } else {
        site::cache_for(response, &visitor, cache)
    })
}

/// `GET /conversations/{id}/answer`: the form by which a member answers without a comment.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let (thread, q) = question_for(&app, &mut conn, &visitor, id).await?;
    let c = q.form.clone();
    let p = Page::new(&mut conn, &visitor, visitor.words.say("question-answer")).await?.private();
    site::show(&AnswerPage { p, thread, q, c, errors: Errors::default() })
}

/// `POST /conversations/{id}/answer`: answers without a comment, or changes what one answered.
pub async fn answer(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Typed(form): Typed<AnswerForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (thread, q) = question_for(&app, &mut conn, &visitor, id).await?;
    drop(conn);
    let answered = match form.picked.read() {
        _ if Author::of(&visitor, &form.member) == Author::Another => Err("answer-as-another"),
        _ if app.limits.writing.take(&member.0).is_err() => Err("error-too-many-text"),
        Ok(Some(picked)) => {
            let answered = app.db.change(async |tx| questions::answer(tx, thread.id, member, &picked).await);
            answered.await?.map_err(NoAnswer::key)
        }
        Ok(None) => Err(NoAnswer::Nothing.key()),
        Err(no) => Err(no.key()),
    };
    let Err(key) = answered else { return Ok(see_other(&format!("{}#question", thread.url()))) };
    let mut conn = app.db.read().await?;
    let c = Choices::typed(&q.question, "own", &form.picked, Some(key));
    let errors = Errors::of("answer", key);
    let title = visitor.words.say("question-answer");
    let p = Page::new(&mut conn, &visitor, title).await?.private().refused(&errors);
    site::refused(&AnswerPage { p, thread, q, c, errors })
}

/// `POST /conversations/{id}/answer/withdraw`: a member takes back what they answered; a second time it is gone already.
pub async fn withdraw(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (thread, _) = question_for(&app, &mut conn, &visitor, id).await?;
    drop(conn);
    match app.db.change(async |tx| questions::withdraw(tx, thread.id, member).await).await? {
        Ok(()) => Ok(see_other(&format!("{}#question", thread.url()))),
        Err(no) => Err(Failure::Bad(no.key())),
    }
}

/// `POST /comments/{id}/file`: files a comment under answers, or under none, for somebody who did not answer themselves.
pub async fn file(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(form): Typed<AnswerForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (entry, thread) = entry_for(&mut conn, &visitor, id).await?;
    if !thread.is_moderated_by(visitor.member.as_deref()) {
        return Err(Failure::NotFound);
    }
    let (thread, q) = question_for(&app, &mut conn, &visitor, thread.id).await?;
    drop(conn);
    let filed = match form.picked.read() {
        Ok(Some(picked)) => app.db.change(async |tx| questions::file(tx, by, id, &picked).await).await?,
        Ok(None) => {
            app.db.always(async |tx| questions::unfile(tx, id).await).await?;
            Ok(())
        }
        Err(no) => Err(no),
    };
    let Err(no) = filed else { return Ok(see_other(&format!("{}#{}", entry.url(), entry.anchor()))) };
    let mut conn = app.db.read().await?;
    let c = Choices::typed(&q.question, "file", &form.picked, Some(no.key()));
    let title = visitor.words.say("question-file-under");
    let p = Page::new(&mut conn, &visitor, title).await?.private().refused(&Errors::of("answer", no.key()));
    site::refused(&FilePage { p, thread, entry, q, c })
}

/// Words of people's own, and the answer they are to be filed under.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WordsForm {
    /// The words as they are compared.
    words: String,
    /// The number of the answer; empty for none.
    under: String,
}

/// `POST /conversations/{id}/words`: files words of people's own under an answer.
pub async fn file_words(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Typed(form): Typed<WordsForm>,
) -> Answer {
    visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let (thread, q) = question_for(&app, &mut conn, &visitor, id).await?;
    // What is hidden is hidden from whoever decides, too.
    if !q.moderates || q.breakdown.is_none() {
        return Err(Failure::NotFound);
    }
    drop(conn);
    let under: Option<RowId> = form.under.parse().ok();
    match app.db.change(async |tx| questions::file_words(tx, thread.id, &form.words, under).await).await? {
        Ok(()) => Ok(see_other(&format!("{}#question", thread.url()))),
        Err(no) => Err(Failure::Bad(no.key())),
    }
}
