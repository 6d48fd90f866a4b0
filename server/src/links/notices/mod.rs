//! What members are told of: that somebody answered or mentioned them, that something waits for them to decide, that what
//! they follow goes on.
//!
//! A notice is a row for one member about one news. Whether its subject may still be read, and still stands there, is
//! asked whenever notices are read.

mod groups;
mod store;
mod tell;

pub use self::{
    groups::{Group, grouped},
    store::Standing,
    tell::{run, tell, tell_followers},
};
use crate::{
    events::Event,
    ids::{CircleId, CommentId, ConversationId, MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        email,
    },
    links::{announcements, messages, watches},
    people::members,
    talk::news::{self, Span},
};

/// Notices are counted up to here.
pub const MOST: i64 = 100;

/// Why a member is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// An answer came by e-mail in their name, from somebody else's address.
    Held,
    /// Something waits for them to decide.
    Waiting,
    /// They were mentioned.
    Mention,
    /// Somebody answered what they said.
    Answer,
    /// Somebody commented on what they wrote.
    Comment,
    /// What they said was approved.
    Approved,
    /// Somebody reviewed what they handed in.
    Reviewed,
    /// There is something for them to review.
    Review,
    /// Somebody answered their review.
    Thanked,
    /// They were given more time for something.
    Extended,
    /// Somebody wrote to them privately.
    Written,
    /// They were invited to a course or a tribe.
    Invited,
    /// Somebody wants to come into a course or a tribe that they lead.
    Asked,
    /// They were let in where they asked or waited.
    LetIn,
    /// Something was reported.
    Reported,
    /// What they reported was looked at.
    Outcome,
    /// An archive they asked for is ready.
    Archive,
    /// Their request for support was answered.
    Agreement,
    /// They were awarded a badge.
    Awarded,
    /// They were given a certificate.
    Certified,
    /// They met what a badge takes.
    Earned,
    /// Somebody asks for a badge that they decide about.
    BadgeAsked,
    /// The badge they asked for needs more, or was declined.
    BadgeAnswered,
    /// The credential of a badge of theirs was issued anew.
    Reissued,
    /// Something was said in a conversation they follow.
    Said,
    /// Something is announced to all, or to a circle they are in.
    Announcement,
    /// Something was published that they follow.
    Posted,
}

impl Kind {
    fn of(word: &str) -> Self {
        match word {
            "waiting" => Self::Waiting,
            "mention" => Self::Mention,
            "answer" => Self::Answer,
            "comment" => Self::Comment,
            "approved" => Self::Approved,
            "announcement" => Self::Announcement,
            "held" => Self::Held,
            "reviewed" => Self::Reviewed,
            "review" => Self::Review,
            "thanked" => Self::Thanked,
            "extended" => Self::Extended,
            "written" => Self::Written,
            "invited" => Self::Invited,
            "asked" => Self::Asked,
            "let-in" => Self::LetIn,
            "reported" => Self::Reported,
            "outcome" => Self::Outcome,
            "archive" => Self::Archive,
            "agreement" => Self::Agreement,
            "awarded" => Self::Awarded,
            "certified" => Self::Certified,
            "earned" => Self::Earned,
            "badge-asked" => Self::BadgeAsked,
            "badge-answered" => Self::BadgeAnswered,
            "reissued" => Self::Reissued,
            "posted" => Self::Posted,
            _ => Self::Said,
        }
    }

