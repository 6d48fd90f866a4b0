//! E-mails to one person about something of their own: a greeting, what it is about, perhaps a link and their words.

use askama::Template;

use crate::{
    events::Lane,
    kit::{
        db::Tx,
        email,
        i18n::{Locale, time_zone},
    },
    people::{community::Community, members::Member},
};

/// What stands in one. What is empty is left out.
#[derive(Template)]
#[template(path = "links/letters/letter.txt", whitespace = "preserve")]
pub struct Letter<'a> {
    /// The greeting.
    pub hello: String,
    /// What it is about.
    pub text: String,
    /// Why.
    pub reason: String,
    /// Where to go.
    pub link: String,
    /// What else there is to know.
    pub after: String,
    /// What comes before their own words.
    pub yours: String,
    /// Their own words.
    pub words: &'a str,
    /// The name of the community.
    pub community: &'a str,
    /// The address of the site.
    pub base_url: &'a str,
}

impl Letter<'_> {
    /// Writes it to an address; somebody waits for it.
    pub async fn write(&self, tx: &mut Tx, address: &str, subject: &str) -> anyhow::Result<()> {
        email::write(tx, Lane::Soon, address, "", subject, &self.render()?).await
    }
}

/// The words in which a member is written to: in their language, and at their time.
pub fn words_of(member: &Member, community: &Community) -> Locale {
    let zone =
        if member.profile.time_zone.is_empty() { community.zone() } else { time_zone(&member.profile.time_zone) };
    Locale::new(member.lang().unwrap_or(community.language), zone)
}
