//! Tags made balanced, shallow and known before the cleaning sees them.
//!
//! The cleaning parses as browsers do, which is slow and deep for text made to be so. This pass is
//! linear, keeps the nesting below a limit and leaves the parser nothing to repair. It also makes the
//! paragraphs of text as WordPress stores it. Safety does not rest on it.

use std::collections::{HashMap, HashSet};

use crate::Policy;
use crate::clean::{goal, is_address, is_picture};
use crate::elements::is_known;
use crate::entities::decode;
use crate::tokens::{Tag, Token, Tokens};

/// From here on blank lines make paragraphs and single line breaks are kept. A control character:
/// no source has it (see `characters::stored`) but by a reference, and that only moves line breaks.
pub(crate) const PARAGRAPHS_ON: char = '\u{1}';
/// From here on line breaks are white space.
pub(crate) const PARAGRAPHS_OFF: char = '\u{2}';

/// Elements deeper than this lose their tags, not their text.
const DEPTH: usize = 64;

/// No attribute has a longer value than this, in bytes.
const LONGEST_VALUE: usize = 4_000;

/// A run of text longer than this, in bytes, is cut by an empty comment, which the cleaning takes out again: html5ever
/// looks through the rest of a run at each `&` in it, and would look for ever at a long one of nothing else.
const LONGEST_RUN: usize = 8_000;
/// A reference is never cut: none is longer than this, in bytes.
const REFERENCE: usize = 64;

/// The same HTML with balanced tags of known names.
pub(crate) fn tidy(html: &str, policy: Policy) -> String {
    let mut tidy = Tidy {
        policy,
        headings: headings(html),
        out: String::with_capacity(html.len() + html.len() / 4),
        stack: Vec::new(),
        dropped: HashMap::new(),
        spoken: None,
        goals: if html.contains('#') { goals(html, policy) } else { HashSet::new() },
        named: HashSet::new(),
        names: Vec::new(),
        paragraphs: false,
        breaks: 0,
        after_br: false,
        fresh: true,
    };
    let mut tokens = Tokens::new(html);
    let mut start = 0;
    let mut script = None;
    while let Some(token) = tokens.next() {
        let source = &html[start..tokens.position()];
        match token {
            Token::Text(text) => tidy.text(text),
            Token::Open(tag) if !is_known(&tag.name) || (tag.has_words() && policy.element(&tag.name).is_some()) => {
                tidy.unknown(&tag, source);
            }
            Token::Close(name) if !is_known(&name) => tidy.close_unknown(&name, source),
            Token::Open(tag) => match role(&tag.name, policy) {
                Role::Stay(name) => tidy.open(name, &tag),
                Role::Heading => {
                    tidy.bold_paragraph(&tag.name);
                    tidy.name(&tag);
                }
                Role::Link => tidy.link(tag.attribute("src").unwrap_or_default(), tag.attribute("alt")),
                Role::Frame => {
                    let from = tokens.position();
                    let inside = if tokens.skip_element(&tag.name) { &html[from..tokens.position()] } else { "" };
                    match media(&tag, inside) {
                        Some(address) => tidy.link(address, None),
                        // What it says instead of what it cannot show.
                        None => tidy.say(inside),
                    }
                }
                Role::Vanish => {
                    tokens.skip_element(&tag.name);
                    let source = tag.attribute("src").filter(|_| tag.name == "script").unwrap_or_default();
                    match shown_by(source) {
                        Some(address) => tidy.link(&address, None),
                        None if !source.is_empty() => script = script.or(Some(source)),
                        None => {}
                    }
                }
                Role::Unwrap => tidy.name(&tag),
            },
            Token::Close(name) => tidy.close(&name),
            Token::Comment => {}
        }
        start = tokens.position();
    }
    if let Some(script) = script.filter(|_| tidy.is_empty()) {
        tidy.link(script, None);
    }
    tidy.pop_to(0);
    tidy.write_names();
    tidy.out
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// What stands for each heading: the title of a page has the first level, so that headings of the text begin with the
/// second, and two levels stay two.
fn headings(html: &str) -> [&'static str; 6] {
    let has_first = html.as_bytes().windows(3).any(|tag| tag.eq_ignore_ascii_case(b"<h1"));
    let mut used = [false; 6];
    if has_first {
        for tag in tags(html, Policy::Post) {
            if let Some(level) = HEADINGS.iter().position(|heading| *heading == tag.name) {
                used[level] = true;
            }
        }
    }
    let (mut levels, mut next) = (HEADINGS, 1);
    for (level, name) in levels.iter_mut().enumerate() {
        let shown = next.max(level).min(5);
        *name = HEADINGS[shown];
        if used[level] {
            next = shown + 1;
        }
    }
    levels
}

/// The places in a text that links can lead to, by their names here; of a comment, only those that its own links do
/// lead to.
fn goals(html: &str, policy: Policy) -> HashSet<String> {
    let goals: HashSet<String> = tags(html, policy).filter_map(|tag| named(&tag)).collect();
    if policy == Policy::Post || goals.is_empty() {
        return goals;
    }
    let led = |tag: Tag| goal(&decode(tag.attribute("href")?.strip_prefix('#')?));
    let led: HashSet<String> = tags(html, policy).filter_map(led).collect();
    goals.intersection(&led).cloned().collect()
}

/// The start tags of a text without those in what goes with its content.
fn tags(html: &str, policy: Policy) -> impl Iterator<Item = Tag<'_>> {
    let mut tokens = Tokens::new(html);
    std::iter::from_fn(move || {
        loop {
            let Token::Open(tag) = tokens.next()? else { continue };
            if is_known(&tag.name) && matches!(role(&tag.name, policy), Role::Vanish | Role::Frame) {
                tokens.skip_element(&tag.name);
            }
            return Some(tag);
        }
    })
}

