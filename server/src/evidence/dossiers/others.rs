//! Other people in what a member wrote: their names, and words that are quoted of them. Pure.
//!
//! Names are looked for as people write them: whole, with an `@`, and, of those the member had to do with, a part alone.
//! What is found is shown to the member, who decides; a name that nobody knows here they add themselves.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::Range,
};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::rules::{Content, Item, Words};

/// A quotation within a text has so many words at least; what is shorter is a title, or a word as such.
const QUOTED_WORDS: usize = 4;
/// A part of a name that stands for somebody by itself has so many characters at least.
const SHORTEST_PART: usize = 3;
/// Marks that quotations begin and end with.
const MARKS: [(char, char); 5] = [('“', '”'), ('„', '“'), ('«', '»'), ('»', '«'), ('"', '"')];

/// What somebody is in what a member did.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Acts {
    /// One of those who take part.
    Participant,
    /// Who leads a course or a group.
    Guide,
    /// Who runs the community.
    Organiser,
}

impl Acts {
    /// The message that stands for their name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Participant => "dossier-a-participant",
            Self::Guide => "dossier-a-guide",
            Self::Organiser => "dossier-an-organiser",
        }
    }
}

/// Somebody whose name may stand in a text.
#[derive(Clone, Debug)]
pub struct Person {
    /// What they are called.
    pub name: String,
    /// And with an `@`; empty: they have no account.
    pub handle: String,
    /// Whether the member had to do with them, so that a part of their name will be theirs.
    pub is_near: bool,
    /// What they are.
    pub acts: Acts,
}

/// The names that are looked for.
#[derive(Debug, Default)]
pub struct Others {
    /// By their first word, as it is compared.
    names: HashMap<String, Vec<Name>>,
    handles: HashMap<String, Option<Acts>>,
    /// In scripts that have no small letters, where names stand between other words without a space.
    unspaced: Vec<(String, Acts)>,
}

/// A name that is looked for.
#[derive(Debug)]
struct Name {
    /// Its words, as they are compared.
    words: Vec<String>,
    /// Whose it is; none: the member's own.
    acts: Option<Acts>,
    /// Whether it is known in small letters, too, having several words.
    is_near: bool,
}

/// A name that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// As it is written.
    pub name: String,
    /// Whose it is.
    pub acts: Acts,
    /// How often it stands there.
    pub times: i64,
}

/// What its member leaves as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stays {
    /// Names, as they are written.
    pub names: BTreeSet<String>,
    /// Quotations, as they are written.
    pub quotations: BTreeSet<String>,
}

/// What stands in the place of what is replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Instead {
    /// Of a name.
    Name(Acts),
    /// Of a quotation.
    Quotation,
}

impl Instead {
    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name(acts) => acts.key(),
            Self::Quotation => "dossier-words-of-a-participant",
        }
    }
}

impl Others {
    /// What is looked for in the texts of a member with this name and handle: these people, and what else they want to be
    /// replaced.
    pub fn new(people: &[Person], own: (&str, &str), more: &str) -> Self {
        let mut others = Self::default();
        let own_words: HashSet<String> = words(own.0).map(|at| folded(&own.0[at])).collect();
        others.add_name(own.0, None, true);
        others.handles.insert(own.1.to_lowercase(), None);
        let (near, far): (Vec<_>, Vec<_>) = people.iter().partition(|person| person.is_near);
        for person in near.iter().chain(&far) {
            others.add_name(&person.name, Some(person.acts), person.is_near);
            if !person.handle.is_empty() {
                others.handles.entry(person.handle.to_lowercase()).or_insert(Some(person.acts));
            }
        }
        for person in &near {
            for part in words(&person.name).map(|at| &person.name[at]) {
                let is_name = part.chars().count() >= SHORTEST_PART && part.starts_with(char::is_uppercase);
                if is_name && !own_words.contains(&folded(part)) {
                    others.add_name(part, Some(person.acts), true);
                }
            }
        }
        for line in more.lines() {
            others.add_name(line, Some(Acts::Participant), true);
        }
        // What is longest is meant.
        for names in others.names.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        others
    }

    fn add_name(&mut self, name: &str, acts: Option<Acts>, is_near: bool) {
        let words: Vec<String> = words(name).map(|at| folded(&name[at])).collect();
        let Some(first) = words.first().cloned() else { return };
        let has_case = name.chars().any(|c| c.is_lowercase() || c.is_uppercase());
        if let (false, Some(acts)) = (has_case, acts) {
            if name.trim().chars().count() > 1 {
                self.unspaced.push((name.trim().to_owned(), acts));
            }
            return;
        }
        let there = self.names.entry(first).or_default();
        if there.iter().all(|other| other.words != words) {
            there.push(Name { words, acts, is_near });
        }
    }

