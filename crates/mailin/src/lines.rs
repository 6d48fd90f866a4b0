//! The lines of an e-mail, and how deep each is quoted.

use mail_parser::{Message, MimeHeaders, PartType};

use crate::html;

/// A line as somebody sees it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    /// How deep it is quoted; 0 is what somebody wrote.
    pub depth: usize,
    /// What stands there, with its marks of quotes.
    pub text: String,
    /// It says of a quote that follows whose it is: known by how the mail program marks it.
    pub is_attribution: bool,
    /// It belongs to what was written before: known by how the mail program marks it.
    pub is_history: bool,
    /// A mail program may have broken it to be no longer than a line should be.
    pub may_be_broken: bool,
}

impl Line {
    /// Whether nothing stands there.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c == '>' || is_invisible(c))
    }

    /// Whether somebody wrote it here, as far as its look tells.
    pub const fn is_quoted(&self) -> bool {
        self.depth > 0
    }
}

/// Whether nobody sees it: what mail programs put between words to steer how lines break.
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}' | '\u{2060}'..='\u{2064}')
}

/// The lines of the plain text. What is only there as HTML is read as that.
pub fn of_text(message: &Message<'_>) -> Vec<Line> {
    let mut lines = vec![];
    for part in message.text_bodies() {
        if !lines.is_empty() && matches!(part.body, PartType::Text(_) | PartType::Html(_)) {
            lines.push(Line::default());
        }
        let text = match &part.body {
            PartType::Text(text) => text,
            PartType::Html(page) => {
                lines.extend(html::of_html(page));
                continue;
            }
            _ => continue,
        };
        let asked = |name: &str| part.content_type().and_then(|kind| kind.attribute(name)).map(str::to_lowercase);
        let is_flowed = asked("format").as_deref() == Some("flowed");
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let plain = text.trim_end_matches('\n').split('\n');
        if is_flowed {
            flowed(plain, asked("delsp").as_deref() == Some("yes"), &mut lines);
        } else {
            lines.extend(plain.map(|line| Line {
                depth: depth(line),
                text: line.to_owned(),
                may_be_broken: true,
                ..Line::default()
            }));
        }
    }
    lines
}

/// How many marks of quotes a line begins with.
fn depth(line: &str) -> usize {
    let marks = line.trim_start().chars().take_while(|c| matches!(c, '>' | ' ')).filter(|c| *c == '>').count();
    // One that leads to something, as in "<https://…>", is none; nor is an arrow.
    if line.trim_start().starts_with('>') { marks } else { 0 }
}

/// Joins the lines that belong to one paragraph (RFC 3676).
fn flowed<'a>(plain: impl Iterator<Item = &'a str>, drops_space: bool, lines: &mut Vec<Line>) {
    let mut goes_on = false;
    for line in plain {
        let depth = line.chars().take_while(|c| *c == '>').count();
        let words = &line[depth..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        let is_signature = words == "-- ";
        let is_soft = words.ends_with(' ') && !is_signature;
        let kept = if is_soft && drops_space { &words[..words.len() - 1] } else { words };
        match lines.last_mut().filter(|last| goes_on && last.depth == depth && !is_signature) {
            Some(last) => last.text.push_str(kept),
            None => {
                let mark = if depth > 0 { format!("{} ", ">".repeat(depth)) } else { String::new() };
                lines.push(Line { depth, text: mark + kept, ..Line::default() });
            }
        }
        goes_on = is_soft;
    }
    for line in lines {
        if !line.text.ends_with("-- ") {
            line.text.truncate(line.text.trim_end().len());
        }
    }
}
