//! How the site answers, whatever it is asked: what it accepts, in which encoding, and how many may listen.

use std::net::IpAddr;

use axum::http::HeaderMap;

use crate::checks::testing::{Client, Site};

fn encoding(headers: &HeaderMap) -> Option<&str> {
    headers.get("content-encoding").map(|value| value.to_str().unwrap())
}

/// What one reader gets for this wish.
async fn encoded(reader: &Client, path: &str, accepted: &str) -> Option<String> {
    let reply = reader.with_header("accept-encoding", accepted).get(path).await;
    assert_eq!(reply.status, 200, "{path}");
    encoding(&reply.headers).map(ToOwned::to_owned)
}

#[tokio::test]
async fn pages_and_assets_come_in_an_encoding_that_was_asked_for() {
    let site = Site::new().await;
    let mut reader = site.stranger();
    let style = reader.get("/").await.attributes("link[rel=stylesheet]", "href").remove(0);
    for path in ["/", "/sign-in", "/no-such-page-is-a-404"] {
        let asked = reader.with_header("accept-encoding", "gzip, br;q=0").get(path).await;
        assert_eq!(encoding(&asked.headers), Some("gzip"), "{path}");
    }
    assert_eq!(encoded(&reader, "/", "gzip, deflate, br").await.as_deref(), Some("br"));
    assert_eq!(encoded(&reader, "/", "zebra").await, None);
    assert_eq!(encoded(&reader, "/", "br;q=0").await, None);
    assert_eq!(encoded(&reader, &style, "br").await.as_deref(), Some("br"));
    assert_eq!(encoded(&reader, &style, "br;q=0, gzip").await, None);
    assert_eq!(encoded(&reader, &style, "*;q=0").await, None);
}

#[tokio::test]
async fn a_popular_page_stays_the_same_when_it_is_compressed_again() {
    let site = Site::new().await;
    let mut reader = site.stranger();
    let page = reader.get("/").await.body;
    let asking = reader.with_header("accept-encoding", "br");
    let mut sizes = vec![];
    loop {
        let reply = asking.clone().bytes("/").await;
        let mut plain = vec![];
        brotli::BrotliDecompress(&mut &reply[..], &mut plain).unwrap();
        assert!(plain == page.as_bytes());
        sizes.push(reply.len());
        if sizes.first() > sizes.last() {
            break;
        }
        assert!(sizes.len() < 2_000, "it is never compressed again");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn no_form_is_larger_than_what_it_is_for() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let mut stranger = site.stranger();
    let much = "<".repeat(100_000);
    for form in ["/sign-in", "/sign-in/link", "/forgot", "/join", "/language"] {
        let reply = stranger.post(form, &[("who", &much), ("email", &much), ("name", &much)]).await;
        assert_eq!(reply.status, 413, "{form}");
        assert!(reply.body.len() < 100_000, "{form} does not send it back");
    }
    let reply = author.post(&format!("/posts/{post}/comments"), &[("text", &"<".repeat(8_000_000))]).await;
    assert_eq!(reply.status, 413);
    // The longest texts there may be, of letters that take the most room, do come in.
    let reply = author.post(&format!("/posts/{post}/comments"), &[("text", &"🙂".repeat(100_000))]).await;
    assert_eq!(reply.status, 303, "{}", reply.text("form"));
    let reply = author.post("/preview", &[("text", &"🙂 ".repeat(250_000))]).await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn one_address_does_not_take_all_places_to_listen() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let live = format!("/conversations/{post}/live");
    let mut reader = site.stranger();
    let here = IpAddr::from([127, 0, 0, 1]);
    let mut taken: Vec<_> = (0..1024).map(|_| site.app.listeners.take(here).ok().unwrap()).collect();
    assert_eq!(reader.get_head(&live).await.status, 429);
    assert!(site.app.listeners.take(IpAddr::from([192, 0, 2, 1])).is_ok(), "there is room for others");
    taken.pop();
    assert_eq!(reader.get_head(&live).await.status, 200);
    assert_eq!(reader.get_head(&live).await.status, 200, "whoever has gone takes no place");
}

#[tokio::test]
async fn a_form_is_taken_only_from_a_page_of_this_site() {
    let site = Site::new().await;
    let (_, browser) = site.member("ines").await;
    let sign_out = async |origin: &str| browser.with_header("origin", origin).post("/sign-out", &[]).await.status;
    for foreign in ["http://evil.test", "https://lyceum.test", "http://lyceum.test:8080", "null"] {
        assert_eq!(sign_out(foreign).await, 403, "{foreign}");
    }
    assert_eq!(sign_out("http://lyceum.test").await, 303);
}

#[tokio::test]
async fn under_https_browsers_are_told_never_to_come_without_it() {
    let plain = Site::new().await;
    assert!(!plain.stranger().get("/").await.headers.contains_key("strict-transport-security"));
    let site = Site::under("https://lyceum.test").await;
    let mut reader = site.stranger();
    for path in ["/", "/", "/health", "/no-such-page", "/assets/none"] {
        let reply = reader.get(path).await;
        assert_eq!(reply.headers["strict-transport-security"], "max-age=31536000", "{path}");
    }
}
