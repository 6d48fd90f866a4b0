//! A credential within its picture (Open Badges 3.0, 5.3, "Baked Badge"): PNG and SVG.
//!
//! A PNG is walked by its chunks and never decoded, so nothing else of it changes. SVG is read as XML that expands
//! nothing.

use crate::json;
use flate2::read::ZlibDecoder;
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use std::io::Read;

/// The largest picture that is looked into.
pub const LARGEST_BYTES: usize = 16 * 1024 * 1024;

const PNG: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
const KEYWORDS: [&[u8]; 2] = [b"openbadgecredential", b"openbadges"];
/// The namespace of Open Badges 3.0 in SVG.
const NAMESPACE: &str = "https://purl.imsglobal.org/ob/v3p0";
/// That of Open Badges 2.0.
const NAMESPACE_2: &str = "http://openbadges.org";

/// Why no credential was taken out of a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unbaked {
    /// It is neither PNG nor SVG.
    #[error("it is neither a PNG nor an SVG")]
    NotAPicture,
    /// It is a picture, and has no credential in it.
    #[error("the picture has no credential in it")]
    Nothing,
    /// It has several credentials in it, so that two programs may read two.
    #[error("the picture has more than one credential in it")]
    Several,
    /// It is larger than is looked into, or what is packed in it is.
    #[error("the picture or what it holds is too large")]
    TooLarge,
    /// It is cut off or broken.
    #[error("the picture is damaged")]
    Damaged,
}

/// Puts a credential (JSON, or a JWS) into a PNG; one that is in it already gives way.
pub fn bake_png(picture: &[u8], credential: &str) -> Result<Vec<u8>, Unbaked> {
    if picture.len() > LARGEST_BYTES || credential.len() > json::LARGEST_BYTES * 3 / 2 {
        return Err(Unbaked::TooLarge);
    }
    let mut baked = PNG.to_vec();
    for chunk in chunks(picture)? {
        let chunk = chunk?;
        if chunk.keyword().is_some() {
            continue;
        }
        if &chunk.kind == b"IEND" {
            // Keyword, its end, not compressed (two bytes), no language, no translated keyword.
            let data = [KEYWORDS[0], &[0; 5], credential.as_bytes()].concat();
            baked.extend(written(*b"iTXt", &data));
        }
        baked.extend(chunk.whole);
    }
    Ok(baked)
}

/// Takes the one credential out of a picture, as it stands in it: JSON, a JWS, or (Open Badges 2.0) an address.
pub fn unbake(picture: &[u8]) -> Result<String, Unbaked> {
    if picture.len() > LARGEST_BYTES {
        return Err(Unbaked::TooLarge);
    }
    let mut found = if picture.starts_with(&PNG) { in_png(picture)? } else { in_svg(picture)? };
    match found.len() {
        0 => Err(Unbaked::Nothing),
        1 => Ok(found.remove(0)),
        _ => Err(Unbaked::Several),
    }
}

/// Whether this is a picture that may hold a credential.
pub fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(&PNG) || looks_like_svg(bytes)
}

fn looks_like_svg(bytes: &[u8]) -> bool {
    bytes
        .trim_ascii_start()
        .strip_prefix(b"\xef\xbb\xbf".as_slice())
        .unwrap_or(bytes.trim_ascii_start())
        .starts_with(b"<")
}

/// One chunk of a PNG (PNG, third edition, 5.3).
struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
    whole: &'a [u8],
}

impl<'a> Chunk<'a> {
    /// What follows the keyword, if this is a text that holds a credential.
    fn keyword(&self) -> Option<&'a [u8]> {
        if !matches!(&self.kind, b"iTXt" | b"tEXt" | b"zTXt") {
            return None;
        }
        let end = self.data.iter().position(|byte| *byte == 0)?;
        KEYWORDS.contains(&&self.data[..end]).then(|| &self.data[end + 1..])
    }
}

fn chunks(picture: &[u8]) -> Result<impl Iterator<Item = Result<Chunk<'_>, Unbaked>>, Unbaked> {
    let mut rest = picture.strip_prefix(&PNG).ok_or(Unbaked::NotAPicture)?;
    let mut ended = false;
    Ok(std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let chunk = next_chunk(&mut rest);
        ended = chunk.as_ref().map_or(true, |chunk| &chunk.kind == b"IEND");
        Some(chunk)
    }))
}

fn next_chunk<'a>(rest: &mut &'a [u8]) -> Result<Chunk<'a>, Unbaked> {
    let length = rest.first_chunk().map(|length| u32::from_be_bytes(*length)).ok_or(Unbaked::Damaged)?;
    let length = usize::try_from(length).ok().filter(|length| *length <= LARGEST_BYTES).ok_or(Unbaked::Damaged)?;
    let (whole, after) = rest.split_at_checked(length + 12).ok_or(Unbaked::Damaged)?;
    let (body, sum) = whole[4..].split_at(length + 4);
    if sum != crc32fast::hash(body).to_be_bytes() {
        return Err(Unbaked::Damaged);
    }
    *rest = after;
    let (kind, data) = body.split_first_chunk().expect("a chunk has a kind");
    Ok(Chunk { kind: *kind, data, whole })
}

