//! Parts of what is long, so that one can begin to watch in the midst of it (RFC 9110, 14).

use std::ops::Range;

use axum::http::{HeaderMap, Method, header};

/// What of a file is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Asked {
    /// All of it.
    Whole,
    /// These bytes of it.
    Part(Range<u64>),
    /// A part that it does not have.
    Beyond,
}

/// What a `Range` header asks for of so many bytes. Several parts at once are answered as the whole, as anybody may
/// (14.2), and so is what makes no sense.
fn asked(range: &str, length: u64) -> Asked {
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse().unwrap_or(u64::MAX))
    };
    let part = range.split_once('=').filter(|(unit, _)| unit.trim().eq_ignore_ascii_case("bytes"));
    let Some((first, last)) = part.and_then(|(_, part)| part.trim().split_once('-')) else { return Asked::Whole };
    match (first.trim(), last.trim()) {
        ("", last) => match number(last) {
            Some(0) => Asked::Beyond,
            Some(_) if length == 0 => Asked::Beyond,
            Some(count) => Asked::Part(length.saturating_sub(count)..length),
            None => Asked::Whole,
        },
        (first, last) => match (number(first), number(last)) {
            (Some(first), _) if first >= length && (last.is_empty() || number(last) >= Some(first)) => Asked::Beyond,
            (Some(first), None) if last.is_empty() => Asked::Part(first..length),
            (Some(first), Some(last)) if first <= last => Asked::Part(first..last.saturating_add(1).min(length)),
            _ => Asked::Whole,
        },
    }
}

/// What is asked for, if this is still the version of which a part is there already (13.1.5).
pub fn wanted(method: &Method, headers: &HeaderMap, tag: &str, length: u64) -> Asked {
    let is_same = headers.get(header::IF_RANGE).is_none_or(|seen| seen.as_bytes() == tag.as_bytes());
    match headers.get(header::RANGE).and_then(|range| range.to_str().ok()) {
        Some(range) if is_same && method == Method::GET => asked(range, length),
        _ => Asked::Whole,
    }
}

/// Whether whoever asks has this version already (13.1.2).
pub fn has_it(headers: &HeaderMap, tag: &str) -> bool {
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .any(|seen| seen == "*" || seen.strip_prefix("W/").unwrap_or(seen) == tag)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    #[test]
    fn a_part_is_named_as_the_specification_says() {
        for (range, expected) in [
            ("bytes=0-0", Asked::Part(0..1)),
            ("bytes=0-499", Asked::Part(0..500)),
            ("bytes=500-", Asked::Part(500..1000)),
            ("bytes=-500", Asked::Part(500..1000)),
            ("bytes=-5000", Asked::Part(0..1000)),
            ("bytes=999-99999999999999999999999999", Asked::Part(999..1000)),
            ("Bytes = 1-2", Asked::Part(1..3)),
            ("bytes=1000-", Asked::Beyond),
            ("bytes=1000-2000", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
            ("bytes=99999999999999999999999999-", Asked::Beyond),
            ("bytes=5-2", Asked::Whole),
            ("bytes=2000-1000", Asked::Whole),
            ("bytes=0-1,5-6", Asked::Whole),
            ("bytes=a-b", Asked::Whole),
            ("bytes=-", Asked::Whole),
            ("bytes=--5", Asked::Whole),
            ("bytes=+1-2", Asked::Whole),
            ("items=0-1", Asked::Whole),
            ("0-1", Asked::Whole),
            ("", Asked::Whole),
        ] {
            assert_eq!(asked(range, 1000), expected, "{range}");
        }
        assert_eq!((asked("bytes=0-", 0), asked("bytes=-1", 0)), (Asked::Beyond, Asked::Beyond));
    }

    #[test]
    fn a_part_of_another_version_is_no_part_of_this_one() {
        let headers = |pairs: &[(HeaderName, &'static str)]| -> HeaderMap {
            pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
        };
        let part = (header::RANGE, "bytes=1-2");
        let wanted = |method: &Method, pairs: &[_]| wanted(method, &headers(pairs), "\"a\"", 10);
        assert_eq!(wanted(&Method::GET, std::slice::from_ref(&part)), Asked::Part(1..3));
        assert_eq!(wanted(&Method::GET, &[part.clone(), (header::IF_RANGE, "\"a\"")]), Asked::Part(1..3));
        for other in ["\"b\"", "W/\"a\"", "Sat, 29 Oct 1994 19:43:31 GMT"] {
            assert_eq!(wanted(&Method::GET, &[part.clone(), (header::IF_RANGE, other)]), Asked::Whole);
        }
        assert_eq!(wanted(&Method::HEAD, &[part]), Asked::Whole);
        for seen in ["\"a\"", "W/\"a\"", "\"b\", \"a\"", "*"] {
            assert!(has_it(&headers(&[(header::IF_NONE_MATCH, seen)]), "\"a\""), "{seen}");
        }
        assert!(!has_it(&headers(&[(header::IF_NONE_MATCH, "\"b\"")]), "\"a\""));
    }
}
