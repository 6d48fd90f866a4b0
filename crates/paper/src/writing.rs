//! What was set becomes a file: drawn by `krilla`, tagged, and checked against both standards.

use crate::{
    Paper, Unwritten,
    setting::{PAGE, Pages, Part, Role, Shape, Text},
};
use jiff::tz::TimeZone;
use krilla::{
    Document, SerializeSettings,
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    color::luma,
    configure::{Accessibility, Archival, ConfigurationBuilder},
    destination::XyzDestination,
    embed::{AssociationKind, EmbeddedFile, MimeType},
    error::KrillaError,
    geom::{PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, FillRule},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
        TagTree,
    },
    text::{Font, GlyphId, KrillaGlyph},
};
use std::{
    collections::{HashMap, hash_map::Entry},
    num::NonZeroU16,
};

pub fn write(paper: &Paper, pages: &Pages) -> Result<Vec<u8>, Unwritten> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| Unwritten::Standards(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut fonts = HashMap::new();
    // What belongs to each part, in the order it is drawn.
    let mut marks: Vec<Vec<Identifier>> = pages.parts.iter().map(|_| Vec::new()).collect();

    for things in &pages.sheets {
        let mut page = document.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1).expect("a page has a size"));
        let mut surface = page.surface();
        for thing in things {
            let tag = match thing.part {
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
                Some(_) => match &thing.shape {
                    Shape::Line { .. } => ContentTag::Span(SpanTag::empty()),
                    Shape::Filled { .. } => ContentTag::Other,
                    Shape::Link { .. } => continue,
                },
            };
            let mark = surface.start_tagged(tag);
            match &thing.shape {
                Shape::Line { text, line, x, y, grey, .. } => {
                    draw_line(&mut surface, &mut fonts, text, *line, (*x, *y), *grey);
                }
                Shape::Filled { rects, grey } => fill(&mut surface, rects, *grey),
                Shape::Link { .. } => {}
            }
            surface.end_tagged();
            if let Some(part) = thing.part {
                marks[part].push(mark);
            }
        }
        surface.finish();
        for thing in things {
            if let (Some(part), Shape::Link { area: [x, y, width, height], to }) = (thing.part, &thing.shape)
                && let Some(rect) = Rect::from_xywh(*x, *y, *width, *height)
            {
                let link = LinkAnnotation::new(rect, Target::Action(Action::Link(LinkAction::new(to.clone()))));
                marks[part].push(page.add_tagged_annotation(Annotation::new_link(link, Some(to.clone()))));
            }
        }
        page.finish();
    }

    document.set_tag_tree(tree(paper, &pages.parts, marks));
    let mut outline = Outline::new();
    for heading in &pages.headings {
        let place = XyzDestination::new(heading.page, Point::from_xy(0.0, heading.y));
        outline.push_child(OutlineNode::new(heading.text.clone(), place));
    }
    document.set_outline(outline);
    document.set_metadata(metadata(paper));
    for file in &paper.attachments {
        document.embed_file(EmbeddedFile {
            path: file.name.clone(),
            mime_type: MimeType::new(&file.kind),
            description: Some(file.about.clone()),
            association_kind: AssociationKind::Data,
            data: file.bytes.clone().into(),
            modification_date: Some(date(paper)),
            compress: Some(true),
            location: None,
        });
    }
    document.finish().map_err(|error| match error {
        KrillaError::Validation(errors) => {
            Unwritten::Standards(errors.iter().map(|(error, _)| format!("{error:?}")).collect::<Vec<_>>().join("; "))
        }
        other => Unwritten::Standards(other.to_string()),
    })
}

fn metadata(paper: &Paper) -> Metadata {
    Metadata::new()
        .title(paper.title.clone())
        .language(paper.language.clone())
        .authors(vec![paper.author.clone()])
        .creation_date(date(paper))
        .document_id(paper.id.clone())
}

