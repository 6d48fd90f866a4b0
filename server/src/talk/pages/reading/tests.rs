use crate::{
    checks::testing::{Client, Site},
    ids::{CommentId, ConversationId},
    people::members::Role,
    talk::{comments, posts::Audience},
};

#[tokio::test]
async fn an_answer_stands_under_its_question() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Own time or work time?").await;
    let question = site.comment(&ines, post, None, "What about you?").await;

    let parent = question.to_string();
    let reply = bram.post(&format!("/posts/{post}/comments"), &[("parent", &parent), ("text", "Both, alas.")]).await;
    assert_eq!(reply.status, 303);

    let page = bram.visit(&reply.location().unwrap()).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h2[data-count]"), "2 thoughts on “Own time or work time?”");
    assert_eq!(page.texts(&format!("#comment-{question} > ol > li .prose")), ["Both, alas."]);
    assert_eq!(page.texts(&format!("#comment-{question} > article .label")), ["Post author"]);
}

#[tokio::test]
async fn what_was_just_written_is_on_the_very_next_page() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Kept").await;
    let url = site.url(post).await;
    let mut stranger = site.stranger();
    assert_eq!(stranger.get(&url).await.text("h2[data-count]"), "No thoughts yet");
    assert_eq!(stranger.get(&url).await.text("h2[data-count]"), "No thoughts yet");
    for count in 1..4 {
        site.comment(&ines, post, None, &format!("Number {count}")).await;
        assert_eq!(stranger.get(&url).await.count("li.entry"), count);
    }
}

#[tokio::test]
async fn a_guests_first_comment_waits_and_only_its_writer_and_the_author_see_it() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Open house").await;
    let url = site.url(post).await;
    let mut guest = site.stranger();
    let fields =
        [("parent", ""), ("text", "May I?"), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")];
    let reply = guest.post(&format!("/posts/{post}/comments"), &fields).await;
    assert_eq!(reply.status, 303);

    assert_eq!(guest.visit(&reply.location().unwrap()).await.count(".entry.is-waiting .state"), 1);
    assert_eq!(author.get(&url).await.count(".entry.is-waiting"), 1);
    for other in [&mut bram, &mut site.stranger()] {
        let page = other.get(&url).await;
        assert_eq!(page.count(".entry"), 0);
        assert!(!page.body.contains("May I?"));
    }
    assert!(!author.get(&url).await.body.contains("wendy@example.net"));

    let waiting = guest.get(&url).await.attributes(".entry.is-waiting", "id")[0].replace("comment-", "");
    assert_eq!(bram.post(&format!("/comments/{waiting}/approve"), &[("next", "")]).await.status, 404);
    assert_eq!(author.post(&format!("/comments/{waiting}/approve"), &[("next", "")]).await.status, 303);
    assert_eq!(bram.get(&url).await.text("h2[data-count]"), "One thought on “Open house”");

    let again =
        [("parent", ""), ("text", "Thank you!"), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")];
    guest.post(&format!("/posts/{post}/comments"), &again).await;
    assert_eq!(bram.get(&url).await.count(".entry"), 2, "the second does not wait");
}

#[tokio::test]
async fn somebody_elses_browser_cannot_borrow_a_known_guests_name() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Open house").await;
    let mut guest = site.stranger();
    let say = async |client: &mut crate::checks::testing::Client, words: &str| {
        let fields =
            [("parent", ""), ("text", words), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")];
        client.post(&format!("/posts/{post}/comments"), &fields).await
    };
    let first = say(&mut guest, "It is me").await.location().unwrap();
    author.post(&format!("{first}/approve"), &[("next", "")]).await;
    say(&mut site.stranger(), "It is me, too").await;
    let page = site.stranger().get(&site.url(post).await).await;
    assert_eq!(page.count(".entry"), 1);
}

#[tokio::test]
async fn a_double_click_leaves_one_comment() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Twice").await;
    let fields = [("parent", ""), ("text", "Once is enough")];
    let first = client.post(&format!("/posts/{post}/comments"), &fields).await;
    let second = client.post(&format!("/posts/{post}/comments"), &fields).await;
    assert_eq!(first.location(), second.location());
    assert_eq!(client.get(&site.url(post).await).await.count(".entry"), 1);
}

#[tokio::test]
async fn a_refused_comment_comes_back_filled_in() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Filled").await;
    let mut guest = site.stranger();
    let fields =
        [("parent", ""), ("text", "Kept & <b>safe</b>"), ("name", "Wendy"), ("email", "nowhere"), ("website", "")];
    let page = guest.post(&format!("/posts/{post}/comments"), &fields).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.text("textarea[name=text]"), "Kept & <b>safe</b>");
    assert_eq!(page.attributes("input[name=name]", "value"), ["Wendy"]);
    assert_eq!(page.count("#guest-email-error"), 1);
}

