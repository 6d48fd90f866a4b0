//! Private messages through their pages.

use crate::{
    checks::testing::{Client, Reply, Site},
    course::tribes::Door,
    people::members::Role,
};

/// Writes to somebody; answers the address of the correspondence.
async fn begin(who: &mut Client, to: &str, text: &str) -> String {
    let sent = who.post("/me/messages/new", &[("to", to), ("text", text)]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.location().unwrap()
}

async fn say(who: &mut Client, place: &str, text: &str) -> Reply {
    who.post(place, &[("text", text)]).await
}

fn bell(page: &Reply) -> String {
    page.attributes("a.bell", "data-bell")[0].clone()
}

#[tokio::test]
async fn a_message_is_written_told_read_and_answered() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(ines.get("/me/messages/").await.count(".empty"), 1);
    let way = ines.get("/members/bram/").await;
    assert_eq!(way.attributes(".member-head a.button", "href"), ["/me/messages/new?to=bram"]);
    assert_eq!(ines.get("/me/messages/new?to=bram").await.attributes("#to", "value"), ["bram"]);
    bram.get("/").await;
    let place = begin(&mut ines, "bram", "Will you *come*?").await;
    let front = bram.get("/").await;
    assert_eq!(bell(&front), "1", "also where a page was kept");
    assert!(front.text(".masthead .menu ul").contains("Messages (1)"), "{}", front.text(".masthead"));
    let list = bram.get("/me/notifications/").await;
    assert_eq!(list.text(".notice-group .sentence"), "Ines wrote to you");
    assert!(list.text(".notice-group .line").contains("Will you come?"));
    assert_eq!(list.attributes(".notice-group a.what", "href"), [format!("{place}#new")]);
    let list = bram.get("/me/messages/").await;
    assert_eq!((list.text(".inbox .what"), list.text(".inbox .label.new")), ("Ines".into(), "1 new message".into()));
    let read = bram.get(&place).await;
    assert_eq!(
        (read.text("h1"), read.text(".entry .prose em"), read.count(".entry.is-new")),
        ("Ines".into(), "come".into(), 1)
    );
    assert_eq!(bell(&read), "0", "reading it ticks it off");
    assert_eq!(bram.get(&place).await.count(".entry.is-new"), 0);
    assert_eq!(say(&mut bram, &place, "I will.").await.status, 303);
    let list = ines.get("/me/messages/").await;
    assert_eq!((list.text(".inbox .what"), list.count(".inbox .is-new")), ("Bram".into(), 1));
    assert_eq!(ines.get(&place).await.texts(".entry .prose"), ["Will you come?", "I will."]);
    assert_eq!(ines.get("/me/messages/new?to=bram").await.location(), Some(place.clone()));
    let list = ines.get("/me/messages/").await;
    assert_eq!((list.text(".inbox .line"), list.count(".is-new")), ("I will.".into(), 0));
}

#[tokio::test]
async fn a_kind_note_is_there_to_be_sent_whether_they_wrote_to_one_another_or_not() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    site.member("bram").await;
    let words = ines.get("/me/messages/new?to=bram&note=silent").await.text("textarea[name=text]");
    assert!(words.contains("your place is here"), "{words}");
    let place = begin(&mut ines, "bram", &words).await;
    let there = ines.get("/me/messages/new?to=bram&note=thriving").await.location().unwrap();
    assert_eq!(there, format!("{place}?note=thriving"));
    assert!(ines.get(&there).await.text("textarea[name=text]").contains("I am glad about it"));
    let plain = ines.get("/me/messages/new?to=bram&note=%3Cb%3E").await.location().unwrap();
    assert_eq!(plain, place, "only what is one");
}

