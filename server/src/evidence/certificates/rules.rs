//! What it takes to finish a course, how far somebody is, and what a certificate says. Pure.

use std::{collections::BTreeMap, io::Read, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::ids::{ConversationId, Timestamp};

/// No name, role or line on a paper is longer, in characters.
pub const LONGEST_LINE: usize = 200;
/// No address of a provider is longer, in characters.
pub const LONGEST_ADDRESS: usize = 400;
/// No reason is longer, in characters.
pub const LONGEST_WHY: usize = 300;
/// No course asks for more posts or reviews.
pub const MOST_ASKED: i64 = 200;
/// No course has more contact time, in minutes: five hundred days, day and night.
pub const MOST_MINUTES: i64 = 500 * 24 * 60;
/// What codes are written with: no letter that is taken for a digit (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// So many signs a code has, in groups of four: a hundred bits.
const CODE_SIGNS: usize = 20;

/// So much is unpacked of a file that somebody holds out, in bytes, and so many parts of it.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
const MOST_STREAMS: usize = 2000;

/// Who sees to it that whoever finished gets a certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Awarding {
    /// Nobody: the course has no certificates.
    #[default]
    Off,
    /// They come by themselves.
    Automatic,
    /// An instructor signs each.
    Signed,
}

impl Awarding {
    /// In their order in the form.
    pub const ALL: [Self; 3] = [Self::Off, Self::Automatic, Self::Signed];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Automatic => "automatic",
            Self::Signed => "signed",
        }
    }

    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Off => "completion-off",
            Self::Automatic => "completion-automatic",
            Self::Signed => "completion-signed",
        }
    }
}

impl FromStr for Awarding {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|one| one.word() == word).ok_or("field-choose")
    }
}

/// What a paper is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// That somebody did all that a course asks.
    Certificate,
    /// What somebody took part in, who stopped earlier.
    Statement,
}

impl Kind {
    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Statement => "statement",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Certificate => "paper-certificate",
            Self::Statement => "paper-statement",
        }
    }
}

/// What it takes to finish a course besides its assignments, and what its certificates say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rule {
    /// Who sees to it that there are certificates.
    pub awarding: Awarding,
    /// In so many modules a post of one's own.
    pub posts: i64,
    /// So many reviews.
    pub reviews: i64,
    /// Contact time as planned, in minutes.
    pub minutes: Option<i64>,
    /// Who offers the course.
    pub provider: String,
    /// And where that is found.
    pub address: String,
    /// Who signs.
    pub signatory: String,
    /// As what.
    pub role: String,
    /// What a body that recognises the course has said of it; an organiser's word.
    pub approval: String,
    /// Which assignment shows which outcome: the outcome, and the number of the assignment.
    pub shown_by: Vec<(String, i64)>,
}

impl Rule {
    /// What is wrong with it: the field and the message that says so.
    pub fn wrong(&self) -> Vec<(&'static str, &'static str)> {
        let mut wrong = vec![];
        for (field, number) in [("posts", self.posts), ("reviews", self.reviews)] {
            if !(0..=MOST_ASKED).contains(&number) {
                wrong.push((field, "completion-number-wrong"));
            }
        }
        if self.minutes.is_some_and(|minutes| !(1..=MOST_MINUTES).contains(&minutes)) {
            wrong.push(("hours", "completion-hours-wrong"));
        }
        let lines = [
            ("provider", &self.provider, LONGEST_LINE),
            ("address", &self.address, LONGEST_ADDRESS),
            ("signatory", &self.signatory, LONGEST_LINE),
            ("role", &self.role, LONGEST_LINE),
            ("approval", &self.approval, LONGEST_LINE),
        ];
        for (field, line, longest) in lines {
            let is_needed = self.awarding != Awarding::Off && matches!(field, "provider" | "signatory" | "role");
            if is_needed && line.is_empty() {
                wrong.push((field, "field-required"));
            } else if line.chars().count() > longest {
                wrong.push((
                    field,
                    if longest == LONGEST_ADDRESS { "completion-long-400" } else { "completion-long-200" },
                ));
            }
        }
        wrong
    }
}

/// An assignment that is needed.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Task {
    /// Its number.
    pub id: ConversationId,
    /// What it is called.
    pub title: String,
    /// The last part of its address.
    pub slug: String,
    /// One of those of the same name is enough; empty: it stands alone.
    pub choice: String,
    /// When it opened.
    pub opened_at: Option<Timestamp>,
    /// Whether it is needed now.
    pub needed: bool,
}

