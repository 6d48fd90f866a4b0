//! The river: all conversations that somebody may read, whatever they are about and wherever they stand, by their latest
//! exchange; with what of each they have not read. A page of it costs the same however large the community is.

mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::{
    audiences::Audience,
    ids::{CircleId, CommentId, ConversationId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    people::members,
};

/// So many conversations stand on a page.
pub const PAGE: usize = 20;
/// What moved is counted up to here.
pub const MOST_MOVED: i64 = 100;
/// Among so many of the latest conversations those that somebody may read are looked for first.
const NEAR: i64 = 1000;
/// Among so many, those that somebody follows.
const NEAR_FOLLOWED: i64 = 2000;
/// Whoever follows fewer things finds what is new in them sooner by going from one to the next.
const FEW: i64 = 100;

/// Which conversations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// All that the reader may read.
    All,
    /// Those that they follow, by themselves or by where they stand.
    Followed,
    /// Those that stand in a circle, or are for it.
    Circle(CircleId),
}

/// A place in the river: when a conversation changed, and its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, sqlx::FromRow)]
pub struct Place {
    /// When something was last said in it.
    pub changed_at: Timestamp,
    /// Its number.
    pub id: ConversationId,
}

impl Place {
    /// Before everything that was ever said.
    pub const BEGINNING: Self = Self { changed_at: Timestamp(0), id: ConversationId(0) };
    /// After everything.
    pub const END: Self = Self { changed_at: Timestamp(i64::MAX), id: ConversationId(i64::MAX) };

    /// As an address says it: `<milliseconds>-<number>`.
    pub fn word(self) -> String {
        format!("{}-{}", self.changed_at.0, self.id)
    }

    /// The place that an address says.
    pub fn of(word: &str) -> Option<Self> {
        let (at, id) = word.split_once('-')?;
        Some(Self { changed_at: Timestamp(at.parse().ok()?), id: id.parse().ok()? })
    }
}

/// A conversation as the river shows it to a reader.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Line {
    /// Its place in the river.
    #[sqlx(flatten)]
    pub place: Place,
    /// What it is about.
    pub title: String,
    /// The language of that.
    pub lang: String,
    path: String,
    audience: i64,
    circle: String,
    /// What the blog, tribe or course is called in which it stands; empty where that has no name.
    pub where_name: String,
    /// The address of that, if it has one.
    pub where_url: Option<String>,
    /// How many thoughts there are.
    pub count: i64,
    /// The latest of them.
    last: Option<CommentId>,
    writer: Option<MemberId>,
    name: String,
    picture: Option<String>,
    guest_picture: Option<i64>,
    html: String,
    /// When the reader was last in it.
    seen_at: Option<Timestamp>,
    left_off: Option<CommentId>,
    /// Whether the reader wants to hear nothing of it.
    pub is_muted: bool,
    unread: i64,
    first: Option<CommentId>,
}

impl Line {
    /// How many entries the reader has not read, up to a hundred: of those that came since they were first there. What is
    /// muted is quiet.
    pub const fn unread(&self) -> i64 {
        if self.is_muted { 0 } else { self.unread }
    }

    /// Whether a member has never opened it.
    pub const fn is_unopened(&self) -> bool {
        self.seen_at.is_none()
    }

    /// Where the reader goes on: at the first entry they have not read, else where they stopped, else at the beginning of
    /// what was said, or of the thing itself if they have never been there.
    pub fn url(&self) -> String {
        match (self.first.or(self.left_off), self.seen_at) {
            (Some(entry), _) => format!("/comments/{entry}"),
            (None, Some(_)) => format!("{}#comments", self.path),
            (None, None) => self.path.clone(),
        }
    }

    /// The latest that was said, if it still stands there.
    pub fn last_url(&self) -> Option<String> {
        self.last.map(|last| format!("/comments/{last}"))
    }

    /// Who said it.
    pub fn last_name(&self) -> &str {
        &self.name
    }

    /// The member who said it, if it was one.
    pub const fn last_writer(&self) -> Option<MemberId> {
        self.writer
    }

    /// The address of their avatar.
    pub fn last_avatar_url(&self) -> String {
        match (self.writer, self.guest_picture, self.last) {
            (Some(writer), ..) => members::avatar_url(writer, self.picture.as_deref()),
            (None, Some(seed), _) => format!("/pictures/{seed:x}.svg"),
            (None, None, last) => format!("/pictures/{}.svg", last.unwrap_or(CommentId(0))),
        }
    }

