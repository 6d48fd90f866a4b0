use axum::{body::Body, http::Method};

use crate::{
    audiences::circles::Part as As,
    checks::{
        access_courses::{course, draft, put, recording},
        testing::{Client, Reply, Site},
    },
    course::{
        courses::{Course, Draft},
        media, modules,
    },
    ids::{ConversationId, RowId},
    people::members::Role,
    talk::{kept_files, posts::Audience},
};

const MP4: &[u8] = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41 and what follows";

/// A course with an open module, in which something is to be viewed.
struct World {
    site: Site,
    course: Course,
    module: ConversationId,
    item: RowId,
    teaches: Client,
    brams: Client,
}

impl World {
    async fn new() -> Self {
        Self::of(&draft("Open")).await
    }

    async fn of(draft: &Draft) -> Self {
        let site = Site::new().await;
        let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
        let (bram, brams) = site.member("bram").await;
        let course = course(&site, &ines, "open", draft).await;
        put(&site, &course, bram.id, As::Member).await;
        let page = teaches.post("/courses/open/manage/modules/add", &[("title", "Week one")]).await.location().unwrap();
        let manage = page.split('?').next().unwrap().to_owned();
        teaches.post(&format!("{manage}open"), &[]).await;
        let form = [("part", "view"), ("title", "A talk"), ("then", "file")];
        let to = teaches.post(&format!("{manage}items"), &form).await.location().unwrap();
        let item = to.split("/items/").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
        let module = manage.trim_end_matches('/').rsplit('/').next().unwrap().parse().unwrap();
        Self { site, course, module, item, teaches, brams }
    }

    fn manage(&self) -> String {
        format!("/courses/open/manage/modules/{}/items/{}/", self.module, self.item)
    }

    fn file(&self) -> String {
        format!("/courses/open/week-one/files/{}", self.item)
    }

    async fn attach(&mut self, name: &str, bytes: &[u8]) -> Reply {
        let to = format!("{}file", self.manage());
        self.teaches.upload(&to, "file", name, bytes).await
    }

    async fn caption(&mut self, lang: &str, bytes: &[u8]) -> Reply {
        let mut body = format!(
            "--frontier\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\n{lang}\r\n\
             --frontier\r\nContent-Disposition: form-data; name=\"captions\"; filename=\"talk.vtt\"\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--frontier--\r\n");
        let kind = Some("multipart/form-data; boundary=frontier");
        self.teaches.send(Method::POST, &format!("{}captions", self.manage()), kind, Body::from(body)).await
    }

    async fn kept(&self) -> Option<String> {
        let mut conn = self.site.app.db.read().await.unwrap();
        media::of_item(&mut conn, self.module, self.item).await.unwrap().map(|medium| medium.file)
    }
}

fn header<'a>(reply: &'a Reply, name: &str) -> &'a str {
    reply.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

const SAID: &[u8] = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Good morning.\n\n00:02.000 --> 00:03.000\n<v Ada>We begin.<script>alert(1)</script>\n";

#[tokio::test]
async fn a_video_is_watched_by_those_who_may_read_the_module_and_nobody_else_learns_of_it() {
    let mut world = World::new().await;
    let (_, mut outsiders) = world.site.member("oskar").await;
    let to = world.attach("talk.mp4", MP4).await.location().unwrap();
    assert!(world.teaches.get(&to).await.body.contains("talk.mp4"));
    let page = world.brams.get("/courses/open/week-one/").await;
    assert_eq!(page.attributes("video", "src"), [world.file()]);
    assert_eq!(page.attributes("video", "preload"), ["metadata"]);
    assert_eq!(page.count("video[autoplay], [autofocus], audio"), 0);
    let video = world.brams.get(&world.file()).await;
    assert_eq!((video.status.as_u16(), header(&video, "content-type")), (200, "video/mp4"));
    assert_eq!(video.body.len(), MP4.len());
    assert!(header(&video, "content-security-policy").contains("sandbox"));
    assert_eq!(header(&video, "x-content-type-options"), "nosniff");
    for client in [&mut outsiders, &mut world.site.stranger()] {
        for path in [world.file(), format!("{}captions/en", world.file()), "/courses/open/week-one/files/1".into()] {
            assert_eq!(client.get(&path).await.status, 404, "{path}");
        }
    }
    // Nor under the address of another module.
    world.teaches.post("/courses/open/manage/modules/add", &[("title", "Week two")]).await;
    let elsewhere = world.file().replace("week-one", "week-two");
    for client in [&mut world.brams, &mut world.teaches] {
        assert_eq!(client.get(&elsewhere).await.status, 404);
    }
    // Whoever leaves the course no longer sees it.
    world.brams.post("/courses/open/leave", &[]).await;
    assert_eq!(world.brams.get(&world.file()).await.status, 404);
}

