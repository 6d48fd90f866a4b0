//! The words of e-mails about news, as text and as a page.

use askama::Template;

use super::{Recipient, guests::GuestRecipient};
use crate::{
    kit::i18n::Locale,
    links::{
        announcements,
        answers::{self, rules::Subject},
        messages,
        notices::{Group, Kind, Notice},
    },
};

/// So much of what was said stands there, in characters.
const LINE: usize = 400;

/// So much of what all are told.
const ANNOUNCEMENT: usize = 2000;

/// A finished e-mail.
#[derive(Debug)]
pub struct Message {
    /// `now` or `digest`.
    pub kind: &'static str,
    /// The thread it belongs to; empty for none.
    pub thread: String,
    /// Where it is ended without a sign-in.
    pub unsubscribe: String,
    /// Where it is answered; empty if it is not.
    pub reply_to: String,
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
    open: String,
    why: String,
    lines: Vec<Line>,
    more: String,
}

struct Line {
    name: String,
    text: String,
}

/// A link in the foot, with the messages that name it in a text and on a page.
struct Link {
    text: &'static str,
    label: &'static str,
    url: String,
}

struct Frame<'a> {
    t: &'a Locale,
    hello: String,
    lead: String,
    parts: Vec<Part>,
    rest: String,
    /// What becomes of an answer.
    answering: String,
    choose: Option<String>,
    mute: Option<Link>,
    end: Link,
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

fn part(words: &Locale, base_url: &str, group: &Group) -> Part {
    let is_one = group.notices.len() == 1;
    let is_announcement = group.kind() == Kind::Announcement;
    let open = match group.kind() {
        kind if kind.is_direct() => "letter-open-direct",
        Kind::Announcement => "letter-open-announcement",
        _ => "letter-open",
    };
    let line = |(notice, text): (&Notice, String)| Line {
        name: if is_one { String::new() } else { notice.name.clone() },
        text,
    };
    Part {
        sentence: group.sentence(words),
        title: group.title(words),
        lang: group.lang(words).to_owned(),
        url: format!("{base_url}{}", group.first().url()),
        open: words.say(open),
        why: group.why(words),
        lines: group.lines(if is_announcement { ANNOUNCEMENT } else { LINE }).into_iter().map(line).collect(),
        more: some(words, "notice-more", group.more()),
    }
}

/// So many of something, or nothing at all.
fn some(words: &Locale, key: &str, count: i64) -> String {
    if count > 0 { words.count(key, count) } else { String::new() }
}

fn frame<'a>(to: &'a Recipient<'_>, lead: String, groups: &[Group], rest: i64, mute: Option<i64>) -> Frame<'a> {
    let end = format!("{}/mail/{}/", to.base_url, to.mailing.token);
    Frame {
        t: &to.words,
        hello: to.words.with("letter-hello", "name", to.member.name.as_str()),
        lead,
        parts: groups.iter().map(|group| part(&to.words, to.base_url, group)).collect(),
        rest: some(&to.words, "letter-digest-rest", rest),
        answering: String::new(),
        choose: Some(format!("{}/me/mail/", to.base_url)),
        mute: mute.map(|conversation| Link {
            text: "letter-mute",
            label: "letter-mute-link",
            url: format!("{end}?conversation={conversation}"),
        }),
        end: Link { text: "letter-end", label: "letter-end-link", url: end },
        community: &to.community.name,
        base_url: to.base_url,
    }
}

impl Frame<'_> {
    fn message(self, kind: &'static str, thread: String, subject: String) -> anyhow::Result<Message> {
        let (text, html) = (Text { f: &self }.render()?, Html { f: &self }.render()?);
        Ok(Message { kind, thread, subject, text, html, unsubscribe: self.end.url, reply_to: String::new() })
    }
}

/// What is told at once of one conversation. Every e-mail of a conversation has the same subject, so that mail programs that
/// go by it make a thread too.
pub fn single(to: &Recipient<'_>, groups: &[Group]) -> anyhow::Result<Message> {
    let first = groups[0].latest();
    if first.kind() == Kind::Announcement {
        let thread = announcements::thread(first.conversation);
        return frame(to, String::new(), groups, 0, None).message("now", thread, first.title.clone());
    }
    if first.kind() == Kind::Written {
        // Its words stay on the site: an e-mail lies with whoever runs the mailbox, and cannot be taken back.
        let mut frame = frame(to, String::new(), groups, 0, None);
        frame.answering = to.words.say("letter-written-answering");
        return frame.message("now", messages::thread(first.conversation.0), groups[0].sentence(&to.words));
    }
    if first.kind().is_direct() {
        let thread = format!("direct-{}", first.conversation);
        return frame(to, String::new(), groups, 0, None).message("now", thread, groups[0].subject(&to.words));
    }
    let subject = to.words.with("letter-single-subject", "title", first.title.as_str());
    let thread = format!("conversation-{}", first.conversation);
    let mut frame = frame(to, String::new(), groups, 0, Some(first.conversation.0));
    let mut reply_to = String::new();
    if let (Some(pattern), Some((subject, answering))) = (to.answers, answered(to, groups)) {
        reply_to = answers::address(pattern, to.community, to.member.id, subject, to.now);
        frame.answering = answering;
    }
    Ok(Message { reply_to, ..frame.message("now", thread, subject)? })
}