fn written(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), data].concat();
    let length = u32::try_from(data.len()).expect("a credential has a limit").to_be_bytes();
    [length.as_slice(), &body, &crc32fast::hash(&body).to_be_bytes()].concat()
}

fn in_png(picture: &[u8]) -> Result<Vec<String>, Unbaked> {
    let mut found = Vec::new();
    for chunk in chunks(picture)? {
        let chunk = chunk?;
        let Some(rest) = chunk.keyword() else { continue };
        let (packed, text) = match &chunk.kind {
            b"tEXt" => (false, rest),
            b"zTXt" => (true, rest.split_first().ok_or(Unbaked::Damaged)?.1),
            _ => {
                let ([flag, method], rest) = rest.split_first_chunk().ok_or(Unbaked::Damaged)?;
                if *flag > 1 || (*flag == 1 && *method != 0) {
                    return Err(Unbaked::Damaged);
                }
                // The language and the translated keyword end with a zero each.
                let rest = after_zero(rest).and_then(after_zero).ok_or(Unbaked::Damaged)?;
                (*flag == 1, rest)
            }
        };
        let text = if packed { unpacked(text)? } else { text.to_vec() };
        found.push(String::from_utf8(text).map_err(|_| Unbaked::Damaged)?);
    }
    Ok(found)
}

fn after_zero(bytes: &[u8]) -> Option<&[u8]> {
    bytes.iter().position(|byte| *byte == 0).map(|end| &bytes[end + 1..])
}

fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, Unbaked> {
    let most = json::LARGEST_BYTES * 3 / 2;
    let mut text = Vec::new();
    let limit = u64::try_from(most).expect("it fits") + 1;
    ZlibDecoder::new(bytes).take(limit).read_to_end(&mut text).map_err(|_| Unbaked::Damaged)?;
    if text.len() > most { Err(Unbaked::TooLarge) } else { Ok(text) }
}

/// Puts a credential into an SVG: a JWS as the attribute `verify`, JSON as the text of `openbadges:credential`. One that
/// is in it already gives way; everything else stays as it is, letter for letter.
pub fn bake_svg(picture: &[u8], credential: &str) -> Result<Vec<u8>, Unbaked> {
    if picture.len() > LARGEST_BYTES || credential.len() > json::LARGEST_BYTES * 3 / 2 {
        return Err(Unbaked::TooLarge);
    }
    let text = std::str::from_utf8(picture).map_err(|_| Unbaked::Damaged)?;
    let mut baked = String::with_capacity(text.len() + credential.len() + 200);
    let mut done = 0; // up to where the text is taken over
    for place in places(text)? {
        baked.push_str(&text[done..place.from]);
        done = if place.root_open { place.from } else { place.to };
        if place.root_open {
            baked.push_str(&element(credential));
        } else if place.root_empty {
            let tag = text[place.from..place.to].trim_end_matches("/>").trim_end();
            let name = tag[1..].split(|c: char| c.is_whitespace()).next().unwrap_or("svg");
            baked.extend([tag, ">", &element(credential), "</", name, ">"]);
        }
    }
    baked.push_str(&text[done..]);
    Ok(baked.into_bytes())
}

fn element(credential: &str) -> String {
    // A JWS is base64url and dots, so it is safe in an attribute; in CDATA only its own end is not.
    if credential.trim_start().starts_with('{') {
        let text = credential.replace("]]>", "]]]]><![CDATA[>");
        format!("<openbadges:credential xmlns:openbadges=\"{NAMESPACE}\"><![CDATA[{text}]]></openbadges:credential>")
    } else {
        let jws: String = credential.chars().filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c)).collect();
        format!("<openbadges:credential xmlns:openbadges=\"{NAMESPACE}\" verify=\"{jws}\"/>")
    }
}

/// Where something is put or taken out.
struct Place {
    from: usize,
    to: usize,
    /// Right after the opening tag of the picture.
    root_open: bool,
    /// The picture is one empty tag.
    root_empty: bool,
}

