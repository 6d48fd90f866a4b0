//! Certificates: what it takes to finish a course, how far somebody is, and the papers that say so.
//!
//! How far somebody is, is reckoned from what they did whenever it is asked. A paper is drawn once, kept with its hash, and
//! never changes: it says what the course was called and asked on its day. A constraint sees to it that there is one.

pub mod papers;
pub mod rules;
mod store;

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, LazyLock},
};

use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

pub use self::rules::{Awarding, Concerned, Done, Facts, Kind, Rule, Step, Task, What};
use crate::{
    course::courses::{self, Course},
    evidence::achievements::{self, Certified},
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        app::{App, run_blocking},
        db::{Conn, Tx},
        i18n::Locale,
        local_time::Day,
    },
    links::notices,
    people::{
        audit,
        community::{self, Community},
        members::Name,
    },
};

/// So many papers are drawn and kept together.
const AT_ONCE: usize = 20;
/// Drawing: only so much at once.
static DRAWERS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// The rule of a course as it is kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Saved {
    awarding: String,
    posts: i64,
    reviews: i64,
    minutes: Option<i64>,
    /// When it was last changed: the version a form was filled with.
    pub edited_at: Timestamp,
    provider: String,
    address: String,
    signatory: String,
    role: String,
    approval: String,
    shown_by: String,
    tasks: String,
}

impl Saved {
    /// What it says.
    pub fn rule(&self) -> Rule {
        Rule {
            awarding: self.awarding.parse().unwrap_or_default(),
            posts: self.posts,
            reviews: self.reviews,
            minutes: self.minutes,
            provider: self.provider.clone(),
            address: self.address.clone(),
            signatory: self.signatory.clone(),
            role: self.role.clone(),
            approval: self.approval.clone(),
            shown_by: serde_json::from_str(&self.shown_by).unwrap_or_default(),
        }
    }

    /// The numbers of the assignments that were needed when it was saved.
    fn tasks(&self) -> Vec<i64> {
        serde_json::from_str(&self.tasks).unwrap_or_default()
    }
}

/// Somebody who takes or took part.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Person {
    /// Who.
    pub member: MemberId,
    /// What a paper of theirs would call them.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// Since when they take part.
    pub since: Timestamp,
    /// Since when they no longer do.
    pub ended_at: Option<Timestamp>,
    /// Whether they ever had a certificate of the course.
    pub has_any: bool,
    /// Whether they have one that counts.
    pub holds: bool,
}

/// What a course asks, and what those who take part did of it.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Its rule; without one it certifies nothing.
    pub rule: Rule,
    /// The version of it; zero: there is none.
    pub seen: Timestamp,
    /// The assignments that count.
    pub tasks: Vec<Task>,
    /// Those who take or took part, and what they did.
    pub people: Vec<(Person, Done)>,
}

impl Progress {
    /// How far somebody is.
    pub fn steps(&self, done: &Done) -> Vec<Step> {
        rules::steps(&self.rule, &self.tasks, done)
    }

    /// When somebody did the last of what is asked, if they did all.
    pub fn finished(&self, done: &Done) -> Option<Timestamp> {
        rules::finished(&self.steps(done))
    }

    /// Those who finished and hold nothing.
    pub fn waiting(&self) -> Vec<&Person> {
        let waits = |(person, done): &&(Person, Done)| !person.holds && self.finished(done).is_some();
        self.people.iter().filter(waits).map(|(person, _)| person).collect()
    }

    /// Assignments that count only until the rule is saved again: they were needed when it was, and are no longer.
    pub fn lapsing(&self) -> Vec<&Task> {
        self.tasks.iter().filter(|task| !task.needed).collect()
    }

    /// Whom another rule would concern, with the assignments that are needed now.
    pub fn concerned(&self, other: &Rule) -> Concerned {
        let needed: Vec<Task> = self.tasks.iter().filter(|task| task.needed).cloned().collect();
        let after = |done| rules::finished(&rules::steps(other, &needed, done)).is_some();
        rules::concerned(
            self.people
                .iter()
                .filter(|(person, _)| person.ended_at.is_none())
                .map(|(person, done)| (person.name.clone(), person.holds, self.finished(done).is_some(), after(done))),
        )
    }
}

