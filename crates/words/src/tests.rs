use proptest::prelude::*;

use super::*;

/// The languages a community writes in.
const LANGUAGES: [&str; 6] = ["en", "de", "es", "fr", "pt", "he"];

fn read(typed: &str) -> Query {
    Query::read(typed, &LANGUAGES.map(Language::of))
}

/// Whether a text is found by what is typed, as an index with its words would say.
fn finds(text: &str, tag: &str, typed: &str) -> bool {
    let language = Language::of(tag);
    let query = Query::read(typed, &[&LANGUAGES.map(Language::of)[..], &[language]].concat());
    let cuts = cut(text, language);
    let holds = |form: &query::Form| (0..cuts.len()).any(|at| form.stands_at(&cuts, at));
    !query.is_empty() && query.terms.iter().all(|term| term.forms.iter().any(holds))
}

/// What is marked of a text, with brackets.
fn marked(text: &str, tag: &str, typed: &str) -> String {
    shown(&mark(text, Language::of(tag), &read(typed)))
}

fn shown(pieces: &[Piece]) -> String {
    pieces.iter().map(|it| if it.is_found { format!("[{}]", it.text) } else { it.text.clone() }).collect()
}

#[test]
fn what_is_typed_finds_what_is_written() {
    for (tag, text, typed) in [
        ("en", "We are learning by doing", "learn"),
        ("en", "We are learning by doing", "LEARNED"),
        ("en", "I don’t know", "don't"),
        ("en", "I don't know", "dont"),
        ("en", "Anna's blog", "anna"),
        ("en", "A state-of-the-art catalogue", "state-of-the-art"),
        ("en", "A state-of-the-art catalogue", "\"state of the art\""),
        ("en", "Answer by e-mail", "email"),
        ("en", "Answer by email", "e-mail"),
        ("en", "We write C++ and c# here", "C++"),
        ("en", "We write C++ and c# here", "C#"),
        ("en", "Ubuntu 20.04 and grammar::fa", "ubuntu 20.04"),
        ("en", "Ubuntu 20.04 and grammar::fa", "grammar::fa"),
        ("en", "Version v2.0.1 is out", "v2.0.1"),
        ("en", "Write to ana.ruiz@example.org!", "ana.ruiz@example.org"),
        ("en", "Write to ana.ruiz@example.org!", "example"),
        ("en", "See https://example.org/a_b/c?d=e", "example.org"),
        ("en", "snake_case_name", "case"),
        ("en", "To be or not to be", "\"to be or not to be\""),
        ("en", "Talk of #OpenBadges today", "#openbadges"),
        ("en", "Talk of #open-badges today", "#OpenBadges"),
        ("en", "A café and a naïve résumé", "cafe naive resume"),
        ("de", "Guter Käse aus der Schweiz", "kase"),
        ("de", "Guter Käse aus der Schweiz", "Kaese"),
        ("de", "Die Häuser der Straße", "haus strasse"),
        ("de", "Weiterbildungsstunden zählen", "Weiterbildung"),
        ("de", "Weiterbildungsstunden zählen", "Bildungsstunden"),
        ("de", "Weiterbildungsstunden zählen", "Stunden"),
        ("es", "La educación de los niños", "educacion"),
        ("es", "Las educaciones", "educación"),
        ("pt", "A educação", "educacao"),
        ("fr", "L’école est finie", "ecole"),
        ("fr", "L’école est finie", "l'école"),
        ("fr", "Aujourd'hui", "aujourd’hui"),
        ("he", "הספרים בבית", "בית"),
        ("ar", "المدرسة الكبيرة", "المدرسه"),
        ("ru", "Это ёлка", "елка"),
        ("el", "Ο λόγος", "λογος"),
        ("tr", "İSTANBUL", "istanbul"),
        ("hi", "हिन्दी में", "हिन्दी"),
        ("zh", "我们的设备清单在这里", "设备"),
        ("zh", "我们的设备清单在这里", "设备清单"),
        ("zh", "我们的设备清单在这里", "备"),
        ("zh", "我们的设备清单", "单"),
        ("ja", "サンドボックス修正", "修正"),
        ("ja", "サンドボックス修正", "ボックス"),
        ("ja", "ｶﾞｲﾄﾞ", "ガイド"),
        ("ko", "도서관에서 만나요", "도서관"),
        ("th", "ห้องสมุดประชาชน", "สมุด"),
        ("en", "A library called 설비目录 and more", "library 目录"),
        ("zh", "重跑gen-itgc的结果", "重跑gen-itgc"),
        ("zh", "重跑gen-itgc的结果", "itgc"),
        ("en", "🎉Party👨‍👩‍👧family", "party family"),
        ("en", "co\u{AD}operation", "cooperation"),
        ("en", "ＦＵＬＬ width", "full"),
    ] {
        assert!(finds(text, tag, typed), "{text:?} is not found by {typed:?}: {:?}", cut(text, Language::of(tag)));
    }
}