    /// Where names stand in a text, in their order, and whose they are.
    fn spans(&self, text: &str) -> Vec<(Range<usize>, Acts)> {
        let mut unspaced: Vec<(Range<usize>, Acts)> = vec![];
        for (name, acts) in &self.unspaced {
            for (start, found) in text.match_indices(name.as_str()) {
                let range = start..start + found.len();
                if unspaced.iter().all(|(other, _)| other.end <= range.start || range.end <= other.start) {
                    unspaced.push((range, *acts));
                }
            }
        }
        unspaced.sort_by_key(|(range, _)| range.start);
        let (mut spans, mut from) = (vec![], 0);
        for (range, acts) in unspaced {
            self.add_spans(text, from..range.start, &mut spans);
            from = range.end;
            spans.push((range, acts));
        }
        self.add_spans(text, from..text.len(), &mut spans);
        spans
    }

    /// The same of a part of it, by words.
    fn add_spans(&self, text: &str, part: Range<usize>, spans: &mut Vec<(Range<usize>, Acts)>) {
        let text = &text[..part.end];
        let all: Vec<Range<usize>> =
            words(&text[part.start..]).map(|at| at.start + part.start..at.end + part.start).collect();
        let mut at = 0;
        while let Some(word) = all.get(at) {
            let (span, acts) = if let Some(end) = handle_at(text, word.start) {
                // Somebody from elsewhere, too, is somebody.
                let known = self.handles.get(&text[word.start..end].to_lowercase());
                (word.start - 1..end, known.copied().unwrap_or(Some(Acts::Participant)))
            } else if let Some(name) = self.name_at(text, &all[at..]) {
                (word.start..all[at + name.words.len() - 1].end, name.acts)
            } else {
                (word.clone(), None)
            };
            at += all[at..].iter().take_while(|next| next.start < span.end).count();
            spans.extend(acts.map(|acts| (span, acts)));
        }
    }

    /// The longest name that begins with the first of these words.
    fn name_at(&self, text: &str, ahead: &[Range<usize>]) -> Option<&Name> {
        let first = &text[ahead.first()?.clone()];
        let names = self.names.get(&folded(first))?;
        let is_capital = first.starts_with(char::is_uppercase);
        let follows = |pair: &[Range<usize>]| is_within_a_name(&text[pair[0].end..pair[1].start]);
        names.iter().find(|name| {
            let count = name.words.len();
            // A word of the language, in small letters, is nobody's name.
            (is_capital || (name.is_near && count > 1))
                && ahead.len() >= count
                && name.words.iter().zip(ahead).all(|(word, at)| folded(&text[at.clone()]) == *word)
                && ahead[..count].windows(2).all(follows)
        })
    }

    /// The names in an edition, by how they are written.
    pub fn names(&self, content: &Content) -> Vec<Found> {
        let mut found = BTreeMap::<&str, (Acts, i64)>::new();
        for text in content.texts() {
            for (range, acts) in self.spans(text) {
                found.entry(&text[range]).or_insert((acts, 0)).1 += 1;
            }
        }
        let named = |(name, (acts, times)): (&str, _)| Found { name: name.to_owned(), acts, times };
        found.into_iter().map(named).collect()
    }

    /// An edition in which roles stand for names, and `say` for what is quoted, but for what stays.
    pub fn replaced(&self, content: &Content, stays: &Stays, say: &impl Fn(&str, Instead) -> String) -> Content {
        let text = |text: &str, lang: &str| self.text_replaced(text, stays, &|instead| say(lang, instead));
        let parts = |all: &[Words], lang: &str| {
            let part = |part: &Words| {
                if part.is_quoted && !stays.quotations.contains(&part.text) {
                    return Words { text: say(lang, Instead::Quotation), is_quoted: true };
                }
                Words { text: text(&part.text, lang), is_quoted: part.is_quoted }
            };
            all.iter().map(part).collect()
        };
        let item = |item: &Item| {
            let lang = if item.lang.is_empty() { &content.lang } else { &item.lang };
            let (title, role) = (text(&item.title, lang), text(&item.role, lang));
            Item { title, role, words: parts(&item.words, lang), ..item.clone() }
        };
        Content {
            title: text(&content.title, &content.lang),
            reflection: parts(&content.reflection, &content.lang),
            items: content.items.iter().map(item).collect(),
            ..content.clone()
        }
    }

