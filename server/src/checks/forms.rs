//! Forms that were refused: at the top they say what is wrong, and each line leads to its field.

use super::testing::{Client, Reply, Site};
use crate::people::members::Role;

/// What is wrong is listed, each thing with a link to its field, which says so itself; nothing of what was typed is lost.
fn says_what_is_wrong(page: &Reply, form: &str, fields: &[&str]) {
    assert_eq!(page.status, 422, "{form}");
    assert!(page.text("title").starts_with("Error: "), "{form}: {}", page.text("title"));
    let links = page.attributes(".notice.bad[role=alert] a[href^='#']", "href");
    assert_eq!(links.len(), fields.len(), "{form}: {links:?}");
    for (link, field) in links.iter().zip(fields) {
        let place = format!("[id='{}']", &link[1..]);
        assert_eq!(page.count(&format!("form {place}")), 1, "{form}: {link} leads to nothing, or to several");
        assert_eq!(page.attributes(&place, "aria-invalid"), ["true"], "{form}: {field}");
        let described = page.attributes(&place, "aria-describedby").remove(0);
        for id in described.split(' ') {
            assert_eq!(page.count(&format!("[id='{id}']")), 1, "{form}: {id}");
        }
        assert!(!page.text(&format!("[id='{}-error']", &link[1..])).is_empty(), "{form}: {field}");
    }
}

async fn refused(who: &mut Client, form: &str, typed: &[(&str, &str)], fields: &[&str]) {
    let page = who.post(form, typed).await;
    says_what_is_wrong(&page, form, fields);
}

#[tokio::test]
async fn a_form_that_is_refused_says_at_the_top_what_is_wrong_and_leads_there() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut client) = site.member("ines").await;
    let mut stranger = site.stranger();
    let post = site.post(&ines, "Week one").await;
    let reply = format!("/posts/{post}/comments");
    let long = "x".repeat(1_000_000);
    let short = &long[..20_000];

    refused(&mut stranger, &reply, &[("email", "no")], &["text", "name", "email"]).await;
    refused(&mut client, &reply, &[("text", "\u{200f}")], &["text"]).await;
    refused(&mut client, "/me/leave", &[("words", "all")], &["words", "handle"]).await;
    let comment = site.comment(&ines, post, None, "Here.").await;
    refused(&mut client, &format!("/comments/{comment}/edit"), &[("text", " ")], &["text"]).await;

    let writing = [("do", "publish"), ("title", &*long), ("text", "Kept"), ("language", "en")];
    refused(&mut client, "/me/posts/new", &writing, &["title", "audience"]).await;
    let page = client.post("/me/posts/new", &writing).await;
    assert_eq!(page.text("textarea[name=text]"), "Kept");
    let tags = "t".repeat(61);
    let writing = [("do", "draft"), ("audience", "public"), ("language", ""), ("slug", "///"), ("tags", &*tags)];
    refused(&mut client, "/me/posts/new", &writing, &["text", "slug", "language", "tags"]).await;
    let page = client.get(&format!("/me/posts/{post}/")).await;
    let edited = page.attributes("form.writing [name=edited]", "value").remove(0);
    let writing = [("edited", &*edited), ("title", &*long), ("audience", "public"), ("language", "en")];
    refused(&mut client, &format!("/me/posts/{post}/"), &writing, &["title"]).await;
    assert_eq!(client.get(&format!("/me/posts/{post}/")).await.attributes("[name=title]", "value"), ["Week one"]);

    let asking = [
        ("do", "draft"),
        ("text", "Kept"),
        ("audience", "public"),
        ("language", "en"),
        ("question-rows", "4"),
        ("question", " "),
        ("option-1", "Now"),
        ("question-results", "end"),
        ("question-fewest", "many"),
    ];
    let fields = ["question", "option-1", "question-ends", "question-fewest"];
    refused(&mut client, "/me/posts/new", &asking, &fields).await;
    assert_eq!(client.post("/me/posts/new", &asking).await.attributes("#option-1", "value"), ["Now"]);
    site.ask(post, "When?", &["Now", "Later"]).await;
    refused(&mut client, &format!("/conversations/{post}/answer"), &[("answer", "1")], &["answer"]).await;
    refused(&mut client, &reply, &[("text", "Kept"), ("answer", "1")], &["answer"]).await;

    let joining = [("name", short), ("email", "no"), ("password", "short"), ("handle", "ab")];
    refused(&mut stranger, "/join", &joining, &["name", "email", "password"]).await;
    refused(&mut client, "/me/profile", &[("name", short)], &["name", "handle"]).await;
    let about = [("website", "no"), ("job", short), ("found", "yes"), ("place-viewers", "nobody")];
    refused(&mut client, "/me/about", &about, &["job", "website", "place-viewers"]).await;
    refused(&mut client, "/me/blog", &[("title", short), ("tagline", short)], &["title", "tagline", "address"]).await;

    refused(
        &mut olga,
        "/manage/community",
        &[("name", short), ("time_zone", "Nowhere"), ("held_links", "many")],
        &["name", "time_zone", "edit_minutes", "held_links"],
    )
    .await;
    refused(&mut olga, "/manage/invitations", &[("emails", "nobody")], &["emails", "role"]).await;
    refused(&mut olga, "/manage/course-blog", &[("title", short), ("tagline", short)], &["title", "tagline"]).await;
    let member = format!("/manage/members/{}", ines.id);
    refused(&mut olga, &format!("{member}/name"), &[("name", "\u{301}")], &["name"]).await;
    refused(&mut olga, &format!("{member}/remove"), &[("words", "stay"), ("handle", "olga")], &["handle"]).await;
    let badge = [("level", "high"), ("description", "x"), ("repeats", "time")];
    refused(&mut olga, "/badges/new", &badge, &["name", "criteria", "level"]).await;
    let badge = [("name", "Reader"), ("level", "master"), ("description", "x"), ("criteria", "x"), ("repeats", "run")];
    let begun = olga.post("/badges/new", &badge).await.location().unwrap();
    let badge = begun.split('?').next().unwrap();
    olga.post(&format!("{badge}use"), &[("do", "begin")]).await;
    refused(&mut olga, &format!("{badge}award"), &[("who", "ines")], &["course"]).await;
    refused(&mut olga, "/manage/pages/about/", &[("text", "x"), ("language", "<")], &["language"]).await;
}

/// Fields of one line say how much they hold; what is more comes back.
#[tokio::test]
async fn every_field_of_one_line_says_how_much_it_holds() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let mut stranger = site.stranger();
    for (who, page) in [
        (&mut stranger, site.url(post).await),
        (&mut site.stranger(), "/join".into()),
        (&mut site.stranger(), "/forgot".into()),
        (&mut olga.clone(), "/me/posts/new".into()),
        (&mut olga.clone(), "/me/settings/".into()),
        (&mut olga.clone(), "/me/about/".into()),
        (&mut olga.clone(), "/manage/".into()),
        (&mut olga, "/manage/members/ines/".into()),
    ] {
        let reply = who.get(&page).await;
        let lines = "input:not([type]), input[type=text], input[type=email], input[type=search]";
        let bounded = lines.replace("input", "main input[maxlength]");
        let all = lines.replace("input", "main input:not([hidden])");
        assert_eq!(reply.count(&all), reply.count(&bounded), "{page}");
    }
}