#[tokio::test]
async fn whoever_takes_no_part_finds_nothing_not_even_who_runs_the_community() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram_client) = site.member("bram").await;
    let (_, mut eve) = site.member("eve").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let place = begin(&mut ines, "@bram", "Between the two of us, a xylophone.").await;
    let read = bram_client.get(&place).await;
    let message = read.attributes(".entry", "id")[0].trim_start_matches("message-").to_owned();
    let own = [format!("{place}{message}/edit"), format!("{place}{message}/delete")];
    let others = [place.clone(), format!("/report/message/{message}")];
    let done = ["archive", "unarchive", "mute", "unmute", "unread"].map(|what| format!("{place}{what}"));
    for (who, client) in [("eve", &mut eve), ("olga", &mut olga)] {
        for address in own.iter().chain(&others) {
            assert_eq!(client.get(address).await.status, 404, "{who} {address}");
        }
        for address in own.iter().chain(&others).chain(&done) {
            assert_eq!(client.post(address, &[("text", "Me too.")]).await.status, 404, "{who} {address}");
        }
        for address in ["/", "/river/", "/me/messages/", "/me/notifications/", "/members/ines/", "/me/waiting/"] {
            let page = client.get(address).await;
            assert!(!page.body.contains("xylophone") && !page.body.contains(&place), "{who} {address}");
        }
    }
    for address in ["/manage/log/", "/manage/reports/", "/manage/members/ines/"] {
        let page = olga.get(address).await;
        assert!(page.status == 200 && !page.body.contains("xylophone"), "{address}");
    }
    assert_eq!(site.stranger().get(&place).await.status, 401);
    for address in &own {
        assert_eq!(bram_client.get(address).await.status, 404, "it is not his");
    }
    assert_eq!(bram_client.get(&format!("{place}leave")).await.status, 404, "two cannot leave one another");
    assert_eq!(read.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn an_e_mail_says_who_wrote_and_none_of_the_words() {
    let site = Site::new().await;
    let (_, mut writer) = site.member("ines").await;
    let (_, mut reader) = site.member("bram").await;
    let place = begin(&mut writer, "bram", "The xylophone is in the cellar.").await;
    say(&mut writer, &place, "And the key is under the mat.").await;
    site.told().await;
    let told = site.wait(3).await;
    assert_eq!(told.len(), 1, "several are one: {told:#?}");
    let letter = &told[0];
    assert!(letter.contains("To: bram@example.org") && letter.contains("Subject: Ines wrote to you"), "{letter}");
    assert!(letter.contains(&place), "{letter}");
    assert!(!letter.contains("xylophone") && !letter.contains("key is"), "{letter}");
    assert!(!letter.contains("\nReply-To"), "it is not answered by e-mail: {letter}");
    say(&mut writer, &place, "Did you find it?").await;
    assert_eq!(site.wait(60).await.len(), 1, "until it is read nothing more is sent");
    reader.get(&place).await;
    say(&mut reader, &place, "I did.").await;
    let told = site.wait(3).await;
    assert!(told.len() == 2 && told[1].contains("To: ines@example.org"), "{told:#?}");
    say(&mut writer, &place, "Good.").await;
    reader.get(&place).await;
    assert_eq!(site.wait(60).await.len(), 2, "whoever has read it is not written to");
}

#[tokio::test]
async fn what_is_refused_keeps_its_words_and_says_why() {
    let site = Site::new().await;
    let (ines, mut writer) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    site.member("cleo").await;
    for (to, text, says) in [
        ("", "Hello", "Fill this in"),
        ("ines", "Hello", "That is you"),
        ("nobody", "Hello", "No member is called “nobody”"),
        ("bram", " ", "There is nothing to send yet"),
    ] {
        let page = writer.post("/me/messages/new", &[("to", to), ("text", text)]).await;
        assert_eq!(page.status, 422, "{to} {text}");
        assert!(page.body.contains(says) || says == "Fill this in", "{to}: {}", page.text("main"));
        assert_eq!(page.text("#text").trim(), text.trim());
        assert!(page.text("title").starts_with("Error"), "{}", page.text("title"));
    }
    let long = "x".repeat(10_001);
    let page = writer.post("/me/messages/new", &[("to", "bram, Cleo"), ("text", &long)]).await;
    assert_eq!((page.status.as_u16(), page.text("#text").len()), (422, 10_001));
    assert_eq!(page.attributes("#to", "value"), ["bram, Cleo"]);
    bram.post("/me/messages/settings", &[("accepts", "circles")]).await;
    let page = writer.post("/me/messages/new", &[("to", "bram, cleo"), ("text", "Hello, both.")]).await;
    assert!(page.status == 422 && page.text(".notice.bad").starts_with("Bram is not taking messages"), "{}", page.body);
    assert_eq!(writer.get("/me/messages/").await.count(".inbox li"), 0, "nobody gets half of it");
    let page = writer.get("/me/messages/new?to=bram").await;
    assert!(page.text(".notice.bad").starts_with("Bram is not taking messages"), "before anything is written");
    // In the same tribe they may.
    let tribe = site.tribe(&ines, "Gardeners", Door::Open).await;
    let (dora, mut doras) = site.member("dora").await;
    doras.post("/me/messages/settings", &[("accepts", "circles")]).await;
    assert_eq!(writer.post("/me/messages/new", &[("to", "dora"), ("text", "Hello.")]).await.status, 422);
    site.come_in(&tribe, &dora).await;
    begin(&mut writer, "dora", "Hello.").await;
}

#[tokio::test]
async fn who_runs_the_community_reaches_everybody_who_has_not_blocked_them() {
    let site = Site::new().await;
    let (olga, mut organiser) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    bram.post("/me/messages/settings", &[("accepts", "nobody")]).await;
    let place = begin(&mut organiser, "bram", "Your post is lovely.").await;
    assert_eq!(say(&mut bram, &place, "Thank you.").await.status, 303);
    assert_eq!(bram.post(&format!("/me/blocks/{}/", olga.id), &[]).await.status, 303);
    let page = say(&mut organiser, &place, "One more thing.").await;
    assert!(page.status == 422 && page.text("#text").contains("One more thing."), "{}", page.body);
    let page = bram.get(&place).await;
    assert_eq!((page.count("form#write"), page.count("#write")), (0, 1), "nor can he write");
    assert_eq!(bram.get("/me/messages/settings").await.texts(".rows a"), ["Olga"]);
    bram.post(&format!("/me/blocks/{}/end", olga.id), &[]).await;
    assert_eq!(say(&mut organiser, &place, "One more thing.").await.status, 303);
}

#[tokio::test]
async fn a_message_of_ones_own_is_changed_for_a_while_and_deleted_at_any_time() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let place = begin(&mut ines, "bram", "At nine.").await;
    let page = ines.get(&place).await;
    let message = page.attributes(".entry", "id")[0].trim_start_matches("message-").to_owned();
    let edit = format!("{place}{message}/edit");
    let edited = ines.get(&edit).await.attributes("[name=edited]", "value")[0].clone();
    assert_eq!(ines.post(&edit, &[("edited", &edited), ("text", "At ten.")]).await.status, 303);
    let page = ines.post(&edit, &[("edited", &edited), ("text", "At eleven.")]).await;
    assert_eq!(
        (page.status.as_u16(), page.text("#other").trim(), page.text("#text").trim()),
        (422, "At ten.", "At eleven.")
    );
    let page = bram.get(&place).await;
    assert_eq!((page.text(".prose"), page.count(".edited")), ("At ten.".into(), 1));
    site.pass_minutes(60);
    assert_eq!(ines.get(&edit).await.status, 400);
    let page = ines.post(&edit, &[("text", "At noon.")]).await;
    assert_eq!((page.status.as_u16(), page.text("#text").trim()), (422, "At noon."));
    let delete = format!("{place}{message}/delete");
    assert_eq!(ines.get(&delete).await.text(".prose"), "At ten.");
    for _ in 0..2 {
        assert_eq!(ines.post(&delete, &[]).await.status, 303);
    }
    let page = bram.get(&place).await;
    assert_eq!((page.count(".prose"), page.count(".entry.is-gone")), (0, 1));
    assert!(!page.body.contains("At ten."));
    assert_eq!(bram.get("/me/messages/").await.count(".inbox .line"), 0);
}

