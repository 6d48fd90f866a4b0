//! Pictures and files in texts, through their pages.

use axum::{body::Body, http::Method};
use image::{DynamicImage, Rgb, RgbImage};
use serde_json::Value;

use crate::{
    checks::testing::{Client, Reply, Site},
    course::tribes::Door,
    ids::PostId,
    people::members::Role,
};

/// A photograph, so that its sizes are JPEG.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        Rgb([u8::try_from(x % 251).unwrap(), u8::try_from(y % 241).unwrap(), u8::try_from((x * y) % 239).unwrap()])
    });
    let mut out = std::io::Cursor::new(vec![]);
    DynamicImage::from(picture).write_to(&mut out, image::ImageFormat::Jpeg).unwrap();
    out.into_inner()
}

/// What the editor sends, and what it is told.
async fn send(client: &Client, name: &str, bytes: &[u8], more: &[(&str, &str)]) -> (u16, Value) {
    let mut body = vec![];
    for (field, value) in more {
        let part = format!("--frontier\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!("--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--frontier--\r\n");
    let mut client = client.with_header("accept", "application/json");
    let kind = Some("multipart/form-data; boundary=frontier");
    let reply = client.send(Method::POST, "/me/media/file", kind, Body::from(body)).await;
    (reply.status.as_u16(), serde_json::from_str(&reply.body).unwrap_or_default())
}

/// The address of what somebody uploaded.
async fn put(client: &Client, name: &str, bytes: &[u8]) -> String {
    let (status, told) = send(client, name, bytes, &[]).await;
    assert_eq!(status, 201, "{told}");
    told["address"].as_str().unwrap().to_owned()
}

async fn write(client: &mut Client, path: &str, audience: &str, what: &str, text: &str) -> Reply {
    let edited = client.get(path).await.attributes("form.writing [name=edited]", "value").remove(0);
    let fields = [
        ("do", what),
        ("title", "A post"),
        ("text", text),
        ("audience", audience),
        ("comments", "open"),
        ("language", "en"),
        ("edited", &*edited),
    ];
    let reply = client.post(path, &fields).await;
    assert_eq!(reply.status, 303, "{}", reply.body);
    reply
}

async fn status(client: &mut Client, path: &str) -> u16 {
    client.get(path).await.status.as_u16()
}

#[tokio::test]
async fn a_picture_stands_in_a_text_in_every_size_and_with_room_for_it() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    assert!(ineses.get("/me/media/").await.text(".empty").contains("not uploaded anything yet"));
    let put = ineses.upload("/me/media/file", "file", "C:\\quay at noon.jpg", &photo(1000, 500)).await;
    assert!(put.location().unwrap().starts_with("/me/media/?done=taken"), "{:?}", put.location());
    let page = ineses.get("/me/media/").await;
    assert_eq!(page.texts(".uploads .grow > p:first-child a"), ["quay at noon.jpg"]);
    assert!(page.text(".uploads .facts").contains("1000 × 500"));
    assert!(page.text(".uploads").contains("Stands nowhere yet"));
    let line = page.attributes(".uploads [readonly]", "value").remove(0);
    let address = line.trim_start_matches("![](").trim_end_matches(')').to_owned();
    assert!(address.ends_with("-1000x500.jpg"), "{line}");

    let text = format!("Look:\n\n![The quay]({address})");
    let url = write(&mut ineses, "/me/posts/new", "public", "publish", &text).await.location().unwrap();
    let post = site.stranger().get(&url).await;
    let of = |name: &str| post.attributes(".prose img", name).remove(0);
    assert_eq!(
        (of("alt"), of("src"), of("width"), of("height")),
        ("The quay".into(), address.clone(), "1000".into(), "500".into())
    );
    assert_eq!((of("loading"), of("decoding")), ("lazy".into(), "async".into()));
    assert!(!of("sizes").is_empty());
    let mut widths = vec![];
    for one in of("srcset").split(", ") {
        let (path, width) = one.split_once(' ').unwrap();
        let bytes = site.stranger().bytes(path).await;
        let picture = image::load_from_memory(&bytes).unwrap();
        assert_eq!(format!("{}w", picture.width()), width);
        assert_eq!(picture.width(), picture.height() * 2);
        widths.push(picture.width());
    }
    assert_eq!(widths, [400, 800, 1000]);
    let got = site.stranger().get(&address).await;
    let header = |name: &str| got.headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "image/jpeg");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("cache-control").contains("private"));
    assert!(header("content-security-policy").contains("default-src 'none'"));
    // A width that there is none of, and other words in its address.
    assert_eq!(status(&mut site.stranger(), &address.replace(".jpg", "-123.jpg")).await, 404);
    let page = ineses.get("/me/media/").await;
    assert_eq!(page.attributes(".uploads .where a", "href"), [url]);
    assert_eq!(page.count("form[action$='/remove']"), 0, "what stands somewhere is not deleted");
}

