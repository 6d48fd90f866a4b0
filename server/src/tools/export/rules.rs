//! What things are called in WordPress.

use std::collections::HashMap;

use crate::{audiences::Audience, ids::CommentId};

/// The state of a post: never wider than here.
pub const fn status(is_published: bool, is_hidden: bool, audience: i64) -> &'static str {
    match (is_published, is_hidden, audience == Audience::Public.circle()) {
        (false, ..) => "draft",
        (true, false, true) => "publish",
        (true, ..) => "private",
    }
}

/// An address of this site as others have to write it; nothing of another's, and of a place in the text.
pub fn whole(address: &str, base: &str) -> Option<String> {
    (address.starts_with('/') && !address.starts_with("//")).then(|| format!("{base}{address}"))
}

/// HTML as a block of its own, so that WordPress makes no paragraphs in it.
pub fn as_block(html: &str) -> String {
    if html.trim().is_empty() { String::new() } else { format!("<!-- wp:html -->\n{html}\n<!-- /wp:html -->") }
}

/// The excerpt, unless it is the beginning of the text.
pub fn own_excerpt(excerpt: &str, html: &str) -> String {
    let begins = excerpt.trim_end_matches('…').trim();
    if begins.is_empty() || markup::plain(html).split_whitespace().collect::<Vec<_>>().join(" ").starts_with(begins) {
        return String::new();
    }
    excerpt.to_owned()
}

/// The HTML of a comment as WordPress stores it: paragraphs and line breaks are lines.
pub fn as_lines(html: &str) -> String {
    // Within such text, line ends mean something else.
    if html.contains("<pre") {
        return html.to_owned();
    }
    let lines = html.replace('\n', " ").replace("<br> ", "\n").replace("<br>", "\n").replace("<br /> ", "\n");
    let lines = lines.replace("<br />", "\n").replace("</p> ", "</p>").replace("<p>", "").replace("</p>", "\n\n");
    lines.trim().to_owned()
}

/// What an answer stands under where some entries are gone, each with what it answers.
pub fn above(parent: Option<CommentId>, gone: &HashMap<CommentId, Option<CommentId>>) -> Option<CommentId> {
    let mut above = parent;
    while let Some(next) = above.and_then(|above| gone.get(&above)) {
        above = *next;
    }
    above
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_not_everybody_may_read_is_never_published() {
        assert_eq!(status(true, false, 1), "publish");
        for (published, hidden, audience) in [(true, false, 0), (true, false, 2), (true, false, 77), (true, true, 1)] {
            assert_eq!(status(published, hidden, audience), "private");
        }
        assert_eq!(status(false, false, 1), "draft");
    }

    #[test]
    fn paragraphs_of_a_comment_are_lines() {
        assert_eq!(as_lines("<p>One<br>\ntwo</p>\n<p>three <em>four</em></p>\n"), "One\ntwo\n\nthree <em>four</em>");
        assert_eq!(as_lines("<pre>a\nb</pre>"), "<pre>a\nb</pre>");
    }

    #[test]
    fn an_answer_to_what_is_gone_stands_under_what_that_answered() {
        let gone = HashMap::from([(CommentId(3), Some(CommentId(2))), (CommentId(2), Some(CommentId(1)))]);
        assert_eq!(above(Some(CommentId(3)), &gone), Some(CommentId(1)));
        assert_eq!(above(Some(CommentId(9)), &gone), Some(CommentId(9)));
        assert_eq!(above(Some(CommentId(2)), &HashMap::from([(CommentId(2), None)])), None);
    }
}
