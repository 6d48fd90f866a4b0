//! Writes iCalendar (RFC 5545) for those who subscribe to dates: moments, whole days, and what does not take place after
//! all.
//!
//! Takes values and answers text: no I/O, no clock. Whatever stands in a text, it stays a text: nothing in it begins a
//! property of its own.

use jiff::{Timestamp, ToSpan, civil::Date};

/// No line is longer, in octets without the break that ends it (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// Dates to subscribe to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// What it is called where it is subscribed to.
    pub name: String,
    /// What happens, in any order.
    pub events: Vec<Event>,
}

/// Something that happens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// What tells it from every other, anywhere and for ever.
    pub uid: String,
    /// How often it was changed; never less than before.
    pub sequence: i64,
    /// When it was last changed.
    pub changed: Timestamp,
    /// When it happens.
    pub when: When,
    /// Whether it does.
    pub status: Status,
    /// What it is called.
    pub summary: String,
    /// What is to be said about it; may be empty.
    pub description: String,
    /// Where it happens; may be empty.
    pub location: String,
    /// The page about it; empty if there is none.
    pub url: String,
}

/// When something happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// From one moment to another, the same everywhere.
    Moments(Timestamp, Timestamp),
    /// At one moment, the same everywhere. Nobody is busy by it.
    At(Timestamp),
    /// From one day to another, both with it: days of the calendar, wherever it hangs. Nobody is busy by it.
    Days(Date, Date),
}

/// Whether something happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// It does.
    Confirmed,
    /// It was to, and does not.
    Cancelled,
}

/// The calendar as programs read it.
pub fn write(calendar: &Calendar) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Lyceum//Lyceum//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    // The name and how often to look, as the standard has them (RFC 7986) and as programs had them before.
    line(&mut out, &format!("NAME:{}", text(&calendar.name)));
    line(&mut out, &format!("X-WR-CALNAME:{}", text(&calendar.name)));
    line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    line(&mut out, "X-PUBLISHED-TTL:PT1H");
    for event in &calendar.events {
        write_event(&mut out, event);
    }
    if calendar.events.is_empty() {
        write_nothing(&mut out);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn write_event(out: &mut String, event: &Event) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", text(&event.uid)));
    line(out, &format!("SEQUENCE:{}", event.sequence.clamp(0, i64::from(i32::MAX))));
    // Without a METHOD both say when it was last changed (RFC 5545, 3.8.7.2).
    line(out, &format!("DTSTAMP:{}", moment(event.changed)));
    line(out, &format!("LAST-MODIFIED:{}", moment(event.changed)));
    match event.when {
        When::Moments(begin, end) => {
            line(out, &format!("DTSTART:{}", moment(begin)));
            line(out, &format!("DTEND:{}", moment(end)));
        }
        // Without an end it ends when it begins (RFC 5545, 3.6.1).
        When::At(at) => {
            line(out, &format!("DTSTART:{}", moment(at)));
            line(out, "TRANSP:TRANSPARENT");
        }
        When::Days(first, last) => {
            line(out, &format!("DTSTART;VALUE=DATE:{}", first.strftime("%Y%m%d")));
            // The end is the first day that is not part of it (RFC 5545, 3.6.1).
            let end = last.max(first).saturating_add(1.day());
            line(out, &format!("DTEND;VALUE=DATE:{}", end.strftime("%Y%m%d")));
            line(out, "TRANSP:TRANSPARENT");
        }
    }
    let status = match event.status {
        Status::Confirmed => "CONFIRMED",
        Status::Cancelled => "CANCELLED",
    };
    line(out, &format!("STATUS:{status}"));
    line(out, &format!("SUMMARY:{}", text(&event.summary)));
    for (name, value) in [("DESCRIPTION", &event.description), ("LOCATION", &event.location)] {
        if !value.is_empty() {
            line(out, &format!("{name}:{}", text(value)));
        }
    }
    // An address is no text: it is written as it is (RFC 5545, 3.3.13).
    let url: String = event.url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    if !url.is_empty() {
        line(out, &format!("URL:{url}"));
    }
    line(out, "END:VEVENT");
}

/// A calendar holds something (RFC 5545, 3.6): where nothing happens, the zone that its moments would be in.
fn write_nothing(out: &mut String) {
    for it in [
        "BEGIN:VTIMEZONE",
        "TZID:Etc/UTC",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        line(out, it);
    }
}

