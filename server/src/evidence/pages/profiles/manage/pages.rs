//! HTTP for the professional bodies that are offered: organisers edit what each asks.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::super::view;
use crate::{
    evidence::profiles::{self, Counts, Profile, Sheet, rules::Holds, sheet::STEPS},
    ids::Timestamp,
    kit::{
        app::App,
        error::{Answer, Failure},
        i18n::{Lang, Locale},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::{identity::stored, members},
    site::{self, Page, Visitor},
};

/// The address of the list.
const HERE: &str = "/manage/bodies/";

/// What the query of the list may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    done: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/profiles/manage/list.html")]
struct ListPage {
    p: Page,
    all: Vec<Profile>,
    done: Option<&'static str>,
}

impl ListPage {
    fn origin(&self, profile: &Profile) -> String {
        view::origin(&self.p.t, profile)
    }
}

/// `GET /manage/bodies/`: what is offered, and what is not any more.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<ListQuery>) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let all = profiles::all(&mut conn).await?;
    let done = match asked.done.as_str() {
        "begun" => Some("body-done-begun"),
        "changed" => Some("body-done-changed"),
        "retired" => Some("body-done-retired"),
        "offered" => Some("body-done-offered"),
        "default" => Some("body-done-default"),
        _ => None,
    };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("bodies")).await?;
    site::show(&ListPage { p, all, done })
}

/// A profile as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct SheetForm {
    /// The version the form was filled with.
    seen: String,
    #[serde(flatten)]
    sheet: Sheet,
}

impl SheetForm {
    /// As it is kept: lines are lines, texts are trimmed.
    fn tidy(&self) -> Sheet {
        let mut sheet = self.sheet.clone();
        for line in [
            &mut sheet.name,
            &mut sheet.who,
            &mut sheet.language,
            &mut sheet.as_of,
            &mut sheet.unit,
            &mut sheet.carry_of,
            &mut sheet.list1_title,
            &mut sheet.list2_title,
            &mut sheet.list3_title,
        ] {
            *line = members::one_line(line);
        }
        for text in [
            &mut sheet.sources,
            &mut sheet.note,
            &mut sheet.proof,
            &mut sheet.list1,
            &mut sheet.list2,
            &mut sheet.list3,
            &mut sheet.asked,
            &mut sheet.columns,
            &mut sheet.covering,
            &mut sheet.verification,
        ] {
            *text = stored(text);
        }
        sheet
    }
}

/// The fields of the form, in their order: name, `id` and label.
const FIELDS: [Field; 35] = [
    field("name", "b-name", "body-name"),
    field("who", "b-who", "body-who"),
    field("language", "b-language", "body-language"),
    field("as_of", "b-as-of", "body-as-of"),
    field("sources", "b-sources", "body-sources"),
    field("note", "b-note", "body-note"),
    field("months", "b-months", "body-months"),
    field("begins", "b-begins", "body-begins"),
    field("counts", "b-counts", "body-counts"),
    field("unit", "b-unit", "body-unit"),
    field("unit_minutes", "b-unit-minutes", "body-unit-minutes"),
    field("step", "b-step", "body-step"),
    field("least", "b-least", "body-least"),
    field("most", "b-most", "body-most"),
    field("longer_months", "b-longer-months", "body-longer-months"),
    field("longer_least", "b-longer-least", "body-longer-least"),
    field("carry", "b-carry", "body-carry"),
    field("carry_of", "b-carry-of", "body-carry-of"),
    field("gap_months", "b-gap-months", "body-gap-months"),
    field("words_least", "b-words-least", "body-words-least"),
    field("words_most", "b-words-most", "body-words-most"),
    field("proof", "b-proof", "body-proof"),
    field("list1_title", "b-list1-title", "body-list-title"),
    field("list1", "b-list1", "body-list"),
    field("list1_spread", "b-list1-spread", "body-list-spread"),
    field("list2_title", "b-list2-title", "body-list-title"),
    field("list2", "b-list2", "body-list"),
    field("list2_spread", "b-list2-spread", "body-list-spread"),
    field("list3_title", "b-list3-title", "body-list-title"),
    field("list3", "b-list3", "body-list"),
    field("list3_spread", "b-list3-spread", "body-list-spread"),
    field("asked", "b-asked", "body-asked"),
    field("columns", "b-columns", "body-columns"),
    field("covering", "b-covering", "body-covering"),
    field("verification", "b-verification", "body-verification"),
];

