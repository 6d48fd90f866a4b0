// What a text can hold: a node or a mark for each thing that the server lets through. Comments have a smaller schema: no
// headings, tables, pictures and footnotes. What none of them can say is an island: shown, moved and deleted as one, and
// changed in the Markdown view.

import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

/** Elements that Markdown has no sign for, with the attributes they keep: they are written as HTML. */
export const tags = {
  u: [], mark: [], small: [], kbd: [], samp: [], var: [], cite: [], sub: [], sup: [],
  abbr: ["title"], dfn: ["title"], q: ["cite"], ins: ["datetime"], time: ["datetime"], del: ["datetime"],
};

const attributes = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value != null && value !== ""));

/** Where a link may lead, as the server has it. */
const leads = /^(?:(?:https?|mailto|tel|sms|xmpp|webcal|geo|ircs?|matrix|sip):|[^:]*(?:$|[/?#]))/i;

const shows = /^(?:https?:|[^:]*(?:$|[/?#]))/i;

/** The level of a heading as Markdown counts it. A page has its title above, so the first level is shown as the second; a
 * text without any of the first begins with the second, as the server has it. */
const level = (dom) => Number(dom.dataset.level ?? dom.tagName[1]);
const isNote = (dom) => dom.classList.contains("note");

const nodes = {
  doc: { content: "block+" },
  paragraph: { group: "block", content: "inline*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: {
    group: "block", content: "inline*", defining: true, attrs: { level: { default: 2 } },
    parseDOM: ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag, getAttrs: (dom) => ({ level: level(dom) }) })),
    toDOM: ({ attrs }) => [`h${Math.max(attrs.level, 2)}`, { "data-level": attrs.level }, 0],
  },
  blockquote: {
    group: "block", content: "block+", defining: true, attrs: { cite: { default: null } },
    parseDOM: [{ tag: "blockquote", getAttrs: (dom) => ({ cite: dom.getAttribute("cite") }) }],
    toDOM: ({ attrs }) => ["blockquote", attributes({ cite: attrs.cite, dir: "auto" }), 0],
  },
  bullet_list: {
    group: "block list", content: "list_item+", attrs: { tight: { default: true } },
    parseDOM: [{ tag: "ul", getAttrs: (dom) => ({ tight: isTight(dom) }) }],
    toDOM: () => ["ul", { dir: "auto" }, 0],
  },
  ordered_list: {
    group: "block list", content: "list_item+", attrs: { start: { default: 1 }, tight: { default: true } },
    parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: Number(dom.getAttribute("start") ?? 1), tight: isTight(dom) }) }],
    toDOM: ({ attrs }) => ["ol", attributes({ start: attrs.start === 1 ? null : attrs.start, dir: "auto" }), 0],
  },
  list_item: { content: "paragraph block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  code_block: {
    group: "block", content: "text*", marks: "", code: true, defining: true, attrs: { language: { default: "" } },
    parseDOM: [{ tag: "pre", preserveWhitespace: "full", getAttrs: (dom) => ({ language: languageOf(dom) }) }],
    toDOM: ({ attrs }) => ["pre", { dir: "ltr" }, ["code", attributes({ class: attrs.language && `language-${attrs.language}` }), 0]],
  },
  horizontal_rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
  footnote: {
    group: "block", content: "block+", defining: true, attrs: { name: {} },
    parseDOM: [{ tag: "div[data-note]", getAttrs: (dom) => ({ name: dom.dataset.note }) }],
    toDOM: ({ attrs }) => ["div", { class: "footnote", "data-note": attrs.name }, 0],
  },
  ...tableNodes({
    tableGroup: "block", cellContent: "paragraph+",
    cellAttributes: {
      align: {
        default: null,
        getFromDOM: (dom) => dom.className.match(/\balign(left|center|right)\b/)?.[1] ?? null,
        setDOMAttr: (value, attrs) => { if (value) attrs.class = `align${value}`; },
      },
    },
  }),
  island: {
    group: "block", atom: true, attrs: { source: {}, html: { default: "" } },
    // Of what was copied only the source counts: whatever else a clipboard says of it is not shown.
    parseDOM: [{ tag: "div[data-island]", getAttrs: (dom) => ({ source: dom.dataset.island }) }],
    toDOM: ({ attrs }) => ["div", { class: "island", "data-island": attrs.source }],
  },
  text: { group: "inline" },
  image: {
    group: "inline", inline: true, draggable: true,
    attrs: { src: {}, alt: { default: "" }, title: { default: null }, width: { default: null }, height: { default: null }, class: { default: null } },
    parseDOM: [{
      tag: "img[src]",
      getAttrs: (dom) => shows.test(dom.getAttribute("src")) && Object.fromEntries(["src", "alt", "title", "width", "height", "class"].map((name) => [name, dom.getAttribute(name) ?? (name === "alt" ? "" : null)])),
    }],
    toDOM: ({ attrs }) => ["img", attributes(attrs)],
  },
  hard_break: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  footnote_reference: {
    group: "inline", inline: true, atom: true, attrs: { name: {} },
    parseDOM: [{ tag: "sup.note", priority: 60, getAttrs: (dom) => (isNote(dom) ? { name: dom.textContent } : false) }],
    toDOM: ({ attrs }) => ["sup", { class: "note" }, attrs.name],
  },
};

