use crate::{
    checks::testing::Site,
    people::{
        community::{self, Joining},
        members::{self, Role},
    },
};

async fn joining(site: &Site, joining: Joining) {
    let mut community = (*community::of(&site.app).await.unwrap()).clone();
    community.joining = joining;
    site.app.db.always(async |tx| community::update(tx, &community).await).await.unwrap();
}

#[tokio::test]
async fn only_organisers_manage() {
    let site = Site::new().await;
    let (ines, mut participant) = site.member("ines").await;
    let (_, mut teacher) = site.member_as("theo", Role::Instructor).await;
    site.member_as("olga", Role::Organiser).await;
    for address in ["/manage/", "/manage/members/", "/manage/log/"] {
        assert_eq!(site.stranger().get(address).await.status, 401, "{address}");
        assert_eq!(participant.get(address).await.status, 403, "{address}");
        assert_eq!(teacher.get(address).await.status, 403, "{address}");
    }
    let id = ines.id;
    for address in [
        "/manage/community".to_owned(),
        "/manage/invitations".into(),
        "/manage/invitations/00ff/take-back".into(),
        format!("/manage/requests/{id}/let-in"),
        format!("/manage/requests/{id}/turn-away"),
        format!("/manage/members/{id}/role"),
    ] {
        assert_eq!(site.stranger().post(&address, &[("role", "organiser")]).await.status, 401, "{address}");
        assert_eq!(participant.post(&address, &[("role", "organiser")]).await.status, 403, "{address}");
    }
    assert_eq!(site.reload(id).await.role(), Role::Participant);
}

#[tokio::test]
async fn the_settings_are_on_the_very_next_page_and_a_refused_form_comes_back_filled_in() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let fields = |zone, minutes| {
        [
            ("name", "The Reading Room"),
            ("tagline", "A little every week"),
            ("language", "de"),
            ("time_zone", zone),
            ("joining", "request"),
            ("guests", "always"),
            ("edit_minutes", minutes),
        ]
    };
    assert_eq!(site.stranger().get("/").await.text("h1"), "The Commons School");
    let page = olga.post("/manage/community", &fields("Europe/Atlantis", "-1")).await;
    assert_eq!(page.status, 422);
    assert_eq!((page.count("#c-zone-error"), page.count("#c-minutes-error")), (1, 1));
    assert_eq!(page.attributes("#c-name", "value"), ["The Reading Room"]);
    assert_eq!(site.stranger().get("/").await.text("h1"), "The Commons School");

    assert_eq!(olga.post("/manage/community", &fields("Europe/Lisbon", "30")).await.status, 303);
    let home = site.stranger().get("/").await;
    assert_eq!((home.text("h1"), home.text(".lede")), ("The Reading Room".into(), "A little every week".into()));
    assert_eq!(home.attributes("html", "lang"), ["de"]);
    let page = olga.get("/manage/").await;
    assert_eq!(page.attributes("[name=joining][checked]", "value"), ["request"]);
    assert_eq!(page.attributes("[name=guests][checked]", "value"), ["always"]);
    assert!(olga.get("/manage/log/").await.text(".rows").contains("Einstellungen"));
}

#[tokio::test]
async fn a_community_keeps_its_last_organiser() {
    let site = Site::new().await;
    let (olga, mut organiser) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut other) = site.member("ines").await;
    let role_of = |id| format!("/manage/members/{id}/role");
    let page = organiser.post(&role_of(olga.id), &[("role", "guide")]).await;
    assert_eq!((page.status.as_u16(), page.count("[role=alert]")), (422, 1));
    assert_eq!(site.reload(olga.id).await.role(), Role::Organiser);

    assert_eq!(other.get("/manage/").await.status, 403);
    let search = [("role", "organiser"), ("q", "ines")];
    let done = organiser.post(&role_of(ines.id), &search).await.location().unwrap();
    let page = organiser.get(&done).await;
    assert_eq!(
        (page.text("#done"), page.count(".rows li")),
        ("The role has been saved.".into(), 1),
        "where it was given"
    );
    assert_eq!(other.get("/manage/").await.status, 200, "a right that is given counts at once");
    assert_eq!(organiser.post(&role_of(olga.id), &[("role", "guide")]).await.status, 303);
    assert_eq!(organiser.get("/manage/").await.status, 403, "and one that is taken");
    assert_eq!(organiser.post(&role_of(ines.id), &[("role", "tsar")]).await.status, 403);
    assert_eq!(other.post(&role_of(ines.id), &[("role", "tsar")]).await.status, 400);
}

