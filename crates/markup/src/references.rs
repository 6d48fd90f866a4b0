//! What a text from WordPress refers to and does not hold itself: attachments, reusable blocks, notes; and addresses
//! that lead elsewhere today.

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Write,
};

use crate::{
    entities::{decode, escape},
    shortcodes,
    tokens::{Token, Tokens},
    wordpress,
};

/// What is known of the things a text from WordPress refers to by number.
#[derive(Clone, Debug, Default)]
pub struct References {
    /// The number of the text itself: galleries that name no pictures mean those that belong to it.
    pub number: Option<u64>,
    /// Attachments by their numbers.
    pub attachments: HashMap<u64, Attachment>,
    /// The attachments that belong to a text, in their order, by the number of the text.
    pub children: HashMap<u64, Vec<u64>>,
    /// The sources of reusable blocks by their numbers.
    pub blocks: HashMap<u64, String>,
    /// The notes of the text, in their order.
    pub footnotes: Vec<Footnote>,
    /// The picture of the text, which is shown above it.
    pub featured: Option<u64>,
}

/// A file that belongs to a WordPress site.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Attachment {
    /// Where it is.
    pub address: String,
    /// What stands for it where it cannot be seen.
    pub alt: String,
    /// What stands below it, as HTML.
    pub caption: String,
    /// What it is called.
    pub title: String,
}

impl Attachment {
    /// Whether its ending is that of a picture.
    pub fn is_picture(&self) -> bool {
        let path = self.address.split(['?', '#']).next().unwrap_or_default();
        let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        matches!(ending.as_str(), "avif" | "bmp" | "gif" | "jpe" | "jpeg" | "jpg" | "png" | "svg" | "webp")
    }

    /// Writes it as a picture, with what stands below it.
    pub(crate) fn write_picture(&self, out: &mut String, linked: bool) {
        if linked {
            out.push_str("<a href=\"");
            escape(out, &self.address);
            out.push_str("\">");
        }
        out.push_str("<img src=\"");
        escape(out, &self.address);
        out.push_str("\" alt=\"");
        escape(out, self.alt.trim());
        out.push_str("\">");
        if linked {
            out.push_str("</a>");
        }
        let caption = self.caption.trim();
        if !caption.is_empty() {
            let _ = write!(out, "<figcaption>{caption}</figcaption>");
        }
    }
}

/// A note of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Footnote {
    /// Its name in the text.
    pub id: String,
    /// What it says, as HTML.
    pub content: String,
}

/// What a text from WordPress refers to by number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// Attachments that galleries and lists name.
    pub attachments: BTreeSet<u64>,
    /// Texts whose own attachments galleries show, by number; 0 is the text itself.
    pub galleries: BTreeSet<u64>,
    /// Reusable blocks.
    pub blocks: BTreeSet<u64>,
    /// Blocks that hold no text and that WordPress fills each time it shows them, by name.
    pub filled_in: BTreeSet<String>,
    /// Shortcodes that only a plugin knows: they stay as they were typed.
    pub shortcodes: BTreeSet<String>,
}

impl Wanted {
    /// Whether the text refers to nothing.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// What the source of a post from WordPress refers to by number. What is in its reusable blocks is not looked at.
pub fn wanted(source: &str) -> Wanted {
    let mut wanted = Wanted::default();
    wordpress::wanted(source, &mut wanted);
    shortcodes::wanted(source, &mut wanted);
    wanted
}

/// The addresses in rendered HTML that something links to or shows, each once.
pub fn addresses(html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if !html.contains("=\"") {
        return found;
    }
    for token in Tokens::new(html) {
        let Token::Open(tag) = token else { continue };
        for name in NAMES {
            let value = tag.attribute(name).filter(|value| !value.is_empty());
            found.extend(value.map(|value| decode(value).into_owned()));
        }
    }
    found
}

const NAMES: [&str; 3] = ["href", "src", "cite"];

/// Rendered HTML whose addresses lead where `to` says; those it says nothing about stay.
pub fn lead(html: &str, to: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut tokens = Tokens::new(html);
    let mut start = 0;
    while let Some(token) = tokens.next() {
        let raw = &html[start..tokens.position()];
        start = tokens.position();
        let mut raw = std::borrow::Cow::Borrowed(raw);
        if let Token::Open(tag) = token {
            for name in NAMES {
                let Some(value) = tag.attribute(name) else { continue };
                let Some(new) = to(&decode(value)).filter(|new| is_on_the_web(new)) else { continue };
                // A picture at an http: address is asked for over https, as everywhere: pages let no other in.
                let new = match new.strip_prefix("http://").filter(|_| name == "src") {
                    Some(rest) => format!("https://{rest}"),
                    None => new,
                };
                let mut attribute = format!(" {name}=\"");
                escape(&mut attribute, &new);
                attribute.push('"');
                raw = raw.replace(&format!(" {name}=\"{value}\""), &attribute).into();
            }
        }
        out.push_str(&raw);
    }
    out
}

/// Whether an address is on the web: nothing else may come in after the cleaning.
fn is_on_the_web(address: &str) -> bool {
    ["/", "http://", "https://"].iter().any(|begin| address.starts_with(begin))
}
