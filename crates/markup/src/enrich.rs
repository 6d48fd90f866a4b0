//! Links, mentions, smileys and typography put into cleaned HTML.
//!
//! Tags are written as they are read; text is resolved, changed and escaped again. What is put in is
//! escaped text and two fixed tags around it, so what was safe stays safe.

use crate::Context;
use crate::characters::Marks;
use crate::entities::{decode, escape, escape_char};
use crate::links::{addresses, is_bidi_control, mentions};
use crate::smileys::smiley;
use crate::tidy::is_block;
use crate::tokens::{Token, Tokens};
use crate::typography;

/// The HTML with its text enriched; `html` is cleaned.
pub(crate) fn enrich(html: &str, cx: &Context) -> String {
    let mut block = Block {
        cx,
        out: String::with_capacity(html.len() + html.len() / 4),
        text: String::new(),
        marks: Marks::default(),
        pieces: Vec::new(),
    };
    let (mut code, mut link) = (0_usize, 0_usize);
    let mut tokens = Tokens::new(html);
    let mut start = 0;
    while let Some(token) = tokens.next() {
        let raw = &html[start..tokens.position()];
        start = tokens.position();
        let name = match token {
            Token::Text(text) => {
                let kind = match (code, link) {
                    (0, 0) => Kind::Plain,
                    (0, _) => Kind::Label,
                    _ => Kind::Code,
                };
                block.text(&decode(text), kind);
                continue;
            }
            Token::Open(tag) => {
                match tag.name.as_str() {
                    "code" | "pre" | "kbd" | "samp" | "var" => code += 1,
                    "a" => link += 1,
                    _ => {}
                }
                tag.name
            }
            Token::Close(name) => {
                match name.as_str() {
                    "code" | "pre" | "kbd" | "samp" | "var" => code = code.saturating_sub(1),
                    "a" => link = link.saturating_sub(1),
                    _ => {}
                }
                name
            }
            Token::Comment => continue,
        };
        if is_block(&name) {
            block.flush();
            block.tag(raw);
        } else {
            block.pieces.push(Piece::Tag(raw));
            match name.as_str() {
                "br" => block.text("\n", Kind::Unseen),
                "img" => block.text("\u{fffc}", Kind::Unseen),
                _ => {}
            }
        }
    }
    block.flush();
    block.out
}

/// What may be done to a piece of text.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Everything.
    Plain,
    /// Typography only: it is linked already.
    Label,
    /// Nothing.
    Code,
    /// It stands for a tag and is not written.
    Unseen,
}

enum Piece<'a> {
    Tag(&'a str),
    Text { start: usize, end: usize, kind: Kind },
}

/// A change of the text between two places.
struct Edit {
    start: usize,
    end: usize,
    to: To,
}

