//! What is typed into the form of a course, and what a good course is.

use serde::Deserialize;

use crate::{
    audiences::{Audience, circles::Joining},
    course::courses::{Course, Draft, rules},
    ids::Timestamp,
    kit::{
        i18n::Lang,
        local_time::Day,
        web::forms::{Errors, Field, field},
    },
    people::{
        community::Community,
        members::{one_line, stored},
    },
};

/// The fields, for the list of what is wrong.
pub const FIELDS: [Field; 12] = [
    field("title", "title", "field-title"),
    field("address", "address", "field-address"),
    field("tagline", "tagline", "course-tagline"),
    field("text", "text", "course-about"),
    field("outcomes", "outcomes", "course-outcomes"),
    field("starts", "starts", "course-starts"),
    field("ends", "ends", "course-ends"),
    field("dates", "dates", "course-dates"),
    field("zone", "zone", "course-time-zone"),
    field("language", "language", "language"),
    field("places", "places", "course-places"),
    field("sure", "sure", "course-sure"),
];

/// What is typed.
#[derive(Clone, Deserialize, Default, Debug)]
#[serde(default)]
pub struct Form {
    /// What it is called.
    pub title: String,
    /// The last part of its address; asked for once.
    pub address: String,
    /// A line about it.
    pub tagline: String,
    /// What it is about.
    pub text: String,
    /// What one can do afterwards, a line each.
    pub outcomes: String,
    /// The tag of its language.
    pub language: String,
    /// The IANA name of its zone.
    pub zone: String,
    /// Its first day.
    pub starts: String,
    /// Its last day.
    pub ends: String,
    /// How one comes in.
    pub joining: String,
    /// How many may take part; empty: as many as want to.
    pub places: String,
    /// Who may read its modules: `circle`, `community` or `public`.
    pub audience: String,
    /// Whether the plan names what has not opened; empty if not.
    pub titles: String,
    /// Whether days that have passed are meant; empty if not.
    pub sure: String,
    /// Whether what is planned moves with the first day: `move` or `stay`; empty: nobody has said.
    pub dates: String,
    /// When the version was saved that the form was filled with.
    pub edited: String,
}

impl Form {
    /// The form of a new course: twelve weeks from the Monday after next.
    pub fn empty(community: &Community, now: Timestamp) -> Self {
        let today = Day::of(now, &community.zone());
        let to_monday = i64::from(jiff::civil::Weekday::Monday.since(today.0.weekday()));
        let starts = today.plus_days(7 + to_monday);
        Self {
            language: community.language.tag().into(),
            zone: community.time_zone.clone(),
            starts: starts.to_string(),
            ends: starts.plus_days(12 * 7 - 1).to_string(),
            joining: Joining::Open.word().into(),
            audience: "circle".into(),
            titles: "1".into(),
            ..Self::default()
        }
    }

    /// The form of one that is there.
    pub fn of(course: &Course) -> Self {
        let audience = match course.audience() {
            Audience::Public => "public",
            Audience::Community => "community",
            Audience::Me | Audience::Circle(_) => "circle",
        };
        Self {
            title: course.title.clone(),
            address: course.address.clone(),
            tagline: course.tagline.clone(),
            text: course.source.clone(),
            outcomes: course.outcomes.clone(),
            language: course.lang().into(),
            zone: course.time_zone.clone(),
            starts: course.starts_on().to_string(),
            ends: course.ends_on().to_string(),
            joining: course.joining().word().into(),
            places: course.places.map(|places| places.to_string()).unwrap_or_default(),
            audience: audience.into(),
            titles: if course.titles_ahead { "1" } else { "" }.into(),
            sure: String::new(),
            dates: String::new(),
            edited: course.edited_at.0.to_string(),
        }
    }

    /// By how many days the first day is another one than that of the course.
    pub fn days_later(&self, course: &Course) -> i64 {
        self.starts.parse::<Day>().map_or(0, |starts| starts.days_after(course.starts_on()))
    }

    /// Whether what is planned is to move with the first day.
    pub fn moves(&self) -> bool {
        self.dates == "move"
    }

    /// What it asks for where the first day moves by so many days, and what is planned may move with it: which of both is to
    /// be said. The last day moves, too, unless it was changed.
    pub fn check_moved(&self, course: &Course, days: i64, now: Timestamp) -> Result<Draft, Errors> {
        if days == 0 || self.dates == "stay" {
            return self.check(now);
        }
        let is_changed = self.ends.trim() != course.ends_on().to_string();
        let ends = if is_changed { self.ends.clone() } else { course.ends_on().plus_days(days).to_string() };
        let checked = Self { ends, ..self.clone() }.check(now);
        if self.moves() {
            return checked;
        }
        let mut errors = checked.err().unwrap_or_default();
        errors.add("dates", "course-dates-choose");
        Err(errors)
    }

