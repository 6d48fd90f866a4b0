//! Sites that were brought here: what every number and every address of theirs is. Old addresses are led on by it, and
//! texts from there find what they refer to.

mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap, HashSet};

use markup::{Attachment, Footnote, References};
use url::Url;

use self::rules::{OldAddress, Question, questions};
pub use self::rules::{
    as_asked, asks_for_a_number, asks_for_something, bare_host, decoded, path_in_one_form, unscaled,
};
use crate::{
    ids::{BlogId, PostId, RowId, Timestamp},
    kit::db::{Conn, Tx},
};

/// A site that was brought here.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OldSite {
    /// What its addresses are kept under.
    pub id: RowId,
    /// How what came from it is marked.
    pub origin: String,
    /// The blog it came to.
    pub blog: BlogId,
    /// Its host, as [`bare_host`] makes it.
    pub host: String,
    /// What all its addresses begin with: nothing, or as in `/orchard`.
    pub path: String,
    address: String,
    files: String,
    /// The address of that blog.
    pub blog_address: String,
}

impl OldSite {
    /// Whether files of it were at this host, and no pages.
    fn has_files_at(&self, host: &str) -> bool {
        self.files.split(' ').any(|files| files == host)
    }

    /// An address as a text of this site means it.
    fn join(&self, address: &str) -> Option<Url> {
        Url::parse(&self.address).ok()?.join(address).ok()
    }
}

/// What kind of thing a number is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A post or a page.
    Post,
    /// A file.
    Attachment,
    /// A part that several texts share.
    Block,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Attachment => "attachment",
            Self::Block => "block",
        }
    }
}

/// What a number of an old site is.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its number here: of a post, the post's own.
    pub id: RowId,
    /// Its number there; none where another item has the same.
    pub number: Option<i64>,
    /// What it is.
    pub kind: Kind,
    /// The post or page it became.
    pub post: Option<PostId>,
    /// Its identifier in feeds.
    pub guid: String,
    /// Where it was.
    pub link: String,
    /// Its title there, as plain text.
    pub title: String,
    /// Its date, if it had one.
    pub dated_at: Option<Timestamp>,
    /// The number of what a file belongs to.
    pub parent: Option<i64>,
    /// Its place among the files of the same parent.
    pub position: i64,
    /// Where a file was.
    pub address: String,
    /// Where a file is here.
    pub file: Option<String>,
    /// What stands for a picture where it cannot be seen.
    pub alt: String,
    /// What stands below a picture.
    pub caption: String,
    /// The source of a shared part; the notes of a post as WordPress keeps them.
    pub content: String,
    /// The number of a post's picture.
    pub featured: Option<i64>,
}

impl Item {
    /// A post or another item of which nothing more is known.
    pub fn new(id: RowId, kind: Kind) -> Self {
        Self {
            id,
            number: None,
            kind,
            post: None,
            guid: String::new(),
            link: String::new(),
            title: String::new(),
            dated_at: None,
            parent: None,
            position: 0,
            address: String::new(),
            file: None,
            alt: String::new(),
            caption: String::new(),
            content: String::new(),
            featured: None,
        }
    }
}

/// What is stored of an item.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Stored {
    /// The number of its row.
    pub id: RowId,
    site: Option<RowId>,
    /// Its number there.
    pub number: Option<i64>,
    kind: String,
    /// The post or page it became.
    pub post: Option<PostId>,
    /// Its identifier in feeds.
    pub guid: String,
    /// Where it was.
    pub link: String,
    /// Its title there.
    pub title: String,
    /// Its date there.
    pub dated_at: Option<Timestamp>,
    parent: Option<i64>,
    /// Where a file was.
    pub address: String,
    /// Where a file is here.
    pub file: Option<String>,
    alt: String,
    caption: String,
    content: String,
    featured: Option<i64>,
}

impl Stored {
    fn attachment(&self) -> Attachment {
        Attachment {
            address: self.file.clone().unwrap_or_else(|| self.address.clone()),
            alt: self.alt.clone(),
            caption: self.caption.clone(),
            title: self.title.clone(),
        }
    }
}