#[test]
fn it_does_not_find_what_is_not_there() {
    for (tag, text, typed) in [
        ("en", "C and D", "C++"),
        ("en", "not to be or to be", "\"to be or not\""),
        ("en", "example and org, apart", "org.example"),
        ("en", "Tom &amp; more".replace("&amp;", "&").as_str(), "amp"),
        ("en", "badges", "#badges"),
        ("zh", "设备和清单", "设备清单"),
        ("zh", "备设", "设备"),
        ("ja", "カイト", "ガイド"),
        ("en", "the art of the state", "state-of-the-art"),
        ("en", "version 2.10", "2.1"),
    ] {
        assert!(!finds(text, tag, typed), "{text:?} is found by {typed:?}");
    }
}

#[test]
fn nothing_that_can_be_typed_is_an_error() {
    for typed in ["", " ", "*", "\"", "\"\"", "-", "--", "- -", "#", "##", "()", "&|!", "<->", ":*", "🎉", "\u{200B}"]
    {
        assert!(read(typed).is_empty(), "{typed:?}");
        assert!(!read(typed).excludes(), "{typed:?}");
    }
    for (typed, terms) in
        [("AND", 1), ("a OR b", 3), ("NOT x", 2), ("\"unclosed", 1), ("x\"y", 1), ("c++ NEAR(a b)", 3)]
    {
        assert_eq!(read(typed).terms.len(), terms, "{typed:?}");
    }
    let only_excluded = read("-this -\"and that\"");
    assert!(only_excluded.is_empty() && only_excluded.excludes());
    let dash = read("this - that");
    assert!(!dash.excludes() && dash.terms.len() == 2);
}

#[test]
fn more_than_is_read_is_said() {
    assert!(!read("a few words").is_shortened);
    assert!(read(&"long ".repeat(1_000)).is_shortened);
    assert!(read("a b c d e f g h i j k l m").is_shortened);
    assert!(!read("one one one one one one one one one one one one one one").is_shortened);
    assert_eq!(read(&"设".repeat(5_000)).terms.len(), 1);
}

#[test]
fn both_notations_say_the_same() {
    let query = Query::read("\"learning log\" -x #Tag 设", &[Language::of("en")]);
    assert_eq!(
        query.fts5(Within::Order, &[vec!["=kc".into(), "=kp".into()]]),
        "(({title words} : (\"learn\" + \"log\") OR {title words} : (\"learning\" + \"log\")) AND (\"#tag\") AND (\"设\" *) \
         AND (\"=kc\" OR \"=kp\")) NOT ((\"x\"))"
    );
    assert_eq!(
        query.tsquery(Within::Order, &[vec!["=kc".into(), "=kp".into()]]),
        "(('learn' <-> 'log') | ('learning' <-> 'log')) & ('#tag') & ('设':*) & ('=kc' | '=kp') & !('x')"
    );
    let title = query.tsquery(Within::Title, &[]);
    assert!(title.starts_with("(('=tlearn' & '=tlog') | ") && title.contains("'=t设':*"), "{title}");
    assert!(query.fts5(Within::Title, &[]).starts_with("(((\"=tlearn\" AND \"=tlog\") OR "));
}

#[test]
fn places_begin_with_the_title_and_end_where_postgresql_does() {
    let words = words("Log", "Learning logs, it's a log", &["My Tag".into()], Language::of("en"));
    assert_eq!(words.columns(), ["log", "learn log it a log", "#mytag =tlog"]);
    assert_eq!(words.tsvector(), "'#mytag' '=tlog' 'a':14 'it':13 'learn':11 'log':1,12,15");
    let long = super::words("", &"word ".repeat(100_000), &[], Language::of("en"));
    assert_eq!(long.text.len(), MOST_WORDS);
    assert_eq!(long.text.iter().filter(|word| *word == "word").count(), MOST_PLACES);
    const { assert!(GAP + MOST_TITLE_WORDS + MOST_WORDS < 16_383) };
}

