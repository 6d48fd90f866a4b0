//! Professional bodies through their pages: what a member sees of theirs, and what organisers decide.

use crate::{
    checks::testing::{Client, Reply, Site},
    people::members::Role,
};

async fn write(client: &mut Client, title: &str, day: &str, more: &[(&str, &str)]) {
    let mut fields = vec![("title", title), ("day", day), ("kind", "read")];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    let sent = client.post("/me/log/new", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
}

async fn picked(client: &mut Client, body: &str) -> String {
    let picked = client.post("/me/log/bodies/pick", &[("body", body)]).await;
    let address = picked.location().unwrap_or_else(|| panic!("{}", picked.text("main")));
    address.split('?').next().unwrap().to_owned()
}

/// The rows of the first table, cell by cell.
fn rows(page: &Reply) -> Vec<String> {
    page.texts(".breakdown tbody tr")
}

/// A profile as organisers type it, with what is different.
async fn offered(organiser: &mut Client, more: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("name", "The Guild"),
        ("language", "en"),
        ("months", "12"),
        ("begins", "2024-07-01"),
        ("counts", "time"),
        ("unit_minutes", "60"),
        ("step", "10"),
        ("columns", "date; Date\ntitle; What\nminutes; Minutes\nproof; Proof"),
    ];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    let sent = organiser.post("/manage/bodies/new", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text("main"));
    let list = organiser.get("/manage/bodies/").await;
    let found = list.attributes(".what a", "href").into_iter().find(|it| it.bytes().any(|at| at.is_ascii_digit()));
    found.expect("it is in the list").trim_start_matches("/manage/bodies/").trim_end_matches('/').to_owned()
}

#[tokio::test]
async fn twelve_times_five_minutes_are_a_tenth_and_twenty_are_under_it() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let tens = [("unit", "units"), ("unit_minutes", "600"), ("months", "1"), ("begins", "2026-01-01")];
    let body = offered(&mut olga, &tens).await;
    let (_, mut ines) = site.member("ines").await;
    let address = picked(&mut ines, &body).await;
    for n in 0..12 {
        write(&mut ines, &format!("Chapter {n}"), "2026-01-05", &[("minutes", "5")]).await;
    }
    write(&mut ines, "Half an hour", "2026-02-05", &[("minutes", "30")]).await;
    write(&mut ines, "Less", "2026-03-05", &[("minutes", "20")]).await;
    for (day, said) in [
        ("2026-01-05", "0.1 units (60 min)"),
        ("2026-02-05", "0.1 units (30 min)"),
        ("2026-03-05", "under 0.1 units (20 min)"),
        ("2026-04-05", "0.0 units (0 min)"),
    ] {
        let page = ines.get(&format!("{address}?day={day}")).await;
        assert!(rows(&page)[0].contains(said), "{:?}", rows(&page));
    }
}

#[tokio::test]
async fn an_entry_is_in_the_period_of_its_owners_calendar_whatever_their_zone_is_later() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let body = offered(&mut olga, &[]).await;
    let (_, mut ines) = site.member("ines").await;
    let address = picked(&mut ines, &body).await;
    // Half past midnight on the first of July in Sydney; elsewhere it is June.
    write(&mut ines, "After midnight", "2026-07-01", &[("minutes", "60")]).await;
    write(&mut ines, "Before midnight", "2026-06-30", &[("minutes", "30")]).await;
    for zone in ["Australia/Sydney", "America/Chicago"] {
        let profile = [("name", "Ines"), ("handle", "ines"), ("time_zone", zone)];
        ines.post("/me/profile", &profile).await;
        for (day, minutes) in [("2026-06-30", "(30 min)"), ("2026-07-01", "(60 min)"), ("2025-07-01", "(30 min)")] {
            let page = ines.get(&format!("{address}?day={day}")).await;
            assert!(rows(&page)[0].contains(minutes), "{zone} {day}: {:?}", rows(&page));
        }
    }
    let page = ines.get(&format!("{address}?day=2026-06-30")).await;
    assert!(page.text(".lede").contains("1 July 2025 – 30 June 2026"), "{}", page.text(".lede"));
}