/// What a course asks, and what those who take or took part did of it, or one of them.
pub async fn progress(
    conn: &mut Conn,
    course: &Course,
    member: Option<MemberId>,
    now: Timestamp,
) -> anyhow::Result<Progress> {
    let (id, one) = (course.id, member.unwrap_or(MemberId(0)));
    let saved = store::rule(conn, id).await?;
    let kept = saved.as_ref().map(Saved::tasks).unwrap_or_default();
    let tasks = rules::counted(store::tasks(conn, id).await?, &kept, course.is_over(now));
    let mut all: HashMap<MemberId, Done> = HashMap::new();
    for (member, task, at) in store::handed_in(conn, id, one).await? {
        all.entry(member).or_default().handed_in.insert(task, at);
    }
    for (member, at) in store::posts(conn, id, one).await? {
        all.entry(member).or_default().posts.push(at);
    }
    for (member, at) in store::reviews(conn, id, one).await? {
        all.entry(member).or_default().reviews.push(at);
    }
    for (member, count) in store::excused(conn, id, one).await? {
        all.entry(member).or_default().excused = count;
    }
    let people = store::people(conn, id, one).await?;
    let people = people.into_iter().map(|person| {
        let done = all.remove(&person.member).unwrap_or_default();
        (person, done)
    });
    Ok(Progress {
        rule: saved.as_ref().map(Saved::rule).unwrap_or_default(),
        seen: saved.map_or(Timestamp(0), |saved| saved.edited_at),
        tasks,
        people: people.collect(),
    })
}

/// All assignments of a course, for its form.
pub async fn tasks(conn: &mut Conn, course: CircleId) -> anyhow::Result<Vec<Task>> {
    Ok(store::tasks(conn, course).await?)
}

/// Changes the rule of a course that nobody changed since `seen`; answers whether it did. Whoever holds a certificate keeps
/// it as it is.
pub async fn set_rule(
    tx: &mut Tx,
    course: &Course,
    by: MemberId,
    seen: Timestamp,
    rule: &Rule,
) -> anyhow::Result<bool> {
    let shown_by = serde_json::to_string(&rule.shown_by)?;
    let tasks = store::tasks(tx, course.id).await?;
    let needed: Vec<i64> = tasks.iter().filter(|task| task.needed).map(|task| task.id.0).collect();
    let needed = serde_json::to_string(&needed)?;
    if !store::set_rule(tx, course.id, seen, rule, (&shown_by, &needed)).await? {
        return Ok(false);
    }
    audit::note(tx, Some(by), "completion-changed", &course.url(), &course.title).await?;
    Ok(true)
}

/// A paper that was issued.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Certificate {
    /// Its number.
    pub id: RowId,
    /// Its address.
    pub code: String,
    kind: String,
    /// Of which course.
    pub course: CircleId,
    /// Whose it is, if they are still here.
    pub member: Option<MemberId>,
    /// The award whose credential says the same.
    pub award: Option<RowId>,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Whether its page says whose it is.
    pub named: bool,
    /// Since when it counts no longer.
    pub revoked_at: Option<Timestamp>,
    /// Why.
    pub why: String,
    /// Its holder, as it calls them; empty: they are forgotten.
    pub name: String,
    facts: String,
    sha256: String,
    /// Whether its bytes are still here.
    pub is_kept: bool,
    course_address: String,
}

impl Certificate {
    /// What it is.
    pub fn kind(&self) -> Kind {
        if self.kind == Kind::Statement.word() { Kind::Statement } else { Kind::Certificate }
    }

    /// What it says.
    pub fn facts(&self) -> Facts {
        serde_json::from_str(&self.facts).unwrap_or_default()
    }

    /// Where it is looked at.
    pub fn url(&self) -> String {
        url(&self.code)
    }

    /// Where those who lead the course look at it.
    pub fn manage_url(&self) -> String {
        format!("{}manage/completion/{}/", self.course_url(), self.id)
    }

    /// The course.
    pub fn course_url(&self) -> String {
        courses::url(&self.course_address)
    }

    /// Whether these bytes are the paper.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        hash(bytes) == self.sha256
    }
}

/// The address of a paper.
pub fn url(code: &str) -> String {
    format!("/certificates/{code}/")
}

/// A paper that was drawn.
#[derive(Debug)]
struct Drawn {
    kind: Kind,
    code: String,
    member: MemberId,
    name: String,
    once: String,
    said: Facts,
    facts: String,
    sha256: String,
    pdf: Vec<u8>,
}

