//! HTTP for one's own dossiers: what stands in them, and other people in it before it is shared. They are their member's
//! alone: whoever asks for somebody else's finds nothing.

use std::{collections::BTreeSet, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::view;
use crate::{
    evidence::{
        dossiers::{
            self, Chosen, Content, Dossier, Draft, Item, Kind, Link, Listed,
            others::{Found, Instead, Others, Stays, quotations},
            rules::{LARGEST_CONTENT, LONGEST_TEXT},
        },
        pages::log::view::time,
    },
    ids::{RowId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        i18n::{Lang, Locale},
        local_time::Day,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::{
        identity::stored,
        members::{self, Member},
    },
    site::{self, Page, Visitor},
};

/// The address of one's dossiers.
const HERE: &str = "/me/dossiers/";

/// What the query of these pages may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DossierQuery {
    done: String,
    /// Which kind was chosen from last.
    of: String,
}

impl DossierQuery {
    fn key(&self) -> Option<&'static str> {
        Some(match self.done.as_str() {
            "saved" => "dossier-done-saved",
            "gone" => "dossier-done-gone",
            "edition-gone" => "dossier-done-edition-gone",
            _ => return None,
        })
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/dossiers/list.html")]
struct ListPage {
    p: Page,
    all: Vec<Dossier>,
    done: Option<&'static str>,
}

impl ListPage {
    fn period(&self, dossier: &Dossier) -> String {
        let draft = dossier.draft();
        view::days(&self.p.t, &draft.from.to_string(), &draft.until.to_string())
    }
}

/// `GET /me/dossiers/`: one's dossiers.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<DossierQuery>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let all = dossiers::all(&mut conn, member).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("dossiers")).await?.private();
    site::unstored(site::show(&ListPage { p, all, done: asked.key() }))
}

/// A dossier as it is typed.
#[derive(Default, Clone, Debug)]
struct DossierForm {
    title: String,
    from: String,
    until: String,
    lang: String,
    reflection: String,
    /// The version the form was filled with.
    seen: String,
    items: Vec<String>,
    /// Which button was pressed.
    does: String,
}

impl DossierForm {
    fn typed(fields: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "title" => form.title = value,
                "from" => form.from = value,
                "until" => form.until = value,
                "lang" => form.lang = value,
                "reflection" => form.reflection = value,
                "seen" => form.seen = value,
                "item" => form.items.push(value),
                "do" => form.does = value,
                _ => {}
            }
        }
        form
    }

    fn of(dossier: &Dossier) -> Self {
        let draft = dossier.draft();
        Self {
            title: draft.title,
            from: draft.from.to_string(),
            until: draft.until.to_string(),
            lang: draft.lang,
            reflection: draft.reflection,
            seen: dossier.edited_at.0.to_string(),
            ..Self::default()
        }
    }

    /// What it says, or what is wrong.
    fn read(&self, errors: &mut Errors) -> Option<Draft> {
        let from = errors.take("from", self.from.parse::<Day>());
        let until = errors.take("until", self.until.parse::<Day>());
        let lang = errors.take("lang", Lang::from_tag(&self.lang).ok_or("field-choose"));
        let draft = Draft {
            title: members::one_line(&self.title),
            from: from?,
            until: until?,
            lang: lang?.tag().to_owned(),
            reflection: stored(&self.reflection),
        };
        if let Some((name, key)) = draft.wrong() {
            errors.add(name, key);
        }
        errors.is_empty().then_some(draft)
    }
}

const FIELDS: [Field; 5] = [
    field("title", "d-title", "dossier-title"),
    field("from", "d-from", "dossier-from"),
    field("until", "d-until", "dossier-until"),
    field("lang", "d-lang", "dossier-lang"),
    field("reflection", "d-reflection", "dossier-reflection"),
];

#[derive(Template)]
#[template(path = "evidence/pages/dossiers/new.html")]
struct NewPage {
    p: Page,
    f: DossierForm,
    errors: Errors,
}

impl NewPage {
    async fn new(app: &App, visitor: &Visitor, f: DossierForm, errors: Errors) -> Answer<Self> {
        visitor.signed_in()?;
        let mut conn = app.db.read().await?;
        let p = Page::new(&mut conn, visitor, visitor.words.say("dossier-new")).await?.private().refused(&errors);
        Ok(Self { p, f, errors })
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }
}

