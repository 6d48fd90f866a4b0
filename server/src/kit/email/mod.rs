//! E-mail: each is a row first and leave in a job, through SMTP or into a folder for trying out.

pub mod addresses;
pub mod lmtp;
pub mod pace;
mod store;

use std::path::PathBuf;

use anyhow::Context;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::Envelope,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use crate::{
    events::{Event, Lane},
    ids::{MemberId, RowId},
    kit::{
        config::{MailDelivery, Settings},
        db::{Conn, Tx},
    },
};

/// Sends e-mail.
#[derive(Clone)]
pub enum Mailer {
    /// A mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>, Mailbox),
    /// A folder, a file for each e-mail.
    Folder(PathBuf, Mailbox),
}

/// An e-mail as it waits to be sent.
#[derive(sqlx::FromRow)]
pub struct Letter {
    recipient: String,
    subject: String,
    body: String,
    html: String,
    reply_to: String,
    thread: String,
    unsubscribe: String,
}

/// What an e-mail is one of that can be ended.
#[derive(Clone, Copy, Debug)]
pub struct Subscription<'a> {
    /// Whose.
    pub member: MemberId,
    /// How it came about: `now` or `digest`.
    pub kind: &'a str,
    /// What names its thread to mail programs; empty for none.
    pub thread: &'a str,
    /// The whole address at which it is ended without a sign-in.
    pub unsubscribe: &'a str,
    /// The address for answers; empty for the sender's.
    pub reply_to: &'a str,
}

/// A header that has no type of its own.
fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

impl Letter {
    /// Where it goes.
    pub fn recipient(&self) -> &str {
        &self.recipient
    }

    /// Whether it is one of many; nobody sits and waits for it.
    pub fn is_news(&self) -> bool {
        !self.unsubscribe.is_empty()
    }
}

impl Mailer {
    /// Whether what it sends goes to other servers.
    pub fn leaves(&self) -> bool {
        !matches!(self, Self::Folder(..))
    }

    /// The mailer the settings ask for.
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        let from: Mailbox = settings.mail_from.parse().context("the setting `mail_from` is no address")?;
        Ok(match &settings.mail {
            MailDelivery::Smtp(url) => Self::Smtp(AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.build(), from),
            MailDelivery::Folder(folder) => Self::Folder(folder.clone(), from),
        })
    }

    /// Writes something into the e-mail folder and removes it; a mail server is not bothered.
    pub async fn try_out(&self) -> anyhow::Result<()> {
        let Self::Folder(folder, _) = self else { return Ok(()) };
        let file = folder.join(format!("doctor-{:x}", rand::random::<u64>()));
        tokio::fs::create_dir_all(folder).await?;
        tokio::fs::write(&file, b"").await?;
        Ok(tokio::fs::remove_file(&file).await?)
    }

    /// Sends one e-mail, in this name if the sender's address has none. What cannot be delivered comes back to the other
    /// address, if one is given.
    pub async fn send(&self, id: RowId, letter: &Letter, name: &str, bounces: Option<&str>) -> anyhow::Result<()> {
        let mut from = match self {
            Self::Smtp(_, from) | Self::Folder(_, from) => from.clone(),
        };
        from.name.get_or_insert_with(|| name.to_owned());
        // The same e-mail sent twice is the same e-mail, and nobody's holiday notice answers it (RFC 3834).
        let domain = from.email.domain().to_owned();
        let mut message = Message::builder()
            .message_id(Some(format!("<{id}@{domain}>")))
            .raw_header(header("Auto-Submitted", "auto-generated".into()))
            .raw_header(header("X-Auto-Response-Suppress", "All".into()));
        if !letter.reply_to.is_empty() {
            message = message.reply_to(letter.reply_to.parse().context("the address for answers")?);
        }
        if !letter.thread.is_empty() {
            let thread = format!("<{}@{domain}>", letter.thread);
            message = message.in_reply_to(thread.clone()).references(thread);
        }
        if !letter.unsubscribe.is_empty() {
            // RFC 8058 and RFC 2919.
            message = message
                .raw_header(header("List-Unsubscribe", format!("<{}>", letter.unsubscribe)))
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()))
                .raw_header(header("List-Id", format!("<notifications.{domain}>")));
        }
        let message = message
            .from(from)
            .to(letter.recipient.parse().context("the recipient's address")?)
            .subject(&letter.subject);
        let message = if letter.html.is_empty() {
            message.header(ContentType::TEXT_PLAIN).body(letter.body.clone())?
        } else {
            let part = |kind, body: &str| SinglePart::builder().header(kind).body(body.to_owned());
            message.multipart(
                MultiPart::alternative()
                    .singlepart(part(ContentType::TEXT_PLAIN, &letter.body))
                    .singlepart(part(ContentType::TEXT_HTML, &letter.html)),
            )?
        };
        match self {
            Self::Smtp(transport, _) => {
                let envelope = match bounces {
                    Some(bounces) => Envelope::new(Some(bounces.parse()?), message.envelope().to().to_vec())?,
                    None => message.envelope().clone(),
                };
                transport.send_raw(&envelope, &message.formatted()).await?;
            }
            Self::Folder(folder, _) => {
                tokio::fs::create_dir_all(folder).await?;
                // As a mail server notes it on arrival (RFC 5321, 4.4).
                let path = bounces.map(|bounces| format!("Return-Path: <{bounces}>\r\n")).unwrap_or_default();
                let whole = [path.as_bytes(), &message.formatted()].concat();
                tokio::fs::write(folder.join(format!("{id}.eml")), whole).await?;
            }
        }
        Ok(())
    }
}

