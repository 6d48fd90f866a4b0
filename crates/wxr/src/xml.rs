//! XML as WXR uses it: elements with a known namespace, and their text.

use std::{io::BufRead, sync::Arc};

use quick_xml::{
    Error as XmlError, NsReader, XmlVersion,
    errors::IllFormedError,
    escape::EscapeError,
    events::{BytesStart, Event},
    name::{Namespace, ResolveResult},
};

use crate::{
    Error,
    source::{Fault, Source, TOKEN_LIMIT, is_forbidden},
};

/// The most that the texts of one item or comment may take together.
const RECORD_LIMIT: usize = 2 * TOKEN_LIMIT;
/// What an element counts besides its text, so that a hundred thousand empty ones are too long as well.
const ELEMENT_WEIGHT: usize = 256;
/// WXR needs five.
const DEPTH_LIMIT: usize = 100;

/// The vocabularies that WXR mixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    Rss,
    Wp,
    Content,
    Excerpt,
    Dc,
    Foreign,
}

/// The beginning of an element.
pub(crate) struct Tag {
    pub space: Space,
    pub local: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

enum Step {
    Open(Tag),
    Text,
    Close,
    End,
}

pub(crate) struct Xml<R> {
    reader: NsReader<Source<R>>,
    buffer: Vec<u8>,
    /// The names of the elements that are open.
    path: Vec<String>,
    /// The text read since it was last cleared.
    text: String,
    record_weight: usize,
    record_line: u64,
}

impl<R: BufRead> Xml<R> {
    pub(crate) fn new(inner: R) -> Self {
        let mut reader = NsReader::from_reader(Source::new(inner));
        reader.config_mut().expand_empty_elements = true;
        // WordPress writes the website of a comment's writer without escaping its `&`.
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, buffer: Vec::new(), path: Vec::new(), text: String::new(), record_weight: 0, record_line: 1 }
    }

    pub(crate) fn source(&self) -> &Source<R> {
        self.reader.get_ref()
    }

    pub(crate) fn line(&self) -> u64 {
        self.source().line()
    }

    /// The line in which the current record begins.
    pub(crate) fn record_line(&self) -> u64 {
        self.record_line
    }