/// What was found for an address or a number.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Found {
    path: String,
    host: String,
    goal: Option<String>,
    number: Option<i64>,
    site: Option<RowId>,
    kind: Option<String>,
    file: Option<String>,
    post: Option<PostId>,
    url: Option<String>,
    open: i64,
}

/// Where an old address leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Goal {
    /// To a post or page, if the reader may read it.
    Post(PostId),
    /// To a path here.
    Path(String),
    /// Nowhere any more: the post was deleted.
    Deleted(PostId),
}

/// Something a text refers to that has not come.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Missing {
    /// A picture or file of a gallery or list, by its number.
    File(i64),
    /// The files of the text itself, of which there are none.
    Files,
    /// A shared part, by its number.
    Block(i64),
    /// The picture of the post, by its number: it is not known.
    Featured(i64),
    /// The picture of the post is known, and stays where it was.
    FeaturedElsewhere(String),
    /// A link or picture of the old site.
    Address(String),
}

/// A text of an old site, and what belongs to it.
#[derive(Clone, Debug)]
pub struct Own {
    /// The site it stood on.
    pub site: OldSite,
    /// Its number there.
    pub number: Option<i64>,
    /// The number of its picture.
    pub featured: Option<i64>,
    /// The footnotes that were stored beside it.
    pub footnotes: Vec<Footnote>,
}

impl Own {
    /// What belongs to the text of an item.
    pub fn of_item(site: OldSite, number: Option<i64>, featured: Option<i64>, notes: &str) -> Self {
        Self { site, number, featured, footnotes: footnotes(notes) }
    }

    /// What belongs to the text of a post from an old site; none for one that began here.
    pub async fn of_post(conn: &mut Conn, post: PostId) -> anyhow::Result<Option<Self>> {
        let Some(item) = store::of_post(conn, post).await? else { return Ok(None) };
        let site = sites(conn).await?.into_iter().find(|site| Some(site.id) == item.site);
        Ok(site.map(|site| Self::of_item(site, item.number, item.featured, &item.content)))
    }
}

/// The notes of a post as WordPress keeps them: a list in JSON.
fn footnotes(json: &str) -> Vec<Footnote> {
    #[derive(serde::Deserialize)]
    struct Note {
        #[serde(default)]
        id: String,
        #[serde(default)]
        content: String,
    }
    let notes: Vec<Note> = serde_json::from_str(json).unwrap_or_default();
    notes.into_iter().map(|Note { id, content }| Footnote { id, content }).collect()
}

/// All sites that were brought here, the first first.
pub async fn sites(conn: &mut Conn) -> anyhow::Result<Vec<OldSite>> {
    Ok(store::sites(conn).await?)
}

/// A site that is being brought here.
#[derive(Clone, Copy, Debug)]
pub struct NewSite<'a> {
    /// How what comes from it is marked.
    pub origin: &'a str,
    /// The blog it comes to.
    pub blog: BlogId,
    /// Its host, as [`bare_host`] makes it.
    pub host: &'a str,
    /// What all its addresses begin with.
    pub path: &'a str,
    /// Its address as it is written, with a slash at its end.
    pub address: &'a str,
    /// Other hosts at which files of it are.
    pub files: &'a BTreeSet<String>,
}

/// Notes where a site was; answers its number. One that came before keeps its own.
pub async fn begin(tx: &mut Tx, site: &NewSite<'_>) -> anyhow::Result<RowId> {
    let others = sites(tx).await?;
    let before = others.iter().find(|other| other.origin == site.origin).map(|other| other.files.as_str());
    let files: BTreeSet<&str> =
        site.files.iter().map(String::as_str).chain(before.unwrap_or_default().split(' ')).collect();
    let files: Vec<&str> = files.into_iter().filter(|host| !host.is_empty() && *host != site.host).collect();
    let id = store::begin(tx, site, &files.join(" ")).await?;
    let is_new_host = !others.is_empty() && !others.iter().any(|other| other.host == site.host);
    if is_new_host && site.host.contains('.') {
        store::note_references_to(tx, id, site.host).await?;
    }
    Ok(id)
}

