use std::{
    collections::{HashSet, VecDeque},
    io::BufRead,
};

use crate::{
    Approved, Author, Comment, Date, Error, Item, ItemTerm, Kind, Record, Site, Term, TermKind,
    xml::{Space, Tag, Xml, shortened},
};

/// Reads a WXR file record by record.
///
/// After an error, and after the end of the channel, there are no more records. What follows the
/// channel is not looked at.
pub struct Reader<R> {
    xml: Xml<R>,
    place: Place,
    /// The site, until it was handed out.
    site: Option<Site>,
    generator: Option<String>,
    /// Fields of the item that stood after its comments.
    late: Option<Box<Item>>,
    /// Records that are read but not yet handed out, with the line each begins in: never more than four.
    ready: VecDeque<(u64, Record)>,
    /// The line in which the record handed out last begins.
    record_line: u64,
}

#[derive(Clone, Copy)]
enum Place {
    Before,
    Channel,
    Comments,
    After,
}

impl<R: BufRead> Reader<R> {
    /// A reader of `file`, in UTF-8, UTF-16 or the encoding that its XML declaration names.
    pub fn new(file: R) -> Self {
        Self {
            xml: Xml::new(file),
            place: Place::Before,
            site: Some(Site::default()),
            generator: None,
            late: None,
            ready: VecDeque::new(),
            record_line: 1,
        }
    }

    /// The next record, or `None` at the end of the channel.
    ///
    /// An item is handed out before its comments. WordPress writes these last; fields of the item that stand after
    /// them all the same come as [`Record::Late`], before the item's end. Fields of the site that stand
    /// after its first author, term or item are passed over, except [`Reader::generator`].
    #[expect(clippy::should_implement_trait, reason = "`?` reads better than an iterator of results")]
    pub fn next(&mut self) -> Result<Option<Record>, Error> {
        while self.ready.is_empty() {
            let step = match self.place {
                Place::Before => self.enter_channel(),
                Place::Channel => self.read_channel(),
                Place::Comments => self.read_comments(),
                Place::After => return Ok(None),
            };
            if let Err(error) = step {
                self.place = Place::After;
                self.ready.clear();
                return Err(error);
            }
        }
        let Some((line, record)) = self.ready.pop_front() else { return Ok(None) };
        self.record_line = line;
        Ok(Some(record))
    }

    /// The line that reading has reached, from 1.
    pub fn line(&self) -> u64 {
        self.xml.line()
    }

    /// The line in which the record that was handed out last begins, from 1.
    pub fn record_line(&self) -> u64 {
        self.record_line
    }

    /// The bytes of the file read so far, ahead of the records by a buffer at most.
    pub fn position(&self) -> u64 {
        self.xml.source().bytes()
    }

    /// How many characters were left out because XML forbids them: the control characters that
    /// people paste into comments.
    pub fn dropped_characters(&self) -> u64 {
        self.xml.source().dropped()
    }

    /// What wrote the file, as in `https://wordpress.org/?v=6.4`. WordPress writes this after the
    /// authors and terms, so it is known when the first item is.
    pub fn generator(&self) -> Option<&str> {
        self.generator.as_deref()
    }

    fn enter_channel(&mut self) -> Result<(), Error> {
        let root = self.xml.root()?;
        if root.local != "rss" {
            return Err(self.not_wxr(match root.local.as_str() {
                "html" => "an HTML page".to_owned(),
                "feed" => "an Atom feed".to_owned(),
                other => format!("an XML file that begins with <{}>", shortened(other)),
            }));
        }
        while let Some(tag) = self.xml.child()? {
            if tag.local == "channel" {
                self.place = Place::Channel;
                return Ok(());
            }
            self.xml.skip()?;
        }
        Err(self.not_wxr("an RSS file without a channel".to_owned()))
    }

