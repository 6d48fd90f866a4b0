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
fn the_thirteen_elements_of_the_form_stay() {
    let all = "<a title=\"t\" href=\"https://a.example\" rel=\"nofollow ugc noopener\">a</a> \
        <abbr title=\"t\">b</abbr> <acronym title=\"t\">c</acronym> <b>d</b> <cite>e</cite> <code>f</code> \
        <del datetime=\"2013\">g</del> <em>h</em> <i>i</i> <q cite=\"https://a.example\">j</q> \
        <strike>k</strike> <strong>l</strong>";
    assert_eq!(markdown(all), format!("<p>{all}</p>"));
    assert_eq!(wordpress(all), format!("<p>{all}</p>"));
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
    assert_eq!(markdown("[x](tel:+44)"), format!("<p><a href=\"tel:+44\" {REL}>x</a></p>"));
    assert_eq!(markdown("[x](ftp://b.example)"), "<p>x (ftp://b.example)</p>");
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
        markdown("@anna-lena_b--yes"),
        "<p><a href=\"/people/anna-lena_b\" class=\"mention\">@anna-lena_b</a>–yes</p>"
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
        ["hmlamond", "libr4rygirl", "michael", "anna-lena_b_"]
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
