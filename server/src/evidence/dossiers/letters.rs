//! E-mails about dossiers: the code for the address of whoever attests one, and that somebody did.

use super::{Edition, Signature};
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
    of: &str,
    email: &str,
    code: &str,
) -> anyhow::Result<()> {
    let (front, back) = code.split_at(code.len() / 2);
    let letter = Letter {
        hello: t.say("letter-agreement-hello"),
        text: t.with("letter-attestation-code", "name", of),
        reason: format!("{front} {back}"),
        link: String::new(),
        after: t.say("letter-attestation-code-after"),
        yours: String::new(),
        words: "",
        community: &community.name,
        base_url,
    };
    letter.write(tx, email, &t.with("letter-attestation-code-subject", "community", community.name.as_str())).await
}

/// Tells a member who attested what.
pub async fn tell(
    tx: &mut Tx,
    (base_url, community): (&str, &Community),
    edition: &Edition,
    signature: &Signature,
) -> anyhow::Result<()> {
    let Some(member) = members::by_id(tx, edition.member).await?.filter(emails::is_here) else { return Ok(()) };
    let Some(address) = addresses::of(tx, &member).await? else { return Ok(()) };
    if returns::failing(tx, &address).await?.is_some_and(|failing| failing.stopped_at.is_some()) {
        return Ok(());
    }
    let t = letters::words_of(&member, community);
    let title = edition.content()?.title;
    let letter = Letter {
        hello: t.with("letter-hello", "name", member.name.as_str()),
        text: t.with2("letter-attestation-signed", ("name", signature.name.as_str()), ("title", title.as_str())),
        reason: String::new(),
        link: format!("{base_url}/me/dossiers/{}/editions/{}/", edition.dossier, edition.id),
        after: String::new(),
        yours: t.say("letter-agreement-note"),
        words: &signature.note,
        community: &community.name,
        base_url,
    };
    letter.write(tx, &address, &t.with("letter-attestation-subject", "title", title.as_str())).await
}
