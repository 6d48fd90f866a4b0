//! E-mail: each is a row first and leaves in a job, through SMTP, to a command, or into a folder for trying out.

pub mod addresses;
pub mod dkim;
pub mod lmtp;
pub mod pace;
mod sendmail;
mod store;
#[cfg(test)]
mod tests;

use std::{path::PathBuf, sync::Arc};

use anyhow::{Context, ensure};
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::Envelope,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0},
    },
};

use crate::{
    events::{Event, Lane},
    ids::{self, MemberId, RowId, Timestamp},
    kit::{
        config::{MailDelivery, Settings},
        db::{Conn, Tx},
    },
};

/// Sends e-mail.
pub struct Mailer {
    from: Mailbox,
    signer: Option<Arc<dkim::Signer>>,
    way: Way,
}

enum Way {
    /// A mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// A command.
    Sendmail(PathBuf),
    /// A folder, a file for each e-mail.
    Folder(PathBuf),
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
    member: Option<MemberId>,
    guest: Option<RowId>,
    kind: String,
    tried_at: Option<Timestamp>,
    words: Option<i64>,
}

/// Whom news in an e-mail are told to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reader {
    /// A member.
    Member(MemberId),
    /// A guest.
    Guest(RowId),
}

impl Letter {
    /// An e-mail that was not waiting anywhere.
    pub fn plain(recipient: &str, subject: &str, body: &str) -> Self {
        Self {
            recipient: recipient.into(),
            subject: one_line(subject),
            body: body.into(),
            html: String::new(),
            reply_to: String::new(),
            thread: String::new(),
            unsubscribe: String::new(),
            member: None,
            guest: None,
            kind: String::new(),
            tried_at: None,
            words: None,
        }
    }
}

/// What an e-mail is one of that can be ended.
#[derive(Clone, Copy, Debug)]
pub struct Subscription<'a> {
    /// The member's it is, if it is one's.
    pub member: Option<MemberId>,
    /// The guest's it is, if it is one's.
    pub guest: Option<RowId>,
    /// How it came about: `now` or `digest`.
    pub kind: &'a str,
    /// What names its thread to mail programs; empty for none.
    pub thread: &'a str,
    /// The whole address at which it is ended without a sign-in.
    pub unsubscribe: &'a str,
    /// The address for answers; empty for the sender's.
    pub reply_to: &'a str,
    /// What it says of what is said elsewhere, as a number; nothing: nobody asks.
    pub words: Option<i64>,
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

    /// Whom it tells news to; nobody if it is of another kind.
    pub fn reader(&self) -> Option<Reader> {
        self.member.map(Reader::Member).or(self.guest.map(Reader::Guest))
    }

    /// Whether it is told together, on time.
    pub fn is_digest(&self) -> bool {
        self.kind == "digest"
    }

    /// What it says of what is said elsewhere, as a number, if that was noted.
    pub fn words(&self) -> Option<i64> {
        self.words
    }

    /// Whether it was handed over once, and nobody knows what became of it.
    pub fn is_in_doubt(&self) -> bool {
        self.tried_at.is_some()
    }
}

impl Mailer {
    /// Whether what it sends goes to other servers.
    pub fn leaves(&self) -> bool {
        !matches!(self.way, Way::Folder(_))
    }

    /// The mailer the settings ask for.
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        let from = mailbox(&settings.mail_from).context("the setting `mail_from` is no address")?;
        Ok(Self {
            signer: signer(settings)?.map(Arc::new),
            from,
            way: match &settings.mail {
                MailDelivery::Smtp(url) => Way::Smtp(AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.build()),
                MailDelivery::Sendmail(command) => Way::Sendmail(command.clone()),
                MailDelivery::Folder(folder) => Way::Folder(folder.clone()),
            },
        })
    }

    /// Tries the way e-mails go, without sending one: connects to the mail server and signs in, or writes something into
    /// the folder and removes it. A command is only looked for; it
    /// has no way to be tried.
    pub async fn try_out(&self) -> anyhow::Result<()> {
        match &self.way {
            Way::Smtp(transport) => {
                ensure!(transport.test_connection().await?, "it did not answer after the sign-in");
                Ok(())
            }
            Way::Sendmail(command) => sendmail::look(command).await,
            Way::Folder(folder) => {
                let file = folder.join(format!("doctor-{:x}", rand::random::<u64>()));
                tokio::fs::create_dir_all(folder).await?;
                tokio::fs::write(&file, b"").await?;
                Ok(tokio::fs::remove_file(&file).await?)
            }
        }
    }

    /// Sends one e-mail, in this name if the sender's address has none, and gives back what was answered. What cannot be
    /// delivered comes back to the other address, if one is given.
    pub async fn send(&self, id: RowId, letter: &Letter, name: &str, bounces: Option<&str>) -> anyhow::Result<String> {
        let mut from = self.from.clone();
        from.name.get_or_insert_with(|| name.to_owned());
        // The same e-mail sent twice is the same e-mail, and nobody's holiday notice answers it (RFC 3834).
        let domain = from.email.domain().to_owned();
        let mut message = Message::builder()
            .message_id(Some(format!("<{id}@{domain}>")))
            .raw_header(header("Auto-Submitted", "auto-generated".into()))
            .raw_header(header("X-Auto-Response-Suppress", "All".into()));
        if !letter.reply_to.is_empty() {
            message = message.reply_to(mailbox(&letter.reply_to).context("the address for answers")?);
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
            .to(mailbox(&letter.recipient).context("the recipient's address")?)
            .subject(&letter.subject);
        let message = if letter.html.is_empty() {
            message.header(MIME_VERSION_1_0).header(ContentType::TEXT_PLAIN).body(whole_lines(&letter.body))?
        } else {
            let part = |kind, body: &str| SinglePart::builder().header(kind).body(whole_lines(body));
            message.multipart(
                MultiPart::alternative()
                    .singlepart(part(ContentType::TEXT_PLAIN, &letter.body))
                    .singlepart(part(ContentType::TEXT_HTML, &letter.html)),
            )?
        };
        let envelope = match bounces {
            Some(bounces) => Envelope::new(Some(mailbox(bounces)?.email), message.envelope().to().to_vec())?,
            None => message.envelope().clone(),
        };
        let mut whole = message.formatted();
        if let Some(signer) = &self.signer {
            whole = signer.sign(&whole)?;
        }
        Ok(match &self.way {
            Way::Smtp(transport) => {
                let answer = transport.send_raw(&envelope, &whole).await?;
                format!("{} {}", answer.code(), answer.message().collect::<Vec<_>>().join(" "))
            }
            Way::Sendmail(command) => {
                sendmail::hand_over(command, &envelope, &whole).await?;
                format!("taken by {}", command.display())
            }
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                // As a mail server notes it on arrival (RFC 5321, 4.4).
                let path = bounces.map(|bounces| format!("Return-Path: <{bounces}>\r\n")).unwrap_or_default();
                let file = folder.join(format!("{id}.eml"));
                tokio::fs::write(&file, [path.as_bytes(), &whole].concat()).await?;
                format!("written to {}", file.display())
            }
        })
    }
}

