//! What somebody of the sample learned, in whose time, and what her workplace said to it; and the badges that were given.

use super::Loading;
use crate::{
    evidence::{
        achievements::{self, Given, Level, Repeats, rules::Requests},
        agreements::{self, Confirmed, Said, rules::Support},
        log::{self, Kind, Whose},
    },
    ids::Timestamp,
    kit::{
        db::Tx,
        i18n::{Lang, time_zone},
        local_time::Day,
    },
    links::notices,
};

/// Whose log it is.
const LEARNER: &str = "marguerite";

/// An entry of her log: how many days ago, what, how long in minutes, in whose time, and in her words why, what she learned
/// and what it changed.
struct Line {
    days: i64,
    kind: Kind,
    title: &'static str,
    minutes: Option<i64>,
    whose: Whose,
    with_others: bool,
    words: [&'static str; 3],
}

const fn line(days: i64, kind: Kind, title: &'static str, minutes: i64, whose: Whose) -> Line {
    Line { days, kind, title, minutes: Some(minutes), whose, with_others: false, words: [""; 3] }
}

const LINES: [Line; 13] = [
    Line {
        words: [
            "Three people ask me the same thing every Monday.",
            "That what is untidy is usually what nobody has the right to tidy.",
            "A list of those three questions, on the wall.",
        ],
        ..line(48, Kind::Read, "Week 1: start where it is untidy", 50, Whose::Own)
    },
    line(47, Kind::Write, "Where in your week does this happen?", 40, Whose::Own),
    Line {
        with_others: true,
        ..line(45, Kind::Discuss, "The conversation about where in the week it happens", 35, Whose::Split(15))
    },
    line(41, Kind::Read, "Week 2: who is it for?", 45, Whose::Own),
    Line {
        words: [
            "",
            "A page for the night shift is another page than one for the auditors.",
            "Two pages on transfers where there was one.",
        ],
        ..line(39, Kind::Practise, "Two pages on transfers, tried with Odette on nights", 90, Whose::Work)
    },
    Line { with_others: true, ..line(34, Kind::Event, "Homeroom, live: what we don't say", 60, Whose::Work) },
    line(27, Kind::Write, "Asking for it in daylight", 55, Whose::Own),
    Line {
        words: [
            "",
            "Ask for two hours, with a date on which they end, and say what they are for.",
            "Two hours a week, agreed.",
        ],
        ..line(25, Kind::Practise, "The letter to Solange, and her answer", 30, Whose::Work)
    },
    Line {
        with_others: true,
        ..line(18, Kind::Review, "Three reviews: an account of something that went wrong", 75, Whose::Split(45))
    },
    Line {
        words: [
            "",
            "Without names people read to the end.",
            "The tube that was mixed up in spring is a page now, and is read out to everyone who starts.",
        ],
        ..line(13, Kind::Write, "The wrong tube, as a page without names", 110, Whose::Work)
    },
    line(6, Kind::Watch, "Three voices at the board", 10, Whose::Own),
    Line {
        minutes: None,
        ..line(3, Kind::Other, "A morning with the archivist of the general hospital", 0, Whose::Work)
    },
    Line {
        with_others: true,
        words: [
            "",
            "They looked for \"key\" and we had written \"access\".",
            "Seven words on each page for what people call it.",
        ],
        ..line(2, Kind::Teach, "Showed the seven words to the ward clerks", 45, Whose::Work)
    },
];

/// A badge of the sample: what it is called, what it is about, what it takes, how much that is, and who has it for what.
struct Badge {
    name: &'static str,
    about: &'static str,
    takes: &'static str,
    level: Level,
    repeats: Repeats,
    requests: Requests,
    holders: &'static [(&'static str, &'static str, i64)],
}

const BADGES: [Badge; 2] = [
    Badge {
        name: "Nobody left unanswered",
        about: "Whoever asks here for the first time gets an answer from somebody who read to the end.",
        takes: "Answers to five people who had asked nothing before, each within two days.",
        level: Level::Checkpoint,
        repeats: Repeats::Person,
        requests: Requests::None,
        holders: &[
            (LEARNER, "The first week: Salma, Kenji, Priya, Mateus and Joy.", 41),
            ("hana", "The porters' questions in week three.", 30),
        ],
    },
    Badge {
        name: "A page that somebody works from",
        about: "A page that colleagues use at work without being told to.",
        takes: "The page, and a line from somebody who worked from it.",
        level: Level::Master,
        repeats: Repeats::Time,
        requests: Requests::Taken,
        holders: &[(LEARNER, "The wrong tube. Odette: \"I had it open beside me at two in the morning.\"", 12)],
    },
];

/// Everything of it.
pub async fn add(tx: &mut Tx, loading: &Loading, now: Timestamp) -> anyhow::Result<()> {
    let (learner, _) = loading.person(LEARNER)?;
    let zone = time_zone(&learner.profile.time_zone);
    for line in &LINES {
        tx.now = now.plus_days(-line.days);
        let [why, learned, applied] = line.words.map(str::to_owned);
        let draft = log::Draft {
            minutes: line.minutes,
            whose: Some(line.whose),
            with_others: Some(line.with_others),
            why,
            learned,
            applied,
            ..log::Draft::of(Day::of(tx.now, &zone), line.kind, line.title)
        };
        let kept = log::add(tx, learner.id, &draft, &log::Origin::default()).await?;
        kept.map_err(|no| anyhow::anyhow!("the log does not take {}: {no:?}", line.title))?;
    }
    agree(tx, loading, now).await?;
    award(tx, loading, now).await?;
    notices::seen_agreements(tx, learner.id).await?;
    for handle in [LEARNER, "hana"] {
        let (member, _) = loading.person(handle)?;
        notices::seen_awards(tx, member.id).await?;
    }
    Ok(())
}

/// Her letter, and the yes to it.
async fn agree(tx: &mut Tx, loading: &Loading, now: Timestamp) -> anyhow::Result<()> {
    let (learner, _) = loading.person(LEARNER)?;
    tx.now = now.plus_days(-26);
    let draft = agreements::Draft {
        course: None,
        title: super::NAME.into(),
        support: Support::Agreed,
        has: Some(120),
        note: "Solange said it before I had finished asking.".into(),
        to_name: "Solange Thériault".into(),
        to_email: "solange@saint-aubert.example".into(),
        tied: true,
        asks: Some(120),
        letter: "Dear Solange,\n\nI take part in a course of twelve weeks on writing down what we know, so that others can work \
                 from it. I have done it in my own time until now, before the ward wakes up.\n\nI ask for two hours of work time a \
                 week until it ends. For that the ward gets a page on transfers that nights can work from, and an account of the \
                 tube that was mixed up in spring, without names.\n\nMarguerite"
            .into(),
        reply: String::new(),
    };
    let Some(id) = agreements::begin(tx, learner.id, &draft).await? else {
        anyhow::bail!("there is an agreement already")
    };
    anyhow::ensure!(agreements::make_link(tx, learner.id, id, 30).await?.is_some(), "there is no link to it");
    let Some(asked) = agreements::find(tx, learner.id, id).await? else { anyhow::bail!("it is not there") };
    tx.now = now.plus_days(-25);
    let given = agreements::Given {
        said: Said::Approved,
        minutes: Some(120),
        note: "Gladly. Thursdays are quietest. Show us the page on transfers when it is done.".into(),
        name: "Solange Thériault".into(),
        role: "Head of ward administration".into(),
        email: draft.to_email,
    };
    let taken = agreements::answer(tx, &asked, &given).await?;
    let (answer, code) = taken.map_err(|no| anyhow::anyhow!("the answer is not taken: {no:?}"))?;
    let Confirmed::Now(_) = agreements::confirm(tx, &asked, answer, &code).await? else {
        anyhow::bail!("the answer does not count")
    };
    Ok(())
}

async fn award(tx: &mut Tx, loading: &Loading, now: Timestamp) -> anyhow::Result<()> {
    let organiser = loading.person("ines")?.0.id;
    for badge in &BADGES {
        tx.now = now.plus_days(-45);
        let draft = achievements::Draft {
            level: badge.level,
            repeats: badge.repeats,
            requests: badge.requests,
            name: badge.name.into(),
            description: badge.about.into(),
            criteria: badge.takes.into(),
        };
        let id = achievements::begin(tx, organiser, None, Lang::En, &draft).await?;
        achievements::put_in_use(tx, id).await?;
        for (handle, evidence, days) in badge.holders {
            let (holder, _) = loading.person(handle)?;
            tx.now = now.plus_days(-days);
            let given = Given { to: holder.id, by: organiser, course: None, evidence, address: "" };
            let award = achievements::award(tx, id, &given).await?;
            let award = award.map_err(|no| anyhow::anyhow!("{handle} does not get {}: {no:?}", badge.name))?;
            achievements::show(tx, holder.id, award).await?;
        }
    }
    Ok(())
}
