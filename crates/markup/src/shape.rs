//! Elements that would not stand as HTML wants them: what is left of a list of terms, of a ruby, of a table, and values
//! that are none. Works on what was cleaned, which is balanced; a second time it changes nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::tokens::{Token, Tokens, attributes};

/// A table wider than this, in columns, loses what its cells say of columns and rows.
const WIDEST: usize = 1_000;

/// An element, or words that are more than white space.
struct Node<'a> {
    /// Empty for words.
    name: String,
    /// The start tag, or the words.
    open: Range<usize>,
    /// The end tag, if there is one.
    close: Range<usize>,
    /// The inside of the start tag, with its name; or the words.
    source: &'a str,
    parent: Option<usize>,
    children: Vec<usize>,
}

impl Node<'_> {
    fn attribute(&self, name: &str) -> Option<&str> {
        let inside = self.source.get(self.name.len() + 1..self.source.len() - 1)?;
        attributes(inside).find(|(key, _)| *key == name).map(|(_, value)| value)
    }
}

/// What is to stand instead of parts of the text.
#[derive(Default)]
struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    fn replace(&mut self, range: &Range<usize>, with: impl Into<String>) {
        self.0.push((range.clone(), with.into()));
    }

    fn unwrap(&mut self, node: &Node) {
        self.replace(&node.open, "");
        self.replace(&node.close, "");
    }

    /// Gives an element another name; of its attributes only its own name stays.
    fn rename(&mut self, node: &Node, name: &str) {
        let id = node.attribute("id").map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
        self.replace(&node.open, format!("<{name}{id}>"));
        self.replace(&node.close, format!("</{name}>"));
    }

    /// Gives an attribute another value, or takes it away.
    fn set(&mut self, node: &Node, name: &str, value: Option<&str>) {
        let Some(old) = node.attribute(name) else { return };
        let start = node.open.start + (old.as_ptr() as usize - node.source.as_ptr() as usize);
        match value {
            Some(value) => self.replace(&(start..start + old.len()), value),
            None => self.replace(&(start - name.len() - 3..start + old.len() + 1), ""),
        }
    }

    fn done(mut self, html: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(html.len());
        let mut at = 0;
        for (range, with) in self.0 {
            // Two that cannot be together: the first decides.
            if range.start < at {
                continue;
            }
            out.push_str(&html[at..range.start]);
            out.push_str(&with);
            at = range.end;
        }
        out.push_str(&html[at..]);
        out
    }
}

/// The same with every element as HTML wants it.
pub(crate) fn shaped(html: &str) -> Cow<'_, str> {
    const WATCHED: [&str; 11] =
        ["<caption", "<del ", "<details", "<dfn", "<dl", "<figcaption", "<img", "<ins ", "<ruby", "<table", "<time"];
    if !WATCHED.iter().any(|tag| html.contains(tag)) {
        return Cow::Borrowed(html);
    }
    let nodes = nodes(html);
    let mut edits = Edits::default();
    for (at, node) in nodes.iter().enumerate() {
        let within = |names: &[&str]| ancestors(&nodes, at).any(|above| names.contains(&nodes[above].name.as_str()));
        match node.name.as_str() {
            "ruby" => ruby(&nodes, node, &mut edits),
            "rt" | "rp" if !parent_is(&nodes, node, "ruby") => edits.unwrap(node),
            "dl" => terms(&nodes, node, &mut edits),
            "h2" | "h3" | "h4" | "h5" | "h6" if within(&["dt", "th"]) => edits.rename(node, "p"),
            "details" => {
                let begins = node.children.first().is_some_and(|&first| nodes[first].name == "summary");
                if !begins || within(&["a"]) {
                    edits.rename(node, "div");
                    for &summary in node.children.iter().filter(|&&child| nodes[child].name == "summary") {
                        edits.rename(&nodes[summary], "p");
                    }
                }
            }
            "figure" => captions(&nodes, node, &mut edits),
            "caption" | "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" if within(&["caption"]) => {
                match node.name.as_str() {
                    "td" | "th" | "caption" => edits.rename(node, "div"),
                    _ => edits.unwrap(node),
                }
            }
            "table" => table(&nodes, at, &mut edits),
            "dfn" if within(&["dfn"]) => edits.unwrap(node),
            "time" => {
                let words = &html[node.open.end..node.close.start];
                if !node.attribute("datetime").map_or_else(|| is_moment(words), is_moment) {
                    edits.unwrap(node);
                }
            }
            "del" | "ins" if !node.attribute("datetime").is_none_or(is_when) => edits.set(node, "datetime", None),
            "img" if node.attribute("src").is_none() => {
                // Words write quotation marks as they are.
                edits.replace(&node.open, node.attribute("alt").unwrap_or_default().replace("&quot;", "\""));
            }
            _ => {}
        }
    }
    if edits.0.is_empty() { Cow::Borrowed(html) } else { Cow::Owned(edits.done(html)) }
}

