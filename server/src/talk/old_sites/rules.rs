//! How addresses of old sites are read, so that however one is written, it is one.

use url::Url;

/// A host in small letters, without `www.`, and without a port that says nothing.
pub fn bare_host(host: &str) -> String {
    let host = host.trim().trim_end_matches('.').to_lowercase();
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(&host);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// A path decoded, without empty parts, and without a slash at its end.
pub fn path_in_one_form(path: &str) -> String {
    let decoded = decoded(path);
    let parts: Vec<&str> = decoded.split('/').filter(|part| !part.is_empty()).collect();
    format!("/{}", parts.join("/"))
}

/// Text without percent-encoding, which WordPress stores for letters beyond ASCII.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        let code = more.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &more[2..];
            }
            None => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// As addresses were remembered before they were decoded: the percent-encoding in small letters (RFC 3986, 6.2.2.1, in
/// the case that WordPress writes), without a slash at the end.
fn encoded_in_one_form(path: &str) -> String {
    let mut digits = 0;
    let mut one_form = String::with_capacity(path.len());
    for c in path.chars() {
        one_form.push(if digits > 0 { c.to_ascii_lowercase() } else { c });
        digits = if c == '%' { 2 } else { std::cmp::max(digits, 1) - 1 };
    }
    let short = one_form.trim_end_matches('/');
    if short.is_empty() { "/".to_owned() } else { short.to_owned() }
}

/// Where something is or was on the web.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct OldAddress {
    /// The host, as [`bare_host`] makes it.
    pub host: String,
    /// The path as it is written.
    pub path: String,
    /// What stands after the `?`.
    pub query: String,
    /// What stands after the `#`.
    pub fragment: String,
}

impl OldAddress {
    /// The place that an address names.
    pub fn of(url: &Url) -> Option<Self> {
        let host = url.host_str().filter(|_| matches!(url.scheme(), "http" | "https"))?;
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let (mut host, mut path) = (bare_host(&host), url.path());
        // Pictures of WordPress sites come by these, too: i0.wp.com/old.example/wp-content/uploads/a.png.
        if matches!(host.as_str(), "i0.wp.com" | "i1.wp.com" | "i2.wp.com" | "i3.wp.com")
            && let Some((own, rest)) = path.trim_start_matches('/').split_once('/')
        {
            (host, path) = (bare_host(own), &path[path.len() - rest.len() - 1..]);
        }
        Some(Self {
            host,
            path: path.to_owned(),
            query: url.query().unwrap_or_default().to_owned(),
            fragment: url.fragment().unwrap_or_default().to_owned(),
        })
    }

    /// The place that a request names.
    pub fn asked(host: &str, path_and_query: &str) -> Self {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        Self { host: bare_host(host), path: path.to_owned(), query: query.to_owned(), fragment: String::new() }
    }
}

/// What an address may ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// The item with this number, of the site under this path.
    Number(String, i64),
    /// Whatever was at this path.
    Path(String),
    /// A page of the blog of the site under this path.
    Blog(String, String),
}

/// The keys of a query by which WordPress finds an item.
const NUMBERS: [&str; 3] = ["p", "page_id", "attachment_id"];
/// Those by which it finds a list.
const LISTS: [&str; 5] = ["cat", "tag", "author", "author_name", "category_name"];

/// Whether a query asks an old site for something.
pub fn asks_for_something(query: &str) -> bool {
    pairs(query)
        .any(|(key, value)| !value.is_empty() && (NUMBERS.contains(&&*key) || LISTS.contains(&&*key) || key == "m"))
}

/// Whether a query asks an old site for a single item.
pub fn asks_for_a_number(query: &str) -> bool {
    pairs(query).any(|(key, value)| !value.is_empty() && NUMBERS.contains(&&*key))
}

fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    url::form_urlencoded::parse(query.as_bytes()).into_owned().collect::<Vec<_>>().into_iter()
}

