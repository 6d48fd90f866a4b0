//! What a good question and a good answer to it are, what may be changed once people have answered, and which numbers are
//! too small to be shown.

use std::collections::BTreeSet;

use markup::characters::shows_something;

use super::{Choice, Draft, NoAnswer, NoChange, Picked, Question, Results};
use crate::{
    ids::{CommentId, MemberId, RowId, Timestamp},
    people::members::one_line,
};

/// No question is longer, in characters.
pub const LONGEST_QUESTION: usize = 300;
/// No answer to choose from is longer, in characters.
pub const LONGEST_OPTION: usize = 160;
/// No answer in words of one's own is longer, in characters.
pub const LONGEST_WORDS: usize = 120;
/// So many answers there are to choose from at most.
pub const MOST_OPTIONS: usize = 20;
/// Numbers below this may be kept from being shown; nobody asks for more.
pub const MOST_FEWEST: i64 = 50;

/// A text of one line as it is kept; empty if it shows nothing.
pub fn words(typed: &str) -> String {
    Some(one_line(typed)).filter(|line| shows_something(line)).unwrap_or_default()
}

/// How words of one's own are compared: whoever says the same says it in capitals, too.
pub fn key(words: &str) -> String {
    words.to_lowercase().trim_end_matches(['.', '!', '…']).trim().to_owned()
}

/// Who wrote a comment, as far as this question counts people: a member, a guest by their address, or by their name
/// where no address came along.
pub fn person(
    comment: CommentId,
    writer: Option<MemberId>,
    has_email: bool,
    picture: Option<i64>,
    name: &str,
) -> String {
    match (writer, picture) {
        (Some(member), _) => of_member(member),
        (None, Some(seed)) if has_email => format!("g{seed}"),
        (None, _) if !name.trim().is_empty() => format!("n{}", name.trim().to_lowercase()),
        (None, _) => format!("c{comment}"),
    }
}

/// A member, as people are counted.
pub fn of_member(member: MemberId) -> String {
    format!("m{member}")
}

/// What is picked of a question, if it can be an answer to it.
pub fn check(question: &Question, picked: &Picked) -> Result<(), NoAnswer> {
    let known: BTreeSet<RowId> = question.options.iter().map(|option| option.id).collect();
    if !picked.options.iter().all(|option| known.contains(option)) {
        return Err(NoAnswer::OptionGone);
    }
    if !picked.other.is_empty() && !question.open_text {
        return Err(NoAnswer::OptionGone);
    }
    if picked.other.chars().count() > LONGEST_WORDS {
        return Err(NoAnswer::TooLong);
    }
    match picked.options.len() + usize::from(!picked.other.is_empty()) {
        0 => Err(NoAnswer::Nothing),
        2.. if question.choice == Choice::One => Err(NoAnswer::OnlyOne),
        _ => Ok(()),
    }
}

/// What may become of a question that people have answered: it may be worded otherwise, and that is told, but it keeps
/// what it promised and what they chose. `chosen` are the answers that somebody has.
pub fn may_become(before: &Question, draft: &Draft, chosen: &BTreeSet<RowId>) -> Result<(), NoChange> {
    let stays = |option: &RowId| draft.options.iter().any(|(id, _)| *id == Some(*option));
    if !chosen.iter().all(stays) {
        return Err(NoChange::OptionAnswered);
    }
    if before.choice != draft.choice && draft.choice == Choice::One {
        return Err(NoChange::KindAnswered);
    }
    let shows_sooner = match (before.results, draft.results) {
        (Results::Open, _) => false,
        (Results::Answered, after) => after == Results::Open,
        (Results::End, after) => after != Results::End,
    };
    if shows_sooner || draft.fewest < before.fewest {
        return Err(NoChange::Promise);
    }
    Ok(())
}

/// Whether nobody answers any more.
pub fn is_over(question: &Question, now: Timestamp) -> bool {
    question.ends_at.is_some_and(|end| end <= now)
}

/// Which of these numbers are not shown, so that what fewer than `fewest` people answered is not known. Where everybody
/// counts in one of them, a single one that is missing could be reckoned from the whole: then others are missing, too.
pub fn withheld(counts: &[i64], fewest: i64, choice: Choice) -> Vec<bool> {
    let is_small = |count: i64| count > 0 && count < fewest;
    if !counts.iter().any(|count| is_small(*count)) {
        return vec![false; counts.len()];
    }
    let mut hidden: Vec<bool> = counts.iter().map(|count| *count < fewest).collect();
    if choice == Choice::Several {
        return hidden;
    }
    let mut order: Vec<usize> = (0..counts.len()).filter(|at| !hidden[*at]).collect();
    order.sort_by_key(|at| counts[*at]);
    for at in order {
        let missing: Vec<i64> =
            counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count).collect();
        if missing.len() > 1 && missing.iter().sum::<i64>() >= fewest {
            break;
        }
        hidden[at] = true;
    }
    hidden
}

/// So many of all, in whole percent.
pub const fn percent(count: i64, all: i64) -> i64 {
    if all == 0 { 0 } else { (200 * count + all) / (2 * all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_number_is_withheld_and_cannot_be_reckoned_from_the_others() {
        let one = |counts: &[i64]| withheld(counts, 3, Choice::One);
        assert_eq!(one(&[15, 7, 0, 4]), [false; 4], "nobody is no small number");
        assert_eq!(one(&[15, 7, 2]), [false, true, true], "24 less 15 less 7 would be 2");
        assert_eq!(one(&[15, 7, 0, 1, 1]), [false, true, true, true, true], "two would be one each");
        assert_eq!(one(&[9, 2, 2]), [false, true, true]);
        assert_eq!(one(&[4, 2]), [true, true]);
        assert_eq!(withheld(&[8, 6, 2], 3, Choice::Several), [false, false, true], "these do not add up to a whole");
        assert_eq!(withheld(&[1, 0], 0, Choice::One), [false, false]);
    }

    #[test]
    fn what_is_withheld_always_leaves_more_than_one_possibility() {
        for counts in (0..6_i64.pow(4)).map(|n| [n % 6, n / 6 % 6, n / 36 % 6, n / 216]) {
            for fewest in 2..5 {
                let hidden = withheld(&counts, fewest, Choice::One);
                let missing: Vec<i64> =
                    counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count).collect();
                let small = counts.iter().any(|count| *count > 0 && *count < fewest);
                let enough = missing.len() > 1 && missing.iter().sum::<i64>() >= fewest;
                assert!(!small || enough || missing.len() == counts.len(), "{counts:?} {fewest}");
            }
        }
    }

    #[test]
    fn percentages_are_rounded_and_may_add_up_to_more_than_a_hundred() {
        assert_eq!(
            (percent(8, 10), percent(6, 10), percent(15, 24), percent(1, 3), percent(0, 0)),
            (80, 60, 63, 33, 0)
        );
    }

    #[test]
    fn one_person_is_one_person() {
        let guest = |name, email, picture| person(CommentId(5), None, email, picture, name);
        assert_eq!(person(CommentId(5), Some(MemberId(7)), false, None, ""), "m7");
        assert_eq!(guest("Wanda", true, Some(9)), guest("W.", true, Some(9)));
        assert_ne!(guest("Wanda", false, Some(9)), guest("Bruno", false, Some(9)), "no address is nobody's address");
        assert_eq!(guest("Wanda", false, None), guest(" wanda ", false, Some(9)));
        assert_eq!(guest("", false, None), "c5");
        assert_eq!(key("Perhaps."), key("perhaps"));
    }
}
