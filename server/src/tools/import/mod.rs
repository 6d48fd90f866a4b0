//! Bringing a WordPress site here: `lyceum import wxr FILE`.
//!
//! A file is read twice. The first reading changes nothing and finds everything that is wrong with it; the second
//! writes, some hundred records in a change. What was written carries its origin, so a second run skips it.

mod people;
mod pictures;
mod progress;
mod report;
mod rules;
mod survey;
mod threads;

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use anyhow::{Context, bail};
use markup::Format;
use wxr::{Comment, Item, Record};

pub use self::report::Report;
use self::{
    people::People,
    pictures::Pictures,
    progress::Progress,
    rules::{Fate, Origin, Upload},
    survey::Survey,
    threads::{Place, Taken, Threads},
};
use crate::{
    events::Event,
    ids::{BlogId, CommentId, ConversationId, MemberId, PostId, Timestamp},
    kit::{app::App, db::Tx, web::fetch},
    people::community,
    talk::{
        blogs::{self, Address},
        comments::{self, NewEntry, Text},
        conversations,
        posts::{self, Audience, Comments, Draft, PostLang, Rendered},
    },
};

/// So many records are written in one change, or so many bytes.
const RECORDS: usize = 400;
const BYTES: usize = 4 * 1024 * 1024;

/// What to bring in, and how.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// The export: an .xml file made in WordPress under Tools, Export
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The old site's wp-content/uploads, to take pictures from
    #[arg(long, value_name = "DIR")]
    pub uploads: Option<PathBuf>,
    /// Fetch pictures from the old site
    #[arg(long)]
    pub fetch: bool,
    /// The blog to bring it to [default: the old blog's name in its network, or `blog`]
    #[arg(long, value_name = "ADDRESS")]
    pub blog: Option<String>,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
    /// Say nothing of the progress
    #[arg(long)]
    pub quiet: bool,
}

/// Brings in what a file holds. An error leaves the database as it was, unless the file changes while it is read.
pub async fn run(app: &App, options: Options) -> anyhow::Result<Report> {
    let began = std::time::Instant::now();
    let web = if options.fetch { Some(fetch::Client::new()?) } else { None };
    let pictures = Pictures::from(options.uploads.as_deref(), web)?;
    let Some(_claim) = app.settings.database.claim_import().await? else {
        bail!(
            "Another import into this community is running. Run this one again when it has ended. Nothing was brought in."
        )
    };
    let mut progress = if options.quiet { Progress::silent() } else { Progress::shown() };
    let file = options.file.clone();
    let (survey, progress) = tokio::task::spawn_blocking(move || {
        let survey = survey::survey(&file, &mut progress)?;
        anyhow::Ok((survey, progress))
    })
    .await??;
    if pictures.is_anywhere() {
        app.files.try_out().await.with_context(|| {
            let folder = app.settings.data.join("files");
            format!("Pictures cannot be kept in {}. Nothing was brought in", folder.display())
        })?;
    }
    let mut import = Import::prepare(app, &options, survey, pictures, progress).await?;
    import.read().await.context(
        "The import stopped on the way. What came is kept; mend what is said here and run it again, and it goes on where \
         it stopped",
    )?;
    let mut report = import.report;
    report.pictures = import.pictures.taken;
    report.seconds = began.elapsed().as_secs_f64();
    Ok(report)
}

/// An import under way.
struct Import<'a> {
    app: &'a App,
    survey: Survey,
    origin: Origin,
    blog: BlogId,
    people: People,
    pictures: Pictures,
    lang: PostLang,
    community: std::sync::Arc<community::Community>,
    progress: Progress,
    report: Report,
    /// What is ready to be written with the next change.
    rows: Vec<Row>,
    bytes: usize,
    /// The posts of this run, so that one that stands twice in the file comes once.
    seen: std::collections::HashSet<String>,
    inside: Inside,
}

/// What the comments that come by belong to.
enum Inside {
    /// A post or page.
    Post(Open),
    /// Something that is left out.
    LeftOut,
}

struct Open {
    conversation: ConversationId,
    threads: Threads,
}

