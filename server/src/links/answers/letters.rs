//! E-mails to members about what became of an answer. Only to their own address, and never to a machine.

use super::State;
use crate::{
    ids::{CommentId, ConversationId},
    kit::{app::App, db::Tx},
    links::letters::{Letter, words_of},
    people::{community::Community, members::Member},
    talk::conversations,
};

/// An answer of which nothing came.
pub struct Nothing<'a> {
    /// How it ended.
    pub state: State,
    /// The message that says why.
    pub why: &'static str,
    /// What was written.
    pub text: &'a str,
    /// How many files came with it.
    pub files: usize,
}

async fn write(tx: &mut Tx, to: &Member, subject: &str, letter: &Letter<'_>) -> anyhow::Result<()> {
    let Some(address) = &to.email else { return Ok(()) };
    letter.write(tx, address, subject).await
}

/// Says that nothing came of an answer, why, and gives back what was written.
pub async fn write_nothing(
    tx: &mut Tx,
    app: &App,
    community: &Community,
    member: &Member,
    place: Option<(ConversationId, Option<CommentId>)>,
    nothing: &Nothing<'_>,
) -> anyhow::Result<()> {
    let words = words_of(member, community);
    let base_url = &app.settings.base_url;
    // Only what they may read is named and linked.
    let thread = match place {
        Some((conversation, _)) => conversations::thread(tx, Some(member.id), conversation).await?,
        None => None,
    };
    let link = match (&thread, place) {
        (Some(_), Some((_, Some(comment)))) => format!("{base_url}/comments/{comment}"),
        (Some(thread), _) => format!("{base_url}{}", thread.url()),
        (None, _) => format!("{base_url}/me/answers/"),
    };
    let (subject, text) = match nothing.state {
        State::Expired => ("letter-answer-expired-subject", "letter-answer-expired"),
        State::Empty if nothing.files > 0 => ("letter-answer-refused-subject", "letter-answer-only-files"),
        State::Empty => ("letter-answer-refused-subject", "letter-answer-empty"),
        _ => ("letter-answer-refused-subject", "letter-answer-refused"),
    };
    // What is too long is on the page.
    let is_short = nothing.text.chars().count() <= 10_000;
    let letter = Letter {
        hello: words.with("letter-hello", "name", member.name.as_str()),
        text: words.say(text),
        reason: if nothing.why.is_empty() { String::new() } else { words.say(nothing.why) },
        link,
        after: String::new(),
        yours: words.say("letter-answer-yours"),
        words: if is_short { nothing.text } else { "" },
        community: &community.name,
        base_url,
    };
    write(tx, member, &words.say(subject), &letter).await
}

/// Says that an answer in the member's name came from somebody else, or from another of their addresses.
pub async fn write_held(
    tx: &mut Tx,
    app: &App,
    community: &Community,
    member: &Member,
    from: &str,
) -> anyhow::Result<()> {
    let words = words_of(member, community);
    let base_url = &app.settings.base_url;
    let text = if from.is_empty() {
        words.say("letter-answer-held-unknown")
    } else {
        words.with("letter-answer-held", "from", from)
    };
    let letter = Letter {
        hello: words.with("letter-hello", "name", member.name.as_str()),
        text,
        reason: String::new(),
        link: format!("{base_url}/me/answers/"),
        after: String::new(),
        yours: String::new(),
        words: "",
        community: &community.name,
        base_url,
    };
    write(tx, member, &words.say("letter-answer-held-subject"), &letter).await
}
