//! Pages from memory: who gets which, and how often one is made. A page from memory carries no `x-request-id`.

use futures_util::{future::join_all, poll};
use rstest::rstest;

use crate::{
    checks::testing::{Client, Reply, Site},
    course::tribes::{self, Door, Joined, Tribe},
    ids::{CommentId, PostId},
    kit::{db::Tx, i18n::Lang},
    people::{
        blocks, community,
        members::{self, Joiner, Member, Role},
        shelves,
    },
    run,
    talk::{
        appreciations::{self, Thing},
        blogs, bookmarks,
        comments::{self, Entry, Text},
        posts::{self, Audience, Comments, Draft, Post},
        questions::{self, Picked},
    },
};

fn was_made(reply: &Reply) -> bool {
    reply.headers.contains_key("x-request-id")
}

/// A site with a post and its address.
async fn with_a_post() -> (Site, Member, PostId, String) {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    (site, ines, post, url)
}

#[tokio::test]
async fn a_page_that_many_want_is_made_once() {
    let (site, ines, post, url) = with_a_post().await;
    let mut reader = site.stranger();
    assert!(was_made(&reader.get(&url).await));
    assert!(!was_made(&reader.get(&url).await));
    for round in ["First.", "Second.", "Third."] {
        site.comment(&ines, post, None, round).await;
        let asked: Vec<_> = (0..40).map(|_| reader.clone()).collect();
        let replies = join_all(asked.into_iter().map(async |mut reader: Client| reader.get(&url).await)).await;
        assert!(replies.iter().all(|reply| reply.status == 200 && reply.body.contains(round)));
        assert_eq!(replies.iter().filter(|reply| was_made(reply)).count(), 1);
    }
}

#[tokio::test]
async fn whoever_asks_after_a_change_sees_it_however_many_ask_meanwhile() {
    let (site, ines, post, url) = with_a_post().await;
    let reader = site.stranger();
    for round in 0..20 {
        let (mut before, address) = (reader.clone(), url.clone());
        let asked = tokio::spawn(async move { before.get(&address).await });
        let said = format!("Number {round}.");
        site.comment(&ines, post, None, &said).await;
        let after = reader.clone().get(&url).await;
        assert!(after.body.contains(&said), "{round}");
        assert_eq!(asked.await.unwrap().status, 200);
    }
}

#[tokio::test]
async fn when_the_one_who_makes_a_page_hangs_up_another_makes_it() {
    let (site, _, _, url) = with_a_post().await;
    let (mut first, mut second, mut third) = (site.stranger(), site.stranger(), site.stranger());
    // The community is known to memory: only then does it know who asks.
    first.get("/").await;
    let mut making = Box::pin(first.get(&url));
    let (mut waiting, mut also) = (Box::pin(second.get(&url)), Box::pin(third.get(&url)));
    assert!(poll!(&mut making).is_pending() && poll!(&mut waiting).is_pending() && poll!(&mut also).is_pending());
    drop(making);
    let (waiting, also) = tokio::join!(waiting, also);
    assert_eq!((waiting.status.as_u16(), also.status.as_u16()), (200, 200));
    assert!(was_made(&waiting) != was_made(&also), "and the other has it from memory");
}

#[tokio::test]
async fn what_is_not_there_keeps_nobody_waiting() {
    let (site, ..) = with_a_post().await;
    let reader = site.stranger();
    reader.clone().get("/").await;
    let asked: Vec<_> = (0..20).map(|_| reader.clone()).collect();
    let replies = join_all(asked.into_iter().map(async |mut reader: Client| reader.get("/ines/2026/no/").await)).await;
    assert!(replies.iter().all(|reply| reply.status == 404));
    let replies = join_all([1, 2].map(async |_| reader.clone().get("/ines/2026/no/").await)).await;
    assert!(replies.iter().all(was_made), "an error is not kept");
}