#[tokio::test]
async fn of_several_one_may_leave_and_reads_nothing_more() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let (_, mut cleo) = site.member("cleo").await;
    let place = begin(&mut ines, "bram, cleo", "All three of us.").await;
    assert_eq!(cleo.get(&place).await.text("h1"), "Bram, Ines");
    assert_eq!(cleo.get(&format!("{place}leave")).await.status, 200);
    assert_eq!(cleo.post(&format!("{place}leave"), &[]).await.location().as_deref(), Some("/me/messages/?done=left"));
    assert_eq!(cleo.get(&place).await.status, 404);
    assert_eq!(say(&mut bram, &place, "Just us two.").await.status, 303);
    assert_eq!((cleo.get("/me/messages/").await.count(".inbox li"), bell(&cleo.get("/").await)), (0, "0".into()));
    bram.post(&format!("{place}leave"), &[]).await;
    let page = say(&mut ines, &place, "Anybody?").await;
    assert!(page.status == 422 && page.text("#text").contains("Anybody?"), "{}", page.body);
    let page = ines.get(&place).await;
    assert_eq!((page.count("form#write"), page.count(".entry")), (0, 2));
}

#[tokio::test]
async fn it_is_put_away_muted_and_marked_from_its_page() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let place = begin(&mut ines, "bram", "One.").await;
    bram.get(&place).await;
    bram.post(&format!("{place}archive"), &[]).await;
    let list = bram.get("/me/messages/").await;
    assert_eq!((list.count(".inbox li"), list.count("a[href*='show=archived']")), (0, 1));
    assert_eq!(bram.get("/me/messages/?show=archived").await.count(".inbox li"), 1);
    bram.post(&format!("{place}unarchive"), &[]).await;
    bram.post(&format!("{place}mute"), &[]).await;
    say(&mut ines, &place, "Two.").await;
    let list = bram.get("/me/messages/").await;
    assert_eq!((list.count(".inbox .is-new"), bell(&list)), (1, "0".into()));
    bram.get(&place).await;
    bram.post(&format!("{place}unmute"), &[]).await;
    bram.post(&format!("{place}unread"), &[]).await;
    let list = bram.get("/me/messages/").await;
    assert_eq!((list.text(".inbox .label.new"), bell(&list)), ("1 new message".into(), "0".into()));
    bram.post(&format!("{place}archive"), &[]).await;
    assert!(!bram.get("/").await.text(".masthead .menu ul").contains("Messages ("), "what is put away is read");
    bram.post(&format!("{place}unarchive"), &[]).await;
    bram.post(&format!("{place}unread"), &[]).await;
    say(&mut ines, &place, "Three.").await;
    assert_eq!(bell(&bram.get("/").await), "1");
    bram.post("/me/notifications/seen", &[("until", "1000")]).await;
    let list = bram.get("/me/messages/").await;
    assert_eq!(
        (list.text(".inbox .label.new"), bell(&list)),
        ("2 new messages".into(), "0".into()),
        "it is unread all the same"
    );
}

