//! Who answers whom, while the comments of one post come by: in any order, to any depth.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use wxr::{Approved, Comment};

use crate::{
    ids::{CommentId, Timestamp},
    talk::comments::Imported,
};

/// Replies that wait for what they answer take no more memory than this, in bytes.
const HELD: usize = 32 * 1024 * 1024;

/// The comments of one post as far as they have come by.
#[derive(Default)]
pub struct Threads {
    placed: HashMap<u64, Placed>,
    /// Origins of entries that came by an earlier import and have no number.
    came: HashSet<String>,
    /// Comments of the file that are left out.
    gone: HashSet<u64>,
    /// Replies whose answered comment has not come by, in the order of the file, by the number of what they answer.
    held: HashMap<u64, BTreeMap<u64, Coming>>,
    held_bytes: usize,
    order: u64,
}

/// Where something stands.
#[derive(Clone, Copy)]
struct Placed {
    id: CommentId,
    root: CommentId,
    state: State,
    date: Option<Timestamp>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Shown,
    Waiting,
    /// It was approved on the old site after it came here, where it still waits, or it answers such a one.
    WaitingHere,
}

/// A comment that came by.
struct Coming {
    comment: Comment,
    kind: &'static str,
    origin: String,
}

/// A comment, and where it goes.
pub struct PlacedComment {
    /// As it came in the file.
    pub comment: Comment,
    /// The kind it is stored as.
    pub kind: &'static str,
    /// Where it comes from.
    pub origin: String,
    /// The number it gets, given out before anything is written, so that replies can name it.
    pub id: CommentId,
    /// What it hangs under: the comment it answers, and the top-level one; none for one that stands at the top.
    pub under: Option<(CommentId, CommentId)>,
    /// What it answers is gone, or cannot be seen.
    pub parent_lost: bool,
    /// Whether it waits for approval here.
    pub waits: bool,
    /// When it was written; without a date of its own, when what it answers was.
    pub date: Option<Timestamp>,
}

/// What became of a comment that came by.
pub enum Taken {
    /// These can be written: it, and those that waited for it.
    Placed(Vec<PlacedComment>),
    /// It waits for what it answers.
    Held,
    /// An earlier import brought it.
    Known,
    /// It stands twice in the file.
    Twice(Box<Comment>),
}

impl Threads {
    /// Threads that begin with what an earlier import brought.
    pub fn resumed(came: Vec<Imported>) -> Self {
        let mut threads = Self::default();
        for entry in came {
            let number = entry.origin.rsplit("#comment-").next().and_then(|number| number.parse().ok());
            let state = if entry.approved_at.is_some() { State::Shown } else { State::Waiting };
            match number {
                // It was hidden or taken back here: an answer under it would be out of sight.
                Some(number) if state == State::Shown && !entry.shown => {
                    threads.gone.insert(number);
                }
                Some(number) => {
                    threads
                        .placed
                        .insert(number, Placed { id: entry.id, root: entry.root, state, date: Some(entry.created_at) });
                }
                None => {}
            }
            threads.came.insert(entry.origin);
        }
        threads
    }

    /// Notes that a comment is left out: what answers it answers nothing.
    pub fn leave_out(&mut self, comment: &Comment) {
        self.gone.extend(comment.id);
    }

    /// Takes the next comment of the file.
    pub fn take(
        &mut self,
        comment: Comment,
        kind: &'static str,
        origin: String,
        new_id: impl FnMut() -> CommentId,
    ) -> Taken {
        if self.came.contains(&origin) {
            self.note_approval(&comment);
            return Taken::Known;
        }
        let own = comment.id;
        if own.is_some_and(|id| self.placed.contains_key(&id)) {
            return Taken::Twice(Box::new(comment));
        }
        match comment.parent.filter(|parent| own != Some(*parent)) {
            Some(parent) if !self.placed.contains_key(&parent) && !self.gone.contains(&parent) => {
                self.hold(parent, Coming { comment, kind, origin });
                Taken::Held
            }
            _ => Taken::Placed(self.place(Coming { comment, kind, origin }, new_id)),
        }
    }

