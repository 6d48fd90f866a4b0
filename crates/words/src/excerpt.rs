//! What was found, where it stands: a piece of the text with marks.

use std::{collections::HashMap, ops::Range};

use unicode_segmentation::UnicodeSegmentation;

use crate::{Cut, Language, Query, cut, query::Form};

/// So much of a text is looked at, in bytes.
const MOST_BYTES: usize = 16 * 1024;

/// Plain text, all of which was found or none of it. Whoever shows it escapes it, piece by piece, and then marks it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Whether it was looked for.
    pub is_found: bool,
}

/// The part of a text, of about so many characters, that holds the most different terms.
pub fn excerpt(text: &str, language: Language, query: &Query, chars: usize) -> Vec<Piece> {
    let text = beginning(text);
    let marks = marks(text, language, query);
    let bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
    if bounds.len() <= chars + 1 {
        return pieces(text, 0..text.len(), &marks);
    }
    let place = |at: usize| bounds.partition_point(|bound| *bound < at);
    // A window begins with a mark; a little of what stands before goes along.
    let lead = chars / 5;
    let mut best: (usize, usize) = (0, 0);
    for (nth, first) in marks.iter().enumerate() {
        let end = place(first.range.start) + chars - lead;
        let within = marks[nth..].iter().take_while(|mark| place(mark.range.end) <= end);
        let terms = within.fold(0_usize, |seen, mark| seen | mark.terms).count_ones() as usize;
        if terms > best.0 {
            best = (terms, place(first.range.start));
        }
    }
    let last = bounds.len() - 1;
    let from = best.1.saturating_sub(lead).min(last - chars);
    let to = from + chars;
    let is_space = |at: usize| text[bounds[at]..].starts_with(char::is_whitespace);
    // At a space, if one is near.
    let near = chars / 8;
    let from =
        if from == 0 { 0 } else { (from..from + near.min(lead)).find(|at| is_space(*at)).map_or(from, |at| at + 1) };
    let to = if to == last { to } else { (to - near..to).rev().find(|at| is_space(*at)).unwrap_or(to) };
    let mut pieces = pieces(text, bounds[from]..bounds[to], &marks);
    if from > 0 {
        pieces.insert(0, Piece { text: "…".into(), is_found: false });
    }
    if to < last {
        pieces.push(Piece { text: "…".into(), is_found: false });
    }
    pieces
}

/// All of a short text, such as a title, with marks.
pub fn mark(text: &str, language: Language, query: &Query) -> Vec<Piece> {
    pieces(text, 0..text.len(), &marks(beginning(text), language, query))
}

fn beginning(text: &str) -> &str {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A range that was found, and which terms it is of, as bits.
struct Mark {
    range: Range<usize>,
    terms: usize,
}

/// What was found in a text, in its order; none within another.
fn marks(text: &str, language: Language, query: &Query) -> Vec<Mark> {
    let cuts = cut(text, language);
    let mut begin: HashMap<&str, Vec<(usize, &Form)>> = HashMap::new();
    let mut beginnings: Vec<(usize, &Form)> = vec![];
    for (nth, term) in query.terms.iter().enumerate() {
        for form in &term.forms {
            if form.is_prefix && form.words.len() == 1 {
                beginnings.push((nth, form));
            } else {
                begin.entry(&form.words[0]).or_default().push((nth, form));
            }
        }
    }
    let mut marks: Vec<Mark> = vec![];
    for (at, cut) in cuts.iter().enumerate() {
        let words = [cut.word.as_str()].into_iter().chain(cut.extras.iter().map(String::as_str));
        let forms = words.filter_map(|word| begin.get(word)).flatten().chain(&beginnings);
        for (term, form) in forms.filter(|(_, form)| form.stands_at(&cuts, at)) {
            let range = cut.range.start..end(&cuts, at, form);
            match marks.last_mut() {
                Some(mark) if range.start < mark.range.end || (cut.is_dense() && range.start == mark.range.end) => {
                    mark.range.end = mark.range.end.max(range.end);
                    mark.terms |= 1 << term;
                }
                _ => marks.push(Mark { range, terms: 1 << term }),
            }
        }
    }
    marks
}

fn end(cuts: &[Cut], at: usize, form: &Form) -> usize {
    let last = &cuts[at + form.words.len() - 1];
    if form.is_prefix { last.first_end } else { last.range.end }
}

impl Cut {
    fn is_dense(&self) -> bool {
        self.first_end < self.range.end || self.is_last_of_run
    }
}

/// A range of a text, in pieces, in one line.
fn pieces(text: &str, range: Range<usize>, marks: &[Mark]) -> Vec<Piece> {
    let mut pieces = vec![];
    let mut add = |part: &str, is_found| {
        if !part.is_empty() {
            pieces.push(Piece { text: part.replace(['\n', '\r', '\t'], " "), is_found });
        }
    };
    let mut at = range.start;
    for mark in marks {
        let (from, to) = (mark.range.start.max(at), mark.range.end.min(range.end));
        if from < to {
            add(&text[at..from], false);
            add(&text[from..to], true);
            at = to;
        }
    }
    add(&text[at..range.end], false);
    pieces
}
