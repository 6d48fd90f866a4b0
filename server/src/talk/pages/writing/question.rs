//! What is typed about a question, into the form of a post or of a module, and what a good question is.

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::{
    ids::{ConversationId, RowId, Timestamp},
    kit::{
        db::Tx,
        local_time::LocalTime,
        web::forms::{Errors, Field, field},
    },
    talk::questions::{
        self, Choice, Draft, LONGEST_OPTION, LONGEST_QUESTION, MOST_FEWEST, MOST_OPTIONS, NoChange, Question, Results,
        is_over, key, words,
    },
};

/// The fields of a question, for the list of what is wrong.
pub const FIELDS: [Field; 4] = [
    field("question", "question", "question-text"),
    field("question-options", "option-1", "question-answers"),
    field("question-ends", "question-ends", "question-ends"),
    field("question-fewest", "question-fewest", "question-fewest"),
];

/// So many rows for answers stand in an empty form, and so many more come with each wish.
const ROWS: usize = 4;

/// What is typed about a question.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct QuestionForm {
    /// What it asks.
    #[serde(rename = "question")]
    pub text: String,
    /// How many answers one may choose.
    #[serde(rename = "question-choice")]
    pub choice: String,
    /// Whether one may answer in words of one's own; empty if not.
    #[serde(rename = "question-open")]
    pub open_text: String,
    /// From when on it is shown what people answered.
    #[serde(rename = "question-results")]
    pub results: String,
    /// When it ends, as clocks show it to whoever writes.
    #[serde(rename = "question-ends")]
    pub ends: String,
    /// What fewer people answered is not shown singly.
    #[serde(rename = "question-fewest")]
    pub fewest: String,
    /// How many rows the form has; empty in a form that knows of no question.
    #[serde(rename = "question-rows")]
    rows: String,
    /// What tells the question that the form was filled with from what it became since.
    #[serde(rename = "question-seen")]
    pub seen: String,
    /// The rows: `option-1` and so on, and `option-id-1` for one that was there before.
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
}

/// What a question says, in short; empty for none.
fn version(question: Option<&Question>) -> String {
    let Some(question) = question else { return String::new() };
    let mut hasher = DefaultHasher::new();
    let how = (question.choice.word(), question.open_text, question.results.word(), question.fewest);
    (&question.text, how, question.ends_at.map(|at| at.0)).hash(&mut hasher);
    for option in &question.options {
        (option.id.0, &option.text).hash(&mut hasher);
    }
    hasher.finish().to_string()
}

/// A row of the form.
pub struct Row {
    /// Counted from 1.
    pub n: usize,
    /// The number of the answer, if it was there before.
    pub id: String,
    /// What was typed.
    pub text: String,
}

/// What is to become of the question of a post.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wish {
    /// It stays as it is.
    Keep,
    /// There is to be none.
    Nothing,
    /// It is to be this one.
    Ask(Draft),
}

impl QuestionForm {
    /// The form of a post that asks this, or nothing yet.
    pub fn of(question: Option<&Question>, zone: &TimeZone) -> Self {
        let Some(question) = question else { return Self { rows: ROWS.to_string(), ..Self::default() } };
        let mut rest = BTreeMap::new();
        for (n, option) in (1..).zip(&question.options) {
            rest.insert(format!("option-{n}"), option.text.clone());
            rest.insert(format!("option-id-{n}"), option.id.to_string());
        }
        Self {
            text: question.text.clone(),
            choice: question.choice.word().into(),
            open_text: if question.open_text { "1" } else { "" }.into(),
            results: question.results.word().into(),
            ends: question.ends_at.map(|at| LocalTime::of(at, zone).to_string()).unwrap_or_default(),
            fewest: if question.fewest > 0 { question.fewest.to_string() } else { String::new() },
            rows: (question.options.len() + 1).max(ROWS).to_string(),
            seen: version(Some(question)),
            rest,
        }
    }

    /// Whether the question is another one by now than the form was filled with.
    pub fn is_of_another(&self, question: Option<&Question>) -> bool {
        self.seen != version(question)
    }

