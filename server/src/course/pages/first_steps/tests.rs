use crate::{
    checks::testing::{Client, Site},
    course::tribes::Door,
    people::members,
    talk::posts::Audience,
};

async fn done(reader: &mut Client) -> Vec<String> {
    let page = reader.get("/me/first-steps/").await;
    assert_eq!(page.status, 200);
    page.attributes(".steps > li.done h2", "id")
}

#[tokio::test]
async fn each_step_follows_from_what_somebody_did_wherever_they_did_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (ana, mut anas) = site.member("ana").await;
    let post = site.post(&ines, "Pumps").await;
    let tribe = site.tribe(&ines, "Gardeners", Door::Open).await;
    let card = async |reader: &mut Client| reader.get("/").await.texts(".first-steps .meta");
    assert_eq!(done(&mut anas).await, Vec::<String>::new());
    assert_eq!(card(&mut anas).await, ["0 of 5 done"]);
    anas.post(&format!("/posts/{post}/comments"), &[("text", "Hello!"), ("parent", "")]).await;
    assert_eq!(done(&mut anas).await, ["hello"]);
    assert_eq!(card(&mut anas).await, ["1 of 5 done"]);
    site.app.db.always(async |tx| members::set_picture(tx, ana.id, Some("a.png")).await).await.unwrap();
    anas.post("/me/about", &[("job", "Teacher"), ("job-viewers", "me")]).await;
    assert_eq!(done(&mut anas).await, ["hello", "picture", "colleagues"]);
    assert_eq!(card(&mut anas).await, ["3 of 5 done"]);
    site.come_in(&tribe, &ana).await;
    assert_eq!(card(&mut anas).await, ["4 of 5 done"]);
    anas.post("/me/mail/choice", &[("mode", "daily"), ("hour", "8")]).await;
    assert_eq!(done(&mut anas).await.len(), 5);
    assert_eq!(card(&mut anas).await, Vec::<String>::new(), "whoever has arrived is told so no more");
    assert_eq!(anas.get("/me/first-steps/").await.count("form[action='/me/first-steps/put-away']"), 0);
}

#[tokio::test]
async fn the_easiest_is_to_answer_somebody_and_what_waits_for_an_answer_is_offered() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (ana, mut anas) = site.member("ana").await;
    let offered = async |reader: &mut Client| reader.get("/me/first-steps/").await.texts(".steps .rows a");
    assert_eq!(offered(&mut anas).await, Vec::<String>::new(), "her own is not offered, and nothing else is there");
    let lively = site.post(&ines, "Much said").await;
    site.comment(&bram, lively, None, "Indeed.").await;
    site.post(&ana, "My own").await;
    assert_eq!(offered(&mut anas).await, Vec::<String>::new(), "with a post of her own she has said hello");
    let (_, mut carls) = site.member("carl").await;
    site.post(&ines, "First").await;
    site.post_for(&ines, "For herself", Audience::Me).await;
    site.draft(&ines, "Not yet", Audience::Public).await;
    site.pass_minutes(1);
    site.post_for(&bram, "Second", Audience::Community).await;
    assert_eq!(offered(&mut carls).await, ["Second", "First", "My own"]);
    let tribe = site.tribe(&bram, "Hidden", Door::Hidden).await;
    site.post_for(&bram, "Among few", Audience::Circle(tribe.id)).await;
    assert_eq!(offered(&mut carls).await, ["Second", "First", "My own"]);
    for title in ["Second", "First", "My own"] {
        let page = carls.get("/me/first-steps/").await;
        let path = page.attributes(".steps .rows a", "href").remove(0);
        assert!(path.ends_with("#reply"), "{path}");
        assert!(page.body.contains(title));
    }
}

#[tokio::test]
async fn first_steps_are_put_away_and_brought_back_and_nothing_is_lost_by_it() {
    let site = Site::new().await;
    let (_, mut anas) = site.member("ana").await;
    assert_eq!(anas.get("/").await.count(".first-steps"), 1);
    for _ in 0..2 {
        assert_eq!(anas.post("/me/first-steps/put-away", &[]).await.location().as_deref(), Some("/"));
    }
    assert_eq!(anas.get("/").await.count(".first-steps"), 0);
    assert_eq!(anas.get("/me/first-steps/").await.count("form[action='/me/first-steps/bring-back']"), 1);
    anas.post("/me/first-steps/bring-back", &[]).await;
    assert_eq!(anas.get("/").await.count(".first-steps"), 1);
    // Whoever has been here for long is not new.
    site.pass_minutes(61 * 24 * 60);
    anas.post("/me/first-steps/bring-back", &[]).await;
    assert_eq!(anas.get("/").await.count(".first-steps"), 0);
    assert_eq!(anas.get("/me/first-steps/").await.status, 200);
    let mut stranger = site.stranger();
    assert_eq!(
        (stranger.get("/").await.count(".first-steps"), stranger.get("/me/first-steps/").await.status.as_u16()),
        (0, 401)
    );
}