/// `GET /me/dossiers/new`: what a dossier begins with. It is of this year, until today.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let today = Day::of(app.now(), &visitor.words.zone);
    let year = today.0.first_of_year();
    let f = DossierForm { from: Day(year).to_string(), until: today.to_string(), ..DossierForm::default() };
    site::unstored(site::show(&NewPage::new(&app, &visitor, f, Errors::default()).await?))
}

/// `POST /me/dossiers/new`: begins a dossier, with what others gave and what everybody can read.
pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Typed(fields): Typed<Vec<(String, String)>>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let form = DossierForm { lang: visitor.words.lang.tag().to_owned(), ..DossierForm::typed(fields) };
    let mut errors = Errors::default();
    let Some(draft) = form.read(&mut errors) else {
        return site::unstored(site::refused(&NewPage::new(&app, &visitor, form, errors).await?));
    };
    app.limits.presses.take(&member.0)?;
    let items = dossiers::gathered(&mut app.db.read().await?, member, &draft, &visitor.words.zone).await?;
    let mut chosen = Chosen::default();
    for item in items.iter().filter(|item| item.kind.is_chosen_first(!item.path.is_empty())) {
        chosen.add(item);
    }
    match app.db.always(async |tx| dossiers::begin(tx, member, &draft, &chosen).await).await? {
        Some(id) => Ok(see_other(&format!("{HERE}{id}/"))),
        None => {
            let page = NewPage::new(&app, &visitor, form, Errors::of("form", "dossiers-full")).await?;
            site::unstored(site::refused(&page))
        }
    }
}

/// What there is of a kind, whether each stands in the dossier, and how many do.
type Group<'a> = (Kind, Vec<&'a (Item, bool)>, usize);

#[derive(Template)]
#[template(path = "evidence/pages/dossiers/one.html")]
struct OnePage {
    p: Page,
    f: DossierForm,
    errors: Errors,
    dossier: Dossier,
    /// All there is in the period, and whether it stands in the dossier.
    items: Vec<(Item, bool)>,
    editions: Vec<Listed>,
    now: Timestamp,
    done: Option<&'static str>,
    of: String,
}