#[tokio::test]
async fn long_lists_and_long_correspondences_come_in_pages() {
    let site = Site::new().await;
    let (_, mut ines) = site.member_as("ines", Role::Organiser).await;
    for number in 0..33 {
        let (_, mut other) = site.member(&format!("other{number:02}")).await;
        begin(&mut other, "ines", &format!("From {number}.")).await;
        site.pass_minutes(1);
    }
    let first = ines.get("/me/messages/").await;
    assert_eq!(first.count(".inbox li"), 30);
    let next = first.attributes("a[rel=next]", "href")[0].clone();
    let second = ines.get(&next).await;
    assert_eq!(
        (second.texts(".inbox .what"), second.count("a[rel=next]")),
        (vec!["Other02".into(), "Other01".into(), "Other00".into()], 0)
    );
    let place = second.attributes(".inbox .what", "href")[0].trim_end_matches("#new").to_owned();
    for number in 0..54 {
        say(&mut ines, &place, &format!("Number {number}.")).await;
    }
    let page = ines.get(&place).await;
    assert_eq!((page.count(".entry"), page.texts(".entry .prose")[49].as_str()), (50, "Number 53."));
    let earlier = page.attributes("a[rel=prev]", "href")[0].clone();
    let page = ines.get(&earlier).await;
    assert_eq!((page.count(".entry"), page.texts(".entry .prose")[0].as_str()), (5, "From 2."));
}

