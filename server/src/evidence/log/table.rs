//! Entries as a table (CSV, RFC 4180) that spreadsheets open: out of the log without surprises, and back in. Pure.

use super::rules::{Draft, Kind, Whose};
use crate::kit::local_time::Day;

/// The columns, in their order. The first two are asked for; whatever else a table lacks is empty.
pub const COLUMNS: [&str; 16] = [
    "date",
    "title",
    "until",
    "minutes",
    "time",
    "work_minutes",
    "kind",
    "with_others",
    "structured",
    "planned",
    "provider",
    "address",
    "why",
    "learned",
    "applied",
    "hours",
];

/// What the columns are called elsewhere.
const ALSO: [(&str, &[&str]); 9] = [
    ("date", &["datum", "fecha", "day", "tag", "from", "von", "start"]),
    ("title", &["titel", "título", "titulo", "activity", "aktivität", "actividad"]),
    ("until", &["bis", "hasta", "end", "ende"]),
    ("minutes", &["minuten", "minutos", "min"]),
    ("hours", &["stunden", "horas", "h"]),
    ("time", &["zeit", "tiempo"]),
    ("kind", &["art", "tipo", "type"]),
    ("provider", &["anbieter", "proveedor", "organisation"]),
    ("address", &["adresse", "dirección", "link", "url"]),
];

/// Which comes first in 03/04/2026.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// The day, as nearly everywhere.
    Day,
    /// The month, as in the United States.
    Month,
}

/// What is wrong in one place of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// The line of the file at which the row begins.
    pub line: u64,
    /// The column, as it is called here.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// The message that says what is wrong.
    pub key: &'static str,
}

/// What a table is found to hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// Entries, and the columns that no entry has a place for.
    Entries(Vec<Draft>, Vec<String>),
    /// Dates that can be read in two ways, such as this one: whoever brings it has to say.
    Which(String),
    /// What has to be put right first. Nothing is taken in by halves.
    Wrong(Vec<Wrong>),
    /// The first line does not name at least a date and a title.
    NoHead,
}

/// So many places that are wrong are named.
const MOST_WRONG: usize = 20;

/// The text of a file: UTF-8, UTF-16 with its mark, or else what spreadsheets in Western Europe write.
pub fn text(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// What parts the cells: whichever stands most often in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: char| first.matches(mark).count();
    let best = [',', ';', '\t'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(',');
    u8::try_from(best).unwrap_or(b',')
}

/// A cell that a spreadsheet would run begins with an apostrophe, as does one that begins with one.
pub fn guarded(text: &str) -> String {
    let is_risky = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']);
    if is_risky { format!("'{text}") } else { text.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) => rest,
        _ => cell,
    }
}

const fn yes_or_no(said: Option<bool>) -> &'static str {
    match said {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

/// Entries as a table, whose cells this parts: spreadsheets set to German or Spanish expect a semicolon. It begins with
/// a mark by which they know that it is UTF-8.
pub fn write<'a>(entries: impl IntoIterator<Item = &'a Draft>, mark: u8) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .delimiter(mark)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut put = |row: [&str; 15]| out.write_record(row).is_ok();
    let head: [&str; 15] = std::array::from_fn(|n| COLUMNS[n]);
    put(head);
    for entry in entries {
        let work = if let Some(Whose::Split(work)) = entry.whose { work.to_string() } else { String::new() };
        put([
            &entry.day.to_string(),
            &guarded(&entry.title),
            &entry.until.map(|day| day.to_string()).unwrap_or_default(),
            &entry.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            entry.whose.map_or("", Whose::word),
            &work,
            entry.kind.word(),
            yes_or_no(entry.with_others),
            yes_or_no(entry.structured),
            yes_or_no(entry.planned),
            &guarded(&entry.provider),
            &guarded(&entry.address),
            &guarded(&entry.why),
            &guarded(&entry.learned),
            &guarded(&entry.applied),
        ]);
    }
    out.into_inner().unwrap_or_default()
}

