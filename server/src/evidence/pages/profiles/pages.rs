//! HTTP for the professional bodies a member picked. All of it is the member's alone, until they hand it in.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, http::header, response::IntoResponse};
use serde::Deserialize;

use super::view::{self, Line, Lines, Looked};
use crate::{
    evidence::{
        log::{self, Entry, Place},
        pages::log::view::day as day_in_words,
        profiles::{
            self, Counts, Mapped, Mapping, NotPicked, Period, Pick, Profile, Reason, Scheme, Sums, Written,
            rules::{LONGEST_NOTE, LONGEST_TEXT, List, Tally, WordRange, filled, gaps, words},
            table::{self, about, named, reflection},
        },
    },
    ids::RowId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::{Lang, Locale},
        local_time::Day,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, cut, field, optional},
            see_other,
        },
    },
    people::{identity::stored, members},
    site::{self, Page, Visitor},
};

/// The address of the bodies one picked.
const HERE: &str = "/me/log/bodies/";
/// So many entries stand on a page.
const PAGE: usize = 40;
/// A statement lists so many entries; the table holds all.
const MOST_LISTED: usize = 3000;

/// What the query of these pages may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BodyQuery {
    /// A day of the period that is looked at; empty: today.
    day: String,
    before: String,
    done: String,
}

impl BodyQuery {
    fn done(&self) -> Option<&'static str> {
        Some(match self.done.as_str() {
            "picked" => "body-done-picked",
            "dropped" => "body-done-dropped",
            "settled" => "body-done-settled",
            "mapped" => "body-done-mapped",
            "mapped-all" => "body-done-mapped-all",
            "unmapped" => "body-done-unmapped",
            "written" => "body-done-written",
            "explained" => "body-done-explained",
            _ => return None,
        })
    }
}

/// A body that a member picked, and the period they look at.
struct Seen {
    pick: Pick,
    scheme: Scheme,
    period: Period,
    earlier: Option<Period>,
    later: Option<Period>,
    today: Day,
}

impl Seen {
    async fn read(app: &App, visitor: &Visitor, conn: &mut Conn, id: RowId, asked: &str) -> Answer<Self> {
        let member = visitor.signed_in()?.id;
        let pick = profiles::find_pick(conn, member, id).await?.ok_or(Failure::NotFound)?;
        let scheme = pick.profile.scheme();
        let today = Day::of(app.now(), &visitor.words.zone);
        let periods = scheme.periods(pick.begins, today);
        let period = periods.near(asked.parse().unwrap_or(today));
        // What is to come is looked at as far as the next period.
        let later = periods.after(period);
        let later = (period.until <= today.plus_days(366)).then_some(later);
        Ok(Self { earlier: periods.before(period), later, period, pick, scheme, today })
    }

    fn url(&self) -> String {
        format!("{HERE}{}/", self.pick.id)
    }

    async fn sums(&self, conn: &mut Conn, period: Period) -> anyhow::Result<Sums> {
        Ok(profiles::rules::sums(&self.scheme, &profiles::heaps(conn, &self.pick, period).await?))
    }

    async fn standing(&self, conn: &mut Conn, t: &Locale) -> anyhow::Result<(Sums, Vec<Lines>)> {
        let sums = self.sums(conn, self.period).await?;
        let carried = match (&self.scheme.carry, self.earlier) {
            (Some(_), Some(earlier)) => self.scheme.carried(&self.sums(conn, earlier).await?),
            _ => 0,
        };
        let longer = match self.scheme.longer {
            Some((months, _)) => Some(self.sums(conn, self.period.last_months(months)).await?),
            None => None,
        };
        let said = if self.scheme.entry_words.is_any() {
            Some(profiles::said_enough(conn, &self.pick, &self.scheme, self.period).await?)
        } else {
            None
        };
        let looked = Looked { scheme: &self.scheme, sums: &sums, carried, longer: longer.as_ref(), said };
        let lines = view::lines(t, &looked);
        Ok((sums, lines))
    }
}

