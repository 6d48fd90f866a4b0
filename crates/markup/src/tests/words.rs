//! Plain text, excerpts, titles and slugs.

use super::{markdown, markdown_post};
use crate::{excerpt, plain, short_slug, slug, title, typed_title};

#[test]
fn plain_text_has_a_line_for_every_block() {
    assert_eq!(
        plain("<p>One &amp; <em>two</em><br>three</p><ul><li>a</li><li>b&nbsp;c</li></ul>"),
        "One & two\nthree\na\nb c"
    );
    assert_eq!(plain("1 &lt; 2 &#8220;x&#x201d;"), "1 < 2 “x”");
    assert_eq!(plain(""), "");
}

#[test]
fn an_excerpt_ends_between_words() {
    let html = "<p>One two, three</p><p>four</p>";
    assert_eq!(excerpt(html, 100), "One two, three four");
    assert_eq!(excerpt(html, 19), "One two, three four");
    assert_eq!(excerpt(html, 18), "One two, three…");
    assert_eq!(excerpt(html, 10), "One two…");
    assert_eq!(excerpt(html, 7), "One…");
    assert_eq!(excerpt("abcdef", 3), "abc…");
    assert_eq!(excerpt("", 3), "");
}

#[test]
fn an_excerpt_leaves_emoji_and_accents_whole() {
    let family = "👩\u{200d}👩\u{200d}👧";
    assert_eq!(excerpt(&format!("ab{family}"), 4), "ab…");
    assert_eq!(excerpt("abe\u{301}f", 3), "ab…");
}

#[test]
fn a_title_is_plain_text() {
    assert_eq!(title("Q&#038;A &amp; <em>more</em> &hellip;", "en"), "Q&A & more …");
    assert_eq!(title("It's \"me\" -- 1 < 2", "en"), "It’s “me” – 1 < 2");
    assert_eq!(title(" a\n<br>b<script>alert(1)</script> ", "en"), "a b");
    assert_eq!(title("&lt;b&gt; AT&T", "en"), "<b> AT&T");
    assert_eq!(title("\u{202e}evil", "en"), "evil");
}

#[test]
fn a_slug_is_ascii_as_wordpress_makes_it() {
    assert_eq!(
        slug("MOOCs & Professional Development: Work Time or My Time?"),
        "moocs-professional-development-work-time-or-my-time"
    );
    assert_eq!(slug("Café Größe — Œuvre/Łódź 2.0"), "cafe-grosse-oeuvre-lodz-2-0");
    assert_eq!(slug("It’s Diane's “day”"), "its-dianes-day");
    assert_eq!(slug("  --a  --  b--  "), "a-b");
}

#[test]
fn a_slug_keeps_the_words_of_any_script() {
    assert_eq!(slug("Привет, Мир!"), "привет-мир");
    assert_eq!(slug("日本 語"), "日本-語");
    assert_eq!(slug("हिन्दी"), "हिन्दी");
    assert_eq!(slug("Привет 2"), "привет-2");
    assert_eq!(slug("Неделя 3: итоги"), "неделя-3-итоги");
    assert_eq!(slug("第3週のまとめ"), "第3週のまとめ");
    assert_eq!(slug("第３週：「まとめ」と、次の一歩"), "第3週-まとめ-と-次の一歩");
    assert_eq!(slug("ＡＢＣ ﾃﾞｰﾀ・分析"), "abc-データ-分析");
    assert_eq!(slug("Wiki на работе – Größe & Ёлка"), "wiki-на-работе-grosse-ёлка");
    assert_eq!(slug("Ιστορίες από την τάξη"), "ιστορίες-από-την-τάξη");
    assert_eq!(slug("شهرِ می‌خواهم ۲"), "شهرِ-می-خواهم-۲");
    assert_eq!(slug("สัปดาห์ที่ 3"), "สัปดาห์ที่-3");
    assert_eq!(slug("tiếng Việt, đường"), "tieng-viet-duong");
    assert_eq!(slug("й и\u{306}"), "й-й", "one form for one letter");
    assert_eq!(slug("x\u{331}y 👩\u{200d}🏫"), "xy");
}

#[test]
fn a_slug_of_nothing_is_empty() {
    assert_eq!(slug("?!… 👍"), "");
    assert_eq!(slug(""), "");
    assert!(slug(&"a ".repeat(1000)).len() <= 200);
    assert_eq!(slug(&"ж".repeat(1000)).chars().count(), 200);
    assert_eq!(short_slug("неделя-3-итоги", 12), "неделя-3");
    assert_eq!(short_slug("неделя-3-итоги", 14), "неделя-3-итоги");
    assert_eq!(short_slug("неделя-3", 6), "неделя");
    assert_eq!(short_slug("हिन्दी", 3), "हि", "no letter loses its sign");
}

#[test]
fn an_excerpt_is_made_of_sentences() {
    for (typed, expected) in [
        (
            "Hello everybody.\n\n## This week\n\nRead two chapters:\n\n- one example\n- one sentence *why*\n\nAna",
            "Hello everybody. Read two chapters: one example; one sentence why. Ana",
        ),
        ("Read[^1] this.\n\n[^1]: A note.", "Read this."),
        ("H<sub>2</sub>O and m<sup>2</sup>", "H2O and m2"),
        ("Before.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter.", "Before. After."),
        ("- Really?\n- Yes!", "Really? Yes!"),
        ("- 一つ\n- 二つ", "一つ；二つ。"),
        ("One\ntwo", "One two"),
        ("```\ncode\n```\n\nWords.", "Words."),
        // Better than nothing.
        ("## Only this", "Only this"),
        ("```\ncode\n```", "code"),
    ] {
        assert_eq!(excerpt(&markdown_post(typed), 200), expected, "{typed}");
    }
    assert_eq!(excerpt(&markdown("# This week\n\nRead."), 200), "This week. Read.");
    assert_eq!(excerpt(&markdown("**Read** this"), 200), "Read this");
}

#[test]
fn what_no_element_is_named_stays_in_a_title() {
    assert_eq!(
        title("List<String> &amp; <em>Map</em><T, U> </foo> <3 <-", "en"),
        "List<String> & Map<T, U> </foo> <3 <-"
    );
}

#[test]
fn a_typed_title_is_set_and_every_character_of_it_is_meant() {
    assert_eq!(typed_title(" \"Quoted\"  -- title...", "en"), "“Quoted” – title…");
    assert_eq!(typed_title("\"Zitat\"", "de"), "„Zitat“");
    assert_eq!(typed_title("The <b> tag & &amp;", "en"), "The <b> tag & &amp;");
    assert_eq!(typed_title("a\u{202e}b\nc", "en"), "ab c");
}
