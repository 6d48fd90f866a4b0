//! The words of a push: as few as a device shows, and no more than an e-mail would say.

use serde::Serialize;

use crate::{
    kit::{i18n::Locale, web::assets, webpush},
    links::notices::{Group, Notice},
    people::community::Community,
};

/// So long a heading is, in characters.
const TITLE: usize = 120;
/// So long a line below it is.
const LINE: usize = 120;

/// What the service worker is given to show.
#[derive(Clone, Serialize, Debug)]
pub struct Message {
    title: String,
    body: String,
    lang: &'static str,
    icon: String,
    /// Where it leads.
    url: String,
    /// Where it is shown already.
    page: String,
    /// What has the same takes its place.
    pub tag: String,
}

/// That a device is told from now on: whoever turned it on sees that it works.
pub fn welcome(words: &Locale, community: &Community) -> Message {
    Message { body: short(&community.name, LINE), ..message(words, &words.say("push-welcome")) }
}

/// What happened in one conversation. It leads to the first that is new.
pub fn single(words: &Locale, groups: &[Group]) -> Message {
    let nearest = &groups[0];
    let latest = nearest.latest();
    let (tag, page) = (latest.conversation.to_string(), latest.page().to_owned());
    let title = nearest.title(words);
    let all: i64 = groups.iter().map(|group| i64::try_from(group.notices.len()).unwrap_or(i64::MAX)).sum();
    let below = if all > 1 {
        words.count("mail-items", all)
    } else {
        nearest.lines(LINE).pop().map(|(_, line)| line).unwrap_or_default()
    };
    let first = groups.iter().map(Group::first).min_by_key(|notice| notice.seq);
    let url = first.map_or_else(|| page.clone(), Notice::url);
    let body = format!("{}\n{}", short(&title, LINE), short(&below, LINE));
    Message { body: body.trim().to_owned(), url, page, tag, ..message(words, &nearest.sentence(words)) }
}

/// That there is something in several conversations.
pub fn several(words: &Locale, community: &Community, conversations: &[Vec<Group>]) -> Message {
    let notices = conversations.iter().flatten().map(|group| i64::try_from(group.notices.len()).unwrap_or(i64::MAX));
    let title = words.count_with("letter-digest-subject", notices.sum::<i64>(), "community", community.name.as_str());
    let titles: Vec<String> = conversations.iter().map(|groups| groups[0].title(words)).collect();
    Message { body: short(&titles.join(" · "), LINE), ..message(words, &title) }
}

fn message(words: &Locale, title: &str) -> Message {
    let here = "/me/notifications/".to_owned();
    Message {
        title: short(title, TITLE),
        body: String::new(),
        lang: words.lang.tag(),
        icon: assets::address("icon-192.png"),
        url: here.clone(),
        page: here,
        tag: "all".into(),
    }
}

/// A text cut to so many characters.
fn short(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

impl Message {
    /// The same for a push service that takes little.
    pub fn without_words(&self) -> Self {
        Self { title: short(&self.title, LINE / 2), body: String::new(), ..self.clone() }
    }

    /// As it is encrypted; what does not fit is left out.
    pub fn bytes(&self) -> anyhow::Result<Vec<u8>> {
        let whole = serde_json::to_vec(self)?;
        if whole.len() <= webpush::LARGEST_BYTES {
            return Ok(whole);
        }
        // Only an address can be as long as that.
        let list = Self { url: "/me/notifications/".into(), page: String::new(), ..self.without_words() };
        Ok(serde_json::to_vec(&list)?)
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::kit::i18n::Lang;

    #[test]
    fn no_push_is_longer_than_push_services_take() {
        let words = Locale::new(Lang::De, TimeZone::UTC);
        for text in ["x", "🧑🏽\u{200d}🎓", "\u{1}", "\"", "שלום "] {
            let long = text.repeat(5000);
            let whole = Message { body: short(&long, 2 * LINE), ..message(&words, &long) };
            assert!(whole.bytes().unwrap().len() <= webpush::LARGEST_BYTES, "{text:?}");
            let far = Message { page: "/ö/".repeat(5000), url: "/ö/".repeat(5000), ..whole };
            let bytes = far.bytes().unwrap();
            assert!(bytes.len() <= webpush::LARGEST_BYTES, "{text:?}");
            let said: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(said["url"], "/me/notifications/", "it leads somewhere");
        }
        assert_eq!(short("äöü", 3), "äöü");
        assert_eq!(short("äöü!", 3), "äöü…");
    }
}