/// The three lists of the form: heading, hint, and its fields.
struct ListFields<'a> {
    heading: &'static str,
    hint: &'static str,
    title: (&'static str, &'static str, &'a String),
    lines: (&'static str, &'static str, &'a String),
    spread: (&'static str, &'static str, &'a String),
}

#[derive(Template)]
#[template(path = "evidence/pages/profiles/manage/form.html")]
struct FormPage {
    p: Page,
    f: Sheet,
    seen: String,
    errors: Errors,
    profile: Option<Profile>,
}

impl FormPage {
    async fn new(app: &App, visitor: &Visitor, form: SheetForm, profile: Option<Profile>) -> Answer<Self> {
        let title = visitor.words.say(if profile.is_some() { "body-change" } else { "body-new" });
        let p = Page::new(&mut app.db.read().await?, visitor, title).await?;
        Ok(Self { p, f: form.sheet, seen: form.seen, errors: Errors::default(), profile })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::refused(&self)
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    fn action(&self) -> String {
        self.profile.as_ref().map_or_else(|| format!("{HERE}new"), |it| format!("{HERE}{}/", it.word()))
    }

    fn languages() -> [(&'static str, &'static str); 3] {
        Lang::ALL.map(|lang| (lang.tag(), lang.name()))
    }

    /// To what may be rounded: the word, how it is read, and whether it is chosen.
    fn steps(&self) -> [(&'static str, String, bool); 4] {
        STEPS.map(|(word, step)| (word, self.p.t.decimal(step, 0), word == self.f.step))
    }

    fn lists(&self) -> [ListFields<'_>; 3] {
        let f = &self.f;
        [
            ListFields {
                heading: "body-list1",
                hint: "body-list1-hint",
                title: ("list1_title", "b-list1-title", &f.list1_title),
                lines: ("list1", "b-list1", &f.list1),
                spread: ("list1_spread", "b-list1-spread", &f.list1_spread),
            },
            ListFields {
                heading: "body-list2",
                hint: "body-list2-hint",
                title: ("list2_title", "b-list2-title", &f.list2_title),
                lines: ("list2", "b-list2", &f.list2),
                spread: ("list2_spread", "b-list2-spread", &f.list2_spread),
            },
            ListFields {
                heading: "body-list3",
                hint: "body-list2-hint",
                title: ("list3_title", "b-list3-title", &f.list3_title),
                lines: ("list3", "b-list3", &f.list3),
                spread: ("list3_spread", "b-list3-spread", &f.list3_spread),
            },
        ]
    }

    /// The words a column may begin with.
    fn column_words() -> String {
        Holds::WORDS.map(|(word, _)| word).join(", ")
    }

    fn origin(&self, profile: &Profile) -> String {
        view::origin(&self.p.t, profile)
    }
}

/// What the query of a new profile may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewQuery {
    /// The profile it begins as a copy of.
    of: String,
}

/// A new profile before anything is typed.
fn empty(t: &Locale) -> Sheet {
    Sheet {
        language: t.lang.tag().into(),
        months: "12".into(),
        counts: Counts::Time.word().into(),
        unit_minutes: "60".into(),
        step: "10".into(),
        columns: t.say("body-columns-usual"),
        covering: t.places("body-covering-usual", &["name", "body", "from", "until", "entries", "total", "texts"]),
        verification: t.places("body-verification-usual", &["name", "body", "from", "until"]),
        ..Sheet::default()
    }
}

/// `GET /manage/bodies/new`: the form for a new profile, or for a copy of one.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<NewQuery>) -> Answer {
    visitor.organiser()?;
    let of = if asked.of.is_empty() { None } else { profiles::find(&mut app.db.read().await?, &asked.of).await? };
    let sheet = of.map_or_else(|| empty(&visitor.words), |of| of.sheet);
    let form = SheetForm { seen: String::new(), sheet };
    site::show(&FormPage::new(&app, &visitor, form, None).await?)
}

/// What there is to keep of a form, or it comes back.
fn read(form: &SheetForm) -> Result<Sheet, Errors> {
    let (sheet, mut errors) = (form.tidy(), Errors::default());
    if Lang::from_tag(&sheet.language).is_none() {
        errors.add("language", "field-choose");
    }
    for (field, key) in sheet.read().1 {
        errors.add(field, key);
    }
    if errors.is_empty() { Ok(sheet) } else { Err(errors) }
}

/// `POST /manage/bodies/new`: offers a new profile.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<SheetForm>) -> Answer {
    let organiser = visitor.organiser()?.id;
    let sheet = match read(&form) {
        Ok(sheet) => sheet,
        Err(errors) => return FormPage::new(&app, &visitor, form, None).await?.refuse(errors),
    };
    app.limits.presses.take(&organiser.0)?;
    // Sent twice, it is offered once.
    let all = profiles::all(&mut app.db.read().await?).await?;
    if all.iter().any(|one| one.slug.is_none() && one.sheet == sheet) {
        return Ok(see_other(&format!("{HERE}?done=begun#done")));
    }
    match app.db.always(async |tx| profiles::begin(tx, &sheet).await).await? {
        Some(_) => Ok(see_other(&format!("{HERE}?done=begun#done"))),
        None => FormPage::new(&app, &visitor, form, None).await?.refuse(Errors::of("form", "body-profiles-full")),
    }
}

async fn found(app: &App, visitor: &Visitor, word: &str) -> Answer<Profile> {
    visitor.organiser()?;
    profiles::find(&mut app.db.read().await?, word).await?.ok_or(Failure::NotFound)
}

/// `GET /manage/bodies/{name}/`: the form that changes what a body asks.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(word): Path<String>) -> Answer {
    let profile = found(&app, &visitor, &word).await?;
    let form = SheetForm { seen: profile.edited_at.0.to_string(), sheet: profile.sheet.clone() };
    site::show(&FormPage::new(&app, &visitor, form, Some(profile)).await?)
}

