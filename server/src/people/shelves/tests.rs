//! Shelves, in the database.

use super::{
    Draft, Entry, Kind, NotAdded, Shelf, Sight, State, add, among, count, decide, edit, elsewhere, entries, for_owner,
    forget_member, mark, may_look, of_member, take_off,
};
use crate::{
    audiences::Audience,
    checks::testing::Site,
    ids::{MemberId, RowId},
    people::members::Member,
};

fn book(title: &str) -> Draft {
    Draft { title: title.into(), authors: "Lave, Jean".into(), ..Draft::of(Kind::Book) }
}

fn numbered(title: &str, isbn: &str) -> Draft {
    Draft { isbn: Some(isbn.parse().unwrap()), ..book(title) }
}

async fn put(site: &Site, member: &Member, draft: &Draft) -> RowId {
    let id = site.app.db.change(async |tx| add(tx, member.id, draft).await).await.unwrap().unwrap();
    site.pass_minutes(1);
    id
}

async fn show(site: &Site, member: &Member, audience: Audience) {
    let shelf = Shelf { audience, library: None };
    site.app.db.always(async |tx| decide(tx, member.id, &shelf).await).await.unwrap();
}

async fn seen(site: &Site, owner: &Member, reader: Option<MemberId>) -> Vec<String> {
    let mut conn = site.app.db.read().await.unwrap();
    let seen = entries(&mut conn, owner.id, reader, None, None, 99).await.unwrap();
    assert_eq!(count(&mut conn, owner.id, reader).await.unwrap(), i64::try_from(seen.len()).unwrap());
    seen.into_iter().map(|entry| entry.title).collect()
}

async fn entry(site: &Site, owner: &Member, id: RowId) -> Entry {
    for_owner(&mut site.app.db.read().await.unwrap(), owner.id, id).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_work_stands_on_a_shelf_once() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let first = put(&site, &ines, &numbered("Situated learning", "0-521-42374-0")).await;
    let again = numbered("Another edition of the name", "9780521423748");
    let added = site.app.db.change(async |tx| add(tx, ines.id, &again).await).await.unwrap();
    assert_eq!(added, Err(NotAdded::There(first)));
    let other = put(&site, &ines, &book("Deep work")).await;
    let edited = site.app.db.change(async |tx| edit(tx, ines.id, other, &again).await).await.unwrap();
    assert_eq!(edited, Err(NotAdded::There(first)), "nor does an edit make two of it");
    let edited = site.app.db.change(async |tx| edit(tx, ines.id, first, &again).await).await.unwrap();
    assert_eq!(edited, Ok(()));
    put(&site, &bram, &again).await;
    assert_eq!(seen(&site, &ines, Some(ines.id)).await, ["Deep work", "Another edition of the name"]);
    let works = [again.work(), book("Deep work").work(), "isbn:1".into()];
    let mine = among(&mut site.app.db.read().await.unwrap(), ines.id, &works).await.unwrap();
    assert_eq!(mine.len(), 2);
    site.app.db.always(async |tx| take_off(tx, bram.id, first).await).await.unwrap();
    assert_eq!(seen(&site, &ines, Some(ines.id)).await.len(), 2, "nobody takes anything off another's");
    site.app.db.always(async |tx| take_off(tx, ines.id, first).await).await.unwrap();
    assert_eq!(seen(&site, &ines, Some(ines.id)).await, ["Deep work"]);
}

