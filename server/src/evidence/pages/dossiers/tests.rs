//! Dossiers through their pages: what their member does, and what whoever holds a link can.

use regex::Regex;
use serde_json::Value;

use crate::{
    checks::testing::{Client, Site},
    course::tribes::Door,
    ids::PostId,
    people::{
        identity::Role,
        leaving::Words,
        members::{self, Member},
        pages::manage::member,
    },
    talk::posts::Audience,
};

/// A dossier of all the years; answers its address.
async fn begun(client: &mut Client) -> String {
    let fields = [("title", "My year"), ("from", "2020-01-01"), ("until", "2028-12-31")];
    client.post("/me/dossiers/new", &fields).await.location().expect("a dossier is begun")
}

/// Chooses all there is, with more or other fields.
async fn choose_all(client: &mut Client, address: &str, more: &[(&str, &str)]) {
    let page = client.get(address).await;
    let (items, seen) = (page.attributes("input[name=item]", "value"), page.attributes("input[name=seen]", "value"));
    let mut fields = vec![("title", "My year"), ("from", "2020-01-01"), ("until", "2028-12-31"), ("lang", "en")];
    fields.extend([("reflection", "I ask earlier now."), ("seen", seen[0].as_str()), ("do", "share")]);
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    fields.extend(items.iter().map(|item| ("item", item.as_str())));
    let changed = client.post(address, &fields).await;
    assert_eq!(changed.status, 303, "{}", changed.text("main"));
}

/// Replaces everything that is found, and makes an edition; answers its address.
async fn edition(client: &mut Client, address: &str) -> String {
    let page = client.get(&format!("{address}share")).await;
    let (names, quoted) =
        (page.attributes("input[name=name]", "value"), page.attributes("input[name=quoted]", "value"));
    let seen = page.attributes("input[name=seen]", "value");
    let mut fields = vec![("seen", seen[0].as_str()), ("do", "make")];
    fields.extend(names.iter().flat_map(|name| [("name", name.as_str()), ("listed", name.as_str())]));
    fields.extend(quoted.iter().map(|at| ("quoted", at.as_str())));
    let made = client.post(&format!("{address}share"), &fields).await;
    made.location().unwrap_or_else(|| panic!("{}", made.text("main")))
}

/// A dossier with everything in it, as an edition; answers both addresses.
async fn shared(client: &mut Client) -> (String, String) {
    let address = begun(client).await;
    choose_all(client, &address, &[]).await;
    let edition = edition(client, &address).await;
    (address, edition)
}

/// The path of a link that was just made.
fn path(link: &str) -> String {
    format!("/{}", link.splitn(4, '/').nth(3).expect("it is a link"))
}

async fn link(client: &mut Client, edition: &str, password: &str) -> String {
    let made = client.post(&format!("{edition}link"), &[("days", "30"), ("password", password)]).await;
    assert_eq!(made.status, 200, "{}", made.text("main"));
    path(&made.attributes("#made input", "value")[0])
}

async fn asked(client: &mut Client, edition: &str) -> String {
    let made = client.post(&format!("{edition}attestations"), &[("role", "manager"), ("to_name", "Jo Marsh")]).await;
    path(&made.attributes("#asked input", "value")[0])
}

const JO: [(&str, &str); 4] =
    [("name", "Jo Marsh"), ("position", "Head of service"), ("email", "Jo@Example.org"), ("note", "Seen with Ines.")];

/// Signs; answers the number of the signature and the code that was sent.
async fn signed(site: &Site, client: &mut Client, link: &str, fields: &[(&str, &str)]) -> (String, String) {
    let given = client.post(&format!("{link}sign"), fields).await;
    assert_eq!(given.status, 200, "{}", given.text("main"));
    let number = given.attributes("input[name=signature]", "value").remove(0);
    let letters = site.letters().await;
    let code = Regex::new(r"\b(\d{4}) (\d{4})\b").unwrap();
    let found = letters.iter().rev().find_map(|letter| code.captures(letter)).expect("a code was sent");
    (number, format!("{}{}", &found[1], &found[2]))
}