/// How it went with issuing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Issued {
    /// The codes of those that were issued.
    pub codes: Vec<String>,
    /// Whose name has something that no font has, and what that is.
    pub undrawn: Vec<(String, String)>,
}

/// Certificates for these of those who take part, as far as they finished and hold none. Whoever does so twice, or at the
/// same time as somebody else, issues one.
pub async fn certify(app: &App, course: &Course, members: &[MemberId], by: Option<MemberId>) -> anyhow::Result<Issued> {
    let member = if let [one] = members { Some(*one) } else { None };
    let progress = progress(&mut app.db.read().await?, course, member, app.now()).await?;
    if progress.rule.awarding == Awarding::Off {
        return Ok(Issued::default());
    }
    let wanted: HashSet<MemberId> = members.iter().copied().collect();
    // Whose was revoked gets another one from an instructor alone.
    let may = |person: &&Person| wanted.contains(&person.member) && (by.is_some() || !person.has_any);
    let wanted: Vec<MemberId> = progress.waiting().into_iter().filter(may).map(|person| person.member).collect();
    let mut issued = Issued::default();
    for some in wanted.chunks(AT_ONCE) {
        let more = certify_some(app, course, &progress, some, by).await?;
        issued.codes.extend(more.codes);
        issued.undrawn.extend(more.undrawn);
    }
    Ok(issued)
}

async fn certify_some(
    app: &App,
    course: &Course,
    progress: &Progress,
    members: &[MemberId],
    by: Option<MemberId>,
) -> anyhow::Result<Issued> {
    let community = community::of(app).await?;
    let t = Locale::new(course.language(), course.zone());
    let now = app.now();
    let mut papers = vec![];
    for (person, done) in progress.people.iter().filter(|(person, _)| members.contains(&person.member)) {
        let steps = progress.steps(done);
        let Some(finished) = rules::finished(&steps) else { continue };
        let facts = papers::of_certificate(&t, course, &progress.rule, &steps, (finished, now), &community.name);
        papers.push((person.member, person.name.clone(), facts));
    }
    let (drawn, undrawn) = draw(app, Kind::Certificate, &community, papers).await?;
    let seen = progress.seen;
    let codes = app.db.always(async |tx| keep(tx, (&app.settings.base_url, course), &drawn, by, seen).await).await?;
    Ok(Issued { codes, undrawn })
}

