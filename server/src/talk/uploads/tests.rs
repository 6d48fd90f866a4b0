//! What members put into texts, without pages.

use super::{Kept, Sent, add, make, note_uses, remove, take, taken};
use crate::{
    checks::testing::Site,
    ids::{ConversationId, MemberId, UploadId},
    talk::kept_files,
};

fn file(name: &str, bytes: &[u8]) -> Sent {
    Sent { name: name.into(), alt: String::new(), bytes: bytes.into(), is_picture: false }
}

async fn put(site: &Site, owner: MemberId, name: &str, bytes: &[u8]) -> UploadId {
    take(&site.app, owner, file(name, bytes)).await.unwrap().unwrap()
}

#[tokio::test]
async fn there_is_room_for_so_much_of_each_member_and_no_more() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let name = kept_files::keep_bytes(&site.app, bytes::Bytes::from_static(b"as if it were much")).await.unwrap();
    let most = i64::try_from(site.app.settings.member_bytes).unwrap();
    let much = Kept { file: name, moving: None, size: None, smaller: "[]".into(), bytes: most - 10 };
    site.app.db.always(async |tx| add(tx, ines.id, &much, "much.bin", "").await).await.unwrap();
    put(&site, ines.id, "ten.txt", b"0123456789").await;
    assert_eq!(take(&site.app, ines.id, file("one.txt", b"1")).await.unwrap(), Err("upload-full"));
    assert_eq!(taken(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap(), (2, most));
    put(&site, bram.id, "one.txt", b"1").await;
}

#[tokio::test]
async fn ten_at_once_take_no_more_room_than_there_is() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let name = kept_files::keep_bytes(&site.app, bytes::Bytes::from_static(b"as if it were much")).await.unwrap();
    let most = i64::try_from(site.app.settings.member_bytes).unwrap();
    let much = Kept { file: name, moving: None, size: None, smaller: "[]".into(), bytes: most - 10 };
    site.app.db.always(async |tx| add(tx, ines.id, &much, "much.bin", "").await).await.unwrap();
    let names: Vec<String> = (0..10).map(|at| format!("{at}.txt")).collect();
    let all = names.iter().map(|name| take(&site.app, ines.id, file(name, &name.as_bytes()[..3])));
    let answers = futures_util::future::join_all(all).await;
    let taken_in = answers.iter().filter(|answer| answer.as_ref().unwrap().is_ok()).collect::<Vec<_>>().len();
    assert_eq!(taken_in, 3);
    assert_eq!(taken(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap(), (4, most - 1));
}

#[tokio::test]
async fn what_was_broken_off_before_it_was_anybodys_counts_nowhere_and_goes() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    // As far as an upload comes whose server ends before it is said whose it is.
    let kept = make(&site.app, b"Half of it".to_vec(), false).await.unwrap().unwrap();
    assert_eq!(taken(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap(), (0, 0));
    site.pass_minutes(60 * 25);
    kept_files::forget_unused(&site.app).await.unwrap();
    assert!(!site.app.files.has(&kept.file).await.unwrap());
    // Or whose file was never written: the same comes again and is there.
    put(&site, ines.id, "a.txt", b"Half of it").await;
    assert!(site.app.files.has(&kept.file).await.unwrap());
}

#[tokio::test]
async fn the_same_pressed_twice_is_one_and_later_it_is_another() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let one = put(&site, ines.id, "a.txt", b"A").await;
    assert_eq!(put(&site, ines.id, "a.txt", b"A").await, one);
    assert_ne!(put(&site, ines.id, "b.txt", b"A").await, one);
    assert_ne!(put(&site, bram.id, "a.txt", b"A").await, one);
    site.pass_minutes(11);
    assert_ne!(put(&site, ines.id, "a.txt", b"A").await, one);
}

#[tokio::test]
async fn a_file_is_kept_for_as_long_as_anybody_has_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let one = put(&site, ines.id, "a.txt", b"The same").await;
    let other = put(&site, bram.id, "a.txt", b"The same").await;
    let post: ConversationId = site.post(&ines, "Week one").await.into();
    let named = format!("[a](/files/{one}.txt) and [b](/files/{other}.txt)");
    site.app.db.always(async |tx| note_uses(tx, ines.id, post, &named).await).await.unwrap();
    let kept = crate::kit::files::Files::name(&bytes::Bytes::from_static(b"The same"), "kept");
    let is_kept = async || {
        site.pass_minutes(60 * 25);
        kept_files::forget_unused(&site.app).await.unwrap();
        site.app.files.has(&kept).await.unwrap()
    };
    let remove = async |owner, id| site.app.db.always(async |tx| remove(tx, owner, id).await).await.unwrap();
    assert!(!remove(ines.id, one).await, "it stands in a post");
    assert!(!remove(ines.id, other).await, "it is another's");
    assert!(remove(bram.id, other).await, "where another named it, it does not stand");
    assert!(is_kept().await);
    site.app.db.always(async |tx| note_uses(tx, ines.id, post, "Nothing any more").await).await.unwrap();
    assert!(remove(ines.id, one).await);
    assert!(!is_kept().await);
}
