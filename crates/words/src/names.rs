//! Names as people look for them: by the beginning of any of their words, and with one slip.

use unicode_segmentation::UnicodeSegmentation;

use crate::{Run, fold::fold, parted, runs};

/// So many words of a name are kept, and so many beginnings in a script without spaces.
const MOST_PARTS: usize = 12;
/// Shorter ones are not forgiven a slip: nearly everything would be near.
const SHORTEST_FORGIVEN: usize = 4;
/// Longer ones would be kept under too many.
const LONGEST_FORGIVEN: usize = 24;

/// The words of a name, folded and without stems; in a script without spaces, all that begin anywhere in it.
pub fn name_parts(name: &str) -> Vec<String> {
    let mut parts = vec![];
    for Run { range, is_dense } in runs(name) {
        let text = &name[range];
        if is_dense {
            let run: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
            parts.extend(run.grapheme_indices(true).map(|(at, _)| fold(&run[at..])));
        } else {
            parts.extend(spaced_parts(text));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.truncate(MOST_PARTS);
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// What is typed of a name: each is a beginning of one of its parts.
pub fn typed_parts(typed: &str) -> Vec<String> {
    let mut parts = vec![];
    for Run { range, is_dense } in runs(typed) {
        let text = &typed[range];
        if is_dense {
            parts.push(fold(&text.chars().filter(|c| c.is_alphanumeric()).collect::<String>()));
        } else {
            parts.extend(spaced_parts(text));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.truncate(MOST_PARTS);
    parts
}

fn spaced_parts(text: &str) -> Vec<String> {
    let bounds = text.split_word_bounds().filter(|bound| bound.chars().any(char::is_alphanumeric));
    let parts = bounds.flat_map(|bound| parted(bound).into_iter().map(|range| &bound[range]));
    parts.map(|part| fold(part).chars().filter(|c| c.is_alphanumeric()).take(64).collect()).collect()
}

/// What a part of a name is kept under, so that it is found with one slip: itself, and itself with each letter left out.
/// What is typed is looked up under the same. Two that share one differ by two slips at most; see [`are_near`].
pub fn slips(part: &str) -> Vec<String> {
    let letters: Vec<char> = part.chars().collect();
    if !(SHORTEST_FORGIVEN..=LONGEST_FORGIVEN).contains(&letters.len()) {
        return vec![];
    }
    let mut slips = vec![part.to_owned()];
    for left_out in 0..letters.len() {
        slips.push(letters.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, c)| c).collect());
    }
    slips.sort_unstable();
    slips.dedup();
    slips
}

/// Whether two differ by one slip at most: a letter more, fewer or another, or two that changed places.
pub fn are_near(one: &str, other: &str) -> bool {
    strsim::osa_distance(one, other) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_the_beginning_of_each_of_its_words() {
        assert_eq!(name_parts("Ana María Ruiz-O’Brien"), ["ana", "maria", "obrien", "ruiz"]);
        assert_eq!(name_parts("Jürgen Groß"), ["gross", "jurgen"]);
        assert_eq!(name_parts("李小龙"), ["小龙", "李小龙", "龙"]);
        assert_eq!(typed_parts("小龙"), ["小龙"]);
        assert_eq!(name_parts("!!! 🦊"), Vec::<String>::new());
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        let found = |typed: &str, name: &str| {
            let kept = slips(name);
            slips(typed).iter().any(|slip| kept.contains(slip)) && are_near(typed, name)
        };
        for typed in ["jurgen", "jurgenn", "jugen", "jurgem", "juregn"] {
            assert!(found(typed, "jurgen"), "{typed}");
        }
        assert!(!found("jurman", "jurgen"));
        assert!(!found("ana", "anna"), "short ones would be near to nearly everything");
    }
}
