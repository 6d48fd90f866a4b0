//! What is read from exports of every version.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{BARE, V1_0, V1_1, V1_2, comments, content, items, read};
use wxr::{Approved, Author, Date, ItemTerm, Kind, Reader, Record, Site, Term, TermKind};

fn moment(text: &str) -> Date {
    Date::from_mysql(text).unwrap()
}

fn site(file: &str) -> Site {
    match read(file).unwrap().remove(0) {
        Record::Site(site) => site,
        other => panic!("{other:?} stands first"),
    }
}

fn terms(file: &str) -> Vec<Term> {
    let term = |record| match record {
        Record::Term(term) => Some(term),
        _ => None,
    };
    read(file).unwrap().into_iter().filter_map(term).collect()
}

fn authors(file: &str) -> Vec<Author> {
    let author = |record| match record {
        Record::Author(author) => Some(author),
        _ => None,
    };
    read(file).unwrap().into_iter().filter_map(author).collect()
}

#[test]
fn records_come_in_the_order_of_the_file() {
    let names = |record| match record {
        Record::Site(_) => "site",
        Record::Author(_) => "author",
        Record::Term(_) => "term",
        Record::Item(_) => "item",
        Record::Comment(_) => "comment",
        Record::Late(_) => "late",
        Record::ItemEnd => "end",
    };
    let order: Vec<_> = read(V1_2).unwrap().into_iter().map(names).collect();
    assert_eq!(
        order.join(" "),
        "site author author term term term \
         item comment comment comment comment comment comment end item end item end"
    );
}

#[test]
fn a_site_stands_before_everything_else() {
    assert_eq!(
        site(V1_2),
        Site {
            title: "The Lending Shed".into(),
            link: "https://shed.example".into(),
            description: "Tools & talk".into(),
            language: "en-GB".into(),
            version: "1.2".into(),
            base_site_url: "https://shed.example".into(),
            base_blog_url: "https://shed.example".into(),
        }
    );
}

#[test]
fn an_export_without_authors_and_items_still_has_its_site() {
    let (before, _) = V1_0.split_once("\t<wp:category>").unwrap();
    let records = read(format!("{before}</channel></rss>")).unwrap();
    assert!(matches!(&records[..], [Record::Site(site)] if site.version == "1.0"));
}

#[test]
fn a_blog_of_a_multisite_names_its_network() {
    let site = site(V1_1);
    assert_eq!(site.base_site_url, "http://blogs.ferry.example/");
    assert_eq!(site.base_blog_url, "http://blogs.ferry.example/trams");
}

#[test]
fn the_picture_of_a_site_does_not_rename_it() {
    let early = V1_1.replace("<language>", "<image><title>Icon</title></image><language>");
    assert_eq!(site(&early).title, "Reading in Trams");
}

#[test]
fn the_generator_is_known_when_the_first_item_is() {
    for (file, generator) in [
        (V1_0, "http://wordpress.org/?v=2.9"),
        (V1_1, "http://wordpress.org/?v=3.2"),
        (V1_2, "https://wordpress.org/?v=6.4.2"),
    ] {
        let mut reader = Reader::new(file.as_bytes());
        while !matches!(reader.next().unwrap(), Some(Record::Item(_))) {}
        assert_eq!(reader.generator(), Some(generator));
    }
}

#[test]
fn authors_are_read_with_all_their_names() {
    assert_eq!(authors(V1_0), []);
    assert_eq!(authors(V1_2).len(), 2);
    assert_eq!(
        authors(V1_1),
        [Author {
            id: Some(7),
            login: "bruno".into(),
            email: "bruno@ferry.example".into(),
            display_name: "Bruno Ängström".into(),
            first_name: "Bruno".into(),
            last_name: "Ängström".into(),
        }]
    );
}

