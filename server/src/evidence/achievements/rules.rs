//! What a good badge is, how often somebody can have it, and whose evidence counts. Pure.

use std::str::FromStr;

use url::Url;

/// No name is longer, in characters.
pub const LONGEST_NAME: usize = 120;
/// No text is longer, in characters.
pub const LONGEST_TEXT: usize = 2000;
/// No reason is longer, in characters.
pub const LONGEST_WHY: usize = 300;
/// No address is longer, in bytes.
pub const LONGEST_ADDRESS: usize = 2000;

/// How much it takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// It is a step on the way.
    Checkpoint,
    /// It is the end of it.
    Master,
}

/// How often one person can have it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repeats {
    /// Once, for good.
    Person,
    /// Once in every course it is achieved in.
    Run,
    /// Each time.
    Time,
}

macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal, $key:literal);* }) => {
        impl $type {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word it is stored and sent as.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The message that says it.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),* }
            }
        }

        impl FromStr for $type {
            type Err = &'static str;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word { $($word => Ok(Self::$variant),)* _ => Err("field-choose") }
            }
        }
    };
}
words!(Level { Checkpoint = "checkpoint", "badge-checkpoint"; Master = "master", "badge-master" });
words!(Repeats { Person = "person", "badge-once-person"; Run = "run", "badge-once-run"; Time = "time", "badge-each-time" });

/// What a badge says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// How much it takes.
    pub level: Level,
    /// How often one person can have it.
    pub repeats: Repeats,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// What it takes.
    pub criteria: String,
    /// Whether members may ask for it.
    pub requests: Requests,
}

/// Whether members may ask for a badge.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Requests {
    /// They may not.
    None,
    /// They may.
    Taken,
}

impl Draft {
    /// What is wrong with it: the field and the message that says so.
    pub fn wrong(&self) -> Vec<(&'static str, &'static str)> {
        let mut wrong = vec![];
        let texts = [
            ("name", &self.name, LONGEST_NAME),
            ("description", &self.description, LONGEST_TEXT),
            ("criteria", &self.criteria, LONGEST_TEXT),
        ];
        for (field, text, longest) in texts {
            if text.trim().is_empty() {
                wrong.push((field, "field-required"));
            } else if text.chars().count() > longest {
                wrong.push((field, "badge-too-long"));
            }
        }
        wrong
    }
}

/// What one person cannot have twice of a badge: all awards of a person, of a run, or each by itself.
pub fn once(repeats: Repeats, course: Option<i64>, award: i64) -> String {
    match repeats {
        Repeats::Person => String::new(),
        Repeats::Run => course.map(|course| course.to_string()).unwrap_or_default(),
        Repeats::Time => format!("award {award}"),
    }
}

/// An address of evidence, as it is written into credentials; empty stays empty.
///
/// # Errors
/// The message that says what is wrong with it.
pub fn address(typed: &str) -> Result<String, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    let url = Url::parse(typed).map_err(|_| "badge-address-wrong")?;
    let is_good = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none()
        && url.as_str().len() <= LONGEST_ADDRESS;
    if is_good { Ok(url.into()) } else { Err("badge-address-wrong") }
}

/// What belongs together, in the order of the first of each.
pub fn grouped<T, K: PartialEq>(all: Vec<T>, key: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut groups: Vec<(K, Vec<T>)> = vec![];
    for one in all {
        let own = key(&one);
        match groups.iter_mut().find(|(key, _)| *key == own) {
            Some((_, group)) => group.push(one),
            None => groups.push((own, vec![one])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_setting_decides_what_is_there_once() {
        use Repeats::{Person, Run, Time};
        assert_eq!(once(Person, Some(1), 7), once(Person, Some(2), 8));
        assert_eq!(once(Run, Some(1), 7), once(Run, Some(1), 8));
        assert_ne!(once(Run, Some(1), 7), once(Run, Some(2), 7));
        assert_ne!(once(Run, Some(1), 7), once(Run, None, 7));
        assert_ne!(once(Time, Some(1), 7), once(Time, Some(1), 8));
        // Each time is never taken for a run.
        assert_ne!(once(Time, None, 7), once(Run, Some(7), 1));
    }

    #[test]
    fn evidence_lies_on_the_web_and_its_address_is_whole() {
        assert_eq!(address(" https://EX.org/a b ").as_deref(), Ok("https://ex.org/a%20b"));
        assert_eq!(address(""), Ok(String::new()));
        let long = format!("https://ex.org/{}", "x".repeat(LONGEST_ADDRESS));
        for bad in ["ex.org", "javascript:alert(1)", "https://", "ftp://ex.org/", "https://me:secret@ex.org/", &long] {
            assert_eq!(address(bad), Err("badge-address-wrong"), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn grouping_loses_nothing_and_keeps_the_order(all in proptest::collection::vec(0_u8..5, 0..30)) {
            let groups = grouped(all.clone(), |one| *one);
            for group in &groups {
                prop_assert!(group.iter().all(|one| *one == group[0]));
            }
            let mut firsts: Vec<u8> = groups.iter().map(|group| group[0]).collect();
            let mut seen: Vec<u8> = vec![];
            for one in &all {
                if !seen.contains(one) {
                    seen.push(*one);
                }
            }
            prop_assert_eq!(&firsts, &seen);
            firsts.dedup();
            prop_assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), all.len());
        }
    }
}
