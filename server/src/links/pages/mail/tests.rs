//! Which e-mails members get about news, and which not.

use crate::{
    checks::testing::Site,
    ids::{CommentId, MemberId},
    kit::db::Tx,
    links::{
        emails,
        mailing::{self, Choice, Mode},
        notices,
        watches::{self, Level, Subject},
    },
    people::{
        community,
        members::{self, Role},
    },
    run,
    talk::comments,
    value,
};

/// Nine in the morning is when tests begin, in UTC.
const CHOICE: Choice =
    Choice { mode: Mode::Now, weekday: 1, hour: 7, most: 5, quiet_from: 22, quiet_until: 7, paused_until: None };

impl Site {
    /// Writes what is due, and answers the e-mails about news that have left so far.
    pub(crate) async fn told(&self) -> Vec<String> {
        self.do_jobs().await;
        while emails::round(&self.app).await.unwrap() {}
        let all = self.letters().await;
        all.into_iter().filter(|letter| letter.contains("List-Unsubscribe:")).collect()
    }

    pub(crate) async fn choose(&self, member: MemberId, choice: Choice) {
        self.app.db.always(async |tx| mailing::choose(tx, member, &choice).await).await.unwrap();
    }

    /// Lets so many minutes pass, looking now and then.
    pub(crate) async fn wait(&self, minutes: i64) -> Vec<String> {
        for _ in 0..minutes / 30 {
            self.pass_minutes(30);
            self.told().await;
        }
        self.pass_minutes(minutes % 30);
        self.told().await
    }
}

#[tokio::test]
async fn who_is_answered_gets_one_e_mail_unless_they_read_it_first() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.told().await;
    let comment = site.comment(&bram, post, None, "A *first* thought.").await;
    assert_eq!(site.told().await.len(), 0, "she may be reading it just now");
    let told = site.wait(3).await;
    let [letter] = &told[..] else { panic!("{told:#?}") };
    assert!(letter.contains("To: ines@example.org"), "{letter}");
    assert!(letter.contains("Subject: Re: Week one"), "{letter}");
    assert!(letter.contains(&format!("http://lyceum.test/comments/{comment}")), "{letter}");
    assert!(letter.contains("A first thought."), "{letter}");
    assert!(letter.contains("text/plain") && letter.contains("text/html"), "{letter}");
    assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{letter}");
    assert!(letter.contains("Auto-Submitted: auto-generated"), "{letter}");
    assert!(letter.contains("References: <conversation-"), "{letter}");
    assert_eq!(site.wait(60).await.len(), 1, "nothing is told twice");
    site.comment(&bram, post, None, "A second one.").await;
    site.told().await;
    browser.get(&site.url(post).await).await;
    assert_eq!(site.wait(24 * 60).await.len(), 1, "what was read is not told");
}

#[tokio::test]
async fn more_than_the_budget_waits_for_the_digest_and_nothing_is_lost() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    site.choose(ines.id, Choice { most: 2, ..CHOICE }).await;
    let mut posts = vec![];
    for week in 1..=5 {
        posts.push(site.post(&ines, &format!("Week {week}")).await);
    }
    site.told().await;
    for post in &posts {
        site.comment(&bram, *post, None, "A thought.").await;
    }
    site.told().await;
    let told = site.wait(5).await;
    assert_eq!(told.len(), 2, "{told:#?}");
    let told = site.wait(24 * 60).await;
    assert_eq!(told.len(), 3, "{told:#?}");
    let digest = &told[2];
    for title in ["Week 3", "Week 4", "Week 5"] {
        assert!(digest.contains(title), "{title}: {digest}");
    }
    assert!(!digest.contains("Week 1"), "{digest}");
    assert_eq!(site.wait(48 * 60).await.len(), 3, "nothing is told twice");
}

#[tokio::test]
async fn a_digest_holds_what_one_follows_and_may_still_read() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    site.choose(lena.id, Choice { mode: Mode::Daily, ..CHOICE }).await;
    let post = site.post(&ines, "Week one").await;
    let subject = Subject::Conversation(post.into());
    site.app.db.always(async |tx| watches::choose(tx, lena.id, subject, Level::Digest).await).await.unwrap();
    site.told().await;
    site.pass_minutes(1);
    site.comment(&bram, post, None, "This one stays.").await;
    let gone = site.comment(&bram, post, None, "This one goes.").await;
    site.told().await;
    let delete = async |tx: &mut Tx| {
        let entry = comments::by_id(tx, gone).await?.expect("it is there");
        comments::delete(tx, &entry).await
    };
    site.app.db.always(delete).await.unwrap();
    let told: Vec<_> = site.wait(24 * 60).await.into_iter().filter(|letter| letter.contains("To: lena")).collect();
    let [digest] = &told[..] else { panic!("{told:#?}") };
    assert!(digest.contains("This one stays."), "{digest}");
    assert!(!digest.contains("This one goes."), "{digest}");
    assert!(digest.contains("1 update from The Commons School"), "{digest}");
}

