//! What can only be done when all of a file has come: the addresses of lists, and texts that refer to what came after
//! them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use wxr::TermKind;

use super::{Import, addresses, rules};
use crate::{
    events::Event,
    talk::{
        comments,
        old_sites::{self, Address, Missing, OldSite, Own},
        posts,
    },
};

/// So many texts are rendered again in one change.
const AT_ONCE: i64 = 200;

/// A category or tag of the old site.
struct List {
    number: Option<u64>,
    kind: &'static str,
    slug: String,
    parent: String,
}

impl Import<'_> {
    /// Notes where the lists of the old site were: of categories and tags, and of what people wrote.
    pub(super) async fn remember_lists(&mut self) -> anyhow::Result<()> {
        let terms = posts::terms_of_blog(&mut self.app.db.read().await?, self.blog).await?;
        let here: BTreeSet<(&str, &str)> = terms.iter().map(|term| (term.kind.as_str(), term.slug.as_str())).collect();
        let blog = format!("/{}/", self.report.blog);
        let lists = self.lists();
        let mut goals: Vec<(String, String)> = vec![];
        for list in &lists {
            let page = |list: &List| {
                here.contains(&(list.kind, list.slug.as_str())).then(|| format!("{blog}{}/{}/", list.kind, list.slug))
            };
            // One without a post of its own leads to that of its first child which has some.
            let goal = page(list)
                .or_else(|| lists.iter().filter(|other| other.parent == list.slug).find_map(page))
                .unwrap_or_else(|| blog.clone());
            let mut path = list.slug.clone();
            let (mut above, mut depth) = (list.parent.as_str(), 0);
            while let Some(parent) = lists.iter().find(|other| other.kind == list.kind && other.slug == above)
                && depth < 10
            {
                path = format!("{}/{path}", parent.slug);
                (above, depth) = (&parent.parent, depth + 1);
            }
            let (folder, key) = if list.kind == "tag" { ("tag", "tag") } else { ("category", "category_name") };
            goals.push((format!("/{folder}/{path}"), goal.clone()));
            goals.push((format!("/{folder}/{}", list.slug), goal.clone()));
            goals.push((format!("/?{key}={}", list.slug), goal.clone()));
            goals.extend(
                list.number.filter(|_| list.kind == "category").map(|number| (format!("/?cat={number}"), goal)),
            );
        }
        goals.push(("/category/uncategorized".into(), blog));
        for (login, handle) in &self.people.handles {
            let url = crate::people::members::url(handle);
            for slug in addresses::author_slugs(login) {
                goals.push((format!("/author/{slug}"), url.clone()));
                goals.push((format!("/?author_name={slug}"), url.clone()));
            }
        }
        for (number, handle) in &self.people.numbers {
            goals.push((format!("/?author={number}"), crate::people::members::url(handle)));
        }
        let (host, base) = (&self.home.host, &self.home.path);
        let mut seen = BTreeSet::new();
        for (path, goal) in goals {
            let path = format!("{base}{path}");
            if seen.insert(path.clone()) && path.trim_end_matches('/') != goal.trim_end_matches('/') {
                self.batch.address(Address { path, host: host.clone(), item: None, goal: Some(goal) });
            }
        }
        self.write().await
    }

    /// The categories and tags that the file describes.
    fn lists(&self) -> Vec<List> {
        let terms = self.survey.terms.iter().filter_map(|term| {
            let kind = match term.kind {
                TermKind::Category => "category",
                TermKind::Tag => "tag",
                TermKind::Other(_) => return None,
            };
            let slug = rules::term_slug(&term.slug, &rules::plain_line(&term.name))?;
            let parent = rules::term_slug(&term.parent, "").unwrap_or_default();
            Some(List { number: term.id, kind, slug, parent })
        });
        let mut lists: Vec<List> = terms.collect();
        // Those that only posts name: older exports, and parts of an export, describe none.
        for (kind, slug) in &self.terms_seen {
            if !lists.iter().any(|list| list.kind == *kind && list.slug == *slug) {
                lists.push(List { number: None, kind, slug: slug.clone(), parent: String::new() });
            }
        }
        lists
    }

    /// Renders texts again that refer to what had not come when they did, and tells what is missing still.
    pub(super) async fn renew(&mut self) -> anyhow::Result<()> {
        // Texts of other sites can have waited for this one.
        for site in self.sites.clone() {
            self.renew_posts(&site).await?;
            self.renew_comments(&site).await?;
        }
        Ok(())
    }

    async fn renew_posts(&mut self, site: &OldSite) -> anyhow::Result<()> {
        let mut after = 0;
        loop {
            let mut conn = self.app.db.read().await?;
            let ids = old_sites::open_references(&mut conn, site.id, "post", after, AT_ONCE).await?;
            let Some(last) = ids.last() else { return Ok(()) };
            after = *last;
            let mut done: BTreeSet<i64> = ids.iter().copied().collect();
            let mut new = vec![];
            for post in posts::texts(&mut conn, &ids).await? {
                let Some(own) = Own::of_post(&mut conn, post.id).await? else { continue };
                if post.format() != markup::Format::WordPress {
                    continue;
                }
                let emoji = self.community.emoji;
                let (text, missing) =
                    posts::render_from(&mut conn, &self.sites, &own, &post.source, &post.lang, emoji, &HashMap::new())
                        .await?;
                if !missing.is_empty() {
                    done.remove(&post.id.0);
                    if site.id == self.site {
                        self.tell(&missing, &post.title);
                    }
                }
                if text.html != post.html {
                    let shown = |html: &str| html.matches("src=\"/files/").count();
                    if shown(&text.html) > shown(&post.html) && self.resumed.contains(&post.id) {
                        self.report.posts_with_new_pictures += 1;
                    }
                    new.push((post, text));
                }
            }
            drop(conn);
            let (site, done): (_, Vec<i64>) = (site.id, done.into_iter().collect());
            self.app
                .db
                .always(async |tx| {
                    for (post, text) in &new {
                        posts::rerender(tx, post, text).await?;
                    }
                    old_sites::note_references(tx, site, "post", &[], &done).await?;
                    tx.emit_instead(Event::PastArrived);
                    Ok(())
                })
                .await?;
        }
    }

    async fn renew_comments(&mut self, site: &OldSite) -> anyhow::Result<()> {
        let mut after = 0;
        loop {
            let mut conn = self.app.db.read().await?;
            let ids = old_sites::open_references(&mut conn, site.id, "comment", after, AT_ONCE).await?;
            let Some(last) = ids.last() else { return Ok(()) };
            after = *last;
            let mut done: BTreeSet<i64> = ids.iter().copied().collect();
            let mut new = vec![];
            for entry in comments::texts(&mut conn, &ids).await? {
                if entry.format() != markup::Format::WordPress {
                    continue;
                }
                let (source, emoji) = (entry.source.clone(), self.community.emoji);
                let (text, missing) =
                    comments::Text::render_from(&mut conn, &self.sites, site, source, &entry.lang, emoji).await?;
                if !missing.is_empty() {
                    done.remove(&entry.id().0);
                    if site.id == self.site {
                        self.tell(&missing, &format!("comment {}", entry.id()));
                    }
                }
                if text.html != entry.html {
                    new.push((entry, text));
                }
            }
            drop(conn);
            let (site, done): (_, Vec<i64>) = (site.id, done.into_iter().collect());
            self.app
                .db
                .always(async |tx| {
                    for (entry, text) in &new {
                        comments::rerender(tx, entry, &text.html).await?;
                    }
                    old_sites::note_references(tx, site, "comment", &[], &done).await?;
                    tx.emit_instead(Event::PastArrived);
                    Ok(())
                })
                .await?;
        }
    }

    /// Tells what a text refers to and is not here.
    fn tell(&mut self, missing: &[Missing], title: &str) {
        let mut files = BTreeMap::<&str, Vec<String>>::new();
        for missing in missing {
            match missing {
                Missing::File(number) => files.entry("gallery").or_default().push(number.to_string()),
                Missing::Files => self.report.leave_out(
                    "gallery",
                    "shows the pictures of its post, and none came; if the export has more parts, bring them in",
                    &format!("in “{title}”"),
                ),
                Missing::Block(number) => self.report.leave_out(
                    "shared block",
                    "a text refers to it, and it is not in the file; if the export has more parts, bring them in",
                    &format!("{number} in “{title}”"),
                ),
                Missing::Featured(number) => self.report.leave_out(
                    "picture of a post",
                    "it is not in the file; if the export has more parts, bring them in",
                    &format!("{number} of “{title}”"),
                ),
                Missing::FeaturedElsewhere(address) => self.report.change(
                    "picture of a post",
                    "did not come: it is shown from where it was, as far as browsers show it from there",
                    &format!("{address} of “{title}”"),
                ),
                Missing::Address(address) => {
                    let path = address.split(['?', '#']).next().unwrap_or_default();
                    if !rules::is_picture(path) {
                        self.report.change(
                            "link",
                            "leads to something of the old site that did not come; it still leads there",
                            &format!("{address} in “{title}”"),
                        );
                    }
                }
            }
        }
        for numbers in files.into_values() {
            self.report.leave_out(
                "gallery",
                "pictures of it are not in the file; if the export has more parts, bring them in",
                &format!("{} in “{title}”", numbers.join(", ")),
            );
        }
    }
}