/// A body in the list of one's own.
struct Own {
    pick: Pick,
    total: Line,
    period: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/profiles/list.html")]
struct ListPage {
    p: Page,
    own: Vec<Own>,
    offered: Vec<Profile>,
    done: Option<&'static str>,
}

impl ListPage {
    fn origin(&self, profile: &Profile) -> String {
        view::origin(&self.p.t, profile)
    }
}

/// `GET /me/log/bodies/`: the bodies one picked, and those there are.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<BodyQuery>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let mut offered = profiles::all(&mut conn).await?;
    let picks = profiles::picks(&mut conn, member).await?;
    offered.retain(|one| one.retired_at.is_none() && picks.iter().all(|pick| pick.profile.word() != one.word()));
    let mut own = vec![];
    for pick in picks {
        let seen = Seen::read(&app, &visitor, &mut conn, pick.id, "").await?;
        let (_, lines) = seen.standing(&mut conn, &visitor.words).await?;
        if let Some(total) = lines.into_iter().next().and_then(|all| all.lines.into_iter().next()) {
            own.push(Own { pick, total, period: view::period(&visitor.words, seen.period) });
        }
    }
    let p = Page::new(&mut conn, &visitor, visitor.words.say("bodies")).await?.private();
    site::unstored(site::show(&ListPage { p, own, offered, done: asked.done() }))
}

/// Which body is picked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PickForm {
    body: String,
}

/// `POST /me/log/bodies/pick`: picks a body.
pub async fn pick(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<PickForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let found = profiles::find(&mut app.db.read().await?, &form.body).await?;
    let profile = found.ok_or(Failure::Bad("field-choose"))?;
    match app.db.change(async |tx| profiles::pick(tx, member, &profile, None).await).await? {
        Ok(id) => Ok(see_other(&format!("{HERE}{id}/?done=picked#done"))),
        Err(NotPicked::Retired) => Err(Failure::Bad("body-retired-text")),
        Err(NotPicked::TooMany) => Err(Failure::Bad("body-too-many")),
    }
}

/// What was written for a body, or is to be.
struct Wanted {
    /// What it is for, in the words of the body.
    name: String,
    /// How long it should be.
    range: WordRange,
    /// Whether the body asks for it now.
    is_asked: bool,
    /// The first day of the period for which it is written.
    day: String,
    text: String,
}

/// A gap, and the reason, if somebody gave one.
struct Silence {
    gap: Period,
    reason: String,
    /// Whether there is something from then on by now: the reason stays.
    is_closed: bool,
}

/// How the periods of a body are settled, as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct SettleForm {
    begins: String,
    /// `chosen`: only chosen entries count.
    entries: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/profiles/body.html")]
struct BodyPage {
    p: Page,
    seen: Seen,
    sums: Sums,
    tables: Vec<Lines>,
    wanted: Vec<Wanted>,
    gaps: Vec<Silence>,
    f: SettleForm,
    errors: Errors,
    done: Option<&'static str>,
    /// A text that was refused.
    refused: Option<&'static str>,
}

/// What is asked to be written, with what is there; and what was written for what is asked no more.
fn wanted(scheme: &Scheme, texts: Vec<Written>, period: Period) -> Vec<Wanted> {
    let mut texts = texts;
    let mut all = vec![];
    for asked in &scheme.asked {
        let there = texts.iter().position(|text| text.name == asked.name).map(|at| texts.remove(at));
        let (day, text) = there.map_or((period.from.to_string(), String::new()), |there| (there.day, there.text));
        all.push(Wanted { name: asked.name.clone(), range: asked.words, is_asked: true, day, text });
    }
    let rest = texts.into_iter().map(|text| Wanted {
        name: text.name,
        range: WordRange::default(),
        is_asked: false,
        day: text.day,
        text: text.text,
    });
    all.extend(rest);
    all
}

/// The gaps of a period, as far as it has passed, each with its reason; and reasons whose gap is closed.
async fn told_gaps(conn: &mut Conn, seen: &Seen) -> anyhow::Result<Vec<Silence>> {
    let mut reasons = profiles::reasons(conn, &seen.pick, seen.period).await?;
    let mut all = vec![];
    if let Some(months) = seen.scheme.gap_months
        && seen.period.from <= seen.today
    {
        let past = Period { until: seen.period.until.min(seen.today), ..seen.period };
        let days = profiles::days(conn, &seen.pick, past).await?;
        for gap in gaps(&days, past, months) {
            let of = reasons.iter().position(|reason| reason.gap.from <= gap.until && gap.from <= reason.gap.until);
            let reason = of.map(|at| reasons.remove(at));
            let (gap, reason) = match reason {
                // It is kept by its own first day.
                Some(Reason { gap: of, text }) => (Period { from: of.from, until: gap.until.max(of.from) }, text),
                None => (gap, String::new()),
            };
            all.push(Silence { gap, reason, is_closed: false });
        }
    }
    all.extend(reasons.into_iter().map(|reason| Silence { gap: reason.gap, reason: reason.text, is_closed: true }));
    all.sort_by_key(|gap| gap.gap.from);
    Ok(all)
}