/// Something that is ready to be written.
enum Row {
    Post(Box<NewPost>),
    Comment(Box<NewComment>),
    Pictures(Box<NewPictures>),
}

/// The text of a post that came before, with pictures that had not.
struct NewPictures {
    was: posts::Stale,
    source: String,
    text: Rendered,
}

struct NewPost {
    id: PostId,
    author: MemberId,
    kind: &'static str,
    draft: Draft,
    text: Rendered,
    origin: String,
    excerpt: String,
    categories: Vec<String>,
    created_at: Timestamp,
    /// When it was published, and the day in its address; nothing for drafts.
    published: Option<(Timestamp, String)>,
    old_addresses: Vec<String>,
}

struct NewComment {
    place: Place,
    conversation: ConversationId,
    kind: &'static str,
    writer: Option<MemberId>,
    guest_name: String,
    guest_email: String,
    guest_picture: Option<i64>,
    guest_website: String,
    text: Text,
    created_at: Timestamp,
    origin: String,
}

impl<'a> Import<'a> {
    /// Brings the people in and opens the blog, all in one change.
    async fn prepare(
        app: &'a App,
        options: &Options,
        survey: Survey,
        pictures: Pictures,
        progress: Progress,
    ) -> anyhow::Result<Self> {
        let origin = Origin::of(&survey.site);
        let title = match rules::plain_line(&survey.site.title) {
            title if title.is_empty() => "Blog".to_owned(),
            title => title,
        };
        let mut report = Report { site: title.clone(), ..Report::default() };
        let wish = options.blog.as_deref();
        let made = app
            .db
            .change(async |tx| {
                let people = People::bring(tx, &survey, &origin, &mut report).await?;
                let blog = open_blog(tx, &survey, &origin, wish, &title, people.single_author(&survey)).await?;
                Ok(blog.map(|blog| (people, blog)))
            })
            .await?;
        let (people, (blog, address)) = match made {
            Ok(made) => made,
            Err(no) => bail!("{no} Nothing was brought in."),
        };
        report.blog = address;
        let community = community::of(app).await?;
        let lang = survey.site.language.parse().unwrap_or_else(|_| PostLang::from(community.language));
        Ok(Self {
            app,
            origin,
            blog,
            people,
            pictures,
            lang,
            community,
            progress,
            report,
            rows: vec![],
            bytes: 0,
            seen: std::collections::HashSet::new(),
            inside: Inside::LeftOut,
            survey,
        })
    }

    /// Reads the file again, and writes.
    async fn read(&mut self) -> anyhow::Result<()> {
        let (mut export, length) = survey::open(&self.survey.file)?;
        while let Some(record) = export.next()? {
            match record {
                Record::Item(item) => self.take_item(*item).await?,
                Record::Comment(comment) => self.take_comment(*comment).await?,
                Record::ItemEnd => self.end_item().await?,
                Record::Site(_) | Record::Author(_) | Record::Term(_) => {}
            }
            if self.rows.len() >= RECORDS || self.bytes >= BYTES {
                self.write().await?;
                self.progress.brought(export.position().min(length - 1), length, &self.report);
            }
        }
        self.write().await?;
        self.progress.brought(length, length, &self.report);
        self.report.characters_dropped = export.dropped_characters();
        Ok(())
    }

    async fn take_item(&mut self, item: Item) -> anyhow::Result<()> {
        self.inside = Inside::LeftOut;
        if item.post_type == "attachment" {
            return self.take_attachment(&item).await;
        }
        let name = rules::plain_line(if item.title.is_empty() { &item.name } else { &item.title });
        let (fate, notes) = match rules::fate(&item) {
            Ok(fate) => fate,
            Err(why) => {
                self.report.leave_out(rules::what(&item), why, &name);
                return Ok(());
            }
        };
        let origin = self.origin.item(&item);
        if !self.seen.insert(origin.clone()) {
            self.report.leave_out(rules::what(&item), "stands twice in the file", &name);
            return Ok(());
        }
        let known = posts::imported(&mut self.app.db.read().await?, &origin).await?;
        if let Some(post) = known {
            return self.resume(post, &item, &name).await;
        }
        for note in notes {
            self.report.change(&item.post_type, note, &name);
        }
        let post = self.new_post(item, fate, origin, &name).await?;
        self.inside = Inside::Post(Open { conversation: post.id.into(), threads: Threads::default() });
        self.bytes += post.draft.source.len() + post.text.html.len();
        self.rows.push(Row::Post(Box::new(post)));
        Ok(())
    }