#[tokio::test]
async fn two_organisers_who_step_down_at_once_leave_one_behind() {
    let site = Site::new().await;
    let (one, _) = site.member_as("olga", Role::Organiser).await;
    let (two, _) = site.member_as("omar", Role::Organiser).await;
    let step_down = async |id| {
        site.app.db.change(async |tx| members::appoint(tx, id, Role::Guide).await).await.is_ok_and(|done| done.is_ok())
    };
    let (a, b) = tokio::join!(step_down(one.id), step_down(two.id));
    assert!(a ^ b, "one steps down and the other stays");
    assert!(members::has_organiser(&mut site.app.db.read().await.unwrap()).await.unwrap());
}

#[tokio::test]
async fn a_request_to_join_is_granted_or_not_and_a_letter_says_so() {
    let site = Site::new().await;
    joining(&site, Joining::Request).await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let mut ids = vec![];
    for handle in ["dag", "eve"] {
        let (member, _) = site.member(handle).await;
        site.app.db.always(async |tx| members::ask(tx, member.id, "I run the pool.").await).await.unwrap();
        ids.push(member.id);
    }
    let page = olga.get("/manage/").await;
    assert_eq!(page.texts("#requests + div .rows strong"), ["Dag", "Eve"]);
    assert_eq!(olga.post(&format!("/manage/requests/{}/let-in", ids[0]), &[]).await.status, 303);
    assert_eq!(olga.post(&format!("/manage/requests/{}/let-in", ids[0]), &[]).await.status, 303, "twice is once");
    let letters = site.letters().await;
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].contains("dag@example.org") && letters[0].contains("Your request has been accepted"),
        "{}",
        letters[0]
    );
    assert!(site.reload(ids[0]).await.is_in());
}

#[tokio::test]
async fn somebody_who_only_asked_is_forgotten_when_turned_away() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let joiner = members::Joiner {
        handle: "eve".parse().unwrap(),
        name: "Eve".parse().unwrap(),
        email: "eve@example.org".parse().unwrap(),
        password: None,
        role: Role::Participant,
        language: Some(crate::kit::i18n::Lang::En),
    };
    let id = site
        .app
        .db
        .always(async |tx| {
            let id = members::add(tx, &joiner).await?.unwrap();
            members::confirm(tx, id).await?;
            members::ask(tx, id, "Please").await?;
            Ok(id)
        })
        .await
        .unwrap();
    assert_eq!(olga.post(&format!("/manage/requests/{id}/turn-away"), &[]).await.status, 303);
    assert!(members::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().is_none());
    let letters = site.letters().await;
    assert!(letters[0].contains("eve@example.org") && letters[0].contains("did not accept it"), "{}", letters[0]);
    assert_eq!(olga.get("/manage/").await.count("#requests + div .rows"), 0);
}

#[tokio::test]
async fn people_are_invited_by_letter_or_by_a_link_that_is_shown_once() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let typed = [("emails", "dag@example.org\neve@example.org"), ("role", "guide")];
    assert_eq!(olga.post("/manage/invitations", &typed).await.status, 303);
    let letters = site.letters().await;
    assert_eq!(letters.len(), 2);
    assert!(letters.iter().all(|letter| letter.contains("http://lyceum.test/join?invite=")), "{letters:?}");
    assert_eq!(olga.get("/manage/").await.count(".table tbody tr"), 2);

    let bad = olga.post("/manage/invitations", &[("emails", "dag@example.org\nnowhere"), ("role", "guide")]).await;
    assert_eq!(bad.status, 422);
    assert!(bad.text("#i-mail-error").contains("nowhere"));
    assert_eq!(site.letters().await.len(), 2, "nobody is invited by half a list");

    let page = olga.post("/manage/invitations", &[("emails", ""), ("role", "participant")]).await;
    let link = page.text(".notice strong");
    assert!(link.starts_with("http://lyceum.test/join?invite="), "{link}");
    let path = link.replace("http://lyceum.test", "");
    assert_eq!(site.stranger().get(&path).await.status, 200);
    let page = olga.get("/manage/").await;
    assert!(!page.body.contains(&path));
    for action in page.attributes(".table form[action$='take-back']", "action") {
        assert_eq!(olga.post(&action, &[]).await.status, 303);
    }
    assert_eq!(olga.get("/manage/").await.count(".table"), 0);
    assert_eq!(site.stranger().get(&path).await.status, 410, "an invitation that was taken back is worth nothing");
}

