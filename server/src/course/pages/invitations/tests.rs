use futures_util::future::join_all;

use crate::{
    audiences::circles::{self, Joining, Part},
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Site},
    },
    course::{
        courses::{self, Course, Draft},
        invitations::{self, NotAccepted},
    },
    ids::RowId,
    kit::i18n::Lang,
    links::{
        mailing::{self, Choice, Mode},
        notices::{self, Kind},
        returns,
    },
    people::{
        blocks, community,
        members::{self, Member, Role},
    },
};

const MANAGE: &str = "/courses/open-learning/manage/invitations/";

/// A course, and who teaches it.
struct Taught {
    site: Site,
    course: Course,
    ines: Member,
    teaches: Client,
}

impl Taught {
    async fn new(draft: &Draft) -> Self {
        let site = Site::new().await;
        site.member_as("olga", Role::Organiser).await;
        let (ines, teaches) = site.member_as("ines", Role::Instructor).await;
        let course = course(&site, &ines, "open-learning", draft).await;
        Self { site, course, ines, teaches }
    }

    async fn by_invitation() -> Self {
        Self::new(&Draft { joining: Joining::Invited, ..draft("Open learning") }).await
    }

    async fn invite(&mut self, addresses: &str) -> crate::checks::testing::Reply {
        self.teaches.post(MANAGE, &[("addresses", addresses), ("words", "Do come!")]).await
    }

    /// The e-mails to an address.
    async fn letters_to(&self, address: &str) -> Vec<String> {
        let to = format!("To: {address}");
        self.site.letters().await.into_iter().filter(|letter| letter.contains(&to)).collect()
    }

    /// Where the link leads in the last e-mail to an address.
    async fn link(&self, address: &str) -> String {
        let letter = self.letters_to(address).await.pop().unwrap();
        let (_, rest) = letter.split_once("http://lyceum.test/invite/").unwrap();
        format!("/invite/{}/", rest.split_once('/').unwrap().0)
    }

    /// What the list says of an address.
    async fn line(&mut self, address: &str) -> String {
        let lines = self.teaches.get(MANAGE).await.texts(".rows > li");
        lines.into_iter().find(|line| line.contains(address)).unwrap_or_default()
    }

    async fn taken(&self) -> i64 {
        courses::find(&mut self.site.app.db.read().await.unwrap(), self.course.id).await.unwrap().unwrap().taken
    }

    async fn part(&self, member: &Member) -> Option<Part> {
        circles::part(&mut self.site.app.db.read().await.unwrap(), self.course.id, member.id).await.unwrap()
    }
}

async fn by_invitation_only(site: &Site) {
    let now = community::of(&site.app).await.unwrap();
    let changed = community::Community { joining: community::Joining::Invitation, ..(*now).clone() };
    site.app.db.always(async |tx| community::update(tx, &changed).await).await.unwrap();
}

