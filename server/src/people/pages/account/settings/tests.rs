//! What members may rely on when they set something, and what uploads cannot do.

use std::io::Cursor;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use image::{DynamicImage, ImageFormat};
use rstest::rstest;

use crate::{
    checks::testing::Site,
    kit::db::Tx,
    people::{
        members,
        pages::account::tests::{PASSWORD, is_signed_in, member, sign_in, verbs},
    },
    talk::blogs,
};

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Cursor::new(vec![]);
    DynamicImage::new_luma8(width, height).write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

/// The beginning of a picture that says it is this large, with 16 bits in each of four channels, and ends there.
fn boast(width: u32, height: u32) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [
        (b"IHDR", [&width.to_be_bytes()[..], &height.to_be_bytes(), &[16, 6, 0, 0, 0]].concat()),
        (b"IDAT", vec![0x78, 0x9c]),
    ] {
        let mut crc = flate2::Crc::new();
        crc.update(kind);
        crc.update(&data);
        out.extend_from_slice(&u32::try_from(data.len()).unwrap().to_be_bytes());
        out.extend_from_slice(kind);
        out.extend_from_slice(&data);
        out.extend_from_slice(&crc.sum().to_be_bytes());
    }
    out
}

#[tokio::test]
async fn settings_are_for_whoever_is_signed_in() {
    let site = Site::new().await;
    let mut stranger = site.stranger();
    assert_eq!(stranger.get("/me/settings/").await.status, StatusCode::UNAUTHORIZED);
    for path in ["profile", "blog", "email", "password", "sessions/end-all", "sessions/00/end"] {
        assert_eq!(stranger.post(&format!("/me/{path}"), &[]).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    assert_eq!(stranger.upload("/me/picture", "picture", "x.png", &png(9, 9)).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_handle_that_was_given_up_leads_to_its_member() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    site.member("tomas").await;
    let fields = [("name", "Inês Duarte"), ("handle", "duarte"), ("zone", "Europe/Lisbon"), ("language", "es")];
    let reply = ines.post("/me/profile", &fields).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=profile"));
    let now = site.reload(member.id).await;
    assert_eq!(
        (now.handle.as_str(), now.profile.language.as_str(), now.profile.time_zone.as_str()),
        ("duarte", "es", "Europe/Lisbon")
    );
    let moved = members::moved_to(&mut site.app.db.read().await.unwrap(), "ines").await.unwrap();
    assert_eq!(moved.as_deref(), Some("duarte"));

    let reply = ines.post("/me/profile", &[("name", "Inês"), ("handle", "tomas")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!reply.text("#s-handle-error").is_empty());
    assert_eq!(reply.attributes("#s-name", "value"), ["Inês"]);
    let (_, mut thief) = site.member("thief").await;
    assert_eq!(thief.post("/me/profile", &[("name", "T"), ("handle", "ines")]).await.status, 422);
    assert_eq!(ines.post("/me/profile", &[("name", "I"), ("handle", "duarte"), ("zone", "../etc")]).await.status, 422);
}

#[tokio::test]
async fn a_blog_that_moved_says_so_and_takes_no_address_of_another() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    site.member("tomas").await;
    let fields = [("title", "Marginalia"), ("tagline", "Notes"), ("address", "marginalia")];
    assert_eq!(ines.post("/me/blog", &fields).await.status, StatusCode::SEE_OTHER);
    let mut conn = site.app.db.read().await.unwrap();
    let blog = blogs::of(&mut conn, member.id).await.unwrap().remove(0);
    assert_eq!((blog.title.as_str(), blog.address.as_str()), ("Marginalia", "marginalia"));
    assert_eq!(blogs::moved_to(&mut conn, "ines").await.unwrap().as_deref(), Some("marginalia"));
    drop(conn);
    for address in ["tomas", "members", "a b"] {
        let reply = ines.post("/me/blog", &[("title", "Mine"), ("address", address)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(reply.attributes("#s-title", "value"), ["Mine"]);
    }
}

#[tokio::test]
async fn a_picture_is_made_anew_and_nothing_else_of_the_file_is_kept() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    let mut polyglot = png(300, 200);
    polyglot.extend_from_slice(b"<script>alert(1)</script>");
    let reply = ines.upload("/me/picture", "picture", "me.html", &polyglot).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=picture"));
    let url = site.reload(member.id).await.avatar_url();
    let file = site.stranger().get(&url).await;
    assert_eq!(file.headers[header::CONTENT_TYPE], "image/jpeg");
    assert_eq!(file.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(file.headers[header::CONTENT_SECURITY_POLICY], "default-src 'none'; sandbox");
    assert!(file.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    assert!(!file.body.contains("script"));

    let removal = "--x\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nremove\r\n--x--\r\n";
    let kind = Some("multipart/form-data; boundary=x");
    ines.send(Method::POST, "/me/picture", kind, Body::from(removal)).await;
    assert!(site.reload(member.id).await.picture.is_none());
}

#[rstest]
#[case::a_text(b"only words".to_vec(), "as a picture")]
#[case::an_svg(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec(), "as a picture")]
// Read as a GIF, its comment sign is a width of 10,799 pixels.
#[case::a_script_that_begins_like_a_gif(b"GIF89a/*\0\0\0\0\0*/=1;alert(1)//".to_vec(), "too many pixels")]
#[case::a_picture_cut_short(png(300, 300)[..60].to_vec(), "damaged or not whole")]
#[case::very_wide(png(20_000, 1), "too many pixels")]
#[case::more_pixels_than_memory(boast(9_999, 9_999), "too many pixels")]
#[case::nothing(vec![], "fill this in")]
#[tokio::test]
async fn what_is_no_good_picture_is_refused_and_the_old_one_stays(#[case] bytes: Vec<u8>, #[case] why: &str) {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    ines.upload("/me/picture", "picture", "me.png", &png(64, 64)).await;
    let before = site.reload(member.id).await.picture;
    let reply = ines.upload("/me/picture", "picture", "me.png", &bytes).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text("#s-picture-error").contains(why));
    assert_eq!(site.reload(member.id).await.picture, before);
}

#[tokio::test]
async fn an_upload_beyond_the_limit_is_refused_on_the_page() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let limit = site.app.settings.upload_bytes;
    for large in [limit + 1, 4 * limit, 160 * 1024 * 1024] {
        let reply = ines.upload("/me/picture", "picture", "me.png", &vec![0; large]).await;
        assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE, "{large}");
        assert_eq!(reply.text("#s-picture-error"), "This file is too large.", "{large}");
    }
}

#[rstest]
#[case("/files/../lyceum.sqlite")]
#[case("/files/..%2flyceum.sqlite")]
#[case("/files/00000000000000000000000000000000.svg")]
#[case("/files/00000000000000000000000000000000.png")]
#[case("/pictures/xyz.svg")]
#[case("/pictures/12.png")]
#[case("/pictures/123456789012345678901.svg")]
#[tokio::test]
async fn only_our_own_pictures_are_served(#[case] path: &str) {
    assert_eq!(Site::new().await.stranger().get(path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn everyone_has_a_picture() {
    let site = Site::new().await;
    let (member, _) = site.member("ines").await;
    let picture = site.stranger().get(&member.avatar_url()).await;
    assert_eq!(picture.headers[header::CONTENT_TYPE], "image/svg+xml");
    assert!(picture.body.starts_with("<svg"));
}

#[tokio::test]
async fn a_new_address_counts_when_its_member_confirms_it() {
    let site = Site::new().await;
    let member = member(&site, "ines").await;
    let (mut ines, mut elsewhere) = (site.signed_in(member.id).await, site.signed_in(member.id).await);
    for wrong in ["", "not this one"] {
        let reply = ines.post("/me/email", &[("email", "new@example.org"), ("present", wrong)]).await;
        assert_eq!(reply.count("[aria-labelledby=mail] .notice.bad"), 1, "it is said where it belongs");
        assert_eq!((reply.count(".notice.bad"), reply.count("#s-present-error")), (1, 1));
    }
    let reply = ines.post("/me/email", &[("email", "new@example.org"), ("present", PASSWORD)]).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=email"));
    let letters = site.letters().await;
    assert!(letters[0].contains("To: new@example.org") && letters[1].contains("To: ines@example.org"));
    assert!(!letters[1].contains("new@example.org"));
    let confirm = letters[0].lines().find(|line| line.contains("/join/confirm/")).unwrap();
    let confirm = confirm.strip_prefix("http://lyceum.test").unwrap();
    assert_eq!(site.reload(member.id).await.email.as_deref(), Some("ines@example.org"));

    // The address may have been mistyped: whoever gets the e-mail there gets nothing by it.
    let mut stranger = site.stranger();
    assert_eq!(stranger.post(confirm, &[]).await.status, StatusCode::UNAUTHORIZED);
    let (_, mut other) = site.member("tomas").await;
    assert_eq!(other.post(confirm, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ines.get(confirm).await.status, StatusCode::OK);
    assert_eq!(ines.post(confirm, &[]).await.location().as_deref(), Some("/me/settings/?saved=address"));
    assert_eq!(site.reload(member.id).await.email.as_deref(), Some("new@example.org"));
    assert!(is_signed_in(&mut ines).await && !is_signed_in(&mut elsewhere).await, "other sessions end");
    assert!(verbs(&site).await.contains(&"changed-address".into()));
}

#[tokio::test]
async fn an_address_of_somebody_else_is_neither_taken_nor_betrayed() {
    let site = Site::new().await;
    let member = member(&site, "ines").await;
    let mut ines = site.signed_in(member.id).await;
    site.member("tomas").await;
    let reply = ines.post("/me/email", &[("email", "tomas@example.org"), ("present", PASSWORD)]).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=email"));
    assert!(site.letters().await[0].contains("nothing has been changed"));
    assert_eq!(site.reload(member.id).await.email.as_deref(), Some("ines@example.org"));
}

#[tokio::test]
async fn a_password_changes_only_with_the_present_one_and_ends_other_sign_ins() {
    let site = Site::new().await;
    let ines = member(&site, "ines").await;
    let (mut here, mut elsewhere) = (site.signed_in(ines.id).await, site.signed_in(ines.id).await);
    let reply = here.post("/me/password", &[("old", "not this one"), ("new", "another sentence")]).await;
    assert!(reply.text("[aria-labelledby=pass] .notice.bad li").starts_with("Current password: "));
    assert!(is_signed_in(&mut elsewhere).await);
    let reply = here.post("/me/password", &[("old", PASSWORD), ("new", "another sentence")]).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=password"));
    assert!(is_signed_in(&mut here).await && !is_signed_in(&mut elsewhere).await);
    assert_eq!(sign_in(&mut site.stranger(), "ines", "another sentence").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn whoever_has_no_password_sets_one_without() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(ines.get("/me/settings/").await.count("#s-old"), 0);
    assert_eq!(ines.post("/me/password", &[("new", PASSWORD)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(ines.get("/me/settings/").await.count("#s-old"), 1);
}

#[tokio::test]
async fn sign_ins_are_listed_and_can_be_ended() {
    let site = Site::new().await;
    let ines = member(&site, "ines").await;
    let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
    let mut here = site.stranger().with_header("user-agent", agent);
    sign_in(&mut here, "ines", PASSWORD).await;
    let mut others = [site.signed_in(ines.id).await, site.signed_in(ines.id).await, site.signed_in(ines.id).await];
    let page = here.get("/me/settings/").await;
    assert_eq!(page.count(".rows > li"), 4);
    assert_eq!(page.texts(".rows li:has(.label) strong"), ["Firefox on Linux"]);

    let end = page.attributes(".rows form", "action");
    assert_eq!(end.len(), 3);
    let (_, mut eve) = site.member("eve").await;
    eve.post(&end[0], &[]).await;
    assert_eq!(here.get("/me/settings/").await.count(".rows > li"), 4);
    here.post(&end[0], &[]).await;
    assert_eq!(here.get("/me/settings/").await.count(".rows > li"), 3);
    let mut left = 0;
    for other in &mut others {
        left += usize::from(is_signed_in(other).await);
    }
    assert_eq!(left, 2);

    here.post("/me/sessions/end-all", &[]).await;
    assert_eq!(here.get("/me/settings/").await.count(".rows > li"), 1);
    for other in &mut others {
        assert!(!is_signed_in(other).await);
    }
    assert!(verbs(&site).await.contains(&"ended-sign-ins".into()));
}

#[tokio::test]
async fn a_second_letter_about_a_new_address_signs_nobody_in() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    ines.post("/me/password", &[("new", PASSWORD)]).await;
    for _ in 0..2 {
        ines.post("/me/email", &[("email", "new@example.org"), ("present", PASSWORD)]).await;
    }
    let letters = site.letters().await.concat();
    let links: Vec<&str> = letters.lines().filter_map(|line| line.strip_prefix("http://lyceum.test")).collect();
    let links: Vec<&str> = links.into_iter().filter(|link| link.starts_with("/join/confirm/")).collect();
    assert_eq!(links.len(), 2);
    assert_eq!(ines.post(links[0], &[]).await.status, StatusCode::SEE_OTHER);
    let mut finder = site.stranger();
    assert_eq!(finder.post(links[1], &[]).await.status, StatusCode::GONE);
    assert!(!is_signed_in(&mut finder).await);
}

#[tokio::test]
async fn nobody_writes_to_ever_more_strangers_or_takes_ever_more_handles() {
    let site = Site::with_ordinary_limits().await;
    let ines = member(&site, "ines").await;
    let mut ines = site.signed_in(ines.id).await;
    for number in 0..5 {
        let email = format!("a{number}@example.org");
        ines.post("/me/email", &[("email", email.as_str()), ("present", PASSWORD)]).await;
        ines.post("/me/profile", &[("name", "Ines"), ("handle", &format!("ines{number}"))]).await;
    }
    let more = [("email", "b@example.org"), ("present", PASSWORD)];
    assert_eq!(ines.post("/me/email", &more).await.status, StatusCode::TOO_MANY_REQUESTS);
    let again = ines.post("/me/profile", &[("name", "Ines"), ("handle", "another")]).await;
    assert_eq!(again.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(again.attributes("#s-handle", "value"), ["another"], "what was typed is still there");
    assert_eq!(ines.post("/me/profile", &[("name", "Inês"), ("handle", "ines4")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.letters().await.iter().filter(|letter| letter.contains("To: a")).count(), 5);
}

#[tokio::test]
async fn saving_a_new_handle_twice_is_saving_it_once() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (handle, name) = ("duarte".parse().unwrap(), "Inês".parse().unwrap());
    // Both read who she was before either changed it.
    for _ in 0..2 {
        let change = async |tx: &mut Tx| members::update(tx, &ines, &handle, &name, &ines.profile).await;
        site.app.db.change(change).await.unwrap().unwrap();
    }
    assert_eq!(site.reload(ines.id).await.handle, "duarte");
}

#[tokio::test]
async fn whoever_has_no_password_proves_at_the_present_address_that_they_want_another() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let reply = client.post("/me/email", &[("email", "new@example.org")]).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=move"));
    let letters = site.letters().await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].contains("To: ines@example.org") && !letters[0].contains("new@example.org"));
    let link =
        |letter: &str| letter.lines().find_map(|line| line.strip_prefix("http://lyceum.test")).unwrap().to_owned();
    let (_, mut eve) = site.member("eve").await;
    assert_eq!(eve.post(&link(&letters[0]), &[]).await.status, StatusCode::FORBIDDEN);
    let page = client.get(&link(&letters[0])).await;
    assert!(page.text(".plain").contains("new@example.org"));
    assert_eq!(client.post(&link(&letters[0]), &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.reload(ines.id).await.email.as_deref(), Some("ines@example.org"));
    assert_eq!(client.get(&link(&letters[0])).await.status, StatusCode::GONE);
    let letters = site.letters().await;
    assert!(letters[1].contains("To: new@example.org"));
    client.post(&link(&letters[1]), &[]).await;
    assert_eq!(site.reload(ines.id).await.email.as_deref(), Some("new@example.org"));
}

#[tokio::test]
async fn a_first_password_is_not_set_from_a_session_that_has_been_open_for_long() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    site.pass_minutes(61);
    let reply = client.post("/me/password", &[("new", PASSWORD)]).await;
    assert_eq!(
        (reply.status, reply.count("[aria-labelledby=pass] .notice.bad")),
        (StatusCode::UNPROCESSABLE_ENTITY, 1)
    );
    let mut again = site.signed_in(ines.id).await;
    assert_eq!(again.post("/me/password", &[("new", PASSWORD)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn no_browser_keeps_the_pages_with_addresses_of_mail_on_them() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", members::Role::Organiser).await;
    for path in ["/me/settings/", "/manage/", "/manage/members/"] {
        assert_eq!(olga.get(path).await.headers[header::CACHE_CONTROL], "no-store", "{path}");
    }
    assert_eq!(olga.post("/me/profile", &[("name", "")]).await.headers[header::CACHE_CONTROL], "no-store");
    assert_ne!(olga.get("/me/posts/new").await.headers[header::CACHE_CONTROL], "no-store", "what is typed comes back");
}
