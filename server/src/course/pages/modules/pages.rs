//! HTTP for modules.

use std::{collections::HashSet, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::{
        assignments::{self, Listed},
        courses::{Course, Standing},
        media::{self, Caption, Medium, Paragraph, clock},
        modules::{self, Item, Module, Part, Planned},
        pages::courses::pages::{call_authors, day, found},
    },
    ids::{CommentId, RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        files::kind::Shape,
        i18n::language_name,
        web::{
            Path, Query,
            forms::{Errors, Typed},
            see_other,
        },
    },
    links::{
        notices,
        watches::{Following, Subject},
    },
    people::shelves,
    site::{self, Page, Visitor},
    talk::{
        comments,
        conversations::{self, Thread},
        pages::thread::{Conversation, ConversationQuery, Form, Look, Showing, answering},
        posts::{self, Of, Post},
    },
};

/// So many posts for it stand on a module's page.
const POSTS: i64 = 12;

#[derive(Template)]
#[template(path = "course/pages/modules/module.html")]
struct Shown {
    p: Page,
    course: Course,
    standing: Standing,
    module: Module,
    items: Vec<Item>,
    /// What there is to read and stands on the reader's shelf, by what it is.
    on_shelf: HashSet<String>,
    /// The files of items.
    media: Vec<Medium>,
    /// What is said in them, by language.
    tracks: Vec<Track>,
    /// What is to be handed in for it.
    asked: Vec<Listed>,
    posts: Vec<Post>,
    /// What sums it up, if the reader may read it.
    wrap_up: Option<Post>,
    /// Whether the reader has written a post for it.
    has_written: bool,
    before: Option<Planned>,
    after: Option<Planned>,
    /// In a catch-up week: open modules that are not whole yet.
    left: Vec<Planned>,
    /// Whether those who lead the course look at it as a participant would.
    as_participant: bool,
    now: Timestamp,
    /// What was said, for those who may read it: who runs the community may lead a course without being in it.
    talk: Option<(Thread, Conversation)>,
    f: Following,
}

/// The items of one kind, under their heading.
struct Group<'a> {
    key: &'static str,
    items: Vec<&'a Item>,
}

/// What is said in a recording, in a language.
struct Track {
    caption: Caption,
    paragraphs: Vec<Paragraph>,
}

impl Track {
    fn language(&self) -> &str {
        language_name(&self.caption.lang)
    }
}

impl Shown {
    /// The file of an item, if it is to be read.
    fn document(&self, item: &Item) -> Option<&Medium> {
        self.media.iter().find(|medium| medium.item == item.id && !medium.kind().plays())
    }

    /// The file of an item, if it is to be watched or heard.
    fn recording(&self, item: &Item) -> Option<&Medium> {
        self.media.iter().find(|medium| medium.item == item.id && medium.kind().plays())
    }

    /// When something is said, on the clock of the recording.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn at(&self, paragraph: &Paragraph) -> String {
        clock(paragraph.from)
    }

    /// What is said in the recording of an item, in the reader's language first.
    fn tracks(&self, item: &Item) -> Vec<&Track> {
        let mut tracks: Vec<&Track> = self.tracks.iter().filter(|track| track.caption.item == item.id).collect();
        tracks.sort_by_key(|track| !self.reads(track));
        tracks
    }

    /// Whether this is the reader's language: what is said is then shown without being asked for.
    fn reads(&self, track: &Track) -> bool {
        track.caption.lang.split('-').next() == Some(self.p.t.lang.tag())
    }

    fn size(&self, medium: &Medium) -> String {
        let (number, key) = medium.size();
        self.p.t.with(key, "number", self.p.t.number(number))
    }

    fn groups(&self) -> Vec<Group<'_>> {
        let group = |part: Part| Group {
            key: part.key(),
            items: self.items.iter().filter(|item| item.part() == part).collect(),
        };
        Part::ALL.into_iter().map(group).filter(|group| !group.items.is_empty()).collect()
    }

    /// Whether something is for a shelf: members have one, and it is something to read.
    fn may_shelve(&self, item: &Item) -> bool {
        self.p.viewer.is_some() && item.part() == Part::Read
    }

    fn is_on_shelf(&self, item: &Item) -> bool {
        self.on_shelf.contains(&work(item))
    }

    /// How many items asked of everybody the reader has done, of how many.
    fn progress(&self) -> Option<String> {
        let core: Vec<&Item> = self.items.iter().filter(|item| item.core).collect();
        let done = core.iter().filter(|item| item.is_done).count();
        let t = &self.p.t;
        let number = |count: usize| t.number(i64::try_from(count).unwrap_or_default());
        (self.ticks() && !core.is_empty())
            .then(|| t.with2("module-progress", ("done", number(done)), ("core", number(core.len()))))
    }

    /// Whether the reader ticks things off here: whoever is in the course may.
    fn ticks(&self) -> bool {
        self.standing.is_in()
    }

    /// Whether its live session has taken place: nobody is led to where nobody is any more.
    fn live_is_over(&self) -> bool {
        let ends = self.module.live_at.map(|at| at.plus_minutes(self.module.live_minutes.unwrap_or(60)));
        ends.is_some_and(|ends| ends < self.now)
    }

    fn shows_staff_things(&self) -> bool {
        self.standing.leads() && !self.as_participant
    }

    /// How far the reader is with something that is to be handed in, by message.
    fn how(&self, task: &Listed) -> &'static str {
        task.key(self.now)
    }

    fn last_day(&self) -> Option<String> {
        self.module.ends_on().map(|ends_on| day(&self.p.t, ends_on))
    }

    fn takes(&self, item: &Item) -> Option<String> {
        item.minutes.map(|minutes| self.p.t.count("module-minutes", minutes))
    }
}