#[tokio::test]
async fn a_closed_conversation_takes_no_reply() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Closed").await;
    crate::run!(&mut site.app.db.read().await.unwrap(), "select 1").unwrap();
    site.app
        .db
        .always(async |tx| {
            let post = crate::talk::posts::for_author(tx, &ines, post).await?.unwrap();
            let draft = crate::talk::posts::Draft {
                title: post.title.clone(),
                source: post.source.clone(),
                format: post.format(),
                slug: None,
                lang: "en".parse().unwrap(),
                audience: post.audience(),
                comments: crate::talk::posts::Comments::Closed,
                tags: vec![],
            };
            let text = crate::talk::posts::Rendered { html: post.html.clone(), excerpt: String::new() };
            crate::talk::posts::edit(tx, &post, &draft, &text).await?.unwrap();
            anyhow::Ok(())
        })
        .await
        .unwrap();
    let page = client.post(&format!("/posts/{post}/comments"), &[("parent", ""), ("text", "Too late?")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.count(".entry"), 0);
    assert!(page.body.contains("Too late?"), "what was typed is still there");
}

#[tokio::test]
async fn a_reply_to_a_comment_deleted_meanwhile_loses_nothing() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Gone").await;
    let entry = site.comment(&ines, post, None, "I take this back").await;
    assert_eq!(client.post(&format!("/comments/{entry}/delete"), &[]).await.status, 303);
    let parent = entry.to_string();
    let page = bram.post(&format!("/posts/{post}/comments"), &[("parent", &parent), ("text", "But why?")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.text("textarea[name=text]"), "But why?");
    assert_eq!(page.attributes("input[name=parent]", "value"), [""], "sent again, it stands on its own");
}

#[tokio::test]
async fn a_deleted_comment_leaves_its_place_while_something_stands_under_it() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (bram, mut other) = site.member("bram").await;
    let post = site.post(&ines, "Places").await;
    let url = site.url(post).await;
    let top = site.comment(&ines, post, None, "Secret words").await;
    let under = site.comment(&bram, post, Some(top), "I answer").await;
    client.post(&format!("/comments/{top}/delete"), &[]).await;
    let page = other.get(&url).await;
    assert_eq!(page.texts(".entry.is-gone > article"), ["This comment was deleted by its author."]);
    assert!(!page.body.contains("Secret words"));
    assert_eq!(page.text("h2[data-count]"), "One thought on “Places”");

    other.post(&format!("/comments/{under}/delete"), &[]).await;
    let page = other.get(&url).await;
    assert_eq!(page.count(".entry"), 0, "with nothing under it, the place goes too");
    assert_eq!(page.text("h2[data-count]"), "No thoughts yet");
}

#[tokio::test]
async fn a_comment_can_be_changed_for_a_quarter_of_an_hour_and_by_nobody_else() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Second thoughts").await;
    let entry = site.comment(&ines, post, None, "Frist").await;
    assert_eq!(bram.get(&format!("/comments/{entry}/edit")).await.status, 404);
    assert_eq!(client.get(&format!("/comments/{entry}/edit")).await.text("textarea"), "Frist");
    assert_eq!(client.post(&format!("/comments/{entry}/edit"), &[("text", "First")]).await.status, 303);
    assert_eq!(client.get(&site.url(post).await).await.text(".entry .prose"), "First");
    site.pass_minutes(16);
    let late = client.post(&format!("/comments/{entry}/edit"), &[("text", "Furst")]).await;
    assert_eq!((late.status.as_u16(), late.text("textarea").as_str()), (422, "Furst"), "nothing typed is lost");
    assert_eq!(client.get(&site.url(post).await).await.text(".entry .prose"), "First");
}

#[tokio::test]
async fn what_only_members_may_read_does_not_exist_for_strangers() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let community = site.post_for(&ines, "Among us", Audience::Community).await;
    let mine = site.post_for(&ines, "Dear diary", Audience::Me).await;
    let entry = site.comment(&ines, mine, None, "To myself").await;
    let (for_members, for_me) = (site.url(community).await, site.url(mine).await);
    let mut stranger = site.stranger();
    assert_eq!(stranger.get(&for_members).await.status, 404);
    assert_eq!(bram.get(&for_members).await.status, 200);
    for client in [&mut stranger, &mut bram] {
        for path in [
            for_me.clone(),
            format!("/comments/{entry}"),
            format!("/comments/{entry}/entry"),
            format!("/conversations/{mine}/live"),
        ] {
            assert_eq!(client.get(&path).await.status, 404, "{path}");
        }
        assert_eq!(client.post(&format!("/posts/{mine}/comments"), &[("text", "x")]).await.status, 404);
    }
    assert_eq!(author.get(&for_me).await.status, 200);
}