/// Items of a site with these numbers.
pub async fn numbered(conn: &mut Conn, site: RowId, numbers: &[i64]) -> anyhow::Result<Vec<Stored>> {
    if numbers.is_empty() {
        return Ok(vec![]);
    }
    Ok(store::numbered(conn, site, &json(numbers)).await?)
}

/// Brings items of a site in, or completes what is known of them.
///
/// A number that another item of the site has stays that one's.
pub async fn put_items(tx: &mut Tx, site: RowId, items: &[Item]) -> anyhow::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    let numbers: Vec<i64> = items.iter().filter_map(|item| item.number).collect();
    let mut owners: HashMap<i64, RowId> = HashMap::new();
    for stored in numbered(tx, site, &numbers).await? {
        owners.extend(stored.number.map(|number| (number, stored.id)));
    }
    let mut items = items.to_vec();
    for item in &mut items {
        item.number = item.number.filter(|number| *owners.entry(*number).or_insert(item.id) == item.id);
    }
    Ok(store::put_items(tx, site, &items).await?)
}

/// What was at an address.
#[derive(Clone, Debug)]
pub struct Address {
    /// The path, with what counts of the query.
    pub path: String,
    /// The host, as [`bare_host`] makes it.
    pub host: String,
    /// The item that was there; or
    pub item: Option<RowId>,
    /// the path of what takes its place here.
    pub goal: Option<String>,
}

/// Notes what was at addresses; answers how many are new. Who came first stays.
pub async fn put_addresses(tx: &mut Tx, addresses: &[Address]) -> anyhow::Result<u64> {
    let rows: Vec<_> = addresses
        .iter()
        .filter(|address| address.path.len() <= 1000)
        .map(|a| (a.path.clone(), a.host.clone(), a.item, a.goal.clone()))
        .collect();
    let written = store::put_addresses(tx, &rows).await?;
    for (path, host, item, goal) in &rows {
        if let (None, Some(goal)) = (item, goal) {
            store::lead_elsewhere(tx, path, host, goal).await?;
        }
    }
    Ok(written)
}

/// Paths among these that another host's things have, too: without their host they lead to what came first.
pub async fn shared_paths(conn: &mut Conn, host: &str, paths: &[String]) -> anyhow::Result<BTreeSet<String>> {
    if paths.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found = store::at_paths(conn, &json(paths)).await?;
    Ok(found.into_iter().filter(|found| found.host != host && !found.host.is_empty()).map(|found| found.path).collect())
}

/// Notes which posts or comments of a site refer to something that has not come, and which do no longer.
pub async fn note_references(
    tx: &mut Tx,
    site: RowId,
    kind: &'static str,
    open: &[i64],
    done: &[i64],
) -> anyhow::Result<()> {
    Ok(store::put_references(tx, site, kind, open, done).await?)
}

/// Texts of a site that refer to something that had not come, after this number.
pub async fn open_references(
    conn: &mut Conn,
    site: RowId,
    kind: &'static str,
    after: i64,
    limit: i64,
) -> anyhow::Result<Vec<i64>> {
    Ok(store::references(conn, site, kind, after, limit).await?.into_iter().map(|(id,)| id).collect())
}

fn json<T: serde::Serialize>(list: &[T]) -> String {
    serde_json::to_string(list).unwrap_or_default()
}

/// How deep shared parts are looked for in one another.
const DEPTH: usize = 10;

