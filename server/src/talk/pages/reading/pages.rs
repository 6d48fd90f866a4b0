//! HTTP for reading a post and answering in its conversation.

use std::{collections::BTreeSet, sync::Arc};

use askama::Template;
use axum::extract::State;

use crate::{
    course::assignments::{self, Assignment, NotTaken},
    events::Topic,
    ids::{CommentId, MemberId, PostId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::{language_name, machine_time},
        web::{
            Path, Query,
            forms::{Errors, Typed},
            moved,
            page_cache::CacheFor,
            see_other,
        },
    },
    links::{
        notices,
        watches::{Following, Subject},
    },
    site::{self, Author, Page, Visitor},
    talk::{
        blogs, comments,
        conversations::Thread,
        old_sites::{self, Goal},
        pages::thread::{
            Conversation, ConversationQuery, Form, Look, QuestionView, Showing, answering,
            pages::{DELETED, no_post, post_for},
        },
        posts::{self, Post, Term},
    },
};

#[derive(Template)]
#[template(path = "talk/pages/reading/post.html")]
struct PostPage {
    p: Page,
    canonical: String,
    language_name: String,
    terms: Vec<Term>,
    before: Option<Post>,
    after: Option<Post>,
    is_author: bool,
    /// Why it was not handed in with what it was written for, for its author right after they published it.
    kept_back: Option<NotTaken>,
    /// What it was written for, if they can still read that.
    written_for: Option<Assignment>,
    /// Whether the reader may hide the post and show it again: organisers, with what others wrote.
    may_hide: bool,
    post: Post,
    thread: Thread,
    v: Conversation,
    /// How the reader follows the conversation.
    f: Following,
}

impl PostPage {
    /// What the post is, for machines (schema.org, in a block of data, which no browser runs).
    fn data(&self) -> String {
        let (base, post) = (&self.p.base_url, &self.post);
        let mut data = serde_json::json!({
            "@context": "https://schema.org",
            "@type": if post.is_page() { "Article" } else { "BlogPosting" },
            "headline": post.heading(),
            "url": self.canonical,
            "datePublished": post.machine_date(),
            "inLanguage": post.lang,
            "author": {
                "@type": "Person",
                "name": post.author_name,
                "url": format!("{base}{}", post.author_url()),
            },
            "isPartOf": {
                "@type": "Blog",
                "name": post.blog_title,
                "url": format!("{base}{}", post.blog_url()),
            },
            "commentCount": post.count,
        });
        if let Some(at) = post.edited_at.filter(|_| post.is_edited()) {
            data["dateModified"] = machine_time(at).into();
        }
        site::machine_data(&data)
    }
}

/// `GET /{blog}/{year}/{month}/{day}/{slug}/`: a post and its conversation.
pub async fn post(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, year, month, day, slug)): Path<(String, String, String, String, String)>,
    Query(asked): Query<ConversationQuery>,
) -> Answer {
    let day = format!("{year}/{month}/{day}");
    let mut conn = app.db.read().await?;
    if let Some(id) = posts::find(&mut conn, &blog, &day, &slug).await? {
        return read(&app, conn, &visitor, id, &asked).await;
    }
    // A blog that moved takes its posts along.
    if let Some(present) = blogs::moved_to(&mut conn, &blog).await? {
        return Ok(moved(&format!("/{present}/{day}/{slug}/")));
    }
    nothing_at(&mut conn, &visitor, &blog, &day, &slug).await
}

/// `GET /{blog}/{page}/`: a page of a blog.
pub async fn page(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, slug)): Path<(String, String)>,
    Query(asked): Query<ConversationQuery>,
) -> Answer {
    let mut conn = app.db.read().await?;
    if let Some(id) = posts::find(&mut conn, &blog, "", &slug).await? {
        return read(&app, conn, &visitor, id, &asked).await;
    }
    if let Some(present) = blogs::moved_to(&mut conn, &blog).await? {
        return Ok(moved(&format!("/{present}/{slug}/")));
    }
    nothing_at(&mut conn, &visitor, &blog, "", &slug).await
}

/// Where no post stands: one may have been deleted, or an old site had something there.
async fn nothing_at(conn: &mut Conn, visitor: &Visitor, blog: &str, day: &str, slug: &str) -> Answer {
    if posts::was_at(conn, visitor.member.as_deref(), blog, day, slug).await? {
        return Err(DELETED);
    }
    elsewhere(conn, visitor).await
}

/// Where something of a site that was brought here used to be, it still answers: also with a query it never had, or
/// without its last slash.
pub async fn elsewhere(conn: &mut Conn, visitor: &Visitor) -> Answer {
    match old_sites::find(conn, &visitor.host, &visitor.sent).await?.ok_or(Failure::NotFound)? {
        Goal::Path(path) if path != visitor.sent => Ok(moved(&old_sites::as_asked(&visitor.sent, path))),
        Goal::Path(_) => Err(Failure::NotFound),
        Goal::Post(id) => {
            let post = posts::for_reader(conn, visitor.member.as_deref(), id).await?.ok_or(Failure::NotFound)?;
            let url = post.url();
            if url == visitor.sent {
                Err(Failure::NotFound)
            } else {
                Ok(moved(&old_sites::as_asked(&visitor.sent, url)))
            }
        }
        Goal::Deleted(id) => Err(no_post(conn, visitor, id).await?),
    }
}

