//! A question as one reader sees it, and what was picked of its answers.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    ids::{CommentId, RowId, Timestamp},
    kit::{db::Conn, i18n::Locale},
    site::Visitor,
    talk::{
        comments::Entry,
        conversations::Thread,
        questions::{self, Answer, Bar, Behind, Breakdown, Choice, NoAnswer, Picked, Question, Results},
    },
};

/// What was picked in a form, as it was sent.
#[derive(Clone, Default, Debug, Deserialize)]
#[serde(default)]
pub struct PickedForm {
    /// Where one is chosen, its number, or `other`.
    answer: String,
    #[serde(rename = "answer-other")]
    other: String,
    /// Where several are, a field for each: `answer-` and its number.
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
}

impl PickedForm {
    /// What was picked; nothing if that was left out.
    pub fn read(&self) -> Result<Option<Picked>, NoAnswer> {
        let several = self.rest.keys().filter_map(|name| name.strip_prefix("answer-")?.parse().ok());
        let mut options: Vec<RowId> = self.answer.parse().ok().into_iter().chain(several).collect();
        options.sort();
        options.dedup();
        let picked = Picked { options, other: questions::words(&self.other) };
        match (picked.is_empty(), self.answer.as_str()) {
            (true, "other") => Err(NoAnswer::Nothing),
            (true, _) => Ok(None),
            (false, _) => Ok(Some(picked)),
        }
    }

    fn holds(&self, option: RowId) -> bool {
        let number = option.to_string();
        self.answer == number || self.rest.contains_key(&format!("answer-{number}"))
    }
}

/// The answers in a form.
#[derive(Clone, Debug)]
pub struct Choices {
    /// What their `id`s begin with.
    pub id: String,
    /// Whether one is chosen.
    pub is_one: bool,
    /// Whether none may be chosen.
    pub is_optional: bool,
    /// Whether one may answer in words of one's own.
    pub open_text: bool,
    /// Those to choose from.
    pub rows: Vec<ChoiceRow>,
    /// What stands in the field for one's own words.
    pub other: String,
    /// Whether one's own words are chosen.
    pub other_chosen: bool,
    /// What is wrong.
    pub error: Option<&'static str>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct ChoiceRow {
    /// Its number.
    pub id: RowId,
    /// What it says.
    pub text: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choices {
    fn new(question: &Question, id: &str, is_optional: bool, chosen: impl Fn(RowId) -> bool, other: &str) -> Self {
        let row = |one: &questions::Possible| ChoiceRow { id: one.id, text: one.text.clone(), chosen: chosen(one.id) };
        Self {
            id: id.into(),
            is_one: question.choice == Choice::One,
            is_optional,
            open_text: question.open_text,
            rows: question.options.iter().map(row).collect(),
            other: other.into(),
            other_chosen: !other.is_empty(),
            error: None,
        }
    }

    /// As they were sent.
    pub fn typed(question: &Question, id: &str, picked: &PickedForm, error: Option<&'static str>) -> Self {
        let other = crate::kit::web::forms::cut(&picked.other);
        let other_chosen = picked.answer == "other" || (picked.answer.is_empty() && !other.is_empty());
        Self { other_chosen, error, ..Self::new(question, id, false, |option| picked.holds(option), other) }
    }

    /// Those that come with a comment: none need be chosen.
    fn with_comment(question: &Question, picked: &PickedForm, error: Option<&'static str>) -> Self {
        Self { is_optional: true, ..Self::typed(question, "with", picked, error) }
    }

    /// As somebody answered.
    pub fn answered(question: &Question, id: &str, answer: Option<&Answer>) -> Self {
        let chosen = |option| answer.is_some_and(|answer| answer.options.contains(&option));
        Self::new(question, id, false, chosen, answer.map_or("", |answer| &answer.other))
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        !self.other_chosen && self.rows.iter().all(|row| !row.chosen)
    }
}

/// What an answer says beside a comment, as far as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLabel {
    /// The answers that were chosen.
    pub names: Vec<String>,
    /// What was said in words of one's own; empty if nothing.
    pub words: String,
    /// The answer that these words are filed under.
    pub words_as: Option<String>,
    /// The message that says who filed it, if somebody did.
    pub filed: Option<&'static str>,
}

/// What whoever decides files a comment with.
#[derive(Clone, Debug)]
pub struct Filing {
    /// The answers.
    pub choices: Choices,
    /// Whether it is filed.
    pub is_filed: bool,
}

