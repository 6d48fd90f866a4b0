//! What is read, what is refused, and what becomes of it.

use captions::{Captions, Why, Wrong, clock, read};

fn good(text: &str) -> Captions {
    read(text.as_bytes()).unwrap_or_else(|wrong| panic!("{wrong}:\n{text}"))
}

fn wrong(bytes: &[u8]) -> (usize, Why) {
    let Wrong { line, why } = read(bytes).expect_err("it is wrong");
    (line, why)
}

fn said(text: &str) -> Vec<(Option<String>, String)> {
    good(text).transcript().into_iter().map(|paragraph| (paragraph.speaker, paragraph.text)).collect()
}

const TWO: &str =
    "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nGood morning.\n\n00:00:02.500 --> 00:00:04.000\nWe begin.\n";

#[test]
fn captions_as_they_are_meant_are_kept_as_they_are() {
    assert_eq!(good(TWO).to_vtt(), TWO);
    assert_eq!(good(TWO).count(), 2);
}

#[test]
fn a_byte_order_mark_and_any_ends_of_lines_are_fine() {
    for text in [format!("\u{feff}{TWO}"), TWO.replace('\n', "\r\n"), TWO.replace('\n', "\r"), TWO.trim_end().into()] {
        assert_eq!(good(&text), good(TWO));
    }
}

#[test]
fn what_is_said_beside_the_cues_is_left_out() {
    let text = "WEBVTT - Week one\nKind: captions\nLanguage: en\n\nSTYLE\n::cue { background: url(https://evil.example) }\n\n\
                REGION\nid:fred\nwidth:40%\n\nNOTE made by hand\nin two lines\n\nNOTE\n\nintro\n00:01.000 --> 00:02.500 region:fred\n\
                Good morning.\n\nNOTE end\n\n2\n00:00:02.500 --> 00:00:04.000\nWe begin.\n";
    assert_eq!(good(text), good(TWO));
}

#[test]
fn places_that_are_well_said_stay_and_others_go() {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000 line:-1 position:10%,line-left align:start size:300% align:middle colour:red\nHello\n";
    assert!(good(text).to_vtt().contains("00:00:02.000 line:-1 position:10%,line-left align:start\nHello"));
}

#[test]
fn cues_may_overlap_and_come_in_any_order() {
    let text = "WEBVTT\n\n00:03.000 --> 00:09.000\nLater\n\n00:01.000 --> 00:05.000\n<v Ann>First\n\n00:02.000 --> 00:04.000\n<v Ben>Second\n";
    let vtt = good(text).to_vtt();
    let at = |word: &str| vtt.find(word).unwrap();
    assert!(at("First") < at("Second") && at("Second") < at("Later"));
}

