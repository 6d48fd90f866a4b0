//! What becomes of what stands in an export: pure, so that it can be read and tested by itself.

use std::{collections::BTreeSet, ops::Range};

use url::Url;
use wxr::{Approved, Author, Comment, Item, Kind, Site};

use crate::{
    ids::Timestamp,
    people::members::{Email, Name, Website, one_line},
    talk::{
        old_sites::{bare_host, decoded, path_in_one_form, unscaled},
        posts::{Slug, Term},
    },
};

/// Where a site's things come from: names them so that they never come twice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin(String);

impl Origin {
    /// The origin of everything in this export. A site that moved from http to https, or to www or from it, is the same.
    pub fn of(site: &Site) -> Self {
        let address = address(site);
        let address = if address.is_empty() { site.title.clone() } else { bare(address).to_lowercase() };
        Self(format!("wordpress:{address}"))
    }

    /// An origin that is known by its name.
    pub const fn named(name: String) -> Self {
        Self(name)
    }

    /// The origin of another site at the same address, which comes to this blog.
    pub fn of_another(&self, blog: &str) -> Self {
        Self(format!("{}@{blog}", self.0))
    }

    /// Whether this is the origin of a site at that one's address.
    pub fn is_at_address_of(&self, first: &Self) -> bool {
        self == first || self.0.strip_prefix(&first.0).is_some_and(|rest| rest.starts_with('@'))
    }

    /// The origin of the site itself.
    pub fn site(&self) -> &str {
        &self.0
    }

    /// The origin of a person by the name used to sign in.
    pub fn person(&self, login: &str) -> String {
        format!("{}#author-{}", self.0, login.to_lowercase())
    }

    /// The origin of somebody who only commented, by their number.
    pub fn commenter(&self, number: u64) -> String {
        format!("{}#user-{number}", self.0)
    }

    /// The origin of a post whose number another one has.
    pub fn other_item(&self, item: &Item) -> String {
        let number = item.id.map(|id| id.to_string()).unwrap_or_default();
        format!("{}#{number}~{}", self.0, fingerprint(&[bare(&item.guid), bare(&item.link)]))
    }

    /// The origin of a post: by its number, which WordPress never changes.
    pub fn item(&self, item: &Item) -> String {
        match item.id {
            Some(id) => format!("{}#{id}", self.0),
            None if !item.guid.is_empty() => format!("{}#{}", self.0, item.guid),
            None => format!("{}#{}", self.0, fingerprint(&[&item.link, &item.title, &item.content])),
        }
    }

    /// The origin of a comment.
    pub fn comment(&self, comment: &Comment) -> String {
        if let Some(id) = comment.id {
            return format!("{}#comment-{id}", self.0);
        }
        let date = comment.date_gmt.map_or(0, |date| date.0).to_string();
        format!("{}#comment-{}", self.0, fingerprint(&[&comment.author, &date, &comment.content]))
    }
}

fn fingerprint(parts: &[&str]) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hex::encode(&hash.finalize()[..12])
}

/// An address without its scheme, without `www.`, and without a slash at its end.
fn bare(address: &str) -> &str {
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let www = address.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www."));
    address[if www { 4 } else { 0 }..].trim_end_matches('/')
}

/// The address of an exported site.
pub fn address(site: &Site) -> &str {
    [&site.base_blog_url, &site.link].into_iter().find(|address| !address.is_empty()).map_or("", String::as_str)
}

/// What an item is known by.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Known {
    /// Its identifier in feeds.
    pub guid: String,
    /// The path of its address; nothing for what has no address of its own yet.
    pub link: String,
    /// Its title, as it stands in the export.
    pub title: String,
    /// Its date.
    pub date: Option<i64>,
}

impl Known {
    /// What an item of a file is known by.
    pub fn of(item: &Item) -> Self {
        Self {
            guid: item.guid.clone(),
            link: path_and_query(&item.link).filter(|path| !path.contains("?p")).unwrap_or_default(),
            title: plain_line(&item.title),
            date: item.date_gmt.or(item.pub_date).map(|date| date.0),
        }
    }
}