/// Ines has written, alone and with Bram.
async fn ines_who_wrote(site: &Site) -> (Member, Client) {
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    site.post(&ines, "What I tried").await;
    let of_bram = site.post_for(&bram, "Where Bram sits", Audience::Community).await;
    let first = site.comment(&bram, of_bram, None, "The sign on my door is worth it.").await;
    let words = "> The sign on my door is worth it.\n\nAs Bram and @bram say, “nobody ever asked the boss”. I did.";
    site.comment(&ines, of_bram, Some(first), words).await;
    let entry = [
        ("day", "2026-05-04"),
        ("title", "A morning with Bram"),
        ("kind", "read"),
        ("minutes", "90"),
        ("whose", "split"),
        ("work", "60"),
        ("learned", "That it is allowed."),
    ];
    assert_eq!(client.post("/me/log/new", &entry).await.status, 303);
    let private = [("to", "bram"), ("text", "Between the two of us.")];
    assert_eq!(client.post("/me/messages/new", &private).await.status, 303);
    (ines, client)
}

#[tokio::test]
async fn a_reader_sees_what_was_shared_first_what_matters_and_nothing_of_others() {
    let site = Site::new().await;
    let (_, mut ines) = ines_who_wrote(&site).await;
    let address = begun(&mut ines).await;
    // What everybody can read is chosen first; the log and the rest are not.
    let chosen = ines.get(&address).await.attributes("input[name=item][checked]", "value");
    assert!(chosen.len() == 1 && chosen[0].starts_with("post:"), "{chosen:?}");
    choose_all(&mut ines, &address, &[]).await;
    let share = ines.get(&format!("{address}share")).await;
    assert_eq!(share.attributes("input[name=name]", "value"), ["@bram", "Bram"]);
    assert_eq!(share.count("input[name=quoted][checked]"), 2, "{}", share.text("main"));
    let edition = edition(&mut ines, &address).await;
    let link = link(&mut ines, &edition, "").await;
    let mut stranger = site.stranger();
    let page = stranger.get(&link).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.headers["cache-control"], "no-store");
    assert_eq!(page.count("meta[name=robots][content*=noindex]"), 1);
    let shown = page.text("main");
    for said in
        ["Ines", "My year", "1 h 30 min", "Work time: 1 h 0 min", "I ask earlier now.", "What I tried", "I did."]
    {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert!(shown.contains("As [a participant] and [a participant] say, [words of a participant]. I did."), "{shown}");
    for hidden in
        ["Bram", "bram", "The sign on my door", "nobody ever asked", "Where", "Between the two", "example.org"]
    {
        assert!(!shown.contains(hidden), "{hidden}: {shown}");
    }
    assert!(!page.body.contains("@bram") && !page.body.contains("/members/bram"));
    // What stands elsewhere is led to where everybody may go.
    let links = page.attributes("main ul.rows a", "href");
    assert!(links.iter().all(|link| !link.contains("bram")) && links.len() == 1, "{links:?}");
    // Looking, however often and by whatever, changes nothing.
    let before = ines.get(&edition).await.text("main");
    for _ in 0..2 {
        stranger.get_head(&link).await;
    }
    assert_eq!(ines.get(&edition).await.text("main"), before);
}