fn date(paper: &Paper) -> DateTime {
    let made = paper.made.to_zoned(TimeZone::UTC);
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    DateTime::new(u16::try_from(made.year()).unwrap_or_default())
        .month(part(made.month()))
        .day(part(made.day()))
        .hour(part(made.hour()))
        .minute(part(made.minute()))
        .second(part(made.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// The parts as a tree, each with what was drawn for it first and its own parts after.
fn tree(paper: &Paper, parts: &[Part], marks: Vec<Vec<Identifier>>) -> TagTree {
    let mut groups: Vec<Option<TagGroup>> = parts.iter().map(|part| Some(TagGroup::new(tag(&part.role)))).collect();
    for (group, marks) in groups.iter_mut().zip(marks) {
        let group = group.as_mut().expect("none was taken yet");
        for mark in marks {
            group.push(mark);
        }
    }
    // A part stands after its parent, so from behind each is whole when it is handed up; it then comes first there.
    let mut children: Vec<Vec<TagGroup>> = parts.iter().map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    for number in (0..parts.len()).rev() {
        let mut group = groups[number].take().expect("each is taken once");
        for child in children[number].drain(..).rev() {
            group.push(Node::Group(child));
        }
        match parts[number].parent {
            Some(parent) => children[parent].push(group),
            None => top.push(group),
        }
    }
    let mut tree = TagTree::new().with_lang(Some(paper.language.clone()));
    for group in top.into_iter().rev() {
        tree.push(group);
    }
    tree
}

fn tag(role: &Role) -> TagKind {
    match role {
        Role::Heading { level, text } => {
            Tag::Hn(NonZeroU16::new(u16::from((*level).max(1))).expect("it is not zero"), Some(text.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        // Letters with points stand in pieces on the page: the name is said as a whole.
        Role::Name(name) => Tag::P.with_actual_text(Some(name.clone())).into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure { alt } => Tag::Figure(Some(alt.clone())).into(),
        Role::Link => Tag::Link.into(),
    }
}

fn ink(grey: u8) -> Fill {
    Fill { paint: luma::Color::new(grey).into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

fn fill(surface: &mut Surface<'_>, rects: &[[f32; 4]], grey: u8) {
    let mut path = PathBuilder::new();
    for [x, y, width, height] in rects {
        if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
            path.push_rect(rect);
        }
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(ink(grey)));
        surface.draw_path(&path);
    }
}

fn draw_line(
    surface: &mut Surface<'_>,
    fonts: &mut HashMap<(u64, u32), Font>,
    text: &Text,
    line: usize,
    (x, y): (f32, f32),
    grey: u8,
) {
    let Some(line) = text.layout.get(line) else { return };
    surface.set_fill(Some(ink(grey)));
    let mut x = x + line.metrics().offset;
    for run in line.runs() {
        let data = run.font().clone();
        let (bytes, id) = data.data.into_raw_parts();
        let font = match fonts.entry((id, data.index)) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(place) => match Font::new(bytes.into(), data.index) {
                Some(font) => place.insert(font).clone(),
                None => continue,
            },
        };
        let size = run.font_size();
        let from = x;
        let mut glyphs: Vec<KrillaGlyph> = Vec::new();
        for cluster in run.visual_clusters() {
            if cluster.is_ligature_continuation() {
                // It has no glyphs of its own: its letters belong to the one before.
                if let Some(glyph) = glyphs.last_mut() {
                    glyph.text_range.start = glyph.text_range.start.min(cluster.text_range().start);
                    glyph.text_range.end = glyph.text_range.end.max(cluster.text_range().end);
                }
                continue;
            }
            if text.text[cluster.text_range()].chars().all(char::is_control) {
                continue;
            }
            for glyph in cluster.glyphs() {
                glyphs.push(KrillaGlyph::new(
                    GlyphId::new(glyph.id),
                    glyph.advance / size,
                    glyph.x / size,
                    -glyph.y / size,
                    0.0,
                    cluster.text_range(),
                    None,
                ));
                x += glyph.advance;
            }
        }
        if !glyphs.is_empty() {
            surface.draw_glyphs(Point::from_xy(from, y), &glyphs, font, &text.text, size, false);
        }
    }
}
