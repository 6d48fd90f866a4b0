//! What badges are given for by themselves: rules over what members did here.
//!
//! A rule looks only at what others may know of, and gives nothing to whoever made it. Whoever met it is given the badge
//! by a job, in a moment or when everybody is looked at again: what was given once is not given twice, whoever looks.

pub mod rules;
mod store;
pub mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::rules::{Badge, Due, Had};
pub use self::rules::{Clause, Facts, Rule, Scope, Step, What};
use crate::{
    events::{Event, Job, Lane},
    evidence::achievements::{self, Achievement, Earned, Repeats},
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx, queue},
        i18n::{Lang, Locale, time_zone},
    },
    people::{audit, members::Member},
};

/// So many members are looked at together.
const AT_ONCE: i64 = 500;

/// The rule of a badge.
#[derive(Clone, Debug)]
pub struct Set {
    /// Of which badge.
    pub achievement: RowId,
    /// Who made it, and does not get the badge by it.
    pub made_by: Option<MemberId>,
    /// When it was last changed.
    pub edited_at: Timestamp,
    /// What it takes.
    pub rule: Rule,
}

/// A rule that gives its badge now.
struct InUse {
    set: Set,
    badge: Badge,
    lang: Lang,
}

/// The rule of a badge, if it has one.
pub async fn of(conn: &mut Conn, achievement: RowId) -> anyhow::Result<Option<Set>> {
    Ok(store::of(conn, achievement).await?.and_then(store::Stored::set))
}

/// Gives a badge a rule, unless somebody changed it since `seen`; answers whether it did. What was given stays.
pub async fn set(
    tx: &mut Tx,
    by: MemberId,
    badge: &Achievement,
    seen: Option<Timestamp>,
    rule: &Rule,
) -> anyhow::Result<bool> {
    if !store::set(tx, by, badge.id, seen, &rule.stored()).await? {
        return Ok(false);
    }
    audit::note(tx, Some(by), "badge-rule-set", &badge.url(), &badge.name).await?;
    tx.emit(Event::BadgeRulesChanged);
    Ok(true)
}

/// From now on a badge is given by itself no longer. What was given stays.
pub async fn end(tx: &mut Tx, by: MemberId, badge: &Achievement) -> anyhow::Result<()> {
    if store::end(tx, badge.id).await? {
        audit::note(tx, Some(by), "badge-rule-ended", &badge.url(), &badge.name).await?;
    }
    Ok(())
}

/// Whom a rule would concern.
#[derive(Clone, Debug, Default)]
pub struct Concerned {
    /// How many would get the badge now.
    pub count: i64,
    /// The first of them.
    pub first: Vec<Person>,
}

/// Somebody whom a rule would concern.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Person {
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
}

/// Whom a rule would concern if it were made by this member now; the first so many by name.
pub async fn concerned(
    conn: &mut Conn,
    by: MemberId,
    badge: &Achievement,
    rule: &Rule,
    most: usize,
) -> anyhow::Result<Concerned> {
    let set = Set { achievement: badge.id, made_by: Some(by), edited_at: Timestamp(0), rule: rule.clone() };
    let in_use = [InUse { set, badge: shape(badge), lang: Lang::En }];
    let (mut after, mut who) = (MemberId(0), vec![]);
    while let Some((last, due)) = look(conn, &in_use, after, AT_ONCE).await? {
        who.extend(due.into_iter().map(|(member, ..)| member.0));
        after = last;
    }
    who.sort_unstable();
    who.dedup();
    let count = i64::try_from(who.len())?;
    let first = store::people(conn, &serde_json::to_string(&who)?, i64::try_from(most)?).await?;
    Ok(Concerned { count, first })
}

fn shape(badge: &Achievement) -> Badge {
    Badge { course: badge.course.map(|course| course.0), repeats: badge.repeats() }
}

/// Gives a member what they have met, and all others who wait for the same: who writes much leaves many jobs.
pub async fn award_to(app: &App, member: MemberId) -> anyhow::Result<()> {
    let mut conn = app.db.read().await?;
    let (mut jobs, mut members) = (vec![], BTreeSet::from([member.0]));
    for (id, job) in queue::due(&mut conn, Lane::Later, app.now(), AT_ONCE).await? {
        if let Job::AwardTo(member) = job {
            jobs.push(id);
            members.insert(member.0);
        }
    }
    let rules = in_use(&mut conn).await?;
    drop(conn);
    if rules.is_empty() {
        members.clear();
    }
    for member in members.into_iter().map(MemberId) {
        let found = look(&mut app.db.read().await?, &rules, MemberId(member.0 - 1), 1).await?;
        let due = found.map(|(_, due)| due).unwrap_or_default();
        let own = due.into_iter().filter(|(whose, ..)| *whose == member).collect();
        award(app, &rules, own).await?;
    }
    app.db.always(async |tx| queue::done_with(tx, &jobs).await).await
}

