// The buttons above a text, and the rows below them: for the address of a link, and for a table one stands in.

import { setBlockType, toggleMark, wrapIn, lift } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from "prosemirror-tables";
import { TextSelection } from "prosemirror-state";
import { element, say } from "./words.js";
import { quoteSelected } from "./quote.js";

const drawings = {
  heading: "M5 4v12M13 4v12M5 10h8",
  subheading: "M4 6v10M10 6v10M4 11h6M13.5 10.5q3-2 3 .6t-3 4.9h3.2",
  strong: "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z",
  em: "M12 4H9M11 16H8M11.500 4l-3 12",
  link: "M8.500 11.500l3-3M9 6.500l1.500-1.500a3.200 3.200 0 0 1 4.500 4.500L13.500 11M11 13.500L9.500 15A3.200 3.200 0 0 1 5 10.500L6.500 9",
  image: "M3 4h14v12H3zM3 13.500l4-4 4 4 2.500-2.500 3.500 3.500M13 7.500h.01",
  camera: "M3 6.500h3L7.500 4.500h5L14 6.500h3v9H3zM10 8.200a2.600 2.600 0 1 0 .01 0",
  file: "M6 3h6l3 3v11H6zM12 3v3h3M8.500 10h4M8.500 13h4",
  bullet_list: "M8 5h8M8 10h8M8 15h8M4 5h.01M4 10h.01M4 15h.01",
  ordered_list: "M9 5h7M9 10h7M9 15h7M3.500 4l1-.5V7M3 12.500q2-1.500 2 0T3 16h2.200",
  blockquote: "M5 6v8M9 7h7M9 10h7M9 13h5",
  code: "M7 6l-4 4 4 4M13 6l4 4-4 4",
  table: "M3 4.500h14v11H3zM3 8.500h14M8 4.500v11",
  footnote: "M4 15l3-9h1l3 9M5 12h5M14 5l1.500-1V9",
  horizontal_rule: "M3 10h14M6 5v1M10 5v1M14 5v1",
};

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", drawings[name]);
  svg.append(path);
  return svg;
}

/** Whether the selection stands within a node of this name. */
export function isWithin(state, name, attrs = {}) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === name) return Object.entries(attrs).every(([key, value]) => node.attrs[key] === value);
    if (node.type.spec.group?.includes("list") && name.endsWith("_list")) return false;
  }
  return false;
}

function hasMark(state, type) {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

const heading = (level) => (state, dispatch) => {
  const { heading, paragraph } = state.schema.nodes;
  return isWithin(state, "heading", { level }) ? setBlockType(paragraph)(state, dispatch) : setBlockType(heading, { level })(state, dispatch);
};

/** A list around what is chosen; a list of the other kind turns into it, and the same one is taken away. */
const list = (name) => (state, dispatch) => {
  const { list_item: item, [name]: type } = state.schema.nodes;
  if (isWithin(state, name)) return liftListItem(item)(state, dispatch);
  const other = name === "bullet_list" ? "ordered_list" : "bullet_list";
  if (!isWithin(state, other)) return wrapInList(type)(state, dispatch);
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name !== other) continue;
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { tight: node.attrs.tight }));
    return true;
  }
  return false;
};

const quote = (state, dispatch, view) => {
  if (isWithin(state, "blockquote")) return lift(state, dispatch);
  if (view && quoteSelected(view)) return true;
  return wrapIn(state.schema.nodes.blockquote)(state, dispatch);
};

/** A few words as code; whole lines as a block of it. */
const code = (state, dispatch) => {
  const { code_block: block, paragraph } = state.schema.nodes;
  const { $from, $to, empty } = state.selection;
  if (isWithin(state, "code_block")) return setBlockType(paragraph)(state, dispatch);
  if ($from.sameParent($to) && !(empty && !$from.parent.content.size)) return toggleMark(state.schema.marks.code)(state, dispatch);
  return setBlockType(block)(state, dispatch);
};

