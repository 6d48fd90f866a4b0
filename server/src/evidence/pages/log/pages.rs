//! HTTP for the learning log. It is its owner's alone: whoever is not signed in, or asks for somebody else's, finds nothing.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Multipart, State},
    http::header,
    response::IntoResponse,
};
use serde::Deserialize;

use super::view::{self, Bar, HEIGHT, WIDTH};
use crate::{
    evidence::log::{
        self, Draft, Entry, Kind, Minutes, NotKept, Origin, Place, Suggestion, Timer, Whose,
        rules::{self, LONGEST_LINE},
        table::{self, Found, Order, Wrong},
    },
    ids::{ConversationId, RowId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        i18n::Lang,
        local_time::Day,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, cut, field},
            see_other,
            uploads::{is_too_large, read},
        },
    },
    people::{identity::stored, members},
    site::{self, Page, Visitor},
};

/// The address of one's log.
const HERE: &str = "/me/log/";
/// So many entries stand on a page.
const PAGE: usize = 40;
/// So many suggestions are shown at once.
const SUGGESTED: usize = 6;
/// The largest table that is read, in bytes: what a form can carry back.
const LARGEST_TABLE: usize = 512 * 1024;
/// So many entries of a table are named before it is taken in.
const FIRST: usize = 5;
/// So many weeks are drawn.
const WEEKS: i64 = 26;

/// What the query of the log may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LogQuery {
    before: String,
    done: String,
    n: String,
}

