//! How people are shared out among homerooms. Pure.

use std::{cmp::Reverse, collections::HashMap};

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

/// How many of so many people come to each homeroom, if each goes to the smallest.
pub fn to_the_smallest(people: usize, taken: &[i64]) -> Vec<usize> {
    let mut free = vec![0; taken.len()];
    for _ in 0..people {
        let size = |room: &usize| (taken[*room] + i64::try_from(free[*room]).unwrap_or(i64::MAX), *room);
        if let Some(smallest) = (0..taken.len()).min_by_key(size) {
            free[smallest] += 1;
        }
    }
    free
}

/// How many colleagues of each kind are in a homeroom.
pub type Colleagues = HashMap<String, usize>;

/// Who comes to which homeroom, as its place in the list: `people` by where they work, empty where that is not known,
/// and for each homeroom how many it takes and who is in it already. Colleagues come together as far as sizes allow.
pub fn together(people: &[&str], free: &[usize], there: &[Colleagues]) -> Vec<usize> {
    let mut free = free.to_vec();
    let mut placed = vec![0; people.len()];
    let mut rest = vec![];
    for (workplace, group) in groups(people) {
        let is_met = there.iter().any(|room| room.contains_key(workplace));
        if workplace.is_empty() || (group.len() == 1 && !is_met) {
            rest.extend(group);
            continue;
        }
        let mut group = &group[..];
        let met = |room: usize| there.get(room).and_then(|room| room.get(workplace)).copied().unwrap_or_default();
        let mut chosen: Option<usize> = None;
        while !group.is_empty() {
            // Where the most colleagues are; else the narrowest that holds all of them; else the widest.
            let fit = |room: &usize| {
                (
                    Reverse(met(*room)),
                    free[*room] < group.len(),
                    match free[*room] {
                        free if free < group.len() => usize::MAX - free,
                        free => free,
                    },
                )
            };
            let open = (0..free.len()).filter(|room| free[*room] > 0 && chosen != Some(*room));
            let Some(room) = open.min_by_key(fit) else { break };
            let (here, others) = group.split_at(free[room].min(group.len()));
            for person in here {
                placed[*person] = room;
            }
            free[room] -= here.len();
            (group, chosen) = (others, Some(room));
        }
    }
    let seats = free.iter().enumerate().flat_map(|(room, free)| std::iter::repeat_n(room, *free));
    for (person, room) in rest.into_iter().zip(seats) {
        placed[person] = room;
    }
    placed
}

/// As [`together`], with colleagues as far apart as sizes allow.
pub fn apart(people: &[&str], free: &[usize], there: &[Colleagues]) -> Vec<usize> {
    let mut free = free.to_vec();
    let mut placed = vec![0; people.len()];
    for (workplace, group) in groups(people) {
        let mut met: Vec<usize> = (0..free.len())
            .map(|room| there.get(room).and_then(|room| room.get(workplace)).copied().unwrap_or(0))
            .collect();
        if workplace.is_empty() {
            met.fill(0);
        }
        for person in group {
            let open = (0..free.len()).filter(|room| free[*room] > 0);
            let Some(room) = open.min_by_key(|room| (met[*room], Reverse(free[*room]), *room)) else { break };
            placed[person] = room;
            free[room] -= 1;
            met[room] += usize::from(!workplace.is_empty());
        }
    }
    placed
}

/// People by where they work, the most first, in the order they came; those of whom it is not known come last.
fn groups<'a>(people: &[&'a str]) -> Vec<(&'a str, Vec<usize>)> {
    let mut groups: HashMap<&str, Vec<usize>> = HashMap::new();
    for (person, workplace) in people.iter().enumerate() {
        groups.entry(workplace).or_default().push(person);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(workplace, group)| (workplace.is_empty(), Reverse(group.len()), group[0]));
    groups
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
    /// People who say the same workplace.
    Together,
    /// Each of them with others.
    Apart,
}

