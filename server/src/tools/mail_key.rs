//! `lyceum mail-key`: makes the key that signs e-mails, and says what to publish.

use anyhow::Context;

use crate::kit::{
    config::Settings,
    email::{self, dkim},
};

/// Makes the key where the settings want it, unless there is one already, and answers what to publish.
pub fn make(settings: &Settings) -> anyhow::Result<String> {
    let asked = settings.mail_dkim.as_ref();
    let key = &asked.context("set `mail_dkim_selector` and `mail_dkim_key` first: the key is made in that file")?.key;
    let is_new = !key.try_exists()?;
    if is_new {
        dkim::make_key(key)?;
    }
    let signer = email::signer(settings)?.context("the settings ask for no key")?;
    let (name, text) = signer.record()?;
    let made = if is_new { "A new key is" } else { "The key is" };
    Ok(format!(
        "{made} in {}. Publish this record in the DNS, and then restart the server:\n\n{}",
        key.display(),
        in_zone(&name, &text)
    ))
}

/// A text record as a zone file writes it: in parts of up to 255 letters, which are read as one.
pub fn in_zone(name: &str, text: &str) -> String {
    let parts = text.as_bytes().chunks(255).map(|part| format!("\"{}\"", String::from_utf8_lossy(part)));
    format!("  {name}. IN TXT ( {} )\n", parts.collect::<Vec<_>>().join(" "))
}