async fn read(app: &App, mut conn: Conn, visitor: &Visitor, id: PostId, asked: &ConversationQuery) -> Answer {
    let reading = site::begin_reading(app);
    let post = post_for(&mut conn, visitor, id).await?;
    let page = whole(&mut conn, app, visitor, post, asked, filled_in(visitor, asked), Errors::default()).await?;
    let now = app.now();
    let visit = visitor.id().map(|member| (member, page.v.id));
    let old = visit
        .map(|_| now.plus_minutes(30))
        .into_iter()
        .chain(page.v.holds_until)
        .chain(page.v.question.as_ref().and_then(QuestionView::ends_at))
        .min();
    let response = site::show(&page)?;
    let seen = reading.end(app, visitor, &page.topics());
    if let Some((member, conversation)) = visit {
        let entries: Vec<CommentId> = page.v.entries.iter().map(|shown| shown.node.entry.id).collect();
        let unread = comments::news(&mut conn, member, &[conversation]).await?;
        let is_unread = unread.contains_key(&conversation);
        // A script says what comes into the window; without one, whatever is on the page was read.
        let is_visit = if is_unread {
            !visitor.tells_what_it_reads
        } else {
            comments::visit_is_news(&mut conn, member, conversation, now).await?
        };
        let is_told = page.p.notices > 0 && notices::is_news(&mut conn, member, conversation, &entries).await?;
        drop(conn);
        if is_visit || is_told {
            app.db
                .always(async |tx| {
                    if is_visit {
                        comments::read(tx, member, conversation, &entries).await?;
                    }
                    notices::seen(tx, member, conversation, &entries).await
                })
                .await?;
        }
    }
    Ok(site::cache_for(response, visitor, CacheFor { seen, until: old, except: vec![] }))
}

impl PostPage {
    /// What it shows and goes stale with; the neighbours' titles belong to the blog.
    fn topics(&self) -> Vec<Topic> {
        let writers = self.v.entries.iter().filter_map(|shown| shown.node.entry.writer);
        let people: BTreeSet<MemberId> = writers.chain([self.post.author]).collect();
        let mut topics = vec![Topic::Post(self.post.id), Topic::Conversation(self.v.id), Topic::Blog(self.post.blog)];
        topics.extend(people.into_iter().map(Topic::Person));
        topics.extend(self.p.viewer.iter().map(|viewer| Topic::Kept(viewer.id, self.v.id)));
        topics
    }
}

/// The form as it stands before anything is typed: for a guest who was here before, filled in.
fn filled_in(visitor: &Visitor, asked: &ConversationQuery) -> Form {
    let parent = asked.reply().map(|id| id.to_string()).unwrap_or_default();
    match &visitor.guest {
        Some(card) => Form {
            parent,
            name: card.name.clone(),
            email: card.email.clone(),
            website: card.website.clone(),
            told: if card.told { "1".into() } else { String::new() },
            ..Form::default()
        },
        None => Form { parent, ..Form::default() },
    }
}

async fn whole(
    conn: &mut Conn,
    app: &App,
    visitor: &Visitor,
    post: Post,
    asked: &ConversationQuery,
    form: Form,
    errors: Errors,
) -> anyhow::Result<PostPage> {
    let member = visitor.member.as_deref();
    let thread = post.thread();
    let v = Showing { thread: &thread, visitor, now: app.now() }.read(conn, asked, form, errors).await?;
    let (before, after) = posts::neighbours(conn, member, &post).await?;
    let is_author = member.is_some_and(|member| member.id == post.author);
    let said = asked.kept_back().filter(|_| is_author);
    let kept_back = said.and_then(|(why, _)| NotTaken::of_written(why));
    let written_for = match (kept_back, said, member) {
        (Some(_), Some((_, assignment)), Some(member)) => assignments::readable(conn, member.id, assignment).await?,
        _ => None,
    };
    Ok(PostPage {
        p: Page::new(conn, visitor, post.heading()).await?,
        canonical: format!("{}{}", app.settings.base_url, post.url()),
        language_name: language_name(&post.lang).to_owned(),
        terms: posts::terms(conn, post.id).await?,
        f: Following::of(conn, visitor.id(), Subject::Conversation(post.id.into())).await?,
        before,
        after,
        is_author,
        kept_back,
        written_for,
        may_hide: member.is_some_and(|member| member.is_organiser() && (member.id != post.author || post.is_hidden())),
        post,
        thread,
        v,
    })
}

/// `POST /posts/{id}/comments`: an answer to a post or to an entry under it. A refused one comes back filled in.
pub async fn reply(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Typed(form): Typed<Form>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let post = posts::for_reader(&mut conn, visitor.member.as_deref(), id).await?.filter(|post| !post.is_draft());
    let Some(post) = post else {
        return Err(match no_post(&mut conn, &visitor, id).await? {
            Failure::NotFound if Author::of(&visitor, &form.member) == Author::SignedOut => Failure::SignInFirst,
            why => why,
        });
    };
    let thread = post.thread();
    match answering::answer(&app, conn, &visitor, &thread, &form).await? {
        Ok(comment) => Ok(see_other(&answering::where_it_stands(&thread, &visitor, comment))),
        Err(errors) => refused(&app, app.db.read().await?, &visitor, post, form, errors).await,
    }
}

/// The page with the form as it was filled in, and why it was not taken.
async fn refused(app: &App, mut conn: Conn, visitor: &Visitor, post: Post, mut form: Form, errors: Errors) -> Answer {
    if errors.get("form") == Some("reply-parent-gone") {
        form.parent = String::new();
    }
    let asked = ConversationQuery::default().replying_to(form.answered());
    let mut page = whole(&mut conn, app, visitor, post, &asked, form, errors).await?;
    // Whoever changes the language here comes to the post, not to where its forms go.
    page.p.address = page.post.url();
    page.p.refused = true;
    site::refused(&page)
}