/// The number of a column that a name in the head stands for.
fn column(name: &str) -> Option<usize> {
    let name = name.trim().trim_start_matches('\u{feff}').to_lowercase().replace([' ', '-'], "_");
    let called = |of: &str| ALSO.iter().any(|(own, others)| *own == of && others.contains(&&*name));
    COLUMNS.iter().position(|own| *own == name || called(own))
}

/// Reads a table. `order` says how dates are read that can be read in two ways.
pub fn read(text: &str, order: Option<Order>) -> Found {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = reader.records();
    let Some(Ok(head)) = rows.next() else { return Found::NoHead };
    let places: Vec<Option<usize>> = head.iter().map(column).collect();
    let is_there = |name: &str| places.iter().flatten().any(|place| COLUMNS[*place] == name);
    if !is_there("date") || !is_there("title") {
        return Found::NoHead;
    }
    let unknown = head.iter().zip(&places).filter(|(name, place)| place.is_none() && !name.trim().is_empty());
    let unknown = unknown.map(|(name, _)| name.trim().to_owned()).collect();
    let (mut table, mut wrong) = (vec![], vec![]);
    for row in rows {
        let Ok(row) = row else { return Found::NoHead };
        let line = row.position().map_or(0, csv::Position::line);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let mut cells: [&str; COLUMNS.len()] = [""; COLUMNS.len()];
        for (cell, place) in row.iter().zip(&places) {
            if let Some(place) = place {
                cells[*place] = cell;
            }
        }
        if row.len() > head.len() {
            let value = row.iter().skip(head.len()).collect::<Vec<_>>().join(" ");
            wrong.push(Wrong { line, column: String::new(), value, key: "log-csv-too-many" });
        }
        table.push((line, cells.map(str::to_owned)));
    }
    let order = match (order, ways(table.iter().map(|(_, cells)| cells[0].as_str()))) {
        (Some(order), _) | (None, Ways::One(order)) => order,
        (None, Ways::Both(example)) => return Found::Which(example),
    };
    let mut entries = vec![];
    for (line, cells) in &table {
        match entry(cells, order) {
            Ok(entry) => entries.push(entry),
            Err((name, key)) => {
                let value = COLUMNS.iter().position(|own| *own == name).map_or("", |place| &cells[place]);
                let value = value.chars().take(60).collect();
                wrong.push(Wrong { line: *line, column: name.into(), value, key });
            }
        }
    }
    wrong.sort_by_key(|wrong| wrong.line);
    wrong.truncate(MOST_WRONG);
    if wrong.is_empty() { Found::Entries(entries, unknown) } else { Found::Wrong(wrong) }
}

/// In which ways the dates with strokes can be read, all of them alike.
enum Ways {
    One(Order),
    Both(String),
}

fn ways<'a>(dates: impl Iterator<Item = &'a str>) -> Ways {
    let mut example = None;
    for date in dates.filter(|date| date.contains('/')) {
        match (day(date, Order::Day).is_ok(), day(date, Order::Month).is_ok()) {
            (true, false) => return Ways::One(Order::Day),
            (false, true) => return Ways::One(Order::Month),
            // 05/05 is the same either way.
            (true, true) if day(date, Order::Day) != day(date, Order::Month) => {
                example.get_or_insert_with(|| date.trim().to_owned());
            }
            _ => {}
        }
    }
    example.map_or(Ways::One(Order::Day), Ways::Both)
}

/// A date: 2026-10-05, 5.10.2026, or with strokes.
fn day(typed: &str, order: Order) -> Result<Day, &'static str> {
    let typed = typed.trim();
    let mark = ['.', '/'].into_iter().find(|mark| typed.contains(*mark));
    let Some(mark) = mark else { return typed.parse() };
    let parts: Vec<&str> = typed.split(mark).map(str::trim).collect();
    let [first, second, year] = parts[..] else { return Err("field-day-wrong") };
    let (day, month) = if mark == '/' && order == Order::Month { (second, first) } else { (first, second) };
    // A year of two digits is a guess.
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return Err("field-day-wrong");
    }
    format!("{year}-{month:0>2}-{day:0>2}").parse()
}

