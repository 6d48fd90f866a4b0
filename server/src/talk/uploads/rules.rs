//! What is said of a picture or a file that a member puts into a text, and how a text names it. Pure.

use markup::characters::line;

use crate::kit::files::{addresses::Address, kind::Kind};

/// No description of a picture is longer, in characters.
pub const LONGEST_ALT: usize = 1_000;

/// What a picture shows, in words; none, if that is too long.
pub fn alt(typed: &str) -> Result<String, &'static str> {
    let alt = line(typed);
    if alt.chars().count() > LONGEST_ALT { Err("upload-alt-too-long") } else { Ok(alt) }
}

/// The ending of the address of a file that is no picture: that of its name, if it can stand there.
pub fn ending<'a>(name: &'a str, kind: &Kind) -> &'a str {
    let of_name = name.rsplit_once('.').map(|(_, ending)| ending);
    let is_plain =
        |ending: &&str| (1..=10).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    of_name.filter(is_plain).unwrap_or(if kind.mime == "application/pdf" { "pdf" } else { "file" })
}

/// The words of a picture or a link as Markdown has them.
pub fn in_markdown(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '(' | ')' | '-' | '\'' | '"' | ';' | '/' | '?') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The line of Markdown that puts a picture into a text.
pub fn picture(alt: &str, address: &Address<'_>) -> String {
    format!("![{}]({address})", in_markdown(alt))
}

/// The line of Markdown that links to a file.
pub fn link(words: &str, address: &Address<'_>) -> String {
    format!("[{}]({address})", in_markdown(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::UploadId;

    #[test]
    fn whatever_is_said_of_a_picture_is_read_so_again() {
        let address = Address::new(UploadId(7), Some((90, 60)), "jpg");
        for words in [
            "",
            "A quay",
            "a [b](c) ![d] *e* _f_ `g` <h> & | \\ # ~i~ \"j\" $k^l",
            "](x) <img onerror=x>",
            "مرفأ",
            "a > b",
        ] {
            let html = markup::post(&picture(words, &address), markup::Format::Markdown, &markup::Context::default());
            let alt = html.split("alt=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let plain = alt.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            assert_eq!(plain, words, "{html}");
            assert!(html.contains("src=\"/files/7-90x60.jpg\""), "{html}");
        }
        let file = Address::new(UploadId(7), None, "pdf");
        let html =
            markup::post(&link("a]b.pdf (PDF, 3 KB)", &file), markup::Format::Markdown, &markup::Context::default());
        assert!(html.contains("href=\"/files/7.pdf\"") && html.contains(">a]b.pdf (PDF, 3 KB)</a>"), "{html}");
    }

    #[test]
    fn the_ending_of_a_name_stands_in_the_address_if_it_can() {
        let pdf = Kind::named("application/pdf");
        let other = Kind::named("application/octet-stream");
        for (name, kind, wanted) in [
            ("a.PDF", pdf, "PDF"),
            ("a", pdf, "pdf"),
            ("a", other, "file"),
            ("a.b/c", other, "file"),
            ("a.größe", other, "file"),
            ("a.tar.gz", other, "gz"),
        ] {
            assert_eq!(ending(name, kind), wanted);
        }
    }
}
