//! Comments: what may be in them, links and mentions.

use super::{cx, markdown, wordpress};
use crate::{Context, Format, comment, handles};

const REL: &str = "rel=\"nofollow ugc noopener\"";

#[test]
fn a_single_line_break_is_kept() {
    assert_eq!(markdown("one\ntwo\n\nthree"), "<p>one<br>\ntwo</p><p>three</p>");
    assert_eq!(wordpress("one\ntwo\n\nthree"), "<p>one<br>two</p><p>three</p>");
    assert_eq!(wordpress("one\r\ntwo\r\n \r\nthree\r\n"), "<p>one<br>two</p><p>three</p>");
}

#[test]
fn the_thirteen_elements_of_the_form_stay_two_of_them_by_the_names_they_have_today() {
    let all = "<a title=\"t\" href=\"https://a.example\" rel=\"nofollow ugc noopener\">a</a> \
        <abbr title=\"t\">b</abbr> <acronym title=\"t\">c</acronym> <b>d</b> <cite>e</cite> <code>f</code> \
        <del datetime=\"2013-09-04\">g</del> <em>h</em> <i>i</i> <q cite=\"https://a.example\">j</q> \
        <strike>k</strike> <strong>l</strong>";
    let shown = all.replace("acronym", "abbr").replace("strike", "s");
    assert_eq!(markdown(all), format!("<p>{shown}</p>"));
    assert_eq!(wordpress(all), format!("<p>{shown}</p>"));
    let quote = "<blockquote cite=\"https://a.example\"><p>m</p></blockquote>";
    assert_eq!(markdown(quote), quote);
    assert_eq!(wordpress(quote), quote);
}

#[test]
fn other_elements_are_cleaned_away_and_their_words_stay() {
    assert_eq!(
        wordpress("<span style=\"color:red\" id=\"x\" class=\"y\">red</span> <u>u</u>"),
        "<p>red <em>u</em></p>"
    );
    assert_eq!(wordpress("<div>one</div><div>two</div>"), "<p>one</p><p>two</p>");
    assert_eq!(markdown("<b id=\"x\" class=\"mention\" onclick=\"alert(1)\">bold</b>"), "<p><b>bold</b></p>");
    assert_eq!(wordpress("a<script>alert(1)</script>b<style>p{}</style>c"), "<p>abc</p>");
}

#[test]
fn a_heading_in_a_comment_is_a_bold_paragraph() {
    assert_eq!(markdown("# Big\n\ntext"), "<p><strong>Big</strong></p><p>text</p>");
    assert_eq!(wordpress("<h2>Big</h2>text"), "<p><strong>Big</strong></p><p>text</p>");
}

#[test]
fn a_picture_in_a_comment_is_a_link_to_it() {
    let linked = format!("<p><a href=\"https://a.example/c.png\" {REL}>a cat</a></p>");
    assert_eq!(markdown("![a cat](https://a.example/c.png)"), linked);
    assert_eq!(wordpress("<img alt=\"a cat\" src=\"https://a.example/c.png\">"), linked);
    assert_eq!(
        wordpress("<img src=\"https://a.example/c.png\">"),
        format!("<p><a href=\"https://a.example/c.png\" {REL}>https://a.example/c.png</a></p>")
    );
    assert_eq!(wordpress("<img src=\"data:image/png;base64,AAAA\">"), "");
}

#[test]
fn a_signature_under_two_hyphens_is_no_heading() {
    assert_eq!(markdown("Thanks!\n--\nDiane"), "<p>Thanks!<br>\n–<br>\nDiane</p>");
    assert_eq!(markdown("> Thanks!\n> --\n> Diane"), "<blockquote><p>Thanks!<br>\n–<br>\nDiane</p></blockquote>");
    assert_eq!(markdown("Thanks!\n-\nDiane"), "<p>Thanks!<br>\n-<br>\nDiane</p>");
    assert_eq!(markdown("a\n:--\nb"), "<p>a<br>\n:--<br>\nb</p>");
    assert_eq!(markdown("Thanks!\n---\nDiane"), "<p>Thanks!</p><hr><p>Diane</p>");
    assert_eq!(markdown("- a\n-\n- b"), "<ul><li>a</li><li></li><li>b</li></ul>");
}

