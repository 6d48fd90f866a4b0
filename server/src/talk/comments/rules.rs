//! What a good comment is, and who may do what with it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::{Entry, Reader, Text, Writer};
use crate::{
    ids::{CommentId, Timestamp},
    people::{
        community::Community,
        members::{Member, Role},
    },
};

/// The seed of a guest's generated avatar: the same for the same address, and of no use to whoever would guess it.
pub fn guest_picture(community: &Community, email: &str) -> i64 {
    let mut keyed = Hmac::<Sha256>::new_from_slice(&community.secret).expect("a key of any length will do");
    keyed.update(email.trim().to_lowercase().as_bytes());
    let digest = keyed.finalize().into_bytes();
    i64::from(u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]))
}

/// Tells one person's words in one place from all others.
pub fn once(writer: &Writer<'_>, parent: Option<CommentId>, text: &Text) -> i64 {
    let mut hash = Sha256::new();
    match writer {
        Writer::Member(member) => hash.update(member.id.0.to_be_bytes()),
        Writer::Guest(guest) => hash.update(&guest.key),
    }
    hash.update(parent.map_or(0, |parent| parent.0).to_be_bytes());
    hash.update(text.source.trim());
    let digest = hash.finalize();
    i64::from_be_bytes(digest[..8].try_into().expect("eight bytes are eight bytes"))
}

/// Why organisers want to look at a text before others read it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Held {
    /// It has one of the words with which they said so.
    Words,
    /// It is a guest's and has more links than they allow.
    Links,
}

impl Held {
    /// The message that says it to whoever decides.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Words => "held-for-words",
            Self::Links => "held-for-links",
        }
    }
}

/// Whose words nobody looks at first: those who decide there, and whoever has a role.
pub fn is_trusted(writer: Option<&Member>, moderates: bool) -> bool {
    moderates || writer.is_some_and(|member| member.role() != Role::Participant)
}

/// What of a text, as it is shown, organisers want to look at first. In words nobody tells capitals, accents and what cannot
/// be seen apart; a word is found whole, in the text and in the addresses that it leads to.
pub fn held(community: &Community, html: &str, is_guest: bool) -> Option<Held> {
    let links: Vec<_> = markup::addresses(html).into_iter().filter(|link| link.contains("//")).collect();
    if is_guest && usize::try_from(community.held_links).is_ok_and(|most| links.len() > most) {
        return Some(Held::Links);
    }
    if community.held_words.trim().is_empty() {
        return None;
    }
    let text = links.iter().fold(plainly(&markup::plain(html)), |text, link| text + " " + &plainly(link));
    let mut phrases = community.held_words.lines().map(plainly).filter(|phrase| !phrase.is_empty());
    phrases.any(|phrase| has(&text, &phrase)).then_some(Held::Words)
}

