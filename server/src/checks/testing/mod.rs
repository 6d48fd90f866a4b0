//! The visitor harness: a whole site in a box, on SQLite or on PostgreSQL, and people who visit it.
//!
//! With `LYCEUM_TEST_POSTGRES=postgres://…` every site gets a fresh database on that server; without it, a file.

mod client;
mod database;

use std::{
    path::Path,
    sync::{
        Arc, Weak,
        atomic::{AtomicI64, Ordering},
    },
};

use tempfile::TempDir;
use tokio::sync::{Mutex, OnceCell};
use tower_sessions::{Expiry, Session};

pub use self::{
    client::{Client, Reply},
    database::Database,
};
use crate::{
    course::{
        discussions,
        tribes::{self, Door, Tribe},
    },
    events::Lane,
    ids::{BlogId, Clock, CommentId, ConversationId, MemberId, PostId, RowId, Timestamp},
    kit::{
        app::App,
        config::Given,
        db::{Db, Location},
        i18n::Lang,
        web::limits::Limits,
    },
    links::notices,
    people::{
        community,
        members::{self, Email, Joiner, Member, Role},
        sessions,
    },
    routes,
    talk::{
        blogs,
        posts::{self, Audience, Comments, Draft},
    },
    tools::demo,
    worker,
};

/// Where tests believe it to be served.
const BASE_URL: &str = "http://lyceum.test";
/// When every test begins: 2 September 2026, 09:00 UTC.
const BEGIN: i64 = 1_788_339_600_000;

/// A site in a box.
pub struct Site {
    /// The app behind it.
    pub app: Arc<App>,
    whole: routes::Site,
    clock: Arc<AtomicI64>,
    folder: TempDir,
    database: Option<Database>,
    /// What it was copied from is there for others as long as one copy is.
    _copied_from: Option<Arc<Still>>,
}

/// A site that nobody has open, to copy.
struct Still {
    folder: TempDir,
    database: Option<Database>,
}

/// The sample community, made by whoever asks for it first.
static SAMPLE: Mutex<Weak<Still>> = Mutex::const_new(Weak::new());

/// The database in a site's folder.
const FILE: &str = "lyceum.sqlite";

/// A file with all tables and nothing in them: it is made once, since to make it takes longer than most tests.
static NOTHING: OnceCell<Vec<u8>> = OnceCell::const_new();

async fn nothing() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE);
    let db = Db::open(&Location::File(file.clone()), Clock::Set(Arc::new(AtomicI64::new(BEGIN))), None).await.unwrap();
    db.close().await.unwrap();
    std::fs::read(file).unwrap()
}

impl Site {
    /// A fresh site with a community and nobody in it, and without limits to speak of.
    pub async fn new() -> Self {
        Self::with(Limits::generous(), BASE_URL).await
    }

    /// A fresh site that people reach at this address.
    pub async fn under(base_url: &str) -> Self {
        Self::with(Limits::generous(), base_url).await
    }

    /// A fresh site with the limits that people meet.
    pub async fn with_ordinary_limits() -> Self {
        Self::with(Limits::ordinary(), BASE_URL).await
    }

    /// A site in a folder and, where there is one, a database that somebody filled.
    pub async fn of(folder: TempDir, database: Option<Database>) -> Self {
        Self::open(folder, database, BEGIN, Limits::generous(), BASE_URL).await
    }

