//! What a professional body asks, and how a log stands to it. Pure.
//!
//! Minutes are added first, and rounded once. Nothing is cut: what is more than a body takes is shown as such.

use std::collections::HashMap;

use jiff::ToSpan;

use crate::{evidence::log::Kind, kit::local_time::Day};

/// No period is longer, in months.
pub const MOST_MONTHS: i64 = 240;
/// No text for a body is longer, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// No reason, and no note about proof, is longer, in characters.
pub const LONGEST_NOTE: usize = 1000;
/// A member picks at most so many bodies.
pub const MOST_PICKS: i64 = 20;
/// Organisers keep at most so many profiles.
pub const MOST_PROFILES: i64 = 200;

/// From one day to another, both within.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub until: Day,
}

impl Period {
    /// Whether a day is in it.
    pub fn has(self, day: Day) -> bool {
        self.from <= day && day <= self.until
    }

    /// As many months as are asked, ending where it ends.
    pub fn last_months(self, months: i64) -> Self {
        Self { from: plus_months(self.until.plus_days(1), -months), until: self.until }
    }
}

/// So many months later, or earlier: on the last day of the month, where there is no such day.
fn plus_months(day: Day, months: i64) -> Day {
    Day(day.0.saturating_add(months.months()))
}

/// The periods of a body, one after another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Periods {
    /// The first day of one of them.
    pub anchor: Day,
    /// How long each is.
    pub months: i64,
    /// Whether there is none before that day.
    pub is_first: bool,
}

impl Periods {
    /// All are counted from the same day, so that none drifts: what begins on the 31st does so again.
    fn nth(self, n: i64) -> Period {
        let begin = |n: i64| plus_months(self.anchor, n * self.months);
        Period { from: begin(n), until: begin(n + 1).plus_days(-1) }
    }

    fn number(self, day: Day) -> i64 {
        let (year, month) = (i64::from(day.0.year()), i64::from(day.0.month()));
        let (from_year, from_month) = (i64::from(self.anchor.0.year()), i64::from(self.anchor.0.month()));
        let near = ((year - from_year) * 12 + month - from_month).div_euclid(self.months);
        if day < self.nth(near).from { near - 1 } else { near }
    }

    /// The one that a day is in.
    pub fn of(self, day: Day) -> Option<Period> {
        let n = self.number(day);
        (n >= 0 || !self.is_first).then(|| self.nth(n))
    }

    /// The one that is shown when a day is asked for: the first, if there is none.
    pub fn near(self, day: Day) -> Period {
        self.of(day).unwrap_or_else(|| self.nth(0))
    }

    /// The one before another.
    pub fn before(self, period: Period) -> Option<Period> {
        self.of(period.from.plus_days(-1))
    }

    /// The one after another.
    pub fn after(self, period: Period) -> Period {
        self.near(period.until.plus_days(1))
    }
}

/// What a body counts.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Counts {
    /// Time, in its unit.
    #[default]
    Time,
    /// Entries.
    Entries,
    /// Neither: it wants to see what was learned.
    Nothing,
}

impl Counts {
    /// In their order in the form.
    pub const ALL: [Self; 3] = [Self::Time, Self::Entries, Self::Nothing];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Entries => "entries",
            Self::Nothing => "nothing",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Time => "body-counts-time",
            Self::Entries => "body-counts-entries",
            Self::Nothing => "body-counts-nothing",
        }
    }
}

/// In what a body counts time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// What it is called; empty: contact hours.
    pub name: String,
    /// How many minutes one is.
    pub minutes: i64,
    /// To how much of one it is rounded, in hundredths.
    pub step: i64,
}

impl Default for Unit {
    fn default() -> Self {
        Self { name: String::new(), minutes: 60, step: 10 }
    }
}

impl Unit {
    /// What so many minutes are, in hundredths of it, rounded once; what is just between goes up.
    pub const fn amount(&self, minutes: i64) -> i64 {
        let whole = self.minutes * self.step;
        (200 * minutes + whole) / (2 * whole) * self.step
    }

    /// Whether these minutes are something, and too few to be shown as anything.
    pub const fn is_under(&self, minutes: i64) -> bool {
        minutes > 0 && self.amount(minutes) == 0
    }

