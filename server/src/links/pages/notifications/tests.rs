//! What members are told of, and what not.

use crate::{
    audiences::Audience,
    checks::testing::{Client, Site},
    ids::{CommentId, MemberId},
    kit::{db::queue, i18n::Lang},
    links::{
        announcements::{self, Draft, Later},
        notices::{self, Kind},
        watches::{self, Level, Subject, Why},
    },
    people::members::{Member, Role},
    run,
    talk::comments,
};

const BELL: &str = "/me/notifications/";

async fn told(site: &Site, member: MemberId) -> Vec<(Kind, Option<CommentId>)> {
    site.do_jobs().await;
    let mut conn = site.app.db.read().await.unwrap();
    let list = notices::list(&mut conn, member, i64::MAX, 100).await.unwrap();
    list.into_iter().map(|notice| (notice.kind(), notice.comment)).collect()
}

async fn unseen(site: &Site, member: MemberId) -> i64 {
    site.do_jobs().await;
    notices::unseen(&mut site.app.db.read().await.unwrap(), member).await.unwrap()
}

async fn follow(site: &Site, member: &Member, subject: Subject, level: Level) {
    site.app.db.always(async |tx| watches::choose(tx, member.id, subject, level).await).await.unwrap();
}

#[tokio::test]
async fn who_is_answered_mentioned_or_commented_on_is_told_once_and_nobody_of_their_own_words() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    let post = site.post(&ines, "Week one").await;
    let first = site.comment(&bram, post, None, "One.").await;
    let answer = site.comment(&lena, post, Some(first), "Two, with @bram and @ines.").await;
    site.comment(&ines, post, Some(first), "Three.").await;
    assert_eq!(told(&site, ines.id).await, [(Kind::Mention, Some(answer)), (Kind::Comment, Some(first))]);
    let brams: Vec<Kind> = told(&site, bram.id).await.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(brams, [Kind::Answer, Kind::Mention], "an answer that mentions is told once");
    assert_eq!(told(&site, lena.id).await, []);
}

#[tokio::test]
async fn the_bell_says_who_and_what_and_reading_the_conversation_ticks_it_off() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    let post = site.post(&ines, "Week one").await;
    assert!(browser.get(BELL).await.text(".empty").contains("Nothing here yet"));
    let first = site.comment(&bram, post, None, "A *first* thought.").await;
    site.comment(&lena, post, None, "Another.").await;
    site.do_jobs().await;
    let page = browser.get(BELL).await;
    assert_eq!(page.text(".notice-group .sentence"), "Lena and 1 other commented on your post");
    assert_eq!(page.attributes(".notice-group a.what", "href"), [format!("/comments/{first}")]);
    assert!(page.text(".notice-group").contains("A first thought."));
    assert_eq!(page.attributes("a.bell", "data-bell"), ["2"]);
    assert_eq!(browser.get("/").await.attributes("a.bell", "data-bell"), ["2"], "on every page");
    browser.get(&site.url(post).await).await;
    let page = browser.get(BELL).await;
    assert_eq!(page.attributes("a.bell", "data-bell"), ["0"], "what was read is ticked off");
    assert_eq!(page.count(".notice-group.is-new"), 0);
    assert_eq!(page.count(".notice-group"), 1, "what was read stays in the list");
}

#[tokio::test]
async fn all_can_be_ticked_off_at_once_but_not_what_came_meanwhile() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.comment(&bram, post, None, "One.").await;
    site.do_jobs().await;
    let until = browser.get(BELL).await.attributes("input[name=until]", "value")[0].clone();
    site.comment(&bram, post, None, "Two.").await;
    site.do_jobs().await;
    let done = browser.post("/me/notifications/seen", &[("until", until.as_str())]).await;
    assert_eq!(done.location().as_deref(), Some(BELL));
    assert_eq!(unseen(&site, ines.id).await, 1);
}