    /// A post that is here already: its comments may not all be.
    async fn resume(&mut self, post: PostId, item: &Item, name: &str) -> anyhow::Result<()> {
        self.report.posts_known += 1;
        if self.pictures.is_anywhere() {
            self.show_pictures(post, item.id, name).await?;
        }
        let conversation = ConversationId::from(post);
        let came = comments::imported(&mut self.app.db.read().await?, conversation).await?;
        self.inside = Inside::Post(Open { conversation, threads: Threads::resumed(came) });
        Ok(())
    }

    /// Pictures that can be had now and could not when the post came. A text that was edited here is left as it is.
    async fn show_pictures(&mut self, post: PostId, item: Option<u64>, name: &str) -> anyhow::Result<()> {
        let Some(was) = posts::as_it_came(&mut self.app.db.read().await?, post).await? else { return Ok(()) };
        let (source, pictures) = self.with_pictures(&was.source, item, name).await?;
        if pictures == 0 {
            return Ok(());
        }
        let mut conn = self.app.db.read().await?;
        let text = posts::render(&mut conn, &source, was.format(), &was.lang, self.community.emoji).await?;
        self.report.posts_with_new_pictures += 1;
        self.bytes += source.len() + text.html.len();
        self.rows.push(Row::Pictures(Box::new(NewPictures { was, source, text })));
        Ok(())
    }

    async fn new_post(&mut self, item: Item, fate: Fate, origin: String, name: &str) -> anyhow::Result<NewPost> {
        let author = self.people.author(&item.creator)?;
        let (source, _) = self.with_pictures(&item.content, item.id, name).await?;
        let mut conn = self.app.db.read().await?;
        let text =
            posts::render(&mut conn, &source, Format::WordPress, self.lang.as_str(), self.community.emoji).await?;
        let is_page = item.post_type == "page";
        let date = item.date_gmt.or(item.pub_date).map(|date| Timestamp(date.0));
        let day = if is_page { Some(String::new()) } else { rules::day(&item) };
        let published = date.zip(day).filter(|_| fate != Fate::Draft);
        self.count_post(fate, is_page);
        Ok(NewPost {
            id: PostId(self.app.db.ids.next()),
            author,
            kind: if is_page { "page" } else { "post" },
            draft: Draft {
                title: markup::title(&item.title, self.lang.as_str()),
                source,
                format: Format::WordPress,
                slug: rules::slug(&item),
                lang: self.lang.clone(),
                audience: if fate == Fate::Private { Audience::Me } else { Audience::Public },
                comments: if item.comment_status == "closed" { Comments::Closed } else { Comments::Open },
                tags: rules::terms(&item, "post_tag"),
            },
            text,
            origin,
            excerpt: rules::plain_line(&item.excerpt),
            categories: rules::terms(&item, "category"),
            created_at: date.unwrap_or_else(|| self.app.now()),
            published,
            old_addresses: [&item.link, &item.guid].into_iter().filter_map(|at| rules::path_and_query(at)).collect(),
        })
    }

    fn count_post(&mut self, fate: Fate, is_page: bool) {
        match (fate, is_page) {
            (Fate::Draft, _) => self.report.drafts += 1,
            (_, true) => self.report.pages += 1,
            (_, false) => self.report.posts += 1,
        }
        self.report.private += u64::from(fate == Fate::Private);
    }

