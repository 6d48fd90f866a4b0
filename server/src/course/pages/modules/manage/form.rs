//! What is typed into the forms of modules and items, and what a good one is.

use serde::Deserialize;

use crate::{
    course::modules::{
        Draft, Item, ItemDraft, Kind, Module,
        rules::{self, Part},
    },
    kit::{
        local_time::{Day, LocalTime},
        web::forms::{Errors, Field, field, optional},
    },
    people::members::{one_line, stored},
};

/// The fields of a module, for the list of what is wrong.
pub const FIELDS: [Field; 8] = [
    field("title", "title", "field-title"),
    field("opens", "opens", "module-opens"),
    field("ends", "ends", "module-ends"),
    field("text", "text", "module-introduction"),
    field("prompt", "prompt", "module-prompt"),
    field("live", "live", "module-live-begins"),
    field("minutes", "minutes", "module-live-minutes"),
    field("link", "link", "module-live-link"),
];

/// What is typed of a module.
#[derive(Clone, Deserialize, Default, Debug)]
#[serde(default)]
pub struct ModuleForm {
    /// What kind of week it is.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// When it opens by itself; empty: by hand.
    pub opens: String,
    /// Its last day.
    pub ends: String,
    /// The introduction.
    pub text: String,
    /// What participants are asked to write about.
    pub prompt: String,
    /// When its live session begins; empty: it has none.
    pub live: String,
    /// How many minutes that takes.
    pub minutes: String,
    /// Where it takes place.
    pub link: String,
    /// Where its recording is.
    pub recording: String,
    /// When the version was saved that the form was filled with.
    pub edited: String,
}

impl ModuleForm {
    /// The form of one that is there.
    pub fn of(module: &Module) -> Self {
        let typed = |at: Option<LocalTime>| at.map(|at| at.to_string()).unwrap_or_default();
        Self {
            kind: if module.is_catch_up() { Kind::CatchUp } else { Kind::Module }.word().into(),
            title: module.title.clone(),
            opens: typed(module.opens_local()),
            ends: module.ends_on().map(|day| day.to_string()).unwrap_or_default(),
            text: module.source.clone(),
            prompt: module.prompt.clone(),
            live: typed(module.live_local()),
            minutes: module.live_minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            link: module.live_link.clone(),
            recording: module.live_recording.clone(),
            edited: module.edited_at.0.to_string(),
        }
    }

    /// What it asks for.
    pub fn check(&self) -> Result<Draft, Errors> {
        let mut errors = Errors::default();
        let title = one_line(&self.title);
        if title.is_empty() {
            errors.add("title", "field-required");
        }
        let (source, prompt) = (stored(&self.text), stored(&self.prompt));
        let lengths = [
            ("title", &title, rules::LONGEST_TITLE),
            ("text", &source, rules::LONGEST_TEXT),
            ("prompt", &prompt, rules::LONGEST_LINES),
        ];
        for (name, text, longest) in lengths {
            if text.chars().count() > longest {
                errors.add(name, "field-too-long");
            }
        }
        let opens = errors.take("opens", optional::<LocalTime>(&self.opens));
        let ends_on = errors.take("ends", optional::<Day>(&self.ends));
        let live = errors.take("live", optional::<LocalTime>(&self.live));
        let minutes = errors.take("minutes", rules::minutes(&self.minutes));
        let live_link = errors.take("link", rules::web_address(&self.link));
        let live_recording = errors.take("recording", rules::web_address(&self.recording));
        if let (Some(Some(opens)), Some(Some(ends_on))) = (opens, ends_on)
            && ends_on < opens.day()
        {
            errors.add("ends", "module-ends-wrong");
        }
        match (opens, ends_on, live, minutes, live_link, live_recording) {
            (Some(opens), Some(ends_on), Some(live), Some(minutes), Some(live_link), Some(live_recording))
                if errors.is_empty() =>
            {
                let kind = if self.kind == Kind::CatchUp.word() { Kind::CatchUp } else { Kind::Module };
                let live = live.map(|at| (at, minutes.unwrap_or(60)));
                Ok(Draft { kind, title, source, prompt, opens, ends_on, live, live_link, live_recording })
            }
            _ => Err(errors),
        }
    }
}

/// The fields of an item, for the list of what is wrong.
pub const ITEM_FIELDS: [Field; 4] = [
    field("title", "i-title", "field-title"),
    field("address", "i-address", "item-address"),
    field("minutes", "i-minutes", "item-minutes"),
    field("note", "i-note", "item-note"),
];

/// What is typed of an item.
#[derive(Clone, Deserialize, Default, Debug)]
#[serde(default)]
pub struct ItemForm {
    /// The one that is changed; empty: a new one.
    pub item: String,
    /// What kind of thing it is.
    pub part: String,
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub author: String,
    /// Where it is.
    pub address: String,
    /// How long it takes, about.
    pub minutes: String,
    /// Under which licence.
    pub licence: String,
    /// A few words about it.
    pub note: String,
    /// Whether it is for whoever likes; empty if not.
    pub optional: String,
    /// What it follows from; empty: it is ticked.
    pub follows: String,
    /// `file`, if one is to be attached next.
    pub then: String,
}

impl ItemForm {
    /// The form of one that is there.
    pub fn of(item: &Item) -> Self {
        Self {
            item: item.id.to_string(),
            part: item.part().word().into(),
            title: item.title.clone(),
            author: item.author.clone(),
            address: item.address.clone(),
            minutes: item.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            licence: item.licence.clone(),
            note: item.note.clone(),
            optional: if item.core { "" } else { "1" }.into(),
            follows: item.follows.clone().unwrap_or_default(),
            then: String::new(),
        }
    }

    /// What it asks for.
    pub fn check(&self) -> Result<ItemDraft, Errors> {
        let mut errors = Errors::default();
        let title = one_line(&self.title);
        if title.is_empty() {
            errors.add("title", "field-required");
        }
        let (author, licence, note) = (one_line(&self.author), one_line(&self.licence), stored(&self.note));
        for (name, text, longest) in [
            ("title", &title, 300),
            ("author", &author, 300),
            ("licence", &licence, 100),
            ("note", &note, rules::LONGEST_LINES),
        ] {
            if text.chars().count() > longest {
                errors.add(name, "field-too-long");
            }
        }
        let part = errors.take("part", self.part.parse::<Part>());
        let minutes = errors.take("minutes", rules::minutes(&self.minutes));
        let address = errors.take("address", rules::web_address(&self.address));
        let follows = match self.follows.as_str() {
            "post" => Some("post"),
            "comment" => Some("comment"),
            _ => None,
        };
        match (part, minutes, address) {
            (Some(part), Some(minutes), Some(address)) if errors.is_empty() => Ok(ItemDraft {
                part,
                core: self.optional.is_empty(),
                follows,
                minutes,
                title,
                author,
                address,
                licence,
                note,
            }),
            _ => Err(errors),
        }
    }
}
