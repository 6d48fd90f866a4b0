use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Site},
    },
    course::{courses, tribes::Door},
    people::{about, members::Role},
};

const ALL: [(&str, &str); 5] = [
    ("job", "Teacher"),
    ("workplace", "Harbour School"),
    ("place", "Porto"),
    ("bio", "I keep pumps."),
    ("website", "https://ana.example/"),
];

/// What each part is shown to, in the words of the form.
fn shown_to<'a>(fields: &[(&'a str, &'a str)], viewers: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut all = fields.to_vec();
    all.extend(
        ["job-viewers", "workplace-viewers", "place-viewers", "bio-viewers", "website-viewers"].map(|it| (it, viewers)),
    );
    all
}

/// How many of the five a reader finds on her page.
async fn sees(reader: &mut Client, path: &str) -> usize {
    let page = reader.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    ["Teacher", "Harbour School", "Porto", "I keep pumps.", "ana.example"]
        .iter()
        .filter(|it| page.body.contains(**it))
        .count()
}

#[tokio::test]
async fn each_part_is_shown_to_those_it_is_meant_for_and_to_nobody_else() {
    let site = Site::new().await;
    let (ana, mut own) = site.member("ana").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut carls) = site.member("carl").await;
    let (_, mut olgas) = site.member_as("olga", Role::Organiser).await;
    let tribe = site.tribe(&ana, "Gardeners", Door::Hidden).await;
    site.come_in(&tribe, &bram).await;
    for (viewers, stranger, carl, bram) in
        [("everyone", 5, 5, 5), ("members", 0, 5, 5), ("shared", 0, 0, 5), ("me", 0, 0, 0)]
    {
        // Everybody had the page before.
        for reader in [&mut site.stranger(), &mut carls, &mut brams, &mut olgas] {
            reader.get("/members/ana/").await;
            reader.get("/members/").await;
        }
        assert_eq!(own.post("/me/about", &shown_to(&ALL, viewers)).await.status, 303);
        assert_eq!(sees(&mut own, "/members/ana/").await, 5, "{viewers}");
        assert_eq!(sees(&mut site.stranger(), "/members/ana/").await, stranger, "{viewers}");
        assert_eq!(sees(&mut carls, "/members/ana/").await, carl, "{viewers}");
        assert_eq!(sees(&mut olgas, "/members/ana/").await, carl, "{viewers}: a role gives no sight");
        assert_eq!(sees(&mut brams, "/members/ana/").await, bram, "{viewers}");
        // What a list says of her: what she does, where, and where that is.
        for path in ["/members/", "/members/?q=ana"] {
            assert_eq!(sees(&mut site.stranger(), path).await, stranger.min(3), "{viewers} {path}");
            assert_eq!(sees(&mut carls, path).await, carl.min(3), "{viewers} {path}");
            assert_eq!(sees(&mut brams, path).await, bram.min(3), "{viewers} {path}");
        }
        // Her blog shows what she says about herself beside it, and nobody finds her by what she keeps to herself.
        assert_eq!(sees(&mut carls, "/ana/").await, carl.min(1), "{viewers}");
        for path in ["/members/?q=harbour", "/feed/", "/ana/feed/", "/?q=Harbour"] {
            assert!(!carls.get(path).await.body.contains("Harbour School"), "{path}");
        }
    }
}

#[tokio::test]
async fn whoever_leaves_the_tribe_or_the_course_they_share_sees_no_more() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let (ana, mut own) = site.member("ana").await;
    let (bram, mut brams) = site.member("bram").await;
    own.post("/me/about", &shown_to(&ALL, "shared")).await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    assert_eq!(sees(&mut brams, "/members/ana/").await, 0);
    put(&site, &course, ana.id, Part::Member).await;
    put(&site, &course, bram.id, Part::Member).await;
    for path in ["/members/ana/", "/members/", "/ana/"] {
        assert!(sees(&mut brams, path).await > 0, "{path}");
    }
    // Whichever of the two goes.
    site.app.db.change(async |tx| courses::leave(tx, &course, ana.id).await).await.unwrap().unwrap();
    for path in ["/members/ana/", "/members/", "/ana/"] {
        assert_eq!(sees(&mut brams, path).await, 0, "{path}");
    }
    put(&site, &course, ana.id, Part::Member).await;
    assert_eq!(sees(&mut brams, "/members/ana/").await, 5);
    site.app.db.change(async |tx| courses::leave(tx, &course, bram.id).await).await.unwrap().unwrap();
    assert_eq!(sees(&mut brams, "/members/ana/").await, 0);
}

#[tokio::test]
async fn blogs_and_tribes_are_listed_for_those_one_chooses() {
    let site = Site::new().await;
    let (ana, mut own) = site.member("ana").await;
    let (_, mut brams) = site.member("bram").await;
    site.tribe(&ana, "Gardeners", Door::Open).await;
    let lists = async |reader: &mut Client| {
        let page = reader.get("/members/ana/").await;
        let in_list = reader.get("/members/?q=ana").await.count(".directory .meta a[href='/ana/']");
        (page.count(".member-head a[href='/ana/']"), page.count("#tribes"), in_list)
    };
    assert_eq!(lists(&mut site.stranger()).await, (1, 1, 1));
    own.post("/me/about", &[("blogs-viewers", "members"), ("tribes-viewers", "me")]).await;
    assert_eq!(lists(&mut site.stranger()).await, (0, 0, 0));
    assert_eq!(lists(&mut brams).await, (1, 0, 1));
    assert_eq!(lists(&mut own).await, (1, 1, 1));
}

