//! Where everything stands: blocks become lines and shapes on pages, and parts of a tree that says what they are.

use crate::{Bar, Block, Fonts, Look, Paper, Unwritten};
use parley::{
    Alignment, AlignmentOptions, FontFamily, FontFamilyName, FontWeight, Language, Layout, LayoutContext, LineHeight,
    OverflowWrap, StyleProperty,
};
use qrcodegen::{QrCode, QrCodeEcc};
use std::{borrow::Cow, ops::Range, rc::Rc};

/// A4, in points of 1/72 inch.
pub const PAGE: (f32, f32) = (595.28, 841.89);
const MARGIN: f32 = 64.0;
const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;
const BOTTOM: f32 = PAGE.1 - 72.0;
const FOOT: f32 = PAGE.1 - 46.0;
const BODY: f32 = 10.5;

/// What is drawn.
pub struct Pages {
    pub sheets: Vec<Vec<Thing>>,
    pub parts: Vec<Part>,
    pub headings: Vec<Heading>,
}

/// A heading, for the outline.
pub struct Heading {
    pub text: String,
    pub page: usize,
    pub y: f32,
}

/// Something drawn, and the part of the paper that it belongs to; without one it is decoration.
pub struct Thing {
    pub part: Option<usize>,
    pub shape: Shape,
}

pub enum Shape {
    /// One line of a text.
    Line { text: Rc<Text>, line: usize, x: f32, y: f32, grey: u8 },
    /// Rectangles of one colour.
    Filled { rects: Vec<[f32; 4]>, grey: u8 },
    /// A link over an area; its letters are a thing of their own.
    Link { area: [f32; 4], to: String },
}

/// A text that was shaped and broken into lines.
pub struct Text {
    pub text: String,
    pub layout: Layout<()>,
}

/// A part of a paper, as screen readers tell of it.
pub struct Part {
    pub parent: Option<usize>,
    pub role: Role,
}

pub enum Role {
    Heading { level: u8, text: String },
    Paragraph,
    Name(String),
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    Figure { alt: String },
    Link,
}

pub fn set(paper: &Paper, fonts: &Fonts) -> Result<Pages, Unwritten> {
    let mut fonts = fonts.clone();
    let mut setter = Setter {
        fonts: &mut fonts,
        shaping: LayoutContext::new(),
        language: Language::parse(&paper.language).ok(),
        pages: Pages { sheets: vec![Vec::new()], parts: Vec::new(), headings: Vec::new() },
        y: MARGIN,
    };
    for block in &paper.blocks {
        setter.block(block)?;
    }
    setter.feet(&paper.foot)?;
    Ok(setter.pages)
}

struct Setter<'a> {
    fonts: &'a mut Fonts,
    shaping: LayoutContext<()>,
    language: Option<Language>,
    pages: Pages,
    y: f32,
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Face {
    size: f32,
    bold: bool,
    grey: u8,
}

const PLAIN: Face = Face { size: BODY, bold: false, grey: 30 };
const STRONG: Face = Face { bold: true, ..PLAIN };
const SMALL: Face = Face { size: 8.5, bold: false, grey: 90 };