#[tokio::test]
async fn gaps_are_told_to_the_member_alone_and_a_reason_stands_among_the_entries() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let address = picked(&mut ines, "hcpc").await;
    let settled = ines.post(&format!("{address}settle"), &[("begins", "2024-06-01"), ("entries", "all")]).await;
    assert_eq!(settled.status, 303);
    for day in [
        "2024-06-01",
        "2024-08-20",
        "2024-11-01",
        "2025-01-31",
        "2025-05-11",
        "2025-08-01",
        "2025-10-01",
        "2025-12-20",
        "2026-03-10",
        "2026-05-31",
    ] {
        write(&mut ines, &format!("On {day}"), day, &[]).await;
    }
    let page = ines.get(&format!("{address}?day=2025-02-01")).await;
    assert_eq!(page.texts("#gaps ~ form label"), ["1 February 2025 – 10 May 2025"]);
    // Nothing of it is handed in, unless there is a reason.
    for paper in ["statement", "table.csv"] {
        let paper = ines.get(&format!("{address}{paper}?day=2025-02-01")).await;
        assert!(!paper.body.contains("No entries"), "{}", paper.body);
    }
    let from = page.attributes("#gaps ~ form input[name=from]", "value").remove(0);
    let until = page.attributes("#gaps ~ form input[name=until]", "value").remove(0);
    let reason = [("from", &*from), ("until", &*until), ("reason", "I was ill.")];
    assert_eq!(ines.post(&format!("{address}gap"), &reason).await.status, 303);
    let page = ines.get(&format!("{address}statement?day=2025-02-01")).await;
    let listed = page.texts(".table tbody tr");
    let at = listed.iter().position(|row| row.contains("No entries: I was ill.")).expect("the reason is listed");
    assert!(listed[at - 1].contains("2025-01-31") && listed[at + 1].contains("2025-05-11"), "{listed:?}");
    let table = ines.get(&format!("{address}table.csv?day=2025-02-01")).await;
    assert!(table.body.contains("2025-02-01,2025-05-10,No entries: I was ill."), "{}", table.body);
    // Something written down later closes the gap, and the reason stays.
    write(&mut ines, "Found again", "2025-03-20", &[]).await;
    let page = ines.get(&format!("{address}?day=2025-02-01")).await;
    assert_eq!(page.text("#gaps ~ form textarea").trim(), "I was ill.");
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(bram.get(&address).await.status, 404);
}

#[tokio::test]
async fn a_body_is_picked_once_shows_what_is_missing_in_its_words_and_is_dropped() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let address = picked(&mut ines, "nmc").await;
    assert_eq!(picked(&mut ines, "nmc").await, address);
    let page = ines.get(&address).await;
    // It is said that nobody has checked it, and that the period is the member's own.
    assert!(page.text(".notice").contains("default as of 28 November 2026"), "{}", page.text("main"));
    ines.post(&format!("{address}settle"), &[("begins", "2024-01-01"), ("entries", "all")]).await;
    write(&mut ines, "=HYPERLINK(1)", "2026-01-05", &[("minutes", "90"), ("with_others", "yes"), ("applied", "-2+3")])
        .await;
    write(&mut ines, "Alone", "2026-01-06", &[("minutes", "60"), ("with_others", "no")]).await;
    write(&mut ines, "Unsaid", "2026-01-07", &[]).await;
    let page = ines.get(&address).await;
    let rows = rows(&page);
    assert!(rows[0].contains("2.50 contact hours (150 min)") && rows[0].contains("32.5 missing"), "{rows:?}");
    let participatory = rows.iter().find(|row| row.starts_with("Participatory")).unwrap();
    assert!(participatory.contains("1.50 contact hours (90 min), 60 %") && participatory.contains("18.5 missing"));
    assert!(page.text("main").contains("One entry has no time noted."));
    let table = ines.get(&format!("{address}table.csv")).await;
    assert!(
        table.body.contains("Number of participatory hours") && table.body.contains("'=HYPERLINK(1)"),
        "{}",
        table.body
    );
    assert!(table.body.contains("'-2+3"));
    let statement = ines.get(&format!("{address}statement")).await;
    assert!(statement.text("main").contains("Participatory"), "{}", statement.text("main"));
    let letter = ines.get(&format!("{address}letter/verification")).await;
    assert!(letter.text("main").contains("NMC revalidation") && !letter.text("main").contains("Alone"));
    assert_eq!(ines.get(&format!("{address}letter/covering")).await.status, 404);
    assert_eq!(ines.get("/me/log/bodies/").await.texts("#own ~ .rows .what"), ["NMC revalidation"]);
    assert_eq!(ines.post(&format!("{address}drop"), &[]).await.status, 303);
    assert_eq!(ines.get(&address).await.status, 404);
    assert_eq!(ines.get("/me/log/").await.texts("#entries ~ .rows .what").len(), 3);
}