    fn text_replaced(&self, text: &str, stays: &Stays, say: &impl Fn(Instead) -> String) -> String {
        let (mut out, mut from) = (String::with_capacity(text.len()), 0);
        for range in quoted_in(text).into_iter().filter(|range| !stays.quotations.contains(&text[range.clone()])) {
            self.push_renamed(&mut out, &text[from..range.start], stays, say);
            out.push_str(&say(Instead::Quotation));
            from = range.end;
        }
        self.push_renamed(&mut out, &text[from..], stays, say);
        out
    }

    fn push_renamed(&self, out: &mut String, text: &str, stays: &Stays, say: &impl Fn(Instead) -> String) {
        let mut from = 0;
        for (range, acts) in self.spans(text) {
            if !stays.names.contains(&text[range.clone()]) {
                out.push_str(&text[from..range.start]);
                out.push_str(&say(Instead::Name(acts)));
                from = range.end;
            }
        }
        out.push_str(&text[from..]);
    }
}

/// What is quoted in an edition, each once, in its order.
pub fn quotations(content: &Content) -> Vec<String> {
    let mut seen = HashSet::new();
    let parts = content.reflection.iter().chain(content.items.iter().flat_map(|item| &item.words));
    let all = parts.flat_map(|part| {
        if part.is_quoted {
            return vec![part.text.clone()];
        }
        quoted_in(&part.text).into_iter().map(|range| part.text[range].to_owned()).collect()
    });
    all.filter(|quoted| seen.insert(quoted.clone())).collect()
}

/// Where something is quoted in a text, with its marks.
fn quoted_in(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut from) = (vec![], 0);
    while let Some((start, close)) = text[from..].char_indices().find_map(|(at, c)| {
        let opens = MARKS.iter().find(|(open, _)| *open == c)?;
        let before = text[..from + at].chars().next_back();
        before.is_none_or(|before| !before.is_alphanumeric() && before != ']').then_some((from + at, opens.1))
    }) {
        let begin = start + text[start..].chars().next().map_or(1, char::len_utf8);
        let line = text[begin..].split('\n').next().unwrap_or_default();
        match line.find(close) {
            Some(length) => {
                from = begin + length + close.len_utf8();
                if words(&text[begin..begin + length]).count() >= QUOTED_WORDS {
                    found.push(start..from);
                }
            }
            None => from = begin,
        }
    }
    found
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let belongs = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(belongs)?;
        let length = text[start..].find(|c| !belongs(c)).unwrap_or(text.len() - start);
        from = start + length;
        Some(start..from)
    })
}

/// A word as it is compared: in small letters, without accents, which people leave out of the names of others.
fn folded(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Where the handle ends that begins at this word, if one does.
fn handle_at(text: &str, start: usize) -> Option<usize> {
    let before = text[..start].strip_suffix('@')?;
    if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '@' | ']')) {
        return None;
    }
    let length = text[start..].find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-'));
    let handle = &text[start..length.map_or(text.len(), |length| start + length)];
    Some(start + handle.trim_end_matches('-').len())
}

