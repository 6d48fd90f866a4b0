//! The access table of courses: every address of one, as everybody there may be to it. A course that is open, one that is
//! being prepared, and the statuses where they differ. Forms are sent empty: 422 says that one may send it.

use rstest::rstest;

use crate::{
    audiences::circles::{Joining, Part},
    checks::testing::{Client, Site},
    course::{
        assignments,
        courses::{self, Course, Draft},
        discussions, homerooms, media, modules,
    },
    ids::{CircleId, ConversationId, MemberId, RowId},
    kit::{db::Tx, i18n::Lang, local_time::Day},
    people::members::{Member, Role},
    talk::posts::Audience,
};

#[rustfmt::skip]
const TABLE: &str = "
#                                                       stranger outsider participant elsewhere guide instructor organiser
GET  /courses/                                                200 200 200 200 200 200 200
GET  /manage/courses/new                                      401 403 403 403 403 403 200
POST /manage/courses/new                                      401 403 403 403 403 403 422
GET  /courses/{course}/                                       200 200 200 200 200 200 200
POST /courses/{course}/join                                   401 303 303 303 303 303 303
GET  /courses/{course}/name                                   401 404 200 404 404 404 404
POST /courses/{course}/name                                   401 404 303 404 404 404 404
GET  /courses/{course}/leave                                  401 404 200 200 200 200 404
POST /courses/{course}/leave                                  401 303 303 303 303 303 303
GET  /courses/{course}/manage/                                401 404 404 404 404 200 200
POST /courses/{course}/manage/                                401 404 404 404 404 422 422
POST /courses/{course}/manage/open                            401 404 404 404 404 303 303
POST /courses/{course}/manage/close                           401 404 404 404 404 303 303
POST /courses/{course}/manage/reopen                          401 404 404 404 404 303 303
GET  /courses/{course}/manage/people/                         401 404 404 404 404 200 200
GET  /courses/{course}/manage/invitations/                    401 404 404 404 404 200 200
POST /courses/{course}/manage/invitations/                    401 404 404 404 404 422 422
POST /courses/{course}/manage/invitations/{id}/again          401 404 404 404 404 404 404
POST /courses/{course}/manage/invitations/{id}/take-back      401 404 404 404 404 404 404
GET  /courses/{course}/map/                                   404 404 200 200 200 200 200
POST /courses/{course}/manage/people/invite                   401 404 404 404 404 422 422
POST /courses/{course}/manage/people/{id}/let-in              401 404 404 404 404 303 303
POST /courses/{course}/manage/people/{id}/turn-away           401 404 404 404 404 303 303
POST /courses/{course}/manage/people/{id}/part                401 404 404 404 404 404 404
GET  /courses/{course}/manage/copy                            401 404 404 404 404 403 200
POST /courses/{course}/manage/copy                            401 404 404 404 404 403 422
GET  /courses/{course}/manage/modules/                        401 404 404 404 404 200 200
POST /courses/{course}/manage/modules/add                     401 404 404 404 404 422 422
POST /courses/{course}/manage/modules/weeks                   401 404 404 404 404 422 422
GET  /courses/{course}/manage/modules/{id}/                   401 404 404 404 404 200 200
POST /courses/{course}/manage/modules/{id}/                   401 404 404 404 404 422 422
GET  /courses/{course}/manage/modules/{id}/wrap-up            401 404 404 404 404 200 200
POST /courses/{course}/manage/modules/{id}/wrap-up            401 404 404 404 404 303 303
POST /courses/{course}/manage/modules/{id}/question           401 404 404 404 404 303 303
POST /courses/{course}/manage/modules/{id}/open               401 404 404 404 404 303 303
POST /courses/{course}/manage/modules/{id}/live/cancel        401 404 404 404 404 303 303
POST /courses/{course}/manage/modules/{id}/live/restore       401 404 404 404 404 303 303
POST /courses/{course}/manage/modules/{id}/delete             401 404 404 404 404 303 303
POST /courses/{course}/manage/modules/{id}/shift              401 404 404 404 404 303 303
POST /courses/{course}/manage/modules/{id}/items              401 404 404 404 404 422 422
POST /courses/{course}/manage/modules/{id}/items/shift        401 404 404 404 404 400 400
POST /courses/{course}/manage/links                           401 404 404 404 404 303 303
GET  /courses/{course}/manage/modules/{id}/items/{item}/      401 404 404 404 404 200 200
POST /courses/{course}/manage/modules/{id}/items/{item}/file  400 400 400 400 400 400 400
POST /courses/{course}/manage/modules/{id}/items/{item}/file/remove 401 404 404 404 404 303 303
POST /courses/{course}/manage/modules/{id}/items/{item}/captions 400 400 400 400 400 400 400
POST /courses/{course}/manage/modules/{id}/items/{item}/captions/remove 401 404 404 404 404 303 303
GET  /courses/{course}/{module}/files/{item}                  404 404 200 200 200 200 200
GET  /courses/{course}/{module}/captions/{item}/{lang}        404 404 200 200 200 200 200
GET  /courses/{course}/{module}/                              404 404 200 200 200 200 200
POST /courses/{course}/{module}/comments                      404 404 422 422 422 422 404
POST /courses/{course}/{module}/ticks                         401 404 400 400 400 400 404
GET  /courses/{course}/stream/                                200 200 200 200 200 200 200
GET  /courses/{course}/stream/live                            200 200 200 200 200 200 200
GET  /courses/{course}/homerooms/                             401 404 303 303 303 303 303
GET  /courses/{course}/homerooms/{number}/                    401 404 200 404 200 200 200
GET  /courses/{course}/homerooms/{number}/console/            401 404 404 404 200 200 200
GET  /courses/{course}/console/                               401 404 404 200 200 200 200
POST /courses/{course}/claims/{id}                            401 404 404 303 303 303 303
POST /courses/{course}/claims/{id}/let-go                     401 404 404 303 303 303 303
GET  /courses/{course}/manage/homerooms/                      401 404 404 404 404 200 200
POST /courses/{course}/manage/homerooms/place                 401 404 404 404 404 422 422
POST /courses/{course}/manage/homerooms/add                   401 404 404 404 404 303 303
GET  /courses/{course}/manage/homerooms/{number}/             401 404 404 404 404 200 200
POST /courses/{course}/manage/homerooms/{number}/name         401 404 404 404 404 422 422
POST /courses/{course}/manage/homerooms/{number}/guide        401 404 404 404 404 400 400
POST /courses/{course}/manage/homerooms/{number}/no-guide     401 404 404 404 404 400 400
POST /courses/{course}/manage/homerooms/{number}/move         401 404 404 404 404 400 400
GET  /courses/{course}/talk/{room}/                           401 404 404 200 200 200 404
GET  /courses/{course}/talk/{room}/new                        401 404 404 200 200 200 404
POST /courses/{course}/talk/{room}/new                        401 404 404 422 422 422 404
GET  /courses/{course}/talk/{room}/{id}/                      401 404 404 404 404 404 404
POST /courses/{course}/talk/{room}/{id}/comments              401 404 404 404 404 404 404
GET  /courses/{course}/talk/{room}/{id}/edit                  401 404 404 404 404 404 404
POST /courses/{course}/talk/{room}/{id}/edit                  401 404 404 404 404 404 404
POST /courses/{course}/talk/{room}/{id}/pin                   401 404 404 404 404 404 404
POST /courses/{course}/talk/{room}/{id}/unpin                 401 404 404 404 404 404 404
POST /courses/{course}/talk/{room}/{id}/close                 401 404 404 404 404 404 404
POST /courses/{course}/talk/{room}/{id}/reopen                401 404 404 404 404 404 404
GET  /courses/{course}/talk/{room}/{id}/delete                401 404 404 404 404 404 404
POST /courses/{course}/talk/{room}/{id}/delete                401 404 404 404 404 404 404
GET  /courses/{course}/completion/                            401 404 200 404 404 404 404
POST /courses/{course}/completion/                            401 404 400 404 404 404 404
GET  /courses/{course}/manage/completion/                     401 404 404 404 404 200 200
POST /courses/{course}/manage/completion/                     401 404 404 404 404 422 422
POST /courses/{course}/manage/completion/sign                 401 404 404 404 404 400 400
GET  /courses/{course}/manage/completion/{id}/                401 404 404 404 404 404 404
POST /courses/{course}/manage/completion/{id}/                401 404 404 404 404 404 404
GET  /announcements/for/{circle}/                             401 404 200 200 200 200 404
GET  /announcements/for/{circle}/new                          401 404 404 404 404 200 404
POST /announcements/for/{circle}/new                          401 404 404 404 404 422 404
GET  /announcements/for/{circle}/{id}/                        401 404 404 404 404 404 404
GET  /announcements/for/{circle}/{id}/edit                    401 404 404 404 404 404 404
POST /announcements/for/{circle}/{id}/edit                    401 404 404 404 404 404 404
POST /announcements/for/{circle}/{id}/publish                 401 404 404 404 404 404 404
POST /announcements/for/{circle}/{id}/withdraw                401 404 404 404 404 404 404
GET  /courses/{course}/manage/assignments/                    401 404 404 404 404 200 200
GET  /courses/{course}/manage/assignments/new                 401 404 404 404 404 200 200
POST /courses/{course}/manage/assignments/new                 401 404 404 404 404 422 422
GET  /courses/{course}/manage/assignments/{id}/               401 404 404 404 404 200 200
POST /courses/{course}/manage/assignments/{id}/               401 404 404 404 404 422 422
POST /courses/{course}/manage/assignments/{id}/open           401 404 404 404 404 303 303
POST /courses/{course}/manage/assignments/{id}/delete         401 404 404 404 404 303 303
GET  /courses/{course}/assignments/                           404 404 200 200 200 200 200
GET  /courses/{course}/assignments/{slug}/                    404 404 200 200 200 200 200
POST /courses/{course}/assignments/{slug}/comments            404 404 422 422 422 422 404
POST /courses/{course}/assignments/{slug}/hand-in             401 404 422 422 422 422 404
POST /courses/{course}/assignments/{slug}/file                400 400 400 400 400 400 400
POST /courses/{course}/assignments/{slug}/withdraw            401 404 303 303 303 303 404
GET  /courses/{course}/assignments/{slug}/files/{id}          401 404 404 404 404 404 404
POST /courses/{course}/assignments/{slug}/reviews             401 404 303 303 303 303 404
GET  /courses/{course}/assignments/{slug}/reviews/{id}/       401 404 404 404 404 404 404
POST /courses/{course}/assignments/{slug}/reviews/{id}/       401 404 404 404 404 404 404
POST /courses/{course}/assignments/{slug}/reviews/{id}/back   401 404 404 404 404 404 404
POST /courses/{course}/assignments/{slug}/reviews/{id}/answer 401 404 404 404 404 404 404
GET  /courses/{course}/assignments/{slug}/work/               401 404 404 200 200 200 200
GET  /courses/{course}/assignments/{slug}/work/{id}/          401 404 404 404 404 404 404
POST /courses/{course}/assignments/{slug}/work/{id}/review    401 404 404 404 404 404 404
POST /courses/{course}/assignments/{slug}/extensions          401 404 404 422 422 422 422
";

