use futures_util::future::join_all;

use crate::{
    audiences::{Audience, circles},
    checks::testing::{Client, Reply, Site},
    course::tribes::{self, Door, Tribe},
    ids::PostId,
    links::emails,
    people::members::{Member, Role},
    worker,
};

const NOBODY: &[(&str, &str)] = &[];

fn described<'a>(name: &'a str, door: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("name", name), ("tagline", "For some"), ("text", "We *meet*."), ("language", "en"), ("door", door)]
}

/// A tribe that Lena leads and Milo is in.
async fn with_a_tribe(door: Door) -> (Site, (Member, Client), (Member, Client), Tribe) {
    let site = Site::new().await;
    let lena = site.member("lena").await;
    let milo = site.member("milo").await;
    let tribe = site.tribe(&lena.0, "Quiet corner", door).await;
    site.come_in(&tribe, &milo.0).await;
    (site, lena, milo, tribe)
}

async fn mailed(site: &Site) -> Vec<String> {
    site.do_jobs().await;
    while emails::round(&site.app).await.unwrap() {}
    site.letters().await
}

fn sent<'a>(form: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

async fn look_after(site: &Site) {
    site.app.db.always(async |tx| tribes::look_after(tx).await).await.unwrap();
}

fn done(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.body);
    reply.location().unwrap()
}

#[tokio::test]
async fn a_tribe_is_founded_joined_and_left() {
    let site = Site::new().await;
    let (_, mut lena) = site.member("lena").await;
    let (_, mut milo) = site.member("milo").await;
    assert_eq!(
        done(&lena.post("/tribes/new", &described("Garden & Library", "open")).await),
        "/tribes/garden-library/?done=founded"
    );
    let listed = milo.get("/tribes/").await;
    assert!(
        listed.body.contains("Garden &#38; Library") || listed.body.contains("Garden &amp; Library"),
        "{}",
        listed.body
    );
    assert!(listed.text(".tribes .facts").contains("One member"));
    let page = milo.get("/tribes/garden-library/").await;
    assert_eq!(page.text(".join-form button"), "Join");
    assert_eq!(page.count("#talk"), 0, "what is discussed is for those in it");
    assert_eq!(done(&milo.post("/tribes/garden-library/join", NOBODY).await), "/tribes/garden-library/?done=joined");
    let page = milo.get("/tribes/garden-library/").await;
    assert_eq!((page.count("#talk"), page.count(".join-form")), (1, 0));
    assert!(milo.get("/me/watches/").await.body.contains("/tribes/garden-library/"), "it is followed");
    let people = lena.get("/tribes/garden-library/members/").await;
    assert_eq!(people.texts(".rows .name"), ["Lena", "Milo"]);
    // Twice is once.
    milo.post("/tribes/garden-library/join", NOBODY).await;
    assert!(lena.get("/tribes/").await.text(".tribes .facts").contains("2 members"));
    done(&milo.post("/tribes/garden-library/leave", NOBODY).await);
    assert_eq!(milo.get("/tribes/garden-library/").await.count("#talk"), 0);
    assert!(!milo.get("/me/watches/").await.body.contains("/tribes/garden-library/"));
}

#[tokio::test]
async fn what_is_wrong_with_a_tribe_is_said_and_what_was_typed_comes_back() {
    let site = Site::new().await;
    let (_, mut lena) = site.member("lena").await;
    let refused = lena
        .post("/tribes/new", &[("name", " "), ("tagline", "kept as typed"), ("door", "ajar"), ("places", "few")])
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("kept as typed") && refused.body.contains("few"));
    assert_eq!(refused.count("[aria-invalid]"), 3, "the name, the language, the places: {}", refused.body);
    assert_eq!(refused.count("#door-error"), 1);
    let long = "x".repeat(81);
    assert_eq!(lena.post("/tribes/new", &described(&long, "open")).await.status, 422);
    done(&lena.post("/tribes/new", &described("Few", "ask")).await);
    let (_, mut milo) = site.member("milo").await;
    let words = "y".repeat(501);
    let refused = milo.post("/tribes/few/join", &[("words", &words)]).await;
    assert_eq!((refused.status.as_u16(), refused.text("#words").trim().len()), (422, 501));
    for (field, form) in
        [("title", [("title", ""), ("text", "Something")]), ("text", [("title", "Something"), ("text", " ")])]
    {
        let refused = lena.post("/tribes/few/new", &[form[0], form[1], ("language", "en")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.count(&format!("#{field}-error")) == 1 && refused.body.contains("Something"));
    }
}

#[tokio::test]
async fn two_tribes_of_one_name_have_addresses_of_their_own() {
    let site = Site::new().await;
    let (_, mut lena) = site.member("lena").await;
    done(&lena.post("/tribes/new", &described("Maps", "open")).await);
    assert_eq!(done(&lena.post("/tribes/new", &described("Maps", "ask")).await), "/tribes/maps-2/?done=founded");
    assert_eq!(done(&lena.post("/tribes/new", &described("New", "open")).await), "/tribes/new-2/?done=founded");
}