#[tokio::test]
async fn what_stands_in_a_text_is_open_to_its_readers_and_to_nobody_else() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    let (_, mut brams) = site.member("bram").await;
    let (_, mut heads) = site.member_as("head", Role::Organiser).await;
    let mut stranger = site.stranger();
    let address = put(&ineses, "a.jpg", &photo(500, 300)).await;
    let small = address.replace(".jpg", "-400.jpg");
    let mut own = ineses.clone();
    let mut expect = async |wanted: [u16; 4]| {
        for path in [&address, &small] {
            let mut found = vec![];
            for client in [&mut stranger, &mut brams, &mut heads, &mut own] {
                found.push(status(client, path).await);
            }
            assert_eq!(found, wanted, "{path}");
        }
    };
    expect([404, 404, 404, 200]).await;
    let text = format!("![]({address})");
    let draft = write(&mut ineses, "/me/posts/new", "public", "draft", &text).await.location().unwrap();
    expect([404, 404, 404, 200]).await;
    write(&mut ineses, &draft, "community", "publish", &text).await;
    expect([404, 200, 200, 200]).await;
    write(&mut ineses, &draft, "public", "save", &text).await;
    expect([200, 200, 200, 200]).await;
    // Whoever has it in their browser asks each time.
    let tag = site.stranger().get(&address).await.headers["etag"].to_str().unwrap().to_owned();
    let again = site.stranger().with_header("if-none-match", &tag).get(&address).await;
    assert_eq!(again.status, 304);
    write(&mut ineses, &draft, "me", "save", &text).await;
    expect([404, 404, 404, 200]).await;
    assert_eq!(site.stranger().with_header("if-none-match", &tag).get(&address).await.status, 404);
    write(&mut ineses, &draft, "public", "save", "Taken out again").await;
    expect([404, 404, 404, 200]).await;
    write(&mut ineses, &draft, "public", "save", &text).await;
    expect([200, 200, 200, 200]).await;
    assert_eq!(ineses.post(&format!("{draft}delete"), &[]).await.status, 303);
    expect([404, 404, 404, 200]).await;
}

#[tokio::test]
async fn a_picture_in_a_hidden_post_is_for_its_author_and_for_those_who_decide() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    let (_, mut brams) = site.member("bram").await;
    let (_, mut heads) = site.member_as("head", Role::Organiser).await;
    let address = put(&ineses, "a.jpg", &photo(500, 300)).await;
    let text = format!("![]({address})");
    write(&mut ineses, "/me/posts/new", "community", "publish", &text).await;
    let page = ineses.get("/me/media/").await;
    let url = page.attributes(".uploads .where a", "href").remove(0);
    let hide = heads.get(&url).await.attributes("form[action$='/hide']", "action").remove(0);
    heads.post(&hide, &[("why", "Off the subject")]).await;
    for path in [&address, &address.replace(".jpg", "-400.jpg")] {
        let mut found = vec![];
        for client in [&mut site.stranger(), &mut brams, &mut heads, &mut ineses] {
            found.push(status(client, path).await);
        }
        assert_eq!(found, [404, 404, 200, 200], "{path}");
    }
    // What is for its author alone is no business of theirs.
    let own = put(&ineses, "b.jpg", &photo(50, 30)).await;
    write(&mut ineses, "/me/posts/new", "me", "publish", &format!("![]({own})")).await;
    assert_eq!(status(&mut heads, &own).await, 404);
}