impl Setter<'_> {
    fn block(&mut self, block: &Block) -> Result<(), Unwritten> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { text, look } => {
                let face = match look {
                    Look::Body => PLAIN,
                    Look::Large => Face { size: 13.0, ..PLAIN },
                    Look::Small => SMALL,
                };
                let part = self.part(None, Role::Paragraph);
                self.flow(text, face, part)?;
                self.y += face.size * 0.6;
                Ok(())
            }
            Block::Name(name) => {
                let part = self.part(None, Role::Name(name.clone()));
                self.flow(name, Face { size: 24.0, bold: true, grey: 20 }, part)?;
                self.y += 12.0;
                Ok(())
            }
            Block::Table { widths, head, rows } => self.table(widths, head, rows),
            Block::Bars { alt, bars } => self.bars(alt, bars),
            Block::Code { text, alt } => self.code(text, alt),
            Block::Signature(who) => {
                self.room_for(70.0);
                self.y += 44.0;
                let y = self.y;
                self.decorate(Shape::Filled { rects: vec![[MARGIN, y, 220.0, 0.6]], grey: 90 });
                self.y += 4.0;
                let part = self.part(None, Role::Paragraph);
                self.flow(who, SMALL, part)?;
                self.y += 10.0;
                Ok(())
            }
            Block::Room(points) => {
                self.y += points.max(0.0);
                Ok(())
            }
        }
    }

    fn heading(&mut self, level: u8, text: &str) -> Result<(), Unwritten> {
        let size = match level {
            1 => 22.0,
            2 => 14.0,
            _ => 11.5,
        };
        let face = Face { size, bold: true, grey: 20 };
        let shaped = self.shape(text, face, WIDTH)?;
        if self.y > MARGIN {
            self.y += size * 0.7;
        }
        // Not alone at the end of a page.
        self.room_for(shaped.layout.height() + 4.0 * BODY);
        self.pages.headings.push(Heading { text: text.to_owned(), page: self.pages.sheets.len() - 1, y: self.y });
        let part = self.part(None, Role::Heading { level, text: text.to_owned() });
        self.lines(&shaped, MARGIN, face, part);
        self.y += size * 0.4;
        Ok(())
    }

    /// A text over the whole width, from page to page.
    fn flow(&mut self, text: &str, face: Face, part: usize) -> Result<(), Unwritten> {
        let shaped = self.shape(text, face, WIDTH)?;
        self.lines(&shaped, MARGIN, face, part);
        Ok(())
    }

    fn lines(&mut self, shaped: &Rc<Text>, x: f32, face: Face, part: usize) {
        let all = shaped.layout.len();
        let height = |range: Range<usize>| -> f32 {
            range.filter_map(|n| shaped.layout.get(n)).map(|line| line.metrics().line_height).sum()
        };
        let mut done = 0;
        while done < all {
            let mut fit =
                (done..=all).take_while(|end| self.y + height(done..*end) <= BOTTOM).last().unwrap_or(done) - done;
            let left = all - done;
            // No line of a paragraph alone at the foot of a page, nor at the head of the next.
            if fit < left && left > 2 {
                fit = if fit + 1 == left { fit - 1 } else { fit };
                fit = if done == 0 && fit == 1 { 0 } else { fit };
            }
            if fit == 0 && self.y > MARGIN {
                self.new_page();
                continue;
            }
            let end = done + fit.max(1);
            self.some_lines(shaped, done..end, x, face, part);
            done = end;
            if done < all {
                self.new_page();
            }
        }
    }

    /// These lines from here on down.
    fn some_lines(&mut self, shaped: &Rc<Text>, range: Range<usize>, x: f32, face: Face, part: usize) {
        for number in range {
            let Some(line) = shaped.layout.get(number) else { continue };
            let metrics = line.metrics();
            let from_top = metrics.baseline - metrics.block_min_coord;
            let shape = Shape::Line { text: Rc::clone(shaped), line: number, x, y: self.y + from_top, grey: face.grey };
            self.draw(part, shape);
            self.y += metrics.line_height;
        }
    }

    fn table(&mut self, widths: &[f32], head: &[String], rows: &[Vec<String>]) -> Result<(), Unwritten> {
        let sum: f32 = widths.iter().sum();
        if widths.is_empty()
            || sum <= 0.0
            || widths.len() != head.len()
            || rows.iter().any(|row| row.len() != head.len())
        {
            return Err(Unwritten::UnevenTable);
        }
        let columns: Vec<(f32, f32)> = widths
            .iter()
            .scan(MARGIN, |x, width| {
                let column = (*x, WIDTH * width / sum);
                *x += column.1;
                Some(column)
            })
            .collect();
        let table = self.part(None, Role::Table);
        let top = self.row(&columns, head, STRONG)?;
        let first = rows.first().map(|row| self.row(&columns, row, PLAIN)).transpose()?;
        let height = |cells: &[Rc<Text>]| cells.iter().map(|cell| cell.layout.height()).fold(0.0, f32::max) + 8.0;
        self.room_for(height(&top) + first.as_deref().map_or(0.0, height).min(200.0));
        let part = self.part(Some(table), Role::TableHead);
        let row = self.part(Some(part), Role::Row);
        let cells: Vec<usize> = head.iter().map(|_| self.part(Some(row), Role::ColumnHeader)).collect();
        self.head(&columns, &top, Some(&cells));
        let body = self.part(Some(table), Role::TableBody);
        for row in rows {
            let texts = self.row(&columns, row, PLAIN)?;
            let part = self.part(Some(body), Role::Row);
            let role = |column: usize| if column == 0 { Role::RowHeader } else { Role::Cell };
            let cells: Vec<usize> = (0..row.len()).map(|column| self.part(Some(part), role(column))).collect();
            if self.y + height(&texts) > BOTTOM && height(&texts) < BOTTOM - MARGIN - height(&top) {
                self.new_page();
                self.head(&columns, &top, None);
            }
            // A row that is longer than a page goes on over the next one.
            let mut done = vec![0; texts.len()];
            loop {
                let from = self.y;
                let mut lowest = from;
                for (column, text) in texts.iter().enumerate() {
                    self.y = from + 4.0;
                    while let Some(line) = text.layout.get(done[column]) {
                        if self.y + line.metrics().line_height > BOTTOM && self.y > MARGIN + 4.0 {
                            break;
                        }
                        self.some_lines(
                            text,
                            done[column]..done[column] + 1,
                            columns[column].0 + 4.0,
                            PLAIN,
                            cells[column],
                        );
                        done[column] += 1;
                    }
                    lowest = lowest.max(self.y);
                }
                self.y = lowest + 4.0;
                if texts.iter().zip(&done).all(|(text, done)| *done >= text.layout.len()) {
                    break;
                }
                self.new_page();
                self.head(&columns, &top, None);
            }
            let y = self.y;
            self.decorate(Shape::Filled { rects: vec![[MARGIN, y - 0.2, WIDTH, 0.4]], grey: 200 });
        }
        self.y += 12.0;
        Ok(())
    }

    fn row(&mut self, columns: &[(f32, f32)], row: &[String], face: Face) -> Result<Vec<Rc<Text>>, Unwritten> {
        let face = Face { size: 9.5, ..face };
        columns.iter().zip(row).map(|((_, width), text)| self.shape(text, face, (width - 8.0).max(20.0))).collect()
    }

    /// The head of a table; again, on a further page, it is decoration.
    fn head(&mut self, columns: &[(f32, f32)], texts: &[Rc<Text>], cells: Option<&[usize]>) {
        let from = self.y;
        let mut lowest = from;
        for (column, text) in texts.iter().enumerate() {
            self.y = from + 4.0;
            for number in 0..text.layout.len() {
                let Some(line) = text.layout.get(number) else { continue };
                let metrics = line.metrics();
                let y = self.y + metrics.baseline - metrics.block_min_coord;
                let shape =
                    Shape::Line { text: Rc::clone(text), line: number, x: columns[column].0 + 4.0, y, grey: 30 };
                match cells {
                    Some(cells) => self.draw(cells[column], shape),
                    None => self.decorate(shape),
                }
                self.y += metrics.line_height;
            }
            lowest = lowest.max(self.y);
        }
        self.y = lowest + 4.0;
        let y = self.y;
        self.decorate(Shape::Filled { rects: vec![[MARGIN, y - 0.5, WIDTH, 1.0]], grey: 60 });
    }

    fn bars(&mut self, alt: &str, bars: &[Bar]) -> Result<(), Unwritten> {
        let most = bars.iter().map(|bar| bar.amount).fold(0.0_f32, f32::max).max(f32::MIN_POSITIVE);
        let part = self.part(None, Role::Figure { alt: alt.to_owned() });
        let (labels, room) = (130.0, WIDTH - 130.0 - 80.0);
        for bar in bars {
            let label = self.shape(&bar.label, Face { size: 9.5, ..PLAIN }, labels - 8.0)?;
            let said = self.shape(&bar.said, Face { size: 9.5, ..PLAIN }, 76.0)?;
            let height = label.layout.height().max(said.layout.height());
            self.room_for(height + 4.0);
            let from = self.y;
            self.some_lines(&label, 0..label.layout.len(), MARGIN, PLAIN, part);
            self.y = from;
            let long = (room * bar.amount.max(0.0) / most).max(0.5);
            self.some_lines(&said, 0..said.layout.len(), MARGIN + labels + long + 6.0, PLAIN, part);
            self.draw(part, Shape::Filled { rects: vec![[MARGIN + labels, from + 2.0, long, 9.0]], grey: 110 });
            self.y = from + height + 4.0;
        }
        self.y += 10.0;
        Ok(())
    }

    fn code(&mut self, text: &str, alt: &str) -> Result<(), Unwritten> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| Unwritten::TooLong(text.len()))?;
        let size = 90.0;
        self.room_for(size + 8.0);
        let part = self.part(None, Role::Figure { alt: alt.to_owned() });
        let side = size / points(code.size());
        let mut rects = Vec::new();
        for row in 0..code.size() {
            // Neighbours in one piece, so that no hairline shows between them.
            let mut column = 0;
            while column < code.size() {
                let run = (column..code.size()).take_while(|at| code.get_module(*at, row)).count();
                if run > 0 {
                    let run = i32::try_from(run).expect("a code is small");
                    rects.push([MARGIN + points(column) * side, self.y + points(row) * side, points(run) * side, side]);
                    column += run;
                }
                column += 1;
            }
        }
        self.draw(part, Shape::Filled { rects, grey: 0 });
        let top = self.y;
        let about = self.part(None, Role::Paragraph);
        let x = MARGIN + size + 14.0;
        let words = self.shape(alt, SMALL, WIDTH - size - 14.0)?;
        self.some_lines(&words, 0..words.layout.len(), x, SMALL, about);
        self.y += 4.0;
        let link = self.part(Some(about), Role::Link);
        let address = self.shape(text, SMALL, WIDTH - size - 14.0)?;
        let from = self.y;
        self.some_lines(&address, 0..address.layout.len(), x, SMALL, link);
        if text.starts_with("https://") || text.starts_with("http://") {
            self.draw(
                link,
                Shape::Link { area: [x, from, address.layout.width(), self.y - from], to: text.to_owned() },
            );
        }
        self.y = self.y.max(top + size) + 10.0;
        Ok(())
    }

    /// What stands at the foot of every page.
    fn feet(&mut self, foot: &str) -> Result<(), Unwritten> {
        let foot = self.shape(foot, SMALL, WIDTH - 60.0)?;
        let all = self.pages.sheets.len();
        for page in 0..all {
            let number = self.shape(&format!("{} / {all}", page + 1), SMALL, 60.0)?;
            let x = PAGE.0 - MARGIN - number.layout.width();
            for (text, x) in [(Rc::clone(&foot), MARGIN), (number, x)] {
                let shape = Shape::Line { text, line: 0, x, y: FOOT, grey: SMALL.grey };
                self.pages.sheets[page].push(Thing { part: None, shape });
            }
        }
        Ok(())
    }

    /// Shapes a text and breaks it into lines. Its direction is its own.
    fn shape(&mut self, text: &str, face: Face, width: f32) -> Result<Rc<Text>, Unwritten> {
        // What stands alone has to be seen as a line, too.
        let text = if text.is_empty() { "\u{a0}" } else { text };
        let families: Vec<_> =
            self.fonts.families.iter().map(|name| FontFamilyName::Named(Cow::Borrowed(name.as_str()))).collect();
        let mut builder = self.shaping.ranged_builder(&mut self.fonts.context, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&families))));
        builder.push_default(StyleProperty::FontSize(face.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.4)));
        builder.push_default(StyleProperty::Locale(self.language));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if face.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        for line in layout.lines() {
            for cluster in line.runs().flat_map(|run| run.clusters().collect::<Vec<_>>()) {
                let said = &text[cluster.text_range()];
                if cluster.glyphs().any(|glyph| glyph.id == 0) && !said.chars().all(char::is_control) {
                    return Err(Unwritten::NoGlyph(said.to_owned()));
                }
            }
        }
        Ok(Rc::new(Text { text: text.to_owned(), layout }))
    }

    fn part(&mut self, parent: Option<usize>, role: Role) -> usize {
        self.pages.parts.push(Part { parent, role });
        self.pages.parts.len() - 1
    }

    fn draw(&mut self, part: usize, shape: Shape) {
        self.page().push(Thing { part: Some(part), shape });
    }

    fn decorate(&mut self, shape: Shape) {
        self.page().push(Thing { part: None, shape });
    }

    fn page(&mut self) -> &mut Vec<Thing> {
        self.pages.sheets.last_mut().expect("there is a page")
    }

    fn room_for(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > MARGIN {
            self.new_page();
        }
    }

    fn new_page(&mut self) {
        self.pages.sheets.push(Vec::new());
        self.y = MARGIN;
    }
}

fn points(number: i32) -> f32 {
    f32::from(i16::try_from(number).expect("a code is small"))
}
