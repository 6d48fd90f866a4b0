//! What stands on a paper, and how it is set.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex, PoisonError},
    time::SystemTime,
};

use jiff::tz::TimeZone;
use paper::{Block, Fonts, Look, Paper};

use super::{Done, Facts, Kind, Progress, Rule, Step, What, rules};
use crate::{
    course::courses::Course,
    evidence::achievements::Words,
    ids::Timestamp,
    kit::{
        i18n::{Lang, Locale},
        local_time::Day,
    },
};

/// The fonts that are always there: Latin, Greek, Cyrillic, Arabic, Hebrew and Thai.
const FONTS: [&[u8]; 8] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/NotoSans_400Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/NotoSans_700Bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/NotoSansArabic_400Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/NotoSansArabic_700Bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/NotoSansHebrew_400Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/NotoSansHebrew_700Bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/NotoSansThai_400Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/NotoSansThai_700Bold.ttf")),
];
/// No font in the folder is larger, in bytes, and no more of them are read.
const LARGEST_FONT_BYTES: u64 = 64 * 1024 * 1024;
const MOST_FONTS: usize = 40;

/// What lies in the folder: each file with its size and when it was changed.
type Listing = Vec<(PathBuf, u64, Option<SystemTime>)>;

static READ: LazyLock<Mutex<Option<(Listing, Fonts)>>> = LazyLock::new(|| Mutex::new(None));

/// The fonts that are always there and, after them, those in a folder. They are read anew when something in it changed.
pub fn fonts(folder: &Path) -> anyhow::Result<Fonts> {
    let listing = listing(folder);
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, fonts)) = read.as_ref()
        && *known == listing
    {
        return Ok(fonts.clone());
    }
    let more = listing.iter().filter_map(|(path, ..)| {
        let bytes = fs::read(path).ok()?;
        // One that is none would take all others with it.
        let is_font = Fonts::new([bytes.clone()]).is_ok();
        if !is_font {
            tracing::warn!(path = %path.display(), "this file is no font");
        }
        is_font.then_some(bytes)
    });
    let fonts = Fonts::new(FONTS.iter().map(|font| font.to_vec()).chain(more))?;
    *read = Some((listing, fonts.clone()));
    Ok(fonts)
}

fn listing(folder: &Path) -> Listing {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Listing = entries
        .filter_map(|entry| {
            let path = entry.path();
            let ending = path.extension()?.to_str()?.to_ascii_lowercase();
            let about = entry.metadata().ok()?;
            let is_font = ["ttf", "otf", "ttc", "otc"].contains(&&*ending) && about.len() <= LARGEST_FONT_BYTES;
            is_font.then(|| (path, about.len(), about.modified().ok()))
        })
        .collect();
    found.sort();
    found.truncate(MOST_FONTS);
    found
}

/// So many minutes in words: hours and minutes.
pub fn time(t: &Locale, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => t.count("log-minutes-of", rest),
        (hours, 0) => t.count("paper-hours", hours),
        (hours, rest) => t.with2("log-hours-of", ("hours", t.number(hours)), ("minutes", t.number(rest))),
    }
}

/// A day that is kept as text, in words.
pub fn day(t: &Locale, day: &str) -> String {
    day.parse::<Day>().map_or_else(|_| day.to_owned(), |day| t.calendar_day(day.0.year(), day.0.month(), day.0.day()))
}

/// From one day until another, in words.
pub fn days(t: &Locale, from: &str, until: &str) -> String {
    t.with2("course-days", ("from", day(t, from)), ("until", day(t, until)))
}

/// A step in words: what it asks.
pub fn asks(t: &Locale, step: &Step) -> String {
    match &step.what {
        What::Task(task) => t.with("completion-hand-in", "title", task.title.as_str()),
        What::Choice(_, tasks) => {
            let titles: Vec<&str> = tasks.iter().map(|task| task.title.as_str()).collect();
            t.with("completion-hand-in-one", "titles", titles.join(", "))
        }
        What::Posts => t.count("completion-posts-in", step.asked),
        What::Reviews => t.count("completion-reviews-given", step.asked),
    }
}

/// What a certificate says: of whoever finished then, issued now.
pub fn of_certificate(
    t: &Locale,
    course: &Course,
    rule: &Rule,
    steps: &[Step],
    (finished, now): (Timestamp, Timestamp),
    community: &str,
) -> Facts {
    Facts {
        finished_on: Some(Day::of(finished, &course.zone()).to_string()),
        rule: steps.iter().map(|step| asks(t, step)).collect(),
        outcomes: course.outcomes().into_iter().map(ToOwned::to_owned).collect(),
        ..of_course(course, rule, now, community)
    }
}

