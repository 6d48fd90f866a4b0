//! What can happen, and what follows from it: a closed list of ids, and one table of side effects.

use serde::{Deserialize, Serialize};

use crate::ids::{BlogId, CommentId, ConversationId, MemberId, PostId, RowId, SessionId};

/// Something that happened and was made durable. Carries ids only; whoever listens reads the rest.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Event {
    /// The community's own settings changed.
    CommunityChanged,
    /// What others see of a member changed: name, handle, picture, role.
    MemberChanged(MemberId),
    /// A sign-in ended, or what a member may do changed.
    SessionsChanged(MemberId),
    /// What the site remembers with a session changed, or the session ended.
    SessionChanged(SessionId),
    /// A blog was opened, or its address, title or tagline changed.
    BlogChanged(BlogId),
    /// A post became readable, changed, or stopped being readable.
    PostChanged(PostId, BlogId),
    /// An entry became readable in a conversation, as an answer to another one or to none.
    CommentShown(CommentId, Option<CommentId>, ConversationId),
    /// An entry was edited, deleted, hidden, or came to wait for approval.
    CommentChanged(CommentId, ConversationId),
    /// A letter was written and is to be sent.
    EmailQueued(RowId),
}

/// Work that follows from an event. Each is safe to run twice.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Job {
    /// Hand one letter to the mail server.
    SendEmail(RowId),
}

/// The one table of side effects.
pub fn consequences(event: Event) -> Vec<Job> {
    match event {
        Event::EmailQueued(letter) => vec![Job::SendEmail(letter)],
        Event::CommunityChanged
        | Event::MemberChanged(_)
        | Event::SessionsChanged(_)
        | Event::SessionChanged(_)
        | Event::BlogChanged(_)
        | Event::PostChanged(..)
        | Event::CommentShown(..)
        | Event::CommentChanged(..) => vec![],
    }
}

/// Something a kept page can show, and therefore go stale with.
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
    /// What one session says: whose it is, or what is remembered of a guest.
    Session(SessionId),
    /// Which posts a blog has, and what they are called.
    Blog(BlogId),
    /// What waits for somebody to decide.
    Waiting,
}

/// What a kept page must not show after an event.
pub fn invalidates(event: Event) -> Vec<Topic> {
    match event {
        Event::CommunityChanged | Event::MemberChanged(_) | Event::BlogChanged(_) => vec![Topic::Everything],
        Event::SessionsChanged(member) => vec![Topic::Member(member)],
        Event::SessionChanged(session) => vec![Topic::Session(session)],
        Event::PostChanged(post, blog) => vec![Topic::Post(post), Topic::Blog(blog), Topic::Lists, Topic::Waiting],
        Event::CommentShown(.., conversation) => vec![Topic::Post(PostId(conversation.0)), Topic::Lists],
        Event::CommentChanged(_, conversation) => {
            vec![Topic::Post(PostId(conversation.0)), Topic::Lists, Topic::Waiting]
        }
        Event::EmailQueued(_) => vec![],
    }
}
