//! Posts: WordPress's paragraphs, blocks and shortcodes.

use super::{cx, markdown_post, wordpress_post};
use crate::{Attachment, Context, Footnote, Format, References, Wanted, addresses, lead, post, wanted};

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
    let picture = |id: u64| (id, Attachment { address: format!("/files/{id}.png"), ..Attachment::default() });
    let known = References { attachments: [1, 2].map(picture).into(), ..References::default() };
    let cx = Context { references: Some(&known), ..cx("en") };
    assert_eq!(
        post("a\n[gallery ids=\"1, 2,3\"]\nb", Format::WordPress, &cx),
        "<p>a</p><figure class=\"gallery\"><img alt=\"\" src=\"/files/1.png\"><img alt=\"\" src=\"/files/2.png\"></figure><p>b</p>"
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
        ("<dl>a</dl>", "<div><div>a</div></div>"),
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

fn with(known: &References, source: &str) -> String {
    post(source, Format::WordPress, &Context { references: Some(known), ..cx("en") })
}

fn file(address: &str, alt: &str, caption: &str, title: &str) -> Attachment {
    Attachment { address: address.into(), alt: alt.into(), caption: caption.into(), title: title.into() }
}

#[test]
fn a_renamed_element_ends_where_its_own_end_tag_stands() {
    for (source, html) in [
        ("<center>In the middle.</center>Then.\n\nMore.", "<div><p>In the middle.</p></div><p>Then.</p><p>More.</p>"),
        ("<address>1 Quay\nTown</address><b>Hours</b>", "<div><p>1 Quay<br>Town</p></div><p><b>Hours</b></p>"),
        ("<div><center>In.</center>Below.</div>Out.", "<div><div><p>In.</p></div><p>Below.</p></div><p>Out.</p>"),
        ("<section>a<aside>b</aside>c</section>d", "<div><p>a</p><div><p>b</p></div><p>c</p></div><p>d</p>"),
        ("<article><ul><li>x</article>y", "<div><ul><li>x</li></ul></div><p>y</p>"),
    ] {
        assert_eq!(wordpress_post(source), html, "{source}");
    }
}

#[test]
fn films_and_talks_are_links_also_when_their_files_stand_within() {
    let link = |address: &str| format!("<a href=\"{address}\" {REL}>{address}</a>");
    for (source, address) in [
        (
            "<video controls><source src=\"https://m.example/a.webm\"><source src=\"https://m.example/a.mp4\">No.</video>",
            "https://m.example/a.webm",
        ),
        ("<audio><source src='https://m.example/a.mp3'></audio>", "https://m.example/a.mp3"),
        ("<audio src=\"/wp-content/uploads/a.mp3\"></audio>", "/wp-content/uploads/a.mp3"),
        ("<video><a href=\"https://m.example/a.mp4\">film</a></video>", "https://m.example/a.mp4"),
        ("<object data=\"https://m.example/a.swf\"><param name=\"x\"></object>", "https://m.example/a.swf"),
        ("<object><param name=\"movie\" value=\"https://m.example/a.swf\"></object>", "https://m.example/a.swf"),
        ("<iframe data-src=\"https://m.example/a\" src=\"about:blank\"></iframe>", "https://m.example/a"),
    ] {
        assert_eq!(wordpress_post(source), format!("<p>{}</p>", link(address)), "{source}");
        let around = wordpress_post(&format!("Before.\n\n{source}\n\nAfter."));
        assert_eq!(around, format!("<p>Before.</p><p>{}</p><p>After.</p>", link(address)), "{source}");
    }
    assert_eq!(wordpress_post("<video>Your browser shows no films.</video>"), "<p>Your browser shows no films.</p>");
}

#[test]
fn what_a_script_from_elsewhere_would_show_is_a_link() {
    let link = |address: &str| format!("<a href=\"{address}\" {REL}>{address}</a>");
    for (script, page) in [
        ("https://gist.github.com/example/4165157.js?file=blast.pl", "https://gist.github.com/example/4165157"),
        ("//asciinema.org/a/14.js", "https://asciinema.org/a/14"),
        ("https://pastebin.com/embed_js/a1B2", "https://pastebin.com/a1B2"),
    ] {
        let html = wordpress_post(&format!("Before.\n\n<script src=\"{script}\"></script>\n\nAfter."));
        assert_eq!(html, format!("<p>Before.</p><p>{}</p><p>After.</p>", link(page)), "{script}");
    }
    let tweet = "<blockquote>Words</blockquote><script async src=\"https://platform.example/widgets.js\"></script>";
    assert_eq!(wordpress_post(tweet), "<blockquote><p>Words</p></blockquote>");
    let alone = wordpress_post("<script src=\"https://player.example/embed.js\"></script>");
    assert_eq!(alone, format!("<p>{}</p>", link("https://player.example/embed.js")));
    assert_eq!(wordpress_post("Words. <script>document.write(\"x\")</script>").trim(), "<p>Words. </p>");
}

#[test]
fn code_in_shortcodes_is_shown_as_it_was_typed() {
    for (source, code) in [
        (
            "[sourcecode language=\"html\"]\n<b>\"a\"</b> -- 5 > 3\n\n    <i>\n[/sourcecode]",
            "&lt;b&gt;\"a\"&lt;/b&gt; -- 5 &gt; 3\n\n    &lt;i&gt;",
        ),
        (
            "[code lang=\"php\"]\n&lt;?php\n    echo \"hi\"; // it's -- done\n?&gt;\n[/code]",
            "&lt;?php\n    echo \"hi\"; // it's -- done\n?&gt;",
        ),
        ("[python]\n    def f(): # a_b_ [x]\n        return 1\n[/python]", "    def f(): # a_b_ [x]\n        return 1"),
        (
            "[code]<pre>[/pre]</pre><script>x</script>[/code]",
            "&lt;pre&gt;[/pre]&lt;/pre&gt;&lt;script&gt;x&lt;/script&gt;",
        ),
        ("[html]<a href=\"?a&amp;b\">[gallery]</a>[/html]", "&lt;a href=\"?a&amp;amp;b\"&gt;[gallery]&lt;/a&gt;"),
    ] {
        let html = wordpress_post(&format!("Look:\n\n{source}\n\nAfter."));
        assert_eq!(html, format!("<p>Look:</p><pre><code>{code}</code></pre><p>After.</p>"), "{source}");
    }
    assert_eq!(wordpress_post("An array[code] without an end"), "<p>An array[code] without an end</p>");
    assert_eq!(wordpress_post("[[code]x[/code]]"), "<p>[code]x[/code]</p>");
    assert_eq!(wordpress_post("<pre>[code]x[/code]</pre>"), "<pre>[code]x[/code]</pre>");
}

#[test]
fn players_are_links_and_lists_of_them_are_lists() {
    let link = |address: &str| format!("<p><a href=\"{address}\" {REL}>{address}</a></p>");
    for (source, address) in [
        ("[audio mp3=\"https://a.example/talk.mp3\"][/audio]", "https://a.example/talk.mp3"),
        ("[audio https://a.example/talk.mp3]", "https://a.example/talk.mp3"),
        ("[audio https://a.example/talk.mp3|titles=The talk]", "https://a.example/talk.mp3"),
        ("[audio]https://a.example/talk.mp3[/audio]", "https://a.example/talk.mp3"),
        ("[video width=\"640\" mp4='/film/one.mp4'][/video]", "/film/one.mp4"),
        ("[youtube=https://v.example/watch?v=1]", "https://v.example/watch?v=1"),
        ("[youtube https://v.example/1]", "https://v.example/1"),
        ("[vimeo 123]", "https://vimeo.com/123"),
        ("[gist id=\"4165157\"]", "https://gist.github.com/4165157"),
        ("[soundcloud url=\"https://s.example/t\" width=1]", "https://s.example/t"),
    ] {
        assert_eq!(
            wordpress_post(&format!("a\n\n{source}\n\nb")),
            format!("<p>a</p>{}<p>b</p>", link(address)),
            "{source}"
        );
    }
    let known = References {
        attachments: [(30, file("/a.mp3", "", "", "The talk")), (31, file("/b.mp3", "", "", "The <answers>"))].into(),
        ..References::default()
    };
    assert_eq!(
        with(&known, "[playlist ids=\"30,31\"]"),
        format!(
            "<ul><li><a href=\"/a.mp3\" {REL}>The talk</a></li><li><a href=\"/b.mp3\" {REL}>The &lt;answers&gt;</a></li></ul>"
        )
    );
}

#[test]
fn a_gallery_has_the_words_and_links_of_its_pictures() {
    let known = References {
        number: Some(9),
        attachments: [(1, file("/1.png", "Red", "A <em>red</em> field", "")), (2, file("/2.png", "Green", "", ""))]
            .into(),
        children: [(9, vec![1, 2]), (8, vec![2])].into(),
        ..References::default()
    };
    let green = "<img alt=\"Green\" src=\"/2.png\">";
    let red = "<figure><img alt=\"Red\" src=\"/1.png\"><figcaption>A <em>red</em> field</figcaption></figure>";
    let gallery = |inside: &str| format!("<figure class=\"gallery\">{inside}</figure>");
    assert_eq!(with(&known, "[gallery]"), gallery(&format!("{red}{green}")));
    assert_eq!(with(&known, "[gallery exclude=\"2\"]"), gallery(red));
    assert_eq!(with(&known, "[gallery order=\"DESC\"]"), gallery(&format!("{green}{red}")));
    assert_eq!(with(&known, "[gallery id=\"8\"]"), gallery(green));
    assert_eq!(with(&known, "[gallery include=\"2,7\"]"), gallery(green));
    let linked = format!("<a href=\"/2.png\" {REL}>{green}</a>");
    assert_eq!(with(&known, "[gallery ids=\"2\" link=\"file\"]"), gallery(&linked));
}

#[test]
fn reusable_blocks_stand_where_they_are_referred_to() {
    let block = |content: &str| content.to_owned();
    let known = References {
        blocks: [
            (12, block("<!-- wp:paragraph --><p>Two.</p><!-- /wp:paragraph --><!-- wp:block {\"ref\":13} /-->")),
            (13, block("<!-- wp:paragraph --><p>Three.</p><!-- /wp:paragraph -->")),
            (14, block("<p>Me</p><!-- wp:block {\"ref\":14} /-->")),
        ]
        .into(),
        ..References::default()
    };
    let source = "<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph --><!-- wp:block {\"ref\":12} /--><p>Four.</p>";
    assert_eq!(with(&known, source), "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>");
    assert_eq!(with(&known, "<!-- wp:block {\"ref\":12} /-->"), "<p>Two.</p><p>Three.</p>");
    assert_eq!(with(&known, "<!-- wp:block {\"ref\":14} /--><!-- wp:block {\"ref\":99} /-->"), "<p>Me</p>");
}

#[test]
fn notes_stand_in_their_place_and_lead_back() {
    let note = |id: &str, content: &str| Footnote { id: id.into(), content: content.into() };
    let known =
        References { footnotes: vec![note("a-1", "First."), note("b-2", "<b>Second</b>.")], ..References::default() };
    let source = "<!-- wp:paragraph --><p>x<sup class=\"fn\"><a href=\"#a-1\" id=\"a-1-link\">1</a></sup></p><!-- /wp:paragraph -->\
                  <!-- wp:footnotes /--><!-- wp:paragraph --><p>The end.</p><!-- /wp:paragraph -->";
    let html = with(&known, source).replace(&format!(" {REL}"), "").replace('\n', "");
    assert_eq!(
        html,
        "<p>x<sup><a id=\"text-a-1-link\" href=\"#text-a-1\">1</a></sup></p>\
         <ol><li id=\"text-a-1\">First. <a href=\"#text-a-1-link\">↩\u{fe0e}</a></li>\
         <li id=\"text-b-2\"><b>Second</b>. <a href=\"#b-2-link\">↩\u{fe0e}</a></li></ol><p>The end.</p>"
    );
}

#[test]
fn the_picture_of_a_post_stands_above_it_once() {
    let known = References {
        attachments: [(20, file("/files/20.png", "A harbour", "At noon", ""))].into(),
        featured: Some(20),
        ..References::default()
    };
    let figure = "<figure><img alt=\"A harbour\" src=\"/files/20.png\"><figcaption>At noon</figcaption></figure>";
    assert_eq!(with(&known, "Words."), format!("{figure}<p>Words.</p>"));
    let shown = with(&known, "<img class=\"wp-image-20\" src=\"/other.png\"> Words.");
    assert_eq!(shown.matches("<img").count(), 1);
}

#[test]
fn links_within_a_text_lead_to_their_places() {
    let html = wordpress_post(
        "<a href=\"#one\">1</a> <a href=\"#two\">2</a> <a href=\"#none\">3</a>\n<h2 id=\"one\">One</h2>\n<h2><a name=\"two\"></a>Two</h2>",
    );
    assert_eq!(
        html.replace(&format!(" {REL}"), ""),
        "<p><a href=\"#text-one\">1</a> <a href=\"#text-two\">2</a> <a href=\"#none\">3</a></p>\
         <h2 id=\"text-one\">One</h2><h2><span id=\"text-two\"></span>Two</h2>"
    );
    let french = wordpress_post("<a href=\"#caf%C3%A9\">x</a><p id=\"café\">y</p><p id=\"café\">z</p>");
    assert_eq!(
        french.replace(&format!(" {REL}"), ""),
        "<p><a href=\"#text-café\">x</a></p><p id=\"text-café\">y</p><p>z</p>"
    );
    assert_eq!(wordpress_post("<span id=\"a\">x</span>"), "<p><span id=\"text-a\"></span>x</p>");
}

#[test]
fn links_may_call_and_write_and_others_say_their_address() {
    for address in ["tel:+4400000000", "sms:+44", "webcal://a.example/c.ics", "xmpp:room@a.example?join", "geo:1,2"] {
        assert_eq!(
            wordpress_post(&format!("<a href=\"{address}\">x</a>")),
            format!("<p><a href=\"{address}\" {REL}>x</a></p>")
        );
    }
    assert_eq!(wordpress_post("<a href=\"javascript:alert(1)\">not this</a>."), "<p>not this.</p>");
    assert_eq!(wordpress_post("<a href=\"skype:ada?call\">call</a>."), "<p>call (skype:ada?call).</p>");
}

#[test]
fn a_text_says_what_it_refers_to() {
    let source = "[osm_map zoom=\"3\"] [see note] [b]x[/b] [tab]x[/tab] [gallery ids=\"3,4\"] [gallery] [[gallery ids=\"5\"]] [playlist id=\"8\"] <code>[gallery ids=\"6\"]</code>\
                  <!-- wp:block {\"ref\":12} /--><!-- wp:latest-posts {\"a\":1} /--><!-- wp:footnotes /-->";
    assert_eq!(
        wanted(source),
        Wanted {
            attachments: [3, 4].into(),
            galleries: [0, 8].into(),
            blocks: [12].into(),
            filled_in: ["latest-posts".to_owned()].into(),
            shortcodes: ["osm_map".to_owned(), "tab".to_owned()].into()
        }
    );
}

#[test]
fn addresses_in_a_rendered_text_can_be_led_elsewhere() {
    let html =
        wordpress_post("<a href=\"https://old.example/?p=1&amp;x=2\">a</a> <img src=\"https://old.example/a.png\">");
    let found: Vec<String> = addresses(&html).into_iter().collect();
    assert_eq!(found, ["https://old.example/?p=1&x=2", "https://old.example/a.png"]);
    let led = lead(&html, &|address| match address {
        "https://old.example/?p=1&x=2" => Some("/blog/a/\"x".to_owned()),
        _ => Some("javascript:alert(1)".to_owned()),
    });
    assert_eq!(
        led,
        format!("<p><a href=\"/blog/a/&quot;x\" {REL}>a</a> <img alt=\"\" src=\"https://old.example/a.png\"></p>")
    );
}

#[test]
fn a_footnote_of_a_post_and_its_number_lead_to_each_other() {
    assert_eq!(
        markdown_post("text[^a]\n\n[^a]: note"),
        format!(
            "<p>text<sup id=\"text-fnref-1\" class=\"note\"><a href=\"#text-fn-1\" {REL}>1</a></sup></p><hr class=\"notes\">\
             <ol><li><p><span id=\"text-fn-1\"></span>note <a href=\"#text-fnref-1\" {REL}>↩</a></p></li></ol>"
        )
    );
}
