//! Bytes in, clean UTF-8 out: decoding, dropping what XML forbids, counting lines, and refusing
//! tokens without end before they fill the memory.

use std::io::{self, BufRead};

use encoding_rs::{Decoder, DecoderResult, Encoding};

/// The longest single text or tag, in bytes of UTF-8.
pub(crate) const TOKEN_LIMIT: usize = 16_000_000;

/// How far into the file the encoding may be named.
const PROLOG: usize = 1024;
const BUFFER: usize = 64 * 1024;

/// What can be wrong with the bytes themselves; travels inside an `io::Error`.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("compressed")]
    Compressed,
    #[error("not XML")]
    NotXml,
    #[error("not {0}")]
    WrongEncoding(&'static str),
    #[error("unknown encoding {0}")]
    UnknownEncoding(String),
    #[error("too long")]
    TooLong,
}

pub(crate) struct Source<R> {
    inner: R,
    decoder: Option<Decoder>,
    /// The raw bytes read to find out the encoding, until they are decoded.
    prolog: Vec<u8>,
    buffer: Box<[u8]>,
    start: usize,
    end: usize,
    state: State,
    bytes: u64,
    line: u64,
    token_line: u64,
    token: usize,
    dropped: u64,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Reading,
    Wrong,
    Ended,
}

impl<R: BufRead> Source<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self {
            inner,
            decoder: None,
            prolog: Vec::new(),
            buffer: vec![0; BUFFER].into_boxed_slice(),
            start: 0,
            end: 0,
            state: State::Reading,
            bytes: 0,
            line: 1,
            token_line: 1,
            token: 0,
            dropped: 0,
        }
    }

    /// The current token is dealt with: the next begins here.
    pub(crate) fn begin_token(&mut self) {
        self.token = 0;
        self.token_line = self.line;
    }

    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    pub(crate) fn token_line(&self) -> u64 {
        self.token_line
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(crate) fn dropped(&self) -> u64 {
        self.dropped
    }

    pub(crate) fn drop_one(&mut self) {
        self.dropped += 1;
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.state == State::Ended && self.start == self.end
    }

    /// Reads just enough to know the encoding.
    fn open(&mut self) -> io::Result<Decoder> {
        while self.prolog.len() < PROLOG && !self.prolog.contains(&b'>') {
            let chunk = self.inner.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            let taken = chunk.len().min(PROLOG - self.prolog.len());
            self.prolog.extend_from_slice(&chunk[..taken]);
            self.inner.consume(taken);
        }
        let (encoding, mark) = encoding_of(&self.prolog).map_err(io::Error::other)?;
        self.prolog.drain(..mark);
        self.bytes = mark as u64;
        Ok(encoding.new_decoder_without_bom_handling())
    }

    fn refill(&mut self) -> io::Result<()> {
        let mut decoder = match self.decoder.take() {
            Some(decoder) => decoder,
            None => self.open()?,
        };
        (self.start, self.end) = (0, 0);
        while self.end == 0 && self.state == State::Reading {
            let raw = match self.prolog.as_slice() {
                [] => match self.inner.fill_buf() {
                    Ok(raw) => raw,
                    Err(error) => {
                        self.decoder = Some(decoder);
                        return Err(error);
                    }
                },
                prolog => prolog,
            };
            let last = raw.is_empty();
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(raw, &mut self.buffer, last);
            if self.prolog.is_empty() {
                self.inner.consume(read);
            } else {
                self.prolog.drain(..read);
            }
            self.bytes += read as u64;
            self.state = match result {
                // A character cut in half by the end of the file: the file is cut off, not wrong.
                _ if last && !matches!(result, DecoderResult::OutputFull) => State::Ended,
                DecoderResult::Malformed(..) => State::Wrong,
                _ => State::Reading,
            };
            self.end = self.without_control_characters(written);
        }
        self.decoder = Some(decoder);
        Ok(())
    }

    /// Closes the gaps left by the characters that XML 1.0 forbids and WordPress writes anyway.
    fn without_control_characters(&mut self, length: usize) -> usize {
        if !self.buffer[..length].iter().any(|&byte| is_forbidden(byte)) {
            return length;
        }
        let mut kept = 0;
        for at in 0..length {
            let byte = self.buffer[at];
            if !is_forbidden(byte) {
                self.buffer[kept] = byte;
                kept += 1;
            }
        }
        self.dropped += (length - kept) as u64;
        kept
    }
}