#[test]
fn terms_are_categories_tags_or_others_whichever_element_holds_them() {
    let term = |id, kind, slug: &str, name: &str, parent: &str| Term {
        id,
        kind,
        slug: slug.into(),
        name: name.into(),
        parent: parent.into(),
    };
    assert_eq!(
        terms(V1_2),
        [
            term(Some(4), TermKind::Category, "hand-tools", "Hand Tools", "tools"),
            term(Some(5), TermKind::Tag, "planes", "Planes", ""),
            term(Some(6), TermKind::Category, "saws", "Saws", "hand-tools"),
        ]
    );
    assert_eq!(terms(V1_1), [term(Some(9), TermKind::Other("nav_menu".into()), "top", "Top", "")]);
}

#[test]
fn a_post_is_read_with_all_its_fields() {
    let post = &items(V1_2)[0];
    assert_eq!(post.title, "Who holds the key?");
    assert_eq!(post.link, "https://shed.example/2024/01/02/key/");
    assert_eq!(post.guid, "https://shed.example/?p=10");
    assert!(!post.guid_is_permalink);
    assert_eq!(post.pub_date, Some(moment("2024-01-02 17:00:00")));
    assert_eq!(post.creator, "tamsin");
    assert_eq!(post.id, Some(10));
    assert_eq!(post.date, Some(moment("2024-01-02 18:00:00")));
    assert_eq!(post.date_gmt, Some(moment("2024-01-02 17:00:00")));
    assert_eq!(post.modified_gmt, Some(moment("2024-01-03 17:00:00")));
    assert_eq!((&*post.comment_status, &*post.ping_status, &*post.status), ("open", "closed", "publish"));
    assert_eq!((&*post.name, &*post.post_type), ("key", "post"));
    assert_eq!(post.parent, None);
    assert!(post.is_sticky);
    assert_eq!(post.attachment_url, None);
}

#[test]
fn content_and_excerpt_are_told_apart_and_kept_exactly() {
    let post = &items(V1_2)[0];
    assert_eq!(
        post.content,
        "<!-- wp:paragraph -->\n<p>Two keys &amp; one lock. In code: a]]>b.</p>\n<!-- /wp:paragraph -->"
    );
    assert_eq!(post.excerpt, " Keys. ");
}

#[test]
fn content_and_excerpt_are_told_apart_by_prefix_where_the_namespace_is_odd() {
    let odd = V1_2
        .replace("https://wordpress.org/export/1.2/", "urn:odd")
        .replace("http://purl.org/rss/1.0/modules/content/", "urn:odder");
    assert_eq!(items(&odd), items(V1_2));
}

#[test]
fn content_and_excerpt_are_told_apart_by_namespace_where_the_prefix_is_odd() {
    let odd = V1_2
        .replace("excerpt:encoded", "short:encoded")
        .replace("xmlns:excerpt", "xmlns:short")
        .replace("content:encoded", "excerpt:encoded")
        .replace("xmlns:content", "xmlns:excerpt");
    assert_eq!(items(&odd), items(V1_2));
}

#[test]
fn undeclared_prefixes_are_taken_at_their_word() {
    let mut odd = BARE.to_owned();
    odd.replace_range(..=BARE.find('>').unwrap(), "<rss>");
    assert_eq!(read(&odd).unwrap(), read(BARE).unwrap());
}

#[test]
fn http_and_https_namespaces_read_the_same() {
    let http = V1_2.replace("https://wordpress.org/export", "http://wordpress.org/export");
    assert_eq!(read(http).unwrap(), read(V1_2).unwrap());
}

#[test]
fn meta_keeps_its_order_and_the_space_in_its_values() {
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(items(V1_2)[0].meta, [pair("_edit_last", "1"), pair("opening", " a:1:{s:3:\"sat\";i:9;} ")]);
}

#[test]
fn a_draft_has_no_publication_and_its_local_date_counts_as_utc() {
    let draft = &items(V1_2)[1];
    assert_eq!((&*draft.status, draft.pub_date), ("draft", None));
    assert_eq!(draft.date_gmt, Some(moment("2024-01-04 08:00:00")));
}