#[tokio::test]
async fn entries_since_the_last_visit_are_marked_and_ones_own_are_not() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "News").await;
    let url = site.url(post).await;
    site.comment(&bram, post, None, "Before").await;
    assert_eq!(client.get(&url).await.count(".is-new"), 0, "a first visit knows no news");
    site.pass_minutes(10);
    site.comment(&bram, post, None, "During the first visit").await;
    assert_eq!(client.get("/").await.text(".lively .label.new"), "1 new");
    assert_eq!(client.get(&url).await.texts(".is-new > article .prose"), ["During the first visit"]);
    site.pass_minutes(60);
    site.comment(&bram, post, None, "After").await;
    site.comment(&ines, post, None, "My own").await;
    let page = client.get(&url).await;
    assert_eq!(page.texts(".is-new > article .prose"), ["After"]);
    assert_eq!(page.text(".new-since span"), "One new comment since your last visit");
    assert_eq!(client.get(&url).await.count(".is-new"), 1, "the mark stays for the visit");
    site.pass_minutes(60);
    assert_eq!(client.get(&url).await.count(".is-new"), 0, "and goes with the next");
}

#[tokio::test]
async fn every_entry_has_an_address_that_lands_on_its_page() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Long").await;
    let mut entries = vec![];
    for number in 0..70 {
        site.pass_minutes(1);
        entries.push(site.comment(&ines, post, None, &format!("Thread {number}")).await);
    }
    let mut parent = entries[35];
    for number in 0..130 {
        parent = site.comment(&ines, post, Some(parent), &format!("Deeper {number}")).await;
        entries.push(parent);
    }
    for entry in &entries {
        let page = client.visit(&format!("/comments/{entry}")).await;
        assert_eq!(page.count(&format!("#comment-{entry}")), 1, "{entry}");
    }
}

#[tokio::test]
async fn paging_shows_every_thread_once() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Pages").await;
    for number in 0..75 {
        if number % 3 == 0 {
            site.pass_minutes(1);
        }
        site.comment(&ines, post, None, &format!("Thread {number}")).await;
    }
    for view in ["", "?view=flat", "?view=newest"] {
        let (mut url, mut seen) = (format!("{}{view}", site.url(post).await), vec![]);
        loop {
            let page = client.get(&url).await;
            seen.extend(page.attributes(".thread .entry", "id"));
            match page.attributes("nav.paging a[rel~=next]", "href").pop() {
                Some(next) => url = next.split('#').next().unwrap().to_owned(),
                None => break,
            }
        }
        let unique: std::collections::HashSet<_> = seen.iter().collect();
        assert_eq!((seen.len(), unique.len()), (75, 75), "{view}");
    }
}

#[tokio::test]
async fn a_chain_of_two_thousand_answers_opens_and_pages() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Deep").await;
    site.chain(&ines, post, (0..2_000).map(|number| format!("Level {number}"))).await;
    let mut url = site.url(post).await;
    let mut seen = 0;
    loop {
        let page = client.get(&url).await;
        assert_eq!(page.status, 200);
        seen += page.count(".thread .entry");
        match page.attributes("li.rest a", "href").pop() {
            Some(next) => url = next.split('#').next().unwrap().to_owned(),
            None => break,
        }
    }
    assert_eq!(seen, 2_000);
}

#[tokio::test]
async fn two_people_answering_at_once_both_stand_there() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "At once").await;
    let question = site.comment(&ines, post, None, "Who is there?").await.to_string();
    let mut tasks = vec![];
    for number in 0..16 {
        let (_, mut client) = site.member(&format!("member{number}")).await;
        let (path, parent) = (format!("/posts/{post}/comments"), question.clone());
        tasks.push(tokio::spawn(async move {
            let words = format!("It is {number}");
            client.post(&path, &[("parent", parent.as_str()), ("text", words.as_str())]).await.status
        }));
    }
    for task in tasks {
        assert_eq!(task.await.unwrap(), 303);
    }
    let page = site.stranger().get(&site.url(post).await).await;
    assert_eq!(page.count(".entry .entry"), 16);
    assert_eq!(page.text("h2[data-count]"), "17 thoughts on “At once”");
}

