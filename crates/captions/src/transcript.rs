//! What was said, to be read.

use crate::{
    Cue,
    text::{Kind, Piece},
};

/// A pause as long as this begins a paragraph, in milliseconds.
const PAUSE: u64 = 3_000;
/// A paragraph that is longer than this ends with its sentence, in bytes.
const LONG: usize = 400;
/// And one that is longer than this ends anyway.
const VERY_LONG: usize = 1_000;

/// What is shown for less than this is there for the machine, in milliseconds.
const UNREADABLE: u64 = 100;

/// What somebody says in one go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paragraph {
    /// When it begins, in milliseconds.
    pub from: u64,
    /// Who says it, if the captions tell.
    pub speaker: Option<String>,
    /// What is said.
    pub text: String,
}

/// A time on the clock of a recording: `0:07`, `1:02:03`.
pub fn clock(ms: u64) -> String {
    let (hours, minutes, seconds) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// A line of a cue, and who says it.
type Line = (Option<String>, String);

fn lines(cue: &Cue) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    let mut voices: Vec<String> = vec![];
    let mut open = (None, String::new());
    let end = |open: &mut Line, lines: &mut Vec<Line>, next: Option<String>| {
        let (speaker, text) = std::mem::replace(open, (next, String::new()));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            lines.push((speaker, text));
        }
    };
    let speaker = |voices: &[String]| voices.last().filter(|name| !name.is_empty()).cloned();
    for piece in &cue.text {
        match piece {
            Piece::Text(words) => {
                for (number, part) in words.split('\n').enumerate() {
                    if number > 0 {
                        end(&mut open, &mut lines, speaker(&voices));
                    }
                    open.1.push_str(part);
                }
            }
            Piece::Open(tag) if tag.kind == Kind::Voice => {
                voices.push(tag.note.clone());
                end(&mut open, &mut lines, speaker(&voices));
            }
            Piece::Close(Kind::Voice) => {
                voices.pop();
                end(&mut open, &mut lines, speaker(&voices));
            }
            Piece::Open(tag) if tag.kind == Kind::RubyText => open.1.push('('),
            Piece::Close(Kind::RubyText) => open.1.push(')'),
            Piece::Open(_) | Piece::Close(_) | Piece::At(_) => {}
        }
    }
    end(&mut open, &mut lines, None);
    lines
}

pub fn made_of(cues: &[Cue]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = vec![];
    let mut before: (u64, Vec<Line>) = (0, vec![]);
    for cue in cues {
        let shown = lines(cue);
        // Captions that roll up show a line again until it has left the picture: it was said once. Those made by machines
        // have cues in between that nobody could read.
        let is_between = cue.until - cue.from < UNREADABLE;
        let rolls = cue.from <= before.0 && (is_between || before.1.len().max(shown.len()) > 1);
        let again = if rolls { overlap(&before.1, &shown) } else { 0 };
        for (number, (speaker, text)) in shown[again..].iter().enumerate() {
            let goes_on = paragraphs.last().is_some_and(|last| {
                let is_whole = last.text.len() > VERY_LONG || (last.text.len() > LONG && ends_a_sentence(&last.text));
                let pause = if number == 0 { cue.from.saturating_sub(before.0) } else { 0 };
                last.speaker == *speaker && pause < PAUSE && !is_whole && !begins_with_a_dash(text)
            });
            match paragraphs.last_mut() {
                Some(last) if goes_on => {
                    last.text.push(' ');
                    last.text.push_str(text);
                }
                _ => paragraphs.push(Paragraph { from: cue.from, speaker: speaker.clone(), text: text.clone() }),
            }
        }
        before = (cue.until.max(before.0), shown);
    }
    paragraphs
}

/// How many of the last lines are the first ones now.
fn overlap(before: &[Line], now: &[Line]) -> usize {
    (1..=before.len().min(now.len())).rev().find(|count| before[before.len() - count..] == now[..*count]).unwrap_or(0)
}

/// So some write that somebody else speaks.
fn begins_with_a_dash(text: &str) -> bool {
    text.starts_with(">>") || text.strip_prefix(['-', '–', '—']).is_some_and(|rest| rest.starts_with(' '))
}

fn ends_a_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '»', ')']).ends_with(['.', '!', '?', '…', '。'])
}
