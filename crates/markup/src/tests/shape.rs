//! What HTML wants of its elements, kept whatever was typed.

use super::{markdown, wordpress, wordpress_post};
use crate::{Policy, clean::clean, placed};

#[test]
fn elements_stand_as_html_wants_them() {
    for (source, html) in [
        // How something is read, and brackets around it.
        ("<ruby>a</ruby>", "<p>a</p>"),
        ("<ruby>a<rp>(</rp></ruby>", "<p>a(</p>"),
        ("<ruby>a<rt>x</rt>b</ruby>", "<p><ruby>a<rt>x</rt></ruby>b</p>"),
        ("<ruby>a<rt>x</rt>b<rt>y</rt></ruby>", "<p><ruby>a<rt>x</rt>b<rt>y</rt></ruby></p>"),
        ("<ruby>a<rp>(</rp><rt>x</rt></ruby>", "<p><ruby>a(<rt>x</rt></ruby></p>"),
        ("<ruby>a<rp>(</rp><rt>x</rt><rp>)</rp></ruby>", "<p><ruby>a<rp>(</rp><rt>x</rt><rp>)</rp></ruby></p>"),
        ("<ruby><em>a<rt>x</rt></em></ruby>", "<p><em>ax</em></p>"),
        // Terms and what they mean.
        ("<dl><dt>a</dt></dl>", "<div><div>a</div></div>"),
        ("<dl><dd>a</dd><dd id=\"b\">b</dd></dl>", "<div><div>a</div><div id=\"text-b\">b</div></div>"),
        ("<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd></dd></dl>"),
        ("<dl><dd>z</dd><dt>a</dt><dd>b</dd></dl>", "<dl><dt></dt><dd>z</dd><dt>a</dt><dd>b</dd></dl>"),
        ("<dl><dt><h3>a</h3></dt><dd>b</dd></dl>", "<dl><dt><p>a</p></dt><dd>b</dd></dl>"),
        ("<dl></dl>", "<dl></dl>"),
        // What opens has something to open it by.
        ("<details open>a</details>", "<div><p>a</p></div>"),
        ("<details><summary>b</summary>a</details>", "<details><summary>b</summary><p>a</p></details>"),
        (
            "<details>a<details><summary>b</summary>c</details></details>",
            "<div><p>a</p><details><summary>b</summary><p>c</p></details></div>",
        ),
        // Captions.
        (
            "<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>",
            "<figure><p>a</p><div>b</div><p>c</p></figure>",
        ),
        (
            "<figure><figcaption>a</figcaption><figcaption>b</figcaption></figure>",
            "<figure><figcaption>a</figcaption><div>b</div></figure>",
        ),
        ("<figure><figcaption>a</figcaption><p>b</p></figure>", "<figure><figcaption>a</figcaption><p>b</p></figure>"),
        // Tables.
        ("<table><tr></tr><tr><td>a</td></tr></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ("<table><tr><th><h3>a</h3></th></tr></table>", "<table><tbody><tr><th><p>a</p></th></tr></tbody></table>"),
        (
            "<table><tfoot><tr><td>f</td></tr></tfoot><tr><td>a</td></tr></table>",
            "<table><tbody><tr><td>f</td></tr></tbody><tbody><tr><td>a</td></tr></tbody></table>",
        ),
        ("<table><tr><td colspan=\"0\">a</td></tr></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        (
            "<table><tr><td rowspan=\"3\" colspan=\"5\">a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            "<table><tbody><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>",
        ),
        (
            "<table><tr><td colspan=\"2\">a</td></tr><tr><td>b</td><td>c</td></tr></table>",
            "<table><tbody><tr><td colspan=\"2\">a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>",
        ),
        // Values that are none.
        (
            "<time>soon</time> <time datetime=\"soon\">x</time> <time>2026-09-01</time>",
            "<p>soon x <time>2026-09-01</time></p>",
        ),
        ("<time datetime=\"2026-09-01T08:30Z\">then</time>", "<p><time datetime=\"2026-09-01T08:30Z\">then</time></p>"),
        ("<del datetime=\"soon\">x</del>", "<p><del>x</del></p>"),
        ("<img alt=\"a &quot;b&quot;\" src=\"data:x\">", "<p>a “b”</p>"),
        (
            "<a href=\"https://a.example/b c|d\">x</a>",
            "<p><a href=\"https://a.example/b%20c|d\" rel=\"nofollow ugc noopener\">x</a></p>",
        ),
        ("<dfn>a <dfn>b</dfn></dfn>", "<p><dfn>a b</dfn></p>"),
        ("<acronym title=\"t\">a</acronym>", "<p><abbr title=\"t\">a</abbr></p>"),
    ] {
        assert_eq!(wordpress_post(source), html, "{source}");
        assert_eq!(clean(html, Policy::Post), html, "twice is as once");
    }
    assert_eq!(wordpress("<strike>a</strike> <s>b</s>"), "<p><s>a</s> <s>b</s></p>");
    // What opens does not stand in a link.
    assert_eq!(
        clean("<a href=\"/x\"><details><summary>b</summary>a</details></a>", Policy::Post),
        "<a href=\"/x\" rel=\"nofollow ugc noopener\"><div><p>b</p>a</div></a>"
    );
    // However wide it says it is.
    let wide = format!("<table><tr>{}</tr></table>", "<td colspan=\"999\">a</td>".repeat(2000));
    assert!(!wordpress_post(&wide).contains("colspan"));
}

#[test]
fn a_link_in_a_comment_leads_to_the_place_in_that_comment() {
    let html = wordpress(
        "See<a href=\"#fn1\" id=\"ref1\">1</a> <b id=\"other\">x</b>\n\n<a id=\"fn1\" href=\"#ref1\">1</a> Note",
    );
    for (name, there) in [("7", "text-7-fn1"), ("8", "text-8-fn1")] {
        let placed = placed(&html, name);
        assert_eq!(placed.matches(&format!("href=\"#{there}\"")).count(), 1, "{placed}");
        assert_eq!(placed.matches(&format!("id=\"{there}\"")).count(), 1, "{placed}");
        assert_eq!(placed.matches(" id=").count(), 2, "only what is led to has a name: {placed}");
    }
    let footnote = markdown("Yes[^1]\n\n[^1]: No.");
    let placed_note = placed(&footnote, "9");
    assert!(
        placed_note.contains("href=\"#text-9-fn-1\"") && placed_note.contains("id=\"text-9-fn-1\""),
        "{placed_note}"
    );
    // What is only said stays as it is said.
    let said = markdown("`<p id=\"text-a\">` [^1]\n\n[^1]: x");
    assert!(placed(&said, "9").contains("id=\"text-a\"&gt;</code>"), "{said}");
    assert_eq!(markdown("[a](#nowhere)"), "<p><a href=\"#nowhere\" rel=\"nofollow ugc noopener\">a</a></p>");
}

#[test]
fn a_paragraph_that_shows_nothing_goes() {
    for nothing in ["\u{200f}", "\u{202e}\u{200b}", "&lrm;", "\u{2066} \u{2069}", "\u{feff}\u{61c}"] {
        assert_eq!(wordpress(&format!("a\n\n{nothing}\n\nb")), "<p>a</p><p>b</p>", "{nothing:?}");
        assert_eq!(markdown(nothing), "", "{nothing:?}");
    }
    assert_eq!(markdown("a\u{200f}"), "<p>a\u{200f}</p>");
}
