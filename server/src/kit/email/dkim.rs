//! Signs e-mails (DKIM: RFC 6376, and RFC 8463 for Ed25519), so that whoever receives them knows the domain they are from.

use std::{fs, io::Write, os::unix::fs::OpenOptionsExt, path::Path};

use anyhow::{Context, anyhow, bail};
use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der},
    rand::SystemRandom,
    rsa::{KeyPair as RsaKeyPair, KeySize},
    signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use rustls::pki_types::{PrivateKeyDer, pem::PemObject};
use sha2::{Digest, Sha256};

use super::ascii_domain;

/// The headers under the signature. Each is signed once more than it is there: a second one added on the way would break
/// the signature.
const SIGNED: [&str; 15] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "In-Reply-To",
    "References",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "List-Id",
    "Auto-Submitted",
];

/// How long a line of the signature may be; some mail servers fold longer ones themselves, and not all do it well.
const LINE: usize = 76;

/// Signs e-mails in the name of a domain.
pub struct Signer {
    domain: String,
    selector: String,
    key: Key,
}

enum Key {
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl Signer {
    /// Reads the key from a file.
    pub fn read(domain: &str, selector: &str, file: &Path) -> anyhow::Result<Self> {
        let shown = file.display();
        let pem = fs::read(file).map_err(|error| {
            anyhow!(
                "the setting `mail_dkim_key` is `{shown}`, which cannot be read ({error}): let this user read it, or make \
                 it with `lyceum mail-key`"
            )
        })?;
        let key = Key::from_pem(&pem).with_context(|| {
            format!(
                "the setting `mail_dkim_key` is `{shown}`, which holds no key that signs: give a file (PEM) with a private \
                 key, RSA of at least 2048 bits or Ed25519"
            )
        })?;
        let domain = ascii_domain(domain);
        Ok(Self { domain, selector: selector.to_owned(), key })
    }

    /// The record to publish: its name, and its text.
    pub fn record(&self) -> anyhow::Result<(String, String)> {
        let (kind, public) = match &self.key {
            Key::Rsa(key) => ("rsa", AsDer::<PublicKeyX509Der>::as_der(key.public_key())?.as_ref().to_vec()),
            Key::Ed25519(key) => ("ed25519", key.public_key().as_ref().to_vec()),
        };
        let name = format!("{}._domainkey.{}", self.selector, self.domain);
        Ok((name, format!("v=DKIM1; k={kind}; p={}", STANDARD.encode(public))))
    }

    /// The e-mail with a signature before it.
    pub fn sign(&self, message: &[u8]) -> anyhow::Result<Vec<u8>> {
        let (headers, body) = split(message)?;
        let headers = fields(headers);
        let mut names = vec![];
        for name in SIGNED {
            let there = headers.iter().filter(|(field, _)| field.trim().eq_ignore_ascii_case(name)).count();
            names.extend(std::iter::repeat_n(name, there + 1));
        }
        let algorithm = match &self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        let value = format!(
            " v=1; a={algorithm}; c=relaxed/relaxed;\r\n d={};\r\n s={};\r\n h={};\r\n bh={};\r\n b=",
            self.domain,
            self.selector,
            folded(&names, ":"),
            STANDARD.encode(Sha256::digest(relaxed_body(body))),
        );
        let signature = self.key.sign(&signed(&headers, &names, &value))?;
        let signature = STANDARD.encode(signature);
        let lines: Vec<&str> =
            signature.as_bytes().chunks(LINE - 4).map(|line| std::str::from_utf8(line).unwrap_or_default()).collect();
        let header = format!("DKIM-Signature:{value}{}\r\n", lines.join("\r\n "));
        Ok([header.as_bytes(), message].concat())
    }
}

impl Key {
    fn from_pem(pem: &[u8]) -> anyhow::Result<Self> {
        Ok(match PrivateKeyDer::from_pem_slice(pem).map_err(|error| anyhow!("{error:?}"))? {
            PrivateKeyDer::Pkcs8(der) => match Ed25519KeyPair::from_pkcs8(der.secret_pkcs8_der()) {
                Ok(key) => Self::Ed25519(key),
                Err(_) => Self::Rsa(RsaKeyPair::from_pkcs8(der.secret_pkcs8_der())?),
            },
            PrivateKeyDer::Pkcs1(der) => Self::Rsa(RsaKeyPair::from_der(der.secret_pkcs1_der())?),
            _ => bail!("it is a key of another kind"),
        })
    }

