//! What a review says, and how far it is. Pure.

use std::{fmt::Write as _, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{course::assignments::Question, ids::Timestamp};

/// What a review answers where the course asks nothing in particular, by message.
pub const USUAL: [&str; 3] = ["review-usual-passage", "review-usual-question", "review-usual-next"];
/// No answer to one question is longer, in characters.
pub const LONGEST_ANSWER: usize = 10_000;
/// No question that is asked no more is longer.
const LONGEST_QUESTION: usize = 500;
/// A review holds no more answers, with those to questions that are asked no more.
pub const MOST_ANSWERS: usize = 24;
/// No answer to a review is longer.
pub const LONGEST_REPLY: usize = 2_000;

/// What a review answers to one question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// What was asked.
    pub question: String,
    /// What was chosen; empty: nothing, or there was nothing to choose from.
    pub choice: String,
    /// What was said.
    pub words: String,
}

impl Answer {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.choice.is_empty() && self.words.trim().is_empty()
    }
}

/// The answers as they are stored.
pub fn stored(answers: &[Answer]) -> String {
    serde_json::to_string(answers).unwrap_or_default()
}

/// The answers that were stored.
pub fn answers(stored: &str) -> Vec<Answer> {
    serde_json::from_str(stored).unwrap_or_default()
}

/// The answers to these questions, of what was typed and chosen, each with the question that stood above it. A choice that
/// was not offered is none. What answers a question that is asked no more follows, unless nothing was said to it.
pub fn read(questions: &[Question], typed: &[Answer]) -> Vec<Answer> {
    let stored = |words: &str| markup::characters::stored(words).trim().to_owned();
    let answer = |question: &Question| {
        let typed = typed.iter().find(|answer| answer.question == question.text);
        let choice = typed.map(|answer| &answer.choice).filter(|choice| question.choices.contains(choice));
        Answer {
            question: question.text.clone(),
            choice: choice.cloned().unwrap_or_default(),
            words: typed.map(|answer| stored(&answer.words)).unwrap_or_default(),
        }
    };
    let is_asked = |answer: &Answer| questions.iter().any(|question| question.text == answer.question);
    let others = typed.iter().filter(|answer| !is_asked(answer) && !answer.is_empty());
    let others = others.map(|answer| Answer {
        question: markup::characters::line(&answer.question).chars().take(LONGEST_QUESTION).collect(),
        choice: String::new(),
        words: stored(&[answer.choice.as_str(), answer.words.as_str()].join("\n\n")),
    });
    questions.iter().map(answer).chain(others).take(MOST_ANSWERS).collect()
}

/// The number of an answer that is too long, and the message that says it.
pub fn is_too_long(answers: &[Answer]) -> Option<(usize, &'static str)> {
    let at = answers.iter().position(|answer| answer.words.chars().count() > LONGEST_ANSWER)?;
    Some((at, "field-too-long"))
}

/// What is wrong with a review that is to be handed in.
///
/// # Errors
/// The number of the answer, and the message that says it.
pub fn check(answers: &[Answer], questions: &[Question]) -> Result<(), (usize, &'static str)> {
    if let Some(wrong) = is_too_long(answers) {
        return Err(wrong);
    }
    if answers.iter().all(Answer::is_empty) {
        return Err((0, "review-empty"));
    }
    let unanswered = answers.iter().zip(questions).position(|(answer, _)| answer.is_empty());
    unanswered.map_or(Ok(()), |at| Err((at, "review-unanswered")))
}

/// A review as a comment under the post: what was asked, and what was answered.
pub fn as_comment(answers: &[Answer]) -> String {
    let mut text = String::new();
    for answer in answers.iter().filter(|answer| !answer.is_empty()) {
        // A question is the organiser's line: nothing in it is meant as markup.
        let question: String = answer
            .question
            .chars()
            .flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]))
            .collect();
        let _ = writeln!(text, "**{question}**\n");
        if !answer.choice.is_empty() {
            let choice = answer.choice.replace(['*', '_', '[', ']', '<', '`', '\\'], "");
            let _ = writeln!(text, "{choice}\n");
        }
        if !answer.words.is_empty() {
            let _ = writeln!(text, "{}\n", answer.words);
        }
    }
    text.trim_end().to_owned()
}

/// How much a review helped whom it was for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Helped {
    /// A good deal.
    Much,
    /// Somewhat.
    Some,
    /// Hardly.
    Little,
}

impl Helped {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Much, Self::Some, Self::Little];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Much => "much",
            Self::Some => "some",
            Self::Little => "little",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Much => "review-helped-much",
            Self::Some => "review-helped-some",
            Self::Little => "review-helped-little",
        }
    }
}

impl FromStr for Helped {
    type Err = &'static str;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|helped| helped.word() == word).ok_or("field-choose")
    }
}

/// How far a review is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It is being written.
    UnderWay,
    /// It took too long: somebody else may have the piece, and it may still be handed in.
    Lapsed,
    /// It was handed in.
    Done,
    /// It was handed in after its time.
    DoneLate,
}

impl Standing {
    /// The standing of one that was handed in then, and let go of then.
    pub const fn of(done_at: Option<Timestamp>, lapsed_at: Option<Timestamp>) -> Self {
        match (done_at, lapsed_at) {
            (Some(_), None) => Self::Done,
            (Some(_), Some(_)) => Self::DoneLate,
            (None, Some(_)) => Self::Lapsed,
            (None, None) => Self::UnderWay,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::assignments::rules::questions;

    #[test]
    fn a_review_answers_every_question_in_words_or_by_a_choice_that_was_offered() {
        let asked = questions("What stayed with you?\nAre sources named? | yes | no");
        let read = |words: [&str; 2], choices: [&str; 2]| {
            let typed = |at: usize| Answer {
                question: asked[at].text.clone(),
                choice: choices[at].into(),
                words: words[at].into(),
            };
            read(&asked, &[typed(0), typed(1)])
        };
        assert_eq!(check(&read(["The end", ""], ["", "yes"]), &asked), Ok(()));
        assert_eq!(check(&read(["The end", ""], ["", "perhaps"]), &asked), Err((1, "review-unanswered")));
        assert_eq!(check(&read(["  ", ""], ["", ""]), &asked), Err((0, "review-empty")));
        assert_eq!(check(&read([&"x".repeat(LONGEST_ANSWER + 1), "a"], ["", ""]), &asked), Err((0, "field-too-long")));
        assert_eq!(answers(&stored(&read(["a", "b"], ["", "no"]))), read(["a", "b"], ["", "no"]));
        assert_eq!(answers("not JSON"), []);
    }

    #[test]
    fn what_was_said_to_a_question_that_is_asked_no_more_stays() {
        let typed = |question: &str, words: &str| Answer {
            question: question.into(),
            choice: "yes".into(),
            words: words.into(),
        };
        let read = read(&questions("New?"), &[typed("Old?", "Half a page"), typed("New?", "Here")]);
        let said: Vec<(&str, &str)> = read.iter().map(|it| (it.question.as_str(), it.words.as_str())).collect();
        assert_eq!(said, [("New?", "Here"), ("Old?", "yes\n\nHalf a page")]);
    }

    #[test]
    fn as_a_comment_its_questions_are_words_and_nothing_else() {
        let answer =
            Answer { question: "A [link](x) <b>?".into(), choice: "*yes*".into(), words: "Good *work*".into() };
        let text = as_comment(&[answer]);
        assert_eq!(text, "**A \\[link\\]\\(x\\) \\<b\\>\\?**\n\nyes\n\nGood *work*");
    }
}
