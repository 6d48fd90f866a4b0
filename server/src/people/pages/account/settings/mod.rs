//! What members set about themselves: profile, blog, picture, address, password, and where they are signed in.

pub mod pages;
mod rules;
#[cfg(test)]
mod tests;

pub use self::rules::ZONES;
use super::{
    CONFIRM_DAYS, RESET_MINUTES,
    emails::{self, MailContext},
    make_link, words_for,
};
use crate::{
    kit::{app::App, db::Tx},
    people::{
        audit,
        members::{self, Email, Member, Password},
        one_time_links::LinkKind,
        sessions,
    },
};

/// Asks for a new address. It counts when its e-mail's link is followed; the present one is told at once.
pub async fn ask_for_address(app: &App, desk: &MailContext<'_>, member: &Member, email: &Email) -> anyhow::Result<()> {
    app.db
        .always(async |tx| {
            write_to_new_address(tx, desk, member, email).await?;
            emails::address_changes(tx, desk, member).await?;
            audit::note(tx, Some(member.id), "asked-for-address", &member.url(), "").await
        })
        .await
}

/// Asks for a new address where no password proves who asks: by a link to the present one.
pub async fn ask_at_present_address(
    app: &App,
    desk: &MailContext<'_>,
    member: &Member,
    email: &Email,
) -> anyhow::Result<()> {
    app.db
        .always(async |tx| {
            let until = tx.now.plus_minutes(RESET_MINUTES);
            let secret = make_link(tx, LinkKind::Move, member.id, email, until).await?;
            emails::move_address(tx, desk, member, &secret).await?;
            audit::note(tx, Some(member.id), "asked-for-address", &member.url(), "").await
        })
        .await
}

/// Writes the letter that confirms a new address. One that is somebody else's gets a letter, too, so that nobody learns
/// here whether it is.
pub(super) async fn write_to_new_address(
    tx: &mut Tx,
    desk: &MailContext<'_>,
    member: &Member,
    email: &Email,
) -> anyhow::Result<()> {
    let until = tx.now.plus_days(CONFIRM_DAYS);
    let secret = make_link(tx, LinkKind::Confirm, member.id, email, until).await?;
    match members::by_email(tx, email).await? {
        Some(owner) => {
            let words = words_for(&owner, desk.words());
            emails::address_taken(tx, &desk.with(&words), &owner).await
        }
        None => emails::new_address(tx, desk, member, email, &secret).await,
    }
}

/// Gives a member a new password; every sign-in ends.
pub async fn change_password(app: &App, member: &Member, password: &Password) -> anyhow::Result<()> {
    let hash = members::hash(app, password).await?;
    app.db
        .always(async |tx| {
            members::set_password(tx, member.id, &hash).await?;
            audit::note(tx, Some(member.id), "changed-password", &member.url(), "").await
        })
        .await
}

/// Ends one sign-in of a member.
pub async fn end_one(tx: &mut Tx, member: &Member, hash: &[u8]) -> anyhow::Result<()> {
    sessions::end(tx, member.id, hash).await?;
    audit::note(tx, Some(member.id), "ended-sign-in", &member.url(), "").await
}

/// Ends every sign-in of a member, and every link that was sent to them.
pub async fn end_all(tx: &mut Tx, member: &Member) -> anyhow::Result<()> {
    members::end_ways_in(tx, member.id).await?;
    audit::note(tx, Some(member.id), "ended-sign-ins", &member.url(), "").await
}
