//! Answers by e-mail: what members write back to e-mails becomes what they would have typed on the page.
//!
//! Each e-mail about one conversation names an address for answers that nobody can make up. It says who may answer there,
//! and what. What comes to it goes the way of the form: the same verb, the same rules. Whatever becomes of it, its writer
//! is told, and nobody else; what a machine wrote becomes nothing and is never answered.

mod letters;
pub mod mailbox;
pub mod receiving;
pub mod rules;
mod store;

use mailin::{Answer, Mail, Own, What};
use sha2::{Digest, Sha256};

use self::rules::{Addressed, Subject, is_same_address};
use crate::{
    events::Event,
    ids::{CommentId, ConversationId, MemberId, RowId, Timestamp},
    kit::{
        app::{self, App},
        db::{Conn, Tx},
        email::{addresses::Pattern, lmtp::Outcome},
    },
    links::{addresses, notices, returns},
    people::{
        community::{self, Community},
        members::{self, Email, Member},
    },
    talk::{
        comments::{self, Reply, Text, Writer},
        conversations::{self, Thread},
        news,
    },
};

/// What came is kept for so long.
pub const KEPT_DAYS: i64 = 30;
/// So many answers in a member's name wait for them at most; what is more is refused.
const MOST_HELD: i64 = 20;
/// So many e-mails a day say that an answer became nothing.
const MOST_LETTERS: i64 = 20;

/// What became of an e-mail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It is a comment.
    Published,
    /// It did not come from the member's address: they decide.
    Held,
    /// They decided against it.
    Discarded,
    /// It could not be published.
    Refused,
    /// Nothing was left of it.
    Empty,
    /// It came to an address whose time was over.
    Expired,
}

impl State {
    const ALL: [Self; 6] = [Self::Published, Self::Held, Self::Discarded, Self::Refused, Self::Empty, Self::Expired];

    const fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Held => "held",
            Self::Discarded => "discarded",
            Self::Refused => "refused",
            Self::Empty => "empty",
            Self::Expired => "expired",
        }
    }
}

/// An e-mail as it is written down.
struct Came {
    member: MemberId,
    conversation: Option<ConversationId>,
    parent: Option<CommentId>,
    state: State,
    why: &'static str,
    sender: String,
    text: String,
    cut: String,
    files: String,
    once: String,
}

/// An e-mail that came from a member or in their name, for the member.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    /// Its number.
    pub id: RowId,
    parent: Option<CommentId>,
    conversation: Option<ConversationId>,
    /// What it became.
    pub comment: Option<CommentId>,
    state: String,
    /// The message that says why it was refused; empty if it was not.
    pub why: String,
    /// Whom it says it is from, if that is not the member's address.
    pub sender: String,
    /// What was written, unless it is a comment.
    pub text: String,
    /// What was left out.
    pub cut: String,
    files: String,
    /// When it came.
    pub came_at: Timestamp,
    /// What the conversation is about; empty if it is gone.
    pub title: String,
    /// The language of that.
    pub lang: String,
}

impl Listed {
    /// What became of it.
    pub fn state(&self) -> State {
        State::ALL.into_iter().find(|state| state.word() == self.state).unwrap_or(State::Refused)
    }

    /// The names of files that were left out.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.lines()
    }
}

/// What was left out of an entry that came by e-mail, for its writer.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ByEmail {
    /// The entry.
    pub comment: CommentId,
    /// Quotes and signatures.
    pub cut: String,
    files: String,
}

impl ByEmail {
    /// The names of files that were left out.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.lines()
    }

    /// Whether anything was left out.
    pub fn has_something(&self) -> bool {
        !self.cut.is_empty() || !self.files.is_empty()
    }
}

/// The address at which a member answers something.
pub fn address(pattern: &Pattern, community: &Community, member: MemberId, subject: Subject, now: Timestamp) -> String {
    pattern.with(&Addressed::new(member, subject, now).token(&community.secret))
}

/// What an address says and who may answer there, if it is one for answers.
async fn addressed(app: &App, address: &str) -> anyhow::Result<Option<(Addressed, Member)>> {
    let Some(token) = app.answer_addresses.as_ref().and_then(|pattern| pattern.token_in(address)) else {
        return Ok(None);
    };
    let community = community::of(app).await?;
    let Some(addressed) = Addressed::read(&community.secret, &token) else { return Ok(None) };
    let member = members::by_id(&mut app.db.read().await?, addressed.member).await?.filter(Member::is_in);
    Ok(member.map(|member| (addressed, member)))
}

