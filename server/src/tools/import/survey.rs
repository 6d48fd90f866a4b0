//! The first reading of a file, which changes nothing: whether it is whole, and what is in it.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use url::Url;
use wxr::{Author, Comment, Item, Reader, Record, Site, Term};

use super::{
    addresses::Home,
    progress::Progress,
    rules::{self, Known},
};
use crate::talk::old_sites::bare_host;

/// By so many posts a site is known again.
const KNOWN: usize = 500;
/// So many people who only commented, and so many hosts of files, are remembered, so that memory stays small.
const COMMENTERS: usize = 200_000;
const HOSTS: usize = 20;

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
    /// People who were signed in when they commented, by their number: name and e-mail address.
    pub commenters: BTreeMap<u64, (String, String)>,
    /// Names of people by what a plugin for several authors calls them.
    pub guest_authors: HashMap<String, String>,
    /// Categories and tags.
    pub terms: Vec<Term>,
    /// Other hosts at which its files are.
    pub hosts: BTreeSet<String>,
    /// Fields that stand after the comments of an item, by its place in the file, from 1.
    pub late: HashMap<u64, Box<Item>>,
    /// What the first posts are known by, by their number.
    pub known: HashMap<u64, Known>,
}

/// Reads the whole file. The error names the line and says that nothing was changed.
pub fn survey(file: &Path, progress: &mut Progress) -> anyhow::Result<Survey> {
    let (mut export, length) = open(file)?;
    let mut survey = Survey {
        file: file.to_owned(),
        site: Site::default(),
        authors: vec![],
        creators: BTreeSet::new(),
        commenters: BTreeMap::new(),
        guest_authors: HashMap::new(),
        terms: vec![],
        hosts: BTreeSet::new(),
        late: HashMap::new(),
        known: HashMap::new(),
    };
    let mut home = Home::default();
    let (mut items, mut item) = (0, None);
    loop {
        let record = export.next().map_err(|error| anyhow::anyhow!("{error} {NOTHING_CHANGED}"))?;
        let Some(record) = record else { break };
        match record {
            Record::Site(site) => {
                home = Home::of(&site);
                survey.site = site;
            }
            Record::Author(author) => survey.authors.push(author),
            Record::Term(term) => survey.terms.push(term),
            Record::Item(read) => {
                items += 1;
                item = Some(read);
            }
            Record::Comment(comment) => survey.take_comment(&comment),
            Record::Late(late) => {
                if let Some(item) = &mut item {
                    item.complete((*late).clone());
                }
                survey.late.insert(items, late);
            }
            Record::ItemEnd => {
                if let Some(item) = item.take() {
                    survey.take_item(&item, &home);
                }
                // A buffer's length before the end, the file may be read already.
                progress.checked(export.position().min(length - 1), length);
            }
        }
    }
    let described: BTreeSet<u64> = survey.authors.iter().filter_map(|author| author.id).collect();
    survey.commenters.retain(|number, _| !described.contains(number));
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

impl Survey {
    fn take_item(&mut self, item: &Item, home: &Home) {
        if item.post_type == "attachment" {
            let host = item.attachment_url.as_deref().and_then(|address| Url::parse(address).ok());
            let host = host.and_then(|url| url.host_str().map(bare_host));
            if let Some(host) = host.filter(|host| *host != home.host)
                && self.hosts.len() < HOSTS
            {
                self.hosts.insert(host);
            }
        } else if item.post_type == "guest-author" {
            let name = rules::meta(item, "cap-display_name").unwrap_or(&item.title);
            let name = rules::plain_line(name);
            let keys = [Some(item.name.as_str()), rules::meta(item, "cap-user_login")];
            for key in keys.into_iter().flatten().filter(|key| !key.is_empty()) {
                self.guest_authors.insert(key.to_lowercase(), name.clone());
            }
        } else if rules::visibility(item).is_ok() {
            self.creators.insert(item.creator.clone());
            if let Some(number) = item.id.filter(|_| self.known.len() < KNOWN) {
                self.known.entry(number).or_insert_with(|| Known::of(item));
            }
        }
    }

    /// Somebody who was signed in has a number, also if they wrote no post and the file does not describe them.
    fn take_comment(&mut self, comment: &Comment) {
        let Some(number) = comment.user_id.filter(|_| self.commenters.len() < COMMENTERS) else { return };
        if rules::kind(comment) == Ok("comment") {
            let (name, email) = self.commenters.entry(number).or_default();
            if email.is_empty() {
                name.clone_from(&comment.author);
                email.clone_from(&comment.author_email);
            }
        }
    }
}