/// The name here of a place in a text, if the tag names one.
fn named(tag: &Tag) -> Option<String> {
    let name = tag.attribute("id").or_else(|| tag.attribute("name").filter(|_| tag.name == "a"));
    goal(&decode(name?))
}

/// What a frame, a film, a talk or an object shows: by its own attribute, or by an element within it.
fn media<'a>(tag: &Tag<'a>, inside: &'a str) -> Option<&'a str> {
    let own = ["src", "data", "data-src"].iter().filter_map(|name| tag.attribute(name));
    if let Some(address) = own.map(str::trim_ascii).find(|address| is_followed(address)) {
        return Some(address);
    }
    Tokens::new(inside).find_map(|token| {
        let Token::Open(tag) = token else { return None };
        let address = match tag.name.as_str() {
            "source" | "embed" | "iframe" => tag.attribute("src"),
            "object" => tag.attribute("data"),
            "a" => tag.attribute("href"),
            "param" if matches!(tag.attribute("name"), Some("movie" | "src")) => tag.attribute("value"),
            _ => None,
        };
        address.map(str::trim_ascii).filter(|address| is_followed(address))
    })
}

/// Whether a link may stand for what is at this address.
fn is_followed(address: &str) -> bool {
    address.len() > 1 && ["http://", "https://", "/"].iter().any(|begin| address.starts_with(begin))
}

/// The page of what a script from elsewhere would show: a script with a number in its name shows one thing of many.
/// Others only serve what stands in the text beside them.
fn shown_by(script: &str) -> Option<String> {
    let script = script.trim_ascii();
    if !is_followed(script) || script.starts_with('/') && !script.starts_with("//") {
        return None;
    }
    let path = script.split(['?', '#']).next()?;
    let page = path.strip_suffix(".js").or_else(|| path.strip_suffix(".jsonp")).unwrap_or(path);
    let page = page.replace("/embed_js/", "/");
    let name = page.trim_end_matches('/').rsplit('/').next()?;
    let is_library = ["jquery", "bootstrap", "v1", "v2", "v3"].iter().any(|library| name.starts_with(library));
    (name.bytes().any(|byte| byte.is_ascii_digit()) && !is_library).then_some(page)
}

