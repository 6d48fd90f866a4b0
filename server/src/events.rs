//! What can happen, and what follows from it: a closed list of ids, and one table of side effects.

use serde::{Deserialize, Serialize};

use crate::ids::{BlogId, CircleId, CommentId, ConversationId, MemberId, PostId, RowId, SessionId};

/// Something that happened and was made durable. Carries ids only; whoever listens reads the rest.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Event {
    /// The community's own settings changed.
    CommunityChanged,
    /// Somebody came in: from now on others see them.
    MemberJoined(MemberId),
    /// What others see of a member changed: name, handle, avatar, role.
    MemberChanged(MemberId),
    /// A sign-in ended, or what a member may do changed.
    SessionsChanged(MemberId),
    /// Somebody asked to join, or was given an answer.
    RequestsChanged,
    /// What the site remembers with a session changed, or the session ended.
    SessionChanged(SessionId),
    /// A blog was opened, or its address, title or tagline changed.
    BlogChanged(BlogId),
    /// What stands on a member's shelf changed, or who may look at it.
    ShelfChanged(MemberId),
    /// A post became readable, changed, or stopped being readable.
    PostChanged(PostId, BlogId),
    /// What a member made became readable or stopped being so: a post, a comment, a blog; or they came into a tribe or left
    /// one.
    AuthorChanged(MemberId),
    /// An entry became readable in a conversation, as an answer to another one or to none.
    CommentShown(CommentId, Option<CommentId>, ConversationId),
    /// An entry was edited or came to wait for approval: nothing that changes how lively a conversation is.
    CommentChanged(CommentId, ConversationId),
    /// An entry that could be read was deleted or hidden.
    CommentGone(CommentId, ConversationId),
    /// A question was asked or changed, or somebody answered it or took their answer back.
    QuestionChanged(ConversationId),
    /// A conversation was closed, opened again, slowed down or no longer is.
    ConversationChanged(ConversationId),
    /// Somebody said thanks for something in a conversation, or for what it is about, or took that back.
    Appreciated(ConversationId),
    /// A member kept something in a conversation for later, or what it is about, or took that out again.
    Bookmarked(MemberId, ConversationId),
    /// Something waits for approval under a post of this member, or no longer does.
    WaitingChanged(MemberId),
    /// Something happened that somebody may want to be told of.
    NewsWritten,
    /// An announcement began, changed or went.
    AnnouncementsChanged,
    /// What a course says of itself changed, what it consists of, or who is in it.
    CourseChanged(CircleId),
    /// What a tribe says of itself changed, or whether others know of it, or it is gone.
    TribeChanged(CircleId),
    /// A discussion in a group was begun, changed, closed, pinned or deleted, or stopped being readable.
    DiscussionChanged(ConversationId),
    /// A member was told of something, or has seen what they were told of.
    NoticesChanged(MemberId),
    /// A member blocked somebody, or no longer does.
    BlocksChanged(MemberId),
    /// Something was reported to the organisers, or they decided about it.
    ReportsChanged,
    /// A member has read what was new to them, or stopped reading somewhere.
    VisitsChanged(MemberId),
    /// A member was awarded something, or an award of theirs was taken back, declined or accepted, or its credential ended.
    AwardsChanged(MemberId),
    /// A member handed something in, reviewed something or was reviewed, or was thanked.
    Contributed(MemberId),
    /// Badges are given for other things than before.
    BadgeRulesChanged,
    /// A key that credentials were signed with is no longer safe.
    KeyLeaked,
    /// A member wants an archive of everything they wrote.
    ArchiveAsked(RowId),
    /// A job was written.
    WorkQueued,
    /// An e-mail was written and is to be sent.
    EmailQueued(RowId, Lane),
    /// Much came from elsewhere at once: people, posts and conversations of the past, for which nobody is to be told.
    PastArrived,
}

/// How urgent work is. Each lane has workers of its own, so what somebody waits for is never behind a thousand others.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Lane {
    /// Somebody sits and waits for it.
    Soon,
    /// It has time.
    Later,
    /// It keeps what is found by searching. One after another, and much at once.
    Search,
}

