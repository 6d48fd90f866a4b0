//! Who listens to what just now: a channel for each thing somebody listens to, so that nobody wakes for what happens
//! elsewhere.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::broadcast;

use crate::events::{Channel, Event, channel, wider_channels};

/// Who falls so many events behind is let go.
const BEHIND: usize = 128;

/// All channels that somebody listens to. Cheap to clone.
#[derive(Clone, Default)]
pub struct Channels(Arc<Mutex<HashMap<Channel, broadcast::Sender<Event>>>>);

impl Channels {
    /// Hears what happens there from now on.
    pub fn listen(&self, to: Channel) -> broadcast::Receiver<Event> {
        let mut channels = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Those nobody listens to any more go when somebody comes.
        channels.retain(|_, channel| channel.receiver_count() > 0);
        channels.entry(to).or_insert_with(|| broadcast::Sender::new(BEHIND)).subscribe()
    }

    pub(super) fn tell(&self, event: Event) {
        for of in channel(event).into_iter().chain(wider_channels(event).iter().copied()) {
            if let Some(channel) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&of) {
                // Nobody there is no error.
                let _ = channel.send(event);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{CommentId, ConversationId};

    #[test]
    fn whoever_listens_hears_only_what_happens_there() {
        let channels = Channels::default();
        let mut here = channels.listen(Channel::Conversation(ConversationId(1)));
        channels.tell(Event::CommentChanged(CommentId(7), ConversationId(2)));
        assert!(here.is_empty(), "what happens elsewhere wakes nobody");
        let event = Event::CommentChanged(CommentId(8), ConversationId(1));
        channels.tell(event);
        assert_eq!(here.try_recv(), Ok(event));
        drop(here);
        let _there = channels.listen(Channel::Conversation(ConversationId(2)));
        assert_eq!(channels.0.lock().unwrap().len(), 1, "and a channel without listeners is gone");
    }
}