/// What is answered by whoever answers an e-mail, and how that is said to them. To answer what waits would be to approve it:
/// that is done where it is seen, and so are reviews.
fn answered(to: &Recipient<'_>, groups: &[Group]) -> Option<(Subject, String)> {
    let nearest = groups.iter().find(|group| group.kind().is_answered_by_email())?.latest();
    let is_by_another = !matches!(nearest.kind(), Kind::Approved | Kind::Posted);
    Some(match nearest.comment.filter(|_| is_by_another) {
        Some(comment) => (Subject::Comment(comment), to.words.with("letter-answering", "name", nearest.name.as_str())),
        None => (Subject::Conversation(nearest.conversation), to.words.say("letter-answering-post")),
    })
}

/// What is told in a digest; so many groups have to wait for the next.
pub fn digest(to: &Recipient<'_>, groups: &[Group], rest: usize) -> anyhow::Result<Message> {
    let count = i64::try_from(groups.iter().map(|group| group.notices.len()).sum::<usize>())?;
    let lead = to.words.count("letter-digest-lead", count);
    let subject = to.words.count_with("letter-digest-subject", count, "community", to.community.name.as_str());
    let mut frame = frame(to, lead, groups, i64::try_from(rest)?, None);
    frame.answering = to.words.say("letter-answering-digest");
    frame.message("digest", String::new(), subject)
}

/// The frame of an e-mail to a guest: what it says besides, its place to be ended.
fn frame_for_guest<'a>(to: &'a GuestRecipient<'_>, parts: Vec<Part>) -> Frame<'a> {
    let end = Link { text: "letter-guest-end", label: "letter-guest-end-link", url: to.link() };
    Frame {
        t: &to.words,
        hello: to.words.say("letter-hello-stranger"),
        lead: String::new(),
        parts,
        rest: String::new(),
        answering: String::new(),
        choose: None,
        mute: None,
        end,
        community: &to.community.name,
        base_url: to.base_url,
    }
}

/// Asks a guest whether they want to be told, now that what they wrote stands there. Nothing in it was written by whoever
/// typed the address.
pub fn question(to: &GuestRecipient<'_>, appeared: &Notice) -> anyhow::Result<Message> {
    let words = &to.words;
    let part = |title: &str, lang: &str, url: String, open: &str, why: String| Part {
        sentence: String::new(),
        title: title.to_owned(),
        lang: lang.to_owned(),
        url,
        open: words.say(open),
        why,
        lines: vec![],
        more: String::new(),
    };
    let comment = part(
        &appeared.title,
        &appeared.lang,
        format!("{}{}", to.base_url, appeared.url()),
        "letter-guest-ask-open",
        String::new(),
    );
    let ask = words.say("letter-guest-ask-question");
    let yes = part(&ask, words.lang.tag(), to.link(), "letter-guest-ask-yes", words.say("letter-guest-ask-no"));
    let mut frame = frame_for_guest(to, vec![comment, yes]);
    frame.lead = words.with("letter-guest-ask-lead", "community", to.community.name.as_str());
    frame.end.text = "letter-guest-never";
    frame.end.label = "letter-guest-never-link";
    frame.message("now", String::new(), words.with("letter-guest-ask-subject", "community", to.community.name.as_str()))
}

/// What a guest is told at once of one conversation.
pub fn single_for_guest(to: &GuestRecipient<'_>, groups: &[Group]) -> anyhow::Result<Message> {
    let first = groups[0].latest();
    let parts = groups.iter().map(|group| part(&to.words, to.base_url, group)).collect();
    let mut frame = frame_for_guest(to, parts);
    frame.mute = Some(Link {
        text: "letter-guest-mute",
        label: "letter-guest-mute-link",
        url: format!("{}?conversation={}", to.link(), first.conversation),
    });
    frame.answering = to.words.say("letter-guest-answering");
    let subject = to.words.with("letter-single-subject", "title", first.title.as_str());
    frame.message("now", format!("conversation-{}", first.conversation), subject)
}

/// What a guest is told in one e-mail, because it is more than would be told at once, or older.
pub fn joined_for_guest(to: &GuestRecipient<'_>, groups: &[Group]) -> anyhow::Result<Message> {
    let parts = groups.iter().map(|group| part(&to.words, to.base_url, group)).collect();
    let count = i64::try_from(groups.iter().map(|group| group.notices.len()).sum::<usize>())?;
    let mut frame = frame_for_guest(to, parts);
    frame.answering = to.words.say("letter-guest-answering");
    let subject = to.words.count_with("letter-digest-subject", count, "community", to.community.name.as_str());
    frame.message("digest", String::new(), subject)
}