/// What the query of a module's page may say.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct Asked {
    #[serde(flatten)]
    conversation: ConversationQuery,
    #[serde(rename = "as")]
    looks_as: String,
}

/// What an item is, for shelves.
fn work(item: &Item) -> String {
    shelves::Draft::at(&item.title, &item.author, &item.address).work()
}

/// A module that this visitor may read, its course, and what they are to it.
pub async fn reached(
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    slug: &str,
) -> Answer<(Course, Standing, Module)> {
    let (course, standing) = found(conn, visitor, address).await?;
    let module = modules::for_reader(conn, visitor.id(), course.id, slug).await?;
    let module = match module {
        // Who runs the community may lead a course without being in it.
        None if standing.leads() => modules::all(conn, course.id).await?.into_iter().find(|one| one.slug == slug),
        found => found,
    };
    Ok((course, standing, module.ok_or(Failure::NotFound)?))
}

/// `GET /courses/{course}/{module}/`: a module, for those who may read it.
pub async fn module(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, standing, module) = reached(&mut conn, &visitor, &address, &slug).await?;
    let as_participant = asked.looks_as == "participant";
    if as_participant && module.opened_at.is_none() && !standing.leads() {
        return Err(Failure::NotFound);
    }
    let form = Form { parent: reply_to(&asked.conversation), ..Form::default() };
    let whole = whole(&mut conn, &app, &visitor, (course, standing, module), &asked, form, Errors::default());
    let page = whole.await?;
    let response = site::unstored(site::show(&page));
    if let Some(member) = visitor.id().filter(|_| page.talk.is_some()) {
        let conversation = page.module.id;
        let entries = page.talk.iter().flat_map(|(_, v)| v.entries.iter().map(|shown| shown.node.entry.id));
        let entries: Vec<CommentId> = entries.collect();
        let is_visit = comments::visit_is_news(&mut conn, member, conversation, app.now()).await?;
        let is_told = page.p.notices > 0 && notices::is_news(&mut conn, member, conversation, &entries).await?;
        drop(conn);
        if is_visit || is_told {
            app.db
                .always(async |tx| {
                    comments::visit(tx, member, conversation).await?;
                    notices::seen(tx, member, conversation, &entries).await
                })
                .await?;
        }
    }
    response
}

fn reply_to(asked: &ConversationQuery) -> String {
    asked.reply().map(|id| id.to_string()).unwrap_or_default()
}

