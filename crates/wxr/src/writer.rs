use std::{
    borrow::Cow,
    io::{self, Write},
};

use jiff::{Timestamp, civil::Date as Day, fmt::rfc2822};

use crate::{Approved, Author, Comment, Date, Item, Kind, Site, Term, TermKind};

const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" ?>
<!-- Made by Lyceum, to be read by WordPress under Tools, Import. -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
"#;

/// A streaming writer of WXR 1.2. Only what is being written is held in memory.
///
/// The file is well-formed whatever the texts hold: characters that XML forbids are left out and counted. Line ends become
/// those of XML, a `\n` each.
pub struct Writer<W> {
    out: W,
    removed: u64,
}

impl Writer<Vec<u8>> {
    /// What was written since this was last asked.
    pub fn written(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }
}

impl<W: Write> Writer<W> {
    /// Begins a file with the site itself. Its version is not looked at: it is 1.2.
    pub fn new(out: W, site: &Site, generator: &str) -> io::Result<Self> {
        let mut writer = Self { out, removed: 0 };
        writer.out.write_all(BEGIN.as_bytes())?;
        writer.text("title", &site.title)?;
        writer.text("link", &site.link)?;
        writer.text("description", &site.description)?;
        writer.text("language", &site.language)?;
        writer.text("wp:wxr_version", "1.2")?;
        writer.text("wp:base_site_url", &site.base_site_url)?;
        writer.text("wp:base_blog_url", &site.base_blog_url)?;
        // Read by nothing that needs it before the people and terms.
        writer.text("generator", generator)?;
        Ok(writer)
    }

    /// How many characters were left out so far, because XML forbids them.
    pub const fn removed_characters(&self) -> u64 {
        self.removed
    }

    /// Somebody who wrote an item: all of them stand before the first.
    pub fn author(&mut self, author: &Author) -> io::Result<()> {
        self.open("wp:author")?;
        self.number("wp:author_id", author.id)?;
        self.cdata("wp:author_login", &author.login)?;
        self.cdata("wp:author_email", &author.email)?;
        self.cdata("wp:author_display_name", &author.display_name)?;
        self.cdata("wp:author_first_name", &author.first_name)?;
        self.cdata("wp:author_last_name", &author.last_name)?;
        self.close("wp:author")
    }

    /// A term: all of them stand before the first item.
    pub fn term(&mut self, term: &Term) -> io::Result<()> {
        match &term.kind {
            TermKind::Category => {
                self.open("wp:category")?;
                self.number("wp:term_id", term.id)?;
                self.cdata("wp:category_nicename", &term.slug)?;
                self.cdata("wp:category_parent", &term.parent)?;
                self.cdata("wp:cat_name", &term.name)?;
                self.close("wp:category")
            }
            TermKind::Tag => {
                self.open("wp:tag")?;
                self.number("wp:term_id", term.id)?;
                self.cdata("wp:tag_slug", &term.slug)?;
                self.cdata("wp:tag_name", &term.name)?;
                self.close("wp:tag")
            }
            TermKind::Other(taxonomy) => {
                self.open("wp:term")?;
                self.number("wp:term_id", term.id)?;
                self.cdata("wp:term_taxonomy", taxonomy)?;
                self.cdata("wp:term_slug", &term.slug)?;
                self.cdata("wp:term_parent", &term.parent)?;
                self.cdata("wp:term_name", &term.name)?;
                self.close("wp:term")
            }
        }
    }

    /// Begins a post, page or attachment. Its comments follow, then [`Writer::end_item`].
    pub fn item(&mut self, item: &Item) -> io::Result<()> {
        self.open("item")?;
        self.cdata("title", &item.title)?;
        self.text("link", &item.link)?;
        self.text("pubDate", &item.pub_date.map(rfc2822).unwrap_or_default())?;
        self.cdata("dc:creator", &item.creator)?;
        let guid = self.escaped(&item.guid).into_owned();
        writeln!(self.out, "<guid isPermaLink=\"{}\">{guid}</guid>", item.guid_is_permalink)?;
        self.text("description", "")?;
        self.cdata("content:encoded", &item.content)?;
        self.cdata("excerpt:encoded", &item.excerpt)?;
        self.number("wp:post_id", item.id)?;
        self.text("wp:post_date", &mysql(item.date))?;
        self.text("wp:post_date_gmt", &mysql(item.date_gmt))?;
        if item.modified_gmt.is_some() {
            self.text("wp:post_modified_gmt", &mysql(item.modified_gmt))?;
        }
        self.text("wp:comment_status", &item.comment_status)?;
        self.text("wp:ping_status", &item.ping_status)?;
        self.cdata("wp:post_name", &item.name)?;
        self.text("wp:status", &item.status)?;
        self.number("wp:post_parent", item.parent)?;
        self.text("wp:menu_order", &item.menu_order.to_string())?;
        self.text("wp:post_type", &item.post_type)?;
        self.cdata("wp:post_password", &item.password)?;
        self.text("wp:is_sticky", if item.is_sticky { "1" } else { "0" })?;
        if let Some(address) = &item.attachment_url {
            self.cdata("wp:attachment_url", address)?;
        }
        for term in &item.terms {
            let (domain, slug) = (self.escaped(&term.domain).into_owned(), self.escaped(&term.nicename).into_owned());
            write!(self.out, "<category domain=\"{domain}\" nicename=\"{slug}\">")?;
            self.section(&term.name)?;
            self.out.write_all(b"</category>\n")?;
        }
        self.meta("wp:postmeta", &item.meta)
    }