    /// How many places after the point it is written with.
    pub const fn places(&self) -> u8 {
        if self.step % 100 == 0 {
            0
        } else if self.step % 10 == 0 {
            1
        } else {
            2
        }
    }
}

/// How much is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    /// Units or entries, in hundredths.
    Amount(i64),
    /// A share of all of it.
    Percent(i64),
}

/// How much is asked at least, and taken at most.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Bounds {
    /// At least.
    pub least: Option<Figure>,
    /// At most.
    pub most: Option<Figure>,
}

/// By what of an entry it belongs somewhere before anybody says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// Others took part.
    Others,
    /// Nobody else did.
    Alone,
    /// Somebody had planned how it is learned.
    Structured,
    /// Nobody had.
    Unstructured,
    /// It had been planned.
    Planned,
    /// There is something that shows it.
    Proof,
    /// What was done.
    Of(Kind),
}

impl Mark {
    /// The word it is written as.
    pub fn read(word: &str) -> Option<Self> {
        Some(match word {
            "others" => Self::Others,
            "alone" => Self::Alone,
            "structured" => Self::Structured,
            "unstructured" => Self::Unstructured,
            "planned" => Self::Planned,
            "proof" => Self::Proof,
            kind => Self::Of(kind.parse().ok()?),
        })
    }

    fn fits(self, about: About) -> bool {
        match self {
            Self::Others => about.with_others == Some(true),
            Self::Alone => about.with_others == Some(false),
            Self::Structured => about.structured == Some(true),
            Self::Unstructured => about.structured == Some(false),
            Self::Planned => about.planned == Some(true),
            Self::Proof => about.has_proof,
            Self::Of(kind) => about.kind == kind,
        }
    }
}

/// A category, a cluster or a standard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// In the body's words.
    pub name: String,
    /// How much of it is asked.
    pub bounds: Bounds,
    /// By what an entry belongs to it by itself.
    pub marks: Vec<Mark>,
}

/// Categories, clusters or standards.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct List {
    /// What the body calls them.
    pub title: String,
    /// One by one.
    pub items: Vec<Item>,
    /// In how many of them there has to be something.
    pub spread: Option<i64>,
}

/// How many words are asked.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct WordRange {
    /// At least.
    pub least: Option<i64>,
    /// At most.
    pub most: Option<i64>,
}

/// How a number of words stands to what is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// Fewer.
    Short,
    /// As asked.
    Good,
    /// More.
    Long,
}

impl WordRange {
    /// Whether anything is asked.
    pub const fn is_any(self) -> bool {
        self.least.is_some() || self.most.is_some()
    }

    /// How so many words stand to it.
    pub fn fit(self, words: i64) -> Fit {
        // Where something is asked, nothing is too little.
        let is_empty = words == 0 && self.is_any();
        if is_empty || self.least.is_some_and(|least| words < least) {
            Fit::Short
        } else if self.most.is_some_and(|most| words > most) {
            Fit::Long
        } else {
            Fit::Good
        }
    }
}

/// Something a body wants to read besides the entries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// In the body's words.
    pub name: String,
    /// How long.
    pub words: WordRange,
}

/// What a column of a body's table holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// The first day.
    Date,
    /// The last day.
    Until,
    /// What it was.
    Title,
    /// What was done.
    Kind,
    /// Who offered it.
    Provider,
    /// Where it is found.
    Address,
    /// What shows it.
    Proof,
    /// The minutes.
    Minutes,
    /// The same in hours.
    Hours,
    /// The same in hours, if others took part.
    HoursWithOthers,
    /// Yes or no.
    Others,
    /// Yes or no.
    Structured,
    /// Yes or no.
    Planned,
    /// Why it was chosen.
    Why,
    /// What was learned.
    Learned,
    /// What it changed.
    Applied,
    /// What was learned and what it changed, in one.
    Reflection,
    /// How many words that is.
    Words,
    /// What of a list it belongs to.
    List(usize),
    /// Nothing: somebody else fills it in.
    Empty,
}

