//! Everything that goes into an archive, one thing after the other.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write,
    path::PathBuf,
    sync::Arc,
};

use askama::Template;
use futures_util::StreamExt;
use serde_json::{Value, json};

use super::{
    packing::Packer,
    rules::{self, Names},
    store::{self, Entry, Post},
    thread,
};
use crate::{
    audiences::Audience,
    evidence::{certificates, log, profiles},
    ids::{CommentId, MessageId, PostId, RowId, Timestamp},
    kit::{
        app::App,
        files::{self, addresses::Address},
        i18n::{Locale, machine_time},
        local_time::Day,
        web::assets,
    },
    links::letters::words_of,
    people::{
        blocks,
        community::{self, Community},
        members::{self, Member},
        shelves,
    },
    talk::{
        blogs::{self, Blog},
        posts::{self, Term},
        uploads,
    },
    tools::export::{self, Whose},
};

/// So many posts are read at once, and the progress is told after each.
const POSTS: i64 = 20;
/// So many of anything shorter.
const ROWS: i64 = 500;
/// What there is to do beside posts.
const OTHER_STEPS: i64 = 10;

#[derive(Template)]
#[template(path = "tools/archives/site/index.html")]
struct IndexPage<'a> {
    t: &'a Locale,
    name: &'a str,
    about: String,
    blogs: Vec<Listed>,
}

/// A blog as the first page lists it.
struct Listed {
    title: String,
    posts: Vec<ListedPost>,
}

struct ListedPost {
    file: String,
    title: String,
    lang: String,
    published_at: Option<Timestamp>,
    count: i64,
}

#[derive(Template)]
#[template(path = "tools/archives/site/post.html")]
struct PostPage<'a> {
    t: &'a Locale,
    name: &'a str,
    blog_title: &'a str,
    title: &'a str,
    lang: &'a str,
    face: String,
    published_at: Option<Timestamp>,
    html: String,
    terms: &'a [Term],
    count: i64,
    entries: Vec<Shown>,
}

/// An entry as a page shows it.
struct Shown {
    id: CommentId,
    name: String,
    website: String,
    face: String,
    html: String,
    created_at: Timestamp,
    is_ping: bool,
    is_own: bool,
    /// Whether it is not in the archive: which of the reasons there are is nobody's business.
    is_gone: bool,
    opens: bool,
    closes: usize,
}

struct Build<'a> {
    app: &'a App,
    id: RowId,
    member: &'a Member,
    community: Arc<Community>,
    words: Locale,
    packer: Packer,
    /// What each post is called in the archive, by its number and by its path.
    files: HashMap<PostId, String>,
    paths: HashMap<String, String>,
    /// Pictures that texts show, and those beside names.
    pictures: BTreeSet<String>,
    faces: BTreeSet<String>,
    /// What members put into texts, by the last part of its address.
    uploads: BTreeSet<String>,
    done: i64,
    total: i64,
    /// So many bytes of pictures and files are in it.
    media: u64,
    left_out: i64,
}

/// Builds an archive at a path; answers how many pictures and files were too much for it.
pub async fn build(app: &App, id: RowId, member: &Member, path: PathBuf) -> anyhow::Result<i64> {
    let community = community::of(app).await?;
    let mut build = Build {
        app,
        id,
        member,
        words: words_of(member, &community),
        community,
        packer: Packer::begin(path),
        files: HashMap::new(),
        paths: HashMap::new(),
        pictures: BTreeSet::new(),
        faces: BTreeSet::new(),
        uploads: BTreeSet::new(),
        done: 0,
        total: 0,
        media: 0,
        left_out: 0,
    };
    build.name_posts().await?;
    build.style().await?;
    let blogs = build.posts().await?;
    build.wordpress(&blogs).await?;
    build.comments().await?;
    build.messages().await?;
    build.rest().await?;
    build.handed_in().await?;
    build.profile().await?;
    build.media().await?;
    build.read_me().await?;
    let left_out = build.left_out;
    build.packer.finish().await?;
    Ok(left_out)
}