    /// A comment under the item that was begun last.
    pub fn comment(&mut self, comment: &Comment) -> io::Result<()> {
        self.open("wp:comment")?;
        self.number("wp:comment_id", comment.id)?;
        self.cdata("wp:comment_author", &comment.author)?;
        self.cdata("wp:comment_author_email", &comment.author_email)?;
        self.text("wp:comment_author_url", &comment.author_url)?;
        self.cdata("wp:comment_author_IP", &comment.author_ip)?;
        self.text("wp:comment_date", &mysql(comment.date))?;
        self.text("wp:comment_date_gmt", &mysql(comment.date_gmt))?;
        self.cdata("wp:comment_content", &comment.content)?;
        let approved = match &comment.approved {
            Approved::Yes => "1",
            Approved::Waiting => "0",
            Approved::Spam => "spam",
            Approved::Trash => "trash",
            Approved::Other(word) => word,
        };
        self.text("wp:comment_approved", approved)?;
        let kind = match &comment.kind {
            Kind::Comment => "comment",
            Kind::Pingback => "pingback",
            Kind::Trackback => "trackback",
            Kind::Other(word) => word,
        };
        self.text("wp:comment_type", kind)?;
        self.number("wp:comment_parent", comment.parent)?;
        self.number("wp:comment_user_id", comment.user_id)?;
        self.meta("wp:commentmeta", &comment.meta)?;
        self.close("wp:comment")
    }

    /// The item and its comments are complete.
    pub fn end_item(&mut self) -> io::Result<()> {
        self.close("item")
    }

    /// The file is complete.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.write_all(b"</channel>\n</rss>\n")?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn meta(&mut self, element: &str, fields: &[(String, String)]) -> io::Result<()> {
        for (key, value) in fields {
            self.open(element)?;
            self.cdata("wp:meta_key", key)?;
            self.cdata("wp:meta_value", value)?;
            self.close(element)?;
        }
        Ok(())
    }

    fn open(&mut self, element: &str) -> io::Result<()> {
        writeln!(self.out, "<{element}>")
    }

    fn close(&mut self, element: &str) -> io::Result<()> {
        writeln!(self.out, "</{element}>")
    }

    /// A number, or the zero that WordPress writes for "none".
    fn number(&mut self, element: &str, number: Option<u64>) -> io::Result<()> {
        writeln!(self.out, "<{element}>{}</{element}>", number.unwrap_or_default())
    }

    fn text(&mut self, element: &str, text: &str) -> io::Result<()> {
        let text = self.escaped(text).into_owned();
        writeln!(self.out, "<{element}>{text}</{element}>")
    }

    fn cdata(&mut self, element: &str, text: &str) -> io::Result<()> {
        write!(self.out, "<{element}>")?;
        self.section(text)?;
        writeln!(self.out, "</{element}>")
    }

    /// Text as it is, and where it holds the end of such a section, in two of them.
    fn section(&mut self, text: &str) -> io::Result<()> {
        let text = self.allowed(text);
        write!(self.out, "<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"))
    }

    fn escaped<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        let text = self.allowed(text);
        if !text.contains(['&', '<', '>', '"']) {
            return text;
        }
        Cow::Owned(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
    }

    /// A text without what XML forbids.
    fn allowed<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        if text.chars().all(|c| is_allowed(c) && c != '\r') {
            return Cow::Borrowed(text);
        }
        let mut kept = String::with_capacity(text.len());
        for c in text.replace("\r\n", "\n").chars() {
            match c {
                '\r' => kept.push('\n'),
                c if is_allowed(c) => kept.push(c),
                _ => self.removed += 1,
            }
        }
        Cow::Owned(kept)
    }
}

/// Whether a character may stand in a file (XML 1.0, 2.2).
const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

fn moment(date: Date) -> Timestamp {
    Timestamp::from_millisecond(date.0).unwrap_or_default()
}

/// A moment as `MySQL` writes it; its zero where there is none.
fn mysql(date: Option<Date>) -> String {
    let written = date.map(|date| moment(date).to_zoned(jiff::tz::TimeZone::UTC).datetime());
    let written = written.filter(|date| date.date() >= Day::constant(1, 1, 1));
    written.map_or_else(|| "0000-00-00 00:00:00".to_owned(), |date| date.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

fn rfc2822(date: Date) -> String {
    let zoned = moment(date).to_zoned(jiff::tz::TimeZone::UTC);
    rfc2822::to_string(&zoned).unwrap_or_default()
}