/// The address that e-mail comes from, as it is written everywhere.
pub fn sender_address(settings: &Settings) -> anyhow::Result<String> {
    Ok(mailbox(&settings.mail_from)?.email.to_string())
}

/// How a mail server refused a recipient for good.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the recipient is refused ({status}): {said}")]
pub struct Refusal {
    /// Such as 5.1.1 (RFC 3463); empty if it is not said.
    pub status: String,
    /// What was said, for people.
    pub said: String,
}

/// How an e-mail was refused, if trying again cannot help: its recipient is not taken. That the mail server is away, or does
/// not let this site send, is another matter: somebody may mend it.
pub fn refusal(error: &anyhow::Error) -> Option<Refusal> {
    if let Some(refusal) = error.downcast_ref::<Refusal>() {
        return Some(refusal.clone());
    }
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

/// An address as e-mail writes it: the domain as it stands in the DNS, since few mail servers take another.
fn mailbox(address: &str) -> anyhow::Result<Mailbox> {
    let Mailbox { name, email } = address.parse()?;
    Ok(Mailbox::new(name, Address::new(email.user(), ascii_domain(email.domain()))?))
}

/// A domain as the DNS writes it.
pub fn ascii_domain(domain: &str) -> String {
    url::Host::parse(domain).map_or_else(|_| domain.to_ascii_lowercase(), |host| host.to_string())
}

/// A text whose lines end one way: a return alone is no end of a line in an e-mail (RFC 5322, 2.3), and mail servers change
/// or refuse it.
fn whole_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// What signs e-mails, if the settings ask for it.
pub fn signer(settings: &Settings) -> anyhow::Result<Option<dkim::Signer>> {
    let Some(dkim) = &settings.mail_dkim else { return Ok(None) };
    let from = mailbox(&settings.mail_from)?;
    dkim::Signer::read(from.email.domain(), &dkim.selector, &dkim.key).map(Some)
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

/// The e-mail is handed to the mail server now, unless it was taken back meanwhile; answers which. Until it is known that it
/// was taken, that is in doubt.
pub async fn tried(tx: &mut Tx, id: RowId) -> anyhow::Result<bool> {
    Ok(store::tried(tx, id).await? > 0)
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

/// What was not handed to the mail server of this thread never is.
pub async fn take_back(tx: &mut Tx, thread: &str) -> anyhow::Result<()> {
    Ok(store::take_back(tx, thread).await?)
}

/// Forgets e-mails that were written before a moment, so many at most; answers how many there were.
pub async fn forget_old(tx: &mut Tx, before: Timestamp, most: i64) -> anyhow::Result<u64> {
    Ok(store::forget_old(tx, ids::at(before), most).await?)
}

/// This e-mail, if it was not handed to the mail server, never is.
pub async fn take_back_one(tx: &mut Tx, id: RowId) -> anyhow::Result<()> {
    Ok(store::take_back_one(tx, id).await?)
}

/// What was not handed to the mail server for this guest never is.
pub async fn take_back_of_guest(tx: &mut Tx, guest: RowId) -> anyhow::Result<()> {
    Ok(store::take_back_of_guest(tx, guest).await?)
}

/// Forgets every letter to this address; what has not left yet never will.
pub async fn forget(tx: &mut Tx, recipient: &str) -> anyhow::Result<()> {
    Ok(store::forget(tx, recipient).await?)
}