    /// The word it is stored as, where one member is told by name.
    const fn word(self) -> &'static str {
        match self {
            Self::Reviewed => "reviewed",
            Self::Review => "review",
            Self::Thanked => "thanked",
            Self::Extended => "extended",
            Self::Written => "written",
            Self::Invited => "invited",
            Self::Asked => "asked",
            Self::LetIn => "let-in",
            Self::Reported => "reported",
            Self::Outcome => "outcome",
            Self::Archive => "archive",
            Self::Agreement => "agreement",
            Self::Awarded => "awarded",
            Self::Certified => "certified",
            Self::Earned => "earned",
            Self::BadgeAsked => "badge-asked",
            Self::BadgeAnswered => "badge-answered",
            Self::Reissued => "reissued",
            Self::Held => "held",
            Self::Waiting => "waiting",
            Self::Mention => "mention",
            Self::Answer => "answer",
            Self::Comment => "comment",
            Self::Approved => "approved",
            Self::Said => "said",
            Self::Announcement => "announcement",
            Self::Posted => "posted",
        }
    }

    /// Whether it concerns the member themselves, and is not only followed or said to all.
    pub const fn is_their_own(self) -> bool {
        !matches!(self, Self::Said | Self::Posted | Self::Announcement)
    }

    /// Whether an answer to an e-mail about it belongs under what it is about.
    pub const fn is_answered_by_email(self) -> bool {
        !self.is_direct()
            && !matches!(
                self,
                Self::Waiting | Self::Reviewed | Self::Review | Self::Thanked | Self::Extended | Self::Written
            )
    }

    /// Whether it is about a circle, a report or something of their own, and about no conversation.
    pub const fn is_direct(self) -> bool {
        matches!(
            self,
            Self::Invited
                | Self::Asked
                | Self::LetIn
                | Self::Reported
                | Self::Outcome
                | Self::Archive
                | Self::Agreement
                | Self::Awarded
                | Self::Certified
                | Self::Earned
                | Self::BadgeAsked
                | Self::BadgeAnswered
                | Self::Reissued
        )
    }

    /// The message that says it of one person and others, about this kind of thing.
    pub fn key(self, about: &str) -> &'static str {
        match (self, about) {
            (Self::Posted, "module") => "notice-posted-module",
            (Self::Posted, "assignment") => "notice-posted-assignment",
            (Self::Posted, "discussion") => "notice-posted-discussion",
            (Self::Posted, "wrap-up") => "notice-posted-wrap-up",
            (Self::Comment, "module" | "assignment" | "discussion" | "wrap-up" | "page") => "notice-comment-other",
            (Self::Invited, "tribe") => "notice-invited-tribe",
            (Self::Outcome, "removed") => "notice-outcome-removed",
            _ => self.usual_key(),
        }
    }

    const fn usual_key(self) -> &'static str {
        match self {
            Self::Waiting => "notice-waiting",
            Self::Mention => "notice-mention",
            Self::Answer => "notice-answer",
            Self::Comment => "notice-comment",
            Self::Approved => "notice-approved",
            Self::Said => "notice-said",
            Self::Announcement => "notice-announcement",
            Self::Held => "notice-held",
            Self::Reviewed => "notice-reviewed",
            Self::Review => "notice-review",
            Self::Thanked => "notice-thanked",
            Self::Extended => "notice-extended",
            Self::Written => "notice-written",
            Self::Invited => "notice-invited",
            Self::Asked => "notice-asked",
            Self::LetIn => "notice-let-in",
            Self::Reported => "notice-reported",
            Self::Outcome => "notice-outcome",
            Self::Archive => "notice-archive",
            Self::Agreement => "notice-agreement",
            Self::Awarded => "notice-awarded",
            Self::Certified => "notice-certified",
            Self::Earned => "notice-earned",
            Self::BadgeAsked => "notice-badge-asked",
            Self::BadgeAnswered => "notice-badge-answered",
            Self::Reissued => "notice-reissued",
            Self::Posted => "notice-posted",
        }
    }

    /// The message that says why one is told of this kind of thing.
    pub fn why_key(self, about: &str) -> &'static str {
        match (self, about) {
            (Self::Posted, "module" | "assignment") => "notice-why-posted-course",
            (Self::Posted, "discussion") => "notice-why-posted-group",
            (Self::Comment, "module" | "assignment" | "discussion" | "wrap-up" | "page") => "notice-why-comment-other",
            _ => self.usual_why_key(),
        }
    }

    const fn usual_why_key(self) -> &'static str {
        match self {
            Self::Waiting => "notice-why-waiting",
            Self::Mention => "notice-why-mention",
            Self::Answer => "notice-why-answer",
            Self::Comment => "notice-why-comment",
            Self::Approved => "notice-why-approved",
            Self::Said => "notice-why-said",
            Self::Announcement => "notice-why-announcement",
            Self::Held => "notice-why-held",
            Self::Reviewed => "notice-why-reviewed",
            Self::Review => "notice-why-review",
            Self::Thanked => "notice-why-thanked",
            Self::Extended => "notice-why-extended",
            Self::Written => "notice-why-written",
            Self::Invited => "notice-why-invited",
            Self::Asked => "notice-why-asked",
            Self::LetIn => "notice-why-let-in",
            Self::Reported => "notice-why-reported",
            Self::Outcome => "notice-why-outcome",
            Self::Archive => "notice-why-archive",
            Self::Agreement => "notice-why-agreement",
            Self::Awarded | Self::Certified | Self::Earned | Self::Reissued => "notice-why-awarded",
            Self::BadgeAsked => "notice-why-badge-asked",
            Self::BadgeAnswered => "notice-why-badge-answered",
            Self::Posted => "notice-why-posted",
        }
    }
}

