//! Nothing a stranger writes is executed.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::cx;
use crate::entities::decode;
use crate::{Attachment, Context, Footnote, Format, References, comment, excerpt, handles, plain, post, slug, title};
use crate::{Policy, clean::clean};

const VECTORS: &str = include_str!("../../tests/vectors.txt");

const ATTRIBUTES: [&str; 17] = [
    "align", "alt", "cite", "class", "colspan", "datetime", "height", "href", "open", "rel", "rowspan", "scope", "src",
    "start", "title", "width", "id",
];

/// None of them runs anything.
const SCHEMES: [&str; 10] = ["http", "https", "mailto", "tel", "sms", "webcal", "xmpp", "irc", "ircs", "geo"];

/// What every text refers to.
static KNOWN: LazyLock<References> = LazyLock::new(|| {
    let attachment = Attachment {
        address: "/files/1.png?\"onerror=\"".into(),
        alt: "\"><script>".into(),
        caption: "<script>alert(1)</script><b>".into(),
        title: "<i".into(),
    };
    References {
        number: Some(1),
        attachments: [(1, attachment.clone()), (2, Attachment { address: "/x.mp3".into(), ..attachment })].into(),
        children: [(1, vec![1, 2])].into(),
        blocks: [(1, "<!-- wp:block {\"ref\":1} /--><b>[gallery]<script>".into())].into(),
        footnotes: vec![Footnote { id: "\"x".into(), content: "</li><script>".into() }],
        featured: Some(1),
    }
});

