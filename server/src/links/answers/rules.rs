//! What an address for answers says, and whose answer an e-mail is.

use crate::{
    ids::{CommentId, ConversationId, MemberId, Timestamp},
    kit::email::addresses,
};

/// An address can be answered to for so long.
pub const VALID_DAYS: i64 = 60;
/// What addresses for answers are signed for.
const PURPOSE: &str = "answer";
const DAY: i64 = 24 * 60 * 60 * 1000;

/// What is answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// What a conversation is about.
    Conversation(ConversationId),
    /// An entry.
    Comment(CommentId),
}

/// What an address says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Addressed {
    /// Whoever may answer there.
    pub member: MemberId,
    /// What they answer.
    pub subject: Subject,
    /// The last day on which it can be used, counted from 1970.
    pub until: u16,
}

impl Addressed {
    /// One that is valid from now on for a while.
    pub fn new(member: MemberId, subject: Subject, now: Timestamp) -> Self {
        Self { member, subject, until: u16::try_from(now.0 / DAY + VALID_DAYS).unwrap_or(u16::MAX) }
    }

    /// Whether its time is over.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        now.0 / DAY > i64::from(self.until)
    }

    /// The token that says it.
    pub fn token(&self, secret: &[u8]) -> String {
        let (kind, subject) = match self.subject {
            Subject::Conversation(id) => (0, id.0),
            Subject::Comment(id) => (1, id.0),
        };
        let mut payload = vec![kind];
        payload.extend(self.member.0.to_be_bytes());
        payload.extend(subject.to_be_bytes());
        payload.extend(self.until.to_be_bytes());
        addresses::sign(secret, PURPOSE, &payload)
    }

    /// What a token says, if the site made it.
    pub fn read(secret: &[u8], token: &str) -> Option<Self> {
        let payload = addresses::verify(secret, PURPOSE, token)?;
        let (kind, rest) = payload.split_first()?;
        let (member, rest) = rest.split_first_chunk::<8>()?;
        let (subject, rest) = rest.split_first_chunk::<8>()?;
        let subject = i64::from_be_bytes(*subject);
        let subject = match kind {
            0 => Subject::Conversation(ConversationId(subject)),
            1 => Subject::Comment(CommentId(subject)),
            _ => return None,
        };
        let until = u16::from_be_bytes(rest.try_into().ok()?);
        Some(Self { member: MemberId(i64::from_be_bytes(*member)), subject, until })
    }
}

/// Whether an e-mail from this address is from whoever has that one.
pub fn is_same_address(one: &str, other: &str) -> bool {
    !one.is_empty() && one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_says_who_may_answer_what_and_until_when() {
        let now = Timestamp(1_788_339_600_000);
        for subject in [Subject::Comment(CommentId(912_854_646_555_410_432)), Subject::Conversation(ConversationId(7))]
        {
            let addressed = Addressed::new(MemberId(i64::MAX), subject, now);
            let token = addressed.token(b"secret");
            assert!(token.len() <= 48, "{token}");
            assert_eq!(Addressed::read(b"secret", &token), Some(addressed));
            assert_eq!(Addressed::read(b"another", &token), None);
            assert!(!addressed.is_expired(now.plus_days(VALID_DAYS)));
            assert!(addressed.is_expired(now.plus_days(VALID_DAYS + 1)));
        }
    }

    #[test]
    fn an_address_is_the_same_whatever_its_capitals_and_none_is_nobodys() {
        assert!(is_same_address("Ines@Example.org", "ines@example.org "));
        assert!(!is_same_address("", ""));
        assert!(!is_same_address("ines@example.org", "ines@example.com"));
    }
}