#[tokio::test]
async fn who_is_blocked_does_not_ring_by_what_they_say_in_public_and_stands_there_folded() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (eve, mut eve_client) = site.member("eve").await;
    let (_, mut other) = site.member("cleo").await;
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    author.get(&url).await;
    assert_eq!(author.get(&format!("/me/blocks/{}/", eve.id)).await.status, 200);
    author.post(&format!("/me/blocks/{}/", eve.id), &[("next", "/members/eve/")]).await;
    let comment = site.comment(&eve, post, None, "Look, @ines, a xylophone.").await;
    site.do_jobs().await;
    assert_eq!(bell(&author.get("/").await), "0");
    let page = author.get(&url).await;
    assert_eq!((page.count(".entry details.fold .prose"), page.count(".entry > article > .prose")), (1, 0));
    for client in [&mut eve_client, &mut other, &mut site.stranger()] {
        assert_eq!(client.get(&url).await.count(".entry details.fold"), 0, "it is as it was for all others");
    }
    let entry = format!("/comments/{comment}/entry");
    for _ in 0..2 {
        assert!(!other.get(&entry).await.body.contains("details class=\"fold\""));
        assert!(author.get(&entry).await.body.contains("details class=\"fold\""));
    }
    let page = author.get("/members/eve/").await;
    assert_eq!((page.count("form[action$='/end']"), page.count("a[href^='/me/messages/new']")), (1, 0));
    assert_eq!(eve_client.get("/members/ines/").await.count("a[href^='/me/messages/new']"), 1, "she is not told");
    author.post(&format!("/me/blocks/{}/end", eve.id), &[]).await;
    assert_eq!(author.get(&url).await.count(".entry details.fold"), 0);
    site.comment(&eve, post, None, "And another one, @ines.").await;
    site.do_jobs().await;
    assert_eq!(bell(&author.get("/").await), "1");
    assert_eq!(author.post(&format!("/me/blocks/{}/", ines.id), &[]).await.status, 404, "nobody blocks themselves");
}

#[tokio::test]
async fn when_an_account_ends_its_words_stay_or_go_and_nobody_writes_to_it() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    for (handle, words, left) in [("bram", "stay", 2), ("cleo", "go", 1)] {
        let (member, mut client) = site.member(handle).await;
        let place = begin(&mut ines, handle, "Hello.").await;
        say(&mut client, &place, "A word of mine.").await;
        let remove = format!("/manage/members/{}/remove", member.id);
        assert_eq!(olga.post(&remove, &[("words", words), ("handle", handle)]).await.status, 303);
        let page = ines.get(&place).await;
        assert_eq!((page.status.as_u16(), page.count(".prose"), page.count("form#write")), (200, left, 0), "{words}");
        assert!(!page.body.contains(&format!("@{handle}")), "{words}");
        assert_eq!(say(&mut ines, &place, "Are you there?").await.status, 422);
    }
}