    /// A site with the sample community of `lyceum demo`.
    pub async fn sample() -> Self {
        let still = {
            let mut sample = SAMPLE.lock().await;
            match sample.upgrade() {
                Some(still) => still,
                None => {
                    let still = Arc::new(Still::sample().await);
                    *sample = Arc::downgrade(&still);
                    still
                }
            }
        };
        let folder = tempfile::tempdir().unwrap();
        // The last connection to the still one may be closing yet: its log goes while the folder is copied.
        let mut tries = 0;
        while let Err(error) = copy(still.folder.path(), folder.path()) {
            tries += 1;
            assert!(tries < 100, "the sample cannot be copied: {error}");
            std::fs::remove_dir_all(folder.path()).unwrap();
            std::fs::create_dir(folder.path()).unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let database = match &still.database {
            Some(database) => Some(database.copy().await),
            None => None,
        };
        Self { _copied_from: Some(still), ..Self::open(folder, database, BEGIN, Limits::generous(), BASE_URL).await }
    }

    async fn with(limits: Limits, base_url: &str) -> Self {
        let (folder, database) = (tempfile::tempdir().unwrap(), Database::new().await);
        if database.is_none() {
            std::fs::write(folder.path().join(FILE), NOTHING.get_or_init(|| Box::pin(nothing())).await).unwrap();
        }
        let site = Box::pin(Self::open(folder, database, BEGIN, limits, base_url)).await;
        site.begin().await;
        site
    }

    async fn begin(&self) {
        self.app.db.always(async |tx| community::begin(tx, "The Commons School").await).await.unwrap();
    }

    async fn open(folder: TempDir, database: Option<Database>, now: i64, limits: Limits, base_url: &str) -> Self {
        let data = folder.path().to_str().unwrap().to_owned();
        let given = Given {
            data: Some(data),
            database: database.as_ref().map(Database::url),
            base_url: Some(base_url.into()),
            trusted_proxies: Some("127.0.0.1".into()),
            mail_answers: Some("answers+{}@lyceum.test".into()),
            mail_bounces: Some("bounces+{}@lyceum.test".into()),
            // There is none to be had of a host that is a number.
            mail_from: base_url.contains('[').then(|| "lyceum@lyceum.test".into()),
            node: Some("7".into()),
            ..Given::default()
        };
        let clock = Arc::new(AtomicI64::new(now));
        let app = App::start(given.check().unwrap(), Clock::Set(clock.clone()), limits).await.unwrap();
        Self { whole: routes::site(&app).unwrap(), app, clock, folder, database, _copied_from: None }
    }

    /// Lets time pass.
    pub fn pass_minutes(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// Somebody without an account, with a browser of their own.
    pub fn stranger(&self) -> Client {
        Client::new(self.whole.clone())
    }

    /// A member with a blog, signed in in a browser of their own.
    pub async fn member(&self, handle: &str) -> (Member, Client) {
        self.member_as(handle, Role::Participant).await
    }

    /// A member in a role, with a blog, signed in.
    pub async fn member_as(&self, handle: &str, role: Role) -> (Member, Client) {
        let joiner = Joiner {
            handle: handle.parse().unwrap(),
            name: capital(handle).parse().unwrap(),
            email: format!("{handle}@example.org").parse::<Email>().unwrap(),
            password: None,
            role,
            language: None,
        };
        let joined = self.app.db.change(async |tx| {
            let id = match members::add(tx, &joiner).await? {
                Ok(id) => id,
                Err(no) => return Ok(Err(no)),
            };
            members::confirm(tx, id).await?;
            blogs::open_own(tx, id, &joiner.handle, &joiner.name).await?;
            Ok(Ok(id))
        });
        let id = joined.await.unwrap().unwrap();
        (self.reload(id).await, self.signed_in(id).await)
    }

    /// Another browser in which this member is signed in.
    pub async fn signed_in(&self, id: MemberId) -> Client {
        let store = Arc::new(sessions::Store::new(self.app.db.clone()));
        let session = Session::new(None, store, Some(Expiry::OnInactivity(time::Duration::days(1))));
        session.insert(sessions::MEMBER, id).await.unwrap();
        session.save().await.unwrap();
        let mut client = self.stranger();
        client.set_cookie("lyceum", &session.id().unwrap().to_string());
        client
    }

    /// The member as the database has them now.
    pub async fn reload(&self, id: MemberId) -> Member {
        members::by_id(&mut self.app.db.read().await.unwrap(), id).await.unwrap().unwrap()
    }

    /// The first blog of a member.
    pub async fn blog_of(&self, member: &Member) -> BlogId {
        blogs::of(&mut self.app.db.read().await.unwrap(), member.id).await.unwrap()[0].id
    }

    /// A published post for everyone.
    pub async fn post(&self, author: &Member, title: &str) -> PostId {
        self.post_for(author, title, Audience::Public).await
    }

    /// A published post for some.
    pub async fn post_for(&self, author: &Member, title: &str, audience: Audience) -> PostId {
        let id = self.draft(author, title, audience).await;
        let blog = self.blog_of(author).await;
        self.app.db.always(async |tx| posts::publish(tx, id, blog, &jiff::tz::TimeZone::UTC).await).await.unwrap();
        id
    }

    /// A draft.
    pub async fn draft(&self, author: &Member, title: &str, audience: Audience) -> PostId {
        let blog = self.blog_of(author).await;
        let draft = Draft {
            title: title.into(),
            source: format!("The text of *{title}*."),
            format: markup::Format::Markdown,
            slug: None,
            lang: "en".parse().unwrap(),
            audience,
            comments: Comments::Open,
            tags: vec![],
        };
        let mut conn = self.app.db.read().await.unwrap();
        let text = posts::render(&mut conn, &draft.source, draft.format, "en", false).await.unwrap();
        drop(conn);
        self.app.db.always(async |tx| posts::begin(tx, author, blog, &draft, &text).await).await.unwrap()
    }

    /// The address of a post.
    pub async fn url(&self, post: PostId) -> String {
        value_of(&self.app, post).await
    }

    /// A comment by a member, straight into the conversation.
    pub async fn comment(&self, by: &Member, post: PostId, parent: Option<CommentId>, words: &str) -> CommentId {
        use crate::talk::comments::{self, Reply, Text, Writer};
        let community = community::of(&self.app).await.unwrap();
        let mut conn = self.app.db.read().await.unwrap();
        let text = Text::typed(&mut conn, &community, "en", words).await.unwrap().unwrap();
        drop(conn);
        let writer = Writer::Member(by);
        let written = self.app.db.change(async |tx| {
            let said = Reply {
                conversation: ConversationId::from(post),
                parent,
                writer: &writer,
                moderates: false,
                text: &text,
            };
            comments::reply(tx, &community, &said).await
        });
        written.await.unwrap().unwrap()
    }

    /// A question under a post, of which one answer is chosen.
    pub async fn ask(&self, post: PostId, text: &str, options: &[&str]) {
        use crate::talk::questions::{self, Choice, Draft, Results};
        let draft = Draft {
            text: text.into(),
            choice: Choice::One,
            open_text: false,
            results: Results::Open,
            fewest: 0,
            ends_at: None,
            options: options.iter().map(|option| (None, (*option).to_owned())).collect(),
        };
        self.app.db.change(async |tx| questions::ask(tx, post.into(), &draft).await).await.unwrap().unwrap();
    }

    /// A tribe that this member leads.
    pub async fn tribe(&self, leader: &Member, name: &str, door: Door) -> Tribe {
        let draft = tribes::Draft {
            name: name.into(),
            tagline: format!("In a line: {name}"),
            source: format!("About *{name}*."),
            rules: "Be kind.".into(),
            lang: Lang::En,
            door,
            places: None,
        };
        let address = self.app.db.always(async |tx| tribes::found(tx, leader, &draft).await).await.unwrap();
        self.tribe_at(leader, &address).await
    }

    /// A tribe as its leader sees it now.
    pub async fn tribe_at(&self, leader: &Member, address: &str) -> Tribe {
        tribes::at(&mut self.app.db.read().await.unwrap(), Some(leader), address).await.unwrap().unwrap().0
    }

    /// Brings a member into a tribe, however one comes in.
    pub async fn come_in(&self, tribe: &Tribe, member: &Member) {
        let leader = tribe.leader.unwrap();
        let joined = self.app.db.always(async |tx| {
            tribes::invite(tx, tribe, member.id, leader).await?;
            tribes::join(tx, tribe, member.id, "").await
        });
        assert_eq!(joined.await.unwrap(), tribes::Joined::In);
    }

    /// A discussion in a tribe.
    pub async fn discussion(&self, by: &Member, tribe: &Tribe, title: &str) -> ConversationId {
        let draft =
            discussions::Draft { title: title.into(), source: format!("The text of *{title}*."), lang: Lang::En };
        let mut conn = self.app.db.read().await.unwrap();
        let text = discussions::render(&mut conn, &draft, false).await.unwrap();
        drop(conn);
        let url = tribe.url();
        let group = discussions::Group { circle: tribe.id, url: &url };
        self.app.db.always(async |tx| discussions::begin(tx, by.id, group, &draft, &text).await).await.unwrap()
    }

    /// A file of a tribe.
    pub async fn tribe_file(&self, by: &Member, tribe: &Tribe, title: &str, bytes: &[u8]) -> RowId {
        let mut incoming = self.app.files.begin().await.unwrap();
        incoming.add(bytes).await.unwrap();
        let arrived = incoming.done().await.unwrap();
        let words = tribes::FileWords { title: title.into(), words: String::new() };
        tribes::put_file(&self.app, tribe, by.id, &arrived, "notes.txt", &words).await.unwrap().unwrap()
    }

    /// Comments by a member in one change, each an answer to the one before: a long chain soon.
    pub async fn chain(&self, by: &Member, post: PostId, words: impl Iterator<Item = String>) {
        use crate::talk::comments::{self, Reply, Text, Writer};
        let community = community::of(&self.app).await.unwrap();
        let mut conn = self.app.db.read().await.unwrap();
        let mut texts = vec![];
        for words in words {
            texts.push(Text::typed(&mut conn, &community, "en", &words).await.unwrap().unwrap());
        }
        drop(conn);
        let (writer, conversation) = (Writer::Member(by), ConversationId::from(post));
        let written = self.app.db.change(async |tx| {
            let mut parent = None;
            for text in &texts {
                let said = Reply { conversation, parent, writer: &writer, moderates: false, text };
                match comments::reply(tx, &community, &said).await? {
                    Ok(id) => parent = Some(id),
                    Err(no) => return Ok(Err(no)),
                }
            }
            Ok(Ok(()))
        });
        written.await.unwrap().unwrap();
    }

    /// Does every job that is due.
    pub async fn do_jobs(&self) {
        while notices::tell(&self.app).await.unwrap() {}
        for lane in [Lane::Soon, Lane::Later, Lane::Search] {
            while worker::one(&self.app, lane).await.unwrap() {}
        }
    }

    /// Does the jobs, and answers the e-mails that have left, in the order in which they were written.
    pub async fn letters(&self) -> Vec<String> {
        self.do_jobs().await;
        let mut files: Vec<_> = std::fs::read_dir(self.folder.path().join("mail"))
            .map(|files| files.map(|file| file.unwrap().path()).collect())
            .unwrap_or_default();
        files.sort();
        files.into_iter().map(|file| letter(&std::fs::read(file).unwrap())).collect()
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }
}

impl Still {
    /// A minute before tests begin, so that no number is made twice.
    async fn sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let site = Site::open(folder, Database::new().await, BEGIN - 60_000, Limits::generous(), BASE_URL).await;
        site.begin().await;
        let made = demo::run(&site.app, demo::Options::default()).await.unwrap();
        assert!(!made.was_there);
        site.app.db.close().await.unwrap();
        let Site { folder, database, .. } = site;
        if let Some(database) = &database {
            database.freeze().await;
        }
        Self { folder, database }
    }
}

/// Copies what is in a folder into another.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let there = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&there)?;
            copy(&entry.path(), &there)?;
        } else {
            std::fs::copy(entry.path(), there)?;
        }
    }
    Ok(())
}