impl LogQuery {
    fn done(&self, visitor: &Visitor) -> Option<String> {
        let key = match self.done.as_str() {
            "added" => "log-done-added",
            "changed" => "log-done-changed",
            "gone" => "log-done-gone",
            "started" => "log-done-started",
            "dropped" => "log-done-dropped",
            "passed" => "log-done-passed",
            "reminder" => "log-done-reminder",
            "taken" => return Some(visitor.words.count("log-done-taken", self.n.parse::<i64>().ok()?)),
            _ => return None,
        };
        Some(visitor.words.say(key))
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/log/log.html")]
struct LogPage {
    p: Page,
    entries: Vec<Entry>,
    next: Option<Place>,
    is_later_page: bool,
    count: i64,
    all: Minutes,
    bars: Vec<Bar>,
    suggestions: Vec<Suggestion>,
    timer: Option<Timer>,
    weekday: Option<i64>,
    today: Day,
    done: Option<String>,
    error: Option<&'static str>,
    since: String,
}

impl LogPage {
    async fn read(app: &App, visitor: &Visitor, asked: &LogQuery) -> Answer<Self> {
        let member = visitor.signed_in()?.id;
        let before = Place::read(&asked.before);
        let mut conn = app.db.read().await?;
        let mut entries = log::entries(&mut conn, member, before.as_ref(), i64::try_from(PAGE)? + 1).await?;
        let is_more = entries.len() > PAGE;
        entries.truncate(PAGE);
        let next = entries.last().filter(|_| is_more).map(Entry::place);
        let (count, all) = log::totals(&mut conn, member).await?;
        let today = Day::of(app.now(), &visitor.words.zone);
        let first = rules::monday(today).plus_days(-7 * (WEEKS - 1));
        let mut days = log::days(&mut conn, member, first, today).await?;
        let is_drawn = !days.is_empty();
        // From the first of these weeks to this one, whatever they hold.
        days.insert(0, (first, Minutes::default()));
        days.push((today, Minutes::default()));
        let bars = if is_drawn { view::bars(&visitor.words, &rules::weeks(&days)) } else { vec![] };
        let suggestions = log::suggestions(&mut conn, member, app.now(), &visitor.words.zone).await?;
        let timer = log::timer(&mut conn, member).await?;
        let weekday = log::nudge(&mut conn, member).await?;
        let p = Page::new(&mut conn, visitor, visitor.words.say("log")).await?.private();
        let (done, is_later_page) = (asked.done(visitor), before.is_some());
        let (error, since) = (None, String::new());
        Ok(Self {
            p,
            entries,
            next,
            is_later_page,
            count,
            all,
            bars,
            suggestions,
            timer,
            weekday,
            today,
            done,
            error,
            since,
        })
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn day(&self, day: &Day) -> String {
        view::day(&self.p.t, *day)
    }

    /// All minutes.
    fn in_all(&self) -> String {
        self.time(&self.all.all())
    }

    /// The days of an entry.
    fn days(&self, entry: &Entry) -> String {
        let draft = entry.draft();
        let from = self.day(&draft.day);
        match draft.until {
            Some(until) if until != draft.day => {
                self.p.t.with2("log-days", ("from", from), ("until", self.day(&until)))
            }
            _ => from,
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn time(&self, minutes: &i64) -> String {
        view::time(&self.p.t, *minutes)
    }

    /// In whose time an entry was.
    fn whose(&self, entry: &Entry) -> Option<String> {
        let draft = entry.draft();
        Some(match (draft.whose?, draft.minutes) {
            (Whose::Split(work), Some(minutes)) => {
                let (work, own) = (self.time(&work), self.time(&(minutes - work)));
                self.p.t.with2("log-split-of", ("work", work), ("own", own))
            }
            (whose, _) => self.p.t.say(whose.key()),
        })
    }

    fn ran(&self, entry: &Entry) -> Option<String> {
        view::ran(&self.p.t, entry)
    }

    fn ran_so_far(&self, timer: &Timer) -> Option<String> {
        view::ran_so_far(&self.p.t, timer)
    }

    fn width(&self) -> i64 {
        WIDTH * i64::try_from(self.bars.len()).unwrap_or_default()
    }

    /// The days of the week, Monday is 1.
    fn weekdays(&self) -> Vec<(i64, String)> {
        let monday = rules::monday(self.today);
        let name = |n: i64| (n, self.p.t.weekday(monday.plus_days(n - 1).0));
        (1..=7).map(name).collect()
    }

    /// How many suggestions are not shown.
    fn more(&self) -> i64 {
        i64::try_from(self.suggestions.len().saturating_sub(SUGGESTED)).unwrap_or_default()
    }

    /// When the timer began, as the reader's clock showed it.
    fn began(timer: &Timer, p: &Page) -> String {
        p.t.full_time(timer.began_at)
    }
}

/// `GET /me/log/`: one's learning log.
pub async fn own(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<LogQuery>) -> Answer {
    site::unstored(site::show(&LogPage::read(&app, &visitor, &asked).await?))
}

/// An entry as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct EntryForm {
    day: String,
    until: String,
    minutes: String,
    whose: String,
    work: String,
    kind: String,
    with_others: String,
    structured: String,
    planned: String,
    subject: String,
    title: String,
    provider: String,
    address: String,
    why: String,
    learned: String,
    applied: String,
    /// The version the form was filled with.
    seen: String,
    /// It writes down what the timer counted.
    timer: String,
    /// Of what it was suggested.
    suggested: String,
}

fn word(said: Option<bool>) -> String {
    match said {
        Some(true) => "yes".into(),
        Some(false) => "no".into(),
        None => String::new(),
    }
}

fn said(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

impl EntryForm {
    fn of(draft: &Draft, subject: Option<ConversationId>) -> Self {
        Self {
            day: draft.day.to_string(),
            until: draft.until.map(|day| day.to_string()).unwrap_or_default(),
            minutes: draft.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            whose: draft.whose.map_or("", Whose::word).into(),
            work: if let Some(Whose::Split(work)) = draft.whose { work.to_string() } else { String::new() },
            kind: draft.kind.word().into(),
            with_others: word(draft.with_others),
            structured: word(draft.structured),
            planned: word(draft.planned),
            subject: subject.map(|subject| subject.to_string()).unwrap_or_default(),
            title: draft.title.clone(),
            provider: draft.provider.clone(),
            address: draft.address.clone(),
            why: draft.why.clone(),
            learned: draft.learned.clone(),
            applied: draft.applied.clone(),
            ..Self::default()
        }
    }

    /// What there is to keep of it, or what is wrong.
    fn read(&self, errors: &mut Errors) -> Option<Draft> {
        let day = errors.take("day", self.day.parse::<Day>());
        let until = errors.take("until", crate::kit::web::forms::optional::<Day>(&self.until));
        let minutes = errors.take("minutes", rules::minutes(&self.minutes));
        let work = errors.take("work", rules::minutes(&self.work));
        let kind = errors.take("kind", self.kind.parse::<Kind>());
        let title = members::one_line(&self.title);
        if title.is_empty() {
            errors.add("title", "field-required");
        }
        let whose = match self.whose.as_str() {
            "work" => Some(Whose::Work),
            "own" => Some(Whose::Own),
            "split" => match work? {
                Some(work) => Some(Whose::Split(work)),
                None => return errors.refuse("work", "log-split-wrong"),
            },
            _ => None,
        };
        let draft = Draft {
            day: day?,
            until: until?,
            minutes: minutes?,
            whose,
            kind: kind?,
            with_others: said(&self.with_others),
            structured: said(&self.structured),
            planned: said(&self.planned),
            title,
            provider: members::one_line(&self.provider),
            address: members::one_line(&self.address),
            why: stored(&self.why),
            learned: stored(&self.learned),
            applied: stored(&self.applied),
        };
        if let Some((name, key)) = draft.wrong() {
            errors.add(name, key);
        }
        errors.is_empty().then_some(draft)
    }

    fn subject(&self) -> Option<ConversationId> {
        self.subject.parse().ok()
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/log/form.html")]
struct FormPage {
    p: Page,
    f: EntryForm,
    errors: Errors,
    id: Option<RowId>,
    places: Vec<(ConversationId, String)>,
    /// What the timer counted.
    ran: Option<String>,
}

impl FormPage {
    async fn new(app: &App, visitor: &Visitor, f: EntryForm, id: Option<RowId>) -> Answer<Self> {
        let member = visitor.signed_in()?.id;
        let mut conn = app.db.read().await?;
        let title = if id.is_some() { "log-change" } else { "log-add" };
        let places = log::places(&mut conn, member).await?;
        let timer = log::timer(&mut conn, member).await?.filter(|_| !f.timer.is_empty());
        let ran = timer.and_then(|timer| view::ran_so_far(&visitor.words, &timer));
        let p = Page::new(&mut conn, visitor, visitor.words.say(title)).await?.private();
        Ok(Self { p, f, errors: Errors::default(), id, places, ran })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn action(&self) -> String {
        self.id.map_or_else(|| format!("{HERE}new"), |id| format!("{HERE}{id}/"))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_subject(&self, subject: &ConversationId) -> bool {
        self.f.subject() == Some(*subject)
    }

    /// What may be answered with yes, no, or not at all: name, message, and which of them is chosen.
    fn answers(&self) -> [(&'static str, &'static str, bool, bool); 3] {
        [
            ("with_others", "log-with-others", &self.f.with_others),
            ("structured", "log-structured", &self.f.structured),
            ("planned", "log-planned", &self.f.planned),
        ]
        .map(|(name, key, value)| (name, key, value == "yes", value == "no"))
    }

    /// In whose time it may have been: word, message, and whether it is chosen.
    fn times(&self) -> [(&'static str, &'static str, bool); 3] {
        [Whose::Work, Whose::Own, Whose::Split(0)].map(|it| (it.word(), it.key(), it.word() == self.f.whose))
    }
}

const FIELDS: [Field; 12] = [
    field("title", "e-title", "log-title"),
    field("day", "e-day", "log-day"),
    field("until", "e-until", "log-until"),
    field("minutes", "e-minutes", "log-minutes"),
    field("whose", "e-whose", "log-whose"),
    field("work", "e-work", "log-work-minutes"),
    field("kind", "e-kind", "log-kind"),
    field("provider", "e-provider", "log-provider"),
    field("address", "e-address", "log-address"),
    field("why", "e-why", "log-why"),
    field("learned", "e-learned", "log-learned"),
    field("applied", "e-applied", "log-applied"),
];

/// What the query of the form may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewQuery {
    /// It writes down what the timer counted.
    timer: String,
    /// The suggestion that is changed before it is taken over.
    of: String,
}

/// `GET /me/log/new`: the form for a new entry: of today, of what the timer counted, or of a suggestion.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<NewQuery>) -> Answer {
    let member = visitor.signed_in()?.id;
    let zone = &visitor.words.zone;
    let mut form = EntryForm::of(&Draft::of(Day::of(app.now(), zone), Kind::Course, ""), None);
    if !asked.timer.is_empty() {
        let timer = log::timer(&mut app.db.read().await?, member).await?;
        if let Some(timer) = timer.filter(|timer| timer.ended_at.is_some()) {
            let draft = Draft {
                minutes: Some(timer.minutes()),
                ..Draft::of(Day::of(timer.began_at, zone), Kind::Course, &timer.title)
            };
            form = EntryForm { timer: "1".into(), ..EntryForm::of(&draft, None) };
        }
    } else if !asked.of.is_empty() {
        let all = log::suggestions(&mut app.db.read().await?, member, app.now(), zone).await?;
        if let Some(it) = all.into_iter().find(|it| it.key == asked.of) {
            form = EntryForm { suggested: it.key, ..EntryForm::of(&it.draft, Some(it.subject)) };
        }
    }
    site::unstored(site::show(&FormPage::new(&app, &visitor, form, None).await?))
}

/// A place that a member may name in their log.
async fn subject(app: &App, visitor: &Visitor, form: &EntryForm) -> Answer<Option<ConversationId>> {
    let Some(asked) = form.subject() else { return Ok(None) };
    let places = log::places(&mut app.db.read().await?, visitor.signed_in()?.id).await?;
    Ok(places.iter().map(|(id, _)| *id).find(|id| *id == asked))
}

/// `POST /me/log/new`: writes an entry.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<EntryForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut errors = Errors::default();
    let Some(draft) = form.read(&mut errors) else {
        return FormPage::new(&app, &visitor, form, None).await?.refuse(errors);
    };
    if app.limits.presses.take(&member.0).is_err() {
        let errors = Errors::of("form", "error-too-many-text");
        return FormPage::new(&app, &visitor, form, None).await?.refuse(errors);
    }
    let mut subject = subject(&app, &visitor, &form).await?;
    let mut conn = app.db.read().await?;
    let timer = if form.timer.is_empty() { None } else { log::timer(&mut conn, member).await? };
    let mut suggested = None;
    if !form.suggested.is_empty() {
        let all = log::suggestions(&mut conn, member, app.now(), &visitor.words.zone).await?;
        if let Some(it) = all.into_iter().find(|it| it.key == form.suggested) {
            subject = subject.or(form.subject().filter(|asked| *asked == it.subject));
            suggested = Some(it.key);
        }
    }
    drop(conn);
    let origin = Origin {
        subject,
        suggested: suggested.as_deref(),
        timer: timer.as_ref().filter(|timer| timer.ended_at.is_some()).map(|timer| (timer, visitor.words.zone_name())),
    };
    match app.db.change(async |tx| log::add(tx, member, &draft, &origin).await).await? {
        // Sent twice, it was written once.
        Ok(_) | Err(NotKept::There) => Ok(see_other(&format!("{HERE}?done=added#done"))),
        Err(NotKept::Full) => FormPage::new(&app, &visitor, form, None).await?.refuse(Errors::of("form", "log-full")),
    }
}

/// `GET /me/log/{id}/`: the form that changes an entry.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let entry = log::find(&mut app.db.read().await?, member, id).await?.ok_or(Failure::NotFound)?;
    let form = EntryForm { seen: entry.edited_at.0.to_string(), ..EntryForm::of(&entry.draft(), entry.subject) };
    let mut page = FormPage::new(&app, &visitor, form, Some(id)).await?;
    if let (Some(subject), Some(title)) = (entry.subject, entry.subject_title)
        && page.places.iter().all(|(id, _)| *id != subject)
    {
        page.places.push((subject, title));
    }
    site::unstored(site::show(&page))
}

/// `POST /me/log/{id}/`: changes an entry.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<EntryForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let entry = log::find(&mut app.db.read().await?, member, id).await?.ok_or(Failure::NotFound)?;
    let mut errors = Errors::default();
    let Some(draft) = form.read(&mut errors) else {
        return FormPage::new(&app, &visitor, form, Some(id)).await?.refuse(errors);
    };
    app.limits.presses.take(&member.0)?;
    let stays = form.subject().filter(|asked| entry.subject == Some(*asked));
    let subject = subject(&app, &visitor, &form).await?.or(stays);
    let seen = Timestamp(form.seen.parse().unwrap_or_default());
    let is_same = entry.draft() == draft && entry.subject == subject;
    if is_same || app.db.always(async |tx| log::edit(tx, member, id, seen, &draft, subject).await).await? {
        return Ok(see_other(&format!("{HERE}?done=changed#done")));
    }
    // Somebody who has it open twice sees that it changed, and keeps what they typed.
    let form = EntryForm { seen: entry.edited_at.0.to_string(), ..form };
    FormPage::new(&app, &visitor, form, Some(id)).await?.refuse(Errors::of("form", "log-changed-meanwhile"))
}

/// `POST /me/log/{id}/remove`: takes an entry out.
pub async fn remove(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| log::remove(tx, member, id).await).await?;
    Ok(see_other(&format!("{HERE}?done=gone#done")))
}

/// What the buttons beside a suggestion say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SuggestionForm {
    of: String,
    /// `take` or `pass`.
    #[serde(rename = "do")]
    does: String,
}

/// `POST /me/log/suggestions`: takes a suggestion over as it is, or does not see it again.
pub async fn suggestion(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<SuggestionForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let all = log::suggestions(&mut app.db.read().await?, member, app.now(), &visitor.words.zone).await?;
    let Some(it) = all.into_iter().find(|it| it.key == form.of) else {
        // It was decided before, in another window.
        return Ok(see_other(HERE));
    };
    if form.does == "pass" {
        app.db.always(async |tx| log::pass_over(tx, member, &it.key).await).await?;
        return Ok(see_other(&format!("{HERE}?done=passed#suggested")));
    }
    if form.does != "take" {
        return Err(Failure::Bad("field-choose"));
    }
    let origin = Origin { subject: Some(it.subject), suggested: Some(&it.key), timer: None };
    match app.db.change(async |tx| log::add(tx, member, &it.draft, &origin).await).await? {
        Ok(_) | Err(NotKept::There) => Ok(see_other(&format!("{HERE}?done=added#suggested"))),
        Err(NotKept::Full) => Err(Failure::Bad("log-full")),
    }
}

/// What the buttons of the timer say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TimerForm {
    /// `start`, `stop` or `drop`.
    #[serde(rename = "do")]
    does: String,
    title: String,
    /// When somebody says they began.
    since: String,
}

/// `POST /me/log/timer`: starts, stops or drops the timer, by the server's clock.
pub async fn timer(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<TimerForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    match form.does.as_str() {
        "start" => {
            let title: String = members::one_line(&form.title).chars().take(LONGEST_LINE).collect();
            match rules::began(&form.since, app.now(), &visitor.words.zone) {
                Ok(since) => app.db.always(async |tx| log::start(tx, member, &title, since).await).await?,
                Err(key) => {
                    let page = LogPage::read(&app, &visitor, &LogQuery::default()).await?;
                    let (error, since) = (Some(key), cut(&form.since).to_owned());
                    return site::unstored(site::refused(&LogPage { error, since, ..page }));
                }
            }
            Ok(see_other(&format!("{HERE}?done=started#done")))
        }
        "stop" => {
            app.db.always(async |tx| log::stop(tx, member).await).await?;
            Ok(see_other(&format!("{HERE}new?timer=1")))
        }
        "drop" => {
            app.db.always(async |tx| log::drop_timer(tx, member).await).await?;
            Ok(see_other(&format!("{HERE}?done=dropped#done")))
        }
        _ => Err(Failure::Bad("field-choose")),
    }
}

/// On which day somebody wants to be reminded.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ReminderForm {
    /// 1 to 7; empty: on none.
    weekday: String,
}

