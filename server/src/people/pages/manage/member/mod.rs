//! A member as organisers see them: what they wrote, helping them, suspending and removing them.

pub mod pages;
#[cfg(test)]
mod tests;

use crate::{
    course::{assignments, calendars, courses, discussions, invitations, reviews, tribes},
    evidence::{achievements, agreements, badge_requests, certificates, credentials, dossiers, log, profiles},
    ids::{MemberId, Timestamp},
    kit::{app::App, db::Tx, email, i18n::Locale},
    links::{addresses, answers, guests, messages, reports, returns},
    people::{
        about, audit, blocks, community, leaving,
        members::{self, Member, Name, NoSanction},
        shelves,
    },
    talk::{
        appreciations, blogs, bookmarks,
        comments::{self, Which},
        feed_addresses, posts, questions, river, uploads,
    },
    tools::archives,
};

pub use crate::people::leaving::Words;

/// When a change hid things, and how many: by the moment they are found again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hidden {
    /// The moment.
    pub at: Timestamp,
    /// How many.
    pub count: i64,
}

/// Hides all that a member wrote and that was not hidden yet.
async fn hide_everything(tx: &mut Tx, by: &Member, member: &Member, why: &str) -> anyhow::Result<Hidden> {
    let posts = posts::hide_all(tx, member.id, why).await?;
    let comments = comments::hide_all(tx, Which::OfMember(member.id)).await?;
    let count = posts + comments;
    if count > 0 {
        audit::note(tx, Some(by.id), "words-hidden", &member.url(), &count.to_string()).await?;
    }
    Ok(Hidden { at: tx.now, count })
}

/// Shows all that a member wrote again that was hidden at this moment; answers how much that is.
async fn show_everything(tx: &mut Tx, by: &Member, member: &Member, at: Timestamp) -> anyhow::Result<i64> {
    let posts = posts::unhide_all(tx, member.id, at).await?;
    let comments = comments::show_again(tx, Which::OfMember(member.id), Some(at)).await?;
    let count = posts + comments;
    if count > 0 {
        audit::note(tx, Some(by.id), "words-shown", &member.url(), &count.to_string()).await?;
    }
    Ok(count)
}

/// Suspends a member; with everything they wrote hidden, or not.
pub async fn suspend(
    app: &App,
    by: &Member,
    member: &Member,
    why: &str,
    hides: bool,
) -> anyhow::Result<Result<Hidden, NoSanction>> {
    app.db
        .change(async |tx| {
            if let Err(no) = members::suspend(tx, by, member.id, why).await? {
                return Ok(Err(no));
            }
            audit::note(tx, Some(by.id), "suspended", &member.url(), why).await?;
            if hides {
                return Ok(Ok(hide_everything(tx, by, member, why).await?));
            }
            Ok(Ok(Hidden { at: tx.now, count: 0 }))
        })
        .await
}

/// Lifts a suspension; what was hidden with it is shown again, or not.
pub async fn lift(app: &App, by: &Member, member: &Member, shows: bool) -> anyhow::Result<Result<i64, NoSanction>> {
    app.db
        .change(async |tx| {
            let Some(since) = member.suspended_at else { return Ok(Err(NoSanction::Done)) };
            if let Err(no) = members::lift_suspension(tx, member.id).await? {
                return Ok(Err(no));
            }
            audit::note(tx, Some(by.id), "suspension-lifted", &member.url(), "").await?;
            Ok(Ok(if shows { show_everything(tx, by, member, since).await? } else { 0 }))
        })
        .await
}

/// Ends the account of a member for good: what is known of them is erased, and what they wrote stays under a name that
/// says nothing, or goes.
pub async fn remove(app: &App, by: &Member, member: &Member, words: Words) -> anyhow::Result<Result<(), NoSanction>> {
    end(app, Some(by), member, words).await
}

