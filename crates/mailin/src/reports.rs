//! What mail servers report: that something could not be delivered (RFC 3464, and how it was said before), and that a
//! recipient complained (RFC 5965).

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::{Mail, addresses_in, automatic::is_mail_server, header};

/// So much of a bounce without a report in it is looked at, in bytes.
const LONGEST_LOOK: usize = 64 * 1024;

/// A mail server could not deliver something.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Bounce {
    /// To whom, and why; empty where that cannot be read.
    pub failures: Vec<Failure>,
    /// The Message-ID of what was not delivered, without its brackets; empty if it is not said.
    pub original: String,
}

/// A recipient who was not reached.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Failure {
    /// Their address, in small letters; empty if it is not said.
    pub recipient: String,
    /// What the mail server calls it.
    pub status: Option<Status>,
    /// Whether the mail server goes on trying.
    pub is_delayed: bool,
    /// What the mail server said, on one line.
    pub diagnostic: String,
}

/// A status such as 5.1.1 (RFC 3463).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Status(pub u16, pub u16, pub u16);

impl Status {
    /// Whether it will be the same tomorrow.
    pub const fn is_permanent(self) -> bool {
        self.0 == 5
    }

    /// The first status in a text: as it is called now, or else as a code of three digits (RFC 5321).
    pub fn find(text: &str) -> Option<Self> {
        let words = || text.split(|c: char| c.is_whitespace() || "()[]{}<>,;:#-_\"'=".contains(c));
        let number = |part: &str, longest: usize| -> Option<u16> {
            (1..=longest).contains(&part.len()).then(|| part.parse().ok()).flatten()
        };
        let enhanced = words().find_map(|word| {
            let mut parts = word.trim_end_matches('.').split('.');
            let (class, subject, detail) = (parts.next()?, parts.next()?, parts.next()?);
            let class = number(class, 1).filter(|class| matches!(class, 2 | 4 | 5))?;
            parts.next().is_none().then_some(())?;
            Some(Self(class, number(subject, 3)?, number(detail, 3)?))
        });
        enhanced.or_else(|| {
            words().find_map(|word| match word {
                "550" | "551" | "553" | "511" => Some(Self(5, 1, 1)),
                "552" => Some(Self(5, 2, 2)),
                "452" | "422" => Some(Self(4, 2, 2)),
                "554" | "571" => Some(Self(5, 0, 0)),
                "421" | "450" | "451" => Some(Self(4, 0, 0)),
                _ => None,
            })
        })
    }
}

/// A recipient complained about something to their provider.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Complaint {
    /// What kind of complaint: `abuse`, `fraud`, `opt-out`; `not-spam` is the opposite of one.
    pub kind: String,
    /// Who, in small letters; often left out.
    pub recipients: Vec<String>,
    /// The Message-ID of what they complained about, without its brackets; empty if it is not said.
    pub original: String,
    /// The addresses that stand in what they complained about: one of ours may name the recipient.
    pub named: Vec<String>,
}

impl Complaint {
    /// Whether the recipient wants no such e-mails.
    pub fn is_serious(&self) -> bool {
        self.kind != "not-spam"
    }
}

fn is_part(part: &MessagePart<'_>, kind: &str, subtypes: &[&str]) -> bool {
    part.content_type().is_some_and(|has| {
        has.ctype() == kind && subtypes.contains(&has.subtype().unwrap_or_default().to_lowercase().as_str())
    })
}

/// The part of this kind, wherever it stands, as text.
fn report<'a>(message: &'a Message<'_>, subtypes: &[&str]) -> Option<String> {
    let part: &'a MessagePart<'_> = message.parts.iter().find(|part| is_part(part, "message", subtypes))?;
    Some(String::from_utf8_lossy(part.contents()).replace("\r\n", "\n"))
}