/// Those that count: what is needed, and what was when the rule was saved, until somebody has seen whom it concerns. Once a
/// course is over, nobody waits for what never opened.
pub fn counted(tasks: Vec<Task>, saved: &[i64], is_over: bool) -> Vec<Task> {
    let counts = |task: &Task| (task.needed || saved.contains(&task.id.0)) && (task.opened_at.is_some() || !is_over);
    tasks.into_iter().filter(counts).collect()
}

/// What somebody did, in any order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Done {
    /// When they first handed each assignment in.
    pub handed_in: BTreeMap<ConversationId, Timestamp>,
    /// When their first post of each module was published.
    pub posts: Vec<Timestamp>,
    /// When they gave each review.
    pub reviews: Vec<Timestamp>,
    /// How many reviews they need not give, because there was nothing to review.
    pub excused: i64,
}

/// What a step asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// To hand an assignment in.
    Task(Task),
    /// To hand in one of several.
    Choice(String, Vec<Task>),
    /// Posts for modules.
    Posts,
    /// Reviews.
    Reviews,
}

/// Something that it takes, and how far somebody is with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// What it asks for.
    pub what: What,
    /// How much of that.
    pub asked: i64,
    /// How much of that is there, and never more than is asked.
    pub done: i64,
    /// When the last of it came, if all is there.
    pub at: Option<Timestamp>,
}

impl Step {
    /// Whether nothing of it is missing.
    pub const fn is_done(&self) -> bool {
        self.done >= self.asked
    }
}

/// All it takes, in the order of the course, and how far somebody is.
pub fn steps(rule: &Rule, tasks: &[Task], done: &Done) -> Vec<Step> {
    let mut steps: Vec<Step> = vec![];
    for task in tasks {
        let at = done.handed_in.get(&task.id).copied();
        let chosen = steps.iter_mut().find(|step| {
            !task.choice.is_empty() && matches!(&step.what, What::Choice(choice, _) if *choice == task.choice)
        });
        match chosen {
            Some(Step { what: What::Choice(_, tasks), done, at: before, .. }) => {
                tasks.push(task.clone());
                // The first of several is the one that was enough.
                *before = [*before, at].into_iter().flatten().min();
                *done = i64::from(before.is_some());
            }
            _ => {
                let what = if task.choice.is_empty() {
                    What::Task(task.clone())
                } else {
                    What::Choice(task.choice.clone(), vec![task.clone()])
                };
                steps.push(Step { what, asked: 1, done: i64::from(at.is_some()), at });
            }
        }
    }
    if rule.posts > 0 {
        steps.push(times(What::Posts, rule.posts, 0, &done.posts));
    }
    if rule.reviews > 0 {
        steps.push(times(What::Reviews, rule.reviews, done.excused.max(0), &done.reviews));
    }
    steps
}

/// A step that is done when enough of something is there.
fn times(what: What, asked: i64, excused: i64, at: &[Timestamp]) -> Step {
    let mut at = at.to_vec();
    at.sort_unstable();
    let needed = usize::try_from((asked - excused).max(0)).unwrap_or(usize::MAX);
    let done = i64::try_from(at.len()).unwrap_or(i64::MAX).saturating_add(excused).min(asked);
    let last = if at.len() >= needed { needed.checked_sub(1).and_then(|last| at.get(last)).copied() } else { None };
    Step { what, asked, done, at: last }
}

/// When somebody finished: when the last of all that is asked came. None: something is missing, or nothing is asked.
pub fn finished(steps: &[Step]) -> Option<Timestamp> {
    if steps.iter().all(Step::is_done) { steps.iter().filter_map(|step| step.at).max() } else { None }
}

/// The outcomes of a course that somebody has shown, and those they have not, or that nothing shows.
pub fn outcomes<'a>(all: &[&'a str], rule: &Rule, done: &Done) -> (Vec<&'a str>, Vec<&'a str>) {
    let is_met = |outcome: &&&str| {
        let by = rule.shown_by.iter().find(|(said, _)| said == **outcome);
        by.is_some_and(|(_, task)| done.handed_in.contains_key(&ConversationId(*task)))
    };
    let (met, open): (Vec<&&str>, Vec<&&str>) = all.iter().partition(is_met);
    (met.into_iter().copied().collect(), open.into_iter().copied().collect())
}

