//! How a log stands to what a body asks, in words.

use crate::{
    evidence::{
        log::Kind,
        pages::log::view::day,
        profiles::{
            Counts, Period, Profile, Scheme, Sums,
            rules::{Bounds, Figure, Fit, Measure, Tally, Unit, WordRange},
            table::Words,
        },
    },
    kit::i18n::{Lang, Locale},
};

/// A line of what is there and what is missing.
pub struct Line {
    /// What it is about.
    pub what: String,
    /// Whether that is a name in the words of the body.
    pub is_name: bool,
    /// What there is.
    pub there: String,
    /// What is asked; empty: nothing.
    pub asked: String,
    /// What that comes to; empty: nothing is asked.
    pub verdict: String,
    /// Whether something is missing.
    pub is_short: bool,
}

/// Lines under one heading.
pub struct Lines {
    /// What the body calls them; empty: all of it.
    pub title: String,
    /// One by one.
    pub lines: Vec<Line>,
}

/// What is looked at together: a period, the one before it, and a longer one.
pub struct Looked<'a> {
    /// What the body asks.
    pub scheme: &'a Scheme,
    /// What there is in the period.
    pub sums: &'a Sums,
    /// What is carried over from the one before, in hundredths.
    pub carried: i64,
    /// What there is in the longer time that ends with it.
    pub longer: Option<&'a Sums>,
    /// How many entries say as much as is asked of each, of how many.
    pub said: Option<(i64, i64)>,
}

/// From one day to another.
pub fn period(t: &Locale, period: Period) -> String {
    t.with2("log-days", ("from", day(t, period.from)), ("until", day(t, period.until)))
}

fn in_units(t: &Locale, unit: &Unit, amount: String) -> String {
    if unit.name.is_empty() {
        t.with("body-hours", "amount", amount)
    } else {
        t.with2("body-units", ("amount", amount), ("unit", unit.name.clone()))
    }
}

/// So many minutes in the unit of a body, and the minutes beside.
pub fn time(t: &Locale, unit: &Unit, minutes: i64) -> String {
    let said = if unit.is_under(minutes) {
        let least = in_units(t, unit, t.decimal(unit.step, unit.places()));
        t.with("body-under", "amount", least)
    } else {
        in_units(t, unit, t.decimal(unit.amount(minutes), unit.places()))
    };
    format!("{said} ({})", t.count("body-minutes", minutes))
}

/// What there is of something, as the body counts it.
pub fn tally(t: &Locale, scheme: &Scheme, tally: Tally) -> String {
    match scheme.counts {
        Counts::Time => time(t, &scheme.unit, tally.minutes),
        Counts::Entries | Counts::Nothing => t.count("body-entries-of", tally.entries),
    }
}

/// A figure, with as many places as it has.
fn figure(t: &Locale, hundredths: i64) -> String {
    t.decimal(hundredths, 0)
}

fn percent(t: &Locale, share: i64) -> String {
    t.with("body-percent", "share", t.number(share))
}

/// What is asked, at least and at most.
fn asked(t: &Locale, (least, most): (Option<String>, Option<String>)) -> String {
    match (least, most) {
        (Some(least), Some(most)) => t.with2("body-between", ("least", least), ("most", most)),
        (Some(least), None) => t.with("body-least-of", "least", least),
        (None, Some(most)) => t.with("body-most-of", "most", most),
        (None, None) => String::new(),
    }
}

fn bounds(t: &Locale, bounds: Bounds) -> String {
    let said = |of: Option<Figure>| {
        of.map(|of| match of {
            Figure::Amount(amount) => figure(t, amount),
            Figure::Percent(share) => percent(t, share),
        })
    };
    asked(t, (said(bounds.least), said(bounds.most)))
}

/// How many words are asked.
pub fn word_range(t: &Locale, range: WordRange) -> String {
    let said = |of: Option<i64>| of.map(|of| t.number(of));
    asked(t, (said(range.least), said(range.most)))
}

/// How a number of words stands to what is asked; empty, if nothing is.
pub fn words(t: &Locale, range: WordRange, words: i64) -> String {
    let count = t.count("body-words-of", words);
    if !range.is_any() {
        return count;
    }
    let key = match range.fit(words) {
        Fit::Short => "body-words-short",
        Fit::Good => "body-words-good",
        Fit::Long => "body-words-long",
    };
    t.with2(key, ("words", count), ("asked", word_range(t, range)))
}

/// What a measure comes to: what is missing, or more than is taken; `said` writes its figures.
fn verdict(t: &Locale, measure: Measure, said: impl Fn(i64) -> String) -> (String, bool) {
    if measure.missing() > 0 {
        (t.with("body-missing", "amount", said(measure.missing())), true)
    } else if measure.over() > 0 {
        (t.with("body-over", "amount", said(measure.over())), false)
    } else if measure.least.is_some() || measure.most.is_some() {
        (t.say("body-enough"), false)
    } else {
        (String::new(), false)
    }
}

fn counted(t: &Locale, what: String, (there, of): (i64, i64)) -> Line {
    let measure = Measure { there, least: Some(of), most: None };
    let (verdict, is_short) = verdict(t, measure, |missing| t.number(missing));
    let said = t.with2("body-of-all", ("there", t.number(there)), ("all", t.number(of)));
    Line { what, is_name: false, there: said, asked: String::new(), verdict, is_short }
}

