//! From rows to threads: pure, without recursion, for any depth.

use std::collections::HashMap;

use super::{ENTRIES, Entry, From, IN_A_ROW, OF_A_THREAD, Page, THREADS};
use crate::ids::CommentId;

/// Deeper than this, entries stand side by side and each names whom it answers.
pub const MAX_DEPTH: usize = 6;

/// An entry in its place: what a template needs to open and close lists around it.
#[derive(Clone, Debug)]
pub struct Node {
    /// The entry.
    pub entry: Entry,
    /// How deep it stands; a top-level entry at 0.
    pub depth: usize,
    /// Whether a list of its own follows, with the next entry as its first.
    pub opens: bool,
    /// How many lists end after it.
    pub closes: usize,
    /// Whether its place does not show whom it answers.
    pub names_parent: bool,
    /// If the thread goes on and this is the last of it here: the root, and this entry.
    pub longer: Option<(CommentId, CommentId)>,
}

/// Puts entries into threads. Every parent must come before its children, which their numbers see to; an entry whose
/// parent is not among them stands at the top and names whom it answers. Siblings are ordered by date.
pub fn nest(page: Page) -> Vec<Node> {
    let index: HashMap<CommentId, usize> = page.entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
    let mut children: Vec<Vec<usize>> = vec![vec![]; page.entries.len()];
    let mut tops = vec![];
    for (at, entry) in page.entries.iter().enumerate() {
        // A parent that came later in a broken import would make a ring; it counts as absent.
        match entry.parent.and_then(|parent| index.get(&parent)).filter(|parent| **parent < at) {
            Some(parent) => children[*parent].push(at),
            None => tops.push(at),
        }
    }
    let by_date = |list: &mut Vec<usize>| list.sort_by_key(|at| (page.entries[*at].created_at, page.entries[*at].id));
    by_date(&mut tops);
    children.iter_mut().for_each(by_date);

    let mut order: Vec<(usize, usize, bool)> = Vec::with_capacity(page.entries.len());
    let mut todo: Vec<(usize, usize, bool)> =
        tops.into_iter().rev().map(|at| (at, 0, page.entries[at].parent.is_some())).collect();
    while let Some((at, depth, names_parent)) = todo.pop() {
        order.push((at, depth, names_parent));
        let deeper = (depth + 1).min(MAX_DEPTH);
        for child in children[at].iter().rev() {
            todo.push((*child, deeper, depth == MAX_DEPTH));
        }
    }

    // The last entry shown of each thread that goes on carries the link to the rest.
    let mut last_shown: HashMap<CommentId, usize> = HashMap::new();
    let goes_on: HashMap<CommentId, CommentId> = page.longer.iter().copied().collect();
    for (place, (at, _, _)) in order.iter().enumerate() {
        if goes_on.contains_key(&page.entries[*at].root) {
            last_shown.insert(page.entries[*at].root, place);
        }
    }

    let depths: Vec<usize> = order.iter().map(|(_, depth, _)| *depth).chain([0]).collect();
    let mut entries: Vec<Option<Entry>> = page.entries.into_iter().map(Some).collect();
    let mut nodes = Vec::with_capacity(order.len());
    for (place, (at, depth, names_parent)) in order.into_iter().enumerate() {
        let Some(entry) = entries[at].take() else { continue };
        let next = depths[place + 1];
        let longer = (last_shown.get(&entry.root) == Some(&place)).then(|| (entry.root, goes_on[&entry.root]));
        nodes.push(Node {
            depth,
            opens: next > depth,
            closes: depth.saturating_sub(next),
            names_parent,
            longer,
            entry,
        });
    }
    nodes
}

/// Cuts rows of several threads to one page: whole threads, up to a number of entries.
pub fn cut(rows: Vec<Entry>) -> Page {
    let mut page = Page::default();
    let mut threads: Vec<Vec<Entry>> = vec![];
    let mut of: HashMap<CommentId, usize> = HashMap::new();
    for row in rows {
        let at = *of.entry(row.root).or_insert_with(|| {
            threads.push(vec![]);
            threads.len() - 1
        });
        threads[at].push(row);
    }
    // Rows come thread by thread only by chance; the roots' dates decide.
    threads.sort_by_key(|thread| thread.first().map(|root| (root.created_at, root.id)));
    let (most, of_a_thread) = (as_count(THREADS), as_count(OF_A_THREAD));
    for (taken, mut thread) in threads.into_iter().enumerate() {
        if taken == most || (taken > 0 && page.entries.len() + thread.len() > ENTRIES) {
            page.later =
                page.entries.iter().rev().find(|entry| entry.id == entry.root).map(|root| (root.created_at, root.id));
            break;
        }
        if thread.len() > of_a_thread {
            thread.truncate(of_a_thread);
            page.longer.extend(thread.last().map(|last| (last.root, last.id)));
        }
        page.entries.append(&mut thread);
    }
    page
}

/// Cuts rows in order to one page. Rows that were read going back come turned around.
pub fn cut_flat(mut rows: Vec<Entry>, from: From) -> Page {
    let more = rows.len() > as_count(IN_A_ROW);
    rows.truncate(as_count(IN_A_ROW));
    let back = matches!(from, From::Before(..));
    if back {
        rows.reverse();
    }
    let key = |entry: &Entry| (entry.created_at, entry.id);
    let (first, last) = (rows.first().map(key), rows.last().map(key));
    let (earlier, later) = match from {
        From::Start => (None, last.filter(|_| more)),
        From::After(..) => (first, last.filter(|_| more)),
        From::Before(..) => (first.filter(|_| more), last),
    };
    Page { entries: rows, longer: vec![], earlier, later }
}

fn as_count(limit: i64) -> usize {
    usize::try_from(limit).unwrap_or_default()
}
