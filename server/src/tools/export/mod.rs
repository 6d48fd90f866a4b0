//! Taking a blog elsewhere: `lyceum export wxr`, a file that WordPress reads.
//!
//! Posts are read some at a time and written as they come, so that a blog of any size needs little memory. What WordPress
//! does not know becomes what is nearest and narrower: a post for some people is a private one, and an answer to something
//! that is gone answers what that answered.

mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    fs::{self, OpenOptions},
    io::{BufWriter, Write},
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use anyhow::{Context, bail};
use jiff::tz::TimeZone;
use tokio::sync::mpsc;
use wxr::{Approved, Author, Date, Item, ItemTerm, Kind, Site, TermKind, Writer};

use crate::{
    ids::{CommentId, MemberId, PostId, Timestamp},
    kit::{app::App, files, i18n},
    people::{community, members},
    talk::{
        blogs::{self, Blog},
        posts,
    },
};

/// So many posts are read at once.
const POSTS: i64 = 20;
/// So many comments.
const COMMENTS: i64 = 500;

/// What to export, and where to.
#[derive(clap::Args)]
pub struct Options {
    /// The file to write
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The address of the blog, as in /ADDRESS/ [default: the only blog there is]
    #[arg(long, value_name = "ADDRESS")]
    pub blog: Option<String>,
}

/// For whom a file is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// For whoever runs the site, who moves it: with everything, and with addresses of people.
    Operators,
    /// For a member: what they wrote themselves, and what others said to it where all who may read it can.
    Author(MemberId),
}

/// What a file holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The title of the blog.
    pub blog: String,
    /// Published posts.
    pub posts: u64,
    /// Pages.
    pub pages: u64,
    /// Drafts.
    pub drafts: u64,
    /// Comments, answers and mentions on other sites.
    pub comments: u64,
    /// Comments among them that wait for approval.
    pub waiting: u64,
    /// Pictures.
    pub media: u64,
    /// Posts that not everybody may read: WordPress shows them to those who run the site.
    pub private: u64,
    /// Answers to something that was deleted or hidden: they answer what that answered.
    pub moved_up: u64,
    /// Characters that no XML file may hold.
    pub removed_characters: u64,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { blog, posts, pages, drafts, comments, media, .. } = self;
        writeln!(
            f,
            "“{blog}”: {posts} posts, {pages} pages, {drafts} drafts, {comments} comments, {media} pictures were exported."
        )?;
        for (count, what) in [
            (self.waiting, "comments wait for approval, and will there."),
            (
                self.private,
                "posts are for some people only. They are private there: whoever runs that site reads them.",
            ),
            (self.moved_up, "answers were to something that is gone. They answer what stood above it."),
            (self.removed_characters, "characters were removed that no such file may hold."),
        ] {
            if count > 0 {
                writeln!(f, "  look  {count} {what}")?;
            }
        }
        Ok(())
    }
}

/// Writes a blog into a file, which has another name until it is complete.
pub async fn run(app: &App, options: &Options) -> anyhow::Result<Report> {
    let blog = chosen(app, options.blog.as_deref()).await?;
    let mut part = options.file.clone().into_os_string();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = async {
        // Addresses of people are in it.
        let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&part)?;
        let mut out = BufWriter::new(file);
        let to = &mut out;
        let report = write_to(app, &blog, Whose::Operators, |mut from| async move {
            while let Some(bytes) = from.recv().await {
                to.write_all(&bytes)?;
            }
            Ok(())
        });
        let report = report.await?;
        out.into_inner()?.sync_all()?;
        fs::rename(&part, &options.file)?;
        anyhow::Ok(report)
    };
    written.await.with_context(|| {
        let _ = fs::remove_file(&part);
        format!("{} was not written", options.file.display())
    })
}