#[tokio::test]
async fn whoever_asks_waits_for_the_leader_and_hears_that_they_are_in() {
    let (site, (_, mut lena), _, tribe) = with_a_tribe(Door::Ask).await;
    let (nora, mut noras) = site.member("nora").await;
    assert_eq!(lena.get("/").await.count(".masthead a.waiting"), 0);
    done(&noras.post("/tribes/quiet-corner/join", &[("words", "I like maps.")]).await);
    assert_eq!(lena.get("/").await.text(".masthead a.waiting"), "Tribes (1)");
    assert!(lena.get("/tribes/").await.text(".calls").contains("One person asks to join"));
    let people = lena.get("/tribes/quiet-corner/members/").await;
    assert!(people.text("q").contains("I like maps."));
    assert_eq!(noras.get("/tribes/quiet-corner/members/").await.count("p > q"), 0, "only the leader reads it");
    assert_eq!(noras.get("/tribes/quiet-corner/").await.count("#talk"), 0);
    done(&lena.post(&format!("/tribes/quiet-corner/members/{}/let-in", nora.id), NOBODY).await);
    assert_eq!(lena.get("/").await.count(".masthead a.waiting"), 0);
    assert_eq!(noras.get("/").await.text(".masthead a.waiting"), "Tribes (1)", "they hear of it");
    assert_eq!(noras.get("/tribes/quiet-corner/").await.count("#talk"), 1);
    assert_eq!(noras.get("/").await.count(".masthead a.waiting"), 0, "and have heard");
    // Nobody is dragged in who did not ask.
    let (oskar, mut oskars) = site.member("oskar").await;
    lena.post(&format!("/tribes/quiet-corner/members/{}/let-in", oskar.id), NOBODY).await;
    assert_eq!(oskars.get("/tribes/quiet-corner/").await.count("#talk"), 0);
    // A request can be taken back, and turned down.
    oskars.post("/tribes/quiet-corner/join", NOBODY).await;
    oskars.post("/tribes/quiet-corner/decline", NOBODY).await;
    assert_eq!(lena.get("/tribes/quiet-corner/members/").await.count("#asking"), 0);
    oskars.post("/tribes/quiet-corner/join", NOBODY).await;
    lena.post(&format!("/tribes/quiet-corner/members/{}/turn-away", oskar.id), NOBODY).await;
    assert_eq!(oskars.get("/tribes/quiet-corner/").await.text(".join-form button"), "Ask to join");
    assert_eq!(site.tribe_at(&nora, &tribe.address).await.members, 3);
}

#[tokio::test]
async fn an_invitation_is_seen_accepted_or_declined() {
    let (site, (_, mut lena), _, _) = with_a_tribe(Door::Ask).await;
    let (_, mut nora) = site.member("nora").await;
    for (handle, said) in [("", "field-required"), ("nobody-here", "no such"), ("milo", "is in it")] {
        let refused = lena.post("/tribes/quiet-corner/invite", &[("handle", handle)]).await;
        assert_eq!((refused.status.as_u16(), refused.count("#handle-error")), (422, 1), "{said}");
    }
    done(&lena.post("/tribes/quiet-corner/invite", &[("handle", "@Nora")]).await);
    assert_eq!(nora.get("/").await.text(".masthead a.waiting"), "Tribes (1)");
    assert!(nora.get("/tribes/").await.text(".calls").contains("You are invited"));
    done(&nora.post("/tribes/quiet-corner/decline", NOBODY).await);
    assert_eq!(nora.get("/").await.count(".masthead a.waiting"), 0);
    done(&lena.post("/tribes/quiet-corner/invite", &[("handle", "nora")]).await);
    assert_eq!(done(&nora.post("/tribes/quiet-corner/join", NOBODY).await), "/tribes/quiet-corner/?done=joined");
    // To invite somebody who asked is to let them in.
    let (_, mut oskar) = site.member("oskar").await;
    oskar.post("/tribes/quiet-corner/join", NOBODY).await;
    lena.post("/tribes/quiet-corner/invite", &[("handle", "oskar")]).await;
    assert_eq!(oskar.get("/tribes/quiet-corner/").await.count("#talk"), 1);
}

