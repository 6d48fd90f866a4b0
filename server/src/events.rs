//! What can happen, and what follows from it: a closed list of ids, and one table of side effects.

use serde::{Deserialize, Serialize};

use crate::ids::{BlogId, CommentId, ConversationId, MemberId, PostId, RowId};

/// Something that happened and was made durable. Carries ids only; whoever listens reads the rest.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Event {
    /// The community's own settings changed.
    CommunityChanged,
    /// What others see of a member changed: name, handle, avatar, role.
    MemberChanged(MemberId),
    /// A sign-in ended, or what a member may do changed.
    SessionsChanged(MemberId),
    /// A blog was opened, or its address, title or tagline changed.
    BlogChanged(BlogId),
    /// A post became readable, changed, or stopped being readable.
    PostChanged(PostId, BlogId),
    /// An entry became readable in a conversation, as an answer to another one or to none.
    CommentShown(CommentId, Option<CommentId>, ConversationId),
    /// An entry was edited, deleted, hidden, or came to wait for approval.
    CommentChanged(CommentId, ConversationId),
    /// An e-mail was written and is to be sent.
    EmailQueued(RowId, Lane),
}

/// How urgent work is. Each lane has workers of its own, so what somebody waits for is never behind a thousand others.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Lane {
    /// Somebody sits and waits for it.
    Soon,
    /// It has time.
    Later,
}

impl Lane {
    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Later => "later",
        }
    }
}

/// A background job that follows from an event. Each is idempotent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Job {
    /// Hand one e-mail to the mail server.
    #[serde(alias = "SendLetter")]
    SendEmail(RowId),
    /// Forget sign-ins, one-time links and unconfirmed accounts that are over, and what nodes told one another.
    Forget,
    /// Render some posts again that an older renderer made.
    RenderPosts,
    /// Render some comments again that an older renderer made.
    RenderComments,
}

/// The one table of side effects: what is to be done, and how soon.
pub fn consequences(event: Event) -> Vec<(Lane, Job)> {
    match event {
        Event::EmailQueued(email, lane) => vec![(lane, Job::SendEmail(email))],
        Event::CommunityChanged
        | Event::MemberChanged(_)
        | Event::SessionsChanged(_)
        | Event::BlogChanged(_)
        | Event::PostChanged(..)
        | Event::CommentShown(..)
        | Event::CommentChanged(..) => vec![],
    }
}

/// Something a cached page can show, and is therefore invalidated with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Topic {
    /// What stands on every page: the community's name, members' names and pictures, blogs' titles.
    Everything,
    /// Any list of posts or conversations.
    Lists,
    /// One post and its conversation.
    Post(PostId),
    /// The sign-ins and rights of one member.
    Member(MemberId),
    /// Which posts a blog has, and what they are called.
    Blog(BlogId),
    /// What waits for somebody to decide.
    Waiting,
}

/// What an event invalidates in the page cache.
pub fn invalidates(event: Event) -> Vec<Topic> {
    match event {
        Event::CommunityChanged | Event::MemberChanged(_) | Event::BlogChanged(_) => vec![Topic::Everything],
        Event::SessionsChanged(member) => vec![Topic::Member(member)],
        Event::PostChanged(post, blog) => vec![Topic::Post(post), Topic::Blog(blog), Topic::Lists, Topic::Waiting],
        Event::CommentShown(.., conversation) => vec![Topic::Post(PostId(conversation.0)), Topic::Lists],
        Event::CommentChanged(_, conversation) => {
            vec![Topic::Post(PostId(conversation.0)), Topic::Lists, Topic::Waiting]
        }
        Event::EmailQueued(..) => vec![],
    }
}
