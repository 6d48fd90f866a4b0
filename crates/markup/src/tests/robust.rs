//! Text made to break things.

use std::thread;

use super::{cx, markdown, wordpress, wordpress_post};
use crate::characters::{line, stored};
use crate::{Format, comment, excerpt, handles, plain, post, title};
use crate::{Policy, clean::clean};

/// Long and deep texts, about `n` characters each.
#[allow(clippy::too_many_lines, reason = "it is a list")]
fn monsters(n: usize) -> Vec<(&'static str, String)> {
    let repeat = |piece: &str| piece.repeat(n / piece.len());
    let lines = |line: String| (line + "\n").repeat(20);
    vec![
        ("words", repeat("some \"words\" it's... ")),
        ("one word", repeat("a")),
        ("blank", repeat(" ")),
        ("lines", repeat("\n")),
        ("lines of words", repeat("a\n")),
        ("at signs", repeat("@")),
        ("half mentions", repeat("a@")),
        ("quotes", lines(">".repeat(n / 20))),
        ("quotes with spaces", repeat("> ")),
        ("lists", repeat("- ")),
        ("numbers", repeat("1. ")),
        ("quotes and lists", repeat("> - ")),
        ("growing list", (0..440).map(|i| " ".repeat(i * 2) + "- a\n").collect::<String>()),
        ("bold tags", repeat("<b>")),
        ("closing tags", repeat("</b>")),
        ("different tags", repeat("<b><i><em><q><del>")),
        ("div tags", repeat("<div>")),
        ("div and p tags", repeat("<div><p>")),
        ("p tags", repeat("<p><b>")),
        ("blockquotes", repeat("<blockquote>")),
        ("list tags", repeat("<ul><li>")),
        ("tables", repeat("<table><tr><td>")),
        ("table without cells", format!("<table>{}", repeat("x<b></b>"))),
        ("links", repeat("<a href=/x>")),
        ("unclosed links", repeat("<a href=\"")),
        ("unclosed tags", repeat("<a ")),
        ("attributes", format!("<a {}>", (0..n / 8).map(|i| format!("a{i}=1")).collect::<Vec<_>>().join(" "))),
        ("names", (0..n / 12).map(|i| format!("<b id=a{i}>b</b>")).collect::<Vec<_>>().concat()),
        ("names of nothing", (0..n / 12).map(|i| format!("<a id=a{i}></a>")).collect::<Vec<_>>().concat()),
        ("wide rows", format!("<table>{}", repeat("<tr><td colspan=1000>"))),
        ("comments", repeat("<!--")),
        ("scripts", repeat("<script>")),
        ("styles", repeat("<style></style>")),
        ("svg", repeat("<svg>")),
        ("less than", repeat("<")),
        ("ampersands", repeat("&")),
        ("guillemets", repeat("«")),
        ("double quotes", repeat("\"")),
        ("single quotes", repeat("'")),
        ("opening quotes", repeat(" 'a")),
        ("hyphens", repeat("-")),
        ("dots", repeat(".")),
        ("dashes", repeat("--a")),
        ("at signs", repeat("@")),
        ("handles", repeat("@michael ")),
        ("joined handles", repeat("@a-")),
        ("addresses", repeat("http://a.b/ ")),
        ("joined addresses", repeat("http://")),
        ("one address", format!("http://a.b/{}", repeat("("))),
        ("www", repeat("www.")),
        ("colons", repeat("a:")),
        ("domain", repeat("a.")),
        ("mail", repeat("a@b")),
        ("mail with dots", repeat("a@b.c.")),
        ("slashes", repeat("/:/")),
        ("stars", repeat("*a **b ")),
        ("underscores", repeat("_a__")),
        ("backticks", (1..440).map(|i| "`".repeat(i) + "a").collect()),
        ("brackets", repeat("[")),
        ("closing brackets", repeat("]")),
        ("links of Markdown", repeat("[a](b)")),
        ("unfinished links", repeat("[a](")),
        ("pictures", repeat("![")),
        ("references", repeat("[a]: b\n")),
        ("used references", format!("[a]: /{}\n\n{}", "x".repeat(n / 2), "[a]".repeat(n / 6))),
        ("table rows", format!("|{}\n|{}\n{}", "a|".repeat(300), "-|".repeat(300), "a\n".repeat(n / 4))),
        ("captions", repeat("[caption]")),
        ("closed captions", repeat("[caption][/caption]")),
        ("captions with one end", format!("{}[/caption]", repeat("[caption]<img src=/x>"))),
        ("embeds with one end", format!("{}[/embed]", repeat("[embed]"))),
        ("captions with pictures", repeat("[caption]<img src=/x>x[/caption]")),
        ("embeds", repeat("[embed]")),
        ("galleries", repeat("[gallery ids=\"")),
        ("escaped", repeat("[[a")),
        ("smileys", repeat(":-) ")),
        ("zalgo", repeat("e\u{301}\u{316}\u{33f}")),
        ("overrides", repeat("\u{202e}")),
        ("isolates", repeat("\u{2066}a")),
        ("family", repeat("👩\u{200d}👩\u{200d}👧")),
        ("entities", repeat("&#60;&lt;")),
        ("headings", repeat("# a\n")),
        ("escaped pairs", repeat("[[")),
        ("escaped words", repeat("[[a [[")),
        ("addresses with emphasis", repeat("http://a.b/_c_ _ ")),
        ("an emphasis that never ends", format!("_{}", repeat(" http://a.b/c_"))),
        ("one address with emphasis", format!("http://a.b/{}", repeat("_a"))),
        ("addresses in a script without spaces", repeat("http://a.b。")),
        ("hosts", format!("http://{}", repeat("a."))),
        ("names and hosts", format!("http://{}", repeat("a@"))),
        ("schemes", repeat("http:http")),
        ("mail of a script without spaces", repeat("あa@b.cc")),
        ("local parts", format!("{}@b.cc", repeat("a..b"))),
        ("mentions with hyphens", repeat("@a--b-")),
        ("joined mentions", repeat("@a/")),
        ("underscores after a mention", format!("@a{}", repeat("_"))),
        ("unknown tags", repeat("<foo>")),
        ("unknown tags with attributes", repeat("<foo a=b>")),
        ("unknown end tags", repeat("</foo>")),
        ("words in brackets", repeat("a<b then ")),
        ("different words in brackets", (0..n / 8).map(|i| format!("<a{i}>")).collect::<Vec<_>>().concat()),
        ("unended tags in a line", repeat("x<b>")),
        ("backslashes before tags", format!("{}<b>", repeat("\\"))),
        ("footnotes", repeat("[^1]\n\n[^1]: a\n\n")),
        ("references to a footnote", format!("{}\n\n[^1]: a", repeat("[^1]"))),
        ("footnotes nobody refers to", repeat("[^a]: b\n\n")),
        ("different footnotes", (0..n / 20).map(|i| format!("[^{i}]\n\n[^{i}]: a\n\n")).collect::<Vec<_>>().concat()),
        (
            "footnotes in footnotes",
            (0..n / 20).map(|i| format!("[^{i}]: [^{}]\n\n", i + 1)).collect::<Vec<_>>().concat(),
        ),
        ("tasks", repeat("- [ ] a\n")),
        ("tasks without an end", repeat("- [ ")),
        ("tables", repeat("|a|\n|-|\n|b|\n\n")),
        ("headings of two levels", repeat("# a\n## b\n")),
        ("headings in HTML", repeat("<h1>a</h1>")),
        ("items alone", repeat("<li>")),
        ("lists in lists", repeat("<ul><ul>")),
        ("terms", repeat("<dt><dd>")),
        ("inline and blocks", repeat("<b><i><div>")),
        ("inline around blocks", format!("{}{}", "<b>".repeat(60), "<div></div>".repeat(n / 11))),
        ("inline around lists", format!("{}{}", "<b>".repeat(60), "<li>a".repeat(n / 5))),
        ("blocks in pre", format!("<pre>{}", repeat("<p>a</p>"))),
        ("pictures over an open line", repeat("<img src=http://a.b/c>")),
        ("links to nowhere", repeat("[a](x:y) ")),
        ("links to scripts", repeat("<a href=javascript:x>a</a>")),
        ("marks of a letter", format!("a{}", repeat("\u{301}"))),
        ("references to marks", format!("a{}", repeat("&#x301;"))),
        ("tags in a flag", format!("\u{1f3f4}{}", repeat("\u{e0061}"))),
        ("numbers in quotes", repeat("'99")),
        ("faces", repeat("^_^ ")),
        ("signatures", repeat("a\n--\n")),
        ("rules", repeat("***\n")),
        ("fences", repeat("```\n")),
    ]
}