#[tokio::test]
async fn what_was_hidden_or_deleted_or_may_no_longer_be_read_is_told_no_more() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    let post = site.post(&ines, "Week one").await;
    let own = site.comment(&bram, post, None, "One.").await;
    let answer = site.comment(&lena, post, Some(own), "Two.").await;
    assert_eq!(unseen(&site, bram.id).await, 1);
    assert_eq!(brams.get("/").await.attributes("a.bell", "data-bell"), ["1"]);
    let entry = comments::by_id(&mut site.app.db.read().await.unwrap(), answer).await.unwrap().unwrap();
    site.app.db.always(async |tx| comments::hide(tx, &ines, &entry).await).await.unwrap();
    assert_eq!(unseen(&site, bram.id).await, 0);
    assert_eq!(brams.get("/").await.attributes("a.bell", "data-bell"), ["0"], "and no page says otherwise");
    site.app.db.always(async |tx| comments::unhide(tx, &ines, &entry).await).await.unwrap();
    assert_eq!(unseen(&site, bram.id).await, 1);
    site.app
        .db
        .always(async |tx| Ok(run!(tx, "update conversation set audience = 0 where id = $1", post)?))
        .await
        .unwrap();
    assert_eq!(unseen(&site, bram.id).await, 0);
    assert_eq!(brams.get(BELL).await.count(".notice-group"), 0);
}

#[tokio::test]
async fn those_who_decide_hear_of_what_waits_until_somebody_has_decided() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (olga, mut olgas) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Week one").await;
    let mut guest = site.stranger();
    let said = [("name", "Odile"), ("email", "odile@example.net"), ("text", "May I?")];
    assert_eq!(guest.post(&format!("/posts/{post}/comments"), &said).await.status, 303);
    let [(kind, Some(waits))] = told(&site, ines.id).await[..] else { panic!() };
    assert_eq!(kind, Kind::Waiting);
    assert_eq!(unseen(&site, olga.id).await, 1);
    assert!(olgas.get(BELL).await.text(".notice-group").contains("Odile"));
    olgas.post(&format!("/comments/{waits}/approve"), &[]).await;
    assert_eq!(unseen(&site, olga.id).await, 0, "decided by herself");
    let kinds: Vec<Kind> = told(&site, ines.id).await.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Comment], "and to its author it is a comment now");
}

#[tokio::test]
async fn whoever_follows_at_once_is_told_and_whoever_muted_is_not() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    let (tom, _) = site.member("tom").await;
    let post = site.post(&ines, "Week one").await;
    site.do_jobs().await;
    let conversation = Subject::Conversation(post.into());
    follow(&site, &lena, conversation, Level::Now).await;
    follow(&site, &tom, Subject::Member(ines.id), Level::Now).await;
    let said = site.comment(&bram, post, None, "One.").await;
    assert_eq!(told(&site, lena.id).await, [(Kind::Said, Some(said))]);
    assert_eq!(told(&site, tom.id).await, [], "he follows what Ines publishes");
    site.post(&ines, "Week two").await;
    assert_eq!(told(&site, tom.id).await, [(Kind::Posted, None)]);
    follow(&site, &lena, conversation, Level::Mute).await;
    site.comment(&bram, post, None, "Three.").await;
    assert_eq!(told(&site, lena.id).await.len(), 1);
    let mention = site.comment(&bram, post, None, "What does @lena think?").await;
    assert_eq!(told(&site, lena.id).await[0], (Kind::Mention, Some(mention)), "what is said to her reaches her");
}

