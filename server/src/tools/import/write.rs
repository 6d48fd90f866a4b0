//! What is ready to be written, and the writing: some hundred records in one change.

use std::collections::HashMap;

use super::{Import, addresses, threads::PlacedComment};
use crate::{
    events::Event,
    ids::{BlogId, ConversationId, MemberId, PostId, RowId, Timestamp},
    kit::db::Tx,
    talk::{
        comments::{self, NewEntry, Text},
        conversations,
        old_sites::{self, Address},
        posts::{self, Draft, Rendered, Term},
    },
};

/// So many records are written in one change, or so many bytes.
const RECORDS: usize = 400;
const BYTES: usize = 4 * 1024 * 1024;

/// What is ready to be written.
#[derive(Default)]
pub struct Batch {
    posts: Vec<NewPost>,
    comments: Vec<NewComment>,
    items: Vec<old_sites::Item>,
    addresses: Vec<Address>,
    bytes: usize,
}

impl Batch {
    pub fn post(&mut self, post: NewPost) {
        self.bytes += post.draft.source.len() + post.text.html.len();
        self.posts.push(post);
    }

    pub fn comment(&mut self, comment: NewComment) {
        self.bytes += comment.text.source.len() + comment.text.html.len();
        self.comments.push(comment);
    }

    pub fn item(&mut self, item: old_sites::Item) {
        self.bytes += item.content.len() + item.caption.len();
        self.items.push(item);
    }

    pub fn address(&mut self, address: Address) {
        self.addresses.push(address);
    }

    /// Whether it is to be written before more comes.
    pub const fn is_full(&self) -> bool {
        self.posts.len() + self.comments.len() + self.items.len() >= RECORDS || self.bytes >= BYTES
    }

    const fn is_empty(&self) -> bool {
        self.posts.is_empty() && self.comments.is_empty() && self.items.is_empty() && self.addresses.is_empty()
    }
}

/// A post or page on its way.
pub struct NewPost {
    pub id: PostId,
    /// None where the file changed while it was read.
    pub author: Option<MemberId>,
    pub kind: &'static str,
    pub draft: Draft,
    pub text: Rendered,
    pub origin: String,
    pub excerpt: String,
    pub terms: Vec<Term>,
    pub created_at: Timestamp,
    /// Nothing for drafts.
    pub published: Option<Published>,
    /// What is remembered of it.
    pub item: old_sites::Item,
    /// Where it was, as host and path.
    pub places: Vec<(String, String)>,
    /// Files that came with it, by their host and path.
    pub files: HashMap<String, String>,
    /// Whether it refers to something that has not come yet.
    pub refers: bool,
    /// Whether it came before.
    pub known: bool,
    /// Whether it was a draft that nobody touched, and was published since.
    pub published_since: bool,
}

/// When something was published, and the day in its address.
pub struct Published {
    pub at: Timestamp,
    pub day: String,
}

/// A comment on its way.
pub struct NewComment {
    pub place: PlacedComment,
    pub conversation: ConversationId,
    pub kind: &'static str,
    pub writer: Option<MemberId>,
    pub guest_name: String,
    pub guest_email: String,
    pub guest_picture: Option<i64>,
    pub guest_website: String,
    pub text: Text,
    pub created_at: Timestamp,
    /// Whether it refers to something that has not come yet.
    pub refers: bool,
}

impl NewComment {
    pub fn approved_at(&self) -> Option<Timestamp> {
        (!self.place.waits).then_some(self.created_at)
    }

    fn entry(&self) -> NewEntry<'_> {
        let place = &self.place;
        NewEntry {
            id: place.id,
            conversation: self.conversation,
            root: place.under.map_or(place.id, |(_, root)| root),
            parent: place.under.map(|(parent, _)| parent),
            parent_lost: place.parent_lost,
            kind: self.kind,
            writer: self.writer,
            guest_name: &self.guest_name,
            guest_email: &self.guest_email,
            guest_picture: self.guest_picture,
            guest_website: &self.guest_website,
            guest_key: None,
            text: &self.text,
            created_at: self.created_at,
            approved_at: self.approved_at(),
            hidden_at: None,
            once: None,
            imported_from: Some(&place.origin),
        }
    }
}

/// What was written of addresses.
#[derive(Default)]
struct Written {
    addresses: u64,
    /// Paths that lead to a page of Lyceum's own.
    taken: Vec<String>,
    /// Paths that lead elsewhere without their host.
    shared: Vec<String>,
}

impl Import<'_> {
    /// Writes everything that is ready, in one change.
    pub(super) async fn write(&mut self) -> anyhow::Result<()> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let batch = std::mem::take(&mut self.batch);
        let to = Target {
            site: self.site,
            blog: self.blog,
            address: &self.report.blog,
            host: &self.home.host,
            blogs: &self.blogs,
        };
        let written = self.app.db.always(async |tx| write(tx, &to, &batch).await).await?;
        self.report.old_addresses += written.addresses;
        for path in written.taken {
            let why = "leads to a page of Lyceum's own, which stays; links to it cannot be led on";
            self.report.leave_out("old address", why, &path);
        }
        for path in written.shared {
            let why = "another site that was brought here has it as well: asked for with another host than its own, it \
                       leads to what came first";
            self.report.change("old address", why, &path);
        }
        Ok(())
    }
}