impl OnePage {
    async fn new(app: &App, visitor: &Visitor, id: RowId, form: Option<DossierForm>) -> Answer<Self> {
        let member = visitor.signed_in()?.id;
        let mut conn = app.db.read().await?;
        let dossier = dossiers::find(&mut conn, member, id).await?.ok_or(Failure::NotFound)?;
        let items = dossiers::gathered(&mut conn, member, &dossier.draft(), &visitor.words.zone).await?;
        let editions = dossiers::editions(&mut conn, id).await?;
        let p = Page::new(&mut conn, visitor, dossier.title.clone()).await?.private();
        // What is typed is shown again as it was typed.
        let chosen = match &form {
            Some(form) => Chosen::of(form.items.iter().map(String::as_str)),
            None => dossier.chosen(),
        };
        let items = items.into_iter().map(|item| (chosen.has(&item), item)).map(|(is, item)| (item, is)).collect();
        let f = form.unwrap_or_else(|| DossierForm::of(&dossier));
        let (errors, of) = (Errors::default(), String::new());
        Ok(Self { p, f, errors, dossier, items, editions, now: app.now(), done: None, of })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    /// What there is, by kind, and how much of it stands in the dossier.
    fn groups(&self) -> Vec<Group<'_>> {
        let all = Kind::ALL.into_iter().map(|kind| {
            let items: Vec<_> = self.items.iter().filter(|(item, _)| item.kind == kind).collect();
            let chosen = items.iter().filter(|(_, is_chosen)| *is_chosen).count();
            (kind, items, chosen)
        });
        all.filter(|(_, items, _)| !items.is_empty()).collect()
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_open(&self, kind: &Kind) -> bool {
        self.of == kind.word()
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn chosen_of(&self, chosen: &usize, all: usize) -> String {
        let number = |count: usize| self.p.t.number(i64::try_from(count).unwrap_or(i64::MAX));
        self.p.t.with2("dossier-chosen-of", ("chosen", number(*chosen)), ("all", number(all)))
    }

    fn title(&self, item: &Item) -> String {
        view::title(&self.p.t, item)
    }

    fn days(&self, item: &Item) -> String {
        view::days(&self.p.t, &item.day, &item.until)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn time(&self, minutes: &i64) -> String {
        time(&self.p.t, *minutes)
    }

    fn languages(&self) -> [(&'static str, &'static str, bool); 3] {
        self.p.languages().map(|lang| (lang.tag(), lang.name(), lang.tag() == self.f.lang))
    }

    fn state(&self, edition: &Listed) -> String {
        state(&self.p.t, edition.expires_at, self.now)
    }
}

/// Where the link of an edition stands, in words.
pub(super) fn state(t: &Locale, expires_at: Option<Timestamp>, now: Timestamp) -> String {
    match Link::of(expires_at, now) {
        Link::None => t.say("dossier-no-link"),
        Link::Open(until) => t.with("dossier-open", "date", t.date(until)),
        Link::Expired(_) => t.say("agreement-expired"),
    }
}

/// `GET /me/dossiers/{id}/`: one of them, with what it may hold.
pub async fn one(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Query(asked): Query<DossierQuery>,
) -> Answer {
    let mut page = OnePage::new(&app, &visitor, id, None).await?;
    page.done = asked.key();
    page.of = asked.of;
    site::unstored(site::show(&page))
}

/// `POST /me/dossiers/{id}/`: changes it; also what one presses to choose all of a kind, or none, or to go on.
pub async fn change(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(fields): Typed<Vec<(String, String)>>,
) -> Answer {
    let page = OnePage::new(&app, &visitor, id, Some(DossierForm::typed(fields))).await?;
    let mut errors = Errors::default();
    let Some(draft) = page.f.read(&mut errors) else { return page.refuse(errors) };
    let mut chosen = Chosen::default();
    for (item, _) in page.items.iter().filter(|(_, is_chosen)| *is_chosen) {
        chosen.add(item);
    }
    let next = match page.f.does.split_once(':') {
        Some((word, kind)) => {
            let kind: Kind = kind.parse().map_err(Failure::Bad)?;
            chosen.drop(kind);
            for (item, _) in page.items.iter().filter(|(item, _)| word == "all" && item.kind == kind) {
                chosen.add(item);
            }
            format!("{HERE}{id}/?of={}#of-{}", kind.word(), kind.word())
        }
        None if page.f.does == "share" => format!("{HERE}{id}/share"),
        None => format!("{HERE}{id}/?done=saved#done"),
    };
    let seen = Timestamp(page.f.seen.parse().unwrap_or_default());
    app.limits.presses.take(&page.dossier.member.0)?;
    if app.db.always(async |tx| dossiers::change(tx, &page.dossier, seen, &draft, &chosen).await).await? {
        return Ok(see_other(&next));
    }
    // What is typed here may be put in place of what came meanwhile.
    let mut page = page;
    page.f.seen = page.dossier.edited_at.0.to_string();
    page.refuse(Errors::of("form", "agreement-changed-meanwhile"))
}

/// `POST /me/dossiers/{id}/remove`: removes it with all its editions.
pub async fn remove(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| dossiers::remove(tx, member, id).await).await?;
    Ok(see_other(&format!("{HERE}?done=gone#done")))
}

#[derive(Template)]
#[template(path = "evidence/pages/dossiers/share.html")]
struct SharePage {
    p: Page,
    errors: Errors,
    dossier: Dossier,
    content: Content,
    others: Others,
    /// By what it is known whether the page still shows what would be shared.
    seen: String,
    /// Names, and whether they are to be replaced.
    names: Vec<(Found, bool)>,
    /// What is quoted, and whether that is to be replaced.
    quotations: Vec<(String, bool)>,
    more: String,
}

impl SharePage {
    /// With everything marked, or with what was marked before.
    async fn new(app: &App, visitor: &Visitor, id: RowId, form: Option<&ShareForm>) -> Answer<Self> {
        let member: &Member = visitor.signed_in()?;
        let more = form.map(|form| form.more.clone()).unwrap_or_default();
        let mut conn = app.db.read().await?;
        let dossier = dossiers::find(&mut conn, member.id, id).await?.ok_or(Failure::NotFound)?;
        let (draft, zone) = (dossier.draft(), &visitor.words.zone);
        let items = dossiers::gathered(&mut conn, member.id, &draft, zone).await?;
        let others = dossiers::others(&mut conn, member, &draft, zone, &more).await?;
        let p = Page::new(&mut conn, visitor, visitor.words.say("dossier-share")).await?.private();
        let content = dossiers::content(&dossier, member, &visitor.community, items);
        let seen = dossiers::fingerprint(&content)?;
        let is_marked = |name: &str| form.is_none_or(|form| form.names.contains(name) || !form.listed.contains(name));
        let names = others.names(&content).into_iter().map(|found| (is_marked(&found.name), found));
        let names = names.map(|(is, found)| (found, is)).collect();
        let quoted = (0..).zip(quotations(&content));
        let quotations =
            quoted.map(|(at, it): (usize, _)| (it, form.is_none_or(|form| form.quoted.contains(&at)))).collect();
        Ok(Self { p, errors: Errors::default(), dossier, content, others, seen, names, quotations, more })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("more", "d-more", "dossier-more")])
    }

