//! What can be said of a browser by what it calls itself, and which time zones there are to choose from.

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

/// The browser and the system that a `User-Agent` names, where they are well known. Browsers name their forebears as
/// well, so the first that fits in the order below is the right one.
pub fn browser(agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    const BROWSERS: [(&str, &str); 9] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Vivaldi", "Vivaldi"),
        ("SamsungBrowser", "Samsung Internet"),
        ("FxiOS", "Firefox"),
        ("Firefox", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let first =
        |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    (first(&BROWSERS), first(&SYSTEMS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_not_taken_for_its_forebears() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0";
        assert_eq!(browser(edge), (Some("Edge"), Some("Windows")));
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(browser(iphone), (Some("Safari"), Some("iPhone")));
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
        assert_eq!(browser(firefox), (Some("Firefox"), Some("Linux")));
        assert_eq!(browser("curl/8"), (None, None));
    }

    #[test]
    fn time_zones_are_places() {
        assert!(ZONES.iter().any(|zone| zone == "Europe/Lisbon"));
        assert!(!ZONES.iter().any(|zone| zone.starts_with("Etc/") || zone.starts_with("right/")));
    }
}