#[tokio::test]
async fn what_a_page_does_not_know_in_a_query_makes_no_other_page() {
    let (site, _, _, url) = with_a_post().await;
    let mut reader = site.stranger();
    for path in [&*url, "/", "/ines/", "/members/", "/members/ines/", "/ines/2026/", "/ines/2026/09/"] {
        assert!(was_made(&reader.get(path).await), "{path}");
        for query in ["x=1", "x=2&utm_source=mail", "fbclid", "%78=1", "=", "&&"] {
            let reply = reader.get(&format!("{path}?{query}")).await;
            assert!(!was_made(&reply) && reply.status == 200, "{path}?{query}");
        }
    }
    // And nothing of it is on the page that others get.
    let mut other = site.stranger().with_header("accept-language", "de");
    let reply = other.get("/?x=%22evil").await;
    assert!(was_made(&reply) && !reply.body.contains("evil"), "{}", reply.body);
}

#[tokio::test]
async fn what_a_page_knows_in_a_query_is_another_page_however_it_is_spelt() {
    let (site, ines, post, url) = with_a_post().await;
    let first = site.comment(&ines, post, None, "First.").await;
    let second = site.comment(&ines, post, Some(first), "Second.").await;
    let mut reader = site.stranger();
    reader.get(&url).await;
    let flat = reader.get(&format!("{url}?%76iew=flat&x=1")).await;
    assert!(was_made(&flat) && flat.count(".in-reply-to") > 0, "it says what the second answers");
    let again = reader.get(&format!("{url}?view=flat")).await;
    assert!(!was_made(&again) && again.body == flat.body, "{second}");
    assert_eq!(reader.get(&url).await.count(".in-reply-to"), 0);
}

#[tokio::test]
async fn an_entry_is_made_once_for_all_who_only_read() {
    let (site, ines, post, _) = with_a_post().await;
    let (bram, mut writer) = site.member("bram").await;
    let (_, mut one) = site.member("one").await;
    let (_, mut other) = site.member("other").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let mut author = site.signed_in(ines.id).await;
    let (mut stranger, mut second) = (site.stranger(), site.stranger());
    let entry: CommentId = site.comment(&bram, post, None, "Just so.").await;
    let path = format!("/comments/{entry}/entry");
    // Memory learns who they are.
    for reader in [&mut writer, &mut one, &mut other, &mut olga, &mut author, &mut stranger] {
        reader.get("/members/").await;
    }
    assert!(was_made(&one.get(&path).await));
    let shared = other.get(&path).await;
    assert!(!was_made(&shared), "members without rights of their own share a copy");
    assert!(!shared.body.contains("/edit") && !shared.body.contains("/hide") && !shared.body.contains("data-own"));
    assert!(was_made(&stranger.get(&path).await) && !was_made(&second.get(&path).await), "and so do strangers");
    let own = writer.get(&path).await;
    assert!(was_made(&own) && own.body.contains("data-own") && own.body.contains("/edit"), "{}", own.body);
    let own = writer.get(&path).await;
    assert!(!was_made(&own) && own.body.contains("data-own"), "their own is kept, too");
    for decides in [&mut author, &mut olga] {
        assert!(decides.get(&path).await.body.contains("/hide"));
        assert!(!was_made(&decides.get(&path).await));
    }
    // Whoever had asked first: what is shown to others is not what the writer sees.
    let next = site.comment(&bram, post, Some(entry), "And more.").await;
    let path = format!("/comments/{next}/entry");
    assert!(writer.get(&path).await.body.contains("data-own"));
    assert!(!one.get(&path).await.body.contains("data-own"));
    assert!(!was_made(&other.get(&path).await));
}