/// Where a batch goes.
struct Target<'a> {
    site: RowId,
    blog: BlogId,
    address: &'a str,
    host: &'a str,
    /// The addresses of all blogs.
    blogs: &'a [String],
}

/// Writes a batch, posts before their comments.
async fn write(tx: &mut Tx, to: &Target<'_>, batch: &Batch) -> anyhow::Result<Written> {
    let mut addresses = batch.addresses.clone();
    let mut items = batch.items.clone();
    for post in &batch.posts {
        let url = write_post(tx, to, post).await?;
        items.push(post.item.clone());
        let new = url.map(|url| url.trim_end_matches('/').to_owned());
        for (host, path) in post.places.iter().filter(|(_, path)| new.as_ref() != Some(path)) {
            addresses.push(Address { path: path.clone(), host: host.clone(), item: Some(post.item.id), goal: None });
        }
        for (place, file) in &post.files {
            let (host, path) = place.split_once('/').unwrap_or((place, ""));
            let goal = Some(file.clone());
            addresses.push(Address { path: format!("/{path}"), host: host.to_owned(), item: None, goal });
        }
    }
    old_sites::put_items(tx, to.site, &items).await?;
    let mut written = write_addresses(tx, to, addresses).await?;
    // `?p=7` leads here, too.
    let numbered = batch.posts.iter().filter(|post| !post.known && post.published.is_some());
    written.addresses += numbered.filter(|post| post.item.number.is_some()).count() as u64;
    let mut more = HashMap::<ConversationId, (i64, Timestamp)>::new();
    let entries: Vec<NewEntry> = batch.comments.iter().map(NewComment::entry).collect();
    if !entries.is_empty() {
        let new = comments::import(tx, &entries).await?;
        for comment in batch.comments.iter().filter(|comment| new.contains(&comment.place.id)) {
            if comment.approved_at().is_some() {
                let (count, latest) = more.entry(comment.conversation).or_default();
                *count += 1;
                *latest = (*latest).max(comment.created_at);
            }
        }
    }
    conversations::add_up(tx, &more).await?;
    let open: Vec<i64> = batch.posts.iter().filter(|post| post.refers).map(|post| post.id.0).collect();
    old_sites::note_references(tx, to.site, "post", &open, &[]).await?;
    let open: Vec<i64> = batch.comments.iter().filter(|new| new.refers).map(|new| new.place.id.0).collect();
    old_sites::note_references(tx, to.site, "comment", &open, &[]).await?;
    // One word for all of it: nobody is to get letters about the past.
    tx.emit_instead(Event::PastArrived);
    Ok(written)
}

async fn write_addresses(tx: &mut Tx, to: &Target<'_>, mut addresses: Vec<Address>) -> anyhow::Result<Written> {
    if addresses.is_empty() {
        return Ok(Written::default());
    }
    let mut written = Written::default();
    addresses.retain(|address| {
        let taken = address.host == to.host && addresses::is_taken(&address.path, to.blogs);
        if taken {
            written.taken.push(address.path.clone());
        }
        !taken
    });
    let own = addresses.iter().filter(|address| address.host == to.host);
    let paths: Vec<String> = own.map(|address| address.path.clone()).collect();
    let shared = old_sites::shared_paths(tx, to.host, &paths).await?;
    written.shared = shared.into_iter().collect();
    written.addresses = old_sites::put_addresses(tx, &addresses).await?;
    Ok(written)
}

/// Writes a post, unless it came before; answers its address here, if it has one.
async fn write_post(tx: &mut Tx, to: &Target<'_>, post: &NewPost) -> anyhow::Result<Option<String>> {
    let from = posts::Imported {
        id: post.id,
        origin: &post.origin,
        kind: post.kind,
        created_at: post.created_at,
        published: post.published.as_ref().map(|published| (published.at, published.day.as_str())),
        excerpt: &post.excerpt,
        terms: &post.terms,
    };
    let slug = if post.known {
        let again = post.published_since && posts::import_again(tx, to.blog, &post.draft, &post.text, &from).await?;
        if !again {
            return posts::address(tx, post.id).await;
        }
        match from.published {
            Some((at, day)) => Some(posts::publish_at(tx, post.id, to.blog, at, day).await?),
            None => None,
        }
    } else {
        let Some(author) = post.author else { anyhow::bail!("the file changed while it was read") };
        posts::import(tx, author, to.blog, &post.draft, &post.text, &from).await?
    };
    let (Some(slug), Some((_, day))) = (slug, from.published) else { return Ok(None) };
    let address = to.address;
    Ok(Some(if day.is_empty() { format!("/{address}/{slug}/") } else { format!("/{address}/{day}/{slug}/") }))
}
