//! Texts as they can leave the site: with whole addresses, and without what XML has no place for.

/// Clean HTML with whole addresses: those of the site, and those within the page it stands on. What only looks like a tag
/// stays as it is.
pub fn absolute(html: &str, base: &str, page: &str) -> String {
    markup::readdress(html, |address| {
        if address.starts_with('/') && !address.starts_with("//") {
            return Some(format!("{base}{address}"));
        }
        let place = address.starts_with('#').then(|| page.split('#').next().unwrap_or_default());
        place.map(|page| format!("{page}{address}"))
    })
}

/// An address of this site or of another, as others have to write it.
pub fn whole(address: &str, base: &str) -> String {
    if address.starts_with('/') && !address.starts_with("//") { format!("{base}{address}") } else { address.into() }
}

/// Without the characters that no XML may hold, escaped or not (XML 1.0, 2.2).
pub fn of_xml(text: &str) -> String {
    let may_stand = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(|&c| may_stand(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_home(html: &str) -> String {
        absolute(html, "https://learn.example", "https://learn.example/ines/2026/09/04/one/")
    }

    #[test]
    fn addresses_are_whole_and_those_of_others_stay() {
        assert_eq!(
            at_home(
                r##"<a href="/bram/">Bram</a> <a href="#fn-1">1</a> <a href="https://other.example/">there</a> <a href="//cdn.example/x">x</a>"##
            ),
            r#"<a href="https://learn.example/bram/">Bram</a> <a href="https://learn.example/ines/2026/09/04/one/#fn-1">1</a> <a href="https://other.example/">there</a> <a href="//cdn.example/x">x</a>"#
        );
        assert_eq!(
            at_home(r#"<img alt="a > b" src="/files/1.jpg">"#),
            r#"<img alt="a > b" src="https://learn.example/files/1.jpg">"#
        );
        assert_eq!(
            at_home(r#"<img src="/files/1.jpg" srcset="/files/1-4.jpg 400w, /files/1.jpg 900w" sizes="50vw">"#),
            r#"<img src="https://learn.example/files/1.jpg" srcset="https://learn.example/files/1-4.jpg 400w, https://learn.example/files/1.jpg 900w" sizes="50vw">"#
        );
    }

    #[test]
    fn what_only_looks_like_a_tag_stays() {
        for text in [
            r#"<code>&lt;a href="/bram/"&gt;</code>"#,
            r#"<p title="href=&quot;/x&quot;">5 &lt; 6</p>"#,
            "",
            "a > b",
            r#"<p>src="/x"</p>"#,
        ] {
            assert_eq!(at_home(text), text);
        }
    }

    #[test]
    fn nothing_that_xml_cannot_hold_goes_out() {
        assert_eq!(of_xml("a\u{0}\u{1}\u{8}\u{b}\u{18}\u{fffe}\u{ffff}b\t\n\u{10ffff} é"), "ab\t\n\u{10ffff} é");
    }
}
