//! What may stay: two policies, decided by `ammonia`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::sync::LazyLock;

use ammonia::url::{ParseError, Url};
use ammonia::{Builder, UrlRelative};

use crate::characters::is_unwelcome;
use crate::links::{completed, is_bidi_control};
use crate::shape::shaped;
use crate::tokens::{Token, Tokens};
use crate::{Policy, tidy};

/// Elements and their attributes. Those that may be refused for their value come last: taking one out
/// of the middle would change the order of the others.
type Elements = &'static [(&'static str, &'static [&'static str])];

/// The thirteen elements of the original form, two of them by the names they have today, and those Markdown makes, with their attributes. A span only names a place.
const COMMENT: Elements = &[
    ("a", &["title", "href"]),
    ("abbr", &["title"]),
    ("b", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("cite", &[]),
    ("code", &["class"]),
    ("del", &["datetime"]),
    ("em", &[]),
    ("hr", &["class"]),
    ("i", &[]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &["cite"]),
    ("s", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("sup", &["class"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan", "class"]),
    ("th", &["colspan", "rowspan", "scope", "class"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// What a post may have besides.
const POST: Elements = &[
    ("caption", &[]),
    ("dd", &[]),
    ("details", &["open"]),
    ("dfn", &["title"]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("figcaption", &[]),
    ("figure", &["class"]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("img", &["alt", "title", "width", "height", "class", "src"]),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("mark", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("samp", &[]),
    ("small", &[]),
    ("summary", &[]),
    ("tfoot", &[]),
    ("time", &["datetime"]),
    ("u", &[]),
    ("var", &[]),
];

/// Where a link may lead: places on the web, and people and things one reaches by a program of one's own.
pub(crate) const SCHEMES: [&str; 12] =
    ["http", "https", "mailto", "tel", "sms", "xmpp", "webcal", "geo", "irc", "ircs", "matrix", "sip"];

/// How a picture stands in the text and words in a cell, as WordPress writes it; our own galleries; the number of a
/// footnote, and the line before the footnotes.
const CLASSES: [&str; 7] = ["aligncenter", "alignleft", "alignnone", "alignright", "gallery", "note", "notes"];

impl Policy {
    fn elements(self) -> impl Iterator<Item = &'static (&'static str, &'static [&'static str])> {
        let more = match self {
            Policy::Comment => &[],
            Policy::Post => POST,
        };
        COMMENT.iter().chain(more)
    }

    /// The element of this name and the attributes it may have.
    pub(crate) fn element(self, name: &str) -> Option<&'static (&'static str, &'static [&'static str])> {
        self.elements().find(|(tag, _)| *tag == name)
    }

    fn builder(self) -> Builder<'static> {
        let mut builder = Builder::empty();
        let attributes: HashMap<_, HashSet<_>> =
            self.elements().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect();
        builder
            .tags(self.elements().map(|(tag, _)| *tag).collect())
            .tag_attributes(attributes)
            .generic_attributes(HashSet::from(["id"]))
            .url_schemes(HashSet::from(SCHEMES))
            .url_relative(UrlRelative::PassThrough)
            .link_rel(Some("nofollow ugc noopener"))
            .attribute_filter(|element, name, value| match name {
                "href" => is_address(value).then(|| match completed(value) {
                    Some(address) => Cow::Owned(encoded(&address).into_owned()),
                    None => encoded(value),
                }),
                "src" | "cite" => is_on_the_web(value).then(|| encoded(value)),
                "id" => (goal(value).as_deref() == Some(value)).then(|| value.into()),
                "class" if element == "code" => language(value).map(Cow::Borrowed),
                "class" => classes(value).map(Cow::Owned),
                _ => Some(value.into()),
            })
            .strip_comments(true);
        builder
    }
}

/// Whether an address is relative or of a scheme one may follow, read more strictly than a browser does.
pub(crate) fn is_address(value: &str) -> bool {
    is_of(value, &SCHEMES)
}

/// Whether what is at an address may be shown.
fn is_on_the_web(value: &str) -> bool {
    is_of(value, &["http", "https"])
}

/// Whether a picture may be shown that is at this address.
pub(crate) fn is_picture(address: &str) -> bool {
    let is_address = matches!(Url::parse(address), Ok(_) | Err(ParseError::RelativeUrlWithoutBase));
    !address.trim().is_empty() && is_on_the_web(address) && is_address
}

fn is_of(value: &str, schemes: &[&str]) -> bool {
    scheme(value).is_none_or(|scheme| schemes.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// What stands before the first colon of an address, if that is a scheme.
pub(crate) fn scheme(address: &str) -> Option<&str> {
    let start = address.split(['/', '?', '#']).next().unwrap_or_default();
    start.split_once(':').map(|(scheme, _)| scheme)
}

/// Before the names of places in a text, so that none is that of a place on the page around it.
const GOAL: &str = "text-";
/// No name of a place is longer, in characters.
const LONGEST_GOAL: usize = 100;

/// The name that a place in a text has here, so that links in the text and from elsewhere lead to it.
pub fn goal(name: &str) -> Option<String> {
    let name = crate::entities::percent_decoded(name.trim());
    let name = name.strip_prefix(GOAL).unwrap_or(&name);
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':') { c } else { '-' };
    let name: String = name.chars().take(LONGEST_GOAL).map(plain).collect();
    (!name.is_empty()).then(|| format!("{GOAL}{name}"))
}

/// An address without what ends one in a sentence; browsers read both alike.
fn encoded(address: &str) -> Cow<'_, str> {
    let is_odd = |c: char| matches!(c, ' ' | '"' | '<' | '>');
    // What comes before is a host, in which nothing may be encoded.
    let path = address.find("//").map_or(0, |at| {
        let host = at + 2;
        address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at)
    });
    let (host, path) = address.split_at(path);
    if !path.contains(is_odd) {
        return Cow::Borrowed(address);
    }
    let mut out = host.to_owned();
    for c in path.chars() {
        if is_odd(c) {
            let _ = write!(out, "%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The HTML of a text for a page on which several stand: the names of places in it, and the links that lead to them,
/// begin with a name that no other text on the page has.
pub fn placed<'a>(html: &'a str, name: &str) -> Cow<'a, str> {
    if !html.contains("=\"text-") {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len() + 100);
    let mut tokens = Tokens::new(html);
    let mut start = 0;
    while let Some(token) = tokens.next() {
        let source = &html[start..tokens.position()];
        start = tokens.position();
        match token {
            // Within a tag a quotation mark always ends a value.
            Token::Open(_) => out.push_str(
                &source
                    .replace(&format!(" id=\"{GOAL}"), &format!(" id=\"{GOAL}{name}-"))
                    .replace(&format!(" href=\"#{GOAL}"), &format!(" href=\"#{GOAL}{name}-")),
            ),
            _ => out.push_str(source),
        }
    }
    Cow::Owned(out)
}

/// The classes a text may have, if any are left.
fn classes(value: &str) -> Option<String> {
    let known = value.split_whitespace().filter(|class| CLASSES.contains(class));
    let known = known.collect::<Vec<_>>().join(" ");
    (!known.is_empty()).then_some(known)
}

/// The class that names the language of code, as Markdown writes it.
fn language(value: &str) -> Option<&str> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '#' | '_' | '.');
    value.split_whitespace().find(|class| {
        class.strip_prefix("language-").is_some_and(|name| (1..=40).contains(&name.len()) && name.chars().all(is_plain))
    })
}

static COMMENTS: LazyLock<Builder<'static>> = LazyLock::new(|| Policy::Comment.builder());
static POSTS: LazyLock<Builder<'static>> = LazyLock::new(|| Policy::Post.builder());

/// Safe, balanced HTML with nothing in it that the policy does not name. Cleaning it again changes
/// nothing.
pub(crate) fn clean(html: &str, policy: Policy) -> String {
    let tidied = tidy::tidy(html, policy);
    if html.len() < PLAIN && !html.contains(['<', '&']) {
        return plain(&tidied);
    }
    let builder = match policy {
        Policy::Comment => &COMMENTS,
        Policy::Post => &POSTS,
    };
    let mut clean = builder.clean(&tidied).to_string();
    // References may have brought some, and what stood for words was none.
    if clean.contains(is_unwelcome) {
        let tidied = tidy::tidy(&clean.replace(is_unwelcome, ""), policy);
        clean = builder.clean(&tidied).to_string();
    }
    // What took its place is put in order as if it had been written so; that may ask for a little more.
    for _ in 0..ROUNDS {
        let Cow::Owned(html) = shaped(&clean) else { break };
        clean = builder.clean(&tidy::tidy(&html, policy)).to_string();
    }
    if policy == Policy::Comment {
        clean = without_idle_names(clean);
    }
    let clean = without_empty_paragraphs(&clean);
    without_first_newlines(&without_empty_links(&clean))
}

/// A place in a comment has a name as long as a link in it leads there.
fn without_idle_names(html: String) -> String {
    let start = format!(" id=\"{GOAL}");
    if !html.contains(&start) {
        return html;
    }
    let led = |token| match token {
        Token::Open(tag) => tag.attribute("href").and_then(|href| href.strip_prefix('#')),
        _ => None,
    };
    let led: HashSet<&str> = Tokens::new(&html).filter_map(led).collect();
    let mut out = String::with_capacity(html.len());
    let mut tokens = Tokens::new(&html);
    let mut done = 0;
    while let Some(token) = tokens.next() {
        let source = done..tokens.position();
        done = source.end;
        let idle = match &token {
            Token::Open(tag) => tag.attribute("id").filter(|name| !led.contains(name)),
            _ => None,
        };
        let Some(name) = idle else {
            out.push_str(&html[source]);
            continue;
        };
        if html[source.clone()] == format!("<span id=\"{name}\">") && html[done..].starts_with("</span>") {
            // It was there for its name alone.
            tokens.next();
            done = tokens.position();
        } else {
            out.push_str(&html[source].replacen(&format!(" id=\"{name}\""), "", 1));
        }
    }
    out
}

/// So often a text is put in order at most.
const ROUNDS: usize = 4;

/// A text shorter than this, in bytes, that has neither `<` nor `&` holds no markup: there is nothing to decide about it.
const PLAIN: usize = 8_000;

/// What the cleaning makes of the tidied paragraphs of a plain text, without a parser: it writes quotes as they are.
fn plain(tidied: &str) -> String {
    let text = tidied.replace("&quot;", "\"").replace('\u{a0}', "&nbsp;");
    without_empty_paragraphs(&text.replace(is_unwelcome, "")).into_owned()
}

/// A paragraph in which nothing stands but marks that turn directions or show nothing is none.
fn without_empty_paragraphs(html: &str) -> Cow<'_, str> {
    let is_nothing = |c| {
        matches!(c, ' ' | '\n' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') || is_bidi_control(c)
    };
    let mut out = String::new();
    let mut done = 0;
    for (start, _) in html.match_indices("<p>") {
        let inside = &html[start + "<p>".len()..];
        if let Some(end) = inside.find("</p>")
            && inside[..end].chars().all(is_nothing)
        {
            out.push_str(&html[done..start]);
            done = html.len() - inside.len() + end + "</p>".len();
        }
    }
    if done == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[done..]);
    Cow::Owned(out)
}

/// A link whose address was refused is no link. Links do not stand in one another.
fn without_empty_links(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for (start, _) in html.match_indices("<a ") {
        let Some(end) = html[start..].find('>').map(|end| start + end + 1) else { break };
        if html[start..end].contains(" href=\"") {
            continue;
        }
        let Some(close) = html[end..].find("</a>").map(|close| end + close) else { break };
        out.push_str(&html[done..start]);
        out.push_str(&html[end..close]);
        done = close + "</a>".len();
    }
    if done == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[done..]);
    Cow::Owned(out)
}

/// A browser takes a line break after `<pre>` away, so what stands there would vanish one by one.
fn without_first_newlines(html: &str) -> String {
    let mut parts = html.split("<pre>");
    let mut out = String::with_capacity(html.len());
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str("<pre>");
        out.push_str(part.trim_start_matches('\n'));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{COMMENTS, POSTS, Policy, clean, is_unwelcome, plain, tidy, without_empty_paragraphs};
    use crate::tidy::PARAGRAPHS_ON;

    /// What the parser makes of it.
    fn parsed(html: &str, policy: Policy) -> String {
        let builder = match policy {
            Policy::Comment => &COMMENTS,
            Policy::Post => &POSTS,
        };
        let clean = builder.clean(&tidy::tidy(html, policy)).to_string();
        without_empty_paragraphs(&clean.replace(is_unwelcome, "")).into_owned()
    }

    proptest! {
        #[test]
        fn a_plain_text_is_cleaned_without_a_parser_as_with_one(words in "[a-z>\"' \u{a0}\u{202e}\u{301}é\n\t]{0,200}") {
            for policy in [Policy::Comment, Policy::Post] {
                for html in [words.clone(), format!("{PARAGRAPHS_ON}{words}")] {
                    prop_assert_eq!(plain(&tidy::tidy(&html, policy)), parsed(&html, policy));
                    prop_assert_eq!(clean(&html, policy), parsed(&html, policy));
                }
            }
        }
    }
}
