//! A conversation on a page: reading it, answering in it, and its entries by themselves. Whatever it is about has a page of
//! its own, which shows it by [`Showing`] and takes what is said by [`answering::answer`].

pub mod answering;
mod keep;
pub mod pages;
mod question;
mod thanks;
mod view;

pub use self::{
    keep::KeepView,
    question::{Choices, PickedForm, QuestionView},
    thanks::ThanksView,
    view::{Conversation, ConversationQuery, EntryView, Form, Look, SLOW_MINUTES, Showing},
};