impl BodyPage {
    async fn read(app: &App, visitor: &Visitor, id: RowId, asked: &BodyQuery) -> Answer<Self> {
        let mut conn = app.db.read().await?;
        let seen = Seen::read(app, visitor, &mut conn, id, &asked.day).await?;
        let (sums, tables) = seen.standing(&mut conn, &visitor.words).await?;
        let texts = profiles::texts(&mut conn, &seen.pick, seen.period).await?;
        let wanted = wanted(&seen.scheme, texts, seen.period);
        let gaps = told_gaps(&mut conn, &seen).await?;
        let p = Page::new(&mut conn, visitor, seen.pick.profile.sheet.name.clone()).await?.private();
        let f = SettleForm {
            begins: seen.pick.begins.map(|day| day.to_string()).unwrap_or_default(),
            entries: if seen.pick.chosen { "chosen".into() } else { String::new() },
        };
        let (errors, done) = (Errors::default(), asked.done());
        Ok(Self { p, seen, sums, tables, wanted, gaps, f, errors, done, refused: None })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("begins", "p-begins", "body-begins-own")])
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn period(&self, period: &Period) -> String {
        view::period(&self.p.t, *period)
    }

    fn origin(&self) -> String {
        view::origin(&self.p.t, &self.seen.pick.profile)
    }

    fn lang(&self) -> &str {
        &self.seen.pick.profile.sheet.language
    }

    /// Whether the periods begin on a day of the member's own, and which it is has not been said.
    fn needs_day(&self) -> bool {
        self.seen.scheme.begins.is_none() && self.seen.pick.begins.is_none()
    }

    fn words(&self, wanted: &Wanted) -> String {
        view::words(&self.p.t, wanted.range, words(&wanted.text))
    }

    fn rounding(&self) -> Option<String> {
        let is_time = self.seen.scheme.counts == Counts::Time;
        is_time.then(|| view::rounding(&self.p.t, &self.seen.scheme.unit))
    }

    fn sheet(&self) -> &profiles::Sheet {
        &self.seen.pick.profile.sheet
    }
}

/// `GET /me/log/bodies/{id}/`: what is there, and what is missing.
pub async fn body(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Query(asked): Query<BodyQuery>,
) -> Answer {
    site::unstored(site::show(&BodyPage::read(&app, &visitor, id, &asked).await?))
}

/// `POST /me/log/bodies/{id}/settle`: from which day the periods are counted, and whether entries have to be chosen.
pub async fn settle(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<SettleForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let pick = profiles::find_pick(&mut app.db.read().await?, member, id).await?.ok_or(Failure::NotFound)?;
    let begins = match optional::<Day>(&form.begins) {
        Ok(begins) => begins,
        Err(key) => {
            let page = BodyPage::read(&app, &visitor, id, &BodyQuery::default()).await?;
            let form = SettleForm { begins: cut(&form.begins).to_owned(), ..form };
            return BodyPage { f: form, ..page }.refuse(Errors::of("begins", key));
        }
    };
    let chosen = form.entries == "chosen";
    app.db.always(async |tx| profiles::settle(tx, &pick, begins, chosen).await).await?;
    Ok(see_other(&format!("{HERE}{id}/?done=settled#done")))
}

/// `POST /me/log/bodies/{id}/drop`: drops a body, with all that was said for it.
pub async fn drop_body(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| profiles::drop_pick(tx, member, id).await).await?;
    Ok(see_other(&format!("{HERE}?done=dropped#done")))
}

/// Something that is written for a body.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TextForm {
    day: String,
    name: String,
    text: String,
}

