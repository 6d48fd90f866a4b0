//! Whether e-mail leaves, and what has to stand in the DNS for it to arrive.

use std::{os::unix::fs::PermissionsExt, time::Duration};

use lettre::message::Mailbox;

use super::{
    Findings,
    dns::{Answer, Resolver},
    is_here,
    records::{self, Verdict},
    remedy::{UNREACHABLE, remedy, told},
};
use crate::{
    ids::RowId,
    kit::{
        app::App,
        config::{MailDelivery, Settings},
        email::{self, Letter},
    },
    links::returns,
    people::community,
    tools::mail_key::in_zone,
};

/// How long a mail server may take to let us in.
const PATIENCE: Duration = Duration::from_secs(20);
/// DMARC is looked for at a domain and at so many in all, going up.
const MOST_ABOVE: usize = 4;

/// Whether e-mail leaves the way the settings say.
pub async fn way(app: &App, found: &mut Findings) {
    let tried = tokio::time::timeout(PATIENCE, app.mailer.try_out()).await;
    let trouble = match tried {
        Ok(Ok(())) => None,
        Ok(Err(error)) => Some((told(&error), remedy(&error))),
        Err(_) => Some(("no answer in 20 seconds".into(), UNREACHABLE)),
    };
    match (&app.settings.mail, trouble) {
        (MailDelivery::Smtp(url), None) => {
            let signed_in = url::Url::parse(url).is_ok_and(|url| !url.username().is_empty());
            let how = if signed_in { "lets us in with user and password" } else { "lets us in" };
            found.well.push(format!("The mail server {} {how}.", server(url)));
        }
        (MailDelivery::Smtp(url), Some((error, remedy))) => {
            found.ill.push(format!("The mail server {} does not let us in ({error}). {remedy}", server(url)));
        }
        (MailDelivery::Sendmail(command), None) => {
            found.well.push(format!("E-mail is handed to {}.", command.display()));
        }
        (MailDelivery::Sendmail(command), Some((error, _))) => found.ill.push(format!(
            "The command {} cannot take e-mail ({error}). Install a mail server that brings it, or set `mail_smtp`.",
            command.display()
        )),
        (MailDelivery::Folder(folder), Some((error, _))) => found.ill.push(format!(
            "The e-mail folder {} is not writable ({error}). Give this user permission to write there, or set `mail_smtp`.",
            folder.display()
        )),
        (MailDelivery::Folder(folder), None) => found.note(
            is_here(&app.settings.base_url),
            format!("E-mail is written to {}.", folder.display()),
            format!("E-mail is only written to {}. Set `mail_smtp`, or nobody can join.", folder.display()),
        ),
    }
    if let Some(dkim) = &app.settings.mail_dkim {
        let file = dkim.key.display();
        let open = std::fs::metadata(&dkim.key).is_ok_and(|found| found.permissions().mode() & 0o007 != 0);
        found.note(
            !open,
            format!("E-mail is signed with the key in {file}."),
            format!("Everybody on this machine may read {file} and sign as you. Do: chmod 600 {file}"),
        );
    }
}

/// What has to stand in the DNS, and whether it does if there is a program to ask.
pub async fn records(app: &App, resolver: Option<&Resolver>, found: &mut Findings) -> anyhow::Result<()> {
    let settings = &app.settings;
    if is_here(&settings.base_url) && matches!(settings.mail, MailDelivery::Folder(_)) {
        return Ok(());
    }
    let from: Mailbox = settings.mail_from.parse()?;
    let domain = email::ascii_domain(from.email.domain());
    let bounces = settings.mail_bounces.as_deref().and_then(|pattern| pattern.rsplit_once('@'));
    let envelope = bounces.map_or_else(|| domain.clone(), |(_, domain)| email::ascii_domain(domain));
    let key = email::signer(settings)?.map(|signer| signer.record()).transpose()?;
    let sender = sender(settings);
    let Some(resolver) = resolver else {
        found.look.push("Nothing here asks the DNS (dig, host, drill, nslookup, resolvectl). Compare by hand:".into());
        spf_to_publish(&envelope, &sender, found);
        dkim_to_publish(&domain, key.as_ref(), found);
        dmarc_to_publish(&domain, found);
        return Ok(());
    };
    let key_texts = async {
        match &key {
            Some((name, _)) => Some(resolver.texts(name).await),
            None => None,
        }
    };
    let (spf, key_texts, dmarc) = tokio::join!(resolver.texts(&envelope), key_texts, policies(resolver, &domain));
    let before = found.ill.len() + found.look.len();
    match spf {
        Answer::Texts(texts) => say(found, records::spf(&texts, &envelope, &sender)),
        Answer::Unknown(why) => {
            spf_to_publish(&envelope, &sender, found);
            not_asked(found, resolver, &why);
        }
    }
    match (&key, key_texts) {
        (Some((name, text)), Some(Answer::Texts(texts))) => say(found, records::dkim(&texts, name, text)),
        (_, Some(Answer::Unknown(why))) => {
            dkim_to_publish(&domain, key.as_ref(), found);
            not_asked(found, resolver, &why);
        }
        _ => dkim_to_publish(&domain, key.as_ref(), found),
    }
    match dmarc {
        Ok(texts) => say(found, records::dmarc(&texts, &domain)),
        Err(why) => {
            dmarc_to_publish(&domain, found);
            not_asked(found, resolver, &why);
        }
    }
    if found.ill.len() + found.look.len() > before {
        found.look.push(format!(
            "What {} says of the DNS is what this machine sees; a DNS of its own, or a change less than a day old, may look \
             otherwise from outside.",
            resolver.name()
        ));
    }
    Ok(())
}