#[test]
fn line_breaks_in_typed_html_blocks_are_kept_in_markdown_too() {
    assert_eq!(
        markdown("<blockquote>one\ntwo</blockquote>\nthree"),
        "<blockquote><p>one<br>two</p></blockquote><p>three</p>"
    );
    assert_eq!(
        markdown("<blockquote>\n\n*one*\n\n</blockquote>\n\nthree"),
        "<blockquote><p><em>one</em></p></blockquote><p>three</p>"
    );
}

#[test]
fn asterisks_are_literal_in_wordpress_text_and_emphasis_in_markdown() {
    assert_eq!(wordpress("it *may* be"), "<p>it *may* be</p>");
    assert_eq!(markdown("it *may* be"), "<p>it <em>may</em> be</p>");
}

#[test]
fn a_raw_ampersand_and_a_lone_bracket_are_characters() {
    assert_eq!(wordpress("R&D &amp; 1 < 2 > 0 &copy; I <3 it"), "<p>R&amp;D &amp; 1 &lt; 2 &gt; 0 © I &lt;3 it</p>");
    assert_eq!(markdown("R&D &amp; 1 < 2, I <3 it"), "<p>R&amp;D &amp; 1 &lt; 2, I &lt;3 it</p>");
}

#[test]
fn an_unclosed_element_ends_with_its_paragraph() {
    assert_eq!(markdown("<b>one\n\ntwo"), "<p><b>one</b></p><p>two</p>");
    assert_eq!(wordpress("<b><i>one</b></i> two"), "<p><b><i>one</i></b> two</p>");
}

#[test]
fn emphasis_over_a_blank_line_goes_on() {
    assert_eq!(wordpress("<em>one\n\ntwo</em> three"), "<p><em>one<br><br>two</em> three</p>");
}

#[test]
fn code_stays_as_typed() {
    assert_eq!(
        markdown("`\"a\" -- @michael https://a.example`"),
        "<p><code>\"a\" -- @michael https://a.example</code></p>"
    );
    assert_eq!(markdown("```\n\"a\"...\n```"), "<pre><code>\"a\"...\n</code></pre>");
    assert_eq!(wordpress("<code>\"a\" <b>-- x</b></code>"), "<p><code>\"a\" <b>-- x</b></code></p>");
    assert_eq!(wordpress("<pre>\n a\n\n b</pre>"), "<pre> a\n\n b</pre>");
}

#[test]
fn relative_addresses_stay_inside_the_site_and_other_schemes_go() {
    assert_eq!(markdown("[x](/about)"), format!("<p><a href=\"/about\" {REL}>x</a></p>"));
    assert_eq!(markdown("[x](mailto:a@b.example)"), format!("<p><a href=\"mailto:a@b.example\" {REL}>x</a></p>"));
    assert_eq!(markdown("[call](tel:+34600123456)"), format!("<p><a href=\"tel:+34600123456\" {REL}>call</a></p>"));
    assert_eq!(markdown("[x](ftp://b.example)"), "<p>x (ftp://b.example)</p>");
    assert_eq!(markdown("<ftp://b.example>"), "<p>ftp://b.example</p>");
    assert_eq!(markdown("[x](javascript:alert(1)) *y*"), "<p>x <em>y</em></p>");
    assert_eq!(wordpress("<a href=\"javascript:alert(1)\">x <b>y</b></a> <a>z</a>"), "<p>x <b>y</b> z</p>");
}

fn linked(address: &str) -> String {
    format!("<a href=\"{address}\" {REL}>{address}</a>")
}

#[test]
fn a_closing_bracket_after_an_address_stays_outside_the_link() {
    let address = "http://mooc.example/blog/module-1-wrap-up/";
    for text in [markdown, wordpress] {
        assert_eq!(text(&format!("(see {address})")), format!("<p>(see {})</p>", linked(address)));
        assert_eq!(text(&format!("[{address}].")), format!("<p>[{}].</p>", linked(address)));
    }
}

