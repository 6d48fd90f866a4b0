//! HTTP for reviews: asking for something to review, writing it, giving it back, and answering one.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::super::pages::{Typing as PageTyping, reached, reached_within, refuse};
use crate::{
    course::{
        assignments::{self, Assignment, Question, Submission},
        courses::{Course, Standing},
        reviews::{self, Answer as Said, Drawn, Helped, Review, Standing as ReviewStanding, rules},
    },
    ids::RowId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path,
            forms::{Errors, Typed},
            see_other,
        },
    },
    site::{self, Page, Visitor},
    talk::{
        conversations::{self, Thread},
        pages::thread::{Form, answering},
    },
};

fn done(assignment: &Assignment, done: &str) -> Response {
    see_other(&format!("{}?done={done}#done", assignment.url()))
}

/// `POST /courses/{course}/assignments/{slug}/reviews`: asks for something to review.
pub async fn draw(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let (course, standing, it) = reached_within(&mut app.db.read().await?, &visitor, &address, &slug).await?;
    if !it.draws(app.now()) || course.closed_at.is_some() || !standing.is_in() {
        return Err(Failure::NotFound);
    }
    match app.db.always(async |tx| reviews::draw(tx, &it, member).await).await? {
        Drawn::Review(id) => Ok(see_other(&format!("{}reviews/{id}/", it.url()))),
        Drawn::Nothing => Ok(done(&it, "nothing")),
    }
}

/// A question as the form asks it, and what was answered.
struct Field {
    question: Question,
    choice: String,
    words: String,
}

#[derive(Template)]
#[template(path = "course/pages/assignments/review.html")]
struct Shown {
    p: Page,
    course: Course,
    it: Assignment,
    review: Review,
    work: Submission,
    fields: Vec<Field>,
    /// Whether it may stand under the post for everybody.
    may_be_public: bool,
    is_public: bool,
    errors: Errors,
    /// What is wrong with which answer.
    wrong: Option<(usize, &'static str)>,
}

impl Shown {
    fn is_open(&self) -> bool {
        self.review.done_at.is_none() && self.course.closed_at.is_none()
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn wrong_at(&self, at: &usize) -> Option<&'static str> {
        self.wrong.filter(|(wrong, _)| wrong == at).map(|(_, key)| key)
    }

    fn url(&self) -> String {
        format!("{}reviews/{}/", self.it.url(), self.review.id)
    }
}

/// One of the reader's own reviews, with the piece.
async fn own(
    conn: &mut Conn,
    visitor: &Visitor,
    (address, slug, id): (&str, &str, RowId),
) -> Answer<(Course, Standing, Assignment, Review, Submission)> {
    let member = visitor.signed_in()?.id;
    let (course, standing, it) = reached(conn, visitor, address, slug).await?;
    let review = reviews::own(conn, it.id, id, member).await?.ok_or(Failure::NotFound)?;
    let work = assignments::submission(conn, it.id, review.submission, member).await?.ok_or(Failure::NotFound)?;
    Ok((course, standing, it, review, work))
}

/// The conversation under the post that is reviewed, if the reviewer may comment there.
async fn thread(conn: &mut Conn, visitor: &Visitor, work: &Submission) -> anyhow::Result<Option<Thread>> {
    match work.post.filter(|_| work.may_read) {
        Some(post) => Ok(conversations::thread(conn, visitor.id(), post).await?.filter(|thread| !thread.is_closed())),
        None => Ok(None),
    }
}

/// What was typed, and what was wrong with it.
#[derive(Default)]
struct Typing {
    answers: Option<Vec<Said>>,
    is_public: bool,
    errors: Errors,
    wrong: Option<(usize, &'static str)>,
}

async fn page(
    conn: &mut Conn,
    visitor: &Visitor,
    (course, it, review, work): (Course, Assignment, Review, Submission),
    typing: Typing,
) -> Answer<Shown> {
    let may_be_public = thread(conn, visitor, &work).await?.is_some();
    let answers = typing.answers.unwrap_or_else(|| review.answers());
    // Answers belong to their question, also where the questions changed meanwhile.
    let answer_to = |question: &Question| answers.iter().find(|answer| answer.question == question.text);
    let mut asked = reviews::questions(&course, &it);
    let is_other = |answer: &&Said| !asked.iter().any(|question| question.text == answer.question);
    let others = answers.iter().filter(is_other).map(|it| Question { text: it.question.clone(), choices: vec![] });
    let others: Vec<Question> = others.collect();
    asked.extend(others);
    let fields = asked
        .into_iter()
        .map(|question| {
            let answer = answer_to(&question);
            let choice = answer.map(|answer| answer.choice.clone()).unwrap_or_default();
            let words = answer.map(|answer| answer.words.clone()).unwrap_or_default();
            Field { question, choice, words }
        })
        .collect();
    let title = visitor.words.with("review-of", "name", it.title.as_str());
    let mut p = Page::new(conn, visitor, title).await?.private();
    p.refused = typing.wrong.is_some() || !typing.errors.is_empty();
    Ok(Shown {
        p,
        fields,
        may_be_public,
        is_public: typing.is_public,
        errors: typing.errors,
        wrong: typing.wrong,
        course,
        it,
        review,
        work,
    })
}

/// `GET /courses/{course}/assignments/{slug}/reviews/{id}/`: a review one writes or wrote, with the piece.
pub async fn form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id)): Path<(String, String, RowId)>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, _, it, review, work) = own(&mut conn, &visitor, (&address, &slug, id)).await?;
    site::unstored(site::show(&page(&mut conn, &visitor, (course, it, review, work), Typing::default()).await?))
}