async fn whole(
    conn: &mut Conn,
    app: &App,
    visitor: &Visitor,
    (course, standing, module): (Course, Standing, Module),
    asked: &Asked,
    form: Form,
    errors: Errors,
) -> Answer<Shown> {
    let talk = match conversations::thread(conn, visitor.id(), module.id).await? {
        Some(thread) => {
            let showing = Showing { thread: &thread, visitor, now: app.now() };
            let v = showing.read(conn, &asked.conversation, form, errors).await?;
            Some((thread, v))
        }
        None => None,
    };
    let items = modules::items(conn, module.id, visitor.id()).await?;
    let on_shelf = match visitor.id() {
        Some(member) => {
            let works: Vec<_> = items.iter().filter(|item| item.part() == Part::Read).map(work).collect();
            shelves::among(conn, member, &works).await?
        }
        None => HashSet::new(),
    };
    let media = media::of_module(conn, module.id).await?;
    let captions = if media.is_empty() { vec![] } else { media::captions_of_module(conn, module.id).await? };
    let track = |caption: Caption| Track { paragraphs: caption.transcript(), caption };
    let tracks = captions.into_iter().map(track).collect();
    let mut tasks = assignments::of_member(conn, course.id, standing, visitor.id()).await?;
    tasks.retain(|task| task.module_id == Some(module.id));
    let mut posts = posts::list(conn, visitor.member.as_deref(), Of::Module(module.id), None, POSTS).await?;
    call_authors(conn, course.id, &mut posts).await?;
    let has_written = match visitor.id() {
        Some(member) => modules::has_written(conn, &module, member).await?,
        None => false,
    };
    let wrap_up = match module.wrap_up {
        Some(post) => posts::for_reader(conn, visitor.member.as_deref(), post).await?.filter(|post| !post.is_draft()),
        None => None,
    };
    let plan = modules::plan(conn, &course, standing, visitor.id()).await?;
    let at = plan.iter().position(|planned| planned.id == module.id).unwrap_or_default();
    let reachable = |planned: &&Planned| !planned.slug.is_empty() && planned.opened_at.is_some();
    let before = plan[..at].iter().rev().find(reachable).cloned();
    let after = plan.get(at + 1..).and_then(|rest| rest.iter().find(reachable)).cloned();
    let left = if module.is_catch_up() {
        plan.iter().filter(|planned| planned.opened_at.is_some() && planned.core > planned.done).cloned().collect()
    } else {
        vec![]
    };
    let f = Following::of(conn, visitor.id(), Subject::Conversation(module.id)).await?;
    let p = Page::new(conn, visitor, module.title.clone()).await?;
    let p = if course.audience() == crate::audiences::Audience::Public { p } else { p.private() };
    let as_participant = asked.looks_as == "participant";
    Ok(Shown {
        p,
        course,
        standing,
        module,
        items,
        on_shelf,
        media,
        tracks,
        asked: tasks,
        posts,
        wrap_up,
        has_written,
        before,
        after,
        left,
        as_participant,
        now: app.now(),
        talk,
        f,
    })
}

/// `POST /courses/{course}/{module}/comments`: an answer in a module's conversation.
pub async fn reply(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    Typed(form): Typed<Form>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, standing, module) = reached(&mut conn, &visitor, &address, &slug).await?;
    let thread = conversations::thread(&mut conn, visitor.id(), module.id).await?.ok_or(Failure::NotFound)?;
    match answering::answer(&app, conn, &visitor, &thread, &form).await? {
        Ok(comment) => Ok(see_other(&answering::where_it_stands(&thread, &visitor, comment))),
        Err(errors) => {
            let mut conn = app.db.read().await?;
            let asked =
                Asked { conversation: ConversationQuery::default().replying_to(form.answered()), ..Asked::default() };
            let whole = whole(&mut conn, &app, &visitor, (course, standing, module), &asked, form, errors);
            let mut page = whole.await?;
            page.p.address = page.module.url();
            page.p.refused = true;
            site::refused(&page)
        }
    }
}

/// Which item, and whether it is done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TickForm {
    item: String,
    done: String,
}

/// `POST /courses/{course}/{module}/ticks`: ticks an item, or takes the tick away.
pub async fn tick(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    Typed(form): Typed<TickForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let (_, standing, module) = reached(&mut app.db.read().await?, &visitor, &address, &slug).await?;
    if !standing.is_in() {
        return Err(Failure::NotFound);
    }
    let item: RowId = form.item.parse().map_err(|_| Failure::Bad("field-choose"))?;
    let is_there = app
        .db
        .always(async |tx| {
            if form.done.is_empty() {
                modules::untick(tx, module.id, member, item).await?;
                Ok(true)
            } else {
                modules::tick(tx, module.id, member, item).await
            }
        })
        .await?;
    if is_there { Ok(see_other(&format!("{}#item-{item}", module.url()))) } else { Err(Failure::NotFound) }
}
