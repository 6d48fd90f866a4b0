//! A profile as it is written down: by organisers in a form, and in the files that come with the program. Pure.
//!
//! Lists have a line for each thing, and what is said of it after semicolons: `Risk; 10; ; structured`.

use serde::{Deserialize, Serialize};

use super::rules::{
    Asked, Bounds, Carry, Column, Counts, Figure, Holds, Item, List, MOST_MONTHS, Mark, Scheme, Unit, WordRange,
};
use crate::kit::local_time::Day;

/// No line of a form is longer, in characters.
pub const LONGEST_LINE: usize = 200;
/// No text or list of a form is longer, in characters.
pub const LONGEST_TEXT: usize = 4000;
/// No list has more lines.
pub const MOST_LINES: usize = 60;
/// To how much of a unit may be rounded, in hundredths: the word in the form, and what is done.
pub const STEPS: [(&str, i64); 4] = [("10", 10), ("25", 25), ("50", 50), ("100", 100)];

/// A profile as it is typed.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// What the body calls it.
    pub name: String,
    /// Whom it concerns.
    pub who: String,
    /// The language of its words.
    pub language: String,
    /// Since when it is known to be so.
    pub as_of: String,
    /// Where that is said.
    pub sources: String,
    /// What is asked, in a few sentences.
    pub note: String,
    /// How many months a period has.
    pub months: String,
    /// The first day of one; empty: a day of each member's own.
    pub begins: String,
    /// What is counted.
    pub counts: String,
    /// The name of the unit.
    pub unit: String,
    /// The minutes of one.
    pub unit_minutes: String,
    /// To how many hundredths of it is rounded.
    pub step: String,
    /// How much at least.
    pub least: String,
    /// How much at most.
    pub most: String,
    /// How many months are looked at together.
    pub longer_months: String,
    /// How much is asked in them.
    pub longer_least: String,
    /// How much is carried over.
    pub carry: String,
    /// Of what.
    pub carry_of: String,
    /// How many months without an entry are explained.
    pub gap_months: String,
    /// How many words are said of an entry, at least.
    pub words_least: String,
    /// At most.
    pub words_most: String,
    /// What shows that it was so.
    pub proof: String,
    /// What the first list is called.
    pub list1_title: String,
    /// Its lines.
    pub list1: String,
    /// In how many of it there has to be something.
    pub list1_spread: String,
    /// What the second list is called.
    pub list2_title: String,
    /// Its lines.
    pub list2: String,
    /// In how many of it there has to be something.
    pub list2_spread: String,
    /// What the third list is called.
    pub list3_title: String,
    /// Its lines.
    pub list3: String,
    /// In how many of it there has to be something.
    pub list3_spread: String,
    /// What else is asked.
    pub asked: String,
    /// The columns of the table.
    pub columns: String,
    /// The letter that goes with it.
    pub covering: String,
    /// What somebody else signs.
    pub verification: String,
}

/// What is wrong with a sheet: fields and messages.
pub type Wrong = Vec<(&'static str, &'static str)>;

