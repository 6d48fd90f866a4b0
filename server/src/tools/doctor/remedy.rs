//! What to do about an answer of a mail server, by what it says: its code, its status (RFC 3463), and the words that many
//! mail servers use where they give no status.

use lettre::transport::smtp;

/// What to do when nothing answers.
pub const UNREACHABLE: &str = "Check the host and the port in `mail_smtp`, and whether a firewall lets us out: many \
                               providers block port 25, and 587 or 465 works.";
const SENDER: &str =
    "Check whether the mail server may send for the addresses in `mail_from` and, if it is set, `mail_bounces`.";
const SIGN_IN: &str = "Check user and password in `mail_smtp`; write characters such as @ or / in them percent-encoded. \
                       Some providers want a password for apps.";
const RELAY: &str = "It takes nothing for other domains from here: put user and password into `mail_smtp`, or let whoever \
                     runs the mail server allow this machine to send.";
const BAD_NAME: &str = "The address of this machine, or of the mail server, has a bad name: ask the list or provider that \
                        is named to take it off, or send through a relay (`mail_smtp`).";
const RECORDS: &str = "It does not believe that the e-mail is from you: check that SPF, DKIM and DMARC stand in the DNS as \
                       printed above.";
const POLICY: &str = "It is not allowed by the mail server: check whether it may send for the addresses in `mail_from` and, \
                      if it is set, `mail_bounces`, and whether SPF, DKIM and DMARC stand in the DNS as printed above.";
const NOBODY: &str = "The mail server works, but there is no such recipient: check the address after `--send-test`.";
const CLOSED: &str =
    "The mail server works, but the recipient's mailbox is closed: try another address after `--send-test`.";
const FULL: &str = "There is no room: in the mailbox after `--send-test`, or on the disk of the mail server.";
const TOO_LARGE: &str = "It takes only smaller e-mails. This one is as small as they get: ask whoever runs the mail server \
                         for its limit.";
const ROUTE: &str = "The mail server does not know where to deliver it: check the part after the @ of the recipient, and the \
                     DNS and the routes of the mail server.";
const WAIT: &str = "That may pass; try again in a few minutes.";
const GREYLIST: &str = "It makes whoever it does not know wait (greylisting). That may pass; try again in a few minutes, \
                        and queued e-mails are retried anyway.";
const ASK: &str = "Ask whoever runs the mail server what it means.";

/// An error in words; one of a mail server names its causes itself.
pub fn told(error: &anyhow::Error) -> String {
    if error.is::<smtp::Error>() { error.to_string() } else { format!("{error:#}") }
}

/// What to do about an answer of a mail server.
pub fn remedy(error: &anyhow::Error) -> &'static str {
    let Some(smtp) = error.downcast_ref::<smtp::Error>() else { return "" };
    let said = told(error).to_lowercase();
    if let Some(code) = smtp.status() {
        return of_answer(&code.to_string(), &said);
    }
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if has(&["starttls"]) {
        ENCRYPTION
    } else if has(&["certificate", "handshake", "corrupt message", "invalidcontenttype"]) || smtp.is_tls() {
        "Check the encryption: smtps:// is for port 465, smtp:// with ?tls=required for 587, and the name of the host has \
         to be the one in its certificate."
    } else if has(&["lookup", "resolve", "name or service"]) {
        "There is no such host: check its name in `mail_smtp`."
    } else if has(&["smtputf8"]) {
        "It takes only addresses of plain letters."
    } else if has(&["mechanism"]) {
        "It offers no sign-in without encryption: add ?tls=required to `mail_smtp`, or leave user and password out."
    } else {
        UNREACHABLE
    }
}

const ENCRYPTION: &str =
    "It wants encryption first: write smtp:// with ?tls=required in `mail_smtp`, or smtps:// for port 465.";

/// What to do about a code and what was said with it, in small letters.
fn of_answer(code: &str, said: &str) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if has(&["starttls", "must use tls", "encryption required"]) {
        return ENCRYPTION;
    }
    if ["454", "530", "534", "535", "538"].contains(&code) {
        return SIGN_IN;
    }
    if has(&["greylist", "graylist"]) {
        return GREYLIST;
    }
    let status = status(said);
    if code.starts_with('4') {
        return if matches!(status, Some((_, 2, 2) | (_, 3, 1))) || code == "452" { FULL } else { WAIT };
    }
    // What it says of itself before what its status says: 5.7.1 is said of everything.
    if has(&["relay", "not permitted to send through"]) {
        return RELAY;
    }
    if has(&[
        "block list",
        "blocklist",
        "blacklist",
        "block-list",
        "spamhaus",
        " rbl",
        "reputation",
        "barracuda",
        "listed",
    ]) {
        return BAD_NAME;
    }
    if has(&["spf", "dkim", "dmarc", "unauthenticated", "5.7.26"]) {
        return RECORDS;
    }
    match status {
        Some((5, 1, 7 | 8) | (5, 7, 60)) => SENDER,
        Some((5, 1, _)) => NOBODY,
        Some((5, 2, 2) | (5, 3, 1)) => FULL,
        Some((5, 2, 3) | (5, 3, 4)) => TOO_LARGE,
        Some((5, 2, _) | (5, 7, 13)) => CLOSED,
        Some((5, 4, _)) => ROUTE,
        Some((5, 7, 3 | 8 | 9)) => SIGN_IN,
        Some((5, 7, 20..=29)) => RECORDS,
        Some((5, 7, _)) => POLICY,
        _ => by_words(code, said),
    }
}

