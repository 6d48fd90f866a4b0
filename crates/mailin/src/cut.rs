//! What somebody wrote, apart from what their mail program put around it.
//!
//! Nothing is lost: a line is kept or it is cut. Where it is not sure, it is kept; what an answer says between quotes is
//! kept with them.

use std::ops::{Range, RangeInclusive};

use crate::{
    Own,
    lines::{Line, is_invisible},
    phrases,
};

/// The line above a quote may be wrapped into so many.
const LONGEST_ATTRIBUTION: usize = 4;
/// A quote of so many lines is one of the whole e-mail.
const WHOLE_QUOTE: usize = 40;
/// A signature whose mark lost its space has so many lines at most.
const LONGEST_SIGNATURE: usize = 12;
/// A signature begins so many lines before the end at most.
const NEAR_THE_END: usize = 120;
/// So many quotes and signatures stand one after the other at the end.
const MOST_AT_THE_END: usize = 20;
/// Mail programs break lines at so many characters.
const BROKEN_AT: RangeInclusive<usize> = 60..=80;
/// Lines longer than this, in bytes, are none that a mail program writes above a quote or at the end.
const LONGEST_LINE: usize = 500;

/// What somebody wrote, and the rest.
pub fn parts(lines: &[Line], own: Own<'_>) -> (String, String) {
    let cutting = Cutting::new(lines, own);
    let fenced = cutting.fenced.clone();
    let kept = cutting.run();
    let broken = broken(lines, &kept, &fenced);
    let text: Vec<String> = joined(lines, &kept, &broken);
    let cut = lines.iter().zip(&kept).filter(|(_, kept)| !**kept).map(|(line, _)| line.text.as_str());
    (trimmed(text.iter().map(String::as_str)), trimmed(cut))
}

/// Which lines a mail program broke, so that the next one goes on: it did so where the next word had no room.
fn broken(lines: &[Line], kept: &[bool], fenced: &[bool]) -> Vec<bool> {
    let is_prose = |at: usize| {
        let (line, begin) = (&lines[at], lines[at].text.trim_start());
        let is_numbered = begin.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')'])
            && begin.starts_with(|c: char| c.is_ascii_digit());
        kept[at]
            && line.may_be_broken
            && !line.is_quoted()
            && !line.is_blank()
            && !fenced[at]
            && !line.text.starts_with(['\t', ' '])
            && !begin.starts_with(['•', '#', '|', '>', '='])
            && !["- ", "* ", "+ ", "--", "__", "**"].iter().any(|mark| begin.starts_with(mark))
            && !is_numbered
    };
    let length = |at: usize| lines[at].text.trim_end().chars().count();
    // What programs put below has lines of its own. A single long word, such as an address, cannot be broken and says nothing.
    let widest = (0..lines.len()).filter(|at| is_prose(*at) && lines[*at].text.trim().contains(' ')).map(length).max();
    let Some(widest) = widest.filter(|widest| BROKEN_AT.contains(widest)) else { return vec![false; lines.len()] };
    let goes_on = |at: usize| {
        // The words of the next line stand at its beginning, be it a list or prose.
        let next = at + 1;
        next < lines.len() && is_prose(at) && is_prose(next) && {
            let word = lines[next].text.split_whitespace().next().unwrap_or_default();
            length(at) * 3 >= widest * 2 && length(at) + 1 + word.chars().count() > widest
        }
    };
    (0..lines.len()).map(goes_on).collect()
}

/// The lines that are kept, those that were broken put together.
fn joined(lines: &[Line], kept: &[bool], broken: &[bool]) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    let mut goes_on = false;
    for (at, line) in lines.iter().enumerate() {
        if !kept[at] {
            goes_on = false;
            continue;
        }
        match all.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(line.text.trim_end());
            }
            None => all.push(line.text.trim_end().to_owned()),
        }
        goes_on = broken[at];
    }
    all
}

/// The lines without empty ones around them, and no more than two empty ones together.
fn trimmed<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    let mut blanks = 0;
    for line in lines {
        if line.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
            blanks += 1;
            continue;
        }
        if !text.is_empty() {
            text.push_str(&"\n\n\n"[..=blanks.min(2)]);
        }
        blanks = 0;
        text.push_str(line.trim_end());
    }
    text
}

struct Cutting<'a> {
    lines: &'a [Line],
    own: Own<'a>,
    kept: Vec<bool>,
    /// Lines of code that somebody fenced: nothing in it is what it looks like.
    fenced: Vec<bool>,
    /// Where what is looked at ends.
    end: usize,
}

