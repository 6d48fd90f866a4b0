//! What is typed into the form of an assignment, and what a good one is.

use serde::Deserialize;

use crate::{
    course::{
        assignments::{Assignment, Draft, Kind, rules},
        modules::Module,
    },
    kit::{
        local_time::LocalTime,
        web::forms::{Errors, Field, field, optional},
    },
    people::members::one_line,
};

/// The fields, for the list of what is wrong.
pub const FIELDS: [Field; 11] = [
    field("title", "title", "field-title"),
    field("text", "text", "assignment-text"),
    field("module", "module", "assignment-module"),
    field("kind", "kind", "assignment-kind"),
    field("opens", "opens", "assignment-opens"),
    field("due", "due", "assignment-due-at"),
    field("choice", "choice", "assignment-choice"),
    field("reviews", "reviews", "assignment-reviews-asked"),
    field("days", "days", "assignment-review-days"),
    field("closes", "closes", "assignment-closes"),
    field("questions", "questions", "assignment-questions"),
];

/// What is typed of an assignment.
#[derive(Clone, Deserialize, Debug)]
#[serde(default)]
pub struct AssignmentForm {
    /// What it is called.
    pub title: String,
    /// What is to be done.
    pub text: String,
    /// The number of the module on whose page it stands, too; empty: none.
    pub module: String,
    /// Whether it is for whoever likes; empty if not.
    pub optional: String,
    /// One of those of the same name is enough.
    pub choice: String,
    /// What is handed in.
    pub kind: String,
    /// When it opens by itself.
    pub opens: String,
    /// When it is due.
    pub due: String,
    /// How many reviews each is asked to give.
    pub reviews: String,
    /// How many days one has for one.
    pub days: String,
    /// Until when reviews are given.
    pub closes: String,
    /// What a review answers.
    pub questions: String,
    /// When the version was saved that the form was filled with.
    pub edited: String,
}

impl Default for AssignmentForm {
    fn default() -> Self {
        Self {
            title: String::new(),
            text: String::new(),
            module: String::new(),
            optional: String::new(),
            choice: String::new(),
            kind: Kind::Post.word().into(),
            opens: String::new(),
            due: String::new(),
            reviews: "0".into(),
            days: "7".into(),
            closes: String::new(),
            questions: String::new(),
            edited: String::new(),
        }
    }
}

impl AssignmentForm {
    /// The form of one that is there.
    pub fn of(it: &Assignment) -> Self {
        let local = |at: Option<LocalTime>| at.map(|at| at.to_string()).unwrap_or_default();
        Self {
            title: it.title.clone(),
            text: it.source.clone(),
            module: it.module.map(|module| module.to_string()).unwrap_or_default(),
            optional: if it.needed { "" } else { "1" }.into(),
            choice: it.choice.clone(),
            kind: it.kind().word().into(),
            opens: local(it.opens_local()),
            due: local(it.due_local()),
            reviews: it.reviews.to_string(),
            days: it.review_days.to_string(),
            closes: local(it.closes_local()),
            questions: it.questions.clone(),
            edited: it.edited_at.0.to_string(),
        }
    }

    /// What it asks for, with a module among these.
    pub fn check(&self, modules: &[Module]) -> Result<Draft, Errors> {
        let mut errors = Errors::default();
        let title = one_line(&self.title);
        if title.is_empty() {
            errors.add("title", "field-required");
        }
        let source = markup::characters::stored(&self.text).into_owned();
        let questions = markup::characters::stored(&self.questions).into_owned();
        let choice = one_line(&self.choice);
        for (name, text, longest) in [
            ("title", &title, rules::LONGEST_TITLE),
            ("text", &source, rules::LONGEST_TEXT),
            ("questions", &questions, rules::LONGEST_QUESTIONS),
            ("choice", &choice, rules::LONGEST_TITLE),
        ] {
            if text.chars().count() > longest {
                errors.add(name, "field-too-long");
            }
        }
        let module = match self.module.as_str() {
            "" => Some(None),
            typed => {
                let found = modules.iter().map(|module| module.id).find(|id| id.to_string() == typed);
                errors.take("module", found.map(Some).ok_or("field-choose"))
            }
        };
        let kind = errors.take("kind", self.kind.parse::<Kind>());
        let opens = errors.take("opens", optional::<LocalTime>(&self.opens));
        let due = errors.take("due", optional::<LocalTime>(&self.due));
        let closes = errors.take("closes", optional::<LocalTime>(&self.closes));
        let reviews = errors.take("reviews", rules::number(&self.reviews, 0, rules::MOST_REVIEWS));
        let review_days = errors.take("days", rules::number(&self.days, 1, rules::MOST_REVIEW_DAYS));
        if let (Some(Some(opens)), Some(Some(due))) = (opens, due)
            && due <= opens
        {
            errors.add("due", "assignment-due-wrong");
        }
        if let (Some(Some(due)), Some(Some(closes))) = (due, closes)
            && closes <= due
        {
            errors.add("closes", "assignment-closes-wrong");
        }
        match (module, kind, opens, due, closes, reviews, review_days) {
            (Some(module), Some(kind), Some(opens), Some(due), Some(closes), Some(reviews), Some(review_days))
                if errors.is_empty() =>
            {
                let needed = self.optional.is_empty();
                Ok(Draft {
                    title,
                    source,
                    module,
                    needed,
                    choice,
                    kind,
                    opens,
                    due,
                    reviews,
                    review_days,
                    closes,
                    questions,
                })
            }
            _ => Err(errors),
        }
    }
}
