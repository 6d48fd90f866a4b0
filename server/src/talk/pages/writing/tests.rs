use crate::{
    checks::testing::{Client, Reply, Site},
    people::members::Role,
    talk::posts::Audience,
};

fn typed<'a>(wish: &'a str, title: &'a str, text: &'a str) -> Vec<(&'a str, &'a str)> {
    let rest = [("audience", "public"), ("comments", "open"), ("language", "en"), ("tags", ""), ("slug", "")];
    [("do", wish), ("title", title), ("text", text)].into_iter().chain(rest).collect()
}

/// The form on the page, with other words in some fields.
fn again(page: &Reply, wish: &str, text: &str) -> Vec<(String, String)> {
    let value = |name: &str| page.attributes(&format!("form.writing [name={name}]"), "value").remove(0);
    let pair = |name: &str, value: String| (name.to_owned(), value);
    vec![
        pair("do", wish.into()),
        pair("title", value("title")),
        pair("text", text.into()),
        pair("edited", value("edited")),
        pair("audience", "public".into()),
        pair("comments", "open".into()),
        pair("language", "en".into()),
    ]
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn a_draft_is_written_previewed_and_published_at_an_address_that_stays() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(ines.get("/me/posts/").await.count(".empty"), 1);
    assert_eq!(ines.get("/me/posts/new").await.status, 200);
    let draft = ines.post("/me/posts/new", &typed("draft", "The van driver", "He *knows*.")).await.location().unwrap();
    assert!(draft.starts_with("/me/posts/"), "{draft}");
    assert_eq!(site.stranger().get("/ines/").await.count(".contents li"), 0);
    assert_eq!(ines.get("/me/posts/").await.texts("#drafts + .rows .grow a"), ["The van driver"]);

    let page = ines.get(&draft).await;
    let preview = ines.post(&draft, &pairs(&again(&page, "preview", "He **knows**."))).await;
    assert_eq!((preview.status.as_u16(), preview.text(".preview strong").as_str()), (200, "knows"));
    assert_eq!(preview.text("textarea[name=text]"), "He **knows**.");
    let published = ines.post(&draft, &pairs(&again(&page, "publish", "He **knows**."))).await;
    assert_eq!(
        (published.status.as_u16(), published.location().as_deref()),
        (303, Some("/ines/2026/09/02/the-van-driver/"))
    );

    let page = ines.get(&draft).await;
    assert_eq!(page.count("[name=slug]"), 0);
    let mut changed = again(&page, "save", "He knows it all.");
    changed[1].1 = "Another title".into();
    changed.push(("slug".into(), "elsewhere".into()));
    let saved = ines.post(&draft, &pairs(&changed)).await;
    assert_eq!(saved.location().as_deref(), Some("/ines/2026/09/02/the-van-driver/"));
    let page = site.stranger().get("/ines/2026/09/02/the-van-driver/").await;
    assert_eq!(page.text("h1"), "Another title");
    assert!(page.text(".byline .facts").contains("edited"));
}

#[tokio::test]
async fn a_refused_post_comes_back_filled_in() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let long = "x".repeat(500_001);
    for (title, text) in [("", " "), ("Long", long.as_str())] {
        let page = ines.post("/me/posts/new", &typed("publish", title, text)).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.count("#text-error"), 1);
        assert_eq!(page.attributes("[name=title]", "value"), [title]);
        assert_eq!(page.text("textarea[name=text]"), text.trim());
    }
    let mut odd = typed("publish", "Kept", "Every <word>");
    odd.extend([("slug", "???"), ("blog", "5")]);
    odd.retain(|(name, value)| *name != "slug" || !value.is_empty());
    let page = ines.post("/me/posts/new", &odd).await;
    assert_eq!((page.status.as_u16(), page.count("#slug-error")), (422, 1));
    assert_eq!(page.text("textarea[name=text]"), "Every <word>");
}