impl<'a> Cutting<'a> {
    fn new(lines: &'a [Line], own: Own<'a>) -> Self {
        Self { kept: vec![true; lines.len()], fenced: fenced(lines), end: lines.len(), lines, own }
    }

    fn run(mut self) -> Vec<bool> {
        if let Some(begin) = (0..self.lines.len()).find_map(|at| self.history_at(at)) {
            self.cut(begin..self.lines.len());
            self.end = begin;
        }
        for _ in 0..MOST_AT_THE_END {
            if !self.cut_from_the_end() {
                break;
            }
        }
        self.cut_attributions_and_whole_quotes();
        for (at, line) in self.lines.iter().enumerate() {
            if self.own.is_in(&line.text) {
                self.kept[at] = false;
            }
        }
        self.kept
    }

    fn cut(&mut self, lines: Range<usize>) {
        self.kept[lines].fill(false);
    }

    /// Whether somebody wrote this line, as far as its look tells, and mail programs may have.
    fn is_plain(&self, at: usize) -> bool {
        let line = &self.lines[at];
        !line.is_quoted() && !line.is_blank() && !self.fenced[at] && line.text.len() <= LONGEST_LINE
    }

    /// If from here on stands what was written before, unquoted: where that begins.
    fn history_at(&self, at: usize) -> Option<usize> {
        if self.lines[at].is_history {
            return Some(self.rule_above(at));
        }
        if !self.is_plain(at) {
            return None;
        }
        let text = small(&self.lines[at].text);
        let words = text.trim_matches(|c: char| "-_*=<>| ".contains(c));
        let is_between_dashes =
            text.starts_with("--") || text.starts_with("__") || text.starts_with("**") || text.starts_with("==");
        if (is_between_dashes && text.ends_with(['-', '_', '*', '=']) && is_one_of(words, phrases::ORIGINAL))
            || phrases::FORWARDED.contains(&text.as_str())
        {
            return Some(at);
        }
        if self.is_block_of_fields(at) {
            return Some(self.rule_above(at));
        }
        // The line above a quote, whose quote has no marks.
        let next = (at + 1..self.lines.len()).find(|next| !self.lines[*next].is_blank());
        if next.is_some_and(|next| self.lines[next].is_quoted()) {
            return None;
        }
        let begin = self.attribution_before(at + 1)?;
        let joined = self.joined(begin..at + 1);
        let is_sure = (has_verb(&joined) || joined.contains("님이"))
            && (names_address(&joined) || has_time(&joined))
            && self.begins_like_one(begin);
        is_sure.then_some(begin)
    }

    /// Above a block of fields there may be a rule of dashes.
    fn rule_above(&self, at: usize) -> usize {
        let mut begin = at;
        while begin > 0 && self.lines[begin - 1].is_blank() {
            begin -= 1;
        }
        let is_rule = begin > 0 && {
            let above = self.lines[begin - 1].text.trim();
            above.len() >= 5 && above.chars().all(|c| matches!(c, '_' | '-' | '=' | '*'))
        };
        if is_rule { begin - 1 } else { at }
    }

    /// "From: … Sent: … To: … Subject: …", in whichever language and order.
    fn is_block_of_fields(&self, at: usize) -> bool {
        let (mut froms, mut others) = (0, 0);
        // Fields may be wrapped, and some programs put an empty line between them.
        for (below, line) in self.lines[at..].iter().take(10).enumerate() {
            match field(&line.text) {
                Some(name) if phrases::FROM.contains(&name.as_str()) => froms += 1,
                Some(name) if phrases::FIELDS.contains(&name.as_str()) => others += 1,
                _ if below == 0 => return false,
                _ => {}
            }
        }
        froms >= 1 && froms + others >= 3
    }

    /// Cuts what stands at the end, if it is a quote or a signature; answers whether there was one.
    fn cut_from_the_end(&mut self) -> bool {
        while self.end > 0 && self.lines[self.end - 1].is_blank() {
            self.end -= 1;
        }
        let Some(last) = self.end.checked_sub(1) else { return false };
        if self.lines[last].is_quoted() {
            let mut begin = last;
            while begin > 0 && (self.lines[begin - 1].is_quoted() || self.lines[begin - 1].is_blank()) {
                begin -= 1;
            }
            let begin = self.attribution_above(begin).unwrap_or(begin);
            self.cut(begin..self.end);
            self.end = begin;
            return true;
        }
        // Only the line above a quote that was taken away.
        if let Some(begin) = self.attribution_before(self.end)
            && (self.lines[last].is_attribution
                || (has_verb(&self.joined(begin..self.end)) && self.begins_like_one(begin)))
        {
            self.cut(begin..self.end);
            self.end = begin;
            return true;
        }
        let lowest = self.end.saturating_sub(NEAR_THE_END);
        let section =
            (lowest..self.end).rev().find(|at| self.lines[*at].is_quoted()).map_or(lowest, |quoted| quoted + 1);
        let Some(begin) = self.signature_in(section) else { return false };
        self.cut(begin..self.end);
        self.end = begin;
        true
    }