/// What to do where no status is said.
fn by_words(code: &str, said: &str) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if has(&["too large", "too big", "size limit", "exceeds"]) {
        TOO_LARGE
    } else if code == "552" || has(&["quota", "mailbox full", "mailbox is full"]) {
        FULL
    } else if has(&[
        "user unknown",
        "unknown user",
        "no such user",
        "no such recipient",
        "does not exist",
        "no mailbox",
    ]) {
        NOBODY
    } else if has(&["spam", "policy", "rejected due to", "blocked"]) {
        POLICY
    } else if matches!(code, "550" | "551" | "553" | "554") {
        SENDER
    } else {
        ASK
    }
}

/// The status in an answer, such as 5.7.1; an address of four numbers is none.
fn status(said: &str) -> Option<(u16, u16, u16)> {
    said.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|word| {
        let numbers: Option<Vec<u16>> =
            word.trim_matches('.').split('.').map(|number| number.parse().ok().filter(|it| *it < 1000)).collect();
        match numbers?[..] {
            [class @ (2 | 4 | 5), subject, detail] => Some((class, subject, detail)),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("554", "5.7.1 <x@y.example>: relay access denied", RELAY)]
    #[case("550", "relaying not allowed", RELAY)]
    #[case("554", "5.7.1 service unavailable; client host [203.0.113.7] blocked using zen.spamhaus.org", BAD_NAME)]
    #[case("550", "5.7.606 access denied, banned sending ip; listed", BAD_NAME)]
    #[case("554", "your mail server has a poor reputation", BAD_NAME)]
    #[case("550", "550-5.7.26 this mail has been blocked because the sender is unauthenticated", RECORDS)]
    #[case("550", "5.7.23 spf validation failed", RECORDS)]
    #[case("550", "5.7.509 access denied, sending domain does not pass dmarc verification", RECORDS)]
    #[case("554", "5.1.1 <nobody@y.example>: no such user here", NOBODY)]
    #[case("550", "#5.1.10 recipient not found", NOBODY)]
    #[case("550", "requested action not taken: user unknown", NOBODY)]
    #[case("554", "5.1.8 bad sender's system address", SENDER)]
    #[case("554", "5.7.60 client does not have permissions to send as this sender", SENDER)]
    #[case("553", "not owned by user", SENDER)]
    #[case("554", "transaction failed", SENDER)]
    #[case("554", "5.2.1 this mailbox is disabled", CLOSED)]
    #[case("554", "5.2.2 mailbox full", FULL)]
    #[case("552", "requested mail action aborted: exceeded storage allocation", FULL)]
    #[case("452", "4.3.1 insufficient system storage", FULL)]
    #[case("554", "5.3.4 message too big for system", TOO_LARGE)]
    #[case("552", "5.2.3 message exceeds the limit", TOO_LARGE)]
    #[case("552", "message size exceeds fixed maximum", TOO_LARGE)]
    #[case("554", "5.4.4 unable to route: no mail hosts for domain", ROUTE)]
    #[case("554", "5.7.0 message content rejected", POLICY)]
    #[case("554", "message refused by policy", POLICY)]
    #[case("535", "5.7.8 authentication credentials invalid", SIGN_IN)]
    #[case("550", "5.7.3 requested action aborted; user not authenticated", SIGN_IN)]
    #[case("530", "5.7.0 must issue a starttls command first", ENCRYPTION)]
    #[case("450", "4.7.1 greylisted, come back later", GREYLIST)]
    #[case("450", "4.2.0 recipient address rejected: greylisting in action", GREYLIST)]
    #[case("421", "4.7.0 try again later", WAIT)]
    #[case("521", "we take no mail, from 192.0.2.1 neither", ASK)]
    fn the_remedy_follows_from_what_the_mail_server_says(
        #[case] code: &str,
        #[case] said: &str,
        #[case] remedy: &'static str,
    ) {
        assert_eq!(of_answer(code, said), remedy, "{code} {said}");
    }
}
