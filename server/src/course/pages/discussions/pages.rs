//! HTTP for discussions, whichever group they stand in: the pages of the group say where that is and who asks.

use std::sync::Arc;

use askama::Template;
use serde::Deserialize;

use crate::{
    course::discussions::{self, Discussion, Draft, Group, Listed, Standing, rules},
    ids::{CircleId, CommentId, ConversationId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        error::{Answer, Failure},
        i18n::Lang,
        web::{
            forms::{Errors, Field, field},
            see_other,
        },
    },
    links::{
        notices,
        watches::{Following, Subject},
    },
    people::members::Member,
    site::{self, Page, Visitor},
    talk::{
        comments,
        conversations::{self, Thread},
        pages::thread::{Conversation, ConversationQuery, Form, Look, Showing, answering},
    },
};

/// A group in which people discuss, as a member comes to it.
#[derive(Clone, Debug)]
pub struct Place {
    /// Those in it.
    pub circle: CircleId,
    /// The address of its page, with a slash at its end.
    pub url: String,
    /// What it is called; nothing for whoever is not in it any more.
    pub name: Option<String>,
    /// The language that is most likely written there.
    pub lang: Lang,
    /// Whether whoever asks is in it.
    pub is_in: bool,
    /// Whether they lead it.
    pub leads: bool,
    /// Whether something new may be begun.
    pub is_open: bool,
}

impl Place {
    fn standing(&self, it: &Discussion, member: &Member) -> Standing {
        Standing::of(member.id, it.author, self.is_in, self.leads)
    }
}

/// The discussions of a group on its page; templates call it `d`.
pub struct List {
    /// Those that are pinned, then the others by their latest exchange.
    pub items: Vec<Listed>,
    /// The query of the page with older ones, if there are any.
    pub older: Option<String>,
    /// Whether there are newer ones on earlier pages.
    pub is_later_page: bool,
}

impl List {
    /// A page of the list, as the query says.
    pub async fn read(conn: &mut Conn, member: &Member, circle: CircleId, after: &str) -> anyhow::Result<Self> {
        let place = after.split_once('-').and_then(|(at, id)| Some((Timestamp(at.parse().ok()?), id.parse().ok()?)));
        let mut items = discussions::list(conn, member.id, circle, place, discussions::PAGE + 1).await?;
        let pinned = items.iter().filter(|it| it.pinned_at.is_some()).count();
        let most = pinned + usize::try_from(discussions::PAGE)?;
        let has_more = items.len() > most;
        items.truncate(most);
        let last = items.last().filter(|_| has_more);
        let older = last.map(|last| format!("?after={}-{}", last.changed_at.0, last.id));
        Ok(Self { older, is_later_page: place.is_some(), items })
    }

    /// Whether nothing was begun yet.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

#[derive(Template)]
#[template(path = "course/pages/discussions/discussion.html")]
struct DiscussionPage {
    p: Page,
    place: Place,
    it: Discussion,
    can: Standing,
    /// What was said, for those who are in the group.
    talk: Option<(Thread, Conversation)>,
    f: Following,
}

async fn found(conn: &mut Conn, member: &Member, place: &Place, id: ConversationId) -> Answer<(Discussion, Standing)> {
    let it = discussions::for_reader(conn, member.id, place.circle, id).await?.ok_or(Failure::NotFound)?;
    let can = place.standing(&it, member);
    if can.may_read() { Ok((it, can)) } else { Err(Failure::NotFound) }
}

/// A discussion with what was said in it; whoever left the group reads their own text alone.
pub async fn read(
    app: &Arc<App>,
    visitor: &Visitor,
    place: Place,
    id: ConversationId,
    asked: &ConversationQuery,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let form = Form { parent: asked.reply().map(|id| id.to_string()).unwrap_or_default(), ..Form::default() };
    let page = whole(app, &mut conn, visitor, place, id, asked, form, Errors::default()).await?;
    let response = site::unstored(site::show(&page))?;
    if let Some((_, v)) = &page.talk {
        let entries: Vec<CommentId> = v.entries.iter().map(|shown| shown.node.entry.id).collect();
        let is_visit = comments::visit_is_news(&mut conn, member.id, id, app.now()).await?;
        let is_told = page.p.notices > 0 && notices::is_news(&mut conn, member.id, id, &entries).await?;
        drop(conn);
        if is_visit || is_told {
            app.db
                .always(async |tx| {
                    comments::visit(tx, member.id, id).await?;
                    notices::seen(tx, member.id, id, &entries).await
                })
                .await?;
        }
    }
    Ok(response)
}

#[expect(clippy::too_many_arguments, reason = "where it stands, who asks for what, and what they typed")]
async fn whole(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    place: Place,
    id: ConversationId,
    asked: &ConversationQuery,
    form: Form,
    errors: Errors,
) -> Answer<DiscussionPage> {
    let member = visitor.signed_in()?;
    let (it, can) = found(conn, member, &place, id).await?;
    let talk = match conversations::thread(conn, Some(member.id), id).await?.filter(|_| can.is_in) {
        Some(thread) => {
            let showing = Showing { thread: &thread, visitor, now: app.now() };
            let v = showing.read(conn, asked, form, errors).await?;
            Some((thread, v))
        }
        None => None,
    };
    let f = Following::of(conn, visitor.id(), Subject::Conversation(id)).await?;
    let p = Page::new(conn, visitor, it.title.clone()).await?.private();
    Ok(DiscussionPage { p, place, it, can, talk, f })
}

/// An answer in a discussion. A refused one comes back filled in.
pub async fn reply(app: &Arc<App>, visitor: &Visitor, place: Place, id: ConversationId, mut form: Form) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let (it, can) = found(&mut conn, member, &place, id).await?;
    let thread = conversations::thread(&mut conn, Some(member.id), id).await?.filter(|_| can.is_in);
    let thread = thread.ok_or(Failure::NotFound)?;
    match answering::answer(app, conn, visitor, &thread, &form).await? {
        Ok(comment) => Ok(see_other(&answering::where_it_stands(&thread, visitor, comment))),
        Err(errors) => {
            if errors.get("form") == Some("reply-parent-gone") {
                form.parent = String::new();
            }
            let asked = ConversationQuery::default().replying_to(form.answered());
            let mut conn = app.db.read().await?;
            let mut page = whole(app, &mut conn, visitor, place, id, &asked, form, errors).await?;
            // Whoever changes the language here comes to the discussion, not to where its forms go.
            page.p.address = it.path;
            page.p.refused = true;
            site::refused(&page)
        }
    }
}