/// Draws papers, and says whose name cannot be drawn.
async fn draw(
    app: &App,
    kind: Kind,
    community: &Community,
    papers: Vec<(MemberId, String, Facts)>,
) -> anyhow::Result<(Vec<Drawn>, Vec<(String, String)>)> {
    let (base_url, author) = (app.settings.base_url.clone(), community.name.clone());
    let (folder, now) = (app.settings.data.join("fonts"), app.now());
    run_blocking(&DRAWERS, move || {
        let fonts = papers::fonts(&folder)?;
        let (mut drawn, mut undrawn) = (vec![], vec![]);
        for (member, name, said) in papers {
            let code = rules::code(&rand::random());
            let address = format!("{base_url}{}", url(&code));
            let facts = serde_json::to_string(&said)?;
            let paper = papers::paper(kind, &name, &said, (&address, &author), now);
            let pdf = match paper::write(&paper, &fonts) {
                Ok(pdf) => pdf,
                Err(paper::Unwritten::NoGlyph(missing)) => {
                    tracing::warn!(member = member.0, missing, "a paper was not issued: no font has a character of it");
                    undrawn.push((name, missing));
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            let once =
                if kind == Kind::Certificate { String::new() } else { hash(format!("{name}\n{facts}").as_bytes()) };
            drawn.push(Drawn { kind, code, member, name, once, said, facts, sha256: hash(&pdf), pdf });
        }
        Ok((drawn, undrawn))
    })
    .await?
}

/// Keeps what was drawn, with an award for each, and tells their holders; answers the codes of those that were not there.
async fn keep(
    tx: &mut Tx,
    (base_url, course): (&str, &Course),
    drawn: &[Drawn],
    by: Option<MemberId>,
    seen: Timestamp,
) -> anyhow::Result<Vec<String>> {
    let t = Locale::new(course.language(), course.zone());
    let mut codes = vec![];
    for one in drawn {
        let Some(id) = store::insert(tx, course.id, one, by, seen).await? else { continue };
        let words = papers::achievement(&t, one.kind, &one.said);
        let certified = Certified {
            certifies: one.kind.word(),
            course: course.id,
            lang: course.lang(),
            words: &words,
            to: one.member,
            by,
            once: &one.code,
            evidence: &papers::evidence(&t, one.kind, &one.said),
            address: &format!("{base_url}{}", url(&one.code)),
        };
        let award = achievements::certify(tx, &certified).await?;
        store::set_award(tx, id, award).await?;
        if one.kind == Kind::Certificate {
            notices::certified(tx, award, one.member).await?;
            audit::note(tx, by, "certificate-issued", &course.url(), &course.title).await?;
        }
        codes.push(one.code.clone());
    }
    Ok(codes)
}

/// Certificates for all who finished a course whose certificates come by themselves. Whose was revoked gets another one from
/// an instructor alone.
pub async fn issue_due(app: &App) -> anyhow::Result<()> {
    let mut after = CircleId(0);
    loop {
        let some = store::automatic(&mut app.db.read().await?, after, 200).await?;
        let Some((last,)) = some.last() else { return Ok(()) };
        after = *last;
        for (id,) in some {
            let mut conn = app.db.read().await?;
            let Some(course) = courses::find(&mut conn, id).await? else { continue };
            let progress = progress(&mut conn, &course, None, app.now()).await?;
            drop(conn);
            let due = progress.waiting().into_iter().filter(|person| !person.has_any && person.ended_at.is_none());
            let due: Vec<MemberId> = due.map(|person| person.member).collect();
            for some in due.chunks(AT_ONCE) {
                certify_some(app, &course, &progress, some, None).await?;
            }
        }
    }
}

/// Whether there is a course whose certificates come by themselves.
pub async fn come_by_themselves(conn: &mut Conn) -> anyhow::Result<bool> {
    Ok(!store::automatic(conn, CircleId(0), 1).await?.is_empty())
}

/// Why there is no statement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoStatement {
    /// They take part, and the course goes on.
    TooEarly,
    /// No font has a character of it.
    Undrawn(String),
}

/// Whether there may be a statement: they stopped, or the course is over.
pub fn may_have_statement(course: &Course, person: &Person, now: Timestamp) -> bool {
    person.ended_at.is_some() || course.is_over(now)
}

/// Whether what somebody wrote down in their log stands in their statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hours {
    /// Its sum does.
    Told,
    /// Nothing of it does.
    Kept,
}

/// A statement of what a member took part in, as of now; answers its code. What says the same is there once.
pub async fn state(
    app: &App,
    course: &Course,
    member: MemberId,
    hours: Hours,
) -> anyhow::Result<Option<Result<String, NoStatement>>> {
    let now = app.now();
    let mut conn = app.db.read().await?;
    let progress = progress(&mut conn, course, Some(member), now).await?;
    let Some((person, done)) = progress.people.first() else { return Ok(None) };
    if !may_have_statement(course, person, now) {
        return Ok(Some(Err(NoStatement::TooEarly)));
    }
    let (posts, comments, logged, sessions) = store::activity(&mut conn, course.id, member).await?;
    let last = store::last_act(&mut conn, course.id, member).await?;
    drop(conn);
    let community = community::of(app).await?;
    let t = Locale::new(course.language(), course.zone());
    let until = person.ended_at.or(last).unwrap_or(person.since).max(person.since);
    let took = papers::Took {
        from: Day::of(person.since, &course.zone()),
        until: Day::of(until, &course.zone()),
        posts,
        comments,
        reviews: i64::try_from(done.reviews.len())?,
        handed_in: i64::try_from(done.handed_in.len())?,
        sessions: if hours == Hours::Told { sessions } else { 0 },
        logged: if hours == Hours::Told { Some(logged).filter(|minutes| *minutes > 0) } else { None },
    };
    let facts = papers::of_statement(&t, course, &progress, done, &took, now, &community.name);
    let papers = vec![(member, person.name.clone(), facts)];
    let (drawn, undrawn) = draw(app, Kind::Statement, &community, papers).await?;
    if let Some((_, missing)) = undrawn.into_iter().next() {
        return Ok(Some(Err(NoStatement::Undrawn(missing))));
    }
    let codes =
        app.db.always(async |tx| keep(tx, (&app.settings.base_url, course), &drawn, None, Timestamp(0)).await).await?;
    if let Some(code) = codes.into_iter().next() {
        return Ok(Some(Ok(code)));
    }
    let Some(one) = drawn.first() else { return Ok(None) };
    let mut conn = app.db.read().await?;
    let there = store::there(&mut conn, course.id, member, Kind::Statement.word(), &one.once).await?;
    Ok(there.map(|there| Ok(there.code)))
}