#[tokio::test]
async fn a_digest_that_would_be_too_long_goes_on_in_the_next_and_nothing_is_told_twice() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (lena, _) = site.member("lena").await;
    site.choose(lena.id, Choice { mode: Mode::Daily, ..CHOICE }).await;
    let follow = Subject::Blog(site.blog_of(&ines).await);
    site.app.db.always(async |tx| watches::choose(tx, lena.id, follow, Level::Digest).await).await.unwrap();
    site.told().await;
    site.pass_minutes(1);
    for number in 1..=45 {
        site.post(&ines, &format!("Number {number}.")).await;
    }
    let of_lena = |told: Vec<String>| told.into_iter().filter(|letter| letter.contains("To: lena")).collect::<Vec<_>>();
    let first = of_lena(site.wait(24 * 60).await);
    let all = of_lena(site.wait(48 * 60).await);
    assert_eq!((first.len(), all.len()), (1, 2));
    assert!(first[0].contains("5 more conversations follow in the next digest."), "{}", first[0]);
    for number in 1..=45 {
        let times = all.iter().filter(|letter| letter.contains(&format!("\nNumber {number}.\n"))).count();
        assert_eq!(times, 1, "number {number}");
    }
}

#[tokio::test]
async fn a_member_who_was_suspended_for_a_while_gets_digests_again() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (head, _) = site.member_as("head", Role::Organiser).await;
    site.choose(ines.id, Choice { mode: Mode::Daily, ..CHOICE }).await;
    let post = site.post(&ines, "Week one").await;
    site.told().await;
    site.app.db.change(async |tx| members::suspend(tx, &head, ines.id, "a while").await).await.unwrap().unwrap();
    site.comment(&bram, post, None, "One.").await;
    assert_eq!(site.wait(48 * 60).await.len(), 0, "not while it lasts");
    site.app.db.change(async |tx| members::lift_suspension(tx, ines.id).await).await.unwrap().unwrap();
    assert_eq!(site.wait(48 * 60).await.len(), 1);
}

#[tokio::test]
async fn nothing_comes_in_quiet_hours_in_a_pause_or_to_whoever_wants_none() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.told().await;
    site.choose(ines.id, Choice { quiet_from: 8, quiet_until: 12, hour: 13, ..CHOICE }).await;
    site.comment(&bram, post, None, "One.").await;
    assert_eq!(site.wait(120).await.len(), 0, "it is eleven, and quiet until twelve");
    assert_eq!(site.wait(61).await.len(), 1);
    let until = crate::ids::Timestamp(site.now().0 + 3 * 24 * 3_600_000);
    site.choose(ines.id, Choice { paused_until: Some(until), ..CHOICE }).await;
    site.comment(&bram, post, None, "Two.").await;
    assert_eq!(site.wait(48 * 60).await.len(), 1, "paused");
    assert_eq!(site.wait(48 * 60).await.len(), 2, "what came meanwhile comes after it");
    site.choose(ines.id, Choice { mode: Mode::Never, ..CHOICE }).await;
    site.comment(&bram, post, None, "Three.").await;
    assert_eq!(site.wait(48 * 60).await.len(), 2, "never");
}