async fn chosen(app: &App, wish: Option<&str>) -> anyhow::Result<Blog> {
    let mut conn = app.db.read().await?;
    let mut all = blogs::addresses(&mut conn).await?;
    all.sort_unstable();
    let address = match (wish, all.as_slice()) {
        (Some(wish), _) => wish.trim_matches('/').to_owned(),
        (None, [only]) => only.clone(),
        (None, []) => bail!("There is no blog here. Nothing was exported."),
        (None, _) => bail!("Say which blog with --blog: {}. Nothing was exported.", all.join(", ")),
    };
    match blogs::by_address(&mut conn, &address).await? {
        Some(blog) => Ok(blog),
        None => {
            bail!("There is no blog at /{address}/. Those that are here: {}. Nothing was exported.", all.join(", "))
        }
    }
}

/// What is written, bit by bit, to whoever takes it.
type Sink = mpsc::Sender<Vec<u8>>;

/// So many bits wait to be taken at most.
const WAITING: usize = 4;

/// Writes a blog bit by bit: each is handed to `taken` as it is complete.
pub async fn write_to<T>(
    app: &App,
    blog: &Blog,
    whose: Whose,
    taken: impl FnOnce(mpsc::Receiver<Vec<u8>>) -> T,
) -> anyhow::Result<Report>
where
    T: Future<Output = anyhow::Result<()>>,
{
    let (sink, from) = mpsc::channel(WAITING);
    let (report, ()) = futures_util::future::try_join(write(app, blog, whose, sink), taken(from)).await?;
    Ok(report)
}

async fn write(app: &App, blog: &Blog, whose: Whose, sink: Sink) -> anyhow::Result<Report> {
    let community = community::of(app).await?;
    let base = app.settings.base_url.as_str();
    let site = Site {
        title: blog.title.clone(),
        link: format!("{base}{}", blog.url()),
        description: blog.tagline.clone(),
        language: community.language.tag().to_owned(),
        version: "1.2".into(),
        base_site_url: base.to_owned(),
        base_blog_url: format!("{base}/{}", blog.address),
    };
    let generator = concat!("Lyceum/", env!("CARGO_PKG_VERSION"));
    let mut export = Export {
        app,
        blog,
        whose,
        zone: i18n::time_zone(&community.time_zone),
        out: Writer::new(vec![], &site, generator)?,
        people: BTreeMap::new(),
        items: 0,
        comments: 0,
        pictures: BTreeMap::new(),
        report: Report { blog: blog.title.clone(), ..Report::default() },
    };
    export.people_and_terms().await?;
    sink.send(export.out.written()).await?;
    let mut after = PostId(0);
    loop {
        let mut conn = app.db.read().await?;
        let some = store::posts(&mut conn, blog.id, export.author(), after, POSTS).await?;
        let Some(last) = some.last() else { break };
        after = last.id;
        let numbers: Vec<i64> = some.iter().map(|post| post.id.0).collect();
        let mut terms = posts::terms_of(&mut conn, &numbers).await?;
        drop(conn);
        for post in some {
            let terms = terms.remove(&post.id).unwrap_or_default();
            export.post(&post, terms)?;
            export.conversation(&post, &sink).await?;
            export.out.end_item()?;
        }
        sink.send(export.out.written()).await?;
    }
    export.media()?;
    export.report.removed_characters = export.out.removed_characters();
    sink.send(export.out.finish()?).await?;
    Ok(export.report)
}

struct Export<'a> {
    app: &'a App,
    blog: &'a Blog,
    whose: Whose,
    zone: TimeZone,
    out: Writer<Vec<u8>>,
    /// The numbers that people have in the file.
    people: BTreeMap<MemberId, u64>,
    /// How many posts, pages and pictures have numbers in the file.
    items: u64,
    comments: u64,
    /// The pictures that posts show, with the number of the first that does.
    pictures: BTreeMap<String, u64>,
    report: Report,
}

