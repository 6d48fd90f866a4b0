//! HTTP for what a course consists of.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::form::{FIELDS, ITEM_FIELDS, ItemForm, ModuleForm};
use crate::{
    course::{
        courses::Course,
        link_checks::{self, Doubtful},
        media::{self, Medium},
        modules::{self, Draft, Item, Kind, Module, No, Way, rules::Part},
        pages::courses::pages::led,
    },
    ids::{ConversationId, RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        local_time::LocalTime,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed},
            see_other,
        },
    },
    site::{self, Page, Visitor},
    talk::{
        pages::writing::question::{self, QuestionForm, refused_at},
        questions, uploads,
    },
};

#[derive(Template)]
#[template(path = "course/pages/modules/manage/list.html")]
struct List {
    p: Page,
    course: Course,
    all: Vec<Module>,
    title: String,
    weeks: WeeksForm,
    /// Links with which something is the matter.
    doubtful: Vec<Doubtful>,
    errors: Errors,
    done: Option<&'static str>,
}

impl List {
    fn dead(&self) -> Vec<&Doubtful> {
        self.doubtful.iter().filter(|link| link.dead_at.is_some()).collect()
    }

    fn unsure(&self) -> Vec<&Doubtful> {
        self.doubtful.iter().filter(|link| link.dead_at.is_none()).collect()
    }

    /// Where the link is changed.
    fn link_url(&self, link: &Doubtful) -> String {
        let module = format!("{}modules/{}/", self.course.manage_url(), link.module);
        link.item.map_or_else(|| format!("{module}#recording"), |item| format!("{module}?item={item}#item"))
    }

    /// What has the link.
    fn link_title(&self, link: &Doubtful) -> String {
        if link.item.is_some() { link.title.clone() } else { self.p.t.say("module-recording-of") }
    }

    fn said(&self, link: &Doubtful) -> String {
        self.p.t.with(link.key(), "status", link.said.as_str())
    }
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
    item: String,
}

impl Asked {
    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "added" => Some("module-done-added"),
            "saved" => Some("course-done-saved"),
            "opened" => Some("module-done-opened"),
            "live-cancelled" => Some("module-done-live-cancelled"),
            "live-restored" => Some("module-done-live-restored"),
            "deleted" => Some("module-done-deleted"),
            "works" => Some("link-done-works"),
            _ => None,
        }
    }
}

/// How many weeks are to be made at once.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct WeeksForm {
    count: String,
    first: String,
    /// After which of them a catch-up week comes; empty: after none.
    after: String,
}

async fn list_page(
    mut conn: Conn,
    visitor: &Visitor,
    course: Course,
    (title, weeks): (String, WeeksForm),
    errors: Errors,
    done: Option<&'static str>,
) -> anyhow::Result<List> {
    let all = modules::all(&mut conn, course.id).await?;
    let doubtful = link_checks::doubtful(&mut conn, course.id).await?;
    let mut p = Page::new(&mut conn, visitor, course.title.clone()).await?.private().refused(&errors);
    p.address = format!("{}modules/", course.manage_url());
    Ok(List { p, course, all, title, weeks, doubtful, errors, done })
}

fn list_url(course: &Course, done: &str) -> String {
    format!("{}modules/?done={done}#done", course.manage_url())
}

/// `GET /courses/{course}/manage/modules/`: all modules in their order.
pub async fn list(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let weeks = WeeksForm {
        count: course.weeks().clamp(1, 52).to_string(),
        first: course.starts_on().at(9, 0).to_string(),
        after: String::new(),
    };
    let page = list_page(conn, &visitor, course, (String::new(), weeks), Errors::default(), asked.key()).await?;
    site::unstored(site::show(&page))
}

/// What one module is to be called.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddForm {
    title: String,
}

/// `POST /courses/{course}/manage/modules/add`: one more at the end, which is then filled in.
pub async fn add(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<AddForm>,
) -> Answer {
    let author = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let draft = ModuleForm { title: form.title.clone(), ..ModuleForm::default() }.check();
    let errors = match draft {
        Ok(draft) => {
            drop(conn);
            match app.db.change(async |tx| modules::add(tx, &course, author, &draft).await).await? {
                Ok(id) => return Ok(see_other(&format!("{}modules/{id}/?done=added#done", course.manage_url()))),
                Err(_) => {
                    conn = app.db.read().await?;
                    Errors::of("title", "module-too-many")
                }
            }
        }
        Err(errors) => errors,
    };
    site::refused(&list_page(conn, &visitor, course, (form.title, WeeksForm::default()), errors, None).await?)
}