#[tokio::test]
async fn the_later_of_two_tabs_does_not_overwrite_the_earlier_unseen() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    for id in [site.post(&ines, "Published").await, site.draft(&ines, "Draft", Audience::Public).await] {
        let edit = format!("/me/posts/{id}/");
        let (one, other) = (client.get(&edit).await, client.get(&edit).await);
        assert_eq!(client.post(&edit, &pairs(&again(&one, "save", "From the first tab"))).await.status, 303);
        let refused = client.post(&edit, &pairs(&again(&other, "save", "From the second tab"))).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.count("[role=alert]"), 1);
        assert_eq!(refused.text("textarea[name=text]"), "From the second tab");
        assert_eq!(refused.text("textarea[readonly]"), "From the first tab");
        assert_eq!(
            client.get(&edit).await.text("textarea[name=text]"),
            "From the first tab",
            "nothing was overwritten"
        );
        let knowing = again(&refused, "save", "From the second tab");
        assert_eq!(client.post(&edit, &pairs(&knowing)).await.status, 303);
        assert_eq!(client.get(&edit).await.text("textarea[name=text]"), "From the second tab");
    }
}

#[tokio::test]
async fn nobody_else_edits_or_deletes_a_post() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let (_, mut organiser) = site.member_as("olga", Role::Organiser).await;
    for id in [site.post(&ines, "Mine").await, site.draft(&ines, "Still mine", Audience::Public).await] {
        for address in [format!("/me/posts/{id}/"), format!("/me/posts/{id}/delete")] {
            assert_eq!(site.stranger().get(&address).await.status, 401);
            assert_eq!(site.stranger().post(&address, &typed("save", "Hers", "Taken")).await.status, 401);
            for other in [&mut bram, &mut organiser] {
                assert_eq!(other.get(&address).await.status, 404);
                assert_eq!(other.post(&address, &typed("save", "Hers", "Taken")).await.status, 404);
            }
        }
    }
    assert_eq!(site.stranger().get("/me/posts/new").await.status, 401);
    assert_eq!(site.stranger().post("/preview", &[("text", "x")]).await.status, 401);
}

#[tokio::test]
async fn a_deleted_post_is_gone_with_its_conversation_and_its_addresses_say_so() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Short life").await;
    let comment = site.comment(&ines, post, None, "Already?").await;
    let url = site.url(post).await;
    let asked = client.get(&format!("/me/posts/{post}/delete")).await;
    assert!(asked.text(".plain").contains("The comment on it will be deleted too"));
    assert_eq!(client.post(&format!("/me/posts/{post}/delete"), &[]).await.status, 303);
    for address in [url.clone(), format!("/comments/{comment}")] {
        for reader in [&mut client, &mut site.stranger()] {
            let page = reader.get(&address).await;
            assert_eq!((page.status.as_u16(), &*page.text("h1")), (410, "This post was deleted"), "{address}");
        }
    }
    let reply = client.post(&format!("/posts/{post}/comments"), &[("text", "Too late")]).await;
    assert_eq!(reply.status, 410);
    for never in [url.replace("short", "long"), url.replace("/09/", "/08/"), "/comments/1".into()] {
        assert_eq!(client.get(&never).await.status, 404, "{never}");
    }
    // The blog moves, and what stood on it is still known there.
    let moving = [("title", "Ines"), ("tagline", ""), ("address", "elsewhere")];
    assert_eq!(client.post("/me/blog", &moving).await.status, 303);
    assert_eq!(client.visit(&url).await.status, 410);
    // Another may take the address.
    let other = site.post(&ines, "Short life").await;
    assert_eq!(site.url(other).await, url.replace("/ines/", "/elsewhere/"));
    assert_eq!(client.visit(&url).await.status, 200);
}

#[tokio::test]
async fn what_somebody_could_not_read_is_not_found_when_it_is_deleted() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    for (audience, for_member) in [(Audience::Community, 410), (Audience::Me, 404)] {
        let post = site.post_for(&ines, &audience.word(), audience).await;
        let comment = site.comment(&ines, post, None, "Here.").await;
        let url = site.url(post).await;
        client.post(&format!("/me/posts/{post}/delete"), &[]).await;
        for address in [url, format!("/comments/{comment}")] {
            assert_eq!(bram.get(&address).await.status, for_member, "{address}");
            assert_eq!(site.stranger().get(&address).await.status, 404, "{address}");
        }
    }
    let draft = site.draft(&ines, "Never", Audience::Public).await;
    client.post(&format!("/me/posts/{draft}/delete"), &[]).await;
    assert_eq!(site.stranger().post(&format!("/posts/{draft}/comments"), &[("text", "x")]).await.status, 404);
    assert_eq!(site.stranger().get("/ines/2026/09/02/never/").await.status, 404);
}

