//! How a wrap-up begins; pure.

use super::Piece;
use crate::kit::i18n::Locale;

/// The first words of something, up to so many characters, and no word cut in two.
pub fn cut(words: &str, chars: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(chars) else { return words.to_owned() };
    let kept = &words[..end];
    let kept = kept.rfind(char::is_whitespace).map_or(kept, |space| &kept[..space]);
    format!("{}…", kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | ',' | ';' | ':')))
}

/// What was picked, as Markdown to write between: each quoted, with its writer and where it stands.
pub fn compose<'a>(pieces: impl Iterator<Item = &'a Piece>, words: &Locale) -> String {
    let quoted = pieces.map(|piece| {
        let who = piece.handle.as_ref().map_or_else(|| plain(&piece.name), |handle| format!("@{handle}"));
        let place = format!("[{}]({})", plain(&piece.title), piece.url);
        let by = words.with2("wrap-up-by", ("person", who), ("place", place));
        format!("> {}\n\n{by}\n", plain(&piece.words))
    });
    quoted.collect::<Vec<_>>().join("\n")
}

/// Words as they are, whatever would be markup in them. A mention in them calls nobody.
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '@' | ':') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_cut_in_two() {
        assert_eq!(cut("one two three", 9), "one two…");
        assert_eq!(cut("one, two", 5), "one…");
        assert_eq!(cut("one", 9), "one");
    }

    #[test]
    fn what_looks_like_markup_in_a_quotation_stays_words() {
        assert_eq!(plain("*a* [b](c) @d <e>\n\n# f"), r"\*a\* \[b\](c) \@d \<e\> \# f");
    }
}
