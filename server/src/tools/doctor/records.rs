//! Whether what stands in the DNS about e-mail is what should: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489).

use crate::tools::mail_key::in_zone;

/// What is to be said of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is as it should be.
    Well(String),
    /// It is not, and what to do.
    Ill(String),
    /// Somebody has to look: from here it cannot be said.
    Look(String),
}

use Verdict::{Ill, Look, Well};

/// SPF asks for more names than receivers look up (RFC 7208, 4.6.4).
const MOST_LOOKUPS: usize = 10;
/// A part of a text record holds so many letters.
const PART: usize = 255;

/// Whether `sender` may send for a domain.
pub fn spf(texts: &[String], domain: &str, sender: &str) -> Verdict {
    let records: Vec<&String> = texts
        .iter()
        .filter(|text| text.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case("v=spf1")))
        .collect();
    let publish = in_zone(domain, &format!("v=spf1 mx a:{sender} ~all"));
    let record = match records[..] {
        [] => return Ill(format!("SPF: nothing says who may send for {domain}. Publish this record:\n{publish}")),
        [record] => record,
        [..] => {
            let all = records.iter().map(|record| format!("  {record}")).collect::<Vec<_>>().join("\n");
            return Ill(format!(
                "SPF: there are {} records for {domain}, and receivers then take none of them. Make one of them that names \
                 all who send, and remove the others:\n{all}",
                records.len()
            ));
        }
    };
    let terms: Vec<String> = record.split_whitespace().skip(1).map(str::to_lowercase).collect();
    let lookups = terms.iter().filter(|term| asks_for_more(term)).count();
    let pass = |term: &&String| !term.starts_with(['-', '~', '?']) && !term.contains('=') || is_redirect(term);
    let passing: Vec<&str> = terms.iter().filter(pass).map(|term| term.trim_start_matches('+')).collect();
    if let Some(grown) = terms.iter().find(|term| ["~all", "-all", "?all"].iter().any(|end| has_grown_on(term, end))) {
        Ill(format!(
            "SPF: “{grown}” in the record for {domain} is two things in one. If it is published in parts, one has to end, or \
             the next to begin, with a blank: parts are put together as they are."
        ))
    } else if passing.contains(&"all") {
        Ill(format!("SPF: the record for {domain} lets everybody send. Let it end with ~all instead: {record}"))
    } else if lookups > MOST_LOOKUPS {
        Ill(format!(
            "SPF: the record for {domain} asks for {lookups} other names, and receivers give up after {MOST_LOOKUPS}. \
             Remove what does not send for you any more: {record}"
        ))
    } else if passing.is_empty() {
        Ill(format!("SPF: the record for {domain} lets nobody send. Put `a:{sender}` into it: {record}"))
    } else if names(&passing, domain, sender) {
        Well(format!("SPF for {domain} names {sender}: {record}"))
    } else {
        Look(format!(
            "SPF: the record for {domain} does not name {sender}. If none of what it names covers that, put `a:{sender}`, \
             or the `include:` of your provider, into it: {record}"
        ))
    }
}

fn is_redirect(term: &str) -> bool {
    term.starts_with("redirect=")
}

fn asks_for_more(term: &str) -> bool {
    let plain = term.trim_start_matches(['+', '-', '~', '?']);
    let name = plain.split([':', '/']).next().unwrap_or_default();
    matches!(name, "include" | "a" | "mx" | "ptr" | "exists") || is_redirect(plain)
}

/// Whether a term that ends so is longer than that: what stood before it lost the blank in between.
fn has_grown_on(term: &str, end: &str) -> bool {
    term.len() > end.len() && term.ends_with(end)
}

/// Whether what may send names the sender, or a provider it belongs to.
fn names(passing: &[&str], domain: &str, sender: &str) -> bool {
    let own = sender.split_once('.').map_or(sender, |(_, parent)| if parent.contains('.') { parent } else { sender });
    passing.iter().any(|term| match term.split_once(':') {
        Some(("a", name)) => name.split('/').next() == Some(sender),
        Some(("include", name)) => name == own || name.ends_with(&format!(".{own}")),
        None => term.split('/').next() == Some("a") && domain == sender,
        Some(_) => false,
    })
}

/// The tags of a record, without the blanks in them.
fn tags(text: &str) -> Vec<(String, String)> {
    let tag = |tag: &str| {
        let (name, value) = tag.split_once('=')?;
        Some((name.trim().to_lowercase(), value.split_whitespace().collect::<String>()))
    };
    text.split(';').filter_map(tag).collect()
}

