//! Answers as mail programs write them: what is kept of each, and what is cut.

use mailin::{Answer, Own, What};

const MARKS: [&str; 1] = ["https://learn.example.org/mail/"];

fn answer(raw: &str) -> Answer {
    match mailin::read(raw.as_bytes(), Some("ines@example.org"), Own { marks: &MARKS }).what {
        What::Answer(answer) => answer,
        other => panic!("{other:?}\n{raw}"),
    }
}

fn mail(kind: &str, body: &str) -> String {
    format!(
        "From: Ines <ines@example.org>\nTo: answers@learn.example.org\nSubject: Re: Week one\nMessage-ID: <1@x>\n\
         MIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}"
    )
}

/// The lines where something stands.
fn filled<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let seen = |line: &str| {
        line.chars().any(|c| !c.is_whitespace() && !matches!(c, '>' | '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
    };
    lines.map(|line| line.trim_end().to_owned()).filter(|line| seen(line)).collect()
}

#[test]
fn of_every_shape_what_somebody_wrote_is_kept_and_nothing_else() {
    let shapes = include_str!("shapes.txt");
    let (mut count, mut wrong) = (0, vec![]);
    for shape in shapes.split("\n@@").skip(1).filter(|shape| !shape.starts_with("kept") && !shape.starts_with("html")) {
        count += 1;
        let (name, lines) = shape.split_once('\n').unwrap();
        let body: String = lines.lines().map(|line| line.get(1..).unwrap_or_default().to_owned() + "\n").collect();
        let of = |mark: char| filled(lines.lines().filter_map(|line| line.strip_prefix(mark)));
        let answer = answer(&mail("text/plain", &body));
        let (kept, cut) = (filled(answer.text.lines()), filled(answer.cut.lines()));
        // A line of only marks of a quote is empty to whoever reads it, and goes with its quote.
        if kept != of('+') || cut != of('-') {
            wrong.push(format!("== {name}\nkept: {kept:#?}\ncut: {cut:#?}"));
        }
    }
    let pages: Vec<&str> = shapes.split("\n@@html ").skip(1).collect();
    for page in &pages {
        count += 1;
        let (name, rest) = page.split_once('\n').unwrap();
        let (html, kept) = rest.split_once("\n@@kept").unwrap();
        let answer = answer(&mail("text/html", html));
        if filled(answer.text.lines()) != filled(kept.lines()) {
            wrong.push(format!("== {name}\nkept: {:#?}\ncut: {:#?}", answer.text, answer.cut));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 60, "{count}");
}

#[test]
fn lines_that_were_broken_to_be_sent_are_whole_again() {
    let flowed = "This is one \nparagraph.\n \n> quoted \n> words\n\nAnd another \none.\n\n-- \nInes \nDuarte";
    let answer = answer(&mail("text/plain; format=flowed", flowed));
    assert_eq!(answer.text, "This is one paragraph.\n\n> quoted words\n\nAnd another one.");
    assert_eq!(answer.cut, "--\nInes Duarte");
    let stuffed = mail("text/plain; format=flowed; delsp=yes", " From here \nto  \nthere\n >not a quote");
    assert_eq!(self::answer(&stuffed).text, "From hereto there\n>not a quote");
}

#[test]
fn what_was_attached_is_named_but_not_what_mail_programs_add() {
    let raw = "From: ines@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\
               Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nSee this.\n--a\n\
               Content-Type: text/html\n\n<p>See this.</p>\n--a--\n--b\nContent-Type: image/jpeg; name=\"tree.jpg\"\n\
               Content-Disposition: attachment; filename=\"tree.jpg\"\nContent-Transfer-Encoding: base64\n\n/9j/4AAQ\n--b\n\
               Content-Type: application/pdf\nContent-Disposition: attachment; filename*=UTF-8''%C3%BCbung.pdf\n\nx\n--b\n\
               Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx\n--b--\n";
    let answer = answer(raw);
    assert_eq!(answer.text, "See this.");
    let names: Vec<_> = answer.attachments.iter().map(|file| (file.name.as_str(), file.is_picture)).collect();
    assert_eq!(names, [("tree.jpg", true), ("übung.pdf", false)]);
}

#[test]
fn what_is_in_another_character_set_or_cannot_be_read_does_no_harm() {
    let latin = b"From: ines@example.org\nContent-Type: text/plain; charset=iso-8859-1\n\nGr\xfc\xdfe".as_slice();
    let chinese = b"From: ines@example.org\nContent-Type: text/plain; charset=gb18030\n\n\xcd\xac\xd2\xe2".as_slice();
    let wrong = b"From: ines@example.org\nContent-Type: text/plain; charset=utf-8\n\nGr\xfc\xdfe".as_slice();
    for (raw, words) in [(latin, "Grüße"), (chinese, "同意"), (wrong, "Gr\u{FFFD}\u{FFFD}e")] {
        let What::Answer(answer) = mailin::read(raw, None, Own::default()).what else { panic!() };
        assert_eq!(answer.text, words);
    }
    let encrypted = "From: ines@example.org\nContent-Type: multipart/encrypted; boundary=b; protocol=\"application/pgp-encrypted\"\n\n\
                     --b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nx\n--b--\n";
    assert_eq!(answer(encrypted).text, "");
}

#[test]
fn what_stands_below_a_file_is_read_too_and_an_empty_text_is_not_taken_for_all() {
    let part = |kind: &str, body: &str| format!("--b\nContent-Type: {kind}\n\n{body}\n");
    let mixed = |parts: &[String]| {
        format!(
            "From: ines@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{}--b--\n",
            parts.concat()
        )
    };
    let file = part("application/pdf; name=plan.pdf\nContent-Disposition: inline; filename=plan.pdf", "x");
    for (above, below, text) in [
        (part("text/plain", ""), part("text/plain", "Below it."), "Below it."),
        (part("text/plain", "Above it."), part("text/plain", "Below it."), "Above it.\n\nBelow it."),
        (part("text/plain", "Above it."), part("text/html", "<p>Below it.</p>"), "Above it.\n\nBelow it."),
        (part("text/html", "<br>"), part("text/html", "<b>Below it.</b>"), "Below it."),
    ] {
        let answer = answer(&mixed(&[above, file.clone(), below]));
        assert_eq!(answer.text, text);
        assert_eq!(answer.attachments.len(), 1);
    }
    let empty_text = "From: ines@example.org\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\
                      Content-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>Only here.</p>\n--b--\n";
    assert_eq!(answer(empty_text).text, "Only here.");
}

#[test]
fn what_a_mail_program_broke_is_one_paragraph_again_and_what_somebody_broke_is_not() {
    for (body, text) in [
        (
            "I have read the whole of the second week now, and I think that the third\nsection could come before the first. It explains what a commons is, which\nthe first takes for granted.\n\nBest,\nInes",
            "I have read the whole of the second week now, and I think that the third section could come before the first. It explains what a commons is, which the first takes for granted.\n\nBest,\nInes",
        ),
        (
            "The woods are lovely,\ndark and deep.\nBut I have promises to keep.",
            "The woods are lovely,\ndark and deep.\nBut I have promises to keep.",
        ),
        (
            "This is a long line of about seventy characters that ends here, as it is\n- one\n- two, which is a long item of a list that goes on up to the end of it\n1. three\n\n```\nlet a_long_line_of_code_that_is_as_wide_as_a_line_may_be_and = \"no more\";\nlet b = 1;\n```",
            "This is a long line of about seventy characters that ends here, as it is\n- one\n- two, which is a long item of a list that goes on up to the end of it\n1. three\n\n```\nlet a_long_line_of_code_that_is_as_wide_as_a_line_may_be_and = \"no more\";\nlet b = 1;\n```",
        ),
        (
            "A paragraph as programs write it that break no line at all, however long it may become in the end.\nAnd the next.",
            "A paragraph as programs write it that break no line at all, however long it may become in the end.\nAnd the next.",
        ),
    ] {
        assert_eq!(answer(&mail("text/plain", body)).text, text);
    }
}