    /// A text with its galleries written out and its pictures at their new addresses; and how many of these there are.
    async fn with_pictures(&mut self, text: &str, item: Option<u64>, name: &str) -> anyhow::Result<(String, u64)> {
        let source = self.with_galleries(text, item);
        let mut out = String::with_capacity(source.len());
        let (mut done, mut pictures) = (0, 0);
        for place in rules::addresses(&source) {
            let written = source[place.clone()].replace("&amp;", "&");
            let Some(upload) = rules::upload(&written, &self.survey.site) else { continue };
            let address = match self.bring(&upload, name).await? {
                Some(address) => {
                    pictures += 1;
                    address
                }
                None => {
                    if upload.is_picture()
                        && rules::is_shown(&source, &place)
                        && upload.address.starts_with("http:")
                        && !written.starts_with("//")
                    {
                        let why = "stays on the old site at an http: address, from where browsers do not show it here";
                        self.report.change("picture", why, &format!("{} in “{name}”", upload.path));
                    }
                    // An address without a host means the old one, also here.
                    if written.starts_with("//") || url::Url::parse(&written).is_ok() {
                        continue;
                    }
                    upload.address.replace('&', "&amp;")
                }
            };
            out.push_str(&source[done..place.start]);
            out.push_str(&address);
            done = place.end;
        }
        out.push_str(&source[done..]);
        Ok((out, pictures))
    }

    fn with_galleries(&self, text: &str, item: Option<u64>) -> String {
        if !text.contains("[gallery") {
            return text.to_owned();
        }
        let own = item.and_then(|id| self.survey.pictures_of.get(&id));
        let source = rules::with_gallery_ids(text, own.map_or(&[], Vec::as_slice));
        let address = |id: u64| self.survey.pictures.get(&id).map(ToString::to_string);
        let is_known = rules::gallery_ids(&source).iter().any(|id| address(*id).is_some());
        if is_known { markup::written_out(&source, &address) } else { source }
    }

    /// The new address of an upload, if it is a picture and could be taken over.
    async fn bring(&mut self, upload: &Upload, shown_in: &str) -> anyhow::Result<Option<String>> {
        if !upload.is_picture() || !self.pictures.is_anywhere() {
            return Ok(None);
        }
        match self.pictures.bring(self.app, upload).await? {
            Ok(address) => Ok(address),
            Err(why) => {
                let name = format!("{} in “{shown_in}”", upload.path);
                self.report.leave_out("picture", &format!("{why}; the old address stays in the text"), &name);
                Ok(None)
            }
        }
    }

    /// An attachment is no page of its own here: its picture comes in where a text shows it.
    async fn take_attachment(&mut self, item: &Item) -> anyhow::Result<()> {
        let address = item.attachment_url.as_deref().unwrap_or(&item.guid);
        let Some(upload) = rules::upload(address, &self.survey.site) else {
            self.report.leave_out("attachment", "its file lies elsewhere than the site's uploads", address);
            return Ok(());
        };
        if !upload.is_picture() {
            self.report.leave_out("attachment", "no picture; files of other kinds are not served yet", &upload.path);
        } else if self.pictures.is_anywhere() {
            self.bring(&upload, &rules::plain_line(&item.title)).await?;
        } else {
            let why = "pictures are taken over with --uploads DIR or --fetch; texts show them at their old address";
            self.report.leave_out("picture", why, &upload.path);
        }
        Ok(())
    }

    async fn take_comment(&mut self, comment: Comment) -> anyhow::Result<()> {
        let name = name_of(&comment);
        let Inside::Post(open) = &mut self.inside else {
            self.report.leave_out("comment", "stands under something that is left out", &name);
            return Ok(());
        };
        if let Err(why) = rules::kind(&comment) {
            open.threads.leave_out(&comment);
            self.report.leave_out("comment", why, &name);
            return Ok(());
        }
        let new_id = || CommentId(self.app.db.ids.next());
        let origin = self.origin.comment(&comment);
        match open.threads.take(comment, &origin, new_id) {
            Taken::Placed(places) => self.ready(places).await?,
            Taken::Held if open.threads.is_full() => {
                let places = open.threads.rest(new_id);
                self.ready(places).await?;
            }
            Taken::Held => {}
            Taken::Known => self.report.comments_known += 1,
            Taken::Twice => self.report.leave_out("comment", "stands twice under its post", &name),
        }
        Ok(())
    }

    async fn end_item(&mut self) -> anyhow::Result<()> {
        if let Inside::Post(open) = &mut self.inside {
            let places = open.threads.rest(|| CommentId(self.app.db.ids.next()));
            self.ready(places).await?;
        }
        self.inside = Inside::LeftOut;
        Ok(())
    }