/// Whether two things with the same number are one: their identifiers or addresses are the same; or, where a copy of a
/// site gave both the same identifiers, at least their titles or dates.
pub fn is_same(one: &Known, other: &Known) -> bool {
    if one.guid.is_empty() && one.link.is_empty() || other.guid.is_empty() && other.link.is_empty() {
        return true;
    }
    let path = |link: &str| decoded(link).trim_end_matches('/').to_owned();
    let links = !one.link.is_empty() && !other.link.is_empty();
    let same_link = links && path(&one.link) == path(&other.link);
    let same_guid = !one.guid.is_empty() && bare(&one.guid).eq_ignore_ascii_case(bare(&other.guid));
    let (same_title, same_date) = (one.title == other.title, one.date == other.date);
    if same_guid { same_link || !links || same_title || same_date } else { same_link || same_title && same_date }
}

/// The name of one blog among those of a multisite: the part of its address that the network's own has not.
pub fn name_in_network(site: &Site) -> Option<String> {
    let (network, blog) = (bare(&site.base_site_url), bare(&site.base_blog_url));
    if network.is_empty() || blog.is_empty() || network.eq_ignore_ascii_case(blog) {
        return None;
    }
    let name = match blog.strip_prefix(network) {
        Some(path) => path.strip_prefix('/')?,
        // Blogs of a network can have hosts of their own: garden.example.org in example.org.
        None => blog.strip_suffix(network)?.strip_suffix('.')?,
    };
    let name = name.rsplit('/').next().unwrap_or(name);
    (!name.is_empty()).then(|| name.to_lowercase())
}

/// What becomes of a post or page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visibility {
    /// Everyone may read it.
    Public,
    /// It is published, but only its author may read it.
    Private,
    /// It is a draft.
    Draft,
}

/// What an item is called in the report.
pub fn what(item: &Item) -> &str {
    if item.post_type.is_empty() { "item" } else { &item.post_type }
}

