//! Members: who they are, how they come in, how they sign in.

#[macro_use]
mod profile;
mod likeness;
mod store;

use tokio::sync::OnceCell;

pub use self::{
    likeness::{Leading, TrustedNames},
    profile::Profile,
};
pub use super::identity::{Email, Handle, Name, Password, Role, Website, one_line, search_key, stored};
use super::{identity::as_typed, one_time_links, sessions};
use crate::{
    events::Event,
    ids::{MemberId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        i18n::Lang,
    },
};

/// A person with an account.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Member {
    /// The number of the account.
    pub id: MemberId,
    /// What they are called by with an `@`.
    pub handle: String,
    /// What they are called on the page.
    pub name: String,
    /// Where e-mails reach them; unknown for some who came in by an import.
    pub email: Option<String>,
    role: String,
    /// What they chose for themselves.
    #[sqlx(flatten)]
    pub profile: Profile,
    /// The file of their avatar; none: the generated one.
    pub picture: Option<String>,
    /// When they joined.
    pub joined_at: Timestamp,
    /// When they proved that the mail address is theirs.
    pub confirmed_at: Option<Timestamp>,
    /// When they first came themselves; none for people an import brought in.
    pub claimed_at: Option<Timestamp>,
    /// When they asked to join, if nobody has answered yet.
    pub asked_at: Option<Timestamp>,
    /// What they said when asking.
    pub why: String,
    /// Since when they can neither sign in nor write.
    pub suspended_at: Option<Timestamp>,
    /// What they are told about that.
    pub suspended_why: String,
    /// When their account ended; what they wrote may have stayed.
    pub removed_at: Option<Timestamp>,
}

impl Member {
    /// What they do in the community.
    pub fn role(&self) -> Role {
        self.role.parse().unwrap_or(Role::Participant)
    }

    /// Whether they do more in the community than take part.
    pub fn has_role(&self) -> bool {
        self.role() != Role::Participant
    }

    /// Whether they run the community.
    pub fn is_organiser(&self) -> bool {
        self.role() == Role::Organiser
    }

    /// Whether they have come in: address confirmed, not waiting to be let in, neither suspended nor removed.
    pub fn is_in(&self) -> bool {
        self.confirmed_at.is_some() && self.asked_at.is_none() && !self.is_suspended() && !self.is_removed()
    }

    /// Whether they can neither sign in nor write for now.
    pub const fn is_suspended(&self) -> bool {
        self.suspended_at.is_some()
    }

    /// Whether their account has ended.
    pub const fn is_removed(&self) -> bool {
        self.removed_at.is_some()
    }

    /// The address of their page.
    pub fn url(&self) -> String {
        url(&self.handle)
    }

    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        avatar_url(self.id, self.picture.as_deref())
    }

    /// The language they chose.
    pub fn lang(&self) -> Option<Lang> {
        Lang::from_tag(&self.profile.language)
    }
}

/// The address of a member's page.
pub fn url(handle: &str) -> String {
    format!("/members/{handle}/")
}

/// The address of a member's avatar: their own, or the generated one.
pub fn avatar_url(id: MemberId, picture: Option<&str>) -> String {
    match picture {
        Some(file) => format!("/files/{file}"),
        None => format!("/pictures/{id}.svg"),
    }
}

/// What somebody says when they join.
#[derive(Clone, Debug)]
pub struct Joiner {
    /// The handle they would like.
    pub handle: Handle,
    /// Their name.
    pub name: Name,
    /// Their mail address.
    pub email: Email,
    /// Their password, hashed; none for people who sign in by e-mails.
    pub password: Option<String>,
    /// What they will do here.
    pub role: Role,
    /// The language they see the site in.
    pub language: Option<Lang>,
}

/// Why joining did not go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoJoin {
    /// Somebody has this handle.
    HandleTaken,
    /// Somebody has this mail address.
    EmailTaken,
}

/// A member by id.
pub async fn by_id(conn: &mut Conn, id: MemberId) -> anyhow::Result<Option<Member>> {
    Ok(store::by_id(conn, id).await?)
}

