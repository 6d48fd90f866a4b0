//! What a good discussion is, and who may do what with one. Pure.

use crate::{ids::MemberId, kit::i18n::Lang};

/// No title is longer, in characters.
pub const LONGEST_TITLE: usize = 150;
/// No text is longer.
pub const LONGEST_TEXT: usize = 20_000;

/// What somebody writes to begin a discussion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// In Markdown.
    pub source: String,
    /// The language it is written in.
    pub lang: Lang,
}

/// A title of one line.
///
/// # Errors
/// The message that says what is wrong with it.
pub fn title(typed: &str) -> Result<String, &'static str> {
    let title = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match title.chars().count() {
        0 => Err("field-required"),
        1..=LONGEST_TITLE => Ok(title),
        _ => Err("field-too-long"),
    }
}

/// A text that says something.
///
/// # Errors
/// The message that says what is wrong with it.
pub fn text(typed: &str) -> Result<String, &'static str> {
    let text = typed.replace("\r\n", "\n");
    if text.trim().is_empty() {
        Err("field-required")
    } else if text.chars().count() > LONGEST_TEXT {
        Err("field-too-long")
    } else {
        Ok(text)
    }
}

/// What somebody is to a discussion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Whether they are one of those it is for.
    pub is_in: bool,
    /// Whether they lead the group.
    pub leads: bool,
    /// Whether they began it.
    pub wrote: bool,
}

impl Standing {
    /// What a reader is to a discussion that this member began.
    pub fn of(reader: MemberId, author: MemberId, is_in: bool, leads: bool) -> Self {
        Self { is_in, leads: is_in && leads, wrote: reader == author }
    }

    /// Whether they may read it: those it is for what everybody said, and whoever began it their own text.
    pub const fn may_read(self) -> bool {
        self.is_in || self.wrote
    }

    /// Whether they may say it otherwise.
    pub const fn may_edit(self) -> bool {
        self.is_in && self.wrote
    }

    /// Whether they may close it, open it again, and pin it.
    pub const fn may_lead(self) -> bool {
        self.leads
    }

    /// Whether they may delete it with all that was said in it.
    pub const fn may_delete(self) -> bool {
        self.leads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_discussion_needs_a_title_of_one_line_and_a_text() {
        assert_eq!(title("  What  to\nplant? "), Ok("What to plant?".into()));
        assert_eq!(title(" \n"), Err("field-required"));
        assert_eq!(title(&"x".repeat(LONGEST_TITLE + 1)), Err("field-too-long"));
        assert_eq!(text("One\r\ntwo"), Ok("One\ntwo".into()));
        assert_eq!(text(" \n "), Err("field-required"));
        assert_eq!(text(&"x".repeat(LONGEST_TEXT + 1)), Err("field-too-long"));
    }

    #[test]
    fn whoever_left_reads_what_they_began_and_changes_nothing() {
        let (ines, bram) = (MemberId(1), MemberId(2));
        let left = Standing::of(ines, ines, false, false);
        assert!(left.may_read() && !left.may_edit() && !left.may_lead() && !left.may_delete());
        let writer = Standing::of(ines, ines, true, false);
        assert!(writer.may_edit() && !writer.may_lead() && !writer.may_delete());
        let leader = Standing::of(bram, ines, true, true);
        assert!(!leader.may_edit() && leader.may_lead() && leader.may_delete());
        let stranger = Standing::of(bram, ines, false, true);
        assert!(!stranger.may_read() && !stranger.may_lead());
    }
}
