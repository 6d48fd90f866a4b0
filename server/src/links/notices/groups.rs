//! Notices that say the same of the same thing are one: "Bram and 4 others answered you".

use std::collections::HashMap;

use super::{Kind, Notice};
use crate::{ids::ConversationId, kit::i18n::Locale};

/// What several people said is quoted of so many.
const LINES: usize = 3;

/// Notices of one kind about one conversation, the latest first; never empty.
#[derive(Clone, Debug)]
pub struct Group {
    /// The notices.
    pub notices: Vec<Notice>,
}

impl Group {
    /// The latest of them.
    pub fn latest(&self) -> &Notice {
        &self.notices[0]
    }

    /// The first of them: what has not been seen begins there.
    pub fn first(&self) -> &Notice {
        self.notices.last().unwrap_or(&self.notices[0])
    }

    /// Why the member is told.
    pub fn kind(&self) -> Kind {
        self.latest().kind()
    }

    /// Whether the member does not know yet.
    pub fn is_new(&self) -> bool {
        self.latest().is_new()
    }

    /// What happened, in a sentence that begins with whoever did it.
    pub fn sentence(&self, words: &Locale) -> String {
        if self.kind() == Kind::Reported {
            // By whom does not stand here.
            return words.count("notice-reported", i64::try_from(self.notices.len()).unwrap_or(i64::MAX));
        }
        let actors = self.actors();
        let others = i64::try_from(actors.len()).unwrap_or(i64::MAX) - 1;
        words.count_with(self.kind().key(&self.latest().about), others, "name", actors[0].name.as_str())
    }

    /// The sentence with what it is about, where that has a name of its own.
    pub fn subject(&self, words: &Locale) -> String {
        match self.latest().title.as_str() {
            "" => self.sentence(words),
            title => format!("{}: {title}", self.sentence(words)),
        }
    }

    /// What it happened in: the title of a conversation, or that it is private.
    pub fn title(&self, words: &Locale) -> String {
        match self.kind() {
            Kind::Written => words.say("notice-written-title"),
            Kind::Reported => words.say("notice-reported-title"),
            Kind::Outcome => words.say("notice-outcome-title"),
            Kind::Archive => words.say("notice-archive-title"),
            _ => self.latest().title.clone(),
        }
    }

    /// The tag of the language of that.
    pub fn lang<'a>(&'a self, words: &Locale) -> &'a str {
        match self.kind() {
            Kind::Written | Kind::Reported | Kind::Outcome | Kind::Archive => words.lang.tag(),
            _ => &self.latest().lang,
        }
    }

    /// Why the member is told, in words.
    pub fn why(&self, words: &Locale) -> String {
        match self.latest().circle_name.as_str() {
            "" => words.say(self.kind().why_key(&self.latest().about)),
            name => words.with("notice-why-announced", "name", name),
        }
    }

    /// The words of a few who said something, each up to so many characters, the first that is new first.
    pub fn lines(&self, chars: usize) -> Vec<(&Notice, String)> {
        let said = self.notices.iter().rev().filter(|notice| !notice.html.is_empty());
        said.take(LINES).map(|notice| (notice, markup::excerpt(&notice.html, chars))).collect()
    }

    /// How many are not among these few.
    pub fn more(&self) -> i64 {
        i64::try_from(self.notices.len().saturating_sub(LINES)).unwrap_or_default()
    }

    /// Those who did it, each once, the last one first.
    pub fn actors(&self) -> Vec<&Notice> {
        let mut actors: Vec<&Notice> = vec![];
        for notice in &self.notices {
            if !actors.iter().any(|other| (other.actor, &other.name) == (notice.actor, &notice.name)) {
                actors.push(notice);
            }
        }
        actors
    }
}

/// Puts together what belongs together, in the order of the latest of each.
pub fn grouped(notices: Vec<Notice>) -> Vec<Group> {
    let mut places: HashMap<(Kind, ConversationId, bool), usize> = HashMap::new();
    let mut groups: Vec<Group> = vec![];
    for notice in notices {
        let key = (notice.kind(), notice.conversation, notice.is_new());
        match places.get(&key) {
            Some(&place) => groups[place].notices.push(notice),
            None => {
                places.insert(key, groups.len());
                groups.push(Group { notices: vec![notice] });
            }
        }
    }
    groups
}
