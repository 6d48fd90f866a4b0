//! What people of the sample do beside writing and answering: shelves of what they read, a private conversation, a report
//! that waits, and a recording with what is said in it.

use anyhow::Context;

use super::{Loading, NAME, good};
use crate::{
    audiences::Audience,
    course::{
        courses, media,
        modules::{self, ItemDraft, Part},
    },
    ids::Timestamp,
    kit::{app::App, db::Tx},
    links::{
        messages::{self, Sent},
        notices,
        reports::{self, Reporter, Thing},
    },
    people::shelves::{self, Draft, Kind, Shelf, Sight, State},
    talk::comments::Text,
};

/// What stands on shelves: whose, what kind of thing, its title, who wrote it, when, how far they are, and a line about it.
const SHELVES: [(&str, Kind, &str, &str, i64, State, &str); 9] = [
    (
        "ines",
        Kind::Book,
        "The Drawer Nobody Opens",
        "Maren Oakhurst",
        2019,
        State::Read,
        "On what an office knows without knowing it. Chapter three is why this course begins where it is untidy.",
    ),
    (
        "ines",
        Kind::Article,
        "Four sentences that get an answer",
        "Teo Lindqvist",
        2022,
        State::Read,
        "Short, and true.",
    ),
    ("ines", Kind::Book, "Maps for the Night Shift", "Ada Brandt; Jun Sato", 2024, State::Want, ""),
    (
        "marguerite",
        Kind::Book,
        "The Drawer Nobody Opens",
        "Maren Oakhurst",
        2019,
        State::Reading,
        "Slowly, with a pencil.",
    ),
    (
        "marguerite",
        Kind::Article,
        "What a kettle teaches about handover",
        "Ilse Farnham",
        2021,
        State::Read,
        "I give it to everybody who starts with us.",
    ),
    ("bram", Kind::Book, "Maps for the Night Shift", "Ada Brandt; Jun Sato", 2024, State::Reading, ""),
    (
        "adaeze",
        Kind::Book,
        "Asking Twice",
        "Rosa Adeyemi-Holt",
        2020,
        State::Read,
        "For guides, whether or not they are called that.",
    ),
    ("adaeze", Kind::Article, "Seven names for one key", "Piet van der Aar", 2018, State::Read, ""),
    ("karim", Kind::Book, "Asking Twice", "Rosa Adeyemi-Holt", 2020, State::Want, "Adaeze spoke of it."),
];

/// What a guide and somebody who fell behind wrote to one another: who, how many minutes ago, and what.
const LETTERS: [(&str, i64, &str); 4] = [
    (
        "adaeze",
        3 * 24 * 60,
        "Dear Karim, I missed you this week. Nothing is late for good here. Is there anything that would make it easier?",
    ),
    (
        "karim",
        2 * 24 * 60 + 190,
        "Thank you for asking. We are *two* on the ward instead of four. I read on the bus and have no table to write at.",
    ),
    (
        "adaeze",
        2 * 24 * 60 + 60,
        "Then do week four only: it is ten minutes, and one of us will answer you. The rest can wait for the catch-up week.",
    ),
    ("adaeze", 95, "And if you would rather talk: I am in the homeroom on Thursday at six."),
];

/// Who reported whom, and why.
const REPORT: (&str, &str, i64, &str) = (
    "hana",
    "walt",
    5 * 60,
    "He has offered three of us the same scanner by now, each time under a post about something else. Perhaps a word is enough.",
);

/// The module with the recording, and what it is called.
const TALK: (&str, &str) = ("When it went wrong", "Three voices at the board, a recording of half a minute");
/// How long it is, in seconds.
const SECONDS: u32 = 30;
/// What is said in it.
const SAID: &str = "WEBVTT

00:00.500 --> 00:05.000
<v Adaeze>When something goes wrong, everybody remembers who stood nearest.

00:05.200 --> 00:10.000
<v Adaeze>So we began to write pages in which nobody has a name.

00:10.500 --> 00:15.500
<v Pekka>The pump, the valve, the hour. What we saw, and what we took it for.

00:16.000 --> 00:21.000
<v Pekka>People read it to the end, because they are not looking for themselves.

00:21.500 --> 00:29.000
<v Salma>And the last line is always the same: what would we like to have known at noon?
";