    /// The beginning of what they said, so many characters of it.
    pub fn excerpt(&self, chars: usize) -> String {
        markup::excerpt(&self.html, chars)
    }

    /// The message that says for whom it is, unless that is everyone, or a circle with a name.
    pub fn audience_key(&self) -> Option<&'static str> {
        let audience = Audience::of_circle(self.audience);
        (self.audience == Audience::Community.circle()).then(|| audience.key())
    }

    /// What the circle is called that it is for, if it has a name.
    pub fn circle_name(&self) -> Option<&str> {
        (!self.circle.is_empty() && self.circle != self.where_name).then_some(self.circle.as_str())
    }
}

/// A page of the river for a reader, or for nobody: the conversations that come after a place, the latest first; one more
/// than a page holds if there are more.
pub async fn page(conn: &mut Conn, reader: Option<MemberId>, which: Which, after: Place) -> anyhow::Result<Vec<Line>> {
    let places = places(conn, reader.unwrap_or(MemberId(0)), which, after, i64::try_from(PAGE)? + 1).await?;
    if places.is_empty() {
        return Ok(vec![]);
    }
    let order: HashMap<ConversationId, usize> = places.iter().enumerate().map(|(at, place)| (place.id, at)).collect();
    let list: Vec<String> = places.iter().map(|place| place.id.to_string()).collect();
    let mut lines = store::lines(conn, reader.unwrap_or(MemberId(0)), &list.join(",")).await?;
    lines.sort_by_key(|line| order.get(&line.place.id));
    Ok(lines)
}

/// So many places of the river after this one. The latest conversations are asked first, which is enough nearly always;
/// then each circle or followed thing for its latest.
async fn places(
    conn: &mut Conn,
    reader: MemberId,
    which: Which,
    after: Place,
    limit: i64,
) -> anyhow::Result<Vec<Place>> {
    let is_enough = |found: &[Place]| i64::try_from(found.len()).is_ok_and(|found| found >= limit);
    match which {
        Which::All => {
            let near = store::near(conn, reader, after, limit, NEAR).await?;
            if is_enough(&near) { Ok(near) } else { Ok(store::merged(conn, reader, after, limit).await?) }
        }
        Which::Followed => {
            if store::followed_count(conn, reader, FEW).await? >= FEW {
                let near = store::near_followed(conn, reader, after, limit, NEAR_FOLLOWED).await?;
                if is_enough(&near) {
                    return Ok(near);
                }
            }
            Ok(store::merged_followed(conn, reader, after, limit).await?)
        }
        Which::Circle(circle) => Ok(store::of_circle(conn, reader, circle, after, limit).await?),
    }
}

/// In how many conversations others said something since the river was at this place, up to [`MOST_MOVED`]; not in those
/// that are muted.
pub async fn moved_since(conn: &mut Conn, reader: Option<MemberId>, which: Which, since: Place) -> anyhow::Result<i64> {
    let reader = reader.unwrap_or(MemberId(0));
    Ok(match which {
        Which::All => store::moved(conn, reader, since, NEAR, MOST_MOVED).await?,
        Which::Followed => store::moved_followed(conn, reader, since, NEAR_FOLLOWED, MOST_MOVED).await?,
        Which::Circle(circle) => store::moved_in(conn, reader, circle, since, MOST_MOVED).await?,
    })
}

/// When a member was in the river before: the visit before this one, if there was one.
pub async fn last_visit(conn: &mut Conn, member: MemberId, now: Timestamp) -> anyhow::Result<Option<LastVisit>> {
    let Some((before, seen)) = store::last_visit(conn, member).await? else { return Ok(None) };
    let is_over = seen < visit_end(now);
    Ok(Some(LastVisit { at: if is_over { seen } else { before }, is_noted: seen >= now.plus_minutes(-1) }))
}

/// A visit to the river before this one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LastVisit {
    /// When it ended.
    pub at: Timestamp,
    /// Whether this one was noted within the last minute.
    pub is_noted: bool,
}

/// Notes that a member is in the river. A visit ends half an hour after it was last noted.
pub async fn visit(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::visit(tx, member, visit_end(tx.now)).await?)
}

/// Forgets when a member was in the river.
pub async fn forget_visits(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_visits(tx, member).await?)
}

const fn visit_end(now: Timestamp) -> Timestamp {
    now.plus_minutes(-30)
}
