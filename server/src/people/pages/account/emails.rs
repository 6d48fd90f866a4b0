//! The e-mails of accounts: a greeting, what it is about, perhaps a link, and what to do if it was somebody else.
//!
//! Nothing that a stranger typed stands in an e-mail to somebody else, except a handle, which can hold no message. What an
//! organiser writes to those they invite is theirs, and so are the answers.

use askama::Template;

use super::words_for;
use crate::{
    events::Lane,
    kit::{app::App, db::Tx, email, i18n::Locale},
    people::{
        community::Community,
        members::{self, Email, Member},
    },
};

/// What every e-mail is written with.
pub struct MailContext<'a> {
    base_url: &'a str,
    community: &'a Community,
    words: &'a Locale,
}

#[derive(Template)]
#[template(path = "people/pages/account/mail/letter.txt", whitespace = "preserve")]
struct Letter<'a> {
    hello: String,
    text: String,
    note: &'a str,
    link: String,
    after: String,
    community: &'a str,
    base_url: &'a str,
}

impl<'a> MailContext<'a> {
    /// What e-mails of this community are written with, in this locale.
    pub fn new(app: &'a App, community: &'a Community, words: &'a Locale) -> Self {
        Self { base_url: &app.settings.base_url, community, words }
    }

    /// The same with the recipient's locale.
    #[must_use]
    pub const fn with(&self, words: &'a Locale) -> Self {
        Self { words, ..*self }
    }

    /// The words at hand.
    pub const fn words(&self) -> &Locale {
        self.words
    }

    /// A whole link. The host is the one in the settings, never the one a request names.
    pub fn link(&self, path: &str, secret: &str) -> String {
        format!("{}{path}{secret}", self.base_url)
    }

    /// Writes an e-mail of a kind: its subject, text and end are messages named after it.
    async fn write(
        &self,
        tx: &mut Tx,
        to: &str,
        hello: String,
        kind: &str,
        name: &str,
        link: String,
    ) -> anyhow::Result<()> {
        self.write_with(tx, to, hello, kind, name, link, &Note::default()).await
    }

    /// The same with words of somebody's own in it.
    #[expect(clippy::too_many_arguments, reason = "a letter is made of these")]
    async fn write_with(
        &self,
        tx: &mut Tx,
        to: &str,
        hello: String,
        kind: &str,
        name: &str,
        link: String,
        note: &Note<'_>,
    ) -> anyhow::Result<()> {
        let say = |key: String| self.words.with2(&key, ("community", self.community.name.as_str()), ("name", name));
        let letter = Letter {
            hello,
            text: say(format!("letter-{kind}")),
            note: note.text,
            link,
            after: say(format!("letter-{kind}-after")),
            community: &self.community.name,
            base_url: self.base_url,
        };
        // Somebody waits for each of these but an invitation, of which there may be thousands.
        let lane = if kind == "invite" { Lane::Later } else { Lane::Soon };
        email::write(tx, lane, to, note.reply_to, &say(format!("letter-{kind}-subject")), &letter.render()?).await
    }

    async fn to_member(
        &self,
        tx: &mut Tx,
        member: &Member,
        kind: &str,
        name: &str,
        link: String,
    ) -> anyhow::Result<()> {
        let Some(email) = &member.email else { return Ok(()) };
        let hello = self.words.with("letter-hello", "name", member.name.as_str());
        self.write(tx, email, hello, kind, name, link).await
    }
}

/// To somebody who joins: confirms that the address is theirs.
pub async fn confirm(tx: &mut Tx, desk: &MailContext<'_>, to: &str, handle: &str, secret: &str) -> anyhow::Result<()> {
    let hello = desk.words.say("letter-hello-stranger");
    desk.write(tx, to, hello, "confirm", handle, desk.link("/join/confirm/", secret)).await
}

/// Which way a link that signs in came about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// They asked for it.
    Asked,
    /// They, or somebody, wanted to join with an address that has an account.
    Joined,
    /// The account came in by an import, and nobody has claimed it yet.
    Unclaimed,
}