#[tokio::test]
async fn followers_are_told_in_portions_each_once_however_often_it_is_begun() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    for number in 0..1_203 {
        site.app
            .db
            .always(async |tx| {
                let (id, now) = (tx.new_id(), tx.now);
                run!(
                    tx,
                    "insert into member (id, handle, name, name_key, role, bio, website, language, time_zone, joined_at, why,
                                         confirmed_at, claimed_at)
                     values ($1, $2, $2, $2, 'participant', '', '', '', '', $3, '', $3, $3)",
                    id,
                    format!("m{number}"),
                    now
                )?;
                watches::choose(tx, MemberId(id), Subject::Conversation(post.into()), Level::Now).await
            })
            .await
            .unwrap();
    }
    site.comment(&ines, post, None, "One.").await;
    site.do_jobs().await;
    let count = async || {
        let rows: Vec<(i64, i64)> = crate::all!(
            site.app.db.read().await.unwrap(),
            "select count(*), count(distinct member) from notice where kind = 'said'"
        )
        .unwrap();
        rows[0]
    };
    assert_eq!(count().await, (1_203, 1_203));
    let seq: i64 = crate::value!(site.app.db.read().await.unwrap(), "select max(seq) from notice").unwrap().unwrap();
    notices::tell_followers(&site.app, seq, MemberId(0)).await.unwrap();
    assert_eq!(count().await, (1_203, 1_203));
    assert_eq!(queue::standing(&mut site.app.db.read().await.unwrap()).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn writing_follows_by_itself_and_it_is_ended_from_where_it_speaks() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.comment(&bram, post, None, "One.").await;
    site.do_jobs().await;
    let conversation = Subject::Conversation(post.into());
    let watch =
        async |member| watches::find(&mut site.app.db.read().await.unwrap(), member, conversation).await.unwrap();
    assert_eq!(watch(ines.id).await.map(|it| (it.level, it.why)), Some((Level::Digest, Why::Wrote)));
    assert_eq!(watch(bram.id).await.map(|it| (it.level, it.why)), Some((Level::Digest, Why::Answered)));
    let url = site.url(post).await;
    let page = brams.get(&url).await;
    assert_eq!(page.text(".watch summary"), "Following: digest");
    assert!(page.text(".watch").contains("because you took part"));
    let choose = async |browser: &mut Client, level: &str| {
        let number = post.to_string();
        let form = [("kind", "conversation"), ("subject", number.as_str()), ("level", level), ("next", url.as_str())];
        browser.post("/me/watches", &form).await.location()
    };
    assert_eq!(choose(&mut brams, "mute").await.as_deref(), Some(url.as_str()));
    assert_eq!(brams.get(&url).await.text(".watch summary"), "Muted");
    assert!(brams.get("/me/watches/").await.text(".rows").contains("Week one"));
    choose(&mut brams, "").await;
    assert_eq!(brams.get(&url).await.text(".watch summary"), "Follow");
    assert_eq!(browser.get(&url).await.text(".watch summary"), "Following: digest");
    assert_eq!(watch(bram.id).await, None);
}

#[tokio::test]
async fn what_may_not_be_read_cannot_be_followed() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.app
        .db
        .always(async |tx| Ok(run!(tx, "update conversation set audience = 0 where id = $1", post)?))
        .await
        .unwrap();
    let number = post.to_string();
    for (kind, subject) in [("conversation", number.as_str()), ("blog", "17"), ("member", "x"), ("moon", "1")] {
        let form = [("kind", kind), ("subject", subject), ("level", "now")];
        assert_eq!(brams.post("/me/watches", &form).await.status, 404, "{kind} {subject}");
    }
    assert!(watches::of_member(&mut site.app.db.read().await.unwrap(), bram.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_happened_more_than_a_year_ago_is_forgotten_and_nothing_of_it_is_told_again() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let announcement = Draft {
        title: "The timetable".into(),
        source: "We begin at ten.".into(),
        lang: Lang::En,
        begins_at: None,
        ends_at: None,
        later: Later::See,
    };
    site.app
        .db
        .always(async |tx| {
            let id = announcements::write(tx, Audience::Community, olga.id, &announcement).await?;
            announcements::publish(tx, id).await
        })
        .await
        .unwrap();
    let post = site.post(&ines, "Week one").await;
    for words in ["One.", "Two."] {
        site.comment(&bram, post, None, words).await;
    }
    site.told().await;
    let told = site.wait(3).await.len();
    assert_eq!(told, 3, "of the announcement, to two, and of what was said");
    let rows = async || {
        let mut conn = site.app.db.read().await.unwrap();
        let count: Option<i64> = crate::value!(
            conn,
            "select (select count(*) from news) + (select count(*) from notice) + (select count(*) from letter)"
        )
        .unwrap();
        count.unwrap()
    };
    let before = rows().await;
    site.pass_minutes(399 * 24 * 60);
    notices::forget_old(&site.app).await.unwrap();
    assert_eq!(rows().await, before, "for a year and more it is known");
    site.pass_minutes(2 * 24 * 60);
    crate::schedule::round(&site.app).await.unwrap();
    site.do_jobs().await;
    assert_eq!(rows().await, 0);
    let mut browser = site.signed_in(ines.id).await;
    assert_eq!(browser.get("/me/notifications/").await.count(".notice-group"), 1, "the announcement alone");
    site.comment(&bram, post, None, "Three, a year later.").await;
    site.told().await;
    let letters = site.wait(26 * 60).await;
    assert_eq!(letters.len() - told, 1, "what is new is told, and what is old is not");
    let with = |words: &str| letters.iter().filter(|letter| letter.contains(words)).count();
    assert_eq!((with("Three, a year later."), with("Bram: Two.")), (1, 1));
    assert_eq!(browser.get("/me/notifications/").await.count(".notice-group"), 2);
}
