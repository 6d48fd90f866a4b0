//! HTTP for the front page of the community.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    events::Topic,
    ids::ConversationId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::Query,
    },
    people::members::{self, Member},
    site::{self, Page, Visitor},
    talk::{
        comments::{self, Face},
        pages::{
            post_list::{self, Item, Listing, Writers},
            reading,
        },
        posts::{self, Of},
    },
};

/// How many conversations the page calls lively.
const LIVELY: i64 = 5;
/// How many new members it names.
const ARRIVALS: i64 = 5;

#[derive(Template)]
#[template(path = "talk/pages/home/home.html")]
struct Home {
    p: Page,
    /// Whether the reader has just come in for the first time.
    is_welcome: bool,
    l: Listing,
    lively: Vec<Lively>,
    arrivals: Vec<Member>,
}

/// A conversation that people are in just now.
struct Lively {
    item: Item,
    faces: Vec<Face>,
}

/// What the query of the front page may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    after: String,
    welcome: String,
}

/// `GET /`: the front page of the community. `/?p=7` is how an imported blog may once have called a post.
pub async fn home(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let reading = site::begin_reading(&app);
    let mut conn = app.db.read().await?;
    if visitor.asks_an_old_site() {
        match reading::pages::elsewhere(&mut conn, &visitor).await {
            Err(Failure::NotFound) if !visitor.asks_for_a_number() => {}
            answer => return answer,
        }
    }
    let l = post_list::page(&mut conn, &visitor, Of::Everyone, &asked.after, Writers::Named, 3).await?;
    let (lively, arrivals) = if l.is_later_page {
        (vec![], vec![])
    } else {
        (lively(&mut conn, &visitor).await?, members::newest(&mut conn, ARRIVALS).await?)
    };
    let p = Page::new(&mut conn, &visitor, "").await?;
    let is_welcome = !asked.welcome.is_empty() && p.viewer.is_some();
    let page = Home { p, is_welcome, l, lively, arrivals };
    let response = site::show(&page)?;
    let may_be_kept = !page.l.has_news() && page.lively.iter().all(|lively| lively.item.new == 0);
    let seen = reading.end(&app, &visitor, &page.topics());
    Ok(if may_be_kept { site::cache_while(response, &visitor, seen) } else { response })
}

impl Home {
    /// What it shows and goes stale with.
    fn topics(&self) -> Vec<Topic> {
        let mut topics = self.l.topics();
        topics.push(Topic::Latest);
        if !self.l.is_later_page {
            topics.extend([Topic::Lively, Topic::Arrivals]);
        }
        topics.extend(self.arrivals.iter().map(|member| Topic::Person(member.id)));
        for lively in &self.lively {
            topics.extend(lively.item.topics());
            topics.extend(lively.faces.iter().map(|face| Topic::Person(face.writer)));
        }
        topics
    }
}

async fn lively(conn: &mut Conn, visitor: &Visitor) -> anyhow::Result<Vec<Lively>> {
    let found = posts::liveliest(conn, visitor.member.as_deref(), LIVELY).await?;
    let conversations: Vec<ConversationId> = found.iter().map(|post| post.id.into()).collect();
    let mut faces: HashMap<ConversationId, Vec<Face>> = HashMap::new();
    for face in comments::faces(conn, &conversations).await? {
        faces.entry(face.conversation).or_default().push(face);
    }
    let items = post_list::items(conn, visitor, found).await?;
    let faces_of = |item: &Item, faces: &mut HashMap<_, _>| faces.remove(&item.post.id.into()).unwrap_or_default();
    Ok(items.into_iter().map(|item| Lively { faces: faces_of(&item, &mut faces), item }).collect())
}