#[test]
fn a_full_stop_after_an_address_stays_outside_the_link() {
    for end in [".", ",", "!", "?", "...", ").", ";", ":"] {
        let set = end.replace("...", "…");
        assert_eq!(
            markdown(&format!("Go to https://a.example/b{end}")),
            format!("<p>Go to {}{set}</p>", linked("https://a.example/b"))
        );
    }
}

#[test]
fn balanced_brackets_inside_an_address_belong_to_it() {
    let address = "https://en.wikipedia.org/wiki/Foo_(bar)";
    assert_eq!(markdown(address), format!("<p>{}</p>", linked(address)));
    assert_eq!(wordpress(&format!("(see {address})")), format!("<p>(see {})</p>", linked(address)));
}

#[test]
fn quotes_around_an_address_stay_outside_the_link() {
    let address = "https://a.example/x";
    assert_eq!(wordpress(&format!("\"{address}\"")), format!("<p>“{}”</p>", linked(address)));
    assert_eq!(wordpress(&format!("“{address}.”")), format!("<p>“{}.”</p>", linked(address)));
    assert_eq!(wordpress(&format!("'{address}'")), format!("<p>‘{}’</p>", linked(address)));
}

#[test]
fn an_address_keeps_its_hyphens_and_ampersands() {
    assert_eq!(
        markdown("https://a.example/a--b?c=1&d='2"),
        format!("<p><a href=\"https://a.example/a--b?c=1&amp;d='2\" {REL}>https://a.example/a--b?c=1&amp;d='2</a></p>")
    );
}

#[test]
fn an_address_without_a_scheme_is_linked_only_after_www() {
    assert_eq!(
        markdown("www.a.example and a.example and end.Then"),
        format!("<p><a href=\"https://www.a.example\" {REL}>www.a.example</a> and a.example and end.Then</p>")
    );
}

#[test]
fn an_address_in_angle_brackets_is_a_link() {
    assert_eq!(markdown("<https://a.example>"), format!("<p>{}</p>", linked("https://a.example")));
    assert_eq!(wordpress("<https://a.example>"), format!("<p>&lt;{}&gt;</p>", linked("https://a.example")));
}

#[test]
fn an_address_that_is_linked_already_is_not_linked_again() {
    let html = format!("<p>{}</p>", linked("https://a.example/a--b"));
    assert_eq!(wordpress(&html), html);
}

#[test]
fn a_mail_address_is_a_link_and_no_mention() {
    assert_eq!(
        markdown("me@michael.example"),
        format!("<p><a href=\"mailto:me@michael.example\" {REL}>me@michael.example</a></p>")
    );
}

const MICHAEL: &str = "<a href=\"/people/michael\" class=\"mention\">@michael</a>";

#[test]
fn a_handle_links_to_a_member() {
    assert_eq!(wordpress("Hi @michael, and (@michael)."), format!("<p>Hi {MICHAEL}, and ({MICHAEL}).</p>"));
    assert_eq!(markdown("@Michael"), format!("<p>{}</p>", MICHAEL.replace("@m", "@M")));
    assert_eq!(
        markdown("@anna-lena_b -- yes"),
        "<p><a href=\"/people/anna-lena_b\" class=\"mention\">@anna-lena_b</a> – yes</p>"
    );
}

#[test]
fn a_handle_nobody_has_stays_as_it_is() {
    assert_eq!(
        markdown("@nobody @ @@michael me@michael x@michael @michael@else.example"),
        "<p>@nobody @ @@michael me@michael x@michael @michael@else.example</p>"
    );
}

#[test]
fn a_handle_that_runs_into_an_address_is_no_mention() {
    let cx = Context { mention: &|_| Some("/x".to_owned()), ..cx("en") };
    let html = comment("@𐌒https://a.example", Format::WordPress, &cx);
    assert_eq!(html, format!("<p>@𐌒{}</p>", linked("https://a.example")));
}

#[test]
fn the_apostrophe_after_a_handle_stays_outside_the_link() {
    for text in [markdown, wordpress] {
        assert_eq!(text("@michael's wrap-up"), format!("<p>{MICHAEL}’s wrap-up</p>"));
        assert_eq!(text("@michael’s wrap-up"), format!("<p>{MICHAEL}’s wrap-up</p>"));
    }
}