impl Lane {
    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Later => "later",
            Self::Search => "search",
        }
    }
}

/// A background job that follows from an event. Each is idempotent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Job {
    /// Hand one e-mail to the mail server.
    #[serde(alias = "SendLetter")]
    SendEmail(RowId),
    /// Tell those who follow what happened at this place of the order of news, who want to know at once.
    TellFollowers(i64, MemberId),
    /// See to it that an announcement is e-mailed to those after this member.
    TellAll(ConversationId, MemberId),
    /// Look through the mailbox that answers come to.
    FetchAnswers,
    /// Forget sign-ins, one-time links and unconfirmed accounts that are over, and what nodes told one another.
    Forget,
    /// Forget what happened long ago, and what was told and written of it.
    ForgetNews,
    /// Render some posts again that an older renderer made.
    RenderPosts,
    /// Let go of files that nothing uses.
    ForgetFiles,
    /// Ask whether some links of modules still lead somewhere.
    CheckLinks,
    /// See to tribes whose leader is gone, and to offers to lead that nobody took.
    LookAfterTribes,
    /// Reminds those who asked for it to write down what they learned.
    RemindOfLogs,
    /// Render some comments again that an older renderer made.
    RenderComments,
    /// Render the pages about the site again that an older renderer made.
    RenderSitePages,
    /// Look up again where places are that another gazetteer found, or did not.
    LookUpPlaces,
    /// Make an archive that a member asked for.
    MakeArchive(RowId),
    /// Issue credentials for awards that have none.
    IssueCredentials,
    /// Issue the certificates that come by themselves.
    IssueCertificates,
    /// Give a member the badges whose rules they have met.
    AwardTo(MemberId),
    /// Give everybody the badges whose rules they have met.
    AwardAll,
    /// End the accounts of those who left and did not come back.
    EndAccounts,
    /// Keep what something is found by.
    Index(Indexed),
    /// Look through everything for what is found by searching.
    BuildIndex,
}

/// Something that is found by searching, or no longer is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Indexed {
    /// What a conversation is about.
    Conversation(ConversationId),
    /// An entry of one.
    Comment(CommentId),
    /// Somebody, by name.
    Member(MemberId),
    /// A tribe or a course by name, and what a course consists of.
    Circle(CircleId),
    /// What was announced lately.
    Announcements,
    /// All there is.
    Everything,
}

/// The one table of side effects: what is to be done, and how soon.
pub fn consequences(event: Event) -> Vec<(Lane, Job)> {
    let index = |what| vec![(Lane::Search, Job::Index(what))];
    match event {
        Event::EmailQueued(email, lane) => vec![(lane, Job::SendEmail(email))],
        Event::CommentShown(comment, ..) | Event::CommentChanged(comment, _) | Event::CommentGone(comment, _) => {
            index(Indexed::Comment(comment))
        }
        Event::PostChanged(post, _) => index(Indexed::Conversation(post.into())),
        Event::DiscussionChanged(conversation) => index(Indexed::Conversation(conversation)),
        Event::AnnouncementsChanged => index(Indexed::Announcements),
        Event::CourseChanged(circle) | Event::TribeChanged(circle) => index(Indexed::Circle(circle)),
        Event::MemberJoined(member) | Event::MemberChanged(member) => index(Indexed::Member(member)),
        Event::PastArrived => index(Indexed::Everything),
        Event::ArchiveAsked(archive) => vec![(Lane::Later, Job::MakeArchive(archive))],
        Event::KeyLeaked => vec![(Lane::Later, Job::IssueCredentials)],
        // A badge may be what another one takes.
        Event::AwardsChanged(member) => {
            vec![(Lane::Later, Job::IssueCredentials), (Lane::Later, Job::AwardTo(member))]
        }
        Event::AuthorChanged(member) | Event::Contributed(member) => vec![(Lane::Later, Job::AwardTo(member))],
        Event::BadgeRulesChanged => vec![(Lane::Later, Job::AwardAll)],
        Event::CommunityChanged
        | Event::SessionsChanged(_)
        | Event::RequestsChanged
        | Event::SessionChanged(_)
        | Event::BlogChanged(_)
        | Event::ShelfChanged(_)
        | Event::QuestionChanged(_)
        | Event::ConversationChanged(_)
        | Event::Appreciated(_)
        | Event::Bookmarked(..)
        | Event::WaitingChanged(_)
        | Event::NewsWritten
        | Event::NoticesChanged(_)
        | Event::BlocksChanged(_)
        | Event::ReportsChanged
        | Event::VisitsChanged(_)
        | Event::WorkQueued => vec![],
    }
}

