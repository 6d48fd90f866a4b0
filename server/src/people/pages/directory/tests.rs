use crate::{
    checks::testing::Site,
    kit::db::Tx,
    people::{
        community::{self, Directory},
        members::{self, Role},
    },
    talk::posts::Audience,
};

#[tokio::test]
async fn the_directory_shows_everybody_once_by_name() {
    let site = Site::new().await;
    let mut names = vec![];
    for number in 0..30 {
        let (member, _) = site.member(&format!("member{number:02}")).await;
        names.push(member.name);
    }
    let (mut stranger, mut seen, mut next) = (site.stranger(), vec![], Some(String::new()));
    while let Some(query) = next {
        let page = stranger.get(&format!("/members/{query}")).await;
        assert_eq!(page.text(".lede"), "30 members");
        seen.extend(page.texts(".directory .name"));
        next = page.attributes("a[rel=next]", "href").into_iter().next();
    }
    assert_eq!(seen, names);
}

#[tokio::test]
async fn people_are_found_by_a_part_of_their_name_or_handle() {
    let site = Site::new().await;
    site.member_as("ines", Role::Guide).await;
    site.member("bram").await;
    let page = site.stranger().get("/members/?q=NES").await;
    assert_eq!(page.texts(".directory .name"), ["Ines"]);
    assert_eq!(page.texts(".directory .label"), ["Guide"]);
    assert_eq!(page.attributes(".directory .meta a", "href"), ["/ines/"]);
    let (emile, mut own) = site.member("emile").await;
    own.post("/me/profile", &[("name", "Émile Çelik"), ("handle", &emile.handle)]).await;
    for typed in ["%C3%89MILE", "%C3%A9mile", "emile+c", "celik"] {
        let page = site.stranger().get(&format!("/members/?q={typed}")).await;
        assert_eq!(page.texts(".directory .name"), ["Émile Çelik"], "{typed}");
    }
    for nobody in ["/members/?q=%25", "/members/?q=%3Cb%3E", "/members/?q=nobody"] {
        let page = site.stranger().get(nobody).await;
        assert_eq!((page.status.as_u16(), page.count(".directory li")), (200, 0), "{nobody}");
        assert_eq!(page.count(".empty"), 1);
    }
}

#[tokio::test]
async fn a_page_of_a_member_shows_what_its_reader_may_read() {
    let site = Site::new().await;
    let (ines, mut own) = site.member("ines").await;
    let (bram, mut reader) = site.member("bram").await;
    site.post_for(&ines, "For everyone", Audience::Public).await;
    let closed = site.post_for(&ines, "For members", Audience::Community).await;
    site.post_for(&ines, "For me", Audience::Me).await;
    site.comment(&bram, closed, None, "Said among members").await;

    assert_eq!(site.stranger().get("/members/ines/").await.texts(".contents h3"), ["For everyone"]);
    assert_eq!(reader.get("/members/ines/").await.texts(".contents h3"), ["For members", "For everyone"]);
    assert_eq!(own.get("/members/ines/").await.count(".contents h3"), 3);
    assert_eq!(site.stranger().get("/members/bram/").await.count(".said li"), 0);
    let page = reader.get("/members/bram/").await;
    assert_eq!(page.texts(".said .excerpt"), ["Said among members"]);
    assert!(!page.body.contains("bram@example.org"), "an address is never shown");
}

#[tokio::test]
async fn a_handle_that_was_given_up_leads_to_the_present_one() {
    let site = Site::new().await;
    let (ines, mut own) = site.member("ines").await;
    let (handle, name) = ("barroso".parse().unwrap(), "Inês".parse().unwrap());
    let change = async |tx: &mut Tx| members::update(tx, &ines, &handle, &name, &ines.profile).await;
    site.app.db.change(change).await.unwrap().unwrap();
    let says = [("bio", "One desk.\n<script>alert(1)</script>"), ("website", "https://ines.example.org/")];
    own.post("/me/about", &says).await;
    for old in ["/members/ines/", "/members/BARROSO/"] {
        let reply = site.stranger().get(old).await;
        assert_eq!((reply.status.as_u16(), reply.location().as_deref()), (301, Some("/members/barroso/")));
    }
    let page = site.stranger().get("/members/barroso/").await;
    assert_eq!(page.attributes("a[rel~=me]", "rel"), ["me nofollow ugc"]);
    assert_eq!(page.count(".member-head script"), 0);
    assert_eq!(site.stranger().get("/members/nobody/").await.status, 404);
}

#[tokio::test]
async fn a_community_may_show_its_members_to_members_only() {
    let site = Site::new().await;
    let (ines, mut member) = site.member("ines").await;
    let post = site.post(&ines, "Hello").await;
    let mut stranger = site.stranger();
    assert_eq!(stranger.get("/members/ines/").await.status, 200, "everyone sees them at first");
    assert!(!stranger.get("/robots.txt").await.body.contains("/members/"));

    let mut community = (*community::of(&site.app).await.unwrap()).clone();
    community.directory = Directory::Members;
    site.app.db.always(async |tx| community::update(tx, &community).await).await.unwrap();
    for address in ["/members/", "/members/?q=ines", "/members/ines/", "/members/nobody/"] {
        assert_eq!(stranger.get(address).await.status, 401, "{address}");
    }
    for address in ["/members/", "/members/ines/"] {
        assert_eq!(member.get(address).await.status, 200, "{address}");
    }
    assert!(stranger.get("/robots.txt").await.body.contains("Disallow: /members/"));
    let home = stranger.get("/").await;
    assert_eq!((home.count("a[href='/members/']"), home.count("#arrivals")), (0, 0));
    assert_eq!(member.get("/").await.count("#arrivals"), 1);
    assert_eq!(stranger.get(&site.url(post).await).await.status, 200, "what is public stays public");
}

#[tokio::test]
async fn of_somebody_who_is_suspended_only_what_they_wrote_is_shown() {
    let site = Site::new().await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let (eve, mut own) = site.member("eve").await;
    own.post("/me/about", &[("bio", "Buy at https://watches.example"), ("place", "watches.example")]).await;
    site.post(&eve, "A post").await;
    site.app.db.change(async |tx| members::suspend(tx, &olga, eve.id, "").await).await.unwrap().unwrap();
    let page = site.stranger().get("/members/eve/").await;
    assert!(!page.body.contains("watches.example"));
    assert!(!site.stranger().get("/eve/").await.body.contains("watches.example"));
    assert_eq!((page.status.as_u16(), page.texts(".contents h3")), (200, vec!["A post".to_owned()]));
    assert_eq!(site.stranger().get("/").await.texts("#arrivals + ul a"), ["Olga"]);
}