#[tokio::test]
async fn ones_own_page_says_where_a_draft_is_and_not_what_one_may_no_longer_read() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let address = put(&brams, "a.jpg", &photo(50, 30)).await;
    let text = format!("![]({address})");
    let draft = write(&mut brams, "/me/posts/new", "public", "draft", &text).await.location().unwrap();
    let page = brams.get("/me/media/").await;
    assert_eq!(page.attributes(".uploads .where a", "href"), [draft.split('?').next().unwrap()]);
    brams.post(&format!("{}delete", draft.split('?').next().unwrap()), &[]).await;

    let tribe = site.tribe(&ines, "Night owls", Door::Open).await;
    site.come_in(&tribe, &bram).await;
    let fields = [("title", "A secret owl"), ("text", &*text), ("language", "en")];
    brams.post(&format!("{}new", tribe.url()), &fields).await;
    assert_eq!(brams.get("/me/media/").await.text(".uploads .where"), "Stands in A secret owl");
    assert_eq!(brams.post(&format!("{}leave", tribe.url()), &[]).await.status, 303);
    let page = brams.get("/me/media/").await;
    assert_eq!(page.text(".uploads .where"), "Stands in something that you may not read any more");
    assert!(!page.body.contains("owl"), "{}", page.body);
    // It is still theirs, and still open to those who read it there.
    assert_eq!((status(&mut brams, &address).await, status(&mut ineses, &address).await), (200, 200));
}

#[tokio::test]
async fn what_is_called_oddly_is_called_plainly_here() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    for (sent, shown) in [
        ("..\\..\\etc\\passwd.txt", "passwd.txt"),
        ("../../boot.ini", "boot.ini"),
        ("annual\u{202e}fdp.exe", "annualfdp.exe"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("Größe 📷 ملف.txt", "Größe 📷 ملف.txt"),
    ] {
        let address = put(&ineses, sent, sent.as_bytes()).await;
        let page = ineses.get("/me/media/").await;
        assert_eq!(page.texts(".uploads .grow > p:first-child a").remove(0), shown);
        assert!(!page.body.contains("<img src=x"), "{sent}");
        let got = ineses.get(&address).await;
        let said = got.headers["content-disposition"].to_str().unwrap();
        let name = percent_encoding::percent_decode_str(said.split("UTF-8''").nth(1).unwrap()).decode_utf8().unwrap();
        assert!(said.starts_with("attachment;") && name == shown, "{said}");
    }
}

#[tokio::test]
async fn where_nothing_can_be_kept_that_is_said_and_nothing_is_counted() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    std::fs::write(site.app.settings.data.join("files/incoming"), b"no folder").unwrap();
    let (status, _) = send(&ineses, "a.jpg", &photo(50, 30), &[]).await;
    assert_eq!(status, 507);
    let page = ineses.upload("/me/media/file", "file", "a.jpg", &photo(50, 30)).await;
    assert!(page.status == 507 && page.text("h1").contains("Nothing can be saved just now"), "{}", page.body);
    assert_eq!(ineses.get("/me/media/").await.count(".uploads li"), 0);
    std::fs::remove_file(site.app.settings.data.join("files/incoming")).unwrap();
    put(&ineses, "a.jpg", &photo(50, 30)).await;
}

#[tokio::test]
async fn nobody_opens_anothers_picture_by_naming_it() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    let (_, mut brams) = site.member("bram").await;
    let address = put(&ineses, "a.jpg", &photo(50, 30)).await;
    let text = format!("![]({address}) <img src=\"{address}\"> [x]({address})");
    write(&mut brams, "/me/posts/new", "public", "publish", &text).await;
    assert_eq!(status(&mut brams, &address).await, 404);
    let id = address.trim_start_matches("/files/").split('-').next().unwrap();
    for path in ["alt", "remove"] {
        assert_eq!(brams.post(&format!("/me/media/{id}/{path}"), &[]).await.status, 404, "{path}");
        assert_eq!(site.stranger().post(&format!("/me/media/{id}/{path}"), &[]).await.status, 401, "{path}");
    }
    assert_eq!(brams.get("/me/media/").await.count(".uploads li"), 0);
    assert_eq!(status(&mut ineses, &address).await, 200);
}

#[tokio::test]
async fn what_stands_in_a_discussion_is_for_those_in_its_group() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut others) = site.member("cleo").await;
    let tribe = site.tribe(&ines, "Night owls", Door::Open).await;
    site.come_in(&tribe, &bram).await;
    let address = put(&ineses, "a.jpg", &photo(50, 30)).await;
    let text = format!("![An owl]({address})");
    let fields = [("title", "Look"), ("text", &*text), ("language", "en")];
    let talk = ineses.post(&format!("{}new", tribe.url()), &fields).await.location().unwrap();
    assert_eq!(brams.get(&talk).await.attributes(".prose img", "width"), ["50"]);
    let mut found = vec![];
    for client in [&mut site.stranger(), &mut others, &mut brams] {
        found.push(status(client, &address).await);
    }
    assert_eq!(found, [404, 404, 200]);
}