/// To a member: a link that signs them in.
pub async fn sign_in(
    tx: &mut Tx,
    desk: &MailContext<'_>,
    member: &Member,
    why: Why,
    secret_and_next: &str,
) -> anyhow::Result<()> {
    let kind = match why {
        Why::Asked => "sign-in",
        Why::Joined => "known",
        Why::Unclaimed => "claim",
    };
    desk.to_member(tx, member, kind, &member.handle, desk.link("/sign-in/link/", secret_and_next)).await
}

/// To a member: a link that sets a new password.
pub async fn reset(tx: &mut Tx, desk: &MailContext<'_>, member: &Member, secret: &str) -> anyhow::Result<()> {
    desk.to_member(tx, member, "reset", &member.handle, desk.link("/reset/", secret)).await
}

/// To the new address of a member: confirms that it is theirs.
pub async fn new_address(
    tx: &mut Tx,
    desk: &MailContext<'_>,
    member: &Member,
    to: &Email,
    secret: &str,
) -> anyhow::Result<()> {
    let hello = desk.words.say("letter-hello-stranger");
    desk.write(tx, to.as_str(), hello, "address", &member.handle, desk.link("/join/confirm/", secret)).await
}

/// To the present address of a member without a password: a link that lets them ask for another one.
pub async fn move_address(tx: &mut Tx, desk: &MailContext<'_>, member: &Member, secret: &str) -> anyhow::Result<()> {
    desk.to_member(tx, member, "move", &member.handle, desk.link("/join/confirm/", secret)).await
}

/// To an address that has an account, when another member wanted it for theirs.
pub async fn address_taken(tx: &mut Tx, desk: &MailContext<'_>, owner: &Member) -> anyhow::Result<()> {
    desk.to_member(tx, owner, "address-taken", &owner.handle, String::new()).await
}

/// To the present address of a member: says that it is to change.
pub async fn address_changes(tx: &mut Tx, desk: &MailContext<'_>, member: &Member) -> anyhow::Result<()> {
    desk.to_member(tx, member, "address-changes", &member.handle, desk.link("/me/settings/", "")).await
}

/// To those who run the community: somebody asks to join.
pub async fn asked(tx: &mut Tx, desk: &MailContext<'_>, asker: &Member) -> anyhow::Result<()> {
    for organiser in members::organisers(tx).await? {
        let words = words_for(&organiser, desk.words);
        let desk = desk.with(&words);
        desk.to_member(tx, &organiser, "asked", &asker.handle, desk.link("/manage/#requests", "")).await?;
    }
    Ok(())
}

/// To somebody who asked to join: they are in.
pub async fn let_in(tx: &mut Tx, desk: &MailContext<'_>, member: &Member) -> anyhow::Result<()> {
    desk.to_member(tx, member, "let-in", &member.handle, desk.link("/sign-in", "")).await
}

/// To somebody who asked to join: they are not let in.
pub async fn turned_away(tx: &mut Tx, desk: &MailContext<'_>, asker: &Member, said: &str) -> anyhow::Result<()> {
    // What the organiser says stands where a link stands in other letters: on its own, between two paragraphs.
    desk.to_member(tx, asker, "turned-away", &asker.handle, said.to_owned()).await
}

/// Words of somebody's own in a letter, and where an answer to it goes.
#[derive(Clone, Copy, Default)]
pub struct Note<'a> {
    /// The words; empty for none.
    pub text: &'a str,
    /// The address for answers; empty for the sender's.
    pub reply_to: &'a str,
}

/// To somebody who is invited: in the organiser's name and with what they say, and the line about the community.
pub async fn invite(
    tx: &mut Tx,
    desk: &MailContext<'_>,
    to: &Email,
    organiser: &Member,
    words: &str,
    secret: &str,
) -> anyhow::Result<()> {
    let hello = desk.words.say("letter-hello-stranger");
    let tagline = desk.community.tagline.as_str();
    let text = [words, tagline].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    let note = Note { text: &text, reply_to: organiser.email.as_deref().unwrap_or_default() };
    let link = desk.link("/join?invite=", secret);
    desk.write_with(tx, to.as_str(), hello, "invite", &organiser.name, link, &note).await
}