#[test]
fn quotes_and_backslashes_stay_within_a_word() {
    assert_eq!(query::lexeme("a'b\\c"), "'a''b\\\\c'");
}

#[test]
fn what_was_found_is_marked_exactly() {
    for (tag, text, typed, expected) in [
        ("en", "We are learning <b>", "learn", "We are [learning] <b>"),
        ("de", "Guter Käse!", "kase", "Guter [Käse]!"),
        ("de", "Die Weiterbildungsstunden", "stunden", "Die [Weiterbildungsstunden]"),
        ("zh", "我们的设备清单在这里", "设备", "我们的[设备]清单在这里"),
        ("zh", "我们的设备清单在这里", "设备清单", "我们的[设备清单]在这里"),
        ("zh", "我们的设备清单在这里", "备", "我们的设[备]清单在这里"),
        ("ja", "サンドボックス修正", "修正", "サンドボックス[修正]"),
        ("ko", "도서관에서 만나요", "도서관", "[도서관]에서 만나요"),
        ("en", "to be, or to be", "\"to be\"", "[to be], or [to be]"),
        ("en", "C++ and c", "c++", "[C++] and c"),
        ("en", "by e-mail", "email", "by [e]-mail"),
    ] {
        assert_eq!(marked(text, tag, typed), expected);
    }
}

#[test]
fn an_excerpt_shows_the_most_of_what_was_looked_for() {
    let filler = "Nothing of it is here at all. ".repeat(30);
    let text = format!("The log. {filler} A learning log is kept by hand. {filler}");
    let pieces = excerpt(&text, Language::of("en"), &read("learning log"), 80);
    let text = shown(&pieces);
    assert!(text.contains("[learning] [log]"), "{text}");
    assert!(text.starts_with('…') && text.ends_with('…'), "{text}");
    assert!(text.chars().count() < 100, "{text}");
    let nothing = excerpt("Nothing of it", Language::of("en"), &read("x"), 80);
    assert_eq!(shown(&nothing), "Nothing of it");
}

#[test]
fn a_title_fits_the_better_the_less_else_it_says() {
    let fits = |title: &str| rank(&read("learning logs"), title, Language::of("en"));
    assert_eq!((fits("Learning log"), fits("My learning log of May"), fits("My log")), (2, 1, 0));
}

#[test]
fn a_family_of_emoji_is_never_cut() {
    let family = "👨‍👩‍👧";
    let text = format!("{}word{}", family.repeat(200), family.repeat(200));
    let pieces = excerpt(&text, Language::of("en"), &read("word"), 60);
    for piece in &pieces {
        let rest = piece.text.replace(family, "").replace("word", "").replace('…', "");
        assert_eq!(rest, "");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_and_typed_nothing_breaks(text in "\\PC{0,300}", typed in "\\PC{0,80}", nth in 0..16_usize) {
        const TAGS: [&str; 16] =
            ["en", "de", "es", "fr", "it", "fa", "ar", "he", "hi", "tr", "el", "ru", "fi", "hu", "yi", "xx"];
        let language = Language::of(TAGS[nth]);
        let words = words(&typed, &text, std::slice::from_ref(&typed), language);
        for column in words.columns() {
            prop_assert!(column.split(' ').all(|word| !word.is_empty() || column.is_empty()));
            prop_assert!(!column.contains(|c: char| c.is_control()), "{column:?}");
        }
        let query = Query::read(&typed, &[language]);
        // Nothing is lost or added by marking.
        let all: String = mark(&text, language, &query).iter().map(|piece| piece.text.as_str()).collect();
        prop_assert_eq!(all, text.replace(['\n', '\r', '\t'], " "));
        let _ = (excerpt(&text, language, &query, 40), query.fts5(Within::Order, &[]), query.tsquery(Within::Title, &[]));
        let _ = (name_parts(&text), typed_parts(&typed), rank(&query, &text, language));
    }

    #[test]
    fn every_word_of_a_text_finds_it(text in "[\\p{L}\\p{N} .:'-]{1,60}", nth in 0..4_usize) {
        let tag = ["en", "de", "es", "fr"][nth];
        let language = Language::of(tag);
        for cut in cut(&text, language).iter().filter(|cut| !cut.is_last_of_run) {
            let raw = &text[cut.range.clone()];
            // A sign at its beginning would mean something.
            if !raw.starts_with(['-', '#', '"']) && cut.range.len() < 60 {
                prop_assert!(finds(&text, tag, raw), "{:?} in {:?}: {:?}", raw, text, cut);
            }
        }
    }
}
