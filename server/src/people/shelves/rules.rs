//! What numbers and addresses books and articles have, and how a library is asked for one. Pure.

use std::str::FromStr;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;

use super::{Draft, Entry};

/// No title, and no line with authors, is longer, in characters.
pub const LONGEST_LINE: usize = 300;
/// No note is longer, in characters.
pub const LONGEST_NOTE: usize = 500;
/// No address is longer, in bytes.
pub const LONGEST_ADDRESS: usize = 2000;
/// No DOI is longer, in bytes. There is no limit by its handbook; none in use comes near.
const LONGEST_DOI: usize = 500;
/// A shelf holds no more.
pub const MOST_ENTRIES: i64 = 2000;
/// The latest year that somebody may read something of.
const LATEST_YEAR: i64 = 2999;

/// An ISBN of thirteen digits, the last of which was checked (ISO 2108).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Isbn(String);

impl Isbn {
    /// Its thirteen digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Isbn {
    type Err = &'static str;

    /// Ten or thirteen digits, with hyphens and spaces anywhere, and `ISBN` before them.
    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let upper = typed.trim().to_uppercase();
        // As books and shops have it: `eISBN 13: …`, `ISBN-10: …`, `urn:isbn:…`.
        let bare = upper.split_once("ISBN").map_or(upper.as_str(), |(_, rest)| {
            let rest = rest.trim_start_matches(['-', ' ']);
            let is_kind = |kind: &&str| rest.strip_prefix(*kind).is_some_and(|rest| rest.starts_with([':', ' ']));
            let kind = ["13", "10"].iter().find(|kind| is_kind(kind)).map_or("", |kind| *kind);
            rest[kind.len()..].trim_start_matches([':', ' ', '.'])
        });
        let is_between =
            |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}');
        let signs: String = bare.chars().filter(|c| !is_between(*c)).collect();
        let digits = |text: &str| -> Option<Vec<u32>> { text.chars().map(|c| c.to_digit(10)).collect() };
        match signs.len() {
            10 => {
                let (nine, last) = signs.split_at_checked(9).ok_or("shelf-isbn-wrong")?;
                let nine = digits(nine).ok_or("shelf-isbn-wrong")?;
                let last = if last == "X" { Some(10) } else { last.parse().ok() };
                let last: u32 = last.ok_or("shelf-isbn-wrong")?;
                let sum: u32 = nine.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
                if !(sum + last).is_multiple_of(11) {
                    return Err("shelf-isbn-digit");
                }
                let twelve: Vec<u32> = [9, 7, 8].into_iter().chain(nine).collect();
                let text: String = twelve.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
                Ok(Self(format!("{text}{}", check_digit(&twelve))))
            }
            13 => {
                let all = digits(&signs).ok_or("shelf-isbn-wrong")?;
                if !signs.starts_with("978") && !signs.starts_with("979") {
                    return Err("shelf-isbn-wrong");
                }
                if check_digit(&all[..12]) == all[12] { Ok(Self(signs)) } else { Err("shelf-isbn-digit") }
            }
            _ => Err("shelf-isbn-wrong"),
        }
    }
}

/// The thirteenth digit after twelve.
fn check_digit(twelve: &[u32]) -> u32 {
    let sum: u32 = twelve.iter().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    (10 - sum % 10) % 10
}

/// A DOI (ISO 26324) in small letters, since capitals make no difference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doi(String);

impl Doi {
    /// The name itself: `10.1000/182`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Doi {
    type Err = &'static str;

    /// The name itself, with `doi:` before it, or as an address.
    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let typed = typed.trim().trim_start_matches('<').trim_end_matches('>');
        let lower = typed.to_lowercase();
        let (name, is_address) = match at_resolver(&lower) {
            Some(rest) => (rest, true),
            None => {
                let bare = ["urn:", "info:"].iter().find_map(|before| lower.strip_prefix(before)).unwrap_or(&lower);
                let bare = bare.strip_prefix("doi").map_or(bare, |rest| rest.trim_start_matches([':', '/', ' ']));
                (at_resolver(bare).unwrap_or(bare), false)
            }
        };
        let name = if is_address { percent_decode_str(name).decode_utf8_lossy().into_owned() } else { name.to_owned() };
        let name = without_end(&name);
        let (prefix, suffix) = name.split_once('/').ok_or("shelf-doi-wrong")?;
        let registrant = prefix.strip_prefix("10.").ok_or("shelf-doi-wrong")?;
        let is_number = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|b| b.is_ascii_digit());
        let fits = registrant.split('.').all(is_number)
            && !suffix.is_empty()
            && !suffix.contains(|c: char| c.is_whitespace() || c.is_control())
            && name.len() <= LONGEST_DOI;
        if fits { Ok(Self(name.to_owned())) } else { Err("shelf-doi-wrong") }
    }
}