    /// Where a signature begins between here and the end.
    fn signature_in(&self, section: usize) -> Option<usize> {
        let mut filled = 0;
        let mut found = None;
        for at in (section..self.end).rev() {
            let line = &self.lines[at];
            if line.is_blank() {
                continue;
            }
            // Links are written in more than one way.
            let text = small(&line.text).replace(['[', ']'], "");
            if self.is_plain(at) {
                let is_mark = line.text.trim_end_matches('\r') == "-- "
                    || (matches!(text.as_str(), "--" | "—" | "-- -")
                        && filled <= LONGEST_SIGNATURE
                        && (at == section || self.lines[at - 1].is_blank()));
                let is_sent_from = filled < 4
                    && text.len() < 160
                    && (phrases::SENT_FROM
                        .iter()
                        .any(|known| text.trim_start_matches(['*', '_', '(', '[', '<']).starts_with(known))
                        || phrases::SENT_FROM_INSIDE.iter().any(|known| text.contains(known)));
                let is_sent_from = is_sent_from && self.stands_apart(at, section);
                let is_disclaimer =
                    phrases::DISCLAIMERS.iter().any(|known| text.trim_start_matches(['*', '_']).starts_with(known))
                        && self.stands_apart(at, section);
                if is_mark || is_sent_from || is_disclaimer {
                    found = Some(at);
                }
            } else if !self.fenced[at] {
                // A long line: what servers of firms put below is often one.
                let head: String = line.text.chars().take(80).collect();
                if phrases::DISCLAIMERS.iter().any(|known| small(&head).starts_with(known)) {
                    found = Some(at);
                }
            }
            filled += 1;
        }
        found
    }

    /// Whether a line begins a paragraph, or follows one that mail programs wrote, too.
    fn stands_apart(&self, at: usize, section: usize) -> bool {
        at == section || {
            let above = &self.lines[at - 1];
            above.is_blank() || above.text.trim_matches(['-', '_', '=', '*', ' ']).is_empty() || self.is_last(at)
        }
    }

    fn is_last(&self, at: usize) -> bool {
        (at + 1..self.end).all(|below| self.lines[below].is_blank())
    }

    /// Cuts, among what is left, the lines above quotes, and quotes of the whole.
    fn cut_attributions_and_whole_quotes(&mut self) {
        let mut at = 0;
        while at < self.end {
            if !self.lines[at].is_quoted() {
                at += 1;
                continue;
            }
            let begin = at;
            while at < self.end && (self.lines[at].is_quoted() || self.lines[at].is_blank()) {
                at += 1;
            }
            let quote = &self.lines[begin..at];
            let first = quote.iter().take_while(|line| !line.is_blank()).take(LONGEST_ATTRIBUTION);
            let first: Vec<&str> = first.map(|line| line.text.trim_start_matches(['>', ' '])).collect();
            let within = (1..=first.len()).find(|count| {
                let joined = small(&first[..*count].join(" "));
                joined.ends_with([':', '：']) && has_verb(&joined) && (names_address(&joined) || has_time(&joined))
            });
            let is_whole = quote.len() > WHOLE_QUOTE || quote.iter().any(|line| self.own.is_in(&line.text));
            if let Some(above) = self.attribution_above(begin) {
                self.cut(above..begin);
            }
            if let Some(count) = within {
                self.cut(begin..begin + count);
            }
            if is_whole {
                self.cut(begin..at);
            }
        }
    }

    /// The beginning of the line that says whose the quote is that begins here, if there is one.
    fn attribution_above(&self, quote: usize) -> Option<usize> {
        let mut end = quote;
        while end > 0 && self.lines[end - 1].is_blank() {
            end -= 1;
        }
        self.attribution_before(end)
    }