    fn read_channel(&mut self) -> Result<(), Error> {
        let Some(tag) = self.xml.child()? else {
            self.place = Place::After;
            return self.announce_site();
        };
        self.xml.begin_record();
        match (tag.space, tag.local.as_str()) {
            (Space::Wp, "author" | "wp_author") => {
                self.announce_site()?;
                let author = read_author(&mut self.xml)?;
                self.hand_out(Record::Author(author));
            }
            (Space::Wp, "category" | "tag" | "term") => {
                self.announce_site()?;
                let term = read_term(&mut self.xml, &tag.local)?;
                self.hand_out(Record::Term(term));
            }
            (Space::Rss, "item") => {
                self.announce_site()?;
                self.read_item()?;
            }
            (Space::Rss, "generator") => self.generator = Some(self.xml.word()?),
            _ => match &mut self.site {
                Some(site) => read_site_field(site, &tag, &mut self.xml)?,
                None => self.xml.skip()?,
            },
        }
        Ok(())
    }

    fn announce_site(&mut self) -> Result<(), Error> {
        if let Some(site) = self.site.take() {
            if site.version.is_empty() {
                return Err(self.not_wxr("an RSS feed".to_owned()));
            }
            self.hand_out(Record::Site(site));
        }
        Ok(())
    }

    fn read_item(&mut self) -> Result<(), Error> {
        let begins = self.xml.record_line();
        let mut item = unread_item();
        let mut first_comment = None;
        while let Some(tag) = self.xml.child()? {
            if is_comment(&tag) {
                self.xml.begin_record();
                first_comment = Some(read_comment(&mut self.xml)?);
                break;
            }
            read_item_field(&mut item, &tag, &mut self.xml)?;
        }
        item.date_gmt = item.date_gmt.or(item.date);
        forget_repeated_terms(&mut item.terms);
        self.ready.push_back((begins, Record::Item(Box::new(item))));
        if let Some(comment) = first_comment {
            self.place = Place::Comments;
            self.hand_out(Record::Comment(Box::new(comment)));
        } else {
            self.hand_out(Record::ItemEnd);
        }
        Ok(())
    }

    fn read_comments(&mut self) -> Result<(), Error> {
        let Some(tag) = self.xml.child()? else {
            self.place = Place::Channel;
            if let Some(late) = self.late.take() {
                self.hand_out(Record::Late(late));
            }
            self.hand_out(Record::ItemEnd);
            return Ok(());
        };
        // All late fields together are no longer than a record may be.
        if self.late.is_none() {
            self.xml.begin_record();
        }
        if is_comment(&tag) {
            let comment = read_comment(&mut self.xml)?;
            self.hand_out(Record::Comment(Box::new(comment)));
            return Ok(());
        }
        let mut late = self.late.take().unwrap_or_else(|| Box::new(unread_item()));
        read_item_field(&mut late, &tag, &mut self.xml)?;
        if late.is_anything() {
            self.late = Some(late);
        }
        Ok(())
    }

    /// Puts a record in the row that begins where the one being read does.
    fn hand_out(&mut self, record: Record) {
        self.ready.push_back((self.xml.record_line(), record));
    }

    fn not_wxr(&self, found: String) -> Error {
        Error::NotWxr { line: self.line(), found }
    }
}

fn read_site_field<R: BufRead>(site: &mut Site, tag: &Tag, xml: &mut Xml<R>) -> Result<(), Error> {
    let field = match (tag.space, tag.local.as_str()) {
        (Space::Rss, "title") => &mut site.title,
        (Space::Rss, "link") => &mut site.link,
        (Space::Rss, "description") => &mut site.description,
        (Space::Rss, "language") => &mut site.language,
        (Space::Wp, "base_site_url") => &mut site.base_site_url,
        (Space::Wp, "base_blog_url") => &mut site.base_blog_url,
        (Space::Wp, "wxr_version") => {
            let (line, version) = (xml.line(), xml.word()?);
            if !matches!(version.as_str(), "1.0" | "1.1" | "1.2") {
                let version = shortened(&version);
                return Err(Error::UnsupportedVersion { line, version });
            }
            site.version = version;
            return Ok(());
        }
        _ => return xml.skip(),
    };
    *field = xml.word()?;
    Ok(())
}

