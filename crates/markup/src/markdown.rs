//! Markdown to HTML that is not clean yet.

use std::collections::HashMap;

use comrak::nodes::{AstNode, ListType, Node, NodeList, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

use crate::Policy;
use crate::clean::{clean, is_address, scheme};
use crate::guard::{guard, restore};
use crate::tidy::{PARAGRAPHS_OFF, PARAGRAPHS_ON};
use crate::tokens::{Token, Tokens};

/// Quotations and lists deeper than this are drawn at this depth.
const DEPTH: usize = 30;

/// HTML of a Markdown text. HTML in it passes through; line breaks inside its blocks are kept as
/// WordPress keeps them, so that both formats read a typed `<blockquote>` alike.
pub(crate) fn html(source: &str, policy: Policy) -> String {
    let options = options(source, policy);
    let source = guard(source, policy);
    let source = shallow(&source);
    let arena = Arena::new();
    let root = parse_document(&arena, &source, &options);
    let mut notes = Notes::default();
    let mut refused = Vec::new();
    for node in root.descendants() {
        put_back(&mut node.data_mut().value);
        match &mut node.data_mut().value {
            NodeValue::HtmlBlock(block) => {
                block.literal = format!("{PARAGRAPHS_ON}{}{PARAGRAPHS_OFF}", block.literal);
            }
            NodeValue::Item(_) => tick(node),
            NodeValue::Link(link) if !is_address(&link.url) => refused.push(node),
            NodeValue::FootnoteDefinition(_) => notes.definitions.push(node),
            NodeValue::FootnoteReference(_) => notes.references.push(node),
            _ => {}
        }
    }
    let new = |value| arena.alloc(AstNode::from(value)) as Node;
    notes.set(root, new);
    for link in refused {
        in_words(link, new);
    }
    let mut html = String::with_capacity(source.len() * 2);
    format_html(root, &options, &mut html).expect("a String takes whatever is written");
    html
}

/// How Markdown is read here.
fn options(source: &str, policy: Policy) -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = tables_are_sound(source);
    options.extension.footnotes = true;
    options.extension.cjk_friendly_emphasis = true;
    // One that nothing refers to stays where it was typed.
    options.parse.leave_footnote_definitions = true;
    // A signature under `--` is no heading.
    options.parse.ignore_setext = policy == Policy::Comment;
    options.render.hardbreaks = true;
    options.render.r#unsafe = true;
    options
}

/// A block of a text, with the lines it was written in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// Its first line; the first of a text has the number 1.
    pub first: usize,
    /// Its last line.
    pub last: usize,
    /// Clean HTML of it, to be changed and not to be read: nothing is added to what was typed.
    pub html: String,
    /// Whether it was written as HTML.
    pub is_html: bool,
    /// The level of a heading, as it was typed. In the HTML, each is one lower.
    pub level: Option<u8>,
    /// The name of a footnote whose text this is.
    pub note: Option<String>,
}

/// The blocks of a Markdown text, in their order. What lies between them, such as where links lead, is no block.
pub(crate) fn blocks(source: &str, policy: Policy) -> Vec<Block> {
    let options = options(source, policy);
    let guarded = guard(source, policy);
    let guarded = shallow(&guarded);
    let arena = Arena::new();
    let root = parse_document(&arena, &guarded, &options);
    let new = |value| arena.alloc(AstNode::from(value)) as Node;
    let mut refused = Vec::new();
    let mut nested = Vec::new();
    for node in root.descendants() {
        let is_inner = !node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Document));
        put_back(&mut node.data_mut().value);
        match &mut node.data_mut().value {
            NodeValue::HtmlBlock(block) => {
                block.literal = format!("{PARAGRAPHS_ON}{}{PARAGRAPHS_OFF}", block.literal);
            }
            NodeValue::Item(_) => tick(node),
            NodeValue::Link(link) if !is_address(&link.url) => refused.push(node),
            NodeValue::Heading(heading) => heading.level = (heading.level + 1).min(6),
            NodeValue::FootnoteDefinition(note) if is_inner => nested.push((node, note.name.clone())),
            value @ NodeValue::FootnoteReference(_) => {
                if let NodeValue::FootnoteReference(note) = &*value {
                    let name = note.name.replace('&', "&amp;").replace('<', "&lt;");
                    *value = NodeValue::HtmlInline(format!("<sup class=\"note\">{name}</sup>"));
                }
            }
            _ => {}
        }
    }
    for (node, name) in nested {
        as_typed(node, &name, &new);
    }
    for link in refused {
        in_words(link, new);
    }
    let lines: Vec<&str> = guarded.lines().collect();
    let mut blocks: Vec<Block> = Vec::new();
    let (mut html, mut open) = (String::new(), 0);
    let mut begun: Option<Block> = None;
    for node in root.children() {
        let (position, value) = (node.data().sourcepos, node.data().value.clone());
        let block = begun.get_or_insert_with(|| Block {
            first: position.start.line,
            last: position.end.line,
            html: String::new(),
            is_html: false,
            level: None,
            note: None,
        });
        block.last = block.last.max(position.end.line);
        match value {
            NodeValue::HtmlBlock(ref written) => {
                block.is_html = true;
                open = still_open(&written.literal, open);
            }
            // One level was added above.
            NodeValue::Heading(_) if html.is_empty() => block.level = level(&lines, position.start.line, node),
            NodeValue::FootnoteDefinition(ref note) if html.is_empty() => block.note = Some(note.name.clone()),
            _ => {}
        }
        if matches!(value, NodeValue::FootnoteDefinition(_)) {
            for child in node.children() {
                format_html(child, &options, &mut html).expect("a String takes whatever is written");
            }
        } else {
            format_html(node, &options, &mut html).expect("a String takes whatever is written");
        }
        if open == 0 {
            blocks.extend(begun.take().map(|block| finished(block, &lines, &std::mem::take(&mut html), policy)));
        }
    }
    blocks.extend(begun.map(|block| finished(block, &lines, &html, policy)));
    blocks.retain(|block| !block.html.is_empty() || block.note.is_some());
    blocks
}

