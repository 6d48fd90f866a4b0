//! Answering in a conversation: who writes, what they typed, and whether it is taken.

use super::{Form, view::trusted_names};
use crate::{
    ids::CommentId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{forms::Errors, traps},
    },
    links::guests,
    people::{
        community::Guests,
        guest_blocks,
        members::{Email, Name, Website},
    },
    site::{Author, GuestCard, Visitor},
    talk::{
        comments::{self, Guest, Reply, Text, Writer},
        conversations::Thread,
        questions,
    },
};

/// Says in a conversation what stands in a form. If it is not taken, what is wrong with it: the page of the subject shows
/// that, with the form filled in.
pub async fn answer(
    app: &App,
    mut conn: Conn,
    visitor: &Visitor,
    thread: &Thread,
    form: &Form,
) -> Answer<Result<CommentId, Errors>> {
    let author = Author::of(visitor, &form.member);
    let mut errors = Errors::default();
    let text = typed(app, &mut conn, visitor, thread, &form.text, &mut errors).await?;
    let writer = match author {
        Author::Same => writer(visitor, form, &mut errors),
        Author::SignedOut if visitor.community.guests == Guests::Closed => errors.refuse("form", "reply-members-only"),
        Author::SignedOut => errors.refuse("form", "reply-signed-out"),
        Author::Another => errors.refuse("form", "reply-as-another"),
    };
    let picked = errors.take("answer", form.picked.read().map_err(questions::NoAnswer::key));
    let (Some(text), Some((mut writer, card)), Some(picked), true) = (text, writer, picked, errors.is_empty()) else {
        return Ok(Err(errors));
    };
    if let Writer::Guest(guest) = &mut writer {
        let fields = (&*form.made, &*form.subject);
        guest.is_trapped = traps::is_sprung(&app.limits, app.now(), &visitor.community.secret, fields, traps::TYPED);
        guest.is_like_another =
            trusted_names(&mut conn, visitor, thread).await?.like(guest.name.as_str(), None).is_some();
        let blocked = guest_blocks::until(&mut conn, guest.email.as_str(), visitor.ip, app.now()).await?;
        if blocked.is_some() {
            return Ok(Err(Errors::of("form", "reply-guest-blocked")));
        }
    }
    drop(conn);
    let moderates = thread.is_moderated_by(visitor.member.as_deref());
    let said = Reply { conversation: thread.id, parent: form.answered(), writer: &writer, moderates, text: &text };
    // A guest who wants to be told is told at the address they left.
    let told = match &writer {
        Writer::Guest(guest) if !form.told.is_empty() => Some(&guest.email),
        _ => None,
    };
    if told.is_some() && app.limits.told.take(&visitor.ip).is_err() {
        return Ok(Err(Errors::of("told", "error-too-many-told")));
    }
    let written = app.db.change(async |tx| {
        let comment = match comments::reply(tx, &visitor.community, &said).await? {
            Ok(comment) => comment,
            Err(no) => return Ok(Err(("form", no.key()))),
        };
        if let Some(picked) = &picked
            && let Err(no) = questions::answer_with(tx, comment, picked).await?
        {
            return Ok(Err(("answer", no.key())));
        }
        if card.is_some() {
            guest_blocks::note_origin(tx, comment, visitor.ip).await?;
        }
        if let Some(email) = told {
            guests::follow(tx, &visitor.community, email, visitor.words.lang, comment).await?;
        }
        Ok(Ok(comment))
    });
    match written.await? {
        Ok(comment) => {
            if let Some(mut card) = card {
                card.told = told.is_some();
                visitor.remember_guest(app, &card).await?;
            }
            Ok(Ok(comment))
        }
        Err((field, key)) => Ok(Err(Errors::of(field, key))),
    }
}

/// The text of a comment, if it is good and not one too many.
async fn typed(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    thread: &Thread,
    text: &str,
    errors: &mut Errors,
) -> anyhow::Result<Option<Text>> {
    if within_limits(app, visitor).is_err() {
        return Ok(errors.refuse("form", "error-too-many-text"));
    }
    Ok(errors.take("text", Text::typed(conn, &visitor.community, &thread.about.lang, text).await?))
}

/// Where a member finds what they just said: in a short conversation, on its one page.
pub fn where_it_stands(thread: &Thread, visitor: &Visitor, comment: CommentId) -> String {
    if visitor.member.is_some() && thread.count < comments::OF_A_THREAD {
        return format!("{}#comment-{comment}", thread.url());
    }
    format!("/comments/{comment}#comment-{comment}")
}

/// Who writes: the member, or the guest as the form says. A guest gets a card, by which the site knows them again.
fn writer<'a>(visitor: &'a Visitor, form: &Form, errors: &mut Errors) -> Option<(Writer<'a>, Option<GuestCard>)> {
    if let Some(member) = &visitor.member {
        return Some((Writer::Member(member), None));
    }
    let name: Option<Name> = errors.take("name", form.name.parse());
    let email: Option<Email> = errors.take("email", form.email.parse());
    let website: Option<Website> = errors.take("website", form.website.parse());
    let (name, email, website) = (name?, email?, website?);
    let card = match &visitor.guest {
        Some(card) => card.renamed(name.as_str(), email.as_str(), website.as_str()),
        None => GuestCard::new(name.as_str(), email.as_str(), website.as_str()),
    };
    Some((
        Writer::Guest(Guest { name, email, website, key: card.key_hash(), is_like_another: false, is_trapped: false }),
        Some(card),
    ))
}

pub(super) fn within_limits(app: &App, visitor: &Visitor) -> Result<(), Failure> {
    match &visitor.member {
        Some(member) => app.limits.writing.take(&member.id.0),
        None => app.limits.guest_comments.take(&visitor.ip),
    }
}
