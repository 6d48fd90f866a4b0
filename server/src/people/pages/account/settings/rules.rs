//! Which time zones there are to choose from.

use std::sync::LazyLock;

/// Every time zone that people live in, by its IANA name.
pub static ZONES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let regions =
        ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
    let lived_in =
        |name: &str| name == "UTC" || name.split_once('/').is_some_and(|(region, _)| regions.contains(&region));
    let mut zones: Vec<String> =
        jiff::tz::db().available().map(|name| name.as_str().to_owned()).filter(|name| lived_in(name)).collect();
    zones.sort();
    zones
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_zones_are_places() {
        assert!(ZONES.iter().any(|zone| zone == "Europe/Lisbon"));
        assert!(!ZONES.iter().any(|zone| zone.starts_with("Etc/") || zone.starts_with("right/")));
    }
}