/// Everything that is a row.
pub async fn add(tx: &mut Tx, loading: &Loading, now: Timestamp) -> anyhow::Result<()> {
    for (place, (whose, kind, title, authors, year, state, note)) in SHELVES.iter().enumerate() {
        let (owner, _) = loading.person(whose)?;
        tx.now = now.plus_days(-30).plus_minutes(i64::try_from(place)? * 300);
        let draft = Draft {
            title: (*title).to_owned(),
            authors: (*authors).to_owned(),
            year: Some(*year),
            note: (*note).to_owned(),
            state: *state,
            sight: Sight::Shown,
            ..Draft::of(*kind)
        };
        shelves::decide(tx, owner.id, &Shelf { audience: Audience::Community, library: None }).await?;
        shelves::add(tx, owner.id, &draft).await?.map_err(|no| anyhow::anyhow!("a shelf takes no {title}: {no:?}"))?;
    }
    let (guide, reader) = (loading.person("adaeze")?.0.clone(), loading.person("karim")?.0.clone());
    for (once, (whose, minutes, words)) in LETTERS.iter().enumerate() {
        tx.now = now.plus_minutes(-minutes);
        let (from, to) = if *whose == guide.handle { (&guide, &reader) } else { (&reader, &guide) };
        let text = good(Text::typed(tx, &loading.community, "en", words).await?)?;
        let sent = Sent { text: &text, lang: "en", once: i64::try_from(once)? + 1 };
        let there = messages::begin(tx, from, &[to.id], sent).await?;
        let there = there.map_err(|no| anyhow::anyhow!("a private message is not taken: {no:?}"))?;
        // Whoever writes has read what was written before.
        messages::read(tx, from.id, there, i64::try_from(once)? + 1).await?;
    }
    let (by, about, minutes, words) = REPORT;
    tx.now = now.plus_minutes(-minutes);
    let (reporter, about) = (loading.person(by)?.0.id, &loading.person(about)?.0);
    let thing = Thing {
        kind: reports::Kind::Member,
        id: about.id.0,
        about: Some(about.id),
        name: about.name.clone(),
        conversation: None,
        title: String::new(),
        written_at: None,
        html: String::new(),
    };
    if let Some(report) = reports::make(tx, Reporter::Member(reporter), &thing, words).await? {
        notices::reported(tx, report).await?;
    }
    Ok(())
}

/// The recording, which is a file.
pub async fn record(app: &App) -> anyhow::Result<()> {
    let mut conn = app.db.read().await?;
    let (course, _) = courses::at(&mut conn, None, &markup::slug(NAME)).await?.context("the course is there")?;
    let all = modules::all(&mut conn, course.id).await?;
    let module = all.into_iter().find(|module| module.title == TALK.0).context("its module is there")?;
    drop(conn);
    let draft = ItemDraft {
        part: Part::View,
        core: false,
        follows: None,
        minutes: Some(1),
        title: TALK.1.into(),
        author: "Adaeze, Pekka and Salma".into(),
        address: String::new(),
        licence: "CC BY 4.0".into(),
        note: String::new(),
    };
    let item = app.db.always(async |tx| modules::add_item(tx, &module, &draft).await).await?;
    let item = item.context("the module takes a recording")?;
    let mut incoming = app.files.begin().await?;
    incoming.add(&sound()).await?;
    let arrived = incoming.done().await?;
    media::attach(app, course.id, module.id, item, &arrived, "three-voices.wav").await?;
    let medium = media::of_item(&mut app.db.read().await?, module.id, item).await?.context("it was just attached")?;
    let vtt = media::checked(SAID.as_bytes()).map_err(|wrong| anyhow::anyhow!("{wrong:?}"))?;
    let captioned = app.db.change(async |tx| media::caption_with(tx, course.id, &medium, "en", &vtt).await).await?;
    captioned.map_err(|no| anyhow::anyhow!("the recording takes no captions: {no:?}"))
}

/// A quiet chord that comes and goes, where voices would be (RIFF WAVE, 8 bits, 8 kHz).
fn sound() -> Vec<u8> {
    const RATE: u32 = 8_000;
    let size = RATE * SECONDS;
    let mut wave = Vec::with_capacity(size as usize + 44);
    wave.extend(b"RIFF");
    wave.extend((36 + size).to_le_bytes());
    wave.extend(b"WAVEfmt ");
    wave.extend(16_u32.to_le_bytes());
    wave.extend([1_u16, 1].map(u16::to_le_bytes).concat());
    wave.extend([RATE, RATE].map(u32::to_le_bytes).concat());
    wave.extend([1_u16, 8].map(u16::to_le_bytes).concat());
    wave.extend(b"data");
    wave.extend(size.to_le_bytes());
    let tau = std::f64::consts::TAU;
    wave.extend((0..size).map(|at| {
        let second = f64::from(at) / f64::from(RATE);
        let swell = (second / 5.0 * tau).cos().mul_add(-0.5, 0.5);
        let chord: f64 = [196.0, 246.9, 293.7].iter().map(|tone| (tone * second * tau).sin()).sum();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 128 and a quarter of it")]
        let level = (chord / 3.0).mul_add(swell * 32.0, 128.0) as u8;
        level
    }));
    wave
}