/// What is typed into the form of a discussion.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct DiscussionForm {
    title: String,
    text: String,
    language: String,
    /// The version that the form was filled with.
    edited: String,
}

impl DiscussionForm {
    fn check(&self) -> Result<Draft, Errors> {
        let mut errors = Errors::default();
        let title = errors.take("title", rules::title(&self.title));
        let source = errors.take("text", rules::text(&self.text));
        let lang = errors.take("language", Lang::from_tag(&self.language).ok_or("field-choose"));
        match (title, source, lang) {
            (Some(title), Some(source), Some(lang)) => Ok(Draft { title, source, lang }),
            _ => Err(errors),
        }
    }
}

#[derive(Template)]
#[template(path = "course/pages/discussions/form.html")]
struct EditPage {
    p: Page,
    place: Place,
    f: DiscussionForm,
    /// The one that is changed; none for a new one.
    it: Option<Discussion>,
    errors: Errors,
    wrong: Vec<Field>,
    action: String,
}

impl EditPage {
    /// The languages it may be written in, by tag and name.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn languages(&self) -> [(&'static str, &'static str); 3] {
        Lang::ALL.map(|lang| (lang.tag(), lang.name()))
    }
}

async fn form_page(
    app: &App,
    visitor: &Visitor,
    place: Place,
    it: Option<Discussion>,
    f: DiscussionForm,
    errors: Errors,
) -> anyhow::Result<EditPage> {
    const FIELDS: [Field; 3] = [
        field("title", "title", "field-title"),
        field("text", "text", "field-text"),
        field("language", "language", "language"),
    ];
    let title = visitor.words.say(if it.is_some() { "discussion-edit" } else { "discussion-begin" });
    let p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
    let action = it.as_ref().map_or_else(|| format!("{}new", place.url), |it| format!("{}edit", it.path));
    Ok(EditPage { p, place, f, it, wrong: errors.list(&FIELDS), errors, action })
}

/// The form that begins a discussion, for those in a group that goes on.
pub async fn begin_form(app: &Arc<App>, visitor: &Visitor, place: Place) -> Answer {
    if !place.is_in || !place.is_open {
        return Err(Failure::NotFound);
    }
    let f = DiscussionForm { language: place.lang.tag().into(), ..DiscussionForm::default() };
    site::show(&form_page(app, visitor, place, None, f, Errors::default()).await?)
}