impl Build<'_> {
    /// Tells how far it is.
    async fn step(&mut self, steps: i64) -> anyhow::Result<()> {
        self.done += steps;
        let (id, done, total) = (self.id, self.done, self.total);
        self.app.db.always(async |tx| Ok(store::progress(tx, id, done, total).await?)).await
    }

    /// Gives every post its name first, so that texts can lead from one to the other.
    async fn name_posts(&mut self) -> anyhow::Result<()> {
        let places = store::places(&mut self.app.db.read().await?, self.member.id).await?;
        let mut names = Names::default();
        self.total = i64::try_from(places.len())? + OTHER_STEPS;
        for place in places {
            let kind = if place.published_at.is_none() { "draft" } else { place.kind.as_str() };
            let slug = if place.slug.is_empty() { place.title.to_lowercase() } else { place.slug };
            let name = names.for_post(&place.day, kind, &slug);
            if place.published_at.is_some() && !place.path.is_empty() {
                self.paths.insert(place.path, name.clone());
            }
            self.files.insert(place.id, name);
        }
        self.step(1).await
    }

    /// The look of the site, with its fonts.
    async fn style(&mut self) -> anyhow::Result<()> {
        self.packer.file("style/lyceum.css", assets::whole_style()).await?;
        self.step(1).await
    }

    /// Posts and pages: as pages, in Markdown and as JSON. Answers the blogs they stand on.
    async fn posts(&mut self) -> anyhow::Result<Vec<Blog>> {
        let mut listed: BTreeMap<String, Listed> = BTreeMap::new();
        let mut after = PostId(0);
        loop {
            let (some, terms) = self.some_posts(after).await?;
            let Some(last) = some.last() else { break };
            after = last.id;
            let steps = i64::try_from(some.len())?;
            for post in some {
                // What was begun after the names were given out is in the next archive.
                let Some(file) = self.files.get(&post.id).cloned() else { continue };
                let terms = terms.get(&post.id).map(Vec::as_slice).unwrap_or_default();
                self.markdown(&post, &file, terms).await?;
                if post.published_at.is_some() {
                    self.page(&post, &file, terms).await?;
                }
                let blog =
                    listed.entry(post.blog_address).or_insert_with(|| Listed { title: post.blog_title, posts: vec![] });
                if post.published_at.is_some() {
                    blog.posts.push(ListedPost {
                        file,
                        title: heading(&post.title, &post.excerpt),
                        lang: post.lang,
                        published_at: post.published_at,
                        count: post.count,
                    });
                }
            }
            self.step(steps).await?;
        }
        self.posts_json().await?;
        let mut conn = self.app.db.read().await?;
        let mut blogs = vec![];
        for address in listed.keys() {
            blogs.extend(blogs::by_address(&mut conn, address).await?);
        }
        drop(conn);
        for blog in listed.values_mut() {
            blog.posts.sort_by_key(|post| Reverse(post.published_at));
        }
        let page = IndexPage {
            t: &self.words,
            name: &self.member.name,
            about: self.words.with2(
                "archive-site-about",
                ("community", self.community.name.as_str()),
                ("date", self.words.date(self.app.now())),
            ),
            blogs: listed.into_values().filter(|blog| !blog.posts.is_empty()).collect(),
        };
        self.packer.file("index.html", page.render()?).await?;
        Ok(blogs)
    }

    /// The next posts with their terms.
    async fn some_posts(&self, after: PostId) -> anyhow::Result<(Vec<Post>, HashMap<PostId, Vec<Term>>)> {
        let mut conn = self.app.db.read().await?;
        let some = store::posts(&mut conn, self.member.id, after, POSTS).await?;
        let numbers: Vec<i64> = some.iter().map(|post| post.id.0).collect();
        let terms = posts::terms_of(&mut conn, &numbers).await?;
        Ok((some, terms))
    }

    /// The same posts once more as one list: an archive takes one file after the other, and memory holds a few posts.
    async fn posts_json(&mut self) -> anyhow::Result<()> {
        let mut list = JsonList::default();
        self.packer.open("data/posts.json").await?;
        let mut after = PostId(0);
        loop {
            let (some, terms) = self.some_posts(after).await?;
            let Some(last) = some.last() else { break };
            after = last.id;
            for post in some.iter().filter(|post| self.files.contains_key(&post.id)) {
                list.add(&Self::post_json(post, terms.get(&post.id).map(Vec::as_slice).unwrap_or_default()));
            }
            self.packer.add(list.some()).await?;
        }
        self.packer.add(list.done()).await
    }

    /// Where an address leads from a page in the archive; nothing, if it is to stay.
    fn led(&mut self, address: &str) -> Option<String> {
        if let Some(name) = named(address) {
            if files::is_name(name) {
                self.pictures.insert(name.to_owned());
            } else {
                self.uploads.insert(name.to_owned());
            }
            return Some(format!("../media/{name}"));
        }
        if !address.starts_with('/') || address.starts_with("//") {
            return None;
        }
        let (path, place) = address.split_at(address.find(['#', '?']).unwrap_or(address.len()));
        match self.paths.get(path) {
            Some(file) => Some(format!("{file}.html{}", if place.starts_with('#') { place } else { "" })),
            None => Some(format!("{}{address}", self.app.settings.base_url)),
        }
    }

    async fn markdown(&mut self, post: &Post, file: &str, terms: &[Term]) -> anyhow::Result<()> {
        // Led first, since that notes which pictures it shows.
        let mut shown = vec![];
        let html = markup::readdress(&post.html, |address| {
            shown.extend(named(address).map(str::to_owned));
            self.led(address)
        });
        let named = |kind: &str| -> Vec<&str> {
            terms.iter().filter(|term| term.kind == kind).map(|term| term.name.as_str()).collect()
        };
        let is_markdown = post.format == "markdown";
        let mut fields = vec![
            ("title", json!(post.title)),
            ("date", json!(machine_time(post.published_at.unwrap_or(post.created_at)))),
            ("draft", json!(post.published_at.is_none())),
            ("kind", json!(post.kind)),
            ("blog", json!(post.blog_address)),
            ("slug", json!(post.slug)),
            ("language", json!(post.lang)),
            ("audience", json!(audience(post))),
            ("categories", json!(named("category"))),
            ("tags", json!(named("tag"))),
        ];
        if let Some(at) = post.edited_at {
            fields.push(("updated", json!(machine_time(at))));
        }
        if !is_markdown {
            fields.push(("format", json!("html")));
        }
        let mut text = if is_markdown { post.source.clone() } else { html };
        if is_markdown {
            for name in shown {
                text = text.replace(&format!("/files/{name}"), &format!("../media/{name}"));
            }
        }
        self.packer.file(&format!("markdown/{file}.md"), format!("{}{text}\n", rules::front_matter(&fields))).await
    }

    fn post_json(post: &Post, terms: &[Term]) -> Value {
        let term = |term: &Term| json!({ "kind": term.kind, "slug": term.slug, "name": term.name });
        json!({
            "id": post.id.to_string(),
            "kind": post.kind,
            "blog": post.blog_address,
            "title": post.title,
            "slug": post.slug,
            "language": post.lang,
            "audience": audience(post),
            "published_at": post.published_at.map(machine_time),
            "edited_at": post.edited_at.map(machine_time),
            "begun_at": machine_time(post.created_at),
            "format": post.format,
            "source": post.source,
            "html": post.html,
            "terms": terms.iter().map(term).collect::<Vec<_>>(),
            "comments": post.count,
        })
    }

    /// A post as a page, with what was said under it.
    async fn page(&mut self, post: &Post, file: &str, terms: &[Term]) -> anyhow::Result<()> {
        let mut entries = vec![];
        let mut after = CommentId(0);
        loop {
            let mut conn = self.app.db.read().await?;
            let some = store::entries(&mut conn, self.member.id, post.id.into(), after, ROWS).await?;
            let Some(last) = some.last() else { break };
            after = last.id;
            entries.extend(some);
        }
        let mut shown = vec![];
        for placed in thread::in_order(entries) {
            shown.push(self.shown(placed));
        }
        let face = self.face(&self.member.avatar_url());
        let title = heading(&post.title, &post.excerpt);
        let page = PostPage {
            name: &self.member.name,
            blog_title: &post.blog_title,
            title: &title,
            lang: &post.lang,
            face,
            published_at: post.published_at,
            html: markup::readdress(&post.html, |address| self.led(address)),
            terms,
            count: post.count,
            entries: shown,
            t: &self.words,
        };
        let page = page.render()?;
        self.packer.file(&format!("posts/{file}.html"), page).await
    }

    fn shown(&mut self, placed: thread::Placed) -> Shown {
        let thread::Placed { entry, opens, closes } = placed;
        let Entry { id, kind, writer, guest_website, guest_picture, created_at, is_there, .. } = &entry;
        let avatar = match (writer, guest_picture) {
            (Some(writer), _) => members::avatar_url(*writer, entry.picture.as_deref()),
            (None, Some(seed)) => format!("/pictures/{seed:x}.svg"),
            (None, None) => format!("/pictures/{id}.svg"),
        };
        let website = match &entry.handle {
            Some(handle) => format!("{}{}", self.app.settings.base_url, members::url(handle)),
            None => guest_website.clone(),
        };
        let html = markup::readdress(&entry.html, |address| self.led(address));
        Shown {
            id: *id,
            website,
            face: if *is_there { self.face(&avatar) } else { String::new() },
            html: markup::placed(&html, &id.to_string()).into_owned(),
            created_at: *created_at,
            is_ping: kind != "comment",
            is_own: *writer == Some(self.member.id),
            is_gone: !is_there,
            opens,
            closes,
            name: entry.name,
        }
    }

    /// Where a picture beside a name is in the archive.
    fn face(&mut self, address: &str) -> String {
        if let Some(name) = address.strip_prefix("/files/") {
            self.pictures.insert(name.to_owned());
            return format!("../media/{name}");
        }
        let name = address.strip_prefix("/pictures/").unwrap_or("0.svg").to_owned();
        let place = format!("../media/faces/{name}");
        self.faces.insert(name);
        place
    }

    /// A file for WordPress of each blog.
    async fn wordpress(&mut self, blogs: &[Blog]) -> anyhow::Result<()> {
        for blog in blogs {
            self.packer.open(&format!("wordpress/{}.xml", blog.address)).await?;
            let packer = &mut self.packer;
            let written = export::write_to(self.app, blog, Whose::Author(self.member.id), |mut from| async move {
                while let Some(bytes) = from.recv().await {
                    packer.add(bytes).await?;
                }
                Ok(())
            });
            written.await?;
        }
        self.step(1).await
    }

    async fn comments(&mut self) -> anyhow::Result<()> {
        let mut list = JsonList::default();
        self.packer.open("data/comments.json").await?;
        let mut after = CommentId(0);
        loop {
            let some = store::comments(&mut self.app.db.read().await?, self.member.id, after, ROWS).await?;
            let Some(last) = some.last() else { break };
            after = last.id;
            for own in some {
                list.add(&json!({
                    "id": own.id.to_string(),
                    "answers": own.parent.map(|parent| parent.to_string()),
                    "under": own.title,
                    "address": self.whole(&own.path),
                    "written_at": machine_time(own.created_at),
                    "edited_at": own.edited_at.map(machine_time),
                    "source": own.source,
                    "html": own.html,
                }));
            }
            self.packer.add(list.some()).await?;
        }
        self.packer.add(list.done()).await?;
        self.step(1).await
    }

    async fn messages(&mut self) -> anyhow::Result<()> {
        let mut list = JsonList::default();
        self.packer.open("data/messages.json").await?;
        let mut after = MessageId(0);
        loop {
            let some = store::messages(&mut self.app.db.read().await?, self.member.id, after, ROWS).await?;
            let Some(last) = some.last() else { break };
            after = last.id;
            for message in some {
                list.add(&json!({
                    "correspondence": message.correspondence.to_string(),
                    "by": message.name,
                    "handle": message.handle,
                    "written_at": machine_time(message.written_at),
                    "edited_at": message.edited_at.map(machine_time),
                    "text": message.source,
                }));
            }
            self.packer.add(list.some()).await?;
        }
        self.packer.add(list.done()).await?;
        self.step(1).await
    }

    /// Discussions, answers to questions, the shelf, and what is kept for later.
    async fn rest(&mut self) -> anyhow::Result<()> {
        let mut conn = self.app.db.read().await?;
        let me = self.member.id;
        let discussions = store::discussions(&mut conn, me).await?;
        let answers = store::answers(&mut conn, me).await?;
        let bookmarks = store::bookmarks(&mut conn, me).await?;
        let mut shelf: Vec<shelves::Entry> = vec![];
        loop {
            let before = shelf.last().map(|entry| entry.id);
            let some = shelves::entries(&mut conn, me, Some(me), None, before, ROWS).await?;
            if some.is_empty() {
                break;
            }
            shelf.extend(some);
        }
        drop(conn);

        let mut list = JsonList::default();
        for (path, title, source, at) in discussions {
            list.add(&json!({
                "title": title, "address": self.whole(&path), "begun_at": machine_time(at), "source": source
            }));
        }
        self.packer.file("data/discussions.json", list.done()).await?;

        let mut list = JsonList::default();
        for choices in answers.chunk_by(|one, other| one.0 == other.0) {
            let (_, question, _, own_words, path) = &choices[0];
            let chosen: Vec<&String> = choices.iter().filter_map(|(_, _, option, ..)| option.as_ref()).collect();
            list.add(&json!({
                "question": question, "chosen": chosen, "in_own_words": own_words, "address": self.whole(path)
            }));
        }
        self.packer.file("data/answers.json", list.done()).await?;

        let mut list = JsonList::default();
        for (comment, path, title, at) in bookmarks {
            let address = comment.map_or_else(|| path.clone(), |comment| format!("/comments/{comment}"));
            list.add(&json!({ "title": title, "address": self.whole(&address), "kept_at": machine_time(at) }));
        }
        self.packer.file("data/bookmarks.json", list.done()).await?;
        self.packer.file("data/shelf.csl.json", shelves::csl_json(&shelf)).await?;
        self.packer.file("data/shelf.bib", shelves::bibtex(&shelf)).await?;
        self.step(1).await
    }

    /// What was handed in, with its files, and what was said to the work of others.
    async fn handed_in(&mut self) -> anyhow::Result<()> {
        let mut conn = self.app.db.read().await?;
        let submissions = store::submissions(&mut conn, self.member.id).await?;
        let reviews = store::reviews(&mut conn, self.member.id).await?;
        drop(conn);
        let (mut list, mut names) = (JsonList::default(), Names::default());
        for submission in submissions {
            let mut place = None;
            if let Some(file) = &submission.file {
                let name = format!("handed-in/{}", names.for_file(&submission.file_name));
                if self.media_file(file, &name).await? {
                    place = Some(name);
                }
            }
            list.add(&json!({
                "assignment": submission.title,
                "post": submission.post.map(|post| post.to_string()),
                "file": place,
                "made_with_the_help_of": submission.help,
                "handed_in_at": machine_time(submission.handed_in_at),
                "withdrawn_at": submission.withdrawn_at.map(machine_time),
            }));
        }
        self.packer.file("data/submissions.json", list.done()).await?;
        let mut list = JsonList::default();
        for (assignment, answers, at) in reviews {
            let answers: Value = serde_json::from_str(&answers).unwrap_or(Value::String(answers));
            list.add(&json!({ "assignment": assignment, "answers": answers, "given_at": machine_time(at) }));
        }
        self.packer.file("data/reviews.json", list.done()).await?;
        self.step(1).await
    }

    /// Who they are here, and what they chose.
    async fn profile(&mut self) -> anyhow::Result<()> {
        let (member, mut conn) = (self.member, self.app.db.read().await?);
        let about = store::about(&mut conn, member.id).await?;
        let circles = store::circles(&mut conn, member.id).await?;
        let watches = store::watches(&mut conn, member.id).await?;
        let mailing = store::mailing(&mut conn, member.id).await?;
        let joined_at = store::joined_at(&mut conn, member.id).await?;
        let blogs = blogs::of(&mut conn, member.id).await?;
        let blocked: Vec<_> = blocks::list(&mut conn, member.id).await?.into_iter().map(|one| one.handle).collect();
        drop(conn);
        let about: Vec<_> = about
            .iter()
            .map(|(field, viewers, said)| json!({ "field": field, "seen_by": viewers, "says": said }))
            .collect();
        let groups: Vec<_> = circles
            .iter()
            .map(|(kind, name, role, since)| {
                json!({ "kind": kind, "name": name, "as": role, "since": machine_time(*since) })
            })
            .collect();
        let blogs: Vec<_> = blogs
            .iter()
            .map(|blog| json!({ "title": blog.title, "tagline": blog.tagline, "address": self.whole(&blog.url()) }))
            .collect();
        let profile = json!({
            "name": member.name,
            "handle": member.handle,
            "email": member.email,
            "role": member.role().word(),
            "joined_at": joined_at.map(machine_time),
            "address": self.whole(&member.url()),
            "about": about,
            "blogs": blogs,
            "groups": groups,
        });
        let follows: Vec<_> = watches
            .iter()
            .map(|(kind, level, since, path)| {
                json!({ "kind": kind, "how": level, "since": machine_time(*since), "address": self.whole(path) })
            })
            .collect();
        let chosen = members::Profile::COLUMNS.iter().zip(member.profile.values());
        let settings = json!({
            "chosen": chosen.map(|(name, value)| ((*name).to_owned(), json!(value))).collect::<serde_json::Map<_, _>>(),
            "e_mail": mailing.map(|(mode, weekday, hour)| json!({ "mode": mode, "weekday": weekday, "hour": hour })),
            "follows": follows,
            "people_blocked": blocked,
        });
        if let Some(picture) = &member.picture {
            self.pictures.insert(picture.clone());
        }
        self.packer.file("data/profile.json", serde_json::to_vec_pretty(&profile)?).await?;
        self.packer.file("data/settings.json", serde_json::to_vec_pretty(&settings)?).await?;
        let (first, last) = (Day(jiff::civil::Date::MIN), Day(jiff::civil::Date::MAX));
        let entries = log::between(&mut self.app.db.read().await?, self.member.id, first, last).await?;
        if !entries.is_empty() {
            let drafts: Vec<log::Draft> = entries.iter().map(log::Entry::draft).collect();
            self.packer.file("data/learning-log.csv", log::table::write(&drafts, b',')).await?;
        }
        self.bodies(entries, first, last).await?;
        self.papers().await?;
        self.step(1).await
    }

    /// Certificates and statements, as they were issued.
    async fn papers(&mut self) -> anyhow::Result<()> {
        let all = certificates::of_member(&mut self.app.db.read().await?, self.member.id).await?;
        for it in all {
            // One by one: all of them at once would be much to hold.
            let pdf = certificates::pdf(&mut self.app.db.read().await?, it.id).await?;
            if let Some(pdf) = pdf {
                self.packer.file(&format!("data/certificates/{}-{}.pdf", it.kind().word(), it.code), pdf).await?;
            }
        }
        Ok(())
    }

    /// The professional bodies they picked, and what they said and wrote for them.
    async fn bodies(&mut self, entries: Vec<log::Entry>, from: Day, until: Day) -> anyhow::Result<()> {
        let mut conn = self.app.db.read().await?;
        let (all, mut told) = (profiles::Period { from, until }, vec![]);
        for pick in profiles::picks(&mut conn, self.member.id).await? {
            let unsaid = profiles::Mapping { counts: !pick.chosen, ..profiles::Mapping::default() };
            let mapped = profiles::mapped(&mut conn, &pick, entries.clone()).await?;
            let said: Vec<_> = mapped
                .iter()
                .filter(|(_, mapping)| *mapping != unsaid)
                .map(|(entry, mapping)| {
                    json!({ "day": entry.day().to_string(), "title": entry.title, "counts": mapping.counts,
                            "belongs": mapping.said, "proof": mapping.proof })
                })
                .collect();
            let texts = profiles::texts(&mut conn, &pick, all).await?;
            let texts: Vec<_> = texts
                .iter()
                .map(|text| json!({ "for": text.name, "period_begins": text.day, "text": text.text }))
                .collect();
            let reasons = profiles::reasons(&mut conn, &pick, all).await?;
            let reasons: Vec<_> = reasons
                .iter()
                .map(|one| {
                    json!({ "from": one.gap.from.to_string(), "until": one.gap.until.to_string(), "reason": one.text })
                })
                .collect();
            told.push(json!({ "name": pick.profile.sheet.name, "begins": pick.begins.map(|day| day.to_string()),
                              "only_chosen": pick.chosen, "entries": said, "texts": texts, "gaps": reasons }));
        }
        drop(conn);
        if told.is_empty() {
            return Ok(());
        }
        self.packer.file("data/professional-bodies.json", serde_json::to_vec_pretty(&told)?).await
    }

    /// Pictures, once each.
    async fn media(&mut self) -> anyhow::Result<()> {
        for name in std::mem::take(&mut self.faces) {
            let seed = name.trim_end_matches(".svg");
            self.packer.file(&format!("media/faces/{name}"), files::picture::shelf(seed)).await?;
        }
        self.own_uploads().await?;
        for name in std::mem::take(&mut self.uploads) {
            let Some(address) = Address::of(&name) else { continue };
            let mut conn = self.app.db.read().await?;
            let behind = uploads::for_reader(&mut conn, Some(self.member.id), address).await?;
            drop(conn);
            if let Some(behind) = behind {
                self.media_file(&behind.file, &format!("media/{name}")).await?;
            }
        }
        for name in std::mem::take(&mut self.pictures) {
            self.media_file(&name, &format!("media/{name}")).await?;
        }
        self.step(1).await
    }

    /// Notes all pictures and files that the member put up, in a text or not.
    async fn own_uploads(&mut self) -> anyhow::Result<()> {
        let mut after = None;
        loop {
            let some = uploads::page(&mut self.app.db.read().await?, self.member.id, after).await?;
            let Some(last) = some.last() else { return Ok(()) };
            after = Some(last.id);
            self.uploads.extend(some.iter().filter_map(|it| Some(named(&it.address().to_string())?.to_owned())));
        }
    }

    /// Takes a file in, unless it is gone or there is too much already; answers whether it is in.
    async fn media_file(&mut self, file: &str, name: &str) -> anyhow::Result<bool> {
        if self.media >= rules::MOST_BYTES {
            self.left_out += 1;
            return Ok(false);
        }
        let Some(mut stream) = self.app.files.whole(file).await? else { return Ok(false) };
        self.packer.open_stored(name).await?;
        while let Some(bytes) = stream.next().await {
            let bytes = bytes?;
            self.media += bytes.len() as u64;
            self.packer.add(bytes.to_vec()).await?;
        }
        Ok(true)
    }

    async fn read_me(&mut self) -> anyhow::Result<()> {
        let t = &self.words;
        let mut text =
            t.with2("archive-readme", ("community", self.community.name.as_str()), ("date", t.date(self.app.now())));
        if self.left_out > 0 {
            text = format!("{text}\n\n{}", t.count("archive-left-out", self.left_out));
        }
        self.packer.file("README.txt", format!("{text}\n")).await
    }

    /// A whole address; nothing of nothing.
    fn whole(&self, path: &str) -> Option<String> {
        (!path.is_empty()).then(|| format!("{}{path}", self.app.settings.base_url))
    }
}