impl Sheet {
    /// What it asks. What cannot be read is named, and is not asked.
    pub fn read(&self) -> (Scheme, Wrong) {
        let mut wrong = self.too_long();
        let months = take(&mut wrong, "months", whole(&self.months, 1, MOST_MONTHS));
        if months == Some(None) {
            wrong.push(("months", "field-required"));
        }
        let counts = Counts::ALL.into_iter().find(|one| one.word() == self.counts);
        if counts.is_none() {
            wrong.push(("counts", "field-choose"));
        }
        let step = STEPS.iter().find(|(word, _)| *word == self.step).map(|(_, step)| *step);
        if step.is_none() {
            wrong.push(("step", "field-choose"));
        }
        let unit_minutes = take(&mut wrong, "unit_minutes", whole(&self.unit_minutes, 1, 10_000)).flatten();
        let longer_months = take(&mut wrong, "longer_months", whole(&self.longer_months, 1, MOST_MONTHS)).flatten();
        let longer_least = take(&mut wrong, "longer_least", amount(&self.longer_least)).flatten();
        if longer_months.is_some() != longer_least.is_some() {
            wrong.push(("longer_months", "body-both-or-none"));
        }
        let carry = take(&mut wrong, "carry", amount(&self.carry)).flatten();
        let lists = self.lists(&mut wrong);
        if !self.carry_of.is_empty() && lists[0].items.iter().all(|item| item.name != self.carry_of) {
            wrong.push(("carry_of", "body-carry-of-wrong"));
        }
        let scheme = Scheme {
            months: months.flatten().unwrap_or(12),
            begins: take(&mut wrong, "begins", crate::kit::web::forms::optional(&self.begins)).flatten(),
            counts: counts.unwrap_or_default(),
            unit: Unit { name: self.unit.clone(), minutes: unit_minutes.unwrap_or(60), step: step.unwrap_or(10) },
            bounds: Bounds {
                least: take(&mut wrong, "least", amount(&self.least)).flatten().map(Figure::Amount),
                most: take(&mut wrong, "most", amount(&self.most)).flatten().map(Figure::Amount),
            },
            longer: longer_months.zip(longer_least),
            carry: carry.map(|most| Carry { most, of: self.carry_of.clone() }),
            gap_months: take(&mut wrong, "gap_months", whole(&self.gap_months, 1, 60)).flatten(),
            entry_words: WordRange {
                least: take(&mut wrong, "words_least", whole(&self.words_least, 1, 10_000)).flatten(),
                most: take(&mut wrong, "words_most", whole(&self.words_most, 1, 10_000)).flatten(),
            },
            needs_proof: !self.proof.is_empty(),
            lists,
            asked: take(&mut wrong, "asked", lines(&self.asked, asked)).unwrap_or_default(),
            columns: take(&mut wrong, "columns", lines(&self.columns, column)).unwrap_or_default(),
        };
        if scheme.asked.iter().enumerate().any(|(at, one)| scheme.asked[..at].iter().any(|it| it.name == one.name)) {
            wrong.push(("asked", "body-lines-twice"));
        }
        (scheme, wrong)
    }

    /// The day since when it is known to be so.
    pub fn known(&self) -> Option<Day> {
        self.as_of.parse().ok()
    }

    fn too_long(&self) -> Wrong {
        let mut wrong = vec![];
        if self.name.is_empty() {
            wrong.push(("name", "field-required"));
        }
        let known = crate::kit::web::forms::optional::<Day>(&self.as_of);
        if let Err(key) = known {
            wrong.push(("as_of", key));
        }
        for (name, line) in [
            ("name", &self.name),
            ("who", &self.who),
            ("unit", &self.unit),
            ("carry_of", &self.carry_of),
            ("list1_title", &self.list1_title),
            ("list2_title", &self.list2_title),
            ("list3_title", &self.list3_title),
        ] {
            if line.chars().count() > LONGEST_LINE {
                wrong.push((name, "body-line-too-long"));
            }
        }
        for (name, text) in [
            ("sources", &self.sources),
            ("note", &self.note),
            ("proof", &self.proof),
            ("list1", &self.list1),
            ("list2", &self.list2),
            ("list3", &self.list3),
            ("asked", &self.asked),
            ("columns", &self.columns),
            ("covering", &self.covering),
            ("verification", &self.verification),
        ] {
            if text.chars().count() > LONGEST_TEXT {
                wrong.push((name, "body-text-too-long"));
            }
        }
        wrong
    }