enum To {
    /// Other text.
    Text(&'static str),
    /// The same text as a link with this start tag.
    Link(String),
}

/// The inline content of one block: quotes look across its tags.
struct Block<'a, 'c> {
    cx: &'c Context<'c>,
    out: String,
    text: String,
    marks: Marks,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Block<'a, '_> {
    fn text(&mut self, text: &str, kind: Kind) {
        let start = self.text.len();
        // References may have brought more marks than the source had.
        if text.is_ascii() {
            self.text.push_str(text);
            self.marks = Marks::default();
        } else {
            self.text.extend(text.chars().filter(|&c| self.marks.allow(c)));
        }
        let end = self.text.len();
        self.pieces.push(Piece::Text { start, end, kind });
    }

    fn tag(&mut self, raw: &str) {
        // What was dropped from the text may leave a paragraph of nothing.
        if raw == "</p>" && self.out.ends_with("<p>") {
            self.out.truncate(self.out.len() - "<p>".len());
            return;
        }
        self.out.extend(raw.chars().filter(|&c| !is_bidi_control(c)));
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let pieces: Vec<Piece<'a>> = std::mem::take(&mut self.pieces);
        let edits = edits(&text, &pieces, self.cx);
        let mut edits = edits.iter().peekable();
        let mut open = Vec::new();
        for piece in &pieces {
            let (mut at, end) = match *piece {
                Piece::Tag(raw) => {
                    self.tag(raw);
                    continue;
                }
                Piece::Text { kind: Kind::Unseen, .. } => continue,
                Piece::Text { start, end, .. } => (start, end),
            };
            while let Some(edit) = edits.next_if(|edit| edit.start < end) {
                write(&mut self.out, &text[at..edit.start], &mut open);
                match &edit.to {
                    To::Text(other) => escape(&mut self.out, other),
                    To::Link(tag) => {
                        self.out.push_str(tag);
                        write(&mut self.out, &text[edit.start..edit.end], &mut open);
                        self.out.push_str("</a>");
                    }
                }
                at = edit.end;
            }
            write(&mut self.out, &text[at..end], &mut open);
        }
        self.out.extend(open.iter().rev());
    }
}

/// The changes to the text of a block, in order, none across a tag.
fn edits(text: &str, pieces: &[Piece], cx: &Context) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut runs = vec![0_u8; text.len()];
    let mut run = 1;
    for piece in pieces {
        let &Piece::Text { start, end, kind } = piece else {
            continue;
        };
        if matches!(kind, Kind::Code | Kind::Unseen) {
            continue;
        }
        run = 3 - run;
        runs[start..end].fill(run);
        let piece = &text[start..end];
        for (at, href) in addresses(piece) {
            let (from, to) = (start + at.start, start + at.end);
            runs[from..to].fill(0);
            if kind == Kind::Plain {
                let tag = link("rel=\"nofollow ugc noopener\"", &href);
                edits.push(Edit { start: from, end: to, to: To::Link(tag) });
            }
        }
        if kind == Kind::Plain {
            let before = text[..start].chars().next_back();
            for mention in mentions(piece, before) {
                let known = mention.handles.iter().find_map(|handle| Some((handle.len(), (cx.mention)(handle)?)));
                if let Some((length, address)) = known
                    && let (from, to) = (start + mention.at, start + mention.at + 1 + length)
                    && !runs[from..to].contains(&0)
                {
                    runs[from..to].fill(0);
                    let tag = link("class=\"mention\"", &address);
                    edits.push(Edit { start: from, end: to, to: To::Link(tag) });
                }
            }
        }
    }
    if cx.smileys_to_emoji {
        smiley_edits(text, &mut runs, &mut edits);
    }
    let changes = typography::changes(text, &runs, cx.lang);
    edits.extend(changes.into_iter().map(|change| Edit {
        start: change.start,
        end: change.end,
        to: To::Text(change.to),
    }));
    edits.sort_by_key(|edit| edit.start);
    edits
}

fn smiley_edits(text: &str, runs: &mut [u8], edits: &mut Vec<Edit>) {
    let mut begins = true;
    for (at, c) in text.char_indices() {
        if begins
            && runs[at] != 0
            && matches!(c, ':' | ';' | '8')
            && let Some((smiley, emoji)) = smiley(&text[at..])
            && runs[at..at + smiley.len()].iter().all(|run| *run == runs[at])
        {
            let end = at + smiley.len();
            runs[at..end].fill(0);
            edits.push(Edit { start: at, end, to: To::Text(emoji) });
        }
        begins = c.is_whitespace();
    }
}

/// A start tag of a link; `attribute` is markup of ours.
fn link(attribute: &str, href: &str) -> String {
    let mut tag = String::from("<a href=\"");
    escape(&mut tag, href);
    tag.push_str("\" ");
    tag.push_str(attribute);
    tag.push('>');
    tag
}

/// Writes text; `open` has the characters that end the changes of direction begun in this block.
fn write(out: &mut String, text: &str, open: &mut Vec<char>) {
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' => {
                if open.last() != Some(&c) {
                    continue;
                }
                open.pop();
            }
            '"' => {
                // As the cleaning writes it.
                out.push(c);
                continue;
            }
            _ => {}
        }
        escape_char(out, c);
    }
}