#[tokio::test]
async fn an_invitation_is_sent_again_and_its_first_link_is_worth_nothing() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let fields = [("emails", "dag@example.org"), ("role", "guide"), ("words", "We met in Turku.")];
    olga.post("/manage/invitations", &fields).await;
    let link = |letter: &str| {
        letter
            .lines()
            .find_map(|line| line.strip_prefix("http://lyceum.test/join"))
            .map(|rest| format!("/join{rest}"))
            .unwrap()
    };
    let first = link(&site.letters().await[0]);
    site.pass_minutes(20 * 24 * 60);
    let page = olga.get("/manage/").await;
    assert!(page.text(".table").contains("Expired"), "what nobody used within two weeks can still be sent again");
    let again = page.attributes(".table form[action$='send-again']", "action").remove(0);
    assert_eq!(olga.post(&again, &[]).await.status, 303);
    assert_eq!(olga.post(&again, &[]).await.status, 404, "once");
    let letters = site.letters().await;
    assert_eq!(letters.len(), 2);
    assert!(letters[1].contains("We met in Turku."), "what was said is said again: {}", letters[1]);
    let second = link(&letters[1]);
    assert_eq!(site.stranger().get(&first).await.status, 410);
    assert_eq!(site.stranger().get(&second).await.status, 200);
    let page = olga.get("/manage/").await;
    assert_eq!((page.count(".table tbody tr"), page.text(".table .label")), (1, String::new()));
    // Another organiser says what they say themselves.
    let (_, mut vera) = site.member_as("vera", Role::Organiser).await;
    let again = page.attributes(".table form[action$='send-again']", "action").remove(0);
    assert_eq!(vera.post(&again, &[]).await.status, 303);
    assert!(!site.letters().await[2].contains("We met in Turku."));
}

#[tokio::test]
async fn what_was_done_is_said_beside_the_form_and_takes_the_focus() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (dag, _) = site.member("dag").await;
    site.app.db.always(async |tx| members::ask(tx, dag.id, "I run the pool.").await).await.unwrap();
    let done = olga.post(&format!("/manage/requests/{}/let-in", dag.id), &[]).await;
    assert!(done.headers["location"].to_str().unwrap().ends_with("#done"));
    let page = olga.get(&done.location().unwrap()).await;
    assert_eq!(page.text("section[aria-labelledby=requests] #done"), "@dag is in, and an e-mail says so.");
    assert_eq!(page.attributes("#done", "tabindex"), ["-1"], "where a fragment leads, the focus goes");
    let done = olga.post("/manage/invitations", &[("emails", "eve@example.org"), ("role", "guide")]).await;
    let page = olga.get(&done.location().unwrap()).await;
    assert_eq!(page.count("section[aria-labelledby=invite] #done"), 1);
    let page = olga.get("/manage/?saved=let-in&who=%3Cb%3EBuy").await;
    assert!(!page.body.contains("Buy"), "an address puts no words of its own on the page");
}

#[tokio::test]
async fn whoever_is_turned_away_may_read_why() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (dag, _) = site.member("dag").await;
    let joiner = dag.id;
    site.app.db.always(async |tx| members::ask(tx, joiner, "Please").await).await.unwrap();
    let words = [("words", "The course is full; the next begins in May.")];
    assert_eq!(olga.post(&format!("/manage/requests/{joiner}/turn-away"), &words).await.status, 303);
    assert!(site.letters().await[0].contains("\n\nThe course is full; the next begins in May.\n\n"));
}

#[tokio::test]
async fn the_blog_of_the_course_is_begun_in_the_settings_and_instructors_write_on_it() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut theo) = site.member_as("theo", Role::Instructor).await;
    let (_, mut blog) = site.member("blog").await;
    assert_eq!(site.stranger().get("/blog/").await.status, 404, "nobody has the address of the course by their handle");
    assert_eq!(blog.post("/me/blog", &[("title", "Mine"), ("address", "blog")]).await.status, 422);
    assert_eq!(theo.get("/me/posts/new").await.count("#blog option"), 0);
    assert_eq!(olga.post("/manage/course-blog", &[("title", " ")]).await.status, 422);
    assert_eq!(
        olga.post("/manage/course-blog", &[("title", "The course"), ("tagline", "Every week")]).await.status,
        303
    );
    let page = site.stranger().get("/blog/").await;
    assert_eq!(
        (page.status.as_u16(), page.text("h1"), page.text(".lede")),
        (200, "The course".into(), "Every week".into())
    );
    assert_eq!(theo.get("/me/posts/new").await.texts("#blog option"), ["Theo", "The course"]);
    assert_eq!(blog.get("/me/posts/new").await.count("#blog option"), 0);
    olga.post("/manage/course-blog", &[("title", "Spring course"), ("tagline", "")]).await;
    assert_eq!(site.stranger().get("/blog/").await.text("h1"), "Spring course");
    let log = olga.get("/manage/log/").await.text(".rows");
    assert!(log.contains("began the Course blog") && log.contains("changed the Course blog"), "{log}");
}

#[tokio::test]
async fn a_member_who_calls_themselves_like_an_organiser_stands_out_in_the_list() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, mut member) = site.member("bram").await;
    assert_eq!(olga.get("/manage/members/").await.count(".warning"), 0);
    let fields = [("name", "Оlgа"), ("handle", bram.handle.as_str())];
    assert_eq!(member.post("/me/profile", &fields).await.status, 303);
    let page = olga.get("/manage/members/").await;
    assert_eq!(page.texts(".warning"), ["This name could be taken for that of Olga (Organiser)."]);
}