/// A bar of the breakdown, reckoned for a page.
pub struct RowView {
    /// What it stands for.
    pub label: String,
    /// Whether these are words of people's own.
    pub is_words: bool,
    /// The words as they are compared, for whoever files them.
    pub key: Option<String>,
    /// What it said before, and until when, if that is to be told.
    pub was: Option<String>,
    /// How many people of how many, and in percent; none where that is not shown.
    pub figures: Option<(String, String)>,
    /// The same percentage, for the picture.
    pub width: i64,
    /// What the address asks for, to show the comments behind it.
    pub filter: Option<String>,
}

/// A question as one reader sees it.
pub struct QuestionView {
    /// The question.
    pub question: Question,
    /// What the reader answered, or what was filed for them.
    pub own: Option<Answer>,
    /// Whether it may be answered now.
    pub takes_answers: bool,
    /// Whether it has ended.
    pub is_over: bool,
    /// Who answered what; none while that is not shown to the reader.
    pub breakdown: Option<Breakdown>,
    /// Which words are filed under which answer, for whoever decides.
    pub filed_words: Vec<(String, String, RowId)>,
    /// Whether the reader decides about the conversation.
    pub moderates: bool,
    /// The form by which one answers without a comment.
    pub form: Choices,
    /// What comes with a comment.
    pub with_comment: Choices,
    now: Timestamp,
}

impl QuestionView {
    /// Reads the question of a conversation for somebody who may read that.
    pub async fn read(
        conn: &mut Conn,
        thread: &Thread,
        visitor: &Visitor,
        now: Timestamp,
        picked: (&PickedForm, Option<&'static str>),
    ) -> anyhow::Result<Option<Self>> {
        let Some(question) = questions::of(conn, thread.id).await? else { return Ok(None) };
        let reader = visitor.reader(thread.is_moderated_by(visitor.member.as_deref()));
        let own = questions::own(conn, &question, reader.member, reader.guest_key.as_deref()).await?;
        let breakdown = if question.shows_results(own.as_ref(), now) {
            Some(questions::breakdown(conn, &question).await?)
        } else {
            None
        };
        let filed_words = if reader.moderates && breakdown.is_some() {
            questions::filed_words(conn, &question).await?
        } else {
            vec![]
        };
        Ok(Some(Self {
            takes_answers: question.takes_answers(now),
            is_over: questions::is_over(&question, now),
            form: Choices::answered(&question, "own", own.as_ref().filter(|own| own.filed.is_none())),
            with_comment: Choices::with_comment(&question, picked.0, picked.1),
            moderates: reader.moderates,
            question,
            own,
            breakdown,
            filed_words,
            now,
        }))
    }

    /// When it ends, if that is to come.
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.question.ends_at.filter(|end| *end > self.now)
    }

    /// Whether results come once the reader has answered.
    pub fn waits_for_answer(&self) -> bool {
        self.question.results == Results::Answered
    }

    /// Whether the reader answered themselves: what was filed for them is not their word.
    pub fn has_answered(&self) -> bool {
        self.own.as_ref().is_some_and(|own| own.filed.is_none())
    }

    /// Whether something was left out because only few said it.
    pub fn withholds(&self) -> bool {
        self.breakdown.as_ref().is_some_and(|all| all.shares.iter().any(|share| share.people.is_none()))
    }

    /// Whether one may choose several answers.
    pub fn is_several(&self) -> bool {
        self.question.choice == Choice::Several
    }

    /// What the reader answered.
    pub fn own_label(&self) -> Option<AnswerLabel> {
        let own = self.own.as_ref()?;
        Some(self.label(own, |_| true, |_| true))
    }

    /// What stands beside a comment: to its writer all of it, to others what is shown to them.
    pub fn label_of(&self, entry: &Entry, answer: Option<&Answer>, is_own: bool) -> Option<AnswerLabel> {
        let answer = answer?;
        if is_own && entry.is_alive() && answer.filed.is_none() {
            return Some(self.label(answer, |_| true, |_| true));
        }
        let shown = self.breakdown.as_ref()?;
        let words = |key: &str| {
            shown.shows_words(key) || (self.question.fewest < 2 && answer.other_as.is_some_and(|one| shown.shows(one)))
        };
        let label = self.label(answer, |option| shown.shows(option), words);
        let is_empty = label.names.is_empty() && label.words.is_empty() && label.words_as.is_none();
        (!is_empty).then_some(label)
    }