const marks = {
  link: {
    inclusive: false, attrs: { href: {}, title: { default: null } },
    parseDOM: [{ tag: "a[href]", getAttrs: (dom) => leads.test(dom.getAttribute("href")) && { href: dom.getAttribute("href"), title: dom.getAttribute("title") } }],
    toDOM: ({ attrs }) => ["a", attributes(attrs), 0],
  },
  tag: {
    excludes: "", attrs: { name: {}, values: { default: {} } },
    parseDOM: Object.entries(tags).map(([tag, names]) => ({
      tag: tag === "del" ? "del[datetime]" : tag,
      getAttrs: (dom) => ({ name: tag, values: attributes(Object.fromEntries(names.map((name) => [name, dom.getAttribute(name)]))) }),
    })),
    toDOM: ({ attrs }) => [attrs.name, attrs.values, 0],
  },
  strong: {
    parseDOM: [{ tag: "strong" }, { tag: "b" }],
    toDOM: () => ["strong", 0],
  },
  em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
  del: { parseDOM: [{ tag: "del" }, { tag: "s" }, { tag: "strike" }], toDOM: () => ["del", 0] },
  code: { code: true, parseDOM: [{ tag: "code" }, { tag: "tt" }], toDOM: () => ["code", 0] },
};

/** A list is tight if its items are no paragraphs of their own. */
function isTight(dom) {
  return ![...dom.children].some((item) => [...item.children].some((child) => child.tagName === "P"));
}

function languageOf(dom) {
  return (dom.querySelector("code") ?? dom).className.match(/\blanguage-(\S+)/)?.[1] ?? "";
}

/** For posts and whatever is long. */
export const whole = new Schema({ nodes, marks });

const { heading, footnote, image, footnote_reference, table, table_row, table_cell, table_header, ...few } = nodes;
/** For comments. */
export const small = new Schema({ nodes: few, marks });

const known = {
  P: [], H2: ["data-level"], H3: ["data-level"], H4: ["data-level"], H5: ["data-level"], H6: ["data-level"], UL: [], OL: ["start"], LI: [],
  BLOCKQUOTE: ["cite"], PRE: [], CODE: ["class"], HR: [], BR: [], A: ["href", "title", "rel"], STRONG: [], B: [], EM: [], I: [], S: [],
  TABLE: [], THEAD: [], TBODY: [], TR: [], TD: ["class", "colspan", "rowspan"], TH: ["class", "colspan", "rowspan"],
  IMG: ["src", "alt", "title", "width", "height", "class"],
  ...Object.fromEntries(Object.entries(tags).map(([tag, names]) => [tag.toUpperCase(), names])),
  SUP: ["class"],
};
const tooMuch = ":is(td, th) :is(ul, ol, pre, blockquote, table, hr, h2, h3, h4, h5, h6), thead ~ thead, tr > th ~ td, hr.notes";

/** Whether a block of the server's HTML can be changed here without losing anything of it. */
export function isWhole(schema, root) {
  const elements = [...root.querySelectorAll("*")];
  const isKnown = (dom) => known[dom.tagName] && [...dom.attributes].every(({ name }) => known[dom.tagName].includes(name));
  const isHere = (dom) => schema === whole || !/^(H\d|TABLE|IMG)$/.test(dom.tagName) && !isNote(dom);
  // An item begins with words.
  const begins = (item) => [...item.childNodes].find((child) => child.nodeType !== 3 || child.data.trim());
  const isItem = (dom) => dom.tagName !== "LI" || !/^(H\d|PRE|BLOCKQUOTE|TABLE|HR|UL|OL)$/.test(begins(dom)?.nodeName ?? "");
  return elements.every((dom) => isKnown(dom) && isHere(dom) && isItem(dom)) && !root.querySelector(tooMuch);
}