/// Whether an address is one for answers of somebody who may answer, or one for reports. Nothing tells why not.
pub async fn knows(app: &App, address: &str) -> Outcome {
    match is_known(app, address).await {
        Ok(true) => Outcome::Taken,
        Ok(false) => Outcome::Unknown,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "an address for answers cannot be looked up");
            Outcome::Later
        }
    }
}

async fn is_known(app: &App, address: &str) -> anyhow::Result<bool> {
    Ok(returns::knows(app, address).await? || addressed(app, address).await?.is_some())
}

/// Takes an e-mail that came to an address. When it answers [`Outcome::Taken`], whatever follows is written down.
pub async fn take(app: &App, sender: Option<&str>, address: &str, raw: &[u8]) -> Outcome {
    match took(app, sender, address, raw).await {
        Ok(outcome) => outcome,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "an answer by e-mail could not be taken");
            Outcome::Later
        }
    }
}

async fn took(app: &App, sender: Option<&str>, address: &str, raw: &[u8]) -> anyhow::Result<Outcome> {
    if returns::knows(app, address).await? {
        return returns::take(app, sender, address, raw).await;
    }
    let Some((addressed, member)) = addressed(app, address).await? else { return Ok(Outcome::Unknown) };
    let (mail, once) = read(app, sender, address, raw).await?;
    let What::Answer(answer) = &mail.what else {
        // Never answered, so that machines do not talk to one another.
        app.db.always(async |tx| Ok(store::note(tx, "automatic").await?)).await?;
        return Ok(Outcome::Taken);
    };
    if store::has_come(&mut app.db.read().await?, &once).await? {
        return Ok(Outcome::Taken);
    }
    let elsewhere = addresses::find(&mut app.db.read().await?, member.id, app.now()).await?.address;
    let is_own = [&member.email, &elsewhere].into_iter().flatten().any(|own| is_same_address(&mail.from, own));
    let community = &*community::of(app).await?;
    let arrival = Arrival { app, community, member, addressed, answer, mail: &mail, is_own, once };
    arrival.settle().await
}

/// Reads an e-mail, and what names it.
async fn read(app: &App, sender: Option<&str>, address: &str, raw: &[u8]) -> anyhow::Result<(Mail, String)> {
    let link = format!("{}/mail/", app.settings.base_url);
    let address = address.to_lowercase();
    let token = address.split('@').next().unwrap_or_default().to_owned();
    let (sender, bytes) = (sender.map(ToOwned::to_owned), raw.to_vec());
    let parsed = app::render(raw.len(), {
        let token = token.clone();
        move || mailin::read(&bytes, sender.as_deref(), Own { marks: &[&link, &token] })
    });
    let mail = parsed.await?;
    let mut hash = Sha256::new();
    hash.update(&token);
    if mail.message_id.is_empty() {
        // What mail servers add on the way is not counted.
        hash.update(&mail.from);
        if let What::Answer(answer) = &mail.what {
            hash.update(&answer.text);
        }
    } else {
        hash.update(&mail.message_id);
    }
    Ok((mail, hex::encode(hash.finalize())))
}

/// An e-mail that somebody wrote and that came to an address for answers.
struct Arrival<'a> {
    app: &'a App,
    community: &'a Community,
    member: Member,
    addressed: Addressed,
    answer: &'a Answer,
    mail: &'a Mail,
    /// Whether it came from an address of the member's own.
    is_own: bool,
    once: String,
}

