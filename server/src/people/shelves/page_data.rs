//! What a page says of a book or an article, read from its own words: what libraries and publishers put there for that
//! first, then Dublin Core, JSON-LD, what it says for previews, and its title. Nobody else is asked. Pure.

use std::{collections::VecDeque, str::FromStr};

use markup::Head;
use serde_json::Value;

use super::{
    Kind,
    rules::{Doi, Isbn, LONGEST_LINE},
};

/// So many authors are named.
const MOST_AUTHORS: usize = 30;
/// So many things are looked at in a page's JSON-LD.
const MOST_THINGS: usize = 200;

/// What a page says; whatever it does not say is empty.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Found {
    /// What kind of thing it is.
    pub kind: Option<Kind>,
    /// What it is called.
    pub title: String,
    /// Who wrote it, several with semicolons.
    pub authors: String,
    /// The year in which it appeared.
    pub year: Option<i64>,
    /// Its ISBN.
    pub isbn: Option<Isbn>,
    /// Its DOI.
    pub doi: Option<Doi>,
}

/// Reads what a page says of the book or article on it.
pub fn of_page(head: &Head) -> Found {
    let things = things(&head.data);
    let thing = things.iter().find(|thing| kind_of(thing).is_some());
    let from = |key: &str| thing.map(|thing| texts(&thing[key])).unwrap_or_default();
    let citing = metas(head, &["citation_author", "bepress_citation_author", "citation_authors"]);
    let dublin = metas(head, &["dc.creator", "dcterms.creator", "dc.creator.personalname"]);
    let title = first([
        metas(head, &["citation_title", "bepress_citation_title"]),
        metas(head, &["dc.title", "dcterms.title"]),
        from("headline"),
        from("name"),
        metas(head, &["og:title"]),
        vec![head.title.clone()],
    ]);
    let authors = [citing, dublin, from("author"), metas(head, &["book:author", "author"])];
    let authors = authors.iter().map(|authors| listed(authors)).find(|authors| !authors.is_empty()).unwrap_or_default();
    let years = [
        metas(head, &["citation_publication_date", "citation_date", "citation_year", "citation_online_date"]),
        metas(head, &["dc.date", "dcterms.issued", "dcterms.date", "dc.date.issued", "prism.publicationdate"]),
        from("datePublished"),
        metas(head, &["book:release_date", "article:published_time"]),
    ];
    let identifiers = metas(head, &["dc.identifier", "dcterms.identifier"]);
    let isbns =
        [metas(head, &["citation_isbn", "book:isbn", "books:isbn", "og:isbn"]), identifiers.clone(), from("isbn")];
    let dois = [
        metas(head, &["citation_doi", "bepress_citation_doi", "prism.doi", "dc.identifier.doi"]),
        identifiers,
        from("identifier"),
        from("sameAs"),
    ];
    // Some pages give those of all their editions in one.
    let isbns =
        isbns.map(|found| found.iter().flat_map(|text| text.split([',', ';'])).map(ToOwned::to_owned).collect());
    let (isbn, doi): (Option<Isbn>, Option<Doi>) = (parsed(&isbns), parsed(&dois));
    let in_journal = !metas(head, &["citation_journal_title", "prism.publicationname"]).is_empty();
    let preview = metas(head, &["og:type"]).first().and_then(|kind| match kind.as_str() {
        "book" | "books.book" => Some(Kind::Book),
        "article" => Some(Kind::Article),
        _ => None,
    });
    let kind = if in_journal {
        Some(Kind::Article)
    } else {
        thing.and_then(kind_of).or_else(|| isbn.is_some().then_some(Kind::Book)).or(preview)
    };
    let kind = kind.or_else(|| doi.is_some().then_some(Kind::Article));
    Found {
        kind,
        title: cut(&title),
        authors: cut(&authors),
        year: years.iter().flatten().find_map(|text| year(text)),
        isbn,
        doi,
    }
}

/// The values of the metadata with one of these names: of the first name that has any.
fn metas(head: &Head, names: &[&str]) -> Vec<String> {
    let of = |name: &&str| -> Vec<String> {
        head.metas.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect()
    };
    names.iter().map(of).find(|values| !values.is_empty()).unwrap_or_default()
}

fn first<const N: usize>(found: [Vec<String>; N]) -> String {
    found.into_iter().flatten().find(|text| !text.trim().is_empty()).unwrap_or_default()
}

fn parsed<T: FromStr, const N: usize>(found: &[Vec<String>; N]) -> Option<T> {
    found.iter().flatten().find_map(|text| text.parse().ok())
}

/// Authors on one line; of each only the name, since some pages give the address of theirs.
fn listed(authors: &[String]) -> String {
    let names = authors.iter().flat_map(|author| author.split(';')).map(str::trim);
    let names = names.filter(|name| !name.is_empty() && !name.contains("://"));
    let mut known: Vec<&str> = vec![];
    for name in names {
        if known.len() < MOST_AUTHORS && !known.contains(&name) {
            known.push(name);
        }
    }
    known.join("; ")
}

fn cut(text: &str) -> String {
    markup::characters::line(text).chars().take(LONGEST_LINE).collect()
}

/// The first four digits in a row.
fn year(text: &str) -> Option<i64> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 4)?;
    digits.parse().ok().filter(|year| *year > 0)
}