/// What becomes of an element.
enum Role {
    /// It stays, under this name.
    Stay(&'static str),
    /// A bold paragraph stands for it.
    Heading,
    /// A link to what it would load stands for it.
    Link,
    /// The same, and its content goes.
    Frame,
    /// It goes with its content.
    Vanish,
    /// Its tags go.
    Unwrap,
}

fn role(name: &str, policy: Policy) -> Role {
    // Of a span, only its name as a goal of links is of use.
    if let Some((tag, _)) = policy.element(name).filter(|_| name != "span") {
        return Role::Stay(tag);
    }
    match (name, policy) {
        ("h1", Policy::Post) => Role::Stay("h2"), // or what `headings` says
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", Policy::Comment) => Role::Heading,
        ("strike", _) => Role::Stay("s"),
        ("acronym", _) => Role::Stay("abbr"),
        ("ins" | "u", Policy::Comment) => Role::Stay("em"),
        ("img" | "embed" | "source", _) => Role::Link,
        ("iframe" | "video" | "audio" | "object", _) => Role::Frame,
        ("script" | "style" | "template" | "svg" | "math", _) => Role::Vanish,
        (
            "section" | "article" | "aside" | "main" | "header" | "footer" | "nav" | "center" | "address" | "form"
            | "fieldset",
            Policy::Post,
        ) => Role::Stay("div"),
        (
            "div" | "section" | "article" | "aside" | "main" | "header" | "footer" | "nav" | "center" | "address"
            | "form" | "fieldset" | "figure" | "figcaption" | "table" | "caption" | "tr" | "dl" | "dt" | "dd"
            | "details" | "summary",
            Policy::Comment,
        ) => Role::Stay("p"),
        _ => Role::Unwrap,
    }
}

fn is_heading(tag: &str) -> bool {
    matches!(tag, "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_void(tag: &str) -> bool {
    matches!(tag, "br" | "hr" | "img")
}

/// Whether an element ends the paragraph it is met in.
pub(crate) fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "blockquote"
            | "caption"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "figcaption"
            | "figure"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "li"
            | "ol"
            | "p"
            | "pre"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether an element holds words and inline elements only.
fn holds_words(tag: &str) -> bool {
    matches!(tag, "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "pre" | "summary")
}

/// Whether an inline element may hold whatever its place may.
fn is_transparent(tag: &str) -> bool {
    matches!(tag, "a" | "del" | "ins")
}

fn is_of_table(tag: &str) -> bool {
    matches!(tag, "caption" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr")
}

fn holds_rows(tag: &str) -> bool {
    matches!(tag, "table" | "tbody" | "tfoot" | "thead")
}

/// Whether the text in an element stands in paragraphs.
fn holds_paragraphs(tag: &str) -> bool {
    matches!(tag, "blockquote" | "details" | "div")
}

/// An element that has begun and not ended.
struct Element {
    tag: &'static str,
    /// The name of the end tag that ends it.
    ends: String,
}

struct Tidy {
    policy: Policy,
    headings: [&'static str; 6],
    out: String,
    stack: Vec<Element>,
    /// Start tags that were too deep, by name: as many end tags are to be ignored.
    dropped: HashMap<String, usize>,
    /// The address of a link that may not be one, to be said in words at its end.
    spoken: Option<String>,
    /// Names of places that links in this text lead to.
    goals: HashSet<String>,
    /// Names that were given.
    named: HashSet<String>,
    /// Names to be given to the next words.
    names: Vec<String>,
    paragraphs: bool,
    /// Line breaks met and not written yet.
    breaks: usize,
    /// Whether the last thing met was a `<br>`, whose own line break in the source says nothing.
    after_br: bool,
    /// Whether the block has no content yet.
    fresh: bool,
}

impl Tidy {
    fn top(&self) -> &'static str {
        self.stack.last().map_or("", |element| element.tag)
    }

    fn is_open(&self, tag: &str) -> bool {
        self.stack.iter().any(|element| element.tag == tag)
    }

    fn text(&mut self, mut text: &str) {
        while let Some(at) = text.find([PARAGRAPHS_ON, PARAGRAPHS_OFF]) {
            self.run(&text[..at]);
            if self.paragraphs && self.top() == "p" {
                self.pop_to(self.stack.len() - 1);
            }
            self.paragraphs = text[at..].starts_with(PARAGRAPHS_ON);
            self.edge();
            text = &text[at + 1..];
        }
        self.run(text);
    }

    fn run(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.is_open("pre") {
            self.words(text);
            return;
        }
        let blank = text.trim_ascii().is_empty();
        if blank && (holds_rows(self.top()) || matches!(self.top(), "tr" | "ul" | "ol" | "dl")) {
            return;
        }
        if !self.paragraphs {
            if !blank {
                self.cell();
                self.fresh = false;
            }
            self.words(text);
            return;
        }
        for (line, text) in text.split('\n').enumerate() {
            if line > 0 && !std::mem::take(&mut self.after_br) {
                self.breaks += 1;
            }
            let begins = self.fresh || self.breaks > 0;
            let text = if begins { text.trim_ascii_start() } else { text };
            if !text.is_empty() {
                self.flow();
                self.words(text);
            }
        }
    }

    /// Makes ready for words or an inline element: a cell, a paragraph, the breaks before it.
    fn flow(&mut self) {
        self.cell();
        self.after_br = false;
        if !self.paragraphs {
            self.fresh = false;
            return;
        }
        let breaks = std::mem::take(&mut self.breaks);
        if breaks > 0 && !self.fresh {
            if breaks > 1 && self.top() == "p" {
                self.pop_to(self.stack.len() - 1);
            } else {
                for _ in 0..breaks.min(2) {
                    self.out.push_str("<br>");
                }
            }
        }
        if self.stack.last().is_none_or(|top| holds_paragraphs(top.tag)) {
            self.push("p", "p");
        }
        self.fresh = false;
    }

    /// Writes text, and before its first word the names that wait for one.
    fn words(&mut self, text: &str) {
        if self.names.is_empty() {
            return words(&mut self.out, text);
        }
        let (space, text) = text.split_at(text.len() - text.trim_ascii_start().len());
        words(&mut self.out, space);
        if !text.is_empty() {
            self.write_names();
            words(&mut self.out, text);
        }
    }

    /// A block begins or ends here: line breaks around it say nothing.
    fn edge(&mut self) {
        self.breaks = 0;
        self.after_br = false;
        self.fresh = true;
    }

    /// What is met right in a table stands in a cell, right in a list in an item.
    fn cell(&mut self) {
        match self.top() {
            "ul" | "ol" => self.push("li", "li"),
            "dl" => self.push("dd", "dd"),
            _ => {}
        }
        if holds_rows(self.top()) {
            self.push("tr", "tr");
        }
        if self.top() == "tr" {
            self.push("td", "td");
        }
    }

    fn open(&mut self, mut tag: &'static str, source: &Tag) {
        match tag {
            "br" if self.paragraphs && !self.is_open("pre") => {
                self.breaks += 1;
                self.after_br = true;
                return;
            }
            "rp" | "rt" if !self.is_open("ruby") => return,
            "img" if !source.attribute("src").is_some_and(|src| is_picture(&decode(src))) => {
                self.name(source);
                return self.run(source.attribute("alt").unwrap_or_default());
            }
            "dd" | "dt" if !self.is_open("dl") => tag = "p",
            // The head of a table comes first.
            "thead" if !self.out.ends_with("<table>") && !self.out.ends_with("</caption>") => tag = "tbody",
            "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = HEADINGS.iter().position(|heading| *heading == source.name);
                tag = level.map_or(tag, |level| self.headings[level]);
            }
            "a" if self.is_open("a") => return self.name(source),
            "a" => {
                let href = decode(source.attribute("href").unwrap_or_default());
                if href.is_empty() || !is_address(&href) {
                    self.name(source);
                    self.spoken = is_worth_words(&href).then(|| href.into_owned());
                    *self.dropped.entry("a".into()).or_default() += 1;
                    return;
                }
                self.dropped.remove("a");
            }
            _ => {}
        }
        let mut inner = Vec::new();
        if is_block(tag) {
            if self.is_refused(tag, &source.name) {
                return;
            }
            let goes_on = self.block() != "p" && !is_heading(self.block());
            if goes_on && !matches!(tag, "li" | "dd" | "dt" | "figcaption" | "summary") && !is_of_table(tag) {
                inner = self.leave_inline();
            }
            if !self.place(tag) {
                return;
            }
            self.edge();
        } else {
            self.flow();
            self.write_names();
        }
        let insecure = source.attribute("src").filter(|src| tag == "img" && is_insecure(src));
        let linked = insecure.filter(|_| !self.is_open("a"));
        if let Some(address) = linked {
            self.out.push_str("<a href=\"");
            escape(&mut self.out, address);
            self.out.push_str("\">");
        }
        if !is_void(tag) && self.stack.len() >= DEPTH {
            *self.dropped.entry(source.name.clone()).or_default() += 1;
            return;
        }
        self.out.push('<');
        self.out.push_str(tag);
        if let Some(name) = self.new_name(source) {
            self.out.push_str(" id=\"");
            self.out.push_str(&name);
            self.out.push('"');
        }
        let names = self.policy.element(tag).map_or(&[][..], |(_, names)| names);
        for name in names {
            if let Some(value) = source.attribute(name)
                && *name != "id"
                && may_have(name, value)
            {
                let inner = value.strip_prefix('#').filter(|_| *name == "href");
                let inner = inner.and_then(|inner| goal(&decode(inner))).filter(|inner| self.goals.contains(inner));
                let inner = inner.map(|inner| format!("#{inner}"));
                let value = inner.as_deref().unwrap_or(value);
                let value = if *name == "alt" && value.is_empty() { insecure.map_or("", file_name) } else { value };
                self.attribute(name, value);
            } else if *name == "alt" {
                self.attribute(name, insecure.map_or("", file_name));
            } else if *name == "class"
                && let Some(class) =
                    source.attribute("align").and_then(class_of_cell).filter(|_| matches!(tag, "td" | "th"))
            {
                self.attribute(name, class);
            }
        }
        self.out.push('>');
        if linked.is_some() {
            self.out.push_str("</a>");
        }
        if !is_void(tag) {
            let ends = source.name.clone();
            self.stack.push(Element { tag, ends });
        }
        if holds_words(tag) || matches!(tag, "dd" | "div" | "dt" | "figcaption" | "li" | "td" | "th") {
            for tag in inner.into_iter().take(DEPTH.saturating_sub(self.stack.len())) {
                self.push(tag, tag);
            }
        }
    }

    /// The name that an element has as a goal of links, once.
    fn new_name(&mut self, tag: &Tag) -> Option<String> {
        let name = named(tag).filter(|name| self.policy == Policy::Post || self.goals.contains(name))?;
        self.named.insert(name.clone()).then_some(name)
    }

    /// Keeps the name of an element that does not stay for the words that follow.
    fn name(&mut self, tag: &Tag) {
        let name = self.new_name(tag);
        self.names.extend(name);
    }

    fn write_names(&mut self) {
        for name in std::mem::take(&mut self.names) {
            self.out.push_str("<span id=\"");
            self.out.push_str(&name);
            self.out.push_str("\"></span>");
        }
    }

    /// Whether there is nothing to be seen so far.
    fn is_empty(&self) -> bool {
        let seen = |token| match token {
            Token::Text(text) => !text.trim().is_empty(),
            Token::Open(tag) => tag.name == "img",
            _ => false,
        };
        !Tokens::new(&self.out).any(seen)
    }

    /// The words of what cannot be shown, without its tags.
    fn say(&mut self, inside: &str) {
        for token in Tokens::new(inside) {
            if let Token::Text(text) = token {
                self.text(text);
            }
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        match value.strip_prefix("http://").filter(|_| name == "src") {
            // The policy of the pages lets no other picture in.
            Some(rest) if is_insecure(value) => {
                self.out.push_str("https://");
                escape(&mut self.out, rest);
            }
            _ => escape(&mut self.out, value),
        }
        self.out.push('"');
    }

    /// Ends the inline elements that cannot go on around a block; they can go on in it.
    fn leave_inline(&mut self) -> Vec<&'static str> {
        let block = self.stack.iter().rposition(|open| is_block(open.tag)).map_or(0, |at| at + 1);
        let Some(first) = self.stack[block..].iter().position(|open| !is_transparent(open.tag)) else {
            return Vec::new();
        };
        let inline =
            self.stack[block + first..].iter().map(|open| open.tag).filter(|tag| !is_transparent(tag)).collect();
        self.pop_to(block + first);
        inline
    }

    /// What is no element is text, unless a program wrote it: `<o:p>`, `<widget id="5">`.
    fn unknown(&mut self, tag: &Tag, source: &str) {
        if tag.name.contains(':') || tag.has_values() {
            self.name(tag);
            *self.dropped.entry(tag.name.clone()).or_default() += 1;
        } else {
            self.text(source);
        }
    }

    fn close_unknown(&mut self, name: &str, source: &str) {
        if self.dropped.get(name).is_some_and(|count| *count > 0) {
            self.close(name);
        } else if !name.contains(':') {
            self.text(source);
        }
    }

    fn bold_paragraph(&mut self, ends: &str) {
        if self.is_refused("p", ends) {
            return;
        }
        if self.block() != "p" {
            self.leave_inline();
        }
        self.place("p");
        self.edge();
        self.push("p", ends);
        self.push("strong", "");
    }

    /// The innermost block.
    fn block(&self) -> &'static str {
        self.stack.iter().rfind(|open| is_block(open.tag)).map_or("", |open| open.tag)
    }

    /// Whether a block loses its tags because it is met where only words may stand.
    fn is_refused(&mut self, tag: &str, name: &str) -> bool {
        let block = self.block();
        let refused = matches!(block, "pre" | "summary") || (is_heading(block) && matches!(tag, "p" | "div"));
        if refused && !is_void(tag) {
            *self.dropped.entry(name.to_owned()).or_default() += 1;
        }
        refused
    }

    /// Ends what cannot go on around a new block. Returns whether the block may stand here.
    fn place(&mut self, tag: &str) -> bool {
        let ended_by = |ends: &[&str], stops: &[&str], stack: &[Element]| {
            stack
                .iter()
                .rposition(|open| ends.contains(&open.tag) || stops.contains(&open.tag))
                .filter(|&at| ends.contains(&stack[at].tag))
        };
        match tag {
            tag if is_of_table(tag) => {
                if !self.is_open("table") {
                    return false;
                }
                let fits = |top: &str| match tag {
                    "td" | "th" => top == "tr" || holds_rows(top),
                    "tr" => holds_rows(top),
                    _ => top == "table",
                };
                while !fits(self.top()) {
                    self.pop_to(self.stack.len() - 1);
                }
                if matches!(tag, "td" | "th") && self.top() != "tr" {
                    self.push("tr", "tr");
                }
                return tag != "caption" || self.has_just_begun("<table");
            }
            "li" | "dd" | "dt" => {}
            _ => self.cell(),
        }
        let stops = ["ul", "ol", "dl", "blockquote", "td", "th"];
        let ended = match tag {
            "li" => ended_by(&["li"], &stops, &self.stack),
            "dd" | "dt" => ended_by(&["dd", "dt"], &stops, &self.stack),
            _ => None,
        };
        let paragraph = self.stack.iter().rposition(|open| is_block(open.tag));
        let paragraph = paragraph.filter(|&at| self.stack[at].tag == "p" || is_heading(self.stack[at].tag));
        if let Some(at) = ended.or(paragraph) {
            self.pop_to(at);
        }
        match tag {
            "li" if !self.back_to(&["ul", "ol"]) => {
                self.leave_inline();
                self.cell();
                self.push("ul", "ul");
            }
            "dd" | "dt" if !self.back_to(&["dl"]) => {
                self.leave_inline();
                self.cell();
                self.push("dl", "dl");
            }
            "summary" => return self.top() == "details" && self.has_just_begun("<details"),
            "figcaption" => return self.back_to(&["figure"]),
            _ => {}
        }
        true
    }

    /// Ends what was begun within the innermost of these. Returns whether there is one.
    fn back_to(&mut self, tags: &[&str]) -> bool {
        let at =
            self.stack.iter().rposition(|open| is_block(open.tag)).filter(|at| tags.contains(&self.stack[*at].tag));
        if let Some(at) = at {
            self.pop_to(at + 1);
        }
        at.is_some()
    }

    /// Whether the last thing written is this start tag.
    fn has_just_begun(&self, tag: &str) -> bool {
        self.out.rfind('<').is_some_and(|at| self.out[at..].starts_with(tag) && self.out.ends_with('>'))
    }

    fn close(&mut self, name: &str) {
        if let Some(count) = self.dropped.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            if let Some(address) = self.spoken.take_if(|_| name == "a") {
                self.run(" (");
                self.run(&plain(&address));
                self.run(")");
            }
            return;
        }
        let renamed = match role(name, self.policy) {
            Role::Stay(tag) => is_block(tag),
            Role::Heading => true,
            _ => false,
        };
        for at in (0..self.stack.len()).rev() {
            let open = &self.stack[at];
            if open.ends == name {
                if is_block(open.tag) {
                    self.pop_to(at);
                    self.edge();
                } else {
                    self.pop_to(at);
                }
                return;
            }
            let stops = match name {
                "table" => false,
                name if is_of_table(name) => open.tag == "table",
                "li" => matches!(open.tag, "ul" | "ol" | "td" | "th"),
                "p" => is_block(open.tag),
                name if renamed || is_block(name) => matches!(open.tag, "td" | "th" | "caption"),
                _ => is_block(open.tag),
            };
            if stops {
                return;
            }
        }
    }

    /// A link in the place of what would have been loaded.
    fn link(&mut self, address: &str, alt: Option<&str>) {
        let address = address.trim_ascii();
        let scheme = if address.starts_with("//") { "https:" } else { "" };
        let known = is_followed(address);
        let alt = alt.unwrap_or_default().trim_ascii();
        let label = match (alt, known) {
            ("", false) => return,
            ("", true) => address,
            (alt, _) => alt,
        };
        self.flow();
        self.write_names();
        let linked = known && !self.is_open("a") && self.stack.len() < DEPTH;
        if linked {
            self.out.push_str("<a href=\"");
            self.out.push_str(scheme);
            escape(&mut self.out, address);
            self.out.push_str("\">");
        }
        if label == address {
            self.out.push_str(scheme);
        }
        escape(&mut self.out, label);
        if linked {
            self.out.push_str("</a>");
        }
    }

    fn push(&mut self, tag: &'static str, ends: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
        let ends = ends.to_owned();
        self.stack.push(Element { tag, ends });
    }

    fn pop_to(&mut self, length: usize) {
        while self.stack.len() > length {
            let Some(Element { tag, .. }) = self.stack.pop() else {
                return;
            };
            if tag == "p" && self.out.ends_with("<p>") {
                self.out.truncate(self.out.len() - "<p>".len());
                continue;
            }
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
    }
}

/// Whether an address that may not be a link is to be said in words: one that could do something is not.
fn is_worth_words(address: &str) -> bool {
    const REFUSED: [&str; 10] =
        ["about", "blob", "data", "file", "filesystem", "jar", "javascript", "livescript", "vbscript", "view-source"];
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    let scheme = scheme.to_ascii_lowercase();
    let is_scheme = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme && !scheme.is_empty() && !rest.is_empty() && !REFUSED.contains(&scheme.as_str())
}

/// Text that says just this, with references for what would mean something else.
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Whether an attribute may have this value, as far as it is not for the cleaning to say.
fn may_have(name: &str, value: &str) -> bool {
    match name {
        "colspan" | "rowspan" if value.trim_start_matches('0').is_empty() => false,
        "width" | "height" | "colspan" | "rowspan" | "start" => {
            (1..=6).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit())
        }
        "scope" => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
        _ => value.len() <= LONGEST_VALUE,
    }
}

/// The class of a cell whose words stand on this side.
fn class_of_cell(align: &str) -> Option<&'static str> {
    match align {
        "right" => Some("alignright"),
        "center" => Some("aligncenter"),
        _ => None,
    }
}

/// Whether a picture would come over an open line from elsewhere.
fn is_insecure(address: &str) -> bool {
    let host = address.strip_prefix("http://").unwrap_or_default();
    !host.is_empty() && !host.starts_with("localhost") && !host.starts_with("127.") && !host.starts_with("[::1]")
}

/// What a picture without a description is called in its address.
fn file_name(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/').rsplit('/').next().unwrap_or(path)
}

/// Writes text in runs of bearable length.
fn words(out: &mut String, mut text: &str) {
    while text.len() > LONGEST_RUN {
        let (mut reference, mut cut) = (0, None);
        for (at, c) in text.char_indices() {
            if at >= LONGEST_RUN && (c == '&' || at - reference > REFERENCE) {
                cut = Some(at);
                break;
            }
            if c == '&' {
                reference = at;
            }
        }
        let Some(cut) = cut else { break };
        escape(out, &text[..cut]);
        out.push_str("<!---->");
        text = &text[cut..];
    }
    escape(out, text);
}

/// Writes text or an attribute's value so that it holds no tag and no quote; references stay.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            PARAGRAPHS_ON | PARAGRAPHS_OFF => {}
            c => out.push(c),
        }
    }
}