#[test]
fn an_attachment_knows_its_file_and_its_post() {
    let picture = &items(V1_2)[2];
    assert_eq!((&*picture.post_type, &*picture.status), ("attachment", "inherit"));
    assert_eq!(picture.attachment_url.as_deref(), Some("https://shed.example/files/door.jpg"));
    assert_eq!(picture.parent, Some(10));
    assert!(picture.guid_is_permalink, "so says RSS where nothing is said");
}

#[test]
fn a_private_page_has_its_place_and_password() {
    let page = &items(V1_1)[0];
    assert_eq!((&*page.post_type, &*page.status), ("page", "private"));
    assert_eq!((page.parent, page.menu_order), (Some(11), -3));
    assert_eq!(page.password, "tram<6");
}

#[test]
fn the_doubled_terms_of_version_1_0_are_read_once() {
    let term = |domain: &str, nicename: &str, name: &str| ItemTerm {
        domain: domain.into(),
        nicename: nicename.into(),
        name: name.into(),
    };
    assert_eq!(items(V1_0)[0].terms, [term("category", "soil", "Soil"), term("post_tag", "worms", "Worms")]);
    let single = V1_0.replace(" domain=\"category\" nicename=\"soil\"", "");
    assert_eq!(items(single)[0].terms[0], term("category", "", "Soil"));
}

#[test]
fn a_comment_is_read_with_all_its_fields() {
    let comment = &comments(V1_2)[0];
    assert_eq!(comment.id, Some(21));
    assert_eq!(comment.author, "Piet");
    assert_eq!(comment.author_email, "piet@shed.example");
    assert_eq!(comment.author_ip, "192.0.2.4");
    assert_eq!(comment.date, Some(moment("2024-01-02 19:00:00")));
    assert_eq!(comment.date_gmt, Some(moment("2024-01-02 18:00:00")));
    assert_eq!(comment.content, "I do.\n\nAsk before nine.");
    assert_eq!((comment.parent, comment.user_id), (None, Some(2)));
    assert_eq!(comment.meta, [("liked".to_owned(), "3".to_owned())]);
}

#[test]
fn an_answer_names_the_comment_it_answers() {
    let answer = &comments(V1_2)[1];
    assert_eq!((answer.id, answer.parent, answer.user_id), (Some(22), Some(21), None));
    assert_eq!(answer.date_gmt, Some(moment("2024-01-02 20:00:00")));
}

#[test]
fn a_website_with_bare_ampersands_is_read_as_wordpress_writes_it() {
    assert_eq!(comments(V1_2)[0].author_url, "https://piet.example/?page=1&who=piet;x&y=2");
}

#[test]
fn moderation_and_kind_are_read_with_unknown_words_kept() {
    let read: Vec<_> = comments(V1_2).into_iter().map(|c| (c.approved, c.kind)).collect();
    assert_eq!(
        read,
        [
            (Approved::Yes, Kind::Comment),
            (Approved::Waiting, Kind::Comment),
            (Approved::Yes, Kind::Pingback),
            (Approved::Spam, Kind::Trackback),
            (Approved::Trash, Kind::Other("review".into())),
            (Approved::Other("post-trashed".into()), Kind::Comment),
        ]
    );
}

#[test]
fn text_outside_cdata_is_decoded_and_text_inside_is_not() {
    assert_eq!(content("a &lt;b&gt; &amp;amp; &#233;&#xE9; <![CDATA[&lt;]]>&quot;&apos;"), "a <b> &amp; éé &lt;\"'");
}

#[test]
fn space_around_contents_is_kept_and_line_ends_are_unix() {
    assert_eq!(content("  one\r\ntwo\rthree \n"), "  one\ntwo\nthree \n");
    assert_eq!(content("<![CDATA[ one\r\n]]>"), " one\n");
}

#[test]
fn elements_inside_a_text_give_their_text() {
    assert_eq!(content("<p>one</p> <p>two<br/></p>"), "one two");
}