#[tokio::test]
async fn a_text_of_a_hundred_thousand_characters_is_taken_and_a_longer_one_comes_back() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Much to say").await;
    let long = "wörter ".repeat(100_000 / 7);
    assert_eq!(client.post(&format!("/posts/{post}/comments"), &[("text", &long)]).await.status, 303);
    let longer = "x".repeat(100_001);
    let page = client.post(&format!("/posts/{post}/comments"), &[("text", &longer)]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.text("textarea[name=text]").len(), 100_001);
}

#[tokio::test]
async fn labels_say_who_teaches_who_guides_and_who_runs_the_community() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (tomasz, _) = site.member_as("tomasz", Role::Instructor).await;
    let (pekka, _) = site.member_as("pekka", Role::Guide).await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Labels").await;
    for member in [&ines, &tomasz, &pekka, &olga] {
        site.comment(member, post, None, "Hello").await;
    }
    let page = site.stranger().get(&site.url(post).await).await;
    assert_eq!(page.texts(".entry .label"), ["Post author", "Instructor", "Guide", "Organiser"]);
}

#[tokio::test]
async fn a_mention_leads_to_its_member_and_nobody_is_harmless() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Mentions").await;
    site.comment(&ines, post, None, "As @ines's friend @nobody said").await;
    let page = site.stranger().get(&site.url(post).await).await;
    assert_eq!(page.attributes(".prose a", "href"), ["/members/ines/"]);
    assert!(page.text(".entry .prose").contains("@ines’s friend @nobody said"));
}

#[tokio::test]
async fn hiding_and_showing_again_are_the_authors_and_are_logged() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut writer) = site.member("bram").await;
    let post = site.post(&ines, "Order").await;
    let entry = site.comment(&bram, post, None, "Rude words").await;
    assert_eq!(writer.post(&format!("/comments/{entry}/hide"), &[("next", "")]).await.status, 403);
    assert_eq!(author.post(&format!("/comments/{entry}/hide"), &[("next", "")]).await.status, 303);
    let url = site.url(post).await;
    assert_eq!(site.stranger().get(&url).await.count(".entry"), 0);
    let undo = |page: crate::checks::testing::Reply| page.attributes(".conversation > .notice form", "action");
    let after = format!("{url}?hidden={entry}");
    assert_eq!(undo(author.get(&after).await), [format!("/comments/{entry}/unhide")]);
    assert_eq!(undo(writer.get(&after).await), Vec::<String>::new());
    author.post(&format!("/comments/{entry}/unhide"), &[("next", "")]).await;
    assert_eq!(site.stranger().get(&url).await.count(".entry"), 1);
    let log = crate::people::audit::before(&mut site.app.db.read().await.unwrap(), None, 10).await.unwrap();
    let verbs: Vec<_> = log.iter().map(|act| act.verb.as_str()).collect();
    assert_eq!(verbs, ["comment-unhidden", "comment-hidden"]);
}

#[tokio::test]
async fn a_form_from_another_site_changes_nothing() {
    let site = Site::new().await;
    let (ines, client) = site.member("ines").await;
    let post = site.post(&ines, "Fortress").await;
    let mut lured = client.with_header("origin", "https://evil.example").with_header("sec-fetch-site", "cross-site");
    let reply = lured.post(&format!("/posts/{post}/comments"), &[("text", "not me")]).await;
    assert_eq!(reply.status, 403);
    assert_eq!(site.stranger().get(&site.url(post).await).await.count(".entry"), 0);
}

#[tokio::test]
async fn a_page_left_open_missed_what_was_let_through_and_not_what_was_imported() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Open house").await;
    let mut guest = site.stranger();
    let fields =
        [("parent", ""), ("text", "May I?"), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")];
    let waiting = guest.post(&format!("/posts/{post}/comments"), &fields).await.location().unwrap();
    let waiting = guest.visit(&waiting).await.attributes(".entry.is-waiting", "id")[0].replace("comment-", "");
    let waiting: CommentId = waiting.parse().unwrap();
    site.pass_minutes(1);
    let last = site.comment(&ines, post, None, "The last that the page shows.").await;
    let missed = async || {
        let mut conn = site.app.db.read().await.unwrap();
        let missed = comments::since(&mut conn, ConversationId::from(post), last, 10).await.unwrap();
        missed.into_iter().map(|(id, ..)| id).collect::<Vec<_>>()
    };
    assert_eq!(missed().await, []);

    site.pass_minutes(1);
    author.post(&format!("/comments/{waiting}/approve"), &[("next", "")]).await;
    assert_eq!(missed().await, [waiting], "though it is older than the last");

    site.pass_minutes(-1_000_000);
    site.comment(&ines, post, None, "Written years ago, as what is imported was.").await;
    site.pass_minutes(1_000_000);
    assert_eq!(missed().await, [waiting], "though it came last");
    let mut conn = site.app.db.read().await.unwrap();
    assert_eq!(comments::latest(&mut conn, ConversationId::from(post)).await.unwrap(), Some(waiting));
}

