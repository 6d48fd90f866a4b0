//! From rows to threads: pure, without recursion, for any depth.

use std::collections::HashMap;

use super::{Cursor, ENTRIES, EntriesPage, Entry, IN_A_ROW, OF_A_THREAD, THREADS};
use crate::ids::CommentId;

/// Deeper than this, entries stand side by side and each names whom it answers.
pub const MAX_DEPTH: usize = 6;

/// An entry in its place: what a template needs to open and close lists around it.
#[derive(Clone, Debug)]
pub struct Node {
    /// What stands at this place of the page.
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

/// Puts entries into threads. An entry whose parent is not among them stands at the top and names whom it answers; the
/// order in which they come does not matter. Siblings are ordered by date.
pub fn nest(page: EntriesPage) -> Vec<Node> {
    let index: HashMap<CommentId, usize> = page.entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
    let mut children: Vec<Vec<usize>> = vec![vec![]; page.entries.len()];
    let mut tops = vec![];
    for (at, entry) in page.entries.iter().enumerate() {
        match entry.parent.and_then(|parent| index.get(&parent)) {
            Some(parent) => children[*parent].push(at),
            None => tops.push(at),
        }
    }
    let by_date = |list: &mut Vec<usize>| list.sort_by_key(|at| (page.entries[*at].created_at, page.entries[*at].id));
    by_date(&mut tops);
    children.iter_mut().for_each(by_date);

    let mut order: Vec<(usize, usize, bool)> = Vec::with_capacity(page.entries.len());
    let mut placed = vec![false; page.entries.len()];
    // Entries that answer one another in a ring, as a broken import may bring them, hang under no top: the first of them
    // is one then.
    for top in tops.into_iter().chain(0..page.entries.len()) {
        let mut todo = vec![(top, 0, page.entries[top].parent.is_some())];
        while let Some((at, depth, names_parent)) = todo.pop() {
            if std::mem::replace(&mut placed[at], true) {
                continue;
            }
            order.push((at, depth, names_parent));
            let deeper = (depth + 1).min(MAX_DEPTH);
            todo.extend(children[at].iter().rev().map(|child| (*child, deeper, depth == MAX_DEPTH)));
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
pub fn cut(rows: Vec<Entry>) -> EntriesPage {
    let mut page = EntriesPage::default();
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
    threads.sort_by_key(|thread| {
        let root = thread.iter().find(|entry| entry.id == entry.root).or(thread.first());
        root.map(|root| (root.created_at, root.id))
    });
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
pub fn cut_flat(mut rows: Vec<Entry>, from: Cursor) -> EntriesPage {
    let more = rows.len() > as_count(IN_A_ROW);
    rows.truncate(as_count(IN_A_ROW));
    let back = matches!(from, Cursor::Before(..));
    if back {
        rows.reverse();
    }
    let key = |entry: &Entry| (entry.created_at, entry.id);
    let (first, last) = (rows.first().map(key), rows.last().map(key));
    let (earlier, later) = match from {
        Cursor::Start => (None, last.filter(|_| more)),
        // Also where nothing is left after this key, or before it, there is a way back.
        Cursor::After(at, id) => (first.or(Some((at, next(id)))), last.filter(|_| more)),
        Cursor::Before(at, id) => (first.filter(|_| more), last.or(Some((at, before(id))))),
    };
    EntriesPage { entries: rows, earlier, later, ..EntriesPage::default() }
}

const fn next(id: CommentId) -> CommentId {
    CommentId(id.0.saturating_add(1))
}

const fn before(id: CommentId) -> CommentId {
    CommentId(id.0.saturating_sub(1))
}

fn as_count(limit: i64) -> usize {
    usize::try_from(limit).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        ids::{ConversationId, Timestamp},
        talk::comments::tests::entry,
    };

    /// What answers what, by number: each answers one of those before it, or nothing.
    fn threads_of(answers: &[Option<prop::sample::Index>]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = vec![];
        for (at, answered) in answers.iter().enumerate() {
            let id = CommentId(i64::try_from(at).unwrap() + 1);
            let parent = answered.filter(|_| at > 0).map(|index| index.get(&entries).clone());
            let root = parent.as_ref().map_or(id, |parent| parent.root);
            entries.push(Entry { root, parent: parent.map(|parent| parent.id), ..entry(id.0) });
        }
        entries
    }

    fn talk(most: usize) -> impl Strategy<Value = Vec<Entry>> {
        prop::collection::vec(prop::option::weighted(0.8, any::<prop::sample::Index>()), 0..most)
            .prop_map(|answers| threads_of(&answers))
    }

    fn page(entries: Vec<Entry>) -> EntriesPage {
        EntriesPage { entries, ..EntriesPage::default() }
    }

    proptest! {
        #[test]
        fn every_entry_stands_once_under_what_it_answers(entries in talk(60), order in any::<u64>()) {
            let mut shuffled = entries.clone();
            // As after a clock that was set back: numbers say nothing about what came first.
            shuffled.sort_by_key(|entry| entry.id.0.wrapping_mul(i64::try_from(order | 1).unwrap_or(7)) ^ 5);
            let nodes = nest(page(shuffled));
            let mut ids: Vec<i64> = nodes.iter().map(|node| node.entry.id.0).collect();
            let place: HashMap<CommentId, usize> = nodes.iter().enumerate().map(|(at, node)| (node.entry.id, at)).collect();
            for (at, node) in nodes.iter().enumerate() {
                prop_assert!(node.depth <= MAX_DEPTH);
                match node.entry.parent {
                    None => prop_assert_eq!(node.depth, 0),
                    Some(parent) => {
                        prop_assert!(place[&parent] < at, "a parent comes first");
                        let above = nodes[place[&parent]].depth;
                        prop_assert_eq!((node.depth, node.names_parent), ((above + 1).min(MAX_DEPTH), above == MAX_DEPTH));
                    }
                }
            }
            ids.sort_unstable();
            prop_assert_eq!(ids, (1..=i64::try_from(entries.len()).unwrap()).collect::<Vec<_>>());
        }

        #[test]
        fn every_list_that_opens_closes(entries in talk(60)) {
            let mut depth = 0;
            for node in nest(page(entries)) {
                prop_assert_eq!(node.depth, depth);
                prop_assert!(!(node.opens && node.closes > 0));
                depth += usize::from(node.opens);
                depth -= node.closes;
            }
            prop_assert_eq!(depth, 0);
        }

        #[test]
        fn a_page_holds_whole_threads_and_says_where_the_next_begins(entries in talk(400)) {
            let all = entries.len();
            let roots = entries.iter().filter(|entry| entry.parent.is_none()).count();
            let cut = cut(entries.clone());
            let shown = cut.entries.iter().filter(|entry| entry.parent.is_none()).count();
            prop_assert!(shown <= as_count(THREADS) && cut.entries.len() <= ENTRIES.max(as_count(OF_A_THREAD)));
            prop_assert_eq!(cut.later.is_some(), shown < roots);
            prop_assert!(all == 0 || shown > 0);
            for root in cut.entries.iter().filter(|entry| entry.parent.is_none()) {
                let whole = entries.iter().filter(|entry| entry.root == root.id).count();
                let here = cut.entries.iter().filter(|entry| entry.root == root.id).count();
                prop_assert_eq!(here, whole.min(as_count(OF_A_THREAD)));
                prop_assert_eq!(cut.longer.iter().any(|(longer, _)| *longer == root.id), here < whole);
                prop_assert!(cut.holds((root.created_at, root.id)));
            }
        }
    }

    #[test]
    fn an_answer_with_a_lower_number_than_its_question_stands_under_it() {
        let question = entry(9);
        let answer = Entry { root: CommentId(9), parent: Some(CommentId(9)), created_at: Timestamp(10), ..entry(4) };
        let nodes = nest(cut(vec![answer, question]));
        let order: Vec<_> = nodes.iter().map(|node| (node.entry.id.0, node.depth)).collect();
        assert_eq!(order, [(9, 0), (4, 1)]);
    }

    #[test]
    fn entries_that_answer_one_another_in_a_ring_are_all_shown() {
        let of = |id, parent| Entry { parent: Some(CommentId(parent)), ..entry(id) };
        let nodes = nest(page(vec![of(1, 2), of(2, 3), of(3, 1), entry(4)]));
        let mut ids: Vec<_> = nodes.iter().map(|node| node.entry.id.0).collect();
        ids.sort_unstable();
        assert_eq!(ids, [1, 2, 3, 4]);
    }

    #[test]
    fn siblings_stand_by_date_and_what_answers_nobody_here_says_so() {
        let under = |id, at| Entry { parent: Some(CommentId(1)), created_at: Timestamp(at), ..entry(id) };
        let lost = Entry { parent: Some(CommentId(77)), created_at: Timestamp(0), ..entry(5) };
        let nodes = nest(page(vec![entry(1), under(2, 30), under(3, 20), under(4, 20), lost]));
        let order: Vec<_> = nodes.iter().map(|node| (node.entry.id.0, node.names_parent)).collect();
        assert_eq!(order, [(5, true), (1, false), (3, false), (4, false), (2, false)]);
    }

    #[test]
    fn a_flat_page_leads_on_and_back() {
        let rows: Vec<Entry> = (1..=IN_A_ROW + 1).map(entry).collect();
        let key = |id| Some((Timestamp(id), CommentId(id)));
        let first = cut_flat(rows.clone(), Cursor::Start);
        assert_eq!((first.entries.len(), first.earlier, first.later), (as_count(IN_A_ROW), None, key(IN_A_ROW)));
        let last = cut_flat(rows[..3].to_vec(), Cursor::After(Timestamp(0), CommentId(0)));
        assert_eq!((last.entries.len(), last.earlier, last.later), (3, key(1), None));
        let turned: Vec<Entry> = rows.into_iter().rev().collect();
        let back = cut_flat(turned, Cursor::Before(Timestamp(500), CommentId(500)));
        assert_eq!((back.earlier, back.later), (key(2), key(IN_A_ROW + 1)));
        assert_eq!(back.entries[0].conversation, ConversationId(1));
        let beyond = cut_flat(vec![], Cursor::After(Timestamp(7), CommentId(7)));
        assert_eq!((beyond.earlier, beyond.later), (Some((Timestamp(7), CommentId(8))), None));
        let ahead = cut_flat(vec![], Cursor::Before(Timestamp(7), CommentId(7)));
        assert_eq!((ahead.earlier, ahead.later), (None, Some((Timestamp(7), CommentId(6)))));
    }
}