impl Export<'_> {
    /// Whose posts alone are in it; 0: those of everybody.
    fn author(&self) -> MemberId {
        match self.whose {
            Whose::Operators => MemberId(0),
            Whose::Author(author) => author,
        }
    }

    /// The address of somebody, if it is to be in the file.
    fn email(&self, member: MemberId, email: Option<&String>) -> String {
        let is_told = self.whose == Whose::Operators || self.whose == Whose::Author(member);
        email.filter(|_| is_told).cloned().unwrap_or_default()
    }

    fn number(&mut self, member: MemberId) -> u64 {
        let next = self.people.len() as u64 + 1;
        *self.people.entry(member).or_insert(next)
    }

    /// A moment on the clock of the site, as if that showed UTC.
    fn local(&self, moment: Timestamp) -> Option<Date> {
        let utc = jiff::Timestamp::from_millisecond(moment.0).ok()?;
        Some(Date(moment.0 + i64::from(self.zone.to_offset(utc).seconds()) * 1_000))
    }

    async fn people_and_terms(&mut self) -> anyhow::Result<()> {
        let mut conn = self.app.db.read().await?;
        let authors = store::authors(&mut conn, self.blog.id, self.author()).await?;
        let terms = posts::terms_of_blog(&mut conn, self.blog.id).await?;
        drop(conn);
        for person in authors {
            let id = self.number(person.id);
            let email = self.email(person.id, person.email.as_ref());
            self.out.author(&Author {
                id: Some(id),
                login: person.handle,
                email,
                display_name: person.name,
                ..Author::default()
            })?;
        }
        for (number, term) in (1..).zip(terms) {
            let kind = if term.kind == "tag" { TermKind::Tag } else { TermKind::Category };
            let (slug, name) = (term.slug, term.name);
            self.out.term(&wxr::Term { id: Some(number), kind, slug, name, parent: String::new() })?;
        }
        Ok(())
    }

    fn post(&mut self, post: &store::Post, terms: Vec<posts::Term>) -> anyhow::Result<()> {
        let base = self.app.settings.base_url.as_str();
        self.items += 1;
        let path = match (&post.published_at, post.day.as_str()) {
            (None, _) => format!("/?p={}", post.id),
            (Some(_), "") => format!("/{}/{}/", self.blog.address, post.slug),
            (Some(_), day) => format!("/{}/{day}/{}/", self.blog.address, post.slug),
        };
        let (items, pictures) = (self.items, &mut self.pictures);
        let content = markup::readdress(&post.html, |address| {
            let shown = address.strip_prefix("/files/").filter(|name| files::is_name(name));
            if let Some(name) = shown {
                pictures.entry(name.to_owned()).or_insert(items);
            }
            rules::whole(address, base)
        });
        let is_page = post.kind == "page";
        let status = rules::status(post.published_at.is_some(), post.hidden_at.is_some(), post.audience);
        match (status, is_page) {
            ("draft", _) => self.report.drafts += 1,
            (_, true) => self.report.pages += 1,
            (_, false) => self.report.posts += 1,
        }
        self.report.private += u64::from(status == "private");
        let date = post.published_at.unwrap_or(post.created_at);
        let utc = post.published_at.map(|at| Date(at.0));
        self.out.item(&Item {
            title: post.title.clone(),
            link: format!("{base}{path}"),
            guid: format!("{base}/?p={}", post.id),
            guid_is_permalink: false,
            pub_date: utc,
            creator: post.author.clone(),
            content: rules::as_block(&content),
            excerpt: rules::own_excerpt(&post.excerpt, &post.html),
            id: Some(self.items),
            date: self.local(date),
            date_gmt: utc,
            modified_gmt: post.edited_at.map(|at| Date(at.0)),
            comment_status: if post.closed_at.is_some() { "closed" } else { "open" }.into(),
            ping_status: "closed".into(),
            name: if post.published_at.is_some() { post.slug.clone() } else { String::new() },
            status: status.into(),
            post_type: if is_page { "page" } else { "post" }.into(),
            terms: terms
                .into_iter()
                .map(|term| ItemTerm {
                    domain: if term.kind == "tag" { "post_tag" } else { "category" }.into(),
                    nicename: term.slug,
                    name: term.name,
                })
                .collect(),
            ..Item::default()
        })?;
        Ok(())
    }

    async fn conversation(&mut self, post: &store::Post, sink: &Sink) -> anyhow::Result<()> {
        let conversation = post.id.into();
        let mut conn = self.app.db.read().await?;
        let mut gone: HashMap<_, _> = store::gone(&mut conn, self.author(), conversation).await?.into_iter().collect();
        drop(conn);
        let mut numbers: HashMap<CommentId, u64> = HashMap::new();
        let mut after = CommentId(0);
        loop {
            let mut conn = self.app.db.read().await?;
            let some = store::comments(&mut conn, self.author(), conversation, after, COMMENTS).await?;
            drop(conn);
            let Some(last) = some.last() else { return Ok(()) };
            after = last.id;
            for comment in some {
                if self.whose != Whose::Operators && comment.approved_at.is_none() {
                    gone.insert(comment.id, comment.parent);
                    continue;
                }
                let above = rules::above(comment.parent, &gone);
                self.report.moved_up += u64::from(above != comment.parent);
                self.comments += 1;
                numbers.insert(comment.id, self.comments);
                let parent = above.and_then(|parent| numbers.get(&parent).copied());
                self.comment(comment, parent)?;
            }
            sink.send(self.out.written()).await?;
        }
    }

    fn comment(&mut self, comment: store::Comment, parent: Option<u64>) -> anyhow::Result<()> {
        let base = self.app.settings.base_url.as_str();
        self.report.comments += 1;
        self.report.waiting += u64::from(comment.approved_at.is_none());
        let user_id = comment.writer.map(|writer| self.number(writer));
        let (author, author_email, author_url) = match (comment.writer, comment.name, comment.handle) {
            (Some(writer), Some(name), Some(handle)) => {
                (name, self.email(writer, comment.email.as_ref()), format!("{base}{}", members::url(&handle)))
            }
            _ => {
                let email = if self.whose == Whose::Operators { comment.guest_email } else { String::new() };
                (comment.guest_name, email, comment.guest_website)
            }
        };
        let content = if comment.format == "wordpress" {
            comment.source
        } else {
            rules::as_lines(&markup::readdress(&comment.html, |address| rules::whole(address, base)))
        };
        self.out.comment(&wxr::Comment {
            id: Some(self.comments),
            author,
            author_email,
            author_url,
            author_ip: String::new(),
            date: self.local(comment.created_at),
            date_gmt: Some(Date(comment.created_at.0)),
            content,
            approved: if comment.approved_at.is_some() { Approved::Yes } else { Approved::Waiting },
            kind: match comment.kind.as_str() {
                "pingback" => Kind::Pingback,
                "trackback" => Kind::Trackback,
                "comment" => Kind::Comment,
                other => Kind::Other(other.to_owned()),
            },
            parent,
            user_id,
            meta: vec![],
        })?;
        Ok(())
    }

    /// The pictures that posts show.
    fn media(&mut self) -> anyhow::Result<()> {
        let base = self.app.settings.base_url.as_str();
        for (name, post) in std::mem::take(&mut self.pictures) {
            self.items += 1;
            self.report.media += 1;
            let address = format!("{base}/files/{name}");
            let now = self.app.now();
            self.out.item(&Item {
                title: name.clone(),
                link: address.clone(),
                guid: address.clone(),
                id: Some(self.items),
                date: self.local(now),
                date_gmt: Some(Date(now.0)),
                comment_status: "closed".into(),
                ping_status: "closed".into(),
                name: name.replace('.', "-"),
                status: "inherit".into(),
                parent: Some(post),
                post_type: "attachment".into(),
                attachment_url: Some(address),
                ..Item::default()
            })?;
            self.out.end_item()?;
        }
        Ok(())
    }
}