impl Holds {
    /// The words there are, in the order of the help.
    pub const WORDS: [(&'static str, Self); 22] = [
        ("date", Self::Date),
        ("until", Self::Until),
        ("title", Self::Title),
        ("kind", Self::Kind),
        ("provider", Self::Provider),
        ("address", Self::Address),
        ("proof", Self::Proof),
        ("minutes", Self::Minutes),
        ("hours", Self::Hours),
        ("hours_with_others", Self::HoursWithOthers),
        ("others", Self::Others),
        ("structured", Self::Structured),
        ("planned", Self::Planned),
        ("why", Self::Why),
        ("learned", Self::Learned),
        ("applied", Self::Applied),
        ("reflection", Self::Reflection),
        ("words", Self::Words),
        ("list1", Self::List(0)),
        ("list2", Self::List(1)),
        ("list3", Self::List(2)),
        ("empty", Self::Empty),
    ];
}

/// A column of a body's table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// What it holds.
    pub holds: Holds,
    /// What the body calls it.
    pub heading: String,
}

/// What is carried over into the next period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Carry {
    /// At most so much, in hundredths.
    pub most: i64,
    /// Only what belongs to this of the first list; empty: whatever it is.
    pub of: String,
}

/// What a body asks.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Scheme {
    /// How long a period is.
    pub months: i64,
    /// The first day of a period; none: each member has their own.
    pub begins: Option<Day>,
    /// What is counted.
    pub counts: Counts,
    /// In what time is counted.
    pub unit: Unit,
    /// How much in a period.
    pub bounds: Bounds,
    /// So many months, ending with the period, are looked at together, and this much is asked in them, in hundredths.
    pub longer: Option<(i64, i64)>,
    /// What is carried over.
    pub carry: Option<Carry>,
    /// So many months without an entry are explained.
    pub gap_months: Option<i64>,
    /// How much is said of each entry.
    pub entry_words: WordRange,
    /// Whether each entry needs something that shows it.
    pub needs_proof: bool,
    /// Categories, clusters, standards. An entry belongs to one of the first, and to as many of the others as it likes.
    pub lists: [List; 3],
    /// What is asked besides.
    pub asked: Vec<Asked>,
    /// The columns of its table.
    pub columns: Vec<Column>,
}

impl Scheme {
    /// Its periods, for a member whose own begin on this day.
    pub fn periods(&self, own: Option<Day>, today: Day) -> Periods {
        let is_own = self.begins.is_none();
        Periods { anchor: self.begins.or(own).unwrap_or(today), months: self.months.max(1), is_first: is_own }
    }
}

/// What an entry says of itself, as far as it matters here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct About {
    /// What was done.
    pub kind: Kind,
    /// Whether others took part.
    pub with_others: Option<bool>,
    /// Whether somebody had planned how it is learned.
    pub structured: Option<bool>,
    /// Whether it had been planned.
    pub planned: Option<bool>,
    /// Whether something shows it.
    pub has_proof: bool,
}

/// What a member said an entry belongs to, list by list; none: what it says of itself decides.
pub type Said = [Option<Vec<String>>; 3];

/// To what of the lists an entry belongs, by their places, and which names are in no list any more.
pub fn belongs(scheme: &Scheme, about: About, said: &Said) -> ([Vec<usize>; 3], Vec<String>) {
    let (mut places, mut lost) = ([vec![], vec![], vec![]], vec![]);
    for (at, (list, said)) in scheme.lists.iter().zip(said).enumerate() {
        places[at] = match said {
            Some(names) => {
                let place = |name: &String| list.items.iter().position(|item| item.name == *name);
                lost.extend(names.iter().filter(|name| place(name).is_none()).cloned());
                names.iter().filter_map(place).collect()
            }
            None => {
                let fits = |(_, item): &(usize, &Item)| item.marks.iter().any(|mark| mark.fits(about));
                list.items.iter().enumerate().filter(fits).map(|(place, _)| place).collect()
            }
        };
        // Of the first list an entry belongs to one.
        places[at].sort_unstable();
        places[at].dedup();
        places[at].truncate(if at == 0 { 1 } else { list.items.len() });
    }
    (places, lost)
}

