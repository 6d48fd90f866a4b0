//! Captions of videos and recordings.
//!
//! What somebody made elsewhere is read as [WebVTT](https://www.w3.org/TR/webvtt1/) or, converted, as SubRip; what is
//! neither is refused with the line and the reason. Nothing is passed on as it came: cues are taken apart and written
//! anew, with the tags that WebVTT knows and no others. A transcript is made of the cues.

mod reading;
mod text;
mod transcript;

pub use reading::{Why, Wrong, read};
pub use transcript::{Paragraph, clock};

use std::fmt::Write;

use text::Piece;

/// What is shown and when, in the order of the times.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Captions {
    cues: Vec<Cue>,
}

/// What is shown for a while.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Cue {
    /// From when, in milliseconds.
    from: u64,
    /// Until when: later than that.
    until: u64,
    /// Where on the picture, as WebVTT says it; usually empty.
    settings: String,
    text: Vec<Piece>,
}

impl Captions {
    /// How many cues there are: one at least.
    pub fn count(&self) -> usize {
        self.cues.len()
    }

    /// The same as WebVTT: cues with their times and places and the tags of WebVTT, and nothing else.
    pub fn to_vtt(&self) -> String {
        let mut out = String::from("WEBVTT\n");
        for cue in &self.cues {
            let (from, until) = (timestamp(cue.from), timestamp(cue.until));
            let settings = if cue.settings.is_empty() { String::new() } else { format!(" {}", cue.settings) };
            let _ = write!(out, "\n{from} --> {until}{settings}\n{}\n", text::written(&cue.text));
        }
        out
    }

    /// What was said, in paragraphs.
    pub fn transcript(&self) -> Vec<Paragraph> {
        transcript::made_of(&self.cues)
    }
}

/// `hh:mm:ss.ttt`
fn timestamp(ms: u64) -> String {
    format!("{:02}:{:02}:{:02}.{:03}", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000)
}
