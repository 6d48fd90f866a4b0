//! Writes a WXR file of any size to standard output: `generate <items> <comments per item>`.

use std::io::{self, BufWriter, Write};

const WORDS: [&str; 12] = [
    "seed", "lantern", "harbour", "letter", "window", "orchard", "mend", "quiet", "river", "borrow", "early", "thread",
];

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).filter_map(|word| word.parse().ok());
    let (Some(items), Some(comments)) = (arguments.next(), arguments.next()) else {
        return Err(io::Error::other("usage: generate <items> <comments per item>"));
    };
    let mut out = BufWriter::new(io::stdout().lock());
    write_beginning(&mut out)?;
    for item in 1..=items {
        write_item(&mut out, item)?;
        for comment in 1..=comments {
            write_comment(&mut out, (item - 1) * comments + comment, comment > 1)?;
        }
        out.write_all(b"\t</item>\n")?;
    }
    out.write_all(b"</channel>\n</rss>\n")?;
    out.flush()
}

fn write_beginning(out: &mut impl Write) -> io::Result<()> {
    out.write_all(
        br#"<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
	<title>Generated</title>
	<link>https://generated.example</link>
	<language>en-GB</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>https://generated.example</wp:base_site_url>
	<wp:base_blog_url>https://generated.example</wp:base_blog_url>
	<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ines]]></wp:author_login><wp:author_email><![CDATA[ines@generated.example]]></wp:author_email><wp:author_display_name><![CDATA[Ines]]></wp:author_display_name></wp:author>
	<generator>https://wordpress.org/?v=6.4</generator>
"#,
    )
}

fn write_item(out: &mut impl Write, id: u64) -> io::Result<()> {
    write!(
        out,
        "	<item>
		<title><![CDATA[Item {id}]]></title>
		<link>https://generated.example/item-{id}/</link>
		<pubDate>Wed, 04 Sep 2013 09:00:00 +0000</pubDate>
		<dc:creator><![CDATA[ines]]></dc:creator>
		<guid isPermaLink=\"false\">https://generated.example/?p={id}</guid>
		<content:encoded><![CDATA[<p>{}</p>]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>{id}</wp:post_id>
		<wp:post_date>2013-09-04 09:00:00</wp:post_date>
		<wp:post_date_gmt>2013-09-04 09:00:00</wp:post_date_gmt>
		<wp:comment_status>open</wp:comment_status>
		<wp:ping_status>open</wp:ping_status>
		<wp:post_name>item-{id}</wp:post_name>
		<wp:status>publish</wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type>post</wp:post_type>
		<wp:post_password></wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>
		<category domain=\"category\" nicename=\"notes\"><![CDATA[Notes]]></category>
",
        words(id, 300)
    )
}

fn write_comment(out: &mut impl Write, id: u64, is_reply: bool) -> io::Result<()> {
    let parent = if is_reply { id - 1 } else { 0 };
    write!(
        out,
        "		<wp:comment>
			<wp:comment_id>{id}</wp:comment_id>
			<wp:comment_author><![CDATA[Guest {id}]]></wp:comment_author>
			<wp:comment_author_email>guest{id}@generated.example</wp:comment_author_email>
			<wp:comment_author_url></wp:comment_author_url>
			<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
			<wp:comment_date>2013-09-05 10:00:00</wp:comment_date>
			<wp:comment_date_gmt>2013-09-05 10:00:00</wp:comment_date_gmt>
			<wp:comment_content><![CDATA[{}]]></wp:comment_content>
			<wp:comment_approved>1</wp:comment_approved>
			<wp:comment_type>comment</wp:comment_type>
			<wp:comment_parent>{parent}</wp:comment_parent>
			<wp:comment_user_id>0</wp:comment_user_id>
		</wp:comment>
",
        words(id, 60)
    )
}

fn words(seed: u64, count: usize) -> String {
    let word = |at: usize| WORDS[(usize::from(seed.to_le_bytes()[0]) + at * at) % WORDS.len()];
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}