/// A member by handle.
pub async fn by_handle(conn: &mut Conn, handle: &str) -> anyhow::Result<Option<Member>> {
    Ok(store::by_handle(conn, &handle.to_lowercase()).await?)
}

/// The present handle of whoever once had this one.
pub async fn moved_to(conn: &mut Conn, former: &str) -> anyhow::Result<Option<String>> {
    Ok(store::moved_to(conn, &former.to_lowercase()).await?)
}

/// A member by mail address.
pub async fn by_email(conn: &mut Conn, email: &Email) -> anyhow::Result<Option<Member>> {
    Ok(store::by_email(conn, email.as_str()).await?)
}

/// Which of these handles, written or former, are members', with the present handle of each.
pub async fn mentioned(
    conn: &mut Conn,
    handles: &[String],
) -> anyhow::Result<std::collections::HashMap<String, String>> {
    if handles.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    Ok(store::mentioned(conn, &handles.join(",")).await?.into_iter().collect())
}

/// Members by name, for the directory: those whose name or handle contains the words, after a place in the list.
pub async fn directory(
    conn: &mut Conn,
    words: &str,
    after: Option<(&str, MemberId)>,
    limit: i64,
) -> anyhow::Result<Vec<Member>> {
    let (name, id) = after.unwrap_or(("", MemberId(0)));
    Ok(store::directory(conn, &like(words), &search_key(name), id, limit).await?)
}

/// The same for those who run the community: also who is suspended.
pub async fn accounts(
    conn: &mut Conn,
    words: &str,
    after: Option<(&str, MemberId)>,
    limit: i64,
) -> anyhow::Result<Vec<Member>> {
    let (name, id) = after.unwrap_or(("", MemberId(0)));
    Ok(store::accounts(conn, &like(words), &search_key(name), id, limit).await?)
}

/// The pattern of names and handles that contain these words.
fn like(words: &str) -> String {
    let plain = search_key(words.trim()).replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    format!("%{plain}%")
}

/// Those who came in last, the latest first.
pub async fn newest(conn: &mut Conn, limit: i64) -> anyhow::Result<Vec<Member>> {
    Ok(store::newest(conn, limit).await?)
}

/// How many have come in.
pub async fn count(conn: &mut Conn) -> anyhow::Result<i64> {
    Ok(store::count(conn).await?)
}

/// The names that nobody else's should be taken for: of those who lead here, and the community's own.
pub async fn trusted_names(conn: &mut Conn, community: &str) -> anyhow::Result<TrustedNames> {
    let leading = TrustedNames::from(store::leading(conn).await?);
    Ok(leading.with(None, community, "", "trusted-community"))
}

/// Whether anybody runs the community yet.
pub async fn has_organiser(conn: &mut Conn) -> anyhow::Result<bool> {
    Ok(store::has_organiser(conn).await?)
}

/// Makes an account that nobody has claimed yet: no e-mail is sent and nobody can sign in without one. Whoever can do
/// this vouches for the address.
pub async fn add(tx: &mut Tx, joiner: &Joiner) -> anyhow::Result<Result<MemberId, NoJoin>> {
    insert(tx, joiner, Some(&joiner.email)).await
}

/// Begins an account for somebody who has yet to confirm that the address is theirs. Until then they are nobody: they
/// hold neither handle nor address, nothing that others see changes, and another one may begin with the same address.
pub async fn begin(tx: &mut Tx, joiner: &Joiner) -> anyhow::Result<Result<MemberId, NoJoin>> {
    insert(tx, joiner, None).await
}