#[tokio::test]
async fn those_who_teach_write_on_the_course_blog_and_others_do_not() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut teacher) = site.member_as("theo", Role::Instructor).await;
    let course = site.app.db.change(async |tx| {
        crate::talk::blogs::open(tx, None, &"blog".parse().map_err(anyhow::Error::msg)?, "The course", "").await
    });
    let course = course.await.unwrap().unwrap().to_string();
    let mut post = typed("publish", "Week 1", "Welcome");
    post.push(("blog", course.as_str()));
    assert_eq!(teacher.get("/me/posts/new").await.texts("#blog option"), ["Theo", "The course"]);
    assert_eq!(teacher.post("/me/posts/new", &post).await.location().as_deref(), Some("/blog/2026/09/02/week-1/"));
    assert_eq!(ines.post("/me/posts/new", &post).await.status, 422);
}

#[tokio::test]
async fn a_preview_is_clean_and_for_members() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let reply = ines.post("/preview", &[("text", "*Safe* <script>alert(1)</script>"), ("language", "en")]).await;
    assert_eq!(reply.status, 200);
    assert!(reply.body.contains("<em>Safe</em>") && !reply.body.contains("<script"), "{}", reply.body);
}

#[tokio::test]
async fn a_post_without_a_title_gets_its_address_from_its_first_words() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let reply = ines.post("/me/posts/new", &typed("publish", "", "Only a thought, and a second one after it.")).await;
    assert_eq!(reply.location().as_deref(), Some("/ines/2026/09/02/only-a-thought-and-a-second/"));
}

#[tokio::test]
async fn previews_are_limited_like_posts_and_lose_nothing() {
    let site = Site::with_ordinary_limits().await;
    let (_, mut ines) = site.member("ines").await;
    // Sixty at once, and another after every two seconds that this takes.
    let mut shown = 0;
    loop {
        let reply = ines.post("/me/posts/new", &typed("preview", "Title", "Still *here*.")).await;
        assert_eq!(reply.text("textarea[name=text]"), "Still *here*.");
        if reply.status == 422 {
            break;
        }
        shown += 1;
        assert!(shown < 1_000, "there is an end to it");
    }
    assert!(shown >= 60);
}

#[tokio::test]
async fn a_post_of_somebody_who_was_signed_out_meanwhile_is_handed_back() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let draft = ines.post("/me/posts/new", &typed("draft", "An hour's work", "Words")).await.location().unwrap();
    for path in &["/me/posts/new", &draft] {
        let fields = [&typed("publish", "An hour's work", "And *more* words.")[..], &[("blog", "7")]].concat();
        let reply = site.stranger().post(path, &fields).await;
        assert_eq!(reply.status.as_u16(), 401);
        assert_eq!(reply.text("textarea[name=text]"), "And *more* words.");
        assert_eq!(reply.attributes("form.writing", "action"), [*path]);
        let key = if *path == draft { draft.split('/').nth(3).unwrap() } else { "new" };
        assert_eq!(reply.attributes("form.writing", "data-keep"), [format!("post:{key}")]);
        assert_eq!(reply.attributes("input[name=blog]", "value"), ["7"]);
        assert!(reply.text(".notice.bad").contains("Nothing is lost"));
    }
    ines.post(&format!("{draft}delete"), &[]).await;
    assert_eq!(ines.get("/me/posts/?deleted=yes").await.text(".notice.good"), "The post has been deleted.");
}

