//! What is typed into the form of a post, and what a good post is.

use std::str::FromStr;

use markup::characters::shows_something;
use serde::Deserialize;

use super::question::QuestionForm;
use crate::{
    ids::BlogId,
    kit::web::forms::Errors,
    people::members::one_line,
    talk::posts::{Audience, Comments, Draft, FormToken, Post, PostLang, Rendered, Slug, Term},
};

/// No text is longer than this, in characters.
pub const LONGEST_CHARS: usize = 500_000;
const LONGEST_TITLE_CHARS: usize = 200;
const LONGEST_TAG_CHARS: usize = 60;
const MOST_TAGS: usize = 20;
/// What is longer than so many tags can be is not looked at, in bytes.
const LONGEST_TAGS_CHARS: usize = 8_000;

/// What is to be done with what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Do {
    /// Keep it, as the draft or post that it is.
    #[default]
    Save,
    /// Publish it.
    Publish,
    /// Only show what it will look like.
    Preview,
    /// Show more rows for answers to its question.
    MoreRows,
    /// Keep what is being typed in a draft, and say so to the script.
    Keep,
}

impl FromStr for Do {
    type Err = std::convert::Infallible;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Ok(match word {
            "publish" => Self::Publish,
            "preview" => Self::Preview,
            "rows" => Self::MoreRows,
            "keep" => Self::Keep,
            _ => Self::Save,
        })
    }
}

/// What is typed into the form of a post.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Form {
    /// The button that was pressed.
    #[serde(rename = "do")]
    pub wish: String,
    /// The member the form was made for.
    #[serde(rename = "as")]
    pub member: String,
    /// The number of the blog.
    pub blog: String,
    /// What was typed as the title.
    pub title: String,
    /// What was typed as the text, in the format of the post.
    pub text: String,
    /// The wished last part of the address.
    pub slug: String,
    /// Who may read it.
    pub audience: String,
    /// `open`, if people may comment.
    pub comments: String,
    /// The tag of the text's language.
    pub language: String,
    /// Tags with commas between them.
    pub tags: String,
    /// The version of the post that the form was filled with.
    pub edited: String,
    /// What tells this form from every other, in the form of a new post.
    pub once: String,
    /// What it asks.
    #[serde(flatten)]
    pub question: QuestionForm,
    /// The module it is written for; empty: none.
    pub module: String,
    /// The assignment it is written for; empty: none.
    pub assignment: String,
}

impl Form {
    /// The form of a new post.
    pub fn empty(blog: Option<BlogId>, language: &PostLang) -> Self {
        Self {
            blog: blog.map(|blog| blog.to_string()).unwrap_or_default(),
            audience: Audience::Public.word().into_owned(),
            comments: "open".into(),
            language: language.as_str().into(),
            once: FormToken::new().to_string(),
            question: QuestionForm::of(None, &jiff::tz::TimeZone::UTC),
            ..Self::default()
        }
    }

    /// The form of a post that is to be changed.
    pub fn of(post: &Post, terms: &[Term]) -> Self {
        let tags: Vec<&str> = terms.iter().filter(|term| term.kind == "tag").map(|term| term.name.as_str()).collect();
        Self {
            blog: post.blog.to_string(),
            title: post.title.clone(),
            text: post.source.clone(),
            slug: post.slug.clone(),
            audience: post.audience().word().into_owned(),
            comments: if post.is_closed() { "" } else { "open" }.into(),
            language: post.lang.clone(),
            tags: tags.join(", "),
            edited: post.version().to_string(),
            ..Self::default()
        }
    }

    /// Whether it asks for what this post is already, so that there is nothing to decide.
    pub fn asks_for(&self, post: &Post, terms: &[Term]) -> bool {
        let there = Self::of(post, terms);
        let words = |form: &Self| (one_line(&form.title), form.text.replace("\r\n", "\n"));
        let set = |form: &Self| tags(&form.tags).map(std::collections::BTreeSet::from_iter);
        let address_differs = post.is_draft()
            && !self.slug.trim().is_empty()
            && self.slug.parse::<Slug>().is_ok_and(|slug| slug.as_str() != post.slug);
        words(self) == words(&there)
            && (&self.audience, &self.comments, &self.language) == (&there.audience, &there.comments, &there.language)
            && set(self) == set(&there)
            && !address_differs
    }

    /// What is to be done.
    pub fn what(&self) -> Do {
        self.wish.parse().unwrap_or_default()
    }