#[tokio::test]
async fn the_last_place_goes_to_one_of_several_who_want_it_at_once_and_the_others_wait_in_their_order() {
    let site = Site::new().await;
    let (lena, mut lenas) = site.member("lena").await;
    let mut form = described("Two chairs", "open");
    form.push(("places", "1"));
    lenas.post("/tribes/new", &form).await;
    let mut clients = vec![];
    for handle in ["ada", "ben", "cleo", "dan"] {
        clients.push(site.member(handle).await.1);
    }
    let replies = join_all(clients.iter_mut().map(|client| client.post("/tribes/two-chairs/join", NOBODY))).await;
    let places: Vec<String> = replies.iter().map(done).collect();
    assert_eq!(places.iter().filter(|to| to.contains("done=joined")).count(), 1, "{places:?}");
    assert_eq!(places.iter().filter(|to| to.contains("done=waiting")).count(), 3, "{places:?}");
    let tribe = site.tribe_at(&lena, "two-chairs").await;
    assert_eq!((tribe.taken, tribe.members), (1, 2));
    let winner = places.iter().position(|to| to.contains("done=joined")).unwrap();
    clients[winner].post("/tribes/two-chairs/leave", NOBODY).await;
    let tribe = site.tribe_at(&lena, "two-chairs").await;
    assert_eq!((tribe.taken, tribe.members), (1, 2), "the first who waited has it");
    // More places let the others in.
    form.pop();
    let edited = tribe.edited_at.0.to_string();
    form.extend([("places", "5"), ("edited", edited.as_str())]);
    done(&lenas.post("/tribes/two-chairs/edit", &form).await);
    assert_eq!(site.tribe_at(&lena, "two-chairs").await.taken, 3);
}

#[tokio::test]
async fn a_hidden_tribe_leaves_no_trace_for_whoever_is_not_in_it() {
    let (site, (lena, mut lenas), (milo, mut milos), tribe) = with_a_tribe(Door::Hidden).await;
    let (olga, mut olgas) = site.member_as("olga", Role::Organiser).await;
    let (_, mut fans) = site.member("fan").await;
    let mut stranger = site.stranger();
    // A follower of Milo's who wants to know of everything at once.
    let watch = [("kind", "member"), ("subject", &*milo.id.to_string()), ("level", "now"), ("next", "/")];
    done(&fans.post("/me/watches", &watch).await);
    let url = tribe.url();
    assert_ne!(tribe.address, "quiet-corner", "its name alone does not make its address");
    let talk = done(
        &milos
            .post(
                &format!("{url}new"),
                &[("title", "Murmured"), ("text", "For @fan and @olga: hushed words."), ("language", "en")],
            )
            .await,
    );
    let id = talk.trim_matches('/').rsplit('/').next().unwrap().to_owned();
    done(
        &lenas.post(&format!("{talk}comments"), &[("text", "Whispered to @fan."), ("as", &*lena.id.to_string())]).await,
    );
    lenas
        .post(
            &format!("{url}gatherings/new"),
            &[("title", "Secret walk"), ("starts", "2026-12-01T18:00"), ("minutes", "60")],
        )
        .await;
    let comment = site.comment(&milo, PostId(id.parse().unwrap()), None, "Hushed again.").await;
    done(&lenas.post(&format!("/comments/{comment}/hide"), NOBODY).await);
    let circle = Audience::Circle(tribe.id);
    let post = site.post_for(&milo, "Muffled", circle).await;
    let post_url = site.url(post).await;
    let secrets =
        ["Quiet corner", "quiet-corner", "Murmured", "hushed", "Hushed", "Whispered", "Secret walk", "Muffled"];
    let letters = mailed(&site).await;
    site.pass_minutes(3 * 24 * 60);
    let letters = [letters, mailed(&site).await].concat();
    for letter in letters.iter().filter(|letter| !letter.contains("To: milo@") && !letter.contains("To: lena@")) {
        assert!(!secrets.iter().any(|secret| letter.contains(secret)), "{letter}");
    }
    let lists = [
        "/",
        "/members/",
        "/members/milo/",
        "/members/lena/",
        "/members/?q=quiet",
        "/milo/",
        "/tribes/",
        "/tribes/?q=quiet",
        "/me/notifications/",
        "/me/watches/",
        "/me/mail/",
        "/me/posts/",
        "/me/posts/new",
        "/me/waiting/",
        "/me/answers/",
        "/manage/",
        "/manage/log/",
        "/manage/members/",
        "/manage/members/milo/",
        "/manage/members/lena/",
        "/milo/2026/09/",
    ];
    for (who, client) in [("a stranger", &mut stranger), ("a follower", &mut fans), ("an organiser", &mut olgas)] {
        for list in lists {
            let page = client.get(list).await;
            for secret in secrets {
                // The search says again what was looked for.
                let said = page.body.replace("q=quiet", "").contains(secret);
                assert!(!said, "{who} finds {secret} at {list}: {}", page.body);
            }
            assert_eq!(page.count(".masthead a.waiting"), 0, "{who} at {list}");
        }
        for address in
            [url.clone(), post_url.clone(), format!("/comments/{comment}"), format!("/comments/{comment}/entry")]
        {
            assert_eq!(client.get(&address).await.status, 404, "{who} at {address}");
        }
        assert_eq!(client.get_head(&format!("/conversations/{id}/live")).await.status, 404);
        let (here, nowhere) = (client.get(&talk).await, client.get(&format!("/tribes/none-such/{id}/")).await);
        assert_eq!(here.status, nowhere.status, "{who}");
    }
    // Following what one may not know of is no way to learn of it.
    for (kind, subject) in [("conversation", id.clone()), ("circle", tribe.id.to_string())] {
        let watch = [("kind", kind), ("subject", &*subject), ("level", "now"), ("next", "/")];
        assert_eq!(fans.post("/me/watches", &watch).await.status, 404);
    }
    // Another of this name is founded as if there were none.
    assert_eq!(
        done(&fans.post("/tribes/new", &described("Quiet corner", "open")).await),
        "/tribes/quiet-corner/?done=founded"
    );
    // And those in it find everything.
    assert!(milos.get("/tribes/").await.body.contains(&url));
    assert!(milos.get("/members/lena/").await.body.contains(&url));
    assert!(milos.get(&url).await.body.contains("Secret walk"));
    assert!(milos.get("/me/posts/new").await.body.contains("Quiet corner"));
    assert!(!olga.is_suspended());
}

