use crate::{
    checks::testing::{Client, Site},
    course::tribes::{self, Door, FileWords, NoFile},
    ids::RowId,
    kit::files::Arrived,
    people::members::Role,
    talk::kept_files,
};

const PDF: &[u8] = b"%PDF-1.7 and what follows";

async fn arrived(site: &Site, bytes: &[u8]) -> Arrived {
    let mut incoming = site.app.files.begin().await.unwrap();
    incoming.add(bytes).await.unwrap();
    incoming.done().await.unwrap()
}

fn called(title: &str) -> FileWords {
    FileWords { title: title.into(), words: String::new() }
}

/// The number of a file that a page links to.
async fn only_file(client: &mut Client, url: &str) -> String {
    client.get(&format!("{url}files/")).await.attributes(".rows .grow p:first-child a", "href").remove(0)
}

#[tokio::test]
async fn members_of_a_tribe_put_files_there_and_find_them_with_who_and_how_large() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let tribe = site.tribe(&ines, "Night owls", Door::Open).await;
    site.come_in(&tribe, &bram).await;
    let url = tribe.url();
    assert!(brams.get(&format!("{url}files/")).await.text(".empty p").contains("no files yet"));
    let put = brams.upload(&format!("{url}file"), "file", "Reading list.pdf", PDF).await;
    assert_eq!(put.location().as_deref(), Some(&*format!("{url}files/?done=put")));
    let page = ineses.get(&format!("{url}files/")).await;
    assert_eq!(page.texts(".rows .grow p:first-child a"), ["Reading list"], "it is called by its name");
    let facts = page.text(".rows .facts");
    assert!(facts.contains("1 KB") && facts.contains("Bram"), "{facts}");
    assert_eq!(page.texts(".rows .label"), ["PDF"]);
    assert_eq!(page.texts(".page-head .facts span"), ["One file", "1 KB of 1,024 MB taken"]);
    assert!(ineses.get(&url).await.attributes(".tribe-head a", "href").contains(&format!("{url}files/")));

    let file = only_file(&mut ineses, &url).await;
    let got = ineses.get(&file).await;
    assert_eq!((got.status.as_u16(), got.body.as_bytes()), (200, PDF));
    let header = |name: &str| got.headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").contains("default-src 'none'"));
    assert!(header("content-disposition").contains("Reading%20list.pdf"));
    let part = ineses.with_header("range", "bytes=1-3").get(&file).await;
    assert_eq!((part.status.as_u16(), &*part.body), (206, "PDF"));

    // It is among what happened, for those in the tribe.
    let stream = ineses.get(&format!("{url}stream/?kind=files")).await;
    assert_eq!(stream.attributes(".stream .what", "href"), [file]);
}

#[tokio::test]
async fn what_a_tribe_has_is_opened_by_those_in_it_and_by_nobody_else() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut heads) = site.member_as("head", Role::Organiser).await;
    for door in Door::ALL {
        let tribe = site.tribe(&ines, &format!("Owls {}", door.word()), door).await;
        let other = site.tribe(&bram, &format!("Larks {}", door.word()), door).await;
        let id = site.tribe_file(&ines, &tribe, "Notes", b"Notes").await;
        let url = format!("{}files/{id}", tribe.url());
        assert_eq!(ineses.get(&url).await.status, 200);
        for client in [&mut brams, &mut heads] {
            for path in [url.clone(), format!("{url}/edit"), format!("{}files/", tribe.url())] {
                assert_eq!(client.get(&path).await.status, 404, "{path}");
            }
        }
        assert_eq!(site.stranger().get(&url).await.status, 401);
        // Nor by way of a tribe that one leads oneself.
        let way = format!("{}files/{id}", other.url());
        assert_eq!(brams.get(&way).await.status, 404);
        assert_eq!(brams.post(&format!("{way}/remove"), &[]).await.status, 404);
        assert_eq!(brams.upload(&format!("{way}/file"), "file", "x.txt", b"x").await.status, 404);
        assert_eq!(brams.upload(&format!("{}file", tribe.url()), "file", "x.txt", b"x").await.status, 404);
        assert_eq!(ineses.get(&url).await.body, "Notes");
    }
    // Whoever leaves opens nothing more, whatever their browser kept.
    let tribe = site.tribe(&ines, "Leavers", Door::Open).await;
    site.come_in(&tribe, &bram).await;
    let url = format!("{}files/{}", tribe.url(), site.tribe_file(&ines, &tribe, "Notes", b"Notes").await);
    let tag = brams.get(&url).await.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(brams.with_header("if-none-match", &tag).get(&url).await.status, 304);
    site.app.db.change(async |tx| tribes::leave(tx, tribe.id, bram.id).await).await.unwrap().unwrap();
    assert_eq!(brams.with_header("if-none-match", &tag).get(&url).await.status, 404);
}