#[test]
fn a_handle_in_a_link_or_in_code_is_no_mention() {
    assert_eq!(markdown("[@michael](/x)"), format!("<p><a href=\"/x\" {REL}>@michael</a></p>"));
    assert_eq!(markdown("`@michael`"), "<p><code>@michael</code></p>");
    let address = "https://social.example/@michael";
    assert_eq!(markdown(address), format!("<p>{}</p>", linked(address)));
}

#[test]
fn a_member_with_an_odd_address_breaks_nothing() {
    let cx = Context { mention: &|_| Some("/x\"><script>".to_owned()), ..cx("en") };
    assert_eq!(
        comment("@a", Format::WordPress, &cx),
        "<p><a href=\"/x&quot;&gt;&lt;script&gt;\" class=\"mention\">@a</a></p>"
    );
}

#[test]
fn every_handle_is_found_once_and_in_lower_case() {
    assert_eq!(
        handles("@hmlamond and @Libr4ryGirl, @hmlamond’s *@michael* _@anna-lena_b_"),
        ["hmlamond", "libr4rygirl", "michael", "anna-lena_b_", "anna-lena_b"]
    );
    assert_eq!(handles("no one @ all"), Vec::<String>::new());
}

#[test]
fn smileys_stay_text_unless_the_community_turns_them_into_emoji() {
    let text = "Hi :-) ;-) :-( :D =^,^= <3 :'( 8-) :lol: x:-)y";
    let kept = "<p>Hi :-) ;-) :-( :D =^,^= &lt;3 :'( 8-) :lol: x:-)y</p>";
    assert_eq!(wordpress(text), kept);
    assert_eq!(markdown(text), kept);
    let cx = Context { smileys_to_emoji: true, ..cx("en") };
    assert_eq!(comment(text, Format::WordPress, &cx), "<p>Hi 🙂 😉 🙁 😀 =^,^= &lt;3 :'( 😎 😆 x:-)y</p>");
}

