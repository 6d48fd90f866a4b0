//! What organisers type, and what is good of it.

use serde::Deserialize;

use crate::{
    kit::{
        i18n::Lang,
        web::forms::{Errors, Field, field},
    },
    people::{
        community::{Community, Crawlers, Directory},
        members::{Email, Name, Role, one_line, stored},
    },
};

/// The fields of the community's settings.
pub const FIELDS: [Field; 7] = [
    field("name", "c-name", "community-name"),
    field("tagline", "c-tagline", "community-tagline"),
    field("time_zone", "c-zone", "community-time-zone"),
    field("edit_minutes", "c-minutes", "edit-minutes"),
    field("held_words", "c-held-words", "held-words"),
    field("held_links", "c-held-links", "held-links"),
    field("close_days", "c-close-days", "close-days"),
];

/// Writers may change a comment for a week at most, in minutes.
const LONGEST_EDIT_MINUTES: i64 = 7 * 24 * 60;
/// The words with which comments wait are no more than this, in characters.
const LONGEST_HELD_WORDS: usize = 10_000;
/// Nobody counts more links in a comment.
const MOST_HELD_LINKS: i64 = 100;
/// Nobody waits longer for a conversation to fall silent, in days.
const MOST_CLOSE_DAYS: i64 = 3650;
/// What an organiser says with an invitation is no longer than this, in characters.
const LONGEST_WORDS: usize = 2000;
/// So many people are invited at once at most.
const MOST_INVITED: usize = 200;

/// The settings of the community as they are typed.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Settings {
    /// Its name.
    pub name: String,
    /// A line about it.
    pub tagline: String,
    /// The tag of its language.
    pub language: String,
    /// The IANA name of its time zone.
    pub time_zone: String,
    /// How people come in.
    pub joining: String,
    /// Whose comments wait.
    pub guests: String,
    /// `yes`, if smileys become emoji.
    pub emoji: String,
    /// How long comments may be edited, in minutes.
    pub edit_minutes: String,
    /// Who may look through the members.
    pub directory: String,
    /// Which machines may read here.
    pub crawlers: String,
    /// Words with which comments wait; not sent by forms from before there were any.
    pub held_words: Option<String>,
    /// The links with which a guest's comment does not wait yet; likewise.
    pub held_links: Option<String>,
    /// After how many days of silence conversations close; empty for never; likewise.
    pub close_days: Option<String>,
}

impl Settings {
    /// The settings as they are.
    pub fn of(community: &Community) -> Self {
        Self {
            name: community.name.clone(),
            tagline: community.tagline.clone(),
            language: community.language.tag().into(),
            time_zone: community.time_zone.clone(),
            joining: community.joining.word().into(),
            guests: community.guests.word().into(),
            emoji: if community.emoji { "yes" } else { "" }.into(),
            edit_minutes: community.edit_minutes.to_string(),
            directory: community.directory.word().into(),
            crawlers: community.crawlers.word().into(),
            held_words: Some(community.held_words.clone()),
            held_links: Some(community.held_links.to_string()),
            close_days: Some(community.close_days.map(|days| days.to_string()).unwrap_or_default()),
        }
    }

