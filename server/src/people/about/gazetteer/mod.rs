//! Where towns are: a gazetteer that is built in (`web/places.mjs`), and asked nowhere else.
//!
//! It is text that is searched where it lies, so it takes no memory until it is asked. A town is the most exact there is.

mod rules;

use std::sync::LazyLock;

use self::rules::project;
pub use self::rules::{HEIGHT, Place, Point, WIDTH, find};
use crate::kit::i18n::Lang;

/// What is built from the data of GeoNames (CC BY 4.0).
static DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/places.txt"));

/// How names are looked up; it counts up when the rules change.
const RULES: i64 = 1;

/// The parts of the data.
struct Parts {
    version: i64,
    countries: &'static str,
    regions: &'static str,
    towns: &'static str,
    meanings: &'static str,
}

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let (head, rest) = DATA.split_once('\n').expect("the gazetteer begins with a line about its parts");
    let numbers: Vec<i64> = head.split(' ').map(|number| number.parse().expect("they are numbers")).collect();
    let length = |at: usize| usize::try_from(numbers[at]).expect("a length");
    let (countries, rest) = rest.split_at(length(1));
    let (regions, rest) = rest.split_at(length(2));
    let (towns, meanings) = rest.split_at(length(3));
    Parts { version: numbers[0], countries, regions, towns, meanings }
});

/// The version of what places are found by; what was found by another is looked up again.
pub fn version() -> i64 {
    PARTS.version.wrapping_add(RULES)
}

/// A town.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Town {
    /// Its number in the gazetteer.
    pub number: i64,
    /// The code of its country (ISO 3166-1).
    pub country: &'static str,
    /// The code of its region, with the country's before it.
    region: &'static str,
    /// Where it is on the map.
    pub point: Point,
    /// How many people live there.
    pub people: i64,
    /// What it is called.
    pub name: &'static str,
}

impl Town {
    /// The region it lies in, if it has a name.
    pub fn region(&self) -> Option<&'static str> {
        let code = format!("{}.{}", self.country, self.region);
        line(PARTS.regions, |line| field(line, 0).cmp(code.as_str())).map(|line| field(line, 1))
    }

    /// What it is called with its region and country, as it can be told from others of its name.
    pub fn in_full(&self, lang: Lang) -> String {
        let country = country(self.country, lang);
        match self.region().filter(|region| *region != self.name) {
            Some(region) => format!("{}, {region}, {country}", self.name),
            None => format!("{}, {country}", self.name),
        }
    }

    fn of_line(line: &'static str) -> Option<Self> {
        let number = |at| field(line, at).parse::<f64>().ok();
        Some(Self {
            number: field(line, 0).parse().ok()?,
            country: field(line, 1),
            region: field(line, 2),
            point: project(number(3)?, number(4)?),
            people: field(line, 5).parse().ok()?,
            name: field(line, 6),
        })
    }
}

/// A town by its number.
pub fn town(number: i64) -> Option<Town> {
    let number_of = |line: &str| field(line, 0).parse::<i64>().unwrap_or(i64::MAX);
    line(PARTS.towns, |line| number_of(line).cmp(&number)).and_then(Town::of_line)
}

/// What a country is called; its code, if it has no name.
pub fn country(code: &str, lang: Lang) -> &str {
    let at = match lang {
        Lang::En => 1,
        Lang::Es => 2,
        Lang::De => 3,
    };
    line(PARTS.countries, |line| field(line, 0).cmp(code)).map_or(code, |line| field(line, at))
}

/// Something that a name can mean.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Meaning {
    Country(&'static str),
    /// A region, by the code of its country and its own.
    Region(&'static str, &'static str),
    /// A town by the name it goes by.
    Town(Town),
    /// A town by another of its names.
    AlsoTown(Town),
}

/// All that a name can mean, the largest towns first. The name is one as [`match_key`](super::rules::match_key) writes it.
fn meanings(key: &str) -> Vec<Meaning> {
    let found = line(PARTS.meanings, |line| field(line, 0).cmp(key)).map_or("", |line| field(line, 1));
    let meaning = |what: &'static str| {
        if let Some(code) = what.strip_prefix('=') {
            return Some(match code.split_once('.') {
                Some((country, region)) => Meaning::Region(country, region),
                None => Meaning::Country(code),
            });
        }
        match what.strip_prefix('~') {
            Some(number) => town(number.parse().ok()?).map(Meaning::AlsoTown),
            None => town(what.parse().ok()?).map(Meaning::Town),
        }
    };
    found.split(' ').filter(|what| !what.is_empty()).filter_map(meaning).collect()
}

fn field(line: &str, at: usize) -> &str {
    line.split('|').nth(at).unwrap_or_default()
}

/// The line for which this says equal, among lines in that order.
fn line(lines: &'static str, order: impl Fn(&'static str) -> std::cmp::Ordering) -> Option<&'static str> {
    let bytes = lines.as_bytes();
    let (mut from, mut to) = (0, bytes.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let begin = bytes[from..middle].iter().rposition(|byte| *byte == b'\n').map_or(from, |at| from + at + 1);
        let end = bytes[middle..to].iter().position(|byte| *byte == b'\n').map_or(to, |at| middle + at);
        let line = &lines[begin..end];
        match order(line) {
            std::cmp::Ordering::Less => from = end + 1,
            std::cmp::Ordering::Greater => to = begin,
            std::cmp::Ordering::Equal => return Some(line),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::about::rules::match_key;

    /// Names are written by one program and looked up by another.
    #[test]
    fn every_town_is_found_under_its_name() {
        for line in PARTS.towns.lines() {
            let town = Town::of_line(line).unwrap();
            let found = meanings(&match_key(town.name));
            assert!(found.contains(&Meaning::Town(town)), "{}", town.name);
            assert_eq!(super::town(town.number), Some(town));
        }
    }

    #[test]
    fn countries_are_called_as_readers_call_them() {
        let called = |code| Lang::ALL.map(|lang| country(code, lang));
        assert_eq!(called("DE"), ["Germany", "Alemania", "Deutschland"]);
        assert_eq!(called("CI")[1], "Côte d’Ivoire");
        assert_eq!(country("??", Lang::En), "??");
    }

    #[test]
    fn names_that_are_none_mean_nothing() {
        for nothing in ["", "zzzzzz", "|", "\n", "=DE", "aaaa"] {
            assert!(meanings(nothing).is_empty(), "{nothing:?}");
        }
    }
}