    /// Saving again overwrites what the question has become.
    pub fn saw(&mut self, question: Option<&Question>) {
        self.seen = version(question);
    }

    /// How many rows the form has.
    pub fn row_count(&self) -> usize {
        self.rows.parse().unwrap_or(ROWS).clamp(ROWS, MOST_OPTIONS)
    }

    /// The rows of the form.
    pub fn rows(&self) -> Vec<Row> {
        let field =
            |name: String| crate::kit::web::forms::cut(self.rest.get(&name).map_or("", String::as_str)).to_owned();
        let row = |n| Row { n, id: field(format!("option-id-{n}")), text: field(format!("option-{n}")) };
        (1..=self.row_count()).map(row).collect()
    }

    /// A form with more rows.
    pub fn more_rows(&mut self) {
        self.rows = (self.row_count() + ROWS).min(MOST_OPTIONS).to_string();
    }

    /// Whether more rows may come.
    pub fn may_grow(&self) -> bool {
        self.row_count() < MOST_OPTIONS
    }

    /// Whether anything is typed, so that it is shown unasked.
    pub fn is_begun(&self) -> bool {
        !self.text.is_empty() || self.rows().iter().any(|row| !row.text.is_empty())
    }

    /// What is to become of the question, or None with what is wrong noted.
    pub fn read(
        &self,
        before: Option<&Question>,
        zone: &TimeZone,
        now: Timestamp,
        errors: &mut Errors,
    ) -> Option<Wish> {
        if self.rows.is_empty() {
            return Some(Wish::Keep);
        }
        let text = words(&self.text);
        let options: Vec<(Option<RowId>, String)> = self
            .rows()
            .into_iter()
            .map(|row| (row.id.parse().ok(), words(&row.text)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        if text.is_empty() && options.is_empty() {
            return Some(Wish::Nothing);
        }
        if text.is_empty() {
            errors.add("question", "question-needs-text");
        }
        if text.chars().count() > LONGEST_QUESTION {
            errors.add("question", "field-too-long");
        }
        if options.len() < 2 {
            errors.add("question-options", "question-needs-answers");
        }
        if options.iter().any(|(_, text)| text.chars().count() > LONGEST_OPTION) {
            errors.add("question-options", "field-too-long");
        }
        let each: BTreeSet<String> = options.iter().map(|(_, text)| key(text)).collect();
        if each.len() < options.len() {
            errors.add("question-options", "question-answers-alike");
        }
        let results = Results::of(&self.results);
        let ends_at = match self.ends.trim() {
            "" if results == Results::End => errors.refuse("question-ends", "question-needs-end"),
            "" => None,
            _ => self.ends_at(before, zone, now, errors),
        };
        let fewest = match self.fewest.trim() {
            "" => 0,
            typed => {
                let number = typed.parse().ok().filter(|fewest| (0..=MOST_FEWEST).contains(fewest));
                errors.take("question-fewest", number.ok_or("question-fewest-wrong"))?
            }
        };
        let choice = Choice::of(&self.choice);
        let draft = Draft { text, choice, open_text: !self.open_text.is_empty(), results, fewest, ends_at, options };
        errors.is_empty().then_some(Wish::Ask(draft))
    }

    /// When it ends. What is over may stay so; a new end is still to come.
    fn ends_at(
        &self,
        before: Option<&Question>,
        zone: &TimeZone,
        now: Timestamp,
        errors: &mut Errors,
    ) -> Option<Timestamp> {
        let typed: LocalTime = errors.take("question-ends", self.ends.parse())?;
        let was = before.and_then(|question| question.ends_at);
        if let Some(was) = was.filter(|was| LocalTime::of(*was, zone) == typed) {
            return Some(was);
        }
        let end = typed.moment(zone);
        let is_to_come = end > now || before.is_some_and(|question| is_over(question, now));
        if !is_to_come {
            errors.add("question-ends", "question-ends-past");
        }
        Some(end)
    }
}

/// The field that a change of the question is refused at.
pub const fn refused_at(no: NoChange) -> &'static str {
    match no {
        NoChange::OptionAnswered => "question-options",
        NoChange::KindAnswered | NoChange::Promise | NoChange::Answered => "question",
    }
}

impl Wish {
    /// Makes the question what it is to be.
    pub async fn fulfil(&self, tx: &mut Tx, conversation: ConversationId) -> anyhow::Result<Result<(), NoChange>> {
        match self {
            Self::Keep => Ok(Ok(())),
            Self::Nothing => questions::remove(tx, conversation).await,
            Self::Ask(draft) => questions::ask(tx, conversation, draft).await,
        }
    }

