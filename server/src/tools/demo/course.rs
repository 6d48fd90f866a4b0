//! The course of the sample: what it says, its modules, who takes part, and what was written for each week.

use anyhow::Context;
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;

use super::{Loading, NAME, cohort::Cohort, good, moment};
use crate::{
    audiences::circles::{Joining, Part},
    course::{
        assignments,
        courses::{self, Course, Draft},
        homerooms::{self, By},
        modules::{self, ItemDraft, Kind},
        reviews,
    },
    ids::{ConversationId, MemberId, Timestamp},
    kit::{db::Tx, i18n::Lang, local_time::Day},
    links::watches,
    people::members::{Member, Role},
    talk::{conversations, posts::Audience, questions},
};

/// So many people at most are in a homeroom of the sample: of a few, and of many.
const ROOM: (i64, i64) = (12, 37);
/// With so many it is a course of its size.
const MANY: usize = 100;
/// What sums the first week up.
const WRAP_UP: &str = "week-1-wrap-up";
/// Somebody who fell behind, and in which week.
const BEHIND: (&str, usize) = ("karim", 3);
/// How many days before its first one the course was open to join.
const OPEN_DAYS: i64 = 10;

/// The course as it is written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    tagline: String,
    about: String,
    outcomes: String,
    module: Vec<Week>,
    assignment: Vec<Task>,
}

/// An assignment as it is written down; days count from the first one of the course.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Task {
    title: String,
    about: String,
    week: usize,
    opens_day: i64,
    due_day: Option<i64>,
    reviews: i64,
    #[serde(default)]
    optional: bool,
    questions: String,
    /// Who handed in which post on which day.
    work: Vec<(String, String, i64)>,
    #[serde(default)]
    review: Vec<Said>,
}

/// A review as it is written down; without answers it is under way.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    by: String,
    of: String,
    day: i64,
    /// What was chosen and said to each question.
    #[serde(default)]
    answers: Vec<(String, String)>,
    #[serde(default)]
    helped: String,
    #[serde(default)]
    answer: String,
}

/// A module as it is written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Week {
    title: String,
    #[serde(default)]
    catch_up: bool,
    intro: String,
    #[serde(default)]
    prompt: String,
    read: Option<(String, i64)>,
    r#do: Option<String>,
    question: Option<Asked>,
}

/// A question as it is written down, with what people answered: one of its options, or words of their own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    text: String,
    options: Vec<String>,
    answers: Vec<(String, String)>,
}

/// Makes the course with everybody in it, `participants` in all if those who are written down are fewer, and says of each
/// post in which week it was written.
pub async fn hold(tx: &mut Tx, loading: &Loading, participants: usize, now: Timestamp) -> anyhow::Result<()> {
    let written: Written = toml::from_str(include_str!("course.toml")).context("course.toml is not as it should be")?;
    let (organiser, _) = loading.person("ines")?;
    let zone = loading.community.time_zone.clone();
    let first = loading.first_day;
    tx.now = moment(first, -OPEN_DAYS, jiff::civil::time(9, 0, 0, 0), &zone)?;
    let draft = Draft {
        title: NAME.into(),
        tagline: written.tagline,
        source: written.about,
        outcomes: written.outcomes,
        lang: Lang::En,
        time_zone: zone,
        starts_on: Day(first),
        ends_on: Day(day_of(first, written.module.len())?).plus_days(-1),
        joining: Joining::Open,
        places: Some(i64::try_from(participants)?.max(15) + 20),
        audience: Audience::Public,
        titles_ahead: true,
    };
    let id = good(courses::begin(tx, organiser, "working-in-the-open", &draft, None).await?)?;
    let course = courses::find(tx, id).await?.context("the course just begun is there")?;
    courses::open(tx, organiser, &course).await?;
    let course = courses::find(tx, id).await?.context("the course just opened is there")?;
    let mut weeks = vec![];
    for (number, week) in written.module.iter().enumerate() {
        weeks.push(add(tx, &course, organiser.id, week, Day(day_of(first, number)?), now).await?);
    }
    for (slug, post) in &loading.posts {
        let day = Day::of(loading.moments[slug], &course.zone()).days_after(course.starts_on());
        let week = usize::try_from(day / 7).ok().and_then(|week| weeks.get(week)).copied();
        conversations::assign(tx, (*post).into(), Some(id), week.filter(|_| day >= 0)).await?;
    }
    if let (Some(post), Some(module)) = (loading.posts.get(WRAP_UP), weeks.first()) {
        let module = modules::in_course(tx, id, *module).await?.context("the first module is there")?;
        modules::wrap_up(tx, &module, *post).await?;
    }
    let mut cohort = enrol(tx, loading, &course, participants).await?;
    for (number, (week, module)) in written.module.iter().zip(&weeks).enumerate() {
        let Some(asked) = &week.question else { continue };
        tx.now = Day(day_of(first, number)?).at(9, 0).moment(&course.zone());
        ask(tx, loading, *module, asked).await?;
    }
    for task in &written.assignment {
        set(tx, loading, &course, organiser.id, &weeks, task, now).await?;
    }
    keep_up(tx, loading, &weeks, now).await?;
    cohort.take_part(tx, loading, &course, &weeks, now).await?;
    tx.now = now;
    plan_another(tx, organiser, &course).await?;
    for (member, _) in loading.people.values() {
        watches::begin_anew(tx, member.id, course.id).await?;
    }
    Ok(())
}

