use crate::{checks::testing::Site, tools::archives::rules};

#[tokio::test]
async fn a_member_asks_waits_and_downloads_and_nobody_else_can() {
    let site = Site::new().await;
    let (rosa, mut client) = site.member("rosa").await;
    let (_, mut tomas) = site.member("tomas").await;
    site.post(&rosa, "Tides").await;
    let page = client.get("/me/archive/").await;
    assert_eq!(page.text("form[action='/me/archive'] button"), "Make my archive");
    assert_eq!(client.get("/me/archive/download").await.status, 404);

    let asked = client.post("/me/archive", &[]).await;
    assert_eq!((asked.status.as_u16(), asked.location().unwrap().as_str()), (303, "/me/archive/?done=asked"));
    let page = client.get("/me/archive/?done=asked").await;
    assert!(page.text("#done").contains("is being made") && page.text("main").contains("0 %"), "{}", page.text("main"));
    assert_eq!(page.count("form[action='/me/archive']"), 0);
    // A second one at once changes nothing, and says so.
    let again = client.post("/me/archive", &[]).await;
    assert_eq!(again.status, 429);
    assert!(again.text(".notice.bad").contains("a short while ago"));

    site.do_jobs().await;
    let page = client.get("/me/archive/").await;
    assert!(page.text("a[href='/me/archive/download']").starts_with("Download ("));
    let file = client.get("/me/archive/download").await;
    assert_eq!((file.status.as_u16(), file.headers["content-type"].to_str().unwrap()), (200, "application/zip"));
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("rosa.zip"));
    assert_eq!(tomas.get("/me/archive/download").await.status, 404);
    assert_eq!(site.stranger().get("/me/archive/download").await.status, 401);

    assert_eq!(client.post("/me/archive/delete", &[]).await.location().unwrap(), "/me/archive/?done=deleted");
    assert_eq!(client.get("/me/archive/download").await.status, 404);
}

#[tokio::test]
async fn an_archive_that_expired_is_no_longer_there() {
    let site = Site::new().await;
    let (_, mut client) = site.member("rosa").await;
    client.post("/me/archive", &[]).await;
    site.do_jobs().await;
    site.pass_minutes(rules::DAYS * 24 * 60 + 1);
    let page = client.get("/me/archive/").await;
    assert_eq!(page.text("form[action='/me/archive'] button"), "Make my archive");
    assert_eq!(client.get("/me/archive/download").await.status, 404);
}

#[tokio::test]
async fn organisers_see_how_old_the_last_backup_is() {
    use crate::{people::members::Role, tools::backup};
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    assert!(olga.get("/manage/").await.text("section[aria-labelledby=backups]").contains("No backup has been made"));
    let folder = tempfile::tempdir().unwrap();
    backup::run(&site.app, &backup::Options { folder: folder.path().into() }).await.unwrap();
    let said = olga.get("/manage/").await.text("section[aria-labelledby=backups]");
    assert!(said.contains("The last good backup is from 2 Sept 2026"), "{said}");
    site.pass_minutes(9 * 24 * 60);
    let said = olga.get("/manage/").await.text("section[aria-labelledby=backups]");
    assert!(said.contains("more than a week ago"), "{said}");
}

#[tokio::test]
async fn one_whose_file_did_not_come_with_a_restored_site_can_be_made_anew() {
    let site = Site::new().await;
    let (_, mut client) = site.member("rosa").await;
    client.post("/me/archive", &[]).await;
    site.do_jobs().await;
    std::fs::remove_dir_all(site.app.settings.data.join("files")).unwrap();
    let gone = client.get("/me/archive/download").await;
    assert_eq!(gone.location().as_deref(), Some("/me/archive/?done=gone"));
    let page = client.get("/me/archive/?done=gone").await;
    assert!(page.text("#done").contains("no longer here"));
    assert_eq!(page.text("form[action='/me/archive'] button"), "Make my archive");
}