/// Entries that say the same of themselves, and of which the same was said: how many, and their minutes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heap {
    /// What they say of themselves.
    pub about: About,
    /// What was said.
    pub said: Said,
    /// How many.
    pub entries: i64,
    /// Of how many the time is not known.
    pub untimed: i64,
    /// The minutes of the others.
    pub minutes: i64,
}

/// Entries of which something was said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// What they say of themselves.
    pub own: About,
    /// The same with what was said.
    pub heap: Heap,
    /// Whether they count.
    pub counts: bool,
}

/// All entries, without those of which something was said, and those of them that count as it was said.
pub fn as_told(all: Vec<Heap>, told: Vec<Told>) -> Vec<Heap> {
    let key = |about: &About| (about.kind.word(), about.with_others, about.structured, about.planned, about.has_proof);
    let mut rest: HashMap<_, Heap> = all.into_iter().map(|heap| (key(&heap.about), heap)).collect();
    let mut counted = vec![];
    for Told { own, heap, counts } in told {
        if let Some(whole) = rest.get_mut(&key(&own)) {
            whole.entries -= heap.entries;
            whole.untimed -= heap.untimed;
            whole.minutes -= heap.minutes;
        }
        if counts {
            counted.push(heap);
        }
    }
    rest.into_values().chain(counted).filter(|heap| heap.entries > 0).collect()
}

/// Entries and their minutes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// How many.
    pub entries: i64,
    /// Their minutes.
    pub minutes: i64,
}

impl Tally {
    const fn add(&mut self, heap: &Heap) {
        self.entries += heap.entries;
        self.minutes += heap.minutes;
    }
}

/// What there is in a period.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sums {
    /// All of it.
    pub all: Tally,
    /// Of how many entries the time is not known.
    pub untimed: i64,
    /// How many entries nothing shows.
    pub unproven: i64,
    /// By list and item.
    pub lists: [Vec<Tally>; 3],
    /// By list: what belongs to none of its items.
    pub none: [Tally; 3],
    /// How many entries were said to belong to what is in no list any more.
    pub lost: i64,
}

/// Adds up what there is, in one pass.
pub fn sums<'a>(scheme: &Scheme, heaps: impl IntoIterator<Item = &'a Heap>) -> Sums {
    let mut sums = Sums::default();
    for (tallies, list) in sums.lists.iter_mut().zip(&scheme.lists) {
        tallies.resize(list.items.len(), Tally::default());
    }
    for heap in heaps {
        sums.all.add(heap);
        sums.untimed += heap.untimed;
        sums.unproven += if heap.about.has_proof { 0 } else { heap.entries };
        let (places, lost) = belongs(scheme, heap.about, &heap.said);
        sums.lost += if lost.is_empty() { 0 } else { heap.entries };
        for (at, places) in places.iter().enumerate() {
            for place in places {
                sums.lists[at][*place].add(heap);
            }
            if places.is_empty() {
                sums.none[at].add(heap);
            }
        }
    }
    sums
}

/// How much there is of something, and how much is asked: in hundredths of units or entries, or percent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Measure {
    /// What there is.
    pub there: i64,
    /// What is asked at least.
    pub least: Option<i64>,
    /// What is taken at most.
    pub most: Option<i64>,
}

impl Measure {
    /// What is missing.
    pub fn missing(self) -> i64 {
        self.least.map_or(0, |least| (least - self.there).max(0))
    }

    /// What is more than the body takes. It is still there.
    pub fn over(self) -> i64 {
        self.most.map_or(0, |most| (self.there - most).max(0))
    }
}

impl Scheme {
    /// What there is of something, in hundredths of what is counted.
    pub const fn measured(&self, tally: Tally) -> i64 {
        match self.counts {
            Counts::Time => self.unit.amount(tally.minutes),
            Counts::Entries | Counts::Nothing => tally.entries * 100,
        }
    }

    /// How much of all of it something is, in percent.
    pub const fn share(&self, part: Tally, all: Tally) -> i64 {
        let (part, all) = match self.counts {
            Counts::Time => (part.minutes, all.minutes),
            Counts::Entries | Counts::Nothing => (part.entries, all.entries),
        };
        if all == 0 { 0 } else { (200 * part + all) / (2 * all) }
    }