/// An e-mail as its reader sees it: soft line breaks joined, quoted-printable undone.
fn letter(raw: &[u8]) -> String {
    let text = String::from_utf8_lossy(raw).replace("\r\n", "\n");
    if !text.contains("quoted-printable") {
        return text;
    }
    let joined = text.replace("=\n", "");
    let mut out = Vec::with_capacity(joined.len());
    let mut bytes = joined.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        let hex: Vec<u8> = bytes.by_ref().take(2).collect();
        let value = std::str::from_utf8(&hex).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.extend(value.map_or_else(|| [vec![b'='], hex].concat(), |value| vec![value]));
    }
    String::from_utf8_lossy(&out).into_owned()
}

async fn value_of(app: &App, post: PostId) -> String {
    let mut conn = app.db.read().await.unwrap();
    let author = author_of(&mut conn, post).await;
    let author = members::by_id(&mut conn, author).await.unwrap().unwrap();
    posts::for_reader(&mut conn, Some(&author), post).await.unwrap().unwrap().url()
}

async fn author_of(conn: &mut crate::kit::db::Conn, post: PostId) -> MemberId {
    crate::value!(conn, "select author from post where id = $1", post).unwrap().unwrap()
}

fn capital(handle: &str) -> String {
    let mut letters = handle.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
