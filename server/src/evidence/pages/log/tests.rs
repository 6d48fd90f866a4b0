//! The learning log through its pages.

use crate::checks::testing::{Client, Reply, Site};

fn entry<'a>(title: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("title", title), ("day", "2026-10-05"), ("kind", "read")];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    fields
}

async fn write(client: &mut Client, title: &str, more: &[(&str, &str)]) -> Reply {
    let sent = client.post("/me/log/new", &entry(title, more)).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    client.get("/me/log/").await
}

#[tokio::test]
async fn an_entry_is_written_with_a_day_and_a_title_changed_and_removed() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(ines.get("/me/log/").await.texts(".empty").len(), 1);
    let page = write(&mut ines, "A chapter", &[]).await;
    // A double click.
    write(&mut ines, "A chapter", &[]).await;
    assert_eq!(page.texts("#entries ~ .rows .what"), ["A chapter"]);
    let address = page.attributes("#entries ~ .rows a", "href").remove(0);
    let form = ines.get(&address).await;
    let seen = form.attributes("input[name=seen]", "value").remove(0);
    site.pass_minutes(1);
    let more = [("minutes", "90"), ("whose", "split"), ("work", "30"), ("learned", "To ask first."), ("seen", &seen)];
    assert_eq!(ines.post(&address, &entry("Two chapters", &more)).await.status, 303);
    let page = ines.get("/me/log/").await;
    assert!(page.text("#entries ~ .rows").contains("1 h 30 min"), "{}", page.text("main"));
    assert!(page.text("#entries ~ .rows").contains("30 min work time, 1 h 0 min your own"));
    // Another window that has it open from before keeps what was typed there.
    let late = ines.post(&address, &entry("Three chapters", &[("seen", &seen)])).await;
    assert_eq!((late.status.as_u16(), late.attributes("#e-title", "value")), (422, vec!["Three chapters".to_owned()]));
    // Nobody else finds it.
    for mut other in [bram.clone(), site.stranger()] {
        assert_ne!(other.get(&address).await.status, 200);
        other.post(&address, &entry("Stolen", &[])).await;
        other.post(&format!("{address}remove"), &[]).await;
    }
    assert!(bram.get("/me/log/").await.texts("#entries ~ .rows .what").is_empty());
    assert_eq!(ines.get("/me/log/").await.texts("#entries ~ .rows .what"), ["Two chapters"]);
    assert_eq!(ines.post(&format!("{address}remove"), &[]).await.status, 303);
    assert!(ines.get("/me/log/").await.texts("#entries ~ .rows .what").is_empty());
}

#[tokio::test]
async fn what_is_wrong_in_an_entry_is_said_and_nothing_typed_is_lost() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    for (fields, wrong) in [
        (vec![("title", "")], "e-title"),
        (vec![("day", "05/10/2026")], "e-day"),
        (vec![("until", "2026-10-04")], "e-until"),
        (vec![("minutes", "1,5")], "e-minutes"),
        (vec![("whose", "split"), ("minutes", "10")], "e-work"),
        (vec![("whose", "split"), ("minutes", "10"), ("work", "11")], "e-work"),
        (vec![("kind", "sleep")], "e-kind"),
    ] {
        let mut form = entry("A chapter", &[("learned", "Much.")]);
        form.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
        form.extend(&fields);
        let page = ines.post("/me/log/new", &form).await;
        assert_eq!((page.status.as_u16(), page.text("#e-learned").as_str()), (422, "Much."), "{fields:?}");
        assert_eq!(page.attributes(".notice.bad a", "href"), [format!("#{wrong}")], "{fields:?}");
    }
    assert!(ines.get("/me/log/").await.texts("#entries ~ .rows .what").is_empty());
}