#[tokio::test]
async fn a_member_page_names_the_tribes_that_its_reader_may_know_of() {
    let (site, (lena, mut lenas), (_, mut milos), tribe) = with_a_tribe(Door::Open).await;
    let (_, mut nora) = site.member("nora").await;
    assert_eq!(nora.get("/members/milo/").await.texts("[aria-labelledby=tribes] li"), ["Quiet corner"]);
    let hidden = |edited: &str| {
        let mut form: Vec<(String, String)> =
            described("Quiet corner", "hidden").into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        form.push(("edited".into(), edited.into()));
        form
    };
    let form = hidden(&tribe.edited_at.0.to_string());
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    done(&lenas.post("/tribes/quiet-corner/edit", &form).await);
    assert_eq!(nora.get("/members/milo/").await.count("[aria-labelledby=tribes]"), 0, "at once");
    assert_eq!(lenas.get("/members/milo/").await.texts("[aria-labelledby=tribes] li"), ["Quiet corner"]);
    milos.post("/tribes/quiet-corner/leave", NOBODY).await;
    assert_eq!(lenas.get("/members/milo/").await.count("[aria-labelledby=tribes]"), 0, "at once");
    assert_eq!(milos.get("/members/lena/").await.count("[aria-labelledby=tribes]"), 0, "at once");
    assert!(site.tribe_at(&lena, "quiet-corner").await.hidden_at.is_some());
}

#[tokio::test]
async fn whoever_leaves_reads_there_no_more_but_their_own_words() {
    let (site, (lena, mut lenas), (milo, mut milos), tribe) = with_a_tribe(Door::Open).await;
    let its = site.discussion(&lena, &tribe, "Hers").await;
    let own = site.discussion(&milo, &tribe, "His own").await;
    let said = site.comment(&milo, PostId(its.0), None, "I said so.").await;
    let by_lena = site.comment(&lena, PostId(own.0), None, "An answer.").await;
    let (hers, his) = (format!("{}{its}/", tribe.url()), format!("{}{own}/", tribe.url()));
    let entry = format!("/comments/{by_lena}/entry");
    for address in [&hers, &his, &entry] {
        assert_eq!(milos.get(address).await.status, 200);
    }
    site.do_jobs().await;
    done(&lenas.post(&format!("{}members/{}/remove", tribe.url(), milo.id), NOBODY).await);
    assert_eq!(milos.get(&hers).await.status, 404);
    assert_eq!(milos.get(&entry).await.status, 404, "kept pages, too");
    let page = milos.get(&his).await;
    assert_eq!((page.status.as_u16(), page.count(".conversation")), (200, 0));
    assert!(
        page.body.contains("The text of") && !page.body.contains("An answer.") && !page.body.contains("Quiet corner")
    );
    assert_eq!(milos.get_head(&format!("/conversations/{own}/live")).await.status, 404);
    assert_eq!(milos.post(&format!("{his}comments"), &[("text", "One more.")]).await.status, 404);
    assert_eq!(milos.get(&format!("{his}edit")).await.status, 404);
    assert_eq!(milos.get(&format!("/comments/{said}/delete")).await.status, 200, "theirs to take back");
    assert!(!milos.get("/me/notifications/").await.body.contains("His own"));
    // What is answered to it from now on is told to them nowhere.
    site.comment(&lena, PostId(own.0), None, "Behind their back.").await;
    let before = mailed(&site).await.len();
    site.pass_minutes(3 * 24 * 60);
    let letters = mailed(&site).await;
    assert!(
        !letters[before.min(letters.len())..]
            .iter()
            .any(|letter| letter.contains("To: milo@") && letter.contains("Behind"))
    );
    assert!(!milos.get("/").await.body.contains("His own"));
    // It is theirs alone: others still find it in the tribe.
    assert_eq!(lenas.get(&his).await.count(".conversation"), 1);
}