/// `POST /me/log/bodies/{id}/text`: writes something for a body; nothing takes it away.
pub async fn write(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<TextForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let asked = BodyQuery { day: form.day.clone(), ..BodyQuery::default() };
    let mut page = BodyPage::read(&app, &visitor, id, &asked).await?;
    let Some(wanted) = page.wanted.iter_mut().find(|one| one.name == form.name && one.day == form.day) else {
        return Err(Failure::Bad("field-choose"));
    };
    let text = stored(&form.text);
    if text.chars().count() > LONGEST_TEXT {
        wanted.text = form.text;
        return BodyPage { refused: Some("body-text-of-yours-too-long"), ..page }
            .refuse(Errors::of("form", "body-text-of-yours-too-long"));
    }
    let day: Day = wanted.day.parse().map_err(Failure::Bad)?;
    let name = wanted.name.clone();
    app.db.always(async |tx| profiles::write(tx, &page.seen.pick, day, &name, &text).await).await?;
    Ok(see_other(&format!("{}?day={day}&done=written#texts", page.seen.url())))
}

/// Why there is nothing for a while, as it is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct GapForm {
    from: String,
    until: String,
    reason: String,
}

/// `POST /me/log/bodies/{id}/gap`: says why there is nothing for a while.
pub async fn explain(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<GapForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let asked = BodyQuery { day: form.until.clone(), ..BodyQuery::default() };
    let mut page = BodyPage::read(&app, &visitor, id, &asked).await?;
    let is_meant =
        |gap: &&mut Silence| gap.gap.from.to_string() == form.from && gap.gap.until.to_string() == form.until;
    let Some(gap) = page.gaps.iter_mut().find(is_meant) else { return Err(Failure::Bad("field-choose")) };
    let reason = stored(&form.reason);
    if reason.chars().count() > LONGEST_NOTE {
        gap.reason = form.reason;
        return page.refuse(Errors::of("form", "body-reason-too-long"));
    }
    let gap = gap.gap;
    app.db.always(async |tx| profiles::explain(tx, &page.seen.pick, gap, &reason).await).await?;
    Ok(see_other(&format!("{}?day={}&done=explained#gaps", page.seen.url(), gap.until)))
}

#[derive(Template)]
#[template(path = "evidence/pages/profiles/entries.html")]
struct EntriesPage {
    p: Page,
    seen: Seen,
    entries: Vec<Mapped>,
    next: Option<Place>,
    is_later_page: bool,
    done: Option<&'static str>,
}

impl EntriesPage {
    fn day(&self, entry: &Entry) -> String {
        day_in_words(&self.p.t, entry.day())
    }

    fn period(&self) -> String {
        view::period(&self.p.t, self.seen.period)
    }

    fn time(&self, entry: &Entry) -> String {
        entry.minutes.map_or_else(|| self.p.t.say("log-no-minutes"), |minutes| self.p.t.count("body-minutes", minutes))
    }

    /// The lists there are: the name in the form, and what the body has.
    fn named_lists(&self) -> Vec<(&'static str, &List)> {
        let names = ["list1", "list2", "list3"];
        names.into_iter().zip(&self.seen.scheme.lists).filter(|(_, list)| !list.items.is_empty()).collect()
    }

    /// What an entry belongs to, list by list: the title and the names.
    fn lists(&self, (entry, mapping): &Mapped) -> Vec<(&str, String)> {
        let about = about(&entry.draft(), entry.subject.is_some(), mapping);
        let named = named(&self.seen.scheme, about, mapping);
        let all = self.seen.scheme.lists.iter().zip(named).filter(|(list, _)| !list.items.is_empty());
        all.map(|(list, names)| {
            let none = || self.p.t.say("body-none-of-these");
            (list.title.as_str(), if names.is_empty() { none() } else { names.join("; ") })
        })
        .collect()
    }

    /// How many words an entry has, if the body asks for so many.
    fn words(&self, entry: &Entry) -> Option<String> {
        let range = self.seen.scheme.entry_words;
        range.is_any().then(|| view::words(&self.p.t, range, words(&reflection(&entry.draft()))))
    }
}

/// `GET /me/log/bodies/{id}/entries/`: the entries of a period, and where each belongs.
pub async fn entries(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Query(asked): Query<BodyQuery>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let seen = Seen::read(&app, &visitor, &mut conn, id, &asked.day).await?;
    let before = Place::read(&asked.before);
    let end = Place::read(&format!("{}_0", seen.period.until.plus_days(1)));
    let place = before.as_ref().or(end.as_ref());
    let mut entries = log::entries(&mut conn, seen.pick.member, place, i64::try_from(PAGE)? + 1).await?;
    entries.retain(|entry| seen.period.has(entry.day()));
    let is_more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let next = entries.last().filter(|_| is_more).map(Entry::place);
    let entries = profiles::mapped(&mut conn, &seen.pick, entries).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("body-entries")).await?.private();
    let page = EntriesPage { p, seen, entries, next, is_later_page: before.is_some(), done: asked.done() };
    site::unstored(site::show(&page))
}

