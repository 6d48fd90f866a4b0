//! What an `Accept-Encoding` header asks for (RFC 9110, 12.5.3).

use axum::http::{HeaderMap, header};

/// A content coding that answers are sent in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// RFC 7932.
    Brotli,
    /// RFC 1952.
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// The name in `Content-Encoding`; none for what is sent as it is.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    fn is_called(self, name: &str) -> bool {
        let names: &[&str] = match self {
            Self::Brotli => &["br"],
            Self::Gzip => &["gzip", "x-gzip"],
            Self::Identity => &["identity"],
        };
        names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// The encoding a browser likes best among those offered; of several it likes the same, the first. `Identity` is
    /// always on offer, and what remains for a browser that accepts nothing.
    pub fn chosen(headers: &HeaderMap, offered: &[Self]) -> Self {
        let mut lines =
            headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok()).peekable();
        if lines.peek().is_none() {
            return Self::Identity;
        }
        let wishes: Vec<(&str, u16)> = lines.flat_map(|line| line.split(',')).filter_map(wish).collect();
        let weight = |encoding: Self| {
            let named = wishes.iter().find(|(name, _)| encoding.is_called(name));
            let any = wishes.iter().find(|(name, _)| *name == "*");
            named.or(any).map(|(_, weight)| *weight)
        };
        // As it is, unless it is refused; but only if nothing else was asked for as much.
        let as_it_is = match wishes.iter().find(|(name, _)| Self::Identity.is_called(name)) {
            Some((_, weight)) => *weight,
            None => u16::from(weight(Self::Identity) != Some(0)),
        };
        let mut best = (Self::Identity, as_it_is);
        for encoding in offered.iter().rev() {
            let weight = weight(*encoding).unwrap_or_default();
            if weight > 0 && weight >= best.1 {
                best = (*encoding, weight);
            }
        }
        best.0
    }
}

/// One coding and its weight in thousandths. A weight that makes no sense is none, so nothing is sent that may be unreadable.
fn wish(part: &str) -> Option<(&str, u16)> {
    let mut parameters = part.split(';').map(str::trim);
    let name = parameters.next().filter(|name| !name.is_empty())?;
    let weight = parameters.find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        key.trim().eq_ignore_ascii_case("q").then(|| thousandths(value.trim()).unwrap_or_default())
    });
    Some((name, weight.unwrap_or(1000)))
}

/// `0`, `0.5`, `1.000`: at most three digits, at most one (RFC 9110, 12.4.2).
fn thousandths(value: &str) -> Option<u16> {
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    if !matches!(whole, "0" | "1") || part.len() > 3 || !part.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let weight = whole.parse::<u16>().ok()? * 1000 + format!("{part:0<3}").parse::<u16>().ok()?;
    (weight <= 1000).then_some(weight)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn an_encoding_is_sent_only_to_whoever_accepts_it() {
        const ALL: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];
        for (accepted, expected) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip", Encoding::Gzip),
            ("x-gzip", Encoding::Gzip),
            ("GZIP;Q=1.0", Encoding::Gzip),
            ("br;q=0", Encoding::Identity),
            ("br;q=0.000, gzip", Encoding::Gzip),
            ("gzip, br;q=0", Encoding::Gzip),
            ("br;q=0.1, gzip;q=0.9", Encoding::Gzip),
            ("br;q=0.9, gzip;q=0.9", Encoding::Brotli),
            ("br ; q=0.5 , gzip ; q=0.4", Encoding::Brotli),
            ("zebra", Encoding::Identity),
            ("brotli, xbr, brr", Encoding::Identity),
            ("*", Encoding::Brotli),
            ("*;q=0", Encoding::Identity),
            ("br;q=0, *", Encoding::Gzip),
            ("*;q=0, gzip", Encoding::Gzip),
            ("identity", Encoding::Identity),
            ("identity, br;q=0.5", Encoding::Identity),
            ("identity;q=0.5, br", Encoding::Brotli),
            ("identity;q=0, gzip;q=0.001", Encoding::Gzip),
            ("", Encoding::Identity),
            (",, ,", Encoding::Identity),
            ("br;q=2, gzip;q=1", Encoding::Gzip),
            ("br;q=x, gzip;q=0.1", Encoding::Gzip),
            ("br;q=1.001", Encoding::Identity),
            ("br;q=-1", Encoding::Identity),
            ("br;q=", Encoding::Identity),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
            assert_eq!(Encoding::chosen(&headers, &ALL), expected, "{accepted:?}");
        }
        assert_eq!(Encoding::chosen(&HeaderMap::new(), &ALL), Encoding::Identity, "nothing was said");
    }

    #[test]
    fn several_lines_are_one() {
        let mut headers = HeaderMap::new();
        headers.append(header::ACCEPT_ENCODING, HeaderValue::from_static("br;q=0"));
        headers.append(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        assert_eq!(Encoding::chosen(&headers, &[Encoding::Brotli, Encoding::Gzip]), Encoding::Gzip);
    }
}
