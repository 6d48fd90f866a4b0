//! The words of e-mails about news, as text and as a page.

use askama::Template;

use super::{
    Recipient,
    rules::{LARGEST_DIGEST, Single},
};
use crate::{
    kit::i18n::Locale,
    links::notices::{Group, Notice},
};

/// So much of what was said stands there, in characters.
const LINE: usize = 400;
/// What several people said is shown by so many.
const LINES: usize = 3;

/// A finished e-mail.
#[derive(Debug)]
pub struct Message {
    /// `now` or `digest`.
    pub kind: &'static str,
    /// Whose thread it belongs to; 0 for none.
    pub conversation: i64,
    /// What ends it without a sign-in.
    pub token: String,
    /// What it is about.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as a page.
    pub html: String,
}

/// What is said of one conversation.
struct Part {
    sentence: String,
    title: String,
    lang: String,
    url: String,
    why: String,
    lines: Vec<Line>,
    more: String,
}

struct Line {
    name: String,
    text: String,
}

struct Frame<'a> {
    t: &'a Locale,
    hello: String,
    lead: String,
    parts: Vec<Part>,
    rest: String,
    bell: String,
    choose: String,
    mute: Option<String>,
    end: String,
    community: &'a str,
    base_url: &'a str,
}

#[derive(Template)]
#[template(path = "links/emails/email.txt", whitespace = "preserve")]
struct Text<'a> {
    f: &'a Frame<'a>,
}

#[derive(Template)]
#[template(path = "links/emails/email.html")]
struct Html<'a> {
    f: &'a Frame<'a>,
}

fn sentence(words: &Locale, group: &Group) -> String {
    let actors = group.actors();
    let others = i64::try_from(actors.len()).unwrap_or(i64::MAX) - 1;
    words.count_with(group.kind().key(), others, "name", actors[0].name.as_str())
}

fn part(to: &Recipient<'_>, group: &Group) -> Part {
    let said: Vec<&Notice> = group.notices.iter().rev().filter(|notice| !notice.html.is_empty()).collect();
    let lines = said.iter().take(LINES).map(|notice| Line {
        name: if group.notices.len() > 1 { notice.name.clone() } else { String::new() },
        text: markup::excerpt(&notice.html, LINE),
    });
    let more = said.len().saturating_sub(LINES);
    Part {
        sentence: sentence(&to.words, group),
        title: group.latest().title.clone(),
        lang: group.latest().lang.clone(),
        url: format!("{}{}", to.base_url, group.first().url()),
        why: to.words.say(group.kind().why_key()),
        lines: lines.collect(),
        more: if more > 0 {
            to.words.count("notice-more", i64::try_from(more).unwrap_or_default())
        } else {
            String::new()
        },
    }
}

fn frame<'a>(to: &'a Recipient<'_>, lead: String, groups: &[Group], mute: Option<i64>) -> Frame<'a> {
    let end = format!("{}/mail/{}/", to.base_url, to.mailing.token);
    let rest = groups.len().saturating_sub(LARGEST_DIGEST);
    Frame {
        t: &to.words,
        hello: to.words.with("letter-hello", "name", to.member.name.as_str()),
        lead,
        parts: groups.iter().take(LARGEST_DIGEST).map(|group| part(to, group)).collect(),
        rest: if rest > 0 {
            to.words.count("letter-digest-rest", i64::try_from(rest).unwrap_or_default())
        } else {
            String::new()
        },
        bell: format!("{}/me/notifications/", to.base_url),
        choose: format!("{}/me/mail/", to.base_url),
        mute: mute.map(|conversation| format!("{end}?conversation={conversation}")),
        end,
        community: &to.community.name,
        base_url: to.base_url,
    }
}

fn letter(
    to: &Recipient<'_>,
    kind: &'static str,
    conversation: i64,
    subject: String,
    frame: &Frame<'_>,
) -> anyhow::Result<Message> {
    let token = to.mailing.token.clone();
    Ok(Message {
        kind,
        conversation,
        token,
        subject,
        text: Text { f: frame }.render()?,
        html: Html { f: frame }.render()?,
    })
}

/// What is told at once of one conversation. Every e-mail of a conversation has the same subject, so that mail programs that
/// go by it make a thread too.
pub fn single(to: &Recipient<'_>, single: &Single) -> anyhow::Result<Message> {
    let first = single.groups[0].latest();
    let subject = to.words.with("letter-single-subject", "title", first.title.as_str());
    let conversation = first.conversation.0;
    let frame = frame(to, String::new(), &single.groups, Some(conversation));
    letter(to, "now", conversation, subject, &frame)
}

/// What is told in a digest.
pub fn digest(to: &Recipient<'_>, groups: &[Group]) -> anyhow::Result<Message> {
    let count = i64::try_from(groups.iter().map(|group| group.notices.len()).sum::<usize>())?;
    let lead = to.words.count("letter-digest-lead", count);
    let subject = to.words.count_with("letter-digest-subject", count, "community", to.community.name.as_str());
    letter(to, "digest", 0, subject, &frame(to, lead, groups, None))
}
