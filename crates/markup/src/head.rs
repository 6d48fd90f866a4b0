//! What a page elsewhere says of itself: its title, its metadata, and its JSON-LD. Nothing is judged, everything is bounded.

use ammonia::Builder;

use crate::{
    characters::line,
    entities::decode,
    tokens::{Token, Tokens},
};

/// So much of a page is looked at, in bytes.
const MOST_BYTES: usize = 1024 * 1024;
/// So many metadata, and so many pieces of JSON-LD.
const MOST: usize = 400;
/// No value is longer, in characters.
const LONGEST_CHARS: usize = 2000;
/// In so many bytes at the beginning a page says how it is encoded (WHATWG HTML, 4.2.5.4).
const PRESCAN_BYTES: usize = 1024;

/// What a page says of itself.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its title, as the window shows it.
    pub title: String,
    /// Its metadata: names in small letters, with values as plain text, in their order.
    pub metas: Vec<(String, String)>,
    /// Its JSON-LD, as written.
    pub data: Vec<String>,
}

/// Reads what a page says of itself, from its bytes.
pub fn head(page: &[u8]) -> Head {
    let bytes = &page[..page.len().min(MOST_BYTES)];
    let (text, ..) = encoding(bytes).decode(bytes);
    let mut head = Head::default();
    let mut tokens = Tokens::new(&text);
    while let Some(token) = tokens.next() {
        let Token::Open(tag) = token else { continue };
        match tag.name.as_str() {
            "meta" if head.metas.len() < MOST => {
                let name = tag.attribute("name").or_else(|| tag.attribute("property"));
                if let (Some(name), Some(content)) = (name, tag.attribute("content")) {
                    let value = words(content);
                    if !value.is_empty() {
                        head.metas.push((name.trim().to_lowercase(), value));
                    }
                }
            }
            "title" | "script" | "style" | "noscript" | "svg" | "template" => {
                let begin = tokens.position();
                if !tokens.skip_element(&tag.name) {
                    continue;
                }
                let inside = &text[begin..tokens.position()];
                let inside = inside.rfind("</").map_or(inside, |end| &inside[..end]);
                let is_data = tag.attribute("type").is_some_and(|kind| {
                    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/ld+json")
                });
                if tag.name == "title" && head.title.is_empty() {
                    head.title = words(inside);
                } else if tag.name == "script" && is_data && head.data.len() < MOST {
                    head.data.push(inside.to_owned());
                }
            }
            _ => {}
        }
    }
    head
}

/// The words of a text in which there may be elements and references to characters.
fn words(text: &str) -> String {
    let plain = Builder::empty().clean(text).to_string();
    line(&decode(&plain)).chars().take(LONGEST_CHARS).collect()
}

fn encoding(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding;
    }
    let begin = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN_BYTES)]).to_lowercase();
    let said = begin.find("charset").and_then(|at| {
        let rest = begin[at + "charset".len()..].trim_start().strip_prefix('=')?;
        let rest = rest.trim_start_matches([' ', '"', '\'']);
        rest.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).next().map(ToOwned::to_owned)
    });
    let said = said.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    said.unwrap_or(encoding_rs::UTF_8)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_page_says_its_title_its_metadata_and_its_data() {
        let page = r#"<!doctype html><HTML><head><meta charset=utf-8>
            <title>Caf&eacute; &amp; <b>books</b>
              now</title>
            <meta name="Citation_Title" content="On <i>E. coli</i> &ndash; again">
            <meta property='og:type' content='book'><meta name="empty" content="">
            <script>var x = "<meta name='citation_title' content='no'>";</script>
            <script type="application/ld+json; charset=utf-8">{"name": "A </b> B"}</script>
            </head><body><svg><title>An icon</title></svg></body></HTML>"#;
        let head = head(page.as_bytes());
        assert_eq!(head.title, "Café & books now");
        let metas: Vec<_> = head.metas.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(metas, [("citation_title", "On E. coli – again"), ("og:type", "book")]);
        assert_eq!(head.data, [r#"{"name": "A </b> B"}"#]);
    }

    #[test]
    fn a_page_in_an_old_encoding_is_read_in_it() {
        let page =
            b"<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\"><title>Gr\xfc\xdfe</title>";
        assert_eq!(head(page).title, "Grüße");
        assert_eq!(head("<meta charset=nonsense><title>Grüße</title>".as_bytes()).title, "Grüße");
    }

    #[test]
    fn what_is_no_page_says_nothing() {
        for bytes in [&b""[..], b"%PDF-1.7 \xff\xfe\x00", b"<title", b"<meta name=", b"{}"] {
            assert_eq!(head(bytes), Head::default(), "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_makes_lines_and_no_panic(page in "(<title>|</title>|<meta name=|content=|<script type=application/ld\\+json>|</script>|[\\PC\n\"'<>&=]{0,6}){0,40}") {
            let head = head(page.as_bytes());
            prop_assert!(!head.title.contains('\n'));
            prop_assert!(head.metas.iter().all(|(_, value)| !value.is_empty() && !value.contains('\n')));
        }
    }
}