/// Every `<` begins a tag of a known form with known attributes, every tag is closed, every address has
/// a harmless scheme.
fn assert_safe(html: &str) {
    let mut open = Vec::new();
    let mut parts = html.split('<');
    assert!(!parts.next().unwrap().contains('>'), "{html}");
    for part in parts {
        let (tag, text) = part.split_once('>').unwrap_or_else(|| panic!("no end: {html}"));
        assert!(!text.contains('>'), "{html}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(Policy::Post.element(name).is_some(), "<{name}> in {html}");
        while !rest.is_empty() {
            let (attribute, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("{html}"));
            let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("{html}"));
            assert!(ATTRIBUTES.contains(&attribute), "{attribute} in {html}");
            assert!(attribute != "id" || value.starts_with("text-"), "{value} in {html}");
            if matches!(attribute, "href" | "src" | "cite") {
                let value = decode(value).to_ascii_lowercase();
                let scheme = value.split(['/', '?', '#']).next().unwrap().split_once(':');
                let known = scheme.is_none_or(|(scheme, _)| SCHEMES.contains(&scheme));
                assert!(known, "{value} in {html}");
            }
            if attribute == "class" {
                assert!(
                    value.split(' ').all(|class| ["mention", "gallery"].contains(&class) || class.starts_with("align")),
                    "{html}"
                );
            }
            rest = after.strip_prefix(' ').unwrap_or(after);
        }
        if !matches!(name, "br" | "hr" | "img") {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{html}");
}

/// A member for every handle, a picture for every number, emoji for every smiley.
fn eager(lang: &str) -> Context<'_> {
    Context {
        lang,
        mention: &|handle| Some(format!("/people/{handle}")),
        references: Some(&KNOWN),
        smileys_to_emoji: true,
    }
}

fn assert_all_safe(source: &str) {
    for format in [Format::Markdown, Format::WordPress] {
        for cx in [eager("en"), eager("es"), cx("de")] {
            assert_safe(&comment(source, format, &cx));
            assert_safe(&post(source, format, &cx));
        }
    }
}

fn assert_stable(source: &str) {
    for policy in [Policy::Comment, Policy::Post] {
        let once = clean(&crate::characters::stored(source), policy);
        assert_safe(&once);
        assert_eq!(clean(&once, policy), once, "cleaning {source:?}");
    }
    // Marks of direction that end nothing go after the cleaning: what stood by words may stand by none then.
    if source.contains(['\u{202c}', '\u{2069}']) {
        return;
    }
    let cx = Context::default();
    for format in [Format::Markdown, Format::WordPress] {
        let html = comment(source, format, &cx);
        assert_eq!(clean(&html, Policy::Comment), html, "rendering {source:?}");
        let html = post(source, format, &cx);
        assert_eq!(clean(&html, Policy::Post), html, "rendering {source:?}");
    }
}

#[test]
fn every_known_trick_is_harmless() {
    assert!(VECTORS.lines().count() >= 120);
    for line in VECTORS.lines() {
        assert_all_safe(line);
        assert_all_safe(&format!("> - \"{line}\"\n\n<b>{line}"));
    }
    assert_all_safe(VECTORS);
}

#[test]
fn cleaning_twice_changes_nothing_in_the_known_tricks() {
    for line in VECTORS.lines() {
        assert_stable(line);
    }
    assert_stable(VECTORS);
    assert_stable("<p>z<a id=\"x\">&#1;</p><table><tr><td>y</table>");
    assert_stable("<pre>&#10;&#10;x</pre>");
    assert_stable(
        "<a href=\"java<script[x](javascript:alert(1))<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
    );
}

#[test]
fn the_words_of_a_refused_script_do_not_show() {
    assert_eq!(comment("<script>alert(1)</script>", Format::Markdown, &cx("en")).trim(), "");
    assert_eq!(title("<script>alert(1)</script>a", "en"), "a");
}

/// Text that looks like markup of every kind.
#[allow(clippy::too_many_lines, reason = "it is a list")]
fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(VECTORS.lines().collect::<Vec<_>>()).prop_map(str::to_owned),
        proptest::sample::select(vec![
            "<",
            ">",
            "\"",
            "'",
            "&",
            "`",
            "=",
            "/",
            "\n",
            "\n\n",
            " ",
            "\t",
            "- ",
            "> ",
            "1. ",
            "    ",
            "*",
            "**",
            "_",
            "~~",
            "```",
            "[",
            "]",
            "(",
            ")",
            "![",
            "](",
            "](/x)",
            "<!--",
            "-->",
            "<b>",
            "</b>",
            "<i",
            "<p>",
            "</p>",
            "<ul>",
            "<li>",
            "</ul>",
            "<ol>",
            "<blockquote>",
            "</blockquote>",
            "<pre>",
            "</pre>",
            "<code>",
            "</code>",
            "<table>",
            "<tr>",
            "<td>",
            "<th>",
            "<caption>",
            "<thead>",
            "</table>",
            "</td>",
            "<a href='/x'>",
            "</a>",
            "<a href=\"",
            "<h1>",
            "</h1>",
            "<dl>",
            "<dt>",
            "<dd>",
            "<details>",
            "<summary>",
            "<figure>",
            "<figcaption>",
            "<img src='/x'>",
            "<img alt='",
            "<br>",
            "<hr>",
            "<div>",
            "</div>",
            "<section>",
            "<svg>",
            "<style>",
            "<script>",
            "</script>",
            "<iframe src='/x'>",
            "<video>",
            "<source src='/x.mp4'>",
            "</video>",
            "<object data=",
            "<script src='https://a.example/1.js'></script>",
            "<center>",
            "</center>",
            "<a id='x'>",
            "<a name=\"y z\">",
            "<span id=x>",
            "<p id='x'>",
            "<a href='#x'>",
            "<a href='foo:<b>'>",
            "<a href='tel:1'>",
            "<ruby>",
            "<rt>",
            "<rp>",
            "<del>",
            "<q>",
            "<u>",
            "<s>",
            "&amp;",
            "&lt;",
            "&#60;",
            "&#0;",
            "&quot;",
            "&nbsp;",
            "[caption]",
            "[/caption]",
            "[caption caption=\"",
            "[embed]",
            "[/embed]",
            "[gallery ids=\"1\"]",
            "[gallery]",
            "[playlist]",
            "[audio /talk.mp3]",
            "[/audio]",
            "[code]",
            "[/code]",
            "[youtube=https://a.example]",
            "<!-- wp:block {\"ref\":1} /-->",
            "<!-- wp:footnotes /-->",
            "<!-- wp:social-link {\"url\":\"http://a.example\"} /-->",
            "[[",
            "]]",
            "http://",
            "https://a.example",
            "www.",
            "@",
            "@michael",
            "me@a.example",
            "--",
            "---",
            "...",
            ":-)",
            "\u{0}",
            "\u{1}",
            "\u{2}",
            "\u{202e}",
            "\u{2066}",
            "\u{2069}",
            "\u{202c}",
            "\u{301}",
            "\u{200d}",
            "👩",
            "’",
            "“",
            "«",
            "\u{a0}",
            "\u{fffc}",
            "é",
            "x",
            "word",
            "5",
            "| a | b |\n|---|---|\n",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,4}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_is_safe_and_well_formed(source in markup()) {
        assert_all_safe(&source);
    }

    #[test]
    fn cleaning_twice_changes_nothing(source in markup()) {
        assert_stable(&source);
    }

    #[test]
    fn plain_words_are_never_lost(words in proptest::collection::vec("[a-z]{1,8}", 1..20)) {
        let text = words.join("\n");
        for format in [Format::Markdown, Format::WordPress] {
            let html = comment(&text, format, &cx("en"));
            prop_assert_eq!(plain(&html), text.clone());
        }
    }

    #[test]
    fn no_text_breaks_the_small_helpers(source in markup(), chars in 0_usize..50) {
        prop_assert!(excerpt(&source, chars).chars().count() <= chars + 1);
        prop_assert!(!title(&source, "en").contains('\n'));
        for handle in handles(&source) {
            prop_assert!(!handle.is_empty());
        }
        let slug = slug(&source);
        prop_assert!(!slug.contains(|c: char| c.is_whitespace() || "/?#<>\"'&%".contains(c)));
    }
}
