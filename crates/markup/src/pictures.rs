//! Pictures in clean HTML as a page shows them: those it knows in the sizes there are, those from elsewhere as links.

use std::borrow::Cow;
use std::fmt::Write;

use ammonia::url::Url;

use crate::entities::{decode, escape};
use crate::tokens::{Tag, Token, Tokens};

/// A picture that the page knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Where it is, in the size for whoever knows of one only.
    pub src: String,
    /// All sizes with their widths, as `srcset` has them; empty where there is one.
    pub srcset: String,
    /// How wide it stands on the page, as `sizes` has it.
    pub sizes: &'static str,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Where it moves, if this is the first of several pictures.
    pub moving: Option<String>,
}

/// Clean HTML with its pictures as they are shown. `known` tells of those of the page, by their address. One that lies
/// elsewhere becomes a link: nobody's browser asks another host for anything unless they press it.
pub fn pictures<'a>(html: &'a str, known: &dyn Fn(&str) -> Option<Picture>) -> Cow<'a, str> {
    if !html.contains("<img") {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len() + 400);
    let mut tokens = Tokens::new(html);
    let (mut start, mut links) = (0, 0_usize);
    while let Some(token) = tokens.next() {
        let source = &html[start..tokens.position()];
        start = tokens.position();
        match token {
            Token::Open(tag) if tag.name == "img" => {
                let address = decode(tag.attribute("src").unwrap_or_default());
                if is_elsewhere(&address) {
                    instead(&mut out, &tag, &address, links > 0);
                } else if let Some(picture) = known(&address) {
                    shown(&mut out, &tag, source, &picture, links > 0);
                } else {
                    out.push_str(source);
                }
                continue;
            }
            Token::Open(tag) if tag.name == "a" => links += 1,
            Token::Close(name) if name == "a" => links = links.saturating_sub(1),
            _ => {}
        }
        out.push_str(source);
    }
    Cow::Owned(out)
}

/// Whether an address leads to another host than the one a page is on, as browsers read it.
fn is_elsewhere(address: &str) -> bool {
    const HERE: &str = "here.invalid";
    let here = Url::parse("https://here.invalid/").expect("it is an address");
    !address.trim().is_empty() && here.join(address).is_ok_and(|there| there.host_str() != Some(HERE))
}

/// What stands in place of a picture from elsewhere: its words, or the name of its file; within a link that one leads there.
fn instead(out: &mut String, tag: &Tag, address: &str, is_linked: bool) {
    let words = decode(tag.attribute("alt").unwrap_or_default());
    let file = address.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let words = if !words.trim().is_empty() {
        words.trim()
    } else if file.is_empty() {
        address
    } else {
        file
    };
    if is_linked {
        escape(out, words);
        return;
    }
    out.push_str("<a href=\"");
    escape(out, address);
    out.push_str("\" rel=\"nofollow ugc noopener\">");
    escape(out, words);
    out.push_str("</a>");
}