function table(state, dispatch) {
  const { table: type, table_row: row, table_cell: cell, table_header: head } = state.schema.nodes;
  if (isInTable(state)) return false;
  const made = type.create(null, [head, cell, cell].map((kind) => row.create(null, [1, 2].map(() => kind.createAndFill()))));
  if (dispatch) {
    const tr = state.tr.replaceSelectionWith(made);
    const at = tr.mapping.map(state.selection.from);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(0, tr.doc.resolve(Math.min(at, tr.doc.content.size)).before?.(1) ?? 0)), 1)).scrollIntoView());
  }
  return true;
}

function line(state, dispatch) {
  dispatch?.(state.tr.replaceSelectionWith(state.schema.nodes.horizontal_rule.create()).scrollIntoView());
  return true;
}

/** A number here, and the note at the end of the text, where one writes on. */
function note(state, dispatch) {
  const { footnote, footnote_reference: reference, paragraph } = state.schema.nodes;
  if (isWithin(state, "footnote") || !state.selection.$from.parent.inlineContent || isWithin(state, "code_block")) return false;
  if (!dispatch) return true;
  const names = new Set();
  state.doc.descendants((node) => { if (node.attrs.name) names.add(node.attrs.name); });
  let number = 1;
  while (names.has(String(number))) number += 1;
  const tr = state.tr.insert(state.selection.to, reference.create({ name: String(number) }));
  const end = tr.doc.content.size;
  tr.insert(end, footnote.create({ name: String(number) }, paragraph.create()));
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 2))).scrollIntoView());
  return true;
}

/** What the buttons do; `key` is said beside them. */
const all = [
  { name: "heading", run: heading(2), on: (state) => isWithin(state, "heading", { level: 2 }), node: "heading", key: "Mod-Alt-2" },
  { name: "subheading", run: heading(3), on: (state) => isWithin(state, "heading", { level: 3 }), node: "heading", key: "Mod-Alt-3" },
  { name: "strong", run: (state, ...rest) => toggleMark(state.schema.marks.strong)(state, ...rest), on: (state) => hasMark(state, state.schema.marks.strong), key: "Mod-b" },
  { name: "em", run: (state, ...rest) => toggleMark(state.schema.marks.em)(state, ...rest), on: (state) => hasMark(state, state.schema.marks.em), key: "Mod-i" },
  { name: "link", on: (state) => hasMark(state, state.schema.marks.link), key: "Mod-k" },
  { name: "image", node: "image", uploads: true },
  // What has no camera to hold up has a button for files alone.
  { name: "camera", node: "image", uploads: true, touch: true },
  { name: "file", node: "image", uploads: true },
  { name: "bullet_list", run: list("bullet_list"), on: (state) => isWithin(state, "bullet_list"), key: "Mod-Shift-8" },
  { name: "ordered_list", run: list("ordered_list"), on: (state) => isWithin(state, "ordered_list"), key: "Mod-Shift-7" },
  { name: "blockquote", run: quote, on: (state) => isWithin(state, "blockquote"), key: "Mod-Shift-9" },
  { name: "code", run: code, on: (state) => hasMark(state, state.schema.marks.code) || isWithin(state, "code_block"), key: "Mod-e", isLong: true },
  { name: "table", run: table, node: "table" },
  { name: "footnote", run: note, node: "footnote" },
  { name: "horizontal_rule", run: line, isLong: true },
];

/** The buttons that a schema has something for. */
export const commands = (schema, uploads) => {
  const isTouched = matchMedia("(any-pointer: coarse)").matches;
  return all.filter((command) => (uploads || !command.uploads) && (isTouched || !command.touch)).filter(({ node, isLong }) => (node ? schema.nodes[node] : !isLong || schema.nodes.heading));
};

const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const spoken = (key) => key.replace("Mod", mac ? "⌘" : say("key-ctrl")).replace("Shift", say("key-shift")).replace(/-(\w)$/, (_, letter) => `-${letter.toUpperCase()}`).replaceAll("-", mac ? " " : "+");

