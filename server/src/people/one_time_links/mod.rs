//! Links that are good once and for a while. The secret is in the link; only its hash is stored.

mod store;

use super::identity::{Email, Role};
use crate::{
    ids::{CircleId, MemberId, Timestamp},
    kit::{
        db::{Conn, Tx},
        secrets,
    },
};

/// A link that is over is remembered for so long.
const KEPT_DAYS: i64 = 30;

/// What a one-time link is good for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkKind {
    /// Proves that a mail address is somebody's.
    Confirm,
    /// Signs somebody in.
    SignIn,
    /// Sets a new password.
    Reset,
    /// Lets a member without a password ask for another address; sent to the present one.
    Move,
    /// Lets somebody join.
    Invite,
    /// Lets the first organiser join.
    Found,
}

impl LinkKind {
    const fn word(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::SignIn => "sign-in",
            Self::Reset => "reset",
            Self::Move => "move",
            Self::Invite => "invite",
            Self::Found => "found",
        }
    }
}

/// What is known of a link beside its secret.
#[derive(Clone, Debug)]
pub struct OneTimeLink {
    /// What it is good for.
    pub kind: LinkKind,
    /// Whom it is for, if they have an account.
    pub member: Option<MemberId>,
    /// The address it was sent to, and which it proves.
    pub email: Option<Email>,
    /// The role that comes with it.
    pub role: Role,
    /// The organiser who made it, if one did: it is worth no more than their rights.
    pub made_by: Option<MemberId>,
    /// When it stops being good.
    pub expires_at: Timestamp,
}

/// An invitation as organisers see it.
#[derive(sqlx::FromRow)]
pub struct Invitation {
    /// The hash it goes by.
    pub hash: Vec<u8>,
    /// To whom it was sent; nothing for a link that is passed on.
    pub email: String,
    /// The role that comes with it.
    pub role: String,
    /// When it stops being good, or stopped.
    pub expires_at: Timestamp,
}

impl Invitation {
    /// The hash as forms carry it.
    pub fn name(&self) -> String {
        hex::encode(&self.hash)
    }
}

/// Makes a one-time link and answers its secret, which is stored nowhere.
pub async fn make(tx: &mut Tx, link: &OneTimeLink) -> anyhow::Result<String> {
    let secret = secrets::make();
    store::insert(tx, &secrets::hash(&secret), link, None).await?;
    Ok(secret)
}

/// Makes an invitation to the community of the secret of one to a course, which is stored nowhere either. It is good once,
/// however often it is made, and in no list of organisers.
pub async fn make_for_course(tx: &mut Tx, secret: &str, link: &OneTimeLink, course: CircleId) -> anyhow::Result<()> {
    Ok(store::insert(tx, &secrets::hash(secret), link, Some(course)).await?)
}

/// The one-time link of this secret, if it is still good.
pub async fn find(
    conn: &mut Conn,
    secret: &str,
    kind: LinkKind,
    now: Timestamp,
) -> anyhow::Result<Option<OneTimeLink>> {
    let row = store::find(conn, &secrets::hash(secret), kind.word(), now).await?;
    Ok(row.map(|row| row.ready(kind)))
}

/// Uses a one-time link up. Only one of two who try gets it.
pub async fn redeem(tx: &mut Tx, secret: &str, kind: LinkKind) -> anyhow::Result<Option<OneTimeLink>> {
    let row = store::redeem(tx, &secrets::hash(secret), kind.word()).await?;
    Ok(row.map(|row| row.ready(kind)))
}

/// Ends all links of a member that were not used yet.
pub async fn end_all(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::end_all(tx, member).await?)
}

/// Invitations to the community that nobody has used, also those that grew old within the last month.
pub async fn invitations(conn: &mut Conn, now: Timestamp) -> anyhow::Result<Vec<Invitation>> {
    Ok(store::invitations(conn, now.plus_days(-KEPT_DAYS)).await?)
}

/// Notes what an organiser said with an invitation, to be said again when it is sent again.
pub async fn note_words(tx: &mut Tx, secret: &str, words: &str) -> anyhow::Result<()> {
    Ok(store::note_words(tx, &secrets::hash(secret), words).await?)
}

/// What was said with an open invitation.
pub async fn words_with(conn: &mut Conn, hash: &[u8]) -> anyhow::Result<String> {
    Ok(store::words_with(conn, hash).await?.unwrap_or_default())
}

/// Takes an invitation back, and answers what it was; none, if it was used or taken back before.
pub async fn take_back(tx: &mut Tx, hash: &[u8]) -> anyhow::Result<Option<OneTimeLink>> {
    Ok(store::take_invitation(tx, hash).await?.map(|row| row.ready(LinkKind::Invite)))
}

/// Takes back what somebody could come in by again, or bring others in by with rights they have no longer: links that
/// sign others in, and open invitations into any role.
pub async fn forget_by(tx: &mut Tx, maker: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_by(tx, maker, "any").await?)
}

/// The same for an organiser who steps down: other invitations stay good.
pub async fn forget_by_organiser(tx: &mut Tx, maker: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_by(tx, maker, "organiser").await?)
}

/// Forgets all links of somebody who is removed, and the invitation that brought them.
pub async fn forget_of(tx: &mut Tx, member: MemberId, email: &str) -> anyhow::Result<()> {
    Ok(store::forget_of(tx, member, email).await?)
}

/// Forgets links that have been over for a month.
pub async fn forget_expired(tx: &mut Tx) -> anyhow::Result<()> {
    let before = tx.now.plus_days(-KEPT_DAYS);
    Ok(store::forget_expired(tx, before).await?)
}

/// A one-time link's row.
#[derive(sqlx::FromRow)]
pub struct Row {
    member: Option<MemberId>,
    email: String,
    role: String,
    made_by: Option<MemberId>,
    expires_at: Timestamp,
}

impl Row {
    fn ready(self, kind: LinkKind) -> OneTimeLink {
        OneTimeLink {
            kind,
            member: self.member,
            email: self.email.parse().ok(),
            role: self.role.parse().unwrap_or(Role::Participant),
            made_by: self.made_by,
            expires_at: self.expires_at,
        }
    }
}