/// What becomes of an item, and what there is to say about it; or why it is left out.
pub fn visibility(item: &Item) -> Result<(Visibility, Vec<&'static str>), &'static str> {
    match item.post_type.as_str() {
        "post" | "page" => {}
        "" => return Err("without a type"),
        "revision" => return Err("an older version of something else in the file"),
        "nav_menu_item" => return Err("a menu's entry; Lyceum has no menus of its own making"),
        "wp_block"
        | "wp_template"
        | "wp_template_part"
        | "wp_global_styles"
        | "wp_navigation"
        | "custom_css"
        | "customize_changeset" => return Err("a part of the old site's design"),
        _ => return Err("of a type that only a plugin of the old site knows"),
    }
    let mut notes = vec![];
    if item.is_sticky {
        notes.push("stood on top of its blog; here it stands at its date");
    }
    let visibility = match item.status.as_str() {
        "publish" if !item.password.is_empty() => {
            notes.push("was behind a password; here only its author can read it until they choose who may");
            Visibility::Private
        }
        "publish" => Visibility::Public,
        "private" => Visibility::Private,
        "draft" | "auto-draft" => Visibility::Draft,
        "pending" => {
            notes.push("waited for review; here it is a draft");
            Visibility::Draft
        }
        "future" => {
            notes.push("was to be published later; here it is a draft");
            Visibility::Draft
        }
        "trash" => return Err("in the trash"),
        _ => {
            notes.push("had a state that only a plugin of the old site knows; here it is a draft");
            Visibility::Draft
        }
    };
    Ok((visibility, notes))
}

/// The kind an entry is stored as; or why a comment is left out.
pub fn kind(comment: &Comment) -> Result<&'static str, &'static str> {
    match &comment.approved {
        Approved::Yes | Approved::Waiting => {}
        Approved::Spam => return Err("marked as spam"),
        Approved::Trash => return Err("in the trash"),
        Approved::Other(word) if word.ends_with("trashed") => return Err("in the trash with its post"),
        Approved::Other(_) => return Err("in a state that only a plugin of the old site knows"),
    }
    let kind = match &comment.kind {
        Kind::Comment => "comment",
        Kind::Pingback => "pingback",
        Kind::Trackback => "trackback",
        Kind::Other(word) if word == "webmention" => "webmention",
        Kind::Other(_) => return Err("of a kind that only a plugin of the old site knows"),
    };
    if kind == "comment" && comment.content.trim().is_empty() {
        return Err("without a word in it");
    }
    Ok(kind)
}

/// A name as plain text on one line; names come with HTML's references in them.
pub fn plain_line(text: &str) -> String {
    one_line(&markup::plain(text))
}

/// What a person is called: by the name they chose, else by their own, else by the one they signed in with. An e-mail
/// address is no name.
pub fn person_name(author: &Author) -> Name {
    let own = format!("{} {}", author.first_name, author.last_name);
    let names = [&author.display_name, &own, &author.login].map(|name| short(&plain_line(name)));
    let mut names = names.iter().filter(|name| !is_email(name));
    names.find_map(|name| name.parse().ok()).unwrap_or_else(nameless)
}

/// From what a person's handle is made: the name they signed in with, unless it is an e-mail address.
pub fn handle_from(login: &str, name: &Name) -> String {
    let from = if is_email(login) || login.is_empty() { name.as_str() } else { login };
    let is_anybody = from == nameless().as_str();
    if is_anybody { "member".to_owned() } else { from.to_owned() }
}

/// Whether a name is an e-mail address, which is never shown.
pub fn is_email(name: &str) -> bool {
    name.contains('@') && name.trim().parse::<Email>().is_ok()
}

/// What a guest is called.
pub fn guest_name(comment: &Comment) -> String {
    let name = short(&plain_line(&comment.author));
    if is_email(&name) {
        return nameless().as_str().to_owned();
    }
    name.parse().unwrap_or_else(|_| nameless()).as_str().to_owned()
}

/// A guest's website, or the page that linked here; or nothing, if it is not on the web.
pub fn website(comment: &Comment) -> String {
    let website = comment.author_url.parse::<Website>();
    website.map(|website| website.as_str().to_owned()).unwrap_or_default()
}

fn nameless() -> Name {
    "Anonymous".parse().expect("a name of ours is a name")
}

/// Names are at most a hundred characters long.
pub fn short(name: &str) -> String {
    name.chars().take(100).collect()
}

/// No title that is brought in is longer than this, with its markup, in characters.
const LONGEST_TITLE: usize = 1_000;
/// No category or tag that is brought in has a longer name, in characters.
const LONGEST_TERM: usize = 200;

/// Cuts what names an item and is too long for a line; answers whether anything was.
pub fn cut_names(item: &mut Item) -> bool {
    let terms = item.terms.iter_mut().map(|term| (&mut term.name, LONGEST_TERM));
    let mut is_cut = false;
    for (name, longest) in terms.chain([(&mut item.title, LONGEST_TITLE)]) {
        if let Some((end, _)) = name.char_indices().nth(longest) {
            name.truncate(end);
            name.push('…');
            is_cut = true;
        }
    }
    is_cut
}

/// The path and query of an address, by which old links come here.
pub fn path_and_query(address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    // Every path leads to this; it cannot be one post's.
    (path != "/" && path.len() <= 1000).then_some(path)
}

/// The moment of an item, if the file has one.
pub fn date(item: &Item) -> Option<Timestamp> {
    item.date_gmt.or(item.pub_date).map(|date| Timestamp(date.0))
}

/// The day in a post's address, as in `2013/09/04`: the one it had, else that of its date on the old site's clock.
pub fn day(item: &Item, date: Timestamp) -> String {
    let path = path_and_query(&item.link).unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let dated = parts.windows(3).find(|date| digits(date[0], 4) && digits(date[1], 2) && digits(date[2], 2));
    if let Some(date) = dated
        && is_a_day(date)
    {
        return date.join("/");
    }
    let moment = item.date.map_or(date.0, |date| date.0);
    let moment = jiff::Timestamp::from_millisecond(moment).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    moment.strftime("%Y/%m/%d").to_string()
}

fn is_a_day(parts: &[&str]) -> bool {
    let number = |part: &str| part.parse::<i8>().unwrap_or_default();
    parts[0].parse().is_ok_and(|year| jiff::civil::Date::new(year, number(parts[1]), number(parts[2])).is_ok())
}

/// What stands under a blog's address besides its pages.
const OF_A_BLOG: [&str; 10] =
    ["archive", "attachment", "author", "category", "comments", "embed", "feed", "feed.json", "page", "tag"];

/// The last part of an item's address: as it was, where there was one.
pub fn slug(item: &Item) -> Option<Slug> {
    let last = path_and_query(&item.link).filter(|path| !path.contains('?')).unwrap_or_default();
    let last = last.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let slug = [&item.name, last].into_iter().find_map(|name| decoded(name).parse::<Slug>().ok())?;
    let year = slug.as_str().len() == 4 && slug.as_str().bytes().all(|byte| byte.is_ascii_digit());
    if item.post_type == "page" && (year || OF_A_BLOG.contains(&slug.as_str())) {
        return format!("{}-page", slug.as_str()).parse().ok();
    }
    Some(slug)
}

/// An item's categories and tags, at the addresses that the file gives them; and the names of those that make none.
pub fn terms(item: &Item) -> (Vec<Term>, Vec<String>) {
    let (mut terms, mut without) = (vec![], vec![]);
    for term in &item.terms {
        let Some(kind) = term_kind(&term.domain) else { continue };
        let name = plain_line(if term.name.is_empty() { &term.nicename } else { &term.name });
        // WordPress puts what has no category into this one.
        if name.is_empty() || kind == "category" && name == "Uncategorized" {
            continue;
        }
        match term_slug(&term.nicename, &name) {
            Some(slug) => terms.push(Term { kind: kind.into(), slug, name }),
            None => without.push(name),
        }
    }
    (terms, without)
}

/// What a taxonomy of WordPress's own is here.
pub fn term_kind(domain: &str) -> Option<&'static str> {
    match domain {
        "category" => Some("category"),
        "post_tag" => Some("tag"),
        _ => None,
    }
}

