//! Shelves through their pages.

use axum::{Router, routing::get};

use crate::checks::testing::{Client, Site};

fn book<'a>(title: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("title", title), ("kind", "book"), ("state", "want")];
    fields.extend(more);
    fields
}

async fn put(client: &mut Client, title: &str, more: &[(&str, &str)]) {
    let sent = client.post("/me/shelf/new", &book(title, more)).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
}

async fn settings(client: &mut Client, audience: &str, library: &str) {
    let sent = client.post("/me/shelf/settings/", &[("audience", audience), ("library", library)]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
}

#[tokio::test]
async fn what_one_types_is_taken_for_what_it_is() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    for (what, field, value) in [
        ("0-521-42374-0", "#b-isbn", "9780521423748"),
        ("https://doi.org/10.1000/182", "#b-doi", "10.1000/182"),
        ("example.org/reading", "#b-address", "https://example.org/reading"),
        ("Deep & work", "#b-title", "Deep & work"),
    ] {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("what", what).finish();
        let page = ines.get(&format!("/me/shelf/new?{query}")).await;
        assert_eq!(page.attributes(field, "value"), [value], "{what}");
    }
}

#[tokio::test]
async fn a_book_is_put_on_the_shelf_read_changed_and_taken_off() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(ines.get("/me/shelf/").await.texts(".empty").len(), 1);
    put(&mut ines, "Situated learning", &[("isbn", "0-521-42374-0"), ("authors", "Lave, Jean; Wenger, Etienne")]).await;
    // A double click.
    put(&mut ines, "Situated learning", &[("isbn", "0-521-42374-0"), ("authors", "Lave, Jean; Wenger, Etienne")]).await;
    let page = ines.get("/me/shelf/").await;
    assert_eq!((page.texts(".works li").len(), page.text(".works code").as_str()), (1, "9780521423748"));
    let other = ines.post("/me/shelf/new", &book("The same", &[("isbn", "9780521423748"), ("note", "Mine")])).await;
    assert_eq!((other.status.as_u16(), other.attributes("#b-note", "value")), (422, vec!["Mine".to_owned()]));
    let entry = other.attributes(".notice.bad a", "href").remove(0);
    let state = format!("{entry}state");
    for (word, label) in [("reading", "Reading"), ("read", "Read")] {
        assert_eq!(ines.post(&state, &[("state", word)]).await.status, 303);
        assert!(ines.get(&format!("/me/shelf/?state={word}")).await.body.contains("Situated learning"), "{label}");
    }
    assert_eq!(ines.get("/me/shelf/?state=want").await.texts(".works li").len(), 0);
    let page = ines.get(&entry).await;
    assert_eq!(page.attributes("#b-title", "value"), ["Situated learning"]);
    assert_eq!(page.attributes("#b-state option[selected]", "value"), ["read"]);
    let change = [("title", ""), ("kind", "book"), ("state", "read"), ("note", "Again & again"), ("isbn", "978")];
    let refused = ines.post(&entry, &change).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.attributes("#b-note", "value"), ["Again & again"]);
    assert_eq!(refused.attributes("#b-isbn", "value"), ["978"]);
    assert_eq!(refused.texts(".error").len(), 2);
    let change = book("Situated learning", &[("note", "Again")]);
    assert_eq!(ines.post(&entry, &change).await.status, 303);
    assert_eq!(ines.get("/me/shelf/").await.text(".works .line"), "Again");
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(bram.get(&entry).await.status, 404);
    assert_eq!(bram.post(&entry, &change).await.status, 404);
    bram.post(&format!("{entry}remove"), &[]).await;
    assert_eq!(ines.get("/me/shelf/").await.texts(".works li").len(), 1);
    assert_eq!(ines.post(&format!("{entry}remove"), &[]).await.status, 303);
    assert_eq!(ines.get("/me/shelf/").await.texts(".works li").len(), 0);
}