#[tokio::test]
async fn a_link_in_an_e_mail_changes_nothing_until_its_button_is_pressed() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.told().await;
    site.comment(&bram, post, None, "One.").await;
    let told = site.wait(3).await;
    let link = told[0].split_once("List-Unsubscribe: <").unwrap().1.split_once('>').unwrap().0;
    let path = link.strip_prefix("http://lyceum.test").unwrap();
    let mut filter = site.stranger();
    let page = filter.get(path).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h1"), "Stop e-mails");
    let mode = async || mailing::find(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap().mode();
    assert_eq!(mode().await, Mode::Now, "looking changes nothing");
    for _ in 0..2 {
        let done = site.stranger().post(path, &[("List-Unsubscribe", "One-Click")]).await;
        assert_eq!(done.status, 200, "RFC 8058: no redirect");
        assert_eq!(mode().await, Mode::Never);
    }
    let again = Choice { mode: Mode::Daily, ..CHOICE };
    site.choose(ines.id, again).await;
    let multipart = site.stranger().upload(path, "List-Unsubscribe", "x", b"One-Click").await;
    assert_eq!((multipart.status.as_u16(), mode().await), (200, Mode::Never), "RFC 8058 lets it be multipart");
    site.choose(ines.id, again).await;
    let other = site.stranger().post(path, &[("conversation", "nonsense")]).await;
    assert_eq!((other.status.as_u16(), mode().await), (404, Mode::Daily), "nothing more is ended than was asked");
    let altered = format!("{}x/", path.trim_end_matches('/'));
    assert_eq!(site.stranger().get(&altered).await.status, 404);
    assert_eq!(site.stranger().post(&altered, &[]).await.status, 404);
}

#[tokio::test]
async fn the_page_shows_what_went_into_which_e_mail_and_keeps_what_is_chosen() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    assert!(browser.get("/me/mail/").await.text(".empty").contains("No e-mail yet"));
    let post = site.post(&ines, "Week one").await;
    site.told().await;
    site.comment(&bram, post, None, "One.").await;
    site.do_jobs().await;
    let page = browser.get("/me/mail/").await;
    assert!(page.text("#main").contains("Comes soon"), "what is in no e-mail yet says why");
    site.wait(3).await;
    let page = browser.get("/me/mail/").await;
    assert!(page.text(".rows").contains("Re: Week one") && page.text(".rows").contains("1 update"));
    assert_eq!(page.text(".rows .told a"), "Week one");
    assert_eq!(page.attributes(".rows .told a", "href"), [site.url(post).await]);
    let form = [
        ("mode", "weekly"),
        ("weekday", "3"),
        ("hour", "18"),
        ("most", "2"),
        ("quiet_from", "0"),
        ("quiet_until", "0"),
        ("paused", "soon"),
    ];
    let refused = browser.post("/me/mail/choice", &form).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.attributes("input[name=paused]", "value"), ["soon"], "what was typed is still there");
    let form = form.map(|(name, value)| (name, if name == "paused" { "" } else { value }));
    let done = browser.post("/me/mail/choice", &form).await;
    assert_eq!(done.location().as_deref(), Some("/me/mail/?changed=1"));
    let mailing = mailing::find(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap();
    assert_eq!((mailing.mode(), mailing.weekday, mailing.hour, mailing.most), (Mode::Weekly, 3, 18, 2));
}

#[tokio::test]
async fn what_happened_days_ago_comes_in_a_digest_and_floods_nobody() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    for week in 1..4 {
        let post = site.post(&ines, &format!("Week {week}")).await;
        site.comment(&bram, post, None, "A thought of long ago.").await;
    }
    site.do_jobs().await;
    // The server was away, or all of it came from elsewhere.
    site.pass_minutes(4 * 24 * 60);
    let post = site.post(&ines, "Week four").await;
    site.comment(&bram, post, None, "A new thought.").await;
    let told = site.wait(3).await;
    let [letter] = &told[..] else { panic!("{told:#?}") };
    assert!(letter.contains("Subject: Re: Week four"), "{letter}");
    let told = site.wait(25 * 60).await;
    let [_, digest] = &told[..] else { panic!("{told:#?}") };
    assert!(digest.matches("A thought of long ago.").count() >= 3, "{digest}");
}

/// Writes the e-mails that are due without handing any over: they wait for their place in the pace.
async fn write_only(site: &Site) {
    while notices::tell(&site.app).await.unwrap() {}
    while emails::round(&site.app).await.unwrap() {}
}

/// How many e-mails about news wait.
async fn waiting(site: &Site) -> Option<i64> {
    let mut conn = site.app.db.read().await.unwrap();
    value!(&mut conn, "select count(*) from letter where member is not null and sent_at is null and body <> ''")
        .unwrap()
}

