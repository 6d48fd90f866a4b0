//! HTTP for the front page of the community.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::first_steps::{self, Progress},
    events::Topic,
    ids::{ConversationId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Query, forms::Typed, onwards},
    },
    links::notices,
    people::members::{self, Member},
    site::{self, Page, Visitor},
    talk::{
        comments::{self, Face, LeftOff, MOST_NEW, NewFor},
        pages::{
            home::lively::liveliest,
            post_list::{self, Item, Listing, Writers},
            reading,
        },
        posts::{self, Of},
    },
};

/// How many conversations the page calls lively, of so many that changed last.
const LIVELY: usize = 5;
const CANDIDATES: i64 = 60;
/// How many conversations with something new it names.
const NEWS: usize = 5;
/// How much it shows of what is new, in characters.
const LINE: usize = 140;
/// How many new members it names.
const ARRIVALS: i64 = 5;

#[derive(Template)]
#[template(path = "talk/pages/home/home.html")]
struct Home {
    p: Page,
    /// Whether the reader has just come in for the first time.
    is_welcome: bool,
    /// How far a reader who is new is with their first steps.
    steps: Option<Progress>,
    /// How many entries are new to the reader, and in how many conversations.
    new: i64,
    conversations: i64,
    /// Whether some of them were no longer counted.
    is_beyond: bool,
    news: Vec<New>,
    /// When the page was made.
    made_at: Timestamp,
    /// Where the reader stopped, unless there is something new in that conversation.
    left_off: Option<LeftOff>,
    l: Listing,
    lively: Vec<Lively>,
    arrivals: Vec<Member>,
}

/// A conversation in which something is new to the reader.
struct New {
    news: NewFor,
    /// The beginning of what is new.
    line: String,
}

impl From<NewFor> for New {
    fn from(news: NewFor) -> Self {
        Self { line: markup::excerpt(&news.html, LINE), news }
    }
}

/// A conversation that people are in just now.
struct Lively {
    item: Item,
    faces: Vec<Face>,
}

/// What the query of the front page may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct HomeQuery {
    after: String,
    welcome: String,
}

/// `GET /`: the front page of the community. `/?p=7` is how an imported blog may once have called a post.
pub async fn home(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<HomeQuery>) -> Answer {
    let reading = site::begin_reading(&app);
    let mut conn = app.db.read().await?;
    if visitor.asks_an_old_site() {
        match reading::pages::elsewhere(&mut conn, &visitor).await {
            Err(Failure::NotFound) if !visitor.asks_for_a_number() => {}
            answer => return answer,
        }
    }
    let is_first = post_list::place(&asked.after).is_none();
    let l = if is_first {
        post_list::beginning(&mut conn, &visitor, Of::Everyone, 3).await?
    } else {
        post_list::page(&mut conn, &visitor, Of::Everyone, &asked.after, Writers::Named, 3).await?
    };
    let p = Page::new(&mut conn, &visitor, "").await?;
    let mut page = Home {
        is_welcome: !asked.welcome.is_empty() && p.viewer.is_some(),
        p,
        steps: None,
        new: 0,
        conversations: 0,
        is_beyond: false,
        news: vec![],
        made_at: app.now(),
        left_off: None,
        l,
        lively: vec![],
        arrivals: vec![],
    };
    if is_first {
        if page.p.sees_members() {
            page.arrivals = members::newest(&mut conn, ARRIVALS).await?;
        }
        if let Some(member) = &visitor.member {
            page.steps = first_steps::to_show(&mut conn, member, app.now()).await?;
        }
        if let Some(member) = visitor.id() {
            let all = comments::news_for(&mut conn, member).await?;
            page.new = all.iter().map(|news| news.new).sum();
            page.conversations = i64::try_from(all.len())?;
            page.is_beyond = all.iter().any(|news| news.new >= MOST_NEW);
            page.news = all.into_iter().take(NEWS).map(New::from).collect();
        }
        // What is new is said once.
        let said: Vec<ConversationId> = page.news.iter().map(|new| new.news.conversation).collect();
        if let Some(member) = visitor.id() {
            let left_off = comments::left_off(&mut conn, member, app.now()).await?;
            page.left_off = left_off.filter(|left_off| !said.contains(&left_off.conversation));
        }
        page.lively = lively(&mut conn, &visitor, app.now(), &said).await?;
    }
    let response = site::show(&page)?;
    let may_be_kept =
        page.news.is_empty() && !page.l.has_news() && page.lively.iter().all(|lively| lively.item.new == 0);
    let seen = reading.end(&app, &visitor, &page.topics());
    Ok(if may_be_kept { site::cache_while(response, &visitor, seen) } else { response })
}

impl Home {
    /// How far the reader is with their first steps.
    fn steps_done(&self) -> String {
        let (t, done) = (&self.p.t, self.steps.map_or(0, |steps| steps.done()));
        t.with2("steps-done", ("done", t.number(done)), ("all", t.number(Progress::ALL)))
    }

    /// What it shows and goes stale with.
    fn topics(&self) -> Vec<Topic> {
        let mut topics = self.l.topics();
        topics.push(Topic::Latest);
        if !self.l.is_later_page {
            topics.extend([Topic::Lively, Topic::Arrivals]);
        }
        topics.extend(self.p.viewer.iter().map(|member| Topic::Visits(member.id)));
        // What they did of their first steps.
        topics.extend(self.p.viewer.iter().filter(|_| self.steps.is_some()).map(|member| Topic::Author(member.id)));
        topics.extend(self.left_off.iter().map(|left_off| Topic::Listed(left_off.conversation)));
        topics.extend(self.arrivals.iter().map(|member| Topic::Person(member.id)));
        for lively in &self.lively {
            topics.extend(lively.item.topics());
            topics.extend(lively.faces.iter().map(|face| Topic::Person(face.writer)));
        }
        topics
    }
}

/// What the button "all read" says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AllRead {
    /// When the page was made on which it stands: what came since then was not seen.
    until: i64,
    /// The page to go back to.
    next: String,
}

/// `POST /me/read`: what a page says is new was read.
pub async fn all_read(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<AllRead>) -> Answer {
    let member = visitor.signed_in()?.id;
    let until = Timestamp(form.until);
    app.db
        .always(async |tx| {
            comments::visit_all(tx, member, until).await?;
            notices::seen_where_visited(tx, member, until).await
        })
        .await?;
    Ok(onwards(&form.next, "/"))
}

/// The liveliest conversations but for these.
async fn lively(
    conn: &mut Conn,
    visitor: &Visitor,
    now: Timestamp,
    but: &[ConversationId],
) -> anyhow::Result<Vec<Lively>> {
    let mut found = posts::liveliest(conn, visitor.member.as_deref(), CANDIDATES).await?;
    found.retain(|post| !but.contains(&post.id.into()));
    let found = liveliest(found, now, LIVELY);
    let conversations: Vec<ConversationId> = found.iter().map(|post| post.id.into()).collect();
    let mut faces: HashMap<ConversationId, Vec<Face>> = HashMap::new();
    for face in comments::faces(conn, &conversations).await? {
        faces.entry(face.conversation).or_default().push(face);
    }
    let items = post_list::items(conn, visitor, found).await?;
    let faces_of = |item: &Item, faces: &mut HashMap<_, _>| faces.remove(&item.post.id.into()).unwrap_or_default();
    Ok(items.into_iter().map(|item| Lively { faces: faces_of(&item, &mut faces), item }).collect())
}