impl<R: BufRead> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.token > TOKEN_LIMIT {
            return Err(io::Error::other(Fault::TooLong));
        }
        if self.start == self.end && self.state == State::Reading {
            self.refill()?;
        }
        if self.start == self.end && self.state == State::Wrong {
            let encoding = self.decoder.as_ref().map_or("", |d| d.encoding().name());
            return Err(io::Error::other(Fault::WrongEncoding(encoding)));
        }
        Ok(&self.buffer[self.start..self.end])
    }

    fn consume(&mut self, amount: usize) {
        let used = &self.buffer[self.start..self.start + amount];
        self.line += memchr::memchr_iter(b'\n', used).count() as u64;
        self.token += amount;
        self.start += amount;
    }
}

impl<R: BufRead> io::Read for Source<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let amount = available.len().min(into.len());
        into[..amount].copy_from_slice(&available[..amount]);
        self.consume(amount);
        Ok(amount)
    }
}

pub(crate) fn is_forbidden(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')
}

/// The encoding of a file that begins so, and the length of its byte order mark.
fn encoding_of(beginning: &[u8]) -> Result<(&'static Encoding, usize), Fault> {
    if beginning.starts_with(b"\x1f\x8b") || beginning.starts_with(b"PK\x03\x04") {
        return Err(Fault::Compressed);
    }
    if let Some(marked) = Encoding::for_bom(beginning) {
        return Ok(marked);
    }
    if beginning.starts_with(b"<\0") {
        return Ok((encoding_rs::UTF_16LE, 0));
    }
    if beginning.starts_with(b"\0<") {
        return Ok((encoding_rs::UTF_16BE, 0));
    }
    let text = beginning.trim_ascii_start();
    if !matches!(text.first(), None | Some(b'<')) {
        return Err(Fault::NotXml);
    }
    let Some(name) = declared_encoding(text) else {
        return Ok((encoding_rs::UTF_8, 0));
    };
    match Encoding::for_label_no_replacement(name) {
        // The web reads US-ASCII as windows-1252. Here what is more than ASCII is UTF-8, or no text.
        Some(_) if is_ascii(name) => Ok((encoding_rs::UTF_8, 0)),
        // The declaration could be read byte by byte, so the file cannot be what it says.
        Some(encoding) if !encoding.is_ascii_compatible() => Ok((encoding_rs::UTF_8, 0)),
        Some(encoding) => Ok((encoding, 0)),
        None => Err(Fault::UnknownEncoding(String::from_utf8_lossy(&name[..name.len().min(40)]).into_owned())),
    }
}

/// Whether this is a name of US-ASCII (RFC 1345, and the Encoding Standard's labels).
fn is_ascii(name: &[u8]) -> bool {
    let name = name.trim_ascii().to_ascii_lowercase();
    matches!(name.as_slice(), b"us-ascii" | b"ascii" | b"ansi_x3.4-1968")
}

/// The value of `encoding` in `<?xml version="1.0" encoding="UTF-8"?>`.
fn declared_encoding(text: &[u8]) -> Option<&[u8]> {
    let declaration = text.strip_prefix(b"<?xml")?;
    let declaration = &declaration[..declaration.iter().position(|&byte| byte == b'>')?];
    let at = declaration.windows(8).position(|word| word == b"encoding")?;
    let value = declaration[at + 8..].trim_ascii_start().strip_prefix(b"=")?;
    let (&quote, value) = value.trim_ascii_start().split_first()?;
    let end = value.iter().position(|&byte| byte == quote)?;
    Some(&value[..end])
}
