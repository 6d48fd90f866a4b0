//! The first reading of a file, which changes nothing: whether it is whole, and what is in it.

use std::{
    collections::{BTreeSet, HashMap},
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use wxr::{Author, Reader, Record, Site};

use super::{progress::Progress, rules};

/// Numbers of pictures for galleries are remembered up to here, so that memory stays small.
const PICTURES: usize = 200_000;

/// What is in a file.
pub struct Survey {
    /// The file.
    pub file: PathBuf,
    /// The site it is of.
    pub site: Site,
    /// The people it describes.
    pub authors: Vec<Author>,
    /// The names that posts and pages give for those who wrote them.
    pub creators: BTreeSet<String>,
    /// The addresses of attachments by their numbers.
    pub pictures: HashMap<u64, Box<str>>,
    /// Which attachments belong to which post.
    pub pictures_of: HashMap<u64, Vec<u64>>,
}

/// Reads the whole file. The error names the line and says that nothing was changed.
pub fn survey(file: &Path, progress: &mut Progress) -> anyhow::Result<Survey> {
    let (mut export, length) = open(file)?;
    let mut survey = Survey {
        file: file.to_owned(),
        site: Site::default(),
        authors: vec![],
        creators: BTreeSet::new(),
        pictures: HashMap::new(),
        pictures_of: HashMap::new(),
    };
    let mut inside = Inside::Other;
    loop {
        let record = export.next().map_err(|error| anyhow::anyhow!("{error} {NOTHING_CHANGED}"))?;
        let Some(record) = record else { break };
        match record {
            Record::Site(site) => survey.site = site,
            Record::Author(author) => survey.authors.push(author),
            Record::Term(_) => {}
            Record::Item(item) => {
                inside = Inside::of(&item);
                if inside == Inside::Dated && item.date_gmt.or(item.pub_date).is_none() {
                    let title = rules::plain_line(&item.title);
                    bail!(no_date(&format!("the {} “{title}”", item.post_type), export.record_line()));
                }
                survey.take_item(*item);
            }
            Record::Comment(comment) => {
                let comes_in = inside != Inside::Other && rules::kind(&comment).is_ok();
                if comes_in && comment.date_gmt.is_none() {
                    bail!(no_date(&format!("a comment by “{}”", rules::guest_name(&comment)), export.record_line()));
                }
            }
            // A buffer's length before the end, the file may be read already.
            Record::ItemEnd => progress.checked(export.position().min(length - 1), length),
        }
    }
    progress.checked(length, length);
    Ok(survey)
}

/// A file opened to be read from its beginning, and its length in bytes.
pub fn open(file: &Path) -> anyhow::Result<(Reader<BufReader<File>>, u64)> {
    let opened = File::open(file).with_context(|| format!("cannot open the file {}", file.display()))?;
    let facts = opened.metadata()?;
    if !facts.is_file() {
        bail!("{} is not a file", file.display());
    }
    Ok((Reader::new(BufReader::with_capacity(256 * 1024, opened)), facts.len()))
}

const NOTHING_CHANGED: &str = "Nothing was brought in.";

fn no_date(what: &str, line: u64) -> String {
    format!(
        "The file says nothing about when {what} in line {line} was written, or a date of zeros. Give it a date, or take \
         it out of the file. {NOTHING_CHANGED}"
    )
}

/// What kind of item is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// A published post or page: it must have a date.
    Dated,
    /// A draft, which may have none.
    Draft,
    /// Something that is left out.
    Other,
}

impl Inside {
    fn of(item: &wxr::Item) -> Self {
        match rules::fate(item) {
            Ok((rules::Fate::Draft, _)) => Self::Draft,
            Ok(_) => Self::Dated,
            Err(_) => Self::Other,
        }
    }
}

impl Survey {
    fn take_item(&mut self, item: wxr::Item) {
        if rules::fate(&item).is_ok() {
            self.creators.insert(item.creator);
        } else if let (Some(id), Some(address)) = (item.id, item.attachment_url)
            && self.pictures.len() < PICTURES
        {
            self.pictures.insert(id, address.into());
            if let Some(post) = item.parent {
                self.pictures_of.entry(post).or_default().push(id);
            }
        }
    }
}