#[tokio::test]
async fn a_timer_is_started_stopped_and_written_down() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(ines.post("/me/log/timer", &[("do", "start"), ("title", "Reading")]).await.status, 303);
    assert!(ines.get("/me/log/").await.text(".timer").contains("Running since"));
    site.pass_minutes(45);
    let stopped = ines.post("/me/log/timer", &[("do", "stop")]).await;
    let form = ines.get(&stopped.location().unwrap()).await;
    assert_eq!(
        (form.attributes("#e-minutes", "value"), form.attributes("#e-title", "value")),
        (vec!["45".to_owned()], vec!["Reading".to_owned()])
    );
    // Whoever leaves now loses nothing.
    assert_eq!(ines.get("/me/log/").await.attributes(".timer a", "href"), ["/me/log/new?timer=1"]);
    let page = write(&mut ines, "Reading", &[("minutes", "45"), ("timer", "1")]).await;
    assert!(page.text("#entries ~ .rows").contains("UTC"), "{}", page.text("#entries ~ .rows"));
    assert_eq!(page.attributes(".timer button", "value"), ["start"]);
    // One that was begun without a connection says so.
    let wrong = ines.post("/me/log/timer", &[("do", "start"), ("since", "soon")]).await;
    assert_eq!((wrong.status.as_u16(), wrong.attributes("#t-since", "aria-invalid")), (422, vec!["true".to_owned()]));
    ines.post("/me/log/timer", &[("do", "start"), ("since", "00:00")]).await;
    assert_eq!(ines.get("/me/log/").await.texts(".timer .label").len(), 1);
    ines.post("/me/log/timer", &[("do", "drop")]).await;
    assert_eq!(ines.get("/me/log/").await.attributes(".timer button", "value"), ["start"]);
}

#[tokio::test]
async fn a_suggestion_is_taken_over_changed_or_passed_over() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    for title in ["One", "Two", "Three"] {
        site.post(&member, title).await;
    }
    let keys = |page: &Reply| page.attributes("#suggested ~ .rows input[name=of]", "value");
    let found = keys(&ines.get("/me/log/").await);
    assert_eq!(found.len(), 3);
    ines.post("/me/log/suggestions", &[("of", &found[0]), ("do", "take")]).await;
    ines.post("/me/log/suggestions", &[("of", &found[0]), ("do", "take")]).await;
    ines.post("/me/log/suggestions", &[("of", &found[1]), ("do", "pass")]).await;
    let form = ines.get(&format!("/me/log/new?of={}", found[2])).await;
    assert_eq!(form.attributes("#e-title", "value"), ["One"]);
    let page = write(&mut ines, "One, more or less", &[("suggested", &found[2])]).await;
    assert!(keys(&page).is_empty());
    assert_eq!(page.texts("#entries ~ .rows .what").len(), 2);
    // Somebody else's is none.
    let (_, mut bram) = site.member("bram").await;
    bram.post("/me/log/suggestions", &[("of", &found[1]), ("do", "take")]).await;
    assert!(bram.get("/me/log/").await.texts("#entries ~ .rows .what").is_empty());
}

#[tokio::test]
async fn a_table_is_looked_into_before_it_is_taken_in_and_comes_out_as_it_went_in() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    write(&mut ines, "=SUM(A1)", &[("minutes", "20"), ("learned", "Two\r\nlines; “quoted”.")]).await;
    write(&mut ines, "Another", &[("day", "2026-10-06")]).await;
    let table = ines.get("/me/log/entries.csv").await;
    assert!(table.body.contains("'=SUM(A1)"), "{}", table.body);
    let looked = bram.upload("/me/log/import", "file", "log.csv", table.body.as_bytes()).await;
    assert_eq!((looked.status.as_u16(), looked.texts(".notice li").len()), (200, 2));
    assert!(bram.get("/me/log/").await.texts("#entries ~ .rows .what").is_empty());
    for count in [2, 2] {
        assert_eq!(bram.post("/me/log/import/table", &[("text", &table.body), ("do", "take")]).await.status, 303);
        assert_eq!(bram.get("/me/log/").await.texts("#entries ~ .rows .what").len(), count);
    }
    assert_eq!(bram.get("/me/log/entries.csv").await.body, table.body);
    let asked = "date,title\n03/04/2026,One\n";
    let page = bram.post("/me/log/import/table", &[("text", asked)]).await;
    assert_eq!(
        (page.status.as_u16(), page.attributes("input[type=radio]", "value")),
        (422, vec!["day".to_owned(), "month".to_owned()])
    );
    let page = bram.post("/me/log/import/table", &[("text", asked), ("order", "month")]).await;
    assert!(page.text(".notice").contains("4 March 2026"), "{}", page.text(".notice"));
    let wrong = bram.post("/me/log/import/table", &[("text", "date,title\nsoon,One\n"), ("do", "take")]).await;
    assert_eq!((wrong.status.as_u16(), wrong.text("textarea").trim()), (422, "date,title soon,One"));
    for bytes in [vec![], vec![0; 100], vec![b'x'; 600 * 1024]] {
        assert_eq!(bram.upload("/me/log/import", "file", "log.csv", &bytes).await.status, 422);
    }
    assert_eq!(bram.get("/me/log/").await.texts("#entries ~ .rows .what").len(), 2);
}
