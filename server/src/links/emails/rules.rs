//! What goes into an e-mail at once, and what waits for the digest.

use sha2::{Digest, Sha256};

use crate::{
    links::notices::{Group, Kind, Notice, grouped},
    talk::news::Span,
};

/// So many groups stand in a digest; the rest waits for the next.
pub const LARGEST_DIGEST: usize = 40;

/// How near something is to the member: what is addressed to them comes before what they only follow.
pub const fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Held
        | Kind::Waiting
        | Kind::Mention
        | Kind::Answer
        | Kind::Reviewed
        | Kind::Review
        | Kind::Thanked
        | Kind::Extended
        | Kind::Written
        | Kind::Invited
        | Kind::Asked
        | Kind::LetIn
        | Kind::Archive
        | Kind::Agreement
        | Kind::Awarded
        | Kind::Certified
        | Kind::Earned
        | Kind::BadgeAsked
        | Kind::BadgeAnswered
        | Kind::Reissued
        | Kind::Reported
        | Kind::Outcome => 0,
        Kind::Comment | Kind::Approved | Kind::Announcement => 1,
        Kind::Said | Kind::Posted => 2,
    }
}

/// Parts what is to be told into so many e-mails, the nearest first, each about one conversation, so that it is a thread;
/// and the rest.
pub fn singles(notices: Vec<Notice>, most: usize) -> (Vec<Vec<Group>>, Vec<Notice>) {
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
    (by_conversation.into_iter().map(ranked).collect(), rest.into_iter().flatten().collect())
}

/// Groups as they stand in an e-mail: the nearest first, then the earliest.
pub fn ranked(notices: Vec<Notice>) -> Vec<Group> {
    let mut groups = grouped(notices);
    groups.sort_by_key(|group| (rank(group.kind()), group.first().seq));
    groups
}

/// How far digests come in the order of news by one that covered a span: to its end, or to where something begins that has
/// to wait for the next. What was told after that is not told again.
pub fn come_to((from, until): Span, waits: &[i64]) -> i64 {
    waits.iter().min().map_or(until, |first| (first - 1).clamp(from, until))
}

/// What a piece of news says.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Words {
    /// Its place in the order of news.
    pub seq: i64,
    /// What that happened in is called.
    pub title: String,
    /// What was said, as HTML; empty where nothing was.
    pub html: String,
}

/// What an e-mail says whose words were changed while it was written.
const OUTDATED: i64 = 0;

/// What news say, as a number: another one as soon as anything in them is worded otherwise.
pub fn number(words: &[Words]) -> i64 {
    let mut hash = Sha256::new();
    for Words { seq, title, html } in words {
        hash.update(seq.to_le_bytes());
        for text in [title, html] {
            hash.update(text.len().to_le_bytes());
            hash.update(text);
        }
    }
    let whole = hash.finalize();
    i64::from_le_bytes(std::array::from_fn(|at| whole[at]))
}

/// The same for an e-mail that is made of these groups, of which this is what they say now. Where that is no longer what was
/// read before, it is written anew before it leaves.
pub fn number_of(groups: &[Group], words: &[Words]) -> i64 {
    let stands = |notice: &Notice| {
        notice.html.is_empty() || words.iter().any(|it| it.seq == notice.seq && it.html == notice.html)
    };
    let all_stand = groups.iter().flat_map(|group| &group.notices).all(stands);
    if all_stand { number(words) } else { OUTDATED }
}

#[cfg(test)]
mod tests {
    use super::{Words, come_to, number};

    #[test]
    fn what_is_worded_otherwise_has_another_number() {
        let words = |title: &str, html: &str| vec![Words { seq: 7, title: title.into(), html: html.into() }];
        let one = number(&words("Week one", "<p>Yes.</p>"));
        assert_eq!(one, number(&words("Week one", "<p>Yes.</p>")));
        let others = [
            words("Week one", "<p>No.</p>"),
            words("Week 1", "<p>Yes.</p>"),
            words("Week one<p>", "Yes.</p>"),
            words("Week one", ""),
            vec![],
        ];
        for other in others {
            assert_ne!(one, number(&other), "{other:?}");
        }
    }

    #[test]
    fn what_has_to_wait_is_in_the_next_span() {
        assert_eq!(come_to((10, 20), &[]), 20);
        assert_eq!(come_to((10, 20), &[15, 13]), 12);
        assert_eq!(come_to((10, 20), &[11]), 10);
        assert_eq!(come_to((10, 20), &[4]), 10, "never back");
    }
}