/// What stands behind the address of the resolver, if this is one of its addresses.
fn at_resolver(address: &str) -> Option<&str> {
    let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    let hosts = ["doi.org/", "dx.doi.org/", "www.doi.org/"];
    let rest = hosts.iter().find_map(|host| rest.strip_prefix(host))?;
    Some(rest.strip_prefix("doi:").unwrap_or(rest))
}

/// Without the end of the sentence from which it was copied.
fn without_end(name: &str) -> &str {
    let mut name = name;
    loop {
        let last = name.chars().next_back();
        let is_end = match last {
            Some('.' | ',' | ';' | '"' | '\'' | '”' | '’' | '»') => true,
            Some(')') => name.matches(')').count() > name.matches('(').count(),
            Some(']') => name.matches(']').count() > name.matches('[').count(),
            _ => false,
        };
        match last {
            Some(last) if is_end => name = &name[..name.len() - last.len_utf8()],
            _ => return name,
        }
    }
}

/// An address on the web as it was typed, `https` if it says nothing else; empty if nothing was.
///
/// # Errors
/// The message that says what is wrong with it.
pub fn address(typed: &str) -> Result<String, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    let full = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    if full.len() > LONGEST_ADDRESS {
        return Err("field-too-long");
    }
    match Url::parse(&full) {
        Ok(url) if is_on_the_web(&url) => Ok(full),
        _ => Err("shelf-address-wrong"),
    }
}

fn is_on_the_web(url: &Url) -> bool {
    let is_bare = url.username().is_empty() && url.password().is_none();
    matches!(url.scheme(), "http" | "https") && is_bare && url.host_str().is_some_and(|host| host.contains('.'))
}

/// A year; nothing: nobody knows.
///
/// # Errors
/// The message that says that it is none.
pub fn year(typed: &str) -> Result<Option<i64>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(year) if (1..=LATEST_YEAR).contains(&year) => Ok(Some(year)),
            _ => Err("shelf-year-wrong"),
        },
    }
}

/// What it is, whoever has it on a shelf: the name by which two entries are known to be of the same work.
pub fn work(draft: &Draft) -> String {
    if let Some(doi) = &draft.doi {
        return format!("doi:{}", doi.as_str());
    }
    if let Some(isbn) = &draft.isbn {
        return format!("isbn:{}", isbn.as_str());
    }
    if !draft.address.is_empty() {
        return format!("at:{}", same_address(&draft.address));
    }
    let plain = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{BY_TITLE}{}|{}", plain(&draft.title), plain(&draft.authors))
}

/// The works of which nothing is known but a title: they are one person's, and never taken for another's.
pub const BY_TITLE: &str = "as:";

/// An address without what makes no difference to where it leads.
fn same_address(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return address.to_owned() };
    url.set_fragment(None);
    let is_tracking = |name: &str| name.starts_with("utm_") || matches!(name, "fbclid" | "gclid" | "mc_cid" | "mc_eid");
    if url.query().is_some() {
        let kept: Vec<(String, String)> =
            url.query_pairs().filter(|(name, _)| !is_tracking(name)).map(|(a, b)| (a.into(), b.into())).collect();
        if kept.is_empty() {
            url.set_query(None);
        } else {
            url.query_pairs_mut().clear().extend_pairs(kept);
        }
    }
    let bare = url.as_str().split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_owned()
}

/// What somebody typed who knows one thing of what they want to add.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Known {
    /// An ISBN.
    Isbn(Isbn),
    /// A DOI.
    Doi(Doi),
    /// An address.
    Address(String),
    /// A title, or its beginning.
    Title(String),
}

/// What somebody typed, taken for what it looks like.
pub fn recognise(typed: &str) -> Known {
    let typed = typed.trim();
    if let Ok(doi) = typed.parse() {
        return Known::Doi(doi);
    }
    if let Ok(isbn) = typed.parse() {
        return Known::Isbn(isbn);
    }
    let looks_like_address = typed.contains("://") || (typed.contains('.') && typed.contains('/'));
    match address(typed) {
        Ok(address) if looks_like_address && !typed.contains(char::is_whitespace) => Known::Address(address),
        _ => Known::Title(typed.to_owned()),
    }
}