#[test]
fn no_markup_comes_through_but_that_of_captions() {
    let cue = |text: &str| {
        let vtt = good(&format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n")).to_vtt();
        vtt.lines().skip(3).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(cue("<script>alert(1)</script>"), "alert(1)");
    assert_eq!(cue("<img src=x onerror=alert(1)>Hello"), "Hello");
    assert_eq!(cue("<b>so</b> <i.loud>it</i> is</b>"), "<b>so</b> <i.loud>it</i> is");
    assert_eq!(cue("<v.first Ada & Ben>Yes"), "<v.first Ada &amp; Ben>Yes</v>");
    assert_eq!(cue("<v Ada <b>>Yes"), "&lt;v Ada <b>&gt;Yes</b>");
    assert_eq!(cue("<lang de-CH>Grüezi</lang>"), "<lang de-CH>Grüezi</lang>");
    assert_eq!(cue("one<00:00:01.500>two"), "one<00:00:01.500>two");
    assert_eq!(cue("<ruby>漢<rt>かん</ruby> <rt>no</rt>"), "<ruby>漢<rt>かん</rt></ruby> no");
    assert_eq!(
        cue("AT&T &lt;b&gt; &#60;i&#62; &#10;x & 1 < 2 <3"),
        "AT&amp;T &lt;b&gt; &lt;i&gt;  x &amp; 1 &lt; 2 &lt;3"
    );
    assert_eq!(cue("above\n<script>\nbelow"), "above\nbelow");
    assert_eq!(cue("<c.\"><script>alert(1)</c>"), "<c>alert(1)</c>");
}

#[test]
fn sub_rip_is_converted() {
    let text = "1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<font color=\"#fff\">Good morning.</font>\r\n\r\n\
                2\r\n0:00:02,5 --> 00:00:04.000  X1:10 X2:20\r\nWe begin.\r\n";
    assert_eq!(good(text), good(TWO));
    assert_eq!(good(&format!("\u{feff}\n\n{text}")), good(TWO));
    assert_eq!(
        good("00:00:01,000 --> 00:00:02,500\nGood morning.\n \n3\n00:00:02,500 --> 00:00:04,000\nWe begin."),
        good(TWO)
    );
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    for (text, expected) in [
        ("", (1, Why::NotCaptions)),
        ("\n\nHello", (3, Why::NotCaptions)),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nHello", (1, Why::NotCaptions)),
        ("webvtt\n\n00:01.000 --> 00:02.000\nHello", (1, Why::NotCaptions)),
        ("%PDF-1.7", (1, Why::NotCaptions)),
        ("<tt xmlns=\"http://www.w3.org/ns/ttml\"/>", (1, Why::NotCaptions)),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nHello", (3, Why::Times)),
        ("WEBVTT\n\n1:01.000 --> 00:02.000\nHello", (3, Why::Times)),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nHello", (3, Why::Times)),
        ("WEBVTT\n\n00:01.000 --> later\nHello", (3, Why::Times)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello --> there", (4, Why::Times)),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nHello", (3, Why::Backwards)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\nthere", (6, Why::NoTimes)),
        ("1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000\nthere", (5, Why::NoTimes)),
        ("WEBVTT\n", (2, Why::Empty)),
        ("WEBVTT\n\nNOTE nothing\n\n00:01.000 --> 00:02.000\n \n", (7, Why::Empty)),
    ] {
        assert_eq!(wrong(text.as_bytes()), expected, "{text:?}");
    }
    assert_eq!(wrong(b"WEBVTT\n\n00:01.000 --> 00:02.000\nGr\xfc\xdfe\n"), (4, Why::NotUtf8));
    assert_eq!(wrong(b"\xff\xfeW\0E\0B\0V\0T\0T\0"), (1, Why::NotUtf8));
    assert_eq!(wrong(b"\x89PNG\r\n\x1a\n"), (1, Why::NotUtf8));
}

#[test]
fn a_cue_that_follows_without_an_empty_line_is_one_of_its_own() {
    let text = "WEBVTT\n00:00:01.000 --> 00:00:02.500\nGood morning.\n00:00:02.500 --> 00:00:04.000\nWe begin.";
    assert_eq!(good(text), good(TWO));
}

#[test]
fn a_transcript_says_who_speaks_and_joins_what_is_said_in_one_go() {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Good morning,\neverybody.\n\n00:02.100 --> 00:03.000\n<v Ann>We begin.\n\n\
                00:03.000 --> 00:04.000\n<v.loud Ben Ode>Wait!</v> <v Ann>Yes?</v>\n\n00:09.000 --> 00:10.000\n<v Ann>Well.\n\n\
                00:10.000 --> 00:11.000\n- Somebody?\n- Nobody.\n";
    let expected = [
        (Some("Ann"), "Good morning, everybody. We begin."),
        (Some("Ben Ode"), "Wait!"),
        (Some("Ann"), "Yes?"),
        (Some("Ann"), "Well."),
        (None, "- Somebody?"),
        (None, "- Nobody."),
    ];
    let expected = expected.map(|(speaker, text)| (speaker.map(ToOwned::to_owned), text.to_owned()));
    assert_eq!(said(text), expected);
}

#[test]
fn what_rolls_up_was_said_once_and_what_was_said_twice_stands_twice() {
    let text = "WEBVTT\n\n00:00.000 --> 00:02.000\nso today we will\n\n00:02.000 --> 00:04.000\nso today we will\nlook at the map\n\n\
                00:04.000 --> 00:06.000\nlook at the map\nof the harbour\n";
    assert_eq!(said(text), [(None, "so today we will look at the map of the harbour".to_owned())]);
    let machine = "WEBVTT\n\n00:00.000 --> 00:02.000\n \n>> Hi<00:00:01.000><c> everyone</c>\n\n00:02.000 --> 00:02.010\n>> Hi everyone\n \n\n\
                   00:02.010 --> 00:04.000\n>> Hi everyone\nmy name is Luke\n\n00:04.000 --> 00:04.010\nmy name is Luke\n \n";
    assert_eq!(said(machine), [(None, ">> Hi everyone my name is Luke".to_owned())]);
    let twice = "WEBVTT\n\n00:00.000 --> 00:01.000\nNo.\n\n00:01.000 --> 00:02.000\nNo.\n";
    assert_eq!(said(twice), [(None, "No. No.".to_owned())]);
}

#[test]
fn a_long_talk_has_paragraphs() {
    let cue = |at: u64| {
        format!(
            "{:02}:{:02}.000 --> {:02}:{:02}.000\nThis is one of many sentences that follow.\n",
            at / 60,
            at % 60,
            (at + 1) / 60,
            (at + 1) % 60
        )
    };
    let text = format!("WEBVTT\n\n{}", (0..100).map(cue).collect::<Vec<_>>().join("\n"));
    let paragraphs = said(&text);
    assert!((5..20).contains(&paragraphs.len()) && paragraphs.iter().all(|(_, text)| text.len() < 1_100));
}

#[test]
fn times_are_told_as_players_tell_them() {
    assert_eq!([0, 7_999, 62_000, 3_723_000].map(clock), ["0:00", "0:07", "1:02", "1:02:03"]);
}
