//! Whatever an e-mail holds: nothing is lost, nothing fails, nothing takes long.

use std::time::{Duration, Instant};

use mailin::{Own, What};
use proptest::prelude::*;

const MARKS: [&str; 1] = ["https://learn.example.org/mail/"];

/// Pieces that mean something, in any order.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{0,20}",
        ".{0,30}",
        Just("> quoted".into()),
        Just(">> deeper".into()),
        Just("-- ".into()),
        Just("```".into()),
        Just("From: Ines <ines@example.org>".into()),
        Just("Sent: today".into()),
        Just("To: Bram".into()),
        Just("Betreff: x".into()),
        Just("On Sat, Jan 3, 2026 at 10:14 Ines <".into()),
        Just("ines@example.org> wrote:".into()),
        Just("-----Original Message-----".into()),
        Just("Sent from my iPhone".into()),
        Just("see https://learn.example.org/mail/k3y/".into()),
        Just(String::new()),
    ]
}

proptest! {
    #[test]
    fn every_word_is_in_what_is_kept_or_in_what_is_cut(lines in prop::collection::vec(line(), 0..30)) {
        let body = lines.join("\n").replace('\r', "");
        let raw = format!("From: ines@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}");
        let What::Answer(answer) = mailin::read(raw.as_bytes(), None, Own { marks: &MARKS }).what else { panic!() };
        let words = |text: &str| {
            let mut words: Vec<String> = text
                .split_whitespace()
                .map(|word| word.replace(|c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}'), ""))
                .filter(|word| !word.is_empty())
                .collect();
            words.sort();
            words
        };
        prop_assert_eq!(words(&body), words(&format!("{}\n{}", answer.text, answer.cut)));
        prop_assert!(!answer.text.contains(MARKS[0]), "{}", answer.text);
    }

    #[test]
    fn no_bytes_do_harm(raw in prop::collection::vec(any::<u8>(), 0..400)) {
        mailin::read(&raw, None, Own { marks: &MARKS });
    }

    #[test]
    fn no_page_does_harm(html in "(<[a-z/]{1,10}( class=\"[a-z_]{0,12}\")?>|[a-z &;<>\"]{0,12}){0,40}") {
        let raw = format!("From: ines@example.org\nContent-Type: text/html\n\n{html}");
        mailin::read(raw.as_bytes(), None, Own::default());
    }
}

#[test]
fn what_is_made_to_take_long_does_not() {
    let head = "From: ines@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\n";
    let level = |level| format!("Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n");
    let nested = (0..20_000).map(level).collect::<Vec<_>>().concat();
    let addressed = "a@b ".repeat(200_000);
    let large = [
        format!("{head}{}", "> quoted\n".repeat(30_000)),
        format!("{head}{}", "> quoted\nanswered\n\n".repeat(30_000)),
        format!("{head}{}", ">".repeat(200_000)),
        format!("{head}{}", "On 3 Jan 2026 at 10:14 ines@example.org wrote:\n".repeat(50_000)),
        format!("{head}{}", "From: a@b.c\n".repeat(50_000)),
        format!("{head}{}", "-- \n".repeat(50_000)),
        format!("{head}{}", "```\n".repeat(50_000)),
        format!("{head}{}", "\n".repeat(200_000)),
        format!("{head}{}", "_____\n\n".repeat(50_000)),
        format!("{head}{}", "x".repeat(4_000_000)),
        format!("{head}{}", "Sent from my iPhone\n".repeat(30_000)),
        format!("From: ines@example.org\nContent-Type: text/html\n\n{}", "<blockquote>".repeat(60_000)),
        format!("From: ines@example.org\nContent-Type: text/html\n\n{}", "<a href=https://x>".repeat(60_000)),
        format!("From: ines@example.org\nContent-Type: text/html\n\n{}", "<pre>\n</pre>".repeat(60_000)),
        format!("From: ines@example.org\nContent-Type: text/html\n\n{}", "<div class=gmail_attr>".repeat(60_000)),
        format!("From: ines@example.org\nTo: {addressed}\n\nx"),
        format!("From: MAILER-DAEMON@example.org\nSubject: failure\n\n{addressed}"),
        format!("MIME-Version: 1.0\nFrom: ines@example.org\n{nested}"),
        format!("From: ines@example.org\n{}\nx", "Received: from a by b for <c@d>; today\n".repeat(50_000)),
    ];
    for raw in large {
        let begin = Instant::now();
        mailin::read(raw.as_bytes(), None, Own { marks: &MARKS });
        // It takes tenths of a second unoptimised; what is not linear would take minutes.
        assert!(begin.elapsed() < Duration::from_secs(30), "{:?}: {}", begin.elapsed(), &raw[..raw.len().min(200)]);
    }
}