fn tag<'a>(tags: &'a [(String, String)], name: &str) -> Option<&'a str> {
    tags.iter().find(|(tag, _)| tag == name).map(|(_, value)| &**value)
}

/// Whether the key at this name is the one that belongs to the signatures.
pub fn dkim(texts: &[String], name: &str, wanted: &str) -> Verdict {
    let publish = in_zone(name, wanted);
    let text = match texts {
        [] => return Ill(format!("DKIM: there is no key at {name}. Publish this record:\n{publish}")),
        [text] => text,
        // A blank may have come into a part, and the marks around it.
        [..] if texts.iter().all(|part| wanted.contains(part.trim_matches(['"', ' ']))) => {
            return Ill(format!(
                "DKIM: the key at {name} is in {} records. It has to be one, of several parts:\n{publish}",
                texts.len()
            ));
        }
        [..] => {
            return Ill(format!(
                "DKIM: there are {} records at {name}, and receivers may take any of them. Leave only this one:\n{publish}",
                texts.len()
            ));
        }
    };
    let (there, ours) = (tags(text), tags(wanted));
    let (key, own) = (tag(&there, "p"), tag(&ours, "p").unwrap_or_default());
    let kind = |tags| tag(tags, "k").unwrap_or("rsa").to_lowercase();
    let ill = |what: &str| Ill(format!("DKIM: {what} at {name}. Publish this record in its place:\n{publish}"));
    match key {
        None => ill("there is a record that is no key"),
        Some("") => ill("the key was revoked"),
        Some(key) if key == own && kind(&there) != kind(&ours) => ill("the key is said to be of another kind"),
        Some(key) if key == own && tag(&there, "t").is_some_and(|flags| flags.split(':').any(|flag| flag == "y")) => {
            Look(format!("DKIM: the key at {name} is ours, but says t=y, so receivers may not count it. Remove that."))
        }
        Some(key) if key == own => Well(format!("DKIM: the key at {name} belongs to the signatures.")),
        Some(key) if key.contains(['"', '\\', '(', ')']) => {
            ill("quotation marks, brackets or the like stand in the key itself: where you type it, leave them out")
        }
        Some(key) if own.starts_with(key) => ill(&format!(
            "the key is cut off after {} letters (one part holds {PART}; give the rest as a second part of the same record)",
            text.len()
        )),
        Some(_) => ill("there is another key"),
    }
}