#[tokio::test]
async fn a_newcomer_comes_by_an_invitation_to_an_account_and_into_the_course() {
    let mut taught = Taught::by_invitation().await;
    by_invitation_only(&taught.site).await;
    let reply = taught.invite("Nell Okafor <nell@example.net>").await;
    assert_eq!(
        reply.location().as_deref(),
        Some("/courses/open-learning/manage/invitations/?done=sent&invited=1&settled=0")
    );
    let letter = taught.letters_to("nell@example.net").await.remove(0);
    for words in ["Ines invites you to", "Do come!", "Reply-To: ines@example.org", "List-Unsubscribe: <http", "/never"]
    {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    let link = taught.link("nell@example.net").await;
    assert_eq!(taught.taken().await, 0);

    let mut nell = taught.site.stranger();
    let page = nell.get(&link).await;
    assert!(page.text("main").contains("Ines invites you") && page.text("main").contains("Do come!"));
    assert_eq!(page.headers["cache-control"], "no-store");
    assert_eq!(nell.post(&format!("{link}accept"), &[]).await.status, 401);
    let onwards = nell.post(&format!("{link}join"), &[]).await.location().unwrap();
    let form = nell.get(&onwards).await;
    assert_eq!(form.attributes("[name=email]", "value"), ["nell@example.net"]);
    let invite = form.attributes("[name=invite]", "value").remove(0);
    let next = form.attributes("[name=next]", "value").remove(0);
    let joining = [
        ("name", "Nell Okafor"),
        ("email", "nell@example.net"),
        ("password", "a sentence that one likes"),
        ("invite", &*invite),
        ("next", &*next),
    ];
    // The address is known to be theirs, and they are back where they came from.
    assert_eq!(nell.post("/join", &joining).await.location().as_deref(), Some(&*link));
    assert_eq!(
        nell.post(&format!("{link}accept"), &[]).await.location().as_deref(),
        Some("/courses/open-learning/?done=in")
    );
    assert_eq!(taught.taken().await, 1);
    assert!(taught.line("nell@example.net").await.contains("Accepted"));
    // One account, once, whoever holds the link; and no list of the community's invitations names it.
    assert_eq!(taught.site.stranger().get(&link).await.status, 410);
    assert_eq!(taught.site.stranger().get(&format!("/join?invite={invite}")).await.status, 410);
    let (_, mut olga) = taught.site.member_as("ottilie", Role::Organiser).await;
    assert!(!olga.get("/manage/").await.body.contains("nell@example.net"));
    // For whoever accepted it, it leads on to the course.
    assert!(nell.get(&link).await.text("main").contains("You are in this course"));
}

#[tokio::test]
async fn looking_at_the_link_of_an_invitation_changes_nothing() {
    let mut taught = Taught::by_invitation().await;
    taught.invite("nell@example.net").await;
    let link = taught.link("nell@example.net").await;
    let (bram, mut brams) = taught.site.member("bram").await;
    for _ in 0..2 {
        assert_eq!(taught.site.stranger().get(&link).await.status, 200);
        assert_eq!(taught.site.stranger().get(&format!("{link}never")).await.status, 200);
        assert_eq!(brams.get(&link).await.status, 200);
    }
    assert_eq!((taught.taken().await, taught.part(&bram).await), (0, None));
    assert!(taught.line("nell@example.net").await.contains("Invited"));
}

#[tokio::test]
async fn a_member_is_invited_in_their_language_and_finds_it_on_the_page_of_the_course() {
    let mut taught = Taught::by_invitation().await;
    let (bram, mut brams) = taught.site.member("bram").await;
    taught.site.app.db.always(async |tx| members::set_language(tx, bram.id, Lang::De).await).await.unwrap();
    assert_eq!(brams.post("/courses/open-learning/join", &[]).await.status, 404);
    taught.invite("BRAM@example.org").await;
    let letter = taught.letters_to("bram@example.org").await.remove(0);
    assert!(letter.contains("Hallo Bram") && letter.contains("lädt dich zum Kurs"), "{letter}");
    assert!(brams.get("/courses/").await.text(".courses").contains("Du bist eingeladen"));
    assert!(brams.get("/courses/open-learning/").await.text(".way-in").contains("Du bist zu diesem Kurs eingeladen"));
    assert_eq!(brams.post("/courses/open-learning/leave", &[]).await.status, 303);
    assert!(taught.line("bram@example.org").await.contains("Declined"));
    assert_eq!(brams.post("/courses/open-learning/join", &[]).await.status, 404);
    // The link still holds, for whoever changes their mind.
    let link = taught.link("bram@example.org").await;
    brams.post(&format!("{link}accept"), &[]).await;
    assert_eq!(taught.part(&bram).await, Some(Part::Member));
}

#[tokio::test]
async fn those_who_teach_do_not_learn_whose_addresses_are_members_and_nobody_is_written_to_against_their_wish() {
    let mut taught = Taught::by_invitation().await;
    let site = &taught.site;
    let (silent, _) = site.member("silent").await;
    let (blocks_her, _) = site.member("blocks").await;
    let (inside, _) = site.member("inside").await;
    site.member("plain").await;
    let never =
        Choice { mode: Mode::Never, weekday: 1, hour: 7, most: 5, quiet_from: 22, quiet_until: 7, paused_until: None };
    site.app.db.always(async |tx| mailing::choose(tx, silent.id, &never).await).await.unwrap();
    site.app.db.always(async |tx| blocks::block(tx, blocks_her.id, taught.ines.id).await).await.unwrap();
    put(site, &taught.course, inside.id, Part::Member).await;
    let all = ["silent", "blocks", "inside", "plain"].map(|name| format!("{name}@example.org"));
    taught.invite(&format!("{}, stranger@example.net", all.join(", "))).await;
    for address in &all[..3] {
        assert_eq!(taught.letters_to(address).await.len(), 0, "{address}");
    }
    assert_eq!(taught.letters_to("plain@example.org").await.len(), 1);
    let lines = taught.teaches.get(MANAGE).await.texts(".rows > li");
    let mut said: Vec<String> = lines
        .iter()
        .map(|line| {
            let address = all.iter().map(String::as_str).chain(["stranger@example.net"]);
            address.fold(line.clone(), |line, address| line.replace(address, ""))
        })
        .collect();
    said.dedup();
    assert_eq!((lines.len(), said.len()), (5, 1), "{lines:?}");
    // Those who run the community know it anyway.
    let (_, mut olga) = taught.site.member_as("ottilie", Role::Organiser).await;
    let page = olga.get(MANAGE).await;
    let line = |name: &str| page.texts(".rows > li").into_iter().find(|line| line.contains(name)).unwrap();
    assert!(line("silent@").contains("Not e-mailed") && line("blocks@").contains("Not e-mailed"));
    assert!(line("inside@").contains("Takes part already") && !line("plain@").contains("Not e-mailed"));
}

#[tokio::test]
async fn an_invitation_that_is_passed_on_is_accepted_by_one_and_says_whom_it_was_for() {
    let mut taught = Taught::by_invitation().await;
    taught.invite("nell@example.net").await;
    let link = taught.link("nell@example.net").await;
    let (bram, mut brams) = taught.site.member("bram").await;
    let (carol, _) = taught.site.member("carol").await;
    let (inside, mut insides) = taught.site.member("inside").await;
    put(&taught.site, &taught.course, inside.id, Part::Member).await;
    let page = brams.get(&link).await;
    assert!(page.text("main").contains("n…@example.net") && page.text("main").contains("Take part as Bram"));
    assert!(!page.body.contains("nell@example.net"));
    // Whoever is there already does not use it up.
    assert!(insides.get(&link).await.text("main").contains("You are in this course"));
    insides.post(&format!("{link}accept"), &[]).await;
    let (site, secret) = (&taught.site, link.trim_matches('/').split('/').nth(1).unwrap());
    let now = community::of(&site.app).await.unwrap();
    let accept = async |member: &Member| {
        let found = invitations::by_secret(&mut site.app.db.read().await.unwrap(), secret).await.unwrap().unwrap();
        let accepted =
            async |tx: &mut crate::kit::db::Tx| invitations::accept(tx, &now, &found.0, &found.1, member).await;
        site.app.db.change(accepted).await.unwrap()
    };
    let accepted = join_all([&bram, &carol].map(accept)).await;
    assert_eq!(accepted.iter().filter(|one| one.is_ok()).count(), 1, "{accepted:?}");
    assert!(accepted.contains(&Err(NotAccepted::Gone)));
}

#[tokio::test]
async fn an_invitation_takes_a_place_when_it_is_accepted_and_whoever_comes_late_waits() {
    let mut taught = Taught::new(&Draft { joining: Joining::Invited, places: Some(1), ..draft("Open learning") }).await;
    for name in ["first", "second"] {
        taught.site.member(name).await;
    }
    taught.invite("first@example.org second@example.org").await;
    assert_eq!(taught.taken().await, 0);
    for (name, done) in [("first", "in"), ("second", "waiting")] {
        let link = taught.link(&format!("{name}@example.org")).await;
        let member = members::by_handle(&mut taught.site.app.db.read().await.unwrap(), name).await.unwrap().unwrap();
        let mut client = taught.site.signed_in(member.id).await;
        let reply = client.post(&format!("{link}accept"), &[]).await;
        assert_eq!(reply.location(), Some(format!("/courses/open-learning/?done={done}")));
        // A second press leads there, too.
        assert_eq!(client.post(&format!("{link}accept"), &[]).await.status, 303);
    }
    assert_eq!(taught.taken().await, 1);
    assert!(taught.line("second@").await.contains("Waiting for a place"));
}

#[tokio::test]
async fn what_is_no_address_is_named_and_stays_in_the_form_while_the_rest_is_invited() {
    let mut taught = Taught::by_invitation().await;
    let page = taught.invite("\"Lovelace, Ada\" <ada@example.org>; ADA@example.org\nnowhere, b@@example.org").await;
    assert_eq!(page.status, 200);
    assert!(page.text("#done").contains("One person is invited"));
    assert_eq!(page.texts(".notice.bad li"), ["nowhere", "b@@example.org"]);
    assert_eq!(page.text("textarea[name=addresses]"), "nowhere b@@example.org");
    assert_eq!(page.text("textarea[name=words]"), "Do come!");
    for (typed, wrong) in [("", "i-addresses"), ("nobody", "i-addresses"), (" \n", "i-addresses")] {
        let page = taught.invite(typed).await;
        assert_eq!(page.status, 422, "{typed}");
        assert_eq!(page.attributes(".notice.bad a", "href"), [format!("#{wrong}")]);
    }
    assert_eq!(taught.letters_to("ada@example.org").await.len(), 1);
}

#[tokio::test]
async fn an_invitation_is_sent_again_after_a_day_with_a_new_link_and_taken_back() {
    let mut taught = Taught::by_invitation().await;
    taught.invite("nell@example.net").await;
    let first = taught.link("nell@example.net").await;
    let again = taught.invite("nell@example.net, otto@example.net").await;
    assert_eq!(
        again.location().as_deref(),
        Some("/courses/open-learning/manage/invitations/?done=sent&invited=1&settled=1")
    );
    let line = taught.teaches.get(MANAGE).await;
    assert_eq!(line.texts("form[action$='/again']").len(), 0);
    taught.site.pass_minutes(24 * 60);
    let forms = taught.teaches.get(MANAGE).await.attributes("form[action$='/again']", "action");
    let nells = forms.last().unwrap().clone();
    assert_eq!(taught.teaches.post(&nells, &[]).await.location().unwrap(), format!("{MANAGE}?done=again"));
    assert_eq!(taught.teaches.post(&nells, &[]).await.location().unwrap(), format!("{MANAGE}?done=too-soon"));
    let second = taught.link("nell@example.net").await;
    assert_ne!(first, second);
    let mut nell = taught.site.stranger();
    assert_eq!((nell.get(&first).await.status.as_u16(), nell.get(&second).await.status.as_u16()), (410, 200));
    // What was begun with it ends with it, too.
    let join = nell.post(&format!("{second}join"), &[]).await.location().unwrap();
    assert_eq!(nell.get(&join).await.status, 200);
    taught.teaches.post(&nells.replace("/again", "/take-back"), &[]).await;
    assert_eq!((nell.get(&second).await.status.as_u16(), nell.get(&join).await.status.as_u16()), (410, 410));
    assert_eq!(taught.line("nell@example.net").await, "");
    // It is over after two weeks.
    let link = taught.link("otto@example.net").await;
    taught.site.pass_minutes(14 * 24 * 60);
    assert_eq!(taught.site.stranger().get(&link).await.status, 410);
    assert!(taught.line("otto@example.net").await.contains("Expired"));
}

#[tokio::test]
#[expect(clippy::format_collect, reason = "it reads as what it makes")]
async fn nobody_invites_more_in_a_day_than_they_may() {
    let mut taught = Taught::by_invitation().await;
    let some = |from: usize, to: usize| (from..to).map(|n| format!("n{n}@example.net ")).collect::<String>();
    assert_eq!(taught.invite(&some(0, 501)).await.status, 422);
    assert_eq!(taught.invite(&some(0, 499)).await.status, 303);
    let page = taught.invite(&some(499, 501)).await;
    assert_eq!(page.status, 422);
    assert!(page.text("main").contains("more than you can send in one day"));
    assert_eq!(taught.invite(&some(499, 500)).await.status, 303);
    taught.site.pass_minutes(24 * 60 + 1);
    assert_eq!(taught.invite(&some(500, 502)).await.status, 303);
}

#[tokio::test]
async fn whoever_wants_no_invitations_gets_none_from_anybody_until_they_come() {
    let mut taught = Taught::by_invitation().await;
    taught.invite("nell+course@example.net").await;
    let link = taught.link("nell+course@example.net").await;
    // As mail programs do it.
    let one_click = format!("{link}never");
    assert_eq!(taught.site.stranger().post(&one_click, &[("List-Unsubscribe", "One-Click")]).await.status, 200);
    assert_eq!(taught.site.stranger().post(&one_click, &[]).await.status, 200);
    let (zoe, mut zoes) = taught.site.member_as("zoe", Role::Instructor).await;
    course(&taught.site, &zoe, "other", &draft("Other")).await;
    zoes.post("/courses/other/manage/invitations/", &[("addresses", "nell@example.net")]).await;
    assert_eq!(taught.letters_to("nell@example.net").await.len(), 0);
    let (bram, mut brams) = taught.site.member("bram").await;
    brams.post(&format!("{link}accept"), &[]).await;
    assert_eq!(taught.part(&bram).await, Some(Part::Member));
    taught.site.pass_minutes(24 * 60 + 1);
    zoes.post("/courses/other/manage/invitations/", &[("addresses", "nell@example.net")]).await;
    assert_eq!(taught.letters_to("nell@example.net").await.len(), 1);
}

#[tokio::test]
async fn what_came_back_is_marked_and_such_an_address_is_not_written_to_again() {
    let mut taught = Taught::by_invitation().await;
    taught.invite("nell@example.net").await;
    let letter = taught.letters_to("nell@example.net").await.remove(0);
    let number = letter.split_once("Message-ID: <").unwrap().1.split_once('@').unwrap().0;
    let number = RowId(number.parse().unwrap());
    let site = &taught.site;
    site.app.db.always(async |tx| returns::refused(tx, number, "5.1.1", "No such user").await).await.unwrap();
    assert!(taught.line("nell@example.net").await.contains("Not delivered"));
    taught.site.pass_minutes(24 * 60 + 1);
    taught.invite("nell@example.net").await;
    assert_eq!(taught.letters_to("nell@example.net").await.len(), 1);
    assert!(taught.line("nell@example.net").await.contains("Not delivered"));
}

#[tokio::test]
async fn nobody_is_invited_before_a_course_is_open_or_after_it_is_over() {
    let mut taught = Taught::by_invitation().await;
    taught.invite("nell@example.net").await;
    let link = taught.link("nell@example.net").await;
    let (bram, mut brams) = taught.site.member("bram").await;
    let closed = async |tx: &mut crate::kit::db::Tx| courses::close(tx, &taught.ines, &taught.course).await;
    taught.site.app.db.always(closed).await.unwrap();
    assert_eq!(taught.invite("otto@example.net").await.status, 422);
    assert_eq!(taught.teaches.get(MANAGE).await.texts("textarea").len(), 0);
    assert!(brams.get(&link).await.text("main").contains("This course is over"));
    assert!(brams.post(&format!("{link}accept"), &[]).await.text("main").contains("This course is over"));
    assert_eq!(taught.part(&bram).await, None);
    // It was not used up by that.
    let reopened = async |tx: &mut crate::kit::db::Tx| courses::reopen(tx, &taught.ines, &taught.course).await;
    taught.site.app.db.always(reopened).await.unwrap();
    brams.post(&format!("{link}accept"), &[]).await;
    assert_eq!(taught.part(&bram).await, Some(Part::Member));

    let draft = draft("Quiet plans");
    let begun = taught.site.app.db.change(async |tx| courses::begin(tx, &taught.ines, "quiet", &draft, None).await);
    begun.await.unwrap().unwrap();
    let quiet = "/courses/quiet/manage/invitations/";
    assert!(taught.teaches.get(quiet).await.text(".empty").contains("Open the course first"));
    assert_eq!(taught.teaches.post(quiet, &[("addresses", "nell@example.net")]).await.status, 422);
}

/// What a member finds under their bell.
async fn bell(site: &Site, member: &Member) -> Vec<Kind> {
    let list = notices::list(&mut site.app.db.read().await.unwrap(), member.id, i64::MAX, 20).await.unwrap();
    list.into_iter().map(|notice| notice.kind()).collect()
}

#[tokio::test]
async fn a_member_finds_an_invitation_to_their_address_under_the_bell_and_it_is_one_e_mail() {
    let mut taught = Taught::by_invitation().await;
    let (bram, mut brams) = taught.site.member("bram").await;
    let (una, mut unas) = taught.site.member("una").await;
    let (carl, _) = taught.site.member("carl").await;
    let none =
        Choice { mode: Mode::Never, weekday: 1, hour: 7, most: 5, quiet_from: 22, quiet_until: 7, paused_until: None };
    taught.site.choose(una.id, none).await;
    taught.site.app.db.always(async |tx| blocks::block(tx, carl.id, taught.ines.id).await).await.unwrap();
    taught.invite("bram@example.org, una@example.org, carl@example.org").await;
    for (member, expected) in [(&bram, &[Kind::Invited][..]), (&una, &[Kind::Invited]), (&carl, &[])] {
        assert_eq!(bell(&taught.site, member).await, expected, "{}", member.handle);
    }
    taught.site.wait(26 * 60).await;
    assert_eq!(taught.letters_to("bram@example.org").await.len(), 1);
    assert_eq!(taught.letters_to("una@example.org").await.len(), 0, "she wants none");
    assert!(unas.get("/me/notifications/").await.text("main").contains("Ines"));
    // Sent once more, it stands there once.
    taught.invite("bram@example.org").await;
    assert_eq!(bell(&taught.site, &bram).await, [Kind::Invited]);

    assert!(brams.get("/courses/open-learning/").await.text("main").contains("You are invited"));
    let unseen = notices::unseen(&mut taught.site.app.db.read().await.unwrap(), bram.id).await.unwrap();
    assert_eq!(unseen, 0, "who was there knows");
    brams.post("/courses/open-learning/join", &[]).await;
    assert_eq!(taught.part(&bram).await, Some(Part::Member));
    assert!(!bell(&taught.site, &bram).await.contains(&Kind::Invited));

    taught.site.pass_minutes(14 * 24 * 60);
    taught.site.app.db.always(async |tx| invitations::forget_old(tx).await).await.unwrap();
    assert_eq!(bell(&taught.site, &una).await, [], "it is too old");
    taught.invite("una@example.org").await;
    assert_eq!(bell(&taught.site, &una).await, [Kind::Invited]);
    unas.post("/courses/open-learning/leave", &[]).await;
    assert_eq!(bell(&taught.site, &una).await, [], "she will not come");
}