#[tokio::test]
async fn a_tribe_is_handed_over_when_the_other_one_accepts_and_not_before() {
    let (site, (lena, mut lenas), (milo, mut milos), tribe) = with_a_tribe(Door::Open).await;
    let (nora, mut noras) = site.member("nora").await;
    site.come_in(&tribe, &nora).await;
    let page = lenas.get("/tribes/quiet-corner/leave").await;
    assert_eq!(page.texts("#to option").len(), 3, "one of the others, or none yet");
    let refused = lenas.post("/tribes/quiet-corner/leave", NOBODY).await;
    assert_eq!((refused.status.as_u16(), refused.count("#to-error")), (422, 1), "somebody has to lead");
    let to = milo.id.to_string();
    done(&lenas.post("/tribes/quiet-corner/leave", &[("to", &to)]).await);
    assert_eq!(site.tribe_at(&lena, "quiet-corner").await.leader, Some(lena.id), "until they accept nothing changes");
    assert_eq!(milos.get("/").await.text(".masthead a.waiting"), "Tribes (1)");
    assert_eq!(milos.get("/tribes/quiet-corner/").await.count("#offered"), 1);
    assert_eq!(noras.get("/tribes/quiet-corner/").await.count("#offered"), 0);
    assert!(done(&noras.post("/tribes/quiet-corner/lead", &[("answer", "yes")]).await).contains("offer-gone"));
    // Declined, offered again, accepted.
    done(&milos.post("/tribes/quiet-corner/lead", &[("answer", "no")]).await);
    assert!(done(&milos.post("/tribes/quiet-corner/lead", &[("answer", "yes")]).await).contains("offer-gone"));
    done(&lenas.post("/tribes/quiet-corner/leave", &[("to", &to)]).await);
    assert!(done(&milos.post("/tribes/quiet-corner/lead", &[("answer", "yes")]).await).contains("leads"));
    let tribe = site.tribe_at(&milo, "quiet-corner").await;
    assert_eq!((tribe.leader, tribe.members, tribe.taken), (Some(milo.id), 2, 1), "and she has left");
    assert_eq!(lenas.get("/tribes/quiet-corner/edit").await.status, 404);
    assert_eq!(lenas.get("/tribes/quiet-corner/").await.count("#talk"), 0);
    // Who hands over and stays is one of many.
    let to = nora.id.to_string();
    done(&milos.post("/tribes/quiet-corner/leave", &[("to", &to), ("then", "stay")]).await);
    done(&noras.post("/tribes/quiet-corner/lead", &[("answer", "yes")]).await);
    let tribe = site.tribe_at(&nora, "quiet-corner").await;
    assert_eq!((tribe.leader, tribe.members, tribe.taken), (Some(nora.id), 2, 1));
    assert_eq!(milos.get("/tribes/quiet-corner/").await.count("#talk"), 1);
}

#[tokio::test]
async fn two_who_are_told_to_lead_at_once_never_both_do() {
    let (site, (lena, mut lenas), (milo, mut milos), tribe) = with_a_tribe(Door::Open).await;
    let (nora, mut noras) = site.member("nora").await;
    site.come_in(&tribe, &nora).await;
    lenas.post("/tribes/quiet-corner/leave", &[("to", &*milo.id.to_string())]).await;
    let again = [("to", nora.id.to_string())];
    let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (offered, took) = tokio::join!(
        lenas.post("/tribes/quiet-corner/offer", &again),
        milos.post("/tribes/quiet-corner/lead", &[("answer", "yes")])
    );
    assert!([303, 404].contains(&offered.status.as_u16()) && took.status == 303);
    noras.post("/tribes/quiet-corner/lead", &[("answer", "yes")]).await;
    let mut conn = site.app.db.read().await.unwrap();
    let people = tribes::people(&mut conn, tribe.id, None, 10).await.unwrap();
    assert_eq!(people.iter().filter(|person| person.leads()).count(), 1);
    assert!(circles::part(&mut conn, tribe.id, lena.id).await.is_ok());
}

#[tokio::test]
async fn an_offer_that_nobody_takes_within_14_days_is_void_and_organisers_hear_of_it() {
    let (site, (lena, mut lenas), (milo, mut milos), _) = with_a_tribe(Door::Open).await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let hidden = site.tribe(&lena, "Under the stairs", Door::Hidden).await;
    site.come_in(&hidden, &milo).await;
    let to = milo.id.to_string();
    for url in ["/tribes/quiet-corner/", &hidden.url()] {
        done(&lenas.post(&format!("{url}leave"), &[("to", &to)]).await);
    }
    site.pass_minutes(13 * 24 * 60);
    look_after(&site).await;
    assert_eq!(olga.get("/").await.count(".masthead a.waiting"), 0);
    assert_eq!(milos.get("/").await.text(".masthead a.waiting"), "Tribes (2)");
    site.pass_minutes(25 * 60);
    look_after(&site).await;
    assert_eq!(milos.get("/").await.count(".masthead a.waiting"), 0);
    assert_eq!(olga.get("/").await.text(".masthead a.waiting"), "Tribes (1)", "not of the hidden one");
    assert!(olga.get("/tribes/").await.text(".calls").contains("nobody has accepted"));
    assert_eq!(lenas.get("/").await.text(".masthead a.waiting"), "Tribes (2)");
    assert!(done(&milos.post("/tribes/quiet-corner/lead", &[("answer", "yes")]).await).contains("offer-gone"));
    assert_eq!(site.tribe_at(&lena, "quiet-corner").await.leader, Some(lena.id));
    // An organiser asks somebody else, or the same once more.
    done(&olga.post("/tribes/quiet-corner/offer", &[("to", &to)]).await);
    assert_eq!(olga.get("/").await.count(".masthead a.waiting"), 0);
    done(&milos.post("/tribes/quiet-corner/lead", &[("answer", "yes")]).await);
    assert_eq!(site.tribe_at(&milo, "quiet-corner").await.leader, Some(milo.id));
}