fn of_course(course: &Course, rule: &Rule, now: Timestamp, community: &str) -> Facts {
    let provider = if rule.provider.is_empty() { community } else { &rule.provider };
    Facts {
        lang: course.lang().to_owned(),
        title: course.title.clone(),
        starts_on: course.starts_on().to_string(),
        ends_on: course.ends_on().to_string(),
        issued_on: Day::of(now, &course.zone()).to_string(),
        minutes: rule.minutes,
        provider: provider.to_owned(),
        address: rule.address.clone(),
        signatory: rule.signatory.clone(),
        role: rule.role.clone(),
        approval: rule.approval.clone(),
        community: community.to_owned(),
        ..Facts::default()
    }
}

/// What somebody took part in.
#[derive(Clone, Copy, Debug)]
pub struct Took {
    /// Their first day.
    pub from: Day,
    /// The day they stopped, or last did something.
    pub until: Day,
    /// Posts.
    pub posts: i64,
    /// Comments.
    pub comments: i64,
    /// Reviews given.
    pub reviews: i64,
    /// Assignments handed in.
    pub handed_in: i64,
    /// Sessions attended, by their log.
    pub sessions: i64,
    /// Minutes, by their log, if they want that in it.
    pub logged: Option<i64>,
}

/// What a statement of participation says, as of now.
pub fn of_statement(
    t: &Locale,
    course: &Course,
    progress: &Progress,
    done: &Done,
    took: &Took,
    now: Timestamp,
    community: &str,
) -> Facts {
    let counted = [
        ("paper-did-handed-in", took.handed_in),
        ("paper-did-posts", took.posts),
        ("paper-did-comments", took.comments),
        ("paper-did-reviews", took.reviews),
        ("paper-did-sessions", took.sessions),
    ];
    let all = course.outcomes();
    let (met, other) = rules::outcomes(&all, &progress.rule, done);
    let whole = progress.steps(done).into_iter().filter(Step::is_done);
    let lines = |all: Vec<&str>| all.into_iter().map(ToOwned::to_owned).collect();
    Facts {
        took_part: Some((took.from.to_string(), took.until.max(took.from).to_string())),
        activities: counted
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| t.count(key, count))
            .collect(),
        logged: took.logged,
        rule: whole.map(|step| asks(t, &step)).collect(),
        outcomes: lines(met),
        other_outcomes: lines(other),
        // Nobody signs or recognises that somebody stopped.
        signatory: String::new(),
        role: String::new(),
        approval: String::new(),
        ..of_course(course, &progress.rule, now, community)
    }
}

/// What the credential of a paper calls what was achieved.
pub fn achievement(t: &Locale, kind: Kind, facts: &Facts) -> Words {
    let named = if kind == Kind::Certificate { "paper-named-certificate" } else { "paper-named-statement" };
    let mut about = vec![labelled(t, "paper-course-days", &days(t, &facts.starts_on, &facts.ends_on))];
    if let Some(minutes) = facts.minutes {
        about.push(labelled(t, "paper-contact", &time(t, minutes)));
    }
    about.extend(facts.outcomes.iter().cloned());
    let criteria = match kind {
        Kind::Certificate => facts.rule.join("\n"),
        Kind::Statement => t.say("paper-statement-criteria"),
    };
    Words { name: t.with(named, "title", facts.title.as_str()), description: about.join("\n"), criteria }
}

/// What shows what a credential of a paper says.
pub fn evidence(t: &Locale, kind: Kind, facts: &Facts) -> String {
    let mut lines = when(t, facts);
    if kind == Kind::Statement {
        lines.extend(facts.activities.iter().cloned());
        if let Some(minutes) = facts.logged {
            lines.push(labelled(t, "paper-logged", &time(t, minutes)));
        }
    }
    lines.join("\n")
}

fn labelled(t: &Locale, key: &str, value: &str) -> String {
    format!("{}: {value}", t.say(key))
}

/// The days of somebody: when they took part or finished, and when it was issued.
fn when(t: &Locale, facts: &Facts) -> Vec<String> {
    let mut lines = vec![];
    if let Some((from, until)) = &facts.took_part {
        lines.push(labelled(t, "paper-took-part", &days(t, from, until)));
    }
    if let Some(finished) = &facts.finished_on {
        lines.push(labelled(t, "paper-finished", &day(t, finished)));
    }
    lines.push(labelled(t, "paper-issued", &day(t, &facts.issued_on)));
    lines
}