#[tokio::test]
async fn an_edition_stays_as_it_was_looked_at_whatever_happens_to_what_it_was_taken_from() {
    let site = Site::new().await;
    let (_, mut ines) = ines_who_wrote(&site).await;
    let (address, edition) = shared(&mut ines).await;
    let link = link(&mut ines, &edition, "").await;
    let mut stranger = site.stranger();
    let before = stranger.get(&link).await.text("main");
    choose_all(&mut ines, &address, &[("reflection", "Something else."), ("title", "Another")]).await;
    assert_eq!(stranger.get(&link).await.text("main"), before);
    // What somebody looked at is what is made: it is shown again if it changed meanwhile.
    let seen = ines.get(&format!("{address}share")).await.attributes("input[name=seen]", "value").remove(0);
    choose_all(&mut ines, &address, &[("reflection", "Yet another.")]).await;
    let late = ines.post(&format!("{address}share"), &[("seen", &seen), ("do", "make")]).await;
    assert_eq!(late.status, 422);
    assert!(late.text("main").contains("changed since"), "{}", late.text("main"));
    // What organisers hide is not read here either, as long as it is hidden; the other words stay.
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let item = ines.get(&address).await.attributes("input[name=item]", "value");
    let comment = item.iter().find_map(|item| item.strip_prefix("comment:")).expect("there is a comment").to_owned();
    assert_eq!(olga.post(&format!("/comments/{comment}/hide"), &[]).await.status, 303);
    let shown = stranger.get(&link).await.text("main");
    assert!(!shown.contains("I did.") && shown.contains("What I tried"), "{shown}");
    assert!(!ines.get(&address).await.body.contains(&format!("comment:{comment}")));
    olga.post(&format!("/comments/{comment}/unhide"), &[]).await;
    assert_eq!(stranger.get(&link).await.text("main"), before);
    // What its writer takes away elsewhere stays: this is theirs to take back.
    ines.post(&format!("/comments/{comment}/delete"), &[]).await;
    assert_eq!(stranger.get(&link).await.text("main"), before);
    assert_eq!(ines.post(&format!("{edition}remove"), &[]).await.status, 303);
    assert_eq!(stranger.get(&link).await.status, 410);
}

#[tokio::test]
async fn a_link_that_is_over_taken_back_made_anew_or_guessed_leads_nowhere() {
    let site = Site::new().await;
    let (member, mut ines) = ines_who_wrote(&site).await;
    let (address, edition) = shared(&mut ines).await;
    let first = link(&mut ines, &edition, "").await;
    let second = link(&mut ines, &edition, "").await;
    let mut stranger = site.stranger();
    assert_eq!(stranger.get(&first).await.status, 410);
    assert_eq!(stranger.get(&second).await.status, 200);
    // It opens nothing else: neither the member's pages nor what others are asked to sign.
    assert_eq!(stranger.get(&edition).await.status, 401);
    assert_eq!(stranger.get(&second.replace("/dossier/", "/attestation/")).await.status, 410);
    assert_ne!(stranger.get(&second.to_uppercase()).await.status, 200);
    ines.post(&format!("{edition}end"), &[]).await;
    assert_eq!(stranger.get(&second).await.status, 410);
    assert_eq!(stranger.post(&format!("{second}open"), &[]).await.status, 410);
    assert_eq!(stranger.post(&format!("{second}dossier.jsonld"), &[]).await.status, 410);
    let third = link(&mut ines, &edition, "").await;
    site.pass_minutes(30 * 24 * 60 + 1);
    assert_eq!(stranger.get(&third).await.status, 410);
    assert!(ines.get(&edition).await.text(".lede").contains("expired"));
    // Nobody else finds it, nor changes anything.
    let fourth = link(&mut ines, &edition, "").await;
    let mut bram = site.member("carla").await.1;
    for path in [address.clone(), format!("{address}share"), edition.clone(), format!("{edition}dossier.jsonld")] {
        assert_eq!(bram.get(&path).await.status, 404, "{path}");
    }
    for path in [format!("{edition}end"), format!("{edition}remove"), format!("{address}remove")] {
        bram.post(&path, &[]).await;
    }
    assert_eq!(bram.post(&format!("{edition}link"), &[("days", "30")]).await.status, 404);
    assert_eq!(stranger.get(&fourth).await.status, 200);
    // With the account it goes: for a while, and for good.
    let (head, _) = site.member_as("head", Role::Organiser).await;
    site.app.db.change(async |tx| members::suspend(tx, &head, member.id, "").await).await.unwrap().unwrap();
    assert_eq!(stranger.get(&fourth).await.status, 410);
    let check = ines_check(&mut stranger, &site, &edition).await;
    let member = site.reload(member.id).await;
    member::remove(&site.app, &head, &member, Words::Keep).await.unwrap().unwrap();
    assert_eq!(stranger.get(&fourth).await.status, 410);
    assert_eq!(stranger.get(&check).await.status, 404);
}