/// The last part of the address of a category or tag: as it was, else made from its name.
pub fn term_slug(nicename: &str, name: &str) -> Option<String> {
    let given = decoded(nicename).to_lowercase();
    let is_slug = |slug: &str| {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        !slug.is_empty() && slug.chars().count() <= 200 && slug.chars().all(plain)
    };
    let slugs = [given.clone(), markup::slug(&given), markup::slug(name)];
    slugs.into_iter().find(|slug| is_slug(slug))
}

/// Who wrote an item together, where a plugin lets several: names as the site shows them.
pub fn co_authors(item: &Item, names: &std::collections::HashMap<String, String>) -> Vec<String> {
    let of_it = item.terms.iter().filter(|term| term.domain == "author");
    let mut people: Vec<String> = of_it
        .map(|term| {
            let keys = [&term.nicename, &term.name].map(|key| key.to_lowercase());
            let found = keys.iter().find_map(|key| names.get(key).or_else(|| names.get(key.strip_prefix("cap-")?)));
            let name = found.cloned().unwrap_or_else(|| plain_line(&term.name));
            if is_email(&name) { nameless().as_str().to_owned() } else { name }
        })
        .collect();
    people.dedup();
    people
}

/// The value of a custom field.
pub fn meta<'a>(item: &'a Item, key: &str) -> Option<&'a str> {
    item.meta.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
}

/// A file of the old site that a text shows or links to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Upload {
    /// The whole address.
    pub address: String,
    /// The path within the folder of uploads.
    pub path: String,
}

impl Upload {
    /// Whether its ending is that of a picture that can be shown.
    pub fn is_picture(&self) -> bool {
        is_picture(&self.path)
    }

    /// Its host and path, as texts that come with it are led by.
    pub fn place(&self) -> Option<String> {
        let url = Url::parse(&self.address).ok()?;
        let host = url.port().map_or_else(
            || url.host_str().unwrap_or_default().to_owned(),
            |port| format!("{}:{port}", url.host_str().unwrap_or_default()),
        );
        Some(format!("{}{}", bare_host(&host), path_in_one_form(url.path())))
    }

    /// Where it can lie in the folder: as its address says; without its site's number in a multisite; and the picture
    /// it was made smaller from.
    pub fn places(&self) -> Vec<String> {
        let mut places = vec![self.path.clone()];
        let in_network = self.path.strip_prefix("sites/").and_then(|rest| rest.split_once('/'));
        places.extend(in_network.map(|(_, path)| path.to_owned()));
        for place in places.clone() {
            places.extend(unscaled(&place));
        }
        places
    }
}

/// Whether the ending of a path is that of a picture that can be shown.
pub fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    matches!(ending.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp")
}

