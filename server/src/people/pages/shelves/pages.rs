//! HTTP for shelves.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, http::header, response::IntoResponse};
use serde::Deserialize;
use url::Url;

use crate::{
    audiences::Audience,
    ids::{MemberId, RowId},
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{
            Path, Query,
            fetch::NotFetched,
            forms::{Errors, Field, Typed, cut_at, field},
            moved, onwards, see_other,
        },
    },
    people::{
        community::Directory,
        members::{self, Member},
        shelves::{
            self, Doi, Draft, Elsewhere, Entry, Found, Kind, Known, LONGEST_LINE, LONGEST_NOTE, Library, NotAdded,
            Shelf, Sight, State as Reading,
        },
    },
    site::{self, Page, Visitor},
};

/// The address of one's own shelf.
const HERE: &str = "/me/shelf/";
/// So many entries stand on a page.
const PAGE: usize = 40;
/// So many works of others are shown.
const ELSEWHERE: i64 = 60;
/// So much of a page is fetched, in bytes.
const LARGEST_PAGE_BYTES: usize = 4 * 1024 * 1024;
/// A shelf is exported whole.
const WHOLE: i64 = 10_000;

/// Something on a shelf, with the way to it in the reader's library.
struct Shown {
    it: Entry,
    library: Option<String>,
}

impl Shown {
    fn of(it: Entry, library: Option<&Library>) -> Self {
        Self { library: library.and_then(|library| library.ask(&it)), it }
    }
}

/// What the query of a shelf may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ShelfQuery {
    state: String,
    before: String,
    done: String,
}

impl ShelfQuery {
    fn state(&self) -> Option<Reading> {
        self.state.parse().ok()
    }

    fn before(&self) -> Option<RowId> {
        self.before.parse().ok()
    }

    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "added" => Some("shelf-done-added"),
            "changed" => Some("shelf-done-changed"),
            "gone" => Some("shelf-done-gone"),
            "settings" => Some("shelf-done-settings"),
            _ => None,
        }
    }
}

#[derive(Template)]
#[template(path = "people/pages/shelves/own.html")]
struct OwnPage {
    p: Page,
    shelf: Shelf,
    entries: Vec<Shown>,
    count: i64,
    views: Views,
    done: Option<&'static str>,
}

impl OwnPage {
    /// The message that says who may look.
    const fn sight_key(&self) -> &'static str {
        match self.shelf.audience {
            Audience::Public => "shelf-seen-by-all",
            Audience::Community => "shelf-seen-by-members",
            Audience::Me | Audience::Circle(_) => "shelf-seen-by-nobody",
        }
    }
}

/// What of a shelf is looked at, and the ways to the rest of it.
struct Views {
    /// All, and how far its owner is: the address, the message, and whether it is this.
    states: Vec<(String, &'static str, bool)>,
    /// The first page of this.
    first: String,
    is_later_page: bool,
    next: Option<String>,
}

impl Views {
    fn of(shelf: &str, asked: &ShelfQuery, more: Option<RowId>, key: fn(Reading) -> &'static str) -> Self {
        let state = asked.state();
        let one = |one: Option<Reading>| (link(shelf, one, None), one.map_or("shelf-all", key), one == state);
        Self {
            states: [None].into_iter().chain(Reading::ALL.map(Some)).map(one).collect(),
            first: link(shelf, state, None),
            is_later_page: asked.before().is_some(),
            next: more.map(|more| link(shelf, state, Some(more))),
        }
    }
}

/// The address of a page of a shelf.
fn link(shelf: &str, state: Option<Reading>, before: Option<RowId>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if let Some(state) = state {
        query.append_pair("state", state.word());
    }
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    let query = query.finish();
    if query.is_empty() { shelf.to_owned() } else { format!("{shelf}?{query}") }
}

/// Entries for a page, and where the next one goes on.
fn cut(mut entries: Vec<Entry>, library: Option<&Library>) -> (Vec<Shown>, Option<RowId>) {
    let is_more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let more = entries.last().filter(|_| is_more).map(|entry| entry.id);
    (entries.into_iter().map(|entry| Shown::of(entry, library)).collect(), more)
}

/// `GET /me/shelf/`: one's own shelf.
pub async fn own(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<ShelfQuery>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let shelf = shelves::of_member(&mut conn, member).await?;
    let (state, before, limit) = (asked.state(), asked.before(), i64::try_from(PAGE)? + 1);
    let entries = shelves::entries(&mut conn, member, Some(member), state, before, limit).await?;
    let (entries, more) = cut(entries, shelf.library.as_ref());
    let count = shelves::count(&mut conn, member, Some(member)).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("shelf-own")).await?.private();
    let (views, done) = (Views::of(HERE, &asked, more, Reading::key), asked.key());
    site::unstored(site::show(&OwnPage { p, shelf, entries, count, views, done }))
}

