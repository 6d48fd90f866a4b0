//! Other addresses in HTML that is clean.

/// Attributes that hold an address.
const ADDRESSES: [&str; 4] = ["href", "src", "cite", "poster"];

/// Clean HTML with other addresses: `led` is asked of each, and answers the one to stand in its place, or nothing to leave
/// it. What only looks like a tag stays as it is. Addresses are handed over and taken as they stand, escaped.
pub fn readdress(html: &str, mut led: impl FnMut(&str) -> Option<String>) -> String {
    let mut whole = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        whole.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = end_of_tag(rest);
        tag(&rest[..end], &mut led, &mut whole);
        rest = &rest[end..];
    }
    whole.push_str(rest);
    whole
}

/// Where a tag ends: values may hold a `>`.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// One tag: every second part between quotation marks is a value.
fn tag(tag: &str, led: &mut impl FnMut(&str) -> Option<String>, whole: &mut String) {
    let mut name = "";
    for (at, part) in tag.split('"').enumerate() {
        if at > 0 {
            whole.push('"');
        }
        if at % 2 == 0 {
            name = part.trim_end_matches('=').rsplit(' ').next().unwrap_or_default();
        } else if name == "srcset" {
            for (at, one) in part.split(", ").enumerate() {
                whole.push_str(if at > 0 { ", " } else { "" });
                let (address, width) = one.split_at(one.find(' ').unwrap_or(one.len()));
                whole.push_str(&led(address).unwrap_or_else(|| address.to_owned()));
                whole.push_str(width);
            }
            continue;
        } else if ADDRESSES.contains(&name)
            && let Some(other) = led(part)
        {
            whole.push_str(&other);
            continue;
        }
        whole.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::readdress;

    #[test]
    fn every_size_of_a_picture_is_led_by_itself() {
        let html = r#"<img src="/a.png" srcset="/b.png 400w, /a.png 800w" alt="/a.png, /b.png">"#;
        let led = readdress(html, |address| Some(format!("https://example.org{address}")));
        let expected = "<img src=\"https://example.org/a.png\" srcset=\"https://example.org/b.png 400w, \
                        https://example.org/a.png 800w\" alt=\"/a.png, /b.png\">";
        assert_eq!(led, expected);
    }
}
