//! E-mails about agreements: the code for the address of whoever answers, and that something was answered.

use super::{Agreement, Answer};
use crate::{
    kit::{db::Tx, i18n::Locale},
    links::{
        addresses, emails,
        letters::{self, Letter},
        returns,
    },
    people::{community::Community, members},
};

/// Sends somebody the code that shows that they read the e-mail of their address.
pub async fn send_code(
    tx: &mut Tx,
    (base_url, community, t): (&str, &Community, &Locale),
    title: &str,
    email: &str,
    code: &str,
) -> anyhow::Result<()> {
    let (front, back) = code.split_at(code.len() / 2);
    let letter = Letter {
        hello: t.say("letter-agreement-hello"),
        text: t.with("letter-agreement-code", "title", title),
        reason: format!("{front} {back}"),
        link: String::new(),
        after: t.say("letter-agreement-code-after"),
        yours: String::new(),
        words: "",
        community: &community.name,
        base_url,
    };
    letter.write(tx, email, &t.with("letter-agreement-code-subject", "community", community.name.as_str())).await
}

/// Tells a member what was answered.
pub async fn tell(
    tx: &mut Tx,
    (base_url, community): (&str, &Community),
    agreement: &Agreement,
    answer: &Answer,
) -> anyhow::Result<()> {
    let Some(member) = members::by_id(tx, agreement.member).await?.filter(emails::is_here) else { return Ok(()) };
    let Some(address) = addresses::of(tx, &member).await? else { return Ok(()) };
    if returns::failing(tx, &address).await?.is_some_and(|failing| failing.stopped_at.is_some()) {
        return Ok(());
    }
    let t = letters::words_of(&member, community);
    let letter = Letter {
        hello: t.with("letter-hello", "name", member.name.as_str()),
        text: t.with2("letter-agreement-answered", ("name", answer.name.as_str()), ("title", agreement.title.as_str())),
        reason: t.say(answer.said().key()),
        link: format!("{base_url}/me/agreements/{}/", agreement.id),
        after: String::new(),
        yours: t.say("letter-agreement-note"),
        words: &answer.note,
        community: &community.name,
        base_url,
    };
    letter.write(tx, &address, &t.with("letter-agreement-subject", "title", agreement.title.as_str())).await
}