/// What somebody can listen to as it happens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Channel {
    /// The entries of one conversation, and what they stand under.
    Conversation(ConversationId),
    /// What one member is told of.
    Member(MemberId),
    /// Whether one member may still do and read what they could.
    Rights(MemberId),
    /// That something happened, for whoever tells others.
    News,
    /// What all are told of.
    Announcements,
    /// Where people talk, wherever that is.
    River,
    /// What happens, wherever that is.
    Stream,
}

/// Where else an event is heard, by whoever wants to know that something was said or done and not what.
pub const fn wider_channels(event: Event) -> &'static [Channel] {
    match event {
        Event::CommentShown(..) => &[Channel::River, Channel::Stream],
        Event::PostChanged(..)
        | Event::DiscussionChanged(_)
        | Event::AnnouncementsChanged
        | Event::CourseChanged(_)
        | Event::TribeChanged(_)
        | Event::AuthorChanged(_)
        | Event::MemberJoined(_) => &[Channel::Stream],
        _ => &[],
    }
}

/// Where an event is heard, if anywhere.
pub fn channel(event: Event) -> Option<Channel> {
    match event {
        Event::CommentShown(.., conversation)
        | Event::CommentChanged(_, conversation)
        | Event::CommentGone(_, conversation)
        | Event::QuestionChanged(conversation)
        | Event::DiscussionChanged(conversation) => Some(Channel::Conversation(conversation)),
        Event::PostChanged(post, _) => Some(Channel::Conversation(post.into())),
        Event::SessionsChanged(member) => Some(Channel::Rights(member)),
        Event::NoticesChanged(member) => Some(Channel::Member(member)),
        Event::NewsWritten => Some(Channel::News),
        Event::AnnouncementsChanged => Some(Channel::Announcements),
        Event::CommunityChanged
        | Event::MemberJoined(_)
        | Event::MemberChanged(_)
        | Event::RequestsChanged
        | Event::SessionChanged(_)
        | Event::BlogChanged(_)
        | Event::ShelfChanged(_)
        | Event::AuthorChanged(_)
        | Event::ConversationChanged(_)
        // Nobody's page moves because somebody said thanks, or kept something.
        | Event::Appreciated(_)
        | Event::Bookmarked(..)
        | Event::WaitingChanged(_)
        | Event::CourseChanged(_)
        | Event::TribeChanged(_)
        | Event::BlocksChanged(_)
        | Event::ReportsChanged
        | Event::VisitsChanged(_)
        | Event::AwardsChanged(_)
        | Event::Contributed(_)
        | Event::BadgeRulesChanged
        | Event::KeyLeaked
        | Event::ArchiveAsked(_)
        | Event::WorkQueued
        | Event::EmailQueued(..)
        | Event::PastArrived => None,
    }
}

