use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Reply, Site},
    },
    course::courses::{self, Course},
    people::{
        about::{self, About, Field, Viewers},
        members::{Member, Role},
    },
    run,
};

const MAP: &str = "/courses/open-learning/map/";

async fn at(site: &Site, member: &Member, place: &str, viewers: Viewers) {
    let mut said = About::default();
    said.say(Field::Place, place, viewers);
    site.app.db.always(async |tx| about::set(tx, member.id, &said).await).await.unwrap();
}

/// A course with its teacher, and somebody in it who looks at its map.
async fn with_a_reader() -> (Site, Course, Client) {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "open-learning", &draft("Open learning")).await;
    let (reader, client) = site.member("reader").await;
    put(&site, &course, reader.id, Part::Member).await;
    (site, course, client)
}

async fn comes(site: &Site, course: &Course, handle: &str, place: &str, viewers: Viewers) -> Member {
    let (member, _) = site.member(handle).await;
    put(site, course, member.id, Part::Member).await;
    at(site, &member, place, viewers).await;
    member
}

/// What stands in the list, place by place.
fn listed(page: &Reply) -> Vec<String> {
    page.texts(".places dl > div")
}

#[tokio::test]
async fn a_map_shows_people_by_town_to_those_who_may_see_it() {
    let (site, course, mut reader) = with_a_reader().await;
    for (handle, viewers) in [
        ("all", Viewers::Everyone),
        ("members", Viewers::Members),
        ("shared", Viewers::Shared),
        ("hidden", Viewers::Me),
    ] {
        comes(&site, &course, handle, "Bristol, United Kingdom", viewers).await;
    }
    let (outside, _) = site.member("outside").await;
    at(&site, &outside, "Lisbon", Viewers::Everyone).await;
    let page = reader.get(MAP).await;
    assert_eq!(listed(&page), ["Bristol 3 All Members Shared"]);
    assert_eq!(page.texts(".places h2"), ["United Kingdom"]);
    assert_eq!(page.texts(".marks.wide text"), ["3"]);
    assert!(!page.body.contains("Hidden") && !page.body.contains("Lisbon"));
    // Who runs the community and is not in the course sees what members see.
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    assert_eq!(listed(&olga.get(MAP).await), ["Bristol 2 All Members"]);
    for mut other in [site.stranger(), site.member("other").await.1] {
        assert_eq!(other.get(MAP).await.status, 404);
    }
    let teacher = courses::staff(&mut site.app.db.read().await.unwrap(), &course).await.unwrap()[0].member;
    let mut teaches = site.signed_in(teacher).await;
    assert_eq!(listed(&teaches.get(MAP).await).len(), 1);
}

#[tokio::test]
async fn the_list_goes_by_country_in_the_readers_language_and_names_people_as_the_course_does() {
    let (site, course, mut reader) = with_a_reader().await;
    let ana = comes(&site, &course, "ana", "Köln", Viewers::Members).await;
    comes(&site, &course, "bea", "Cologne, Germany", Viewers::Members).await;
    comes(&site, &course, "cleo", "Paris, Texas", Viewers::Members).await;
    comes(&site, &course, "dora", "Germany", Viewers::Members).await;
    comes(&site, &course, "emil", "Cambridge", Viewers::Members).await;
    comes(&site, &course, "fia", "At home", Viewers::Members).await;
    let name = "Anahí".parse().unwrap();
    site.app.db.always(async |tx| courses::call(tx, course.id, ana.id, Some(&name)).await).await.unwrap();
    let page = reader.get(MAP).await;
    assert_eq!(page.texts(".places h2"), ["Germany", "United States", "Elsewhere 2"]);
    assert_eq!(listed(&page), ["Köln 2 Anahí Bea", "Somewhere in the country 1 Dora", "Paris 1 Cleo"]);
    assert_eq!(page.texts("#place-elsewhere li"), ["Emil Cambridge", "Fia At home"]);
    assert!(page.text(".lede").contains("6 people"));
    let german = reader.with_header("accept-language", "de").get(MAP).await;
    assert_eq!(german.texts(".places h2"), ["Deutschland", "Vereinigte Staaten", "Anderswo 2"]);
}

#[tokio::test]
async fn an_empty_map_says_how_one_comes_onto_it() {
    let (site, course, mut reader) = with_a_reader().await;
    let page = reader.get(MAP).await;
    assert_eq!(page.attributes(".empty a", "href"), ["/me/about/#a-place"]);
    assert_eq!(page.texts("figure.map").len(), 0);
    comes(&site, &course, "ana", "Porto, Portugal", Viewers::Members).await;
    assert!(reader.get(MAP).await.text(".notice").contains("You are not on the map"));
    assert_eq!(reader.post("/me/about", &[("place", "Lisboa")]).await.status, 303);
    let page = reader.get(MAP).await;
    assert_eq!((page.texts(".notice").len(), listed(&page).len()), (0, 2));
    assert_eq!(reader.post("/me/about", &[("place", "")]).await.status, 303);
    assert_eq!(listed(&reader.get(MAP).await), ["Porto 1 Ana"]);
}

#[tokio::test]
async fn where_many_are_in_one_town_some_are_named_and_the_others_are_a_step_away() {
    let (site, course, mut reader) = with_a_reader().await;
    for number in 0..26 {
        comes(&site, &course, &format!("m{number:02}"), "Porto, Portugal", Viewers::Shared).await;
    }
    let page = reader.get(MAP).await;
    assert_eq!(page.texts(".names li").len(), 24);
    let more = page.attributes(".places .meta a", "href").remove(0);
    assert!(page.text(".places").contains("and 2 more"));
    let all = reader.get(&format!("{MAP}{more}")).await;
    assert_eq!((all.text("h1"), all.texts(".names li").len()), ("Porto, Portugal".into(), 26));
    for nonsense in ["?town=1", "?town=x", "?in=XX", "?in=elsewhere", "?in=%22"] {
        assert_eq!(reader.get(&format!("{MAP}{nonsense}")).await.status, 200, "{nonsense}");
    }
}

#[tokio::test]
async fn members_see_where_their_place_was_found_and_write_it_otherwise() {
    let site = Site::new().await;
    let (_, mut ana) = site.member("ana").await;
    for (place, said) in [
        ("Bristol, UK", "Bristol, United Kingdom"),
        ("Deutschland", "Add your town"),
        ("Cambridge", "Cambridge, Massachusetts, United States"),
        ("Nowhere in particular", "Not found"),
    ] {
        ana.post("/me/about", &[("place", place)]).await;
        let page = ana.get("/me/about/").await;
        assert!(page.text("form.about").contains(said), "{place}");
    }
}

#[tokio::test]
async fn a_place_that_another_gazetteer_did_not_find_is_looked_up_again() {
    let (site, course, mut reader) = with_a_reader().await;
    let ana = comes(&site, &course, "ana", "Porto, Portugal", Viewers::Members).await;
    let forget = async |tx: &mut crate::kit::db::Tx| {
        run!(tx, "update about set town = null, country = '', looked_up = 1 where member = $1", ana.id)?;
        Ok(())
    };
    site.app.db.always(forget).await.unwrap();
    assert_eq!(listed(&reader.get(MAP).await).len(), 0);
    about::look_up_again(&site.app).await.unwrap();
    assert_eq!(listed(&reader.get(MAP).await), ["Porto 1 Ana"]);
}