#[derive(Template)]
#[template(path = "people/pages/shelves/of.html")]
struct OfPage {
    p: Page,
    member: Member,
    entries: Vec<Shown>,
    count: i64,
    views: Views,
}

/// `GET /members/{handle}/shelf/`: a member's shelf, for whoever may look at it.
pub async fn of_member(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(handle): Path<String>,
    Query(asked): Query<ShelfQuery>,
) -> Answer {
    if visitor.community.directory == Directory::Members {
        visitor.signed_in()?;
    }
    let mut conn = app.db.read().await?;
    let Some(member) = members::by_handle(&mut conn, &handle).await? else {
        let present = members::moved_to(&mut conn, &handle).await?.ok_or(Failure::NotFound)?;
        return Ok(moved(&shelves::url_of(&present)));
    };
    if member.is_suspended() || member.is_removed() {
        return Err(Failure::NotFound);
    }
    let shelf = shelves::of_member(&mut conn, member.id).await?;
    if !shelves::may_look(&shelf, member.id, visitor.id()) {
        return Err(Failure::NotFound);
    }
    if visitor.id() == Some(member.id) {
        return Ok(see_other(HERE));
    }
    let library = library_of(&mut conn, visitor.id()).await?;
    let (state, before, limit) = (asked.state(), asked.before(), i64::try_from(PAGE)? + 1);
    let entries = shelves::entries(&mut conn, member.id, visitor.id(), state, before, limit).await?;
    let (entries, more) = cut(entries, library.as_ref());
    let count = shelves::count(&mut conn, member.id, visitor.id()).await?;
    let title = visitor.words.with("shelf-of", "name", member.name.as_str());
    let p = Page::new(&mut conn, &visitor, title).await?;
    let p = if shelf.audience == Audience::Public { p } else { p.private() };
    let views = Views::of(&shelves::url_of(&member.handle), &asked, more, Reading::key_of_another);
    site::show(&OfPage { p, member, entries, count, views })
}

async fn library_of(conn: &mut crate::kit::db::Conn, reader: Option<MemberId>) -> anyhow::Result<Option<Library>> {
    let Some(reader) = reader else { return Ok(None) };
    Ok(shelves::of_member(conn, reader).await?.library)
}

#[derive(Template)]
#[template(path = "people/pages/shelves/others.html")]
struct OthersPage {
    p: Page,
    works: Vec<(Elsewhere, Option<String>)>,
}

/// `GET /me/shelf/others/`: what others read, as far as they show it to this member.
pub async fn others(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let library = library_of(&mut conn, Some(member)).await?;
    let works = shelves::elsewhere(&mut conn, member, ELSEWHERE).await?;
    let ask = |work: &Elsewhere| library.as_ref().and_then(|library| library.ask(&work.entry));
    let works = works.into_iter().map(|work| (ask(&work), work)).map(|(library, work)| (work, library)).collect();
    let p = Page::new(&mut conn, &visitor, visitor.words.say("shelf-others")).await?.private();
    site::unstored(site::show(&OthersPage { p, works }))
}

/// An entry as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct EntryForm {
    kind: String,
    title: String,
    authors: String,
    year: String,
    isbn: String,
    doi: String,
    address: String,
    note: String,
    state: String,
    private: String,
    /// Where to go on; empty: to the shelf.
    next: String,
    /// `fill` asks the address what it says of itself.
    #[serde(rename = "do")]
    does: String,
}

impl EntryForm {
    fn of(entry: &Entry) -> Self {
        Self {
            kind: entry.kind().word().into(),
            title: entry.title.clone(),
            authors: entry.authors_line().into(),
            year: entry.year.map(|year| year.to_string()).unwrap_or_default(),
            isbn: entry.isbn.clone(),
            doi: entry.doi.clone(),
            address: entry.address.clone(),
            note: entry.note.clone(),
            state: entry.state().word().into(),
            private: if entry.is_private() { "1".into() } else { String::new() },
            ..Self::default()
        }
    }