/// `POST /courses/{course}/manage/modules/weeks`: so many modules, a week apart, and perhaps a catch-up week among them.
pub async fn weeks(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<WeeksForm>,
) -> Answer {
    let author = visitor.signed_in()?.id;
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    let mut errors = Errors::default();
    let count: Option<i64> = form.count.trim().parse().ok().filter(|count| (1..=52).contains(count));
    let count = errors.take("count", count.ok_or("module-weeks-wrong"));
    let first = errors.take("first", form.first.parse::<LocalTime>());
    let after = match form.after.trim() {
        "" => Some(None),
        typed => {
            let after: Option<i64> = typed.parse().ok().filter(|after| (1..=52).contains(after));
            errors.take("after", after.map(Some).ok_or("module-weeks-wrong"))
        }
    };
    let (Some(count), Some(first), Some(after)) = (count, first, after) else {
        let conn = app.db.read().await?;
        return site::refused(&list_page(conn, &visitor, course, (String::new(), form), errors, None).await?);
    };
    let t = &visitor.words;
    let drafts: Vec<Draft> = (1..=count)
        .flat_map(|week| {
            let is_before = after.is_none_or(|after| week <= after);
            let opens = first.plus_days(7 * (week - 1 + i64::from(!is_before)));
            let title = t.with("module-week", "number", week);
            let module = Draft::named(Kind::Module, &title, Some(opens), Some(opens.day().plus_days(6)));
            let catch_up = (after == Some(week)).then(|| {
                let opens = first.plus_days(7 * week);
                let title = t.say("module-catch-up");
                Draft::named(Kind::CatchUp, &title, Some(opens), Some(opens.day().plus_days(6)))
            });
            [Some(module), catch_up].into_iter().flatten()
        })
        .collect();
    let made = app
        .db
        .change(async |tx| {
            for draft in &drafts {
                if let Err(no) = modules::add(tx, &course, author, draft).await? {
                    return Ok(Err(no));
                }
            }
            Ok(Ok(()))
        })
        .await?;
    match made {
        Ok(()) => Ok(see_other(&list_url(&course, "added"))),
        Err(_) => {
            let errors = Errors::of("count", "module-too-many");
            let conn = app.db.read().await?;
            site::refused(&list_page(conn, &visitor, course, (String::new(), form), errors, None).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "course/pages/modules/manage/one.html")]
struct One {
    p: Page,
    course: Course,
    module: Module,
    items: Vec<Item>,
    /// The files of items.
    media: Vec<Medium>,
    f: ModuleForm,
    i: ItemForm,
    q: QuestionForm,
    errors: Errors,
    item_errors: Errors,
    question_errors: Errors,
    wrong: Vec<Field>,
    item_wrong: Vec<Field>,
    question_wrong: Vec<Field>,
    /// Whether it is shown again only because more rows were asked for.
    more_rows: bool,
    done: Option<&'static str>,
}

impl One {
    fn medium(&self, item: &Item) -> Option<&Medium> {
        self.media.iter().find(|medium| medium.item == item.id)
    }

    /// What an item may be, by word and message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn parts(&self) -> [(&'static str, &'static str); 4] {
        Part::ALL.map(|part| (part.word(), part.key()))
    }

    /// What an item may follow from, by word and message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn follows(&self) -> [(&'static str, &'static str); 3] {
        [("", "item-follows-tick"), ("post", "item-follows-post"), ("comment", "item-follows-comment")]
    }
}

/// What the forms on a module's page hold, and what is wrong with them.
#[derive(Default)]
struct Forms {
    module: Option<ModuleForm>,
    item: ItemForm,
    question: Option<QuestionForm>,
    errors: Errors,
    item_errors: Errors,
    question_errors: Errors,
    more_rows: bool,
}

impl Forms {
    /// What is wrong with the one of them that was sent.
    fn refused(&self) -> &Errors {
        let all = [&self.errors, &self.item_errors];
        all.into_iter().find(|errors| !errors.is_empty()).unwrap_or(&self.question_errors)
    }
}