async fn insert(tx: &mut Tx, joiner: &Joiner, email: Option<&Email>) -> anyhow::Result<Result<MemberId, NoJoin>> {
    let id = MemberId(tx.new_id());
    // The constraints decide between two who want the same.
    if store::handle_taken(tx, joiner.handle.as_str(), id).await? {
        return Ok(Err(NoJoin::HandleTaken));
    }
    if store::by_email(tx, joiner.email.as_str()).await?.is_some() {
        return Ok(Err(NoJoin::EmailTaken));
    }
    if !store::insert(tx, id, joiner, email).await? {
        // Somebody was quicker by a moment.
        let email_taken = store::by_email(tx, joiner.email.as_str()).await?.is_some();
        return Ok(Err(if email_taken { NoJoin::EmailTaken } else { NoJoin::HandleTaken }));
    }
    Ok(Ok(id))
}

/// Somebody an import brings in.
#[derive(Clone, Debug)]
pub struct Newcomer<'a> {
    /// The handle they are to have; when it is taken, it gets a number.
    pub handle: Handle,
    /// Their name.
    pub name: Name,
    /// Their mail address, by which they claim the account; not every import knows it.
    pub email: Option<&'a Email>,
    /// Where they came from; the same origin is never imported twice.
    pub origin: &'a str,
}

/// The member who was imported from this origin.
pub async fn imported(conn: &mut Conn, origin: &str) -> anyhow::Result<Option<MemberId>> {
    Ok(store::imported(conn, origin).await?)
}

/// Brings in somebody from elsewhere, whose account nobody has claimed yet. Their address must be nobody else's.
pub async fn import(tx: &mut Tx, newcomer: &Newcomer<'_>) -> anyhow::Result<MemberId> {
    let id = MemberId(tx.new_id());
    let handle = free(tx, &newcomer.handle, id).await?;
    store::import(tx, id, &handle, newcomer).await?;
    tx.emit(Event::CommunityChanged);
    Ok(id)
}

/// Their address is theirs, and they are here. From now on they hold their handle, with a number if somebody else came
/// first.
pub async fn confirm(tx: &mut Tx, id: MemberId) -> anyhow::Result<()> {
    let Some(member) = store::by_id(tx, id).await? else { return Ok(()) };
    let handle = free(tx, &Handle::had(&member.handle), id).await?;
    store::confirm(tx, id, handle.as_str()).await?;
    tx.emit(Event::MemberJoined(id));
    if member.asked_at.is_some() {
        tx.emit(Event::RequestsChanged);
    }
    Ok(())
}

/// This handle, or with a number if it is somebody's.
pub async fn free_handle(conn: &mut Conn, wanted: &Handle) -> anyhow::Result<Handle> {
    free(conn, wanted, MemberId(0)).await
}

/// This handle for this member; with a number, if it is somebody else's.
async fn free(conn: &mut Conn, wanted: &Handle, id: MemberId) -> anyhow::Result<Handle> {
    for attempt in 1_u32..200 {
        let handle = match attempt {
            1 => wanted.clone(),
            2..30 => wanted.numbered(attempt),
            // So many people are called the same that counting up would take for ever.
            _ => wanted.numbered(rand::random_range(1_000..10_000)),
        };
        if !store::handle_taken(conn, handle.as_str(), id).await? {
            return Ok(handle);
        }
    }
    anyhow::bail!("no handle like {} is free", wanted.as_str())
}

/// Whoever began to join with this address and did not confirm it yet: the latest of them.
pub async fn beginner(conn: &mut Conn, email: &Email) -> anyhow::Result<Option<Member>> {
    Ok(store::beginner(conn, email.as_str()).await?)
}

/// Notes that they asked to be let in.
pub async fn ask(tx: &mut Tx, id: MemberId, why: &str) -> anyhow::Result<()> {
    store::ask(tx, id, why).await?;
    tx.emit(Event::RequestsChanged);
    Ok(())
}

/// Those who asked to be let in and confirmed their address, the longest waiting first.
pub async fn asking(conn: &mut Conn) -> anyhow::Result<Vec<Member>> {
    Ok(store::asking(conn).await?)
}

/// How many of them there are; a hundred at most.
pub async fn asking_count(conn: &mut Conn) -> anyhow::Result<i64> {
    Ok(store::asking_count(conn).await?)
}