/// Something a member is told.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Notice {
    /// Its place in the order of news.
    pub seq: i64,
    kind: String,
    /// Where it happened.
    pub conversation: ConversationId,
    /// The entry, if it is about one.
    pub comment: Option<CommentId>,
    /// When what they are told of happened.
    pub at: Timestamp,
    /// Since when the member knows.
    pub seen_at: Option<Timestamp>,
    /// What the conversation is about.
    pub title: String,
    /// The language of the title.
    pub lang: String,
    path: String,
    /// Who did it, if it was a member.
    pub actor: Option<MemberId>,
    /// What they are called.
    pub name: String,
    picture: Option<String>,
    guest_picture: Option<i64>,
    /// What was said.
    pub html: String,
    /// What the conversation is about: the word of its kind, or `wrap-up` or `page`.
    about: String,
    /// What the circle is called that it was announced to; empty: it is no announcement, or one to all.
    pub circle_name: String,
}

impl Notice {
    /// Why the member is told.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.kind)
    }

    /// Whether the member does not know it yet.
    pub const fn is_new(&self) -> bool {
        self.seen_at.is_none()
    }

    /// The page of the conversation it happened in.
    pub fn page(&self) -> &str {
        &self.path
    }

    /// Where it leads.
    pub fn url(&self) -> String {
        match (self.comment, self.kind()) {
            (Some(comment), _) => format!("/comments/{comment}"),
            (None, Kind::Written) => format!("{}#new", self.path),
            (None, _) => self.path.clone(),
        }
    }

    /// The address of the avatar of whoever did it.
    pub fn avatar_url(&self) -> String {
        match (self.actor, self.guest_picture) {
            (Some(member), _) => members::avatar_url(member, self.picture.as_deref()),
            (None, Some(seed)) => format!("/pictures/{seed:x}.svg"),
            (None, None) => format!("/pictures/{}.svg", self.comment.map_or(self.seq, |comment| comment.0)),
        }
    }
}

/// Tells one member something about a conversation's subject, by whom; nobody: its author. What they do not know yet is not
/// said a second time.
pub async fn tell_one(
    tx: &mut Tx,
    member: MemberId,
    kind: Kind,
    conversation: ConversationId,
    actor: Option<MemberId>,
) -> anyhow::Result<()> {
    if store::is_told(tx, member, kind.word(), conversation, actor).await? {
        return Ok(());
    }
    let seq = news::take_place(tx).await?;
    store::tell_one(tx, member, seq, kind.word(), conversation, actor).await?;
    tell::say(tx, vec![member]).await
}