/// The form of a new post as it is opened, filled in.
async fn opened(client: &mut Client, wish: &str, title: &str, text: &str) -> Vec<(String, String)> {
    let page = client.get("/me/posts/new").await;
    let once = page.attributes("form.writing [name=once]", "value").remove(0);
    let fields = typed(wish, title, text).into_iter().chain([("once", once.as_str())]);
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_post() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let form = opened(&mut ines, "publish", "Once", "Said *once*.").await;
    let first = ines.post("/me/posts/new", &pairs(&form)).await.location();
    assert_eq!(first.as_deref(), Some("/ines/2026/09/02/once/"));
    assert_eq!(
        ines.post("/me/posts/new", &pairs(&form)).await.location(),
        first,
        "by a double click, or by going back"
    );
    let another = opened(&mut ines, "publish", "Once", "Said *once*.").await;
    assert_eq!(
        ines.post("/me/posts/new", &pairs(&another)).await.location().as_deref(),
        Some("/ines/2026/09/02/once-2/")
    );

    let mut draft = opened(&mut ines, "draft", "Half a thought", "To be *continued*.").await;
    let kept = ines.post("/me/posts/new", &pairs(&draft)).await.location().unwrap();
    assert_eq!(ines.post("/me/posts/new", &pairs(&draft)).await.location().as_deref(), Some(kept.as_str()));
    draft[0].1 = "publish".into();
    let published = ines.post("/me/posts/new", &pairs(&draft)).await.location();
    assert_eq!(published.as_deref(), Some("/ines/2026/09/02/half-a-thought/"), "the draft itself");
    assert_eq!(ines.get("/me/posts/").await.count(".rows li"), 3);
}

#[tokio::test]
async fn a_form_that_is_sent_again_with_other_words_asks_before_it_makes_a_second_post() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let mut form = opened(&mut ines, "publish", "Once", "As it was.").await;
    ines.post("/me/posts/new", &pairs(&form)).await;
    form[2].1 = "As it is to be.".into();
    let asked = ines.post("/me/posts/new", &pairs(&form)).await;
    assert_eq!((asked.status.as_u16(), asked.text("textarea[name=text]").as_str()), (422, "As it is to be."));
    let first = asked.attributes("[role=alert] a", "href").remove(0);
    assert_eq!(ines.get(&first).await.text("textarea[name=text]"), "As it was.");
    form.last_mut().unwrap().1 = asked.attributes("[name=once]", "value").remove(0);
    assert_eq!(ines.post("/me/posts/new", &pairs(&form)).await.location().as_deref(), Some("/ines/2026/09/02/once-2/"));
}

#[tokio::test]
async fn two_clicks_at_the_same_moment_make_one_post() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let form = opened(&mut ines, "publish", "At once", "Now.").await;
    let mut twin = ines.clone();
    let fields = pairs(&form);
    let (one, other) = tokio::join!(ines.post("/me/posts/new", &fields), twin.post("/me/posts/new", &fields));
    assert_eq!((one.location(), other.location()), (other.location(), one.location()));
    assert_eq!(ines.get("/me/posts/").await.count(".rows li"), 1);
}

#[tokio::test]
async fn no_post_goes_out_in_the_name_of_whoever_came_to_the_browser_next() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let page = ines.get("/me/posts/new").await;
    let member = page.attributes("form.writing [name=as]", "value").remove(0);
    let fields = [&typed("publish", "Mine", "My words.")[..], &[("as", member.as_str())]].concat();
    let refused = bram.post("/me/posts/new", &fields).await;
    assert_eq!((refused.status.as_u16(), refused.text("textarea[name=text]").as_str()), (422, "My words."));
    assert_eq!(bram.get("/me/posts/").await.count(".rows li"), 0);
    assert_ne!(refused.attributes("form.writing [name=as]", "value"), [member], "sent once more, it is his");
}

#[tokio::test]
async fn an_address_keeps_the_words_of_any_script() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    for (title, slug) in [("Неделя 3: итоги", "неделя-3-итоги"), ("第3週のまとめ", "第3週のまとめ")]
    {
        let mut form = typed("publish", title, "…");
        form.retain(|(name, _)| *name != "tags");
        form.push(("tags", title));
        let there = ines.post("/me/posts/new", &form).await.location().unwrap();
        let mut expected = url::Url::parse("http://lyceum.test/").unwrap();
        expected.set_path(&format!("/ines/2026/09/02/{slug}/"));
        assert_eq!(there, expected.path());
        let page = site.stranger().get(&there).await;
        assert_eq!(page.text("h1"), title);
        let tag = page.attributes(".tags a", "href").remove(0);
        expected.set_path(&tag);
        assert_eq!(site.stranger().get(expected.path()).await.count(".contents > li"), 1, "{tag}");
    }
    let long = "важное ".repeat(25);
    let there = ines.post("/me/posts/new", &typed("publish", &long[..long.len() - 1], "…")).await.location().unwrap();
    assert_eq!(site.stranger().get(&there).await.status, 200, "{there}");
}