/// Gives everybody what they have met and do not have.
pub async fn award_all(app: &App) -> anyhow::Result<()> {
    let mut after = MemberId(0);
    loop {
        let mut conn = app.db.read().await?;
        let rules = in_use(&mut conn).await?;
        if rules.is_empty() {
            return Ok(());
        }
        let Some((last, due)) = look(&mut conn, &rules, after, AT_ONCE).await? else { return Ok(()) };
        drop(conn);
        award(app, &rules, due).await?;
        after = last;
    }
}

async fn in_use(conn: &mut Conn) -> anyhow::Result<Vec<InUse>> {
    let in_use = |stored: store::Stored| {
        let badge = Badge {
            course: stored.course.map(|course: CircleId| course.0),
            repeats: stored.repeats.parse().unwrap_or(Repeats::Person),
        };
        let lang = Lang::from_tag(&stored.lang).unwrap_or(Lang::En);
        Some(InUse { badge, lang, set: stored.set()? })
    };
    Ok(store::in_use(conn).await?.into_iter().filter_map(in_use).collect())
}

/// What is due to whom by which rule, by its place in the list.
type Found = Vec<(MemberId, usize, Due)>;

/// Looks at so many members after one of them; answers the last of these, and what is due to whom.
async fn look(
    conn: &mut Conn,
    rules: &[InUse],
    after: MemberId,
    most: i64,
) -> anyhow::Result<Option<(MemberId, Found)>> {
    let members = store::members(conn, after, most).await?;
    let (Some(first), Some(last)) = (members.first().copied(), members.last().copied()) else { return Ok(None) };
    let asks = |what: What| rules.iter().any(|it| it.set.rule.asks(what));
    let mut facts = facts(conn, (first, last), &asks).await?;
    let mut had = had(conn, (first, last)).await?;
    let mut found = vec![];
    for member in members {
        let did = facts.remove(&member).unwrap_or_default();
        let had = had.remove(&member).unwrap_or_default();
        for (place, it) in rules.iter().enumerate().filter(|(_, it)| it.set.made_by != Some(member)) {
            let own: &[Had] = had.get(&it.set.achievement).map_or(&[], Vec::as_slice);
            let due = rules::due(&it.set.rule, &it.badge, &did, own);
            found.extend(due.into_iter().map(|due| (member, place, due)));
        }
    }
    Ok(Some((last, found)))
}

/// What the members from one to another did.
async fn facts(
    conn: &mut Conn,
    span: (MemberId, MemberId),
    asks: &impl Fn(What) -> bool,
) -> anyhow::Result<HashMap<MemberId, Facts>> {
    let mut rows = store::work(conn, span).await?;
    if asks(What::Thanked) {
        rows.extend(store::thanks(conn, span).await?);
    }
    if asks(What::Answered) {
        rows.extend(store::answers(conn, span).await?);
    }
    let mut all: HashMap<MemberId, Facts> = HashMap::new();
    for row in rows {
        let facts = all.entry(row.member).or_default();
        match row.fact() {
            Some(fact) => facts.done.push(fact),
            None => _ = facts.courses.insert(row.course),
        }
    }
    Ok(all)
}

/// What the members from one to another had of each badge.
async fn had(
    conn: &mut Conn,
    (first, last): (MemberId, MemberId),
) -> anyhow::Result<HashMap<MemberId, BTreeMap<RowId, Vec<Had>>>> {
    let mut all: HashMap<MemberId, BTreeMap<RowId, Vec<Had>>> = HashMap::new();
    for row in achievements::had(conn, first, last).await? {
        let had = Had { is_declined: row.declined_at.is_some(), once: row.once };
        all.entry(row.member).or_default().entry(row.achievement).or_default().push(had);
    }
    Ok(all)
}

