//! How people are shared out among homerooms. Pure.

/// No homeroom is asked to hold more, or fewer, than this.
pub const SIZES: std::ops::RangeInclusive<i64> = 2..=500;
/// What a homeroom holds unless somebody says otherwise.
pub const USUAL_SIZE: i64 = 35;
/// A course has no more of them.
pub const MOST: i64 = 2_000;

/// How many people come into each homeroom, if none is to hold more than `size`: as few homerooms as that takes, and
/// sizes that differ by one at most.
pub fn split(people: usize, size: usize) -> Vec<usize> {
    let rooms = people.div_ceil(size.max(1));
    (0..rooms).map(|room| people / rooms + usize::from(room < people % rooms)).collect()
}

/// What homerooms are made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// Whoever chance brings together.
    Chance,
    /// People whose days are at the same time.
    Zone,
    /// People who read in the same language.
    Language,
}

impl By {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chance, Self::Zone, Self::Language];

    /// The word forms send it as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Chance => "chance",
            Self::Zone => "zone",
            Self::Language => "language",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Chance => "homerooms-by-chance",
            Self::Zone => "homerooms-by-zone",
            Self::Language => "homerooms-by-language",
        }
    }
}

impl std::str::FromStr for By {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|by| by.word() == word).ok_or("field-choose")
    }
}

/// How it stands with somebody in a course, by facts alone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum State {
    /// Not here for a week.
    Silent,
    /// Here this week, and behind what was asked for two weeks ago.
    Stuck,
    /// Neither of the others.
    Steady,
    /// Up to date, has written, and was answered.
    Thriving,
}

/// How long somebody is away before they count as silent, in days.
pub const SILENT_DAYS: i64 = 7;
/// Core items of modules that opened so long ago are asked for, in days.
pub const ASKED_DAYS: i64 = 14;

/// What is known of somebody for that.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Whether they were here within the last week.
    pub is_here: bool,
    /// Core items they have done.
    pub core: i64,
    /// Core items of modules that have been open for two weeks.
    pub asked: i64,
    /// Posts they wrote for the course.
    pub posts: i64,
    /// How many of these somebody answered.
    pub answered: i64,
}

impl Facts {
    /// How it stands.
    pub const fn state(self) -> State {
        if !self.is_here {
            State::Silent
        } else if self.core < self.asked {
            State::Stuck
        } else if self.posts > 0 && self.answered > 0 {
            State::Thriving
        } else {
            State::Steady
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homerooms_are_few_and_differ_by_one_at_most() {
        assert_eq!(split(363, 35), vec![33; 11]);
        assert_eq!(split(37, 35), vec![19, 18]);
        assert_eq!(split(35, 35), vec![35]);
        assert_eq!(split(36, 35), vec![18, 18]);
        assert_eq!(split(0, 35), Vec::<usize>::new());
        assert_eq!(split(1, 35), vec![1]);
        for people in 1..500 {
            for size in [2, 7, 35] {
                let rooms = split(people, size);
                let (most, fewest) = (rooms.iter().max().unwrap(), rooms.iter().min().unwrap());
                assert!(most - fewest <= 1 && *most <= size && rooms.iter().sum::<usize>() == people);
                assert_eq!(rooms.len(), people.div_ceil(size));
            }
        }
    }

    #[test]
    fn facts_say_who_is_silent_stuck_or_thriving() {
        let facts = Facts { is_here: true, core: 4, asked: 4, posts: 2, answered: 1 };
        assert_eq!(facts.state(), State::Thriving);
        assert_eq!(Facts { is_here: false, ..facts }.state(), State::Silent);
        assert_eq!(Facts { core: 3, ..facts }.state(), State::Stuck);
        assert_eq!(Facts { answered: 0, ..facts }.state(), State::Steady);
    }
}