/// `POST /me/log/reminder`: decides on which day one is reminded.
pub async fn reminder(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<ReminderForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let weekday = match form.weekday.as_str() {
        "" => None,
        day => Some(day.parse().ok().filter(|day| (1..=7).contains(day)).ok_or(Failure::Bad("field-choose"))?),
    };
    app.db.always(async |tx| log::remind(tx, member, weekday, &visitor.words.zone).await).await?;
    Ok(see_other(&format!("{HERE}?done=reminder#done")))
}

/// `GET /me/log/entries.csv`: the whole log as a table.
pub async fn export(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?.id;
    let (first, last) = (Day(jiff::civil::Date::MIN), Day(jiff::civil::date(9999, 12, 31)));
    let entries = log::between(&mut app.db.read().await?, member, first, last).await?;
    let drafts: Vec<Draft> = entries.iter().map(Entry::draft).collect();
    // Spreadsheets that write 1,5 expect cells parted by semicolons.
    let mark = if visitor.words.lang == Lang::En { b',' } else { b';' };
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"learning-log.csv\""),
    ];
    site::unstored(Ok((headers, table::write(&drafts, mark)).into_response()))
}

/// What was found in a table, for whoever brings it.
struct Preview {
    count: i64,
    fresh: i64,
    minutes: i64,
    from: String,
    until: String,
    titles: Vec<String>,
    is_longer: bool,
    unknown: Vec<String>,
}

