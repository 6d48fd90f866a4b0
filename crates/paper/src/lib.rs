//! Papers: data in, bytes out. PDF/A-3a for archives and PDF/UA-1 for screen readers at once, checked while it is written.
//!
//! A [`Paper`] is a list of blocks that flow over pages. Text is shaped, broken into lines and put in order by `parley`,
//! in every script that one of the [`Fonts`] has; a character that none has is an error with its name. The same paper
//! with the same fonts gives the same bytes: nothing here asks a clock, a disk or chance.

mod fonts;
mod setting;
mod writing;

pub use fonts::Fonts;

use jiff::Timestamp;

/// What is written on pages of A4.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// What it is called, for whoever looks through files.
    pub title: String,
    /// The language of it, as BCP 47; it decides between forms of Chinese and Japanese characters, too.
    pub language: String,
    /// Who made it.
    pub author: String,
    /// When it was made.
    pub made: Timestamp,
    /// What tells it from all others: an address or a UUID.
    pub id: String,
    /// What stands at the foot of each page, beside its number.
    pub foot: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Files that it carries.
    pub attachments: Vec<Attachment>,
}

/// A part of a paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading; the first is of level 1, and none is more than one deeper than the one before.
    Heading {
        /// 1 to 3.
        level: u8,
        /// What it says.
        text: String,
    },
    /// A paragraph, of one or more lines.
    Paragraph {
        /// What it says.
        text: String,
        /// How it looks.
        look: Look,
    },
    /// A person's name, by itself and large. Taken out of the paper again, it is the name letter for letter.
    Name(String),
    /// A table; its head stands on each page again.
    Table {
        /// How wide the columns are to one another.
        widths: Vec<f32>,
        /// What stands above them.
        head: Vec<String>,
        /// The rows, each with a cell for each column; the first cell names the row.
        rows: Vec<Vec<String>>,
    },
    /// Amounts as bars.
    Bars {
        /// What they show, in words, for whoever does not see them.
        alt: String,
        /// The bars, from above.
        bars: Vec<Bar>,
    },
    /// A QR code, and its text beside it.
    Code {
        /// What it holds: an address.
        text: String,
        /// What it is for, in words.
        alt: String,
    },
    /// A line to sign on, with who signs.
    Signature(String),
    /// Room, in points.
    Room(f32),
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As text does.
    #[default]
    Body,
    /// Larger.
    Large,
    /// Smaller and paler.
    Small,
}

/// An amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// How much it is; not less than nothing.
    pub amount: f32,
    /// How much it is, in words.
    pub said: String,
}

/// A file that a paper carries (PDF/A-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called.
    pub name: String,
    /// What kind it is: a media type.
    pub kind: String,
    /// What it is, in words.
    pub about: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a paper was not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritten {
    /// No font has this character; here with what belongs to it.
    #[error("no font has {0:?}")]
    NoGlyph(String),
    /// These bytes are no font.
    #[error("font number {0} is none")]
    NotAFont(usize),
    /// A table has rows of another length than its head, or no columns.
    #[error("a table has rows of different lengths")]
    UnevenTable,
    /// A code cannot hold so much.
    #[error("{0} bytes are too many for a code")]
    TooLong(usize),
    /// It would not be what the standards ask for.
    #[error("it does not meet the standards: {0}")]
    Standards(String),
}

/// Writes a paper.
pub fn write(paper: &Paper, fonts: &Fonts) -> Result<Vec<u8>, Unwritten> {
    let pages = setting::set(paper, fonts)?;
    writing::write(paper, &pages)
}
