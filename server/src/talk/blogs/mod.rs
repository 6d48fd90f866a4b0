//! Blogs: one for everyone who joins, and those an import brings. A blog's address need not be its owner's handle.

mod rules;
mod store;

pub use self::rules::Address;
#[cfg(test)]
pub use self::rules::RESERVED;
use crate::{
    events::Event,
    ids::{BlogId, MemberId},
    kit::db::{Conn, Tx},
    people::members::{self, Handle, Name},
    talk::conversations,
};

/// A blog: posts and pages of one member, or of the course.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Blog {
    /// Stays when the address changes.
    pub id: BlogId,
    /// Whose it is; none for one that no single person owns.
    pub owner: Option<MemberId>,
    /// The first part of the addresses of everything on it.
    pub address: String,
    /// What stands above it.
    pub title: String,
    /// A line under the title.
    pub tagline: String,
}

impl Blog {
    /// The address of its front page.
    pub fn url(&self) -> String {
        url(&self.address)
    }
}

/// The address of a blog's front page.
pub fn url(address: &str) -> String {
    format!("/{address}/")
}

/// The address of the course's own blog, which belongs to no single person.
pub const COURSE: &str = "blog";

/// Somebody has this address already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AddressTaken;

/// A blog by its address.
pub async fn by_address(conn: &mut Conn, address: &str) -> anyhow::Result<Option<Blog>> {
    Ok(store::by_address(conn, &address.to_lowercase()).await?)
}

/// The present address of the blog that once had this one.
pub async fn moved_to(conn: &mut Conn, former: &str) -> anyhow::Result<Option<String>> {
    Ok(store::moved_to(conn, &former.to_lowercase()).await?)
}

/// The blogs a member owns, the oldest first.
pub async fn of(conn: &mut Conn, owner: MemberId) -> anyhow::Result<Vec<Blog>> {
    Ok(store::of(conn, owner).await?)
}

/// The blogs of these members: the oldest of each first.
pub async fn of_all(conn: &mut Conn, owners: &[MemberId]) -> anyhow::Result<Vec<Blog>> {
    if owners.is_empty() {
        return Ok(vec![]);
    }
    let list: Vec<String> = owners.iter().map(ToString::to_string).collect();
    Ok(store::of_all(conn, &list.join(",")).await?)
}

/// Opens a blog.
pub async fn open(
    tx: &mut Tx,
    owner: Option<MemberId>,
    address: &Address,
    title: &str,
    tagline: &str,
) -> anyhow::Result<Result<BlogId, AddressTaken>> {
    let id = BlogId(tx.new_id());
    if store::moved_to(tx, address.as_str()).await?.is_some()
        || members::is_retired(tx, address.as_str()).await?
        || !store::insert(tx, id, owner, address.as_str(), title, tagline).await?
    {
        return Ok(Err(AddressTaken));
    }
    changed(tx, id, owner);
    Ok(Ok(id))
}

/// Opens the blog that everyone gets on joining, at their handle or the nearest address that is free.
pub async fn open_own(tx: &mut Tx, owner: MemberId, handle: &Handle, name: &Name) -> anyhow::Result<BlogId> {
    for number in 1_u32.. {
        let wish = if number == 1 { handle.as_str().to_owned() } else { format!("{}-{number}", handle.as_str()) };
        let Some(address) = wish.parse::<Address>().ok().filter(|address| address.as_str() != COURSE) else { continue };
        if let Ok(id) = open(tx, Some(owner), &address, name.as_str(), "").await? {
            return Ok(id);
        }
    }
    anyhow::bail!("no address is free")
}

/// Changes a blog. An address that is given up keeps leading here.
pub async fn update(
    tx: &mut Tx,
    blog: &Blog,
    address: &Address,
    title: &Name,
    tagline: &str,
) -> anyhow::Result<Result<(), AddressTaken>> {
    if address.as_str() != blog.address {
        let taken = store::by_address(tx, address.as_str()).await?.is_some();
        let led = store::moved_to(tx, address.as_str()).await?;
        let course = address.as_str() == COURSE && blog.owner.is_some();
        let gone = members::is_retired(tx, address.as_str()).await?;
        if taken || course || gone || led.is_some_and(|to| to != blog.address) {
            return Ok(Err(AddressTaken));
        }
        store::leave_address(tx, blog, address.as_str()).await?;
    }
    store::update(tx, blog.id, address.as_str(), title.as_str(), tagline).await?;
    if address.as_str() != blog.address {
        conversations::readdress(tx, blog.id.0, &url(&blog.address), &url(address.as_str())).await?;
    }
    changed(tx, blog.id, blog.owner);
    Ok(Ok(()))
}

/// Takes their names from the blogs of somebody who is removed: those with nothing on them go, the others get an
/// address and a title that say nothing, and nobody else gets the old ones. Answers the addresses that were given up.
pub async fn forget_owner(tx: &mut Tx, owner: MemberId, title: &Name) -> anyhow::Result<Vec<String>> {
    let mut given_up = vec![];
    for blog in store::of(tx, owner).await? {
        let former = store::former_addresses(tx, blog.id).await?.into_iter().map(|(address,)| address);
        for address in former.chain([blog.address.clone()]) {
            members::retire(tx, &address).await?;
            given_up.push(address);
        }
        store::forget_former_addresses(tx, blog.id).await?;
        if !store::delete_empty(tx, blog.id).await? {
            let address = format!("former-{}", blog.id);
            store::update(tx, blog.id, &address, title.as_str(), "").await?;
            conversations::readdress(tx, blog.id.0, &url(&blog.address), &url(&address)).await?;
        }
        changed(tx, blog.id, Some(owner));
    }
    Ok(given_up)
}

/// The owner's page names it, and so does the frame around every page of theirs.
fn changed(tx: &mut Tx, id: BlogId, owner: Option<MemberId>) {
    tx.emit(Event::BlogChanged(id));
    if let Some(owner) = owner {
        tx.emit(Event::AuthorChanged(owner));
        tx.emit(Event::SessionsChanged(owner));
    }
}

/// The addresses of all blogs.
pub async fn addresses(conn: &mut Conn) -> anyhow::Result<Vec<String>> {
    Ok(store::addresses(conn).await?.into_iter().map(|(address,)| address).collect())
}

/// The blog that was imported from this origin.
pub async fn imported(conn: &mut Conn, origin: &str) -> anyhow::Result<Option<Blog>> {
    Ok(store::imported(conn, origin).await?)
}

/// Notes where the posts of a blog came from, so that the same site comes to the same blog again.
pub async fn note_origin(tx: &mut Tx, blog: BlogId, origin: &str) -> anyhow::Result<()> {
    Ok(store::note_origin(tx, blog, origin).await?)
}