/// What is a homeroom's own: of its participants, its guide, and whoever leads the course, not of guides elsewhere.
#[rustfmt::skip]
const IN_A_HOMEROOM: &str = "
#                                                       stranger outsider participant elsewhere guide instructor organiser
GET  /courses/{course}/talk/1/                                401 404 303 404 303 303 303
GET  /courses/{course}/talk/1/new                             401 404 200 404 200 404 404
POST /courses/{course}/talk/1/new                             401 404 422 404 422 404 404
GET  /courses/{course}/talk/1/{talk}/                         401 404 200 404 200 404 404
POST /courses/{course}/talk/1/{talk}/comments                 401 404 422 404 422 404 404
GET  /courses/{course}/talk/1/{talk}/edit                     401 404 404 404 404 404 404
POST /courses/{course}/talk/1/{talk}/pin                      401 404 404 404 303 404 404
GET  /courses/{course}/talk/1/{talk}/delete                   401 404 404 404 200 404 404
GET  /announcements/for/{homeroom}/                           401 404 200 404 200 404 404
GET  /announcements/for/{homeroom}/new                        401 404 404 404 200 404 404
POST /announcements/for/{homeroom}/new                        401 404 404 404 422 404 404
";

/// `elsewhere` guides another homeroom of the same course, `guide` the one that is asked for.
const KINDS: [&str; 7] = ["stranger", "outsider", "participant", "elsewhere", "guide", "instructor", "organiser"];

