//! The lines of an e-mail that is only HTML: what it shows, its quotes marked as in plain text.

use std::cell::RefCell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::{Rawtext, Rcdata, ScriptData},
    },
};
use mail_parser::{Message, PartType};

use crate::lines::Line;

/// The lines of every part in HTML that is a body.
pub fn lines(message: &Message<'_>) -> Vec<Line> {
    let mut lines = vec![];
    for part in message.html_bodies() {
        if let PartType::Html(html) = &part.body {
            lines.extend(of_html(html));
        }
    }
    lines
}

/// The lines that a page shows.
pub fn of_html(html: &str) -> Vec<Line> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut page = tokenizer.sink.page.into_inner();
    page.end_line();
    while page.lines.last().is_some_and(Line::is_blank) {
        page.lines.pop();
    }
    page.lines
}

#[derive(Default)]
struct Sink {
    page: RefCell<Page>,
}

/// What was read so far.
#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    line: String,
    depth: usize,
    /// Elements within one that says whose a quote is: how many are open.
    attribution: usize,
    /// From here on stands what was written before.
    is_history: bool,
    /// Elements that are not shown: how many are open.
    hidden: usize,
    /// Preformatted text: how many are open.
    preformatted: usize,
    /// Where a link leads, and where its words begin.
    link: Option<(String, usize)>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        match token {
            Token::CharacterTokens(text) => page.write(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                page.open(&tag);
                return match &*tag.name {
                    "script" => TokenSinkResult::RawData(ScriptData),
                    "style" | "noembed" | "noframes" => TokenSinkResult::RawData(Rawtext),
                    "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::TagToken(tag) => page.close(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> &'a str {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map_or("", |attribute| &attribute.value)
}

/// How mail programs mark the line that says whose a quote is.
const ATTRIBUTIONS: [&str; 5] =
    ["gmail_attr", "moz-cite-prefix", "yahoo_quoted_header", "OutlookMessageHeader", "headerLineQuote"];
/// How mail programs mark where all that was written before begins.
const HISTORIES: [&str; 6] = [
    "divRplyFwdMsg",
    "appendonsend",
    "ms-outlook-mobile-reference-message",
    "mail-editor-reference-message-container",
    "OLK_SRC_BODY_SECTION",
    "stopSpelling",
];

impl Page {
    fn write(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        if self.preformatted > 0 {
            let mut rest = text.split('\n');
            self.line.push_str(rest.next().unwrap_or_default());
            for line in rest {
                self.end_line();
                self.line.push_str(line);
            }
            return;
        }
        for c in text.chars() {
            let is_space = c.is_whitespace() && c != '\u{A0}';
            if !is_space {
                self.line.push(if c == '\u{A0}' { ' ' } else { c });
            } else if !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
        }
    }

    /// Ends the line, if anything stands on it.
    fn break_line(&mut self) {
        if self.line.trim().is_empty() {
            self.line.clear();
        } else {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        let text = std::mem::take(&mut self.line);
        let text = if self.preformatted > 0 { text.trim_end() } else { text.trim() };
        // The mark of a signature has a space behind it.
        let text = if text == "--" { "-- " } else { text };
        let mark = if self.depth > 0 { format!("{} ", ">".repeat(self.depth.min(20))) } else { String::new() };
        self.lines.push(Line {
            depth: self.depth,
            text: mark + text,
            is_attribution: self.attribution > 0,
            is_history: self.is_history,
            may_be_broken: false,
        });
        if let Some((_, begin)) = &mut self.link {
            *begin = 0;
        }
    }

    /// A paragraph begins or ends: one empty line.
    fn gap(&mut self) {
        self.break_line();
        if self.lines.last().is_some_and(|last| !last.is_blank()) {
            self.end_line();
        }
    }

    fn open(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let is_void = matches!(name, "br" | "hr" | "img" | "input" | "meta" | "link" | "col" | "wbr" | "area" | "base");
        if self.hidden > 0 {
            self.hidden += usize::from(!is_void);
            return;
        }
        if matches!(name, "script" | "style" | "title" | "head" | "template" | "noembed" | "noframes" | "object") {
            // Its end tag is looked for; "head" may have none, but a body begins.
            self.hidden = 1;
            return;
        }
        let (class, id, style) = (attribute(tag, "class"), attribute(tag, "id"), attribute(tag, "style"));
        let is_border = style.contains("border-top:solid") || style.contains("border-top: solid");
        if HISTORIES.iter().any(|known| id.contains(known) || class.contains(known))
            || (is_border && style.contains("padding") && name == "div")
        {
            self.break_line();
            self.is_history = true;
        }
        if !is_void && (self.attribution > 0 || ATTRIBUTIONS.iter().any(|known| class.contains(known))) {
            if self.attribution == 0 {
                self.break_line();
            }
            self.attribution += usize::from(matches!(name, "div" | "span" | "p") || self.attribution == 0);
        }
        match name {
            "br" => self.end_line(),
            "hr" | "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "table" | "dl" => self.gap(),
            "div" | "tr" | "section" | "article" | "dt" | "dd" | "center" | "body" => self.break_line(),
            "li" => {
                self.break_line();
                self.line.push_str("- ");
            }
            "td" | "th" if !self.line.is_empty() => self.line.push(' '),
            "blockquote" => {
                self.gap();
                self.depth += 1;
            }
            "pre" => {
                self.gap();
                self.preformatted += 1;
            }
            "a" => {
                let href = attribute(tag, "href");
                if href.starts_with("http://") || href.starts_with("https://") {
                    self.link = Some((href.to_owned(), self.line.len()));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.hidden > 0 {
            self.hidden = if matches!(name, "head" | "script" | "style" | "title") { 0 } else { self.hidden - 1 };
            return;
        }
        match name {
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "table" | "dl" => self.gap(),
            "div" | "tr" | "section" | "article" | "li" | "dt" | "dd" | "center" => self.break_line(),
            "blockquote" => {
                self.gap();
                self.depth = self.depth.saturating_sub(1);
            }
            "pre" => {
                self.gap();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            "a" => {
                if let Some((href, begin)) = self.link.take() {
                    let words = self.line.get(begin..).unwrap_or_default().trim().to_owned();
                    let is_shown = words == href || href.trim_end_matches('/').ends_with(words.trim_end_matches('/'));
                    if words.is_empty() {
                        // A picture.
                    } else if is_shown {
                        self.line.truncate(begin.min(self.line.len()));
                        self.line.push_str(&href);
                    } else if let Some(before) = self.line.get(..begin).map(str::to_owned) {
                        self.line = format!("{before}[{words}]({href})");
                    }
                }
            }
            _ => {}
        }
        if matches!(name, "div" | "span" | "p") && self.attribution > 0 {
            if self.attribution == 1 {
                self.break_line();
            }
            self.attribution -= 1;
        }
    }
}
