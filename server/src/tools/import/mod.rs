//! Bringing a WordPress site here: `lyceum import wxr FILE`.
//!
//! A file is read twice. The first reading changes nothing and finds everything that is wrong with it; the second
//! writes, some hundred records in a change. What was written carries its origin, so a second run skips it. At the end,
//! texts that refer to what came after them are rendered again.

mod addresses;
mod blog;
mod comments;
mod course;
mod files;
mod people;
mod pictures;
mod posts;
mod progress;
mod renew;
mod report;
mod rules;
mod survey;
mod threads;
mod write;

#[cfg(test)]
mod moving_tests;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    path::PathBuf,
    sync::Arc,
};

use anyhow::{Context, bail};
use wxr::Record;

pub use self::report::Report;
use self::{
    addresses::Home,
    blog::Chosen,
    people::People,
    pictures::Pictures,
    progress::Progress,
    rules::{Known, Origin},
    survey::Survey,
    threads::Threads,
    write::Batch,
};
use crate::{
    ids::{BlogId, ConversationId, PostId, RowId, Timestamp},
    kit::{app::App, web::fetch},
    people::community::{self, Community},
    talk::{
        blogs,
        old_sites::{self, OldSite},
        posts::PostLang,
    },
};

/// What to bring in, and how.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// The export: an .xml file made in WordPress under Tools, Export
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The old site's wp-content/uploads folder, to take pictures from
    #[arg(long, value_name = "DIR")]
    pub uploads: Option<PathBuf>,
    /// Download pictures from the old site
    #[arg(long)]
    pub fetch: bool,
    /// The address of the blog to import into [default: the old blog's name in its network, or `blog`]
    #[arg(long, value_name = "ADDRESS")]
    pub blog: Option<String>,
    /// Make a course of the site at /courses/ADDRESS/: its people take part, its posts are written for it
    #[arg(long, value_name = "ADDRESS")]
    pub course: Option<String>,
    /// A category that is a module of the course, by its name or the last part of its address; once for each, in their order
    #[arg(long = "module", value_name = "CATEGORY")]
    pub modules: Vec<String>,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// Do not show progress
    #[arg(long)]
    pub quiet: bool,
}

/// Brings in what a file holds. An error leaves the database as it was, unless the file changes while it is read.
pub async fn run(app: &App, options: Options) -> anyhow::Result<Report> {
    let began = std::time::Instant::now();
    let web = if options.fetch { Some(fetch::Client::new()?) } else { None };
    let pictures = Pictures::from(options.uploads.as_deref(), web)?;
    let Some(claim) = app.settings.database.claim_import().await? else {
        bail!(
            "Another import into this community is running. Run this one again when it has ended. Nothing was brought in."
        )
    };
    let brought = bring(app, &options, pictures).await;
    claim.release().await;
    let mut report = brought?;
    report.seconds = began.elapsed().as_secs_f64();
    Ok(report)
}

async fn bring(app: &App, options: &Options, pictures: Pictures) -> anyhow::Result<Report> {
    let course = course::Wish::of(app, options).await?;
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
    let mut import = Import::prepare(app, options, survey, pictures, progress).await?;
    import.read().await.context(
        "The import stopped on the way. What came is kept; mend what is said here and run it again, and it goes on where \
         it stopped",
    )?;
    if let Some(wish) = &course {
        import.make_course(wish).await.context("What came is kept; the course was not made. Run the import again")?;
    }
    let mut report = import.report;
    report.pictures = import.pictures.taken;
    Ok(report)
}