    fn label(&self, answer: &Answer, shows: impl Fn(RowId) -> bool, words: impl Fn(&str) -> bool) -> AnswerLabel {
        let options: Vec<RowId> = answer.options.iter().copied().filter(|option| shows(*option)).collect();
        let words_as = answer.other_as.filter(|option| shows(*option) && !answer.options.contains(option));
        let shows_words = !answer.other.is_empty() && words(&questions::key(&answer.other));
        AnswerLabel {
            names: self.question.names(&options).into_iter().map(ToOwned::to_owned).collect(),
            words: if shows_words { answer.other.clone() } else { String::new() },
            words_as: words_as.and_then(|option| self.question.names(&[option]).pop().map(ToOwned::to_owned)),
            filed: answer.filed.map(questions::Filed::key),
        }
    }

    /// What whoever decides files this comment with, unless its writer answered themselves.
    pub fn filing(&self, entry: &Entry, answer: Option<&Answer>) -> Option<Filing> {
        let own = answer.is_some_and(|answer| answer.filed.is_none());
        if !self.moderates || own || !entry.is_alive() || entry.is_ping() {
            return None;
        }
        let choices = Choices::answered(&self.question, &format!("file-{}", entry.id), answer);
        Some(Filing { choices, is_filed: answer.is_some() })
    }

    /// The comments behind a bar, if the reader may see it.
    pub async fn behind(&self, conn: &mut Conn, behind: Behind) -> anyhow::Result<Vec<CommentId>> {
        let Some(breakdown) = &self.breakdown else { return Ok(vec![]) };
        questions::comments_behind(conn, &self.question, breakdown, behind).await
    }

    /// What a bar that comments are shown for stands for.
    pub fn name_of(&self, behind: Behind, t: &Locale) -> String {
        match behind {
            Behind::Option(option) => self.question.names(&[option]).pop().unwrap_or_default().to_owned(),
            Behind::OwnWords => t.say("question-own-words"),
        }
    }

    /// What it asked before, and until when, if that is to be told.
    pub fn was(&self, t: &Locale) -> Option<String> {
        said_before(t, &self.question.was, self.question.changed_at)
    }

    /// How many people answered, said for the page.
    pub fn people(&self, t: &Locale) -> String {
        match self.breakdown.as_ref().and_then(|all| all.people) {
            Some(0) => t.say("question-nobody-yet"),
            Some(people) => t.count("question-people", people),
            None => t.with("question-too-few", "fewest", t.number(self.question.fewest)),
        }
    }

    /// The bars, unless nothing is shown singly.
    pub fn rows(&self, t: &Locale) -> Vec<RowView> {
        let Some(Breakdown { people: Some(all), shares }) = &self.breakdown else { return vec![] };
        let row = |share: &questions::Share| {
            let percent = share.people.map(|people| questions::percent(people, *all));
            let figures = share.people.zip(percent).map(|(people, percent)| {
                // Of nobody there is no share.
                let of_all = || t.with2("question-of-people", ("people", t.number(people)), ("all", t.number(*all)));
                match *all {
                    0 => (t.number(people), String::new()),
                    _ => (of_all(), t.with("question-percent", "n", t.number(percent))),
                }
            });
            let (label, key, filter) = match &share.bar {
                Bar::Option(one) => (one.text.clone(), None, one.id.to_string()),
                Bar::Words(words, key) => (words.clone(), Some(key.clone()), "words".into()),
                Bar::Others => (t.say("question-others"), None, "words".into()),
            };
            let was = match &share.bar {
                Bar::Option(one) => said_before(t, &one.was, one.changed_at),
                Bar::Words(..) | Bar::Others => None,
            };
            RowView {
                label,
                is_words: key.is_some(),
                key,
                was,
                figures,
                width: percent.unwrap_or_default(),
                filter: share.has_comments.then_some(filter),
            }
        };
        shares.iter().map(row).collect()
    }
}

fn said_before(t: &Locale, was: &str, until: Option<Timestamp>) -> Option<String> {
    let at = until.filter(|_| !was.is_empty())?;
    Some(t.with2("question-was", ("when", t.date(at)), ("was", was)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_answer_and_several_are_read_alike_and_none_is_none() {
        let form = |sent: serde_json::Value| serde_json::from_value::<PickedForm>(sent).unwrap();
        let read = |sent| form(sent).read().unwrap().unwrap();
        assert_eq!(read(json!({ "answer": "5" })).options, [RowId(5)]);
        assert_eq!(read(json!({ "answer-7": "7", "answer-5": "5", "x": "1" })).options, [RowId(5), RowId(7)]);
        assert_eq!(read(json!({ "answer": "other", "answer-other": " Perhaps " })).other, "Perhaps");
        assert_eq!(form(json!({ "answer": "", "answer-other": " " })).read(), Ok(None));
        assert_eq!(form(json!({ "answer": "other" })).read(), Err(NoAnswer::Nothing));
    }
}