#[tokio::test]
async fn what_somebody_let_through_stays_what_they_read() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Open to all").await;
    let mut guest = site.stranger();
    let form = [("text", "Kind words"), ("name", &format!("G{}", " ".repeat(10_000))), ("email", "g@example.net")];
    let there = guest.post(&format!("/posts/{post}/comments"), &form).await.location().unwrap();
    let entry = there.split(['/', '#']).nth(2).unwrap().to_owned();
    let edit = format!("/comments/{entry}/edit");
    assert_eq!(guest.get(&site.url(post).await).await.attributes("input[name=name]", "value"), ["G"]);
    assert_eq!(guest.post(&edit, &[("text", "Kinder words")]).await.status, 303, "while it waits");
    site.pass_minutes(1);
    author.post(&format!("/comments/{entry}/approve"), &[]).await;
    assert_eq!(guest.post(&edit, &[("text", "Buy this")]).await.status, 422);
    assert_eq!(site.stranger().get(&site.url(post).await).await.text(".entry .prose"), "Kinder words");
}

#[tokio::test]
async fn what_is_hidden_keeps_its_writers_name_to_itself() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Order").await;
    let rude = site.comment(&bram, post, None, "Rude words").await;
    let answer = site.comment(&ines, post, Some(rude), "Please don't.").await;
    author.post(&format!("/comments/{rude}/hide"), &[("next", "")]).await;
    let url = site.url(post).await;
    for path in
        [format!("{url}?view=flat"), format!("{url}?view=newest"), format!("/comments/{answer}/entry?view=flat")]
    {
        let page = site.stranger().get(&path).await;
        assert_eq!(page.texts(".in-reply-to"), ["in reply to a deleted comment"], "{path}");
        assert!(!page.body.contains("Bram"), "{path}");
    }
}

#[tokio::test]
async fn a_change_that_comes_too_late_changes_nothing_and_is_handed_back() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Late").await;
    let entry = site.comment(&bram, post, None, "As it was").await;
    let read = async || comments::by_id(&mut site.app.db.read().await.unwrap(), entry).await.unwrap().unwrap();
    let as_it_was = read().await;
    author.post(&format!("/comments/{entry}/hide"), &[("next", "")]).await;
    let community = crate::people::community::of(&site.app).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let text = comments::Text::typed(&mut conn, &community, "en", "Something else").await.unwrap().unwrap();
    drop(conn);
    let changed = site.app.db.change(async |tx| comments::edit(tx, &as_it_was, &text, false).await).await.unwrap();
    assert_eq!(changed, Err(comments::NoEdit::TooLate));
    assert!(read().await.html.contains("As it was"));
}

#[tokio::test]
async fn a_guest_cannot_change_what_was_let_through_while_they_wrote() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Late").await;
    let mut guest = site.stranger();
    let fields =
        [("parent", ""), ("text", "May I?"), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")];
    let at = guest.post(&format!("/posts/{post}/comments"), &fields).await.location().unwrap();
    let entry: CommentId = at.rsplit('/').next().unwrap().parse().unwrap();
    let waiting = comments::by_id(&mut site.app.db.read().await.unwrap(), entry).await.unwrap().unwrap();
    site.pass_minutes(1);
    author.post(&format!("/comments/{entry}/approve"), &[("next", "")]).await;
    let community = crate::people::community::of(&site.app).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let text = comments::Text::typed(&mut conn, &community, "en", "Spam").await.unwrap().unwrap();
    drop(conn);
    let changed = site.app.db.change(async |tx| comments::edit(tx, &waiting, &text, false).await).await.unwrap();
    assert_eq!(changed, Err(comments::NoEdit::TooLate));
}