    /// The name of the innermost open element, as written.
    pub(crate) fn element(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// From here on, texts count towards a new record.
    pub(crate) fn begin_record(&mut self) {
        self.record_weight = 0;
        self.record_line = self.line();
    }

    /// The outermost element.
    pub(crate) fn root(&mut self) -> Result<Tag, Error> {
        loop {
            match self.step()? {
                Step::Open(tag) => return Ok(tag),
                Step::Text if self.text.trim().is_empty() => self.text.clear(),
                Step::Text | Step::Close => return Err(Error::NotXml { line: self.line() }),
                Step::End => return Err(Error::Empty),
            }
        }
    }

    /// The next element inside the current one, or `None` at its end.
    pub(crate) fn child(&mut self) -> Result<Option<Tag>, Error> {
        loop {
            self.text.clear();
            match self.step()? {
                Step::Open(tag) => return Ok(Some(tag)),
                Step::Text => {}
                Step::Close => return Ok(None),
                Step::End => return Err(self.cut_off()),
            }
        }
    }

    /// The whole text of the current element, to its end. Elements inside give only their text.
    pub(crate) fn text(&mut self) -> Result<String, Error> {
        self.text.clear();
        let outside = self.path.len() - 1;
        while self.path.len() > outside {
            if let Step::End = self.step()? {
                return Err(self.cut_off());
            }
            if self.text.len() > TOKEN_LIMIT {
                return Err(self.too_long());
            }
        }
        self.weigh(self.text.len())?;
        Ok(std::mem::take(&mut self.text))
    }

    /// The text of the current element without the space around it.
    pub(crate) fn word(&mut self) -> Result<String, Error> {
        let text = self.text()?;
        let word = text.trim();
        Ok(if word.len() == text.len() { text } else { word.to_owned() })
    }

    /// Passes over the current element.
    pub(crate) fn skip(&mut self) -> Result<(), Error> {
        let outside = self.path.len() - 1;
        while self.path.len() > outside {
            self.text.clear();
            if let Step::End = self.step()? {
                return Err(self.cut_off());
            }
        }
        Ok(())
    }

    fn step(&mut self) -> Result<Step, Error> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().begin_token();
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(error) => return Err(self.explained(error)),
            };
            match event {
                Event::Start(start) => {
                    let read = read_tag(&self.reader, &start);
                    let name = start.name().as_ref().to_owned();
                    return self.opened(read, name);
                }
                Event::End(_) => {
                    self.path.pop();
                    return Ok(Step::Close);
                }
                Event::Text(text) => self.text.push_str(&text.xml10_content()),
                Event::CData(text) => self.text.push_str(&text.xml10_content()),
                Event::GeneralRef(name) => {
                    let name = name.into_inner().into_owned();
                    self.reference(&name)?;
                }
                Event::DocType(declaration) => {
                    let line = self.reader.get_ref().token_line();
                    refuse_doctype(&declaration, line)?;
                    continue;
                }
                Event::Eof => return Ok(Step::End),
                Event::Empty(_) | Event::Comment(_) | Event::PI(_) | Event::Decl(_) => continue,
            }
            return Ok(Step::Text);
        }
    }

    fn opened(&mut self, read: Result<Tag, XmlError>, name: String) -> Result<Step, Error> {
        let tag = read.map_err(|error| self.explained(error))?;
        self.path.push(name);
        if self.path.len() > DEPTH_LIMIT {
            return Err(self.malformed("its elements are nested too deeply"));
        }
        let weight = tag.attributes.iter().map(|(name, value)| name.len() + value.len());
        self.weigh(weight.sum::<usize>() + ELEMENT_WEIGHT)?;
        Ok(Step::Open(tag))
    }

    /// Appends what `&name;` stands for.
    fn reference(&mut self, name: &str) -> Result<(), Error> {
        let Some(number) = name.strip_prefix('#') else {
            let character = match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                _ if is_name(name) => return Err(self.unknown_entity(name)),
                // A bare `&` with a semicolon somewhere behind it.
                _ => {
                    self.text.extend(["&", name, ";"]);
                    return Ok(());
                }
            };
            self.text.push(character);
            return Ok(());
        };
        let code = match number.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        let Ok(code) = code else {
            return Err(self.unknown_entity(name));
        };
        match char::from_u32(code) {
            Some(character) if !u8::try_from(code).is_ok_and(is_forbidden) => {
                self.text.push(character);
            }
            _ => self.reader.get_mut().drop_one(),
        }
        Ok(())
    }

    fn weigh(&mut self, weight: usize) -> Result<(), Error> {
        self.record_weight += weight;
        if self.record_weight > RECORD_LIMIT {
            return Err(Error::TooLong { line: self.record_line, limit: RECORD_LIMIT });
        }
        Ok(())
    }

    fn too_long(&self) -> Error {
        Error::TooLong { line: self.source().token_line(), limit: TOKEN_LIMIT }
    }

    pub(crate) fn malformed(&self, what: impl Into<String>) -> Error {
        Error::Malformed { line: self.line(), what: what.into() }
    }

    fn cut_off(&self) -> Error {
        let inside = match self.element() {
            "" => "rss",
            element => element,
        };
        Error::CutOff { line: self.line(), inside: shortened(inside) }
    }

    fn unknown_entity(&self, name: &str) -> Error {
        Error::UnknownEntity { line: self.line(), name: shortened(name) }
    }

    /// What the parser complains about, in words for an organiser.
    fn explained(&self, error: XmlError) -> Error {
        let line = self.line();
        match error {
            XmlError::Io(error) => self.explained_fault(&error),
            XmlError::Syntax(_) if self.source().is_at_end() => self.cut_off(),
            XmlError::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                self.malformed(format!("</{}> stands where </{}> should", shortened(&found), shortened(&expected)))
            }
            XmlError::Escape(EscapeError::UnrecognizedEntity(_, name)) => {
                Error::UnknownEntity { line, name: shortened(&name) }
            }
            error => self.malformed(error.to_string()),
        }
    }

    fn explained_fault(&self, error: &Arc<std::io::Error>) -> Error {
        let line = self.line();
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Fault>()) {
            Some(Fault::Compressed) => Error::Compressed,
            Some(Fault::NotXml) => Error::NotXml { line },
            Some(Fault::WrongEncoding(encoding)) => Error::WrongEncoding { line, encoding },
            Some(Fault::UnknownEncoding(name)) => Error::UnknownEncoding { line, name: name.clone() },
            Some(Fault::TooLong) => self.too_long(),
            None => {
                let source = std::io::Error::new(error.kind(), error.to_string());
                Error::Io { line, source }
            }
        }
    }
}

fn read_tag<R>(reader: &NsReader<R>, start: &BytesStart) -> Result<Tag, XmlError> {
    let (bound, local) = reader.resolver().resolve_element(start.name());
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0)?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    let prefix = start.name().prefix();
    Ok(Tag { space: space(&bound, prefix.as_ref().map(AsRef::as_ref)), local: local.as_ref().to_owned(), attributes })
}

/// The vocabulary by its address, whichever the spelling, or else by the customary prefix.
fn space(bound: &ResolveResult, prefix: Option<&str>) -> Space {
    if let ResolveResult::Bound(Namespace(address)) = bound {
        let address = address.trim_end_matches('/');
        if address.contains("wordpress.org/export/") {
            return if address.ends_with("excerpt") { Space::Excerpt } else { Space::Wp };
        }
        if address.contains("purl.org/rss/1.0/modules/content") {
            return Space::Content;
        }
        if address.contains("purl.org/dc/elements") {
            return Space::Dc;
        }
    }
    match prefix {
        None => Space::Rss,
        Some("wp") => Space::Wp,
        Some("content") => Space::Content,
        Some("excerpt") => Space::Excerpt,
        Some("dc") => Space::Dc,
        Some(_) => Space::Foreign,
    }
}

fn refuse_doctype(declaration: &str, line: u64) -> Result<(), Error> {
    let upper = declaration.to_ascii_uppercase();
    if let Some(at) = upper.find("<!ENTITY") {
        let before = upper[..at].matches('\n').count() as u64;
        return Err(Error::EntityDeclared { line: line + before });
    }
    if upper.starts_with("HTML") {
        return Err(Error::NotWxr { line, found: "an HTML page".to_owned() });
    }
    Ok(())
}

fn is_name(text: &str) -> bool {
    text.chars().all(|character| character.is_alphanumeric() || "_-.:".contains(character))
}

/// The beginning of a name from the file, short enough for a sentence.
pub(crate) fn shortened(name: &str) -> String {
    match name.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