async fn one_page(
    mut conn: Conn,
    visitor: &Visitor,
    (course, module): (Course, Module),
    forms: Forms,
    done: Option<&'static str>,
) -> anyhow::Result<One> {
    let items = modules::items(&mut conn, module.id, None).await?;
    let media = media::of_module(&mut conn, module.id).await?;
    let asked = questions::of(&mut conn, module.id).await?;
    let mut p = Page::new(&mut conn, visitor, module.title.clone()).await?.private().refused(forms.refused());
    p.address = module.manage_url();
    Ok(One {
        p,
        f: forms.module.unwrap_or_else(|| ModuleForm::of(&module)),
        i: forms.item,
        q: forms.question.unwrap_or_else(|| QuestionForm::of(asked.as_ref(), &course.zone())),
        question_wrong: forms.question_errors.list(&question::FIELDS),
        question_errors: forms.question_errors,
        more_rows: forms.more_rows,
        wrong: forms.errors.list(&FIELDS),
        item_wrong: forms.item_errors.list(&ITEM_FIELDS),
        errors: forms.errors,
        item_errors: forms.item_errors,
        course,
        module,
        items,
        media,
        done,
    })
}

/// A module of a course that this visitor leads.
pub async fn managed(
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    id: ConversationId,
) -> Answer<(Course, Module)> {
    let course = led(conn, visitor, address).await?;
    let module = modules::in_course(conn, course.id, id).await?.ok_or(Failure::NotFound)?;
    Ok((course, module))
}

/// `GET /courses/{course}/manage/modules/{id}/`: the form of a module, and its items.
pub async fn one(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, module) = managed(&mut conn, &visitor, &address, id).await?;
    let items = modules::items(&mut conn, module.id, None).await?;
    let item = items.iter().find(|item| item.id.to_string() == asked.item).map(ItemForm::of).unwrap_or_default();
    let forms = Forms { item, ..Forms::default() };
    let page = one_page(conn, &visitor, (course, module), forms, asked.key()).await?;
    site::unstored(site::show(&page))
}

fn saved(module: &Module) -> Response {
    see_other(&format!("{}?done=saved#done", module.manage_url()))
}

/// `POST /courses/{course}/manage/modules/{id}/`: changes a module.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Typed(mut f): Typed<ModuleForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, module) = managed(&mut conn, &visitor, &address, id).await?;
    drop(conn);
    let errors = match f.check() {
        Ok(draft) => {
            let seen = Timestamp(f.edited.parse().unwrap_or_default());
            let by = visitor.signed_in()?.id;
            let edited = app.db.change(async |tx| {
                if let Err(no) = modules::edit(tx, &course, &module, seen, &draft).await? {
                    return Ok(Err(no));
                }
                uploads::note_uses(tx, by, module.id, &draft.source).await?;
                Ok(Ok(()))
            });
            match edited.await? {
                Ok(()) => return Ok(saved(&module)),
                Err(No::EditedMeanwhile | No::TooMany) => {
                    f.edited =
                        managed(&mut app.db.read().await?, &visitor, &address, id).await?.1.edited_at.0.to_string();
                    Errors::of("form", "course-moved-on")
                }
            }
        }
        Err(errors) => errors,
    };
    let forms = Forms { module: Some(f), errors, ..Forms::default() };
    site::refused(&one_page(app.db.read().await?, &visitor, (course, module), forms, None).await?)
}

/// What is sent about the question of a module.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AskForm {
    #[serde(rename = "do")]
    what: String,
    #[serde(flatten)]
    question: QuestionForm,
}

/// `POST /courses/{course}/manage/modules/{id}/question`: asks a question under a module, changes it, or takes it away.
pub async fn question(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Typed(AskForm { what, question: mut q }): Typed<AskForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, module) = managed(&mut conn, &visitor, &address, id).await?;
    if what == "rows" {
        q.more_rows();
        let forms = Forms { question: Some(q), more_rows: true, ..Forms::default() };
        return site::show(&one_page(conn, &visitor, (course, module), forms, None).await?);
    }
    let before = questions::of(&mut conn, id).await?;
    drop(conn);
    let mut question_errors = Errors::default();
    let wish = q.read(before.as_ref(), &course.zone(), app.now(), &mut question_errors);
    if q.is_of_another(before.as_ref()) {
        q.saw(before.as_ref());
        question_errors = Errors::of("form", "course-moved-on");
    } else if let (Some(wish), true) = (wish, question_errors.is_empty()) {
        match app.db.change(async |tx| wish.fulfil(tx, id).await).await? {
            Ok(()) => return Ok(saved(&module)),
            Err(no) => question_errors.add(refused_at(no), no.key()),
        }
    }
    let forms = Forms { question: Some(q), question_errors, ..Forms::default() };
    site::refused(&one_page(app.db.read().await?, &visitor, (course, module), forms, None).await?)
}

