//! What came in, what did not, and why: for people as text, for programs as JSON.

use std::fmt;

use serde::Serialize;

/// So many of a group are named in the text, and in all; the rest are counted.
const NAMED: usize = 5;
const LISTED: usize = 1000;

/// What an import did.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// The title of the old site.
    pub site: String,
    /// The address of the blog it came to.
    pub blog: String,
    /// People who got an account.
    pub members_new: u64,
    /// How many of them have no e-mail address, by which to claim it.
    pub members_without_address: u64,
    /// People who had one.
    pub members_known: u64,
    /// Published posts.
    pub posts: u64,
    /// Published pages.
    pub pages: u64,
    /// Posts and pages that are drafts.
    pub drafts: u64,
    /// How many of the published ones only their authors can read.
    pub private: u64,
    /// Parts that several texts share, which stand in each of them.
    pub blocks: u64,
    /// Comments, replies among them.
    pub comments: u64,
    /// How many of the comments are replies.
    pub replies: u64,
    /// Pingbacks, trackbacks and webmentions.
    pub pings: u64,
    /// How many comments and pings wait for approval.
    pub waiting: u64,
    /// How many replies stand at the top because what they answer is gone.
    pub parent_lost: u64,
    /// Pictures that were taken over.
    pub pictures: u64,
    /// Old addresses that lead to the new ones.
    pub old_addresses: u64,
    /// Posts and pages that an earlier import had brought.
    pub posts_known: u64,
    /// How many of them were drafts that nobody had touched here, and are published from now on.
    pub published_since: u64,
    /// How many of them show pictures from now on that did not come before.
    pub posts_with_new_pictures: u64,
    /// Comments and pings that an earlier import had brought.
    pub comments_known: u64,
    /// Where the course is that was made of the site.
    pub course: Option<String>,
    /// Posts that were written for it.
    pub course_posts: u64,
    /// Its modules.
    pub modules: u64,
    /// How many posts sum one of them up.
    pub wrap_ups: u64,
    /// People who take part in it from now on.
    pub participants: u64,
    /// Control characters that XML forbids and the file had.
    pub characters_dropped: u64,
    /// What did not come in.
    pub left_out: Vec<Group>,
    /// What came in otherwise than it was.
    pub changed: Vec<Group>,
    /// How long it took.
    pub seconds: f64,
}

/// Things of one sort, with one reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Group {
    /// What they are: `comment`, `page`, ...
    pub what: String,
    /// What there is to say about them.
    pub why: String,
    /// How many there are; only the first of them are named.
    pub count: u64,
    /// What the first of them are called.
    pub first: Vec<String>,
}

impl Report {
    /// Notes that something did not come in.
    pub fn leave_out(&mut self, what: &str, why: &str, name: &str) {
        note(&mut self.left_out, what, why, name);
    }

    /// Notes that something came in otherwise than it was.
    pub fn change(&mut self, what: &str, why: &str, name: &str) {
        note(&mut self.changed, what, why, name);
    }
}

fn note(groups: &mut Vec<Group>, what: &str, why: &str, name: &str) {
    let at = groups.iter().position(|group| group.what == what && group.why == why).unwrap_or_else(|| {
        groups.push(Group { what: what.into(), why: why.into(), count: 0, first: vec![] });
        groups.len() - 1
    });
    groups[at].count += 1;
    if groups[at].first.len() < LISTED && !name.is_empty() {
        groups[at].first.push(name.chars().take(200).collect());
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "“{}” is now at /{}/.\n", self.site, self.blog)?;
        if let Some(course) = &self.course {
            writeln!(f, "The course is at {course}.\n")?;
        }
        for (count, one, many) in [
            (
                self.members_new - self.members_without_address,
                "person came in, who can claim the account by e-mail",
                "people came in, who can claim their accounts by e-mail",
            ),
            (
                self.members_without_address,
                "person came in without an e-mail address, so that nobody can claim the account",
                "people came in without an e-mail address, so that nobody can claim their accounts",
            ),
            (self.members_known, "person was here already", "people were here already"),
            (self.posts, "post", "posts"),
            (self.pages, "page", "pages"),
            (self.drafts, "draft", "drafts"),
            (
                self.private,
                "of the posts and pages is for its author only",
                "of the posts and pages are for their authors only",
            ),
            (self.blocks, "part that several texts share", "parts that several texts share"),
            (self.comments, "comment", "comments"),
            (self.replies, "of them is a reply", "of them are replies"),
            (self.pings, "pingback, trackback or webmention", "pingbacks, trackbacks and webmentions"),
            (self.waiting, "of all these waits for approval", "of all these wait for approval"),
            (
                self.parent_lost,
                "reply stands at the top: what it answers is gone",
                "replies stand at the top: what they answer is gone",
            ),
            (self.pictures, "picture", "pictures"),
            (self.old_addresses, "old address leads to the new one", "old addresses lead to the new ones"),
            (
                self.posts_known,
                "post was here already, from an earlier import",
                "posts were here already, from an earlier import",
            ),
            (
                self.published_since,
                "of them was a draft and is published now",
                "of them were drafts and are published now",
            ),
            (
                self.posts_with_new_pictures,
                "of them shows pictures now that had not come before",
                "of them show pictures now that had not come before",
            ),
            (
                self.comments_known,
                "comment was here already, from an earlier import",
                "comments were here already, from an earlier import",
            ),
            (self.course_posts, "post was written for the course", "posts were written for the course"),
            (self.modules, "module of the course is a category", "modules of the course are categories"),
            (self.wrap_ups, "post sums a module up", "posts sum modules up"),
            (self.participants, "person takes part in the course", "people take part in the course"),
            (
                self.characters_dropped,
                "control character was dropped: XML forbids it",
                "control characters were dropped: XML forbids them",
            ),
        ] {
            if count > 0 {
                writeln!(f, "{count:>9}  {}", if count == 1 { one } else { many })?;
            }
        }
        write_groups(f, "\nCame in otherwise than it was:\n", &self.changed)?;
        write_groups(f, "\nDid not come in:\n", &self.left_out)?;
        writeln!(f, "\nThis took {}.", duration(self.seconds))
    }
}

fn write_groups(f: &mut fmt::Formatter<'_>, heading: &str, groups: &[Group]) -> fmt::Result {
    if groups.is_empty() {
        return Ok(());
    }
    f.write_str(heading)?;
    for group in groups {
        writeln!(f, "{:>9}  {}: {}", group.count, group.what, group.why)?;
        if !group.first.is_empty() {
            let named: Vec<&str> = group.first.iter().take(NAMED).map(String::as_str).collect();
            let more = if group.count > named.len() as u64 { ", …" } else { "" };
            writeln!(f, "{:>9}  ({}{more})", "", named.join(", "))?;
        }
    }
    Ok(())
}

/// A length of time as people say it.
pub fn duration(seconds: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time that passed is not negative")]
    match seconds.round() as u64 {
        0..100 => format!("{seconds:.1} seconds"),
        whole @ 100..6000 => format!("{} minutes", (whole + 30) / 60),
        whole => format!("{:.1} hours", std::time::Duration::from_secs(whole).as_secs_f64() / 3600.0),
    }
}
