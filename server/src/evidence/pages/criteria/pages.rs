//! HTTP for rules: what a badge is given for by itself, and how far one is.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::assignments,
    evidence::{
        achievements::{self, Achievement},
        criteria::{
            self, Clause, Concerned, Names, Progress, Rule, Step, What,
            rules::{MOST, MOST_CLAUSES},
            words,
        },
        pages::achievements::pages::led,
    },
    ids::{RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::Answer,
        web::{
            Path,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    site::{self, Page, Visitor},
};

/// So many of those whom a rule concerns are named.
const NAMED: usize = 100;

/// A rule as it is typed: conditions, each chosen from a list, and how many of it.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct RuleForm {
    what1: String,
    count1: String,
    what2: String,
    count2: String,
    what3: String,
    count3: String,
    what4: String,
    count4: String,
    what5: String,
    count5: String,
    what6: String,
    count6: String,
    /// How many of them are to be met; `all`.
    need: String,
    /// The version the form was filled with; empty: there was none.
    seen: String,
    /// `look`, `save`, `change` or `end`.
    #[serde(rename = "do")]
    does: String,
}

const WHATS: [&str; MOST_CLAUSES] = ["what1", "what2", "what3", "what4", "what5", "what6"];
const COUNTS: [&str; MOST_CLAUSES] = ["count1", "count2", "count3", "count4", "count5", "count6"];
const FIELDS: [Field; 13] = [
    field("what1", "r-what1", "rule-condition"),
    field("count1", "r-count1", "rule-count"),
    field("what2", "r-what2", "rule-condition"),
    field("count2", "r-count2", "rule-count"),
    field("what3", "r-what3", "rule-condition"),
    field("count3", "r-count3", "rule-count"),
    field("what4", "r-what4", "rule-condition"),
    field("count4", "r-count4", "rule-count"),
    field("what5", "r-what5", "rule-condition"),
    field("count5", "r-count5", "rule-count"),
    field("what6", "r-what6", "rule-condition"),
    field("count6", "r-count6", "rule-count"),
    field("need", "r-need", "rule-need"),
];

impl RuleForm {
    fn of(set: Option<&criteria::Set>) -> Self {
        let mut form = Self { need: "all".into(), ..Self::default() };
        let Some(set) = set else { return form };
        form.seen = set.edited_at.0.to_string();
        if !set.rule.is_all() {
            form.need = set.rule.need.to_string();
        }
        for (row, clause) in form.rows_mut().into_iter().zip(&set.rule.clauses) {
            let (what, count) = row;
            *what = choice(clause.what, clause.asks);
            if !clause.what.is_of_one() {
                *count = clause.asks.to_string();
            }
        }
        form
    }

    fn rows_mut(&mut self) -> [(&mut String, &mut String); MOST_CLAUSES] {
        [
            (&mut self.what1, &mut self.count1),
            (&mut self.what2, &mut self.count2),
            (&mut self.what3, &mut self.count3),
            (&mut self.what4, &mut self.count4),
            (&mut self.what5, &mut self.count5),
            (&mut self.what6, &mut self.count6),
        ]
    }

    fn rows(&self) -> [(&str, &str); MOST_CLAUSES] {
        [
            (&self.what1, &self.count1),
            (&self.what2, &self.count2),
            (&self.what3, &self.count3),
            (&self.what4, &self.count4),
            (&self.what5, &self.count5),
            (&self.what6, &self.count6),
        ]
    }

    /// The version that was seen; none: there was no rule.
    fn seen(&self) -> Option<Timestamp> {
        self.seen.parse().ok().map(Timestamp)
    }

