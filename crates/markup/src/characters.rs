//! The characters a text is made of: what may be stored, and what of a line of text can be seen.
//!
//! A text that goes into the database passes through [`stored`], a line that names something (a person, a post, a tag)
//! through [`line`]. Rendering does not rely on it: it takes out the same again, from references too.

use std::borrow::Cow;
use std::iter::Peekable;

use icu_properties::props::{
    DefaultIgnorableCodePoint, Emoji, ExtendedPictographic, GeneralCategory, GeneralCategoryGroup, Ideographic,
    JoiningType, NoncharacterCodePoint,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// As many marks may stand on a letter. The fullest stacks of Tibetan and pointed Hebrew have fewer, while hundreds are
/// drawn over other people's words, and thousands keep a browser busy for minutes.
const MARKS: usize = 8;

/// A text as it may be stored: lines end in `\n`; controls and noncharacters, which databases, XML or HTML cannot
/// carry, are gone; no letter carries more than a few marks. Else it stays as it was typed.
pub fn stored(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control() && !matches!(byte, b'\n' | b'\t')) {
        return Cow::Borrowed(text);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.contains(|c| is_unwelcome(c) || is_line_end(c)) {
        return with_few_marks(text);
    }
    let lines = text.replace("\r\n", "\n").replace(is_line_end, "\n").replace(is_unwelcome, "");
    Cow::Owned(with_few_marks(&lines).into_owned())
}

/// Whether a character has no business in a text: controls, and what is no character at all.
pub(crate) fn is_unwelcome(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || (c >= '\u{fdd0}' && CodePointSetData::new::<NoncharacterCodePoint>().contains(c))
}

/// What word processors and old systems end a line with.
fn is_line_end(c: char) -> bool {
    matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A line of text that names something, in NFC: white space folded to single spaces; gone are controls and all that
/// shows nothing or turns the direction of the line, private characters too. Joiners and variation selectors stay where
/// a script or an emoji needs them.
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut base = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() || c == '\u{2800}' {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            base = None;
            continue;
        }
        if !is_unseen(c) || is_needed(c, out.chars().next_back(), base, chars.peek().copied()) {
            out.push(c);
            if !is_combining_mark(c) {
                base = Some(c);
            }
        }
        if c == BLACK_FLAG {
            out.push_str(&region(&mut chars));
        }
    }
    let line: String = out.trim_end().nfc().collect();
    with_few_marks(&line).into_owned()
}

const SEEN: [GeneralCategoryGroup; 4] = [
    GeneralCategoryGroup::Letter,
    GeneralCategoryGroup::Number,
    GeneralCategoryGroup::Punctuation,
    GeneralCategoryGroup::Symbol,
];

/// Whether a name shows anything at all: a letter, a number, a sign. Spaces, marks without a letter and characters
/// that are made to be invisible do not.
pub fn shows_something(name: &str) -> bool {
    // A note without a head and an empty Braille cell are signs that show nothing.
    name.chars().any(|c| {
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        let seen = SEEN.iter().any(|group| group.contains(category));
        seen && !is_unseen(c) && !matches!(c, '\u{2800}' | '\u{1d159}')
    })
}

/// Whether a character shows nothing by itself, or differently everywhere.
fn is_unseen(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
        || is_unwelcome(c)
        || CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::PrivateUse
        || matches!(c, '\u{fff9}'..='\u{fffc}')
}

const ZWNJ: char = '\u{200c}';
const ZWJ: char = '\u{200d}';

/// Whether an unseen character is needed between these: `base` is the last one before it that is no mark.
fn is_needed(c: char, previous: Option<char>, base: Option<char>, next: Option<char>) -> bool {
    let Some(previous) = previous else { return false };
    match c {
        ZWNJ | ZWJ => {
            let virama = |c: char| canonical_combining_class(c) == 9;
            let joins = |c: Option<char>| {
                c.is_some_and(|c| {
                    matches!(
                        CodePointMapData::<JoiningType>::new().get(c),
                        JoiningType::DualJoining | JoiningType::LeftJoining | JoiningType::RightJoining
                    )
                })
            };
            let pictures = c == ZWJ && base.is_some_and(is_picture) && next.is_some_and(is_picture);
            pictures || virama(previous) || next.is_some_and(virama) || (joins(base) && joins(next))
        }
        '\u{fe0e}' | '\u{fe0f}' if previous.is_ascii() => next == Some('\u{20e3}'),
        '\u{fe0e}' | '\u{fe0f}' if CodePointSetData::new::<Emoji>().contains(previous) => true,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
            CodePointSetData::new::<Ideographic>().contains(previous)
        }
        // Free variation selectors.
        '\u{180b}'..='\u{180d}' | '\u{180f}' => matches!(previous, '\u{1820}'..='\u{18aa}'),
        _ => false,
    }
}

fn is_picture(c: char) -> bool {
    CodePointSetData::new::<ExtendedPictographic>().contains(c) || matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

const BLACK_FLAG: char = '\u{1f3f4}';
const END_OF_TAGS: char = '\u{e007f}';

/// The tags after a black flag that make it the flag of a region, as Scotland's; nothing if they are anything else.
fn region(chars: &mut Peekable<impl Iterator<Item = char>>) -> String {
    let mut tags = String::new();
    while let Some(tag) = chars.next_if(|c| matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}')) {
        tags.push(tag);
    }
    match chars.next_if_eq(&END_OF_TAGS) {
        Some(end) if (3..=6).contains(&tags.chars().count()) => tags.push(end),
        _ => tags.clear(),
    }
    tags
}

/// Counts the marks on a letter.
#[derive(Default)]
pub(crate) struct Marks(usize);

impl Marks {
    /// Whether there is room for this character. What shows nothing is no letter of its own for the marks after it.
    pub(crate) fn allow(&mut self, c: char) -> bool {
        if c < '\u{300}' {
            self.0 = 0;
        } else if is_combining_mark(c) {
            self.0 += 1;
        } else if !CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c) {
            self.0 = 0;
        }
        self.0 <= MARKS
    }
}

/// The text without the marks that are too many on one letter.
pub(crate) fn with_few_marks(text: &str) -> Cow<'_, str> {
    let mut marks = Marks::default();
    if text.chars().all(|c| marks.allow(c)) {
        return Cow::Borrowed(text);
    }
    // What a letter and a mark can be in one is one, and takes no room.
    let mut marks = Marks::default();
    Cow::Owned(text.nfc().filter(|c| marks.allow(*c)).collect())
}
