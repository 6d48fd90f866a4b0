//! What goes into an e-mail at once, and what waits for the digest.

use crate::links::notices::{Group, Kind, Notice, grouped};

/// So many groups stand in a digest; the rest is on the page.
pub const LARGEST_DIGEST: usize = 40;

/// How near something is to the member: what is addressed to them comes before what they only follow.
pub const fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Waiting | Kind::Mention | Kind::Answer => 0,
        Kind::Comment | Kind::Approved => 1,
        Kind::Said | Kind::Posted => 2,
    }
}

/// What is told of one conversation at once: one e-mail, so that a conversation is a thread.
#[derive(Debug)]
pub struct Single {
    /// What is told, as it stands in the bell; never empty.
    pub groups: Vec<Group>,
}

/// Parts what is to be told into so many e-mails, the nearest first, and the rest.
pub fn singles(notices: Vec<Notice>, most: usize) -> (Vec<Single>, Vec<Notice>) {
    let mut by_conversation: Vec<Vec<Notice>> = vec![];
    for notice in notices {
        match by_conversation.iter_mut().find(|some| some[0].conversation == notice.conversation) {
            Some(some) => some.push(notice),
            None => by_conversation.push(vec![notice]),
        }
    }
    by_conversation.sort_by_key(|some| {
        let nearest = some.iter().map(|notice| rank(notice.kind())).min().unwrap_or_default();
        (nearest, some.iter().map(|notice| notice.seq).min())
    });
    let rest = by_conversation.split_off(most.min(by_conversation.len()));
    let singles = by_conversation.into_iter().map(|notices| Single { groups: ranked(notices) }).collect();
    (singles, rest.into_iter().flatten().collect())
}

/// Groups as they stand in an e-mail: the nearest first, then the earliest.
pub fn ranked(notices: Vec<Notice>) -> Vec<Group> {
    let mut groups = grouped(notices);
    groups.sort_by_key(|group| (rank(group.kind()), group.first().seq));
    groups
}