fn read_author<R: BufRead>(xml: &mut Xml<R>) -> Result<Author, Error> {
    let mut author = Author::default();
    while let Some(tag) = xml.child()? {
        let field = match (tag.space, tag.local.as_str()) {
            (Space::Wp, "author_id") => {
                author.id = number(&xml.word()?);
                continue;
            }
            (Space::Wp, "author_login") => &mut author.login,
            (Space::Wp, "author_email") => &mut author.email,
            (Space::Wp, "author_display_name") => &mut author.display_name,
            (Space::Wp, "author_first_name") => &mut author.first_name,
            (Space::Wp, "author_last_name") => &mut author.last_name,
            _ => {
                xml.skip()?;
                continue;
            }
        };
        *field = xml.word()?;
    }
    Ok(author)
}

fn read_term<R: BufRead>(xml: &mut Xml<R>, element: &str) -> Result<Term, Error> {
    let mut taxonomy = element.to_owned();
    let (mut slug, mut name, mut parent, mut id) = (String::new(), String::new(), String::new(), None);
    while let Some(tag) = xml.child()? {
        let field = match (tag.space, tag.local.as_str()) {
            (Space::Wp, "term_id") => {
                id = number(&xml.word()?);
                continue;
            }
            (Space::Wp, "term_taxonomy") => &mut taxonomy,
            (Space::Wp, "category_nicename" | "tag_slug" | "term_slug") => &mut slug,
            (Space::Wp, "cat_name" | "tag_name" | "term_name") => &mut name,
            (Space::Wp, "category_parent" | "term_parent") => &mut parent,
            _ => {
                xml.skip()?;
                continue;
            }
        };
        *field = xml.word()?;
    }
    let kind = match taxonomy.as_str() {
        "category" => TermKind::Category,
        "tag" | "post_tag" => TermKind::Tag,
        _ => TermKind::Other(taxonomy),
    };
    Ok(Term { id, kind, slug, name, parent })
}

fn read_item_field<R: BufRead>(item: &mut Item, tag: &Tag, xml: &mut Xml<R>) -> Result<(), Error> {
    match (tag.space, tag.local.as_str()) {
        (Space::Rss, "title") => item.title = xml.word()?,
        (Space::Rss, "link") => item.link = xml.word()?,
        (Space::Rss, "pubDate") => item.pub_date = Date::from_rfc2822(&xml.word()?),
        (Space::Rss, "guid") => {
            item.guid_is_permalink = tag.attribute("isPermaLink") != Some("false");
            item.guid = xml.word()?;
        }
        (Space::Rss, "category") => item.terms.push(read_item_term(tag, xml)?),
        (Space::Dc, "creator") => item.creator = xml.word()?,
        (Space::Content, "encoded") => item.content = xml.text()?,
        (Space::Excerpt, "encoded") => item.excerpt = xml.text()?,
        (Space::Wp, "post_id") => item.id = number(&xml.word()?),
        (Space::Wp, "post_date") => item.date = Date::from_mysql(&xml.word()?),
        (Space::Wp, "post_date_gmt") => item.date_gmt = Date::from_mysql(&xml.word()?),
        (Space::Wp, "post_modified") => {
            let local = Date::from_mysql(&xml.word()?);
            item.modified_gmt = item.modified_gmt.or(local);
        }
        (Space::Wp, "post_modified_gmt") => {
            let gmt = Date::from_mysql(&xml.word()?);
            item.modified_gmt = gmt.or(item.modified_gmt);
        }
        (Space::Wp, "comment_status") => item.comment_status = xml.word()?,
        (Space::Wp, "ping_status") => item.ping_status = xml.word()?,
        (Space::Wp, "post_name") => item.name = xml.word()?,
        (Space::Wp, "status") => item.status = xml.word()?,
        (Space::Wp, "post_parent") => item.parent = number(&xml.word()?),
        (Space::Wp, "menu_order") => item.menu_order = xml.word()?.parse().unwrap_or(0),
        (Space::Wp, "post_type") => item.post_type = xml.word()?,
        (Space::Wp, "post_password") => item.password = xml.word()?,
        (Space::Wp, "is_sticky") => item.is_sticky = xml.word()? == "1",
        (Space::Wp, "attachment_url") => {
            item.attachment_url = Some(xml.word()?).filter(|url| !url.is_empty());
        }
        (Space::Wp, "postmeta") => item.meta.push(read_meta(xml)?),
        _ => xml.skip()?,
    }
    Ok(())
}

