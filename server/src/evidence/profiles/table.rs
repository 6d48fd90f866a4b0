//! The table a body wants to see: its columns, in its words. Spreadsheets run nothing of it. Pure.

use super::{
    Mapped, Mapping, Reason, Scheme,
    rules::{About, Holds, belongs, words},
};
use crate::{
    evidence::log::{Draft, Entry, Kind, table::guarded},
    kit::local_time::Day,
};

/// What a table says in the words of the reader.
pub struct Words<'a> {
    /// The names of kinds.
    pub kind: &'a dyn Fn(Kind) -> String,
    /// Yes.
    pub yes: String,
    /// No.
    pub no: String,
    /// That there is nothing for a while, before the reason.
    pub gap: String,
    /// What is put between hours and their parts.
    pub point: char,
}

/// What an entry says of itself, as far as a body looks at it.
pub fn about(draft: &Draft, is_of_here: bool, mapping: &Mapping) -> About {
    About {
        kind: draft.kind,
        with_others: draft.with_others,
        structured: draft.structured,
        planned: draft.planned,
        has_proof: is_of_here || !draft.address.is_empty() || !mapping.proof.is_empty(),
    }
}

/// The names of what an entry belongs to, list by list; those that are in no list any more among them.
pub fn named(scheme: &Scheme, about: About, mapping: &Mapping) -> [Vec<String>; 3] {
    let (places, _) = belongs(scheme, about, &mapping.said);
    std::array::from_fn(|at| match &mapping.said[at] {
        Some(names) => names.clone(),
        None => places[at].iter().map(|place| scheme.lists[at].items[*place].name.clone()).collect(),
    })
}

/// What was learned and what it changed, in one.
pub fn reflection(draft: &Draft) -> String {
    let both = [draft.learned.as_str(), draft.applied.as_str()];
    both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Minutes in hours, to a hundredth.
fn hours(minutes: i64, point: char) -> String {
    let hundredths = (minutes * 100 + 30) / 60;
    format!("{}{point}{:02}", hundredths / 100, hundredths % 100)
}

/// The rows of a table, entries and reasons by their days; the first holds the headings.
pub fn rows(scheme: &Scheme, entries: &[Mapped], reasons: &[Reason], words_of: &Words<'_>) -> Vec<Vec<String>> {
    let head = scheme.columns.iter().map(|column| column.heading.clone()).collect();
    let mut rows: Vec<(Day, Vec<String>)> = vec![];
    for (entry, mapping) in entries {
        rows.push((entry.day(), row(scheme, entry, mapping, words_of)));
    }
    for reason in reasons {
        let cell = |holds: Holds| match holds {
            Holds::Date => reason.gap.from.to_string(),
            Holds::Until => reason.gap.until.to_string(),
            Holds::Title => format!("{}: {}", words_of.gap, reason.text),
            _ => String::new(),
        };
        rows.push((reason.gap.from, scheme.columns.iter().map(|column| cell(column.holds)).collect()));
    }
    // Those of one day stay as they were.
    rows.sort_by_key(|(day, _)| *day);
    std::iter::once(head).chain(rows.into_iter().map(|(_, row)| row)).collect()
}

fn row(scheme: &Scheme, entry: &Entry, mapping: &Mapping, words_of: &Words<'_>) -> Vec<String> {
    let draft = entry.draft();
    let about = about(&draft, entry.subject.is_some(), mapping);
    let lists = named(scheme, about, mapping);
    let said = |answer: Option<bool>| match answer {
        Some(true) => words_of.yes.clone(),
        Some(false) => words_of.no.clone(),
        None => String::new(),
    };
    let in_hours = |minutes: Option<i64>| minutes.map(|minutes| hours(minutes, words_of.point)).unwrap_or_default();
    let cell = |holds: Holds| match holds {
        Holds::Date => draft.day.to_string(),
        Holds::Until => draft.until.unwrap_or(draft.day).to_string(),
        Holds::Title => draft.title.clone(),
        Holds::Kind => (words_of.kind)(draft.kind),
        Holds::Provider => draft.provider.clone(),
        Holds::Address => draft.address.clone(),
        Holds::Proof => {
            let here = entry.subject_title.clone().unwrap_or_default();
            let all = [mapping.proof.clone(), draft.address.clone(), here];
            all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
        }
        Holds::Minutes => draft.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
        Holds::Hours => in_hours(draft.minutes),
        Holds::HoursWithOthers => in_hours(draft.minutes.filter(|_| draft.with_others == Some(true))),
        Holds::Others => said(draft.with_others),
        Holds::Structured => said(draft.structured),
        Holds::Planned => said(draft.planned),
        Holds::Why => draft.why.clone(),
        Holds::Learned => draft.learned.clone(),
        Holds::Applied => draft.applied.clone(),
        Holds::Reflection => reflection(&draft),
        Holds::Words => words(&reflection(&draft)).to_string(),
        Holds::List(at) => lists[at].join("; "),
        Holds::Empty => String::new(),
    };
    scheme.columns.iter().map(|column| cell(column.holds)).collect()
}

/// The table as a file (CSV, RFC 4180), whose cells this parts. It begins with a mark by which spreadsheets know that it
/// is UTF-8, and no cell is run as a formula.
pub fn write(rows: &[Vec<String>], mark: u8) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .delimiter(mark)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Writing into memory does not fail, and all rows are as long as the first.
        let _ = out.write_record(row.iter().map(|cell| guarded(cell)));
    }
    out.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_of_a_table_is_run() {
        let rows = [vec!["=1+1".to_owned(), "-2".into()], vec!["@SUM(A1)".into(), "plain, \"quoted\"".into()]];
        for mark in [b',', b';'] {
            let written = String::from_utf8(write(&rows, mark)).unwrap();
            let mut read = csv::ReaderBuilder::new()
                .delimiter(mark)
                .has_headers(false)
                .from_reader(written.trim_start_matches('\u{feff}').as_bytes());
            for row in read.records() {
                assert!(row.unwrap().iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{written}");
            }
        }
        assert_eq!(hours(20, ','), "0,33");
        assert_eq!(hours(90, '.'), "1.50");
    }
}
