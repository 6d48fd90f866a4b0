//! Reading what somebody uploaded.

use std::{fmt, str};

use crate::{Captions, Cue, text};

/// Where something is wrong, and what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong there.
    pub why: Why,
}

/// What can be wrong with captions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// It is no text in UTF-8: perhaps Latin-1, or no text at all.
    NotUtf8,
    /// It begins neither as WebVTT does nor as SubRip.
    NotCaptions,
    /// The times of a cue are not written as they should be.
    Times,
    /// A cue ends before it begins.
    Backwards,
    /// Words that belong to no cue: there is an empty line before them, or the times are missing.
    NoTimes,
    /// Nothing is ever said.
    Empty,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            Why::NotUtf8 => "it is not UTF-8",
            Why::NotCaptions => "it is neither WebVTT nor SubRip",
            Why::Times => "these times cannot be read",
            Why::Backwards => "it ends before it begins",
            Why::NoTimes => "these words have no times",
            Why::Empty => "nothing is said",
        };
        write!(f, "line {}: {why}", self.line)
    }
}

impl std::error::Error for Wrong {}

/// How times are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    WebVtt,
    SubRip,
}

/// Reads captions: WebVTT, or SubRip.
///
/// # Errors
/// Where they are wrong, and what is.
pub fn read(bytes: &[u8]) -> Result<Captions, Wrong> {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            return Err(Wrong { line: lines_of(&String::from_utf8_lossy(before)).len(), why: Why::NotUtf8 });
        }
    };
    let text = text.replace('\0', "\u{fffd}");
    let lines = lines_of(&text);
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or_default();
    let (format, body) = if is_header(lines[0]) {
        // Whatever else the header says ends with an empty line, or where the first cue begins.
        let end = lines.iter().position(|line| line.is_empty() || line.contains("-->"));
        (Format::WebVtt, end.unwrap_or(lines.len()))
    } else if begins_as_sub_rip(&lines[first..]) {
        (Format::SubRip, first)
    } else {
        return Err(Wrong { line: first + 1, why: Why::NotCaptions });
    };
    let mut cues = cues(&lines, body, format)?;
    if cues.is_empty() {
        return Err(Wrong { line: lines.len(), why: Why::Empty });
    }
    cues.sort_by_key(|cue| cue.from);
    Ok(Captions { cues })
}

/// Lines end with a line feed, a carriage return, or both.
fn lines_of(text: &str) -> Vec<&str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

