//! What an incoming e-mail is: an answer, and what somebody wrote in it; a bounce; a complaint; or something that a machine
//! wrote and that nobody should answer.
//!
//! Takes bytes and answers values: no I/O, no clock. Whatever the bytes are, it neither fails nor takes long.

mod automatic;
mod cut;
mod html;
mod lines;
mod phrases;
mod reports;

use mail_parser::{HeaderValue, Message, MessageParser, PartType};

pub use self::{
    automatic::Automatic,
    reports::{Bounce, Complaint, Failure, Status},
};

/// An e-mail, as far as it matters to whoever it came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mail {
    /// The Message-ID without its brackets; empty if there is none.
    pub message_id: String,
    /// Whom it says it comes from, in small letters; empty if it does not say.
    pub from: String,
    /// What that person is called there.
    pub from_name: String,
    /// What it says it is about.
    pub subject: String,
    /// Every address it names as one that it came to, those that a mail server noted first.
    pub recipients: Vec<String>,
    /// What it is.
    pub what: What,
}

/// What an e-mail is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// Somebody wrote it.
    Answer(Answer),
    /// A machine wrote it.
    Automatic(Automatic),
    /// A mail server says that it could not deliver something.
    Bounce(Bounce),
    /// A provider says that a recipient does not want such e-mails (RFC 5965).
    Complaint(Complaint),
}

/// What somebody wrote. Each line of the e-mail is in one of the two texts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// What they wrote, without what follows.
    pub text: String,
    /// Quotes, the lines above them, and signatures.
    pub cut: String,
    /// What was attached, in its order.
    pub attachments: Vec<Attachment>,
}

/// A file that came with an e-mail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attachment {
    /// What it is called; empty if it has no name.
    pub name: String,
    /// Whether it is a picture.
    pub is_picture: bool,
}

/// What stands only in e-mails that we sent: a line with one of these is never what somebody wrote, and a quote with one is
/// a quote of the whole. Links that open without a sign-in belong here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Own<'a> {
    /// Pieces of text.
    pub marks: &'a [&'a str],
}

impl Own<'_> {
    fn is_in(self, line: &str) -> bool {
        self.marks.iter().any(|mark| line.contains(mark))
    }
}

/// Reads an e-mail. The sender is the one a mail server named before (RFC 5321, MAIL FROM), empty for a report, if that is
/// known.
pub fn read(raw: &[u8], sender: Option<&str>, own: Own<'_>) -> Mail {
    let Some(message) = MessageParser::default().parse(raw) else { return Mail::nothing() };
    let from = message.from().and_then(|from| from.first());
    let mut mail = Mail {
        message_id: message.message_id().unwrap_or_default().trim().to_owned(),
        from: from.and_then(|from| from.address()).unwrap_or_default().trim().to_lowercase(),
        from_name: from.and_then(|from| from.name()).unwrap_or_default().trim().to_owned(),
        subject: message.subject().unwrap_or_default().trim().to_owned(),
        recipients: recipients_of(&message),
        what: What::Answer(Answer::default()),
    };
    let sender = sender.map(str::to_owned).or_else(|| return_path(&message));
    mail.what = if let Some(complaint) = reports::complaint(&message) {
        What::Complaint(complaint)
    } else if let Some(bounce) = reports::bounce(&message, &mail, sender.as_deref()) {
        What::Bounce(bounce)
    } else if let Some(why) = automatic::why(&message, &mail, sender.as_deref()) {
        What::Automatic(why)
    } else {
        What::Answer(answer(&message, own))
    };
    mail
}

/// Every address that an e-mail names as one that it came to, those that a mail server noted first.
pub fn recipients(raw: &[u8]) -> Vec<String> {
    MessageParser::default().parse_headers(raw).map(|message| recipients_of(&message)).unwrap_or_default()
}

impl Mail {
    fn nothing() -> Self {
        Self {
            message_id: String::new(),
            from: String::new(),
            from_name: String::new(),
            subject: String::new(),
            recipients: vec![],
            what: What::Answer(Answer::default()),
        }
    }
}

fn answer(message: &Message<'_>, own: Own<'_>) -> Answer {
    let mut lines = lines::of_text(message);
    if lines.iter().all(lines::Line::is_blank) {
        lines = html::lines(message);
    }
    let (text, cut) = cut::parts(&lines, own);
    Answer { text, cut, attachments: attachments(message) }
}

/// What was attached, but for what mail programs add by themselves: other forms of the text, codes under it, cards.
fn attachments(message: &Message<'_>) -> Vec<Attachment> {
    let kind = |part: &mail_parser::MessagePart<'_>| -> String {
        let Some(HeaderValue::ContentType(kind)) = part
            .headers
            .iter()
            .find(|header| header.name == mail_parser::HeaderName::ContentType)
            .map(mail_parser::Header::value)
        else {
            return String::new();
        };
        format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_lowercase()
    };
    message
        .attachments()
        .filter_map(|part| {
            use mail_parser::MimeHeaders;
            let kind = kind(part);
            let name = part.attachment_name().unwrap_or_default().to_owned();
            let is_no_file = matches!(part.body, PartType::Text(_) | PartType::Html(_)) && name.is_empty();
            let is_added =
                ["application/pgp-", "application/pkcs7-", "application/x-pkcs7-", "text/vcard", "text/x-amp"]
                    .iter()
                    .any(|added| kind.starts_with(added));
            (!is_no_file && !is_added).then(|| Attachment { name, is_picture: kind.starts_with("image/") })
        })
        .collect()
}

/// A header as text, its lines joined.
fn header(message: &Message<'_>, name: &str) -> Option<String> {
    let raw = message.headers_raw().find(|(has, _)| has.eq_ignore_ascii_case(name))?.1;
    Some(raw.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn return_path(message: &Message<'_>) -> Option<String> {
    let path = header(message, "Return-Path")?;
    Some(path.trim_start_matches('<').trim_end_matches('>').to_owned())
}

fn recipients_of(message: &Message<'_>) -> Vec<String> {
    const NOTED: [&str; 8] = [
        "Delivered-To",
        "X-Original-To",
        "Envelope-To",
        "X-Envelope-To",
        "X-Delivered-To",
        "X-Original-Delivered-To",
        "X-RCPT-TO",
        "X-Forwarded-To",
    ];
    let mut all: Vec<String> = vec![];
    for name in NOTED.iter().chain(&["To", "Cc", "Resent-To"]) {
        for (_, value) in message.headers_raw().filter(|(has, _)| has.eq_ignore_ascii_case(name)) {
            all.extend(addresses_in(value));
        }
    }
    for (_, value) in message.headers_raw().filter(|(has, _)| has.eq_ignore_ascii_case("Received")) {
        if let Some((_, after)) = value.split_once(" for ") {
            all.extend(addresses_in(after).into_iter().take(1));
        }
    }
    all
}

/// Whatever looks like an address in a text, in small letters.
pub(crate) fn addresses_in(text: &str) -> Vec<String> {
    let is_around = |c: char| c.is_whitespace() || "<>,;:\"'()[]".contains(c);
    text.split(is_around)
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| word.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty()))
        .map(str::to_lowercase)
        .collect()
}
