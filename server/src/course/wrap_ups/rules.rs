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
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    // A number or a dash in front would begin a list.
    let list = words.find(|c: char| !c.is_ascii_digit()).filter(|end| {
        let mark = words[*end..].chars().next();
        matches!((*end, mark), (0, Some('-' | '+')) | (1.., Some('.' | ')')))
    });
    if let Some(end) = list {
        out.push_str(&words[..end]);
        out.push('\\');
        out.extend(words[end..].chars().take(1));
    }
    let mut characters = words[list.map_or(0, |end| end + 1)..].chars().peekable();
    while let Some(c) = characters.next() {
        // What follows a colon may make a face of it, but for a space.
        let is_markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '@')
            || c == ':' && characters.peek().is_some_and(|next| *next != ' ');
        if is_markup {
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
        for (words, kept) in
            [("1. One", r"1\. One"), ("- a dash", r"\- a dash"), ("12) b", r"12\) b"), ("2026 was", "2026 was")]
        {
            assert_eq!(plain(words), kept);
        }
        assert_eq!(plain("So: a face :-) and https://example.org:"), r"So: a face \:-) and https\://example.org:");
    }
}