async fn entry(site: &Site, id: CommentId) -> comments::Entry {
    comments::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn an_e_mail_that_waits_and_tells_only_of_what_is_gone_does_not_leave() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.told().await;
    let hidden = site.comment(&bram, post, None, "One that is hidden.").await;
    while notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(3);
    write_only(&site).await;
    assert_eq!(waiting(&site).await, Some(1));
    let hidden = entry(&site, hidden).await;
    site.app.db.always(async |tx| comments::hide(tx, &ines, &hidden).await).await.unwrap();
    assert_eq!(site.wait(26 * 60).await, Vec::<String>::new());
    assert_eq!(waiting(&site).await, Some(0));
    // It was a slip.
    site.app.db.always(async |tx| comments::unhide(tx, &ines, &hidden).await).await.unwrap();
    let other = site.comment(&bram, post, None, "One that stays.").await;
    let told = site.wait(26 * 60).await;
    let all = told.join("\n");
    assert!(all.contains("One that is hidden.") && all.contains(&format!("/comments/{other}")), "{told:#?}");
    assert_eq!(site.wait(26 * 60).await.len(), told.len(), "nothing is told twice");
}

#[tokio::test]
async fn an_e_mail_that_waits_is_written_anew_without_what_was_deleted_or_may_not_be_read_any_more() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    site.choose(lena.id, Choice { mode: Mode::Daily, quiet_from: 0, quiet_until: 0, ..CHOICE }).await;
    let (open, narrowed) = (site.post(&ines, "Week one").await, site.post(&ines, "Week two").await);
    for post in [open, narrowed] {
        let subject = Subject::Conversation(post.into());
        site.app.db.always(async |tx| watches::choose(tx, lena.id, subject, Level::Digest).await).await.unwrap();
    }
    let own = site.comment(&lena, open, None, "A question.").await;
    site.told().await;
    site.pass_minutes(1);
    site.comment(&bram, open, Some(own), "An answer that stays.").await;
    let answer = site.comment(&bram, open, Some(own), "An answer that goes.").await;
    site.comment(&bram, open, None, "A thought that stays.").await;
    let thought = site.comment(&bram, open, None, "A thought that goes.").await;
    site.comment(&bram, narrowed, None, "A thought for a few.").await;
    while notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(24 * 60);
    write_only(&site).await;
    // One to whoever wrote the posts, and the digest.
    let of_lena = "select count(*) from letter l join member m on m.id = l.member
                    where m.handle = 'lena' and l.kind = 'digest' and l.sent_at is null";
    let count: Option<i64> = value!(&mut site.app.db.read().await.unwrap(), of_lena).unwrap();
    assert_eq!(count, Some(1));
    for gone in [answer, thought] {
        let gone = entry(&site, gone).await;
        site.app.db.always(async |tx| comments::delete(tx, &gone).await).await.unwrap();
    }
    let narrow = "update conversation set audience = 0 where id = $1";
    site.app.db.always(async |tx| Ok(run!(tx, narrow, narrowed)?)).await.unwrap();
    let told: Vec<_> = site.wait(3).await.into_iter().filter(|letter| letter.contains("To: lena")).collect();
    let [digest] = &told[..] else { panic!("{told:#?}") };
    for (words, stays) in [
        ("An answer that stays.", true),
        ("A thought that stays.", true),
        ("An answer that goes.", false),
        ("A thought that goes.", false),
        ("A thought for a few.", false),
    ] {
        assert_eq!(digest.contains(words), stays, "{words}: {digest}");
    }
    let later = site.wait(48 * 60).await.into_iter().filter(|letter| letter.contains("To: lena")).count();
    assert_eq!(later, 1, "nothing is told twice");
}