#[tokio::test]
async fn when_the_account_of_a_leader_ends_the_one_longest_in_it_leads_and_the_last_takes_it_along() {
    let (site, (lena, _), (milo, mut milos), tribe) = with_a_tribe(Door::Ask).await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    site.pass_minutes(5);
    let (nora, _) = site.member("nora").await;
    site.come_in(&tribe, &nora).await;
    let remove = |member: &Member| {
        (
            format!("/manage/members/{}/remove", member.id),
            vec![("handle", member.handle.clone()), ("words", "stay".into())],
        )
    };
    let (address, form) = remove(&lena);
    let form = sent(&form);
    done(&olga.post(&address, &form).await);
    let tribe = site.tribe_at(&milo, "quiet-corner").await;
    assert_eq!((tribe.leader, tribe.members, tribe.taken), (Some(milo.id), 2, 1));
    assert_eq!(milos.get("/").await.text(".masthead a.waiting"), "Tribes (1)", "he hears of it");
    for member in [&milo, &nora] {
        let (address, form) = remove(member);
        let form = sent(&form);
        done(&olga.post(&address, &form).await);
    }
    assert_eq!(olga.get("/tribes/quiet-corner/").await.status, 404, "nobody is left");
}

#[tokio::test]
async fn the_last_one_who_leaves_takes_the_tribe_along() {
    let site = Site::new().await;
    let (_, mut lena) = site.member("lena").await;
    lena.post("/tribes/new", &described("Alone", "open")).await;
    assert!(lena.get("/tribes/alone/leave").await.text(".danger").contains("end the tribe"));
    assert_eq!(done(&lena.post("/tribes/alone/leave", NOBODY).await), "/tribes/?done=ended");
    assert_eq!(lena.get("/tribes/alone/").await.status, 404);
    // Its address is not given to another.
    assert!(done(&lena.post("/tribes/new", &described("Alone", "open")).await).starts_with("/tribes/alone-2/"));
}

#[tokio::test]
async fn a_tribe_that_ends_is_read_by_nobody_and_a_closed_one_by_those_in_it() {
    let (site, (lena, mut lenas), (milo, mut milos), tribe) = with_a_tribe(Door::Open).await;
    let (_, mut nora) = site.member("nora").await;
    let talk = site.discussion(&milo, &tribe, "What now?").await;
    let comment = site.comment(&lena, PostId(talk.0), None, "This.").await;
    let address = format!("{}{talk}/", tribe.url());
    done(&lenas.post("/tribes/quiet-corner/close", NOBODY).await);
    assert!(done(&nora.post("/tribes/quiet-corner/join", NOBODY).await).contains("closed-meanwhile"));
    assert_eq!(milos.get(&address).await.status, 200);
    assert_eq!(milos.get("/tribes/quiet-corner/new").await.status, 404, "nothing is begun");
    done(&lenas.post("/tribes/quiet-corner/reopen", NOBODY).await);
    assert_eq!(milos.get("/tribes/quiet-corner/new").await.status, 200);
    assert_eq!(milos.get("/tribes/quiet-corner/end").await.status, 404);
    done(&lenas.post("/tribes/quiet-corner/end", NOBODY).await);
    for client in [&mut lenas, &mut milos, &mut nora] {
        assert_eq!(client.get("/tribes/quiet-corner/").await.status, 404);
        assert_eq!(client.get(&format!("/comments/{comment}/entry")).await.status, 404);
    }
    assert_eq!(lenas.get(&address).await.status, 404);
    let own = milos.get(&address).await;
    assert_eq!((own.status.as_u16(), own.count(".conversation")), (200, 0), "their own words stay theirs");
}