#[tokio::test]
async fn how_far_one_is_keeps_its_moments() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let id = put(&site, &ines, &book("Deep work")).await;
    assert_eq!(entry(&site, &ines, id).await.state(), State::Want);
    let said = async |state| site.app.db.always(async |tx| mark(tx, ines.id, id, state).await).await.unwrap();
    said(State::Reading).await;
    assert_eq!(entry(&site, &ines, id).await.state(), State::Reading);
    said(State::Read).await;
    let since = entry(&site, &ines, id).await.read_at;
    assert_eq!(since, Some(site.now()));
    site.pass_minutes(60);
    said(State::Read).await;
    let draft = Draft { state: State::Read, note: "Twice.".into(), sight: Sight::Private, ..book("Deep work") };
    site.app.db.change(async |tx| edit(tx, ines.id, id, &draft).await).await.unwrap().unwrap();
    let it = entry(&site, &ines, id).await;
    assert_eq!((it.read_at, it.note.as_str(), it.is_private()), (since, "Twice.", true));
    let mut conn = site.app.db.read().await.unwrap();
    for (state, number) in [(State::Want, 0), (State::Reading, 0), (State::Read, 1)] {
        let found = entries(&mut conn, ines.id, Some(ines.id), Some(state), None, 9).await.unwrap();
        assert_eq!(found.len(), number, "{state:?}");
    }
    drop(conn);
    said(State::Want).await;
    assert_eq!(entry(&site, &ines, id).await.state(), State::Want, "one may begin anew");
}

#[tokio::test]
async fn a_shelf_is_its_owners_alone_until_they_show_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    put(&site, &ines, &book("Deep work")).await;
    put(&site, &ines, &Draft { sight: Sight::Private, ..book("How to resign") }).await;
    for (audience, members, strangers) in
        [(Audience::Me, false, false), (Audience::Community, true, false), (Audience::Public, true, true)]
    {
        let before = of_member(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap();
        assert!(audience != Audience::Me || before.audience == Audience::Me, "at first nobody else sees it");
        show(&site, &ines, audience).await;
        let shelf = of_member(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap();
        assert!(may_look(&shelf, ines.id, Some(ines.id)));
        assert_eq!(may_look(&shelf, ines.id, Some(bram.id)), members);
        assert_eq!(may_look(&shelf, ines.id, None), strangers);
    }
    assert_eq!(seen(&site, &ines, Some(ines.id)).await, ["How to resign", "Deep work"]);
    for reader in [Some(bram.id), None] {
        assert_eq!(seen(&site, &ines, reader).await, ["Deep work"], "one entry is kept back");
    }
}

#[tokio::test]
async fn what_others_read_counts_only_what_one_may_see() {
    let site = Site::new().await;
    let mut people = vec![];
    for handle in ["ines", "bram", "cleo", "dora"] {
        people.push(site.member(handle).await.0);
    }
    let [ines, bram, cleo, dora] = &people[..] else { panic!() };
    let learning = numbered("Situated learning", "0521423740");
    for member in [bram, cleo, dora] {
        put(&site, member, &learning).await;
    }
    put(&site, bram, &book("Deep work")).await;
    put(&site, bram, &Draft { sight: Sight::Private, ..numbered("How to resign", "9780306406157") }).await;
    let look = async |reader: &Member| {
        let works = elsewhere(&mut site.app.db.read().await.unwrap(), reader.id, 9).await.unwrap();
        works.into_iter().map(|work| (work.entry.title.clone(), work.people, work.is_mine())).collect::<Vec<_>>()
    };
    assert_eq!(look(ines).await, []);
    show(&site, bram, Audience::Community).await;
    let one = |people, mine| vec![("Situated learning".to_owned(), people, mine)];
    assert_eq!(
        look(ines).await,
        one(1, false),
        "a title alone is no name of a work, and what is kept back is not there"
    );
    assert_eq!(look(cleo).await, one(1, true));
    assert_eq!(look(bram).await, [], "one's own is not others'");
    show(&site, cleo, Audience::Public).await;
    assert_eq!(look(ines).await, one(2, false));
    show(&site, dora, Audience::Me).await;
    assert_eq!(look(ines).await, one(2, false));
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update member set suspended_at = 1 where id = $1", cleo.id)?;
            Ok(())
        })
        .await
        .unwrap();
    assert_eq!(look(ines).await, one(1, false), "who is suspended is not there");
}

#[tokio::test]
async fn the_shelf_of_an_account_that_ends_goes_with_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    put(&site, &ines, &book("Deep work")).await;
    show(&site, &ines, Audience::Public).await;
    site.app.db.always(async |tx| forget_member(tx, ines.id).await).await.unwrap();
    assert!(seen(&site, &ines, Some(ines.id)).await.is_empty());
    let shelf = of_member(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap();
    assert_eq!(shelf.audience, Audience::Me);
}