#[tokio::test]
async fn what_is_refused_comes_back_as_it_was_typed() {
    let site = Site::new().await;
    let (_, mut own) = site.member("ana").await;
    let long = "x".repeat(101);
    let typed = [("job", "Teacher"), ("workplace", long.as_str()), ("website", "nowhere"), ("job-viewers", "me")];
    let page = own.post("/me/about", &typed).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.attributes("#a-job", "value"), ["Teacher"]);
    assert_eq!(page.attributes("#a-website", "value"), ["nowhere"]);
    assert_eq!(page.attributes("#a-job-viewers option[selected]", "value"), ["me"]);
    assert_eq!(page.count("[aria-invalid]"), 2);
    assert_eq!(own.post("/me/about", &[("found", "yes")]).await.count("#a-workplace-error"), 1);
    assert_eq!(own.get("/me/about/").await.attributes("#a-job", "value"), Vec::<String>::new());
    own.post("/me/about", &[("job", " Teacher\u{202e} "), ("website", "ana.example")]).await;
    let page = own.get("/me/about/").await;
    assert_eq!(page.attributes("#a-job", "value"), ["Teacher"]);
    assert_eq!(page.attributes("#a-job-viewers option[selected]", "value"), ["members"]);
    assert_eq!(page.attributes("#a-website", "value"), ["https://ana.example/"]);
}

#[tokio::test]
async fn colleagues_find_one_another_only_if_both_wish_to() {
    let site = Site::new().await;
    let says = async |handle: &str, workplace: &str, found: &str| {
        let (member, mut client) = site.member(handle).await;
        let fields = [("workplace", workplace), ("workplace-viewers", "me"), ("found", found)];
        assert_eq!(client.post("/me/about", &fields).await.status, 303, "{handle}");
        (member, client)
    };
    let (_, mut ana) = says("ana", "Universität St. Gallen", "yes").await;
    let (bram, mut brams) = says("bram", "universitat  St Gallen", "yes").await;
    let (_, mut carl) = says("carl", "Universität St. Gallen", "").await;
    let (_, mut dora) = says("dora", "St. Gallen", "yes").await;
    let names = async |reader: &mut Client| reader.get("/me/colleagues/").await.texts(".directory .name");
    assert_eq!(names(&mut ana).await, ["Bram"]);
    assert_eq!(names(&mut brams).await, ["Ana"]);
    // Whoever does not wish to be found finds nobody, and nothing tells that they are there.
    assert_eq!(names(&mut carl).await, Vec::<String>::new());
    assert!(!carl.get("/me/colleagues/").await.body.contains("Bram"));
    assert_eq!(names(&mut dora).await, Vec::<String>::new());
    assert!(!ana.get("/me/colleagues/").await.body.contains("Carl"));
    assert_eq!(site.stranger().get("/me/colleagues/").await.status, 401);
    // That somebody is found says nothing on their page.
    assert!(!ana.get("/members/bram/").await.body.contains("Gallen"));

    // Another workplace, or none, ends it; so does being suspended.
    brams.post("/me/about", &[("workplace", "Elsewhere"), ("found", "yes")]).await;
    assert_eq!(names(&mut ana).await, Vec::<String>::new());
    brams.post("/me/about", &[("workplace", "Universität St. Gallen"), ("found", "yes")]).await;
    assert_eq!(names(&mut ana).await, ["Bram"]);
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let suspend = async |tx: &mut crate::kit::db::Tx| crate::people::members::suspend(tx, &olga, bram.id, "").await;
    site.app.db.change(suspend).await.unwrap().unwrap();
    assert_eq!(names(&mut ana).await, Vec::<String>::new());
}

#[tokio::test]
async fn where_several_places_are_called_so_one_chooses_which_and_nothing_else_is_taken() {
    let site = Site::new().await;
    let (ines, mut own) = site.member("ines").await;
    let saved = own.post("/me/about", &[("place", "Bristol"), ("job", "Teacher")]).await;
    assert_eq!(saved.status, 303);
    let page = own.get("/me/about/?saved=yes").await;
    let choices = page.attributes("#place-is input", "value");
    assert!(choices.len() > 1 && choices[0].ends_with("United Kingdom"), "{choices:?}");
    assert_eq!(page.attributes("#saved a", "href"), ["#place-is"]);
    let place = async || {
        let about = about::own(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap();
        about.part(about::Field::Place).said
    };
    // Something that was not offered for what stands in the field, as of a form that is old.
    for (typed, chosen) in [("Bristol", "Atlantis, Nowhere"), ("Porto", choices[0].as_str())] {
        own.post("/me/about", &[("place", typed), ("place-is", chosen)]).await;
        assert_eq!(place().await, typed);
    }
    own.post("/me/about", &[("place", "Bristol"), ("place-is", &choices[1]), ("job", "Teacher")]).await;
    assert_eq!(place().await, choices[1]);
    let page = own.get("/me/about/").await;
    assert_eq!((page.count("#place-is"), page.attributes("#a-job", "value")), (0, vec!["Teacher".to_owned()]));
}