/// `POST /me/log/bodies/{id}/entries/`: says of all that are marked where they belong, or leaves them out.
pub async fn map_all(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Query(asked): Query<BodyQuery>,
    Typed(fields): Typed<Vec<(String, String)>>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let seen = Seen::read(&app, &visitor, &mut app.db.read().await?, id, &asked.day).await?;
    let sent = |name: &'static str| fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value);
    let marked: Vec<i64> = sent("entry").filter_map(|id| id.parse().ok()).take(PAGE).collect();
    let said = [("list1", 0), ("list2", 1), ("list3", 2)].map(|(name, at): (&'static str, usize)| {
        let items = &seen.scheme.lists[at].items;
        let chosen = sent(name).find(|chosen| items.iter().any(|item| item.name == **chosen));
        chosen.map(|name| vec![name.clone()])
    });
    if sent("do").any(|does| does == "leave") {
        app.db.always(async |tx| profiles::leave_out(tx, &seen.pick, &marked).await).await?;
    } else {
        app.db.always(async |tx| profiles::map_all(tx, &seen.pick, &marked, &said).await).await?;
    }
    Ok(see_other(&format!("{}entries/?day={}&done=mapped-all#done", seen.url(), seen.period.from)))
}

#[derive(Template)]
#[template(path = "evidence/pages/profiles/entry.html")]
struct EntryPage {
    p: Page,
    seen: Seen,
    entry: Entry,
    mapping: Mapping,
    errors: Errors,
    is_said: bool,
}

/// A name of a list in the form of an entry.
struct Choice {
    name: String,
    is_chosen: bool,
    /// Whether it is in the list no more.
    is_lost: bool,
}

impl EntryPage {
    async fn read(app: &App, visitor: &Visitor, (id, entry): (RowId, RowId)) -> Answer<Self> {
        let mut conn = app.db.read().await?;
        let member = visitor.signed_in()?.id;
        let entry = log::find(&mut conn, member, entry).await?.ok_or(Failure::NotFound)?;
        let seen = Seen::read(app, visitor, &mut conn, id, &entry.day().to_string()).await?;
        let mapped = profiles::mapped(&mut conn, &seen.pick, vec![entry]).await?;
        let Some((entry, mapping)) = mapped.into_iter().next() else { return Err(Failure::NotFound) };
        let unsaid = Mapping { counts: !seen.pick.chosen, ..Mapping::default() };
        let p = Page::new(&mut conn, visitor, visitor.words.say("body-map")).await?.private();
        Ok(Self { p, is_said: mapping != unsaid, seen, entry, mapping, errors: Errors::default() })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("proof", "m-proof", "body-proof-of")])
    }

    fn day(&self) -> String {
        day_in_words(&self.p.t, self.entry.day())
    }

    fn period(&self) -> String {
        view::period(&self.p.t, self.seen.period)
    }

    fn list(&self, at: usize) -> &List {
        &self.seen.scheme.lists[at]
    }

    /// The list of which an entry belongs to one.
    fn first(&self) -> Option<&List> {
        Some(self.list(0)).filter(|list| !list.items.is_empty())
    }

    fn firsts(&self) -> Vec<Choice> {
        self.choices(0)
    }

    /// The lists of which it may belong to several: the name in the form, what the body calls them, and what is in them.
    fn others(&self) -> Vec<(&'static str, &str, Vec<Choice>)> {
        let all = [("list2", 1), ("list3", 2)].into_iter().filter(|(_, at)| !self.list(*at).items.is_empty());
        all.map(|(name, at)| (name, self.list(at).title.as_str(), self.choices(at))).collect()
    }

    /// What the entry says by itself that it belongs to.
    fn by_itself(&self) -> String {
        let unsaid = Mapping { proof: self.mapping.proof.clone(), ..Mapping::default() };
        let about = about(&self.entry.draft(), self.entry.subject.is_some(), &unsaid);
        let [first, ..] = named(&self.seen.scheme, about, &unsaid);
        first.into_iter().next().unwrap_or_else(|| self.p.t.say("body-none-of-these"))
    }

    /// The names of a list, and those that were chosen and are in it no more.
    fn choices(&self, at: usize) -> Vec<Choice> {
        let about = about(&self.entry.draft(), self.entry.subject.is_some(), &self.mapping);
        let [first, second, third] = named(&self.seen.scheme, about, &self.mapping);
        let chosen = [first, second, third].into_iter().nth(at).unwrap_or_default();
        let is_said = at > 0 || self.mapping.said[0].is_some();
        let mut all: Vec<Choice> = vec![];
        for item in &self.list(at).items {
            let is_chosen = is_said && chosen.contains(&item.name);
            all.push(Choice { name: item.name.clone(), is_chosen, is_lost: false });
        }
        for name in chosen {
            if all.iter().all(|one| one.name != name) {
                all.push(Choice { name, is_chosen: true, is_lost: true });
            }
        }
        all
    }

    /// Whether somebody said that it belongs to nothing of the first list.
    fn is_none(&self) -> bool {
        self.mapping.said[0].as_ref().is_some_and(Vec::is_empty)
    }
}