/// A block ends where the last of its words stands.
fn finished(mut block: Block, lines: &[&str], html: &str, policy: Policy) -> Block {
    block.last = block.last.min(lines.len());
    while block.last > block.first && lines[block.last - 1].trim_ascii().is_empty() {
        block.last -= 1;
    }
    block.html = clean(html, policy);
    block
}

/// How many elements that hold blocks are open after this HTML, if so many were before.
fn still_open(html: &str, before: usize) -> usize {
    const HOLD: [&str; 10] =
        ["details", "div", "table", "dl", "figure", "ul", "ol", "blockquote", "section", "article"];
    let mut open = before;
    for token in tokens(html) {
        match token {
            Token::Open(tag) if HOLD.contains(&tag.name.as_str()) => open += 1,
            Token::Close(name) if HOLD.contains(&name.as_str()) => open = open.saturating_sub(1),
            _ => {}
        }
    }
    open
}

fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut tokens = Tokens::new(html);
    std::iter::from_fn(move || tokens.next())
}

/// The level of a heading as it was typed: the sixth cannot be told from the fifth when one was added.
fn level(lines: &[&str], line: usize, node: Node) -> Option<u8> {
    let NodeValue::Heading(heading) = &node.data().value else { return None };
    let signs =
        lines.get(line - 1).map_or(0, |line| line.trim_ascii_start().bytes().take_while(|b| *b == b'#').count());
    Some(if signs == 6 { 6 } else { heading.level - 1 })
}

/// Puts the guarded signs of a node back.
fn put_back(value: &mut NodeValue) {
    match value {
        NodeValue::Text(text) => restore(text.to_mut(), "<"),
        NodeValue::Code(code) => restore(&mut code.literal, "<"),
        NodeValue::CodeBlock(block) => restore(&mut block.literal, "<"),
        NodeValue::Link(link) | NodeValue::Image(link) => {
            restore(&mut link.url, "<");
            restore(&mut link.title, "<");
        }
        NodeValue::HtmlInline(html) => restore(html, "&lt;"),
        NodeValue::HtmlBlock(block) => restore(&mut block.literal, "&lt;"),
        NodeValue::FootnoteDefinition(note) => restore(&mut note.name, "<"),
        NodeValue::FootnoteReference(note) => restore(&mut note.name, "<"),
        _ => {}
    }
}

/// A link to where nobody may be led is words: its own, and the address unless it would be a script.
fn in_words<'a>(link: Node<'a>, new: impl Fn(NodeValue) -> Node<'a>) {
    let NodeValue::Link(url) = link.data().value.clone() else { return };
    let is_script = scheme(&url.url).is_none_or(|scheme| {
        let scheme = scheme.to_ascii_lowercase();
        ["script", "data", "blob", "source", "feed"].iter().any(|bad| scheme.contains(bad))
            || scheme.contains(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')))
    });
    let says_it = link.first_child().is_some_and(|label| match &label.data().value {
        NodeValue::Text(text) => *text == url.url,
        _ => false,
    });
    while let Some(child) = link.first_child() {
        link.insert_before(child);
    }
    if !is_script && !says_it {
        link.insert_before(new(NodeValue::Text(format!(" ({})", url.url).into())));
    }
    link.detach();
}