/// Whether this may stand between two words of a name.
fn is_within_a_name(between: &str) -> bool {
    between.chars().count() <= 2
        && between.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '‐' | '.' | '\'' | '’' | '·'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::evidence::dossiers::rules::Kind;

    fn person(name: &str, handle: &str, is_near: bool, acts: Acts) -> Person {
        Person { name: name.into(), handle: handle.into(), is_near, acts }
    }

    fn others() -> Others {
        let people = [
            person("Marguerite Dubois", "marguerite", true, Acts::Participant),
            person("Gwil ap Rhys", "gwil", true, Acts::Guide),
            person("Will Open", "will", false, Acts::Organiser),
            person("Ana Sousa", "ana-s", true, Acts::Participant),
            person("山田太郎", "taro", false, Acts::Participant),
            person("Anna-Lena O’Brien", "al", false, Acts::Organiser),
            person("José Ibáñez", "jose", true, Acts::Participant),
        ];
        Others::new(&people, ("Ana Prado", "ana"), "Mr Finch\n")
    }

    fn said(instead: Instead) -> String {
        match instead {
            Instead::Name(Acts::Participant) => "[p]".into(),
            Instead::Name(Acts::Guide) => "[g]".into(),
            Instead::Name(Acts::Organiser) => "[o]".into(),
            Instead::Quotation => "[words]".into(),
        }
    }

    fn replaced(text: &str) -> String {
        others().text_replaced(text, &Stays::default(), &said)
    }

    #[test]
    fn names_are_replaced_as_people_write_them() {
        assert_eq!(replaced("Thanks to Marguerite Dubois."), "Thanks to [p].");
        assert_eq!(replaced("Marguerite’s idea; MARGUERITE again"), "[p]’s idea; [p] again");
        assert_eq!(replaced("@marguerite, @Gwil: look"), "[p], [g]: look");
        assert_eq!(replaced("as gwil ap rhys said, and Rhys"), "as [g] said, and [g]");
        assert_eq!(replaced("Anna-Lena O'Brien"), "[o]");
        assert_eq!(replaced("Jose Ibanez, JOSÉ, Jose\u{301}"), "[p], [p], [p]");
        assert_eq!(replaced("昨日山田太郎さんと"), "昨日[p]さんと");
        assert_eq!(replaced("Mr Finch knows; @stranger_2 too"), "[p] knows; [p] too");
    }

    #[test]
    fn what_is_nobodys_name_stays() {
        for text in [
            "I will open it. Will you?",
            "My own name is Ana Prado, @ana, Ana.",
            "Write to office@example.org",
            "Margueriteville",
            "@ alone, a – b",
        ] {
            assert_eq!(replaced(text), text);
        }
        // A part of the name of somebody else that is one's own, too, is one's own; all of it is theirs.
        assert_eq!(replaced("Ana Sousa and Ana; Sousa"), "[p] and Ana; [p]");
        assert_eq!(replaced("Will Open said so"), "[o] said so");
    }

    #[test]
    fn what_is_quoted_is_replaced_where_it_is_more_than_a_title() {
        assert_eq!(replaced("She said “we never ask the boss” and left."), "She said [words] and left.");
        assert_eq!(replaced("„Wir fragen nie die Leitung“, so sie"), "[words], so sie");
        assert_eq!(replaced("« on ne demande jamais rien » - \"so it is said here\""), "[words] - [words]");
        assert_eq!(replaced("I read “Working in the” and 5\" by 7\""), "I read “Working in the” and 5\" by 7\"");
        assert_eq!(replaced("never closed: “one two three four\n”"), "never closed: “one two three four\n”");
    }

    #[test]
    fn what_its_member_leaves_stays_in_all_of_it() {
        let quoted = Words { text: "Yours, Gwil".into(), is_quoted: true };
        let own = Words { text: "Gwil and Marguerite".into(), is_quoted: false };
        let item = Item { words: vec![quoted, own], ..Item::new(Kind::Post, &1, &"2026-10-05", "With Gwil") };
        let content = Content {
            name: "Ana Prado".into(),
            community: "Here".into(),
            title: "Ana".into(),
            from: "2026-01-01".into(),
            until: "2026-12-31".into(),
            lang: "en".into(),
            reflection: vec![],
            items: vec![item],
        };
        let names = others().names(&content);
        let told: Vec<_> = names.iter().map(|found| (found.name.as_str(), found.times)).collect();
        assert_eq!(told, [("Gwil", 3), ("Marguerite", 1)]);
        assert_eq!(quotations(&content), ["Yours, Gwil"]);
        let stays = Stays { names: ["Gwil".to_owned()].into(), quotations: ["Yours, Gwil".to_owned()].into() };
        let some = others().replaced(&content, &stays, &|_, instead| said(instead));
        assert_eq!(some.items[0].title, "With Gwil");
        let texts: Vec<_> = some.items[0].words.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["Yours, Gwil", "Gwil and [p]"]);
        let all = others().replaced(&content, &Stays::default(), &|_, instead| said(instead));
        assert_eq!((others().names(&all), all.items[0].words[0].text.as_str()), (vec![], "[words]"));
    }

    proptest! {
        #[test]
        fn nothing_is_found_in_what_was_replaced_and_the_rest_stays(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "Marguerite", "Dubois", "@gwil", "Gwil ap Rhys", "ana", " ", ", ", "\n", "“one two three four”",
                    "the boss", "»", "\"", "é", "@", "山田太郎", "-", "Ana Sousa", ". ",
                ]),
                0..40,
            ),
        ) {
            let text = pieces.concat();
            let once = replaced(&text);
            prop_assert!(others().spans(&once).is_empty(), "{once}");
            if others().spans(&text).is_empty() && quoted_in(&text).is_empty() {
                prop_assert_eq!(once, text);
            }
        }

        #[test]
        fn any_text_at_all_is_read(text in ".*") {
            replaced(&text);
        }
    }
}