/// The address at which a library is asked, with places for what is looked for: `https://library.example/?q={any}`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Library(String);

/// The places a pattern may have.
const PLACES: [&str; 5] = ["isbn", "doi", "title", "author", "any"];

impl FromStr for Library {
    type Err = &'static str;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let typed = typed.trim();
        let full = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
        if full.len() > LONGEST_ADDRESS {
            return Err("field-too-long");
        }
        let mut rest = full.as_str();
        let mut count = 0;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, after) = after.split_once('}').ok_or("shelf-library-place")?;
            if before.contains('}') || !PLACES.contains(&place) {
                return Err("shelf-library-place");
            }
            (rest, count) = (after, count + 1);
        }
        if rest.contains('}') {
            return Err("shelf-library-place");
        }
        if count == 0 {
            return Err("shelf-library-no-place");
        }
        // Nobody's library is another for every book.
        let host = |fill: &str| Url::parse(&filled(&full, |_| Some(fill.into()))?).ok().filter(is_on_the_web);
        match (host("1"), host("x")) {
            (Some(one), Some(other)) if one.origin() == other.origin() => Ok(Self(full)),
            _ => Err("shelf-library-wrong"),
        }
    }
}

impl Library {
    /// The pattern.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address at which the library is asked for this, if the pattern has no place for what is not known of it.
    pub fn ask(&self, entry: &Entry) -> Option<String> {
        let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let author = entry.authors().next().unwrap_or_default();
        filled(&self.0, |place| match place {
            "isbn" => known(&entry.isbn),
            "doi" => known(&entry.doi),
            "title" => known(&entry.title),
            "author" => known(author),
            _ => known(&entry.isbn)
                .or_else(|| known(&entry.doi))
                .or_else(|| known(format!("{} {author}", entry.title).trim())),
        })
    }
}

