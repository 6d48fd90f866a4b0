//! Typography by language.

use super::{cx, markdown, wordpress};
use crate::typography::set;
use crate::{Format, comment};

#[test]
fn english_quotes() {
    for (typed, expected) in [
        ("\"hi\"", "“hi”"),
        ("\"Hi,\" she said. \"Go.\"", "“Hi,” she said. “Go.”"),
        ("'hi' and \"he said 'go'\"", "‘hi’ and “he said ‘go’”"),
        ("\"'go' he said\"", "“‘go’ he said”"),
        ("(\"hi\")", "(“hi”)"),
        ("she said:\"hi\"", "she said:“hi”"),
        ("word--\"hi\"", "word–“hi”"),
        ("don't, O'Brien, dogs' toys, it's", "don’t, O’Brien, dogs’ toys, it’s"),
        ("in the '90s, '13 and 1920's", "in the ’90s, ’13 and 1920’s"),
        ("'tis 'cause of 'em, rock 'n' roll", "’tis ’cause of ’em, rock ’n’ roll"),
        ("I am 5'10\" tall, 6' and 19\" wide", "I am 5′10″ tall, 6′ and 19″ wide"),
        ("\"It is 1984\"", "“It is 1984”"),
        ("a \" b ' c", "a \" b ' c"),
        ("“already” and ‘set’ it’s", "“already” and ‘set’ it’s"),
        ("\"“nested”\"", "““nested””"),
        ("\"A paragraph left open", "“A paragraph left open"),
        ("'ello there", "’ello there"),
        ("\"What?\" - \"No!\"", "“What?” - “No!”"),
    ] {
        assert_eq!(set(typed, "en"), expected, "{typed}");
        assert_eq!(set(expected, "en"), expected, "twice: {typed}");
    }
}

#[test]
fn german_quotes() {
    for (typed, expected) in [
        ("\"Hallo\", sagte sie", "„Hallo“, sagte sie"),
        ("\"Er sagte 'Los' und ging\"", "„Er sagte ‚Los‘ und ging“"),
        ("Wie geht's? Hans' Auto. 'Wort'", "Wie geht’s? Hans’ Auto. ‚Wort‘"),
        ("so 'ne Sache", "so ’ne Sache"),
        ("„schon“ gesetzt", "„schon“ gesetzt"),
    ] {
        assert_eq!(set(typed, "de-AT"), expected, "{typed}");
        assert_eq!(set(expected, "de"), expected, "twice: {typed}");
    }
}

#[test]
fn spanish_quotes() {
    for (typed, expected) in [
        ("\"Hola\"", "«Hola»"),
        ("¿\"Hola\"?", "¿«Hola»?"),
        ("\"Dijo \"hola\" y fue\"", "«Dijo “hola” y fue»"),
        ("\"Dijo 'hola' y fue\"", "«Dijo “hola” y fue»"),
        ("'hola'", "‘hola’"),
        ("«ya» puesto", "«ya» puesto"),
    ] {
        assert_eq!(set(typed, "es"), expected, "{typed}");
        assert_eq!(set(expected, "es"), expected, "twice: {typed}");
    }
}

#[test]
fn every_language_has_its_own_quotes() {
    for (lang, expected) in [
        ("bg", "„a“ – l’o"),
        ("ca", "«a» – l’o"),
        ("cs", "„a“ – l’o"),
        ("cy", "“a” – l’o"),
        ("da", "”a” – l’o"),
        ("el", "«a» – l’o"),
        ("et", "„a“ – l’o"),
        ("eu", "«a» – l’o"),
        ("fa", "«a» – l’o"),
        ("fi", "”a” – l’o"),
        ("fr", "«\u{202f}a\u{202f}» – l’o"),
        ("fr-CA", "«\u{202f}a\u{202f}» – l’o"),
        ("ga", "“a” – l’o"),
        ("gl", "“a” – l’o"),
        ("hi", "“a” – l’o"),
        ("hr", "„a“ – l’o"),
        ("hu", "„a” – l’o"),
        ("is", "„a“ – l’o"),
        ("it", "«a» – l’o"),
        ("ko", "“a” – l’o"),
        ("nb", "«a» – l’o"),
        ("nl", "“a” – l’o"),
        ("pl", "„a” – l’o"),
        ("pt", "“a” – l’o"),
        ("pt-PT", "«a» – l’o"),
        ("ro", "„a” – l’o"),
        ("ru", "«a» – l’o"),
        ("sk", "„a“ – l’o"),
        ("sv", "”a” – l’o"),
        ("tr", "“a” – l’o"),
        ("uk", "«a» – l’o"),
    ] {
        assert_eq!(set("\"a\" -- l'o", lang), expected, "{lang}");
        assert_eq!(set(expected, lang), expected, "twice: {lang}");
        assert_eq!(set("x (\"a\") \"b\".", lang).matches(['"', '\'']).count(), 0, "{lang}");
    }
}

#[test]
fn quotes_stay_as_typed_where_nobody_knows_better() {
    for lang in ["ar", "he", "ja", "zh", "zh-Hant", "th", ""] {
        assert_eq!(set("\"a\" 'b' it's -- c...", lang), "\"a\" 'b' it's – c…", "{lang}");
    }
}