/// The upload that an address names, if it is one of this site. At the other hosts there is nothing but its files.
pub fn upload(address: &str, site: &Site, hosts: &BTreeSet<String>) -> Option<Upload> {
    let base = [&site.base_blog_url, &site.link].into_iter().find_map(|base| Url::parse(base).ok())?;
    let mut url = base.join(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    // Pictures come by these, too: i0.wp.com/old.example/wp-content/uploads/a.png.
    if matches!(url.host_str(), Some("i0.wp.com" | "i1.wp.com" | "i2.wp.com" | "i3.wp.com")) {
        url = Url::parse(&format!("https:/{}", url.path())).ok()?;
    }
    let host = |url: &Url| url.host_str().unwrap_or_default().trim_start_matches("www.").to_owned();
    let own = [&site.base_site_url, &site.base_blog_url, &site.link];
    if hosts.contains(&bare_host(url.host_str().unwrap_or_default())) {
        let path = decoded(url.path().trim_start_matches('/'));
        let path = path.split_once("wp-content/uploads/").map_or(path.as_str(), |(_, path)| path).to_owned();
        return Some(Upload { address: url.to_string(), path });
    }
    if !own.iter().filter_map(|own| Url::parse(own).ok()).any(|own| host(&own) == host(&url)) {
        return None;
    }
    let path = ["/wp-content/uploads/", "/wp-content/blogs.dir/", "/files/"]
        .iter()
        .find_map(|folder| url.path().split_once(folder).map(|(_, path)| path))?;
    Some(Upload { address: url.to_string(), path: decoded(path) })
}

/// The places of addresses in a text: the values of `src` and `href` between quotation marks.
pub fn addresses(source: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    for (at, _) in source.match_indices('=') {
        let before = source[..at].trim_end().as_bytes();
        let named = |name: &[u8]| {
            let Some(start) = before.len().checked_sub(name.len()) else { return false };
            before[start..].eq_ignore_ascii_case(name) && start > 0 && before[start - 1].is_ascii_whitespace()
        };
        if !named(b"src") && !named(b"href") {
            continue;
        }
        let after = source[at + 1..].trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
        let start = source.len() - after.len() + 1;
        if let Some(length) = source[start..].find(quote).filter(|length| (1..2000).contains(length)) {
            found.push(start..start + length);
        }
    }
    found
}

/// Whether what stands at this place among the [`addresses`] is shown in the text, and not only linked to.
pub fn is_shown(source: &str, place: &Range<usize>) -> bool {
    let before = source[..place.start].trim_end_matches(['"', '\'']).trim_end().trim_end_matches('=').trim_end();
    before.len() >= 3 && before.as_bytes()[before.len() - 3..].eq_ignore_ascii_case(b"src")
}

/// Whether a post sums a week up, by its title or its tags.
pub fn is_wrap_up<'a>(title: &'a str, tags: impl Iterator<Item = &'a str>) -> bool {
    let plain = |words: &str| words.to_lowercase().replace(['-', '_', ' '], "");
    [title].into_iter().chain(tags).any(|words| plain(words).contains("wrapup"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(network: &str, blog: &str) -> Site {
        Site { base_site_url: network.into(), base_blog_url: blog.into(), link: blog.into(), ..Site::default() }
    }

    fn item(post_type: &str, status: &str) -> Item {
        Item { post_type: post_type.into(), status: status.into(), ..Item::default() }
    }

    #[test]
    fn a_wrap_up_is_known_by_its_title_or_a_tag() {
        assert!(is_wrap_up("Week 3 wrap-up: tools", std::iter::empty()));
        assert!(is_wrap_up("That was a week", ["wrap up"].into_iter()));
        assert!(!is_wrap_up("Wrapping paper", ["upwards"].into_iter()));
    }

    #[test]
    fn a_blog_of_a_multisite_is_named_by_what_its_address_has_more() {
        for (network, blog, name) in [
            ("http://mooc.example/", "http://mooc.example/orchard", Some("orchard")),
            ("https://mooc.example", "http://mooc.example/course/Orchard/", Some("orchard")),
            ("https://mooc.example/", "https://orchard.mooc.example", Some("orchard")),
            ("https://www.mooc.example", "https://orchard.mooc.example/", Some("orchard")),
            ("https://mooc.example", "https://mooc.example/", None),
            ("https://www.mooc.example", "https://mooc.example/orchard", Some("orchard")),
            ("https://mooc.example", "https://www.mooc.example", None),
            ("https://mooc.example/wp", "https://mooc.example", None),
            ("https://mooc.example", "https://elsewhere.example", None),
            ("", "https://mooc.example/orchard", None),
        ] {
            assert_eq!(name_in_network(&site(network, blog)).as_deref(), name, "{blog} in {network}");
        }
    }

    #[test]
    fn a_site_that_moved_to_https_or_to_www_is_the_same_site() {
        let old = site("", "http://Shed.example/");
        for new in ["https://shed.example", "https://www.shed.example/", "http://WWW.shed.example"] {
            assert_eq!(Origin::of(&old).site(), Origin::of(&site("", new)).site(), "{new}");
        }
    }

    #[test]
    fn what_few_could_read_is_never_read_by_more() {
        let locked = Item { password: "secret".into(), ..item("post", "publish") };
        assert_eq!(visibility(&locked).unwrap().0, Visibility::Private);
        assert_eq!(visibility(&item("post", "private")).unwrap().0, Visibility::Private);
        for status in ["draft", "pending", "future", "auto-draft", "somebodys-own"] {
            assert_eq!(visibility(&item("post", status)).unwrap().0, Visibility::Draft, "{status}");
        }
        assert!(visibility(&item("post", "trash")).is_err());
        assert!(visibility(&item("wp_block", "publish")).is_err());
    }

    #[test]
    fn the_day_in_an_address_is_the_one_it_had() {
        let date = wxr::Date::from_mysql("2013-09-05 01:00:00");
        let day = |link: &str| day(&Item { link: link.into(), date, ..Item::default() }, Timestamp(0));
        assert_eq!(day("https://shed.example/2013/09/04/key/"), "2013/09/04");
        assert_eq!(day("https://shed.example/2013/13/44/key/"), "2013/09/05");
        assert_eq!(day("https://shed.example/?p=7"), "2013/09/05");
    }

    #[test]
    fn a_slug_stays_and_a_page_gives_way_to_what_a_blog_has_itself() {
        let named = |name: &str, post_type: &str| Item { name: name.into(), ..item(post_type, "publish") };
        assert_eq!(slug(&named("who-holds-the-key", "post")).unwrap().as_str(), "who-holds-the-key");
        assert_eq!(slug(&named("%d1%81%d0%b0%d0%b4", "post")).unwrap().as_str(), "сад");
        assert_eq!(slug(&named("feed", "page")).unwrap().as_str(), "feed-page");
        assert_eq!(slug(&named("2013", "page")).unwrap().as_str(), "2013-page");
        assert_eq!(slug(&named("", "post")), None);
    }

    #[test]
    fn an_upload_is_known_by_its_address_and_looked_for_where_it_can_lie() {
        let site = site("http://mooc.example/", "http://mooc.example/orchard");
        let upload = |address: &str| upload(address, &site, &BTreeSet::new());
        let known = upload("https://www.mooc.example/orchard/wp-content/uploads/sites/3/2013/09/a%20b-300x200.jpg");
        let places = known.unwrap().places();
        assert_eq!(
            places,
            [
                "sites/3/2013/09/a b-300x200.jpg",
                "2013/09/a b-300x200.jpg",
                "sites/3/2013/09/a b.jpg",
                "2013/09/a b.jpg"
            ]
        );
        assert_eq!(upload("/orchard/files/2013/09/x.png").unwrap().path, "2013/09/x.png");
        assert_eq!(upload("https://elsewhere.example/wp-content/uploads/x.png"), None);
        assert_eq!(upload("javascript:alert(1)//wp-content/uploads/x.png"), None);
        assert!(upload("/wp-content/uploads/a.JPG").unwrap().is_picture());
        assert!(!upload("/wp-content/uploads/a.pdf").unwrap().is_picture());
    }

    #[test]
    fn addresses_are_found_in_the_tags_that_have_them() {
        let source = r#"<a title="x" HREF = 'one'><img src="two" data-src="three"></a> src=four <p class="src=">"#;
        let found: Vec<&str> = addresses(source).into_iter().map(|place| &source[place]).collect();
        assert_eq!(found, ["one", "two"]);
        let shown: Vec<bool> = addresses(source).iter().map(|place| is_shown(source, place)).collect();
        assert_eq!(shown, [false, true]);
    }
}