/// Ends an account: by whom, or because its member left and did not come back.
pub async fn end(
    app: &App,
    by: Option<&Member>,
    member: &Member,
    words: Words,
) -> anyhow::Result<Result<(), NoSanction>> {
    let community = community::of(app).await?;
    let spoken = Locale::new(community.language, community.zone());
    let own = if words == Words::Keep { member.name.parse::<Name>().ok() } else { None };
    let name = own.map_or_else(|| spoken.say("former-member").parse(), Ok).map_err(anyhow::Error::msg)?;
    let removed = app
        .db
        .change(async |tx| {
            if !leaving::stay(tx, member.id).await? && by.is_none() {
                // They came back just now.
                return Ok(Err(NoSanction::Done));
            }
            let url = match members::remove(tx, by.map(|by| by.id), member, &name).await? {
                Ok(url) => url,
                Err(no) => return Ok(Err(no)),
            };
            forget_words(tx, member.id, words).await?;
            let files = assignments::forget_member(tx, member.id).await?;
            questions::forget_member(tx, member.id).await?;
            appreciations::forget_member(tx, member.id).await?;
            about::forget_member(tx, member.id).await?;
            blocks::forget_member(tx, member.id).await?;
            bookmarks::forget_member(tx, member.id).await?;
            shelves::forget_member(tx, member.id).await?;
            profiles::forget_member(tx, member.id).await?;
            log::forget_member(tx, member.id).await?;
            agreements::forget_member(tx, member.id).await?;
            certificates::forget_member(tx, member.id).await?;
            badge_requests::forget_member(tx, member.id).await?;
            dossiers::forget_member(tx, member.id).await?;
            credentials::forget_member(tx, member.id).await?;
            achievements::forget_member(tx, member.id).await?;
            courses::forget_member(tx, member.id).await?;
            calendars::forget_member(tx, member.id).await?;
            feed_addresses::end(tx, member.id).await?;
            tribes::look_after(tx).await?;
            comments::forget_visits(tx, member.id).await?;
            river::forget_visits(tx, member.id).await?;
            answers::forget_of(tx, member.id).await?;
            if words != Words::Keep {
                for address in blogs::forget_owner(tx, member.id, &name).await? {
                    audit::forget_under(tx, &blogs::url(&address)).await?;
                }
            }
            let elsewhere = addresses::find(tx, member.id, Timestamp(0)).await?;
            addresses::give_up(tx, member.id).await?;
            for address in [&member.email, &elsewhere.address, &elsewhere.asked].into_iter().flatten() {
                email::forget(tx, address).await?;
                returns::forget(tx, address).await?;
                guests::forget(tx, address).await?;
                invitations::forget(tx, address).await?;
                audit::forget_detail(tx, address).await?;
            }
            audit::rename(tx, &member.url(), &url).await?;
            let verb = if by.is_some() { "removed" } else { "left" };
            audit::note(tx, by.map(|by| by.id), verb, &url, "").await?;
            Ok(Ok(files))
        })
        .await?;
    if removed.is_ok()
        && let Some(file) = &member.picture
        && !members::has_picture(&mut app.db.read().await?, file).await?
    {
        app.files.forget(file).await?;
    }
    if removed.is_ok() {
        archives::delete(app, member.id).await?;
    }
    for file in removed.iter().flatten() {
        if !assignments::file_is_used(&mut app.db.read().await?, file).await? {
            app.files.forget(file).await?;
        }
    }
    Ok(removed.map(drop))
}

async fn forget_words(tx: &mut Tx, member: MemberId, words: Words) -> anyhow::Result<()> {
    match words {
        Words::Keep | Words::Stay => {
            messages::forget_member(tx, member, messages::Words::Stay).await?;
            posts::delete_private(tx, member).await?;
            uploads::remove_unused_of(tx, member).await
        }
        Words::Go => {
            posts::delete_all(tx, member).await?;
            discussions::delete_all(tx, member).await?;
            uploads::remove_unused_of(tx, member).await?;
            tribes::remove_files_of(tx, member).await?;
            reviews::forget_words(tx, member).await?;
            reports::forget_words(tx, member).await?;
            messages::forget_member(tx, member, messages::Words::Go).await?;
            comments::delete_all(tx, member).await.map(drop)
        }
    }
}
