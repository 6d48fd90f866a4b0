use crate::Date;

/// What a WXR file is made of, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// The site itself: first, and once.
    Site(Site),
    /// A person who wrote items. WXR 1.0 has none: there, an item only names its `creator`.
    Author(Author),
    /// A category, tag or other term of the site.
    Term(Term),
    /// A post, page, attachment or the like. Its comments follow.
    Item(Box<Item>),
    /// A comment under the last item.
    Comment(Box<Comment>),
    /// Fields of the last item that stand after its comments, where WordPress writes none; the others are empty.
    Late(Box<Item>),
    /// The last item and its comments are complete.
    ItemEnd,
}

/// The site that was exported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Its name.
    pub title: String,
    /// Its address.
    pub link: String,
    /// Its tagline.
    pub description: String,
    /// Its language, as in `en-US`.
    pub language: String,
    /// The version of WXR: `1.0`, `1.1` or `1.2`.
    pub version: String,
    /// The address of the WordPress installation; in a multisite, of the network.
    pub base_site_url: String,
    /// The address of this blog.
    pub base_blog_url: String,
}

/// A person who wrote items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The number in WordPress.
    pub id: Option<u64>,
    /// The name used to sign in; an item's `creator` is one of these.
    pub login: String,
    /// The e-mail address.
    pub email: String,
    /// The name shown.
    pub display_name: String,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
}

/// A category, tag or other term of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The number in WordPress. Not written before WXR 1.1.
    pub id: Option<u64>,
    /// What kind of term.
    pub kind: TermKind,
    /// Its part of an address.
    pub slug: String,
    /// Its name as shown; older files leave it out.
    pub name: String,
    /// The slug of the term above it, or nothing.
    pub parent: String,
}

/// The taxonomy of a [`Term`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// A category.
    Category,
    /// A tag.
    Tag,
    /// Another taxonomy, by its name, as in `nav_menu`.
    Other(String),
}

/// A post, page, attachment or the like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The title.
    pub title: String,
    /// The address it was read at.
    pub link: String,
    /// The identifier in feeds.
    pub guid: String,
    /// Whether the `guid` is an address that works.
    pub guid_is_permalink: bool,
    /// When it was published, by the feed's own field.
    pub pub_date: Option<Date>,
    /// The login of its author.
    pub creator: String,
    /// The text, as HTML with block comments or shortcodes, exactly as stored.
    pub content: String,
    /// The excerpt written by hand, exactly as stored.
    pub excerpt: String,
    /// The number in WordPress.
    pub id: Option<u64>,
    /// The date on the clock of the site, read as if that clock showed UTC.
    pub date: Option<Date>,
    /// The date in UTC. Where WordPress left it zero, as in drafts, this is `date`.
    pub date_gmt: Option<Date>,
    /// The last change in UTC, or else on the clock of the site. Written by WordPress since 5.7.
    pub modified_gmt: Option<Date>,
    /// `open` or `closed`.
    pub comment_status: String,
    /// `open` or `closed`.
    pub ping_status: String,
    /// The slug; empty for most drafts.
    pub name: String,
    /// `publish`, `draft`, `private`, `pending`, `future`, `inherit`, `trash` or a plugin's own.
    pub status: String,
    /// The item above: a page's parent, or what an attachment belongs to.
    pub parent: Option<u64>,
    /// The place among its siblings.
    pub menu_order: i64,
    /// `post`, `page`, `attachment`, `nav_menu_item` or a plugin's own.
    pub post_type: String,
    /// The password that readers are asked for, or nothing.
    pub password: String,
    /// Whether it stays on top of the blog.
    pub is_sticky: bool,
    /// Where the file of an attachment is.
    pub attachment_url: Option<String>,
    /// Its categories, tags and other terms.
    pub terms: Vec<ItemTerm>,
    /// Its custom fields as key and value, keys repeated as in the file. Values may be serialised PHP.
    pub meta: Vec<(String, String)>,
}

impl Item {
    /// Whether any field was read.
    pub fn is_anything(&self) -> bool {
        *self != Self { guid_is_permalink: self.guid_is_permalink, ..Self::default() }
    }

    /// Takes over the fields of [`Record::Late`].
    pub fn complete(&mut self, late: Self) {
        fn over(field: &mut String, late: String) {
            if !late.is_empty() {
                *field = late;
            }
        }
        over(&mut self.title, late.title);
        over(&mut self.link, late.link);
        if !late.guid.is_empty() {
            (self.guid, self.guid_is_permalink) = (late.guid, late.guid_is_permalink);
        }
        self.pub_date = late.pub_date.or(self.pub_date);
        over(&mut self.creator, late.creator);
        over(&mut self.content, late.content);
        over(&mut self.excerpt, late.excerpt);
        self.id = late.id.or(self.id);
        // Before it was known to be nothing, the moment of the site's clock stood for the one in UTC.
        let unset = self.date_gmt.is_none() || self.date_gmt == self.date;
        self.date = late.date.or(self.date);
        self.date_gmt = late.date_gmt.or(if unset { self.date } else { self.date_gmt });
        self.modified_gmt = late.modified_gmt.or(self.modified_gmt);
        over(&mut self.comment_status, late.comment_status);
        over(&mut self.ping_status, late.ping_status);
        over(&mut self.name, late.name);
        over(&mut self.status, late.status);
        self.parent = late.parent.or(self.parent);
        if late.menu_order != 0 {
            self.menu_order = late.menu_order;
        }
        over(&mut self.post_type, late.post_type);
        over(&mut self.password, late.password);
        self.is_sticky |= late.is_sticky;
        self.attachment_url = late.attachment_url.or(self.attachment_url.take());
        self.terms.extend(late.terms);
        self.meta.extend(late.meta);
    }
}

/// A term that an [`Item`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ItemTerm {
    /// The taxonomy: `category`, `post_tag` (also for the `tag` of WXR 1.0), `post_format` and so on.
    pub domain: String,
    /// The slug; empty where the file has none.
    pub nicename: String,
    /// The name as shown.
    pub name: String,
}

/// A comment, pingback or trackback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The number in WordPress.
    pub id: Option<u64>,
    /// The name of the writer, or the title of the page that linked here.
    pub author: String,
    /// The e-mail address of the writer.
    pub author_email: String,
    /// The website of the writer, or the page that linked here.
    pub author_url: String,
    /// The network address it came from.
    pub author_ip: String,
    /// The date on the clock of the site, read as if that clock showed UTC.
    pub date: Option<Date>,
    /// The date in UTC, or `date` where it is zero.
    pub date_gmt: Option<Date>,
    /// The text exactly as stored.
    pub content: String,
    /// What moderation decided.
    pub approved: Approved,
    /// What kind of comment.
    pub kind: Kind,
    /// The comment it answers.
    pub parent: Option<u64>,
    /// The number of the member who wrote it; none for a guest.
    pub user_id: Option<u64>,
    /// Its custom fields as key and value.
    pub meta: Vec<(String, String)>,
}

/// What moderation decided about a [`Comment`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Approved {
    /// It is shown.
    Yes,
    /// It waits for a decision.
    Waiting,
    /// It was marked as spam.
    Spam,
    /// It was thrown away.
    Trash,
    /// Anything else, as in `post-trashed`.
    Other(String),
}

/// What kind of [`Comment`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody wrote it.
    Comment,
    /// Another page linked here and told so by XML-RPC.
    Pingback,
    /// Another page linked here and told so with an excerpt.
    Trackback,
    /// A plugin's own.
    Other(String),
}