impl Arrival<'_> {
    async fn settle(&self) -> anyhow::Result<Outcome> {
        let (now, member) = (self.app.now(), self.member.id);
        let is_own = self.is_own;
        let mut conn = self.app.db.read().await?;
        let (conversation, parent) = subject(&mut conn, self.addressed.subject).await?;
        if self.addressed.is_expired(now) {
            let is_told = store::count(&mut conn, member, "expired", now.plus_days(-1)).await? > 0;
            drop(conn);
            // Whoever else writes there is told nothing.
            return if is_own { self.is_nothing(State::Expired, "", !is_told).await } else { Ok(Outcome::Taken) };
        }
        if !is_own {
            let held = store::count(&mut conn, member, "held", Timestamp(0)).await?;
            drop(conn);
            return self.hold(conversation, parent, held).await;
        }
        if self.answer.text.trim().is_empty() {
            drop(conn);
            return self.is_nothing(State::Empty, "", true).await;
        }
        let thread = match conversation {
            Some(conversation) => conversations::thread(&mut conn, Some(member), conversation).await?,
            None => None,
        };
        let Some(thread) = thread else {
            drop(conn);
            return self.is_nothing(State::Refused, "reply-parent-gone", true).await;
        };
        if self.app.limits.writing.take(&member.0).is_err() {
            return Ok(Outcome::Later);
        }
        let text = Text::typed(&mut conn, self.community, &thread.about.lang, &self.answer.text).await?;
        drop(conn);
        let text = match text {
            Ok(text) => text,
            Err(why) => return self.is_nothing(State::Refused, why, true).await,
        };
        let came = self.came(State::Published, "");
        let published = self.app.db.change(async |tx| {
            let id = RowId(tx.new_id());
            if !store::insert(tx, id, &Came { text: String::new(), ..came(conversation, parent) }).await? {
                return Ok(Ok(()));
            }
            match publish_in(tx, self.community, &self.member, &thread, parent, &text).await? {
                Ok(comment) => Ok(Ok(store::became(tx, id, comment).await?)),
                Err(no) => Ok(Err(no)),
            }
        });
        match published.await? {
            Ok(()) => Ok(Outcome::Taken),
            Err(no) => self.is_nothing(State::Refused, no.key(), true).await,
        }
    }

    /// What is written down of it.
    fn came(&self, state: State, why: &'static str) -> impl Fn(Option<ConversationId>, Option<CommentId>) -> Came {
        let is_own = self.is_own;
        let names = self.answer.attachments.iter().map(|file| members::one_line(&file.name));
        let files: Vec<String> = names.map(|name| if name.is_empty() { "?".into() } else { name }).collect();
        let (member, once) = (self.member.id, self.once.clone());
        let sender: String = if is_own { String::new() } else { self.mail.from.chars().take(200).collect() };
        let sender = members::one_line(&sender);
        let stored = |text: &str| -> String {
            let text: String = text.chars().take(comments::LONGEST_CHARS).collect();
            markup::characters::stored(&text).into_owned()
        };
        let (text, cut) = (stored(&self.answer.text), stored(&self.answer.cut));
        move |conversation, parent| Came {
            member,
            conversation,
            parent,
            state,
            why,
            sender: sender.clone(),
            text: text.clone(),
            cut: cut.clone(),
            files: files.join("\n"),
            once: once.clone(),
        }
    }

    /// Nothing came of it: that is written down, and the member is told.
    async fn is_nothing(&self, state: State, why: &'static str, tells: bool) -> anyhow::Result<Outcome> {
        let came = self.came(state, why);
        self.app
            .db
            .always(async |tx| {
                let (conversation, parent) = subject(tx, self.addressed.subject).await?;
                let id = RowId(tx.new_id());
                if !store::insert(tx, id, &came(conversation, parent)).await? || !tells {
                    return Ok(());
                }
                let mut told = 0;
                for state in [State::Refused, State::Empty, State::Expired] {
                    let since = tx.now.plus_days(-1);
                    told += store::count(tx, self.member.id, state.word(), since).await?;
                }
                if told > MOST_LETTERS {
                    return Ok(());
                }
                let letter =
                    letters::Nothing { state, why, text: &self.answer.text, files: self.answer.attachments.len() };
                letters::write_nothing(
                    tx,
                    self.app,
                    self.community,
                    &self.member,
                    conversation.zip(Some(parent)),
                    &letter,
                )
                .await
            })
            .await?;
        Ok(Outcome::Taken)
    }

    /// Somebody else wrote it, or the member from another address: they decide.
    async fn hold(
        &self,
        conversation: Option<ConversationId>,
        parent: Option<CommentId>,
        held: i64,
    ) -> anyhow::Result<Outcome> {
        if held >= MOST_HELD || conversation.is_none() || self.answer.text.trim().is_empty() {
            return Ok(Outcome::Unknown);
        }
        let came = self.came(State::Held, "");
        let from = self.mail.from.parse::<Email>().ok();
        self.app
            .db
            .always(async |tx| {
                let id = RowId(tx.new_id());
                if !store::insert(tx, id, &came(conversation, parent)).await? {
                    return Ok(());
                }
                let seq = news::take_place(tx).await?;
                store::place(tx, id, seq).await?;
                tx.emit(Event::NoticesChanged(self.member.id));
                // One e-mail a day says so; the page has them all.
                let since = tx.now.plus_days(-1);
                if store::count(tx, self.member.id, "held", since).await? > 1 {
                    return Ok(());
                }
                let from = from.as_ref().map(Email::as_str).unwrap_or_default();
                letters::write_held(tx, self.app, self.community, &self.member, from).await
            })
            .await?;
        Ok(Outcome::Taken)
    }
}