/// Those who run the community.
pub async fn organisers(conn: &mut Conn) -> anyhow::Result<Vec<Member>> {
    Ok(store::organisers(conn).await?)
}

/// Lets somebody in who asked.
pub async fn let_in(tx: &mut Tx, id: MemberId) -> anyhow::Result<()> {
    store::let_in(tx, id).await?;
    tx.emit(Event::MemberJoined(id));
    tx.emit(Event::RequestsChanged);
    tx.emit(Event::SessionsChanged(id));
    Ok(())
}

/// Turns somebody away who asked; only accounts that never came in can go like this.
pub async fn turn_away(tx: &mut Tx, id: MemberId) -> anyhow::Result<()> {
    store::turn_away(tx, id).await?;
    tx.emit(Event::RequestsChanged);
    Ok(())
}

/// Forgets accounts whose address was not confirmed within three days.
pub async fn forget_unconfirmed(tx: &mut Tx) -> anyhow::Result<()> {
    let before = tx.now.plus_days(-3);
    Ok(store::forget_unconfirmed(tx, before).await?)
}

/// Changes what a member is called and what they chose: name, handle and profile. A handle that is given up keeps leading here.
pub async fn update(
    tx: &mut Tx,
    member: &Member,
    handle: &Handle,
    name: &Name,
    profile: &Profile,
) -> anyhow::Result<Result<(), NoJoin>> {
    if handle.as_str() != member.handle {
        if store::handle_taken(tx, handle.as_str(), member.id).await? {
            return Ok(Err(NoJoin::HandleTaken));
        }
        store::leave_handle(tx, member, handle.as_str()).await?;
        store::set_handle(tx, member.id, handle).await?;
    }
    store::rename(tx, member.id, name).await?;
    store::set_profile(tx, member.id, profile).await?;
    tx.emit(Event::MemberChanged(member.id));
    Ok(Ok(()))
}

/// Sets the time zone a member sees dates in, by its IANA name.
pub async fn set_time_zone(tx: &mut Tx, id: MemberId, zone: &str) -> anyhow::Result<()> {
    store::set_time_zone(tx, id, zone).await?;
    tx.emit(Event::SessionsChanged(id));
    Ok(())
}

/// Sets the language a member sees the site in.
pub async fn set_language(tx: &mut Tx, id: MemberId, language: Lang) -> anyhow::Result<()> {
    store::set_language(tx, id, language.tag()).await?;
    tx.emit(Event::SessionsChanged(id));
    Ok(())
}

/// Gives a member this avatar, or the generated one.
pub async fn set_picture(tx: &mut Tx, id: MemberId, file: Option<&str>) -> anyhow::Result<()> {
    store::set_picture(tx, id, file).await?;
    tx.emit(Event::MemberChanged(id));
    Ok(())
}

/// Gives a member a role.
pub async fn set_role(tx: &mut Tx, id: MemberId, role: Role) -> anyhow::Result<()> {
    store::set_role(tx, id, role.word()).await?;
    tx.emit(Event::MemberChanged(id));
    Ok(())
}

/// Whether a member signs in by a password, too.
pub async fn has_password(conn: &mut Conn, id: MemberId) -> anyhow::Result<bool> {
    Ok(store::has_password(conn, id).await?)
}

/// Nobody would be left to run the community.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LastOrganiser;

/// Gives a member another role, unless they are the last who runs the community.
pub async fn appoint(tx: &mut Tx, id: MemberId, role: Role) -> anyhow::Result<Result<(), LastOrganiser>> {
    // Organisers who step down at the same time wait for one another here.
    store::hold_organisers(tx).await?;
    store::set_role(tx, id, role.word()).await?;
    if store::organisers(tx).await?.is_empty() {
        return Ok(Err(LastOrganiser));
    }
    if role != Role::Organiser {
        one_time_links::forget_by_organiser(tx, id).await?;
    }
    tx.emit(Event::MemberChanged(id));
    tx.emit(Event::SessionsChanged(id));
    Ok(Ok(()))
}