/// What a page's JSON-LD is about, in the order in which it says so.
fn things(data: &[String]) -> Vec<Value> {
    let mut waiting: VecDeque<Value> = data.iter().filter_map(|text| serde_json::from_str(text.trim()).ok()).collect();
    let mut things = vec![];
    while let Some(value) = waiting.pop_front() {
        if things.len() == MOST_THINGS {
            break;
        }
        match value {
            Value::Array(list) => waiting.extend(list.into_iter().take(MOST_THINGS)),
            Value::Object(mut object) => {
                for key in ["@graph", "mainEntity"] {
                    waiting.extend(object.remove(key));
                }
                things.push(Value::Object(object));
            }
            _ => {}
        }
    }
    things
}

fn kind_of(thing: &Value) -> Option<Kind> {
    let types = texts(&thing["@type"]);
    types.iter().find_map(|name| match name.rsplit(['/', ':', '#']).next().unwrap_or_default() {
        "Book" | "Audiobook" | "BookSeries" | "Thesis" => Some(Kind::Book),
        "ScholarlyArticle"
        | "MedicalScholarlyArticle"
        | "Article"
        | "NewsArticle"
        | "TechArticle"
        | "BlogPosting"
        | "Report"
        | "Chapter" => Some(Kind::Article),
        _ => None,
    })
}

/// The texts of a value: itself, its name or its value if it is a thing, or those of each if it is a list.
fn texts(value: &Value) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(thing) => {
            ["name", "value", "@value"].iter().find_map(|key| thing.get(*key)?.as_str().map(ToOwned::to_owned))
        }
        _ => None,
    };
    match value {
        Value::Array(list) => list.iter().take(MOST_THINGS).filter_map(one).collect(),
        other => one(other).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(page: &str) -> Found {
        of_page(&markup::head(page.as_bytes()))
    }

    #[test]
    fn what_publishers_put_there_for_it_is_taken_first() {
        let it = found(
            r#"<title>Wiley</title><meta property="og:title" content="Read this!">
            <meta name="dc.title" content="Another"><meta name="citation_title" content="How people learn at work">
            <meta name="citation_author" content="Billett, Stephen"><meta name="citation_author" content="Harteis, C.">
            <meta name="citation_publication_date" content="2004/02/17"><meta name="citation_journal_title" content="J">
            <meta name="citation_doi" content="doi:10.1108/13665620410550295">"#,
        );
        assert_eq!(it.title, "How people learn at work");
        assert_eq!(it.authors, "Billett, Stephen; Harteis, C.");
        assert_eq!((it.year, it.kind), (Some(2004), Some(Kind::Article)));
        assert_eq!(it.doi.unwrap().as_str(), "10.1108/13665620410550295");
    }

    #[test]
    fn a_catalogue_says_it_in_dublin_core() {
        let it = found(
            r#"<meta name="DC.title" content="Situated Learning"><meta name="DC.creator" content="Lave, Jean">
            <meta name="DC.identifier" content="https://opac.example.org/1"><meta name="DC.identifier" content="ISBN 0-521-42374-0, 9780521413084">
            <meta name="DCTERMS.issued" content="c1991.">"#,
        );
        assert_eq!((it.title.as_str(), it.authors.as_str(), it.year), ("Situated Learning", "Lave, Jean", Some(1991)));
        assert_eq!((it.isbn.unwrap().as_str(), it.kind), ("9780521423748", Some(Kind::Book)));
    }

    #[test]
    fn a_bookshop_says_it_in_json() {
        for data in [
            r#"{"@context":"https://schema.org","@type":"Book","name":"Deep Work","author":{"@type":"Person","name":"Cal Newport"},"isbn":"9780349411903","datePublished":"2016-01-05"}"#,
            r#"[{"@type":"BreadcrumbList","name":"no"},{"@type":["Product","Book"],"name":"Deep Work","author":[{"name":"Cal Newport"}],"isbn":9780349411903,"datePublished":"2016"}]"#,
            r#"{"@graph":[{"@type":"WebSite","name":"Shop"},{"@type":"schema:Book","name":"Deep Work","author":"Cal Newport","isbn":"978-0-349-41190-3","datePublished":"Jan. 2016"}]}"#,
        ] {
            let it = found(&format!(r#"<script type="application/ld+json">{data}</script><title>Shop</title>"#));
            assert_eq!(
                (it.title.as_str(), it.authors.as_str(), it.year),
                ("Deep Work", "Cal Newport", Some(2016)),
                "{data}"
            );
            assert_eq!((it.isbn.unwrap().as_str(), it.kind), ("9780349411903", Some(Kind::Book)));
        }
    }

    #[test]
    fn a_page_that_says_little_has_a_title() {
        let it = found("<title>A note</title><meta name=author content='https://example.org/me'>");
        assert_eq!(it, Found { title: "A note".into(), ..Found::default() });
        let it = found(
            "<title>A note | Blog</title><meta property=og:title content='A note'><meta property=og:type content=article>",
        );
        assert_eq!((it.title.as_str(), it.kind), ("A note", Some(Kind::Article)));
        assert_eq!(found("nothing at all"), Found::default());
    }

    #[test]
    fn what_is_broken_or_wrong_says_nothing() {
        let it = found(
            r#"<script type="application/ld+json">{"@type": "Book", "name": </script>
            <meta name="citation_isbn" content="9780521423749"><meta name="citation_doi" content="soon">
            <meta name="citation_date" content="forthcoming"><title>T</title>"#,
        );
        assert_eq!(it, Found { title: "T".into(), ..Found::default() });
    }

    proptest! {
        #[test]
        fn whatever_a_page_says_stays_a_line(title in "\\PC{0,400}", data in "[\\[\\]{}\",:a-z@]{0,60}") {
            let head = Head { title, metas: vec![], data: vec![data] };
            let it = of_page(&head);
            prop_assert!(it.title.chars().count() <= LONGEST_LINE && !it.title.contains('\n'));
        }
    }
}
