//! The characters a text is made of.

use unicode_normalization::UnicodeNormalization;

use super::{markdown, wordpress};
use crate::characters::{line, shows_something, stored};
use crate::{Context, Format, Passage, comment, passages, plain};

#[test]
fn a_stored_text_has_nothing_a_database_cannot_carry() {
    assert_eq!(stored("a\0b\u{1}\u{8}\u{18}\u{7f}\u{9f}\u{fffe}\u{fdd0}\u{1ffff}c"), "abc");
    assert_eq!(stored("\u{feff}a\r\nb\rc\u{b}d\u{c}e\u{85}f\u{2028}g\u{2029}h"), "a\nb\nc\nd\ne\nf\ng\nh");
    for text in ["a\tb\n c", "  é e\u{301} 👩\u{200d}🏫 می\u{200c}خواهم \u{fffd}\u{a0}", ""] {
        assert_eq!(stored(text), text);
    }
}

#[test]
fn no_letter_carries_more_than_a_few_marks() {
    let many = |mark: &str| format!("Z{}", mark.repeat(40));
    for marks in [
        "\u{335}\u{336}\u{310}\u{313}",
        "\u{301}",
        "\u{489}",
        "\u{34f}\u{301}",
        "\u{200d}\u{301}",
        "\u{200b}\u{301}",
        "\u{e47}",
    ] {
        let text = many(marks);
        let marks = |text: &str| text.chars().filter(|c| unicode_normalization::char::is_combining_mark(*c)).count();
        assert!(marks(&stored(&text)) <= 8, "{}", stored(&text));
        assert!(marks(&line(&text)) <= 8);
        assert!(marks(&plain(&markdown(&text))) <= 8);
        assert!(marks(&plain(&wordpress(&text))) <= 8);
    }
    let references = format!("a{}", "&#x301;".repeat(1000));
    let between = format!("a{}", "<b>&#x301;</b>".repeat(1000));
    for text in [references, between] {
        for format in [Format::Markdown, Format::WordPress] {
            let html = comment(&text, format, &Context::default());
            assert!(html.matches('\u{301}').count() <= 8, "{html}");
        }
    }
}

#[test]
fn the_words_of_every_script_stay_whole() {
    for text in [
        "Tiếng Việt: nghiêng, Nguyễn, ệ e\u{323}\u{302}",
        "हिन्दी क्षत्रिय र्\u{200d}य कि॑",
        "ที่นี่ น้ำ ปู่ กี้",
        "བསྒྲུབས་ རྒྱུད་ ཧཱུྃ ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ ཧྐྵྨླྺྼྻྂ",
        "الْحَمْدُ لِلَّٰهِ رَبِّ الْعَالَمِينَ",
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם",
        "မြန်မာ ကျွန်ုပ်",
        "ភាសាខ្មែរ ស្ត្រី",
        "한국어 \u{1112}\u{1161}\u{11ab}",
        "👩\u{200d}🏫 ❤\u{fe0f} 👋🏽 1\u{fe0f}\u{20e3} 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    ] {
        assert_eq!(stored(text), text);
        assert_eq!(plain(&markdown(text)), text);
        assert_eq!(line(text), text.nfc().collect::<String>());
    }
}

#[test]
fn a_name_has_nothing_that_does_not_show() {
    for unseen in [
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{1160}',
        '\u{17b4}',
        '\u{17b5}',
        '\u{180b}',
        '\u{180e}',
        '\u{180f}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200e}',
        '\u{200f}',
        '\u{202a}',
        '\u{202e}',
        '\u{2060}',
        '\u{2064}',
        '\u{2065}',
        '\u{2066}',
        '\u{2069}',
        '\u{206a}',
        '\u{206f}',
        '\u{3164}',
        '\u{fe00}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{fff0}',
        '\u{fff9}',
        '\u{fffb}',
        '\u{fffc}',
        '\u{fffe}',
        '\u{e000}',
        '\u{f8ff}',
        '\u{1bca0}',
        '\u{1d173}',
        '\u{1d17a}',
        '\u{e0001}',
        '\u{e0020}',
        '\u{e0041}',
        '\u{e007f}',
        '\u{e0100}',
        '\u{e01ef}',
        '\u{f0000}',
        '\u{10fffd}',
        '\0',
    ] {
        assert_eq!(line(&format!("An{unseen}a")), "Ana", "{unseen:?}");
        assert_eq!(line(&format!("{unseen}Ana{unseen}")), "Ana", "{unseen:?}");
        assert!(!shows_something(&unseen.to_string()), "{unseen:?}");
        assert!(!shows_something(&line(&format!("{unseen}{unseen}"))), "{unseen:?}");
    }
    assert_eq!(line(" \tAna\u{a0}\u{3000} María\n"), "Ana María");
    assert_eq!(line("Jose\u{301}"), "José");
    assert_eq!(line("\u{1f3f4}\u{e0041}\u{e0042}x"), "\u{1f3f4}x");
}

#[test]
fn a_name_shows_something_in_any_script() {
    for name in ["Ana", "👩\u{200d}🏫", "می\u{200c}خواهم", "李", "가", "7", "...", "♥", "ᠮᠣᠩᠭᠣᠯ", "Ѯ"]
    {
        assert!(shows_something(name), "{name}");
        assert_eq!(line(name), name);
    }
    for nothing in [
        "",
        " ",
        "\u{301}",
        "\u{2800}",
        "\u{e0041}\u{e0042}",
        "\u{61c}",
        "\u{1d173}",
        "\u{206a}",
        "\u{1d159}",
        "\u{200d}\u{fe0f}",
    ] {
        assert!(!shows_something(nothing), "{nothing:?}");
    }
}

#[test]
fn what_is_quoted_is_told_from_what_is_said() {
    let part = |text: &str, is_quoted| Passage { text: text.into(), is_quoted };
    let html =
        comment("Before.\n\n> Yours,\n> twice.\n>\n>> Older.\n\nAfter *all*.", Format::Markdown, &Context::default());
    let quoted = [part("Yours,\ntwice.", true), part("Older.", true)];
    assert_eq!(passages(&html), [&[part("Before.", false)][..], &quoted, &[part("After all.", false)]].concat());
    assert_eq!(passages("</blockquote><blockquote>open"), [part("open", true)]);
    assert_eq!(passages(""), []);
}