/// A picture of the page. What its writer says of its size stays.
fn shown(out: &mut String, tag: &Tag, source: &str, picture: &Picture, is_linked: bool) {
    let moving = picture.moving.as_ref().filter(|_| !is_linked);
    if let Some(moving) = moving {
        // A link has a name, also where nobody said what the picture shows.
        let is_named = tag.attribute("alt").is_some_and(|alt| !alt.trim().is_empty());
        let name = if is_named { "" } else { " aria-label=\"GIF\"" };
        let _ = write!(out, "<a class=\"plays\" href=\"{moving}\"{name}>");
    }
    let raw = format!(" src=\"{}\"", tag.attribute("src").unwrap_or_default());
    let tag_end = source.trim_end_matches('>').trim_end_matches('/').trim_end();
    out.push_str(&tag_end.replacen(&raw, &format!(" src=\"{}\"", picture.src), 1));
    if !picture.srcset.is_empty() {
        let _ = write!(out, " srcset=\"{}\" sizes=\"{}\"", picture.srcset, picture.sizes);
    }
    if tag.attribute("width").is_none() && tag.attribute("height").is_none() {
        let _ = write!(out, " width=\"{}\" height=\"{}\"", picture.width, picture.height);
    }
    out.push_str(" loading=\"lazy\" decoding=\"async\">");
    if moving.is_some() {
        out.push_str("</a>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(address: &str) -> Option<Picture> {
        let moves = address.rsplit_once('.').is_some_and(|(_, ending)| ending == "gif");
        let moving = moves.then(|| address.to_owned());
        address.starts_with("/files/").then(|| Picture {
            src: "/files/1-small.jpg".into(),
            srcset: "/files/1-small.jpg 400w, /files/1.jpg 900w".into(),
            sizes: "50vw",
            width: 900,
            height: 600,
            moving,
        })
    }

    const SHOWN: &str =
        "src=\"/files/1-small.jpg\" srcset=\"/files/1-small.jpg 400w, /files/1.jpg 900w\" sizes=\"50vw\"";

    #[test]
    fn a_picture_of_the_page_has_its_sizes_and_room() {
        let room = "width=\"900\" height=\"600\" loading=\"lazy\" decoding=\"async\">";
        assert_eq!(
            pictures("<p>a <img alt=\"A &quot;b&quot; > c\" src=\"/files/1.jpg\"> b</p>", &known),
            format!("<p>a <img alt=\"A &quot;b&quot; > c\" {SHOWN} {room} b</p>")
        );
        assert_eq!(
            pictures("<img alt=\"\" src=\"/files/1.jpg\" width=\"100\">", &known),
            format!(
                "<img alt=\"\" {} width=\"100\" srcset=\"/files/1-small.jpg 400w, /files/1.jpg 900w\" sizes=\"50vw\" loading=\"lazy\" decoding=\"async\">",
                "src=\"/files/1-small.jpg\""
            )
        );
        for other in ["<img alt=\"\" src=\"/elsewhere/on/the/site.jpg\">", "<p>no picture</p>", ""] {
            assert_eq!(pictures(other, &known), other);
        }
    }

    #[test]
    fn what_moves_stands_still_until_it_is_pressed() {
        let html = pictures("<img alt=\"x\" src=\"/files/1.gif\">", &known).into_owned();
        assert!(html.starts_with("<a class=\"plays\" href=\"/files/1.gif\"><img ") && html.ends_with("</a>"), "{html}");
        let linked = pictures("<a href=\"/x\"><img alt=\"x\" src=\"/files/1.gif\"></a>", &known).into_owned();
        assert!(!linked.contains("plays"), "{linked}");
    }

    #[test]
    fn a_picture_from_elsewhere_is_a_link() {
        let link =
            |address: &str, words: &str| format!("<a href=\"{address}\" rel=\"nofollow ugc noopener\">{words}</a>");
        for (address, name) in [
            ("https://a.example/b/c.png?d=1&amp;e=2", "c.png"),
            ("http://a.example/", "http://a.example/"),
            ("//a.example/b.png", "b.png"),
            ("/\\a.example/b.png", "\\a.example/b.png"),
            ("\\\\a.example/b.png", "b.png"),
            ("/\t/a.example/b.png", "b.png"),
        ] {
            let words = format!("<img alt=\"A &lt;b&gt;\" src=\"{address}\">");
            let found = pictures(&words, &known).into_owned();
            assert!(!found.contains("<img") && found.contains("A &lt;b&gt;</a>"), "{address}: {found}");
            let none = format!("<img alt=\"\" src=\"{address}\">");
            let found = pictures(&none, &known).into_owned();
            assert!(!found.contains("<img"), "{found}");
            if !address.contains(['\\', '\t']) {
                assert_eq!(found, link(address, name));
            }
        }
        assert_eq!(
            pictures("<a href=\"/x\">a <img alt=\"b\" src=\"https://a.example/c.png\"></a>", &known),
            "<a href=\"/x\">a b</a>"
        );
    }
}
