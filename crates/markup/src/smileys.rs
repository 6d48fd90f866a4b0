//! WordPress's smileys and the emoji it shows for them.

/// Longest first where one begins another.
const TABLE: [(&str, &str); 43] = [
    (":mrgreen:", "😀"),
    (":neutral:", "😐"),
    (":twisted:", "😈"),
    (":arrow:", "➡"),
    (":shock:", "😯"),
    (":smile:", "🙂"),
    (":cool:", "😎"),
    (":evil:", "👿"),
    (":grin:", "😀"),
    (":idea:", "💡"),
    (":oops:", "😳"),
    (":razz:", "😛"),
    (":roll:", "🙄"),
    (":wink:", "😉"),
    (":???:", "😕"),
    (":cry:", "😥"),
    (":eek:", "😮"),
    (":lol:", "😆"),
    (":mad:", "😡"),
    (":sad:", "🙁"),
    (":!:", "❗"),
    (":?:", "❓"),
    ("8-)", "😎"),
    ("8-O", "😯"),
    (":-(", "🙁"),
    (":-)", "🙂"),
    (":-?", "😕"),
    (":-D", "😀"),
    (":-P", "😛"),
    (":-o", "😮"),
    (":-x", "😡"),
    (":-|", "😐"),
    (";-)", "😉"),
    ("8O", "😯"),
    (":(", "🙁"),
    (":)", "🙂"),
    (":?", "😕"),
    (":D", "😀"),
    (":P", "😛"),
    (":o", "😮"),
    (":x", "😡"),
    (":|", "😐"),
    (";)", "😉"),
];

/// The smiley a text starts with and its emoji; it ends where the text does or at white space.
pub(crate) fn smiley(text: &str) -> Option<(&'static str, &'static str)> {
    TABLE.into_iter().find(|(smiley, _)| {
        text.strip_prefix(smiley).is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace))
    })
}