#[tokio::test]
async fn a_discussion_is_told_to_those_who_follow_and_to_those_it_mentions() {
    let (site, _, (_, mut milos), _) = with_a_tribe(Door::Open).await;
    let (nora, mut noras) = site.member("nora").await;
    let (_, mut oskar) = site.member("oskar").await;
    for client in [&mut noras, &mut oskar] {
        client.post("/tribes/quiet-corner/join", NOBODY).await;
    }
    let circle = site.tribe_at(&nora, "quiet-corner").await.id.to_string();
    let watch = [("kind", "circle"), ("subject", &*circle), ("level", "now"), ("next", "/")];
    done(&oskar.post("/me/watches", &watch).await);
    let form = [("title", "What to plant?"), ("text", "Any thoughts, @nora?"), ("language", "en")];
    let talk = done(&milos.post("/tribes/quiet-corner/new", &form).await);
    assert_eq!(done(&milos.post("/tribes/quiet-corner/new", &form).await), talk, "a double click begins one");
    site.do_jobs().await;
    for client in [&mut noras, &mut oskar] {
        assert!(client.get("/me/notifications/").await.body.contains("What to plant?"));
    }
    assert_eq!(milos.get("/tribes/quiet-corner/").await.texts(".contents h3"), ["What to plant?"]);
    noras.get(&talk).await;
    done(&noras.post(&format!("{talk}comments"), &[("text", "Leeks."), ("as", &*nora.id.to_string())]).await);
    site.do_jobs().await;
    let page = milos.get(&talk).await;
    assert_eq!((page.count(".entry"), page.texts(".entry .name")), (1, vec!["Nora".to_owned()]));
    assert_eq!(noras.get("/me/notifications/").await.count(".notices .is-new"), 0, "she has read it");
    let listed = oskar.get("/tribes/quiet-corner/").await;
    assert!(listed.text(".contents .tally").contains('1'), "{}", listed.text(".contents .tally"));
}

#[tokio::test]
async fn a_discussion_is_changed_by_its_writer_and_led_by_the_leader() {
    let (site, (lena, mut lenas), (milo, mut milos), tribe) = with_a_tribe(Door::Open).await;
    let first = site.discussion(&milo, &tribe, "First").await;
    site.pass_minutes(1);
    site.discussion(&lena, &tribe, "Second").await;
    let url = format!("{}{first}/", tribe.url());
    let form = milos.get(&format!("{url}edit")).await;
    let edited = form.attributes("input[name=edited]", "value").remove(0);
    let change = |text: &'static str, edited: String| {
        [("title", "First, again".to_owned()), ("text", text.into()), ("language", "en".into()), ("edited", edited)]
    };
    done(&milos.post(&format!("{url}edit"), &sent(&change("Other words.", edited.clone()))).await);
    let page = lenas.get(&url).await;
    assert!(
        page.body.contains("Other words.")
            && page.count(".edited") + page.text(".byline").matches("edited").count() > 0
    );
    let refused = milos.post(&format!("{url}edit"), &sent(&change("From another tab.", edited))).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("From another tab."));
    assert_eq!(lenas.get(&format!("{url}edit")).await.status, 404, "not even the leader puts words in a mouth");
    assert_eq!(milos.get("/tribes/quiet-corner/").await.texts(".contents h3"), ["Second", "First, again"]);
    assert_eq!(milos.post(&format!("{url}pin"), NOBODY).await.status, 404);
    done(&lenas.post(&format!("{url}pin"), NOBODY).await);
    assert_eq!(milos.get("/tribes/quiet-corner/").await.texts(".contents h3"), ["First, again", "Second"]);
    done(&lenas.post(&format!("{url}close"), NOBODY).await);
    assert_eq!(
        milos.post(&format!("{url}comments"), &[("text", "Late."), ("as", &*milo.id.to_string())]).await.status,
        422
    );
    done(&lenas.post(&format!("{url}reopen"), NOBODY).await);
    done(&lenas.post(&format!("{url}unpin"), NOBODY).await);
    done(&milos.post(&format!("{url}comments"), &[("text", "In time."), ("as", &*milo.id.to_string())]).await);
    assert!(lenas.get(&format!("{url}delete")).await.body.contains("The answer to it goes, too."));
    done(&lenas.post(&format!("{url}delete"), NOBODY).await);
    assert_eq!(milos.get(&url).await.status, 404);
}

#[tokio::test]
async fn when_a_tribe_meets_is_told_in_the_zone_of_each_and_in_that_of_the_community() {
    let (site, _, (_, mut milos), tribe) = with_a_tribe(Door::Open).await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let community = [
        ("name", "School"),
        ("language", "en"),
        ("time_zone", "Europe/Lisbon"),
        ("joining", "open"),
        ("guests", "first"),
        ("edit_minutes", "15"),
    ];
    done(&olga.post("/manage/community", &community).await);
    let refused = milos
        .post("/tribes/quiet-corner/gatherings/new", &[("title", "A walk"), ("starts", "soon"), ("minutes", "x")])
        .await;
    assert_eq!((refused.status.as_u16(), refused.count("#starts-error"), refused.count("#minutes-error")), (422, 1, 1));
    assert!(refused.text("#starts-hint").contains("Europe/Lisbon"));
    let past = [("title", "A walk"), ("starts", "2020-01-01T10:00"), ("minutes", "60")];
    assert_eq!(milos.post("/tribes/quiet-corner/gatherings/new", &past).await.status, 422);
    let walk =
        [("title", "A walk"), ("starts", "2026-10-22T18:00"), ("minutes", "90"), ("place", "https://example.org/call")];
    done(&milos.post("/tribes/quiet-corner/gatherings/new", &walk).await);
    let profile = [("name", "Milo"), ("handle", "milo"), ("language", "en"), ("zone", "Europe/Berlin")];
    done(&milos.post("/me/profile", &profile).await);
    let page = milos.get("/tribes/quiet-corner/").await;
    let told = page.text(".meetings li");
    assert!(
        told.contains("19:00")
            && told.contains("Europe/Berlin")
            && told.contains("18:00")
            && told.contains("Europe/Lisbon"),
        "{told}"
    );
    assert_eq!(page.attributes(".meetings a[rel]", "href"), ["https://example.org/call"]);
    let edit = page.attributes(".meetings .actions a", "href").remove(0);
    assert_eq!(milos.get(&edit).await.attributes("#starts", "value"), ["2026-10-22T18:00"]);
    done(&milos.post(&edit.replace("/edit", "/cancel"), NOBODY).await);
    assert_eq!(milos.get("/tribes/quiet-corner/").await.count(".meetings .is-cancelled"), 1, "it says so");
    site.pass_minutes(90 * 24 * 60);
    assert_eq!(milos.get("/tribes/quiet-corner/").await.count(".meetings"), 0, "what is over goes");
    assert!(tribe.closed_at.is_none());
}

