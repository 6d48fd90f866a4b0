//! The profiles that come with the program: a start, dated, to be checked with the bodies themselves.

use std::sync::LazyLock;

use super::sheet::Sheet;

/// A profile that comes with the program.
#[derive(Clone, Debug)]
pub struct Shipped {
    /// Its name in addresses.
    pub slug: &'static str,
    /// What it says.
    pub sheet: Sheet,
}

macro_rules! written {
    ($($slug:literal),* $(,)?) => {
        [$(($slug, include_str!(concat!("defaults/", $slug, ".toml")))),*]
    };
}

/// As they are written down, by name.
const WRITTEN: [(&str, &str); 13] = written![
    "acca",
    "alia",
    "ancc",
    "cilip",
    "engineering-council",
    "engineers-australia",
    "hcpc",
    "iacet",
    "lianza",
    "nesa",
    "new-york-librarian",
    "nmc",
    "texas-library-director",
];

static ALL: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    // A test reads all of them; one that cannot be read is none.
    let read = |(slug, text): &(&'static str, &str)| Some(Shipped { slug, sheet: toml::from_str(text).ok()? });
    WRITTEN.iter().filter_map(read).collect()
});

/// All of them, by slug.
pub fn all() -> &'static [Shipped] {
    &ALL
}

/// One of them.
pub fn find(slug: &str) -> Option<&'static Shipped> {
    ALL.iter().find(|one| one.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_come_with_the_program_can_be_read_and_say_where_they_are_from() {
        let known = serde_json::to_value(Sheet::default()).unwrap();
        for (slug, text) in WRITTEN {
            let sheet: Sheet = toml::from_str(text).unwrap_or_else(|error| panic!("{slug}: {error}"));
            let table: toml::Table = text.parse().unwrap();
            for key in table.keys() {
                assert!(known.get(key).is_some(), "{slug}: {key}");
            }
            let (scheme, wrong) = sheet.read();
            assert!(wrong.is_empty(), "{slug}: {wrong:?}");
            assert!(sheet.known().is_some() && !sheet.sources.is_empty() && !sheet.note.is_empty(), "{slug}");
            assert!(!scheme.columns.is_empty(), "{slug}");
            assert!(slug.parse::<i64>().is_err());
        }
        assert_eq!(all().len(), WRITTEN.len());
    }
}