/// Corrects what a member is called on the page.
pub async fn rename(tx: &mut Tx, id: MemberId, name: &Name) -> anyhow::Result<()> {
    store::rename(tx, id, name).await?;
    tx.emit(Event::MemberChanged(id));
    Ok(())
}

/// Why somebody is neither suspended nor removed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoSanction {
    /// It would be whoever does it.
    Yourself,
    /// Nobody would be left to run the community.
    LastOrganiser,
    /// It was done before.
    Done,
}

impl NoSanction {
    /// The message that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yourself => "sanction-yourself",
            Self::LastOrganiser => "last-organiser",
            Self::Done => "sanction-done",
        }
    }
}

/// Suspends a member: every sign-in ends, and they can neither come in nor write until it is lifted. What they wrote
/// stays.
pub async fn suspend(tx: &mut Tx, by: &Member, id: MemberId, why: &str) -> anyhow::Result<Result<(), NoSanction>> {
    if by.id == id {
        return Ok(Err(NoSanction::Yourself));
    }
    store::hold_organisers(tx).await?;
    if !store::suspend(tx, id, why).await? {
        return Ok(Err(NoSanction::Done));
    }
    if store::organisers(tx).await?.is_empty() {
        return Ok(Err(NoSanction::LastOrganiser));
    }
    end_ways_in(tx, id).await?;
    one_time_links::forget_by(tx, id).await?;
    tx.emit(Event::MemberChanged(id));
    Ok(Ok(()))
}

/// Lifts a suspension.
pub async fn lift_suspension(tx: &mut Tx, id: MemberId) -> anyhow::Result<Result<(), NoSanction>> {
    if !store::lift(tx, id).await? {
        return Ok(Err(NoSanction::Done));
    }
    tx.emit(Event::MemberChanged(id));
    tx.emit(Event::SessionsChanged(id));
    Ok(Ok(()))
}

/// Ends an account for good: what was known of its member is erased, and nobody else gets their handle. What is left
/// of what they wrote stands under this name; answers the address of the page that stands for them from now on.
pub async fn remove(
    tx: &mut Tx,
    by: Option<MemberId>,
    member: &Member,
    name: &Name,
) -> anyhow::Result<Result<String, NoSanction>> {
    if by == Some(member.id) {
        return Ok(Err(NoSanction::Yourself));
    }
    store::hold_organisers(tx).await?;
    let handle: Handle = format!("former-{}", member.id).parse().map_err(anyhow::Error::msg)?;
    if !store::erase(tx, member.id, &handle, name).await? {
        return Ok(Err(NoSanction::Done));
    }
    if store::organisers(tx).await?.is_empty() {
        return Ok(Err(NoSanction::LastOrganiser));
    }
    store::set_profile(tx, member.id, &Profile::default()).await?;
    retire(tx, &member.handle).await?;
    for (former,) in store::former_handles(tx, member.id).await? {
        retire(tx, &former).await?;
    }
    store::forget_former_handles(tx, member.id).await?;
    one_time_links::forget_of(tx, member.id, member.email.as_deref().unwrap_or_default()).await?;
    one_time_links::forget_by(tx, member.id).await?;
    sessions::end_all(tx, member.id).await?;
    tx.emit(Event::MemberChanged(member.id));
    tx.emit(Event::RequestsChanged);
    Ok(Ok(url(handle.as_str())))
}

/// Sees to it that nobody else gets this handle, or a blog with this address: links to it mean somebody who is gone.
pub async fn retire(tx: &mut Tx, name: &str) -> anyhow::Result<()> {
    Ok(store::retire(tx, &store::hash(name)).await?)
}

/// Whether this handle or address belonged to somebody who was removed.
pub async fn is_retired(conn: &mut Conn, name: &str) -> anyhow::Result<bool> {
    Ok(store::is_retired(conn, &store::hash(name)).await?)
}

