//! HTTP for the editor.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::{
    kit::{
        app::{self, App},
        error::{Answer, Failure},
        web::{Query, forms::Typed},
    },
    people::{
        blocks,
        members::{self, Member},
    },
    site::Visitor,
    talk::pages::writing::LONGEST_CHARS,
};

/// How many people are proposed.
const PROPOSED: usize = 8;
/// Among how many with such a name they are chosen.
const LOOKED_AT: i64 = 60;
/// No name that is looked for is longer, in characters.
const LONGEST_NAME_CHARS: usize = 40;

/// A text that is to be changed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TextForm {
    text: String,
    /// `comment` for a text with the few elements that comments have.
    kind: String,
}

/// A block of it, as `markup` tells it.
#[derive(Serialize)]
struct Block {
    first: usize,
    last: usize,
    html: String,
    is_html: bool,
    level: Option<u8>,
    note: Option<String>,
}

/// `POST /me/writing/blocks`: a Markdown text as the blocks it consists of, with the lines each was written in, so that what
/// nobody changes is kept as it was written.
pub async fn text_blocks(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<TextForm>) -> Answer {
    let member = visitor.signed_in()?;
    app.limits.lookups.take(&member.id.0)?;
    if form.text.chars().count() > LONGEST_CHARS {
        return Err(Failure::Bad("error-too-large"));
    }
    let blocks = app::render(form.text.len(), move || match form.kind.as_str() {
        "comment" => markup::comment_blocks(&form.text),
        _ => markup::post_blocks(&form.text),
    });
    let told =
        |markup::Block { first, last, html, is_html, level, note }| Block { first, last, html, is_html, level, note };
    Ok(json(blocks.await?.into_iter().map(told).collect::<Vec<_>>()))
}

/// What somebody's name begins with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NamesQuery {
    q: String,
}

/// Somebody who can be named.
#[derive(Serialize)]
struct Person {
    handle: String,
    name: String,
    picture: String,
}

impl From<Member> for Person {
    fn from(member: Member) -> Self {
        Self { picture: member.avatar_url(), handle: member.handle, name: member.name }
    }
}

/// `GET /me/writing/names?q=`: members whose name or handle contains this, those first who are called so from the beginning. Who
/// may be found is who stands in the directory; whom one has blocked is not proposed.
pub async fn names(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<NamesQuery>) -> Answer {
    let member = visitor.signed_in()?;
    app.limits.lookups.take(&member.id.0)?;
    let q: String = members::one_line(&asked.q).chars().take(LONGEST_NAME_CHARS).collect();
    if q.is_empty() {
        return Ok(json(Vec::<Person>::new()));
    }
    let mut conn = app.db.read().await?;
    let blocked = blocks::of(&mut conn, member.id).await?;
    let mut found = members::directory(&mut conn, &q, None, LOOKED_AT).await?;
    drop(conn);
    found.retain(|found| !blocked.contains(&found.id));
    let begin = members::search_key(&q);
    found.sort_by_key(|member| {
        let is_called_so = |name: &str| name.split(' ').any(|part| part.starts_with(&begin));
        !(member.handle.starts_with(&begin) || is_called_so(&members::search_key(&member.name)))
    });
    found.truncate(PROPOSED);
    Ok(json(found.into_iter().map(Person::from).collect::<Vec<_>>()))
}

/// What the editor says, by the names it has for it.
const WORDS: [&str; 54] = [
    "editor-toolbar",
    "editor-text",
    "editor-do-heading",
    "editor-do-subheading",
    "editor-do-strong",
    "editor-do-em",
    "editor-do-link",
    "editor-do-bullet-list",
    "editor-do-ordered-list",
    "editor-do-blockquote",
    "editor-do-code",
    "editor-do-table",
    "editor-do-footnote",
    "editor-do-horizontal-rule",
    "editor-key-ctrl",
    "editor-key-shift",
    "editor-markdown",
    "editor-formatted",
    "editor-hint",
    "editor-island",
    "editor-link-address",
    "editor-link-apply",
    "editor-link-remove",
    "editor-link-wrong",
    "editor-cancel",
    "editor-table-add-row",
    "editor-table-add-column",
    "editor-table-delete-row",
    "editor-table-delete-column",
    "editor-table-delete-table",
    "editor-choices",
    "editor-choices-found",
    "editor-emoji",
    "editor-do-image",
    "editor-do-camera",
    "editor-do-file",
    "editor-image",
    "editor-image-alt",
    "editor-image-hint",
    "editor-image-remove",
    "editor-image-elsewhere",
    "editor-undescribed-one",
    "editor-undescribed-other",
    "editor-upload-waiting",
    "editor-upload-first",
    "editor-upload-shrinking",
    "editor-upload-under-way",
    "editor-upload-done",
    "editor-upload-failed",
    "editor-upload-no-room",
    "editor-upload-signed-out",
    "editor-upload-too-large",
    "editor-upload-again",
    "editor-upload-put-away",
];

/// `GET /me/writing/words`: what the editor says in the reader's language.
pub async fn words(visitor: Visitor) -> Answer {
    visitor.signed_in()?;
    let words = WORDS
        .iter()
        .map(|key| (key.trim_start_matches("editor-"), visitor.words.places(key, &["n", "key", "name", "time"])));
    Ok(json(words.collect::<HashMap<_, _>>()))
}

fn json(told: impl Serialize) -> Response {
    Json(told).into_response()
}