fn item(t: &Locale, looked: &Looked<'_>, (name, limits): (String, Bounds), part: Tally, carried: i64) -> Line {
    let scheme = looked.scheme;
    let (amount, share) = scheme.of_item(limits, part, looked.sums.all, carried);
    let by_share = matches!(limits.least.or(limits.most), Some(Figure::Percent(_)));
    let (amounts, shares) =
        (verdict(t, amount, |amount| figure(t, amount)), verdict(t, share, |share| percent(t, share)));
    // What is missing is said first, in whichever way it is asked.
    let first = if by_share { shares.1 || !amounts.1 } else { shares.1 && !amounts.1 };
    let (verdict, is_short) = if first { shares } else { amounts };
    let there = format!("{}, {}", tally(t, scheme, part), percent(t, share.there));
    Line { what: name, is_name: true, there, asked: bounds(t, limits), verdict, is_short }
}

fn total(t: &Locale, looked: &Looked<'_>) -> Lines {
    let (scheme, sums) = (looked.scheme, looked.sums);
    let (measure, _) = scheme.of_item(scheme.bounds, sums.all, sums.all, looked.carried);
    let (said, is_short) = verdict(t, measure, |amount| figure(t, amount));
    let mut lines = vec![Line {
        what: t.say("body-in-all"),
        is_name: false,
        there: tally(t, scheme, sums.all),
        asked: bounds(t, scheme.bounds),
        verdict: said,
        is_short,
    }];
    if let Some(carry) = &scheme.carry {
        lines.push(Line {
            what: t.say("body-carried"),
            is_name: false,
            there: figure(t, looked.carried),
            asked: asked(t, (None, Some(figure(t, carry.most)))),
            verdict: String::new(),
            is_short: false,
        });
    }
    if let (Some((months, least)), Some(longer)) = (scheme.longer, looked.longer) {
        let measure = Measure { there: scheme.measured(longer.all), least: Some(least), most: None };
        let (verdict, is_short) = verdict(t, measure, |amount| figure(t, amount));
        lines.push(Line {
            what: t.count("body-longer", months),
            is_name: false,
            there: tally(t, scheme, longer.all),
            asked: asked(t, (Some(figure(t, least)), None)),
            verdict,
            is_short,
        });
    }
    if scheme.needs_proof {
        let proven = sums.all.entries - sums.unproven;
        lines.push(counted(t, t.say("body-proven"), (proven, sums.all.entries)));
    }
    if let Some(said) = looked.said {
        let what = t.with("body-said-enough", "asked", word_range(t, scheme.entry_words));
        lines.push(counted(t, what, said));
    }
    Lines { title: String::new(), lines }
}

/// How a log stands to what a body asks: all of it, and then list by list.
pub fn lines(t: &Locale, looked: &Looked<'_>) -> Vec<Lines> {
    let (scheme, sums) = (looked.scheme, looked.sums);
    let mut all = vec![total(t, looked)];
    for (at, list) in scheme.lists.iter().enumerate().filter(|(_, list)| !list.items.is_empty()) {
        let mut lines = vec![];
        for (one, part) in list.items.iter().zip(&sums.lists[at]) {
            let is_carried = at == 0 && scheme.carry.as_ref().is_some_and(|carry| carry.of == one.name);
            let carried = if is_carried { looked.carried } else { 0 };
            lines.push(item(t, looked, (one.name.clone(), one.bounds), *part, carried));
        }
        if sums.none[at].entries > 0 {
            let name = (t.say("body-none-of-these"), Bounds::default());
            lines.push(Line { is_name: false, ..item(t, looked, name, sums.none[at], 0) });
        }
        if let Some(spread) = scheme.spread(sums, at) {
            let (verdict, is_short) = verdict(t, spread, |missing| t.number(missing));
            lines.push(Line {
                what: t.say("body-spread"),
                is_name: false,
                there: t.number(spread.there),
                asked: asked(t, (spread.least.map(|least| t.number(least)), None)),
                verdict,
                is_short,
            });
        }
        all.push(Lines { title: list.title.clone(), lines });
    }
    all
}

/// How it was counted.
pub fn rounding(t: &Locale, unit: &Unit) -> String {
    let one = in_units(t, unit, t.decimal(100, 0));
    t.with2(
        "body-rounding",
        ("one", format!("{one} = {}", t.count("body-minutes", unit.minutes))),
        ("step", t.decimal(unit.step, unit.places())),
    )
}

/// Where a profile is from: a default that is to be checked, or the organisers'.
pub fn origin(t: &Locale, profile: &Profile) -> String {
    let known = profile.sheet.known().map(|known| day(t, known));
    match (profile.changed_at, known) {
        (None, Some(known)) => t.with("body-default-of", "date", known),
        (None, None) => t.say("body-default"),
        (Some(_), Some(known)) => t.with("body-checked", "date", known),
        (Some(_), None) => t.say("body-of-organisers"),
    }
}

/// What a table says in the reader's words.
pub fn table_words<'a>(t: &Locale, kind: &'a dyn Fn(Kind) -> String) -> Words<'a> {
    Words {
        kind,
        yes: t.say("log-yes"),
        no: t.say("log-no"),
        gap: t.say("body-gap-row"),
        point: if t.lang == Lang::En { '.' } else { ',' },
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn minutes_always_stand_beside() {
        let t = Locale::new(Lang::En, TimeZone::UTC);
        let tens = Unit { name: "units".into(), minutes: 600, step: 10 };
        assert_eq!(time(&t, &tens, 60), "0.1 units (60 min)");
        assert_eq!(time(&t, &tens, 30), "0.1 units (30 min)");
        assert_eq!(time(&t, &tens, 20), "under 0.1 units (20 min)");
        assert_eq!(time(&t, &tens, 0), "0.0 units (0 min)");
        assert_eq!(time(&t, &Unit::default(), 1230), "20.5 contact hours (1,230 min)");
        let t = Locale::new(Lang::De, TimeZone::UTC);
        assert_eq!(time(&t, &Unit::default(), 90), "1,5 Kontaktstunden (90 min)");
    }
}
