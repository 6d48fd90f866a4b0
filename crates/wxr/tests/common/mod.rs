//! The fixtures, and ways to read them whole.
#![allow(dead_code, reason = "each test binary uses some of these")]

use wxr::{Comment, Error, Item, Reader, Record};

pub const V1_0: &str = include_str!("../fixtures/v1.0.xml");
pub const V1_1: &str = include_str!("../fixtures/v1.1.xml");
pub const V1_2: &str = include_str!("../fixtures/v1.2.xml");
/// The least that is WXR: line 6 holds `BODY`, line 8 begins the one comment.
pub const BARE: &str = include_str!("../fixtures/bare.xml");

pub fn read(file: impl AsRef<[u8]>) -> Result<Vec<Record>, Error> {
    let mut reader = Reader::new(file.as_ref());
    let mut records = Vec::new();
    while let Some(record) = reader.next()? {
        records.push(record);
    }
    Ok(records)
}

pub fn refusal(file: impl AsRef<[u8]>) -> Error {
    read(file).unwrap_err()
}

pub fn items(file: impl AsRef<[u8]>) -> Vec<Item> {
    let item = |record| match record {
        Record::Item(item) => Some(*item),
        _ => None,
    };
    read(file).unwrap().into_iter().filter_map(item).collect()
}

pub fn comments(file: impl AsRef<[u8]>) -> Vec<Comment> {
    let comment = |record| match record {
        Record::Comment(comment) => Some(*comment),
        _ => None,
    };
    read(file).unwrap().into_iter().filter_map(comment).collect()
}

/// What the bare file says when its item's content is written so.
pub fn content(written: &str) -> String {
    items(BARE.replace("BODY", written)).remove(0).content
}