    /// With one thing that somebody knows of what they want to add.
    fn knowing(what: &str) -> Self {
        let (kind, form) = match shelves::recognise(what) {
            Known::Isbn(isbn) => (Kind::Book, Self { isbn: isbn.as_str().into(), ..Self::default() }),
            Known::Doi(doi) => (Kind::Article, Self { doi: doi.as_str().into(), ..Self::default() }),
            Known::Address(address) => (Kind::Article, Self { address, ..Self::default() }),
            Known::Title(title) => (Kind::Book, Self { title, ..Self::default() }),
        };
        Self { kind: kind.word().into(), state: Reading::Want.word().into(), ..form }
    }

    /// What there is to keep of it, or what is wrong.
    fn read(&self, errors: &mut Errors) -> Option<Draft> {
        let mut line = |name: &'static str, typed: &str, longest: usize| {
            let line = members::one_line(typed);
            if line.chars().count() > longest {
                errors.add(name, "field-too-long");
            }
            line
        };
        let title = line("title", &self.title, LONGEST_LINE);
        let authors = line("authors", &self.authors, LONGEST_LINE);
        let note = line("note", &self.note, LONGEST_NOTE);
        if title.is_empty() {
            errors.add("title", "field-required");
        }
        let kind = errors.take("kind", self.kind.parse());
        let state = errors.take("state", self.state.parse());
        let year = errors.take("year", shelves::year(&self.year));
        let isbn = errors.take("isbn", crate::kit::web::forms::optional(&self.isbn));
        let doi: Option<Option<Doi>> = errors.take("doi", crate::kit::web::forms::optional(&self.doi));
        let address = errors.take("address", shelves::address(&self.address));
        let (mut doi, mut address) = (doi?, address?);
        // The address of a DOI says nothing that the DOI does not.
        if let Ok(named) = address.parse::<Doi>()
            && doi.as_ref().is_none_or(|doi| *doi == named)
        {
            (doi, address) = (Some(named), String::new());
        }
        let sight = if self.private.is_empty() { Sight::Shown } else { Sight::Private };
        let draft =
            Draft { kind: kind?, title, authors, year: year?, isbn: isbn?, doi, address, note, state: state?, sight };
        errors.is_empty().then_some(draft)
    }

    /// With what a page says, where nothing was typed.
    fn fill(&mut self, found: &Found) {
        let put = |field: &mut String, value: String| {
            if field.trim().is_empty() {
                *field = value;
            }
        };
        put(&mut self.title, found.title.clone());
        put(&mut self.authors, found.authors.clone());
        put(&mut self.year, found.year.map(|year| year.to_string()).unwrap_or_default());
        put(&mut self.isbn, found.isbn.as_ref().map(|isbn| isbn.as_str().to_owned()).unwrap_or_default());
        put(&mut self.doi, found.doi.as_ref().map(|doi| doi.as_str().to_owned()).unwrap_or_default());
        if let Some(kind) = found.kind {
            self.kind = kind.word().into();
        }
    }
}

/// Whether an entry says what is to be kept: then a form was sent twice.
fn says_the_same(entry: &Entry, draft: &Draft) -> bool {
    let lines = [&entry.title, &entry.note].map(String::as_str);
    lines == [&draft.title, &draft.note].map(String::as_str)
        && entry.authors_line() == draft.authors
        && (entry.year, entry.kind(), entry.state()) == (draft.year, draft.kind, draft.state)
}

#[derive(Template)]
#[template(path = "people/pages/shelves/form.html")]
struct FormPage {
    p: Page,
    f: EntryForm,
    errors: Errors,
    /// The entry that is changed.
    id: Option<RowId>,
    /// The entry that stands there already.
    there: Option<RowId>,
    /// The host of the page that filled something in.
    filled_from: Option<String>,
    /// Whether that page said nothing.
    found_nothing: bool,
}

impl FormPage {
    async fn new(app: &App, visitor: &Visitor, f: EntryForm, id: Option<RowId>) -> anyhow::Result<Self> {
        let mut conn = app.db.read().await?;
        let title = if id.is_some() { "shelf-change" } else { "shelf-add" };
        let p = Page::new(&mut conn, visitor, visitor.words.say(title)).await?.private();
        let (there, filled_from) = (None, None);
        Ok(Self { p, f, errors: Errors::default(), id, there, filled_from, found_nothing: false })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn action(&self) -> String {
        self.id.map_or_else(|| format!("{HERE}new"), |id| format!("{HERE}{id}/"))
    }

    /// An address is cut later than what the other fields hold.
    fn address(&self) -> &str {
        cut_at(&self.f.address, 4000)
    }

    fn note(&self) -> &str {
        cut_at(&self.f.note, 4000)
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[
            field("title", "b-title", "shelf-title"),
            field("authors", "b-authors", "shelf-authors"),
            field("year", "b-year", "shelf-year"),
            field("kind", "b-kind", "shelf-kind"),
            field("isbn", "b-isbn", "shelf-isbn"),
            field("doi", "b-doi", "shelf-doi"),
            field("address", "b-address", "shelf-address"),
            field("note", "b-note", "shelf-note"),
            field("state", "b-state", "shelf-state"),
        ])
    }
}