    fn instead(&self, found: &Found) -> String {
        self.p.t.say(found.acts.key())
    }

    /// What it holds, in numbers.
    fn holds(&self) -> String {
        let counts = Kind::ALL.into_iter().map(|kind| (kind, self.content.of(kind).count()));
        let said: Vec<String> =
            counts.filter(|(_, count)| *count > 0).map(|(kind, count)| view::counted(&self.p.t, kind, count)).collect();
        said.join(" · ")
    }

    fn stays(&self) -> Stays {
        let names = self.names.iter().filter(|(_, is_marked)| !is_marked);
        let quotations = self.quotations.iter().filter(|(_, is_marked)| !is_marked);
        Stays {
            names: names.map(|(found, _)| found.name.clone()).collect(),
            quotations: quotations.map(|(quoted, _)| quoted.clone()).collect(),
        }
    }
}

/// What is decided about other people in a dossier.
#[derive(Default, Debug)]
struct ShareForm {
    seen: String,
    names: BTreeSet<String>,
    /// Names that could be marked: others are new, and marked.
    listed: BTreeSet<String>,
    quoted: BTreeSet<usize>,
    more: String,
    does: String,
}

impl ShareForm {
    fn typed(fields: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "seen" => form.seen = value,
                "name" => drop(form.names.insert(value)),
                "listed" => drop(form.listed.insert(value)),
                "quoted" => form.quoted.extend(value.parse::<usize>().ok()),
                "more" => form.more = stored(&value),
                "do" => form.does = value,
                _ => {}
            }
        }
        form
    }
}

/// `GET /me/dossiers/{id}/share`: other people's names and words in it, before anybody sees it.
pub async fn share_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    site::unstored(site::show(&SharePage::new(&app, &visitor, id, None).await?))
}

/// `POST /me/dossiers/{id}/share`: replaces what is marked, and makes an edition of what was looked at.
pub async fn share(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(fields): Typed<Vec<(String, String)>>,
) -> Answer {
    let form = ShareForm::typed(fields);
    let page = SharePage::new(&app, &visitor, id, Some(&form)).await?;
    if form.more.chars().count() > LONGEST_TEXT {
        return page.refuse(Errors::of("more", "dossier-text-too-long"));
    }
    if form.does == "look" {
        return site::unstored(site::show(&page));
    }
    if page.seen != form.seen {
        return page.refuse(Errors::of("form", "dossier-changed-meanwhile"));
    }
    if page.content.items.is_empty() && page.content.reflection.is_empty() {
        return page.refuse(Errors::of("form", "dossier-empty"));
    }
    let said = |lang: &str, instead: Instead| {
        let lang = Lang::from_tag(lang).or(Lang::from_tag(&page.content.lang)).unwrap_or(visitor.words.lang);
        Locale::new(lang, visitor.words.zone.clone()).say(instead.key())
    };
    let content = page.others.replaced(&page.content, &page.stays(), &said);
    if serde_json::to_vec(&content).map_err(anyhow::Error::from)?.len() > LARGEST_CONTENT {
        return page.refuse(Errors::of("form", "dossier-too-large"));
    }
    app.limits.presses.take(&page.dossier.member.0)?;
    let base_url = &app.settings.base_url;
    match app.db.always(async |tx| dossiers::make_edition(tx, base_url, &page.dossier, &content).await).await? {
        Some(edition) => Ok(see_other(&format!("{HERE}{id}/editions/{edition}/"))),
        None => page.refuse(Errors::of("form", "dossier-editions-full")),
    }
}