#[tokio::test]
async fn a_shelf_that_is_not_shown_leaves_no_trace_and_one_entry_can_be_kept_back() {
    let site = Site::new().await;
    let (owner, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let mut stranger = site.stranger();
    put(&mut ines, "Situated learning", &[("isbn", "0521423740")]).await;
    put(&mut ines, "How to resign", &[("private", "1"), ("isbn", "9780306406157")]).await;
    let (shelf, page) = (format!("{}shelf/", owner.url()), owner.url());
    for client in [&mut bram, &mut stranger] {
        assert_eq!(client.get(&shelf).await.status, 404);
        assert_eq!(client.get(&page).await.texts("#shelf").len(), 0);
    }
    assert_eq!(bram.get("/me/shelf/others/").await.texts(".works li").len(), 0);
    settings(&mut ines, "community", "").await;
    assert_eq!(stranger.get(&shelf).await.status, 404);
    assert_eq!(stranger.get(&page).await.texts("#shelf").len(), 0);
    let seen = bram.get(&shelf).await;
    assert!(seen.body.contains("Situated learning") && !seen.body.contains("How to resign"), "{}", seen.body);
    assert_eq!(bram.get(&page).await.attributes("#shelf + p a", "href"), std::slice::from_ref(&shelf));
    let others = bram.get("/me/shelf/others/").await;
    assert_eq!(others.texts(".works .what"), ["Situated learning"]);
    assert!(!others.body.contains("How to resign"));
    settings(&mut ines, "public", "").await;
    assert_eq!(stranger.get(&shelf).await.status, 200);
    assert_eq!(stranger.get(&page).await.texts("#shelf").len(), 1);
    assert_eq!(ines.get(&shelf).await.location().as_deref(), Some("/me/shelf/"));
    settings(&mut ines, "me", "").await;
    for client in [&mut bram, &mut stranger] {
        assert_eq!(client.get(&shelf).await.status, 404);
        assert_eq!(client.get(&page).await.texts("#shelf").len(), 0);
    }
    let refused = ines.post("/me/shelf/settings/", &[("audience", "circle-9"), ("library", "https://x")]).await;
    assert_eq!(
        (refused.status.as_u16(), refused.attributes("#b-library", "value")),
        (422, vec!["https://x".to_owned()])
    );
}

#[tokio::test]
async fn whoever_has_a_library_finds_there_what_stands_on_any_shelf() {
    let site = Site::new().await;
    let (owner, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    put(&mut ines, "Situated learning", &[("isbn", "0521423740")]).await;
    put(&mut ines, "A & B", &[]).await;
    settings(&mut ines, "community", "").await;
    settings(&mut bram, "me", "https://opac.example.org/?q={any}&x=1").await;
    let shelf = format!("{}shelf/", owner.url());
    let links = bram.get(&shelf).await.attributes(".numbers a", "href");
    assert_eq!(links, ["https://opac.example.org/?q=A%20%26%20B&x=1", "https://opac.example.org/?q=9780521423748&x=1"]);
    let links = bram.get("/me/shelf/others/").await.attributes(".numbers a", "href");
    assert_eq!(links, ["https://opac.example.org/?q=9780521423748&x=1"]);
    assert_eq!(ines.get("/me/shelf/").await.attributes(".numbers a", "href").len(), 0, "one's library is one's own");
    let form = bram.get("/me/shelf/settings/").await;
    assert_eq!(form.attributes("#b-library", "value"), ["https://opac.example.org/?q={any}&x=1"]);
    // One press.
    let page = bram.get(&shelf).await;
    let names = page.attributes(".works li:last-child form input", "name");
    let values = page.attributes(".works li:last-child form input", "value");
    let fields: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    for _ in 0..2 {
        assert_eq!(bram.post("/me/shelf/new", &fields).await.location(), Some(shelf.clone()));
    }
    assert_eq!(bram.get("/me/shelf/").await.texts(".works .what"), ["Situated learning"]);
    assert_eq!(bram.get("/me/shelf/others/").await.texts(".works form").len(), 0, "it is on their own shelf");
}

#[tokio::test]
async fn a_page_is_asked_only_when_one_presses_and_what_was_typed_stays() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let book_page = || async {
        axum::response::Html(
            r#"<title>Shop</title><meta name="citation_title" content="Situated &amp; learned"><meta name="citation_author" content="Lave, Jean"><meta name="citation_isbn" content="0-521-42374-0"><meta name="citation_date" content="1991">"#,
        )
    };
    let pages = Router::new().route("/book", get(book_page)).route("/plain", get(|| async { "nothing" }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, pages).await });
    site.app.outside.also_reach(address);
    let at = |path: &str| format!("http://{address}/{path}");
    let (url, plain, none) = (at("book"), at("plain"), at("none"));
    let fill = |url: &str| {
        [("do", "fill"), ("title", ""), ("authors", "Mine"), ("kind", "other"), ("address", url), ("note", "Typed")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let mut asked = async |url: &str| {
        let fields = fill(url);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ines.post("/me/shelf/new", &fields).await
    };
    let page = asked(&url).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let value = |id: &str| page.attributes(id, "value").remove(0);
    assert_eq!(value("#b-title"), "Situated & learned");
    assert_eq!((value("#b-authors"), value("#b-note")), ("Mine".to_owned(), "Typed".to_owned()));
    assert_eq!((value("#b-isbn"), value("#b-year")), ("9780521423748".to_owned(), "1991".to_owned()));
    assert_eq!(page.attributes("#b-kind option[selected]", "value"), ["book"]);
    let page = asked(&plain).await;
    assert_eq!((page.status.as_u16(), page.texts("#done").len()), (200, 1));
    for (url, id) in [
        (none.as_str(), "b-address-error"),
        ("http://169.254.169.254/latest/", "b-address-error"),
        ("http://localhost/", "b-address-error"),
        ("https://127.0.0.1/", "b-address-error"),
        ("file:///etc/passwd", "b-address-error"),
        ("", "b-address-error"),
    ] {
        let page = asked(url).await;
        assert_eq!((page.status.as_u16(), page.texts(&format!("#{id}")).len()), (422, 1), "{url}");
        assert_eq!(page.attributes("#b-note", "value"), ["Typed"], "{url}");
    }
    assert_eq!(ines.get("/me/shelf/").await.texts(".works li").len(), 0, "asking keeps nothing");
}

#[tokio::test]
async fn a_shelf_goes_to_a_reference_manager() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    put(&mut ines, "Situated learning", &[("isbn", "0521423740"), ("authors", "Lave, Jean"), ("year", "1991")]).await;
    put(&mut ines, "How to resign", &[("private", "1")]).await;
    let file = ines.get("/me/shelf/export.json").await;
    assert_eq!(file.headers["content-disposition"], "attachment; filename=\"shelf.json\"");
    assert!(file.body.contains("\"family\": \"Lave\"") && file.body.contains("How to resign"), "{}", file.body);
    let file = ines.get("/me/shelf/export.bib").await;
    assert!(file.body.contains("@book{lave1991situated,"), "{}", file.body);
}

#[tokio::test]
async fn a_long_shelf_goes_on_from_page_to_page() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    for number in 0..43 {
        put(&mut ines, &format!("Book {number}"), &[]).await;
    }
    let page = ines.get("/me/shelf/").await;
    assert_eq!(page.texts(".works li").len(), 40);
    let next = page.attributes(".paging [rel=next]", "href").remove(0);
    let page = ines.get(&next).await;
    assert_eq!(page.texts(".works .what"), ["Book 2", "Book 1", "Book 0"]);
}

#[tokio::test]
async fn how_far_somebody_else_is_is_not_said_as_if_the_reader_were() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    put(&mut ines, "Situated learning", &[]).await;
    ines.post("/me/shelf/settings/", &[("audience", "public"), ("library", "")]).await;
    for (lang, own, of_another) in [
        ("en", "Want to read", "Wants to read"),
        ("de", "Möchte ich lesen", "Zum Lesen vorgemerkt"),
        ("es", "Quiero leerlo", "Quiere leerlo"),
    ] {
        let mut stranger = site.stranger();
        stranger.set_cookie("lyceum-language", lang);
        let page = stranger.get("/members/ines/shelf/").await;
        assert_eq!(page.text(".works .grow > .meta:last-child"), of_another);
        let main = page.text("main");
        assert!(main.contains(of_another) && !main.contains(own), "{lang}: {main}");
    }
}