    /// What it asks for. Days that have passed are asked about once.
    pub fn check(&self, now: Timestamp) -> Result<Draft, Errors> {
        let mut errors = Errors::default();
        let title = one_line(&self.title);
        if title.is_empty() {
            errors.add("title", "field-required");
        }
        let (tagline, source, outcomes) = (one_line(&self.tagline), stored(&self.text), stored(&self.outcomes));
        let lengths = [
            ("title", &title, rules::LONGEST_TITLE),
            ("tagline", &tagline, rules::LONGEST_TAGLINE),
            ("text", &source, rules::LONGEST_TEXT),
            ("outcomes", &outcomes, rules::LONGEST_OUTCOMES),
        ];
        for (name, text, longest) in lengths {
            if text.chars().count() > longest {
                errors.add(name, "field-too-long");
            }
        }
        let lang = errors.take("language", Lang::from_tag(&self.language).ok_or("field-choose"));
        let zone = jiff::tz::TimeZone::get(self.zone.trim()).ok();
        let zone =
            errors.take("zone", zone.filter(|zone| zone.iana_name().is_some()).ok_or("community-time-zone-unknown"));
        let starts = errors.take("starts", self.starts.parse::<Day>());
        let ends = errors.take("ends", self.ends.parse::<Day>());
        let joining = errors.take("joining", self.joining.parse::<Joining>());
        let places = errors.take("places", rules::seats(&self.places));
        let audience = match self.audience.as_str() {
            "public" => Audience::Public,
            "community" => Audience::Community,
            _ => Audience::Me,
        };
        let (Some(lang), Some(zone), Some(starts_on), Some(ends_on)) = (lang, zone, starts, ends) else {
            return Err(errors);
        };
        let days = ends_on.days_after(starts_on);
        if !(0..=rules::LONGEST_DAYS).contains(&days) {
            errors.add("ends", "course-ends-wrong");
        } else if ends_on < Day::of(now, &zone) && self.sure.is_empty() {
            errors.add("sure", "course-sure-text");
        }
        match (joining, places) {
            (Some(joining), Some(places)) if errors.is_empty() => Ok(Draft {
                title,
                tagline,
                source,
                outcomes,
                lang,
                time_zone: zone.iana_name().unwrap_or("UTC").to_owned(),
                starts_on,
                ends_on,
                joining,
                places,
                audience,
                titles_ahead: !self.titles.is_empty(),
            }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        Timestamp("2026-09-01T12:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    fn form() -> Form {
        Form {
            title: "Open Learning".into(),
            language: "en".into(),
            zone: "Pacific/Auckland".into(),
            starts: "2026-09-07".into(),
            ends: "2026-11-29".into(),
            joining: "open".into(),
            ..Form::default()
        }
    }

    #[test]
    fn a_course_has_a_title_days_in_their_order_and_a_zone() {
        let draft = form().check(now()).unwrap();
        assert_eq!(
            (draft.title.as_str(), draft.places, draft.time_zone.as_str()),
            ("Open Learning", None, "Pacific/Auckland")
        );
        let wrong = |change: fn(&mut Form), field: &str| {
            let mut form = form();
            change(&mut form);
            assert!(form.check(now()).unwrap_err().get(field).is_some(), "{field}");
        };
        wrong(|f| f.title = " \u{200b}".into(), "title");
        wrong(|f| f.ends = "2026-09-06".into(), "ends");
        wrong(|f| f.ends = "2099-09-06".into(), "ends");
        wrong(|f| f.starts = "soon".into(), "starts");
        wrong(|f| f.zone = "Mars/Olympus".into(), "zone");
        wrong(|f| f.places = "0".into(), "places");
        wrong(|f| f.joining = "however".into(), "joining");
        wrong(|f| f.text = "x".repeat(rules::LONGEST_TEXT + 1), "text");
    }

    #[test]
    fn days_that_have_passed_are_asked_about_once() {
        let past = Form { starts: "2026-06-01".into(), ends: "2026-08-31".into(), ..form() };
        assert_eq!(past.check(now()).unwrap_err().get("sure"), Some("course-sure-text"));
        assert!(Form { sure: "1".into(), ..past }.check(now()).is_ok());
        // In Auckland it is the second of September already.
        let today = Form { starts: "2026-06-01".into(), ends: "2026-09-01".into(), ..form() };
        assert!(today.check(now()).is_err());
        assert!(Form { zone: "UTC".into(), ..today }.check(now()).is_ok());
    }
}
