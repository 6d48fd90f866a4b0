//! Posts and pages of a file, and what they carry.

use std::collections::HashMap;

use markup::Format;
use wxr::Item;

use super::{
    Import, Inside, Open, addresses, blog,
    rules::{self, Known, Visibility},
    threads::Threads,
    write::{NewPost, Published},
};
use crate::{
    ids::{ConversationId, PostId, RowId, Timestamp},
    talk::{
        comments,
        old_sites::{self, Kind, Own},
        posts::{self, Audience, Comments, Draft, Rendered},
    },
};

/// What of an item came before.
enum Before {
    /// Nothing.
    Nothing,
    /// It did.
    Post(PostId),
    /// Another one with its number: it is known by another origin.
    Other(String),
}

impl Import<'_> {
    pub(super) async fn take_item(&mut self, mut item: Item) -> anyhow::Result<()> {
        self.inside = Inside::LeftOut;
        let is_cut = rules::cut_names(&mut item);
        let name = rules::plain_line(if item.title.is_empty() { &item.name } else { &item.title });
        match item.post_type.as_str() {
            "attachment" => return self.take_attachment(&item).await,
            "wp_block" if item.status != "trash" => {
                return self.take_block(&item, &name).await;
            }
            _ => {}
        }
        let (visibility, notes) = match rules::visibility(&item) {
            Ok(visibility) => visibility,
            Err(why) => {
                self.report.leave_out(rules::what(&item), why, &name);
                return Ok(());
            }
        };
        let known = Known::of(&item);
        let mut origin = self.origin.item(&item);
        let twin = item.id.and_then(|number| self.seen.get(&number));
        let is_other = twin.is_some_and(|twin| !rules::is_same(twin, &known));
        if is_other {
            origin = self.origin.other_item(&item);
        }
        let mut before = if self.is_new { Before::Nothing } else { self.came_before(&item, &origin, &known).await? };
        if let Before::Other(other) = before {
            let came = posts::imported(&mut self.app.db.read().await?, &other).await?;
            before = came.map_or(Before::Nothing, Before::Post);
            origin = other;
        }
        if !self.seen_origins.insert(origin.clone()) {
            self.report.leave_out(rules::what(&item), "stands twice in the file", &name);
            return Ok(());
        }
        if let Some(number) = item.id.filter(|_| !is_other) {
            self.seen.entry(number).or_insert(known);
        }
        // Where another item has its number, it is known without.
        let number = item.id.filter(|_| !origin.contains('~')).and_then(|number| i64::try_from(number).ok());
        self.note_authors(&item, &name);
        self.note_terms(&item);
        if let Before::Post(post) = before {
            return self.resume(post, item, visibility, number, origin, &name).await;
        }
        for note in notes {
            self.report.change(&item.post_type, note, &name);
        }
        if is_cut {
            self.report.change(&item.post_type, "has a title or a tag that is too long; its end was cut off", &name);
        }
        let id = PostId(self.app.db.ids.next());
        let date = self.date(&item, &name);
        let mut post = self.new_post(id, &item, visibility, date, number, origin);
        post.files = self.bring_shown(&item.content, &name).await?;
        self.render(&mut post, &item).await?;
        let (_, without) = rules::terms(&item);
        let wanted = markup::wanted(&item.content);
        for shortcode in wanted.shortcodes {
            let why = "stays in the text as it was typed: only a plugin of the old site knows it";
            self.report.change("shortcode", why, &format!("[{shortcode}] in “{name}”"));
        }
        for block in wanted.filled_in {
            let why = "holds no text: the old site filled it in each time, and here it shows nothing";
            self.report.leave_out("block", why, &format!("{block} in “{name}”"));
        }
        for term in without {
            self.report.leave_out("category or tag", "has no letter or digit to make an address of", &term);
        }
        self.count_post(visibility, item.post_type == "page");
        self.inside = Inside::Post(Box::new(Open { conversation: id.into(), threads: Threads::default(), date, name }));
        self.batch.post(post);
        Ok(())
    }

    async fn came_before(&self, item: &Item, origin: &str, known: &Known) -> anyhow::Result<Before> {
        let mut conn = self.app.db.read().await?;
        if let Some(number) = item.id.and_then(|number| i64::try_from(number).ok())
            && !origin.contains('~')
        {
            let stored = old_sites::numbered(&mut conn, self.site, &[number]).await?;
            if let Some(stored) = stored.first().filter(|stored| stored.post.is_some())
                && !rules::is_same(&blog::known(stored), known)
            {
                return Ok(Before::Other(self.origin.other_item(item)));
            }
        }
        Ok(posts::imported(&mut conn, origin).await?.map_or(Before::Nothing, Before::Post))
    }

    /// A post that is here already: its comments may not all be, and it may have been published since.
    async fn resume(
        &mut self,
        post: PostId,
        item: Item,
        visibility: Visibility,
        number: Option<i64>,
        origin: String,
        name: &str,
    ) -> anyhow::Result<()> {
        self.report.posts_known += 1;
        self.resumed.insert(post);
        let mut conn = self.app.db.read().await?;
        let came = comments::imported(&mut conn, post.into()).await?;
        let here = posts::state(&mut conn, post).await?;
        drop(conn);
        let date = rules::date(&item).unwrap_or_else(|| self.app.now());
        let is_draft = here.as_ref().is_some_and(|here| here.published_at.is_none());
        let mut again = self.new_post(post, &item, visibility, date, number, origin);
        again.known = true;
        again.files = self.bring_shown(&item.content, name).await?;
        // What it shows and links to may have come since; whether it did is looked at in the end.
        again.refers = self.may_refer(&item);
        if visibility != Visibility::Draft && is_draft {
            if here.is_some_and(|here| here.edited_at.is_none()) {
                self.render(&mut again, &item).await?;
                again.published_since = true;
                self.report.published_since += 1;
                let why = "was a draft here and was published on the old site since; so it is here";
                self.report.change(&item.post_type, why, name);
            } else {
                let why = "was published on the old site since; here it is still a draft, which was changed, and its \
                           comments can be read once it is published";
                self.report.change(&item.post_type, why, name);
            }
        }
        self.batch.post(again);
        let conversation = ConversationId::from(post);
        let threads = Threads::resumed(came);
        self.inside = Inside::Post(Box::new(Open { conversation, threads, date, name: name.to_owned() }));
        Ok(())
    }

    /// The moment of an item: where it has none, that of its last change, else this one.
    fn date(&mut self, item: &Item, name: &str) -> Timestamp {
        if let Some(date) = rules::date(item) {
            return date;
        }
        let draft = matches!(rules::visibility(item), Ok((Visibility::Draft, _)));
        let (date, why) = match item.modified_gmt {
            Some(date) => (Timestamp(date.0), "has no date in the file; it has that of its last change"),
            None => (self.app.now(), "has no date in the file; it has that of this import"),
        };
        if !draft {
            self.report.change(&item.post_type, why, name);
        }
        date
    }

    /// Renders the text of a post, and notes whether it refers to something that has not come yet.
    async fn render(&self, post: &mut NewPost, item: &Item) -> anyhow::Result<()> {
        let own = Own::of_item(self.own_site()?, post.item.number, post.item.featured, &post.item.content);
        let mut conn = self.app.db.read().await?;
        let (lang, emoji) = (self.lang.as_str(), self.community.emoji);
        let (text, missing) =
            posts::render_from(&mut conn, &self.sites, &own, &item.content, lang, emoji, &post.files).await?;
        post.text = text;
        post.refers = !missing.is_empty();
        Ok(())
    }

    /// Whether a text may refer to anything else of its site.
    fn may_refer(&self, item: &Item) -> bool {
        let text = &item.content;
        let speaks = |host: &String| !host.is_empty() && text.contains(host.as_str());
        speaks(&self.home.host)
            || self.survey.hosts.iter().any(speaks)
            || ["=\"/", "='/"].iter().any(|path| text.contains(path))
            || !markup::wanted(text).is_empty()
            || ["_thumbnail_id", "footnotes"].iter().any(|key| rules::meta(item, key).is_some())
    }

    fn new_post(
        &self,
        id: PostId,
        item: &Item,
        visibility: Visibility,
        date: Timestamp,
        number: Option<i64>,
        origin: String,
    ) -> NewPost {
        let featured = rules::meta(item, "_thumbnail_id").and_then(|number| number.trim().parse().ok());
        let notes = rules::meta(item, "footnotes").unwrap_or_default();
        let is_page = item.post_type == "page";
        let day = if is_page { String::new() } else { rules::day(item, date) };
        let (terms, _) = rules::terms(item);
        let places = if visibility == Visibility::Draft { vec![] } else { addresses::of_item(item, &self.home) };
        let known = Known::of(item);
        let mut old = old_sites::Item::new(RowId(id.0), Kind::Post);
        old.number = number;
        old.post = Some(id);
        (old.guid, old.link, old.title) = (known.guid, known.link, known.title);
        old.dated_at = known.date.map(Timestamp);
        old.parent = item.parent.and_then(|parent| i64::try_from(parent).ok());
        old.position = item.menu_order;
        notes.clone_into(&mut old.content);
        old.featured = featured;
        NewPost {
            id,
            author: self.people.author(&item.creator).ok(),
            kind: if is_page { "page" } else { "post" },
            draft: Draft {
                title: markup::title(&item.title, self.lang.as_str()),
                source: item.content.clone(),
                format: Format::WordPress,
                slug: rules::slug(item),
                lang: self.lang.clone(),
                audience: if visibility == Visibility::Private { Audience::Me } else { Audience::Public },
                comments: if item.comment_status == "closed" { Comments::Closed } else { Comments::Open },
                tags: vec![],
            },
            text: Rendered { html: String::new(), excerpt: String::new() },
            origin,
            excerpt: rules::plain_line(&item.excerpt),
            terms,
            created_at: date,
            published: (visibility != Visibility::Draft).then_some(Published { at: date, day }),
            item: old,
            places,
            files: HashMap::new(),
            refers: false,
            known: false,
            published_since: false,
        }
    }

    /// A part that several texts share stands in each of them.
    async fn take_block(&mut self, item: &Item, name: &str) -> anyhow::Result<()> {
        let Some(number) = item.id.and_then(|number| i64::try_from(number).ok()) else {
            self.report.leave_out("wp_block", "has no number by which texts could refer to it", name);
            return Ok(());
        };
        self.report.blocks += 1;
        let mut block = old_sites::Item::new(RowId(self.app.db.ids.next()), Kind::Block);
        block.number = Some(number);
        block.title = name.to_owned();
        block.content.clone_from(&item.content);
        if !self.is_new {
            self.keep_number(&mut block).await?;
        }
        self.batch.item(block);
        Ok(())
    }

    fn note_terms(&mut self, item: &Item) {
        for term in rules::terms(item).0 {
            let kind = if term.kind == "tag" { "tag" } else { "category" };
            self.terms_seen.insert((kind, term.slug));
        }
    }

    fn note_authors(&mut self, item: &Item, name: &str) {
        let people = rules::co_authors(item, &self.people.names);
        let alone = [self.people.names.get(&item.creator.trim().to_lowercase()).cloned().unwrap_or_default()];
        if people.is_empty() || people == alone {
            return;
        }
        let why = if people.len() > 1 {
            "was written by several people, of whom only the one who stored it is named here"
        } else {
            "was written by somebody else than the one who stored it, who alone is named here"
        };
        self.report.change(&item.post_type, why, &format!("“{name}”: {}", people.join(", ")));
    }

    fn count_post(&mut self, visibility: Visibility, is_page: bool) {
        match (visibility, is_page) {
            (Visibility::Draft, _) => self.report.drafts += 1,
            (_, true) => self.report.pages += 1,
            (_, false) => self.report.posts += 1,
        }
        self.report.private += u64::from(visibility == Visibility::Private);
    }

    /// Takes over the pictures of the old site that a text shows or links to: their new addresses by host and path.
    async fn bring_shown(&mut self, text: &str, name: &str) -> anyhow::Result<HashMap<String, String>> {
        let mut files = HashMap::new();
        for place in rules::addresses(text) {
            let written = text[place.clone()].replace("&amp;", "&").replace("&#038;", "&");
            let Some(upload) = rules::upload(&written, &self.survey.site, &self.survey.hosts) else { continue };
            match self.bring(&upload, name).await? {
                Some(address) => {
                    files.extend(upload.place().map(|place| (place, address)));
                }
                None if upload.is_picture()
                    && rules::is_shown(text, &place)
                    && upload.address.starts_with("http:")
                    && !written.starts_with("//") =>
                {
                    let why = "stays on the old site at an http: address, from where browsers do not show it here";
                    self.report.change("picture", why, &format!("{} in “{name}”", upload.path));
                }
                None => {}
            }
        }
        Ok(files)
    }
}