impl Site {
    /// Words an entry otherwise.
    pub(crate) async fn reword(&self, id: CommentId, words: &str) {
        let mut conn = self.app.db.read().await.unwrap();
        let entry = comments::by_id(&mut conn, id).await.unwrap().unwrap();
        let community = community::of(&self.app).await.unwrap();
        let text = comments::Text::typed(&mut conn, &community, "en", words).await.unwrap().unwrap();
        drop(conn);
        self.app.db.change(async |tx| comments::edit(tx, &entry, &text, false).await).await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn an_e_mail_that_waits_says_what_stands_there_when_it_leaves() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    site.choose(lena.id, Choice { mode: Mode::Daily, quiet_from: 0, quiet_until: 0, ..CHOICE }).await;
    let post = site.post(&ines, "Week one").await;
    let subject = Subject::Conversation(post.into());
    site.app.db.always(async |tx| watches::choose(tx, lena.id, subject, Level::Digest).await).await.unwrap();
    site.told().await;
    site.pass_minutes(1);
    let thought = site.comment(&bram, post, None, "Ask for Miriam at the desk.").await;
    while notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(24 * 60);
    write_only(&site).await;
    // One at once to whoever wrote the post, and a digest.
    assert_eq!(waiting(&site).await, Some(2));
    site.reword(thought, "Ask at the desk.").await;
    let titled = "update conversation set title = 'Week one and a half' where id = $1";
    site.app.db.always(async |tx| Ok(run!(tx, titled, post)?)).await.unwrap();
    let told = site.wait(3).await;
    assert_eq!(told.len(), 2, "{told:#?}");
    for letter in &told {
        assert!(letter.contains("Ask at the desk.") && letter.contains("Week one and a half"), "{letter}");
        assert!(!letter.contains("Miriam"), "{letter}");
    }
    // What has left says what it said, and nothing is told twice.
    site.reword(thought, "Ask anybody.").await;
    assert_eq!(site.wait(48 * 60).await.len(), 2);
    let noted: Option<i64> =
        value!(&mut site.app.db.read().await.unwrap(), "select count(*) from letter where words is not null").unwrap();
    assert_eq!(noted, Some(0), "of what has left nothing is kept");
}

#[tokio::test]
async fn an_e_mail_in_doubt_leaves_in_the_words_it_may_have_arrived_in() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.told().await;
    let thought = site.comment(&bram, post, None, "As it was.").await;
    while notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(3);
    write_only(&site).await;
    let now = site.now();
    let tried = "update letter set tried_at = $1 where member is not null";
    site.app.db.always(async |tx| Ok(run!(tx, tried, now)?)).await.unwrap();
    site.reword(thought, "As it is.").await;
    let told = site.wait(26 * 60).await;
    let [letter] = &told[..] else { panic!("{told:#?}") };
    assert!(letter.contains("As it was."), "{letter}");
}

#[tokio::test]
async fn who_mutes_a_conversation_or_ends_all_e_mail_gets_none_of_what_waits() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    let (carol, _) = site.member("carol").await;
    let (dora, _) = site.member("dora").await;
    let post = site.post(&ines, "Week one").await;
    let subject = Subject::Conversation(post.into());
    for member in [lena.id, carol.id, dora.id] {
        site.app.db.always(async |tx| watches::choose(tx, member, subject, Level::Now).await).await.unwrap();
    }
    site.told().await;
    site.pass_minutes(1);
    site.comment(&bram, post, None, "A thought.").await;
    // Also those who follow.
    site.do_jobs().await;
    site.pass_minutes(3);
    write_only(&site).await;
    assert_eq!(waiting(&site).await, Some(4));
    site.app.db.always(async |tx| watches::choose(tx, lena.id, subject, Level::Mute).await).await.unwrap();
    site.app.db.always(async |tx| mailing::end(tx, carol.id).await).await.unwrap();
    let pause = Choice { paused_until: Some(site.now().plus_days(3)), ..CHOICE };
    site.choose(dora.id, pause).await;
    let told = site.wait(26 * 60).await;
    let [letter] = &told[..] else { panic!("{told:#?}") };
    assert!(letter.contains("To: ines"), "{letter}");
    let told = site.wait(72 * 60).await;
    let [_, letter] = &told[..] else { panic!("{told:#?}") };
    assert!(letter.contains("To: dora") && letter.contains("A thought."), "after the pause: {letter}");
}

#[tokio::test]
async fn an_e_mail_in_doubt_is_not_written_anew_but_one_about_what_is_gone_does_not_leave() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (first, second) = (site.post(&ines, "Week one").await, site.post(&ines, "Week two").await);
    site.told().await;
    let gone = [
        site.comment(&bram, first, None, "All that was said here.").await,
        site.comment(&bram, second, None, "One that goes.").await,
    ];
    site.comment(&bram, second, None, "One that stays.").await;
    while notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(3);
    write_only(&site).await;
    assert_eq!(waiting(&site).await, Some(2));
    // The server died while it handed them over.
    let now = site.now();
    let tried = "update letter set tried_at = $1 where member is not null";
    site.app.db.always(async |tx| Ok(run!(tx, tried, now)?)).await.unwrap();
    for gone in gone {
        let gone = entry(&site, gone).await;
        site.app.db.always(async |tx| comments::delete(tx, &gone).await).await.unwrap();
    }
    let told = site.wait(26 * 60).await;
    let [letter] = &told[..] else { panic!("{told:#?}") };
    assert!(letter.contains("Subject: Re: Week two") && letter.contains("One that stays."), "{letter}");
}