/// The conversation and the entry that are answered; no conversation if they are gone.
async fn subject(conn: &mut Conn, subject: Subject) -> anyhow::Result<(Option<ConversationId>, Option<CommentId>)> {
    Ok(match subject {
        Subject::Conversation(id) => (store::has_conversation(conn, id).await?.then_some(id), None),
        Subject::Comment(id) => (store::conversation_of(conn, id).await?, Some(id)),
    })
}

/// Says it in the conversation, as the form does.
async fn publish_in(
    tx: &mut Tx,
    community: &Community,
    member: &Member,
    thread: &Thread,
    parent: Option<CommentId>,
    text: &Text,
) -> anyhow::Result<Result<CommentId, comments::NoReply>> {
    let writer = Writer::Member(member);
    let moderates = thread.is_moderated_by(Some(member));
    let said = Reply { conversation: thread.id, parent, writer: &writer, moderates, text };
    let published = comments::reply(tx, community, &said).await?;
    if let (Ok(_), Some(parent)) = (&published, parent) {
        // Whoever answers has read what they answer.
        notices::seen(tx, member.id, thread.id, &[parent]).await?;
    }
    Ok(published)
}

/// What came from a member or in their name, what waits for them first.
pub async fn list(conn: &mut Conn, member: MemberId, most: i64) -> anyhow::Result<Vec<Listed>> {
    Ok(store::list(conn, member, most).await?)
}

/// How many answers in a member's name wait for them.
pub async fn held(conn: &mut Conn, member: MemberId) -> anyhow::Result<i64> {
    Ok(store::count(conn, member, "held", Timestamp(0)).await?)
}

/// Publishes an answer that waits for its member; the error is the message that says why not. None if nothing waits there.
pub async fn publish(app: &App, member: &Member, id: RowId) -> anyhow::Result<Option<Result<CommentId, &'static str>>> {
    let mut conn = app.db.read().await?;
    let Some(held) = store::held(&mut conn, member.id, id).await? else { return Ok(None) };
    let community = community::of(app).await?;
    let thread = match held.conversation {
        Some(conversation) => conversations::thread(&mut conn, Some(member.id), conversation).await?,
        None => None,
    };
    let Some(thread) = thread else { return Ok(Some(Err("reply-parent-gone"))) };
    if app.limits.writing.take(&member.id.0).is_err() {
        return Ok(Some(Err("error-too-many-text")));
    }
    let text = match Text::typed(&mut conn, &community, &thread.about.lang, &held.text).await? {
        Ok(text) => text,
        Err(why) => return Ok(Some(Err(why))),
    };
    drop(conn);
    let published = app.db.change(async |tx| {
        if !store::take_held(tx, member.id, id).await? {
            return Ok(Ok(None));
        }
        match publish_in(tx, &community, member, &thread, held.parent, &text).await? {
            Ok(comment) => {
                store::became(tx, id, comment).await?;
                tx.emit(Event::NoticesChanged(member.id));
                Ok(Ok(Some(comment)))
            }
            Err(no) => Ok(Err(no)),
        }
    });
    Ok(match published.await? {
        Ok(Some(comment)) => Some(Ok(comment)),
        Ok(None) => None,
        Err(no) => Some(Err(no.key())),
    })
}

/// A member does not want an answer published that came in their name.
pub async fn discard(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    if store::take_held(tx, member, id).await? {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// A member knows of what waits for them, up to and with this place in the order.
pub async fn seen_until(tx: &mut Tx, member: MemberId, seq: i64) -> anyhow::Result<()> {
    if store::see_until(tx, member, seq).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// What was left out of those of these entries that a member wrote by e-mail.
pub async fn of_entries(conn: &mut Conn, member: MemberId, ids: &[CommentId]) -> anyhow::Result<Vec<ByEmail>> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    Ok(store::of_entries(conn, member, &serde_json::to_string(&ids)?).await?)
}

/// Forgets what came from a member or in their name: their account has ended.
pub async fn forget_of(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_of(tx, member).await?)
}

/// Forgets what came long ago.
pub async fn forget_old(tx: &mut Tx) -> anyhow::Result<()> {
    let before = tx.now.plus_days(-KEPT_DAYS);
    Ok(store::forget(tx, before).await?)
}

/// What was wrong with the mailbox at the last look, and when; none, if all was well.
pub async fn mailbox_trouble(conn: &mut Conn) -> anyhow::Result<Option<(String, Timestamp)>> {
    Ok(store::trouble(conn).await?)
}

/// How many e-mails came that machines wrote, and when the last one did.
pub async fn dropped(conn: &mut Conn) -> anyhow::Result<Option<(i64, Timestamp)>> {
    Ok(store::dropped(conn).await?)
}
