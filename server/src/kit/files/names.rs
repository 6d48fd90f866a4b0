//! What files are called, and how large they are said to be.

/// No file is called longer, in characters.
pub const LONGEST_NAME: usize = 120;

/// What a file is called on the page and when it is taken home: the last part of a path, without what no name may hold.
pub fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = markup::characters::line(last);
    let name = name.trim_start_matches('.');
    let name = if name.is_empty() { "file" } else { name };
    match name.rsplit_once('.') {
        // The ending stays, whatever is cut.
        Some((stem, ending)) if ending.chars().count() <= 10 => {
            let stem: String = stem.chars().take(LONGEST_NAME - 11).collect();
            format!("{stem}.{ending}")
        }
        _ => name.chars().take(LONGEST_NAME).collect(),
    }
}

/// So many bytes in the unit that people would say, and the key of the message that names it.
pub fn size(bytes: i64) -> (i64, &'static str) {
    const MEGABYTE: i64 = 1024 * 1024;
    if bytes < MEGABYTE {
        (((bytes + 512) / 1024).max(1), "size-kilobytes")
    } else {
        ((bytes + MEGABYTE / 2) / MEGABYTE, "size-megabytes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_name_but_no_path_and_nothing_unseen() {
        for (sent, name) in [
            ("report.pdf", "report.pdf"),
            ("C:\\Users\\me\\Bericht größer.docx", "Bericht größer.docx"),
            ("../../etc/passwd", "passwd"),
            ("", "file"),
            ("..", "file"),
            (".htaccess", "htaccess"),
            ("cod\u{202e}fdp.exe", "codfdp.exe"),
            ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"),
        ] {
            assert_eq!(file_name(sent), name, "{sent:?}");
        }
        let long = file_name(&format!("{}.pdf", "x".repeat(500)));
        assert!(long.chars().count() <= LONGEST_NAME && long.rsplit('.').next() == Some("pdf"));
    }

    #[test]
    fn a_size_is_said_in_round_numbers() {
        for (bytes, said) in [
            (9, (1, "size-kilobytes")),
            (700, (1, "size-kilobytes")),
            (1024 * 1024 - 1, (1024, "size-kilobytes")),
            (5 * 1024 * 1024 + 1, (5, "size-megabytes")),
        ] {
            assert_eq!(size(bytes), said);
        }
    }
}
