//! Blocks: a text in parts that can be changed one by one.

use proptest::prelude::*;

use crate::{comment_blocks, post_blocks};

/// Line numbers and HTML of the blocks of a post.
fn blocks(source: &str) -> Vec<(usize, usize, String)> {
    post_blocks(source).into_iter().map(|block| (block.first, block.last, block.html.replace(">\n<", "><"))).collect()
}

fn block(first: usize, last: usize, html: &str) -> (usize, usize, String) {
    (first, last, format!("{html}\n"))
}

#[test]
fn a_block_knows_the_lines_it_was_written_in() {
    assert_eq!(
        blocks("# One\n\nTwo\nlines\n\n- a\n- b\n\n\n```rust\nlet x;\n```\n\n> said\n"),
        [
            block(1, 1, "<h2>One</h2>"),
            block(3, 4, "<p>Two<br>\nlines</p>"),
            block(6, 7, "<ul><li>a</li><li>b</li></ul>"),
            block(10, 12, "<pre><code class=\"language-rust\">let x;\n</code></pre>"),
            block(14, 14, "<blockquote><p>said</p></blockquote>"),
        ]
    );
    assert_eq!(blocks(""), []);
}

#[test]
fn nothing_is_added_to_what_was_typed() {
    assert_eq!(
        blocks("\"Don't\" -- @michael :-) https://example.org"),
        [block(1, 1, "<p>\"Don't\" -- @michael :-) https://example.org</p>")]
    );
}

#[test]
fn headings_keep_the_level_they_were_typed_with() {
    let levels = |source: &str| post_blocks(source).iter().map(|block| block.level).collect::<Vec<_>>();
    assert_eq!(
        levels("# a\n\n## b\n\n##### c\n\n###### d\n\ne\n---\n\nf"),
        [1, 2, 5, 6, 2].map(Some).into_iter().chain([None]).collect::<Vec<_>>()
    );
}

#[test]
fn what_is_opened_in_html_is_one_block_until_it_is_closed() {
    let found = blocks("<details>\n<summary>More</summary>\n\nHidden *words*\n\n</details>\n\nAfter");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!((found[0].0, found[0].1), (1, 6));
    assert!(found[0].2.contains("<em>words</em>") && found[0].2.contains("</details>"), "{found:?}");
    assert!(post_blocks("<div>\n\na\n\n</div>")[0].is_html);
}

#[test]
fn footnotes_and_where_links_lead_are_told_apart_from_words() {
    let found = post_blocks("Said[^a] [so][r].\n\n[r]: https://example.org\n\n[^a]: By whom?\n");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].html.contains("<sup class=\"note\">a</sup>") && found[0].html.contains("href=\"https://example.org\"")
    );
    assert_eq!((found[1].first, found[1].last, found[1].note.as_deref()), (5, 5, Some("a")));
    assert!(found[1].html.contains("By whom?"));
}

#[test]
fn a_comment_has_no_blocks_that_comments_lack() {
    let found = comment_blocks("# Loud\n\n![x](https://example.org/y.png)");
    assert_eq!(found[0].html.trim_end(), "<p><strong>Loud</strong></p>");
    assert!(!found[1].html.contains("<img"));
}

#[test]
fn what_is_unsafe_is_in_no_block() {
    for found in post_blocks(
        "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <a onclick=\"x\">y</a>\n\n<style>p{}</style>",
    ) {
        for bad in ["<script", "javascript:", "onclick", "<style"] {
            assert!(!found.html.contains(bad), "{found:?}");
        }
    }
}

proptest! {
    #[test]
    fn blocks_follow_one_another_whatever_is_written(source in "([a-z#>*_`|\\-\\[\\]()<:/!\n ]|\n\n|<div>|</div>|- |1\\. |\\[\\^a\\]: ){0,60}") {
        let lines = source.lines().count();
        let mut before = 0;
        for block in post_blocks(&source) {
            prop_assert!(block.first > before && block.last >= block.first && block.last <= lines.max(1), "{:?} in {:?}", block, source);
            before = block.last;
        }
    }
}