    fn lists(&self, wrong: &mut Wrong) -> [List; 3] {
        let written = [
            ("list1", "list1_title", "list1_spread", &self.list1, &self.list1_title, &self.list1_spread),
            ("list2", "list2_title", "list2_spread", &self.list2, &self.list2_title, &self.list2_spread),
            ("list3", "list3_title", "list3_spread", &self.list3, &self.list3_title, &self.list3_spread),
        ];
        written.map(|(name, title_name, spread_name, text, title, spread)| {
            let items: Vec<Item> = take(wrong, name, lines(text, item)).unwrap_or_default();
            if items.iter().enumerate().any(|(at, one)| items[..at].iter().any(|it| it.name == one.name)) {
                wrong.push((name, "body-lines-twice"));
            }
            if !items.is_empty() && title.is_empty() {
                wrong.push((title_name, "field-required"));
            }
            let spread = take(wrong, spread_name, whole(spread, 1, 60)).flatten();
            List { title: title.clone(), items, spread }
        })
    }
}

fn take<T>(wrong: &mut Wrong, name: &'static str, read: Result<T, &'static str>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(key) => {
            wrong.push((name, key));
            None
        }
    }
}

/// A whole number within bounds, or nothing.
fn whole(typed: &str, least: i64, most: i64) -> Result<Option<i64>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().ok().filter(|number| (least..=most).contains(number)).map(Some).ok_or("body-number-wrong")
}

/// So much, with a point or a comma, in hundredths; or nothing.
fn amount(typed: &str) -> Result<Option<i64>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let (whole, rest) = typed.split_once(['.', ',']).unwrap_or((typed, ""));
    let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || whole.len() > 5 || rest.len() > 2 || !digits(whole) || !digits(rest) {
        return Err("body-amount-wrong");
    }
    format!("{whole}{rest:0<2}").parse().map(Some).map_err(|_| "body-amount-wrong")
}

fn figure(typed: &str) -> Result<Option<Figure>, &'static str> {
    match typed.trim().strip_suffix('%') {
        Some(percent) => Ok(whole(percent, 1, 100)?.map(Figure::Percent)),
        None => Ok(amount(typed)?.map(Figure::Amount)),
    }
}

/// What stands in the lines of a list; empty ones are passed over.
fn lines<T>(text: &str, read: fn(&[&str]) -> Result<T, &'static str>) -> Result<Vec<T>, &'static str> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let all: Vec<T> =
        lines.map(|line| read(&line.split(';').map(str::trim).collect::<Vec<_>>())).collect::<Result<_, _>>()?;
    if all.len() > MOST_LINES { Err("body-lines-too-many") } else { Ok(all) }
}

fn cell<'a>(cells: &[&'a str], at: usize) -> &'a str {
    cells.get(at).copied().unwrap_or_default()
}

fn item(cells: &[&str]) -> Result<Item, &'static str> {
    let wrong = "body-lines-wrong";
    let name = cell(cells, 0);
    if name.is_empty() || cells.len() > 4 || name.chars().count() > LONGEST_LINE {
        return Err(wrong);
    }
    let bounds =
        Bounds { least: figure(cell(cells, 1)).map_err(|_| wrong)?, most: figure(cell(cells, 2)).map_err(|_| wrong)? };
    let marks = cell(cells, 3).split_whitespace().map(|word| Mark::read(word).ok_or(wrong));
    Ok(Item { name: name.into(), bounds, marks: marks.collect::<Result<_, _>>()? })
}

fn asked(cells: &[&str]) -> Result<Asked, &'static str> {
    let wrong = "body-asked-wrong";
    let name = cell(cells, 0);
    if name.is_empty() || cells.len() > 3 || name.chars().count() > LONGEST_LINE {
        return Err(wrong);
    }
    let words = |at| whole(cell(cells, at), 1, 20_000).map_err(|_| wrong);
    Ok(Asked { name: name.into(), words: WordRange { least: words(1)?, most: words(2)? } })
}

