//! The addresses that things had on an old site: pure, so that it can be read and tested by itself.

use url::Url;
use wxr::{Item, Site};

use super::rules;
use crate::talk::old_sites::{bare_host, decoded, path_in_one_form};

/// Where a site was.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// Its host, in small letters and without `www.`.
    pub host: String,
    /// What all its addresses begin with: nothing, or as in `/orchard`.
    pub path: String,
    /// The address as it is written, with a slash at its end.
    pub address: String,
}

impl Home {
    /// Where an exported site was.
    pub fn of(site: &Site) -> Self {
        let address = rules::address(site);
        let Ok(url) = Url::parse(address) else { return Self { host: bare_host(address), ..Self::default() } };
        let path = path_in_one_form(url.path());
        let address = format!("{}/", url.as_str().trim_end_matches('/'));
        Self { host: host_of(&url), path: if path == "/" { String::new() } else { path }, address }
    }
}

fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    bare_host(&url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

/// Host and path of an address, decoded, without a slash at its end; with the query where there is one.
fn place(address: &str, home: &Home) -> Option<(String, String)> {
    let base = Url::parse(&home.address).ok();
    let url = Url::parse(address).ok().or_else(|| base?.join(address).ok())?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let path = path_in_one_form(url.path());
    let path = match url.query().filter(|query| !query.is_empty()) {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    // Every path leads to the front page; it cannot be one post's.
    (path != "/" && path.len() <= 1000).then(|| (host_of(&url), path))
}

/// The addresses at which an item was, as host and path. Those by its number are known without.
pub fn of_item(item: &Item, home: &Home) -> Vec<(String, String)> {
    let mut places: Vec<(String, String)> = vec![];
    let by_number = |path: &str| {
        let query = path.split_once('?').map_or("", |(_, query)| query);
        query.split('&').any(|part| ["p=", "page_id=", "attachment_id="].iter().any(|key| part.starts_with(key)))
    };
    let link = place(&item.link, home).filter(|(_, path)| !by_number(path));
    // Converters and old sites have the address in the identifier, perhaps that of another host; `?p=7` in it is a number
    // the post may have had once.
    let guid = Some(&item.guid).filter(|guid| guid.contains("://")).and_then(|guid| place(guid, home));
    let guid = guid.filter(|(host, path)| !by_number(path) || *host != home.host);
    if let Some((host, path)) = &link {
        places.extend(former_paths(item, path).into_iter().map(|path| (host.clone(), path)));
    }
    places.extend(link);
    places.extend(guid);
    if let Some(address) = &item.attachment_url {
        places.extend(place(address, home));
    }
    places.sort();
    places.dedup();
    places
}

/// The paths that a post had before it was renamed, or dated otherwise.
fn former_paths(item: &Item, path: &str) -> Vec<String> {
    if path.contains('?') {
        return vec![];
    }
    let values = |key: &str| -> Vec<String> {
        item.meta.iter().filter(|(name, _)| name == key).map(|(_, value)| decoded(value.trim())).collect()
    };
    let Some((above, name)) = path.rsplit_once('/') else { return vec![] };
    let slugs = values("_wp_old_slug").into_iter().filter(|slug| !slug.is_empty() && !slug.contains('/'));
    let names: Vec<String> = std::iter::once(name.to_owned()).chain(slugs).collect();
    let dates = values("_wp_old_date").into_iter().filter_map(|date| dated(above, &date));
    let folders: Vec<String> = std::iter::once(above.to_owned()).chain(dates).collect();
    let all = folders.iter().flat_map(|folder| names.iter().map(move |name| format!("{folder}/{name}")));
    all.filter(|former| former != path).collect()
}

/// A path with the day in it that a post had before.
fn dated(folder: &str, date: &str) -> Option<String> {
    let mut date = date.split('-');
    let date = [date.next()?, date.next()?, date.next()?];
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(date[0], 4) || !digits(date[1], 2) || !digits(date[2].get(..2)?, 2) {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').collect();
    let at = parts.iter().position(|part| digits(part, 4))?;
    for (part, new) in parts[at..].iter_mut().zip(date) {
        if !part.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        *part = new;
    }
    Some(parts.join("/"))
}

/// What begins the addresses of pages that Lyceum has itself: whatever an old site had there cannot be led on.
const PAGES: [&str; 20] = [
    "assets",
    "comments",
    "conversations",
    "files",
    "forgot",
    "health",
    "join",
    "language",
    "manage",
    "me",
    "members",
    "pictures",
    "posts",
    "preview",
    "reset",
    "robots.txt",
    "sign-in",
    "sign-out",
    "styleguide",
    "feed.json",
];

/// Whether a path is that of a page of Lyceum's own, or the front page of one of its blogs.
pub fn is_taken(path: &str, blogs: &[String]) -> bool {
    let mut parts = path.trim_start_matches('/').split('/');
    let first = parts.next().unwrap_or_default();
    let is_page = PAGES.contains(&first) && !first.contains('?');
    is_page || (parts.next().is_none() && blogs.iter().any(|blog| blog == first))
}

/// How WordPress makes the part of an address from the name that somebody signed in with.
pub fn author_slugs(login: &str) -> Vec<String> {
    let login = login.trim().to_lowercase();
    let dashed = |dot: &str| {
        let text = login.replace('@', "").replace('.', dot).replace(' ', "-");
        text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
    };
    let mut slugs = vec![dashed("-"), dashed(""), markup::slug(&login)];
    slugs.retain(|slug| !slug.is_empty());
    slugs.sort();
    slugs.dedup();
    slugs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> Home {
        Home { host: "old.example".into(), path: String::new(), address: "https://old.example/".into() }
    }

    fn paths(item: &Item) -> Vec<String> {
        of_item(item, &home()).into_iter().map(|(host, path)| format!("{host}{path}")).collect()
    }

    #[test]
    fn a_site_is_at_its_host_and_path() {
        let of = |address: &str| {
            let home = Home::of(&Site { base_blog_url: address.into(), ..Site::default() });
            (home.host, home.path)
        };
        assert_eq!(of("https://www.Old.example/"), ("old.example".into(), String::new()));
        assert_eq!(of("http://net.example:8080/Orchard/"), ("net.example:8080".into(), "/Orchard".into()));
    }

    #[test]
    fn a_post_was_at_its_link_and_at_the_names_and_days_it_had_before() {
        let meta = [("_wp_old_slug", "old-name"), ("_wp_old_slug", "%d1%81"), ("_wp_old_date", "2024-02-28")];
        let item = Item {
            link: "https://www.old.example/2024/03/01/new-name/".into(),
            guid: "https://old.example/?p=10".into(),
            meta: meta.map(|(key, value)| (key.into(), value.into())).into(),
            ..Item::default()
        };
        assert_eq!(
            paths(&item),
            [
                "old.example/2024/02/28/new-name",
                "old.example/2024/02/28/old-name",
                "old.example/2024/02/28/с",
                "old.example/2024/03/01/new-name",
                "old.example/2024/03/01/old-name",
                "old.example/2024/03/01/с",
            ]
        );
    }

    #[test]
    fn a_guid_is_an_address_unless_it_is_a_number_of_this_host() {
        let of = |guid: &str| paths(&Item { guid: guid.into(), link: "/a/".into(), ..Item::default() });
        assert_eq!(of("https://old.example/?p=7"), ["old.example/a"]);
        assert_eq!(of("https://before.example/?p=7"), ["before.example/?p=7", "old.example/a"]);
        assert_eq!(of("https://old.example/archives/7"), ["old.example/a", "old.example/archives/7"]);
        assert_eq!(of("urn:uuid:1"), ["old.example/a"]);
    }

    #[test]
    fn pages_of_lyceum_and_fronts_of_blogs_are_taken() {
        let blogs = ["orchard".to_owned()];
        for path in ["/members", "/members/ada", "/orchard", "/me/posts"] {
            assert!(is_taken(path, &blogs), "{path}");
        }
        for path in ["/about", "/orchard/about", "/membership", "/?p=7"] {
            assert!(!is_taken(path, &blogs), "{path}");
        }
    }

    #[test]
    fn people_are_at_what_wordpress_makes_of_their_login() {
        assert!(author_slugs("Ada").contains(&"ada".to_owned()));
        assert!(author_slugs("ada@people.example").contains(&"adapeople-example".to_owned()));
    }
}