fn places(text: &str) -> Result<Vec<Place>, Unbaked> {
    let mut reader = Reader::from_str(text);
    let mut places = Vec::new();
    let (mut level, mut taken_out) = (0_usize, None::<(usize, usize)>);
    let mut root = false;
    loop {
        let from = position(&reader)?;
        let event = reader.read_event().map_err(|_| Unbaked::Damaged)?;
        let to = position(&reader)?;
        match event {
            Event::Start(tag) => {
                if level == 0 {
                    if tag.local_name().into_inner() != "svg" {
                        return Err(Unbaked::NotAPicture);
                    }
                    root = true;
                    places.push(Place { from: to, to, root_open: true, root_empty: false });
                } else if taken_out.is_none() && holds_credential(&tag) {
                    taken_out = Some((from, level));
                }
                level += 1;
            }
            Event::Empty(tag) => {
                if level == 0 {
                    if tag.local_name().into_inner() != "svg" {
                        return Err(Unbaked::NotAPicture);
                    }
                    root = true;
                    places.push(Place { from, to, root_open: false, root_empty: true });
                } else if taken_out.is_none() && holds_credential(&tag) {
                    places.push(Place { from, to, root_open: false, root_empty: false });
                }
            }
            Event::End(_) => {
                level = level.checked_sub(1).ok_or(Unbaked::Damaged)?;
                if let Some((from, at)) = taken_out
                    && at == level
                {
                    places.push(Place { from, to, root_open: false, root_empty: false });
                    taken_out = None;
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if level > 0 {
        return Err(Unbaked::Damaged);
    }
    if root { Ok(places) } else { Err(Unbaked::NotAPicture) }
}

fn position(reader: &Reader<&[u8]>) -> Result<usize, Unbaked> {
    usize::try_from(reader.buffer_position()).map_err(|_| Unbaked::TooLarge)
}

/// Whether an element holds a credential, or an assertion of Open Badges 2.0. The prefix is by custom; the namespace is
/// looked at where it is declared on the element itself.
fn holds_credential(tag: &BytesStart<'_>) -> bool {
    let declared = tag.attributes().flatten().any(|attribute| {
        attribute.key.into_inner().starts_with("xmlns") && [NAMESPACE, NAMESPACE_2].contains(&&*attribute.value)
    });
    let named = tag.name().prefix().is_some_and(|prefix| prefix.into_inner() == "openbadges");
    matches!(tag.local_name().into_inner(), "credential" | "assertion") && (declared || named)
}

fn in_svg(picture: &[u8]) -> Result<Vec<String>, Unbaked> {
    if !looks_like_svg(picture) {
        return Err(Unbaked::NotAPicture);
    }
    let text = std::str::from_utf8(picture).map_err(|_| Unbaked::Damaged)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut found = Vec::new();
    let (mut level, mut root) = (0_usize, false);
    // Within a credential: at which level it began, and what it says so far.
    let mut within: Option<(usize, String, Option<String>)> = None;
    loop {
        let event = reader.read_event().map_err(|_| Unbaked::Damaged)?;
        match event {
            Event::Start(tag) => {
                if level == 0 && tag.local_name().into_inner() != "svg" {
                    return Err(Unbaked::NotAPicture);
                }
                root = true;
                if within.is_none() && level > 0 && holds_credential(&tag) {
                    within = Some((level, String::new(), verify(&tag)?));
                }
                level += 1;
            }
            Event::Empty(tag) => {
                if level == 0 && tag.local_name().into_inner() != "svg" {
                    return Err(Unbaked::NotAPicture);
                }
                root = true;
                if within.is_none() && level > 0 && holds_credential(&tag) {
                    found.push(verify(&tag)?.unwrap_or_default());
                }
            }
            Event::Text(text) => {
                if let Some((_, said, _)) = &mut within {
                    said.push_str(&text);
                }
            }
            Event::CData(text) => {
                if let Some((_, said, _)) = &mut within {
                    said.push_str(&text);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some((_, said, _)) = &mut within {
                    said.push_str(&resolved(&entity)?);
                }
            }
            Event::End(_) => {
                level = level.checked_sub(1).ok_or(Unbaked::Damaged)?;
                if let Some((_, said, verify)) = within.take_if(|(at, ..)| *at == level) {
                    found.push(match (said.trim(), verify) {
                        ("", Some(jws)) => jws,
                        (said, None) => said.to_owned(),
                        // The attribute of 2.0 may stand beside its text; a JWS beside a text is two credentials.
                        (said, Some(other)) if other.starts_with("http") => said.to_owned(),
                        (_, Some(_)) => return Err(Unbaked::Several),
                    });
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if level > 0 {
        return Err(Unbaked::Damaged);
    }
    if root { Ok(found) } else { Err(Unbaked::NotAPicture) }
}

fn verify(tag: &BytesStart<'_>) -> Result<Option<String>, Unbaked> {
    let Some(attribute) = tag.try_get_attribute("verify").map_err(|_| Unbaked::Damaged)? else { return Ok(None) };
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Unbaked::Damaged)?;
    Ok(Some(value.trim().to_owned()))
}

/// Characters by number and the five that XML itself names; whatever a document declares is not expanded.
fn resolved(entity: &quick_xml::events::BytesRef<'_>) -> Result<String, Unbaked> {
    if let Some(character) = entity.resolve_char_ref().map_err(|_| Unbaked::Damaged)? {
        return Ok(character.to_string());
    }
    match &**entity {
        "amp" => Ok("&".to_owned()),
        "lt" => Ok("<".to_owned()),
        "gt" => Ok(">".to_owned()),
        "quot" => Ok("\"".to_owned()),
        "apos" => Ok("'".to_owned()),
        _ => Err(Unbaked::Damaged),
    }
}
