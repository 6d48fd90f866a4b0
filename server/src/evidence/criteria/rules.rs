//! What a badge is given for by itself: a rule over what somebody did here, and how far they are. Pure.

use std::{collections::BTreeSet, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::evidence::achievements::Repeats;

/// No rule has more conditions.
pub const MOST_CLAUSES: usize = 6;
/// No condition asks for more of anything.
pub const MOST: i64 = 1000;
/// By one rule nobody gets a badge more often.
pub const MOST_TIMES: i64 = 100;

/// What a condition looks at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Modules that somebody wrote a post for.
    Posted,
    /// Assignments that they handed something in for.
    HandedIn,
    /// One of these.
    HandedInThis,
    /// Assignments for which what they handed in was reviewed.
    Reviewed,
    /// One of these.
    ReviewedThis,
    /// Reviews that they gave.
    Gave,
    /// Others who thanked them.
    Thanked,
    /// Others whom they answered.
    Answered,
    /// A badge that they hold.
    Holds,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Posted,
        Self::HandedIn,
        Self::HandedInThis,
        Self::Reviewed,
        Self::ReviewedThis,
        Self::Gave,
        Self::Thanked,
        Self::Answered,
        Self::Holds,
    ];
    /// Those of which so many are asked.
    pub const COUNTED: [Self; 6] =
        [Self::Posted, Self::HandedIn, Self::Reviewed, Self::Gave, Self::Thanked, Self::Answered];

    /// The word it is sent and read as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Posted => "posted",
            Self::HandedIn => "handed-in",
            Self::HandedInThis => "handed-in-this",
            Self::Reviewed => "reviewed",
            Self::ReviewedThis => "reviewed-this",
            Self::Gave => "gave",
            Self::Thanked => "thanked",
            Self::Answered => "answered",
            Self::Holds => "holds",
        }
    }

    /// Whether it is about one thing, and not about so many.
    pub const fn is_of_one(self) -> bool {
        matches!(self, Self::HandedInThis | Self::ReviewedThis | Self::Holds)
    }

    /// The message that says what so many of it are, or what that one thing is.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Posted => "rule-posted",
            Self::HandedIn => "rule-handed-in",
            Self::HandedInThis => "rule-handed-in-this",
            Self::Reviewed => "rule-reviewed",
            Self::ReviewedThis => "rule-reviewed-this",
            Self::Gave => "rule-gave",
            Self::Thanked => "rule-thanked",
            Self::Answered => "rule-answered",
            Self::Holds => "rule-holds",
        }
    }

    /// The message that names it in a list to choose from.
    pub const fn choice_key(self) -> &'static str {
        match self {
            Self::Posted => "rule-choose-posted",
            Self::HandedIn => "rule-choose-handed-in",
            Self::HandedInThis => "rule-choose-handed-in-this",
            Self::Reviewed => "rule-choose-reviewed",
            Self::ReviewedThis => "rule-choose-reviewed-this",
            Self::Gave => "rule-choose-gave",
            Self::Thanked => "rule-choose-thanked",
            Self::Answered => "rule-choose-answered",
            Self::Holds => "rule-choose-holds",
        }
    }
}

impl FromStr for What {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|what| what.word() == word).ok_or("field-choose")
    }
}

/// One condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Clause {
    /// What it looks at.
    pub what: What,
    /// How many of it, or the number of that one thing.
    pub asks: i64,
}

/// Conditions, and how many of them are to be met.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// So many of them.
    pub need: usize,
    /// The conditions, in the order in which they are read.
    pub clauses: Vec<Clause>,
}

impl Rule {
    /// A rule of these conditions, each once; none to be met means all.
    ///
    /// # Errors
    /// The field and the message that says what is wrong with it.
    pub fn new(need: Option<usize>, clauses: Vec<Clause>) -> Result<Self, (&'static str, &'static str)> {
        if clauses.is_empty() {
            return Err(("what1", "rule-empty"));
        }
        for (at, clause) in clauses.iter().enumerate() {
            if clauses[..at].iter().any(|other| other.what == clause.what && other.is_same_thing(*clause)) {
                return Err(("form", "rule-twice"));
            }
        }
        let need = need.unwrap_or(clauses.len());
        if need == 0 || need > clauses.len() {
            return Err(("need", "rule-need-more"));
        }
        Ok(Self { need, clauses })
    }

    /// A rule as it is stored.
    pub fn read(stored: &str) -> Option<Self> {
        serde_json::from_str(stored).ok()
    }

    /// The same as it is stored.
    pub fn stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether all conditions are to be met.
    pub fn is_all(&self) -> bool {
        self.need >= self.clauses.len()
    }

    /// Whether any condition looks at this.
    pub fn asks(&self, what: What) -> bool {
        self.clauses.iter().any(|clause| clause.what == what)
    }