fn read_item_term<R: BufRead>(tag: &Tag, xml: &mut Xml<R>) -> Result<ItemTerm, Error> {
    let domain = match tag.attribute("domain") {
        None | Some("") => "category",
        Some("tag") => "post_tag",
        Some(domain) => domain,
    };
    Ok(ItemTerm {
        domain: domain.to_owned(),
        nicename: tag.attribute("nicename").unwrap_or_default().to_owned(),
        name: xml.word()?,
    })
}

/// WXR 1.0 writes every term twice, once for feed readers without its slug.
fn forget_repeated_terms(terms: &mut Vec<ItemTerm>) {
    let full = terms.iter().filter(|term| !term.nicename.is_empty());
    let full: HashSet<(String, String)> = full.map(|term| (term.domain.clone(), term.name.clone())).collect();
    terms.retain(|term| !term.nicename.is_empty() || !full.contains(&(term.domain.clone(), term.name.clone())));
}

fn unread_item() -> Item {
    Item { guid_is_permalink: true, ..Item::default() }
}

fn is_comment(tag: &Tag) -> bool {
    tag.space == Space::Wp && tag.local == "comment"
}

fn read_comment<R: BufRead>(xml: &mut Xml<R>) -> Result<Comment, Error> {
    let mut comment = Comment {
        id: None,
        author: String::new(),
        author_email: String::new(),
        author_url: String::new(),
        author_ip: String::new(),
        date: None,
        date_gmt: None,
        content: String::new(),
        approved: Approved::Waiting,
        kind: Kind::Comment,
        parent: None,
        user_id: None,
        meta: Vec::new(),
    };
    while let Some(tag) = xml.child()? {
        if tag.space != Space::Wp {
            xml.skip()?;
            continue;
        }
        match tag.local.as_str() {
            "comment_id" => comment.id = number(&xml.word()?),
            "comment_author" => comment.author = xml.word()?,
            "comment_author_email" => comment.author_email = xml.word()?,
            "comment_author_url" => comment.author_url = xml.word()?,
            "comment_author_IP" => comment.author_ip = xml.word()?,
            "comment_date" => comment.date = Date::from_mysql(&xml.word()?),
            "comment_date_gmt" => comment.date_gmt = Date::from_mysql(&xml.word()?),
            "comment_content" => comment.content = xml.text()?,
            "comment_approved" => comment.approved = approved(xml.word()?),
            "comment_type" => comment.kind = kind(xml.word()?),
            "comment_parent" => comment.parent = number(&xml.word()?),
            "comment_user_id" => comment.user_id = number(&xml.word()?),
            "commentmeta" => comment.meta.push(read_meta(xml)?),
            _ => xml.skip()?,
        }
    }
    comment.date_gmt = comment.date_gmt.or(comment.date);
    Ok(comment)
}

fn read_meta<R: BufRead>(xml: &mut Xml<R>) -> Result<(String, String), Error> {
    let (mut key, mut value) = (String::new(), String::new());
    while let Some(tag) = xml.child()? {
        match (tag.space, tag.local.as_str()) {
            (Space::Wp, "meta_key") => key = xml.word()?,
            (Space::Wp, "meta_value") => value = xml.text()?,
            _ => xml.skip()?,
        }
    }
    Ok((key, value))
}

fn approved(word: String) -> Approved {
    match word.as_str() {
        "1" | "approve" => Approved::Yes,
        "0" | "hold" => Approved::Waiting,
        "spam" => Approved::Spam,
        "trash" => Approved::Trash,
        _ => Approved::Other(word),
    }
}

fn kind(word: String) -> Kind {
    match word.as_str() {
        "" | "comment" => Kind::Comment,
        "pingback" => Kind::Pingback,
        "trackback" => Kind::Trackback,
        _ => Kind::Other(word),
    }
}

/// A number of something; WordPress writes 0 for "none".
fn number(word: &str) -> Option<u64> {
    word.parse().ok().filter(|&number| number != 0)
}