/** The toolbar of an editor: one Tab stop, arrows within. `field` knows the view and changes between the two. */
export class Bar {
  constructor(field) {
    this.field = field;
    this.commands = commands(field.schema, field.uploads);
    this.buttons = this.commands.map((command) => {
      const title = say(`do-${command.name.replace("_", "-")}`) + (command.key ? ` (${spoken(command.key)})` : "");
      const button = element("button", { type: "button", tabindex: -1, "aria-label": say(`do-${command.name.replace("_", "-")}`), title, ...(command.on || command.name === "link" ? { "aria-pressed": "false" } : {}) }, icon(command.name));
      button.addEventListener("click", () => this.press(command));
      return button;
    });
    this.switch = element("button", { type: "button", tabindex: -1, class: "view", "aria-pressed": "false" }, say("markdown"));
    this.switch.addEventListener("click", () => field.changeView());
    const id = field.id;
    this.dom = element("div", { role: "toolbar", class: "bar", "aria-label": say("toolbar"), "aria-controls": id }, ...this.buttons, this.switch);
    this.dom.addEventListener("keydown", (event) => this.key(event));
    // The selection in the text stays where it is.
    this.dom.addEventListener("mousedown", (event) => event.preventDefault());
    this.link = new LinkRow(this);
    this.table = this.tableRow();
    this.rest(0);
  }

  get all() {
    return [...this.buttons, this.switch].filter((button) => !button.hidden);
  }

  press(command) {
    const { view } = this.field;
    this.field.settle();
    if (command.name === "link") return this.link.open();
    if (command.uploads) return this.field.uploads.choose(command.name);
    command.run(view.state, view.dispatch, view);
    view.focus();
    return true;
  }

  key(event) {
    const buttons = this.all;
    const at = buttons.indexOf(document.activeElement);
    const isTurned = getComputedStyle(this.dom).direction === "rtl";
    const to = { ArrowRight: at + (isTurned ? -1 : 1), ArrowLeft: at + (isTurned ? 1 : -1), Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") {
      event.stopPropagation();
      this.field.focus();
    } else if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    else this.rest((to + buttons.length) % buttons.length).focus();
    event.preventDefault();
  }

  /** The button where Tab stops. */
  rest(at) {
    const buttons = this.all;
    for (const [place, button] of buttons.entries()) button.tabIndex = place === at ? 0 : -1;
    return buttons[at];
  }

  focus() {
    (this.all.find((button) => button.tabIndex === 0) ?? this.rest(0)).focus();
  }

  /** What is on where one stands, and what can be done there. */
  update(state) {
    for (const [at, command] of this.commands.entries()) {
      const button = this.buttons[at];
      if (command.on) button.setAttribute("aria-pressed", String(command.on(state)));
      const may = command.uploads || command.name === "link" ? command.uploads || !isWithin(state, "code_block") : command.run(state);
      if (may) button.removeAttribute("aria-disabled");
      else button.setAttribute("aria-disabled", "true");
    }
    this.table.hidden = !isInTable(state);
  }

  /** In the Markdown view there is nothing to press but the way back. */
  markdown(yes) {
    for (const [at, { uploads }] of this.commands.entries()) this.buttons[at].hidden = yes && !uploads;
    this.switch.textContent = say(yes ? "formatted" : "markdown");
    this.switch.setAttribute("aria-pressed", String(yes));
    this.link.close();
    this.table.hidden = true;
    this.rest(0);
  }

  tableRow() {
    const steps = [["add-row", addRowAfter], ["add-column", addColumnAfter], ["delete-row", deleteRow], ["delete-column", deleteColumn], ["delete-table", deleteTable]];
    const buttons = steps.map(([name, run]) => {
      const button = element("button", { type: "button", class: "link" }, say(`table-${name}`));
      button.addEventListener("click", () => {
        const { view } = this.field;
        run(view.state, view.dispatch);
        view.focus();
      });
      return button;
    });
    const row = element("div", { class: "bar-row", role: "group", "aria-label": say("do-table"), hidden: true }, ...buttons);
    row.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.field.focus();
    });
    return row;
  }
}