/// How a mail server refused a recipient for good.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// Such as 5.1.1 (RFC 3463); empty if it is not said.
    pub status: String,
    /// What was said, for people.
    pub said: String,
}

/// How an e-mail was refused, if trying again cannot help: its recipient is not taken. That the mail server is away, or does
/// not let this site send, is another matter: somebody may mend it.
pub fn refusal(error: &anyhow::Error) -> Option<Refusal> {
    let error = error.downcast_ref::<lettre::transport::smtp::Error>()?;
    let code: u16 = error.status().filter(|_| error.is_permanent())?.into();
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    refused(code, said)
}

/// Whether a mail server asked to be sent less for now.
pub fn asks_for_patience(error: &anyhow::Error) -> bool {
    let code = error.downcast_ref::<lettre::transport::smtp::Error>().and_then(lettre::transport::smtp::Error::status);
    code.is_some_and(|code| matches!(code.into(), 421_u16 | 450..=452))
}

fn refused(code: u16, said: String) -> Option<Refusal> {
    let is_status = |word: &&str| {
        let parts: Vec<&str> = word.split('.').collect();
        parts.len() == 3 && parts.iter().all(|part| (1..=3).contains(&part.len()) && part.parse::<u16>().is_ok())
    };
    let status = said.split_whitespace().next().filter(is_status).unwrap_or_default().to_owned();
    let of_recipient = ["5.1.", "5.2."].iter().any(|class| status.starts_with(class))
        && !["5.1.7", "5.1.8"].contains(&status.as_str());
    let lower = said.to_lowercase();
    let of_this_site = ["relay", "authent", "spf", "dkim", "dmarc", "blocked", "blacklist", "spam", "reputation"];
    let plain =
        status.is_empty() && (550..=553).contains(&code) && !of_this_site.iter().any(|word| lower.contains(word));
    (of_recipient || plain).then_some(Refusal { status, said })
}

/// Writes an e-mail; it is sent when the change around it is durable. Whoever answers it writes to the other address, or,
/// if that is empty, to the sender.
pub async fn write(
    tx: &mut Tx,
    lane: Lane,
    recipient: &str,
    reply_to: &str,
    subject: &str,
    body: &str,
) -> anyhow::Result<()> {
    let id = RowId(tx.new_id());
    store::insert(tx, id, recipient, reply_to, &one_line(subject), body).await?;
    tx.emit(Event::EmailQueued(id, lane));
    Ok(())
}

/// A name or a title in a subject must not begin another header.
fn one_line(subject: &str) -> String {
    subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Writes an e-mail that is one of many and can be ended, as text and as a page; answers its number. It leaves when those
/// have left that somebody waits for.
pub async fn write_of(
    tx: &mut Tx,
    recipient: &str,
    subject: &str,
    text: &str,
    html: &str,
    of: &Subscription<'_>,
) -> anyhow::Result<RowId> {
    let id = RowId(tx.new_id());
    store::insert_of(tx, id, recipient, &one_line(subject), (text, html), of).await?;
    tx.emit(Event::EmailQueued(id, Lane::Later));
    Ok(id)
}

/// The e-mail is handed to the mail server now. Until it is known that it was taken, that is in doubt.
pub async fn tried(tx: &mut Tx, id: RowId) -> anyhow::Result<()> {
    Ok(store::tried(tx, id).await?)
}

/// The mail server did not take the e-mail.
pub async fn not_taken(tx: &mut Tx, id: RowId) -> anyhow::Result<()> {
    Ok(store::not_taken(tx, id).await?)
}

/// The e-mail will not be sent; its text is forgotten.
pub async fn given_up(tx: &mut Tx, id: RowId) -> anyhow::Result<()> {
    Ok(store::given_up(tx, id).await?)
}

/// The e-mail, if it was not sent yet.
pub async fn waiting(conn: &mut Conn, id: RowId) -> anyhow::Result<Option<Letter>> {
    Ok(store::waiting(conn, id).await?)
}

/// The e-mail was sent; its text, which may hold a secret link, is forgotten.
pub async fn sent(tx: &mut Tx, id: RowId) -> anyhow::Result<()> {
    Ok(store::sent(tx, id).await?)
}

/// Forgets every letter to this address; what has not left yet never will.
pub async fn forget(tx: &mut Tx, recipient: &str) -> anyhow::Result<()> {
    Ok(store::forget(tx, recipient).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipient_who_is_refused_is_told_apart_from_a_site_that_is() {
        for (code, said, status) in [
            (550, "5.1.1 No such user here", Some("5.1.1")),
            (550, "5.1.1 <x@y.example>: Recipient address rejected: User unknown", Some("5.1.1")),
            (552, "5.2.2 Mailbox full", Some("5.2.2")),
            (556, "5.1.10 Domain accepts no mail", Some("5.1.10")),
            (550, "No such user", Some("")),
            (553, "sorry, that domain isn't in my list", Some("")),
            (550, "5.7.1 Message rejected as spam", None),
            (550, "5.7.26 Unauthenticated email is not accepted", None),
            (550, "relay not permitted", None),
            (550, "Your IP is on a blacklist", None),
            (553, "5.1.8 Domain of sender address does not exist", None),
            (535, "5.7.8 Authentication credentials invalid", None),
            (530, "Must issue a STARTTLS command first", None),
            (554, "Transaction failed", None),
            (503, "5.5.1 Bad sequence", None),
        ] {
            let found = refused(code, said.to_owned());
            assert_eq!(found.as_ref().map(|refusal| refusal.status.as_str()), status, "{code} {said}");
            if let Some(found) = found {
                assert_eq!(found.said, said);
            }
        }
    }
}