    /// How much there is of an item, in units or entries and as a share, to what is asked in the same.
    pub fn of_item(&self, bounds: Bounds, part: Tally, all: Tally, carried: i64) -> (Measure, Measure) {
        let amount = |figure: Option<Figure>| match figure {
            Some(Figure::Amount(amount)) => Some(amount),
            _ => None,
        };
        let percent = |figure: Option<Figure>| match figure {
            Some(Figure::Percent(percent)) => Some(percent),
            _ => None,
        };
        let there = self.measured(part) + carried;
        (
            Measure { there, least: amount(bounds.least), most: amount(bounds.most) },
            Measure { there: self.share(part, all), least: percent(bounds.least), most: percent(bounds.most) },
        )
    }

    /// What is carried over from the period before: what was more there than was asked, as far as the body takes it.
    pub fn carried(&self, before: &Sums) -> i64 {
        let Some(carry) = &self.carry else { return 0 };
        let Some(Figure::Amount(least)) = self.bounds.least else { return 0 };
        let spare = self.measured(before.all) - least;
        let of = self.lists[0].items.iter().position(|item| item.name == carry.of);
        let spare = of.map_or(spare, |place| spare.min(self.measured(before.lists[0][place])));
        spare.clamp(0, carry.most)
    }

    /// In how many items of a list there is something, to how many are asked.
    pub fn spread(&self, sums: &Sums, list: usize) -> Option<Measure> {
        let asked = self.lists[list].spread?;
        let there = sums.lists[list].iter().filter(|tally| tally.entries > 0).count();
        Some(Measure { there: i64::try_from(there).unwrap_or_default(), least: Some(asked), most: None })
    }
}

/// From when until when there is nothing for so many months or more. The days on which there is something come in the
/// order in which they begin.
pub fn gaps(days: &[(Day, Day)], within: Period, months: i64) -> Vec<Period> {
    let (mut next, mut found) = (within.from, vec![]);
    let mut look = |from: Day, until: Day| {
        if plus_months(from, months) <= until.plus_days(1) {
            found.push(Period { from, until });
        }
    };
    for (first, last) in days {
        if *first > next {
            look(next, first.plus_days(-1).min(within.until));
        }
        next = next.max(last.plus_days(1));
    }
    look(next, within.until);
    found
}

/// How many words a text has: what stands between spaces and holds a letter or a figure.
pub fn words(text: &str) -> i64 {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    i64::try_from(words.count()).unwrap_or_default()
}

/// Which name of a list was changed into which, if it is only one: what was said of the old name goes with it.
pub fn renamed<'a>(before: &'a List, after: &'a List) -> Option<(&'a str, &'a str)> {
    if before.items.len() != after.items.len() {
        return None;
    }
    let mut changed = before.items.iter().zip(&after.items).filter(|(old, new)| old.name != new.name);
    let (old, new) = changed.next()?;
    let is_new = before.items.iter().all(|item| item.name != new.name);
    (changed.next().is_none() && is_new).then_some((old.name.as_str(), new.name.as_str()))
}