#[tokio::test]
async fn a_member_who_was_signed_out_meanwhile_is_told_so_and_loses_nothing() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Long thoughts").await;
    let page = client.get(&site.url(post).await).await;
    let member = &page.attributes(".comment-form input[name=as]", "value")[0];
    let fields = [("as", member.as_str()), ("parent", ""), ("text", "It took me an hour.")];
    let reply = site.stranger().post(&format!("/posts/{post}/comments"), &fields).await;
    assert_eq!((reply.status.as_u16(), reply.text("#comment").as_str()), (422, "It took me an hour."));
    assert!(reply.text(".comment-form .notice.bad").contains("no longer signed in"));
    assert_eq!(reply.count(".comment-form .error"), 0, "nobody asked for a guest's name");
    assert_eq!(reply.count("#guest-name[required]"), 0, "whoever signs in elsewhere can send it again");
    let closed = site.post_for(&ines, "Among us", Audience::Community).await;
    assert_eq!(site.stranger().post(&format!("/posts/{closed}/comments"), &fields).await.status.as_u16(), 401);
    // Nor does it go in somebody else's name.
    let (_, mut bram) = site.member("bram").await;
    let reply_of_bram = bram.post(&format!("/posts/{post}/comments"), &fields).await;
    assert_eq!((reply_of_bram.status.as_u16(), bram.get(&site.url(post).await).await.count(".entry")), (422, 0));
    assert_eq!(reply_of_bram.text("#comment"), "It took me an hour.");
    // Whoever changes the language now comes to the post.
    assert_eq!(reply.attributes(".languages input[name=next]", "value"), [site.url(post).await]);
}

#[tokio::test]
async fn the_way_to_answer_keeps_to_the_page_of_the_conversation() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Long").await;
    for number in 0..40 {
        site.pass_minutes(1);
        site.comment(&ines, post, None, &format!("Thread {number}")).await;
    }
    let first = client.get(&site.url(post).await).await;
    let later = first.attributes(".paging a[rel~=next]", "href")[0].clone();
    let page = client.get(&later).await;
    let way = page.attributes("a.reply", "href").last().unwrap().clone();
    let page = client.get(way.split('#').next().unwrap()).await;
    assert_eq!(page.texts(".entry:has(> .comment-form) > article .prose"), ["Thread 39"]);
    assert_eq!(page.text(".comment-form h3"), "Reply to Ines");
}

/// What a guest says, and the address that leads to it.
async fn guest_says(site: &Site, post: crate::ids::PostId, parent: &str, words: &str) -> (Client, String) {
    let mut guest = site.stranger();
    let fields =
        [("parent", parent), ("text", words), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")];
    let address = guest.post(&format!("/posts/{post}/comments"), &fields).await.location().unwrap();
    (guest, address)
}

#[tokio::test]
async fn the_address_of_what_waits_leads_to_a_whole_page_with_it_in_place() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Open house").await;
    let first = site.comment(&ines, post, None, "Before.").await;
    site.pass_minutes(1);
    let (mut guest, waiting) = guest_says(&site, post, "", "May I?").await;
    let (mut other, answer) = guest_says(&site, post, &first.to_string(), "To that.").await;
    for (client, address) in [(&mut guest, &waiting), (&mut author, &waiting), (&mut other, &answer)] {
        let page = client.visit(address).await;
        assert_eq!(page.texts(".entry:not(.is-waiting) > article .prose"), ["Before."], "{address}");
        assert_eq!(page.count(&format!("#{}", address[1..].replace("comments/", "comment-"))), 1, "{address}");
    }
    // In a conversation of several pages it stands where it will stand.
    for number in 0..70 {
        site.pass_minutes(1);
        site.comment(&ines, post, None, &format!("Thread {number}")).await;
    }
    site.pass_minutes(1);
    let (mut last, late) = guest_says(&site, post, "", "Am I late?").await;
    for (client, address) in [(&mut author.clone(), &waiting), (&mut author, &late), (&mut last, &late)] {
        let page = client.visit(address).await;
        assert_eq!(page.count(&format!("#{}", address[1..].replace("comments/", "comment-"))), 1, "{address}");
        assert!(page.count(".entry") > 4, "{address}");
    }
    let (mut url, mut seen) = (site.url(post).await, vec![]);
    loop {
        let page = author.get(&url).await;
        seen.extend(page.attributes(".thread .entry", "id"));
        match page.attributes("nav.paging a[rel~=next]", "href").pop() {
            Some(next) => url = next.split('#').next().unwrap().to_owned(),
            None => break,
        }
    }
    let unique: std::collections::HashSet<_> = seen.iter().collect();
    assert_eq!((seen.len(), unique.len()), (74, 74), "each on one page");
}

#[tokio::test]
async fn a_page_that_does_not_begin_at_the_beginning_leads_back_there() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Long").await;
    let entry = site.comment(&ines, post, None, "The only one.").await;
    let at = comments::by_id(&mut site.app.db.read().await.unwrap(), entry).await.unwrap().unwrap().created_at.0;
    let page = client.get(&format!("{}?after={at}-{entry}", site.url(post).await)).await;
    assert_eq!(page.count(".entry"), 0);
    let back = page.attributes("nav.paging a[rel~=prev]", "href").remove(0);
    assert_eq!(client.get(back.split('#').next().unwrap()).await.texts(".entry .prose"), ["The only one."]);
}