#[test]
fn forbidden_characters_are_dropped_and_counted() {
    let file = BARE.replace("BODY", "<![CDATA[a\u{8}b\u{b}\u{0}]]>c&#8;&#xD83D;&#0;d");
    let mut reader = Reader::new(file.as_bytes());
    let mut content = String::new();
    while let Some(record) = reader.next().unwrap() {
        if let Record::Item(item) = record {
            content = item.content;
        }
    }
    assert_eq!(content, "abcd");
    assert_eq!(reader.dropped_characters(), 6);
}

#[test]
fn foreign_elements_are_passed_over_wherever_they_stand() {
    let foreign = r#"<x:title xmlns:x="urn:x">no<x:item/><wp:comment>no</wp:comment></x:title>"#;
    for place in ["<wp:wxr_version>", "<item>", "<wp:post_id>", "<wp:comment>", "<wp:comment_id>", "</item>"] {
        let file = BARE.replace(place, &format!("{foreign}{place}"));
        assert_eq!(read(file).unwrap(), read(BARE).unwrap(), "before {place}");
    }
}

#[test]
fn what_follows_the_channel_is_not_looked_at() {
    let (before, _) = BARE.split_once("</rss>").unwrap();
    let followed = format!("{before}Warning: out of & memory");
    assert_eq!(read(followed).unwrap(), read(BARE).unwrap());
}

#[test]
fn line_and_position_follow_the_file() {
    let mut reader = Reader::new(BARE.as_bytes());
    assert_eq!((reader.line(), reader.position()), (1, 0));
    let mut lines = Vec::new();
    while reader.next().unwrap().is_some() {
        lines.push(reader.line());
    }
    assert_eq!(lines, [10, 10, 10, 11]);
    assert_eq!(reader.position(), BARE.len() as u64);
}

#[test]
fn a_file_that_trickles_in_byte_by_byte_reads_the_same() {
    for file in [V1_0, V1_1, V1_2] {
        let slow = std::io::BufReader::with_capacity(1, file.as_bytes());
        let mut reader = Reader::new(slow);
        let mut records = Vec::new();
        while let Some(record) = reader.next().unwrap() {
            records.push(record);
        }
        assert_eq!(records, read(file).unwrap());
    }
}

#[test]
fn every_record_tells_the_line_it_begins_in() {
    let mut export = Reader::new(V1_2.as_bytes());
    let mut lines = vec![];
    while let Some(record) = export.next().unwrap() {
        if matches!(record, Record::Item(_) | Record::Comment(_)) {
            lines.push(export.record_line());
        }
    }
    let written: Vec<u64> = (1..)
        .zip(V1_2.lines())
        .filter(|(_, line)| line.trim() == "<item>" || line.trim() == "<wp:comment>")
        .map(|(number, _)| number)
        .collect();
    assert_eq!(lines, written);
}

#[test]
fn fields_after_the_comments_come_before_the_end_of_their_item() {
    let late = "<wp:status>private</wp:status>\n<category domain=\"post_tag\" nicename=\"a\">A</category></item>";
    let records = read(BARE.replace("</item>", late)).unwrap();
    let [.., Record::Comment(_), Record::Late(late), Record::ItemEnd] = &records[..] else { panic!("{records:?}") };
    let mut item = items(BARE).remove(0);
    let content = item.content.clone();
    item.complete((**late).clone());
    assert_eq!((&*item.status, &*item.content, item.terms.len()), ("private", &*content, 1));
    assert!(!read(BARE).unwrap().iter().any(|record| matches!(record, Record::Late(_))));
}

#[test]
fn authors_are_known_by_the_name_that_older_tools_give_them() {
    let older = V1_1.replace("<wp:author>", "<wp:wp_author>").replace("</wp:author>", "</wp:wp_author>");
    assert_eq!(authors(&older), authors(V1_1));
}

#[test]
fn a_term_has_its_number_where_the_file_gives_one() {
    let terms = terms(&V1_1.replace("<wp:term_taxonomy>", "<wp:term_id>17</wp:term_id><wp:term_taxonomy>"));
    assert!(terms[0].id.is_some());
}