fn nodes(html: &str) -> Vec<Node<'_>> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut stack: Vec<usize> = Vec::new();
    let mut tokens = Tokens::new(html);
    let mut start = 0;
    while let Some(token) = tokens.next() {
        let range = start..tokens.position();
        start = range.end;
        let name = match token {
            Token::Text(text) if text.trim().is_empty() => continue,
            Token::Text(_) => String::new(),
            Token::Open(tag) => tag.name,
            Token::Close(name) => {
                if let Some(at) = stack.iter().rposition(|&open| nodes[open].name == name) {
                    nodes[stack[at]].close = range;
                    stack.truncate(at);
                }
                continue;
            }
            Token::Comment => continue,
        };
        let at = nodes.len();
        let parent = stack.last().copied();
        if let Some(parent) = parent {
            nodes[parent].children.push(at);
        }
        if !matches!(name.as_str(), "" | "br" | "hr" | "img") {
            stack.push(at);
        }
        let source = &html[range.clone()];
        nodes.push(Node { name, close: range.end..range.end, open: range, source, parent, children: Vec::new() });
    }
    nodes
}

fn ancestors<'a>(nodes: &'a [Node], at: usize) -> impl Iterator<Item = usize> + 'a {
    std::iter::successors(nodes[at].parent, |&above| nodes[above].parent)
}

fn parent_is(nodes: &[Node], node: &Node, name: &str) -> bool {
    node.parent.is_some_and(|parent| nodes[parent].name == name)
}

/// A ruby says how something is read: without that it is nothing, and it ends with it. Its brackets come in pairs.
fn ruby(nodes: &[Node], node: &Node, edits: &mut Edits) {
    let name = |at: usize| node.children.get(at).map_or("none", |&child| nodes[child].name.as_str());
    let reads = (0..node.children.len()).any(|at| name(at) == "rt");
    if !reads {
        edits.unwrap(node);
    }
    let (mut at, mut said) = (0, 0);
    while at < node.children.len() {
        if reads && name(at) == "rp" && name(at + 1) == "rt" && name(at + 2) == "rp" {
            at += 3;
            said = at;
            continue;
        }
        if name(at) == "rp" {
            edits.unwrap(&nodes[node.children[at]]);
        }
        at += 1;
        if name(at - 1) == "rt" {
            said = at;
        }
    }
    if reads && said < node.children.len() {
        let end = nodes[node.children[said - 1]].close.end;
        edits.replace(&(end..end), "</ruby>");
        edits.replace(&node.close, "");
    }
}

/// A list of terms has terms and what they mean. With only one of both it is no such list; at its ends, what lacks the
/// other gets an empty one.
fn terms(nodes: &[Node], node: &Node, edits: &mut Edits) {
    let children: Vec<&Node> = node.children.iter().map(|&child| &nodes[child]).collect();
    let (Some(first), Some(last)) = (children.first(), children.last()) else { return };
    let has = |name: &str| children.iter().any(|child| child.name == name);
    if !has("dt") || !has("dd") {
        edits.rename(node, "div");
        for child in children.iter().filter(|child| matches!(child.name.as_str(), "dt" | "dd")) {
            edits.rename(child, "div");
        }
        return;
    }
    if first.name == "dd" {
        edits.replace(&(first.open.start..first.open.start), "<dt></dt>");
    }
    if last.name == "dt" {
        edits.replace(&(last.close.end..last.close.end), "<dd></dd>");
    }
}

/// A figure has one caption, at its beginning or its end.
fn captions(nodes: &[Node], figure: &Node, edits: &mut Edits) {
    let is_caption = |at: Option<&usize>| at.copied().filter(|&child| nodes[child].name == "figcaption");
    let stays = is_caption(figure.children.first()).or_else(|| is_caption(figure.children.last()));
    for &child in &figure.children {
        if nodes[child].name == "figcaption" && Some(child) != stays {
            edits.rename(&nodes[child], "div");
        }
    }
}

/// A cell of a table.
struct Cell {
    node: usize,
    column: usize,
    columns: usize,
    rows: usize,
}