/// The rows: method, address, and a status for each kind of visitor.
pub fn rows() -> Vec<Vec<&'static str>> {
    lines(TABLE)
}

fn lines(table: &'static str) -> Vec<Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_whitespace().collect()).collect()
}

/// What a course of tests is.
pub fn draft(title: &str) -> Draft {
    Draft {
        title: title.into(),
        tagline: String::new(),
        source: String::new(),
        outcomes: String::new(),
        lang: Lang::En,
        time_zone: "Europe/Berlin".into(),
        starts_on: "2026-09-07".parse().unwrap(),
        ends_on: "2026-11-29".parse().unwrap(),
        joining: Joining::Open,
        places: None,
        audience: Audience::Me,
        titles_ahead: true,
    }
}

/// What an assignment of tests is: a post or a file, due at any time, with one review to give.
pub fn essay() -> assignments::Draft {
    assignments::Draft {
        title: "Your week".into(),
        source: "Write about *your* week.".into(),
        module: None,
        needed: true,
        choice: String::new(),
        kind: assignments::Kind::Either,
        opens: None,
        due: None,
        reviews: 1,
        review_days: 7,
        closes: None,
        questions: "What stayed with you?\nAre its sources named? | not yet | yes".into(),
    }
}

/// An open course at an address, led by this member.
pub async fn course(site: &Site, by: &Member, address: &str, draft: &Draft) -> Course {
    let id = site.app.db.change(async |tx| courses::begin(tx, by, address, draft, None).await).await.unwrap().unwrap();
    let found = courses::find(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    site.app.db.always(async |tx| courses::open(tx, by, &found).await).await.unwrap();
    courses::find(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

/// Makes a member an instructor, guide or participant of a course.
pub async fn put(site: &Site, course: &Course, member: MemberId, part: Part) {
    site.app.db.change(async |tx| courses::give_part(tx, course, member, part).await).await.unwrap().unwrap();
}

/// Somebody new of this kind. A homeroom, if the course has any, gets who belongs there.
async fn visitor(site: &Site, course: &Course, kind: &str, row: usize) -> Client {
    let role = if kind == "organiser" { Role::Organiser } else { Role::Participant };
    if kind == "stranger" {
        return site.stranger();
    }
    let (member, client) = site.member_as(&format!("{kind}{row}"), role).await;
    let homeroom = async |number| {
        let mut conn = site.app.db.read().await.unwrap();
        homerooms::at(&mut conn, course.id, number).await.unwrap().unwrap().id
    };
    match kind {
        "participant" => {
            put(site, course, member.id, Part::Member).await;
            let room = Some(homeroom("1").await);
            site.app.db.always(async |tx| homerooms::move_to(tx, course.id, member.id, room).await).await.unwrap();
        }
        "guide" | "elsewhere" => {
            put(site, course, member.id, Part::Guide).await;
            let room = homeroom(if kind == "guide" { "1" } else { "2" }).await;
            site.app.db.always(async |tx| homerooms::give_guide(tx, course, room, member.id).await).await.unwrap();
        }
        "instructor" => put(site, course, member.id, Part::Instructor).await,
        _ => {}
    }
    client
}

/// Each kind by itself, so that they are tried side by side.
#[rstest]
#[tokio::test]
async fn every_address_of_a_course_answers_everybody_as_the_table_says(#[values(0, 1, 2, 3, 4, 5, 6)] column: usize) {
    let kind = KINDS[column];
    let site = Site::new().await;
    let (marta, _) = site.member_as("marta", Role::Organiser).await;
    let (asking, _) = site.member("asking").await;
    let mut wrong = vec![];
    for (number, row) in rows().iter().chain(&lines(IN_A_HOMEROOM)).enumerate() {
        let (method, path, expected) = (row[0], row[1], row[2 + column]);
        let address = format!("course-{number}");
        let course = course(&site, &marta, &address, &Draft { joining: Joining::Ask, ..draft("Open learning") }).await;
        let things = things(&site, &course, &marta, asking.id, path).await;
        let mut client = visitor(&site, &course, kind, number).await;
        let places = [
            ("{course}", address.as_str()),
            ("{circle}", &*course.id.to_string()),
            ("{slug}", "essay"),
            ("{room}", "staff"),
            ("{number}", "1"),
            ("{module}", "week-one"),
            ("{id}", &things.id.to_string()),
            ("{item}", &things.item.to_string()),
            ("{homeroom}", &things.homeroom.to_string()),
            ("{talk}", &things.talk.to_string()),
            ("{lang}", "en"),
        ];
        let path = places.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value));
        let reply = match method {
            "GET" if path.ends_with("/live") => client.get_head(&path).await,
            "GET" => client.get(&path).await,
            _ => client.post(&path, &[]).await,
        };
        if reply.status.as_str() != expected {
            wrong.push(format!("{method} {} as {kind}: {} and not {expected}", row[1], reply.status.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn room(number: i64) -> String {
    format!("Homeroom {number}")
}

/// A recording with captions among what there is to view in a module.
pub async fn recording(site: &Site, course: &Course, module: ConversationId) -> RowId {
    let view = modules::ItemDraft {
        part: modules::Part::View,
        core: true,
        follows: None,
        minutes: None,
        title: "A talk".into(),
        author: String::new(),
        address: String::new(),
        licence: String::new(),
        note: String::new(),
    };
    let module = modules::in_course(&mut site.app.db.read().await.unwrap(), course.id, module).await.unwrap().unwrap();
    let item = site.app.db.always(async |tx| modules::add_item(tx, &module, &view).await).await.unwrap().unwrap();
    let mut incoming = site.app.files.begin().await.unwrap();
    incoming.add(b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41 and what follows").await.unwrap();
    let arrived = incoming.done().await.unwrap();
    assert!(media::attach(&site.app, course.id, module.id, item, &arrived, "talk.mp4").await.unwrap());
    let medium = media::of_item(&mut site.app.db.read().await.unwrap(), module.id, item).await.unwrap().unwrap();
    let vtt = media::checked(b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Good morning.\n").unwrap();
    let captioned = site.app.db.change(async |tx| media::caption_with(tx, course.id, &medium, "en", &vtt).await);
    captioned.await.unwrap().unwrap();
    item
}

/// What addresses name.
struct Things {
    /// The module, the assignment or the one who asks, whichever the address is of.
    id: i64,
    /// The recording in the module.
    item: RowId,
    /// The first homeroom.
    homeroom: CircleId,
    /// What is discussed in it.
    talk: ConversationId,
}

/// Two homerooms with a discussion in the first, an open module with a recording, an assignment, and somebody who asks.
async fn things(site: &Site, course: &Course, by: &Member, asking: MemberId, path: &str) -> Things {
    let week = modules::Draft::named(modules::Kind::Module, "Week one", None, None);
    let module = async |tx: &mut Tx| {
        courses::join(tx, course, asking, "").await?;
        homerooms::add(tx, course, room).await?;
        homerooms::add(tx, course, room).await?;
        let id = modules::add(tx, course, by.id, &week).await?.unwrap();
        modules::open(tx, course, id).await?;
        Ok(id)
    };
    let module = site.app.db.always(module).await.unwrap();
    let essay = assignments::Draft { title: "Essay".into(), ..essay() };
    let homeroom = homerooms::at(&mut site.app.db.read().await.unwrap(), course.id, "1").await.unwrap().unwrap();
    let said = discussions::Draft { title: "Hello".into(), source: "From us.".into(), lang: Lang::En };
    let text = discussions::render(&mut site.app.db.read().await.unwrap(), &said, false).await.unwrap();
    let url = format!("{}talk/1/", course.url());
    let group = discussions::Group { circle: homeroom.id, url: &url };
    let task = async |tx: &mut Tx| {
        let id = assignments::add(tx, course, by.id, &essay).await?.unwrap();
        assignments::open(tx, course, id).await?;
        Ok((id, discussions::begin(tx, by.id, group, &said, &text).await?))
    };
    let (task, talk) = site.app.db.always(task).await.unwrap();
    let item = recording(site, course, module).await;
    let id = if path.contains("modules") {
        module.0
    } else if path.contains("manage/assignments") {
        task.0
    } else {
        asking.0
    };
    Things { id, item, homeroom: homeroom.id, talk }
}

#[tokio::test]
async fn nobody_but_those_who_lead_it_learns_of_a_course_that_is_being_prepared() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let draft = Draft { starts_on: Day::of(site.now(), &jiff::tz::TimeZone::UTC), ..draft("Quiet plans") };
    site.app.db.change(async |tx| courses::begin(tx, &ines, "quiet", &draft, None).await).await.unwrap().unwrap();
    let (_, mut other) = site.member_as("bram", Role::Instructor).await;
    for mut client in [site.stranger(), other.clone()] {
        assert_eq!(client.get("/courses/quiet/").await.status, 404);
        assert!(!client.get("/courses/").await.body.contains("Quiet plans"));
    }
    assert_eq!(other.post("/courses/quiet/join", &[]).await.status, 404);
    assert_eq!(other.get("/courses/quiet/manage/").await.status, 404);
    assert_eq!(teaches.get("/courses/quiet/").await.status, 200);
    assert!(teaches.get("/courses/").await.body.contains("Quiet plans"));
}