/// What a place may be, the likeliest first.
pub fn questions(place: &OldAddress) -> Vec<Question> {
    let mut questions = vec![];
    let path = path_in_one_form(&place.path);
    let path = path.strip_suffix("/index.php").map_or(&*path, |base| if base.is_empty() { "/" } else { base });
    let base = if path == "/" { "" } else { path };
    let query: Vec<(String, String)> = pairs(&place.query).collect();
    let value = |key: &str| query.iter().find(|(k, v)| k == key && !v.is_empty()).map(|(_, value)| value);
    for key in NUMBERS {
        if let Some(number) = value(key).and_then(|number| number.parse().ok()) {
            questions.push(Question::Number(base.to_owned(), number));
            questions.push(Question::Path(format!("{base}/?{key}={number}")));
        }
    }
    for key in LISTS {
        questions.extend(value(key).map(|value| Question::Path(format!("{base}/?{key}={}", value.to_lowercase()))));
    }
    if let Some(time) = value("m").and_then(|time| time_of(time)) {
        questions.push(Question::Blog(base.to_owned(), time));
    }
    if !questions.is_empty() && path == "/" {
        return questions;
    }
    if !place.query.is_empty() {
        questions.push(Question::Path(format!("{path}?{}", place.query)));
    }
    let mut at = path.to_owned();
    for _ in 0..4 {
        questions.push(Question::Path(at.clone()));
        if let Some(rest) = at.strip_prefix("/index.php/") {
            questions.push(Question::Path(format!("/{rest}")));
        }
        let Some(above) = above(&at) else { break };
        at = above;
    }
    questions.extend(lists(&at).map(Question::Path));
    questions.push(Question::Path(encoded_in_one_form(&place.path)));
    questions.extend(other_sizes(path).map(Question::Path));
    questions.push(archive(&at));
    questions
}

/// Where a list may be noted: sites can put something before `category` and `tag`, and leave out what is above.
fn lists(path: &str) -> impl Iterator<Item = String> {
    let found = ["/category/", "/tag/"].iter().find_map(|folder| path.find(folder).map(|at| (at, *folder)));
    let named = found.map(|(at, _)| path[at..].to_owned());
    let alone = found.and_then(|(_, folder)| path.rsplit('/').next().map(|name| format!("{folder}{name}")));
    named.into_iter().chain(alone)
}

/// The path above one that names a part or another form of what is there: a page of it, its feed, its comments.
fn above(path: &str) -> Option<String> {
    let (above, last) = path.rsplit_once('/')?;
    let number = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_form = matches!(last, "feed" | "rss" | "rss2" | "rdf" | "atom" | "amp" | "embed" | "trackback");
    let is_part = last.strip_prefix("comment-page-").is_some_and(number);
    let above = if number(last) {
        above.strip_suffix("/page").unwrap_or(above)
    } else if is_form || is_part {
        above
    } else {
        return None;
    };
    // The year, month and day of an archive are numbers as well.
    let is_time = number(last) && times(path).is_some();
    (!is_time).then(|| if above.is_empty() { "/".to_owned() } else { above.to_owned() })
}

/// Where whoever asked for a feed finds the feed of what they are led to: feed readers cannot do anything with a page. An
/// archive has none, but its blog has.
pub fn as_asked(old: &str, page: String) -> String {
    let mut old = old.split('?').next().unwrap_or_default().trim_end_matches('/').rsplit('/');
    let form = match old.next() {
        Some("atom") => "feed/atom/",
        Some("feed" | "rss" | "rss2" | "rdf") => "feed/",
        _ => return page,
    };
    if page.contains(['?', '#']) {
        return page;
    }
    let parts: Vec<&str> = page.split('/').filter(|part| !part.is_empty()).collect();
    let is_archive = (2..=4).contains(&parts.len()) && times(page.trim_end_matches('/')).is_some();
    if is_archive { format!("/{}/{form}", parts[0]) } else { format!("{page}{form}") }
}

/// The archive or front page that a path is, as a page of its blog.
fn archive(path: &str) -> Question {
    if let Some((base, time)) = times(path) {
        return Question::Blog(base, time);
    }
    let base = if path == "/" { "" } else { path };
    Question::Blog(base.to_owned(), String::new())
}

/// The time at the end of a path, as the page of a blog, and what stands before it.
fn times(path: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let at = parts.iter().rposition(|part| digits(part, 4))?;
    let time = &parts[at..];
    let good = time.len() <= 3 && time[1..].iter().all(|part| digits(part, 2));
    let year: u32 = time[0].parse().ok()?;
    (good && (1990..2100).contains(&year)).then(|| {
        let base = if at == 0 { String::new() } else { format!("/{}", parts[..at].join("/")) };
        (base, format!("{}/", time.join("/")))
    })
}

/// `2024`, `202403` or `20240301` as the page of a blog.
fn time_of(text: &str) -> Option<String> {
    let good = matches!(text.len(), 4 | 6 | 8) && text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |from: usize| text.get(from..from + 2).map(|part| format!("{part}/")).unwrap_or_default();
    good.then(|| format!("{}/{}{}", &text[..4], part(4), part(6)))
}

/// `2013/09/shed-300x200.jpg` was made from `2013/09/shed.jpg`, or from what WordPress calls `shed-scaled.jpg`.
fn other_sizes(path: &str) -> impl Iterator<Item = String> {
    let whole = unscaled(path).unwrap_or_else(|| path.to_owned());
    let scaled = whole.rsplit_once('.').map(|(stem, ending)| match stem.strip_suffix("-scaled") {
        Some(original) => format!("{original}.{ending}"),
        None => format!("{stem}-scaled.{ending}"),
    });
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    [Some(whole), scaled].into_iter().flatten().filter(move |_| is_file)
}

