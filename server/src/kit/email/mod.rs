//! E-mail: each is a row first and leave in a job, through SMTP or into a folder for trying out.

mod store;

use std::path::PathBuf;

use anyhow::Context;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use crate::{
    events::{Event, Lane},
    ids::RowId,
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
    reply_to: String,
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
        // The same e-mail sent twice is the same e-mail, and nobody's holiday notice answers it.
        let message_id = format!("<{id}@{}>", from.email.domain());
        let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into());
        let mut message = Message::builder();
        if !letter.reply_to.is_empty() {
            message = message.reply_to(letter.reply_to.parse().context("the address for answers")?);
        }
        let message = message
            .from(from)
            .message_id(Some(message_id))
            .raw_header(automatic)
            .to(letter.recipient.parse().context("the recipient's address")?)
            .subject(&letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())?;
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
    // A name or a title in a subject must not begin another header.
    let subject: String = subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    store::insert(tx, id, recipient, reply_to, &subject, body).await?;
    tx.emit(Event::EmailQueued(id, lane));
    Ok(())
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