#[tokio::test]
async fn whoever_put_it_there_and_whoever_leads_replace_it_and_take_it_away() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (carol, mut carols) = site.member("carol").await;
    let tribe = site.tribe(&ines, "Night owls", Door::Open).await;
    for member in [&bram, &carol] {
        site.come_in(&tribe, member).await;
    }
    let id = site.tribe_file(&bram, &tribe, "Notes", b"First").await;
    let url = format!("{}files/{id}", tribe.url());
    assert_eq!(carols.get(&format!("{url}/edit")).await.status, 404);
    assert_eq!(carols.post(&format!("{url}/remove"), &[]).await.status, 404);
    assert_eq!(carols.get(&format!("{}files/", tribe.url())).await.count(".rows .link"), 0);
    for (number, client) in [&mut brams, &mut ineses].into_iter().enumerate() {
        site.pass_minutes(1);
        let bytes = format!("Version {number}");
        let put = client.upload(&format!("{url}/file"), "file", "other name.txt", bytes.as_bytes()).await;
        assert_eq!(put.location().as_deref(), Some(&*format!("{}files/?done=replaced", tribe.url())));
        assert_eq!(carols.get(&url).await.body, bytes, "at the address it had");
    }
    assert!(carols.get(&format!("{}files/", tribe.url())).await.text(".rows .facts").contains("version 3"));
    // The same once more is no new version.
    brams.upload(&format!("{url}/file"), "file", "other name.txt", b"Version 1").await;
    assert!(carols.get(&format!("{}files/", tribe.url())).await.text(".rows .facts").contains("version 3"));

    let form = [("title", "  Our  notes "), ("words", "What we found")];
    assert_eq!(brams.post(&format!("{url}/edit"), &form).await.status, 303);
    let page = carols.get(&format!("{}files/", tribe.url())).await;
    assert_eq!((page.text(".rows .grow a"), page.text(".rows .line")), ("Our notes".into(), "What we found".into()));
    let long = "x".repeat(501);
    let refused = brams.post(&format!("{url}/edit"), &[("title", "Kept"), ("words", &long)]).await;
    assert_eq!((refused.status.as_u16(), refused.attributes("#title", "value")), (422, vec!["Kept".to_owned()]));

    assert_eq!(ineses.post(&format!("{url}/remove"), &[]).await.status, 303);
    assert_eq!(carols.get(&url).await.status, 404);
}