/// What a comment links to, in either format.
fn led(source: &str) -> Vec<String> {
    let html = markdown(source);
    let addresses = |html: &str| {
        html.split("<a href=\"").skip(1).map(|part| part.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(addresses(&html), addresses(&wordpress(source)), "{source}");
    addresses(&html)
}

#[test]
fn an_address_keeps_what_markdown_would_take_for_emphasis() {
    for address in [
        "https://code.example/lib/asyncio/__init__.py",
        "https://example.org/_x_/y__z__",
        "https://example.org/*a*/b*c",
        "https://example.org/~ana/~~old~~/x",
        "https://example.org/_(a)_",
        "https://example.org/?q=_a_&b=__c__#_d_",
    ] {
        for text in [markdown, wordpress] {
            let shown = address.replace('&', "&amp;");
            assert_eq!(text(address), format!("<p>{}</p>", linked(&shown)), "{address}");
        }
        let shown = linked(&address.replace('&', "&amp;"));
        assert_eq!(markdown(&format!("**see {address}**")), format!("<p><strong>see {shown}</strong></p>"));
    }
    assert_eq!(led("_first_last_@example.org"), ["mailto:_first_last_@example.org"]);
}

#[test]
fn an_emphasis_around_an_address_ends_after_it() {
    let address = "https://example.org/a_b";
    for (typed, html) in [
        ("_A_", "<em>A</em>"),
        ("__A__", "<strong>A</strong>"),
        ("_see A_ and", "<em>see A</em> and"),
        ("~~A~~", "<del>A</del>"),
        ("*A*", "<em>A</em>"),
        ("**A**.", "<strong>A</strong>."),
    ] {
        let html = html.replace('A', &linked(address));
        assert_eq!(markdown(&typed.replace('A', address)), format!("<p>{html}</p>"), "{typed}");
    }
}

#[test]
fn an_address_in_code_or_in_a_link_stays_as_typed() {
    let address = "https://example.org/__init__.py";
    assert_eq!(markdown(&format!("`{address}`")), format!("<p><code>{address}</code></p>"));
    assert_eq!(markdown(&format!("```\n{address}\n```")), format!("<pre><code>{address}\n</code></pre>"));
    let link = format!("<p><a href=\"{address}\" {REL}>x</a></p>");
    assert_eq!(markdown(&format!("[x]({address})")), link);
    assert_eq!(markdown(&format!("[x][1]\n\n[1]: {address}")), link);
    assert_eq!(markdown(&format!("<a href=\"{address}\">x</a>")), link);
    assert_eq!(markdown(&format!("<{address}>")), format!("<p>{}</p>", linked(address)));
}

#[test]
fn an_address_ends_with_the_marks_of_every_script() {
    let address = "https://example.org/";
    for text in [
        "https://example.org/。次の文",
        "「https://example.org/」です",
        "（https://example.org/）と",
        "『https://example.org/』、次",
        "https://example.org/，然后",
        "https://example.org/！",
        "https://example.org/\u{a0}! Oui",
        "https://example.org/\u{202f}; non",
        "https://example.org/\u{3000}次",
        "https://example.org/\u{200b}x",
        "https://example.org/\u{2003}x",
        "«https://example.org/»",
        "„https://example.org/“",
        "‹https://example.org/›",
        "https://example.org/؟ نعم",
        "https://example.org/، ثم",
        "https://example.org/।",
        "https://example.org/—x?".split('—').next().unwrap(),
        "参照https://example.org/",
        "https://example.org/|x",
    ] {
        assert_eq!(led(text), [address], "{text}");
    }
    assert_eq!(led("https://example.orgです"), ["https://example.org"]);
    assert_eq!(led("https://example.org。"), ["https://example.org"]);
    assert_eq!(led("メールはana@example.orgです"), ["mailto:ana@example.org"]);
    assert_eq!(
        led("https://ja.example/wiki/日本 https://münchen.example/ä"),
        ["https://ja.example/wiki/日本", "https://münchen.example/ä"]
    );
    assert_eq!(led("https://президент.рф/новости"), ["https://президент.рф/новости"]);
}

#[test]
fn an_address_may_end_with_any_of_its_parts() {
    for (text, address) in [
        ("https://example.org#part.", "https://example.org#part"),
        ("https://example.org/a#part-2, and", "https://example.org/a#part-2"),
        ("https://example.org?q=a!", "https://example.org?q=a"),
        ("http://example.org:8080.", "http://example.org:8080"),
        ("http://localhost:3000/x", "http://localhost:3000/x"),
        ("http://[2001:db8::1]:80/x", "http://[2001:db8::1]:80/x"),
        ("http://192.0.2.1/x", "http://192.0.2.1/x"),
        ("HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("https://example.org/a-", "https://example.org/a-"),
        (
            "https://web.archive.example/web/2012/http://a.example/b",
            "https://web.archive.example/web/2012/http://a.example/b",
        ),
        ("https://example.org/(a)(b)", "https://example.org/(a)(b)"),
        ("https://example.org...and", "https://example.org"),
        ("https://example.org/@ines", "https://example.org/@ines"),
        ("https://ines:secret@example.org/x", "https://example.org/x"),
    ] {
        assert_eq!(led(text), [address], "{text}");
    }
}

#[test]
fn an_address_stuck_to_other_words_is_found() {
    for (text, before, after) in [
        ("(http://example.org)x", "(", ")x"),
        ("Full stop then.http://example.org/", "Full stop then.", ""),
        ("siehe:http://example.org/", "siehe:", ""),
        ("seehttp://example.org", "see", ""),
        ("[http://example.org]x", "[", "]x"),
        ("a,http://example.org,b", "a,", ",b"),
        ("=http://example.org=", "=", "="),
    ] {
        let html = wordpress(text);
        let link = linked(text.trim_start_matches(before).trim_end_matches(after));
        assert_eq!(html, format!("<p>{before}{link}{after}</p>"));
    }
    assert_eq!(led("git+https://a.example x@y www.x @www.a.example 1.www.a.example"), Vec::<String>::new());
}

#[test]
fn a_link_without_its_scheme_leads_to_the_web() {
    for (typed, address) in [
        ("www.example.org", "https://www.example.org"),
        ("WWW.example.org/a?b#c", "https://WWW.example.org/a?b#c"),
        ("example.org", "https://example.org"),
        ("blog.example.com/x", "https://blog.example.com/x"),
        ("ana@example.org", "mailto:ana@example.org"),
        ("/about", "/about"),
        ("notes.pdf", "notes.pdf"),
        ("about", "about"),
        ("#part", "#part"),
        ("../x", "../x"),
    ] {
        let html = format!("<p><a href=\"{address}\" {REL}>see</a></p>");
        assert_eq!(markdown(&format!("[see]({typed})")), html);
        assert_eq!(wordpress(&format!("<a href=\"{typed}\">see</a>")), html);
    }
}

#[test]
fn a_link_to_a_program_of_ones_own_works_and_none_leads_nowhere() {
    for address in [
        "tel:+34600123456",
        "sms:+34600",
        "xmpp:a@b.example",
        "webcal://a.example/b",
        "geo:37.8,-122.4",
        "mailto:a@b.example",
    ] {
        assert_eq!(markdown(&format!("[x]({address})")), format!("<p><a href=\"{address}\" {REL}>x</a></p>"));
    }
    for script in ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x"] {
        assert_eq!(markdown(&format!("[**x**]({script})")), "<p><strong>x</strong></p>");
    }
    assert_eq!(markdown("[x](skype:ana?call)"), "<p>x (skype:ana?call)</p>");
}

#[test]
fn what_others_complained_of_is_right_here() {
    for text in [
        "http://example.com/src/_mocks_/vscode.js",
        "https://x.example/test_",
        "https://www.example.org/feedback.html#:~:text=Fri%20Jun",
        "https://www.example.org/input/?i=x^2+(y-(x^2)^(1/3))^2=1",
        "https://app.example.org/#/room/#_oftc_#osm-ch:matrix.org",
        "http://example.com/[abc]",
        "https://example.org/watch?v=4KbSRXP0wik",
        "https://example.org/wiki/Blur_(band)",
    ] {
        for (before, after) in [("", ""), ("(", ")"), ("(", ")."), ("链接：", "。"), ("链接:", "，"), ("こちら→", "")]
        {
            assert_eq!(
                led(&format!("{before}{text}{after} x {before}{text}{after}")),
                [text, text],
                "{before}{text}{after}"
            );
        }
    }
    assert_eq!(led("&lt;&lt;http://example.com/&gt;&gt;"), ["http://example.com/"]);
    assert_eq!(markdown("http://example.com/foo\\_bar"), format!("<p>{}</p>", linked("http://example.com/foo_bar")));
    assert_eq!(markdown("[https://a.example](https://a.example)"), format!("<p>{}</p>", linked("https://a.example")));
    for (typed, html) in [
        (
            "std::vector<int> Promise<void> List<out Bar>",
            "std::vector&lt;int&gt; Promise&lt;void&gt; List&lt;out Bar&gt;",
        ),
        ("Function<String[], List<String>> x", "Function&lt;String[], List&lt;String&gt;&gt; x"),
        ("#include <stdio.h>\n#include <map>", "#include &lt;stdio.h&gt;<br>\n#include &lt;map&gt;"),
        (
            "cout<<a<<b<<endl; <note><to>x</to></note>",
            "cout&lt;&lt;a&lt;&lt;b&lt;&lt;endl; &lt;note&gt;&lt;to&gt;x&lt;/to&gt;&lt;/note&gt;",
        ),
        ("^_^ a -_- b >_< c", "^_^ a -_- b &gt;_&lt; c"),
        ("a ¯\\_(ツ)_/¯ b", "a ¯\\_(ツ)_/¯ b"),
        ("a > b\n\n1 > 2", "a &gt; b</p><p>1 &gt; 2"),
    ] {
        assert_eq!(markdown(typed), format!("<p>{html}</p>"), "{typed}");
    }
}

fn mentioned(source: &str, members: &[&str]) -> Vec<String> {
    let known = handles(source);
    let mention = |handle: &str| {
        (known.iter().any(|known| known == handle) && members.contains(&handle)).then(|| format!("/@/{handle}"))
    };
    let cx = Context { mention: &mention, ..cx("en") };
    let html = comment(source, Format::Markdown, &cx);
    html.split("href=\"/@/").skip(1).map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn a_mention_ends_where_the_handle_does() {
    let members = ["ines", "karim", "priya_v", "ana", "x-", "x", "ines_"];
    for (source, expected) in [
        ("*@ines*", vec!["ines"]),
        ("_@karim_", vec!["karim"]),
        ("__@karim__", vec!["karim"]),
        ("___@karim___", vec!["karim"]),
        ("_hello @karim_", vec!["karim"]),
        ("_@priya_v_ and ~~@karim~~", vec!["priya_v", "karim"]),
        ("@priya\\_v", vec!["priya_v"]),
        ("@ines_", vec!["ines_"]),
        ("@karim_ and @karim-", vec!["karim", "karim"]),
        ("@inesさん、こんにちは", vec!["ines"]),
        ("こんにちは@ines。@karim님", vec!["ines", "karim"]),
        ("@ines/@karim", vec!["ines", "karim"]),
        ("@ines-@karim @ines -@karim", vec!["ines", "karim", "ines"]),
        ("@ines,@karim;@ines+@karim|@ines&@karim", vec!["ines", "karim", "ines", "karim", "ines", "karim"]),
        ("(@ines) “@karim” @ines: @karim! @ines…", vec!["ines", "karim", "ines", "karim", "ines"]),
        ("Thanks.@ines", vec!["ines"]),
        ("@x-", vec!["x-"]),
        // Nobody is taken for somebody else.
        ("@ana--b @ana--", vec!["ana"]),
        ("@anaïs @ana\u{301} @ana.example @ana@ines.example", vec![]),
        ("a/@ines https://social.example/@ines social.example/@ines", vec![]),
    ] {
        assert_eq!(mentioned(source, &members), expected, "{source}");
    }
    assert_eq!(mentioned("@ana--b", &["ana", "ana--b"]), ["ana--b"]);
}

#[test]
fn what_no_element_is_named_stays_readable() {
    for (typed, html) in [
        ("Use List<String> here", "Use List&lt;String&gt; here"),
        ("cd <your-folder> and press <Enter>", "cd &lt;your-folder&gt; and press &lt;Enter&gt;"),
        ("if a<b then c>d", "if a&lt;b then c&gt;d"),
        ("Map<K, V> and <T, U>", "Map&lt;K, V&gt; and &lt;T, U&gt;"),
        ("</foo> <foo/> <Foo bar>", "&lt;/foo&gt; &lt;foo/&gt; &lt;Foo bar&gt;"),
        ("I <3 it <- so", "I &lt;3 it &lt;- so"),
        ("<Ctrl>+<C>, <Esc>, <Del>, <Tab>", "&lt;Ctrl&gt;+&lt;C&gt;, &lt;Esc&gt;, &lt;Del&gt;, &lt;Tab&gt;"),
        ("List<Object> and vec<i>", "List&lt;Object&gt; and vec&lt;i&gt;"),
        ("the <div> element", "the &lt;div&gt; element"),
        ("the </b> at its end<br></br>", "the &lt;/b&gt; at its end<br>"),
        ("<Title> of the <chapter>", "&lt;Title&gt; of the &lt;chapter&gt;"),
        ("<std::string> and <xs:element>", "&lt;std::string&gt; and &lt;xs:element&gt;"),
        ("\\<b> <b>c</b>", "&lt;b&gt; <b>c</b>"),
        ("`<foo>` **<foo>**", "<code>&lt;foo&gt;</code> <strong>&lt;foo&gt;</strong>"),
        ("<strong>a<br>b</strong>", "<strong>a<br>b</strong>"),
    ] {
        assert_eq!(markdown(typed), format!("<p>{html}</p>"), "{typed}");
    }
    assert_eq!(wordpress("Use List<String> here, </foo>"), "<p>Use List&lt;String&gt; here, &lt;/foo&gt;</p>");
    assert_eq!(wordpress("if a<b then c>d"), "<p>if a&lt;b then c&gt;d</p>");
    assert_eq!(wordpress("a<o:p></o:p> <x-y z=\"1\">b</x-y>"), "<p>a b</p>");
    // What stands alone on a line begins no block in which Markdown sleeps.
    assert_eq!(markdown("<Enter>\n*a*"), "<p>&lt;Enter&gt;<br><em>a</em></p>");
    assert_eq!(markdown("[a](<b c>)"), format!("<p><a href=\"b%20c\" {REL}>a</a></p>"));
    assert_eq!(
        markdown("<ana@example.org>"),
        format!("<p><a href=\"mailto:ana@example.org\" {REL}>ana@example.org</a></p>")
    );
}

#[test]
fn a_footnote_is_a_number_and_a_note_that_lead_to_each_other() {
    let number =
        |n: u32| format!("<sup id=\"text-fnref-{n}\" class=\"note\"><a href=\"#text-fn-{n}\" {REL}>{n}</a></sup>");
    let note = |n: u32, text: &str| {
        format!("<li><p><span id=\"text-fn-{n}\"></span>{text} <a href=\"#text-fnref-{n}\" {REL}>↩</a></p></li>")
    };
    assert_eq!(
        markdown("text[^1] and[^b]\n\n[^b]: two\n[^1]: *one*"),
        format!(
            "<p>text{} and{}</p><hr class=\"notes\"><ol>{}{}</ol>",
            number(1),
            number(2),
            note(1, "<em>one</em>"),
            note(2, "two")
        )
    );
    assert_eq!(markdown("text[^1]"), "<p>text[^1]</p>");
    assert_eq!(markdown("text\n\n[^1]: note"), "<p>text</p><p>[^1]: note</p>");
}

#[test]
fn a_table_in_a_comment_is_a_table() {
    assert_eq!(
        markdown("| a | b |\n|---|---|\n| 1 | 2 |"),
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    );
    let table = "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>";
    assert_eq!(markdown("<table><tr><td>a</td><td>b</td></tr></table>"), table);
    assert_eq!(wordpress("<table><tr><td>a</td><td>b</td></tr></table>"), table);
    // Too wide to be drawn, it stays as typed.
    let wide = format!("|{}\n|{}\n{}", "a|".repeat(300), "-|".repeat(300), "a\n".repeat(300));
    assert!(markdown(&wide).contains("|-|-|-|"));
}

#[test]
fn a_task_is_open_or_done() {
    assert_eq!(markdown("- [ ] one\n- [x] two\n- [X]three"), "<ul><li>☐ one</li><li>☑ two</li><li>[X]three</li></ul>");
    assert_eq!(markdown("1. [ ] *one*\n\n2. [x] two"), "<ol><li><p>☐ <em>one</em></p></li><li><p>☑ two</p></li></ol>");
    assert_eq!(markdown("[ ] no list"), "<p>[ ] no list</p>");
}

#[test]
fn emphasis_works_beside_the_marks_of_chinese_and_japanese() {
    assert_eq!(markdown("**重要：**请看"), "<p><strong>重要：</strong>请看</p>");
    assert_eq!(markdown("中文**「粗体」**中文"), "<p>中文<strong>「粗体」</strong>中文</p>");
    assert_eq!(
        markdown("これは*「強調」*です。**注意。**次"),
        "<p>これは<em>「強調」</em>です。<strong>注意。</strong>次</p>"
    );
}

#[test]
fn whatever_is_typed_is_good_html() {
    for (typed, html) in [
        ("<li>alone", "<ul><li>alone</li></ul>"),
        ("<ul>a<li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>"),
        ("<ol><p>a</p></ol>", "<ol><li><p>a</p></li></ol>"),
        ("<b>x<ul><li>a</li></ul></b>", "<p><b>x</b></p><ul><li>a</li></ul>"),
        ("<em>x<blockquote>a</blockquote></em>", "<p><em>x</em></p><blockquote><p>a</p></blockquote>"),
    ] {
        assert_eq!(wordpress(typed), html, "{typed}");
    }
    assert_eq!(
        markdown("<table><tr><td>\n<pre>\na\n\n_b_\n</pre>\n</td></tr></table>"),
        "<table><tbody><tr><td><pre>a\n\n<em>b</em><br></pre></td></tr></tbody></table>"
    );
}