impl By {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Chance, Self::Zone, Self::Language, Self::Together, Self::Apart];

    /// The word forms send it as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Chance => "chance",
            Self::Zone => "zone",
            Self::Language => "language",
            Self::Together => "together",
            Self::Apart => "apart",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Chance => "homerooms-by-chance",
            Self::Zone => "homerooms-by-zone",
            Self::Language => "homerooms-by-language",
            Self::Together => "homerooms-together",
            Self::Apart => "homerooms-apart",
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

    /// People of workplaces of these sizes, and so many who say none, as one is dealt after the other.
    fn crowd(sizes: &[usize], others: usize) -> Vec<String> {
        let of = |(name, size): (usize, &usize)| vec![format!("workplace {name}"); *size];
        let mut all: Vec<String> = sizes.iter().enumerate().flat_map(of).collect();
        all.extend(vec![String::new(); others]);
        // Any order will do, as long as colleagues do not stand beside one another.
        (0..all.len()).map(|at| all[(at * 7919) % all.len()].clone()).collect()
    }

    /// How many of each workplace are in each room.
    fn rooms(people: &[String], placed: &[usize], count: usize) -> Vec<HashMap<String, usize>> {
        let mut rooms = vec![HashMap::new(); count];
        for (person, room) in people.iter().zip(placed) {
            *rooms[*room].entry(person.clone()).or_default() += 1;
        }
        rooms
    }

    #[test]
    fn colleagues_come_together_or_apart_and_sizes_stay_even() {
        for (sizes, others, size) in [
            (&[5, 4, 3, 2, 2][..], 19, 7),
            (&[40, 3, 3, 3][..], 21, 35),
            (&[1, 1, 1][..], 30, 8),
            (&[9][..], 0, 4),
            (&[][..], 12, 5),
            (&[6, 6, 6, 6, 6][..], 0, 10),
        ] {
            let people = crowd(sizes, others);
            let workplaces: Vec<&str> = people.iter().map(String::as_str).collect();
            let free = split(people.len(), size);
            for placing in [together, apart] {
                let placed = placing(&workplaces, &free, &[]);
                let mut counts = vec![0; free.len()];
                for room in &placed {
                    counts[*room] += 1;
                }
                assert_eq!(counts, free, "everybody has a place, and each room what it takes");
            }
            let apart = rooms(&people, &apart(&workplaces, &free, &[]), free.len());
            for (name, count) in sizes.iter().enumerate() {
                let most = apart.iter().filter_map(|room| room.get(&format!("workplace {name}"))).max().unwrap();
                assert!(*most <= count.div_ceil(free.len()), "{sizes:?} {apart:?}");
            }
            let together = rooms(&people, &together(&workplaces, &free, &[]), free.len());
            for (name, count) in sizes.iter().enumerate() {
                let where_they_are = together.iter().filter(|room| room.contains_key(&format!("workplace {name}")));
                assert!(where_they_are.count() <= count.div_ceil(free[free.len() - 1]) + 1, "{sizes:?} {together:?}");
            }
        }
        // Three colleagues among others fit into one room, and are in one.
        let people = crowd(&[3, 2], 5);
        let workplaces: Vec<&str> = people.iter().map(String::as_str).collect();
        let placed = rooms(&people, &together(&workplaces, &[5, 5], &[]), 2);
        assert!(placed.iter().any(|room| room.get("workplace 0") == Some(&3)), "{placed:?}");
        assert!(placed.iter().any(|room| room.get("workplace 1") == Some(&2)), "{placed:?}");
    }

    #[test]
    fn whoever_comes_late_meets_their_colleagues_or_does_not() {
        let there = [Colleagues::new(), Colleagues::from([("school".to_owned(), 2)])];
        assert_eq!(to_the_smallest(3, &[4, 3]), [1, 2]);
        assert_eq!(together(&["school"], &[1, 1], &there), [1]);
        assert_eq!(apart(&["school"], &[1, 1], &there), [0]);
        // Sizes come first.
        assert_eq!(together(&["school"], &[1, 0], &there), [0]);
        assert_eq!(apart(&["school"], &[0, 1], &there), [1]);
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