#[tokio::test]
async fn there_is_no_more_in_a_tribe_than_there_is_room_for_however_many_come_at_once() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let tribe = site.tribe(&ines, "Night owls", Door::Open).await;
    let url = tribe.url();
    // As large as may be, but for ten bytes.
    let all = i64::try_from(site.app.settings.tribe_bytes).unwrap();
    let big = site.tribe_file(&ines, &tribe, "Big", b"Big").await;
    let kept = tribes::file(&mut site.app.db.read().await.unwrap(), tribe.id, big).await.unwrap().unwrap().file;
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update kept_file set bytes = $2 where name = $1", kept.as_str(), all - 10)?;
            Ok(())
        })
        .await
        .unwrap();
    let files = [arrived(&site, b"six: 1").await, arrived(&site, b"six: 2").await, arrived(&site, b"six: 3").await];
    let put = files.iter().enumerate().map(|(number, file)| {
        let (app, tribe, by) = (&site.app, &tribe, ines.id);
        async move { tribes::put_file(app, tribe, by, file, "six", &called(&number.to_string())).await.unwrap() }
    });
    let put = futures_util::future::join_all(put).await;
    assert_eq!(put.iter().filter(|it| it.is_ok()).count(), 1, "{put:?}");
    assert!(put.iter().all(|it| it.is_ok() || *it == Err(NoFile::Full)));

    // The page says so, and keeps what was typed; what is smaller is still taken.
    let refused = ineses.upload(&format!("{url}file"), "file", "seven.txt", b"seven: ").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text("#file-error").contains("not enough room"), "{}", refused.text("#file-error"));
    assert_eq!(ineses.upload(&format!("{url}file"), "file", "four.txt", b"four").await.status, 303);
    // What takes the place of something has its room, too.
    assert_eq!(ineses.upload(&format!("{url}files/{big}/file"), "file", "small.txt", b"small").await.status, 303);
    assert_eq!(ineses.upload(&format!("{url}file"), "file", "seven.txt", b"seven: ").await.status, 303);
    assert_eq!(ineses.upload(&format!("{url}file"), "file", "none.txt", b"").await.status, 422);
    // The same twice is one.
    let count = async || tribes::count_files(&mut site.app.db.read().await.unwrap(), tribe.id).await.unwrap();
    let before = count().await;
    assert_eq!(ineses.upload(&format!("{url}file"), "file", "seven.txt", b"seven: ").await.status, 303);
    assert_eq!(count().await, before);
}

#[tokio::test]
async fn a_file_is_kept_for_as_long_as_a_tribe_has_it_and_no_longer() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (first, second) =
        (site.tribe(&ines, "Night owls", Door::Open).await, site.tribe(&ines, "Early birds", Door::Open).await);
    let put = async |tribe, bytes: &[u8]| site.tribe_file(&ines, tribe, "Notes", bytes).await;
    let (one, other) = (put(&first, b"The same").await, put(&second, b"The same").await);
    let kept = tribes::file(&mut site.app.db.read().await.unwrap(), first.id, one).await.unwrap().unwrap().file;
    let is_kept = async || {
        site.pass_minutes(60 * 25);
        kept_files::forget_unused(&site.app).await.unwrap();
        site.app.files.has(&kept).await.unwrap()
    };
    site.app.db.always(async |tx| tribes::remove_file(tx, first.id, one).await).await.unwrap();
    assert!(is_kept().await, "another tribe has it");
    assert_eq!(ineses.get(&format!("{}files/{other}", second.url())).await.body, "The same");
    // A tribe that is gone has nothing any more.
    let second = site.tribe_at(&ines, &second.address).await;
    site.app.db.always(async |tx| tribes::end(tx, Some(&ines), &second).await).await.unwrap();
    assert!(!is_kept().await);
}

#[tokio::test]
async fn nothing_is_put_into_a_tribe_that_is_closed_and_what_is_there_is_read() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let tribe = site.tribe(&ines, "Night owls", Door::Open).await;
    let id: RowId = site.tribe_file(&ines, &tribe, "Notes", b"Notes").await;
    site.app.db.always(async |tx| tribes::close(tx, &ines, &tribe).await).await.unwrap();
    let url = tribe.url();
    assert_eq!(ineses.upload(&format!("{url}file"), "file", "x.txt", b"x").await.status, 404);
    assert_eq!(ineses.upload(&format!("{url}files/{id}/file"), "file", "x.txt", b"x").await.status, 404);
    let page = ineses.get(&format!("{url}files/")).await;
    assert_eq!((page.count(".rows li"), page.count("#file")), (1, 0));
    assert_eq!(ineses.get(&format!("{url}files/{id}")).await.body, "Notes");
}
