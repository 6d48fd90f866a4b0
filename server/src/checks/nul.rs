//! A byte that PostgreSQL refuses and SQLite keeps is in no address and in no text, whatever is asked for and sent.

use rstest::rstest;

use crate::{
    checks::{fences, testing::Site},
    people::members::Role,
    talk::posts::Audience,
};

/// What is typed into the fields of all forms, as it would be taken.
const FIELDS: [(&str, &str); 37] = [
    ("text", "Some words"),
    ("title", "A title"),
    ("tagline", "A line"),
    ("address", "somewhere-else"),
    ("name", "Marta"),
    ("handle", "marta"),
    ("email", "somebody@example.org"),
    ("emails", "somebody@example.net"),
    ("website", "example.org"),
    ("bio", "About me"),
    ("job", "Librarian"),
    ("workplace", "A school"),
    ("place", "Porto"),
    ("who", "marta"),
    ("why", "To learn"),
    ("words", "Come in"),
    ("password", "a sentence she likes"),
    ("present", "a sentence she likes"),
    ("old", "a sentence she likes"),
    ("new", "a sentence she likes"),
    ("language", "en"),
    ("lang", "en"),
    ("zone", "Europe/Lisbon"),
    ("time_zone", "Europe/Lisbon"),
    ("slug", "a-slug"),
    ("tags", "one, two"),
    ("audience", "public"),
    ("comments", "open"),
    ("joining", "open"),
    ("guests", "first"),
    ("edit_minutes", "15"),
    ("emoji", "yes"),
    ("role", "participant"),
    ("parent", ""),
    ("next", "/"),
    ("do", "keep"),
    ("edited", ""),
];

/// Those of them that are chosen from a list, and read as nothing else.
const CHOSEN: [&str; 9] =
    ["lang", "zone", "audience", "comments", "joining", "guests", "edit_minutes", "emoji", "role"];

/// A part of the addresses at a time, so that they are tried side by side.
#[rstest]
#[tokio::test]
async fn no_address_and_no_field_can_hold_what_one_of_the_databases_refuses(#[values(0, 1, 2, 3)] part: usize) {
    let site = Site::new().await;
    let (owner, mut member) = site.member_as("marta", Role::Organiser).await;
    site.member_as("head", Role::Organiser).await;
    let post = site.post(&owner, "A post").await;
    let draft = site.draft(&owner, "A draft", Audience::Public).await;
    let comment = site.comment(&owner, post, None, "A comment").await;
    let mut wrong = vec![];
    for (path, methods) in fences::routes().into_iter().skip(part).step_by(4) {
        // Each place in turn holds the byte, alone and among letters.
        for place in path.match_indices('{').map(|(at, _)| at) {
            let end = place + path[place..].find('}').unwrap() + 1;
            for nul in ["%00", "a%00b"] {
                let address = format!("{}{nul}{}", &path[..place], &path[end..]).replace(['{', '}'], "");
                let status = member.get_head(&address).await.status;
                if status != 404 {
                    wrong.push(format!("GET {address}: {status}"));
                }
            }
        }
        let id = match path.split('/').nth(1) {
            Some("comments") => comment.to_string(),
            Some("me") => draft.to_string(),
            Some("manage") => owner.id.to_string(),
            _ => post.to_string(),
        };
        let address = path.replace("{id}", &id).replace("{blog}", "marta").replace(['{', '}'], "");
        if methods.contains(&"GET") {
            for name in ["q", "after", "before", "view", "next", "p", "thread", "reply", "hidden", "invite", "saved"] {
                let status = member.get_head(&format!("{address}?{name}=a%00b")).await.status;
                if status.is_server_error() {
                    wrong.push(format!("GET {address}?{name}: {status}"));
                }
            }
        }
        if !methods.contains(&"POST") || ["/sign-out", "/me/picture"].contains(&path.as_str()) {
            continue;
        }
        for (name, _) in FIELDS.into_iter().filter(|(name, _)| !CHOSEN.contains(name)) {
            let fields: Vec<(&str, String)> = FIELDS
                .iter()
                .map(|&(other, typed)| (other, if other == name { format!("\0{typed}\0") } else { typed.to_owned() }))
                .collect();
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, typed)| (*name, typed.as_str())).collect();
            let for_all = !path.starts_with("/me/") && !path.starts_with("/manage/");
            let mut clients = vec![site.signed_in(owner.id).await];
            clients.extend(for_all.then(|| site.stranger()));
            for mut client in clients {
                let reply = client.post(&address, &fields).await;
                if reply.status.is_server_error() || reply.body.contains('\0') {
                    wrong.push(format!("POST {address} with {name}: {}", reply.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