#[tokio::test]
async fn many_ask_at_once_for_an_entry_and_the_writer_among_them_gets_their_own() {
    let (site, _, post, _) = with_a_post().await;
    let (bram, writer) = site.member("bram").await;
    let mut readers = vec![writer];
    for handle in ["ada", "chidi", "dora", "emil"] {
        readers.push(site.member(handle).await.1);
    }
    for reader in &mut readers {
        reader.get("/members/").await;
    }
    let entry = site.comment(&bram, post, None, "Just so.").await;
    let path = format!("/comments/{entry}/entry");
    let replies = join_all(readers.into_iter().map(async |mut reader: Client| reader.get(&path).await)).await;
    let own: Vec<bool> = replies.iter().map(|reply| reply.body.contains("data-own")).collect();
    assert_eq!(own, [true, false, false, false, false]);
    assert_eq!(replies.iter().filter(|reply| was_made(reply)).count(), 2, "the writer's, and that of all others");
}

#[tokio::test]
async fn beyond_ninety_nine_nobody_counts() {
    let (site, ines, post, url) = with_a_post().await;
    let (bram, mut reader) = site.member("bram").await;
    let mut author = site.signed_in(ines.id).await;
    site.comment(&ines, post, None, "First.").await;
    reader.get(&url).await;
    site.pass_minutes(60);
    for number in 0..99 {
        site.comment(&ines, post, None, &format!("Number {number}.")).await;
    }
    assert_eq!(reader.get("/").await.text(".tally .new"), "99 new");
    for number in 99..102 {
        site.comment(&ines, post, None, &format!("Number {number}.")).await;
    }
    for list in ["/", "/ines/", "/members/ines/"] {
        assert_eq!(reader.get(list).await.text(".tally .new"), "99+ new", "{list}");
    }
    let page = reader.get(&url).await;
    assert_eq!(page.text(".new-since span"), "99+ new comments since your last visit");
    let let_them_wait = site.app.db.always(async |tx| {
        run!(tx, "update comment set approved_at = null, shown = false where parent is null")?;
        Ok(())
    });
    let_them_wait.await.unwrap();
    assert_eq!(author.get("/").await.text("a.waiting"), "To review (99+)");
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    assert_eq!(olga.get("/").await.text("a.waiting"), "To review (99+)");
    assert_eq!(site.signed_in(bram.id).await.get("/").await.count("a.waiting"), 0, "it is not for others to decide");
}

/// What is made anew after something happened: `x` for everybody, `o` for whoever runs the community, `.` for nobody.
/// Carl commented on the post, which is Ines's; Dora has done nothing yet, and neither is the one who looks.
#[rustfmt::skip]
const ANEW: &str = "
#                        home post other blog elsewhere directory ines carl dora
comment                   x    x    .    x       .          .      x    x    .
comment-edited            .    x    .    .       .          .      .    x    .
comment-deleted           x    x    .    x       .          .      x    x    .
comment-waits             o    x    o    o       o          o      o    x    o
question-answered         .    x    .    .       .          .      .    x    .
comment-thanked           .    x    .    .       .          .      .    x    .
post-thanked              .    x    .    .       .          .      .    x    .
dora-keeps-a-comment      .    .    .    .       .          .      .    .    .
dora-keeps-the-post       .    .    .    .       .          .      .    .    .
carl-shows-a-shelf        .    .    .    .       .          .      .    x    .
comment-approved          x    x    o    x       o          o      x    x    o
carl-has-a-picture        x    x    .    .       .          x      .    x    .
carl-gets-a-role          x    x    .    .       .          x      .    x    .
dora-has-a-picture        .    .    .    .       .          x      .    .    x
dora-signs-out            .    .    .    .       .          .      .    .    .
post-published            x    x    .    x       .          .      x    .    .
post-edited               x    x    .    x       .          .      x    x    .
post-deleted              x    x    o    x       o          o      x    x    o
blog-renamed              x    x    .    x       .          x      x    .    .
somebody-begins-to-join   .    .    .    .       .          .      .    .    .
somebody-joins            x    .    .    .       .          x      .    .    .
somebody-asks-to-join     o    o    o    o       o          o      o    o    o
carl-joins-a-tribe        .    .    .    .       .          .      .    x    .
carl-discusses-in-a-tribe .    .    .    .       .          .      .    .    .
a-tribe-is-hidden         .    .    .    .       .          .      x    x    x
dora-blocks-carl          .    .    .    .       .          .      .    .    .
dora-writes-to-carl       .    .    .    .       .          .      .    .    .
carl-is-reported          o    o    o    o       o          o      o    o    o
settings-changed          x    x    x    x       x          x      x    x    x
";