    /// Whether this is what a post asks already.
    pub fn is_there(&self, question: Option<&Question>) -> bool {
        match (self, question) {
            (Self::Keep, _) | (Self::Nothing, None) => true,
            (Self::Ask(_), None) | (Self::Nothing, Some(_)) => false,
            (Self::Ask(draft), Some(question)) => {
                let texts = |options: &[(Option<RowId>, String)]| -> Vec<String> {
                    options.iter().map(|(_, text)| text.clone()).collect()
                };
                let there: Vec<String> = question.options.iter().map(|option| option.text.clone()).collect();
                draft.text == question.text && texts(&draft.options) == there && draft.choice == question.choice
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str, options: &[&str]) -> QuestionForm {
        let mut form = QuestionForm { text: text.into(), ..QuestionForm::of(None, &TimeZone::UTC) };
        for (n, option) in (1..).zip(options) {
            form.rest.insert(format!("option-{n}"), (*option).into());
        }
        form
    }

    fn wrong(form: &QuestionForm, field: &str) -> Option<&'static str> {
        let mut errors = Errors::default();
        form.read(None, &TimeZone::UTC, Timestamp(0), &mut errors);
        errors.get(field)
    }

    #[test]
    fn a_question_needs_a_text_and_two_answers_that_differ() {
        let read = |form: &QuestionForm| form.read(None, &TimeZone::UTC, Timestamp(0), &mut Errors::default());
        assert_eq!(read(&form(" ", &["", " "])), Some(Wish::Nothing));
        assert!(
            matches!(read(&form("When?", &["Now", "", "Later"])), Some(Wish::Ask(draft)) if draft.options.len() == 2)
        );
        assert_eq!(wrong(&form("", &["Now", "Later"]), "question"), Some("question-needs-text"));
        assert_eq!(wrong(&form("When?", &["Now"]), "question-options"), Some("question-needs-answers"));
        assert_eq!(wrong(&form("When?", &["Now", "now."]), "question-options"), Some("question-answers-alike"));
        assert_eq!(read(&QuestionForm::default()), Some(Wish::Keep), "a form that knows of none takes none away");
    }

    #[test]
    fn what_is_hidden_until_the_end_has_one_and_it_is_to_come() {
        let until =
            |ends: &str| QuestionForm { results: "end".into(), ends: ends.into(), ..form("When?", &["Now", "Later"]) };
        assert_eq!(wrong(&until(""), "question-ends"), Some("question-needs-end"));
        assert_eq!(wrong(&until("soon"), "question-ends"), Some("field-moment-wrong"));
        assert_eq!(wrong(&until("1969-01-01T00:00"), "question-ends"), Some("question-ends-past"));
        assert_eq!(wrong(&until("2030-01-01T00:00"), "question-ends"), None);
        let few = QuestionForm { fewest: "-1".into(), ..form("When?", &["Now", "Later"]) };
        assert_eq!(wrong(&few, "question-fewest"), Some("question-fewest-wrong"));
    }

    #[test]
    fn more_rows_keep_what_was_typed() {
        let mut form = form("When?", &["Now", "Later"]);
        form.more_rows();
        assert_eq!((form.rows().len(), form.rows()[1].text.as_str()), (8, "Later"));
        for _ in 0..9 {
            form.more_rows();
        }
        assert_eq!(form.rows().len(), MOST_OPTIONS);
        assert!(!form.may_grow());
    }
}