/// Begins a discussion and leads to it. The same words twice are one.
pub async fn begin(app: &Arc<App>, visitor: &Visitor, place: Place, f: DiscussionForm) -> Answer {
    let member = visitor.signed_in()?.id;
    if !place.is_in || !place.is_open {
        return Err(Failure::NotFound);
    }
    let errors = match f.check() {
        Ok(_) if app.limits.writing.take(&member.0).is_err() => Errors::of("form", "error-too-many-text"),
        Ok(draft) => {
            let mut conn = app.db.read().await?;
            let text = discussions::render(&mut conn, &draft, visitor.community.emoji).await?;
            drop(conn);
            let group = Group { circle: place.circle, url: &place.url };
            let id = app.db.always(async |tx| discussions::begin(tx, member, group, &draft, &text).await).await?;
            return Ok(see_other(&format!("{}{id}/", place.url)));
        }
        Err(errors) => errors,
    };
    site::refused(&form_page(app, visitor, place, None, f, errors).await?)
}

async fn editable(app: &App, visitor: &Visitor, place: &Place, id: ConversationId) -> Answer<Discussion> {
    let (it, can) = found(&mut app.db.read().await?, visitor.signed_in()?, place, id).await?;
    if can.may_edit() { Ok(it) } else { Err(Failure::NotFound) }
}

/// The form of a discussion, filled in, for whoever began it.
pub async fn edit_form(app: &Arc<App>, visitor: &Visitor, place: Place, id: ConversationId) -> Answer {
    let it = editable(app, visitor, &place, id).await?;
    let f = DiscussionForm {
        title: it.title.clone(),
        text: it.source.clone(),
        language: it.language().tag().into(),
        edited: it.version().to_string(),
    };
    site::show(&form_page(app, visitor, place, Some(it), f, Errors::default()).await?)
}

/// Says it otherwise.
pub async fn edit(
    app: &Arc<App>,
    visitor: &Visitor,
    place: Place,
    id: ConversationId,
    mut f: DiscussionForm,
) -> Answer {
    let it = editable(app, visitor, &place, id).await?;
    let errors = match f.check() {
        Ok(draft) => {
            let mut conn = app.db.read().await?;
            let text = discussions::render(&mut conn, &draft, visitor.community.emoji).await?;
            drop(conn);
            let seen = Timestamp(f.edited.parse().unwrap_or_default());
            if app.db.always(async |tx| discussions::edit(tx, &it, seen, &draft, &text).await).await? {
                return Ok(see_other(it.url()));
            }
            // It was changed in another tab meanwhile: saving once more decides.
            f.edited = editable(app, visitor, &place, id).await?.version().to_string();
            Errors::of("form", "discussion-moved-on")
        }
        Err(errors) => errors,
    };
    site::refused(&form_page(app, visitor, place, Some(it), f, errors).await?)
}

/// What is decided about a discussion by whoever leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// It stands at the top of the list.
    Pin,
    /// It stands where it belongs again.
    Unpin,
    /// Nobody adds to it.
    Close,
    /// People may add to it again.
    Reopen,
}

/// Decides about a discussion.
pub async fn decide(app: &Arc<App>, visitor: &Visitor, place: Place, id: ConversationId, what: Decision) -> Answer {
    let (it, can) = found(&mut app.db.read().await?, visitor.signed_in()?, &place, id).await?;
    if !can.may_lead() {
        return Err(Failure::NotFound);
    }
    app.db
        .always(async |tx: &mut Tx| match what {
            Decision::Pin => discussions::pin(tx, id).await,
            Decision::Unpin => discussions::unpin(tx, id).await,
            Decision::Close => discussions::close(tx, id).await,
            Decision::Reopen => discussions::reopen(tx, id).await,
        })
        .await?;
    Ok(see_other(it.url()))
}

#[derive(Template)]
#[template(path = "course/pages/discussions/delete.html")]
struct DeletePage {
    p: Page,
    it: Discussion,
    /// How much goes with it.
    count: i64,
}

/// Asks whether a discussion is really to go.
pub async fn delete_form(app: &Arc<App>, visitor: &Visitor, place: Place, id: ConversationId) -> Answer {
    let mut conn = app.db.read().await?;
    let (it, can) = found(&mut conn, visitor.signed_in()?, &place, id).await?;
    if !can.may_delete() {
        return Err(Failure::NotFound);
    }
    let count = conversations::thread(&mut conn, visitor.id(), id).await?.map_or(0, |thread| thread.count);
    let p = Page::new(&mut conn, visitor, visitor.words.say("discussion-delete")).await?.private();
    site::show(&DeletePage { p, it, count })
}

/// Deletes a discussion with what was said in it; a second time it is gone already.
pub async fn delete(app: &Arc<App>, visitor: &Visitor, place: Place, id: ConversationId) -> Answer {
    let (_, can) = found(&mut app.db.read().await?, visitor.signed_in()?, &place, id).await?;
    if !can.may_delete() {
        return Err(Failure::NotFound);
    }
    app.db.always(async |tx| discussions::delete(tx, id).await).await?;
    Ok(see_other(&format!("{}?done=discussion-deleted#done", place.url)))
}