/// Who is invited to a circle is told by whom, once for each invitation.
pub async fn invited(tx: &mut Tx, circle: CircleId, member: MemberId, by: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::Invited, About::Circle(circle), Some(by)).await
}

/// Who is invited to a circle by an e-mail to the address of their account is told it here, too; not again as long as they
/// have not seen it, and in no second e-mail.
pub async fn invited_by_email(tx: &mut Tx, circle: CircleId, member: MemberId, by: MemberId) -> anyhow::Result<()> {
    let seq = news::take_place(tx).await?;
    if store::tell_invited_by_email(tx, member, seq, circle, by).await? {
        tell::say(tx, vec![member]).await?;
    }
    Ok(())
}

/// Nobody is told any more of invitations by e-mail that are too old to be accepted.
pub async fn forget_expired_invitations(tx: &mut Tx) -> anyhow::Result<()> {
    for member in store::forget_expired_invitations(tx).await? {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Those who lead a circle are told who wants to come in, once for each request.
pub async fn asked(tx: &mut Tx, circle: CircleId, member: MemberId) -> anyhow::Result<()> {
    let leaders = store::leaders(tx, circle).await?;
    directly(tx, leaders, Kind::Asked, About::Circle(circle), Some(member)).await
}

/// Who was let into a circle, without doing anything just then, is told.
pub async fn let_in(tx: &mut Tx, circle: CircleId, member: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::LetIn, About::Circle(circle), None).await
}

/// Organisers are told that something was reported; not those it is about.
pub async fn reported(tx: &mut Tx, report: RowId) -> anyhow::Result<()> {
    let organisers = store::organisers(tx, report).await?;
    directly(tx, organisers, Kind::Reported, About::Report(report), None).await
}

/// Who reported something is told that it was looked at, and nothing of what became of anybody.
pub async fn looked_at(tx: &mut Tx, report: RowId) -> anyhow::Result<()> {
    let reporter = store::reporter(tx, report).await?;
    directly(tx, reporter.into_iter().collect(), Kind::Outcome, About::Report(report), None).await
}

/// Who asked for an archive is told that it is ready; the e-mail about it is written by whoever made it.
pub async fn archive_ready(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::Archive, About::Themselves, None).await
}

/// Who was awarded a badge is told by whom.
pub async fn awarded(tx: &mut Tx, award: RowId, member: MemberId, by: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::Awarded, About::Award(award), Some(by)).await
}

/// Who was given a certificate is told so.
pub async fn certified(tx: &mut Tx, award: RowId, member: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::Certified, About::Award(award), None).await
}

/// Who met what a badge takes is told that they have it.
pub async fn earned(tx: &mut Tx, award: RowId, member: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::Earned, About::Award(award), None).await
}

/// Those who decide about it are told that somebody asks for a badge.
pub async fn badge_asked(tx: &mut Tx, request: RowId, by: MemberId) -> anyhow::Result<()> {
    let reviewers = store::reviewers(tx, request).await?;
    directly(tx, reviewers, Kind::BadgeAsked, About::Request(request), Some(by)).await
}

/// Whoever asked for a badge is told that it needs more, or that it was declined.
pub async fn badge_answered(tx: &mut Tx, request: RowId, member: MemberId, by: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::BadgeAnswered, About::Request(request), Some(by)).await
}

/// A member has seen which requests for badges there are.
pub async fn seen_requests(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    if store::see_requests(tx, member).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Whether a member was told of a request that they have not seen.
pub async fn are_told_of_requests(conn: &mut Conn, member: MemberId) -> anyhow::Result<bool> {
    Ok(store::are_told_of_requests(conn, member).await?)
}

/// Who has a badge whose credential was issued anew is told so.
pub async fn reissued(tx: &mut Tx, award: RowId, member: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::Reissued, About::Award(award), None).await
}