#[tokio::test]
async fn a_member_says_where_an_entry_belongs_and_what_shows_it() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let address = picked(&mut ines, "lianza").await;
    ines.post(&format!("{address}settle"), &[("begins", "2025-01-01"), ("entries", "all")]).await;
    write(&mut ines, "A chapter", "2026-01-05", &[("learned", "To ask first, and to listen.")]).await;
    write(&mut ines, "A talk", "2026-01-06", &[]).await;
    let list = ines.get(&format!("{address}entries/")).await;
    assert_eq!(list.texts("#entries .what"), ["A talk", "A chapter"]);
    assert!(list.text("#entries").contains("6 words, fewer than asked: 100 to 150"), "{}", list.text("#entries"));
    let form = list.attributes("#entries a", "href").remove(1);
    let page = ines.get(&form).await;
    assert!(page.text("#m-list1").contains("As the entry says: Knowing"), "{}", page.text("#m-list1"));
    let said = [
        ("counts", "yes"),
        ("list1", "=Doing"),
        ("list2", "Using technology"),
        ("list2", "Knowing the community"),
        ("list2", "Nonsense"),
        ("proof", "In my folder"),
    ];
    assert_eq!(ines.post(&form, &said).await.status, 303);
    let list = ines.get(&format!("{address}entries/")).await;
    assert!(
        list.text("#entries").contains("Cluster: Using technology; Knowing the community"),
        "{}",
        list.text("#entries")
    );
    let page = ines.get(&form).await;
    assert_eq!(page.attributes("#m-list1 option[selected]", "value"), ["=Doing"]);
    let rows = rows(&ines.get(&address).await);
    assert!(rows.iter().any(|row| row.starts_with("Using technology") && row.contains("1 missing")), "{rows:?}");
    let long = "x".repeat(1001);
    let refused = ines.post(&form, &[("counts", "yes"), ("proof", &*long), ("list1", "=Leading")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.attributes("#m-list1 option[selected]", "value"), ["=Leading"]);
    assert_eq!(ines.post(&form, &[("do", "unmap")]).await.status, 303);
    assert!(ines.get(&form).await.attributes("#m-list1 option[selected]", "value").is_empty());
    // Somebody else has no such entry.
    let (_, mut bram) = site.member("bram").await;
    let own = picked(&mut bram, "lianza").await;
    let foreign = form.replace(&address, &own);
    assert_eq!(bram.get(&foreign).await.status, 404);
    assert_eq!(bram.post(&foreign, &said).await.status, 404);
}

#[tokio::test]
async fn many_entries_are_put_where_they_belong_at_once() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let address = picked(&mut ines, "nesa").await;
    ines.post(&format!("{address}settle"), &[("begins", "2025-01-01"), ("entries", "all")]).await;
    for title in ["One", "Two", "Three"] {
        write(&mut ines, title, "2026-01-05", &[]).await;
    }
    let entries = format!("{address}entries/");
    let list = ines.get(&entries).await;
    let ids = list.attributes("#entries input[type=checkbox]", "value");
    let standard = "6 Professional learning";
    let marked = [("entry", &*ids[0]), ("entry", &*ids[1]), ("list2", standard), ("list3", "Nonsense"), ("do", "map")];
    assert_eq!(ines.post(&entries, &marked).await.status, 303);
    // What is not said again stays as it was.
    let marked = [("entry", &*ids[1]), ("list2", ""), ("list3", "In a priority area"), ("do", "map")];
    ines.post(&entries, &marked).await;
    ines.post(&entries, &[("entry", &*ids[2]), ("do", "leave")]).await;
    let rows = ines.get(&entries).await.texts("#entries > li");
    assert!(rows[0].contains(standard) && rows[0].contains("Priority area: None of these"), "{rows:?}");
    assert!(rows[1].contains(standard) && rows[1].contains("In a priority area"), "{rows:?}");
    assert!(rows[2].contains("left out"), "{rows:?}");
    // Of somebody else's entries nothing is said.
    let (_, mut bram) = site.member("bram").await;
    let own = picked(&mut bram, "nesa").await;
    assert_eq!(bram.post(&format!("{own}entries/"), &[("entry", &*ids[0]), ("do", "map")]).await.status, 303);
    assert!(bram.get(&format!("{own}entries/")).await.texts("#entries > li").is_empty());
}