/// Runs on a thread with little stack.
fn on_two_megabytes(work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(work).unwrap();
    thread.join().unwrap();
}

fn render(source: &str) -> usize {
    let mut longest = 0;
    for format in [Format::Markdown, Format::WordPress] {
        longest = longest.max(comment(source, format, &cx("en")).len());
        longest = longest.max(post(source, format, &cx("es")).len());
    }
    longest
}

#[test]
fn monsters_overflow_no_stack_and_do_not_grow() {
    on_two_megabytes(|| {
        let size = if cfg!(debug_assertions) { 10_000 } else { 100_000 };
        for (name, source) in monsters(size) {
            let length = render(&source);
            assert!(length < 60 * source.len() + 1000, "{name}: {} -> {length}", source.len());
            plain(&source);
            excerpt(&source, 200);
            line(&source);
            stored(&source);
            title(&source, "en");
            handles(&source);
        }
    });
}

/// Prints how long each takes; for a look in release: `cargo test --release -- --ignored --nocapture`.
#[test]
#[ignore = "for measuring"]
fn monsters_take_their_time() {
    on_two_megabytes(|| {
        let time = |source: &str| {
            let start = std::time::Instant::now();
            render(source);
            start.elapsed().as_secs_f64() * 250.0
        };
        for ((name, small), (_, large)) in monsters(50_000).into_iter().zip(monsters(100_000)) {
            let (half, whole) = (time(&small), time(&large));
            let mark = if whole > 60.0 || whole > half * 3.0 { "!" } else { " " };
            println!("{mark} {name:30} {half:8.1} ms {whole:8.1} ms");
        }
    });
}