    /// The rule that was typed, of what may be chosen, or what is wrong.
    fn read(&self, choices: &[Choice], errors: &mut Errors) -> Option<Rule> {
        let mut clauses = vec![];
        for (place, (what, count)) in self.rows().into_iter().enumerate() {
            if what.is_empty() {
                continue;
            }
            let Some(chosen) = choices.iter().find(|choice| choice.value == what) else {
                errors.add(WHATS[place], "field-choose");
                continue;
            };
            let asks = match chosen.thing {
                Some(thing) => Ok(thing),
                None => count
                    .trim()
                    .parse::<i64>()
                    .ok()
                    .filter(|count| (1..=MOST).contains(count))
                    .ok_or("rule-count-wrong"),
            };
            if let Some(asks) = errors.take(COUNTS[place], asks) {
                clauses.push(Clause { what: chosen.what, asks });
            }
        }
        let need = match self.need.as_str() {
            "" | "all" => Some(None),
            typed => errors.take("need", typed.parse().map(Some).map_err(|_| "field-choose")),
        }?;
        if !errors.is_empty() {
            return None;
        }
        Rule::new(need, clauses).map_err(|(field, key)| errors.add(field, key)).ok()
    }
}

/// What a condition is chosen as.
fn choice(what: What, asks: i64) -> String {
    if what.is_of_one() { format!("{}:{asks}", what.word()) } else { what.word().into() }
}

/// Something that a condition may be about.
struct Choice {
    value: String,
    what: What,
    /// The number of the one thing it is about.
    thing: Option<i64>,
    /// How it reads.
    name: String,
}

/// A condition as it stands in the form.
struct Row<'a> {
    number: i64,
    what: &'static str,
    count: &'static str,
    chosen: &'a str,
    typed: &'a str,
}

impl Row<'_> {
    fn what_id(&self) -> String {
        format!("r-{}", self.what)
    }

    fn count_id(&self) -> String {
        format!("r-{}", self.count)
    }

    fn is(&self, choice: &Choice) -> bool {
        self.chosen == choice.value
    }
}

/// What a rule would do, before it is saved.
struct Preview {
    rule: Rule,
    names: Names,
    concerned: Concerned,
}