    /// How often somebody met it, in this scope.
    pub fn times(&self, facts: &Facts, scope: Scope) -> i64 {
        let mut each: Vec<i64> = self.clauses.iter().map(|clause| clause.times(facts, scope)).collect();
        each.sort_unstable_by(|one, other| other.cmp(one));
        let times = self.need.checked_sub(1).and_then(|at| each.get(at)).copied().unwrap_or_default();
        if times < i64::MAX {
            return times.min(MOST_TIMES);
        }
        // What is there or is not counts nothing by itself: then it is what else there is to count, or once.
        each.iter().copied().filter(|times| *times < i64::MAX).max().unwrap_or_default().clamp(1, MOST_TIMES)
    }

    /// How far somebody is with each condition, after so many times that they met it all.
    pub fn progress(&self, facts: &Facts, scope: Scope, times: i64) -> Vec<Step> {
        let step = |clause: &Clause| {
            let (have, need) = (facts.have(*clause, scope), clause.need());
            let used = if clause.what.is_of_one() { 0 } else { need.saturating_mul(times) };
            Step { clause: *clause, have: (have - used).clamp(0, need), need }
        };
        self.clauses.iter().map(step).collect()
    }
}

impl Clause {
    fn is_same_thing(self, other: Self) -> bool {
        !self.what.is_of_one() || self.asks == other.asks
    }

    /// How many it takes.
    pub fn need(self) -> i64 {
        if self.what.is_of_one() { 1 } else { self.asks.max(1) }
    }

    fn times(self, facts: &Facts, scope: Scope) -> i64 {
        let have = facts.have(self, scope);
        match self.what.is_of_one() {
            true if have > 0 => i64::MAX,
            true => 0,
            false => have / self.need(),
        }
    }
}

/// How far somebody is with one condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// The condition.
    pub clause: Clause,
    /// How many of it there are, up to what it takes.
    pub have: i64,
    /// How many it takes.
    pub need: i64,
}

impl Step {
    /// Whether it is met.
    pub const fn is_done(&self) -> bool {
        self.have >= self.need
    }
}

/// Where what somebody did counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Scope {
    /// Everywhere here.
    Everywhere,
    /// In this course.
    Course(i64),
}

/// Something that one person did.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fact {
    /// What kind of thing it is.
    pub what: What,
    /// In which course; 0: in all places together. What is of people is known of both, since somebody may be met in two.
    pub course: i64,
    /// Which module, assignment or badge; 0: none.
    pub thing: i64,
    /// How many.
    pub count: i64,
}

/// What one person did here, as far as others may know of it.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The courses they take part in now.
    pub courses: BTreeSet<i64>,
    /// What they did, in no order.
    pub done: Vec<Fact>,
}

impl Facts {
    /// How many there are of what a condition looks at.
    pub fn have(&self, clause: Clause, scope: Scope) -> i64 {
        let of = |what: What| self.done.iter().filter(move |fact| fact.what == what);
        let is_in = |fact: &&Fact| match scope {
            Scope::Everywhere => true,
            Scope::Course(course) => fact.course == course,
        };
        let number = match scope {
            Scope::Everywhere => 0,
            Scope::Course(course) => course,
        };
        let count = |things: usize| i64::try_from(things).unwrap_or(i64::MAX);
        match clause.what {
            What::Posted | What::HandedIn | What::Reviewed => {
                let things: BTreeSet<i64> = of(clause.what).filter(is_in).map(|fact| fact.thing).collect();
                count(things.len())
            }
            What::HandedInThis => i64::from(of(What::HandedIn).any(|fact| fact.thing == clause.asks)),
            What::ReviewedThis => i64::from(of(What::Reviewed).any(|fact| fact.thing == clause.asks)),
            What::Holds => i64::from(of(What::Holds).any(|fact| fact.thing == clause.asks)),
            What::Gave => of(What::Gave).filter(is_in).map(|fact| fact.count).sum(),
            What::Thanked | What::Answered => {
                of(clause.what).filter(|fact| fact.course == number).map(|fact| fact.count).max().unwrap_or_default()
            }
        }
    }
}

/// A badge that a rule gives.
#[derive(Clone, Debug)]
pub struct Badge {
    /// The course it belongs to; none: the community.
    pub course: Option<i64>,
    /// How often one person can have it.
    pub repeats: Repeats,
}

impl Badge {
    /// Where what somebody did counts for it: their course, each of their courses, or everywhere.
    pub fn scopes(&self, facts: &Facts) -> Vec<Scope> {
        match (self.course, self.repeats) {
            (Some(course), _) if facts.courses.contains(&course) => vec![Scope::Course(course)],
            (Some(_), _) => vec![],
            (None, Repeats::Run) => facts.courses.iter().map(|course| Scope::Course(*course)).collect(),
            (None, _) => vec![Scope::Everywhere],
        }
    }
}

