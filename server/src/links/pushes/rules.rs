//! What is pushed, and what follows from the answers of push services.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::{
    kit::web::fetch::Answered,
    links::{
        emails::rules::ranked,
        notices::{Group, Notice},
    },
};

/// Of so many conversations each is told by itself; of more, only how much there is.
pub const SINGLY: usize = 3;
/// So much of what a push service says is kept, in characters.
const SAID: usize = 200;

/// What follows from the answer of a push service.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It took the message.
    Taken,
    /// There is no such device any more.
    Gone,
    /// It takes it later, after so many seconds if it says so.
    Later(Option<i64>),
    /// It does not take it, and said why: somebody has to mend something.
    Refused(String),
}

/// A message is too long.
pub fn too_long() -> Outcome {
    Outcome::Refused(String::new())
}

/// What follows from an answer (RFC 8030, and what push services say besides).
pub fn outcome(host: &str, answer: &Answered) -> Outcome {
    match answer.status {
        200..=299 => Outcome::Taken,
        404 | 410 => Outcome::Gone,
        413 => too_long(),
        408 | 425 | 429 | 500..=599 => Outcome::Later(answer.retry_after),
        status => {
            let said: String = answer.said.chars().filter(|c| !c.is_control()).take(SAID).collect();
            Outcome::Refused(format!("{host}: {status} {said}").trim_end().to_owned())
        }
    }
}

/// What is pushed now.
pub struct Chosen {
    /// What is told of each conversation.
    pub conversations: Vec<Vec<Group>>,
    /// So many pushes tell only of what is followed, or said to all.
    pub followed: i64,
}

/// What is told of each conversation in which something happened after a place in the order of news: all that is unseen
/// there, so that it takes the place of what was told of it before. The conversation in which something happened last is
/// the first. Of those in which nothing new concerns the member themselves there are so many at most.
pub fn chosen(unseen: Vec<Notice>, told: i64, most_followed: i64) -> Chosen {
    let mut conversations: Vec<Vec<Notice>> = vec![];
    for notice in unseen {
        match conversations.iter_mut().find(|some| some[0].conversation == notice.conversation) {
            Some(some) => some.push(notice),
            None => conversations.push(vec![notice]),
        }
    }
    let mut followed = 0;
    conversations.retain(|some| {
        let mut new = some.iter().filter(|notice| notice.seq > told).peekable();
        if new.peek().is_none() {
            return false;
        }
        if new.any(|notice| notice.kind().is_their_own()) {
            return true;
        }
        followed += 1;
        followed <= most_followed
    });
    followed = followed.clamp(0, most_followed.max(0));
    if conversations.len() > SINGLY {
        followed = followed.min(1);
    }
    Chosen { conversations: conversations.into_iter().map(ranked).collect(), followed }
}

/// The name under which a push service keeps one message at most while the device is away. It says nothing to the push
/// service. It has to be base64url of at most 32 letters; some decode it.
pub fn topic(secret: &[u8], tag: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(secret);
    hash.update(b"push topic\0");
    hash.update(tag);
    URL_SAFE_NO_PAD.encode(&hash.finalize()[..24])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_is_what_the_push_service_says() {
        let answer = |status, retry_after| Answered { status, retry_after, said: "BadJwtToken\n\u{1b}[2J".into() };
        for status in [200, 201, 202, 204] {
            assert_eq!(outcome("push.example.net", &answer(status, None)), Outcome::Taken);
        }
        for status in [404, 410] {
            assert_eq!(outcome("push.example.net", &answer(status, None)), Outcome::Gone);
        }
        for status in [429, 500, 502, 503] {
            assert_eq!(outcome("push.example.net", &answer(status, Some(60))), Outcome::Later(Some(60)));
        }
        assert_eq!(outcome("push.example.net", &answer(413, None)), too_long());
        for status in [307, 400, 401, 403] {
            let said = format!("push.example.net: {status} BadJwtToken[2J");
            assert_eq!(
                outcome("push.example.net", &answer(status, None)),
                Outcome::Refused(said),
                "nothing moves a cursor"
            );
        }
    }

    #[test]
    fn a_topic_is_base64url_that_can_be_decoded_and_says_nothing() {
        let topics = ["1", "2", "all"].map(|tag| topic(b"secret", tag));
        for topic in &topics {
            assert_eq!(topic.len(), 32);
            assert!(URL_SAFE_NO_PAD.decode(topic).is_ok());
        }
        assert!(topics[0] != topics[1] && topics[0] != topic(b"another", "1"));
    }
}