/// What a text refers to by number, as far as it is here; and what is missing.
pub async fn references(
    conn: &mut Conn,
    own: &Own,
    source: &str,
) -> anyhow::Result<(Option<References>, Vec<Missing>)> {
    let mut wanted = markup::wanted(source);
    if wanted.blocks.is_empty()
        && wanted.attachments.is_empty()
        && wanted.galleries.is_empty()
        && own.featured.is_none()
        && own.footnotes.is_empty()
    {
        return Ok((None, vec![]));
    }
    let mut known = References {
        number: own.number.and_then(|number| number.try_into().ok()),
        featured: own.featured.and_then(|number| number.try_into().ok()),
        footnotes: own.footnotes.clone(),
        ..References::default()
    };
    let mut missing = BTreeSet::new();
    let mut blocks: Vec<i64> = wanted.blocks.iter().filter_map(|number| i64::try_from(*number).ok()).collect();
    for _ in 0..DEPTH {
        if blocks.is_empty() {
            break;
        }
        let mut next = vec![];
        let found = numbered(conn, own.site.id, &blocks).await?;
        let there: HashSet<i64> =
            found.iter().filter(|item| item.kind == "block").filter_map(|item| item.number).collect();
        missing.extend(blocks.iter().filter(|number| !there.contains(number)).map(|number| Missing::Block(*number)));
        for block in found.into_iter().filter(|item| item.kind == "block") {
            let more = markup::wanted(&block.content);
            wanted.attachments.extend(more.attachments);
            wanted.galleries.extend(more.galleries);
            let number = block.number.and_then(|number| u64::try_from(number).ok()).unwrap_or_default();
            known.blocks.insert(number, block.content);
            next.extend(more.blocks.into_iter().filter_map(|number| i64::try_from(number).ok()));
        }
        next.retain(|number| u64::try_from(*number).is_ok_and(|number| !known.blocks.contains_key(&number)));
        blocks = next;
    }
    let mut files: Vec<i64> = wanted.attachments.iter().filter_map(|number| i64::try_from(*number).ok()).collect();
    files.extend(own.featured);
    for file in numbered(conn, own.site.id, &files).await?.into_iter().filter(|item| item.kind == "attachment") {
        add(&mut known, &file);
        if file.number == own.featured && file.file.is_none() {
            missing.insert(Missing::FeaturedElsewhere(file.address.clone()));
        }
    }
    let is_known = |number: i64| u64::try_from(number).is_ok_and(|number| known.attachments.contains_key(&number));
    missing.extend(
        files.iter().filter(|number| !is_known(**number)).map(|number| {
            if Some(*number) == own.featured { Missing::Featured(*number) } else { Missing::File(*number) }
        }),
    );
    let parents: Vec<i64> = wanted
        .galleries
        .iter()
        .filter_map(|number| if *number == 0 { own.number } else { i64::try_from(*number).ok() })
        .collect();
    if !parents.is_empty() {
        for file in store::belonging_to(conn, own.site.id, &json(&parents)).await? {
            let (Some(parent), Some(number)) = (file.parent, file.number) else { continue };
            let (Ok(parent), Ok(number)) = (u64::try_from(parent), u64::try_from(number)) else { continue };
            known.children.entry(parent).or_default().push(number);
            add(&mut known, &file);
        }
    }
    if wanted.galleries.len() > known.children.len() {
        missing.insert(Missing::Files);
    }
    Ok((Some(known), missing.into_iter().collect()))
}

fn add(known: &mut References, file: &Stored) {
    if let Some(number) = file.number.and_then(|number| u64::try_from(number).ok()) {
        known.attachments.insert(number, file.attachment());
    }
}