    /// What answers it was written under something that could be seen, and waits with it until it is approved here too.
    fn note_approval(&mut self, comment: &Comment) {
        let placed = comment.id.and_then(|id| self.placed.get_mut(&id));
        if let Some(placed) =
            placed.filter(|placed| placed.state == State::Waiting && comment.approved == Approved::Yes)
        {
            placed.state = State::WaitingHere;
        }
    }

    fn hold(&mut self, parent: u64, coming: Coming) {
        self.held_bytes += weight(&coming);
        self.order += 1;
        self.held.entry(parent).or_default().insert(self.order, coming);
    }

    /// Whether so many replies wait that they have to be written without what they answer.
    pub const fn is_full(&self) -> bool {
        self.held_bytes > HELD
    }

    /// Places everything that still waits: replies to what never came by, and what hangs under them.
    pub fn rest(&mut self, mut new_id: impl FnMut() -> CommentId) -> Vec<PlacedComment> {
        let mut places = vec![];
        while !self.held.is_empty() {
            let ids: HashSet<u64> =
                self.held.values().flat_map(BTreeMap::values).filter_map(|coming| coming.comment.id).collect();
            let lost: Vec<u64> = self.held.keys().copied().filter(|parent| !ids.contains(parent)).collect();
            let lost = if lost.is_empty() { self.first_of_a_ring() } else { lost };
            let mut orphans = BTreeMap::new();
            for parent in lost {
                self.gone.insert(parent);
                orphans.extend(self.held.remove(&parent).unwrap_or_default());
            }
            for orphan in orphans.into_values() {
                self.held_bytes = self.held_bytes.saturating_sub(weight(&orphan));
                places.extend(self.place(orphan, &mut new_id));
            }
        }
        places
    }

    /// Comments that answer one another in a ring: the first of them in the file has to stand at the top.
    fn first_of_a_ring(&self) -> Vec<u64> {
        let first = self.held.iter().min_by_key(|(_, waiting)| waiting.keys().next().copied());
        first.map(|(parent, _)| *parent).into_iter().collect()
    }

    /// Places a comment, and what waited for it, and what waited for that.
    fn place(&mut self, coming: Coming, mut new_id: impl FnMut() -> CommentId) -> Vec<PlacedComment> {
        let mut places = vec![];
        let mut next = VecDeque::from([coming]);
        while let Some(Coming { comment, kind, origin }) = next.pop_front() {
            let id = new_id();
            let parent = comment.parent.and_then(|parent| self.placed.get(&parent)).copied();
            let state = match parent {
                _ if comment.approved != Approved::Yes => State::Waiting,
                Some(Placed { state: State::WaitingHere, .. }) => State::WaitingHere,
                _ => State::Shown,
            };
            let own_date = comment.date_gmt.map(|date| Timestamp(date.0));
            let date = own_date.or(parent.and_then(|parent| parent.date));
            // What hangs under something that cannot be seen could not be seen either.
            let parent = parent.filter(|parent| parent.state == State::Shown || state != State::Shown);
            if let Some(own) = comment.id {
                let root = parent.map_or(id, |parent| parent.root);
                self.placed.insert(own, Placed { id, root, state, date });
                let waited = self.held.remove(&own).unwrap_or_default();
                self.held_bytes = self.held_bytes.saturating_sub(waited.values().map(weight).sum());
                next.extend(waited.into_values());
            }
            places.push(PlacedComment {
                id,
                under: parent.map(|parent| (parent.id, parent.root)),
                parent_lost: comment.parent.is_some() && parent.is_none(),
                waits: state != State::Shown,
                date,
                kind,
                origin,
                comment,
            });
        }
        places
    }
}

/// What a comment takes in memory, about.
fn weight(coming: &Coming) -> usize {
    let comment = &coming.comment;
    let meta: usize = comment.meta.iter().map(|(key, value)| key.len() + value.len()).sum();
    300 + comment.content.len() + comment.author.len() + comment.author_url.len() + meta
}