fn answer(typed: &str) -> Result<Option<bool>, &'static str> {
    match typed.trim().to_lowercase().as_str() {
        "" => Ok(None),
        "yes" | "ja" | "sí" | "si" | "1" | "true" | "x" => Ok(Some(true)),
        "no" | "nein" | "0" | "false" => Ok(Some(false)),
        _ => Err("log-csv-answer"),
    }
}

/// An entry of a row, or the column that is wrong and the message.
fn entry(cells: &[String; COLUMNS.len()], order: Order) -> Result<Draft, (&'static str, &'static str)> {
    let [
        date,
        title,
        until,
        minutes,
        time,
        work,
        kind,
        with_others,
        structured,
        planned,
        provider,
        address,
        why,
        learned,
        applied,
        in_hours,
    ] = cells;
    let at = |name: &'static str| move |key: &'static str| (name, key);
    let line = |cell: &str| crate::people::members::one_line(unguarded(cell));
    let words = |cell: &str| unguarded(cell).trim().replace("\r\n", "\n");
    let mut minutes = super::rules::minutes(minutes).map_err(at("minutes"))?;
    if let Some(hours) = super::rules::hours(in_hours).map_err(at("hours"))? {
        if minutes.is_some_and(|minutes| minutes != hours) {
            return Err(("hours", "log-csv-both"));
        }
        minutes = Some(hours);
    }
    let work = super::rules::minutes(work).map_err(at("work_minutes"))?;
    let whose = match (time.trim().to_lowercase().as_str(), work) {
        ("", None) => None,
        ("work", None) => Some(Whose::Work),
        ("own", None) => Some(Whose::Own),
        ("split", Some(work)) => Some(Whose::Split(work)),
        ("" | "work" | "own" | "split", _) => return Err(("work_minutes", "log-split-wrong")),
        _ => return Err(("time", "log-csv-time")),
    };
    let kind = match kind.trim().to_lowercase().as_str() {
        "" => Kind::Other,
        word => word.parse().map_err(|_| ("kind", "log-csv-kind"))?,
    };
    let until = Some(until.trim()).filter(|until| !until.is_empty());
    let draft = Draft {
        day: day(date, order).map_err(at("date"))?,
        until: until.map(|until| day(until, order)).transpose().map_err(at("until"))?,
        minutes,
        whose,
        kind,
        with_others: answer(with_others).map_err(at("with_others"))?,
        structured: answer(structured).map_err(at("structured"))?,
        planned: answer(planned).map_err(at("planned"))?,
        title: line(title),
        provider: line(provider),
        address: line(address),
        why: words(why),
        learned: words(learned),
        applied: words(applied),
    };
    match draft.wrong() {
        Some(("work", key)) => Err(("work_minutes", key)),
        Some(wrong) => Err(wrong),
        None => Ok(draft),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<Draft> {
        match read(text, None) {
            Found::Entries(entries, _) => entries,
            other => panic!("{other:?}"),
        }
    }

    fn wrong(text: &str) -> Vec<(u64, String, &'static str)> {
        match read(text, None) {
            Found::Wrong(wrong) => wrong.into_iter().map(|it| (it.line, it.column, it.key)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_goes_out_comes_back_equal_and_runs_in_no_spreadsheet() {
        let day: Day = "2026-10-05".parse().unwrap();
        let mut all = vec![];
        for text in [
            "=HYPERLINK(\"https://example.org\",\"x\")",
            "-2+3",
            "@SUM(A1)",
            "+1",
            "'quoted'",
            "'=1",
            "say \"hello\", twice; or\tmore",
            "two\nlines",
            "🦉 Łukasz",
        ] {
            let mut entry = Draft::of(day, Kind::Review, &crate::people::members::one_line(text));
            (entry.learned, entry.minutes) = (text.into(), Some(30));
            (entry.whose, entry.planned, entry.structured) = (Some(Whose::Split(10)), Some(true), Some(false));
            all.push(entry);
        }
        for mark in [b',', b';'] {
            let table = write(&all, mark);
            let text = text(&table);
            assert_eq!(entries(&text), all);
            let mut cells = csv::ReaderBuilder::new().delimiter(mark).from_reader(text.as_bytes());
            for row in cells.records() {
                assert!(row.unwrap().iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
            }
        }
    }

    #[test]
    fn a_table_of_a_german_spreadsheet_is_read() {
        let saved = b"Datum;Titel;Stunden;Anbieter\r\n5.10.2026;\"B\xfccher; gelesen\";1,5;Bibliothek M\xfcnchen\r\n";
        let found = entries(&text(saved));
        assert_eq!((found[0].day.to_string().as_str(), found[0].title.as_str()), ("2026-10-05", "Bücher; gelesen"));
        assert_eq!((found[0].minutes, found[0].provider.as_str()), (Some(90), "Bibliothek München"));
        let marked = "\u{feff}date,title\r\n2026-10-05,One\r\n";
        assert_eq!(entries(&text(marked.as_bytes())).len(), 1);
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(marked[3..].encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(entries(&text(&utf16)).len(), 1);
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_asked_and_not_guessed() {
        let table = "date,title\n03/04/2026,One\n05/05/2026,Two\n";
        assert_eq!(read(table, None), Found::Which("03/04/2026".into()));
        let days = |order| match read(table, Some(order)) {
            Found::Entries(found, _) => found[0].day.to_string(),
            other => panic!("{other:?}"),
        };
        assert_eq!((days(Order::Day).as_str(), days(Order::Month).as_str()), ("2026-04-03", "2026-03-04"));
        // One that can be read in one way only decides for all.
        assert_eq!(entries("date,title\n03/04/2026,One\n25/04/2026,Two\n")[0].day.to_string(), "2026-04-03");
        assert_eq!(wrong("date,title,minutes\n2026-10-05,One,\"1,5\"\n"), [(2, "minutes".into(), "log-minutes-wrong")]);
        assert_eq!(wrong("date,title,hours\n2026-10-05,One,\"1,500\"\n"), [(2, "hours".into(), "log-csv-hours")]);
        assert_eq!(wrong("date,title\n5.10.26,One\n"), [(2, "date".into(), "field-day-wrong")]);
    }

    #[test]
    fn everything_that_is_wrong_is_named_by_its_line_and_nothing_is_taken_in_by_halves() {
        let table = "date,title,kind,time\n2026-10-05,\"a\nb\",read,work\n2026-10-06,,read,\n2026-02-30,x,read,\n,,,\n2026-10-07,y,sleep,\n2026-10-07,y,,home\n2026-10-07,y,,,more\n";
        let expected = [
            (4, "title", "field-required"),
            (5, "date", "field-day-wrong"),
            (7, "kind", "log-csv-kind"),
            (8, "time", "log-csv-time"),
            (9, "", "log-csv-too-many"),
        ];
        assert_eq!(wrong(table), expected.map(|(line, column, key)| (line, column.to_owned(), key)));
        for table in ["", "title\nOne\n", "\u{0}\u{1}\u{2}", "<html>", "date;date\n"] {
            assert_eq!(read(table, None), Found::NoHead, "{table}");
        }
        let Found::Entries(found, unknown) = read("Date,Title,Mood\n2026-10-05,One,good\n", None) else { panic!() };
        assert_eq!((found.len(), unknown), (1, vec!["Mood".to_owned()]));
    }

    #[test]
    fn hours_are_minutes() {
        for (typed, minutes) in [("1.5", 90), ("1,25", 75), ("0,33", 20), ("2", 120), ("1:30", 90), ("0", 0)] {
            assert_eq!(super::super::rules::hours(typed), Ok(Some(minutes)), "{typed}");
        }
        for typed in ["1.5h", "-1", "1:75", "1,500", "x"] {
            assert!(super::super::rules::hours(typed).is_err(), "{typed}");
        }
    }
}
