//! Making letters alike that people do not tell apart when they look for something.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word in small letters without accents, with one form of each letter.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            // Arabic and Persian write these differently and mean the same.
            'ى' | 'ی' => folded.push('ي'),
            'ک' => folded.push('ك'),
            'ة' => folded.push('ه'),
            'ـ' => {}
            // Some signs come apart into a space and an accent.
            c if is_accent(c) || is_invisible(c) || c.is_whitespace() || c.is_control() => {}
            c => folded.push(c),
        }
    }
    folded
}

/// Marks that may be left out: accents, and the points of Hebrew and Arabic. In other scripts they are vowels.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{8D3}'..='\u{8FF}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
        && is_combining_mark(c)
}

/// Characters that nobody sees: directions, joiners, places to break.
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_alike_are_alike() {
        for (one, other) in [
            ("Käse", "kase"),
            ("Ka\u{308}se", "kase"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("ŞİŞLİ", "sisli"),
            ("ＡＢＣ１", "abc1"),
            ("ﬁne", "fine"),
            ("שָׁלוֹם", "שלום"),
            ("كِتَاب", "كتاب"),
            ("مدرسة", "مدرسه"),
            ("کتاب", "كتاب"),
            ("ΛΌΓΟΣ", "λογοσ"),
            ("co\u{AD}op", "coop"),
        ] {
            assert_eq!(fold(one), other);
        }
    }

    #[test]
    fn vowels_that_are_written_as_marks_stay() {
        assert_ne!(fold("कि"), fold("का"));
    }
}