/// A course that has only just been begun, for whoever looks what an empty one is like.
async fn plan_another(tx: &mut Tx, organiser: &Member, course: &Course) -> anyhow::Result<()> {
    let first = course.starts_on().plus_days(14 * 7);
    let draft = Draft {
        title: "Small archives, large boxes".into(),
        tagline: "Four weeks for whoever inherited a room full of paper".into(),
        source: String::new(),
        outcomes: String::new(),
        lang: Lang::En,
        time_zone: course.time_zone.clone(),
        starts_on: first,
        ends_on: first.plus_days(27),
        joining: Joining::Open,
        places: None,
        audience: Audience::Public,
        titles_ahead: true,
    };
    let id = good(courses::begin(tx, organiser, "small-archives", &draft, None).await?)?;
    let another = courses::find(tx, id).await?.context("the course just begun is there")?;
    courses::open(tx, organiser, &another).await
}

/// Those who are written down have read what there is, each week; one of them has fallen behind, and who came today has
/// not begun.
async fn keep_up(tx: &mut Tx, loading: &Loading, weeks: &[ConversationId], now: Timestamp) -> anyhow::Result<()> {
    for (week, module) in weeks.iter().enumerate() {
        let items = modules::items(tx, *module, None).await?;
        let begin = Day(day_of(loading.first_day, week)?).at(20, 0).moment(&loading.community.zone());
        let readers = loading.people.values().map(|(member, _)| member).filter(|member| {
            member.role() == Role::Participant
                && member.joined_at < now.plus_days(-2)
                && (member.handle != BEHIND.0 || week < BEHIND.1)
        });
        for member in readers {
            tx.now = begin.max(member.joined_at.plus_days(1)).min(now);
            for item in items.iter().filter(|item| item.follows.is_none() && begin < now) {
                modules::tick(tx, *module, member.id, item.id).await?;
            }
        }
    }
    Ok(())
}

/// Asks a question under a module, with what people answered.
async fn ask(tx: &mut Tx, loading: &Loading, module: ConversationId, asked: &Asked) -> anyhow::Result<()> {
    let draft = questions::Draft {
        text: asked.text.clone(),
        choice: questions::Choice::One,
        open_text: true,
        results: questions::Results::Open,
        fewest: 0,
        ends_at: None,
        options: asked.options.iter().map(|option| (None, option.clone())).collect(),
    };
    good(questions::ask(tx, module, &draft).await?)?;
    let question = questions::of(tx, module).await?.context("the question just asked is there")?;
    for (handle, said) in &asked.answers {
        let option = question.options.iter().find(|option| option.text == *said);
        let picked = questions::Picked {
            options: option.map(|option| option.id).into_iter().collect(),
            other: if option.is_some() { String::new() } else { said.clone() },
        };
        good(questions::answer(tx, module, loading.person(handle)?.0.id, &picked).await?)?;
    }
    Ok(())
}

/// Sets an assignment, with what was handed in and what was said to it.
async fn set(
    tx: &mut Tx,
    loading: &Loading,
    course: &Course,
    author: MemberId,
    weeks: &[ConversationId],
    task: &Task,
    now: Timestamp,
) -> anyhow::Result<()> {
    let zone = course.zone();
    let day = |day: i64| course.starts_on().plus_days(day);
    let draft = assignments::Draft {
        title: task.title.clone(),
        source: task.about.clone(),
        module: task.week.checked_sub(1).and_then(|week| weeks.get(week)).copied(),
        needed: !task.optional,
        choice: String::new(),
        kind: assignments::Kind::Post,
        opens: Some(day(task.opens_day).at(9, 0)),
        due: task.due_day.map(|due| day(due).at(23, 59)),
        reviews: task.reviews,
        review_days: 14,
        closes: None,
        questions: task.questions.clone(),
    };
    tx.now = day(-OPEN_DAYS).begin(&zone);
    let id = good(assignments::add(tx, course, author, &draft).await?)?;
    tx.now = day(task.opens_day).at(9, 0).moment(&zone);
    assignments::open(tx, course, id).await?;
    let it = assignments::in_course(tx, course.id, id).await?.context("the assignment just set is there")?;
    for (handle, slug, on) in &task.work {
        tx.now = day(*on).at(20, 0).moment(&zone).min(now);
        let (member, _) = loading.person(handle)?;
        let post = *loading.posts.get(slug).with_context(|| format!("{slug} is missing"))?;
        good(assignments::hand_in(tx, course, &it, member.id, &assignments::Handed::Post(post), "").await?)?;
    }
    for said in &task.review {
        tx.now = day(said.day).at(21, 0).moment(&zone).min(now);
        let (by, of) = (&loading.person(&said.by)?.0, &loading.person(&said.of)?.0);
        let work = assignments::of(tx, id, of.id).await?.context("what is reviewed was handed in")?;
        let review = reviews::take(tx, &it, work.id, by.id).await?.context("it is there to be reviewed")?;
        if said.answers.is_empty() {
            continue;
        }
        let review = reviews::own(tx, id, review, by.id).await?.context("the review just begun is there")?;
        let answer = |(question, (choice, words)): (assignments::Question, &(String, String))| reviews::Answer {
            question: question.text,
            choice: choice.clone(),
            words: words.clone(),
        };
        let answers: Vec<_> = reviews::questions(course, &it).into_iter().zip(&said.answers).map(answer).collect();
        reviews::hand_in(tx, &review, &answers, None).await?;
        if let Ok(helped) = said.helped.parse() {
            tx.now = tx.now.plus_days(1).min(now);
            reviews::answer(tx, &review, helped, &said.answer).await?;
        }
    }
    Ok(())
}