/// Whether anything says what becomes of e-mail that only claims to be from a domain: there, or at one above it, in which
/// case its texts are given with its name.
pub fn dmarc(found: &[(String, Vec<String>)], domain: &str) -> Verdict {
    let name = format!("_dmarc.{domain}");
    let publish = in_zone(&name, &format!("v=DMARC1; p=none; rua=mailto:postmaster@{domain}"));
    let is_record = |text: &&String| tags(text).first().is_some_and(|(name, value)| name == "v" && value == "DMARC1");
    let first = found.iter().find_map(|(at, texts)| {
        let records: Vec<&String> = texts.iter().filter(is_record).collect();
        (!records.is_empty()).then_some((at, records))
    });
    let Some((at, records)) = first else {
        return Ill(format!(
            "DMARC: nothing says what becomes of e-mail that only claims to be from {domain}. Begin with this record, which \
             changes nothing:\n{publish}"
        ));
    };
    let [record] = records[..] else {
        return Ill(format!(
            "DMARC: there are {} records at _dmarc.{at}, and receivers then take none of them. Leave only one.",
            records.len()
        ));
    };
    let all = tags(record);
    let policy = if at == domain { tag(&all, "p") } else { tag(&all, "sp").or(tag(&all, "p")) };
    match policy.map(str::to_lowercase).as_deref() {
        Some("none") => Well(format!(
            "DMARC for {domain} stands at _dmarc.{at} and changes nothing yet (p=none): when the reports are good, say \
             p=quarantine."
        )),
        Some(policy @ ("quarantine" | "reject")) => {
            Well(format!("DMARC for {domain} stands at _dmarc.{at}, with p={policy}."))
        }
        Some(_) | None => {
            Ill(format!("DMARC: the record at _dmarc.{at} does not say p=none, p=quarantine or p=reject: {record}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA";

    fn all(texts: &[&str]) -> Vec<String> {
        texts.iter().map(ToString::to_string).collect()
    }

    fn says(verdict: &Verdict, kind: &str, words: &str) {
        let (is, said) = match verdict {
            Well(said) => ("well", said),
            Ill(said) => ("ill", said),
            Look(said) => ("look", said),
        };
        assert!(is == kind && said.contains(words), "{kind}, {words}: {verdict:?}");
    }

    #[test]
    fn spf_is_one_record_that_lets_the_sender_send_and_not_everybody() {
        for (texts, kind, words) in [
            (&[][..], "ill", "\"v=spf1 mx a:mail.example.org ~all\""),
            (&["google-site-verification=x", "v=spf10 mx"], "ill", "Publish this record"),
            (&["v=spf1 mx ~all", "V=SPF1 include:x.test -all"], "ill", "there are 2 records"),
            (&["v=spf1 mx +all"], "ill", "lets everybody send"),
            (&["v=spf1 a:mail.example.org all"], "ill", "lets everybody send"),
            (&["v=spf1 -all"], "ill", "lets nobody send"),
            (&["v=spf1 include:x.test~all"], "ill", "two things in one"),
            (
                &[
                    "v=spf1 a mx include:a.b include:b.b include:c.b include:d.b include:e.b include:f.b exists:g.b ptr a:h.b ~all",
                ],
                "ill",
                "asks for 11 other names",
            ),
            (&["other", "v=spf1 mx a:mail.example.org ~all"], "well", "names mail.example.org"),
            (&["v=spf1 +A:mail.example.org -all"], "well", "names mail.example.org"),
            (&["v=spf1 include:_spf.example.org ~all"], "well", "names mail.example.org"),
            (&["v=spf1 include:other.test ~all"], "look", "does not name mail.example.org"),
            (&["v=spf1 redirect=other.test"], "look", "does not name"),
            (&["v=spf1 mx -all"], "look", "does not name"),
        ] {
            says(&spf(&all(texts), "example.org", "mail.example.org"), kind, words);
        }
        says(&spf(&all(&["v=spf1 a -all"]), "example.org", "example.org"), "well", "names");
    }

    #[test]
    fn dkim_is_one_record_with_the_key_of_the_signatures() {
        let (front, back) = KEY.split_at(40);
        for (texts, kind, words) in [
            (&[][..], "ill", "there is no key at"),
            (&[KEY], "well", "belongs to the signatures"),
            (&["p = MIIBIjANBgkqhkiG9w0B AQEFAAOCAQ8AMIIBCgKCAQEA ; K=rsa"], "well", "belongs"),
            (&[front, back], "ill", "is in 2 records"),
            (&[KEY, "v=DKIM1; p=AAAA"], "ill", "may take any of them"),
            (&[front], "ill", "is cut off after 40 letters"),
            (&["v=DKIM1; k=rsa; p="], "ill", "revoked"),
            (&["v=DKIM1; k=rsa; p=AAAA"], "ill", "another key"),
            (&["v=spf1 -all"], "ill", "no key"),
            (&["v=DKIM1; p=MIIBIjANBgkq\" \"hkiG"], "ill", "quotation marks"),
            (&["v=DKIM1; k=ed25519; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA"], "ill", "of another kind"),
            (&["v=DKIM1; t=y:s; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA"], "look", "t=y"),
        ] {
            says(&dkim(&all(texts), "key._domainkey.example.org", KEY), kind, words);
        }
    }

    #[test]
    fn dmarc_is_one_record_at_the_domain_or_above_it() {
        let at = |own: &[&str], above: &[&str]| {
            let found = [("in.example.org".to_owned(), all(own)), ("example.org".to_owned(), all(above))];
            dmarc(&found, "in.example.org")
        };
        says(&at(&[], &[]), "ill", "_dmarc.in.example.org. IN TXT ( \"v=DMARC1; p=none;");
        says(&at(&["v=spf1 -all"], &["v=spf1 -all"]), "ill", "Begin with this record");
        says(&at(&["v=DMARC1; p=none"], &[]), "well", "changes nothing yet");
        says(&at(&[], &["v=DMARC1;p=Reject; rua=mailto:x@example.org"]), "well", "_dmarc.example.org, with p=reject");
        says(&at(&[], &["v=DMARC1; p=reject; sp=none"]), "well", "p=none");
        says(&at(&["v=DMARC1; p=none", "v = DMARC1; p=reject"], &[]), "ill", "there are 2 records");
        says(&at(&["v=DMARC1; rua=mailto:x@example.org"], &[]), "ill", "does not say");
    }
}