#[test]
fn quotations_within_quotations() {
    for (lang, typed, expected) in [
        (
            "fr",
            "\"Il dit \"non\", lui\", dit-on. L'\"ami\"",
            "«\u{202f}Il dit “non”, lui\u{202f}», dit-on. L’«\u{202f}ami\u{202f}»",
        ),
        ("sv", "\"Han sa 'hej' och gick\", sa hon. \"Jaha\"", "”Han sa ’hej’ och gick”, sa hon. ”Jaha”"),
        ("ru", "\"Он сказал \"да\" и ушёл\"", "«Он сказал „да“ и ушёл»"),
        ("pl", "\"Powiedział 'tak'\", 'nie'", "„Powiedział «tak»”, 'nie'"),
        ("hu", "\"Azt mondta: \"igen\"\"", "„Azt mondta: »igen«”"),
        ("nl", "'s Avonds zei hij: \"Kom 't maar halen\"", "’s Avonds zei hij: “Kom ’t maar halen”"),
    ] {
        assert_eq!(set(typed, lang), expected, "{lang}");
        assert_eq!(set(expected, lang), expected, "twice: {lang}");
    }
}

#[test]
fn years_numbers_and_measures_keep_their_signs() {
    for (typed, expected) in [
        ("'Class of '99'", "‘Class of ’99’"),
        (
            "He said 'Class of '99'. It was 'Class of '99', 'Class of '99'!",
            "He said ‘Class of ’99’. It was ‘Class of ’99’, ‘Class of ’99’!",
        ),
        ("'Class of '99': 'Class of '99'?", "‘Class of ’99’: ‘Class of ’99’?"),
        ("'The '90s' and '42'", "‘The ’90s’ and ‘42’"),
        ("word '42.00' word", "word ‘42.00’ word"),
        ("at '10:30', '50/50', '10,000'.", "at ‘10:30’, ‘50/50’, ‘10,000’."),
        ("in '99, '08-'09 and '12.", "in ’99, ’08-’09 and ’12."),
        ("6'2\" and a 27\" screen", "6′2″ and a 27″ screen"),
        ("5'10\" x 6' 2\", 12'' and 10\"x12\"", "5′10″ x 6′ 2″, 12′′ and 10″x12″"),
        ("\"So, 'What what?'\" says J, at Mill's Barn.", "“So, ‘What what?’” says J, at Mill’s Barn."),
        ("\"I say, 'tis a pity.\" [cmark]'s 'light", "“I say, ’tis a pity.” [cmark]’s ’light"),
    ] {
        assert_eq!(set(typed, "en"), expected, "{typed}");
    }
}

#[test]
fn the_rule_of_a_table_stays_as_typed() {
    assert_eq!(set("| a | b |\n|---|---|\n|:--|--:|", "en"), "| a | b |\n|---|---|\n|:--|--:|");
}

#[test]
fn dashes_and_ellipses() {
    for (typed, expected) in [
        ("a -- b, a--b, a---b --Diane", "a – b, a–b, a—b –Diane"),
        ("wait... what.... no", "wait… what…. no"),
        ("a-b - c", "a-b - c"),
        ("-----", "-----"),
        ("......", "......"),
        ("../..., --> and <-- stay", "../..., --> and <-- stay"),
    ] {
        assert_eq!(set(typed, "en"), expected, "{typed}");
    }
}

#[test]
fn smileys_keep_their_tears_and_noses() {
    for smiley in [":-)", ";-)", ":'(", ":'-(", ":\"-)", "=^,^=", "<3", ":-(", ":--)", ">:-(", "(-_-)", "8-)"] {
        assert_eq!(set(smiley, "en"), smiley);
        assert_eq!(set(&format!("it's {smiley} ok"), "en"), format!("it’s {smiley} ok"));
    }
}

#[test]
fn quotes_look_across_elements() {
    assert_eq!(wordpress("\"<em>hi</em>\""), "<p>“<em>hi</em>”</p>");
    assert_eq!(wordpress("<em>\"hi\"</em>"), "<p><em>“hi”</em></p>");
    assert_eq!(wordpress("say <b>\"</b>hi<b>\"</b>"), "<p>say <b>“</b>hi<b>”</b></p>");
    assert_eq!(markdown("*Michael*'s \"`code`\""), "<p><em>Michael</em>’s “<code>code</code>”</p>");
    assert_eq!(markdown("\"[x](/x)\"'s"), "<p>“<a href=\"/x\" rel=\"nofollow ugc noopener\">x</a>”’s</p>");
    assert_eq!(wordpress("one\n\"two\""), "<p>one<br>“two”</p>");
    assert_eq!(wordpress("-<b>-</b>"), "<p>-<b>-</b></p>");
}

#[test]
fn a_quotation_left_open_does_not_reach_the_next_paragraph() {
    assert_eq!(comment("\"uno\n\n\"dos\"", Format::WordPress, &cx("es")), "<p>«uno</p><p>«dos»</p>");
}

#[test]
fn the_label_of_a_link_is_set_and_an_address_is_not() {
    assert_eq!(
        wordpress("<a href=\"/x\">it's -- \"x\"</a>"),
        "<p><a href=\"/x\" rel=\"nofollow ugc noopener\">it’s – “x”</a></p>"
    );
}