fn plainly(text: &str) -> String {
    text.split_whitespace().map(words::fold).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a phrase stands somewhere by itself, and not within a longer word. Scripts without spaces have no such edges.
fn has(text: &str, phrase: &str) -> bool {
    let is_within = |one: Option<char>, other: Option<char>| {
        one.zip(other).is_some_and(|(one, other)| one.is_alphanumeric() && other.is_alphanumeric() && !is_unspaced(one))
    };
    text.match_indices(phrase).any(|(at, found)| {
        !is_within(found.chars().next(), text[..at].chars().next_back())
            && !is_within(found.chars().next_back(), text[at + found.len()..].chars().next())
    })
}

/// Letters of scripts that are written without spaces, and those of Korean, whose words grow at their ends.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3130}'..='\u{318F}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Writers may change their words for a while.
pub fn may_edit(entry: &Entry, reader: &Reader, community: &Community, now: Timestamp) -> bool {
    may_edit_within(entry, reader, community.edit_minutes, now)
}

fn may_edit_within(entry: &Entry, reader: &Reader, minutes: i64, now: Timestamp) -> bool {
    // What somebody read and approved stays what they read.
    let decided = entry.is_guest() && entry.approved_at.is_some_and(|at| at > entry.created_at);
    let in_time = !decided && now < entry.created_at.plus_minutes(minutes);
    entry.is_by(reader) && !entry.is_ping() && entry.deleted_at.is_none() && entry.hidden_at.is_none() && in_time
}

/// Writers may take their words back at any time.
pub fn may_delete(entry: &Entry, reader: &Reader) -> bool {
    entry.is_by(reader) && entry.deleted_at.is_none()
}

/// What can be answered: what stands there and says something, and is no ping.
pub fn may_reply(entry: &Entry, reader: &Reader) -> bool {
    !entry.is_ping() && (entry.is_alive() || (entry.is_waiting() && reader.moderates))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::MemberId,
        talk::comments::{Guest, tests::entry},
    };

    const QUARTER: i64 = 15;

    fn guest(key: u8) -> Writer<'static> {
        let (name, email, website) = ("Wendy".parse(), "wendy@example.net".parse(), "".parse());
        Writer::Guest(Guest {
            name: name.unwrap(),
            email: email.unwrap(),
            website: website.unwrap(),
            key: vec![key],
            is_like_another: false,
            is_trapped: false,
        })
    }

    fn says(source: &str) -> Text {
        Text { source: source.into(), format: markup::Format::Markdown, html: String::new() }
    }

    #[test]
    fn the_same_words_by_the_same_person_in_the_same_place_are_one_comment_and_nothing_else_is() {
        let said = once(&guest(1), None, &says("Hello"));
        assert_eq!(once(&guest(1), None, &says(" Hello\n")), said);
        for other in [
            once(&guest(2), None, &says("Hello")),
            once(&guest(1), Some(CommentId(1)), &says("Hello")),
            once(&guest(1), None, &says("Hello!")),
        ] {
            assert_ne!(other, said);
        }
    }

    #[test]
    fn a_word_is_found_whole_however_it_is_written_and_a_guest_may_link_to_so_much() {
        let with = |words: &str| Community { held_words: words.into(), held_links: 2, ..Community::for_tests() };
        let held = |words: &str, html: &str| held(&with(words), html, false);
        for (words, html) in [
            ("casino", "<p>The best CASINO here</p>"),
            ("Casino\n\n", "<p>ca<strong>si</strong>no!</p>"),
            ("casino", "<p>c\u{e1}si\u{200b}no</p>"),
            ("buy  now", "<p>Buy\nnow, friends</p>"),
            ("pills.example", r#"<p><a href="https://pills.example/x">Look</a></p>"#),
            ("赌场", "<p>最好的赌场在这里</p>"),
            ("도박", "<p>도박을 하자</p>"),
        ] {
            assert_eq!(held(words, html), Some(Held::Words), "{words} in {html}");
        }
        for (words, html) in [
            ("", "<p>casino</p>"),
            (" \n ", "<p>casino</p>"),
            ("cialis", "<p>She is a specialist, and so are socialists.</p>"),
            ("ass", "<p>In class</p>"),
            ("buy now", "<p>Buy it now</p>"),
        ] {
            assert_eq!(held(words, html), None, "{words} in {html}");
        }
        let link = |n: usize| format!(r#"<a href="https://{n}.example/">{n}</a> "#);
        let links = |n: usize| (0..n).map(link).collect::<Vec<_>>().concat();
        let of_guest = |n| super::held(&with(""), &links(n), true);
        assert_eq!((of_guest(2), of_guest(3)), (None, Some(Held::Links)));
        assert_eq!(held("", &links(9)), None, "a member may");
    }

    fn reader(member: i64) -> Reader {
        Reader { member: Some(MemberId(member)), ..Reader::default() }
    }

    #[test]
    fn words_can_be_changed_for_a_while_and_taken_back_at_any_time_by_their_writer() {
        let mine = Entry { created_at: Timestamp(0), approved_at: Some(Timestamp(0)), ..entry(1) };
        let minutes = |minutes| Timestamp(0).plus_minutes(minutes);
        let may_edit = |entry: &Entry, reader: &Reader, now| may_edit_within(entry, reader, QUARTER, now);
        assert!(may_edit(&mine, &reader(7), minutes(14)));
        assert!(!may_edit(&mine, &reader(7), minutes(15)));
        assert!(!may_edit(&mine, &reader(8), minutes(1)));
        assert!(may_delete(&mine, &reader(7)) && !may_delete(&mine, &reader(8)));
        let hidden = Entry { hidden_at: Some(Timestamp(1)), ..mine.clone() };
        assert!(!may_edit(&hidden, &reader(7), minutes(1)) && may_delete(&hidden, &reader(7)));
        let gone = Entry { deleted_at: Some(Timestamp(1)), ..mine };
        assert!(!may_edit(&gone, &reader(7), minutes(1)) && !may_delete(&gone, &reader(7)));
    }

    #[test]
    fn what_waits_is_answered_only_by_those_who_decide() {
        let decides = Reader { moderates: true, ..reader(8) };
        let waiting = Entry { approved_at: None, ..entry(1) };
        assert!(may_reply(&entry(1), &reader(8)));
        assert!(!may_reply(&waiting, &reader(7)) && may_reply(&waiting, &decides));
        let hidden = Entry { hidden_at: Some(Timestamp(1)), ..entry(1) };
        assert!(!may_reply(&hidden, &decides));
    }
}