/// A rendered text of a site with its links and pictures at their new places; `came` are files that come with it, by
/// host and path. And what of the old sites it still shows or links to.
pub async fn led(
    conn: &mut Conn,
    sites: &[OldSite],
    site: &OldSite,
    html: String,
    came: &HashMap<String, String>,
) -> anyhow::Result<(String, Vec<Missing>)> {
    let is_site = |host: &str| sites.iter().any(|site| site.host == host);
    let is_files = |host: &str| sites.iter().any(|site| site.has_files_at(host));
    let is_here = |address: &str| address.starts_with('#') || is_ours(address);
    let asked: Vec<(String, Url, OldAddress)> = markup::addresses(&html)
        .into_iter()
        .filter(|address| !is_here(address))
        .filter_map(|address| {
            let url = site.join(&address)?;
            let place = OldAddress::of(&url).filter(|place| is_site(&place.host) || is_files(&place.host))?;
            Some((address, url, place))
        })
        .collect();
    if asked.is_empty() {
        return Ok((html, vec![]));
    }
    let places: Vec<&OldAddress> = asked.iter().map(|(_, _, place)| place).collect();
    let answers = answers(conn, sites, &places).await?;
    let mut led: HashMap<&str, String> = HashMap::new();
    let mut missing = BTreeSet::new();
    let mut comments: Vec<(&str, PostId, String)> = vec![];
    for (address, url, place) in &asked {
        if let Some(file) = came.get(&format!("{}{}", place.host, path_in_one_form(&place.path))) {
            led.insert(address, file.clone());
            continue;
        }
        let answer = if is_site(&place.host) {
            answer(sites, place, &answers, false)
        } else {
            let found = answers.paths.get(&path_in_one_form(&place.path));
            found.and_then(|found| found.iter().find(|found| found.host == place.host)).and_then(leads)
        };
        // A post shows the picture it shows from where it was, until that comes.
        let is_file = place.path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        match answer.filter(|answer| !answer.instead || !is_file) {
            Some(Led { url: to, post, open: true, .. }) => {
                if let (Some(post), Some(number)) = (post, place.fragment.strip_prefix("comment-")) {
                    comments.push((address, post, number.to_owned()));
                }
                let fragment = match place.fragment.as_str() {
                    "" | "respond" | "comments" => String::new(),
                    name if post.is_none() || name.starts_with("comment-") || name.starts_with("more-") => {
                        String::new()
                    }
                    name => markup::place(name).map(|name| format!("#{name}")).unwrap_or_default(),
                };
                led.insert(address, format!("{to}{fragment}"));
            }
            _ => {
                missing.insert(Missing::Address(url.to_string()));
                // An address without a host means the old one, also here.
                let is_relative = !address.starts_with("//") && Url::parse(address).is_err();
                if is_relative && (place.path.contains("/wp-content/") || place.path.contains("/files/")) {
                    led.insert(address, url.to_string());
                }
            }
        }
    }
    if !comments.is_empty() {
        let conversations: Vec<i64> = comments.iter().map(|(_, post, _)| post.0).collect();
        let origins: Vec<String> = sites
            .iter()
            .flat_map(|site| comments.iter().map(move |(_, _, number)| format!("{}#comment-{number}", site.origin)))
            .collect();
        let found = store::entries(conn, &json(&conversations), &json(&origins)).await?;
        for (address, post, number) in comments {
            let ends = format!("#comment-{number}");
            let entry = found.iter().find(|(of, _, origin)| of.0 == post.0 && origin.ends_with(&ends));
            match (entry, led.get_mut(address)) {
                (Some((_, id, _)), Some(to)) => *to = format!("{to}#comment-{id}"),
                (None, _) => {
                    missing.insert(Missing::Address(address.to_owned()));
                }
                _ => {}
            }
        }
    }
    let html = if led.is_empty() { html } else { markup::lead(&html, &|address| led.get(address).cloned()) };
    Ok((html, missing.into_iter().collect()))
}

/// Whether an address without a host is one that Lyceum wrote itself: a file it keeps, a member it mentions.
fn is_ours(address: &str) -> bool {
    let file = address.strip_prefix("/files/").is_some_and(|name| name.len() > 30 && !name.contains('/'));
    file || address.starts_with("/members/")
}

/// What was found for several places.
struct Answers {
    paths: HashMap<String, Vec<Found>>,
    numbers: HashMap<(RowId, i64), Found>,
}

/// Where something leads.
struct Led {
    url: String,
    post: Option<PostId>,
    /// Whether anyone may know.
    open: bool,
    /// Whether a file was asked for that did not come: this is what it belongs to.
    instead: bool,
}