/// `GET /me/log/bodies/{id}/entries/{number}/`: the form that says where an entry belongs.
pub async fn entry_form(State(app): State<Arc<App>>, visitor: Visitor, Path(ids): Path<(RowId, RowId)>) -> Answer {
    site::unstored(site::show(&EntryPage::read(&app, &visitor, ids).await?))
}

/// `POST /me/log/bodies/{id}/entries/{number}/`: says where an entry belongs.
pub async fn map(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(ids): Path<(RowId, RowId)>,
    Typed(fields): Typed<Vec<(String, String)>>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let mut page = EntryPage::read(&app, &visitor, ids).await?;
    let back = format!("{}entries/?day={}", page.seen.url(), page.seen.period.from);
    let sent =
        |name: &'static str| fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.clone());
    if sent("do").any(|does| does == "unmap") {
        app.db.always(async |tx| profiles::unmap(tx, &page.seen.pick, page.entry.id).await).await?;
        return Ok(see_other(&format!("{back}&done=unmapped#entry-{}", page.entry.id)));
    }
    let known = |at: usize, names: Vec<String>| -> Vec<String> {
        let choices = page.choices(at);
        names.into_iter().filter(|name| choices.iter().any(|one| one.name == *name)).collect()
    };
    let first = match sent("list1").next().as_deref() {
        None | Some("") => None,
        Some("-") => Some(vec![]),
        Some(name) => Some(known(0, vec![name.strip_prefix('=').unwrap_or(name).to_owned()])),
    };
    let [second, third] = [("list2", 1), ("list3", 2)].map(|(name, at)| {
        let is_there = !page.list(at).items.is_empty();
        is_there.then(|| known(at, sent(name).collect()))
    });
    let proof = members::one_line(&sent("proof").next().unwrap_or_default());
    let counts = sent("counts").any(|counts| counts == "yes");
    page.mapping = Mapping { counts, said: [first, second, third], proof };
    if page.mapping.proof.chars().count() > LONGEST_NOTE {
        return page.refuse(Errors::of("proof", "body-reason-too-long"));
    }
    app.db.always(async |tx| profiles::map(tx, &page.seen.pick, page.entry.id, &page.mapping).await).await?;
    Ok(see_other(&format!("{back}&done=mapped#entry-{}", page.entry.id)))
}

/// The rows of a body's table for the period that is looked at.
async fn table_of(conn: &mut Conn, seen: &Seen, t: &Locale) -> anyhow::Result<Vec<Vec<String>>> {
    let entries = profiles::counted(conn, &seen.pick, seen.period).await?;
    let reasons = profiles::reasons(conn, &seen.pick, seen.period).await?;
    let kind = |kind: log::Kind| t.say(kind.key());
    Ok(table::rows(&seen.scheme, &entries, &reasons, &view::table_words(t, &kind)))
}

/// `GET /me/log/bodies/{id}/table.csv`: the entries in the columns of the body.
pub async fn export(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Query(asked): Query<BodyQuery>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let seen = Seen::read(&app, &visitor, &mut conn, id, &asked.day).await?;
    let rows = table_of(&mut conn, &seen, &visitor.words).await?;
    // Spreadsheets that write 1,5 expect cells parted by semicolons.
    let mark = if visitor.words.lang == Lang::En { b',' } else { b';' };
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"entries.csv\""),
    ];
    site::unstored(Ok((headers, table::write(&rows, mark)).into_response()))
}