/// What follows `/files/` in the address of a picture or a file of the site.
fn named(address: &str) -> Option<&str> {
    address.strip_prefix("/files/").filter(|name| files::is_name(name) || Address::of(name).is_some())
}

/// What a post is called: by its title, or by how it begins.
fn heading(title: &str, excerpt: &str) -> String {
    if title.is_empty() { excerpt.chars().take(60).collect() } else { title.to_owned() }
}

/// For whom a post is, in a word or by the name of a group.
fn audience(post: &Post) -> String {
    match Audience::of_circle(post.audience) {
        Audience::Circle(_) => post.audience_name.clone(),
        known => known.word().into_owned(),
    }
}

/// A list in JSON, written as it comes.
#[derive(Default)]
struct JsonList {
    text: String,
    has_any: bool,
}

impl JsonList {
    fn add(&mut self, item: &Value) {
        self.text.push_str(if self.has_any { ",\n" } else { "[\n" });
        self.has_any = true;
        // Writing into a text does not fail.
        let _ = write!(self.text, "{item:#}");
    }

    /// What there is of it so far.
    fn some(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text).into_bytes()
    }

    fn done(mut self) -> Vec<u8> {
        self.text.push_str(if self.has_any { "\n]\n" } else { "[]\n" });
        self.some()
    }
}