fn column(cells: &[&str]) -> Result<Column, &'static str> {
    let wrong = "body-columns-wrong";
    let (word, heading) = (cell(cells, 0), cell(cells, 1));
    let holds = Holds::WORDS.iter().find(|(known, _)| *known == word).map(|(_, holds)| *holds).ok_or(wrong)?;
    if heading.is_empty() || cells.len() > 2 || heading.chars().count() > LONGEST_LINE {
        return Err(wrong);
    }
    Ok(Column { holds, heading: heading.into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{log::Kind, profiles::rules::belongs};

    fn sheet() -> Sheet {
        Sheet {
            name: "A body".into(),
            months: "12".into(),
            counts: "time".into(),
            step: "10".into(),
            ..Sheet::default()
        }
    }

    #[test]
    fn a_sheet_that_says_little_asks_little() {
        let (scheme, wrong) = sheet().read();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!((scheme.months, scheme.begins, scheme.unit), (12, None, Unit::default()));
        assert_eq!(scheme.bounds, Bounds::default());
    }

    #[test]
    fn lists_have_a_line_for_each_thing() {
        let list = "Area of practice; 50\r\n\r\nRisk; 1,5; 20 %\nTeaching; ; 12; teach review\n";
        let written = Sheet { list1: list.into(), list1_title: "Type".into(), ..sheet() };
        let (scheme, wrong) = written.read();
        assert!(wrong.is_empty(), "{wrong:?}");
        let items = &scheme.lists[0].items;
        assert_eq!(items[0].bounds, Bounds { least: Some(Figure::Amount(5000)), most: None });
        assert_eq!(items[1].bounds, Bounds { least: Some(Figure::Amount(150)), most: Some(Figure::Percent(20)) });
        assert_eq!(items[2].marks, [Mark::Of(Kind::Teach), Mark::Of(Kind::Review)]);
        let about = crate::evidence::profiles::rules::About {
            kind: Kind::Review,
            with_others: None,
            structured: None,
            planned: None,
            has_proof: false,
        };
        assert_eq!(belongs(&scheme, about, &[None, None, None]).0[0], [2]);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let long = "x".repeat(LONGEST_TEXT + 1);
        let many = "x\n".repeat(3);
        for (sheet, field) in vec![
            (Sheet { name: String::new(), ..sheet() }, "name"),
            (Sheet { name: "x".repeat(LONGEST_LINE + 1), ..sheet() }, "name"),
            (Sheet { months: String::new(), ..sheet() }, "months"),
            (Sheet { months: "0".into(), ..sheet() }, "months"),
            (Sheet { begins: "1 July".into(), ..sheet() }, "begins"),
            (Sheet { counts: "pages".into(), ..sheet() }, "counts"),
            (Sheet { step: "7".into(), ..sheet() }, "step"),
            (Sheet { unit_minutes: "0".into(), ..sheet() }, "unit_minutes"),
            (Sheet { least: "twenty".into(), ..sheet() }, "least"),
            (Sheet { least: "-1".into(), ..sheet() }, "least"),
            (Sheet { longer_months: "36".into(), ..sheet() }, "longer_months"),
            (Sheet { carry_of: "Verifiable".into(), ..sheet() }, "carry_of"),
            (Sheet { list1: "Risk".into(), ..sheet() }, "list1_title"),
            (Sheet { list1: many, list1_title: "x".into(), ..sheet() }, "list1"),
            (Sheet { list2: "Risk; much".into(), list2_title: "x".into(), ..sheet() }, "list2"),
            (Sheet { list2: "Risk; ; ; sleep".into(), list2_title: "x".into(), ..sheet() }, "list2"),
            (Sheet { asked: "Statement; 250; 300; 400".into(), ..sheet() }, "asked"),
            (Sheet { columns: "date".into(), ..sheet() }, "columns"),
            (Sheet { columns: "colour; Colour".into(), ..sheet() }, "columns"),
            (Sheet { note: long, ..sheet() }, "note"),
        ] {
            let (_, wrong) = sheet.read();
            assert_eq!(wrong.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [field]);
        }
    }
}