/// Whether somebody has this picture.
pub async fn has_picture(conn: &mut Conn, file: &str) -> anyhow::Result<bool> {
    Ok(store::has_picture(conn, file).await?)
}

/// Gives a member a password and ends every other way in.
pub async fn set_password(tx: &mut Tx, id: MemberId, hash: &str) -> anyhow::Result<()> {
    store::set_password(tx, id, hash).await?;
    end_ways_in(tx, id).await
}

/// Takes the password away: links in e-mails sign in until there is another.
pub async fn forget_password(tx: &mut Tx, id: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_password(tx, id).await?)
}

/// Gives a member a mail address they proved to be theirs, and ends every way in by what came before.
pub async fn set_email(tx: &mut Tx, id: MemberId, email: &Email) -> anyhow::Result<Result<(), NoJoin>> {
    if store::by_email(tx, email.as_str()).await?.is_some_and(|other| other.id != id) {
        return Ok(Err(NoJoin::EmailTaken));
    }
    store::set_email(tx, id, email.as_str()).await?;
    end_ways_in(tx, id).await?;
    Ok(Ok(()))
}

/// Hashes a password.
pub async fn hash(app: &App, password: &Password) -> anyhow::Result<String> {
    app.hashing.hash(password.as_str().to_owned()).await
}

/// Whoever has this address or handle and this password. Takes as long for nobody as for somebody.
pub async fn by_password(app: &App, name: &str, password: &str) -> anyhow::Result<Option<Member>> {
    let found = store::by_login(&mut app.db.read().await?, &login_key(name)).await?;
    let (member, hash) = found.map_or((None, None), |(member, hash)| (Some(member), hash));
    let fits = fits(app, member.as_ref().map(|member| member.id), hash, password).await?;
    Ok(member.filter(|_| fits))
}

/// Whether this is the password of a member.
pub async fn is_password_of(app: &App, id: MemberId, password: &str) -> anyhow::Result<bool> {
    let hash = store::password_of(&mut app.db.read().await?, id).await?;
    fits(app, Some(id), hash, password).await
}

/// Whose account an address or a handle signs in to. Limits count by it, however it is typed.
pub async fn account(conn: &mut Conn, name: &str) -> anyhow::Result<Option<Member>> {
    Ok(store::by_login(conn, &login_key(name)).await?.map(|(member, _)| member))
}

/// An address or handle as it is looked for, however somebody typed it who signs in.
pub fn login_key(name: &str) -> String {
    let name = name.trim();
    match name.parse::<Email>() {
        Ok(email) => email.as_str().to_owned(),
        // No handle is longer.
        Err(_) => name.trim_start_matches('@').chars().take(40).flat_map(char::to_lowercase).collect(),
    }
}

/// Whether a password has this hash. Where there is no hash, as much is done as if there were one.
async fn fits(app: &App, id: Option<MemberId>, hash: Option<String>, typed: &str) -> anyhow::Result<bool> {
    /// The hash of nothing anybody knows, to spend the same time on.
    static NOBODY: OnceCell<String> = OnceCell::const_new();
    let nobody = NOBODY.get_or_try_init(|| app.hashing.hash(hex::encode(rand::random::<[u8; 32]>()))).await?;
    let tries = as_typed(typed);
    let fit = app.hashing.first_fit(tries.clone(), hash.clone().unwrap_or_else(|| nobody.clone())).await?;
    let (Some(place), Some(id), Some(old)) = (fit, id, hash) else { return Ok(false) };
    if place > 0 {
        // It was set as one keyboard typed it; from now on every keyboard will do.
        let new = app.hashing.hash(tries[0].clone()).await?;
        app.db.always(async |tx| Ok(store::rehash(tx, id, &old, &new).await?)).await?;
    }
    Ok(true)
}

/// Ends every way into an account but the password: all sign-ins, and all links that were sent and not used yet.
pub async fn end_ways_in(tx: &mut Tx, id: MemberId) -> anyhow::Result<()> {
    sessions::end_all(tx, id).await?;
    one_time_links::end_all(tx, id).await
}