/// What somebody had of a badge, whoever gave it, and also if it was taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Had {
    /// What they cannot have twice.
    pub once: String,
    /// Whether they do not want it.
    pub is_declined: bool,
}

/// What is to be given to somebody.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Due {
    /// In which course.
    pub course: Option<i64>,
    /// What they cannot have twice.
    pub once: String,
}

/// What a rule gives somebody who did this and had that. What they had once is not given again, also if it was taken back;
/// and nothing to somebody who declined the badge.
pub fn due(rule: &Rule, badge: &Badge, facts: &Facts, had: &[Had]) -> Vec<Due> {
    if had.iter().any(|had| had.is_declined) {
        return vec![];
    }
    let mut all = vec![];
    for scope in badge.scopes(facts) {
        let course = match scope {
            Scope::Course(course) => Some(course),
            Scope::Everywhere => None,
        };
        let times = rule.times(facts, scope);
        let mut give = |once: String| {
            if !had.iter().any(|had| had.once == once) {
                all.push(Due { course, once });
            }
        };
        match badge.repeats {
            Repeats::Person if times > 0 => give(String::new()),
            Repeats::Run if times > 0 => give(course.map(|course| course.to_string()).unwrap_or_default()),
            Repeats::Person | Repeats::Run => {}
            Repeats::Time => (1..=times).for_each(|time| give(format!("rule {time}"))),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HERE: i64 = 7;

    fn fact(what: What, thing: i64) -> Fact {
        Fact { what, course: HERE, thing, count: 1 }
    }

    fn did(done: Vec<Fact>) -> Facts {
        Facts { courses: BTreeSet::from([HERE, 8]), done }
    }

    fn rule(need: Option<usize>, clauses: &[(What, i64)]) -> Rule {
        Rule::new(need, clauses.iter().map(|(what, asks)| Clause { what: *what, asks: *asks }).collect()).unwrap()
    }

    #[test]
    fn all_of_is_met_by_all_and_some_of_by_some() {
        let facts =
            did(vec![fact(What::Posted, 1), fact(What::Posted, 2), fact(What::Posted, 2), fact(What::HandedIn, 5)]);
        let both = [(What::Posted, 3), (What::HandedInThis, 5)];
        assert_eq!(rule(None, &both).times(&facts, Scope::Course(HERE)), 0);
        assert_eq!(rule(Some(1), &both).times(&facts, Scope::Course(HERE)), 1);
        assert_eq!(rule(None, &[(What::Posted, 2)]).times(&facts, Scope::Course(HERE)), 1);
        assert_eq!(rule(None, &[(What::Posted, 1)]).times(&facts, Scope::Course(8)), 0, "elsewhere is not here");
        assert_eq!(rule(None, &[(What::Posted, 2)]).times(&facts, Scope::Everywhere), 1);
        let steps = rule(None, &both).progress(&facts, Scope::Course(HERE), 0);
        assert_eq!(steps.iter().map(|step| (step.have, step.need)).collect::<Vec<_>>(), [(2, 3), (1, 1)]);
    }

    #[test]
    fn somebody_met_in_two_courses_is_one_person() {
        let of = |course, count| Fact { what: What::Thanked, course, thing: 0, count };
        let facts = did(vec![of(HERE, 2), of(8, 2), of(0, 3)]);
        let thanked = Clause { what: What::Thanked, asks: 4 };
        assert_eq!((facts.have(thanked, Scope::Everywhere), facts.have(thanked, Scope::Course(8))), (3, 2));
    }

    #[test]
    fn the_setting_decides_how_often_a_rule_gives() {
        let posts = (1..=7).map(|module| fact(What::Posted, module)).collect();
        let other = Fact { course: 8, ..fact(What::Posted, 11) };
        let facts = did([posts, vec![other, Fact { thing: 12, ..other }, Fact { thing: 13, ..other }]].concat());
        let three = rule(None, &[(What::Posted, 3)]);
        let given = |course, repeats, had: &[Had]| due(&three, &Badge { course, repeats }, &facts, had).len();
        assert_eq!(given(None, Repeats::Person, &[]), 1);
        assert_eq!(given(None, Repeats::Run, &[]), 2);
        assert_eq!(given(None, Repeats::Time, &[]), 3);
        assert_eq!(given(Some(HERE), Repeats::Time, &[]), 2);
        assert_eq!(given(Some(9), Repeats::Person, &[]), 0, "they are not in it");
        // By hand, too.
        let by_hand = |once: &str| [Had { once: once.into(), is_declined: false }];
        assert_eq!(given(None, Repeats::Person, &by_hand("")), 0);
        assert_eq!(given(None, Repeats::Run, &by_hand("7")), 1);
        assert_eq!(given(None, Repeats::Time, &by_hand("award 5")), 3);
        let declined = [Had { once: "award 5".into(), is_declined: true }];
        for repeats in Repeats::ALL {
            assert_eq!(given(None, *repeats, &declined), 0);
        }
    }

    #[test]
    fn a_rule_that_cannot_be_met_is_not_one() {
        let clause = |what, asks| Clause { what, asks };
        let one = clause(What::Posted, 3);
        assert_eq!(Rule::new(None, vec![]), Err(("what1", "rule-empty")));
        assert_eq!(Rule::new(Some(2), vec![one]), Err(("need", "rule-need-more")));
        assert_eq!(Rule::new(Some(0), vec![one]), Err(("need", "rule-need-more")));
        assert_eq!(Rule::new(None, vec![one, clause(What::Posted, 4)]), Err(("form", "rule-twice")));
        let these = vec![clause(What::HandedInThis, 4), clause(What::HandedInThis, 5)];
        let rule = Rule::new(None, these).unwrap();
        assert_eq!(Rule::read(&rule.stored()), Some(rule));
        assert_eq!(Rule::read("of course"), None);
        for what in What::ALL {
            assert_eq!(what.word().parse(), Ok(what));
        }
    }

    fn facts() -> impl Strategy<Value = Vec<Fact>> {
        let what = prop::sample::select(vec![What::Posted, What::HandedIn, What::Reviewed, What::Gave, What::Holds]);
        let one = (what, prop::sample::select(vec![HERE, 8]), 1_i64..6, 1_i64..4);
        prop::collection::vec(one.prop_map(|(what, course, thing, count)| Fact { what, course, thing, count }), 0..25)
    }

    fn rules() -> impl Strategy<Value = Rule> {
        let clause =
            (prop::sample::select(What::ALL.to_vec()), 1_i64..6).prop_map(|(what, asks)| Clause { what, asks });
        (prop::collection::vec(clause, 1..5), 1_usize..5)
            .prop_map(|(clauses, need)| Rule { need: need.min(clauses.len()), clauses })
    }

    fn badges() -> impl Strategy<Value = Badge> {
        let course = prop::sample::select(vec![None, Some(HERE), Some(9)]);
        (course, prop::sample::select(Repeats::ALL.to_vec())).prop_map(|(course, repeats)| Badge { course, repeats })
    }

    fn given(rule: &Rule, badge: &Badge, facts: &Facts, had: &mut Vec<Had>) -> Vec<Due> {
        let due = due(rule, badge, facts, had);
        had.extend(due.iter().map(|due| Had { once: due.once.clone(), is_declined: false }));
        due
    }

    proptest! {
        #[test]
        fn nothing_is_given_twice_and_looking_again_gives_nothing(done in facts(), rule in rules(), badge in badges()) {
            let (facts, mut had) = (did(done), vec![]);
            let first = given(&rule, &badge, &facts, &mut had);
            let different: BTreeSet<&str> = first.iter().map(|due| due.once.as_str()).collect();
            prop_assert_eq!(different.len(), first.len());
            prop_assert!(given(&rule, &badge, &facts, &mut had).is_empty());
        }

        #[test]
        fn the_order_in_which_things_happen_does_not_matter(
            (done, other) in facts().prop_flat_map(|done| (Just(done.clone()), Just(done).prop_shuffle())),
            rule in rules(),
            badge in badges(),
        ) {
            // One after the other, looked at after each, in two orders; and all at once.
            let mut all = vec![];
            for order in [done.clone(), other] {
                let mut had = vec![];
                for until in 0..=order.len() {
                    given(&rule, &badge, &did(order[..until].to_vec()), &mut had);
                }
                all.push(had.into_iter().map(|had| had.once).collect::<BTreeSet<_>>());
            }
            let mut had = vec![];
            given(&rule, &badge, &did(done), &mut had);
            all.push(had.into_iter().map(|had| had.once).collect());
            prop_assert_eq!(&all[0], &all[1]);
            prop_assert_eq!(&all[0], &all[2]);
        }

        #[test]
        fn who_is_as_far_as_they_can_be_has_met_it(done in facts(), rule in rules()) {
            let facts = did(done);
            for scope in [Scope::Everywhere, Scope::Course(HERE)] {
                let met = rule.progress(&facts, scope, 0).iter().filter(|step| step.is_done()).count();
                prop_assert_eq!(met >= rule.need, rule.times(&facts, scope) > 0);
            }
        }

        #[test]
        fn what_is_stored_is_read_again(rule in rules()) {
            prop_assert_eq!(Rule::read(&rule.stored()), Some(rule));
        }
    }
}