fn moment(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text with what has a meaning of its own marked (RFC 5545, 3.3.11), and without characters that have no place in one.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, folded so that no part is too long and no character is cut (RFC 5545, 3.1), nor a mark from what it marks:
/// not every program puts lines together before it reads them.
fn line(out: &mut String, content: &str) {
    let mut room = LONGEST_LINE;
    let mut characters = content.chars();
    while let Some(c) = characters.next() {
        let marked = if c == '\\' { characters.next() } else { None };
        let needed = c.len_utf8() + marked.map_or(0, char::len_utf8);
        if needed > room {
            out.push_str("\r\n ");
            room = LONGEST_LINE - 1;
        }
        out.extend([c].into_iter().chain(marked));
        room -= needed;
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use icalendar::{
        Component,
        parser::{read_calendar, unfold},
    };
    use proptest::prelude::*;

    use super::*;

    fn event(when: When) -> Event {
        Event {
            uid: "module-1@example.org".into(),
            sequence: 2,
            changed: "2026-09-01T10:00:00Z".parse().unwrap(),
            when,
            status: Status::Confirmed,
            summary: "Live session".into(),
            description: String::new(),
            location: String::new(),
            url: String::new(),
        }
    }

    fn written(event: Event) -> String {
        write(&Calendar { name: "Open Learning".into(), events: vec![event] })
    }

    fn week() -> When {
        When::Days("2026-10-26".parse().unwrap(), "2026-11-01".parse().unwrap())
    }

    #[test]
    fn a_week_ends_with_the_day_after_its_last_and_has_neither_times_nor_a_zone() {
        let text = written(event(week()));
        assert!(text.contains("\r\nDTSTART;VALUE=DATE:20261026\r\nDTEND;VALUE=DATE:20261102\r\n"), "{text}");
        assert!(!text.contains("TZID") && text.contains("TRANSP:TRANSPARENT"));
        let day = When::Days("2026-12-31".parse().unwrap(), "2026-12-31".parse().unwrap());
        assert!(written(event(day)).contains("DTEND;VALUE=DATE:20270101\r\n"));
    }

    #[test]
    fn a_moment_is_the_same_everywhere_and_what_is_cancelled_says_so() {
        let when = When::Moments("2026-10-26T08:00:00Z".parse().unwrap(), "2026-10-26T09:00:00Z".parse().unwrap());
        let text = written(Event { status: Status::Cancelled, ..event(when) });
        for line in [
            "UID:module-1@example.org",
            "SEQUENCE:2",
            "DTSTAMP:20260901T100000Z",
            "LAST-MODIFIED:20260901T100000Z",
            "DTSTART:20261026T080000Z",
            "DTEND:20261026T090000Z",
            "STATUS:CANCELLED",
        ] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} in {text}");
        }
    }

    #[test]
    fn what_is_due_is_a_moment_without_an_end() {
        let text = written(event(When::At("2026-10-29T17:00:00Z".parse().unwrap())));
        assert!(
            text.contains("\r\nDTSTART:20261029T170000Z\r\nTRANSP:TRANSPARENT\r\n") && !text.contains("DTEND"),
            "{text}"
        );
    }

    #[test]
    fn what_somebody_wrote_stays_a_text() {
        let text = written(Event {
            summary: "Read; then, write \\ rest\r\nEND:VEVENT\nATTACH:x".into(),
            url: "https://example.org/a\r\nEND:VCALENDAR".into(),
            ..event(week())
        });
        assert!(text.contains("SUMMARY:Read\\; then\\, write \\\\ rest\\nEND:VEVENT\\nATTACH:x\r\n"), "{text}");
        assert_eq!(text.matches("\r\nEND:VEVENT\r\n").count(), 1);
        assert!(text.ends_with("\r\nEND:VCALENDAR\r\n") && text.matches("\r\nEND:VCALENDAR").count() == 1);
    }

    #[test]
    fn a_calendar_in_which_nothing_happens_is_one_too() {
        let text = write(&Calendar { name: String::new(), events: vec![] });
        assert!(text.contains("BEGIN:VTIMEZONE") && read_calendar(&unfold(&text)).is_ok());
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_a_reader_finds_what_was_written(
            summary in "[a-zäß漢👍🏽 ,;\\\\\n:\"]{0,200}",
            description in "\\PC{0,300}",
        ) {
            let given = Event { summary: summary.clone(), description, ..event(week()) };
            let text = written(given);
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= LONGEST_LINE && !line.contains(['\r', '\n']), "{line:?}");
                let marks = line.chars().rev().take_while(|c| *c == '\\').count();
                prop_assert!(marks % 2 == 0, "{line:?} ends between a mark and what it marks");
            }
            let read: icalendar::Calendar = text.parse().map_err(TestCaseError::fail)?;
            prop_assert_eq!(read.components.len(), 1);
            let event = read.components[0].as_event().unwrap();
            prop_assert_eq!(event.get_summary().unwrap_or_default().trim(), summary.trim());
            prop_assert_eq!(event.get_uid(), Some("module-1@example.org"));
        }
    }
}