/// `POST /manage/bodies/{name}/`: changes what a body asks.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(word): Path<String>,
    Typed(mut form): Typed<SheetForm>,
) -> Answer {
    let profile = found(&app, &visitor, &word).await?;
    let errors = match read(&form) {
        Ok(sheet) => {
            let seen = Timestamp(form.seen.parse().unwrap_or_default());
            let is_same = profile.changed_at.is_some() && profile.sheet == sheet;
            if is_same || app.db.always(async |tx| profiles::change(tx, &profile, seen, &sheet).await).await? {
                return Ok(see_other(&format!("{HERE}?done=changed#done")));
            }
            form.seen = profile.edited_at.0.to_string();
            Errors::of("form", "body-changed-meanwhile")
        }
        Err(errors) => errors,
    };
    FormPage::new(&app, &visitor, form, Some(profile)).await?.refuse(errors)
}

/// What becomes of a profile.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct UseForm {
    /// `retire`, `offer` or `default`.
    #[serde(rename = "do")]
    does: String,
}

/// `POST /manage/bodies/{name}/use`: does not offer a profile any more, offers it again, or goes back to the default.
pub async fn change_use(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(word): Path<String>,
    Typed(form): Typed<UseForm>,
) -> Answer {
    let profile = found(&app, &visitor, &word).await?;
    let done = match form.does.as_str() {
        "retire" => {
            app.db.always(async |tx| profiles::retire(tx, &profile).await).await?;
            "retired"
        }
        "offer" => {
            app.db.always(async |tx| profiles::offer(tx, &profile).await).await?;
            "offered"
        }
        "default" => {
            app.db.always(async |tx| profiles::follow_default(tx, &profile).await).await?;
            "default"
        }
        _ => return Err(Failure::Bad("field-choose")),
    };
    Ok(see_other(&format!("{HERE}?done={done}#done")))
}