#[tokio::test]
async fn what_is_no_good_picture_is_refused_in_words_and_nothing_of_the_form_is_lost() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    let svg = &b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"[..];
    let whole = photo(300, 200);
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bomb.extend_from_slice(&50_000_u32.to_be_bytes());
    bomb.extend_from_slice(&50_000_u32.to_be_bytes());
    bomb.extend_from_slice(&[8, 2, 0, 0, 0]);
    let mut crc = flate2::Crc::new();
    crc.update(&bomb[12..]);
    bomb.extend_from_slice(&crc.sum().to_be_bytes());
    bomb.extend_from_slice(&[0; 1000]);
    for (name, bytes, words) in [
        ("drawing.svg", svg, "cannot read this file as a picture"),
        ("page.png", b"<!doctype html><p>x", "cannot read this file as a picture"),
        ("photo.heic", b"\0\0\0\x20ftypheic\0\0\0\0mif1heic", "Save it as JPEG"),
        ("half.jpg", &whole[..whole.len() / 2], "damaged or not whole"),
        ("bomb.png", &bomb, "too many pixels"),
        ("empty.png", b"", "fill this in"),
        ("large.png", &vec![7; site.app.settings.upload_bytes + 1], "too large"),
    ] {
        let (status, told) = send(&ineses, name, bytes, &[("kind", "picture")]).await;
        let said = told["error"].as_str().unwrap_or_default();
        assert!(status == 422 && said.contains(words), "{name}: {status} {told}");
    }
    let long = "x".repeat(1001);
    let (status, told) = send(&ineses, "a.jpg", &whole, &[("alt", &long)]).await;
    assert!(status == 422 && told["error"].as_str().unwrap().contains("1,000"), "{told}");
    let page = ineses.upload("/me/media/file", "file", "half.jpg", &whole[..whole.len() / 2]).await;
    assert_eq!(page.status, 422);
    assert!(page.text("title").starts_with("Error: ") && page.text("#file-error").contains("damaged"));
    assert_eq!(page.attributes(".notice.bad a", "href"), ["#file"]);
    let page = ineses.upload("/me/media/file", "nothing", "x", b"x").await;
    assert!(page.status == 422 && !page.text("#file-error").is_empty());
    assert_eq!(ineses.get("/me/media/").await.count(".uploads li"), 0);
    assert_eq!(send(&site.stranger(), "a.jpg", &whole, &[]).await.0, 401);
}

#[tokio::test]
async fn a_file_is_what_is_in_it_and_is_linked_to_with_its_name_and_size() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    let (_, told) = send(&ineses, "Reading [list].pdf", b"%PDF-1.7 and so on", &[]).await;
    assert_eq!(told["picture"], false);
    assert_eq!(told["words"], "Reading [list].pdf (PDF, 1 KB)");
    let (line, address) = (told["markdown"].as_str().unwrap(), told["address"].as_str().unwrap());
    assert_eq!(address.rsplit_once('.').unwrap().1, "pdf");
    let url = write(&mut ineses, "/me/posts/new", "public", "publish", line).await.location().unwrap();
    let page = site.stranger().get(&url).await;
    assert_eq!(page.attributes(".prose a", "href"), [address]);
    assert_eq!(page.text(".prose a"), "Reading [list].pdf (PDF, 1 KB)");
    let got = site.stranger().get(address).await;
    assert_eq!((got.headers["content-type"].to_str().unwrap(), &*got.body), ("application/pdf", "%PDF-1.7 and so on"));
    // What could run is taken home, whatever it is called.
    for (name, bytes) in [("a.png", &b"<!doctype html><script>alert(1)</script>"[..]), ("a.svg", b"<svg/>")] {
        let address = put(&ineses, name, bytes).await;
        let got = ineses.get(&address).await;
        assert_eq!(got.headers["content-type"], "application/octet-stream", "{name}");
        assert!(got.headers["content-disposition"].to_str().unwrap().starts_with("attachment"), "{name}");
    }
    // And a JPEG called otherwise is a JPEG.
    let address = put(&ineses, "a.png", &photo(20, 10)).await;
    assert!(address.ends_with("-20x10.jpg"), "{address}");
}