    /// Renders comments whose places are known, and puts them in the row to be written.
    async fn ready(&mut self, places: Vec<Place>) -> anyhow::Result<()> {
        let Inside::Post(Open { conversation, .. }) = self.inside else { return Ok(()) };
        for place in places {
            let new = self.new_comment(place, conversation).await?;
            self.count_comment(&new);
            self.bytes += new.text.source.len() + new.text.html.len();
            self.rows.push(Row::Comment(Box::new(new)));
            if self.rows.len() >= RECORDS || self.bytes >= BYTES {
                self.write().await?;
            }
        }
        Ok(())
    }

    async fn new_comment(&mut self, mut place: Place, conversation: ConversationId) -> anyhow::Result<NewComment> {
        let origin = self.origin.comment(&place.comment);
        let kind = rules::kind(&place.comment).map_err(anyhow::Error::msg)?;
        let source = std::mem::take(&mut place.comment.content);
        let comment = &place.comment;
        let mut conn = self.app.db.read().await?;
        let writer = if kind == "comment" { self.people.writer(&mut conn, comment).await? } else { None };
        let guest = writer.is_none();
        Ok(NewComment {
            conversation,
            kind,
            writer,
            guest_name: if guest { rules::guest_name(comment) } else { String::new() },
            guest_email: if guest { comment.author_email.trim().to_lowercase() } else { String::new() },
            guest_picture: (guest && kind == "comment")
                .then(|| comments::guest_picture(&self.community, &comment.author_email)),
            guest_website: if guest { rules::website(comment) } else { String::new() },
            text: Text::render(&mut conn, source, Format::WordPress, self.lang.as_str(), self.community.emoji).await?,
            created_at: comment.date_gmt.map_or_else(|| self.app.now(), |date| Timestamp(date.0)),
            origin,
            place,
        })
    }

    fn count_comment(&mut self, new: &NewComment) {
        if new.kind == "comment" {
            self.report.comments += 1;
            self.report.replies += u64::from(new.place.comment.parent.is_some());
        } else {
            self.report.pings += 1;
        }
        self.report.waiting += u64::from(new.approved_at().is_none());
        self.report.parent_lost += u64::from(new.place.parent_lost);
    }

    /// Writes everything that is ready, in one change.
    async fn write(&mut self) -> anyhow::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let rows = std::mem::take(&mut self.rows);
        self.bytes = 0;
        let blog = (self.blog, self.report.blog.as_str());
        let old_addresses = self.app.db.always(async |tx| write(tx, blog, &rows).await).await?;
        self.report.old_addresses += old_addresses;
        Ok(())
    }
}

impl NewComment {
    fn approved_at(&self) -> Option<Timestamp> {
        (!self.place.waits).then_some(self.created_at)
    }
}

/// The blog that this site comes to, with its address; or why there is none.
async fn open_blog(
    tx: &mut Tx,
    survey: &Survey,
    origin: &Origin,
    wish: Option<&str>,
    title: &str,
    owner: Option<MemberId>,
) -> anyhow::Result<Result<(BlogId, String), String>> {
    if let Some(blog) = blogs::imported(tx, origin.site()).await? {
        let elsewhere = wish.is_some_and(|wish| wish.trim_matches('/').to_lowercase() != blog.address);
        return Ok(if elsewhere {
            Err(format!("This site was brought to /{}/ before; run it again without --blog.", blog.address))
        } else {
            Ok((blog.id, blog.address))
        });
    }
    let named = rules::name_in_network(&survey.site);
    let wished = wish.map(str::to_owned).or(named.clone()).unwrap_or_else(|| "blog".to_owned());
    let Ok(address) = wished.parse::<Address>() else {
        return Ok(Err(format!(
            "/{wished}/ can be no blog's address: it has to be of letters a to z, digits, - and _, and not one that Lyceum \
             uses itself. Choose another with --blog ADDRESS."
        )));
    };
    match blogs::by_address(tx, address.as_str()).await? {
        Some(blog) => {
            // Taken down only where no other site came before.
            blogs::note_origin(tx, blog.id, origin.site()).await?;
            let is_another_sites = blogs::imported(tx, origin.site()).await?.is_none();
            if wish.is_none() && (named.is_some() || is_another_sites) {
                return Ok(Err(format!(
                    "There is another blog at /{}/, “{}”. Choose the blog with --blog ADDRESS; to bring the posts to this \
                     one, say --blog {}.",
                    blog.address, blog.title, blog.address
                )));
            }
            Ok(Ok((blog.id, blog.address)))
        }
        None => {
            let tagline = rules::plain_line(&survey.site.description);
            let Ok(blog) = blogs::open(tx, owner, &address, title, &tagline).await? else {
                return Ok(Err(format!(
                    "/{}/ leads to a blog that had this address before. Choose another with --blog ADDRESS.",
                    address.as_str()
                )));
            };
            blogs::note_origin(tx, blog, origin.site()).await?;
            Ok(Ok((blog, address.as_str().to_owned())))
        }
    }
}