fn is_header(line: &str) -> bool {
    line.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// A number and then times, or times alone.
fn begins_as_sub_rip(lines: &[&str]) -> bool {
    let is_timing = |line: Option<&&str>| line.is_some_and(|line| timing(line, Format::SubRip).is_some());
    let is_number = |line: &str| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    is_timing(lines.first()) || (lines.first().is_some_and(|line| is_number(line.trim())) && is_timing(lines.get(1)))
}

fn cues(lines: &[&str], mut at: usize, format: Format) -> Result<Vec<Cue>, Wrong> {
    let is_empty = |line: &str| match format {
        Format::WebVtt => line.is_empty(),
        // Some editors leave spaces there.
        Format::SubRip => line.trim().is_empty(),
    };
    let mut cues = vec![];
    while at < lines.len() {
        let line = lines[at];
        if is_empty(line) {
            at += 1;
            continue;
        }
        let has_name = !line.contains("-->") && lines.get(at + 1).is_some_and(|next| next.contains("-->"));
        if has_name {
            at += 1;
        } else if !line.contains("-->") {
            if format == Format::WebVtt && is_aside(line) {
                while at < lines.len() && !is_empty(lines[at]) {
                    at += 1;
                }
                continue;
            }
            if line.trim().is_empty() {
                at += 1;
                continue;
            }
            return Err(Wrong { line: at + 1, why: Why::NoTimes });
        }
        let Some((from, until, settings)) = timing(lines[at], format) else {
            return Err(Wrong { line: at + 1, why: Why::Times });
        };
        if until <= from {
            return Err(Wrong { line: at + 1, why: Why::Backwards });
        }
        at += 1;
        let begin = at;
        while at < lines.len() && !is_empty(lines[at]) && !lines[at].contains("-->") {
            at += 1;
        }
        let words = lines[begin..at].join("\n");
        let words = if format == Format::SubRip { without_codes(&words) } else { words };
        let text = text::read(&words);
        if text::says_something(&text) {
            cues.push(Cue { from, until, settings, text });
        }
    }
    Ok(cues)
}

/// A comment, a style sheet or a region: nothing of that is shown.
fn is_aside(line: &str) -> bool {
    let is_note = line.strip_prefix("NOTE").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    is_note || matches!(line.trim_end(), "STYLE" | "REGION")
}

/// The places that editors of SubRip write before the words: `{\an8}`.
fn without_codes(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find("{\\") {
        let Some(end) = rest[at..].find('}') else { break };
        out.push_str(&rest[..at]);
        rest = &rest[at + end + 1..];
    }
    out + rest
}

/// From when until when, and where on the picture.
fn timing(line: &str, format: Format) -> Option<(u64, u64, String)> {
    let (from, rest) = line.split_once("-->")?;
    let rest = rest.trim();
    let (until, settings) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
    match format {
        Format::WebVtt => Some((timestamp(from.trim(), '.')?, timestamp(until, '.')?, checked_settings(settings))),
        Format::SubRip => Some((loose_timestamp(from.trim())?, loose_timestamp(until)?, String::new())),
    }
}

fn number(digits: &str, length: std::ops::RangeInclusive<usize>) -> Option<u64> {
    let is_number = length.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

/// `mm:ss.ttt`, with any number of hours before it (WebVTT, 4.1), in milliseconds.
pub fn timestamp(text: &str, point: char) -> Option<u64> {
    let (clock, thousandths) = text.split_once(point)?;
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts[..] {
        [minutes, seconds] => ("00", minutes, seconds),
        [hours, minutes, seconds] => (hours, minutes, seconds),
        _ => return None,
    };
    let minutes = number(minutes, 2..=2).filter(|minutes| *minutes < 60)?;
    let seconds = number(seconds, 2..=2).filter(|seconds| *seconds < 60)?;
    Some(((number(hours, 2..=6)? * 60 + minutes) * 60 + seconds) * 1000 + number(thousandths, 3..=3)?)
}

/// `h:m:s,t` as editors of SubRip write it, with a comma or a point.
fn loose_timestamp(text: &str) -> Option<u64> {
    let (clock, fraction) = text.split_once([',', '.'])?;
    let parts: Vec<&str> = clock.split(':').collect();
    let [hours, minutes, seconds] = parts[..] else { return None };
    let minutes = number(minutes, 1..=2).filter(|minutes| *minutes < 60)?;
    let seconds = number(seconds, 1..=2).filter(|seconds| *seconds < 60)?;
    let thousandths = number(fraction, 1..=3)? * [100, 10, 1][fraction.len() - 1];
    Some(((number(hours, 1..=6)? * 60 + minutes) * 60 + seconds) * 1000 + thousandths)
}

/// Where on the picture a cue stands (WebVTT, 4.4), as far as it is well said; what is not is left out, as browsers do.
fn checked_settings(settings: &str) -> String {
    let is_percent = |text: &str| {
        let Some(number) = text.strip_suffix('%') else { return false };
        is_decimal(number) && number.parse::<f64>().is_ok_and(|number| number <= 100.0)
    };
    let is_number = |text: &str| is_decimal(text.strip_prefix('-').unwrap_or(text));
    let is_good = |setting: &&str| {
        let Some((name, value)) = setting.split_once(':') else { return false };
        let (place, side) = value.split_once(',').map_or((value, None), |(place, side)| (place, Some(side)));
        match name {
            "vertical" => matches!(value, "rl" | "lr"),
            "line" => {
                (is_percent(place) || is_number(place))
                    && side.is_none_or(|side| matches!(side, "start" | "center" | "end"))
            }
            "position" => {
                is_percent(place) && side.is_none_or(|side| matches!(side, "line-left" | "center" | "line-right"))
            }
            "size" => is_percent(value),
            "align" => matches!(value, "start" | "center" | "end" | "left" | "right"),
            _ => false,
        }
    };
    settings.split_whitespace().filter(is_good).collect::<Vec<_>>().join(" ")
}

/// Digits, perhaps with a point and more digits.
fn is_decimal(text: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.len() < 10 && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, fraction)) => is_digits(whole) && is_digits(fraction),
        None => is_digits(text),
    }
}
