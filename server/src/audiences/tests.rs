use crate::{checks::testing::Site, people::members::Role, run, talk::posts};

#[tokio::test]
async fn whoever_is_in_a_circle_reads_what_is_written_for_it_and_nobody_else() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut carols) = site.member_as("carol", Role::Organiser).await;
    let post = site.post(&ines, "Among a few").await;
    let circle = "insert into circle (id, kind, address, name, made_at) values (77, 'tribe', 'few', 'A few', 0)";
    site.app
        .db
        .always(async |tx| {
            run!(tx, circle)?;
            run!(tx, "update conversation set audience = 77 where id = $1", post)?;
            run!(tx, "insert into membership values ($1, 77, 'member', 0)", bram.id)?;
            Ok(())
        })
        .await
        .unwrap();
    let address = "/ines/2026/09/02/among-a-few/";
    assert_eq!(brams.get(address).await.status, 200);
    assert_eq!(carols.get(address).await.status, 404);
    assert_eq!(site.stranger().get(address).await.status, 404);
    let mut conn = site.app.db.read().await.unwrap();
    for (reader, sees) in [(Some(&bram), true), (Some(&ines), true), (None, false)] {
        assert_eq!(posts::for_reader(&mut conn, reader, post).await.unwrap().is_some(), sees);
    }
}