#[test]
fn two_thousand_quotations_deep_is_shown_at_a_depth() {
    on_two_megabytes(|| {
        let html = markdown(&format!("{} deep", ">".repeat(2000)));
        assert_eq!(html.matches("<blockquote>").count(), 30);
        assert_eq!(plain(&html), "deep");
        let html = wordpress(&format!("{}deep{}after", "<blockquote>".repeat(2000), "</blockquote>".repeat(2000)));
        assert_eq!(html.matches("<blockquote>").count(), 64);
        assert!(html.ends_with("after</p>"));
    });
}

#[test]
fn nesting_never_passes_the_limit() {
    for (name, source) in monsters(3000) {
        for policy in [Policy::Comment, Policy::Post] {
            let mut depth = 0_usize;
            for part in clean(&source, policy).split('<').skip(1) {
                let void = ["br>", "hr>", "img"].iter().any(|void| part.starts_with(void));
                match part.starts_with('/') {
                    true => depth -= 1,
                    false if !void => depth += 1,
                    false => {}
                }
                // The parser puts a body into every table.
                assert!(depth < 100, "{name}");
            }
        }
    }
}

#[test]
fn control_characters_vanish() {
    assert_eq!(wordpress("a\0b\u{1}c\u{2}d\u{7f}&#1;e"), "<p>abcde</p>");
    assert_eq!(markdown("a\0b\u{1}c"), "<p>abc</p>");
}

#[test]
fn a_change_of_direction_ends_with_its_block() {
    assert_eq!(wordpress("a\u{202e}b\n\nc"), "<p>a\u{202e}b\u{202c}</p><p>c</p>");
    assert_eq!(wordpress("<b>\u{2066}a</b>\u{2069}\u{2069}\u{202c}b"), "<p><b>\u{2066}a</b>\u{2069}b</p>");
    assert_eq!(wordpress("<abbr title=\"\u{202e}x\">y</abbr>"), "<p><abbr title=\"x\">y</abbr></p>");
    assert_eq!(markdown("```\n\u{202e}x\n```"), "<pre><code>\u{202e}x\n</code>\u{202c}</pre>");
}

#[test]
fn emoji_and_stacked_accents_stay_whole() {
    for text in ["👩\u{200d}👩\u{200d}👧 ❤\u{fe0f} 👋🏽", "Z\u{351}\u{343}a\u{334}l\u{300}go", "שלום עולם", "नमस्ते"]
    {
        assert_eq!(wordpress(text), format!("<p>{text}</p>"));
        assert_eq!(markdown(text), format!("<p>{text}</p>"));
    }
}

#[test]
fn a_long_line_of_scripts_shows_nothing() {
    assert_eq!(wordpress_post(&"<script>x</script>".repeat(1000)), "");
}

#[test]
fn a_long_run_of_text_is_not_changed_by_being_cut() {
    let words = |html: &str| plain(html).split_whitespace().collect::<String>();
    for piece in ["&", "& ", "a&amp;b ", "&nbsp;", "&lt;", "¿", "word ", "&unknown ", "&notin; "] {
        let times = 20_000 / piece.len();
        let whole = clean(&piece.repeat(times), Policy::Post);
        assert!(!whole.contains("<!--"), "{piece}");
        assert_eq!(words(&whole), words(&clean(piece, Policy::Post)).repeat(times), "{piece}");
    }
}

/// Prints what a comment and a post cost; for a look in release, as above.
#[test]
#[ignore = "for measuring"]
fn what_people_write_every_day_is_cheap() {
    let words =
        "I liked the *second* chapter: \"it's not what you say\" -- see https://a.example/b_c/d.html, @michael. ";
    let said = format!("{}\n\n> {words}\n\n- one\n- two & three\n\n{}", words.repeat(4), words.repeat(3));
    let written = format!("## Heading\n\n{}", format!("{said}\n\n").repeat(8));
    for (name, source, policy) in [("comment", &said, Policy::Comment), ("post", &written, Policy::Post)] {
        for format in [Format::Markdown, Format::WordPress] {
            let render = if policy == Policy::Post { post } else { comment };
            let mut times: Vec<_> = (0..400)
                .map(|_| {
                    let start = std::time::Instant::now();
                    assert!(!render(source, format, &cx("en")).is_empty());
                    start.elapsed().as_secs_f64() * 1e6
                })
                .collect();
            times.sort_by(f64::total_cmp);
            println!("{name} {format:?}: {} bytes, median {:.0} µs, best {:.0} µs", source.len(), times[200], times[0]);
        }
    }
}