/// What of a name no font here has, if anything.
pub async fn undrawn(app: &App, name: &str) -> anyhow::Result<Option<String>> {
    let (folder, name, now) = (app.settings.data.join("fonts"), name.to_owned(), app.now());
    run_blocking(&DRAWERS, move || {
        let fonts = papers::fonts(&folder)?;
        match paper::write(&papers::only(&name, now), &fonts) {
            Err(paper::Unwritten::NoGlyph(missing)) => Ok(Some(missing)),
            _ => Ok(None),
        }
    })
    .await?
}

/// The paper at an address.
pub async fn at(conn: &mut Conn, code: &str) -> anyhow::Result<Option<Certificate>> {
    Ok(store::at(conn, code).await?)
}

/// One of a course's papers, for those who lead it.
pub async fn in_course(conn: &mut Conn, course: CircleId, id: RowId) -> anyhow::Result<Option<Certificate>> {
    Ok(store::find(conn, id).await?.filter(|found| found.course == course))
}

/// The paper whose bytes these are.
pub async fn by_bytes(conn: &mut Conn, bytes: &[u8]) -> anyhow::Result<Option<Certificate>> {
    Ok(store::by_hash(conn, &hash(bytes)).await?)
}

/// A member's papers, the latest first.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Certificate>> {
    Ok(store::of_member(conn, member).await?)
}

/// A member's papers of a course, the latest first.
pub async fn of_member_in(conn: &mut Conn, course: CircleId, member: MemberId) -> anyhow::Result<Vec<Certificate>> {
    Ok(store::of_member_in(conn, course, member).await?)
}

/// The papers of a course before one of them, or the latest.
pub async fn of_course(
    conn: &mut Conn,
    course: CircleId,
    before: Option<RowId>,
    limit: i64,
) -> anyhow::Result<Vec<Certificate>> {
    Ok(store::of_course(conn, course, before.unwrap_or(RowId(i64::MAX)), limit).await?)
}

/// How many hold a certificate of a course.
pub async fn held(conn: &mut Conn, course: CircleId) -> anyhow::Result<i64> {
    Ok(store::held(conn, course).await?)
}

/// The bytes of a paper.
pub async fn pdf(conn: &mut Conn, id: RowId) -> anyhow::Result<Option<Vec<u8>>> {
    Ok(store::pdf(conn, id).await?)
}

/// The courses that a member takes or took part in: address, title and the tag of the language.
pub async fn courses_of(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<(String, String, String)>> {
    Ok(store::courses_of(conn, member).await?)
}

/// What a member wants to be called on papers, if otherwise than on their page.
pub async fn name_of(conn: &mut Conn, member: MemberId) -> anyhow::Result<Option<String>> {
    Ok(store::name(conn, member).await?)
}

/// From now on papers call a member so, or as their page does. What was issued stays as it is.
pub async fn call(tx: &mut Tx, member: MemberId, name: Option<&Name>) -> anyhow::Result<()> {
    match name {
        Some(name) => store::set_name(tx, member, name.as_str()).await?,
        None => store::unset_name(tx, member).await?,
    }
    Ok(())
}

/// The page of a paper of one's own says whose it is.
pub async fn show_name(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    Ok(store::set_named(tx, member, id, true).await?)
}

/// It does not.
pub async fn hide_name(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    Ok(store::set_named(tx, member, id, false).await?)
}

/// Revokes a paper and its credential, and says why. An instructor can then issue another one.
pub async fn revoke(tx: &mut Tx, it: &Certificate, by: MemberId, why: &str) -> anyhow::Result<()> {
    if !store::revoke(tx, it.id, by, why).await? {
        return Ok(());
    }
    if let Some(award) = it.award
        && let Some(award) = achievements::award_of(tx, award).await?
    {
        achievements::take_back(tx, &award, by, why).await?;
    }
    audit::note(tx, Some(by), "certificate-revoked", &it.course_url(), &it.facts().title).await
}

/// Forgets whose papers were, when their account ends. Whoever holds one can still learn that it is genuine.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}

fn hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