/// `POST /courses/{course}/assignments/{slug}/reviews/{id}/`: keeps what is half written, or hands it in.
pub async fn write(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id)): Path<(String, String, RowId)>,
    Typed(form): Typed<HashMap<String, String>>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, standing, it, review, work) = own(&mut conn, &visitor, (&address, &slug, id)).await?;
    let questions = reviews::questions(&course, &it);
    let field = |name: &str, at: usize| form.get(&format!("{name}-{at}")).cloned().unwrap_or_default();
    let typed: Vec<Said> = (0..rules::MOST_ANSWERS)
        .map(|at| Said { question: field("question", at), choice: field("choice", at), words: field("words", at) })
        .collect();
    let answers = rules::read(&questions, &typed);
    let is_public = form.get("where").is_some_and(|it| it == "public");
    if review.done_at.is_some() {
        return Ok(done(&it, "reviewed"));
    }
    if course.closed_at.is_some() || !standing.is_in() && !standing.leads() {
        return Err(Failure::NotFound);
    }
    let mut typing = Typing { answers: Some(answers.clone()), is_public, ..Typing::default() };
    if form.get("do").is_some_and(|it| it == "keep") {
        if rules::is_too_long(&answers).is_none() {
            drop(conn);
            app.db.always(async |tx| reviews::keep(tx, id, review.reviewer, &answers).await).await?;
            return Ok(done(&it, "kept"));
        }
        typing.wrong = rules::is_too_long(&answers);
        drop(conn);
    } else if let Err(wrong) = rules::check(&answers, &questions) {
        typing.wrong = Some(wrong);
        drop(conn);
    } else {
        let thread = if is_public { thread(&mut conn, &visitor, &work).await? } else { None };
        let comment = match thread {
            Some(thread) => {
                let form =
                    Form { member: review.reviewer.to_string(), text: rules::as_comment(&answers), ..Form::default() };
                match answering::answer(&app, conn, &visitor, &thread, &form).await? {
                    Ok(comment) => Ok(Some(comment)),
                    Err(errors) => Err(errors),
                }
            }
            None => {
                drop(conn);
                // Nothing is said to fewer people than was meant without a word.
                if is_public { Err(Errors::of("form", "review-no-comments")) } else { Ok(None) }
            }
        };
        match comment {
            Ok(comment) => {
                app.db.always(async |tx| reviews::hand_in(tx, &review, &answers, comment).await).await?;
                return Ok(done(&it, "reviewed"));
            }
            Err(errors) => typing.errors = errors,
        }
    }
    let mut conn = app.db.read().await?;
    site::refused(&page(&mut conn, &visitor, (course, it, review, work), typing).await?)
}

/// `POST /courses/{course}/assignments/{slug}/reviews/{id}/back`: gives a piece back to whoever asks next.
pub async fn give_back(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id)): Path<(String, String, RowId)>,
) -> Answer {
    let (_, _, it, review, _) = own(&mut app.db.read().await?, &visitor, (&address, &slug, id)).await?;
    app.db.always(async |tx| reviews::give_back(tx, id, review.reviewer).await).await?;
    Ok(done(&it, "given-back"))
}

/// What the author of a piece says to a review.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    helped: String,
    answer: String,
}

/// `POST /courses/{course}/assignments/{slug}/reviews/{id}/answer`: says how much a review helped.
pub async fn answer(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id)): Path<(String, String, RowId)>,
    Typed(form): Typed<AnswerForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let reached = reached(&mut conn, &visitor, &address, &slug).await?;
    let review = reviews::for_answer(&mut conn, reached.2.id, id, member).await?.ok_or(Failure::NotFound)?;
    drop(conn);
    let mut errors = Errors::default();
    let helped = errors.take("helped", form.helped.parse::<Helped>());
    let words = markup::characters::stored(&form.answer).trim().to_owned();
    if words.chars().count() > rules::LONGEST_REPLY {
        errors.add("answer", "field-too-long");
    }
    let Some(helped) = helped.filter(|_| errors.is_empty()) else {
        return refuse(&app, &visitor, reached, PageTyping::answer(id, form.answer, errors)).await;
    };
    app.db.always(async |tx| reviews::answer(tx, &review, helped, &words).await).await?;
    let it = reached.2;
    Ok(see_other(&format!("{}?done=answered#review-{id}", it.url())))
}
