//! Posts: WordPress's paragraphs, blocks and shortcodes.

use super::{cx, markdown_post, wordpress_post};
use crate::{Context, Format, post};

const REL: &str = "rel=\"nofollow ugc noopener\"";

#[test]
fn a_markdown_post_has_headings_pictures_and_tables() {
    assert_eq!(
        markdown_post("# A\n\n![x](/y.png)\n\n| a | b |\n|---|--:|\n| 1 | 2 |"),
        "<h2>A</h2><p><img alt=\"x\" src=\"/y.png\"></p><table><thead><tr><th>a</th><th class=\"alignright\">b</th></tr></thead>\
         <tbody><tr><td>1</td><td class=\"alignright\">2</td></tr></tbody></table>"
    );
}

#[test]
fn blank_lines_make_paragraphs_and_not_around_blocks() {
    for (source, html) in [
        ("", ""),
        ("one", "<p>one</p>"),
        ("one\n\n\n\ntwo", "<p>one</p><p>two</p>"),
        ("one<br />\ntwo<br><br>three", "<p>one<br>two</p><p>three</p>"),
        ("one\n<h2>two</h2>\nthree", "<p>one</p><h2>two</h2><p>three</p>"),
        ("<ul>\n<li>a</li>\n<li>b\nc</li>\n</ul>\nd", "<ul><li>a</li><li>b<br>c</li></ul><p>d</p>"),
        ("<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("<p>a\nb</p>\n\nc", "<p>a<br>b</p><p>c</p>"),
        ("<strong>a</strong>\n<em>b</em> c", "<p><strong>a</strong><br><em>b</em> c</p>"),
        ("a\n\n<pre>x\n\ny</pre>\nb", "<p>a</p><pre>x\n\ny</pre><p>b</p>"),
        ("a\n\n<hr>\nb", "<p>a</p><hr><p>b</p>"),
        ("one\n\n<!--more-->\n\ntwo", "<p>one</p><p>two</p>"),
        ("one\n<!--more-->\ntwo", "<p>one</p><p>two</p>"),
        ("<section><p>a</p></section>", "<div><p>a</p></div>"),
        ("<img src=\"/a.png\" alt=\"b\" />\nc", "<p><img alt=\"b\" src=\"/a.png\"><br>c</p>"),
    ] {
        assert_eq!(wordpress_post(source), html, "{source}");
    }
}

#[test]
fn a_table_keeps_its_shape() {
    assert_eq!(
        wordpress_post("<table>\n<tr>\n<td>a</td>\n<th scope=\"row\">b\n</tr>\n</table>\nc"),
        "<table><tbody><tr><td>a</td><th scope=\"row\">b</th></tr></tbody></table><p>c</p>"
    );
    assert_eq!(wordpress_post("<td>a</td>"), "<p>a</p>");
    assert_eq!(
        wordpress_post("<table>lost<tr>found</table>"),
        "<table><tbody><tr><td>lost</td></tr><tr><td>found</td></tr></tbody></table>"
    );
}

#[test]
fn a_post_in_blocks_has_its_paragraphs_already() {
    assert_eq!(
        wordpress_post("<!-- wp:paragraph {\"align\":\"left\"} -->\n<p>one\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->\n<ul><li>a</li></ul>\n<!-- /wp:list -->").replace('\n', ""),
        "<p>onetwo</p><ul><li>a</li></ul>"
    );
}

#[test]
fn a_caption_is_a_figure() {
    let expected = |words: &str| {
        format!(
            "<p>a</p><figure class=\"alignleft\"><a href=\"/x\" {REL}><img alt=\"\" src=\"/x.png\"></a><figcaption>{words}</figcaption></figure><p>b</p>"
        )
    };
    assert_eq!(
        wordpress_post(
            "a\n[caption id=\"attachment_6\" align=\"alignleft\" width=\"300\"]<a href=\"/x\"><img src=\"/x.png\" alt=\"\" /></a> My <em>cat</em>[/caption]\nb"
        ),
        expected("My <em>cat</em>")
    );
    assert_eq!(
        wordpress_post(
            "a\n[caption align=\"alignleft\" caption=\"My [cat]\"]<a href=\"/x\"><img src=\"/x.png\" alt=\"\" /></a>[/caption]\nb"
        ),
        expected("My [cat]")
    );
}

#[test]
fn a_gallery_shows_its_pictures_when_they_are_known() {
    let cx = Context { attachment: Some(&|id| (id != 3).then(|| format!("/files/{id}"))), ..cx("en") };
    assert_eq!(
        post("a\n[gallery ids=\"1, 2,3\"]\nb", Format::WordPress, &cx),
        "<p>a</p><figure class=\"gallery\"><img alt=\"\" src=\"/files/1\"><img alt=\"\" src=\"/files/2\"></figure><p>b</p>"
    );
    assert_eq!(post("[gallery]", Format::WordPress, &cx), "<p>[gallery]</p>");
    assert_eq!(wordpress_post("[gallery ids=\"1\"]"), "<p>[gallery ids=“1”]</p>");
}

#[test]
fn an_embed_is_a_link() {
    let linked = format!("<p><a href=\"https://v.example/1\" {REL}>https://v.example/1</a></p>");
    assert_eq!(wordpress_post("[embed]https://v.example/1[/embed]"), linked);
    assert_eq!(wordpress_post("[embed width=\"1\"] https://v.example/1 [/embed]"), linked);
    assert_eq!(wordpress_post("[embed https://v.example/1]"), linked);
    assert_eq!(wordpress_post("<iframe width=\"1\" src=\"https://v.example/1\"></iframe>"), linked);
    assert_eq!(wordpress_post("<iframe src=\"//v.example/1\">x</iframe>"), linked);
    assert_eq!(wordpress_post("[embed]javascript:alert(1)[/embed]"), "<p>[embed]javascript:alert(1)[/embed]</p>");
}

#[test]
fn an_unknown_shortcode_stays_as_written() {
    assert_eq!(wordpress_post("[iframe src='/a' x=1] [foo]b[/foo]"), "<p>[iframe src=‘/a’ x=1] [foo]b[/foo]</p>");
}

#[test]
fn an_escaped_shortcode_loses_one_pair_of_brackets() {
    assert_eq!(wordpress_post("[[gallery]] and [[1]]"), "<p>[gallery] and [[1]]</p>");
    assert_eq!(
        wordpress_post("<code>[[x]] [embed]https://a.example[/embed]</code>"),
        "<p><code>[[x]] [embed]https://a.example[/embed]</code></p>"
    );
}

#[test]
fn details_stay_in_a_post() {
    assert_eq!(
        markdown_post("<details><summary>more</summary>\nword\n</details>"),
        "<details><summary>more</summary><p>word</p></details>"
    );
}

#[test]
fn a_class_stays_only_where_it_places_a_picture() {
    assert_eq!(
        wordpress_post(
            "<p class=\"alignleft\"><img class=\"alignright size-full wp-image-5\" src=\"/a.png\" alt=\"\"></p>"
        ),
        "<p><img alt=\"\" class=\"alignright\" src=\"/a.png\"></p>"
    );
}

#[test]
fn two_levels_of_headings_stay_two() {
    for (typed, html) in [
        ("# One\n\n## Two\n\n### Three", "<h2>One</h2><h3>Two</h3><h4>Three</h4>"),
        ("## Two\n\n# One", "<h3>Two</h3><h2>One</h2>"),
        ("## Two\n\n### Three", "<h2>Two</h2><h3>Three</h3>"),
        ("# One\n\n### Three", "<h2>One</h2><h3>Three</h3>"),
        ("# One\n\n<h2>Two</h2>", "<h2>One</h2><h3>Two</h3>"),
        ("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6", "<h2>1</h2><h3>2</h3><h4>3</h4><h5>4</h5><h6>5</h6><h6>6</h6>"),
    ] {
        assert_eq!(markdown_post(typed), html, "{typed}");
    }
    assert_eq!(wordpress_post("<h1>One</h1><H2>Two</H2>"), "<h2>One</h2><h3>Two</h3>");
}

#[test]
fn a_picture_over_an_open_line_comes_over_a_safe_one_and_is_linked() {
    let link = format!("<a href=\"http://example.org/a.png\" {REL}>");
    assert_eq!(
        markdown_post("![a cat](http://example.org/a.png)"),
        format!("<p>{link}<img alt=\"a cat\" src=\"https://example.org/a.png\"></a></p>")
    );
    assert_eq!(
        wordpress_post("<img src=\"http://example.org/a.png\">"),
        format!("<p>{link}<img alt=\"a.png\" src=\"https://example.org/a.png\"></a></p>")
    );
    assert_eq!(
        wordpress_post("<a href=\"/x\"><img src=\"http://example.org/a.png\" alt=\"b\"></a>"),
        format!("<p><a href=\"/x\" {REL}><img alt=\"b\" src=\"https://example.org/a.png\"></a></p>")
    );
    assert_eq!(
        markdown_post("![](http://localhost:80/a.png)"),
        "<p><img alt=\"\" src=\"http://localhost:80/a.png\"></p>"
    );
}

#[test]
fn elements_out_of_their_places_are_put_right() {
    for (typed, html) in [
        ("<dt>a<dd>b", "<p>a</p><p>b</p>"),
        ("<h2>a<ul><li>b</ul>", "<h2>a</h2><ul><li>b</li></ul>"),
        ("<rt>a</rt>", "<p>a</p>"),
        (
            "<table><tr><td>a<thead><tr><td>b</table>",
            "<table><tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>",
        ),
        ("<dl>a</dl>", "<dl><dd>a</dd></dl>"),
        ("<figcaption>a</figcaption>", "<p>a</p>"),
        ("<summary>a</summary>", "<p>a</p>"),
        ("<h2><p>a</p></h2>", "<h2>a</h2>"),
        (
            "<table><tr><td>a</td></tr><caption>b</caption></table>",
            "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>",
        ),
        ("<b>x<div>a</div></b>", "<p><b>x</b></p><div><p>a</p></div>"),
    ] {
        assert_eq!(wordpress_post(typed), html, "{typed}");
    }
}
