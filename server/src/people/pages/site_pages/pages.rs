//! HTTP for the pages about the site.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    events::Topic,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::Lang,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::{
        audit,
        community::{self, SitePage, SiteText},
    },
    site::{self, Page, Visitor},
    talk::pages::blog,
};

/// No page is longer than this, in characters.
const LONGEST_CHARS: usize = 100_000;

#[derive(Template)]
#[template(path = "people/pages/site_pages/page.html")]
struct SitePageShown {
    p: Page,
    page: SitePage,
    /// None while it is not written, which only organisers see.
    text: Option<SiteText>,
    manages: bool,
}

/// `GET /about/`, `/rules/`, `/privacy/`, `/imprint/`: a page about the site. While it is not written, organisers are
/// asked to write it, and for others a blog may stand here from before.
pub async fn show(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let seen = site::snapshot(&app, &visitor, &[Topic::Everything]);
    let name = visitor.address.split(['/', '?']).nth(1).unwrap_or_default();
    let page: SitePage = name.parse().map_err(|_| Failure::NotFound)?;
    let mut conn = app.db.read().await?;
    let text = community::site_page(&mut conn, page).await?;
    let manages = visitor.organiser().is_ok();
    if text.is_none() && !manages {
        drop(conn);
        let asked = Query(blog::pages::BlogQuery::default());
        return blog::pages::front(State(app), visitor, Path(page.word().to_owned()), asked).await;
    }
    let p = Page::new(&mut conn, &visitor, visitor.words.say(page.key())).await?;
    let p = if text.is_some() { p } else { p.private() };
    Ok(site::cache_while(site::show(&SitePageShown { p, page, text, manages })?, &visitor, seen))
}

#[derive(Template)]
#[template(path = "people/pages/site_pages/list.html")]
struct List {
    p: Page,
    pages: Vec<(SitePage, Option<SiteText>)>,
    /// What was done, in words.
    done: Option<String>,
}

/// What the query of the list may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SitePagesQuery {
    saved: String,
}

/// `GET /manage/pages/`: which of them are written, and which are not.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<SitePagesQuery>) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let mut pages = vec![];
    for page in SitePage::ALL {
        pages.push((page, community::site_page(&mut conn, page).await?));
    }
    let p = Page::new(&mut conn, &visitor, visitor.words.say("site-pages")).await?.private();
    let name = asked.saved.parse::<SitePage>().ok().map(|page| visitor.words.say(page.key()));
    let done = name.map(|name| visitor.words.with("done-site-page", "name", name));
    site::show(&List { p, pages, done })
}

#[derive(Template)]
#[template(path = "people/pages/site_pages/edit.html")]
struct Edit {
    p: Page,
    page: SitePage,
    f: Form,
    errors: Errors,
    wrong: Vec<Field>,
    /// What the text would look like.
    preview: Option<String>,
}

impl Edit {
    /// The languages it may be written in, by tag and name.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn languages(&self) -> [(&'static str, &'static str); 3] {
        Lang::ALL.map(|lang| (lang.tag(), lang.name()))
    }
}

/// What is typed into the form of a page.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Form {
    text: String,
    language: String,
    /// When the version was saved that the form was filled with; empty for none.
    edited: String,
    /// The button that was pressed.
    #[serde(rename = "do")]
    wish: String,
}

async fn edit_page(
    conn: &mut Conn,
    visitor: &Visitor,
    page: SitePage,
    f: Form,
    errors: Errors,
) -> anyhow::Result<Edit> {
    const FIELDS: [Field; 2] = [field("text", "text", "field-text"), field("language", "language", "language")];
    let p = Page::new(conn, visitor, visitor.words.say(page.key())).await?.private().refused(&errors);
    Ok(Edit { p, page, f, wrong: errors.list(&FIELDS), errors, preview: None })
}

fn version(text: Option<&SiteText>) -> String {
    text.map(|text| text.edited_at.0.to_string()).unwrap_or_default()
}

/// `GET /manage/pages/{name}/`: the form of a page about the site.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(name): Path<String>) -> Answer {
    visitor.organiser()?;
    let page: SitePage = name.parse().map_err(|_| Failure::NotFound)?;
    let mut conn = app.db.read().await?;
    let text = community::site_page(&mut conn, page).await?;
    let edited = version(text.as_ref());
    let f = match text {
        Some(text) => Form { language: text.language().tag().into(), text: text.source, edited, ..Form::default() },
        None => Form { language: visitor.community.language.tag().into(), ..Form::default() },
    };
    site::show(&edit_page(&mut conn, &visitor, page, f, Errors::default()).await?)
}

/// `POST /manage/pages/{name}/`: writes a page about the site; an empty text takes it away.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(name): Path<String>,
    Typed(f): Typed<Form>,
) -> Answer {
    let organiser = visitor.organiser()?;
    let page: SitePage = name.parse().map_err(|_| Failure::NotFound)?;
    let source = f.text.replace("\r\n", "\n");
    let mut errors = Errors::default();
    let lang = errors.take("language", Lang::from_tag(&f.language).ok_or("field-choose"));
    if source.chars().count() > LONGEST_CHARS {
        errors.add("text", "field-too-long");
    }
    let mut conn = app.db.read().await?;
    let now = community::site_page(&mut conn, page).await?;
    if let (Some(lang), "preview", true) = (lang, f.wish.as_str(), errors.is_empty()) {
        let mut shown = edit_page(&mut conn, &visitor, page, f, errors).await?;
        shown.preview = Some(community::render_site_page(&source, lang));
        return site::show(&shown);
    }
    let mut f = f;
    if errors.is_empty() && f.edited != version(now.as_ref()) {
        // Another organiser was here meanwhile: saving once more decides.
        errors.add("form", "site-page-moved-on");
        f.edited = version(now.as_ref());
    }
    let (Some(lang), true) = (lang, errors.is_empty()) else {
        return site::refused(&edit_page(&mut conn, &visitor, page, f, errors).await?);
    };
    drop(conn);
    app.db
        .always(async |tx| {
            community::write_site_page(tx, page, &source, lang).await?;
            let verb = if source.trim().is_empty() { "site-page-removed" } else { "site-page-written" };
            audit::note(tx, Some(organiser.id), verb, &page.url(), "").await
        })
        .await?;
    Ok(see_other(&format!("/manage/pages/?saved={}#done", page.word())))
}