/// Something a cached page can show, and is therefore invalidated with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Topic {
    /// What stands on every page: the community's name and settings.
    Everything,
    /// Whatever changes: for a moment's look, whether nothing did meanwhile.
    Anything,
    /// Which posts there are for everyone, and on which blogs.
    Latest,
    /// Where people talk just now.
    Lively,
    /// Who is here.
    Arrivals,
    /// What others see of anybody: for lists of people in their order.
    People,
    /// What others see of one member: name, handle, picture, role.
    Person(MemberId),
    /// Which posts, comments and blogs a member has made, which tribes they are in, and whether they show a shelf.
    Author(MemberId),
    /// One post, without its conversation.
    Post(PostId),
    /// What is said in one conversation, whatever it is about.
    Conversation(ConversationId),
    /// What one member keeps of one conversation.
    Kept(MemberId, ConversationId),
    /// Who keeps anything of one conversation: for what many share, as long as it is theirs alike.
    Keepers(ConversationId),
    /// What lists say of what a conversation is about: its title, how many thoughts there are.
    Listed(ConversationId),
    /// Which posts a blog has, what they are called, and what it is called itself.
    Blog(BlogId),
    /// The sign-ins and rights of one member, and whom they have blocked.
    Member(MemberId),
    /// What all members are told of, at the top of every page.
    Announcements,
    /// What a course says of itself, what it consists of and who is in it.
    Course(CircleId),
    /// Which tribes others know of, and what those are called.
    Tribes,
    /// What this member is told of.
    Notices(MemberId),
    /// What this member has read.
    Visits(MemberId),
    /// What waits for this member to decide.
    Waiting(MemberId),
    /// What waits for those who decide everywhere: comments, requests to join, and what was reported.
    WaitingAnywhere,
    /// What one session says: whose it is, or what is remembered of a guest.
    Session(SessionId),
}

/// What an event invalidates in the page cache.
pub fn invalidates(event: Event) -> Vec<Topic> {
    match event {
        Event::CommunityChanged => vec![Topic::Everything],
        Event::PastArrived => vec![
            Topic::Everything,
            Topic::Latest,
            Topic::Lively,
            Topic::Arrivals,
            Topic::People,
            Topic::WaitingAnywhere,
        ],
        Event::MemberJoined(member) => vec![Topic::Arrivals, Topic::People, Topic::Person(member)],
        Event::MemberChanged(member) => vec![Topic::People, Topic::Person(member)],
        Event::SessionsChanged(member) | Event::BlocksChanged(member) => vec![Topic::Member(member)],
        Event::SessionChanged(session) => vec![Topic::Session(session)],
        Event::RequestsChanged | Event::ReportsChanged => vec![Topic::WaitingAnywhere],
        Event::BlogChanged(blog) => vec![Topic::Blog(blog), Topic::Latest, Topic::People],
        Event::PostChanged(post, blog) => {
            vec![Topic::Post(post), Topic::Listed(post.into()), Topic::Blog(blog), Topic::Latest]
        }
        Event::AuthorChanged(member) | Event::ShelfChanged(member) | Event::AwardsChanged(member) => {
            vec![Topic::Author(member)]
        }
        Event::CommentShown(.., conversation) | Event::CommentGone(_, conversation) => {
            vec![Topic::Conversation(conversation), Topic::Listed(conversation), Topic::Lively]
        }
        Event::CommentChanged(_, conversation)
        | Event::QuestionChanged(conversation)
        | Event::Appreciated(conversation) => vec![Topic::Conversation(conversation)],
        Event::ConversationChanged(conversation) => {
            vec![Topic::Post(PostId(conversation.0)), Topic::Conversation(conversation), Topic::Listed(conversation)]
        }
        Event::Bookmarked(member, conversation) => {
            vec![Topic::Kept(member, conversation), Topic::Keepers(conversation)]
        }
        Event::WaitingChanged(member) => vec![Topic::Waiting(member), Topic::WaitingAnywhere],
        Event::AnnouncementsChanged => vec![Topic::Announcements],
        Event::CourseChanged(course) => vec![Topic::Course(course)],
        Event::TribeChanged(_) => vec![Topic::Tribes],
        Event::DiscussionChanged(conversation) => {
            vec![Topic::Post(PostId(conversation.0)), Topic::Listed(conversation)]
        }
        Event::NoticesChanged(member) => vec![Topic::Notices(member)],
        Event::VisitsChanged(member) => vec![Topic::Visits(member)],
        Event::NewsWritten
        | Event::Contributed(_)
        | Event::BadgeRulesChanged
        | Event::KeyLeaked
        | Event::ArchiveAsked(_)
        | Event::WorkQueued
        | Event::EmailQueued(..) => vec![],
    }
}