/// A pattern with its places filled in, percent-encoded so that nothing of it can be taken for anything else.
fn filled(pattern: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::with_capacity(pattern.len() + 64);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}')?;
        out.push_str(before);
        out.extend(utf8_percent_encode(&value(place)?, NON_ALPHANUMERIC));
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// What a DOI is not written with in an address (DOI Handbook, encoding rules for URLs).
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The address of a DOI.
pub fn doi_url(doi: &str) -> String {
    format!("https://doi.org/{}", utf8_percent_encode(doi, IN_PATH))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::Kind, *};

    fn isbn(typed: &str) -> Result<String, &'static str> {
        typed.parse::<Isbn>().map(|isbn| isbn.0)
    }

    fn doi(typed: &str) -> Result<String, &'static str> {
        typed.parse::<Doi>().map(|doi| doi.0)
    }

    fn library(typed: &str) -> Result<String, &'static str> {
        typed.parse::<Library>().map(|library| library.0)
    }

    #[test]
    fn an_isbn_is_read_however_it_is_written() {
        for typed in [
            "9780306406157",
            "978-0-306-40615-7",
            "ISBN 978 0 306 40615 7",
            "isbn: 0-306-40615-2",
            "ISBN-13: 978‐0‐306‐40615‐7",
            "ISBN-10 0306406152",
            "urn:isbn:9780306406157",
            "eISBN 13: 978-0-306-40615-7",
            "9-780306-406157",
            " 0306406152 ",
        ] {
            assert_eq!(isbn(typed).as_deref(), Ok("9780306406157"), "{typed}");
        }
        assert_eq!(isbn("080442957X").as_deref(), Ok("9780804429573"));
        assert_eq!(isbn("0-8044-2957-x").as_deref(), Ok("9780804429573"));
        assert_eq!(isbn("979-10-90636-07-1").as_deref(), Ok("9791090636071"));
    }

    #[test]
    fn a_wrong_digit_is_told_from_what_is_no_isbn() {
        for typed in ["9780306406158", "0306406153", "0804429570"] {
            assert_eq!(isbn(typed), Err("shelf-isbn-digit"), "{typed}");
        }
        for typed in [
            "",
            "ISBN",
            "978030640615",
            "97803064061577",
            "X306406152",
            "9770306406157",
            "abcdefghij",
            "９７８０３０６４０６１５７",
            "ééééé",
        ] {
            assert_eq!(isbn(typed), Err("shelf-isbn-wrong"), "{typed}");
        }
    }

    #[test]
    fn a_doi_is_read_however_it_is_written() {
        for typed in [
            "10.1000/182",
            "doi:10.1000/182",
            "DOI: 10.1000/182",
            "doi 10.1000/182",
            "https://doi.org/10.1000/182",
            "http://dx.doi.org/10.1000/182",
            "doi.org/10.1000/182",
            "https://www.doi.org/10.1000%2F182",
            "https://doi.org/doi:10.1000/182",
            "info:doi/10.1000/182",
            "urn:doi:10.1000/182",
            "10.1000/182.",
            "(10.1000/182)".trim_start_matches('('),
            " <https://doi.org/10.1000/182> ",
        ] {
            assert_eq!(doi(typed).as_deref(), Ok("10.1000/182"), "{typed}");
        }
        assert_eq!(doi("10.1016/S0140-6736(05)71146-6").as_deref(), Ok("10.1016/s0140-6736(05)71146-6"));
        let old = "10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-1";
        assert_eq!(doi(old).as_deref(), Ok(old));
        assert_eq!(doi(&doi_url(old)).as_deref(), Ok(old));
        assert_eq!(doi("10.1000.10/a%2Fb").as_deref(), Ok("10.1000.10/a%2fb"), "a name is taken as it is");
    }

    #[test]
    fn what_is_no_doi_is_none() {
        for typed in [
            "",
            "10.1000",
            "10.1000/",
            "10./182",
            "11.1000/182",
            "10.abc/182",
            "10.1000/18 2",
            "https://example.org/10.1000/182",
            "doi:",
            "10.1000/.",
        ] {
            assert_eq!(doi(typed), Err("shelf-doi-wrong"), "{typed}");
        }
    }

    #[test]
    fn an_address_leads_to_the_web_and_holds_no_password() {
        for (typed, kept) in [
            ("https://example.org/a?b#c", "https://example.org/a?b#c"),
            ("example.org/a", "https://example.org/a"),
            ("http://example.org", "http://example.org"),
            ("", ""),
        ] {
            assert_eq!(address(typed).as_deref(), Ok(kept), "{typed}");
        }
        for typed in [
            "javascript://example.org/%0aalert(1)",
            "ftp://example.org",
            "https://me:you@example.org",
            "nothing",
            "https://",
            "data:text/html,x",
        ] {
            assert_eq!(address(typed), Err("shelf-address-wrong"), "{typed}");
        }
    }

    fn draft(title: &str, address: &str) -> Draft {
        Draft { title: title.into(), address: address.into(), ..Draft::of(Kind::Other) }
    }

    #[test]
    fn the_same_work_is_known_by_its_best_name() {
        let same = [
            "https://example.org/a",
            "http://www.example.org/a/",
            "https://EXAMPLE.org/a#part-two",
            "https://example.org/a?utm_source=mail&fbclid=1",
        ];
        for address in same {
            assert_eq!(work(&draft("Any", address)), "at:example.org/a", "{address}");
        }
        assert_ne!(
            work(&draft("Any", "https://example.org/a?id=1")),
            work(&draft("Any", "https://example.org/a?id=2"))
        );
        assert_eq!(work(&draft("Deep  Work", "")), work(&draft("deep work", "")));
        let mut both = draft("Any", "https://example.org/a");
        both.isbn = Some("0306406152".parse().unwrap());
        assert_eq!(work(&both), "isbn:9780306406157");
        both.doi = Some("10.1000/182".parse().unwrap());
        assert_eq!(work(&both), "doi:10.1000/182");
    }

    #[test]
    fn what_is_typed_is_taken_for_what_it_looks_like() {
        assert!(matches!(recognise("978-0-306-40615-7"), Known::Isbn(_)));
        assert!(matches!(recognise("https://doi.org/10.1000/182"), Known::Doi(_)));
        assert!(matches!(recognise("10.1000/182"), Known::Doi(_)));
        assert!(matches!(recognise("https://example.org"), Known::Address(_)));
        assert!(matches!(recognise("example.org/reading"), Known::Address(_)));
        for title in ["Deep work", "9780306406158", "Node.js", "And/or in law. A study", "1984", ""] {
            assert!(matches!(recognise(title), Known::Title(_)), "{title}");
        }
    }

    #[test]
    fn a_library_has_places_and_is_always_the_same_one() {
        for typed in [
            "https://search.worldcat.org/search?q={any}",
            "https://opac.example.org/isbn/{isbn}",
            "opac.example.org/?t={title}&a={author}",
            "http://opac.example.org/{doi}",
        ] {
            assert!(library(typed).is_ok(), "{typed}");
        }
        for (typed, why) in [
            ("https://opac.example.org/", "shelf-library-no-place"),
            ("https://opac.example.org/{ISBN}", "shelf-library-place"),
            ("https://opac.example.org/{isbn", "shelf-library-place"),
            ("https://opac.example.org/isbn}{doi}", "shelf-library-place"),
            ("https://{title}.example.org/", "shelf-library-wrong"),
            ("https://opac.example.org:{isbn}/", "shelf-library-wrong"),
            ("javascript:alert({title})", "shelf-library-wrong"),
            ("javascript://example.org/{title}", "shelf-library-wrong"),
            ("https://me@opac.example.org/{isbn}", "shelf-library-wrong"),
            ("{any}", "shelf-library-wrong"),
        ] {
            assert_eq!(library(typed), Err(why), "{typed}");
        }
    }

    #[test]
    fn a_library_is_asked_for_what_is_known() {
        let entry = Entry::example("War & peace", "Tolstoy, Leo; Maude, Louise", "9780306406157", "");
        let ask = |pattern: &str| pattern.parse::<Library>().unwrap().ask(&entry);
        let at = |query: &str| Some(format!("https://opac.example.org/{query}"));
        assert_eq!(ask("https://opac.example.org/{isbn}"), at("9780306406157"));
        assert_eq!(
            ask("https://opac.example.org/?t={title}&a={author}"),
            at("?t=War%20%26%20peace&a=Tolstoy%2C%20Leo")
        );
        assert_eq!(ask("https://opac.example.org/{any}"), at("9780306406157"));
        assert_eq!(ask("https://opac.example.org/{doi}"), None);
        let bare = Entry::example("Lost & found", "", "", "");
        let any = "https://opac.example.org/{any}".parse::<Library>().unwrap();
        assert_eq!(any.ask(&bare), at("Lost%20%26%20found"));
    }

    proptest! {
        #[test]
        fn an_isbn_of_ten_becomes_one_of_thirteen_that_is_read_as_itself(nine in proptest::collection::vec(0_u32..10, 9)) {
            let sum: u32 = nine.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
            let last = (11 - sum % 11) % 11;
            let text: String = nine.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
            let text = if last == 10 { format!("{text}X") } else { format!("{text}{last}") };
            let long = isbn(&text).unwrap();
            prop_assert_eq!(isbn(&long).unwrap(), long.clone());
            prop_assert!(long.starts_with("978") && long[3..12] == text[..9]);
        }

        #[test]
        fn one_wrong_digit_is_always_found(at in 3_usize..13, by in 1_u32..10) {
            let mut digits: Vec<u32> = "9780306406157".chars().filter_map(|c| c.to_digit(10)).collect();
            digits[at] = (digits[at] + by) % 10;
            let text: String = digits.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
            prop_assert!(isbn(&text).is_err());
        }

        #[test]
        fn a_doi_is_read_as_itself_and_comes_back_from_its_address(suffix in "[a-z0-9()<>:;._#?%/-]{0,30}[a-z0-9]") {
            if let Ok(name) = doi(&format!("10.1234/{suffix}")) {
                prop_assert_eq!(doi(&name).unwrap(), name.clone());
                prop_assert_eq!(doi(&doi_url(&name)).unwrap(), name);
            }
        }

        #[test]
        fn whatever_is_typed_is_read_without_a_panic(typed in "\\PC{0,40}") {
            let _ = (isbn(&typed), doi(&typed), address(&typed), library(&typed), recognise(&typed), year(&typed));
        }

        #[test]
        fn whatever_is_looked_for_stays_in_its_place(title in "\\PC{1,40}") {
            let entry = Entry::example(&title, "", "", "");
            let asked = "https://opac.example.org/?q={title}&x=1".parse::<Library>().unwrap().ask(&entry).unwrap();
            let url = Url::parse(&asked).unwrap();
            prop_assert_eq!(url.host_str(), Some("opac.example.org"));
            let pairs: Vec<(String, String)> = url.query_pairs().map(|(a, b)| (a.into(), b.into())).collect();
            prop_assert_eq!(pairs, vec![("q".to_owned(), title), ("x".to_owned(), "1".to_owned())]);
        }
    }
}