/// What the query of the form may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewQuery {
    what: String,
}

/// `GET /me/shelf/new`: the form for something new, with what one knows of it.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<NewQuery>) -> Answer {
    visitor.signed_in()?;
    site::unstored(site::show(
        &FormPage::new(&app, &visitor, EntryForm::knowing(cut_at(&asked.what, 2000)), None).await?,
    ))
}

/// `POST /me/shelf/new`: puts something on one's shelf, or fills the form in from its page.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<EntryForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    if form.does == "fill" {
        return fill(&app, &visitor, form, None).await;
    }
    let mut errors = Errors::default();
    let Some(draft) = form.read(&mut errors) else {
        return FormPage::new(&app, &visitor, form, None).await?.refuse(errors);
    };
    if app.limits.presses.take(&member.0).is_err() {
        let errors = Errors::of("form", "error-too-many-text");
        return FormPage::new(&app, &visitor, form, None).await?.refuse(errors);
    }
    match app.db.change(async |tx| shelves::add(tx, member, &draft).await).await? {
        Ok(_) => Ok(onwards(&form.next, &format!("{HERE}?done=added"))),
        // One press where it is offered: it stands there, whoever put it there.
        Err(NotAdded::There(_)) if !form.next.is_empty() => Ok(onwards(&form.next, HERE)),
        Err(NotAdded::There(id)) => {
            let there = shelves::for_owner(&mut app.db.read().await?, member, id).await?;
            if there.is_some_and(|there| says_the_same(&there, &draft)) {
                return Ok(see_other(&format!("{HERE}?done=added")));
            }
            let page = FormPage { there: Some(id), ..FormPage::new(&app, &visitor, form, None).await? };
            page.refuse(Errors::default())
        }
        Err(NotAdded::Full) => {
            FormPage::new(&app, &visitor, form, None).await?.refuse(Errors::of("form", "shelf-full"))
        }
    }
}

/// `GET /me/shelf/{id}/`: the form that changes an entry.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let entry = shelves::for_owner(&mut app.db.read().await?, member, id).await?.ok_or(Failure::NotFound)?;
    site::unstored(site::show(&FormPage::new(&app, &visitor, EntryForm::of(&entry), Some(id)).await?))
}

/// `POST /me/shelf/{id}/`: changes an entry, or fills the form in from its page.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<EntryForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    shelves::for_owner(&mut app.db.read().await?, member, id).await?.ok_or(Failure::NotFound)?;
    if form.does == "fill" {
        return fill(&app, &visitor, form, Some(id)).await;
    }
    let mut errors = Errors::default();
    let Some(draft) = form.read(&mut errors) else {
        return FormPage::new(&app, &visitor, form, Some(id)).await?.refuse(errors);
    };
    match app.db.change(async |tx| shelves::edit(tx, member, id, &draft).await).await? {
        Ok(()) => Ok(see_other(&format!("{HERE}?done=changed"))),
        Err(NotAdded::There(other)) => {
            let page = FormPage { there: Some(other), ..FormPage::new(&app, &visitor, form, Some(id)).await? };
            page.refuse(Errors::default())
        }
        Err(NotAdded::Full) => Err(Failure::NotFound),
    }
}

/// Reads the page at the address that was typed, because this was asked for, and fills in what was left empty.
async fn fill(app: &App, visitor: &Visitor, mut form: EntryForm, id: Option<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let address = match shelves::address(&form.address) {
        Ok(address) if address.is_empty() => Err("field-required"),
        other => other,
    };
    let url = address.and_then(|address| Url::parse(&address).map_err(|_| "shelf-address-wrong"));
    let url = match url {
        Ok(url) => url,
        Err(key) => return FormPage::new(app, visitor, form, id).await?.refuse(Errors::of("address", key)),
    };
    if app.limits.fetches.take(&member.0).is_err() {
        let errors = Errors::of("form", "error-too-many-text");
        return FormPage::new(app, visitor, form, id).await?.refuse(errors);
    }
    let page = match app.outside.get(&url, LARGEST_PAGE_BYTES).await {
        Ok(page) => page,
        Err(why) => {
            // Whether a name leads into a private network is nobody's to know.
            let key = if why == NotFetched::TooSlow { "shelf-fill-later" } else { "shelf-fill-no" };
            return FormPage::new(app, visitor, form, id).await?.refuse(Errors::of("address", key));
        }
    };
    let found = shelves::of_page(&markup::head(&page));
    form.fill(&found);
    let found_nothing = found == Found::default();
    let filled_from = (!found_nothing).then(|| url.host_str().unwrap_or_default().to_owned());
    let page = FormPage { filled_from, found_nothing, ..FormPage::new(app, visitor, form, id).await? };
    site::unstored(site::show(&page))
}

