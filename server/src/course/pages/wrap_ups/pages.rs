//! HTTP for wrap-ups.

use std::{collections::HashSet, sync::Arc};

use askama::Template;
use axum::extract::State;

use crate::{
    course::{
        courses::Course,
        modules::{self, Module},
        pages::courses::pages::led,
        wrap_ups::{self, Week},
    },
    ids::ConversationId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, forms::Typed, see_other},
    },
    site::{self, Page, Visitor},
    talk::{
        blogs,
        pages::writing::pages::{choices, own_blog},
        posts::{self, FormToken, Post},
    },
};

#[derive(Template)]
#[template(path = "course/pages/wrap_ups/wrap_up.html")]
struct Shown {
    p: Page,
    course: Course,
    module: Module,
    week: Week,
    /// One that was begun, for its writer, or published.
    there: Option<Post>,
    /// Tells this form from every other, so that a double click begins one draft.
    once: FormToken,
}

/// A module that has opened, of a course that the visitor leads.
async fn reached(conn: &mut Conn, visitor: &Visitor, address: &str, id: ConversationId) -> Answer<(Course, Module)> {
    let course = led(conn, visitor, address).await?;
    let module = modules::in_course(conn, course.id, id).await?.filter(|module| module.opened_at.is_some());
    Ok((course, module.ok_or(Failure::NotFound)?))
}

/// `GET /courses/{course}/manage/modules/{id}/wrap-up`: what there is of a week, to be picked for a wrap-up.
pub async fn form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let (course, module) = reached(&mut conn, &visitor, &address, id).await?;
    let week = wrap_ups::week(&mut conn, member.id, &course, &module, app.now()).await?;
    let there = match module.wrap_up {
        Some(post) => match posts::for_author(&mut conn, member, post).await? {
            None => posts::for_reader(&mut conn, Some(member), post).await?,
            own => own,
        },
        None => None,
    };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("wrap-up")).await?.private();
    site::unstored(site::show(&Shown { p, course, module, week, there, once: FormToken::new() }))
}

/// `POST /courses/{course}/manage/modules/{id}/wrap-up`: begins the draft, with what was picked.
pub async fn begin(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Typed(form): Typed<Vec<(String, String)>>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (course, module) = reached(&mut conn, &visitor, &address, id).await?;
    let week = wrap_ups::week(&mut conn, member.id, &course, &module, app.now()).await?;
    let blogs = choices(&mut conn, &member).await?;
    drop(conn);
    app.limits.writing.take(&member.id.0)?;
    let token = form.iter().find(|(name, _)| name == "once").and_then(|(_, token)| token.parse::<FormToken>().ok());
    let picked: HashSet<String> = form.into_iter().filter(|(name, _)| name == "quote").map(|(_, key)| key).collect();
    // On the course's own blog, if its writer may write there.
    let blog = blogs.iter().find(|blog| blog.address == blogs::COURSE).or(blogs.first()).map(|blog| blog.id);
    let begun = app
        .db
        .change(async |tx| {
            let blog = match blog {
                Some(blog) => blog,
                None => own_blog(tx, &member).await?,
            };
            let id = wrap_ups::begin(tx, &member, blog, (&course, &module), &week, &picked).await?;
            match token {
                Some(token) if !posts::claim_form(tx, member.id, token, id).await? => Ok(Err(token)),
                _ => Ok(Ok(id)),
            }
        })
        .await?;
    let post = match begun {
        Ok(id) => id,
        Err(token) => {
            let first = posts::begun_with(&mut app.db.read().await?, member.id, token).await?;
            first.ok_or(Failure::NotFound)?
        }
    };
    Ok(see_other(&format!("/me/posts/{post}/")))
}