impl Preview {
    /// How many are in the log already.
    const fn there(&self) -> i64 {
        self.count - self.fresh
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/log/import.html")]
struct ImportPage {
    p: Page,
    text: String,
    order: String,
    preview: Option<Preview>,
    which: Option<String>,
    wrong: Vec<Wrong>,
    errors: Errors,
}

impl ImportPage {
    async fn new(app: &App, visitor: &Visitor, text: String, order: &str) -> Answer<Self> {
        visitor.signed_in()?;
        let p = Page::new(&mut app.db.read().await?, visitor, visitor.words.say("log-import")).await?.private();
        let (preview, which, wrong, errors) = (None, None, vec![], Errors::default());
        Ok(Self { p, text, order: order.into(), preview, which, wrong, errors })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn fields(&self) -> Vec<Field> {
        self.errors.list(&[field("file", "i-file", "log-import-file"), field("text", "i-text", "log-import-text")])
    }

    fn columns() -> String {
        table::COLUMNS.join(", ")
    }

    fn kinds() -> String {
        Kind::ALL.map(Kind::word).join(", ")
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn time(&self, minutes: &i64) -> String {
        view::time(&self.p.t, *minutes)
    }

    /// From which day until which there are entries.
    fn span(&self, preview: &Preview) -> String {
        self.p.t.with2("log-days", ("from", preview.from.as_str()), ("until", preview.until.as_str()))
    }

    fn line(&self, wrong: &Wrong) -> String {
        self.p.t.with("log-import-line", "line", wrong.line.to_string())
    }

    fn is_order(&self, order: &str) -> bool {
        self.order == order
    }
}

/// `GET /me/log/import`: the form that brings a table.
pub async fn import_form(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    site::unstored(site::show(&ImportPage::new(&app, &visitor, String::new(), "").await?))
}

/// `POST /me/log/import`: looks into a file, and takes nothing in yet.
pub async fn import(State(app): State<Arc<App>>, visitor: Visitor, mut form: Multipart) -> Answer {
    visitor.signed_in()?;
    let mut bytes = None;
    loop {
        match form.next_field().await {
            Ok(Some(part)) if part.name() == Some("file") => bytes = Some(read(part, LARGEST_TABLE).await?),
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(error) if is_too_large(&error) => bytes = Some(None),
            Err(_) => return Err(Failure::Bad("error-bad")),
        }
        if bytes == Some(None) {
            break;
        }
    }
    let wrong = match bytes {
        Some(Some(bytes)) if !bytes.is_empty() => {
            return look(&app, &visitor, table::text(&bytes).replace('\0', ""), "", false).await;
        }
        Some(None) => "file-too-large",
        _ => "field-required",
    };
    ImportPage::new(&app, &visitor, String::new(), "").await?.refuse(Errors::of("file", wrong))
}

/// A table as it is brought in a form.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TableForm {
    text: String,
    /// `day` or `month`, which comes first in 03/04/2026.
    order: String,
    /// `take` takes it in; else it is looked into.
    #[serde(rename = "do")]
    does: String,
}

/// `POST /me/log/import/table`: looks into a table, or takes it in.
pub async fn import_table(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<TableForm>) -> Answer {
    visitor.signed_in()?;
    look(&app, &visitor, form.text, &form.order, form.does == "take").await
}

async fn look(app: &App, visitor: &Visitor, text: String, order: &str, takes: bool) -> Answer {
    let member = visitor.signed_in()?.id;
    let page = ImportPage::new(app, visitor, text, order).await?;
    if page.text.trim().is_empty() {
        return page.refuse(Errors::of("text", "field-required"));
    }
    if page.text.len() > LARGEST_TABLE {
        return page.refuse(Errors::of("text", "file-too-large"));
    }
    let chosen = match order {
        "day" => Some(Order::Day),
        "month" => Some(Order::Month),
        _ => None,
    };
    let (entries, unknown) = match table::read(&page.text, chosen) {
        Found::Entries(entries, unknown) if !entries.is_empty() => (entries, unknown),
        Found::Entries(..) => return page.refuse(Errors::of("text", "log-csv-empty")),
        Found::NoHead => return page.refuse(Errors::of("text", "log-csv-no-head")),
        Found::Which(example) => {
            return site::unstored(site::refused(&ImportPage { which: Some(example), ..page }));
        }
        Found::Wrong(wrong) => return site::unstored(site::refused(&ImportPage { wrong, ..page })),
    };
    if takes {
        app.limits.presses.take(&member.0)?;
        return match app.db.change(async |tx| log::add_all(tx, member, &entries).await).await? {
            Ok(count) => Ok(see_other(&format!("{HERE}?done=taken&n={count}#done"))),
            Err(_) => page.refuse(Errors::of("form", "log-full")),
        };
    }
    let fresh = i64::try_from(log::fresh(&mut app.db.read().await?, member, &entries).await?.len())?;
    let days = entries.iter().map(|entry| entry.day);
    let (from, until) = (days.clone().min(), days.max());
    let said = |day: Option<Day>| day.map(|day| view::day(&visitor.words, day)).unwrap_or_default();
    let preview = Preview {
        count: i64::try_from(entries.len())?,
        fresh,
        minutes: entries.iter().filter_map(|entry| entry.minutes).sum(),
        from: said(from),
        until: said(until),
        is_longer: entries.len() > FIRST,
        titles: entries.iter().take(FIRST).map(|entry| entry.title.clone()).collect(),
        unknown,
    };
    site::unstored(site::show(&ImportPage { preview: Some(preview), ..page }))
}
