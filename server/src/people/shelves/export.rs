//! A shelf for other programs: as CSL-JSON, which reference managers read, and as BibTeX. Pure.

use std::{collections::HashSet, fmt::Write as _};

use serde_json::{Map, Value, json};

use super::{Entry, Kind};

/// A shelf as CSL-JSON (Citation Style Language 1.0.2).
pub fn csl_json(entries: &[Entry]) -> String {
    let items: Vec<Value> = entries.iter().map(item).collect();
    serde_json::to_string_pretty(&items).unwrap_or_default()
}

fn item(entry: &Entry) -> Value {
    let mut item = Map::new();
    let kind = match entry.kind() {
        Kind::Book => "book",
        Kind::Article => "article-journal",
        Kind::Other if !entry.address.is_empty() => "webpage",
        Kind::Other => "document",
    };
    item.insert("id".into(), json!(entry.id.to_string()));
    item.insert("type".into(), json!(kind));
    item.insert("title".into(), json!(entry.title));
    let authors: Vec<Value> = entry
        .authors()
        .map(|name| match parts(name) {
            Some((family, given)) => json!({ "family": family, "given": given }),
            None => json!({ "literal": name }),
        })
        .collect();
    if !authors.is_empty() {
        item.insert("author".into(), json!(authors));
    }
    if let Some(year) = entry.year {
        item.insert("issued".into(), json!({ "date-parts": [[year]] }));
    }
    for (key, value) in [("ISBN", &entry.isbn), ("DOI", &entry.doi), ("URL", &entry.address), ("note", &entry.note)] {
        if !value.is_empty() {
            item.insert(key.into(), json!(value));
        }
    }
    Value::Object(item)
}

/// Family name and given names, where a comma stands between them.
fn parts(name: &str) -> Option<(&str, &str)> {
    let (family, given) = name.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    (!family.is_empty() && !given.is_empty() && !given.contains(',')).then_some((family, given))
}

/// A shelf as BibTeX, in UTF-8.
pub fn bibtex(entries: &[Entry]) -> String {
    let mut out = String::new();
    let mut taken = HashSet::new();
    for entry in entries {
        let kind = match entry.kind() {
            Kind::Book => "book",
            Kind::Article => "article",
            Kind::Other => "misc",
        };
        let authors = entry.authors().collect::<Vec<_>>().join(" and ");
        let year = entry.year.map(|year| year.to_string()).unwrap_or_default();
        let _ = write!(out, "@{kind}{{{}", key(entry, &mut taken));
        let fields = [
            ("title", escaped(&entry.title)),
            ("author", escaped(&authors)),
            ("year", year),
            ("isbn", entry.isbn.clone()),
            ("doi", verbatim(&entry.doi)),
            ("url", verbatim(&entry.address)),
            ("note", escaped(&entry.note)),
        ];
        for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = write!(out, ",\n  {name} = {{{value}}}");
        }
        out.push_str("\n}\n\n");
    }
    out
}

/// What an entry is cited by: the family name, the year, the first long word of the title; with a letter if that is taken.
fn key(entry: &Entry, taken: &mut HashSet<String>) -> String {
    let letters =
        |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let author = entry.authors().next().unwrap_or_default();
    let family = parts(author).map_or_else(|| author.rsplit(' ').next().unwrap_or_default(), |(family, _)| family);
    let year = entry.year.map(|year| year.to_string()).unwrap_or_default();
    let word = entry.title.split_whitespace().map(letters).find(|word| word.len() > 3).unwrap_or_default();
    let mut key = format!("{}{year}{word}", letters(family));
    if key.is_empty() || !taken.insert(key.clone()) {
        key = format!("{key}-{}", entry.id);
        taken.insert(key.clone());
    }
    key
}

/// Text in which no sign means anything to TeX.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// What is taken as it stands, unless it would end the field.
fn verbatim(text: &str) -> String {
    text.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_managers_read_names_years_and_numbers() {
        let entry = Entry::example("War & peace", "Tolstoy, Leo; UNESCO", "9780306406157", "");
        let all: Value = serde_json::from_str(&csl_json(&[entry])).unwrap();
        assert_eq!(all[0]["type"], "book");
        assert_eq!(all[0]["author"], json!([{"family": "Tolstoy", "given": "Leo"}, {"literal": "UNESCO"}]));
        assert_eq!(all[0]["issued"]["date-parts"][0][0], 1999);
        assert_eq!((&all[0]["ISBN"], all[0].get("DOI")), (&json!("9780306406157"), None));
        assert_eq!(csl_json(&[]), "[]");
    }

    #[test]
    fn bibtex_holds_whatever_was_typed() {
        let one = Entry::example("War & {peace} 100%_\\x", "Tolstoy, Leo; Maude, Louise", "", "10.1000/a_b");
        let text = bibtex(&[one.clone(), one]);
        assert!(text.starts_with("@book{tolstoy1999peace,\n"), "{text}");
        assert!(text.contains("title = {War \\& \\{peace\\} 100\\%\\_\\textbackslash{}x}"), "{text}");
        assert!(
            text.contains("author = {Tolstoy, Leo and Maude, Louise}") && text.contains("doi = {10.1000/a_b}"),
            "{text}"
        );
        assert!(text.contains("@book{tolstoy1999peace-1,"), "each has a key of its own: {text}");
        assert_eq!(bibtex(&[]), "");
    }
}