/** Where the address of a link is typed; in the page, so that it can be pasted, read and left. */
class LinkRow {
  constructor(bar) {
    this.bar = bar;
    const id = `${bar.field.id}-link`;
    this.input = element("input", { id, type: "url", inputmode: "url", autocomplete: "off", spellcheck: "false", placeholder: "https://", "aria-describedby": `${id}-error` });
    this.error = element("span", { id: `${id}-error`, class: "wrong", hidden: true }, say("link-wrong"));
    this.apply = element("button", { type: "button", class: "button small" }, say("link-apply"));
    this.remove = element("button", { type: "button", class: "link" }, say("link-remove"));
    const cancel = element("button", { type: "button", class: "link" }, say("cancel"));
    this.dom = element("div", { class: "bar-row link-row", role: "group", "aria-label": say("do-link"), hidden: true }, element("label", { for: id }, say("link-address")), this.input, this.apply, this.remove, cancel, this.error);
    this.apply.addEventListener("click", () => this.set());
    this.remove.addEventListener("click", () => this.set(""));
    cancel.addEventListener("click", () => this.leave());
    // What is typed here is no part of the form.
    for (const name of ["input", "change"]) this.dom.addEventListener(name, (event) => event.stopPropagation());
    this.dom.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "Escape") this.leave();
      else if (event.key === "Enter" && event.target === this.input) this.set();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  open() {
    const { view } = this.bar.field;
    this.range = rangeOf(view.state);
    const href = this.range.mark?.attrs.href ?? "";
    this.input.value = href || addressIn(view.state, this.range);
    this.remove.hidden = !href;
    this.error.hidden = true;
    this.dom.hidden = false;
    this.input.focus();
    this.input.select();
  }

  close() {
    this.dom.hidden = true;
  }

  leave() {
    this.close();
    this.bar.field.focus();
  }

  set(typed = this.input.value.trim()) {
    const { view } = this.bar.field;
    const href = typed && completed(typed);
    if (href === null) {
      this.error.hidden = false;
      this.input.setAttribute("aria-invalid", "true");
      this.input.focus();
      return;
    }
    this.input.removeAttribute("aria-invalid");
    const { from, to, mark } = this.range;
    const { link } = view.state.schema.marks;
    const tr = view.state.tr;
    if (from === to && href) tr.insertText(href, from);
    const end = from === to && href ? from + href.length : to;
    tr.removeMark(from, end, link);
    if (href) tr.addMark(from, end, link.create({ href, title: mark?.attrs.title ?? null }));
    tr.removeStoredMark(link);
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
    this.leave();
  }
}

/** What a link would be put on: what is chosen, or the whole link one stands in. */
function rangeOf(state) {
  const { from, to, empty, $from } = state.selection;
  const { link } = state.schema.marks;
  if (!empty) {
    let mark = null;
    state.doc.nodesBetween(from, to, (node) => { mark ??= link.isInSet(node.marks) ?? null; });
    return { from, to, mark };
  }
  const mark = link.isInSet($from.marks()) ?? (($from.nodeAfter && link.isInSet($from.nodeAfter.marks)) || null);
  if (!mark) return { from, to, mark: null };
  let [start, end] = [from, to];
  const base = $from.start();
  $from.parent.forEach((node, offset) => {
    const [begin, stop] = [base + offset, base + offset + node.nodeSize];
    if (mark.isInSet(node.marks) && begin <= from && stop >= from) [start, end] = [begin, stop];
  });
  return { from: start, to: end, mark };
}

function addressIn(state, { from, to }) {
  const text = state.doc.textBetween(from, to);
  return /^(?:https?:\/\/|www\.)\S+$/.test(text) ? text : "";
}

/** An address as a link needs it; null where nobody can be led. */
export function completed(typed) {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)) return `mailto:${typed}`;
  if (/^(?:https?:\/\/|mailto:|tel:|\/|#)\S+$/i.test(typed)) return typed.replace(/\s/g, "%20");
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(typed)) return `https://${typed}`;
  return null;
}
