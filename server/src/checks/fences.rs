//! The architecture as tests: what a newcomer may rely on when they look for something, and attackers run into.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use regex::Regex;

/// Every source file of the server with its text, by its path under `src/`.
fn sources(ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.extension().is_some_and(|is| is == ending) {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = vec![];
    walk(&root, ending, &mut found);
    found.sort();
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    found.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// The files that are not tests.
fn product() -> Vec<(String, String)> {
    let is_test = |path: &str| path.starts_with("checks/") || path.ends_with("tests.rs");
    sources("rs").into_iter().filter(|(path, _)| !is_test(path)).collect()
}

/// The text without its comments, which may speak of anything.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn sql_stands_only_in_stores_and_in_the_database_kit() {
    let sql = Regex::new(r"\b(all|one|value|run|run_list|run_rows)!\s*\(|sqlx::query").unwrap();
    for (path, text) in product() {
        let may = path.starts_with("kit/db/") || path.ends_with("store.rs") || path.contains("/store/");
        assert!(may || !sql.is_match(&code(&text)), "{path} speaks SQL");
    }
}

#[test]
fn rules_know_no_database() {
    let database = Regex::new(r"\bConn\b|\bTx\b|\bkit::db\b|\basync fn\b|\.await\b").unwrap();
    for (path, text) in product().into_iter().filter(|(path, _)| path.ends_with("rules.rs")) {
        assert!(!database.is_match(&code(&text)), "{path} knows the database");
    }
}

#[test]
fn http_stands_only_in_pages_and_around_them() {
    let http = Regex::new(r"\baxum\b|\btower_http\b").unwrap();
    for (path, text) in product() {
        let file = path.rsplit('/').next().unwrap();
        let around = ["kit/web/", "site/"].iter().any(|kit| path.starts_with(kit));
        let may = around || ["pages.rs", "api.rs", "routes.rs", "error.rs", "serve.rs"].contains(&file);
        assert!(may || !http.is_match(&code(&text)), "{path} speaks HTTP");
    }
}

/// The storeys, and the modules at the top, in the order of `main.rs`; the modules of each in the order it declares them.
/// Pages stand above `site`: those of `talk`, and then those of `people`.
fn order() -> Vec<String> {
    let declared = Regex::new(r"(?m)^\s*(?:pub )?mod (\w+)(?:;| \{)").unwrap();
    let modules = |path: &str| -> Vec<String> {
        declared.captures_iter(&read(path)).map(|found| found[1].to_owned()).filter(|name| name != "checks").collect()
    };
    let (mut order, mut pages) = (vec![], vec![]);
    for top in modules("src/main.rs") {
        let storey = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{top}/mod.rs"));
        if ["site", "meta", "audiences"].contains(&&*top) || !storey.exists() {
            order.push(top.clone());
            if top == "site" {
                order.append(&mut pages);
            }
            continue;
        }
        let inside = modules(&format!("src/{top}/mod.rs"));
        let (things, shown) = match inside.iter().position(|name| name == "pages") {
            Some(at) => (&inside[..at], &inside[at + 1..]),
            None => (&inside[..], &[][..]),
        };
        order.extend(things.iter().map(|name| format!("{top}::{name}")));
        let shown = shown.iter().map(|name| format!("{top}::pages::{name}"));
        if ["course", "evidence"].contains(&&*top) {
            // What a course shows is talked about, and what is learned in it, too: its pages stand upon those of `talk`.
            pages.extend(shown);
        } else {
            // The pages of what comes later stand lower: those of `people` may show what `talk` shows.
            pages.splice(0..0, shown);
        }
    }
    order
}

#[test]
fn a_module_uses_only_those_declared_above_it() {
    let order = order();
    let place = |path: &str| {
        let inside = |module: &String| path == *module || path.starts_with(&format!("{module}::"));
        order.iter().position(inside)
    };
    for known in ["ids", "kit::db", "talk::comments", "site", "talk::pages::reading", "people::pages::manage", "routes"]
    {
        assert!(place(known).is_some(), "{known} is in no storey");
    }
    let single = Regex::new(r"\bcrate::(\w+(?:::\w+)*)").unwrap();
    let list = Regex::new(r"(?s)use crate::((?:\w+::)*)\{(.*?)\n?\};").unwrap();
    // A slice's tests may look at what stands upon it; those of the kit may not.
    let guarded = |path: &str| path.starts_with("kit/") || !path.ends_with("tests.rs");
    for (path, text) in sources("rs").into_iter().filter(|(path, _)| !path.starts_with("checks/") && guarded(path)) {
        let own = path.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
        let Some(here) = place(&own) else { continue };
        let text = code(&text);
        let mut used: BTreeSet<String> = single.captures_iter(&text).map(|found| found[1].to_owned()).collect();
        for found in list.captures_iter(&text) {
            used.extend(paths(&found[1], &found[2]));
        }
        for name in used {
            if let Some(there) = place(&name) {
                assert!(there <= here, "{path} uses {name}, which is declared below it");
            }
        }
    }
}

/// Every path in a `use crate::…{…}` list.
fn paths(prefix: &str, list: &str) -> Vec<String> {
    let (mut depth, mut items, mut item) = (0, vec![], String::new());
    for c in list.chars().chain([',']) {
        match c {
            ',' if depth == 0 => items.push(std::mem::take(&mut item)),
            c => {
                depth += match c {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                item.push(c);
            }
        }
    }
    items
        .iter()
        .map(|item| item.trim())
        .filter(|item| !item.is_empty())
        .flat_map(|item| match item.split_once('{') {
            Some((more, inner)) => {
                paths(&format!("{prefix}{more}"), inner.trim_end().strip_suffix('}').unwrap_or(inner))
            }
            None => vec![format!("{prefix}{item}")],
        })
        .collect()
}

#[test]
fn a_table_is_written_by_one_slice() {
    let written = Regex::new(r"\b(?:insert into|update|delete from) (\w+)\b").unwrap();
    let mut writers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let schema: String = migrations("sqlite").iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    for (path, text) in product() {
        for found in written.captures_iter(&code(&text)) {
            if schema.contains(&format!("create table {} (", &found[1])) {
                let slice =
                    path.rsplit_once('/').map_or(&*path, |(slice, _)| slice).trim_end_matches("/store").to_owned();
                writers.entry(found[1].to_owned()).or_default().insert(slice);
            }
        }
    }
    for (table, slices) in writers {
        assert_eq!(slices.len(), 1, "{table} is written by {slices:?}");
    }
}

/// The migrations of a database, in their order.
fn migrations(database: &str) -> Vec<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations").join(database);
    let mut files: Vec<_> = std::fs::read_dir(path).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn what_was_released_is_never_changed() {
    use sha2::{Digest, Sha256};
    let released = read("../migrations/released.sha256");
    assert!(!released.trim().is_empty());
    for line in released.lines() {
        let (hash, file) = line.split_once("  ").unwrap();
        let now = hex::encode(Sha256::digest(read(&format!("../migrations/{file}"))));
        assert_eq!(now, hash, "migrations/{file} was released: add a new one instead");
    }
}

#[test]
fn whoever_reads_posts_or_conversations_for_somebody_names_the_predicate() {
    let function = Regex::new(r"(?ms)^(?:pub )?async fn (\w+)\((.*?)^\}").unwrap();
    let reads = Regex::new(r"\b(?:from|join) (?:post|conversation)\b|\b(?:list_posts|select_post|page_of)!").unwrap();
    for (path, text) in product().into_iter().filter(|(path, _)| path.ends_with("store.rs")) {
        for found in function.captures_iter(&code(&text)) {
            let (name, body) = (&found[1], &found[2]);
            let for_somebody = body.contains("reader: MemberId");
            let names = ["readable!()", "listed!()", "page_of!"].iter().any(|it| body.contains(it));
            assert!(!(for_somebody && reads.is_match(body)) || names, "{path}: {name} does not name the predicate");
        }
    }
}

#[test]
fn both_databases_are_migrated_in_the_same_words() {
    let plain = |text: &str| {
        let check = Regex::new(r" check \(\w+ in \(0, 1\)\)").unwrap();
        let text = check.replace_all(text, "").replace(") strict;", ");");
        let types = Regex::new(r"\b(bigint|boolean|bytea)\b").unwrap();
        types
            .replace_all(&text, |found: &regex::Captures| if &found[1] == "bytea" { "blob" } else { "integer" })
            .into_owned()
    };
    let (sqlite, postgres) = (migrations("sqlite"), migrations("postgres"));
    assert_eq!(sqlite.len(), postgres.len());
    for (one, other) in sqlite.iter().zip(&postgres) {
        assert_eq!(one.file_name(), other.file_name());
        let (one, other) = (std::fs::read_to_string(one).unwrap(), std::fs::read_to_string(other).unwrap());
        // What one database can only do by making a table anew reads otherwise; what comes of it is compared by a test
        // of the tables themselves. The words of an index are kept by each in its own way.
        let differ = ["-- no-transaction", "-- Here the databases differ"].iter().any(|begin| one.starts_with(begin));
        if !differ {
            assert_eq!(plain(&one), plain(&other));
        }
    }
}

/// The keys of a catalogue with the names each uses.
fn catalogue(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales").join(tag);
    let text: String = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect::<Vec<_>>()
        .join("\n");
    let entry = Regex::new(r"^([a-z][a-z0-9-]*) =").unwrap();
    let name = Regex::new(r"\$(\w+)").unwrap();
    let (mut keys, mut key): (BTreeMap<String, BTreeSet<String>>, _) = (BTreeMap::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(found) = entry.captures(line) {
            key = found[1].to_owned();
            assert!(keys.insert(key.clone(), BTreeSet::new()).is_none(), "{tag}: {key} stands twice");
        }
        if let Some(names) = keys.get_mut(&key) {
            names.extend(name.captures_iter(line).map(|found| found[1].to_owned()));
        }
    }
    keys
}

#[test]
fn every_language_says_everything() {
    let english = catalogue("en");
    for tag in ["es", "de"] {
        let other = catalogue(tag);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let surplus: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{tag} lacks {missing:?} and has {surplus:?} too many");
        for (key, names) in &english {
            // A translation may write the number where English says "one".
            let known: BTreeSet<_> =
                names.iter().chain(["count".to_owned(), "number".to_owned()].iter()).cloned().collect();
            assert!(other[key].is_subset(&known), "{tag}: {key} uses {:?}", other[key]);
        }
    }
}

#[test]
fn every_message_that_is_said_exists_and_every_one_that_exists_is_said() {
    let english = catalogue("en");
    let said = Regex::new(r#"\b(?:say|with|with2|count|count_with|places)\(\s*"([a-z0-9-]+)""#).unwrap();
    let quoted = Regex::new(r#""([a-z][a-z0-9]*(?:-[a-z0-9]+)*)""#).unwrap();
    let made = Regex::new(r#"format!\("([a-z-]+-)\{"#).unwrap();
    let ended = Regex::new(r#"format!\("\{[^}]*\}(-[a-z-]+)""#).unwrap();
    let files: Vec<(String, String)> = [sources("rs"), sources("html"), sources("txt")].concat();
    let files: Vec<_> = files.into_iter().filter(|(path, _)| path != "checks/fences.rs").collect();
    let (mut used, mut prefixes, mut suffixes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (path, text) in &files {
        for found in said.captures_iter(text) {
            assert!(english.contains_key(&found[1]), "{path} says {}, which no catalogue has", &found[1]);
        }
        used.extend(quoted.captures_iter(text).map(|found| found[1].to_owned()));
        prefixes.extend(made.captures_iter(text).map(|found| found[1].to_owned()));
        suffixes.extend(ended.captures_iter(text).map(|found| found[1].to_owned()));
    }
    for key in english.keys() {
        let derived = prefixes.iter().any(|prefix| key.starts_with(prefix.as_str()))
            || suffixes.iter().any(|suffix| key.strip_suffix(suffix.as_str()).is_some_and(|base| used.contains(base)));
        assert!(used.contains(key) || derived, "nothing says {key}");
    }
}

/// Every address in `routes.rs` with the methods it answers.
pub fn routes() -> BTreeMap<String, Vec<&'static str>> {
    let text = read("src/routes.rs");
    let route = Regex::new(r#"(?s)\.(?:route|page::<[\w:]+>|shared_page::<[\w:]+>)\(\s*"([^"]+)",(.*?)\n\s*(?:\.route|\.page|\.shared_page|//|\.fallback|\.nest|\}|;)"#).unwrap();
    let mut found = BTreeMap::new();
    let mut rest = text.as_str();
    while let Some(hit) = route.captures(rest) {
        let verbs = &hit[2];
        let mut methods = vec![];
        if verbs.contains("get(") {
            methods.push("GET");
        }
        if verbs.contains("post(") {
            methods.push("POST");
        }
        assert!(!methods.is_empty(), "{} answers nothing", &hit[1]);
        found.insert(hit[1].to_owned(), methods);
        rest = &rest[hit.get(2).unwrap().end()..];
    }
    found
}

#[test]
fn no_blog_can_take_an_address_of_the_site() {
    for path in routes().keys() {
        let first = path.trim_start_matches('/').split('/').next().unwrap();
        let taken = first.is_empty() || first.starts_with('{') || crate::talk::blogs::RESERVED.contains(&first);
        assert!(taken, "{first} is missing from the reserved names");
    }
}

#[test]
fn every_setting_is_in_the_example() {
    let config = read("src/kit/config.rs");
    let given = config.split("pub struct Given").nth(1).unwrap().split("\n}").next().unwrap();
    let example = read("../lyceum.example.toml");
    let field = Regex::new(r"pub (\w+): Option").unwrap();
    for found in field.captures_iter(given) {
        assert!(example.contains(&format!("# {} =", &found[1])), "lyceum.example.toml lacks {}", &found[1]);
    }
}