#[tokio::test]
async fn ones_own_are_described_and_deleted_where_they_stand_nowhere() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    let address = put(&ineses, "a.jpg", &photo(50, 30)).await;
    let id = address.trim_start_matches("/files/").split('-').next().unwrap().to_owned();
    let alt = [("alt", " A *quay*\r\n[at] \"noon\" ")];
    assert_eq!(ineses.post(&format!("/me/media/{id}/alt"), &alt).await.status, 303);
    let page = ineses.get("/me/media/?done=described").await;
    assert_eq!(page.attributes(".uploads [name=alt]", "value"), ["A *quay* [at] \"noon\""]);
    let line = page.attributes(".uploads [readonly]", "value").remove(0);
    let url = write(&mut ineses, "/me/posts/new", "public", "publish", &line).await.location().unwrap();
    assert_eq!(ineses.get(&url).await.attributes(".prose img", "alt"), ["A *quay* [at] \"noon\""]);
    let no = ineses.post(&format!("/me/media/{id}/remove"), &[]).await;
    assert!(no.status == 422 && no.text(".notice.bad").contains("still stands in a text"), "{}", no.body);
    assert_eq!(status(&mut ineses, &address).await, 200);
    let post: PostId = {
        let own = ineses.get("/me/posts/").await;
        let edit = own.attributes(".rows a.button", "href").into_iter().find(|href| href.ends_with('/')).unwrap();
        edit.trim_start_matches("/me/posts/").trim_end_matches('/').parse().unwrap()
    };
    ineses.post(&format!("/me/posts/{post}/delete"), &[]).await;
    assert_eq!(ineses.post(&format!("/me/media/{id}/remove"), &[]).await.status, 303);
    assert_eq!(status(&mut ineses, &address).await, 404);
    assert_eq!(ineses.post(&format!("/me/media/{id}/remove"), &[]).await.status, 404);
    let many = "x".repeat(1001);
    assert_eq!(ineses.post(&format!("/me/media/{id}/alt"), &[("alt", &many)]).await.status, 400);

    for at in 0..26 {
        put(&ineses, &format!("{at}.txt"), format!("File {at}").as_bytes()).await;
    }
    let page = ineses.get("/me/media/").await;
    assert_eq!((page.count(".uploads li"), page.text(".page-head .facts span")), (24, "26 files".into()));
    let older = page.attributes(".paging [rel=next]", "href").remove(0);
    let page = ineses.get(&format!("/me/media/{older}")).await;
    assert_eq!(page.texts(".uploads .grow > p:first-child a"), ["1.txt", "0.txt"]);
    assert!(ineses.get("/me/media/?after=1").await.text(".empty").contains("nothing earlier"));
}

#[tokio::test]
async fn no_readers_browser_asks_another_site_for_a_picture() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    let text = "![A mill](https://elsewhere.example/mill.png) ![](//elsewhere.example/b.png)\n\n\
                [![x](https://elsewhere.example/c.png)](https://there.example/)\n\n\
                <figure><img src=\"https://elsewhere.example/d.png\"><figcaption>D</figcaption></figure>";
    let url = write(&mut ineses, "/me/posts/new", "public", "publish", text).await.location().unwrap();
    let page = site.stranger().get(&url).await;
    assert_eq!(page.count(".prose img"), 0);
    assert_eq!(page.texts(".prose a"), ["A mill", "b.png", "x", "d.png"]);
    assert!(page.attributes(".prose a", "href").contains(&"https://elsewhere.example/mill.png".to_owned()));
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("img-src 'self';"), "{policy}");
    let preview = ineses.post("/preview", &[("text", text), ("language", "en")]).await;
    assert!(!preview.body.contains("<img"), "{}", preview.body);
}

#[tokio::test]
async fn what_moves_stands_still_in_a_text_until_it_is_pressed() {
    let site = Site::new().await;
    let (_, mut ineses) = site.member("ines").await;
    let mut gif = vec![];
    {
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
        for shade in [0, 200] {
            let frame = image::RgbaImage::from_pixel(60, 40, image::Rgba([shade, 0, 0, 255]));
            encoder.encode_frame(image::Frame::new(frame)).unwrap();
        }
    }
    let address = put(&ineses, "wave.gif", &gif).await;
    assert!(address.ends_with("-60x40.gif"), "{address}");
    let text = format!("![Waving]({address})");
    let url = write(&mut ineses, "/me/posts/new", "public", "publish", &text).await.location().unwrap();
    let page = site.stranger().get(&url).await;
    assert_eq!(page.attributes(".prose a.plays", "href"), [address.as_str()]);
    let still = page.attributes(".prose a.plays img", "src").remove(0);
    let kind = async |path: &str| site.stranger().get(path).await.headers["content-type"].to_str().unwrap().to_owned();
    assert_eq!(kind(&address).await, "image/gif");
    assert!(kind(&still).await != "image/gif", "{still}");
}