#[tokio::test]
async fn what_was_said_under_a_post_that_closed_can_still_be_found_and_deleted_by_its_writer() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut writer) = site.member("bram").await;
    let post = site.post(&ines, "Open, for now").await;
    let entry = site.comment(&bram, post, None, "Words of my own.").await;
    assert_eq!(writer.get("/me/posts/").await.count("#out-of-reach"), 0);
    let mut guest = site.stranger();
    let card = [("parent", ""), ("text", "Hi"), ("name", "Wendy"), ("email", "w@example.net"), ("website", "")];
    let guests = guest.post(&format!("/posts/{post}/comments"), &card).await.location().unwrap();

    let edit = format!("/me/posts/{post}/");
    let mut closed = again(&author.get(&edit).await, "save", "Mine.");
    closed.iter_mut().filter(|(name, _)| name == "audience").for_each(|(_, value)| *value = "me".into());
    assert_eq!(author.post(&edit, &pairs(&closed)).await.status, 303);

    let page = writer.get("/me/posts/").await;
    assert_eq!(page.texts("#out-of-reach ~ .rows .excerpt"), ["Words of my own."]);
    assert!(!page.body.contains("Open, for now"), "what the post is called is no longer theirs to know");
    for (client, address) in [(&mut writer, format!("/comments/{entry}")), (&mut guest, guests)] {
        let page = client.visit(&address).await;
        let action = page.attributes("main form", "action").remove(0);
        assert!(!page.body.contains("Open, for now"), "{address}");
        assert_eq!(client.post(&action, &[]).await.status, 303, "{address}");
        assert_eq!(client.get(&address).await.status, 404, "{address}");
    }
    assert_eq!(writer.get("/me/posts/?deleted=comment").await.text(".notice.good"), "Your comment has been deleted.");
    assert_eq!(author.get(&site.url(post).await).await.count(".entry"), 0);
    let (_, mut other) = site.member("olga").await;
    assert_eq!(other.get(&format!("/comments/{entry}/delete")).await.status, 404);
}

#[tokio::test]
async fn a_tag_keeps_the_address_it_once_got() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (blog, name) = (site.blog_of(&ines).await, "Неделя 3");
    site.app
        .db
        .always(async |tx| {
            let id = tx.new_id();
            crate::run!(
                tx,
                "insert into term (id, blog, kind, slug, name) values ($1, $2, 'tag', '3', $3)",
                id,
                blog,
                name
            )?;
            anyhow::Ok(())
        })
        .await
        .unwrap();
    let fields = [&typed("publish", "Tagged", "…")[..], &[("tags", "Неделя 3, новое")]].concat();
    let fields: Vec<_> = fields.into_iter().filter(|field| *field != ("tags", "")).collect();
    let there = client.post("/me/posts/new", &fields).await.location().unwrap();
    let tags = client.get(&there).await.attributes(".tags a", "href");
    assert_eq!(tags, ["/ines/tag/3/", "/ines/tag/новое/"]);
}

/// What the script is told of a draft.
fn told(reply: &Reply) -> serde_json::Value {
    serde_json::from_str(&reply.body).unwrap()
}