    /// The beginning of a line above a quote that ends here, wrapped or not.
    fn attribution_before(&self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1)?;
        if self.lines[last].is_attribution {
            return Some(
                (0..end)
                    .rev()
                    .take_while(|at| self.lines[*at].is_attribution || self.lines[*at].is_blank())
                    .last()
                    .unwrap_or(last),
            );
        }
        if !self.is_plain(last) {
            return None;
        }
        // Some write a colon and a space that does not break before it.
        let ends =
            self.lines[last].text.trim_end_matches(|c: char| c.is_whitespace() || is_invisible(c) || "*-".contains(c));
        let is_between_dashes = self.lines[last].text.trim_end().ends_with("---");
        if !ends.ends_with([':', '：']) && !is_between_dashes && !small(ends).ends_with("wrote") {
            return None;
        }
        let lowest = end.saturating_sub(LONGEST_ATTRIBUTION);
        let mut begin = last;
        let mut found = None;
        loop {
            let joined = self.joined(begin..end);
            let is_dated = joined.chars().any(|c| c.is_ascii_digit());
            let speaks = has_verb(&joined) && (names_address(&joined) || is_dated || self.opens(begin));
            let names =
                names_address(&joined) && (has_time(&joined) || self.opens(begin) || (begin == last && is_dated));
            if speaks || names {
                found = Some(begin);
                if self.opens(begin) {
                    break;
                }
            }
            if begin <= lowest || begin == 0 || !self.is_plain(begin - 1) {
                break;
            }
            begin -= 1;
        }
        let found = found?;
        if self.opens(found) {
            return Some(found);
        }
        // What was wrapped above it, if it begins like one or names somebody.
        let belongs = |at: &usize| self.begins_like_one(*at) || self.lines[*at].text.trim_end().ends_with('<');
        Some((lowest..found).rev().take_while(|at| self.is_plain(*at)).filter(belongs).last().unwrap_or(found))
    }

    /// Whether the line above a quote could begin here.
    fn begins_like_one(&self, at: usize) -> bool {
        self.opens(at) || names_address(&small(&self.lines[at].text))
    }

    /// Whether a line begins with a word that those above quotes begin with.
    fn opens(&self, at: usize) -> bool {
        let text = small(&self.lines[at].text);
        let text = text.trim_start_matches(['*', '_', '"', '|', '-', ' ']);
        phrases::OPENERS.iter().any(|known| text.starts_with(known))
    }

    fn joined(&self, lines: Range<usize>) -> String {
        let words: Vec<String> = self.lines[lines].iter().map(|line| small(&line.text)).collect();
        words.join(" ")
    }
}

/// A line in small letters, with one kind of space, and nothing around it.
fn small(text: &str) -> String {
    let text: String =
        text.chars().filter(|c| !is_invisible(*c)).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    text.trim().to_lowercase()
}

fn is_one_of(words: &str, known: &[&str]) -> bool {
    known.iter().any(|phrase| {
        words == *phrase
            || words.strip_prefix(phrase).is_some_and(|rest| rest.len() < 60 && rest.starts_with([' ', ':']))
    })
}

/// The name of the field on a line like "*From:* Ines".
fn field(text: &str) -> Option<String> {
    if text.len() > LONGEST_LINE {
        return None;
    }
    let text = small(text);
    let text = text.trim_start_matches(['*', '_', '>', ' ', '|']);
    let (name, _) = text.split_once([':', '：'])?;
    let name = name.trim_matches(['*', '_', ' ']);
    (name.chars().count() <= 20 && !name.is_empty()).then(|| name.to_owned())
}

fn has_verb(joined: &str) -> bool {
    let joined = small(joined);
    phrases::WROTE.iter().any(|verb| joined.contains(verb))
}

/// Whether it names an address.
fn names_address(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || "<>()[],;\"".contains(c)).any(|word| {
        word.trim_start_matches("mailto:")
            .split_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
    })
}

/// Whether it says a time of day.
fn has_time(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || c == ',').any(|word| {
        let word = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        word.split_once([':', '.', 'h']).is_some_and(|(hour, rest)| {
            let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            is_number(hour) && rest.split(':').all(is_number) && rest.len() >= 2
        })
    })
}

/// Which lines stand between fences of code that are closed.
fn fenced(lines: &[Line]) -> Vec<bool> {
    let mut fenced = vec![false; lines.len()];
    let mut open: Option<(usize, &str)> = None;
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.trim_start();
        if line.is_quoted() {
            // A quote ends what was never closed.
            open = None;
            continue;
        }
        match open {
            None => {
                open = ["```", "~~~"].into_iter().find(|fence| text.starts_with(fence)).map(|fence| (at, fence));
            }
            Some((begin, fence))
                if text.trim_end().trim_start_matches(&fence[..1]).is_empty() && text.starts_with(fence) =>
            {
                fenced[begin..=at].fill(true);
                open = None;
            }
            Some(_) => {}
        }
    }
    fenced
}
