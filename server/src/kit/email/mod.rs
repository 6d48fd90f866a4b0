//! E-mail: each is a row first and leave in a job, through SMTP or into a folder for trying out.

mod store;

use std::path::PathBuf;

use anyhow::Context;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
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
}

/// A header that has no type of its own.
fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

impl Mailer {
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

    /// Sends one e-mail, in this name if the sender's address has none.
    pub async fn send(&self, id: RowId, letter: &Letter, name: &str) -> anyhow::Result<()> {
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
                transport.send(message).await?;
            }
            Self::Folder(folder, _) => {
                tokio::fs::create_dir_all(folder).await?;
                tokio::fs::write(folder.join(format!("{id}.eml")), message.formatted()).await?;
            }
        }
        Ok(())
    }
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

/// The e-mail, if it was not sent yet.
pub async fn waiting(conn: &mut Conn, id: RowId) -> anyhow::Result<Option<Letter>> {
    Ok(store::waiting(conn, id).await?)
}

/// The e-mail was sent; its text, which may hold a secret link, is forgotten.
pub async fn sent(tx: &mut Tx, id: RowId) -> anyhow::Result<()> {
    Ok(store::sent(tx, id).await?)
}

/// What was not handed to the mail server of this thread never is.
pub async fn take_back(tx: &mut Tx, thread: &str) -> anyhow::Result<()> {
    Ok(store::take_back(tx, thread).await?)
}

/// Forgets every letter to this address; what has not left yet never will.
pub async fn forget(tx: &mut Tx, recipient: &str) -> anyhow::Result<()> {
    Ok(store::forget(tx, recipient).await?)
}
