//! The address at which a member wants e-mails about news, if it is not that of their account: people take a course from
//! work, and read at home.
//!
//! It counts when it was confirmed by a link that was sent there. Links to sign in and messages about security go to the
//! address of the account whatever stands here.

mod store;

use crate::{
    ids::{MemberId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        secrets,
    },
    links::letters::{self, Letter},
    people::{
        community::Community,
        members::{Email, Member},
    },
};

/// A link that confirms an address is good for so long.
const CONFIRM_DAYS: i64 = 3;

/// What a member chose.
#[derive(Clone, Debug, Default, sqlx::FromRow)]
pub struct Elsewhere {
    /// The address that e-mails about news go to.
    pub address: Option<String>,
    /// The one that is to take its place, and was not confirmed yet.
    pub asked: Option<String>,
}

/// What a link confirms.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Asked {
    /// Whose e-mails go there then.
    pub member: MemberId,
    /// Where they go.
    pub asked: String,
}

/// What a member chose; what waits for longer than its link is good is left out.
pub async fn find(conn: &mut Conn, member: MemberId, now: Timestamp) -> anyhow::Result<Elsewhere> {
    Ok(store::find(conn, member, now.plus_days(-CONFIRM_DAYS)).await?.unwrap_or_default())
}

/// Where e-mails about news go to a member, if anywhere.
pub async fn of(conn: &mut Conn, member: &Member) -> anyhow::Result<Option<String>> {
    Ok(store::address(conn, member.id).await?.or_else(|| member.email.clone()))
}

/// Notes that e-mails are to go to this address, and answers the secret of the link that confirms it. An earlier link is
/// good no more.
pub async fn ask(tx: &mut Tx, member: MemberId, address: &Email) -> anyhow::Result<String> {
    let secret = secrets::make();
    store::ask(tx, member, address.as_str(), &secrets::hash(&secret)).await?;
    Ok(secret)
}

/// Writes to both: to the one that it is to be confirmed, and to that of the account that e-mails are to go elsewhere.
pub async fn write_letters(
    tx: &mut Tx,
    app: &App,
    community: &Community,
    member: &Member,
    address: &Email,
    secret: &str,
) -> anyhow::Result<()> {
    let words = letters::words_of(member, community);
    let base_url = &app.settings.base_url;
    let letter = |kind: &str, hello: String, path: String| {
        let say = |key: String| words.with2(&key, ("community", &*community.name), ("name", &*member.handle));
        let letter = Letter {
            hello,
            text: say(format!("letter-{kind}")),
            reason: String::new(),
            link: format!("{base_url}{path}"),
            after: say(format!("letter-{kind}-after")),
            yours: String::new(),
            words: "",
            community: &community.name,
            base_url,
        };
        (letter, say(format!("letter-{kind}-subject")))
    };
    // Whoever has the address need not be who asks: nothing but the handle is theirs.
    let stranger = words.say("letter-hello-stranger");
    let (confirms, subject) = letter("mail-address", stranger, format!("/mail/address/{secret}"));
    confirms.write(tx, address.as_str(), &subject).await?;
    let Some(own) = &member.email else { return Ok(()) };
    let hello = words.with("letter-hello", "name", &*member.name);
    let (tells, subject) = letter("mail-address-changes", hello, "/me/mail/".into());
    tells.write(tx, own, &subject).await
}

/// What the link with this secret confirms, if it is still good.
pub async fn asked_by(conn: &mut Conn, secret: &str, now: Timestamp) -> anyhow::Result<Option<Asked>> {
    Ok(store::asked_by(conn, &secrets::hash(secret), now.plus_days(-CONFIRM_DAYS)).await?)
}

/// The address is somebody's who wants these e-mails: from now on they go there. Said twice it is the same.
pub async fn confirm(tx: &mut Tx, secret: &str) -> anyhow::Result<Option<MemberId>> {
    let since = tx.now.plus_days(-CONFIRM_DAYS);
    Ok(store::confirm(tx, &secrets::hash(secret), since).await?)
}

/// Whether the link with this secret has confirmed what still holds.
pub async fn is_confirmed(conn: &mut Conn, secret: &str) -> anyhow::Result<bool> {
    Ok(store::is_confirmed(conn, &secrets::hash(secret)).await?)
}

/// E-mails go to the address of the account again, and what was not confirmed never is.
pub async fn give_up(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::delete(tx, member).await?)
}
