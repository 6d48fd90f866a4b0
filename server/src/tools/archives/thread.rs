//! A conversation in the order in which it is read: each entry with what it opens and closes. Pure.

use std::collections::HashMap;

use super::store::Entry;
use crate::ids::CommentId;

/// An entry in its place.
pub struct Placed {
    /// What is there.
    pub entry: Entry,
    /// Whether answers follow within it.
    pub opens: bool,
    /// How many lists of answers end after it.
    pub closes: usize,
}

/// Entries, each after what it answers, as a list: answers under what they answer, and siblings by date. However deep it
/// goes, nothing here calls itself.
pub fn in_order(entries: Vec<Entry>) -> Vec<Placed> {
    let there: HashMap<CommentId, usize> = entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
    let mut below: Vec<Vec<usize>> = vec![vec![]; entries.len()];
    let mut first = vec![];
    for (at, entry) in entries.iter().enumerate() {
        match entry.parent.and_then(|parent| there.get(&parent)) {
            Some(parent) => below[*parent].push(at),
            None => first.push(at),
        }
    }
    let by_date = |list: &mut Vec<usize>| list.sort_by_key(|at| (entries[*at].created_at, entries[*at].id));
    by_date(&mut first);
    below.iter_mut().for_each(by_date);

    // What is still to come, the next at the end; and how many lists of answers are open there.
    let mut next: Vec<(usize, usize)> = first.into_iter().rev().map(|at| (at, 0)).collect();
    let mut order: Vec<(usize, usize)> = Vec::with_capacity(entries.len());
    while let Some((at, depth)) = next.pop() {
        order.push((at, depth));
        next.extend(below[at].iter().rev().map(|at| (*at, depth + 1)));
    }
    let mut entries: Vec<Option<Entry>> = entries.into_iter().map(Some).collect();
    let depths: Vec<usize> = order.iter().map(|(_, depth)| *depth).collect();
    let placed = order.into_iter().enumerate().filter_map(|(place, (at, depth))| {
        let after = depths.get(place + 1).copied().unwrap_or_default();
        Some(Placed { entry: entries[at].take()?, opens: after > depth, closes: depth.saturating_sub(after) })
    });
    placed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Timestamp;

    fn entry(id: i64, parent: Option<i64>, at: i64) -> Entry {
        Entry {
            id: CommentId(id),
            parent: parent.map(CommentId),
            kind: "comment".into(),
            writer: None,
            guest_website: String::new(),
            guest_picture: None,
            html: String::new(),
            created_at: Timestamp(at),
            is_there: true,
            name: String::new(),
            handle: None,
            picture: None,
        }
    }

    fn drawn(entries: Vec<Entry>) -> String {
        let mut drawn = String::new();
        for placed in in_order(entries) {
            drawn.push('<');
            drawn += &placed.entry.id.to_string();
            drawn += if placed.opens { "(" } else { ">" };
            drawn += &")>".repeat(placed.closes);
        }
        drawn
    }

    #[test]
    fn answers_stand_under_what_they_answer_by_date() {
        let all = vec![
            entry(1, None, 10),
            entry(2, None, 5),
            entry(3, Some(1), 30),
            entry(4, Some(1), 20),
            entry(5, Some(4), 40),
            entry(6, Some(99), 50),
        ];
        assert_eq!(drawn(all), "<2><1(<4(<5>)><3>)><6>");
        assert_eq!(drawn(vec![]), "");
    }

    #[test]
    fn a_chain_of_many_is_no_deeper_than_memory() {
        let chain: Vec<_> = (1..=20_000).map(|id| entry(id, Some(id - 1).filter(|id| *id > 0), id)).collect();
        let placed = in_order(chain);
        assert_eq!((placed.len(), placed.last().unwrap().closes), (20_000, 19_999));
    }
}