/// `POST /courses/{course}/manage/modules/{id}/open`: opens it now.
pub async fn open(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
) -> Answer {
    let (course, module) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    app.db.always(async |tx| modules::open(tx, &course, id).await).await?;
    Ok(see_other(&format!("{}?done=opened#done", module.manage_url())))
}

/// `POST /courses/{course}/manage/modules/{id}/live/cancel`: its live session does not take place.
pub async fn cancel_live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
) -> Answer {
    let (_, module) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    app.db.always(async |tx| modules::cancel_live(tx, &module).await).await?;
    Ok(see_other(&format!("{}?done=live-cancelled#done", module.manage_url())))
}

/// `POST /courses/{course}/manage/modules/{id}/live/restore`: it does, after all.
pub async fn restore_live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
) -> Answer {
    let (_, module) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    app.db.always(async |tx| modules::restore_live(tx, &module).await).await?;
    Ok(see_other(&format!("{}?done=live-restored#done", module.manage_url())))
}

/// `POST /courses/{course}/manage/modules/{id}/delete`: takes away one that never opened.
pub async fn delete(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
) -> Answer {
    let (course, module) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    if app.db.always(async |tx| modules::delete(tx, course.id, &module).await).await? {
        return Ok(see_other(&list_url(&course, "deleted")));
    }
    Ok(saved(&module))
}

/// Which way something moves.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ShiftForm {
    way: String,
    item: String,
}

impl ShiftForm {
    fn way(&self) -> Way {
        if self.way == "up" { Way::Up } else { Way::Down }
    }
}

/// `POST /courses/{course}/manage/modules/{id}/shift`: moves a module by one place.
pub async fn shift(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Typed(form): Typed<ShiftForm>,
) -> Answer {
    let (course, _) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    app.db.always(async |tx| modules::shift(tx, course.id, id, form.way()).await).await?;
    Ok(see_other(&format!("{}modules/#module-{id}", course.manage_url())))
}

/// `POST /courses/{course}/manage/modules/{id}/items`: adds an item, or changes one.
pub async fn item(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Typed(i): Typed<ItemForm>,
) -> Answer {
    let (course, module) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    let item_errors = match i.check() {
        Ok(draft) => {
            let changed = i.item.parse::<RowId>().ok();
            let kept = app.db.always(async |tx| match changed {
                Some(item) => Ok(modules::edit_item(tx, &module, item, &draft).await?.then_some(item)),
                None => modules::add_item(tx, &module, &draft).await,
            });
            match kept.await? {
                Some(item) if i.then == "file" => {
                    return Ok(see_other(&format!("{}items/{item}/?done=added#done", module.manage_url())));
                }
                Some(_) => return Ok(see_other(&format!("{}?done=saved#items", module.manage_url()))),
                None => {}
            }
            Errors::of("form", "module-too-many-items")
        }
        Err(errors) => errors,
    };
    let forms = Forms { item: i, item_errors, ..Forms::default() };
    site::refused(&one_page(app.db.read().await?, &visitor, (course, module), forms, None).await?)
}

/// `POST /courses/{course}/manage/modules/{id}/items/shift`: moves an item by one place, or takes it away.
pub async fn shift_item(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Typed(form): Typed<ShiftForm>,
) -> Answer {
    let (_, module) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    let item: RowId = form.item.parse().map_err(|_| Failure::Bad("field-choose"))?;
    app.db
        .always(async |tx| match form.way.as_str() {
            "away" => modules::remove_item(tx, &module, item).await,
            _ => modules::shift_item(tx, &module, item, form.way()).await,
        })
        .await?;
    Ok(see_other(&format!("{}#items", module.manage_url())))
}

/// Which link.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LinkForm {
    address: String,
}

/// `POST /courses/{course}/manage/links`: somebody looked, and a link works.
pub async fn works(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<LinkForm>,
) -> Answer {
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    app.db.always(async |tx| link_checks::works(tx, course.id, &form.address).await).await?;
    Ok(see_other(&list_url(&course, "works")))
}