impl Preview {
    /// How many more than are named it concerns.
    fn others(&self) -> i64 {
        self.concerned.count - i64::try_from(self.concerned.first.len()).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/criteria/rule.html")]
struct RulePage {
    p: Page,
    badge: Achievement,
    f: RuleForm,
    errors: Errors,
    choices: Vec<Choice>,
    has_rule: bool,
    preview: Option<Preview>,
}

impl RulePage {
    async fn new(app: &App, visitor: &Visitor, id: RowId, f: Option<RuleForm>) -> Answer<Self> {
        let mut conn = app.db.read().await?;
        let badge = led(&mut conn, visitor, id).await?;
        let set = criteria::of(&mut conn, id).await?;
        let choices = choices(&mut conn, visitor, &badge).await?;
        let p = Page::new(&mut conn, visitor, visitor.words.say("rule")).await?.private();
        let f = f.unwrap_or_else(|| RuleForm::of(set.as_ref()));
        Ok(Self { p, badge, f, errors: Errors::default(), choices, has_rule: set.is_some(), preview: None })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let rows = self.f.rows().into_iter().enumerate();
        let row = |(place, (chosen, typed))| Row {
            number: i64::try_from(place).unwrap_or_default() + 1,
            what: WHATS[place],
            count: COUNTS[place],
            chosen,
            typed,
        };
        rows.map(row).collect()
    }

    /// What may be chosen, in groups: what is counted, then single things by what is asked of them.
    fn groups(&self) -> Vec<(Option<&'static str>, Vec<&Choice>)> {
        let of = |what: What| self.choices.iter().filter(move |choice| choice.what == what && choice.thing.is_some());
        let counted = self.choices.iter().filter(|choice| choice.thing.is_none()).collect();
        let single = [What::HandedInThis, What::ReviewedThis, What::Holds];
        let single = single.into_iter().map(|what| (Some(what.choice_key()), of(what).collect::<Vec<_>>()));
        std::iter::once((None, counted)).chain(single.filter(|(_, all)| !all.is_empty())).collect()
    }

    fn needs() -> Vec<i64> {
        (1..i64::try_from(MOST_CLAUSES).unwrap_or_default()).collect()
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_need(&self, need: &i64) -> bool {
        self.f.need == need.to_string()
    }

    fn lines(&self, preview: &Preview) -> Vec<String> {
        words::lines(&self.p.t, &preview.rule, &preview.names)
    }

    fn need(&self, preview: &Preview) -> String {
        words::need(&self.p.t, &preview.rule)
    }

    fn counts_where(&self) -> Option<String> {
        words::place(&self.badge).map(|key| self.p.t.say(key))
    }
}

/// What a condition of a badge may be about: what is counted, assignments of its course, and other badges.
async fn choices(conn: &mut Conn, visitor: &Visitor, badge: &Achievement) -> anyhow::Result<Vec<Choice>> {
    let counted = What::COUNTED.into_iter().map(|what| Choice {
        value: what.word().into(),
        what,
        thing: None,
        name: visitor.words.say(what.choice_key()),
    });
    let of_one = |what: What, thing: i64, name: &str| Choice {
        value: choice(what, thing),
        what,
        thing: Some(thing),
        name: visitor.words.with(what.key(), "name", name),
    };
    let mut all: Vec<Choice> = counted.collect();
    if let Some(course) = badge.course {
        let assignments = assignments::all(conn, course).await?;
        for what in [What::HandedInThis, What::ReviewedThis] {
            all.extend(assignments.iter().map(|it| of_one(what, it.id.0, &it.title)));
        }
    }
    let others = achievements::list(conn, visitor.member.as_deref()).await?;
    let others = others.into_iter().filter(|other| other.id != badge.id && other.in_use_at.is_some());
    all.extend(others.map(|other| of_one(What::Holds, other.id.0, &other.name)));
    Ok(all)
}

/// `GET /badges/{id}/rule`: what a badge is given for by itself, for those who lead.
pub async fn rule_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    site::unstored(site::show(&RulePage::new(&app, &visitor, id, None).await?))
}

/// `POST /badges/{id}/rule`: says whom a rule concerns, and then saves it.
pub async fn rule(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<RuleForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let mut page = RulePage::new(&app, &visitor, id, Some(form)).await?;
    app.limits.presses.take(&by.0)?;
    if page.f.does == "end" {
        app.db.always(async |tx| criteria::end(tx, by, &page.badge).await).await?;
        return Ok(see_other(&format!("{}?done=rule-ended#done", page.badge.url())));
    }
    let mut errors = Errors::default();
    let Some(rule) = page.f.read(&page.choices, &mut errors) else { return page.refuse(errors) };
    let seen = page.f.seen();
    match page.f.does.as_str() {
        "save" => {
            if app.db.always(async |tx| criteria::set(tx, by, &page.badge, seen, &rule).await).await? {
                return Ok(see_other(&format!("{}?done=rule#done", page.badge.url())));
            }
            let mut conn = app.db.read().await?;
            let now = criteria::of(&mut conn, id).await?;
            if now.as_ref().is_some_and(|now| now.rule == rule && now.made_by == Some(by)) {
                // Pressed twice.
                return Ok(see_other(&format!("{}?done=rule#done", page.badge.url())));
            }
            page.f.seen = now.map(|now| now.edited_at.0.to_string()).unwrap_or_default();
            page.refuse(Errors::of("form", "rule-changed-meanwhile"))
        }
        "change" => site::unstored(site::show(&page)),
        _ => {
            let mut conn = app.db.read().await?;
            let concerned = criteria::concerned(&mut conn, by, &page.badge, &rule, NAMED).await?;
            let names = criteria::names(&mut conn, visitor.id(), &rule).await?;
            page.preview = Some(Preview { rule, names, concerned });
            site::unstored(site::show(&page))
        }
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/criteria/progress.html")]
struct ProgressPage {
    p: Page,
    all: Vec<Progress>,
}

impl ProgressPage {
    fn need(&self, it: &Progress) -> String {
        words::need(&self.p.t, &it.rule)
    }

    fn line(&self, it: &Progress, step: &Step) -> String {
        words::clause(&self.p.t, step.clause, &it.names)
    }

    fn far(&self, step: &Step) -> String {
        let number = |number: i64| self.p.t.number(number);
        self.p.t.with2("progress-of", ("have", number(step.have)), ("need", number(step.need)))
    }

    fn counts_where(&self, it: &Progress) -> Option<String> {
        words::place(&it.badge).map(|key| self.p.t.say(key))
    }
}

/// `GET /me/badges/progress/`: how far one is.
pub async fn progress(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let all = criteria::progress(&mut conn, member).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("progress")).await?.private();
    site::unstored(site::show(&ProgressPage { p, all }))
}