/// An import under way.
struct Import<'a> {
    app: &'a App,
    survey: Survey,
    origin: Origin,
    blog: BlogId,
    /// The number under which the old site is remembered, and all that are.
    site: RowId,
    sites: Vec<OldSite>,
    /// Whether nothing of it came before.
    is_new: bool,
    home: Home,
    people: People,
    pictures: Pictures,
    lang: PostLang,
    community: Arc<Community>,
    progress: Progress,
    report: Report,
    /// What is ready to be written with the next change.
    batch: Batch,
    /// What the posts of this run are known by, so that one that stands twice in the file comes once.
    seen: HashMap<u64, Known>,
    seen_origins: HashSet<String>,
    /// Posts of it that came before.
    resumed: HashSet<PostId>,
    /// Categories and tags that its posts have.
    terms_seen: BTreeSet<(&'static str, String)>,
    /// The addresses of all blogs here.
    blogs: Vec<String>,
    inside: Inside,
}

/// What the comments that come by belong to.
enum Inside {
    /// A post or page.
    Post(Box<Open>),
    /// Something that is left out.
    LeftOut,
}

/// A post or page whose comments come by.
struct Open {
    conversation: ConversationId,
    threads: Threads,
    date: Timestamp,
    /// The path of the post on the old site.
    name: String,
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
        let title = match rules::plain_line(&survey.site.title) {
            title if title.is_empty() => "Blog".to_owned(),
            title => rules::short(&title),
        };
        let mut report = Report { site: title.clone(), ..Report::default() };
        let wish = options.blog.as_deref();
        let home = Home::of(&survey.site);
        let made = app
            .db
            .change(async |tx| {
                let origin = match blog::origin(tx, &survey, wish).await? {
                    Ok(origin) => origin,
                    Err(no) => return Ok(Err(no)),
                };
                let people = People::bring(tx, &survey, &origin, &mut report).await?;
                let owner = people.single_author(&survey);
                let chosen = blog::open(tx, &survey, &home, &origin, wish, &title, owner).await?;
                Ok(chosen.map(|chosen| (origin, people, chosen)))
            })
            .await?;
        let (origin, people, Chosen { blog, address, site, is_new }) = match made {
            Ok(made) => made,
            Err(no) => bail!("{no} Nothing was brought in."),
        };
        report.blog = address;
        let community = community::of(app).await?;
        let lang = survey.site.language.parse().unwrap_or_else(|_| PostLang::from(community.language));
        let mut conn = app.db.read().await?;
        let sites = old_sites::sites(&mut conn).await?;
        let blogs = blogs::addresses(&mut conn).await?;
        drop(conn);
        Ok(Self {
            app,
            origin,
            blog,
            site,
            sites,
            is_new,
            home,
            people,
            pictures,
            lang,
            community,
            progress,
            report,
            batch: Batch::default(),
            seen: HashMap::new(),
            seen_origins: HashSet::new(),
            resumed: HashSet::new(),
            terms_seen: BTreeSet::new(),
            blogs,
            inside: Inside::LeftOut,
            survey,
        })
    }

    /// Reads the file again, and writes.
    async fn read(&mut self) -> anyhow::Result<()> {
        let (mut export, length) = survey::open(&self.survey.file)?;
        let mut items = 0;
        while let Some(record) = export.next()? {
            match record {
                Record::Item(mut item) => {
                    items += 1;
                    if let Some(late) = self.survey.late.remove(&items) {
                        item.complete(*late);
                    }
                    self.take_item(*item).await?;
                }
                Record::Comment(comment) => self.take_comment(*comment).await?,
                Record::ItemEnd => self.end_item().await?,
                Record::Site(_) | Record::Author(_) | Record::Term(_) | Record::Late(_) => {}
            }
            if self.batch.is_full() {
                self.write().await?;
                self.progress.brought(export.position().min(length - 1), length, &self.report);
            }
        }
        self.write().await?;
        self.remember_lists().await?;
        self.renew().await?;
        self.progress.brought(length, length, &self.report);
        self.report.characters_dropped = export.dropped_characters();
        Ok(())
    }

    /// The site, as texts of it know it.
    fn own_site(&self) -> anyhow::Result<OldSite> {
        let own = self.sites.iter().find(|site| site.id == self.site);
        own.cloned().context("the site is remembered nowhere")
    }
}