    fn sign(&self, text: &[u8]) -> anyhow::Result<Vec<u8>> {
        Ok(match self {
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature)?;
                signature
            }
            // RFC 8463, 3: what is signed is the hash.
            Self::Ed25519(key) => key.sign(&Sha256::digest(text)).as_ref().to_vec(),
        })
    }
}

/// Makes a key for a file that is not there yet, for nobody else to read.
pub fn make_key(file: &Path) -> anyhow::Result<()> {
    let key = RsaKeyPair::generate(KeySize::Rsa2048)?;
    let der = STANDARD.encode(AsDer::<Pkcs8V1Der>::as_der(&key)?.as_ref());
    let mut pem = String::from("-----BEGIN PRIVATE KEY-----\n");
    for line in der.as_bytes().chunks(64) {
        pem.push_str(std::str::from_utf8(line)?);
        pem.push('\n');
    }
    pem.push_str("-----END PRIVATE KEY-----\n");
    let opened = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    let written = opened.and_then(|mut file| file.write_all(pem.as_bytes()));
    written.with_context(|| format!("the key could not be written to {}", file.display()))
}

/// The headers, and what follows them.
fn split(message: &[u8]) -> anyhow::Result<(&str, &[u8])> {
    let end =
        message.windows(4).position(|four| four == b"\r\n\r\n").context("an e-mail without an end of its headers")?;
    Ok((std::str::from_utf8(&message[..end + 2])?, &message[end + 4..]))
}

/// The headers, each with its name and what follows the colon; a line that begins with a blank goes on the one before.
fn fields(headers: &str) -> Vec<(&str, &str)> {
    let mut fields = vec![];
    let mut start = 0;
    while start < headers.len() {
        let mut end = start;
        loop {
            end += headers[end..].find("\r\n").map_or(headers.len() - end, |at| at + 2);
            if !headers[end..].starts_with([' ', '\t']) {
                break;
            }
        }
        fields.extend(headers[start..end].split_once(':'));
        start = end;
    }
    fields
}

/// What a signature is made of: the headers named, those of one name from the last to the first, and then the signature's
/// own without the signature. A header that is not there, or no more, is nothing.
fn signed(headers: &[(&str, &str)], names: &[&str], signature: &str) -> Vec<u8> {
    let mut left: Vec<_> = headers.to_vec();
    let mut text = String::new();
    for name in names {
        let Some(at) = left.iter().rposition(|(field, _)| field.trim().eq_ignore_ascii_case(name)) else { continue };
        let (field, value) = left.remove(at);
        text.push_str(&relaxed_header(field, value));
        text.push_str("\r\n");
    }
    text.push_str(&relaxed_header("DKIM-Signature", signature));
    text.into_bytes()
}

/// A header as it is signed (RFC 6376, 3.4.2).
fn relaxed_header(name: &str, value: &str) -> String {
    let words: Vec<&str> = value.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect();
    format!("{}:{}", name.trim().to_ascii_lowercase(), words.join(" "))
}

/// A body as it is signed (RFC 6376, 3.4.4).
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut relaxed = Vec::with_capacity(body.len());
    let mut empty_lines = 0;
    let mut rest = body;
    while !rest.is_empty() {
        let end = rest.windows(2).position(|two| two == b"\r\n");
        let (line, after) = end.map_or((rest, &rest[rest.len()..]), |end| (&rest[..end], &rest[end + 2..]));
        rest = after;
        let text = line.iter().rposition(|byte| !matches!(byte, b' ' | b'\t')).map_or(0, |last| last + 1);
        if text == 0 {
            empty_lines += 1;
            continue;
        }
        for _ in 0..std::mem::take(&mut empty_lines) {
            relaxed.extend_from_slice(b"\r\n");
        }
        let mut after_blank = false;
        for byte in &line[..text] {
            match byte {
                b' ' | b'\t' if after_blank => {}
                b' ' | b'\t' => relaxed.push(b' '),
                other => relaxed.push(*other),
            }
            after_blank = matches!(byte, b' ' | b'\t');
        }
        relaxed.extend_from_slice(b"\r\n");
    }
    relaxed
}