#[tokio::test]
async fn the_address_of_a_comment_that_is_gone_says_so() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut writer) = site.member("bram").await;
    let post = site.post(&ines, "Gone").await;
    let deleted = site.comment(&bram, post, None, "I take this back").await;
    let hidden = site.comment(&bram, post, None, "Rude words").await;
    let reply = writer.post(&format!("/comments/{deleted}/delete"), &[]).await;
    assert_eq!(writer.visit(&reply.location().unwrap()).await.text("#done"), "Your comment has been deleted.");
    assert_eq!(writer.post(&format!("/comments/{deleted}/delete"), &[]).await.status, 303, "a second click");
    author.post(&format!("/comments/{hidden}/hide"), &[]).await;
    for entry in [deleted, hidden] {
        let page = site.stranger().get(&format!("/comments/{entry}")).await;
        assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (410, "This comment is gone"));
        assert_eq!(page.attributes(".plain a", "href"), [site.url(post).await]);
        assert!(!page.body.contains("Bram") && !page.body.contains("Rude"));
    }
    let page = author.visit(&format!("/comments/{hidden}")).await;
    assert_eq!(page.attributes("#done form", "action"), [format!("/comments/{hidden}/unhide")]);
    // While something stands under it, its place is there.
    let asked = site.comment(&bram, post, None, "Is it?").await;
    site.comment(&ines, post, Some(asked), "It is.").await;
    writer.post(&format!("/comments/{asked}/delete"), &[]).await;
    assert_eq!(site.stranger().visit(&format!("/comments/{asked}")).await.count(&format!("#comment-{asked}")), 1);
}

#[tokio::test]
async fn an_address_with_nonsense_in_its_query_is_the_page() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Odd").await;
    let entry = site.comment(&ines, post, None, "Here.").await;
    let url = site.url(post).await;
    for query in [
        "view=flat&view=newest",
        "view=&view=",
        "view=%FF",
        "thread=x",
        "thread=99999999999999999999",
        "reply=&reply=",
        "after=1&before=x",
        "after=-&thread=",
        "hidden=x&deleted",
        "%%%&&=&utm_source=a&utm_source=b",
    ] {
        let page = client.get(&format!("{url}?{query}")).await;
        assert_eq!((page.status.as_u16(), page.count(".entry")), (200, 1), "{query}");
    }
    assert_eq!(client.get(&format!("/comments/{entry}/entry?view=flat&view=x")).await.status, 200);
    assert_eq!(client.get_head(&format!("/conversations/{post}/live?after=x&after=1")).await.status, 200);
    assert_eq!(client.get("/?welcome=1&welcome=2&after=x").await.status, 200);
    assert_eq!(client.get("/ines/?after=1&after=2").await.status, 200);
    assert_eq!(client.get("/members/?q=a&q=b").await.status, 200);
}

#[tokio::test]
async fn the_later_of_two_tabs_does_not_overwrite_a_comment_unseen() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Two tabs").await;
    let edit = format!("/comments/{}/edit", site.comment(&ines, post, None, "Frist").await);
    let version = |page: &crate::checks::testing::Reply| page.attributes("[name=edited]", "value").remove(0);
    let seen = version(&client.get(&edit).await);
    assert_eq!(client.post(&edit, &[("edited", &seen), ("text", "First")]).await.status, 303);
    let refused = client.post(&edit, &[("edited", &seen), ("text", "Furst")]).await;
    assert_eq!((refused.status.as_u16(), refused.text("#comment").as_str()), (422, "Furst"));
    assert_eq!(refused.text("textarea[readonly]"), "First");
    assert_eq!(client.get(&site.url(post).await).await.text(".entry .prose"), "First");
    assert_eq!(client.post(&edit, &[("edited", &version(&refused)), ("text", "Furst")]).await.status, 303);
    assert_eq!(client.get(&site.url(post).await).await.text(".entry .prose"), "Furst");
}

#[tokio::test]
async fn what_is_new_is_said_at_the_top_and_leads_to_the_first_of_it() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "News").await;
    let url = site.url(post).await;
    site.comment(&bram, post, None, "Before").await;
    assert_eq!(client.get(&url).await.count(".news-line"), 0);
    site.pass_minutes(60);
    let asked = site.comment(&bram, post, None, "A question").await;
    let other = site.comment(&bram, post, None, "And another").await;
    let home = client.get("/").await;
    assert_eq!(
        home.attributes(".for-you .lively > li > a, .tally .label.new", "href"),
        vec![format!("/comments/{asked}"); 2]
    );
    let page = client.get(&url).await;
    assert!(page.text(".news-line").starts_with("2 new answers since"), "{}", page.text(".news-line"));
    assert_eq!(page.attributes(".news-line a", "href"), [format!("/comments/{asked}")]);
    // What one has answered is no news.
    site.comment(&ines, post, Some(asked), "An answer").await;
    let page = client.get(&url).await;
    assert_eq!(page.attributes(".news-line a", "href"), [format!("/comments/{other}")]);
    assert_eq!(page.texts(".is-new > article .prose"), ["And another"]);
}

