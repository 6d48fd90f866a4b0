//! Whether one name could be taken for another, as Unicode Technical Standard 39 compares them: by what they look like.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_security::confusable_detection::skeleton;

use super::Role;
use crate::{ids::MemberId, kit::i18n::Locale};

/// What a name looks like, word by word: without case, accents, signs and spaces, and with one letter for all that look
/// the same.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Looks(Vec<String>);

impl Looks {
    fn of(name: &str) -> Self {
        Self(name.split(|c: char| c.is_whitespace()).map(plain).filter(|word| !word.is_empty()).collect())
    }

    /// Whether this could be taken for the other: it is the same, however it is spaced, or holds it whole with something
    /// added. One word alone is too little to be held.
    fn could_be(&self, other: &Self) -> bool {
        let (here, there) = (self.0.concat(), other.0.concat());
        let added = other.0.len() > 1 && self.0.windows(other.0.len()).any(|part| part == other.0);
        !there.is_empty() && (here == there || added)
    }
}

/// The letters and digits of a word as they look. Twice, since a capital may look like what its small letter does not.
fn plain(word: &str) -> String {
    let once: String = skeleton(&word.nfkc().collect::<String>()).flat_map(char::to_lowercase).collect();
    let bare: String = once.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let letters = skeleton(&bare).flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric());
    // A capital i, a small L and a one: which was meant cannot be seen.
    letters
        .map(|c| if matches!(c, 'i' | 'ı' | '1') { 'l' } else { c })
        .map(|c| if c == '0' { 'o' } else { c })
        .collect()
}

/// A name that means something to whoever reads it.
#[derive(Clone, Debug)]
pub struct Trusted {
    /// Whose it is; none: the community's own.
    pub member: Option<MemberId>,
    /// As it is shown, not as it is compared.
    pub name: String,
    /// The message that says what they are here.
    pub what: &'static str,
    looks: Looks,
    handle: Looks,
}

impl Trusted {
    /// What somebody who decides is told about a name that could be taken for this one.
    pub fn warning(&self, t: &Locale) -> String {
        let role = t.say(self.what);
        t.with2("name-like", ("name", self.name.as_str()), ("role", role.as_str()))
    }
}

/// The names that nobody else's should be taken for.
#[derive(Clone, Debug, Default)]
pub struct TrustedNames(Vec<Trusted>);

impl TrustedNames {
    /// The same names and one more.
    #[must_use]
    pub fn with(mut self, member: Option<MemberId>, name: &str, handle: &str, what: &'static str) -> Self {
        let (looks, handle) = (Looks::of(name), Looks::of(handle));
        self.0.push(Trusted { member, name: name.into(), what, looks, handle });
        self
    }

    /// The first of them that a name could be taken for. Nobody is taken for themselves.
    pub fn like(&self, name: &str, bearer: Option<MemberId>) -> Option<&Trusted> {
        let looks = Looks::of(name);
        let mut others = self.0.iter().filter(|other| bearer.is_none() || other.member != bearer);
        others.find(|other| {
            looks.could_be(&other.looks) || (!other.handle.0.is_empty() && looks.0.concat() == other.handle.0.concat())
        })
    }
}

/// Somebody who leads here, as they are read for this.
#[derive(sqlx::FromRow)]
pub struct Leading {
    /// The number of their account: nobody is taken for themselves.
    pub id: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// The word of what they do here.
    pub role: String,
}

impl From<Vec<Leading>> for TrustedNames {
    fn from(leading: Vec<Leading>) -> Self {
        leading.iter().fold(Self::default(), |names, one| {
            let role: Role = one.role.parse().unwrap_or(Role::Participant);
            names.with(Some(one.id), &one.name, &one.handle, role.key())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_for(name: &str) -> Option<&'static str> {
        let names = TrustedNames::default().with(Some(MemberId(1)), "Ana Prado", "ana", "role-organiser").with(
            Some(MemberId(2)),
            "Inés",
            "ines_b",
            "role-guide",
        );
        names.like(name, None).map(|one| one.what)
    }

    #[test]
    fn a_name_is_compared_by_what_it_looks_like() {
        for like in [
            "Ana Prado",
            "ana prado",
            "ANA PRADO",
            "Aná Prädo",
            "AnaPrado",
            "Ana  Prado.",
            "Αna Рrado",
            "Аnа Рrаdо",
            "Ａｎａ Ｐｒａｄｏ",
            "A\u{200b}na\u{e0041} Prado",
            "Ana Prad0",
            "𝐀𝐧𝐚 𝐏𝐫𝐚𝐝𝐨",
            "Ana Prado (organiser)",
            "✓ Ana Prado",
            "@ana",
        ] {
            assert_eq!(taken_for(like), Some("role-organiser"), "{like}");
        }
        for like in ["Ines", "lnés", "INÉS", "1nes", "Ines_B", "іnеѕ"] {
            assert_eq!(taken_for(like), Some("role-guide"), "{like}");
        }
    }

    #[test]
    fn others_keep_their_names() {
        for other in ["Anna Prado", "Ana Prada", "Ana Gomez", "Inés Prado", "Wendy", "李", "Аня", "Prado Ana", "★", ""]
        {
            assert_eq!(taken_for(other), None, "{other}");
        }
    }

    #[test]
    fn nobody_is_taken_for_themselves() {
        let names = TrustedNames::default().with(Some(MemberId(1)), "Ana Prado", "ana", "role-organiser");
        assert!(names.like("Ana Prado", Some(MemberId(1))).is_none());
        assert!(names.like("Ana Prado", Some(MemberId(2))).is_some());
    }
}