/// Where papers of an edition are checked, as the database has it.
async fn ines_check(stranger: &mut Client, site: &Site, edition: &str) -> String {
    let id = edition.trim_end_matches('/').rsplit('/').next().unwrap().parse().unwrap();
    let code = crate::evidence::dossiers::code_of(&mut site.app.db.read().await.unwrap(), id).await.unwrap();
    let path = format!("/genuine/{code}/");
    assert_eq!(stranger.get(&path).await.status, 200);
    path
}

#[tokio::test]
async fn a_password_is_asked_for_and_cannot_be_guessed() {
    let site = Site::with_ordinary_limits().await;
    let (_, mut ines) = ines_who_wrote(&site).await;
    let (_, edition) = shared(&mut ines).await;
    let short = ines.post(&format!("{edition}link"), &[("days", "30"), ("password", "short")]).await;
    assert_eq!((short.status.as_u16(), short.count("#d-password-error")), (422, 1));
    let link = link(&mut ines, &edition, "a sentence we agreed on").await;
    let mut stranger = site.stranger();
    let page = stranger.get(&link).await;
    assert_eq!((page.status.as_u16(), page.count("#d-password")), (200, 1));
    assert!(!page.body.contains("Ines") && !page.body.contains("My year"), "{}", page.text("main"));
    let open = format!("{link}open");
    let wrong = stranger.post(&open, &[("password", "a sentence we agreed")]).await;
    assert_eq!((wrong.status.as_u16(), wrong.body.contains("My year")), (422, false));
    assert_eq!(stranger.post(&format!("{link}dossier.jsonld"), &[]).await.status, 403);
    let right = stranger.post(&open, &[("password", "a sentence we agreed on")]).await;
    assert!(right.text("main").contains("I ask earlier now."));
    assert_eq!(right.headers["cache-control"], "no-store");
    let key = right.attributes("input[name=key]", "value").remove(0);
    assert_eq!(stranger.post(&format!("{link}dossier.jsonld"), &[("key", &key)]).await.status, 200);
    // What was opened once is opened for nobody else, nor by its address.
    assert_eq!(site.stranger().get(&link).await.count("#d-password"), 1);
    assert_ne!(site.stranger().get(&open).await.status, 200);
    let mut last = 0;
    for _ in 0..12 {
        last = stranger.post(&open, &[("password", "guessed again")]).await.status.as_u16();
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn somebody_attests_one_edition_with_an_address_that_is_confirmed_and_no_other_edition() {
    let site = Site::new().await;
    let (_, mut ines) = ines_who_wrote(&site).await;
    let (address, first) = shared(&mut ines).await;
    let reading = link(&mut ines, &first, "").await;
    let asked_for = asked(&mut ines, &first).await;
    let mut jo = site.stranger();
    let page = jo.get(&asked_for).await;
    assert!(page.text("main").contains("I ask earlier now.") && page.text(".lede").contains("Manager"));
    assert_eq!(page.headers["cache-control"], "no-store");
    for missing in ["name", "position", "email"] {
        let some: Vec<_> = JO.into_iter().filter(|(name, _)| *name != missing).collect();
        let refused = jo.post(&format!("{asked_for}sign"), &some).await;
        assert_eq!(refused.status, 422, "{missing}");
        assert!(refused.body.contains("Seen with Ines."), "what was typed is kept");
    }
    let (number, code) = signed(&site, &mut jo, &asked_for, &JO).await;
    let confirm = format!("{asked_for}confirm");
    let wrong: String = code.chars().map(|digit| if digit == '0' { '1' } else { '0' }).collect();
    assert_eq!(jo.post(&confirm, &[("signature", &number), ("code", &wrong)]).await.status, 422);
    assert!(!site.stranger().get(&reading).await.body.contains("Jo Marsh"), "nothing counts yet");
    assert_eq!(jo.post(&confirm, &[("signature", &number), ("code", &code)]).await.status, 303);
    assert_eq!(jo.post(&confirm, &[("signature", &number), ("code", &code)]).await.status, 303);
    // A second signature under it is none.
    let again =
        jo.post(&format!("{asked_for}sign"), &[("name", "Sam"), ("position", "x"), ("email", "s@example.org")]).await;
    assert!(again.text("#done").contains("Signed"), "{}", again.text("main"));
    let shown = site.stranger().get(&reading).await.text("main");
    assert!(shown.contains("Jo Marsh, Head of service") && shown.contains("jo@example.org"), "{shown}");
    let letters = site.letters().await;
    let told = letters.iter().filter(|letter| letter.contains("Jo Marsh has attested")).count();
    assert_eq!(told, 1, "{letters:?}");
    // What is made anew nobody has attested.
    choose_all(&mut ines, &address, &[("reflection", "Another word.")]).await;
    let second = edition(&mut ines, &address).await;
    assert_ne!(first, second);
    let reading = link(&mut ines, &second, "").await;
    assert!(!site.stranger().get(&reading).await.body.contains("Jo Marsh"));
    // A link that was taken back takes no signature, nor the code of one that waits.
    let asked_for = asked(&mut ines, &second).await;
    let (number, code) = signed(&site, &mut jo, &asked_for, &JO).await;
    let ends = ines.get(&second).await.attributes("form[action$='/end']", "action");
    let end = ends.iter().find(|path| path.contains("/attestations/")).expect("it can be taken back").clone();
    ines.post(&end, &[]).await;
    let late = jo.post(&format!("{asked_for}confirm"), &[("signature", &number), ("code", &code)]).await;
    assert_eq!(late.status, 410);
    assert!(!site.stranger().get(&reading).await.body.contains("Jo Marsh"));
}

#[tokio::test]
async fn a_code_for_a_signature_is_good_for_that_one_for_a_while_and_five_tries() {
    let site = Site::new().await;
    let (_, mut ines) = ines_who_wrote(&site).await;
    let (_, edition) = shared(&mut ines).await;
    let (one, other) = (asked(&mut ines, &edition).await, asked(&mut ines, &edition).await);
    let mut jo = site.stranger();
    let (number, code) = signed(&site, &mut jo, &one, &JO).await;
    let elsewhere = jo.post(&format!("{other}confirm"), &[("signature", &number), ("code", &code)]).await;
    assert_eq!(elsewhere.status, 422);
    let wrong: String = code.chars().map(|digit| if digit == '0' { '1' } else { '0' }).collect();
    for _ in 0..5 {
        let tried = jo.post(&format!("{one}confirm"), &[("signature", &number), ("code", &wrong)]).await;
        assert_eq!(tried.status, 422);
    }
    let right = jo.post(&format!("{one}confirm"), &[("signature", &number), ("code", &code)]).await;
    assert_eq!((right.status.as_u16(), right.count("form[action$=sign]")), (422, 1));
    let (number, code) = signed(&site, &mut jo, &other, &JO).await;
    site.pass_minutes(31);
    let late = jo.post(&format!("{other}confirm"), &[("signature", &number), ("code", &code)]).await;
    assert_eq!(late.status, 422);
}

#[tokio::test]
async fn whoever_holds_a_file_learns_whether_it_is_genuine_and_nothing_more() {
    let site = Site::new().await;
    let (_, mut ines) = ines_who_wrote(&site).await;
    let (_, edition) = shared(&mut ines).await;
    let file = ines.bytes(&format!("{edition}dossier.jsonld")).await;
    let said: Value = serde_json::from_slice(&file).unwrap();
    assert_eq!((said["name"].as_str(), said["workTime"].as_str()), (Some("My year"), Some("PT60M")));
    assert_eq!(said["@context"]["@vocab"], "https://schema.org/");
    let text = String::from_utf8(file.to_vec()).unwrap();
    assert!(!text.contains("Bram") && !text.contains("bram") && !text.contains("Between the two"), "{text}");
    let code = said["identifier"].as_str().unwrap();
    let check = format!("/genuine/{code}/");
    let mut stranger = site.stranger();
    let page = stranger.get(&check).await;
    assert_eq!(page.status, 200);
    let yes = stranger.upload(&check, "file", "dossier.jsonld", &file).await;
    assert_eq!(yes.text("#found"), "Genuine and unchanged.");
    let mut changed = file.to_vec();
    *changed.last_mut().unwrap() ^= 1;
    let no = stranger.upload(&check, "file", "dossier.jsonld", &changed).await;
    assert!(no.text("#found").contains("not one that was given out"));
    for page in [page, yes, no] {
        for word in ["Ines", "My year", "I ask earlier"] {
            assert!(!page.body.contains(word), "{word}");
        }
    }
    assert_eq!(stranger.upload(&check, "file", "nothing", b"").await.status, 422);
    assert_eq!(stranger.get("/genuine/guessed/").await.status, 404);
    // A file of one edition is none of another.
    let (_, other) = shared(&mut site.member("otto").await.1).await;
    let other = ines_check(&mut stranger, &site, &other).await;
    let elsewhere = stranger.upload(&other, "file", "dossier.jsonld", &file).await;
    assert!(elsewhere.text("#found").contains("not one that was given out"));
    // With a signature there is a later one; what was given out before stays genuine.
    let asked_for = asked(&mut ines, &edition).await;
    let (number, typed) = signed(&site, &mut stranger, &asked_for, &JO).await;
    stranger.post(&format!("{asked_for}confirm"), &[("signature", &number), ("code", &typed)]).await;
    let earlier = stranger.upload(&check, "file", "dossier.jsonld", &file).await;
    assert!(earlier.text("#found").contains("a later version"), "{}", earlier.text("main"));
    let later = ines.bytes(&format!("{edition}dossier.jsonld")).await;
    let said: Value = serde_json::from_slice(&later).unwrap();
    assert_eq!(said["attestation"][0]["author"]["email"], "jo@example.org");
    assert_eq!(
        stranger.upload(&check, "file", "dossier.jsonld", &later).await.text("#found"),
        "Genuine and unchanged."
    );
}

#[tokio::test]
async fn what_was_said_where_few_may_read_names_no_place() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (gwil, mut his) = site.member("gwil").await;
    let tribe = site.tribe(&gwil, "Quiet corner", Door::Open).await;
    site.come_in(&tribe, &ines).await;
    let discussion = site.discussion(&gwil, &tribe, "Whom we lost").await;
    site.comment(&ines, PostId(discussion.0), None, "My own words, to Gwil.").await;
    let address = begun(&mut client).await;
    choose_all(&mut client, &address, &[]).await;
    let edition = edition(&mut client, &address).await;
    let page = client.get(&edition).await;
    let shown = page.text("section[aria-labelledby=as-read]");
    assert!(shown.contains("My own words, to [the guide]."), "{shown}");
    assert!(!shown.contains("Whom we lost") && !shown.contains("Quiet corner"), "{shown}");
    // Of oneself what others wrote there is nothing to choose from.
    let other = begun(&mut his).await;
    assert!(!his.get(&other).await.body.contains("My own words"));
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(ines.get("/me/dossiers/").await.count(".empty"), 1);
    let wrong = [("title", ""), ("from", "2026-01-01"), ("until", "2025-01-01")];
    let refused = ines.post("/me/dossiers/new", &wrong).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.attributes("#d-until", "value"), ["2025-01-01"]);
    // Pressed twice, it is one.
    assert_eq!(begun(&mut ines).await, begun(&mut ines).await);
    let address = begun(&mut ines).await;
    let seen = ines.get(&address).await.attributes("input[name=seen]", "value").remove(0);
    let long = "x".repeat(10_001);
    for (fields, wrong) in [
        (vec![("title", "")], "d-title"),
        (vec![("until", "2019-01-01")], "d-until"),
        (vec![("from", "2010-01-01")], "d-until"),
        (vec![("from", "soon")], "d-from"),
        (vec![("lang", "xx")], "d-lang"),
        (vec![("reflection", long.as_str())], "d-reflection"),
    ] {
        let mut all = vec![("title", "A"), ("from", "2020-01-01"), ("until", "2028-12-31"), ("lang", "en")];
        all.extend([("reflection", "Kept."), ("seen", seen.as_str())]);
        all.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
        all.extend(fields);
        let refused = ines.post(&address, &all).await;
        assert_eq!(refused.status, 422, "{wrong}");
        assert_eq!(refused.count(&format!("#{wrong}-error")), 1, "{wrong}: {}", refused.text("main"));
        assert!(wrong == "d-reflection" || refused.text("#d-reflection") == "Kept.");
    }
    // Nothing is shared of nothing.
    let share = ines.get(&format!("{address}share")).await;
    let seen = share.attributes("input[name=seen]", "value").remove(0);
    let empty = ines.post(&format!("{address}share"), &[("seen", &seen), ("do", "make")]).await;
    assert_eq!((empty.status.as_u16(), empty.count(".notice.bad")), (422, 1));
    // Another window was faster: what is typed here stays.
    site.pass_minutes(1);
    choose_all(&mut ines, &address, &[]).await;
    let old = ines.get(&address).await.attributes("input[name=seen]", "value").remove(0);
    site.pass_minutes(1);
    choose_all(&mut ines, &address, &[]).await;
    let fields = [
        ("title", "A"),
        ("from", "2020-01-01"),
        ("until", "2028-12-31"),
        ("lang", "en"),
        ("reflection", "Two."),
        ("seen", &old),
    ];
    let late = ines.post(&address, &fields).await;
    assert_eq!((late.status.as_u16(), late.text("#d-reflection")), (422, "Two.".into()));
}

