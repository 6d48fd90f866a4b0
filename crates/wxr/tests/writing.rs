//! What is written is read back as it was, whatever it holds, and is well-formed.
#![allow(missing_docs, clippy::unwrap_used)]

use proptest::{collection::vec, option, prelude::*};
use wxr::{Approved, Author, Comment, Date, Item, ItemTerm, Kind, Reader, Record, Site, Term, TermKind, Writer};

fn site() -> Site {
    Site {
        title: "Seeds & <Letters>".into(),
        link: "https://garden.example/seeds/".into(),
        description: String::new(),
        language: "en-GB".into(),
        version: "1.2".into(),
        base_site_url: "https://garden.example".into(),
        base_blog_url: "https://garden.example/seeds".into(),
    }
}

fn comment(content: &str) -> Comment {
    Comment {
        id: Some(7),
        author: "Odile".into(),
        author_email: "odile@garden.example".into(),
        author_url: "https://odile.example/?a=1&b=2".into(),
        author_ip: String::new(),
        date: Some(Date(1_378_285_200_000)),
        date_gmt: Some(Date(1_378_285_200_000)),
        content: content.into(),
        approved: Approved::Yes,
        kind: Kind::Comment,
        parent: None,
        user_id: Some(2),
        meta: vec![],
    }
}

fn written(item: &Item, comments: &[Comment]) -> (Vec<u8>, u64) {
    let mut writer = Writer::new(vec![], &site(), "https://lyceum.example/").unwrap();
    writer
        .author(&Author { id: Some(2), login: "odile".into(), display_name: "Odile".into(), ..Author::default() })
        .unwrap();
    let term =
        |kind| Term { id: Some(1), kind, slug: "notes".into(), name: "Notes & more".into(), parent: String::new() };
    for kind in [TermKind::Category, TermKind::Tag, TermKind::Other("mood".into())] {
        writer.term(&term(kind)).unwrap();
    }
    writer.item(item).unwrap();
    for comment in comments {
        writer.comment(comment).unwrap();
    }
    writer.end_item().unwrap();
    let removed = writer.removed_characters();
    (writer.finish().unwrap(), removed)
}

fn read(file: &[u8]) -> Vec<Record> {
    let mut reader = Reader::new(file);
    let mut records = vec![];
    while let Some(record) = reader.next().unwrap() {
        records.push(record);
    }
    assert_eq!(reader.dropped_characters(), 0);
    records
}

#[test]
fn what_xml_forbids_is_left_out_and_counted() {
    let pasted = "a\u{0}b\u{1}c\u{8}d\u{18}e\u{FFFE}f\u{FFFF}\tg\nh";
    let (file, removed) = written(&Item { guid_is_permalink: true, ..Item::default() }, &[comment(pasted)]);
    assert_eq!(removed, 6);
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(!text.contains(['\u{0}', '\u{1}', '\u{8}', '\u{18}', '\u{FFFE}', '\u{FFFF}']));
    let found = read(&file).into_iter().find_map(|record| match record {
        Record::Comment(comment) => Some(comment.content),
        _ => None,
    });
    assert_eq!(found.unwrap(), "abcdef\tg\nh");
}

#[test]
fn the_end_of_a_section_within_a_text_does_not_end_it() {
    for text in ["]]>", "a]]]]>b", "]]>]]>", "<![CDATA[x]]>", "]", "]]"] {
        let (file, _) = written(&Item { content: text.into(), guid_is_permalink: true, ..Item::default() }, &[]);
        let found = read(&file).into_iter().find_map(|record| match record {
            Record::Item(item) => Some(item.content),
            _ => None,
        });
        assert_eq!(found.as_deref(), Some(text));
    }
}

/// Words and lines: names are read without the space around them, and line ends as XML has them.
fn line() -> impl Strategy<Value = String> {
    "([^\\p{C}\\s]{1,4}( ?[^\\p{C}\\s]{1,4}){0,3})?"
}

fn text() -> impl Strategy<Value = String> {
    "([^\\p{C}]|\n|\t|\\]\\]>|<|&){0,30}"
}

fn date() -> impl Strategy<Value = Option<Date>> {
    option::of((0..4_000_000_000_i64).prop_map(|seconds| Date(seconds * 1_000)))
}

prop_compose! {
    fn any_item()(
        title in line(), link in line(), guid in line(), guid_is_permalink: bool, creator in line(), name in line(),
        (content, excerpt) in (text(), text()), id in option::of(1_u64..), date in date(), parent in option::of(1_u64..),
        terms in vec((line(), line()), 0..3), meta in vec((line(), text()), 0..3),
    ) -> Item {
        let mut terms: Vec<_> = terms.into_iter().enumerate().map(|(number, (slug, name))| ItemTerm {
            domain: "post_tag".into(), nicename: format!("{slug}{number}"), name,
        }).collect();
        terms.dedup();
        Item {
            title, link, guid, guid_is_permalink, pub_date: date, creator, content, excerpt, id, date, date_gmt: date,
            modified_gmt: date, comment_status: "open".into(), ping_status: "closed".into(), name,
            status: "publish".into(), parent, menu_order: 3, post_type: "post".into(), password: String::new(),
            is_sticky: true, attachment_url: Some("https://garden.example/a?b&c".into()), terms, meta,
        }
    }
}

proptest! {
    #[test]
    fn an_item_is_read_as_it_was_written(item in any_item(), said in vec(text(), 0..3)) {
        let comments: Vec<_> = said.iter().map(|said| comment(said)).collect();
        let (file, removed) = written(&item, &comments);
        prop_assert_eq!(removed, 0);
        let records = read(&file);
        let found: Vec<_> = records.iter().filter_map(|record| match record {
            Record::Item(item) => Some(&**item),
            _ => None,
        }).collect();
        prop_assert_eq!(found, vec![&item]);
        let found: Vec<_> = records.iter().filter_map(|record| match record {
            Record::Comment(comment) => Some(&**comment),
            _ => None,
        }).collect();
        prop_assert_eq!(found, comments.iter().collect::<Vec<_>>());
        prop_assert_eq!(records.first(), Some(&Record::Site(site())));
    }
}