    /// The community as it is to be, or None with what is wrong noted.
    pub fn read(&self, community: &Community, errors: &mut Errors) -> Option<Community> {
        let name = errors.take("name", self.name.parse::<Name>());
        let tagline = one_line(&self.tagline);
        if tagline.chars().count() > 300 {
            errors.add("tagline", "field-too-long");
        }
        let language = errors.take("language", Lang::from_tag(&self.language).ok_or("field-choose"));
        let zone = self.time_zone.trim();
        let known = jiff::tz::TimeZone::get(zone).ok().and_then(|zone| zone.iana_name().map(ToOwned::to_owned));
        let time_zone = errors.take("time_zone", known.ok_or("community-time-zone-unknown"));
        let joining = errors.take("joining", self.joining.parse());
        let guests = errors.take("guests", self.guests.parse());
        let directory: Option<Directory> = match self.directory.as_str() {
            "" => Some(community.directory),
            word => errors.take("directory", word.parse()),
        };
        let crawlers: Option<Crawlers> = match self.crawlers.as_str() {
            "" => Some(community.crawlers),
            word => errors.take("crawlers", word.parse()),
        };
        let minutes =
            self.edit_minutes.trim().parse().ok().filter(|minutes| (0..=LONGEST_EDIT_MINUTES).contains(minutes));
        let edit_minutes = errors.take("edit_minutes", minutes.ok_or("field-edit-minutes"));
        let held_words = self.held_words.as_deref().map_or_else(|| community.held_words.clone(), stored);
        if held_words.chars().count() > LONGEST_HELD_WORDS {
            errors.add("held_words", "field-too-long");
        }
        let held_links = self.held_links.as_deref().map_or(Some(community.held_links), |typed| {
            let links = typed.trim().parse().ok().filter(|links| (0..=MOST_HELD_LINKS).contains(links));
            errors.take("held_links", links.ok_or("field-held-links"))
        });
        let close_days = match self.close_days.as_deref().map(str::trim) {
            None => Some(community.close_days),
            Some("" | "0") => Some(None),
            Some(typed) => {
                let days = typed.parse().ok().filter(|days| (1..=MOST_CLOSE_DAYS).contains(days));
                errors.take("close_days", days.map(Some).ok_or("field-close-days"))
            }
        };
        let changed = Community {
            name: name?.as_str().into(),
            tagline,
            language: language?,
            time_zone: time_zone?,
            joining: joining?,
            guests: guests?,
            emoji: self.emoji == "yes",
            edit_minutes: edit_minutes?,
            directory: directory?,
            crawlers: crawlers?,
            held_words,
            held_links: held_links?,
            close_days: close_days?,
            written: community.written.clone(),
            secret: community.secret.clone(),
        };
        errors.is_empty().then_some(changed)
    }
}

/// Who is to be invited, as it is typed.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Invited {
    /// Addresses, one on each line.
    pub emails: String,
    /// The role that they come in.
    pub role: String,
    /// What the organiser says to them.
    pub words: String,
}

impl Invited {
    /// The addresses, the role and what is said to them, or None with what is wrong noted.
    pub fn read(&self, errors: &mut Errors) -> Option<(Vec<Email>, Role, String)> {
        let mut emails: Vec<Email> = vec![];
        for typed in self.typed() {
            if let Some(email) = errors.take("emails", typed.parse::<Email>().map_err(|_| "invite-bad-address"))
                && !emails.contains(&email)
            {
                emails.push(email);
            }
            if emails.len() > MOST_INVITED {
                errors.add("emails", "invite-too-many");
                break;
            }
        }
        let role = errors.take("role", self.role.parse::<Role>());
        let words = stored(&self.words);
        if words.chars().count() > LONGEST_WORDS {
            errors.add("words", "field-too-long");
        }
        errors.is_empty().then_some((emails, role?, words))
    }

    /// Those of the lines that are no addresses.
    pub fn bad(&self) -> Vec<String> {
        self.typed().filter(|typed| typed.parse::<Email>().is_err()).map(ToOwned::to_owned).collect()
    }

    fn typed(&self) -> impl Iterator<Item = &str> {
        self.emails.split(['\n', ',', ';']).map(str::trim).filter(|typed| !typed.is_empty())
    }
}

/// A title is no longer than a name, and a tagline no longer than this, in characters.
const LONGEST_TAGLINE: usize = 200;

/// The title and the tagline of the course's blog as they are typed.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct CourseBlog {
    /// Its title.
    pub title: String,
    /// A line under it.
    pub tagline: String,
}

impl CourseBlog {
    /// The title and the tagline, or None with what is wrong noted.
    pub fn read(&self, errors: &mut Errors) -> Option<(Name, String)> {
        let title = errors.take("title", self.title.parse::<Name>());
        let tagline = one_line(&self.tagline);
        if tagline.chars().count() > LONGEST_TAGLINE {
            errors.add("tagline", "field-too-long");
        }
        errors.is_empty().then_some((title?, tagline))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_typed_twice_gets_one_letter() {
        let typed = "ines@example.org\r\n INES@example.org ; bram@example.org,\n\n";
        let form = Invited { emails: typed.into(), role: "guide".into(), words: String::new() };
        let (emails, role, _) = form.read(&mut Errors::default()).unwrap();
        assert_eq!((emails.len(), role), (2, Role::Guide));
    }

    #[test]
    fn a_line_that_is_no_address_is_named() {
        let form = Invited { emails: "ines@example.org\nnowhere".into(), role: "guide".into(), words: String::new() };
        let mut errors = Errors::default();
        assert!(form.read(&mut errors).is_none());
        assert_eq!(errors.get("emails"), Some("invite-bad-address"));
        assert_eq!(form.bad(), ["nowhere"]);
    }
}