#[tokio::test]
async fn everybody_watches_what_is_in_a_public_module() {
    let mut world = World::of(&Draft { audience: Audience::Public, ..draft("Open") }).await;
    world.attach("talk.mp4", MP4).await;
    let mut stranger = world.site.stranger();
    assert_eq!(stranger.get(&world.file()).await.status, 200);
    let page = stranger.get("/courses/open/week-one/").await;
    assert_eq!(page.texts("video").len(), 1);
}

#[tokio::test]
async fn one_begins_to_watch_in_the_midst_of_it() {
    let mut world = World::new().await;
    world.attach("talk.mp4", MP4).await;
    let file = world.file();
    let part = async |range: &str| world.brams.with_header("range", range).get(&file).await;
    let reply = part("bytes=4-11").await;
    assert_eq!((reply.status.as_u16(), reply.body.as_str()), (206, "ftypisom"));
    assert_eq!(header(&reply, "content-range"), format!("bytes 4-11/{}", MP4.len()));
    assert_eq!(header(&reply, "content-length"), "8");
    let end = part("bytes=-7").await;
    assert_eq!((end.status.as_u16(), end.body.as_str()), (206, "follows"));
    let beyond = part("bytes=9999-").await;
    assert_eq!(beyond.status, 416);
    assert_eq!(header(&beyond, "content-range"), format!("bytes */{}", MP4.len()));
    assert_eq!(part("bytes=0-1,4-5").await.status, 200);
    let whole = world.brams.get(&file).await;
    let tag = header(&whole, "etag").to_owned();
    assert_eq!(header(&whole, "accept-ranges"), "bytes");
    assert_eq!(world.brams.with_header("if-none-match", &tag).get(&file).await.status, 304);
    let changed =
        world.brams.with_header("range", "bytes=4-11").with_header("if-range", "\"another\"").get(&file).await;
    assert_eq!(changed.status, 200);
    let head = world.brams.send(Method::HEAD, &file, None, Body::empty()).await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
    assert_eq!(header(&head, "content-length"), MP4.len().to_string());
}