/// A paper, ready to be written: at this address, by this author.
pub fn paper(kind: Kind, name: &str, facts: &Facts, (address, author): (&str, &str), now: Timestamp) -> Paper {
    let t = Locale::new(Lang::from_tag(&facts.lang).unwrap_or(Lang::En), TimeZone::UTC);
    let body = |text: String| Block::Paragraph { text, look: Look::Body };
    let large = |text: String| Block::Paragraph { text, look: Look::Large };
    let heading = |level, text: String| Block::Heading { level, text };
    let listed = |lines: &[String]| body(lines.iter().map(|line| format!("•  {line}")).collect::<Vec<_>>().join("\n"));
    let (title, did) = match kind {
        Kind::Certificate => ("paper-certificate", "paper-completed"),
        Kind::Statement => ("paper-statement", "paper-participated"),
    };
    let mut blocks = vec![
        Block::Paragraph { text: facts.provider.clone(), look: Look::Large },
        Block::Room(26.0),
        heading(1, t.say(title)),
        Block::Room(10.0),
        Block::Name(name.to_owned()),
        large(t.say(did)),
        heading(2, facts.title.clone()),
    ];
    let mut lines = vec![labelled(&t, "paper-course-days", &days(&t, &facts.starts_on, &facts.ends_on))];
    lines.extend(when(&t, facts));
    if let Some(minutes) = facts.minutes {
        lines.push(labelled(&t, "paper-contact", &time(&t, minutes)));
    }
    if let Some(minutes) = facts.logged {
        lines.push(labelled(&t, "paper-logged", &time(&t, minutes)));
    }
    blocks.push(body(lines.join("\n")));
    let (asked, reached) = match kind {
        Kind::Certificate => ("paper-asked", "paper-outcomes"),
        Kind::Statement => ("paper-asked-done", "paper-outcomes-met"),
    };
    let parts = [
        ("paper-did", &facts.activities),
        (asked, &facts.rule),
        (reached, &facts.outcomes),
        ("paper-outcomes-other", &facts.other_outcomes),
    ];
    for (key, lines) in parts {
        if !lines.is_empty() {
            blocks.push(heading(2, t.say(key)));
            blocks.push(listed(lines));
        }
    }
    if !facts.approval.is_empty() {
        blocks.push(Block::Room(8.0));
        blocks.push(body(facts.approval.clone()));
    }
    if !facts.signatory.is_empty() {
        let role = if facts.role.is_empty() { String::new() } else { format!(", {}", facts.role) };
        blocks.push(Block::Signature(format!("{}{role}", facts.signatory)));
    }
    if !facts.address.is_empty() {
        let small = |text: String| Block::Paragraph { text, look: Look::Small };
        blocks.push(small(format!("{}\n{}", facts.provider, facts.address)));
    }
    blocks.push(Block::Room(8.0));
    let code = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    blocks.push(Block::Code { text: address.to_owned(), alt: format!("{}\n{code}", t.say("paper-check")) });
    Paper {
        title: format!("{}: {}", t.say(title), facts.title),
        language: facts.lang.clone(),
        author: author.to_owned(),
        made: jiff::Timestamp::from_millisecond(now.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH),
        id: address.to_owned(),
        foot: format!("{} · {code}", facts.community),
        blocks,
        attachments: vec![],
    }
}

/// A paper with a name alone, to see whether it can be drawn.
pub fn only(name: &str, now: Timestamp) -> Paper {
    Paper {
        title: "Name".into(),
        language: "en".into(),
        author: "Name".into(),
        made: jiff::Timestamp::from_millisecond(now.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH),
        id: "name".into(),
        foot: "Name".into(),
        blocks: vec![Block::Heading { level: 1, text: "Name".into() }, Block::Name(name.to_owned())],
        attachments: vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_of_the_folder_come_after_those_that_are_always_there_and_what_is_none_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let drawn = |name: &str| paper::write(&only(name, Timestamp(0)), &fonts(folder.path()).unwrap());
        let before = drawn("Ζωή").unwrap();
        assert_eq!(drawn("王"), Err(paper::Unwritten::NoGlyph("王".into())));
        fs::write(folder.path().join("broken.otf"), "no font").unwrap();
        fs::write(folder.path().join("again.TTF"), FONTS[0]).unwrap();
        fs::write(folder.path().join("notes.txt"), "Not a font at all").unwrap();
        assert_eq!(listing(folder.path()).len(), 2);
        assert!(drawn("Ζωή").unwrap() == before);
        assert!(fonts(&folder.path().join("nowhere")).is_ok());
    }
}