#[tokio::test]
async fn a_draft_is_kept_as_it_is_typed_and_published_by_the_same_form() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let page = ines.get("/me/posts/new").await;
    let first = ines.post("/me/posts/new", &pairs(&again(&page, "keep", "An ho"))).await;
    assert_eq!(first.status, 200, "{}", first.body);
    let draft = format!("/me/posts/{}/", told(&first)["post"].as_str().unwrap());
    let edited = told(&first)["edited"].as_str().unwrap().to_owned();
    assert_eq!(ines.get(&draft).await.text("textarea[name=text]"), "An ho");

    let version = |mut form: Vec<(String, String)>, edited: &str| {
        form.retain(|(name, _)| name != "edited");
        form.push(("edited".into(), edited.into()));
        form
    };
    let more = version(again(&page, "keep", "An hour"), &edited);
    let second = ines.post(&draft, &pairs(&more)).await;
    assert_eq!(second.status, 200, "{}", second.body);
    assert_ne!(told(&second)["edited"], told(&first)["edited"], "it has another version now");

    // The answer was lost, and the same is sent again.
    let same = ines.post(&draft, &pairs(&more)).await;
    assert_eq!((same.status.as_u16(), told(&same)), (200, told(&second)), "once is enough");

    let publish = version(again(&page, "publish", "An hour at the desk."), told(&second)["edited"].as_str().unwrap());
    let published = ines.post(&draft, &pairs(&publish)).await;
    assert_eq!(published.status, 303, "{}", published.body);
    assert!(published.location().unwrap().starts_with("/ines/"));
}

#[tokio::test]
async fn a_draft_that_moved_on_elsewhere_is_not_overwritten_and_both_texts_are_told() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let page = ines.get("/me/posts/new").await;
    let first = told(&ines.post("/me/posts/new", &pairs(&again(&page, "keep", "One"))).await);
    let draft = format!("/me/posts/{}/", first["post"].as_str().unwrap());
    let here = ines.get(&draft).await;
    let there = ines.get(&draft).await;
    assert_eq!(ines.post(&draft, &pairs(&again(&there, "keep", "One, and two"))).await.status, 200);
    let refused = ines.post(&draft, &pairs(&again(&here, "keep", "One, and three"))).await;
    assert_eq!(refused.status, 409);
    assert_eq!(told(&refused)["text"], "One, and two");
    assert_eq!(told(&refused)["published"], false);
    assert_eq!(ines.get(&draft).await.text("textarea[name=text]"), "One, and two");

    // Published in the other tab: what is typed here changes nothing that others read.
    let there = ines.get(&draft).await;
    assert_eq!(ines.post(&draft, &pairs(&again(&there, "publish", "One, and two"))).await.status, 303);
    let refused = ines.post(&draft, &pairs(&again(&there, "keep", "One, and four"))).await;
    assert_eq!(refused.status, 409);
    assert_eq!(told(&refused)["published"], true);
    assert_eq!(ines.get(&draft).await.text("textarea[name=text]"), "One, and two");
}

#[tokio::test]
async fn a_new_draft_whose_answer_was_lost_is_begun_once() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let page = ines.get("/me/posts/new").await;
    let once = page.attributes("form.writing [name=once]", "value").remove(0);
    let form = |text: &str| {
        let mut form = again(&page, "keep", text);
        form.push(("once".into(), once.clone()));
        form
    };
    let first = ines.post("/me/posts/new", &pairs(&form("Only once"))).await;
    let second = ines.post("/me/posts/new", &pairs(&form("Only once"))).await;
    assert_eq!((second.status.as_u16(), told(&second)), (200, told(&first)));
    let other = ines.post("/me/posts/new", &pairs(&form("Twice"))).await;
    assert_eq!(other.status, 409);
    assert_eq!(told(&other)["text"], "Only once");
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_and_nobody_else_keeps_in_a_draft() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let page = ines.get("/me/posts/new").await;
    assert_eq!(ines.post("/me/posts/new", &pairs(&again(&page, "keep", ""))).await.status, 422);
    let first = told(&ines.post("/me/posts/new", &pairs(&again(&page, "keep", "Mine"))).await);
    let draft = format!("/me/posts/{}/", first["post"].as_str().unwrap());
    let form = again(&ines.get(&draft).await, "keep", "Taken over");
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(bram.post(&draft, &pairs(&form)).await.status, 404);
    assert_eq!(site.stranger().post(&draft, &pairs(&form)).await.status, 401);
    assert_eq!(ines.get(&draft).await.text("textarea[name=text]"), "Mine");
}
