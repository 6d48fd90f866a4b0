//! A site that was a course becomes one: its posts belong to it, its people take part, and its categories are modules
//! where somebody says so.

use std::collections::HashMap;

use anyhow::{Context, bail};

use super::{Import, Options, report::Report, rules};
use crate::{
    audiences::circles::{self, Joining, Part},
    course::{
        courses::{self, Course, Draft},
        modules::{self, Kind, Module},
    },
    events::Event,
    ids::{MemberId, Timestamp},
    kit::{
        app::App,
        db::Tx,
        local_time::{Day, LocalTime},
    },
    people::members::{self, Member},
    talk::{
        conversations,
        posts::{self, Audience, OnBlog, Term},
    },
};

/// Who leads the course, and where it is to be; asked before anything is brought in.
pub struct Wish {
    leader: Member,
    address: String,
    categories: Vec<String>,
}

impl Wish {
    /// What was asked for on the command line, if a course was.
    pub async fn of(app: &App, options: &Options) -> anyhow::Result<Option<Self>> {
        let Some(address) = &options.course else {
            if !options.modules.is_empty() {
                bail!("--module needs --course ADDRESS. Nothing was brought in.");
            }
            return Ok(None);
        };
        let address = courses::rules::address(address, "").ok().filter(|made| made == address.trim_matches('/'));
        let Some(address) = address else {
            bail!("The address of a course is made of letters a to z, digits and -. Nothing was brought in.");
        };
        let organisers = members::organisers(&mut app.db.read().await?).await?;
        let leader = organisers.into_iter().next();
        let leader = leader.context(
            "Nobody organises this community yet, so nobody could lead the course: add somebody with `lyceum member add \
             --role organiser`. Nothing was brought in",
        )?;
        Ok(Some(Self { leader, address, categories: options.modules.clone() }))
    }
}

impl Import<'_> {
    /// Makes the course of what was brought in, or adds to it what came since.
    pub(super) async fn make_course(&mut self, wish: &Wish) -> anyhow::Result<()> {
        let zone = self.community.zone();
        let (title, lang, time_zone) =
            (self.report.site.clone(), self.community.language, self.community.time_zone.clone());
        let everybody: Vec<MemberId> = self.people.all();
        let newcomers: Vec<MemberId> = everybody.iter().copied().filter(|member| self.people.is_new(*member)).collect();
        let mut report = std::mem::take(&mut self.report);
        let blog = self.blog;
        let made = self
            .app
            .db
            .always(async |tx| {
                let (now, posts) = (tx.now, posts::on_blog(tx, blog).await?);
                let Some((first, last)) = span(&posts) else { return Ok(None) };
                let found = courses::at(tx, Some(&wish.leader), &wish.address).await?;
                let course = match found {
                    Some((course, _)) => course,
                    None => {
                        let draft = Draft {
                            title: title.clone(),
                            tagline: String::new(),
                            source: String::new(),
                            outcomes: String::new(),
                            lang,
                            time_zone: time_zone.clone(),
                            starts_on: Day::of(first, &zone),
                            ends_on: Day::of(last, &zone),
                            joining: Joining::Invited,
                            places: None,
                            audience: Audience::Public,
                            titles_ahead: true,
                        };
                        begin(tx, &wish.leader, &wish.address, &draft).await?
                    }
                };
                // Where nothing came that was not here, whoever left since the last time stays away.
                let is_known = posts.iter().all(|post| post.course == Some(course.id));
                let people = if is_known { newcomers } else { everybody };
                let modules = make_modules(tx, &course, wish, &posts, &mut report).await?;
                for post in &posts {
                    let module = post.categories().find_map(|slug| modules.get(slug));
                    conversations::assign(tx, post.id.into(), Some(course.id), module.map(|module| module.id)).await?;
                    if let Some(module) = module.filter(|_| rules::is_wrap_up(&post.title, post.tags())) {
                        modules::wrap_up(tx, module, post.id).await?;
                        report.wrap_ups += 1;
                    }
                }
                tx.now = now;
                for member in people {
                    if circles::part(tx, course.id, member).await?.is_none() {
                        let came = courses::give_part(tx, &course, member, Part::Member).await?;
                        came.map_err(|no| anyhow::anyhow!("a new participant cannot be the last instructor: {no:?}"))?;
                        report.participants += 1;
                    }
                }
                tx.emit_instead(Event::PastArrived);
                Ok(Some((course, posts.len(), modules.len())))
            })
            .await?;
        match made {
            Some((course, posts, modules)) => {
                report.course = Some(course.url());
                report.course_posts = u64::try_from(posts)?;
                report.modules = u64::try_from(modules)?;
            }
            None => {
                let why = "the site has no published post, so it has no first and last day";
                report.leave_out("course", why, &title);
            }
        }
        self.report = report;
        Ok(())
    }
}

async fn begin(tx: &mut Tx, leader: &Member, address: &str, draft: &Draft) -> anyhow::Result<Course> {
    let begun = courses::begin(tx, leader, address, draft, None).await?;
    let id = begun.map_err(|_| anyhow::anyhow!("another course took the address {address} just now"))?;
    let course = courses::find(tx, id).await?.context("the course just begun is there")?;
    courses::open(tx, leader, &course).await?;
    courses::find(tx, id).await?.context("the course just opened is there")
}

/// When the first and the last post were published.
fn span(posts: &[OnBlog]) -> Option<(Timestamp, Timestamp)> {
    let at = || posts.iter().map(|post| post.opened_at);
    Some((at().min()?, at().max()?))
}

/// The modules that were asked for, by the slugs of their categories, in the order in which they were named. One that is
/// there from an earlier run stays as it is.
async fn make_modules(
    tx: &mut Tx,
    course: &Course,
    wish: &Wish,
    posts: &[OnBlog],
    report: &mut Report,
) -> anyhow::Result<HashMap<String, Module>> {
    let mut made = HashMap::new();
    let there = modules::all(tx, course.id).await?;
    let now = tx.now;
    for wanted in &wish.categories {
        let of_it = |post: &&OnBlog| post.category(wanted).is_some();
        let Some(Term { slug, name, .. }) = posts.iter().find_map(|post| post.category(wanted)) else {
            report.leave_out("module", "no published post has a category of this name", wanted);
            continue;
        };
        let module = match there.iter().find(|module| module.title == *name) {
            Some(module) => module.clone(),
            None => {
                let first = posts.iter().filter(of_it).map(|post| post.opened_at).min().unwrap_or(now);
                let opens = LocalTime::of(first, &course.zone());
                tx.now = first;
                let draft = modules::Draft::named(Kind::Module, name, Some(opens), None);
                let added = modules::add(tx, course, wish.leader.id, &draft).await?;
                let Ok(id) = added else {
                    report.leave_out("module", "a course has no more modules than it has already", name);
                    continue;
                };
                modules::open_in_the_past(tx, course, id).await?;
                modules::in_course(tx, course.id, id).await?.context("the module just added is there")?
            }
        };
        made.insert(slug.clone(), module);
    }
    tx.now = now;
    Ok(made)
}