#[tokio::test]
async fn one_press_chooses_all_of_a_kind_or_none_and_a_name_can_be_left_or_added() {
    let site = Site::new().await;
    let (_, mut ines) = ines_who_wrote(&site).await;
    let address = begun(&mut ines).await;
    let seen = ines.get(&address).await.attributes("input[name=seen]", "value").remove(0);
    let fields = [
        ("title", "My year"),
        ("from", "2020-01-01"),
        ("until", "2028-12-31"),
        ("lang", "en"),
        ("reflection", "Jo Marsh and Bram."),
        ("seen", &seen),
        ("do", "all:entry"),
    ];
    let chosen = ines.post(&address, &fields).await.location().unwrap();
    let page = ines.get(&chosen).await;
    let items = page.attributes("input[name=item][checked]", "value");
    assert!(items.len() == 1 && items[0].starts_with("entry:"), "{items:?}");
    assert_eq!(page.count("details#of-entry[open]"), 1);
    let share = format!("{address}share");
    let look = ines.post(&share, &[("more", "Jo Marsh"), ("do", "look")]).await;
    assert_eq!(look.status, 200);
    assert_eq!(look.attributes("input[name=name]", "value"), ["Bram", "Jo Marsh"]);
    let seen = look.attributes("input[name=seen]", "value").remove(0);
    let fields = [
        ("more", "Jo Marsh"),
        ("listed", "Bram"),
        ("listed", "Jo Marsh"),
        ("name", "Jo Marsh"),
        ("seen", &seen),
        ("do", "make"),
    ];
    let edition = ines.post(&share, &fields).await.location().expect("an edition is made");
    assert_eq!(ines.post(&share, &fields).await.location(), Some(edition.clone()), "pressed twice, it is one");
    let shown = ines.get(&edition).await.text("section[aria-labelledby=as-read]");
    assert!(shown.contains("[a participant] and Bram.") && shown.contains("A morning with Bram"), "{shown}");
}