    /// What the post is to be, or None with what is wrong noted.
    pub fn read(&self, format: markup::Format, errors: &mut Errors) -> Option<Draft> {
        // Marks without a letter are no title.
        let title = Some(one_line(&self.title)).filter(|title| shows_something(title)).unwrap_or_default();
        if title.chars().count() > LONGEST_TITLE_CHARS {
            errors.add("title", "field-too-long");
        }
        let source = markup::characters::stored(&self.text).into_owned();
        if source.chars().count() > LONGEST_CHARS {
            errors.add("text", "post-too-long");
        }
        if title.is_empty() && !shows_something(&source) {
            errors.add("text", "post-empty");
        }
        let slug = match self.slug.trim() {
            "" => Some(None),
            slug => errors.take("slug", slug.parse::<Slug>().map(Some)),
        };
        let lang = errors.take("language", self.language.parse::<PostLang>());
        let audience = errors.take("audience", self.audience.parse::<Audience>());
        let tags = errors.take("tags", tags(&self.tags));
        let lang = lang?;
        let draft = Draft {
            title: markup::typed_title(&title, lang.as_str()),
            source,
            format,
            slug: slug?,
            lang,
            audience: audience?,
            comments: if self.comments == "open" { Comments::Open } else { Comments::Closed },
            tags: tags?,
        };
        errors.is_empty().then_some(draft)
    }
}

/// Tags as they are typed: each once, without the signs people put before them elsewhere.
fn tags(typed: &str) -> Result<Vec<String>, &'static str> {
    let mut tags: Vec<String> = vec![];
    if typed.len() > LONGEST_TAGS_CHARS {
        return Err("too-many-tags");
    }
    for tag in typed.split(',').map(|tag| one_line(tag.trim().trim_start_matches('#'))) {
        if tag.chars().count() > LONGEST_TAG_CHARS {
            return Err("field-too-long");
        }
        let address = markup::slug(&tag);
        if address.is_empty() || tags.iter().any(|known| markup::slug(known) == address) {
            continue;
        }
        if tags.len() == MOST_TAGS {
            return Err("too-many-tags");
        }
        tags.push(tag);
    }
    Ok(tags)
}

/// A post without a title gets its address from its first words.
pub fn with_address(draft: &mut Draft, text: &Rendered) {
    if draft.slug.is_none() && draft.title.is_empty() {
        let words: Vec<&str> = text.excerpt.split_whitespace().take(6).collect();
        draft.slug = words.join(" ").parse().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(title: &str, text: &str) -> Form {
        Form { title: title.into(), text: text.into(), ..Form::empty(None, &"en".parse().unwrap()) }
    }

    #[test]
    fn a_post_needs_a_title_or_a_text() {
        let mut errors = Errors::default();
        assert!(form(" ", "\r\n ").read(markup::Format::Markdown, &mut errors).is_none());
        assert_eq!(errors.get("text"), Some("post-empty"));
        assert!(form("Title", "").read(markup::Format::Markdown, &mut Errors::default()).is_some());
        assert!(form("", "Text").read(markup::Format::Markdown, &mut Errors::default()).is_some());
    }

    #[test]
    fn what_shows_nothing_is_no_title_and_no_text() {
        let mut errors = Errors::default();
        assert!(form("\u{301}\u{200d}", " \u{200f}\u{2060}\n").read(markup::Format::Markdown, &mut errors).is_none());
        assert_eq!(errors.get("text"), Some("post-empty"));
        let read = |title: &str| form(title, "Text").read(markup::Format::Markdown, &mut Errors::default());
        assert_eq!(read("\u{200b}\u{301}").unwrap().title, "");
        assert_eq!(read("One\r\ntwo\u{0}\u{7}\tthree").unwrap().title, "One two three");
        assert!(read(&"x".repeat(1_000_000)).is_none());
        assert!(read(&"é".repeat(200)).is_some());
    }

    #[test]
    fn a_title_is_set_as_the_text_is() {
        let title = |language: &str| {
            let form = Form { language: language.into(), ..form("\"Quoted\" -- title...", "") };
            form.read(markup::Format::Markdown, &mut Errors::default()).unwrap().title
        };
        assert_eq!(title("en"), "“Quoted” – title…");
        assert_eq!(title("de"), "„Quoted“ – title…");
    }

    #[test]
    fn a_tag_that_is_typed_twice_is_one_tag() {
        assert_eq!(tags("#time, Time , learning at work,, ???"), Ok(vec!["time".into(), "learning at work".into()]));
        assert!(tags(&"x".repeat(61)).is_err());
        let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
        assert_eq!(tags(&many.join(",")), Err("too-many-tags"));
        assert_eq!(tags(&"time,".repeat(1_000_000)), Err("too-many-tags"));
    }

    #[test]
    fn a_made_up_audience_or_language_is_refused() {
        let mut errors = Errors::default();
        let odd = Form { audience: "world".into(), language: "<b>".into(), ..form("Title", "") };
        assert!(odd.read(markup::Format::Markdown, &mut errors).is_none());
        assert!(errors.get("audience").is_some() && errors.get("language").is_some());
    }
}