#[tokio::test]
async fn every_comment_says_its_language_and_whose_it_is() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Sprachen").await;
    let entry = site.comment(&ines, post, None, "Auf Deutsch.").await;
    let edit = client.get(&format!("/me/posts/{post}/")).await.attributes("[name=edited]", "value").remove(0);
    let fields = [
        ("do", "save"),
        ("title", "Sprachen"),
        ("text", "Ja."),
        ("edited", edit.as_str()),
        ("audience", "public"),
        ("comments", "open"),
        ("language", "de"),
    ];
    assert_eq!(client.post(&format!("/me/posts/{post}/"), &fields).await.status, 303);
    let url = site.url(post).await;
    for path in [&url, &format!("/comments/{entry}/entry")] {
        let page = client.get(path).await;
        assert_eq!(page.attributes(".entry .prose", "lang"), ["de"], "{path}");
        let named = page.attributes(".entry > article", "aria-labelledby").remove(0);
        let said: Vec<_> = named.split(' ').map(|id| page.text(&format!("[id='{id}']"))).collect();
        assert!(said[0] == "Ines" && said[1].contains("2026"), "{said:?}");
    }
    let page = client.get(&url).await;
    assert_eq!(page.attributes("h2[data-count] bdi", "lang"), ["de"]);
    assert_eq!(page.attributes("#comment", "dir"), ["auto"]);
    assert_eq!(site.stranger().get(&url).await.attributes("#guest-name", "dir"), ["auto"]);
    assert_eq!(client.get("/members/ines/").await.attributes(".said .excerpt", "lang"), ["de"]);
}

#[tokio::test]
async fn the_author_of_a_post_that_nobody_answered_is_not_asked_to_answer() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let url = site.url(site.post(&ines, "Quiet").await).await;
    assert!(bram.get(&url).await.text(".conversation .empty").contains("Nobody has replied to Ines"));
    assert!(author.get(&url).await.text(".conversation .empty").contains("Send the address"));
}

#[tokio::test]
async fn the_footnotes_of_a_comment_are_its_own_however_many_stand_on_the_page() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Notes").await;
    let mut comments = vec![];
    for words in [
        "One[^1]\n\n[^1]: The first.",
        "Two[^1]\n\n[^1]: The second.",
        "See <a href=\"#x\">x</a>\n\n<a id=\"x\" href=\"https://a.example\">X</a>",
    ] {
        comments.push(site.comment(&ines, post, None, words).await);
    }
    let page = client.get(&site.url(post).await).await;
    for comment in comments {
        let links = page.attributes(&format!("#comment-{comment} .prose a[href^='#']"), "href");
        assert!(!links.is_empty());
        for link in links {
            assert_eq!(page.count(&format!("#comment-{comment} .prose [id='{}']", &link[1..])), 1, "{link}");
            assert_eq!(page.count(&format!("[id='{}']", &link[1..])), 1, "{link}");
        }
    }
}

#[tokio::test]
async fn a_post_says_to_machines_what_it_is_unless_it_is_not_for_everybody() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "</script><b>Hours & \"days\"").await;
    site.comment(&bram, post, None, "Well said").await;
    let page = site.stranger().get(&site.url(post).await).await;
    let data: serde_json::Value = serde_json::from_str(&page.text("script[type='application/ld+json']")).unwrap();
    assert_eq!(data["@type"], "BlogPosting");
    assert_eq!((&data["headline"], &data["author"]["name"]), (&"</script><b>Hours & \"days\"".into(), &"Ines".into()));
    assert_eq!((&data["commentCount"], &data["inLanguage"]), (&1.into(), &"en".into()));
    assert!(data["url"].as_str().unwrap().starts_with("http"), "{data}");
    assert_eq!(page.texts(".h-entry > .p-name"), page.texts("h1"));
    assert_eq!((page.count(".h-entry > .e-content"), page.count(".h-entry .p-author.h-card")), (1, 1));
    assert_eq!(page.count(".u-comment.h-cite .e-content"), 1);
    for audience in [Audience::Community, Audience::Me] {
        let limited = site.post_for(&ines, "Not for all", audience).await;
        assert_eq!(author.get(&site.url(limited).await).await.count("script[type='application/ld+json']"), 0);
    }
}