/// Whom a rule that is to be changed concerns, of those who take part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Concerned {
    /// They would have finished, and have not.
    pub gain: Vec<String>,
    /// They have finished and would not have, and hold no certificate.
    pub lose: Vec<String>,
}

/// What a change does to each: their name, whether they hold a certificate, whether they finished, and whether they would
/// have.
pub fn concerned(people: impl IntoIterator<Item = (String, bool, bool, bool)>) -> Concerned {
    let mut concerned = Concerned::default();
    for (name, holds, before, after) in people {
        match (holds, before, after) {
            (false, false, true) => concerned.gain.push(name),
            (false, true, false) => concerned.lose.push(name),
            _ => {}
        }
    }
    concerned
}

/// What a paper says, in the words of its day.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// The tag of the language it is written in.
    pub lang: String,
    /// What the course was called.
    pub title: String,
    /// Its first day, as all days here: yyyy-mm-dd.
    pub starts_on: String,
    /// Its last day.
    pub ends_on: String,
    /// When they finished; none: it is no certificate.
    pub finished_on: Option<String>,
    /// From when until when they took part, in a statement.
    pub took_part: Option<(String, String)>,
    /// When it was issued.
    pub issued_on: String,
    /// Contact time as planned, in minutes.
    pub minutes: Option<i64>,
    /// What its holder wrote down in their log of it, in minutes, if they want that in it.
    pub logged: Option<i64>,
    /// What it took, a line each; in a statement what there is of it.
    pub rule: Vec<String>,
    /// What they did, a line each, in a statement.
    pub activities: Vec<String>,
    /// What one can do afterwards; in a statement what of that was shown so far.
    pub outcomes: Vec<String>,
    /// In a statement: what the course works towards besides.
    pub other_outcomes: Vec<String>,
    /// Who offered it.
    pub provider: String,
    /// Where that is found.
    pub address: String,
    /// Who signed.
    pub signatory: String,
    /// As what.
    pub role: String,
    /// What a body said of the course.
    pub approval: String,
    /// What the community was called.
    pub community: String,
}

/// A code of these bytes, in groups of four.
pub fn code(bytes: &[u8; CODE_SIGNS]) -> String {
    let signs: Vec<char> = bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A code as somebody typed it, or the address that holds it, as it is kept; what can be no code is none.
pub fn typed_code(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_end_matches('/');
    let last = typed.rsplit('/').next().unwrap_or(typed);
    let mut bytes = [0; CODE_SIGNS];
    let mut count = 0;
    for sign in last.chars().filter(|sign| !sign.is_whitespace() && !"-–—‐.".contains(*sign)) {
        let sign = match sign.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        };
        let value = ALPHABET.iter().position(|known| char::from(*known) == sign)?;
        *bytes.get_mut(count)? = u8::try_from(value).unwrap_or_default();
        count += 1;
    }
    (count == CODE_SIGNS).then(|| code(&bytes))
}

/// The code that a file names as its own, by the address of its page, wherever that stands in it.
pub fn code_in(file: &[u8]) -> Option<String> {
    const BEFORE: &[u8] = b"/certificates/";
    let length = CODE_SIGNS + CODE_SIGNS / 4 - 1;
    let places = file.windows(BEFORE.len()).enumerate().filter(|(_, at)| *at == BEFORE);
    places.filter_map(|(at, _)| file.get(at + BEFORE.len()..at + BEFORE.len() + length)).find_map(|code| {
        let code = std::str::from_utf8(code).ok()?;
        typed_code(code).filter(|read| read == code)
    })
}