/// Gives what is due, each in a change of its own: whoever looks at the same time gives nothing twice.
async fn award(app: &App, rules: &[InUse], due: Found) -> anyhow::Result<()> {
    if due.is_empty() {
        return Ok(());
    }
    // What stands with an award is for whoever it is shown to.
    let names =
        store::names(&mut app.db.read().await?, MemberId(0), &things(rules.iter().map(|it| &it.set.rule))).await?;
    for (member, place, due) in due {
        let it = &rules[place];
        let evidence = words::evidence(&Locale::new(it.lang, time_zone("UTC")), &it.set.rule, &names);
        let earned = Earned { to: member, course: due.course.map(CircleId), once: &due.once, evidence: &evidence };
        app.db
            .always(async |tx| {
                // It may have been changed or ended just now.
                if store::is_still(tx, it.set.achievement, it.set.edited_at).await? {
                    achievements::earn(tx, it.set.achievement, &earned).await?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// What single things that conditions are about are called, by their numbers.
pub type Names = HashMap<i64, String>;

/// The numbers of single things that rules are about, as a list in JSON.
fn things<'a>(rules: impl Iterator<Item = &'a Rule>) -> String {
    let of_one = rules.flat_map(|rule| &rule.clauses).filter(|clause| clause.what.is_of_one());
    let numbers: Vec<String> = of_one.map(|clause| clause.asks.to_string()).collect();
    format!("[{}]", numbers.join(","))
}

/// What the single things that a rule is about are called, as far as this reader may know of them.
pub async fn names(conn: &mut Conn, reader: Option<MemberId>, rule: &Rule) -> anyhow::Result<Names> {
    if rule.clauses.iter().all(|clause| !clause.what.is_of_one()) {
        return Ok(Names::new());
    }
    Ok(store::names(conn, reader.unwrap_or(MemberId(0)), &things(std::iter::once(rule))).await?)
}

/// How far somebody is with a badge, in one course or everywhere.
#[derive(Clone, Debug)]
pub struct Course {
    /// What the course is called; empty: the badge is of one course, or of the whole community.
    pub title: String,
    /// How far they are with each condition.
    pub steps: Vec<Step>,
}

/// How far somebody is with a badge.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The badge.
    pub badge: Achievement,
    /// What it takes.
    pub rule: Rule,
    /// What single things in it are called.
    pub names: Names,
    /// How far they are, in each course in which they can get it.
    pub courses: Vec<Course>,
    /// Whether they have it, and cannot get it again.
    pub is_had: bool,
}

/// How far a member is with each badge that is given by itself, that they may see and did not decline. What they made the
/// rule of is not among them.
pub async fn progress(conn: &mut Conn, member: &Member) -> anyhow::Result<Vec<Progress>> {
    let mut sets: HashMap<RowId, Set> = HashMap::new();
    for it in in_use(conn).await? {
        if it.set.made_by != Some(member.id) {
            sets.insert(it.set.achievement, it.set);
        }
    }
    if sets.is_empty() {
        return Ok(vec![]);
    }
    let badges = achievements::list(conn, Some(member)).await?;
    let asks = |what: What| sets.values().any(|set| set.rule.asks(what));
    let facts = facts(conn, (member.id, member.id), &asks).await?.remove(&member.id).unwrap_or_default();
    let had = had(conn, (member.id, member.id)).await?.remove(&member.id).unwrap_or_default();
    let names = store::names(conn, member.id, &things(sets.values().map(|set| &set.rule))).await?;
    let titles = store::course_titles(conn, member.id).await?;
    let mut all = vec![];
    for badge in badges.into_iter().filter(|badge| badge.in_use_at.is_some()) {
        let Some(set) = sets.remove(&badge.id) else { continue };
        let own: &[Had] = had.get(&badge.id).map_or(&[], Vec::as_slice);
        if own.iter().any(|had| had.is_declined) {
            continue;
        }
        let courses = courses(&badge, &set.rule, &facts, &titles);
        let is_had = badge.repeats() == Repeats::Person && !own.is_empty();
        if !courses.is_empty() {
            all.push(Progress { badge, rule: set.rule, names: names.clone(), courses, is_had });
        }
    }
    Ok(all)
}

fn courses(badge: &Achievement, rule: &Rule, facts: &Facts, titles: &Names) -> Vec<Course> {
    let shape = shape(badge);
    let of = |scope: Scope| {
        let times = rule.times(facts, scope);
        let used = if badge.repeats() == Repeats::Time { times } else { 0 };
        let steps = rule.progress(facts, scope, used);
        let title = match scope {
            Scope::Course(course) if badge.course.is_none() => titles.get(&course).cloned().unwrap_or_default(),
            _ => String::new(),
        };
        Course { title, steps }
    };
    shape.scopes(facts).into_iter().map(of).collect()
}