#[tokio::test]
async fn a_tribe_has_a_picture_that_its_leader_chooses() {
    let (_site, (_, mut lenas), (_, mut milos), tribe) = with_a_tribe(Door::Hidden).await;
    let mut png = std::io::Cursor::new(vec![]);
    image::DynamicImage::new_rgb8(40, 30).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let to = format!("{}picture", tribe.url());
    assert_eq!(milos.upload(&to, "picture", "x.png", png.get_ref()).await.status, 404);
    assert_eq!(lenas.upload(&to, "picture", "x.txt", b"no picture").await.status, 422);
    done(&lenas.upload(&to, "picture", "x.png", png.get_ref()).await);
    let source = milos.get(&tribe.url()).await.attributes(".tribe-head img", "src").remove(0);
    let shown = milos.get(&source).await;
    assert_eq!(shown.status, 200);
    milos.post(&format!("{}leave", tribe.url()), NOBODY).await;
    assert_eq!(milos.get(&source).await.status, 404);
    let name = source.rsplit('/').next().unwrap();
    assert_eq!(lenas.get(&format!("/files/{name}")).await.status, 404, "it has no other address");
}

#[tokio::test]
async fn the_schedule_looks_after_tribes() {
    let (site, (lena, mut lenas), (milo, _), _) = with_a_tribe(Door::Open).await;
    done(&lenas.post("/tribes/quiet-corner/leave", &[("to", &*milo.id.to_string())]).await);
    site.pass_minutes(15 * 24 * 60);
    crate::schedule::round(&site.app).await.unwrap();
    for lane in [crate::events::Lane::Soon, crate::events::Lane::Later] {
        while worker::one(&site.app, lane).await.unwrap() {}
    }
    assert!(site.tribe_at(&lena, "quiet-corner").await.lapsed_at.is_some());
}

#[tokio::test]
async fn a_tribe_has_a_river_of_its_own_with_what_is_talked_about_in_it_and_for_it() {
    use crate::talk::river::{self, Place, Which};
    let (site, (lena, mut lenas), (milo, mut milos), tribe) = with_a_tribe(Door::Hidden).await;
    let river = format!("{}river/", tribe.url());
    assert_eq!(milos.get(&river).await.count(".empty"), 1);
    let talk = site.discussion(&lena, &tribe, "Which chair first?").await;
    let drawn = site.post_for(&lena, "A chair I drew", Audience::Circle(tribe.id)).await;
    let elsewhere = site.post(&lena, "About tables").await;
    for post in [PostId(talk.0), elsewhere, drawn] {
        site.pass_minutes(1);
        site.comment(&milo, post, None, "The *left* one.").await;
    }
    let page = milos.get(&river).await;
    assert_eq!(page.texts(".river .what"), ["A chair I drew", "Which chair first?"]);
    let live = page.attributes(".live", "data-river").remove(0);
    assert!(live.starts_with(&format!("{river}live?since=")), "{live}");
    // Somebody else says something, and the one who listens counts it; their own they know.
    let since = Place::of(live.split_once("since=").unwrap().1).unwrap();
    let moved = async |member: &Member| {
        let mut conn = site.app.db.read().await.unwrap();
        river::moved_since(&mut conn, Some(member.id), Which::Circle(tribe.id), since).await.unwrap()
    };
    site.pass_minutes(1);
    site.comment(&lena, PostId(talk.0), None, "No, the right one.").await;
    assert_eq!((moved(&milo).await, moved(&lena).await), (1, 0));
    assert_eq!(lenas.get(&river).await.texts(".river .what")[0], "Which chair first?");
    milos.post(&format!("{}leave", tribe.url()), NOBODY).await;
    assert_eq!(moved(&milo).await, 0, "whoever left hears nothing");
    for path in [river.clone(), format!("{river}live?since=0-0"), format!("{}stream/live?since=0-0", tribe.url())] {
        assert_eq!(milos.get(&path).await.status, 404, "{path}");
    }
}
