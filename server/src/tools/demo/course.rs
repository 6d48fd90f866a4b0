//! The course of the sample: what it says, its modules, who takes part, and what was written for each week.

use anyhow::Context;
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;

use super::{Loading, NAME, good, moment};
use crate::{
    audiences::circles::{Joining, Part},
    course::{
        courses::{self, Course, Draft},
        homerooms::{self, By},
        modules::{self, ItemDraft, Kind},
    },
    ids::{ConversationId, Timestamp},
    kit::{db::Tx, i18n::Lang, local_time::Day},
    links::watches,
    people::members::Role,
    talk::{conversations, posts::Audience},
};

/// So many people are in a homeroom of the sample.
const ROOM: i64 = 12;
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
}

/// Makes the course with everybody in it, and says of each post in which week it was written.
pub async fn hold(tx: &mut Tx, loading: &Loading, now: Timestamp) -> anyhow::Result<()> {
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
        places: Some(35),
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
    enrol(tx, loading, &course, now).await
}

/// The day on which so many weeks of the course are over.
fn day_of(first: Date, weeks: usize) -> anyhow::Result<Date> {
    Ok(first.checked_add(i64::try_from(weeks)?.weeks())?)
}

async fn add(
    tx: &mut Tx,
    course: &Course,
    author: crate::ids::MemberId,
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

/// Everybody of the sample comes in as what they are in the community, into two homerooms with a guide each. What the
/// course did so far is news to none of them.
async fn enrol(tx: &mut Tx, loading: &Loading, course: &Course, now: Timestamp) -> anyhow::Result<()> {
    tx.now = course.starts_on().plus_days(-1).begin(&course.zone());
    let mut people: Vec<_> = loading.people.values().map(|(member, _)| member).collect();
    people.sort_by_key(|member| member.id);
    let mut guides = vec![];
    for member in &people {
        let part = match member.role() {
            Role::Organiser => continue,
            Role::Instructor => Part::Instructor,
            Role::Guide => Part::Guide,
            Role::Participant => Part::Member,
        };
        good(courses::give_part(tx, course, member.id, part).await?)?;
        if part == Part::Guide {
            guides.push(member.id);
        }
    }
    good(homerooms::place(tx, course, ROOM, By::Zone, |number| format!("Homeroom {number}")).await?)?;
    let rooms = homerooms::all(tx, course.id).await?;
    for (room, guide) in rooms.iter().zip(guides) {
        homerooms::give_guide(tx, course, room.id, guide).await?;
    }
    tx.now = now;
    for member in people {
        watches::begin_anew(tx, member.id, course.id).await?;
    }
    Ok(())
}