/// A member has seen which badges they have.
pub async fn seen_awards(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    if store::see_awards(tx, member).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Whether a member was told of a badge that they have not seen.
pub async fn are_told_of_awards(conn: &mut Conn, member: MemberId) -> anyhow::Result<bool> {
    Ok(store::are_told_of_awards(conn, member).await?)
}

/// Whose request for support was answered is told; the e-mail about it is written by whoever took the answer.
pub async fn agreement_answered(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    directly(tx, vec![member], Kind::Agreement, About::Themselves, None).await
}

/// A member has seen what was answered to what they asked for.
pub async fn seen_agreements(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    if store::see_kind(tx, member, Kind::Agreement.word()).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Whether a member was told of an answer that they have not seen.
pub async fn are_told_of_agreements(conn: &mut Conn, member: MemberId) -> anyhow::Result<bool> {
    Ok(store::is_told_of_kind(conn, member, Kind::Agreement.word()).await?)
}

/// What somebody is told of by name.
#[derive(Clone, Copy)]
enum About {
    Circle(CircleId),
    Report(RowId),
    Award(RowId),
    /// A request for a badge.
    Request(RowId),
    Themselves,
}

async fn directly(
    tx: &mut Tx,
    members: Vec<MemberId>,
    kind: Kind,
    about: About,
    actor: Option<MemberId>,
) -> anyhow::Result<()> {
    if members.is_empty() {
        return Ok(());
    }
    let seq = news::take_place(tx).await?;
    let mut told = vec![];
    for member in members {
        if store::tell_directly(tx, member, seq, kind.word(), about, actor).await? {
            told.push(member);
        }
    }
    tell::say(tx, told).await
}

/// Whether a member was told something of a circle that they have not seen.
pub async fn is_told_of(conn: &mut Conn, member: MemberId, circle: CircleId) -> anyhow::Result<bool> {
    Ok(store::is_told_of(conn, member, circle).await?)
}

/// A member has seen what they were told of a circle.
pub async fn seen_circle(tx: &mut Tx, member: MemberId, circle: CircleId) -> anyhow::Result<()> {
    if store::see_circle(tx, member, circle).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// An organiser has seen which reports there are.
pub async fn seen_reports(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    if store::see_reports(tx, member).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Somebody is in a circle no longer: they follow nothing there and are told nothing more of it, also not of what they were
/// told and do not know yet.
pub async fn left(tx: &mut Tx, member: MemberId, circle: CircleId) -> anyhow::Result<()> {
    watches::end_by_leaving(tx, member, circle).await?;
    Ok(store::forget_left(tx, member, circle).await?)
}

/// How much there is that a member was told and does not know yet; a hundred at most.
pub async fn unseen(conn: &mut Conn, member: MemberId) -> anyhow::Result<i64> {
    Ok(store::unseen(conn, member, MOST).await?)
}

/// What a member was told and has neither seen nor had in an e-mail, the earliest first.
pub async fn unmailed(conn: &mut Conn, member: MemberId, now: Timestamp, limit: i64) -> anyhow::Result<Vec<Notice>> {
    // Which e-mail told of what is older is forgotten.
    Ok(store::unmailed(conn, member, now.plus_days(-KEPT_DAYS), limit).await?)
}

/// What a member was told of what happened since a moment, and has not seen, the latest first.
pub async fn unseen_since(
    conn: &mut Conn,
    member: MemberId,
    since: Timestamp,
    limit: i64,
) -> anyhow::Result<Vec<Notice>> {
    Ok(store::unseen_since(conn, member, since, limit).await?)
}

/// What a guest wrote that stands there now, and that they were not told so; the earliest first.
pub async fn appeared_of_guest(conn: &mut Conn, guest: RowId, limit: i64) -> anyhow::Result<Vec<Notice>> {
    Ok(store::appeared_of_guest(conn, guest, limit).await?)
}

/// What a guest is to be told and was not: that what they wrote was approved, and who answered it; the earliest first.
pub async fn untold_to_guest(conn: &mut Conn, guest: RowId, limit: i64) -> anyhow::Result<Vec<Notice>> {
    Ok(store::untold_to_guest(conn, guest, limit).await?)
}

/// What still stands of what an e-mail tells a member.
pub async fn standing_in(conn: &mut Conn, member: MemberId, letter: RowId) -> anyhow::Result<Standing> {
    Ok(store::standing_in(conn, member, letter).await?)
}

/// What still stands of what an e-mail tells a guest.
pub async fn standing_for_guest(conn: &mut Conn, guest: RowId, letter: RowId) -> anyhow::Result<Standing> {
    Ok(store::standing_for_guest(conn, guest, letter).await?)
}

/// What happened in a span of news that a member follows for the digest, and has neither read nor been told.
pub async fn followed_for_digest(
    conn: &mut Conn,
    member: MemberId,
    span: Span,
    limit: i64,
) -> anyhow::Result<Vec<Notice>> {
    Ok(store::followed_for_digest(conn, member, span, limit).await?)
}

/// What a member was told before this place in the order, the latest first.
pub async fn list(conn: &mut Conn, member: MemberId, before: i64, limit: i64) -> anyhow::Result<Vec<Notice>> {
    Ok(store::list(conn, member, before, limit).await?)
}

/// Whether a member was told something about these entries, or the subject of this conversation, that they have not seen.
pub async fn is_news(
    conn: &mut Conn,
    member: MemberId,
    conversation: ConversationId,
    entries: &[CommentId],
) -> anyhow::Result<bool> {
    let unseen = store::unseen_in(conn, member, conversation).await?;
    Ok(unseen.into_iter().any(|comment| comment.is_none_or(|comment| entries.contains(&comment))))
}

/// A member has seen these entries of a conversation, and what it is about: on every device, they need not be told.
pub async fn seen(
    tx: &mut Tx,
    member: MemberId,
    conversation: ConversationId,
    entries: &[CommentId],
) -> anyhow::Result<()> {
    let entries = entries.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    if store::see(tx, member, conversation, &entries).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// A member has seen what was new, up to this moment, in the conversations they were in; what waits for them still waits.
pub async fn seen_where_visited(tx: &mut Tx, member: MemberId, until: Timestamp) -> anyhow::Result<()> {
    if store::see_where_visited(tx, member, until).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// A member has seen all they were told of in a conversation.
pub async fn seen_all_in(tx: &mut Tx, member: MemberId, conversation: ConversationId) -> anyhow::Result<()> {
    if store::see_in(tx, member, conversation).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// A member has seen all they were told of up to and with this place in the order.
pub async fn seen_until(tx: &mut Tx, member: MemberId, seq: i64) -> anyhow::Result<()> {
    let seen = store::see_until(tx, member, seq).await? + announcements::see_until(tx, member, seq).await?;
    if seen + messages::seen_until(tx, member, seq).await? > 0 {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// So much that is old is forgotten in one change, and of so many members: nobody waits for it.
const FORGOTTEN: i64 = 2000;
const MEMBERS: i64 = 200;
/// What happened, and what was told and written of it, is known for so long.
const KEPT_DAYS: i64 = 400;

/// Forgets what happened long ago, who was told of it, and the e-mails about it, a portion at a time.
pub async fn forget_old(app: &App) -> anyhow::Result<()> {
    let before = app.now().plus_days(-KEPT_DAYS);
    while app.db.always(async |tx| news::forget_old(tx, before, FORGOTTEN).await).await? > 0 {}
    let first = news::first(&mut app.db.read().await?).await?;
    let mut after = MemberId(0);
    while let Some(last) = store::some_members(&mut app.db.read().await?, after, MEMBERS).await? {
        app.db.always(async |tx| Ok(store::forget(tx, (after, last), first).await?)).await?;
        after = last;
    }
    // Only now: what an e-mail told must not be told again.
    while app.db.always(async |tx| email::forget_old(tx, before, FORGOTTEN).await).await? > 0 {}
    Ok(())
}
