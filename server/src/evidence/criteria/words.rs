//! Rules in words.

use super::{Clause, Names, Rule};
use crate::{
    evidence::achievements::{Achievement, Repeats},
    kit::i18n::Locale,
};

/// A condition in words, such as "Posts for 3 modules". What a reader may not know the name of is not named.
pub fn clause(t: &Locale, clause: Clause, names: &Names) -> String {
    let key = clause.what.key();
    if !clause.what.is_of_one() {
        return t.count(key, clause.asks);
    }
    match names.get(&clause.asks) {
        Some(name) => t.with(key, "name", name.as_str()),
        None => t.say(&format!("{key}-unnamed")),
    }
}

/// How many of the conditions are to be met, in words.
pub fn need(t: &Locale, rule: &Rule) -> String {
    if rule.clauses.len() == 1 {
        return t.say("rule-one");
    }
    let need = i64::try_from(rule.need).unwrap_or(i64::MAX);
    if rule.is_all() { t.say("rule-all") } else { t.count("rule-some", need) }
}

/// All conditions in words.
pub fn lines(t: &Locale, rule: &Rule, names: &Names) -> Vec<String> {
    rule.clauses.iter().map(|it| clause(t, *it, names)).collect()
}

/// The message that says where what somebody did counts for a badge, if that does not go without saying.
pub fn place(badge: &Achievement) -> Option<&'static str> {
    match (badge.course, badge.repeats()) {
        (Some(_), _) => None,
        (None, Repeats::Run) => Some("rule-in-one-course"),
        (None, _) => Some("rule-everywhere"),
    }
}

/// A whole rule in words, as it stands with what it gave.
pub fn evidence(t: &Locale, rule: &Rule, names: &Names) -> String {
    let lines = lines(t, rule, names).into_iter().map(|line| format!("– {line}"));
    std::iter::once(need(t, rule)).chain(lines).collect::<Vec<_>>().join("\n")
}
