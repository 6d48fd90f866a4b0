//! Which site a file is of, and which blog it comes to.

use super::{
    addresses::Home,
    rules::{self, Known, Origin},
    survey::Survey,
};
use crate::{
    ids::{BlogId, MemberId, RowId, Timestamp},
    kit::db::Tx,
    talk::{
        blogs::{self, Address},
        old_sites::{self, NewSite, Stored},
        posts,
    },
};

/// Where a site comes to.
pub struct Chosen {
    /// The blog.
    pub blog: BlogId,
    /// The first part of its pages' addresses.
    pub address: String,
    /// The number under which the site is remembered.
    pub site: RowId,
    /// Whether nothing of it came before.
    pub is_new: bool,
}

/// The origin of what is in a file; or why that cannot be said. Two sites can say that they are at the same address, as
/// copies on somebody's own machine do: what came before tells which one this is.
pub async fn origin(tx: &mut Tx, survey: &Survey, wish: Option<&str>) -> anyhow::Result<Result<Origin, String>> {
    let first = Origin::of(&survey.site);
    let sites = old_sites::sites(tx).await?;
    let numbers: Vec<i64> = survey.known.keys().filter_map(|number| i64::try_from(*number).ok()).collect();
    let mut another = None;
    for site in &sites {
        let origin = Origin::named(site.origin.clone());
        if !origin.is_at_address_of(&first) {
            continue;
        }
        let (mut same, mut other) = (0, None);
        let mut others = 0;
        for stored in old_sites::numbered(tx, site.id, &numbers).await? {
            let number = stored.number.and_then(|number| u64::try_from(number).ok()).unwrap_or_default();
            let Some(here) = survey.known.get(&number).filter(|_| stored.post.is_some()) else { continue };
            if rules::is_same(&known(&stored), here) {
                same += 1;
            } else {
                others += 1;
                other = other.or(Some((number, stored.title.clone(), here.title.clone())));
            }
        }
        match other {
            Some(other) if others > same => another = another.or(Some((site, other))),
            _ if same > 0 || origin == first => return Ok(Ok(origin)),
            _ => {}
        }
    }
    let Some((site, (number, there, here))) = another else { return Ok(Ok(first)) };
    match wish.map(|wish| wish.trim_matches('/').to_lowercase()).filter(|wish| *wish != site.blog_address) {
        Some(wish) => Ok(Ok(first.of_another(&wish))),
        None => Ok(Err(format!(
            "From {} another site came before, to /{}/: number {number} was “{there}” there, and is “{here}” here. If this \
             is a site of its own, bring it to a blog of its own with --blog ADDRESS.",
            site.host, site.blog_address
        ))),
    }
}

/// What an item that came before is known by.
pub fn known(stored: &Stored) -> Known {
    Known {
        guid: stored.guid.clone(),
        link: stored.link.clone(),
        title: stored.title.clone(),
        date: stored.dated_at.map(|Timestamp(date)| date),
    }
}

/// The blog that a site comes to, and the note of where it was; or why there is none.
pub async fn open(
    tx: &mut Tx,
    survey: &Survey,
    home: &Home,
    origin: &Origin,
    wish: Option<&str>,
    title: &str,
    owner: Option<MemberId>,
) -> anyhow::Result<Result<Chosen, String>> {
    let (blog, address) = match choose(tx, survey, origin, wish, title, owner).await? {
        Ok(chosen) => chosen,
        Err(no) => return Ok(Err(no)),
    };
    let is_new = !posts::came_from(tx, origin.site()).await?;
    let site = NewSite {
        origin: origin.site(),
        blog,
        host: &home.host,
        path: &home.path,
        address: &home.address,
        files: &survey.hosts,
    };
    let site = old_sites::begin(tx, &site).await?;
    Ok(Ok(Chosen { blog, address, site, is_new }))
}

async fn choose(
    tx: &mut Tx,
    survey: &Survey,
    origin: &Origin,
    wish: Option<&str>,
    title: &str,
    owner: Option<MemberId>,
) -> anyhow::Result<Result<(BlogId, String), String>> {
    if let Some((blog, address)) = came_to(tx, origin).await? {
        let elsewhere = wish.is_some_and(|wish| wish.trim_matches('/').to_lowercase() != address);
        return Ok(if elsewhere {
            Err(format!("This site was brought to /{address}/ before; run it again without --blog."))
        } else {
            Ok((blog, address))
        });
    }
    let named = rules::name_in_network(&survey.site);
    let wished = wish.map(str::to_owned).or(named.clone()).unwrap_or_else(|| "blog".to_owned());
    let Ok(address) = wished.parse::<Address>() else {
        return Ok(Err(format!(
            "/{wished}/ can be no blog's address: it has to be of letters a to z, digits, - and _, and not one that Lyceum \
             uses itself. Choose another with --blog ADDRESS."
        )));
    };
    match blogs::by_address(tx, address.as_str()).await? {
        Some(blog) => {
            // Taken down only where no other site came before.
            blogs::note_origin(tx, blog.id, origin.site()).await?;
            let is_another_sites = blogs::imported(tx, origin.site()).await?.is_none();
            if wish.is_none() && (named.is_some() || is_another_sites) {
                return Ok(Err(format!(
                    "There is another blog at /{}/, “{}”. Choose the blog with --blog ADDRESS; to bring the posts to this \
                     one, say --blog {}.",
                    blog.address, blog.title, blog.address
                )));
            }
            Ok(Ok((blog.id, blog.address)))
        }
        None => {
            let tagline = rules::plain_line(&survey.site.description);
            let Ok(blog) = blogs::open(tx, owner, &address, title, &tagline).await? else {
                return Ok(Err(format!(
                    "/{}/ leads to a blog that had this address before. Choose another with --blog ADDRESS.",
                    address.as_str()
                )));
            };
            blogs::note_origin(tx, blog, origin.site()).await?;
            Ok(Ok((blog, address.as_str().to_owned())))
        }
    }
}

/// The blog to which this site came before, and its address.
async fn came_to(tx: &mut Tx, origin: &Origin) -> anyhow::Result<Option<(BlogId, String)>> {
    let sites = old_sites::sites(tx).await?;
    if let Some(site) = sites.into_iter().find(|site| site.origin == origin.site()) {
        return Ok(Some((site.blog, site.blog_address)));
    }
    Ok(blogs::imported(tx, origin.site()).await?.map(|blog| (blog.id, blog.address)))
}