async fn answers(conn: &mut Conn, sites: &[OldSite], places: &[&OldAddress]) -> anyhow::Result<Answers> {
    let (mut paths, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    for question in places.iter().flat_map(|place| questions(place)) {
        match question {
            Question::Path(path) => {
                paths.insert(path);
            }
            Question::Number(_, number) => {
                numbers.insert(number);
            }
            Question::Blog(..) => {}
        }
    }
    let (paths, numbers): (Vec<_>, Vec<_>) = (paths.into_iter().collect(), numbers.into_iter().collect());
    let mut answers = Answers { paths: HashMap::new(), numbers: HashMap::new() };
    if !paths.is_empty() {
        for found in store::at_paths(conn, &json(&paths)).await? {
            answers.paths.entry(found.path.clone()).or_default().push(found);
        }
    }
    if !numbers.is_empty() && !sites.is_empty() {
        for found in store::at_numbers(conn, &json(&numbers)).await? {
            if let (Some(site), Some(number)) = (found.site, found.number) {
                answers.numbers.insert((site, number), found);
            }
        }
    }
    Ok(answers)
}

fn leads(found: &Found) -> Option<Led> {
    if let Some(path) = found.goal.as_ref().or(found.file.as_ref()) {
        return Some(Led { url: path.clone(), post: None, open: true, instead: false });
    }
    let instead = found.kind.as_deref() == Some("attachment");
    let url = found.url.clone().unwrap_or_default();
    Some(Led { url, post: Some(found.post?), open: found.open != 0, instead })
}

/// What a place leads to. A host that is known means its own site; with any other, whichever site came first, and what
/// came when nobody noted hosts, if `anywhere`.
fn answer(sites: &[OldSite], place: &OldAddress, answers: &Answers, anywhere: bool) -> Option<Led> {
    let own: Vec<&OldSite> = sites.iter().filter(|site| site.host == place.host).collect();
    let is_known = !own.is_empty();
    let sites: Vec<&OldSite> = if is_known { own } else { sites.iter().collect() };
    for question in questions(place) {
        let led = match question {
            Question::Number(base, number) => sites
                .iter()
                .filter(|site| site.path == base)
                .find_map(|site| answers.numbers.get(&(site.id, number)).and_then(leads)),
            Question::Path(path) => {
                let found = answers.paths.get(&path);
                let at = |host: &str| found.and_then(|all| all.iter().find(|found| found.host == host));
                let exact = at(&place.host);
                let first = || sites.iter().filter(|_| !is_known).find_map(|site| at(&site.host));
                let nowhere = || at("").filter(|_| anywhere || is_known);
                exact.or_else(first).or_else(nowhere).and_then(leads)
            }
            Question::Blog(base, page) => {
                let site = sites.iter().find(|site| site.path == base);
                let is_home = page.is_empty() && path_in_one_form(&place.path) == "/";
                site.filter(|_| !is_home || !anywhere).map(|site| Led {
                    url: format!("/{}/{page}", site.blog_address),
                    post: None,
                    open: true,
                    instead: false,
                })
            }
        };
        if led.is_some() {
            return led;
        }
    }
    None
}

/// Where an old address leads: `host` is what the request says.
pub async fn find(conn: &mut Conn, host: &str, path_and_query: &str) -> anyhow::Result<Option<Goal>> {
    let place = OldAddress::asked(host, path_and_query);
    let sites = sites(conn).await?;
    let answers = answers(conn, &sites, &[&place]).await?;
    Ok(match answer(&sites, &place, &answers, true) {
        Some(Led { post: Some(post), .. }) => Some(Goal::Post(post)),
        Some(led) => Some(Goal::Path(led.url)),
        None => deleted(conn, &sites, &place).await?.map(Goal::Deleted),
    })
}

/// The post that was at a place until it was deleted here.
async fn deleted(conn: &mut Conn, sites: &[OldSite], place: &OldAddress) -> anyhow::Result<Option<PostId>> {
    let paths: Vec<String> = questions(place)
        .into_iter()
        .filter_map(|question| match question {
            Question::Path(path) => Some(path),
            Question::Number(base, number) => Some(format!("{base}/?p={number}")),
            Question::Blog(..) => None,
        })
        .collect();
    let is_known = sites.iter().any(|site| site.host == place.host);
    let found = store::deleted_at(conn, &json(&paths)).await?;
    let here = found.iter().find(|(host, _)| *host == place.host || host.is_empty() || !is_known);
    Ok(here.map(|(_, post)| *post))
}

/// Notes where a post that is deleted was on a site that was brought here.
pub async fn remember_deleted(tx: &mut Tx, post: PostId) -> anyhow::Result<()> {
    Ok(store::remember_deleted(tx, post).await?)
}