/// Words with something between them, in lines that are not too long.
fn folded(words: &[&str], between: &str) -> String {
    let (mut text, mut line) = (String::new(), 3);
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            text.push_str(between);
        }
        if line + word.len() + 1 > LINE {
            text.push_str("\r\n  ");
            line = 2;
        }
        text.push_str(word);
        line += word.len() + 1;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key of Ed25519 as PEM (RFC 8032, the first test; RFC 8463, appendix A).
    const ED25519: &str = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

    fn ed25519() -> Key {
        let seed = STANDARD.decode(ED25519).unwrap();
        // PKCS#8 of a seed, as openssl writes it.
        let der = [&hex::decode("302e020100300506032b657004220420").unwrap()[..], &seed].concat();
        let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
        Key::from_pem(pem.as_bytes()).unwrap()
    }

    #[test]
    fn a_signature_is_that_of_the_standard() {
        // RFC 8463, appendix A.
        let message = "From: Joe SixPack <joe@football.example.com>\r\n\
            To: Suzie Q <suzie@shopping.example.net>\r\n\
            Subject: Is dinner ready?\r\n\
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n\
            Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n\r\n\
            Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
        let signature = " v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; \
            i=@football.example.com;\r\n q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : \
            message-id : from : subject : date;\r\n bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=";
        let names = ["from", "to", "subject", "date", "message-id", "from", "subject", "date"];
        let (headers, body) = split(message.as_bytes()).unwrap();
        let hash = STANDARD.encode(Sha256::digest(relaxed_body(body)));
        assert_eq!(hash, "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
        let made = ed25519().sign(&signed(&fields(headers), &names, signature)).unwrap();
        let given = "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==";
        assert_eq!(STANDARD.encode(made), given);
        let signer = Signer { domain: "football.example.com".into(), selector: "brisbane".into(), key: ed25519() };
        let (name, text) = signer.record().unwrap();
        assert_eq!(name, "brisbane._domainkey.football.example.com");
        assert_eq!(text, "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    #[test]
    fn what_may_change_on_the_way_is_not_in_the_signature() {
        // RFC 6376, 3.4.5.
        assert_eq!(relaxed_header("A", " X\r\n"), "a:X");
        assert_eq!(relaxed_header("B ", " Y\t\r\n\tZ  \r\n"), "b:Y Z");
        for (body, relaxed) in [
            (" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n"),
            ("", ""),
            ("\r\n", ""),
            (" \t\r\n\r\n", ""),
            ("no end", "no end\r\n"),
            (".\r\n..\r\n", ".\r\n..\r\n"),
            ("a\r\n \r\n\r\nb", "a\r\n\r\n\r\nb\r\n"),
            ("\r\n\r\na\r\n", "\r\n\r\na\r\n"),
        ] {
            assert_eq!(String::from_utf8(relaxed_body(body.as_bytes())).unwrap(), relaxed, "{body:?}");
        }
    }

    #[test]
    fn a_key_is_made_for_nobody_else_to_read_and_never_over_another() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("dkim.pem");
        make_key(&file).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(make_key(&file).is_err());
        let signer = Signer::read("Bücher.example", "lyceum", &file).unwrap();
        let (name, text) = signer.record().unwrap();
        assert_eq!(name, "lyceum._domainkey.xn--bcher-kva.example");
        assert!(text.starts_with("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQ"), "{text}");
        assert!(matches!(signer.key, Key::Rsa(_)));
    }

    #[test]
    fn a_key_that_signs_nothing_is_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("dkim.pem");
        let refused = || Signer::read("example.org", "lyceum", &file).map(drop).unwrap_err().to_string();
        assert!(refused().contains("cannot be read") && refused().contains("`mail_dkim_key`"), "{}", refused());
        for text in ["", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
            fs::write(&file, text).unwrap();
            assert!(refused().contains("RSA of at least 2048 bits or Ed25519"), "{text}: {}", refused());
        }
    }
}