/// The foot of a table is one and the last; a row has cells; cells reach no further than the rows and columns there are.
fn table(nodes: &[Node], at: usize, edits: &mut Edits) {
    let table = &nodes[at];
    let mut cells: Vec<Cell> = Vec::new();
    let mut is_too_wide = false;
    for (place, &part) in table.children.iter().enumerate() {
        if nodes[part].name == "tfoot" && place + 1 < table.children.len() {
            edits.rename(&nodes[part], "tbody");
        }
        let rows = nodes[part].children.iter().filter(|&&row| nodes[row].name == "tr");
        let (empty, rows): (Vec<usize>, Vec<usize>) = rows.partition(|&&row| nodes[row].children.is_empty());
        for row in empty {
            edits.replace(&(nodes[row].open.start..nodes[row].close.end), "");
        }
        // Of each column, for how many more rows it is taken.
        let mut taken: Vec<usize> = Vec::new();
        for (number, &row) in rows.iter().enumerate() {
            let mut column = 0;
            let mut next = vec![0; taken.len()];
            for (column, rows) in taken.iter().enumerate() {
                next[column] = rows.saturating_sub(1);
            }
            for &node in &nodes[row].children {
                while taken.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                let reach = |name: &str| nodes[node].attribute(name).and_then(|value| value.parse::<usize>().ok());
                let columns = reach("colspan").unwrap_or(1).clamp(1, WIDEST);
                let left = rows.len() - number;
                let asked = reach("rowspan").unwrap_or(1);
                let rows = if asked == 0 { left } else { asked.min(left) };
                is_too_wide |= column + columns > WIDEST;
                if is_too_wide {
                    break;
                }
                if next.len() < column + columns {
                    next.resize(column + columns, 0);
                }
                for taken in &mut next[column..column + columns] {
                    *taken = (*taken).max(rows - 1);
                }
                cells.push(Cell { node, column, columns, rows });
                column += columns;
            }
            taken = next;
        }
    }
    if is_too_wide {
        let mut inside = table.children.clone();
        while let Some(node) = inside.pop() {
            if matches!(nodes[node].name.as_str(), "td" | "th") {
                edits.set(&nodes[node], "colspan", None);
                edits.set(&nodes[node], "rowspan", None);
            } else {
                inside.extend(&nodes[node].children);
            }
        }
        return;
    }
    let begun: BTreeSet<usize> = cells.iter().map(|cell| cell.column).collect();
    for cell in &cells {
        let columns = begun.range(cell.column..cell.column + cell.columns).count();
        for (name, reach) in [("colspan", columns), ("rowspan", cell.rows)] {
            let reach = reach.to_string();
            let node = &nodes[cell.node];
            if node.attribute(name).is_some_and(|said| said != reach) {
                edits.set(node, name, (reach != "1").then_some(&*reach));
            }
        }
    }
}

/// Whether this is a day, with or without a time, or less than a day, as HTML writes it.
fn is_moment(text: &str) -> bool {
    let text = text.trim();
    let figures = text.bytes().all(|byte| byte.is_ascii_digit());
    is_when(text)
        || is_time(text)
        || is_day(text)
        || (figures && text.len() == 4 && text != "0000")
        || (text.len() == 7 && is_day(&format!("{text}-01")))
        || text.split_once(['T', ' ']).is_some_and(|(day, time)| is_day(day) && is_time(time))
}

/// Whether this is a day, or a moment with its zone.
fn is_when(text: &str) -> bool {
    let Some((day, rest)) = text.split_once(['T', ' ']) else { return is_day(text) };
    let zone = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(zone);
    let offset = zone.trim_start_matches(['+', '-']);
    is_day(day)
        && is_time(time)
        && (zone == "Z" || (zone.len() == offset.len() + 1 && offset.len() == 5 && is_time(offset)))
}

fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |text: &str, length: usize| {
        let figures = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        figures.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    year > 0 && (1..=days).contains(&day)
}

fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let below = |text: &str, limit: u32| {
        text.len() == 2
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && text.parse().is_ok_and(|it: u32| it < limit)
    };
    match parts[..] {
        [hour, minute] => below(hour, 24) && below(minute, 60),
        [hour, minute, second] => {
            let (second, fraction) = second.split_once('.').unwrap_or((second, "0"));
            let is_fraction = (1..=3).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
            below(hour, 24) && below(minute, 60) && below(second, 60) && is_fraction
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_moment, is_when};

    #[test]
    fn a_moment_is_written_as_html_wants_it() {
        for good in ["2026", "2026-09", "2024-02-29", "2026-09-01T08:30", "2026-09-01 08:30:01.5Z", "08:30"] {
            assert!(is_moment(good), "{good}");
        }
        for bad in ["soon", "", "2026-13", "2023-02-29", "1.9.2026", "8:30", "2026-09-01T24:00", "2026-09-01T08:30+2"] {
            assert!(!is_moment(bad), "{bad}");
        }
        assert!(is_when("2026-09-01") && is_when("2026-09-01T08:30:00+02:00") && is_when("2026-09-01T08:30Z"));
        assert!(!is_when("2026-09-01T08:30") && !is_when("yesterday") && !is_when("2026-09-01T08:30++2:00"));
    }
}