#[tokio::test]
async fn a_file_is_what_is_in_it_and_what_could_run_is_only_taken_home() {
    let mut world = World::new().await;
    for (name, bytes, kind, how) in [
        ("page.mp4", &b"<!doctype html><script>alert(1)</script>"[..], "application/octet-stream", "attachment"),
        (
            "picture.png",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            "application/octet-stream",
            "attachment",
        ),
        ("notes.html", b"%PDF-1.7 and so on", "application/pdf", "inline"),
        ("Übung 1.bin", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png", "inline"),
    ] {
        assert_eq!(world.attach(name, bytes).await.status, 303);
        let reply = world.brams.get(&world.file()).await;
        assert_eq!(header(&reply, "content-type"), kind, "{name}");
        assert!(header(&reply, "content-disposition").starts_with(&format!("{how}; filename*=UTF-8''")), "{name}");
        assert_eq!(world.brams.get("/courses/open/week-one/").await.count("video, audio"), 0, "{name}");
    }
    let reply = world.brams.get(&world.file()).await;
    assert!(header(&reply, "content-disposition").ends_with("''%C3%9Cbung%201.bin"));
    let page = world.brams.get("/courses/open/week-one/").await;
    assert_eq!(page.text(&format!("a[href='{}']", world.file())), "A talk");
}

#[tokio::test]
async fn nothing_is_kept_of_a_file_that_is_empty_or_too_large() {
    let mut world = World::new().await;
    let refused = world.attach("talk.mp4", b"").await;
    assert_eq!((refused.status.as_u16(), refused.count("#file-error")), (422, 1));
    let manage = world.manage();
    let none = world.teaches.upload(&format!("{manage}file"), "other", "talk.mp4", MP4).await;
    assert_eq!(none.status, 422);
    assert_eq!(world.kept().await, None);
    // Whoever does not lead the course puts nothing there.
    assert_eq!(world.brams.upload(&format!("{manage}file"), "file", "talk.mp4", MP4).await.status, 404);
    assert_eq!(world.site.stranger().upload(&format!("{manage}file"), "file", "talk.mp4", MP4).await.status, 401);
    assert_eq!(world.kept().await, None);
}

#[tokio::test]
async fn captions_are_read_without_markup_and_make_a_transcript() {
    let mut world = World::new().await;
    world.attach("talk.mp4", MP4).await;
    assert_eq!(world.caption("en", SAID).await.status, 303);
    let german = "1\r\n00:00:01,000 --> 00:00:02,000\r\nGuten Morgen.\r\n";
    assert_eq!(world.caption("de", german.as_bytes()).await.status, 303);
    let page = world.brams.get("/courses/open/week-one/").await;
    assert_eq!(page.attributes("track", "srclang"), ["en", "de"]);
    assert_eq!(page.attributes("track", "label"), ["English", "Deutsch"]);
    assert_eq!(page.attributes("track[default]", "srclang"), ["en"]);
    assert_eq!(
        page.texts("details .transcript p"),
        ["0:01 Ada: Good morning. We begin.alert(1)", "0:01 Guten Morgen."]
    );
    assert!(!page.body.contains("<script>alert"));
    let track = page.attributes("track", "src").remove(1);
    let vtt = world.brams.get(&track).await;
    assert_eq!(header(&vtt, "content-type"), "text/vtt; charset=utf-8");
    assert!(vtt.body.starts_with("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGuten Morgen."));
    assert_eq!(world.site.stranger().get(&track).await.status, 404);
    // Another file in its place keeps them; without a file they go.
    world.attach("better.mp4", &[MP4, b"!"].concat()).await;
    assert_eq!(world.brams.get("/courses/open/week-one/").await.texts("track").len(), 2);
    let manage = world.manage();
    world.teaches.post(&format!("{manage}captions/remove"), &[("language", "de")]).await;
    assert_eq!(world.brams.get("/courses/open/week-one/").await.attributes("track", "srclang"), ["en"]);
    world.teaches.post(&format!("{manage}file/remove"), &[]).await;
    world.attach("talk.mp4", MP4).await;
    assert_eq!(world.brams.get("/courses/open/week-one/").await.texts("track").len(), 0);
}

#[tokio::test]
async fn captions_that_are_wrong_are_refused_with_the_line_and_the_reason() {
    let mut world = World::new().await;
    let nothing = world.caption("en", SAID).await;
    assert_eq!((nothing.status.as_u16(), nothing.count("#captions-error")), (422, 1));
    world.attach("talk.mp4", MP4).await;
    for (bytes, said) in [
        (&b"WEBVTT\n\n00:01.000 --> 00:02.000\nGr\xfc\xdfe\n"[..], "Line 4 is not in UTF-8"),
        (b"Good morning.", "Line 1: this is neither WebVTT nor SubRip"),
        (b"WEBVTT\n\n00:01,000 --> 00:02,000\nHello\n", "Line 3: these times cannot be read"),
        (b"", "This field cannot be empty"),
    ] {
        let refused = world.caption("es", bytes).await;
        assert_eq!(refused.status, 422);
        let words = refused.texts(".notice.bad, .error").join(" ");
        assert!(words.contains(said) || bytes.is_empty() && !words.is_empty(), "{words}");
        assert_eq!(refused.attributes("#language option[selected]", "value"), ["es"]);
    }
    assert_eq!(world.caption("<b>", SAID).await.status, 422);
    let long = [SAID, "\nNOTE x\n".repeat(200_000).as_bytes()].concat();
    assert_eq!(world.caption("en", &long).await.status, 422);
    assert_eq!(world.brams.get("/courses/open/week-one/").await.texts("track").len(), 0);
}

#[tokio::test]
async fn another_run_uses_the_same_file_and_it_goes_when_nothing_uses_it() {
    let mut world = World::new().await;
    world.attach("talk.mp4", MP4).await;
    world.caption("en", SAID).await;
    let file = world.kept().await.unwrap();
    let form = [("title", "Open again"), ("address", "open-again"), ("starts", "2027-03-08")];
    assert_eq!(world.teaches.post("/courses/open/manage/copy", &form).await.status, 303);
    let page = world.teaches.get("/courses/open-again/week-one/").await;
    let (video, track) = (page.attributes("video", "src").remove(0), page.attributes("track", "src").remove(0));
    assert_ne!(video, world.file());
    assert_eq!(world.teaches.bytes(&video).await, MP4);
    assert_eq!(world.brams.get(&video).await.status, 404, "who is in one run sees nothing of the other");
    assert!(world.teaches.get(&track).await.body.contains("Good morning."));
    let has = async || {
        kept_files::forget_unused(&world.site.app).await.unwrap();
        world.site.app.files.has(&file).await.unwrap()
    };
    let manage = format!("/courses/open/manage/modules/{}/", world.module);
    let away = [("item", &*world.item.to_string()), ("way", "away")];
    assert_eq!(world.teaches.clone().post(&format!("{manage}items/shift"), &away).await.status, 303);
    world.site.pass_minutes(25 * 60);
    assert!(has().await);
    let again =
        world.teaches.get("/courses/open-again/manage/modules/").await.attributes("ol.rows a", "href").remove(0);
    assert_eq!(world.teaches.clone().post(&format!("{again}delete"), &[]).await.status, 303);
    assert!(!has().await);
    // What was uploaded a moment ago waits for whoever is about to use it.
    let item = recording(&world.site, &world.course, world.module).await;
    let mut conn = world.site.app.db.read().await.unwrap();
    let medium = media::of_item(&mut conn, world.module, item).await.unwrap().unwrap();
    drop(conn);
    let detach = async |tx: &mut crate::kit::db::Tx| media::detach(tx, world.course.id, world.module, item).await;
    world.site.app.db.always(detach).await.unwrap();
    kept_files::forget_unused(&world.site.app).await.unwrap();
    assert!(world.site.app.files.has(&medium.file).await.unwrap());
    assert_eq!(
        modules::items(&mut world.site.app.db.read().await.unwrap(), world.module, None).await.unwrap().len(),
        1
    );
}

#[tokio::test]
async fn nothing_is_loaded_from_where_a_video_is_before_somebody_goes_there() {
    let mut world = World::new().await;
    let manage = format!("/courses/open/manage/modules/{}/items", world.module);
    let form = [
        ("part", "view"),
        ("title", "Elsewhere"),
        ("address", "https://www.youtube.com/watch?v=abc"),
        ("minutes", "12"),
    ];
    world.teaches.post(&manage, &form).await;
    let reply = world.brams.get("/courses/open/week-one/").await;
    assert_eq!(reply.text(".elsewhere a"), "Watch at www.youtube.com: Elsewhere");
    assert_eq!(reply.attributes(".elsewhere a", "rel"), ["noopener noreferrer external"]);
    assert_eq!(reply.count("iframe, embed, object, img[src*='youtube']"), 0);
    let policy = header(&reply, "content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && policy.contains("media-src 'self'") && !policy.contains("frame-src")
    );
}

#[tokio::test]
async fn what_stands_in_the_text_of_a_module_is_for_those_who_may_read_it() {
    let mut world = World::new().await;
    let (_, mut outsiders) = world.site.member("oskar").await;
    world.teaches.upload("/me/media/file", "file", "Plan.pdf", b"%PDF-1.7 and what follows").await;
    let line = world.teaches.get("/me/media/").await.attributes(".uploads [readonly]", "value").remove(0);
    let address = line.split("](").nth(1).unwrap().trim_end_matches(')').to_owned();
    let to = world.teaches.post("/courses/open/manage/modules/add", &[("title", "Week two")]).await.location().unwrap();
    let manage = to.split('?').next().unwrap().to_owned();
    let write = async |teaches: &mut Client, text: &str| {
        let edited = teaches.get(&manage).await.attributes("[name=edited]", "value").remove(0);
        let fields = [("title", "Week two"), ("text", text), ("edited", &*edited)];
        assert_eq!(teaches.post(&manage, &fields).await.status, 303);
    };
    let mut found = async |world: &mut World| {
        let mut found = vec![];
        for client in [&mut world.site.stranger(), &mut outsiders, &mut world.brams, &mut world.teaches] {
            found.push(client.get(&address).await.status.as_u16());
        }
        found
    };
    write(&mut world.teaches, &line).await;
    assert_eq!(found(&mut world).await, [404, 404, 404, 200], "it is not open yet");
    world.teaches.post(&format!("{manage}open"), &[]).await;
    assert_eq!(found(&mut world).await, [404, 404, 200, 200]);
    assert_eq!(world.brams.get("/courses/open/week-two/").await.attributes(".prose a", "href"), [address.as_str()]);
    write(&mut world.teaches, "Nothing to read.").await;
    assert_eq!(found(&mut world).await, [404, 404, 404, 200]);
}
