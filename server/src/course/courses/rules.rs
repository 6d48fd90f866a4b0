//! What a good course is, and who may do what in it. Pure.

use crate::audiences::circles::Part;

/// No title is longer, in characters.
pub const LONGEST_TITLE: usize = 150;
/// No line about it is longer.
pub const LONGEST_TAGLINE: usize = 200;
/// No text about it is longer.
pub const LONGEST_TEXT: usize = 20_000;
/// No list of outcomes is longer.
pub const LONGEST_OUTCOMES: usize = 4_000;
/// No address is longer.
pub const LONGEST_ADDRESS: usize = 60;
/// No course has more places.
pub const MOST_PLACES: i64 = 1_000_000;
/// No course lasts longer, in days.
pub const LONGEST_DAYS: i64 = 5 * 366;

/// The last part of a course's address: what was typed, or else made of its title.
///
/// # Errors
/// The message that says what is wrong with it.
pub fn address(typed: &str, title: &str) -> Result<String, &'static str> {
    let base = if typed.trim().is_empty() { title } else { typed };
    let slug = markup::short_slug(&markup::slug(base), LONGEST_ADDRESS).to_owned();
    if slug.is_empty() { Err("field-address-wrong") } else { Ok(slug) }
}

/// What the last part of an address below a course may be, made of a title, or else of what it would be called without one:
/// the first that is free is taken.
pub fn slugs(title: &str, otherwise: &str) -> impl Iterator<Item = String> {
    let base = markup::short_slug(&markup::slug(title), LONGEST_ADDRESS).to_owned();
    let base = if base.is_empty() { otherwise.to_owned() } else { base };
    (1_u32..1_000).map(move |number| if number == 1 { base.clone() } else { format!("{base}-{number}") })
}

/// Where the links of a course lead to in its next run: each is as it was, but for those to the course itself.
pub struct Onward<'a> {
    /// The address of the site, without a slash at its end.
    pub site: &'a str,
    /// The page of the course that is copied.
    pub from: &'a str,
    /// The page of the one that is made of it.
    pub to: &'a str,
}

impl Onward<'_> {
    /// A text of the course with its links. The same path on another site is another course.
    pub fn links(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(self.from) {
            let (before, after) = (&rest[..at], &rest[at + self.from.len()..]);
            out.push_str(before);
            let begins = out.chars().next_back().is_none_or(|c| c.is_whitespace() || "([<\"'=".contains(c));
            out.push_str(if begins || out.ends_with(self.site) { self.to } else { self.from });
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// How many places were typed; nothing: as many as want to.
///
/// # Errors
/// The message that says that it is no number of places.
pub fn seats(typed: &str) -> Result<Option<i64>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(places) if (1..=MOST_PLACES).contains(&places) => Ok(Some(places)),
            _ => Err("course-places-wrong"),
        },
    }
}

/// What somebody is to a course.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Standing {
    /// What they are in it, if anything.
    pub part: Option<Part>,
    /// Whether they run the community.
    pub organises: bool,
}

impl Standing {
    /// Whether they may change the course, its modules and its people.
    pub fn leads(self) -> bool {
        self.organises || self.part == Some(Part::Instructor)
    }

    /// Whether they look after participants.
    pub fn guides(self) -> bool {
        self.leads() || self.part == Some(Part::Guide)
    }

    /// Whether they are one of those the course is for.
    pub fn takes_part(self) -> bool {
        self.part == Some(Part::Member)
    }

    /// Whether they are in it, as whatever.
    pub const fn is_in(self) -> bool {
        self.part.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_a_course_lead_to_its_next_run_and_all_others_stay() {
        let onward = Onward { site: "https://learn.example", from: "/courses/maps/", to: "/courses/maps-2027/" };
        for (text, led) in [
            ("[week one](/courses/maps/week-one/)", "[week one](/courses/maps-2027/week-one/)"),
            ("See https://learn.example/courses/maps/a/.", "See https://learn.example/courses/maps-2027/a/."),
            ("/courses/maps/ and /courses/maps/b/", "/courses/maps-2027/ and /courses/maps-2027/b/"),
            ("https://other.example/courses/maps/a/", "https://other.example/courses/maps/a/"),
            ("(/courses/maps-2025/a/) (/courses/mapsx/)", "(/courses/maps-2025/a/) (/courses/mapsx/)"),
            ("no link", "no link"),
        ] {
            assert_eq!(onward.links(text), led);
        }
    }

    #[test]
    fn an_address_is_made_of_what_was_typed_or_of_the_title() {
        assert_eq!(address("", "Open Learning: 2026"), Ok("open-learning-2026".into()));
        assert_eq!(address(" Über uns ", "x"), Ok("uber-uns".into()));
        assert_eq!(address("???", "x"), Err("field-address-wrong"));
        assert_eq!(address("", ""), Err("field-address-wrong"));
        assert!(address(&"ab ".repeat(100), "").unwrap().chars().count() <= LONGEST_ADDRESS);
    }

    #[test]
    fn a_second_one_of_the_same_title_has_a_number() {
        assert_eq!(slugs("Week one", "module-3").take(2).collect::<Vec<_>>(), ["week-one", "week-one-2"]);
        assert_eq!(slugs("???", "module-3").next().as_deref(), Some("module-3"));
    }

    #[test]
    fn places_are_a_number_or_as_many_as_want_to() {
        assert_eq!(seats(" "), Ok(None));
        assert_eq!(seats("400"), Ok(Some(400)));
        for wrong in ["0", "-1", "many", "1.5", "99999999999999999999"] {
            assert!(seats(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn whoever_organises_or_instructs_leads_and_a_guide_looks_after_people() {
        let standing = |part, organises| Standing { part, organises };
        assert!(standing(None, true).leads() && standing(Some(Part::Instructor), false).leads());
        assert!(!standing(Some(Part::Guide), false).leads() && standing(Some(Part::Guide), false).guides());
        assert!(!standing(Some(Part::Member), false).guides() && standing(Some(Part::Member), false).takes_part());
        assert!(!standing(None, false).is_in());
    }
}