/// Writes rows in their order; answers how many old addresses lead here from now on.
async fn write(tx: &mut Tx, (blog, address): (BlogId, &str), rows: &[Row]) -> anyhow::Result<u64> {
    let mut old_addresses = 0;
    let mut more = std::collections::HashMap::<ConversationId, (i64, Timestamp)>::new();
    for row in rows {
        match row {
            Row::Pictures(new) => {
                posts::show_pictures(tx, &new.was, &new.source, &new.text).await?;
            }
            Row::Post(post) => old_addresses += write_post(tx, blog, address, post).await?,
            Row::Comment(comment) => {
                if write_comment(tx, comment).await? && comment.approved_at().is_some() {
                    let (count, latest) = more.entry(comment.conversation).or_default();
                    *count += 1;
                    *latest = (*latest).max(comment.created_at);
                }
            }
        }
    }
    for (conversation, (count, latest)) in more {
        conversations::add_up(tx, conversation, count, latest).await?;
    }
    // One word for all of it: nobody is to get letters about the past.
    tx.emit_instead(Event::CommunityChanged);
    Ok(old_addresses)
}

async fn write_post(tx: &mut Tx, blog: BlogId, address: &str, post: &NewPost) -> anyhow::Result<u64> {
    let from = posts::Imported {
        id: post.id,
        origin: &post.origin,
        kind: post.kind,
        created_at: post.created_at,
        excerpt: &post.excerpt,
        categories: &post.categories,
    };
    posts::import(tx, post.author, blog, &post.draft, &post.text, &from).await?;
    let Some((at, day)) = &post.published else { return Ok(0) };
    let slug = posts::publish_at(tx, post.id, blog, *at, day).await?;
    let new = if day.is_empty() { format!("/{address}/{slug}/") } else { format!("/{address}/{day}/{slug}/") };
    let mut remembered = 0;
    for old in post.old_addresses.iter().filter(|old| **old != new) {
        posts::remember_address(tx, old, post.id).await?;
        remembered += 1;
    }
    Ok(remembered)
}

/// Answers whether it is new.
async fn write_comment(tx: &mut Tx, new: &NewComment) -> anyhow::Result<bool> {
    let place = &new.place;
    let entry = NewEntry {
        id: place.id,
        conversation: new.conversation,
        root: place.under.map_or(place.id, |(_, root)| root),
        parent: place.under.map(|(parent, _)| parent),
        parent_lost: place.parent_lost,
        kind: new.kind,
        writer: new.writer,
        guest_name: &new.guest_name,
        guest_email: &new.guest_email,
        guest_picture: new.guest_picture,
        guest_website: &new.guest_website,
        guest_key: None,
        text: &new.text,
        created_at: new.created_at,
        approved_at: new.approved_at(),
        hidden_at: None,
        once: None,
        imported_from: Some(&new.origin),
    };
    comments::import(tx, &entry).await
}

/// What a comment is called in the report.
fn name_of(comment: &Comment) -> String {
    let number = comment.id.map_or_else(String::new, |id| format!("{id} "));
    format!("{number}by {}", rules::guest_name(comment))
}