fn say(found: &mut Findings, verdict: Verdict) {
    match verdict {
        Verdict::Well(said) => found.well.push(said),
        Verdict::Ill(said) => found.ill.push(said),
        Verdict::Look(said) => found.look.push(said),
    }
}

fn not_asked(found: &mut Findings, resolver: &Resolver, why: &str) {
    if let Some(last) = found.look.last_mut() {
        *last = format!("{last}\n{} could not be asked: {why}", resolver.name());
    }
}

/// What stands about e-mail at a domain, and at those above it, as far as it is looked there (RFC 7489, 6.6.3).
async fn policies(resolver: &Resolver, domain: &str) -> Result<Vec<(String, Vec<String>)>, String> {
    let mut found = vec![];
    let above = std::iter::successors(Some(domain), |domain| domain.split_once('.').map(|(_, above)| above));
    for domain in above.take_while(|domain| domain.contains('.')).take(MOST_ABOVE) {
        match resolver.texts(&format!("_dmarc.{domain}")).await {
            Answer::Texts(texts) => found.push((domain.to_owned(), texts)),
            Answer::Unknown(why) => return Err(why),
        }
    }
    Ok(found)
}

/// The machine from which e-mail goes out into the world, as far as the settings say.
fn sender(settings: &Settings) -> String {
    let sender = match &settings.mail {
        MailDelivery::Smtp(url) => server(url),
        MailDelivery::Sendmail(_) | MailDelivery::Folder(_) => "localhost".into(),
    };
    let own = is_here(&format!("smtp://{sender}"));
    let host = url::Url::parse(&settings.base_url).ok().and_then(|url| url.host_str().map(ToOwned::to_owned));
    if own { host.unwrap_or(sender) } else { sender }
}

fn spf_to_publish(domain: &str, sender: &str, found: &mut Findings) {
    found.look.push(format!(
        "SPF: who may send for {domain}. If there is no record with v=spf1, publish this one; if there is, put `a:{sender}` \
         into it. A provider names something else, mostly `include:` and a name.\n{}See it: dig +short TXT {domain}",
        in_zone(domain, &format!("v=spf1 mx a:{sender} ~all"))
    ));
}

fn dkim_to_publish(domain: &str, key: Option<&(String, String)>, found: &mut Findings) {
    found.look.push(match key {
        Some((name, text)) => format!(
            "DKIM: the key that belongs to the signatures.\n{}See it: dig +short TXT {name}",
            in_zone(name, text)
        ),
        None => format!(
            "DKIM: nothing is signed here. If your mail server does not sign for {domain} either, set `mail_dkim_selector` \
             and `mail_dkim_key`, and use `lyceum mail-key`."
        ),
    });
}

fn dmarc_to_publish(domain: &str, found: &mut Findings) {
    found.look.push(format!(
        "DMARC: what becomes of e-mail that only claims to be from {domain}. Begin with p=none, which changes nothing.\n\
         {}See it: dig +short TXT _dmarc.{domain}",
        in_zone(&format!("_dmarc.{domain}"), &format!("v=DMARC1; p=none; rua=mailto:postmaster@{domain}"))
    ));
}

/// Sends a test e-mail now, past the queue.
pub async fn send_test(app: &App, address: &str, found: &mut Findings) -> anyhow::Result<()> {
    let community = community::of(app).await?;
    let id = app.db.always(async |tx| Ok(RowId(tx.new_id()))).await?;
    let body = format!(
        "This is a test from {}.\n\nIf you can read this, e-mail leaves. Whether it also arrives where it should is in \
         its headers: look at its source for spf=pass, dkim=pass and dmarc=pass.\n",
        app.settings.base_url
    );
    let letter = Letter::plain(address, &format!("A test from {}", community.name), &body);
    // From the address that others are sent from: a mail server may take one and not the other.
    let bounces = app.bounce_addresses.as_ref().map(|pattern| returns::address(pattern, &community.secret, id));
    match app.mailer.send(id, &letter, &community.name, bounces.as_deref()).await {
        Ok(said) => found.well.push(format!("The test e-mail to {address} left: {said}.")),
        Err(error) => {
            found.ill.push(format!(
                "The test e-mail to {address} did not leave ({}). {}",
                told(&error),
                remedy(&error)
            ));
        }
    }
    Ok(())
}

/// The host of a mail server.
fn server(url: &str) -> String {
    url::Url::parse(url).ok().and_then(|url| url.host_str().map(ToOwned::to_owned)).unwrap_or_default()
}