/// What the buttons say that mark how far one is.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct StateForm {
    state: String,
    next: String,
}

/// `POST /me/shelf/{id}/state`: says how far one is with something.
pub async fn mark(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<StateForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let state: Reading = form.state.parse().map_err(Failure::Bad)?;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| shelves::mark(tx, member, id, state).await).await?;
    Ok(onwards(&form.next, HERE))
}

/// `POST /me/shelf/{id}/remove`: takes something off one's shelf.
pub async fn remove(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| shelves::take_off(tx, member, id).await).await?;
    Ok(see_other(&format!("{HERE}?done=gone")))
}

#[derive(Template)]
#[template(path = "people/pages/shelves/settings.html")]
struct SettingsPage {
    p: Page,
    f: SettingsForm,
    errors: Errors,
}

impl SettingsPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("audience", "b-me", "shelf-who"), field("library", "b-library", "shelf-library")])
    }

    fn library(&self) -> &str {
        cut_at(&self.f.library, 4000)
    }

    /// Who may look, the narrowest first.
    fn audiences(&self) -> Vec<(String, &'static str, bool)> {
        let narrow = [Audience::Me, Audience::Community, Audience::Public];
        let one = |audience: Audience| {
            let word = audience.word().into_owned();
            let is_chosen = word == self.f.audience;
            (word, audience.key(), is_chosen)
        };
        narrow.map(one).into()
    }
}

/// What one decides about one's shelf, as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct SettingsForm {
    audience: String,
    library: String,
}

/// `GET /me/shelf/settings/`: who may look at one's shelf, and one's library.
pub async fn settings_form(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let shelf = shelves::of_member(&mut conn, member).await?;
    let library = shelf.library.map(|library| library.as_str().to_owned()).unwrap_or_default();
    let f = SettingsForm { audience: shelf.audience.word().into_owned(), library };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("shelf-settings")).await?.private();
    site::unstored(site::show(&SettingsPage { p, f, errors: Errors::default() }))
}

/// `POST /me/shelf/settings/`
pub async fn settings(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<SettingsForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut errors = Errors::default();
    let known = form.audience.parse().ok().filter(|audience| Audience::ALL.contains(audience));
    let audience = errors.take("audience", known.ok_or("field-choose"));
    let library = errors.take("library", crate::kit::web::forms::optional(&form.library));
    let (Some(audience), Some(library), true) = (audience, library, errors.is_empty()) else {
        let mut conn = app.db.read().await?;
        let p = Page::new(&mut conn, &visitor, visitor.words.say("shelf-settings")).await?.private();
        let p = p.refused(&errors);
        return site::unstored(site::refused(&SettingsPage { p, f: form, errors }));
    };
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| shelves::decide(tx, member, &Shelf { audience, library: library.clone() }).await).await?;
    Ok(see_other(&format!("{HERE}?done=settings")))
}

/// `GET /me/shelf/export.json`: one's whole shelf as CSL-JSON, for a reference manager.
pub async fn export_csl(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let entries = whole(&app, &visitor).await?;
    download(
        shelves::csl_json(&entries),
        "application/vnd.citationstyles.csl+json",
        "attachment; filename=\"shelf.json\"",
    )
}

/// `GET /me/shelf/export.bib`: one's whole shelf as BibTeX.
pub async fn export_bibtex(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let entries = whole(&app, &visitor).await?;
    download(shelves::bibtex(&entries), "text/x-bibtex; charset=utf-8", "attachment; filename=\"shelf.bib\"")
}

async fn whole(app: &App, visitor: &Visitor) -> Answer<Vec<Entry>> {
    let member = visitor.signed_in()?.id;
    Ok(shelves::entries(&mut app.db.read().await?, member, Some(member), None, None, WHOLE).await?)
}

fn download(text: String, kind: &'static str, disposition: &'static str) -> Answer {
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)];
    site::unstored(Ok((headers, text).into_response()))
}