/// An item that begins with `[ ]` or `[x]` is a task, open or done.
fn tick(item: Node) {
    let Some(paragraph) = item.first_child() else { return };
    let Some(first) = paragraph.first_child().filter(|_| matches!(paragraph.data().value, NodeValue::Paragraph)) else {
        return;
    };
    if let NodeValue::Text(text) = &mut first.data_mut().value {
        let task =
            [("[ ] ", "☐ "), ("[x] ", "☑ "), ("[X] ", "☑ ")].into_iter().find(|(typed, _)| text.starts_with(typed));
        if let Some((typed, sign)) = task {
            text.to_mut().replace_range(..typed.len(), sign);
        }
    }
}

/// The footnotes of a text.
#[derive(Default)]
struct Notes<'a> {
    definitions: Vec<Node<'a>>,
    references: Vec<Node<'a>>,
}

impl<'a> Notes<'a> {
    /// Makes a list of them at the end of the text, and a raised number of each that refers to one. They lead to each
    /// other.
    fn set(self, root: Node<'a>, new: impl Fn(NodeValue) -> Node<'a>) {
        let mut numbers = HashMap::new();
        for node in self.references {
            let mut ast = node.data_mut();
            if let NodeValue::FootnoteReference(note) = &ast.value {
                let ix = note.ix;
                numbers.insert(note.name.clone(), ix);
                let number = format!("<sup class=\"note\" id=\"fnref-{ix}\"><a href=\"#fn-{ix}\">{ix}</a></sup>");
                ast.value = NodeValue::HtmlInline(number);
            }
        }
        let mut notes = Vec::new();
        for node in self.definitions {
            let NodeValue::FootnoteDefinition(note) = node.data().value.clone() else { continue };
            match numbers.get(&note.name).filter(|_| note.total_references > 0) {
                Some(number) => {
                    node.detach();
                    notes.push((*number, node));
                }
                None => as_typed(node, &note.name, &new),
            }
        }
        if notes.is_empty() {
            return;
        }
        notes.sort_by_key(|(number, _)| *number);
        let kind = NodeList { list_type: ListType::Ordered, start: 1, ..NodeList::default() };
        let list = new(NodeValue::List(kind));
        for (ix, note) in notes {
            note.data_mut().value = NodeValue::Item(kind);
            let is_paragraph = |node: &Node<'a>| matches!(node.data().value, NodeValue::Paragraph);
            let paragraph = |at: Option<Node<'a>>| at.filter(is_paragraph).unwrap_or_else(|| new(NodeValue::Paragraph));
            let (first, last) = (paragraph(note.first_child()), paragraph(note.last_child()));
            first.prepend(new(NodeValue::HtmlInline(format!("<span id=\"fn-{ix}\"></span>"))));
            last.append(new(NodeValue::HtmlInline(format!(" <a href=\"#fnref-{ix}\">↩</a>"))));
            if first.parent().is_none() {
                note.prepend(first);
            }
            if last.parent().is_none() {
                note.append(last);
            }
            list.append(note);
        }
        root.append(new(NodeValue::HtmlBlock(comrak::nodes::NodeHtmlBlock {
            literal: "<hr class=\"notes\">".to_owned(),
            ..Default::default()
        })));
        root.append(list);
    }
}

/// A footnote that nothing refers to is a paragraph again.
fn as_typed<'a>(node: Node<'a>, name: &str, new: &impl Fn(NodeValue) -> Node<'a>) {
    let typed = new(NodeValue::Text(format!("[^{name}]: ").into()));
    match node.first_child().filter(|first| matches!(first.data().value, NodeValue::Paragraph)) {
        Some(first) => first.prepend(typed),
        None => {
            let paragraph = new(NodeValue::Paragraph);
            paragraph.append(typed);
            node.prepend(paragraph);
        }
    }
    while let Some(child) = node.first_child() {
        node.insert_before(child);
    }
    node.detach();
}
/// Whether the tables have about as many cells as were typed. Short rows are filled up to the width of
/// their table, so a wide one with many of them would be far larger than its source.
fn tables_are_sound(source: &str) -> bool {
    let (mut typed, mut drawn, mut width) = (1000, 0, 0);
    for line in source.lines() {
        let bars = line.matches('|').count();
        typed += 2 * bars;
        if line.trim_ascii().is_empty() {
            width = 0;
        } else if bars > 0 && line.contains('-') && !line.contains(char::is_alphabetic) {
            width = width.max(bars + 1);
        }
        drawn += width;
    }
    drawn <= typed
}

/// The source without the `>` that would nest deeper than any reader follows.
fn shallow(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        let text = line.trim_start_matches(|c: char| {
            c.is_ascii_whitespace() || c.is_ascii_digit() || matches!(c, '>' | '-' | '+' | '*' | '.' | ')')
        });
        let (prefix, text) = line.split_at(line.len() - text.len());
        let mut quotes = 0;
        out.extend(prefix.chars().filter(|&c| {
            quotes += usize::from(c == '>');
            c != '>' || quotes <= DEPTH
        }));
        out.push_str(text);
    }
    out
}
