//! What may be asked for, and what things are called in an archive.

use std::collections::HashSet;

use crate::ids::Timestamp;

/// An archive is there for so long.
pub const DAYS: i64 = 7;
/// Between one and the next lie so many minutes, unless there was no room for the first.
pub const PAUSE_MINUTES: i64 = 60;
/// Nobody waits longer for one that is being made: then they may ask anew.
const PATIENCE_MINUTES: i64 = 24 * 60;
/// Pictures and files beyond this are left out, and said to be, in bytes.
pub const MOST_BYTES: u64 = 4_000_000_000;
/// No name in it is longer, in bytes, without its ending: some systems take 260 characters for a path, others 255 bytes for
/// a name.
const LONGEST_NAME: usize = 150;
/// So long a server tries again that could not make one, in minutes.
const TRIES_MINUTES: i64 = 3 * 60;
/// What Windows takes for a device, whatever ending follows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether somebody may ask for another one, who asked for the last at this moment.
pub fn may_ask(now: Timestamp, asked_at: Timestamp, is_being_made: bool, has_failed: bool) -> bool {
    let since = if is_being_made { PATIENCE_MINUTES } else { PAUSE_MINUTES };
    has_failed || asked_at.plus_minutes(since) <= now
}

/// Whether its owner is told that one could not be made which was asked for at this moment.
pub fn gives_up(now: Timestamp, asked_at: Timestamp) -> bool {
    asked_at.plus_minutes(TRIES_MINUTES) <= now
}

/// The names that are given out: two that differ by the size of letters alone are one to some file systems.
#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// A name for a post: its day, or that it is a page or draft, and the last part of its address.
    pub fn for_post(&mut self, day: &str, kind: &str, slug: &str) -> String {
        let begin = if day.is_empty() { kind.to_owned() } else { day.replace('/', "-") };
        self.free(&format!("{begin}-{}", safe(slug)))
    }

    /// A name for a file, with its ending.
    pub fn for_file(&mut self, name: &str) -> String {
        match name.rsplit_once('.') {
            Some((name, ending)) if !name.is_empty() => {
                let ending: String = safe(ending).chars().take(10).collect();
                // Taken by the whole, so that one picture and one text may share what stands before.
                let name = self.free_with(&safe(name), &format!(".{ending}"));
                format!("{name}.{ending}")
            }
            _ => self.free(&safe(name)),
        }
    }

    fn free(&mut self, name: &str) -> String {
        self.free_with(name, "")
    }

    fn free_with(&mut self, name: &str, ending: &str) -> String {
        for number in 1_u32.. {
            let name = if number == 1 { name.to_owned() } else { format!("{name}-{number}") };
            if self.0.insert(format!("{name}{ending}").to_lowercase()) {
                return name;
            }
        }
        name.to_owned()
    }
}

/// A name that no file system understands otherwise: letters, digits and hyphens of any script.
fn safe(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let mut cut = String::new();
    for c in name.chars().map(plain) {
        if cut.len() + c.len_utf8() > LONGEST_NAME {
            break;
        }
        cut.push(c);
    }
    let name = cut.trim_matches('-');
    let lower = name.to_lowercase();
    let is_port = |kind| lower.strip_prefix(kind).is_some_and(|number: &str| number.parse::<u8>().is_ok());
    if name.is_empty() {
        "untitled".to_owned()
    } else if DEVICES.contains(&lower.as_str()) || is_port("com") || is_port("lpt") {
        format!("{name}-")
    } else {
        name.to_owned()
    }
}

/// What stands above a text in Markdown: names and values in YAML, of which JSON is a part.
pub fn front_matter(fields: &[(&str, serde_json::Value)]) -> String {
    let lines = fields.iter().map(|(name, value)| format!("{name}: {value}\n"));
    format!("---\n{}---\n\n", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_no_two_are_one() {
        let mut names = Names::default();
        assert_eq!(names.for_post("2026/09/02", "post", "灯台-keeper"), "2026-09-02-灯台-keeper");
        assert_eq!(names.for_post("2026/09/02", "post", "灯台-Keeper"), "2026-09-02-灯台-Keeper-2");
        assert_eq!(names.for_post("", "page", "../../etc/passwd"), "page-etc-passwd");
        assert_eq!(names.for_post("", "draft", ""), "draft-untitled");
        assert_eq!(names.for_file("C:\\my notes.TXT"), "C--my-notes.TXT");
        assert_eq!(names.for_file("c--my-notes.txt"), "c--my-notes-2.txt");
        assert_eq!(names.for_file(".htaccess"), "htaccess");
        assert!(names.for_post("", "page", &"x".repeat(500)).len() < 200);
        assert!(names.for_post("2026/09/02", "post", &"灯".repeat(500)).len() + ".html".len() < 255);
        assert_eq!(names.for_file("CON.txt"), "CON-.txt");
        assert_eq!(names.for_file("lpt1.pdf"), "lpt1-.pdf");
        assert_eq!(names.for_file("console.txt"), "console.txt");
    }

    #[test]
    fn front_matter_holds_whatever_a_title_says() {
        let text = front_matter(&[("title", "a: \"b\"\n--- #c".into()), ("tags", serde_json::json!(["x", "y"]))]);
        assert_eq!(text, "---\ntitle: \"a: \\\"b\\\"\\n--- #c\"\ntags: [\"x\",\"y\"]\n---\n\n");
    }

    #[test]
    fn another_one_is_asked_for_after_a_while() {
        let now = Timestamp(1_000_000_000_000);
        assert!(!may_ask(now.plus_minutes(59), now, false, false) && may_ask(now.plus_minutes(60), now, false, false));
        assert!(!may_ask(now.plus_minutes(60), now, true, false) && may_ask(now.plus_days(1), now, true, false));
        assert!(may_ask(now, now, false, true));
        assert!(!gives_up(now.plus_minutes(179), now) && gives_up(now.plus_minutes(180), now));
    }
}