#[tokio::test]
async fn what_a_body_wants_to_read_is_written_there_and_its_words_are_counted() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let asks =
        [("asked", "Statement; 3; 5\nPlan"), ("covering", "Dear all, {name}: {total}, {entries}.\n\n{texts} {x}")];
    let body = offered(&mut olga, &asks).await;
    let (_, mut ines) = site.member("ines").await;
    let address = picked(&mut ines, &body).await;
    let page = ines.get(&address).await;
    let day = page.attributes("#texts ~ details input[name=day]", "value").remove(0);
    let text = [("day", &*day), ("name", "Statement"), ("text", "One two three four five six.")];
    assert_eq!(ines.post(&format!("{address}text"), &text).await.status, 303);
    let page = ines.get(&address).await;
    assert!(page.text("#texts ~ details summary").contains("6 words, more than asked: 3 to 5"));
    let letter = ines.get(&format!("{address}letter/covering")).await;
    assert!(letter.text(".lines").contains("0.0 contact hours (0 min), 0 entries."), "{}", letter.text(".lines"));
    assert!(letter.text(".lines").contains("One two three four five six. {x}"));
    let long = "x".repeat(20_001);
    let refused =
        ines.post(&format!("{address}text"), &[("day", &*day), ("name", "Statement"), ("text", &*long)]).await;
    assert_eq!((refused.status.as_u16(), refused.text("#texts ~ details textarea").len()), (422, 20_001));
    assert_eq!(
        ines.post(&format!("{address}text"), &[("day", &*day), ("name", "Novel"), ("text", "x")]).await.status,
        400
    );
    // Asked no more, it is still there.
    let form = olga.get(&format!("/manage/bodies/{body}/")).await;
    let seen = form.attributes("input[name=seen]", "value").remove(0);
    let less = [
        ("name", "The Guild"),
        ("language", "en"),
        ("months", "12"),
        ("begins", "2024-07-01"),
        ("counts", "time"),
        ("step", "10"),
        ("seen", &*seen),
    ];
    assert_eq!(olga.post(&format!("/manage/bodies/{body}/"), &less).await.status, 303);
    let page = ines.get(&address).await;
    assert!(page.text("#texts ~ details summary").contains("not asked any more"), "{}", page.text("main"));
}

#[tokio::test]
async fn organisers_decide_what_is_offered_and_a_refused_form_comes_back() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(olga.get("/manage/bodies/").await.texts(".rows .what").len(), 13);
    assert_eq!(ines.get("/me/log/bodies/").await.texts("#offered ~ .rows .what").len(), 13);
    let wrong = [
        ("name", ""),
        ("months", "0"),
        ("list1", "Risk; much"),
        ("note", "Kept"),
        ("language", "en"),
        ("counts", "time"),
        ("step", "10"),
    ];
    let page = olga.post("/manage/bodies/new", &wrong).await;
    assert_eq!((page.status.as_u16(), page.text("#b-note").trim()), (422, "Kept"));
    assert_eq!(page.attributes(".notice.bad a", "href"), ["#b-name", "#b-months", "#b-list1"]);
    // Pressed twice, it is offered once.
    let body = offered(&mut olga, &[]).await;
    assert_eq!(offered(&mut olga, &[]).await, body);
    assert_eq!(olga.get("/manage/bodies/").await.texts(".rows .what").len(), 14);
    let own = picked(&mut ines, &body).await;
    olga.post(&format!("/manage/bodies/{body}/use"), &[("do", "retire")]).await;
    let page = ines.get(&own).await;
    assert!(page.text(".notice").contains("not offered here any more"), "{}", page.text("main"));
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(bram.post("/me/log/bodies/pick", &[("body", &*body)]).await.status, 400);
    // One that comes with the program becomes the organisers' when they save it, and a second window changes nothing.
    let form = olga.get("/manage/bodies/cilip/").await;
    let seen = form.attributes("input[name=seen]", "value").remove(0);
    let sheet =
        [("name", "CILIP"), ("language", "en"), ("months", "24"), ("counts", "time"), ("step", "10"), ("seen", &*seen)];
    assert_eq!(olga.post("/manage/bodies/cilip/", &sheet).await.status, 303);
    let mut late = sheet;
    late[0] = ("name", "CILIP revalidation");
    let page = olga.post("/manage/bodies/cilip/", &late).await;
    assert_eq!((page.status.as_u16(), page.attributes("#b-name", "value")), (422, vec!["CILIP revalidation".into()]));
    assert!(olga.get("/manage/bodies/").await.texts(".rows .what").contains(&"CILIP".to_owned()));
    olga.post("/manage/bodies/cilip/use", &[("do", "default")]).await;
    assert!(olga.get("/manage/bodies/").await.texts(".rows .what").contains(&"CILIP revalidation".to_owned()));
    let copy = olga.get("/manage/bodies/new?of=acca").await;
    assert_eq!(copy.attributes("#b-name", "value"), ["ACCA unit route"]);
}
