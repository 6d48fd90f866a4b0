//! Papers as others read them: their text taken out again, their standards, and the same bytes each time.

use paper::{Attachment, Bar, Block, Fonts, Look, Paper, Unwritten, write};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

/// Fonts from npm, by the lock file beside them.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    if !folder.join("node_modules/.package-lock.json").exists() {
        let fetched = Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&folder)
            .status();
        assert!(fetched.expect("npm is there").success(), "fonts are fetched");
    }
    let file = |family: &str, face: &str, name: &str| {
        let path = folder.join(format!("node_modules/@expo-google-fonts/{family}/{face}/{name}_{face}.ttf"));
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let files = [
        ("noto-sans", "NotoSans"),
        ("noto-sans-arabic", "NotoSansArabic"),
        ("noto-sans-hebrew", "NotoSansHebrew"),
        ("noto-sans-thai", "NotoSansThai"),
    ];
    Fonts::new(
        files.iter().flat_map(|(family, name)| [file(family, "400Regular", name), file(family, "700Bold", name)]),
    )
    .expect("they are fonts")
});

/// Names from left to right come out letter for letter.
const NAMES: [&str; 8] = [
    "Siân Ŵyn",
    "Ėglė Žukauskaitė",
    "Łukasz Źródłowski",
    "Đặng Thị Hồng",
    "Ζωή Παπαδοπούλου",
    "Љубица Ђорђевић",
    "Jose\u{301} Nu\u{303}ez",
    "Office fjord affine",
];

/// Of these, `pdftotext` itself adds marks of direction and spaces, so their letters are compared.
const OTHERS: [&str; 3] = ["ليلى الفاسي", "דוד בן עמי", "สมหญิง ใจดี"];

/// With points, its letters come out in another order; the whole name stands in the structure of the paper.
const POINTED: &str = "דָּוִד בֶּן־עַמִּי";

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        title: "Certificate".into(),
        language: "en".into(),
        author: "Learn, a small house".into(),
        made: "2026-11-28T12:00:00Z".parse().expect("it is a moment"),
        id: "https://learn.example/certificates/7".into(),
        foot: "Learn, a small house".into(),
        blocks,
        attachments: vec![],
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: text.into(), look: Look::Body }
}

fn certificate(name: &str) -> Paper {
    let mut paper = paper(vec![
        Block::Paragraph { text: "Learn, a small house".into(), look: Look::Small },
        heading(1, "Certificate of completion"),
        Block::Name(name.into()),
        Block::Paragraph {
            text: "has completed the course “Reading graphs”, 1 September to 30 October 2026, 36.5 contact hours."
                .into(),
            look: Look::Large,
        },
        heading(2, "What was learned"),
        paragraph("Reads graphs of others and says what they leave out.\nDraws one for a question of one’s own."),
        Block::Room(20.0),
        Block::Signature("Ada Quist, instructor, 1 November 2026".into()),
        Block::Code {
            text: "https://learn.example/verify/7f3k-9m2q".into(),
            alt: "Scan to see whether this certificate is genuine".into(),
        },
    ]);
    paper.attachments.push(Attachment {
        name: "credential.json".into(),
        kind: "application/json".into(),
        about: "The same as a credential".into(),
        bytes: b"{}".to_vec(),
    });
    paper
}

fn dossier() -> Paper {
    let words =
        "What I wrote in the third week began as a complaint about an axis and ended as a lesson that I gave twice. "
            .repeat(7);
    let row = |n: usize| {
        vec![
            format!("{}/2026 entry {n}", n % 12 + 1),
            format!("Reading and answering, number {n}, with a note that takes more than one line in its column"),
            format!("{} min", 5 * n),
        ]
    };
    let mut blocks = vec![heading(1, "A dossier"), Block::Name("Ėglė Žukauskaitė".into())];
    blocks.push(heading(2, "Hours by month"));
    let bar = |(month, amount): (&str, f32)| Bar { label: month.into(), amount, said: format!("{amount} hours") };
    blocks.push(Block::Bars {
        alt: "Hours by month: September 12, October 20.5, November 4".into(),
        bars: [("September", 12.0), ("October", 20.5), ("November", 4.0)].map(bar).into(),
    });
    for part in 1..=4 {
        blocks.push(heading(2, &format!("Part {part}")));
        blocks.extend((0..3).map(|_| paragraph(&words)));
        blocks.push(heading(3, "In short"));
        blocks.push(paragraph("One line."));
    }
    blocks.push(heading(2, "Entries"));
    blocks.push(Block::Table {
        widths: vec![2.0, 5.0, 1.0],
        head: ["When", "What", "How long"].map(Into::into).into(),
        rows: (1..=90).map(row).collect(),
    });
    paper(blocks)
}

/// Where a test looks at its paper: target/tmp/papers.
fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let path = folder.join(format!("{name}.pdf"));
    fs::write(&path, bytes).expect("the paper can be kept");
    path
}

