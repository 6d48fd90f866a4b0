//! What the editor asks for.

use serde_json::Value;

use crate::{checks::testing::Site, people::blocks};

fn told(body: &str) -> Value {
    serde_json::from_str(body).unwrap()
}

#[tokio::test]
async fn a_text_comes_in_blocks_with_the_lines_they_were_written_in() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let text = "# Hours\n\nIn *two*\nlines, said @ines.\n\n[x]: https://example.org\n\n<script>alert(1)</script>";
    let reply = ines.post("/me/writing/blocks", &[("text", text)]).await;
    assert_eq!(reply.status, 200);
    let blocks = told(&reply.body);
    assert_eq!((&blocks[0]["level"], &blocks[0]["last"]), (&Value::from(1), &Value::from(1)));
    assert_eq!((&blocks[1]["first"], &blocks[1]["last"]), (&Value::from(3), &Value::from(4)));
    assert_eq!(blocks[1]["html"], "<p>In <em>two</em><br>\nlines, said @ines.</p>\n", "nothing is added to it");
    assert!(!reply.body.contains("<script"), "{}", reply.body);
    let reply = ines.post("/me/writing/blocks", &[("text", text), ("kind", "comment")]).await;
    assert!(told(&reply.body)[0]["html"].as_str().unwrap().contains("<strong>Hours</strong>"), "{}", reply.body);
}

#[tokio::test]
async fn a_text_that_is_too_long_for_a_post_is_not_taken_apart() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let long = "x".repeat(super::super::writing::LONGEST_CHARS + 1);
    assert_eq!(ines.post("/me/writing/blocks", &[("text", &long)]).await.status, 400);
}

#[tokio::test]
async fn who_is_called_so_is_proposed_and_nobody_one_has_blocked() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let _bram = site.member("bram").await;
    let (abraham, _) = site.member("abraham").await;
    let names = |body: &str| -> Vec<String> {
        told(body).as_array().unwrap().iter().map(|person| person["handle"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        names(&browser.get("/me/writing/names?q=Bra").await.body),
        ["bram", "abraham"],
        "who begins so comes first"
    );
    assert_eq!(names(&browser.get("/me/writing/names?q=").await.body), Vec::<String>::new());
    assert_eq!(names(&browser.get("/me/writing/names?q=%25").await.body), Vec::<String>::new(), "no sign means all");
    site.app.db.always(async |tx| blocks::block(tx, ines.id, abraham.id).await).await.unwrap();
    assert_eq!(names(&browser.get("/me/writing/names?q=bra").await.body), ["bram"]);
}

#[tokio::test]
async fn the_editor_speaks_the_readers_language() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(told(&ines.get("/me/writing/words").await.body)["do-strong"], "Bold");
    ines.post("/language", &[("language", "de"), ("next", "/")]).await;
    assert_eq!(told(&ines.get("/me/writing/words").await.body)["do-strong"], "Fett");
}
