use std::fs;

use super::examine;
use crate::checks::testing::Site;

/// What is not as it should be, besides that nobody runs this community.
async fn ill(site: &Site) -> Vec<String> {
    let found = examine(&site.app).await.unwrap();
    found.ill.into_iter().filter(|line| line.contains("written to") || line.contains("is not writable")).collect()
}

#[tokio::test]
async fn folders_that_take_nothing_are_found_also_the_second_time() {
    let site = Site::new().await;
    let data = &site.app.settings.data;
    assert_eq!(ill(&site).await.len(), 1, "e-mail reaches nobody: {:?}", ill(&site).await);
    assert_eq!(fs::read_dir(data.join("mail")).unwrap().count(), 0, "nothing is left behind");

    fs::remove_dir_all(data.join("files")).unwrap();
    fs::write(data.join("files"), "no folder").unwrap();
    fs::remove_dir_all(data.join("mail")).unwrap();
    fs::write(data.join("mail"), "no folder").unwrap();
    for _ in 0..2 {
        let found = ill(&site).await;
        assert!(found.iter().any(|line| line.starts_with("The files folder")), "{found:?}");
        assert!(found.iter().any(|line| line.starts_with("The e-mail folder")), "{found:?}");
    }
}

#[tokio::test]
async fn settings_that_are_not_those_of_the_server_are_found() {
    let site = Site::new().await;
    let differ = async || {
        let found = examine(&site.app).await.unwrap();
        found.ill.into_iter().any(|line| line.contains("last served at"))
    };
    assert!(!differ().await, "it was never served");
    let serve = async |at: &str| {
        site.app.db.always(async |tx| crate::people::community::serve_at(tx, at).await).await.unwrap();
    };
    serve("https://learn.example.org").await;
    assert!(differ().await);
    serve(&site.app.settings.base_url).await;
    assert!(!differ().await);
}

#[tokio::test]
async fn answers_by_e_mail_that_nobody_would_get_are_found() {
    let site = Site::new().await;
    let found = examine(&site.app).await.unwrap();
    let lost = |line: &String| line.contains("answers+{}@lyceum.test get lost") && line.contains("`mail_lmtp`");
    assert!(found.ill.iter().any(lost), "{found:?}");
}