/// The picture that one of another size was made from.
pub fn unscaled(path: &str) -> Option<String> {
    let (stem, ending) = path.rsplit_once('.')?;
    let (stem, size) = stem.rsplit_once('-')?;
    let (width, height) = size.split_once('x')?;
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (number(width) && number(height)).then(|| format!("{stem}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(address: &str) -> Vec<Question> {
        questions(&OldAddress::asked("old.example", address))
    }

    fn first_path(address: &str, path: &str) -> bool {
        asked(address).contains(&Question::Path(path.to_owned()))
    }

    #[test]
    fn a_host_is_the_same_however_it_is_written() {
        for host in ["www.Old.example", "old.example:443", "OLD.EXAMPLE.", "old.example:80"] {
            assert_eq!(bare_host(host), "old.example", "{host}");
        }
        assert_eq!(bare_host("old.example:8080"), "old.example:8080");
    }

    #[test]
    fn numbers_are_asked_for_first() {
        for (address, base, number) in [
            ("/?p=7", "", 7),
            ("/?utm=x&page_id=7", "", 7),
            ("/index.php?p=7", "", 7),
            ("/orchard/?attachment_id=7", "/orchard", 7),
        ] {
            assert_eq!(asked(address)[0], Question::Number(base.to_owned(), number), "{address}");
        }
        assert!(asks_for_something("x=1&cat=4") && !asks_for_something("after=3&p="));
    }

    #[test]
    fn what_stands_under_a_post_leads_to_it() {
        for under in [
            "",
            "/",
            "/2/",
            "/3",
            "/comment-page-2/",
            "/amp/",
            "/feed/",
            "/feed/atom/",
            "/page/2/",
            "/embed",
            "/comment-page-2/feed",
        ] {
            let address = format!("/2024/03/01/three{under}");
            assert!(first_path(&address, "/2024/03/01/three"), "{address}");
        }
        assert!(first_path("/index.php/2024/three/", "/2024/three"));
        assert!(first_path("/%D1%81%d0%b0%D0%B4/", "/сад"));
        assert!(!first_path("/2024/03/01/", "/2024/03"));
    }

    #[test]
    fn lists_are_found_under_whatever_a_site_put_before_them() {
        assert!(first_path("/post/tag/plus/", "/tag/plus"));
        assert!(first_path("/topics/category/a/b/page/2/", "/category/a/b"));
        assert!(first_path("/category/a/b/", "/category/b"));
    }

    #[test]
    fn archives_are_pages_of_the_blog() {
        for (address, base, page) in [
            ("/2024/03/", "", "2024/03/"),
            ("/orchard/2024/", "/orchard", "2024/"),
            ("/2024/03/01/page/2/", "", "2024/03/01/"),
            ("/page/2/", "", ""),
            ("/feed/", "", ""),
            ("/?m=202403", "", "2024/03/"),
        ] {
            assert_eq!(asked(address).last(), Some(&Question::Blog(base.into(), page.into())), "{address}");
        }
    }

    #[test]
    fn whoever_asks_for_a_feed_is_led_to_one() {
        for (old, page, feed) in [
            ("/feed/", "/blog/", "/blog/feed/"),
            ("/feed/rss2?x=1", "/blog/", "/blog/feed/"),
            ("/feed/atom/", "/blog/", "/blog/feed/atom/"),
            ("/2024/03/feed/", "/blog/2024/03/", "/blog/feed/"),
            ("/2024/03/01/one/feed", "/blog/2024/03/01/one/", "/blog/2024/03/01/one/feed/"),
            ("/tag/a/feed/", "/blog/tag/a/", "/blog/tag/a/feed/"),
            ("/2024/03/01/one/amp/", "/blog/2024/03/01/one/", "/blog/2024/03/01/one/"),
            ("/my-feed/", "/blog/my-feed/", "/blog/my-feed/"),
        ] {
            assert_eq!(as_asked(old, page.into()), feed, "{old}");
        }
    }

    #[test]
    fn a_picture_of_another_size_is_the_same_picture() {
        assert!(first_path("/wp-content/uploads/a-300x200.png", "/wp-content/uploads/a.png"));
        assert!(first_path("/wp-content/uploads/a-300x200.png", "/wp-content/uploads/a-scaled.png"));
        assert_eq!(unscaled("/a-b.png"), None);
    }

    #[test]
    fn text_that_only_looks_encoded_stays() {
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("a%zz%2"), "a%zz%2");
        assert_eq!(decoded("%ff"), "%ff");
    }
}