/// A part of the table at a time, so that they are tried side by side.
#[rstest]
#[tokio::test]
async fn what_happens_makes_only_those_pages_anew_that_show_it(#[values(0, 1, 2, 3)] part: usize) {
    let mut lines = ANEW.lines().filter(|line| !line.is_empty());
    let columns: Vec<&str> = lines.next().unwrap().split_whitespace().skip(1).collect();
    for line in lines.skip(part).step_by(4) {
        // Two topics may share a counter, which makes a page anew for nothing: rarely, and never so again and again.
        let mut wrong = vec![];
        for _ in 0..5 {
            wrong = Box::pin(surprises(&columns, line)).await;
            if wrong.is_empty() {
                break;
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// What is otherwise than a line of the table says.
async fn surprises(columns: &[&str], line: &str) -> Vec<String> {
    let mut cells = line.split_whitespace();
    let event = cells.next().unwrap();
    let world = World::new().await;
    let mut readers = [world.site.stranger(), world.wanda.clone(), world.olga.clone()];
    let pages = world.pages();
    for reader in &mut readers {
        for page in &pages {
            reader.get(page).await;
            assert!(!was_made(&reader.get(page).await), "{event}: {page} is not kept");
        }
    }
    world.happens(event).await;
    let mut wrong = vec![];
    for ((column, page), cell) in columns.iter().zip(&pages).zip(cells) {
        for (who, reader) in ["stranger", "member", "organiser"].iter().zip(&mut readers) {
            let made = was_made(&reader.get(page).await);
            if made != (cell == "x" || (cell == "o" && *who == "organiser")) {
                wrong.push(format!("{event}: {column} for the {who} was made anew: {made}"));
            }
        }
    }
    wrong
}

/// A small community in which something happens.
struct World {
    site: Site,
    ines: Member,
    carl: Member,
    dora: Member,
    olga: Client,
    wanda: Client,
    post: PostId,
    urls: [String; 2],
    comment: CommentId,
    /// Led by Ines.
    tribe: Tribe,
}

impl World {
    async fn new() -> Self {
        let site = Site::new().await;
        // The first who came: the five latest, whom the front page names, are others.
        let (dora, _) = site.member("dora").await;
        let (ines, _) = site.member("ines").await;
        let (bob, _) = site.member("bob").await;
        let (carl, _) = site.member("carl").await;
        let (_, wanda) = site.member("wanda").await;
        let (_, olga) = site.member_as("olga", Role::Organiser).await;
        let (post, other) = (site.post(&ines, "Week one").await, site.post(&bob, "Elsewhere").await);
        let urls = [site.url(post).await, site.url(other).await];
        let comment = site.comment(&carl, post, None, "Just so.").await;
        site.ask(post, "When?", &["Now", "Later"]).await;
        let tribe = site.tribe(&ines, "Gardeners", Door::Open).await;
        Self { site, ines, carl, dora, olga, wanda, post, urls, comment, tribe }
    }

    fn pages(&self) -> Vec<String> {
        let [post, other] = &self.urls;
        let rest = ["/ines/", "/bob/", "/members/", "/members/ines/", "/members/carl/", "/members/dora/"];
        ["/", post, other].into_iter().chain(rest).map(ToOwned::to_owned).collect()
    }

    async fn entry(&self) -> Entry {
        comments::by_id(&mut self.site.app.db.read().await.unwrap(), self.comment).await.unwrap().unwrap()
    }

    async fn read_post(&self) -> Post {
        let mut conn = self.site.app.db.read().await.unwrap();
        posts::for_reader(&mut conn, Some(&self.ines), self.post).await.unwrap().unwrap()
    }

    async fn waits(&self) -> CommentId {
        let mut guest = self.site.stranger();
        let form = [("name", "Greta"), ("email", "greta@example.org"), ("text", "Hello.")];
        let sent = guest.post(&format!("/posts/{}/comments", self.post), &form).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        sent.location().unwrap().rsplit('/').next().unwrap().parse().unwrap()
    }

    fn joiner(handle: &str) -> Joiner {
        Joiner {
            handle: handle.parse().unwrap(),
            name: handle.parse().unwrap(),
            email: format!("{handle}@example.org").parse().unwrap(),
            password: None,
            role: Role::Participant,
            language: None,
        }
    }

    async fn answer(&self) {
        let (conversation, db) = (self.post.into(), &self.site.app.db);
        let question = questions::of(&mut db.read().await.unwrap(), conversation).await.unwrap().unwrap();
        let picked = Picked { options: vec![question.options[0].id], other: String::new() };
        let answered = db.change(async |tx| questions::answer(tx, conversation, self.dora.id, &picked).await);
        answered.await.unwrap().unwrap();
    }

    async fn thank(&self, thing: Thing) {
        self.site.app.db.always(async |tx| appreciations::thank(tx, self.dora.id, thing).await).await.unwrap();
    }

    async fn happens_privately(&self, event: &str) {
        let Self { site, carl, dora, .. } = self;
        let (url, form) = match event {
            "dora-blocks-carl" => {
                let block = site.app.db.always(async |tx| blocks::block(tx, dora.id, carl.id).await);
                return block.await.unwrap();
            }
            "dora-writes-to-carl" => ("/me/messages/new".into(), vec![("to", "carl"), ("text", "Between us.")]),
            _ => (format!("/report/member/{}", carl.id), vec![("words", "Unkind.")]),
        };
        assert_eq!(site.signed_in(dora.id).await.post(&url, &form).await.status, 303);
    }

    async fn keep(&self, what: &str) {
        let conversation = self.post.into();
        let is_comment = what == "dora-keeps-a-comment";
        let thing = if is_comment { Thing::Comment(self.comment, conversation) } else { Thing::Subject(conversation) };
        self.site.app.db.always(async |tx| bookmarks::keep(tx, self.dora.id, thing).await).await.unwrap();
    }

    async fn show_a_shelf(&self) {
        let (carl, db) = (self.carl.id, &self.site.app.db);
        let draft = shelves::Draft { title: "Deep work".into(), ..shelves::Draft::of(shelves::Kind::Book) };
        db.change(async |tx| shelves::add(tx, carl, &draft).await).await.unwrap().unwrap();
        let shelf = shelves::Shelf { audience: Audience::Public, library: None };
        db.always(async |tx| shelves::decide(tx, carl, &shelf).await).await.unwrap();
    }

    async fn has_a_picture(&self, member: &Member) {
        let picture = async |tx: &mut Tx| members::set_picture(tx, member.id, Some("x.png")).await;
        self.site.app.db.always(picture).await.unwrap();
    }

    async fn happens(&self, event: &str) {
        let Self { site, ines, carl, dora, post, .. } = self;
        let db = &site.app.db;
        let community = community::of(&site.app).await.unwrap();
        match event {
            "comment" => drop(site.comment(carl, *post, None, "And more.").await),
            "question-answered" => self.answer().await,
            "comment-thanked" => self.thank(Thing::Comment(self.comment, (*post).into())).await,
            "dora-keeps-a-comment" | "dora-keeps-the-post" => self.keep(event).await,
            "carl-shows-a-shelf" => self.show_a_shelf().await,
            "post-thanked" => self.thank(Thing::Subject((*post).into())).await,
            "comment-edited" => {
                let mut conn = db.read().await.unwrap();
                let text = Text::typed(&mut conn, &community, "en", "Not quite so.").await.unwrap().unwrap();
                drop(conn);
                let entry = self.entry().await;
                db.change(async |tx| comments::edit(tx, &entry, &text, false).await).await.unwrap().unwrap();
            }
            "comment-deleted" => {
                let entry = self.entry().await;
                db.always(async |tx| comments::delete(tx, &entry).await).await.unwrap();
            }
            "comment-waits" => drop(self.waits().await),
            "comment-approved" => {
                let id = self.waits().await;
                let approved = self.olga.clone().post(&format!("/comments/{id}/approve"), &[]).await;
                assert_eq!(approved.status, 303);
            }
            "carl-has-a-picture" => self.has_a_picture(carl).await,
            "carl-gets-a-role" => {
                let appointed = db.change(async |tx| members::appoint(tx, carl.id, Role::Guide).await).await;
                appointed.unwrap().unwrap();
            }
            "dora-has-a-picture" => self.has_a_picture(dora).await,
            "dora-signs-out" => {
                let signed_out = site.signed_in(dora.id).await.post("/sign-out", &[]).await;
                assert_eq!(signed_out.status, 303);
            }
            "post-published" => drop(site.post(ines, "Week two").await),
            "post-edited" => {
                let was = self.read_post().await;
                let draft = Draft {
                    title: "Week 1".into(),
                    source: "Other words.".into(),
                    format: markup::Format::Markdown,
                    slug: None,
                    lang: "en".parse().unwrap(),
                    audience: Audience::Public,
                    comments: Comments::Open,
                    tags: vec![],
                };
                let mut conn = db.read().await.unwrap();
                let text = posts::render(&mut conn, &draft.source, draft.format, "en", false).await.unwrap();
                drop(conn);
                db.change(async |tx| posts::edit(tx, &was, &draft, &text).await).await.unwrap().unwrap();
            }
            "post-deleted" => {
                let was = self.read_post().await;
                db.always(async |tx| posts::delete(tx, &was).await).await.unwrap();
            }
            "blog-renamed" => {
                let blogs = blogs::of(&mut db.read().await.unwrap(), ines.id).await.unwrap();
                let (address, title) = ("ines".parse().unwrap(), "Another name".parse().unwrap());
                let renamed = db.change(async |tx| blogs::update(tx, &blogs[0], &address, &title, "").await).await;
                renamed.unwrap().unwrap();
            }
            "somebody-begins-to-join" => {
                db.change(async |tx| members::add(tx, &Self::joiner("nina")).await).await.unwrap().unwrap();
            }
            "somebody-joins" => drop(self.site.member("nina").await),
            "somebody-asks-to-join" => {
                db.always(async |tx| members::ask(tx, dora.id, "please").await).await.unwrap();
            }
            "carl-joins-a-tribe" => {
                let join = async |tx: &mut Tx| tribes::join(tx, &self.tribe, carl.id, "").await;
                assert_eq!(db.always(join).await.unwrap(), Joined::In);
            }
            "carl-discusses-in-a-tribe" => drop(site.discussion(carl, &self.tribe, "What now?").await),
            "a-tribe-is-hidden" => {
                let draft = tribes::Draft {
                    name: self.tribe.name.clone(),
                    tagline: String::new(),
                    source: String::new(),
                    rules: String::new(),
                    lang: Lang::En,
                    door: Door::Hidden,
                    places: None,
                };
                let seen = self.tribe.edited_at;
                let hidden = db.change(async |tx| tribes::edit(tx, ines, &self.tribe, seen, &draft).await).await;
                hidden.unwrap().unwrap();
            }
            "dora-blocks-carl" | "dora-writes-to-carl" | "carl-is-reported" => self.happens_privately(event).await,
            "settings-changed" => {
                db.always(async |tx| community::update(tx, &community).await).await.unwrap();
            }
            other => panic!("{other} is not known to happen"),
        }
    }
}
