//! What may stay: two policies, decided by `ammonia`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use crate::characters::is_unwelcome;
use crate::links::completed;
use crate::{Policy, tidy};

/// Elements and their attributes. Those that may be refused for their value come last: taking one out
/// of the middle would change the order of the others.
type Elements = &'static [(&'static str, &'static [&'static str])];

/// The thirteen elements of the original form and those Markdown makes, with their attributes.
const COMMENT: Elements = &[
    ("a", &["title", "href"]),
    ("abbr", &["title"]),
    ("acronym", &["title"]),
    ("b", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("del", &["datetime"]),
    ("em", &[]),
    ("hr", &["class"]),
    ("i", &[]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &["cite"]),
    ("strike", &[]),
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
    ("s", &[]),
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
            .url_schemes(HashSet::from(SCHEMES))
            .url_relative(UrlRelative::PassThrough)
            .link_rel(Some("nofollow ugc noopener"))
            .attribute_filter(|_, name, value| match name {
                "href" => is_address(value).then(|| completed(value).map_or(value.into(), Cow::Owned)),
                "src" | "cite" => is_address(value).then(|| value.into()),
                "class" => classes(value).map(Cow::Owned),
                _ => Some(value.into()),
            })
            .strip_comments(true);
        builder
    }
}

/// Whether an address is relative or of a scheme one may follow, read more strictly than a browser does.
pub(crate) fn is_address(value: &str) -> bool {
    scheme(value).is_none_or(|scheme| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// What stands before the first colon of an address, if that is a scheme.
pub(crate) fn scheme(address: &str) -> Option<&str> {
    let start = address.split(['/', '?', '#']).next().unwrap_or_default();
    start.split_once(':').map(|(scheme, _)| scheme)
}

/// The classes a text may have, if any are left.
fn classes(value: &str) -> Option<String> {
    let known = value.split_whitespace().filter(|class| CLASSES.contains(class));
    let known = known.collect::<Vec<_>>().join(" ");
    (!known.is_empty()).then_some(known)
}

static COMMENTS: LazyLock<Builder<'static>> = LazyLock::new(|| Policy::Comment.builder());
static POSTS: LazyLock<Builder<'static>> = LazyLock::new(|| Policy::Post.builder());

/// Safe, balanced HTML with nothing in it that the policy does not name. Cleaning it again changes
/// nothing.
pub(crate) fn clean(html: &str, policy: Policy) -> String {
    let tidied = tidy::tidy(html, policy);
    let builder = match policy {
        Policy::Comment => &COMMENTS,
        Policy::Post => &POSTS,
    };
    let clean = builder.clean(&tidied).to_string();
    // References may have brought some, and nothing else.
    let clean = clean.replace(is_unwelcome, "").replace("<p></p>", "");
    without_first_newlines(&with_addresses(clean))
}

/// A link whose address was refused is no link: its words stay.
fn with_addresses(html: String) -> String {
    const LINK: &str = "<a ";
    let has = |tag: &str, name: &str| tag.starts_with(&name[1..]) || tag.contains(name);
    let leads_nowhere = |tag: &str| !has(tag, " href=\"") && !has(tag, " id=\"");
    let tag = |part: &str| part.find('>').map_or(0, |end| end + 1);
    if !html.split(LINK).skip(1).any(|part| leads_nowhere(&part[..tag(part)])) {
        return html;
    }
    let mut parts = html.split(LINK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let start = tag(part);
        if leads_nowhere(&part[..start]) {
            // There is no link within another.
            out.push_str(&part[start..].replacen("</a>", "", 1));
        } else {
            out.push_str(LINK);
            out.push_str(part);
        }
    }
    out
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
