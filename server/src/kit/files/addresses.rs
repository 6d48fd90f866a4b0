//! The addresses of what members put into texts. That of a picture says how large it is, so that a page leaves room for it and
//! names its sizes without asking anybody: `/files/912-1600x900.jpg`, `/files/912-1600x900-800.jpg`, `/files/912.pdf`.

use std::{borrow::Cow, fmt};

use pictures::{LARGEST, WIDTHS};

use crate::ids::UploadId;

/// What a program gets that knows of one size only is no wider.
const WIDEST_ALONE: u32 = 1600;
/// How wide a picture stands in a text: as the column of a text.
const SIZES: &str = "(max-width: 46rem) 100vw, 42rem";
/// Where they stand.
const FOLDER: &str = "/files/";

/// An address, taken apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Address<'a> {
    /// Which it is.
    pub id: UploadId,
    /// The width and height of a picture.
    pub size: Option<(u32, u32)>,
    /// In which width it is wanted.
    pub width: Option<u32>,
    ending: &'a str,
}

impl<'a> Address<'a> {
    /// The address of a file: of a picture with its size, else with the ending of its name.
    pub fn new(id: UploadId, size: Option<(u32, u32)>, ending: &'a str) -> Self {
        Self { id, size, width: None, ending }
    }

    /// What a name below `/files/` says, if it is such a one.
    pub fn of(name: &'a str) -> Option<Self> {
        let (stem, ending) = name.rsplit_once('.')?;
        let is_ending = (1..=10).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let mut parts = stem.split('-');
        let id = UploadId(number(parts.next()?)?);
        let size = match parts.next() {
            Some(size) => {
                let (width, height) = size.split_once('x')?;
                Some((side(width)?, side(height)?))
            }
            None => None,
        };
        let width = match parts.next() {
            Some(width) => Some(side(width)?),
            None => None,
        };
        (is_ending && parts.next().is_none()).then_some(Self { id, size, width, ending })
    }

    /// The same picture in a width; of one that moves, that is its first picture.
    pub fn at(self, width: u32) -> Self {
        Self { width: Some(width), ending: if self.ending == "gif" { "jpg" } else { self.ending }, ..self }
    }
}

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{FOLDER}{}", self.id)?;
        if let Some((width, height)) = self.size {
            write!(f, "-{width}x{height}")?;
        }
        if let Some(width) = self.width {
            write!(f, "-{width}")?;
        }
        write!(f, ".{}", self.ending)
    }
}

fn number(digits: &str) -> Option<i64> {
    let is_number = !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

fn side(digits: &str) -> Option<u32> {
    let side = u32::try_from(number(digits)?).ok()?;
    (1..=LARGEST).contains(&side).then_some(side)
}

/// How a picture at this address is shown, if it is one that a member put into a text.
pub fn picture(address: &str) -> Option<markup::Picture> {
    let found = Address::of(address.strip_prefix(FOLDER)?).filter(|found| found.width.is_none())?;
    let (width, height) = found.size?;
    let moves = found.ending == "gif";
    let whole = if moves { found.at(width) } else { found };
    let mut smaller = WIDTHS.into_iter().filter(|one| *one < width).map(|one| (one, found.at(one))).collect::<Vec<_>>();
    let src = match smaller.iter().rfind(|(one, _)| *one <= WIDEST_ALONE) {
        Some((_, address)) if width > WIDEST_ALONE => *address,
        _ => whole,
    };
    smaller.push((width, whole));
    let srcset = smaller.iter().map(|(width, address)| format!("{address} {width}w")).collect::<Vec<_>>();
    Some(markup::Picture {
        src: src.to_string(),
        srcset: if srcset.len() > 1 { srcset.join(", ") } else { String::new() },
        sizes: SIZES,
        width,
        height,
        moving: moves.then(|| found.to_string()),
    })
}

/// Clean HTML with its pictures as they are shown.
pub fn with_pictures(html: String) -> String {
    let shown = match markup::pictures(&html, &picture) {
        Cow::Owned(shown) => Some(shown),
        Cow::Borrowed(_) => None,
    };
    shown.unwrap_or(html)
}

/// All that a text names: those whose addresses stand anywhere in it.
pub fn named_in(text: &str) -> Vec<UploadId> {
    let mut found: Vec<UploadId> = text
        .split(FOLDER)
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let goes_on = rest[end..].starts_with(['-', '.']);
            Some(UploadId(number(&rest[..end])?)).filter(|_| goes_on)
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for address in ["912-1600x900.jpg", "912-1600x900-800.png", "7.pdf", "7.x"] {
            assert_eq!(Address::of(address).unwrap().to_string(), format!("/files/{address}"));
        }
        for other in [
            "912",
            "x.jpg",
            "-1.jpg",
            "+1.jpg",
            "1-2.jpg",
            "1-2x.jpg",
            "1-2x3-4-5.jpg",
            "1-0x3.jpg",
            "1-9999x3.jpg",
            "1.",
            "1.j/g",
            "99999999999999999999.jpg",
            "1-2x3-.jpg",
            "",
            ".",
            "00000000000000000000000000000000.png",
        ] {
            assert_eq!(Address::of(other), None, "{other}");
        }
    }

    #[test]
    fn a_picture_names_the_sizes_that_are_smaller_than_it() {
        let shown = picture("/files/1-900x600.jpg").unwrap();
        assert_eq!(shown.src, "/files/1-900x600.jpg");
        assert_eq!(
            shown.srcset,
            "/files/1-900x600-400.jpg 400w, /files/1-900x600-800.jpg 800w, /files/1-900x600.jpg 900w"
        );
        let large = picture("/files/1-2560x100.png").unwrap();
        assert_eq!(large.src, "/files/1-2560x100-1600.png");
        let small = picture("/files/1-400x300.jpg").unwrap();
        assert_eq!((&*small.src, &*small.srcset), ("/files/1-400x300.jpg", ""));
        let moving = picture("/files/1-500x300.gif").unwrap();
        assert_eq!(moving.moving.as_deref(), Some("/files/1-500x300.gif"));
        assert_eq!(moving.srcset, "/files/1-500x300-400.jpg 400w, /files/1-500x300-500.jpg 500w");
        for other in ["/files/1.jpg", "/files/1-900x600-400.jpg", "https://a.example/files/1-9x6.jpg", "/files/x.jpg"] {
            assert_eq!(picture(other), None, "{other}");
        }
    }

    #[test]
    fn what_a_text_names_is_found_wherever_it_stands() {
        let text = "![a](/files/2-9x6.jpg \"t\") [b](/files/1.pdf) <img src='/files/3-1x1-1.png'> /files/2-9x6.jpg \
                    /files/00000000000000000000000000000000.png /files/x /files/4 /files/";
        assert_eq!(named_in(text), [UploadId(1), UploadId(2), UploadId(3)]);
    }
}