/// What a letter says: its places filled in.
pub fn filled(text: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after
            .split_once('}')
            .and_then(|(name, rest)| places.iter().find(|(place, _)| *place == name).map(|(_, value)| (*value, rest)));
        match value {
            Some((value, after)) => {
                out.push_str(value);
                rest = after;
            }
            // Whatever else stands in braces stays as it is.
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(day: &str) -> Day {
        day.parse().unwrap()
    }

    fn about(kind: Kind, with_others: Option<bool>, has_proof: bool) -> About {
        About { kind, with_others, structured: None, planned: None, has_proof }
    }

    fn heap(minutes: i64) -> Heap {
        let about = about(Kind::Read, None, false);
        Heap { about, said: [None, None, None], entries: 1, untimed: 0, minutes }
    }

    #[test]
    fn minutes_are_added_first_and_rounded_once() {
        let tens = Unit { name: "CEU".into(), minutes: 600, step: 10 };
        let scheme = Scheme { unit: tens.clone(), ..Scheme::default() };
        let twelve: Vec<Heap> = (0..12).map(|_| heap(5)).collect();
        let all = sums(&scheme, &twelve).all;
        assert_eq!((all.minutes, scheme.measured(all)), (60, 10));
        // 0.05 goes up; less is something, but under a tenth.
        assert_eq!((tens.amount(30), tens.is_under(30)), (10, false));
        assert_eq!((tens.amount(20), tens.is_under(20)), (0, true));
        assert_eq!((tens.amount(29), tens.is_under(29)), (0, true));
        assert_eq!((tens.amount(0), tens.is_under(0)), (0, false));
        assert_eq!((tens.amount(90), tens.amount(89)), (20, 10));
        let quarters = Unit { name: String::new(), minutes: 60, step: 25 };
        assert_eq!([7, 8, 15, 52, 53].map(|minutes| quarters.amount(minutes)), [0, 25, 25, 75, 100]);
        assert_eq!([10, 25, 50, 100].map(|step| Unit { step, ..Unit::default() }.places()), [1, 2, 1, 0]);
    }

    #[test]
    fn what_is_more_than_a_body_takes_is_shown_and_not_cut() {
        let item = Item {
            name: "Teaching".into(),
            bounds: Bounds { least: None, most: Some(Figure::Amount(1200)) },
            marks: vec![Mark::Of(Kind::Teach)],
        };
        let list = List { title: "Kind".into(), items: vec![item.clone()], spread: None };
        let scheme = Scheme { lists: [list, List::default(), List::default()], ..Scheme::default() };
        let taught = Heap { about: about(Kind::Teach, None, false), ..heap(15 * 60) };
        let sums = sums(&scheme, &[taught, heap(60)]);
        let (amount, share) = scheme.of_item(item.bounds, sums.lists[0][0], sums.all, 0);
        assert_eq!((amount.there, amount.over(), amount.missing(), share.there), (1500, 300, 0, 94));
        assert_eq!(scheme.measured(sums.all), 1600);
        assert_eq!(sums.none[0], Tally { entries: 1, minutes: 60 });
    }

    #[test]
    fn an_entry_belongs_where_its_owner_says_or_else_where_it_says_itself() {
        let item = |name: &str, marks: Vec<Mark>| Item { name: name.into(), bounds: Bounds::default(), marks };
        let first =
            vec![item("Participatory", vec![Mark::Others]), item("Self-directed", vec![Mark::Alone, Mark::Proof])];
        let list = List { title: "How".into(), items: first, spread: None };
        let scheme = Scheme { lists: [list.clone(), list, List::default()], ..Scheme::default() };
        let with = about(Kind::Event, Some(true), true);
        let unsaid = [None, None, None];
        // One of the first list, all that fit of the others.
        assert_eq!(belongs(&scheme, with, &unsaid).0, [vec![0], vec![0, 1], vec![]]);
        let said = [Some(vec!["Self-directed".to_owned()]), Some(vec![]), None];
        assert_eq!(belongs(&scheme, with, &said).0, [vec![1], vec![], vec![]]);
        let gone = [Some(vec!["Formal".to_owned()]), None, None];
        assert_eq!(belongs(&scheme, with, &gone).1, ["Formal"]);
    }

    #[test]
    fn what_was_more_than_asked_is_carried_over_as_far_as_the_body_takes_it() {
        let item = |name: &str, mark| Item {
            name: name.into(),
            bounds: Bounds { least: Some(Figure::Amount(2100)), most: None },
            marks: vec![mark],
        };
        let list = List { title: String::new(), items: vec![item("Verifiable", Mark::Proof)], spread: None };
        let scheme = Scheme {
            bounds: Bounds { least: Some(Figure::Amount(4000)), most: None },
            carry: Some(Carry { most: 2100, of: "Verifiable".into() }),
            lists: [list, List::default(), List::default()],
            ..Scheme::default()
        };
        let shown = |hours: i64| Heap { about: about(Kind::Course, None, true), ..heap(hours * 60) };
        let carried = |heaps: &[Heap]| scheme.carried(&sums(&scheme, heaps));
        assert_eq!(carried(&[shown(30), heap(600)]), 0);
        assert_eq!(carried(&[shown(30), heap(1200)]), 1000);
        assert_eq!(carried(&[shown(5), heap(6000)]), 500);
        assert_eq!(carried(&[shown(90)]), 2100);
        assert_eq!(Scheme { carry: None, ..scheme.clone() }.carried(&sums(&scheme, &[shown(90)])), 0);
    }

    #[test]
    fn three_months_without_an_entry_are_a_gap() {
        let within = Period { from: day("2025-01-01"), until: day("2026-12-31") };
        let on = |days: &[&str]| -> Vec<(Day, Day)> { days.iter().map(|one| (day(one), day(one))).collect() };
        let entries = on(&[
            "2025-03-01",
            "2025-05-20",
            "2025-08-01",
            "2025-10-30",
            "2026-01-31",
            "2026-05-11",
            "2026-08-10",
            "2026-10-15",
        ]);
        let found = gaps(&entries, within, 3);
        // From 1 February to 10 May there is nothing; 2 August to 29 October is a little less than three months.
        let said: Vec<String> = found.iter().map(|gap| format!("{} {}", gap.from, gap.until)).collect();
        assert_eq!(said, ["2025-10-31 2026-01-30", "2026-02-01 2026-05-10"]);
        // What takes several days is there until its last.
        let long = [(day("2025-01-01"), day("2026-10-15"))];
        assert!(gaps(&long, within, 3).is_empty());
        assert_eq!(gaps(&[], within, 3), [within]);
        // Before the first and after the last, too.
        assert_eq!(gaps(&on(&["2025-07-01"]), within, 6).len(), 2);
    }

    #[test]
    fn periods_follow_a_day_and_none_drifts() {
        let year = Periods { anchor: day("2024-07-01"), months: 12, is_first: false };
        let of = |periods: Periods, at: &str| periods.of(day(at)).map(|it| format!("{} {}", it.from, it.until));
        assert_eq!(of(year, "2026-06-30"), Some("2025-07-01 2026-06-30".into()));
        assert_eq!(of(year, "2026-07-01"), Some("2026-07-01 2027-06-30".into()));
        assert_eq!(of(year, "2019-01-01"), Some("2018-07-01 2019-06-30".into()));
        let own = Periods { anchor: day("2024-02-29"), months: 60, is_first: true };
        assert_eq!(of(own, "2024-02-28"), None);
        assert_eq!(of(own, "2029-02-27"), Some("2024-02-29 2029-02-27".into()));
        let months = Periods { anchor: day("2026-01-31"), months: 1, is_first: false };
        assert_eq!(of(months, "2026-03-30"), Some("2026-02-28 2026-03-30".into()));
        assert_eq!(of(months, "2026-03-31"), Some("2026-03-31 2026-04-29".into()));
    }

    #[test]
    fn words_are_counted_as_people_do() {
        assert_eq!(words("  To ask first – and then, to listen.\nTwice. "), 8);
        assert_eq!(words(""), 0);
        let range = WordRange { least: Some(100), most: Some(150) };
        assert_eq!([99, 100, 150, 151].map(|words| range.fit(words)), [Fit::Short, Fit::Good, Fit::Good, Fit::Long]);
        let at_most = WordRange { least: None, most: Some(250) };
        assert_eq!([0, 1].map(|words| at_most.fit(words)), [Fit::Short, Fit::Good]);
    }

    #[test]
    fn one_name_that_is_put_right_takes_along_what_was_said_of_it() {
        let list = |names: &[&str]| List {
            items: names
                .iter()
                .map(|name| Item { name: (*name).into(), bounds: Bounds::default(), marks: vec![] })
                .collect(),
            ..List::default()
        };
        assert_eq!(renamed(&list(&["Rsik", "Area"]), &list(&["Risk", "Area"])), Some(("Rsik", "Risk")));
        assert_eq!(renamed(&list(&["Risk", "Area"]), &list(&["Area", "Risk"])), None);
        assert_eq!(renamed(&list(&["Risk"]), &list(&["Risk", "Area"])), None);
        assert_eq!(renamed(&list(&["A", "B"]), &list(&["C", "D"])), None);
    }

    #[test]
    fn a_letter_is_filled_in_once_and_what_is_no_place_stays() {
        let places = [("name", "{total}"), ("total", "7")];
        assert_eq!(filled("{name}: {total} {x} {", &places), "{total}: 7 {x} {");
    }

    proptest! {
        #[test]
        fn every_day_is_in_exactly_one_period(anchor in 0i64..40_000, months in 1i64..130, at in 0i64..40_000) {
            let zero = day("1950-01-01");
            let periods = Periods { anchor: zero.plus_days(anchor), months, is_first: false };
            let at = zero.plus_days(at);
            let period = periods.of(at).unwrap();
            prop_assert!(period.has(at));
            let (before, after) = (periods.before(period).unwrap(), periods.after(period));
            prop_assert!(!before.has(at) && !after.has(at));
            prop_assert_eq!(before.until.plus_days(1), period.from);
            prop_assert_eq!(period.until.plus_days(1), after.from);
            // Whichever of its days is asked for, it is the same one.
            prop_assert_eq!(periods.of(period.from), Some(period));
            prop_assert_eq!(periods.of(period.until), Some(period));
        }

        #[test]
        fn in_which_order_entries_come_does_not_matter(
            entries in prop::collection::vec((0i64..500, 0usize..10, prop::option::of(any::<bool>()), any::<bool>()), 0..40),
            turn in 0usize..40,
        ) {
            let item = |name: &str, mark| Item { name: name.into(), bounds: Bounds::default(), marks: vec![mark] };
            let list = List { title: String::new(), items: vec![item("a", Mark::Others), item("b", Mark::Proof)], spread: None };
            let scheme = Scheme { lists: [list.clone(), list, List::default()], ..Scheme::default() };
            let heaps: Vec<Heap> = entries.iter().map(|(minutes, kind, others, proof)| {
                Heap { about: about(Kind::ALL[*kind], *others, *proof), ..heap(*minutes) }
            }).collect();
            let mut turned = heaps.clone();
            turned.reverse();
            let middle = if turned.is_empty() { 0 } else { turn % turned.len() };
            turned.rotate_left(middle);
            let (one, other) = (sums(&scheme, &heaps), sums(&scheme, &turned));
            prop_assert_eq!(&one, &other);
            // In the first list each is somewhere once, and nothing is lost.
            let parts: i64 = one.lists[0].iter().map(|tally| tally.minutes).sum();
            prop_assert_eq!(parts + one.none[0].minutes, one.all.minutes);
        }

        #[test]
        fn whatever_is_said_of_entries_each_is_counted_once(
            entries in prop::collection::vec((1i64..500, 0usize..10, any::<bool>(), any::<bool>(), any::<bool>()), 0..40),
        ) {
            let of = |(minutes, kind, proof, _, _): &(i64, usize, bool, bool, bool)| {
                Heap { about: about(Kind::ALL[*kind], None, *proof), ..heap(*minutes) }
            };
            let mut all: Vec<Heap> = vec![];
            for one in entries.iter().map(of) {
                match all.iter_mut().find(|heap| heap.about == one.about) {
                    Some(heap) => {
                        heap.entries += one.entries;
                        heap.minutes += one.minutes;
                    }
                    None => all.push(one),
                }
            }
            let said = entries.iter().filter(|one| one.3);
            let told = said.map(|one| Told { own: of(one).about, heap: of(one), counts: one.4 }).collect();
            let counted = sums(&Scheme::default(), &as_told(all, told)).all;
            let expected: Vec<_> = entries.iter().filter(|one| !one.3 || one.4).collect();
            prop_assert_eq!(counted.entries, i64::try_from(expected.len()).unwrap());
            prop_assert_eq!(counted.minutes, expected.iter().map(|one| one.0).sum::<i64>());
        }

        #[test]
        fn what_is_rounded_once_is_off_by_half_a_step_at_most(minutes in 0i64..2_000_000, per in 1i64..3000, step in prop::sample::select(vec![10i64, 25, 50, 100])) {
            let unit = Unit { name: String::new(), minutes: per, step };
            let off = unit.amount(minutes) * per - minutes * 100;
            prop_assert!(2 * off.abs() <= step * per);
            prop_assert_eq!(unit.amount(minutes) % step, 0);
            prop_assert!(unit.amount(minutes + 1) >= unit.amount(minutes));
        }
    }
}