/// The text of a paper as poppler takes it out; nothing where poppler is not.
fn text(name: &str, bytes: &[u8]) -> Option<String> {
    let out =
        Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(kept(name, bytes)).arg("-").output().ok()?;
    Some(String::from_utf8(out.stdout).expect("it is text"))
}

#[test]
fn names_come_out_as_they_were_given() {
    for (number, name) in NAMES.iter().enumerate() {
        let bytes = write(&certificate(name), &FONTS).unwrap_or_else(|error| panic!("{name}: {error}"));
        let Some(text) = text(&format!("name-{number}"), &bytes) else { return };
        assert!(text.contains(name), "{name}: {text}");
        assert!(text.contains("https://learn.example/verify/7f3k-9m2q"));
    }
}

#[test]
fn names_of_other_scripts_come_out_letter_for_letter() {
    for (number, name) in OTHERS.iter().enumerate() {
        let bytes = write(&certificate(name), &FONTS).unwrap_or_else(|error| panic!("{name}: {error}"));
        let Some(text) = text(&format!("other-{number}"), &bytes) else { return };
        assert!(text.lines().any(|line| letters(line) == letters(name)), "{name}: {text}");
    }
    let bytes = write(&certificate(POINTED), &FONTS).expect("it is written");
    let Some(text) = text("pointed", &bytes) else { return };
    let hebrew = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(|c| ('א'..='ת').contains(c)).collect();
        letters.sort_unstable();
        letters
    };
    assert_eq!(hebrew(&text), hebrew(POINTED));
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    for paper in [certificate(NAMES[3]), dossier()] {
        let one = write(&paper, &FONTS).expect("it is written");
        assert!(one == write(&paper, &FONTS).expect("it is written"));
        let mut later = paper.clone();
        later.made = "2026-11-29T12:00:00Z".parse().expect("it is a moment");
        assert!(one != write(&later, &FONTS).expect("it is written"));
    }
}

#[test]
fn a_long_paper_flows_and_its_table_keeps_its_head() {
    let bytes = write(&dossier(), &FONTS).expect("it is written");
    let Some(text) = text("dossier", &bytes) else { return };
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 6, "{}", pages.len());
    for (number, page) in pages.iter().enumerate() {
        let tight: String = page.split_whitespace().collect();
        assert!(tight.contains(&format!("{}/{}", number + 1, pages.len())), "{page}");
        assert_eq!(page.contains("min\n"), page.contains("How long"), "{page}");
    }
    for n in 1..=90 {
        assert_eq!(text.matches(&format!("entry {n} ")).count(), 1, "entry {n}");
    }
}

#[test]
fn a_character_that_no_font_has_is_named() {
    let refused = |name: &str| write(&certificate(name), &FONTS);
    assert_eq!(refused("王小明"), Err(Unwritten::NoGlyph("王".into())));
    assert_eq!(refused("Ana 🎓"), Err(Unwritten::NoGlyph("🎓".into())));
    assert_eq!(Fonts::new([b"no font".to_vec()]).map(|_| ()), Err(Unwritten::NotAFont(0)));
}

#[test]
fn what_does_not_fit_together_is_refused() {
    let table = |widths: Vec<f32>, rows| Block::Table { widths, head: vec!["A".into(), "B".into()], rows };
    let uneven =
        [table(vec![1.0], vec![]), table(vec![1.0, 1.0], vec![vec!["a".into()]]), table(vec![0.0, 0.0], vec![])];
    for table in uneven {
        assert_eq!(write(&paper(vec![heading(1, "A"), table]), &FONTS), Err(Unwritten::UnevenTable));
    }
    assert!(matches!(write(&paper(vec![heading(1, "")]), &FONTS), Err(Unwritten::Standards(_))));
    let code = Block::Code { text: "x".repeat(9000), alt: "A code".into() };
    assert_eq!(write(&paper(vec![heading(1, "A"), code]), &FONTS), Err(Unwritten::TooLong(9000)));
}

#[test]
fn odd_papers_are_written_all_the_same() {
    let long = "word ".repeat(3000);
    let unbroken = "x".repeat(500);
    let table = Block::Table {
        widths: vec![1.0, 1.0],
        head: vec!["A".into(), String::new()],
        rows: vec![vec![long.clone(), "short".into()], vec![String::new(), String::new()]],
    };
    let odd = vec![
        heading(1, "Odd"),
        paragraph(""),
        paragraph("\n\n a\tb\r\nc"),
        paragraph(&long),
        paragraph(&unbroken),
        heading(2, &unbroken),
        table,
        Block::Bars {
            alt: String::from("Nothing"),
            bars: vec![Bar { label: "none".into(), amount: 0.0, said: "0".into() }],
        },
        Block::Name("نص English نص".into()),
        Block::Room(5000.0),
        paragraph("after"),
    ];
    let bytes = write(&paper(odd), &FONTS).expect("it is written");
    if let Some(text) = text("odd", &bytes) {
        assert_eq!(text.matches("word").count(), 6000);
        assert!(text.contains("after"));
    }
}