/// The same, also where the parts of a PDF are packed.
pub fn code_claimed(file: &[u8]) -> Option<String> {
    const BEGIN: &[u8] = b"stream";
    if let Some(code) = code_in(file) {
        return Some(code);
    }
    let (mut room, mut streams) = (MOST_UNPACKED, 0);
    let mut rest = file;
    while let Some(at) = rest.windows(BEGIN.len()).position(|at| at == BEGIN) {
        rest = &rest[at + BEGIN.len()..];
        let begin = rest.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
        // Packed parts begin so (RFC 1950).
        if rest.get(begin) != Some(&0x78) {
            continue;
        }
        streams += 1;
        if streams > MOST_STREAMS || room == 0 {
            return None;
        }
        let mut unpacked = vec![];
        // What ends in the middle may still name it.
        let _: Result<usize, _> = flate2::read::ZlibDecoder::new(&rest[begin..]).take(room).read_to_end(&mut unpacked);
        room = room.saturating_sub(u64::try_from(unpacked.len()).unwrap_or(room));
        if let Some(code) = code_in(&unpacked) {
            return Some(code);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn task(id: i64, choice: &str) -> Task {
        Task {
            id: ConversationId(id),
            title: format!("Task {id}"),
            slug: format!("task-{id}"),
            choice: choice.into(),
            opened_at: Some(Timestamp(1)),
            needed: true,
        }
    }

    fn done(handed_in: &[(i64, i64)], posts: &[i64], reviews: &[i64]) -> Done {
        Done {
            handed_in: handed_in.iter().map(|(task, at)| (ConversationId(*task), Timestamp(*at))).collect(),
            posts: posts.iter().copied().map(Timestamp).collect(),
            reviews: reviews.iter().copied().map(Timestamp).collect(),
            excused: 0,
        }
    }

    fn asks(posts: i64, reviews: i64) -> Rule {
        Rule { awarding: Awarding::Automatic, posts, reviews, ..Rule::default() }
    }

    #[test]
    fn somebody_finished_when_the_last_of_all_that_is_asked_came() {
        let tasks = [task(1, ""), task(2, "final"), task(3, "final")];
        let all = done(&[(1, 10), (3, 40)], &[5, 30, 20], &[7]);
        assert_eq!(finished(&steps(&asks(2, 1), &tasks, &all)), Some(Timestamp(40)));
        assert_eq!(
            finished(&steps(&asks(3, 1), &tasks, &done(&[(1, 10), (3, 12)], &[5, 30, 20], &[7]))),
            Some(Timestamp(30))
        );
        let few = steps(&asks(2, 2), &tasks, &all);
        assert_eq!(finished(&few), None);
        let missing: Vec<&What> = few.iter().filter(|step| !step.is_done()).map(|step| &step.what).collect();
        assert_eq!(missing, [&What::Reviews]);
    }

    #[test]
    fn one_of_a_choice_is_enough_and_the_first_of_them_counts() {
        let tasks = [task(1, "a"), task(2, ""), task(3, "a")];
        let both = steps(&Rule::default(), &tasks, &done(&[(1, 9), (2, 3), (3, 5)], &[], &[]));
        assert_eq!(both.len(), 2);
        assert_eq!(finished(&both), Some(Timestamp(5)));
    }

    #[test]
    fn a_course_that_asks_for_nothing_is_finished_by_nobody() {
        assert_eq!(finished(&steps(&Rule::default(), &[], &done(&[(1, 1)], &[1], &[1]))), None);
    }

    #[test]
    fn reviews_that_nobody_could_give_are_not_missing() {
        let mut two = done(&[(1, 4)], &[], &[9]);
        two.excused = 1;
        assert_eq!(finished(&steps(&asks(0, 2), &[task(1, "")], &two)), Some(Timestamp(9)));
        two.reviews.clear();
        two.excused = 5;
        assert_eq!(finished(&steps(&asks(0, 2), &[task(1, "")], &two)), Some(Timestamp(4)));
        two.handed_in.clear();
        assert_eq!(finished(&steps(&asks(0, 2), &[], &two)), None, "whoever did nothing finished nothing");
    }

    #[test]
    fn what_never_opened_is_waited_for_until_the_course_is_over() {
        let ahead = Task { opened_at: None, ..task(2, "") };
        let tasks = vec![task(1, ""), ahead];
        let first = done(&[(1, 5)], &[], &[]);
        assert_eq!(finished(&steps(&Rule::default(), &counted(tasks.clone(), &[], false), &first)), None);
        assert_eq!(finished(&steps(&Rule::default(), &counted(tasks, &[], true), &first)), Some(Timestamp(5)));
    }

    #[test]
    fn what_is_needed_no_longer_counts_until_the_rule_is_saved_again() {
        let tasks = vec![task(1, ""), Task { needed: false, ..task(2, "") }, Task { needed: false, ..task(3, "") }];
        let ids = |saved: &[i64]| counted(tasks.clone(), saved, false).iter().map(|task| task.id.0).collect::<Vec<_>>();
        assert_eq!(ids(&[]), [1]);
        assert_eq!(ids(&[2]), [1, 2]);
    }

    #[test]
    fn an_outcome_is_met_by_the_assignment_that_shows_it() {
        let rule = Rule { shown_by: vec![("Reads graphs".into(), 1), ("Draws one".into(), 2)], ..Rule::default() };
        let (met, open) = outcomes(&["Reads graphs", "Draws one", "Doubts"], &rule, &done(&[(1, 5)], &[], &[]));
        assert_eq!((met, open), (vec!["Reads graphs"], vec!["Draws one", "Doubts"]));
    }

    #[test]
    fn whom_a_change_concerns_holds_no_certificate() {
        let people =
            [("a", false, false, true), ("b", true, true, false), ("c", false, true, false), ("d", false, true, true)];
        let found = concerned(people.map(|(name, holds, before, after)| (name.to_owned(), holds, before, after)));
        assert_eq!(found, Concerned { gain: vec!["a".into()], lose: vec!["c".into()] });
    }

    #[test]
    fn what_certifies_says_who_signs_as_what() {
        let bare = Rule { awarding: Awarding::Signed, posts: -1, minutes: Some(0), ..Rule::default() };
        let fields: Vec<&str> = bare.wrong().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["posts", "hours", "provider", "signatory", "role"]);
        assert_eq!(Rule::default().wrong(), []);
    }

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        let made = code(&std::array::from_fn(|at| u8::try_from(at * 7 + 1).unwrap()));
        assert_eq!(typed_code(&made).as_deref(), Some(&*made));
        let loud = format!("  https://ex.org/certificates/{}/ ", made.to_uppercase().replace('0', "O"));
        assert_eq!(typed_code(&loud).as_deref(), Some(&*made));
        assert_eq!(typed_code(&made.replace('-', " ")).as_deref(), Some(&*made));
        for wrong in ["", "abcd", "u".repeat(20).as_str(), &format!("{made}0")] {
            assert_eq!(typed_code(wrong), None, "{wrong}");
        }
        let file = format!("%PDF /certificates/x /certificates/{made}/ endstream");
        assert_eq!(code_in(file.as_bytes()).as_deref(), Some(&*made));
        assert_eq!(code_in(b"%PDF /certificates/"), None);
    }

    proptest! {
        #[test]
        fn the_order_of_what_somebody_did_changes_nothing(
            mut posts in proptest::collection::vec(0_i64..50, 0..8),
            mut reviews in proptest::collection::vec(0_i64..50, 0..8),
            handed in proptest::collection::vec((1_i64..5, 0_i64..50), 0..6),
            asked in (0_i64..5, 0_i64..5),
        ) {
            let tasks = [task(1, ""), task(2, "x"), task(3, "x"), task(4, "")];
            let rule = asks(asked.0, asked.1);
            let one = steps(&rule, &tasks, &done(&handed, &posts, &reviews));
            prop_assert_eq!(&one, &steps(&rule, &tasks, &done(&handed, &posts, &reviews)));
            posts.reverse();
            reviews.reverse();
            let mut turned = tasks.to_vec();
            turned.reverse();
            let other = steps(&rule, &turned, &done(&handed, &posts, &reviews));
            prop_assert_eq!(finished(&one), finished(&other));
            prop_assert_eq!(one.iter().map(|step| step.done).sum::<i64>(), other.iter().map(|step| step.done).sum::<i64>());
        }

        #[test]
        fn who_has_finished_has_finished_however_much_they_do_besides(
            posts in proptest::collection::vec(0_i64..50, 0..8),
            more in proptest::collection::vec(50_i64..99, 0..8),
            asked in 1_i64..5,
        ) {
            let rule = asks(asked, 0);
            let before = finished(&steps(&rule, &[], &done(&[], &posts, &[])));
            let all: Vec<i64> = posts.iter().chain(&more).copied().collect();
            let after = finished(&steps(&rule, &[], &done(&[], &all, &[])));
            prop_assert_eq!(before.is_some(), posts.len() >= usize::try_from(asked).unwrap());
            if before.is_some() {
                prop_assert_eq!(before, after, "what comes later moves no day");
            }
        }

        #[test]
        fn codes_are_read_back(bytes in proptest::array::uniform20(any::<u8>())) {
            let made = code(&bytes);
            prop_assert_eq!(typed_code(&made), Some(made));
        }
    }
}