/// Fields with their values, wrapped ones joined, in blocks as empty lines part them.
fn blocks(text: &str) -> Vec<Vec<(String, String)>> {
    let mut blocks = vec![vec![]];
    for line in text.lines() {
        if line.trim().is_empty() {
            blocks.push(vec![]);
            continue;
        }
        let Some(block) = blocks.last_mut() else { continue };
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = block.last_mut() {
                let value: &mut String = value;
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            block.push((name.trim().to_lowercase(), value.trim().to_owned()));
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn value<'a>(block: &'a [(String, String)], name: &str) -> Option<&'a str> {
    block.iter().find(|(has, _)| has == name).map(|(_, value)| value.as_str())
}

/// The address in `rfc822; ines@example.org`.
fn address(value: &str) -> String {
    let value = value.split_once(';').map_or(value, |(_, address)| address);
    addresses_in(value).into_iter().next().unwrap_or_default()
}

/// What is reported about, as it was sent back: whole, or its headers.
fn returned(message: &Message<'_>) -> Option<(String, Vec<String>)> {
    for part in &message.parts {
        let (id, raw) = match &part.body {
            PartType::Message(inner) => {
                (inner.message_id().map(str::to_owned), String::from_utf8_lossy(inner.raw_message()).into_owned())
            }
            PartType::Text(text) if is_part(part, "text", &["rfc822-headers"]) => {
                (inner_id(text.as_bytes()), text.to_string())
            }
            PartType::Binary(bytes)
                if is_part(part, "message", &["rfc822", "global", "rfc822-headers", "global-headers"]) =>
            {
                (inner_id(bytes), String::from_utf8_lossy(bytes).into_owned())
            }
            PartType::Text(text)
                if is_part(part, "message", &["rfc822", "global", "rfc822-headers", "global-headers"]) =>
            {
                (inner_id(text.as_bytes()), text.to_string())
            }
            _ => continue,
        };
        let headers = raw.replace("\r\n", "\n");
        let headers = headers.split_once("\n\n").map_or(headers.as_str(), |(headers, _)| headers);
        return Some((id.unwrap_or_default(), addresses_in(headers)));
    }
    None
}

fn inner_id(headers: &[u8]) -> Option<String> {
    Some(MessageParser::default().parse_headers(headers)?.message_id()?.to_owned())
}

/// The Message-ID in a text that holds an e-mail as it was.
fn id_in(text: &str) -> Option<String> {
    let line = text.lines().find(|line| {
        line.trim_start_matches(['>', ' ']).get(..11).is_some_and(|name| name.eq_ignore_ascii_case("message-id:"))
    })?;
    let (_, value) = line.split_once(':')?;
    Some(value.trim().trim_start_matches('<').trim_end_matches('>').to_owned())
}

/// The bounce that this is, if it is one.
pub fn bounce(message: &Message<'_>, mail: &Mail, sender: Option<&str>) -> Option<Bounce> {
    if let Some(report) = report(message, &["delivery-status", "global-delivery-status"]) {
        return by_report(message, &report);
    }
    let from_nobody = sender.is_some_and(|sender| sender.trim().is_empty());
    let from_server = is_mail_server(&mail.from) || is_mail_server(sender.unwrap_or_default());
    let failed = header(message, "X-Failed-Recipients");
    if failed.is_none() && !from_nobody && !from_server {
        return None;
    }
    by_words(message, mail, failed.as_deref())
}

/// As RFC 3464 has it.
fn by_report(message: &Message<'_>, report: &str) -> Option<Bounce> {
    let all = blocks(report);
    let failures: Vec<Failure> = all
        .iter()
        .filter(|block| value(block, "final-recipient").is_some() || value(block, "original-recipient").is_some())
        .filter(|block| {
            // What was delivered, passed on or sent to many did not fail.
            let action = value(block, "action").unwrap_or("failed").to_lowercase();
            action.starts_with("failed") || action.starts_with("delayed")
        })
        .map(|block| {
            let diagnostic = value(block, "diagnostic-code").unwrap_or_default();
            let diagnostic = diagnostic.split_once(';').map_or(diagnostic, |(_, said)| said).trim();
            let named = value(block, "status").and_then(Status::find);
            // Some say 5.0.0, and what it was in their own words.
            let said = Status::find(diagnostic).filter(|said| named.is_none_or(|named| named.0 == said.0));
            let status = if named.is_none_or(|named| (named.1, named.2) == (0, 0)) { said.or(named) } else { named };
            let recipient = value(block, "original-recipient").map(address).filter(|address| !address.is_empty());
            Failure {
                recipient: recipient.unwrap_or_else(|| address(value(block, "final-recipient").unwrap_or_default())),
                status,
                is_delayed: value(block, "action").is_some_and(|action| action.to_lowercase().starts_with("delayed")),
                diagnostic: diagnostic.chars().take(500).collect(),
            }
        })
        .collect();
    let has_recipients = all.iter().any(|block| value(block, "final-recipient").is_some());
    if failures.is_empty() && has_recipients {
        // It says that something arrived.
        return None;
    }
    let original = returned(message).map(|(id, _)| id).filter(|id| !id.is_empty());
    Some(Bounce { failures, original: original.unwrap_or_default() })
}

/// As it was said before there were reports, and by some to this day.
fn by_words(message: &Message<'_>, mail: &Mail, failed: Option<&str>) -> Option<Bounce> {
    let text = message.body_text(0).unwrap_or_default();
    let mut end = text.len().min(LONGEST_LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    // What comes before the copy of the e-mail.
    let copy = [
        "--- below this line is a copy",
        "------ this is a copy of",
        "--- the header of the original",
        "----- original message",
        "--- original message",
        "----- message header",
    ];
    let lower = text.to_ascii_lowercase();
    let cut = copy.iter().filter_map(|mark| lower.find(mark)).min().unwrap_or(text.len());
    let said = &text[..cut];
    let subject = mail.subject.to_lowercase();
    let is_bounce = failed.is_some()
        || [
            "undeliver",
            "failure",
            "failed",
            "returned",
            "delivery status",
            "delivery problem",
            "unzustellbar",
            "nicht zugestellt",
            "no se puede entregar",
            "no entregado",
            "delivery notification",
            "rejected",
            "error",
            "warning",
        ]
        .iter()
        .any(|known| subject.contains(known))
        || Status::find(said).is_some_and(|status| status.0 != 2);
    if !is_bounce {
        return None;
    }
    let status = Status::find(said);
    let recipients = match failed {
        Some(failed) => addresses_in(failed),
        None => addresses_in(said)
            .into_iter()
            .filter(|address| *address != mail.from && !mail.recipients.contains(address) && !is_mail_server(address))
            .take(1)
            .collect(),
    };
    let diagnostic: String =
        said.lines().find(|line| Status::find(line).is_some()).unwrap_or_default().trim().chars().take(500).collect();
    let is_delayed =
        subject.contains("warning") || subject.contains("delay") || status.is_some_and(|status| status.0 == 4);
    let failure = |recipient: String| Failure { recipient, status, is_delayed, diagnostic: diagnostic.clone() };
    let mut failures: Vec<Failure> = recipients.into_iter().map(failure).collect();
    if failures.is_empty() && status.is_some() {
        failures.push(failure(String::new()));
    }
    let original = returned(message).map(|(id, _)| id).filter(|id| !id.is_empty()).or_else(|| id_in(&text[cut..]));
    Some(Bounce { failures, original: original.unwrap_or_default() })
}

/// The complaint that this is, if it is one.
pub fn complaint(message: &Message<'_>) -> Option<Complaint> {
    let report = report(message, &["feedback-report"])?;
    let fields: Vec<(String, String)> = blocks(&report).into_iter().flatten().collect();
    let kind = value(&fields, "feedback-type")?.to_lowercase();
    let all =
        |name: &str| fields.iter().filter(|(has, _)| has == name).map(|(_, value)| address(value)).collect::<Vec<_>>();
    let mut recipients = all("original-rcpt-to");
    recipients.extend(all("removal-recipient"));
    recipients.retain(|address| !address.is_empty());
    let (original, named) = returned(message).unwrap_or_default();
    let mut named = named;
    named.extend(all("original-mail-from").into_iter().filter(|address| !address.is_empty()));
    Some(Complaint { kind, recipients, original, named })
}
