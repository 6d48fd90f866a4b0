//! Which place somebody means, and where it is on the map. Pure: nothing is guessed.

use std::f64::consts::PI;

use super::{Meaning, Town, meanings};
use crate::people::about::rules::match_key;

/// A bare name means a town when so many people live there at least…
const BARE_PEOPLE: i64 = 15_000;
/// …and when it has so many times more people than any other of its name.
const TIMES_LARGER: i64 = 20;
/// So many places somebody may have meant are named.
const MOST_MEANT: usize = 3;
/// Countries that are a city, so that their name is that of the town.
const CITIES: [&str; 6] = ["SG", "MC", "VA", "HK", "MO", "GI"];

/// Where somebody is, by what they say.
#[derive(Clone, PartialEq, Debug)]
pub enum Place {
    /// In a town.
    Town(Town),
    /// Somewhere in a country, by its code.
    Country(&'static str),
    /// In one of several of that name, of which the largest are these.
    OneOf(Vec<Town>),
    /// Nowhere that is known.
    Unknown,
}

/// The place that a text names, such as `Paris`, `Paris, Texas`, `Oxford UK` or `Frankfurt (Oder)`. What stands before a
/// town may be more exact than it, and is passed over; what stands behind it says which one it is.
pub fn find(text: &str) -> Place {
    let found = of_parts(&parts(text, &[',', ';']));
    if found != Place::Unknown {
        return found;
    }
    let with_brackets = parts(text, &[',', ';', '(', ')', '[', ']']);
    let found = of_parts(&with_brackets);
    if found != Place::Unknown {
        return found;
    }
    // The country behind the town, with nothing between them.
    let Some((first, rest)) = with_brackets.split_first() else { return Place::Unknown };
    let words: Vec<&str> = first.split(' ').collect();
    for last in 1..words.len().min(4) {
        let (name, behind) = words.split_at(words.len() - last);
        let behind = behind.join(" ");
        let says_where = |meaning: &Meaning| matches!(meaning, Meaning::Country(_) | Meaning::Region(..));
        if meanings(&behind).iter().any(says_where) {
            let parts: Vec<String> = [name.join(" "), behind].into_iter().chain(rest.iter().cloned()).collect();
            let found = of_parts(&parts);
            if found != Place::Unknown {
                return found;
            }
        }
    }
    Place::Unknown
}

fn parts(text: &str, at: &[char]) -> Vec<String> {
    text.split(at).map(match_key).filter(|part| !part.is_empty()).collect()
}

fn of_parts(parts: &[String]) -> Place {
    for at in 0..parts.len() {
        // What is more exact than the town is no place of its own.
        if parts[..at].iter().any(|before| !meanings(before).is_empty()) {
            return Place::Unknown;
        }
        let found = of_one(&parts[at], &parts[at + 1..]);
        if found != Place::Unknown {
            return found;
        }
    }
    Place::Unknown
}

/// The place of a name, where each of the others says which one it is.
fn of_one(name: &str, behind: &[String]) -> Place {
    // Two letters by themselves are as often a word as a country.
    if behind.is_empty() && name.len() < 3 && !["uk", "us"].contains(&name) {
        return Place::Unknown;
    }
    let meant = meanings(name);
    let behind: Vec<Vec<Meaning>> = behind.iter().map(|part| meanings(part)).collect();
    let is_there = |town: &Town| behind.iter().all(|meant| meant.iter().any(|meaning| holds(meaning, town)));
    let towns = |own: bool| {
        let of_kind = move |meaning: &Meaning| match meaning {
            Meaning::Town(town) if own => Some(*town),
            Meaning::AlsoTown(town) if !own => Some(*town),
            _ => None,
        };
        meant.iter().filter_map(of_kind).filter(|town| is_there(town)).collect::<Vec<Town>>()
    };
    let (own, also) = (towns(true), towns(false));
    let mut candidates = if behind.is_empty() {
        [own, also].concat()
    } else if own.is_empty() {
        also
    } else {
        own
    };
    candidates.sort_by_key(|town| std::cmp::Reverse(town.people));

    let in_country = |code: &str| {
        let lies = |meaning: &Meaning| matches!(meaning, Meaning::Country(of) | Meaning::Region(of, _) if *of == code);
        behind.iter().all(|meant| meant.iter().any(lies))
    };
    let area = |meaning: &Meaning| match *meaning {
        Meaning::Country(code) if in_country(code) => Some((code, true)),
        Meaning::Region(code, _) if in_country(code) => Some((code, false)),
        _ => None,
    };
    let areas: Vec<(&'static str, bool)> = meant.iter().filter_map(area).collect();
    let one_country =
        areas.first().filter(|(first, _)| areas.iter().all(|(code, _)| code == first)).map(|(code, _)| *code);
    let is_country = areas.iter().any(|(code, is_whole)| *is_whole && !CITIES.contains(code));
    if is_country {
        // Somebody in Mexico, or in Luxembourg, may be anywhere there.
        return one_country.map_or(Place::Unknown, Place::Country);
    }

    let Some((first, others)) = candidates.split_first() else {
        return one_country.map_or(Place::Unknown, Place::Country);
    };
    let stands_out = others.first().is_none_or(|next| first.people >= TIMES_LARGER * next.people.max(1));
    // A town of the name of another region, such as Washington, is not meant for certain, unless its own is named.
    let names_region = |meant: &Vec<Meaning>| {
        meant.iter().any(|meaning| matches!(meaning, Meaning::Region(..)) && holds(meaning, first))
    };
    let is_region_elsewhere = areas.iter().any(|(_, is_whole)| !is_whole)
        && !meant.iter().any(|meaning| holds(meaning, first))
        && !behind.iter().any(names_region);
    if is_region_elsewhere || (behind.is_empty() && first.people < BARE_PEOPLE) || !stands_out {
        return Place::OneOf(candidates.into_iter().take(MOST_MEANT).collect());
    }
    Place::Town(*first)
}

/// Whether a town lies in a country or region.
fn holds(meaning: &Meaning, town: &Town) -> bool {
    match meaning {
        Meaning::Country(code) => town.country == *code,
        Meaning::Region(code, region) => town.country == *code && town.region == *region,
        Meaning::Town(_) | Meaning::AlsoTown(_) => false,
    }
}

/// How wide the map of the world is, in its own units (`web/world.mjs`).
pub const WIDTH: f64 = 10_000.0;
/// How high.
pub const HEIGHT: f64 = 5_009.0;
/// Its northern and its southern edge, in degrees.
const NORTH_TO_SOUTH: (f64, f64) = (84.0, -58.0);

/// A point on the map: from the left, and from the top.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// Where a place is on the map (Miller's cylindrical projection).
pub fn project(latitude: f64, longitude: f64) -> Point {
    let (north, south) = NORTH_TO_SOUTH;
    let miller = |degrees: f64| 1.25 * (PI / 4.0 + 0.4 * degrees.to_radians()).tan().ln();
    let latitude = latitude.clamp(south, north);
    Point { x: (longitude + 180.0) / 360.0 * WIDTH, y: (miller(north) - miller(latitude)) / (2.0 * PI) * WIDTH }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town(text: &str) -> Option<(&'static str, &'static str)> {
        match find(text) {
            Place::Town(town) => Some((town.name, town.country)),
            _ => None,
        }
    }

    #[test]
    fn a_town_is_found_by_any_of_its_names_and_by_its_country() {
        for (text, name, country) in [
            ("Paris", "Paris", "FR"),
            (" paris, france ", "Paris", "FR"),
            ("Paris, Texas", "Paris", "US"),
            ("Paris, TX, USA", "Paris", "US"),
            ("London", "London", "GB"),
            ("London, Ontario", "London", "CA"),
            ("London, ON", "London", "CA"),
            ("Köln", "Köln", "DE"),
            ("Koeln", "Köln", "DE"),
            ("Cologne", "Köln", "DE"),
            ("Colonia, Alemania", "Köln", "DE"),
            ("München", "Munich", "DE"),
            ("Frankfurt (Oder)", "Frankfurt (Oder)", "DE"),
            ("Frankfurt/Oder, Deutschland", "Frankfurt (Oder)", "DE"),
            ("Frankfurt am Main", "Frankfurt am Main", "DE"),
            ("Berlin, Germany", "Berlin", "DE"),
            ("Neukölln-Nord, Berlin, Germany", "Berlin", "DE"),
            ("Bristol, United Kingdom", "Bristol", "GB"),
            ("Bristol (UK)", "Bristol", "GB"),
            ("Bristol UK", "Bristol", "GB"),
            ("Bristol, England", "Bristol", "GB"),
            ("Augsburg, Bayern", "Augsburg", "DE"),
            ("Sevilla, Andalucía", "Sevilla", "ES"),
            ("Washington, DC", "Washington", "US"),
            ("New York", "New York City", "US"),
            ("St. Gallen", "Sankt Gallen", "CH"),
            ("東京", "Tokyo", "JP"),
            ("São Paulo, Brasil", "São Paulo", "BR"),
            ("Singapore", "Singapore", "SG"),
        ] {
            assert_eq!(town(text), Some((name, country)), "{text}: {:?}", find(text));
        }
    }

    #[test]
    fn where_several_are_called_so_none_is_taken_and_the_largest_are_named() {
        for (text, first) in [("Bristol", "GB"), ("Guadalajara", "MX"), ("Frankfurt", "DE"), ("Cambridge", "GB")] {
            let Place::OneOf(towns) = find(text) else { panic!("{text}: {:?}", find(text)) };
            assert_eq!((towns[0].country, towns.len() > 1), (first, true), "{text}");
        }
        // Written as they are named, each is found.
        let Place::OneOf(towns) = find("Springfield, USA") else { panic!() };
        for one in towns {
            let full = format!("{}, {}, United States", one.name, one.region().unwrap());
            assert_eq!(find(&full), Place::Town(one), "{full}");
        }
    }

    #[test]
    fn a_country_or_a_region_is_no_town() {
        for (text, country) in [
            ("Germany", "DE"),
            ("Deutschland", "DE"),
            ("Bavaria", "DE"),
            ("Scotland, UK", "GB"),
            ("Mexico", "MX"),
            ("Luxembourg", "LU"),
            ("UK", "GB"),
            ("Texas, USA", "US"),
            ("Georgia, USA", "US"),
        ] {
            assert_eq!(find(text), Place::Country(country), "{text}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "",
            " , ",
            "Earth",
            "here",
            "no",
            "de",
            "online",
            "Berlin & Lisbon",
            "Paris, London",
            "Paris, Mars",
            "Georgia",
            "somewhere near Bristol",
            "127.0.0.1",
            "🏠",
            "Liverpool, USA",
            "x".repeat(500).as_str(),
        ] {
            let found = find(text);
            assert!(!matches!(found, Place::Town(_) | Place::Country(_)), "{text}: {found:?}");
        }
    }

    #[test]
    fn the_map_has_the_world_on_it() {
        let (corner, other) = (project(84.0, -180.0), project(-58.0, 180.0));
        assert!(corner.x.abs() < 0.5 && corner.y.abs() < 0.5);
        assert!((other.x - WIDTH).abs() < 0.5 && (other.y - HEIGHT).abs() < 0.5, "{other:?}");
        let lisbon = project(38.72, -9.14);
        assert!(lisbon.x < WIDTH / 2.0 && lisbon.y < project(0.0, 0.0).y);
    }
}