#[derive(Template)]
#[template(path = "evidence/pages/profiles/statement.html")]
struct StatementPage {
    p: Page,
    seen: Seen,
    name: String,
    sums: Sums,
    tables: Vec<Lines>,
    texts: Vec<Wanted>,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    is_longer: bool,
}

impl StatementPage {
    fn period(&self) -> String {
        view::period(&self.p.t, self.seen.period)
    }

    fn lang(&self) -> &str {
        &self.seen.pick.profile.sheet.language
    }

    fn rounding(&self) -> Option<String> {
        let is_time = self.seen.scheme.counts == Counts::Time;
        is_time.then(|| view::rounding(&self.p.t, &self.seen.scheme.unit))
    }

    fn words(&self, text: &Wanted) -> String {
        view::words(&self.p.t, text.range, words(&text.text))
    }
}

/// `GET /me/log/bodies/{id}/statement`: the totals of a period and its entries, to print or to save.
pub async fn statement(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Query(asked): Query<BodyQuery>,
) -> Answer {
    let name = visitor.signed_in()?.name.clone();
    let mut conn = app.db.read().await?;
    let seen = Seen::read(&app, &visitor, &mut conn, id, &asked.day).await?;
    let (sums, tables) = seen.standing(&mut conn, &visitor.words).await?;
    let texts = profiles::texts(&mut conn, &seen.pick, seen.period).await?;
    let mut texts = wanted(&seen.scheme, texts, seen.period);
    texts.retain(|text| !text.text.is_empty());
    let mut rows = table_of(&mut conn, &seen, &visitor.words).await?;
    let head = if rows.is_empty() { vec![] } else { rows.remove(0) };
    let is_longer = rows.len() > MOST_LISTED;
    rows.truncate(MOST_LISTED);
    let p = Page::new(&mut conn, &visitor, visitor.words.say("body-statement")).await?.private();
    site::unstored(site::show(&StatementPage { p, seen, name, sums, tables, texts, head, rows, is_longer }))
}

#[derive(Template)]
#[template(path = "evidence/pages/profiles/letter.html")]
struct LetterPage {
    p: Page,
    seen: Seen,
    text: String,
}

impl LetterPage {
    fn lang(&self) -> &str {
        &self.seen.pick.profile.sheet.language
    }
}

/// `GET /me/log/bodies/{id}/letter/{kind}`: the letter that goes with a record, or that somebody else signs.
pub async fn letter(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((id, kind)): Path<(RowId, String)>,
    Query(asked): Query<BodyQuery>,
) -> Answer {
    let name = visitor.signed_in()?.name.clone();
    let mut conn = app.db.read().await?;
    let seen = Seen::read(&app, &visitor, &mut conn, id, &asked.day).await?;
    let sheet = &seen.pick.profile.sheet;
    let (title, text) = match kind.as_str() {
        "covering" => ("body-covering", &sheet.covering),
        "verification" => ("body-verification", &sheet.verification),
        _ => return Err(Failure::NotFound),
    };
    if text.is_empty() {
        return Err(Failure::NotFound);
    }
    // A letter is in the language of the body.
    let lang = Lang::from_tag(&sheet.language).unwrap_or(visitor.words.lang);
    let t = Locale { lang, ..visitor.words.clone() };
    let all: Tally = seen.sums(&mut conn, seen.period).await?.all;
    let texts = wanted(&seen.scheme, profiles::texts(&mut conn, &seen.pick, seen.period).await?, seen.period);
    let texts = texts.iter().filter(|text| !text.text.is_empty()).map(|text| format!("{}\n\n{}", text.name, text.text));
    let texts = texts.collect::<Vec<_>>().join("\n\n");
    let text = filled(
        text,
        &[
            ("name", &name),
            ("body", &sheet.name),
            ("from", &day_in_words(&t, seen.period.from)),
            ("until", &day_in_words(&t, seen.period.until)),
            ("entries", &t.count("body-entries-of", all.entries)),
            ("total", &view::tally(&t, &seen.scheme, all)),
            ("texts", &texts),
        ],
    );
    let text = text.replace("\n\n\n\n", "\n\n");
    let p = Page::new(&mut conn, &visitor, visitor.words.say(title)).await?.private();
    site::unstored(site::show(&LetterPage { p, seen, text }))
}