/// The day on which so many weeks of the course are over.
fn day_of(first: Date, weeks: usize) -> anyhow::Result<Date> {
    Ok(first.checked_add(i64::try_from(weeks)?.weeks())?)
}

async fn add(
    tx: &mut Tx,
    course: &Course,
    author: MemberId,
    week: &Week,
    day: Day,
    now: Timestamp,
) -> anyhow::Result<ConversationId> {
    let kind = if week.catch_up { Kind::CatchUp } else { Kind::Module };
    let opens = day.at(9, 0);
    let draft = modules::Draft {
        source: week.intro.clone(),
        prompt: week.prompt.clone(),
        ..modules::Draft::named(kind, &week.title, Some(opens), Some(day.plus_days(6)))
    };
    tx.now = course.starts_on().plus_days(-OPEN_DAYS).begin(&course.zone());
    let id = good(modules::add(tx, course, author, &draft).await?)?;
    let module = modules::in_course(tx, course.id, id).await?.context("the module just added is there")?;
    if let Some((title, minutes)) = &week.read {
        modules::add_item(tx, &module, &item(modules::Part::Read, title, Some(*minutes), None)).await?;
    }
    if let Some(title) = &week.r#do {
        modules::add_item(tx, &module, &item(modules::Part::Do, title, Some(20), Some("post"))).await?;
    }
    tx.now = opens.moment(&course.zone());
    if tx.now <= now {
        modules::open(tx, course, id).await?;
    }
    Ok(id)
}

fn item(part: modules::Part, title: &str, minutes: Option<i64>, follows: Option<&'static str>) -> ItemDraft {
    let is_read = part == modules::Part::Read;
    let address = format!("https://example.org/{}", markup::slug(title));
    ItemDraft {
        part,
        core: true,
        follows,
        minutes,
        title: title.to_owned(),
        author: String::new(),
        address: if is_read { address } else { String::new() },
        licence: if is_read { "CC BY 4.0".into() } else { String::new() },
        note: String::new(),
    }
}

/// Everybody of the sample comes in as what they are in the community, and as many more as make it so many participants;
/// into homerooms with a guide each.
async fn enrol(tx: &mut Tx, loading: &Loading, course: &Course, participants: usize) -> anyhow::Result<Cohort> {
    let begin = course.starts_on().plus_days(-1).begin(&course.zone());
    let mut people: Vec<_> = loading.people.values().map(|(member, _)| member).collect();
    people.sort_by_key(|member| member.id);
    let (mut guides, mut taking_part, mut late) = (vec![], 0, vec![]);
    for member in people {
        let part = match member.role() {
            Role::Organiser => continue,
            Role::Instructor => Part::Instructor,
            Role::Guide => Part::Guide,
            Role::Participant => Part::Member,
        };
        taking_part += usize::from(part == Part::Member);
        if part == Part::Guide {
            guides.push(member.id);
        }
        if member.joined_at > begin {
            late.push(member);
            continue;
        }
        tx.now = begin;
        good(courses::give_part(tx, course, member.id, part).await?)?;
    }
    let cohort = Cohort::join(tx, course, participants.saturating_sub(taking_part)).await?;
    guides.extend(cohort.guides());
    let size = if participants > MANY { ROOM.1 } else { ROOM.0 };
    good(homerooms::place(tx, course, size, By::Zone, |number| format!("Homeroom {number}")).await?)?;
    let rooms = homerooms::all(tx, course.id).await?;
    for (room, guide) in rooms.iter().zip(guides) {
        homerooms::give_guide(tx, course, room.id, guide).await?;
    }
    for member in late {
        tx.now = member.joined_at;
        good(courses::give_part(tx, course, member.id, Part::Member).await?)?;
    }
    Ok(cohort)
}
