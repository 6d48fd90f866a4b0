//! What the part of the page about devices offers.

use crate::checks::testing::Site;

#[tokio::test]
async fn the_page_offers_it_only_to_browsers_that_can_and_the_worker_does_nothing_but_push() {
    let site = Site::new().await;
    let (_, mut client) = site.member("ines").await;
    let page = client.get("/me/mail/").await;
    assert_eq!(page.count("[data-push-state=offer][hidden] button"), 1, "a script shows it");
    assert_eq!(page.count("[data-push-state=unable]:not([hidden])"), 1);
    let worker = site.stranger().get("/push-worker.js").await;
    assert_eq!(worker.headers["content-type"], "text/javascript; charset=utf-8");
    assert_eq!(worker.headers["cache-control"], "no-cache", "a newer one is found");
    assert!(worker.body.contains("\"push\"") && !worker.body.contains("\"fetch\""), "it answers no requests");
    assert!(!worker.body.contains("caches"), "and keeps no pages");
}
