// The editor over a plain field. The field stays what the form sends: whoever asks it for its value gets the Markdown of
// what is seen, and whoever gives it one sees that. What nobody touched is given back byte for byte.

import { baseKeymap, chainCommands, setBlockType, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { DOMParser as Reader, Fragment, Slice } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, Selection, TextSelection } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { Bar } from "./bar.js";
import { complete } from "./complete.js";
import { block as writeWithSign, signOf } from "./markdown.js";
import { cleaned, paragraphsOf } from "./paste.js";
import { isWhole, small, whole } from "./schema.js";
import { Picture, Uploads, marking, withoutOthers } from "./uploads.js";
import { element, say } from "./words.js";

const raw = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
/** As the server ends lines. */
const lined = (text) => text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n");

/** A text as a document, which knows of each of its blocks in which lines it was written. */
export class Text {
  constructor(schema, source, blocks) {
    this.source = source;
    this.lines = lined(source).split("\n");
    this.origins = new WeakMap();
    this.blocks = blocks;
    const nodes = blocks.flatMap((block, index) => {
      const node = nodeOf(schema, block, this.lines.slice(block.first - 1, block.last).join("\n"));
      if (!node) return [];
      this.origins.set(node, { ...block, index });
      return [node];
    });
    this.doc = schema.topNodeType.createAndFill(null, Fragment.from(nodes)) ?? schema.topNodeType.createAndFill();
  }

  /** The document as Markdown; while it is the one that came, what came. */
  write(doc) {
    if (doc === this.doc || doc.eq(this.doc)) return this.source;
    const copied = new Set();
    const copy = (from, to) => {
      for (let line = from; line <= to; line += 1) copied.add(line);
      return this.lines.slice(from - 1, to).join("\n");
    };
    let out = "";
    let before = null;
    let sign = null;
    doc.forEach((node) => {
      const origin = this.origins.get(node);
      const isNext = Boolean(origin && (before ? before.index + 1 === origin.index : !out && origin.index === 0));
      let text = origin && this.lines.slice(origin.first - 1, origin.last).join("\n");
      const isAsItWas = origin && (isNext || !/^\s/.test(text) && !(sign && signOf(text) === sign));
      if (isAsItWas) {
        const gap = isNext ? copy((before?.last ?? 0) + 1, origin.first - 1) : null;
        if (isNext) out += before ? (gap ? `\n${gap}\n` : origin.first > before.last + 1 ? "\n\n" : "\n") : gap && `${gap}\n`;
        else if (out) out += "\n\n";
        if (isNext && !before && origin.first > 1 && !gap) out += "\n";
        copy(origin.first, origin.last);
        out += text;
        sign = /_list$/.test(node.type.name) ? signOf(text) : null;
        before = origin;
        return;
      }
      const written = writeWithSign(node, sign);
      before = null;
      if (written.text === null) return;
      out += (out ? "\n\n" : "") + written.text;
      sign = written.sign;
    });
    return this.rest(out, before, copied);
  }

  /** Lines that belong to no block, such as where links lead, stay: behind the last block, or where all ends. */
  rest(out, before, copied) {
    const last = this.blocks.at(-1);
    if (before && last && before.first === last.first) return out + this.lines.slice(last.last).map((line) => `\n${line}`).join("");
    const owned = new Set();
    for (const { first, last: end } of this.blocks) for (let line = first; line <= end; line += 1) owned.add(line);
    const left = this.lines.filter((line, at) => line.trim() && !owned.has(at + 1) && !copied.has(at + 1));
    return left.length ? `${out}${out ? "\n\n" : ""}${left.join("\n")}` : out;
  }
}

function nodeOf(schema, block, source) {
  const { body } = new DOMParser().parseFromString(block.html, "text/html");
  for (const dom of body.querySelectorAll("h2, h3, h4, h5, h6")) dom.dataset.level = block.level ?? Number(dom.tagName[1]) - 1;
  for (const code of body.querySelectorAll("pre > code")) code.textContent = code.textContent.replace(/\n$/, "");
  const island = () => schema.nodes.island.create({ source, html: body.innerHTML });
  if (!isWhole(schema, body) || block.is_html && body.querySelector("h2, h3, h4, h5, h6")) return island();
  const read = Reader.fromSchema(schema).parse(body);
  if (block.note != null) return schema.nodes.footnote?.create({ name: block.note }, read.content) ?? island();
  const words = read.textBetween(0, read.content.size, "", (leaf) => leaf.attrs.name ?? "");
  let pictures = body.querySelectorAll("img").length;
  read.descendants((inner) => { if (inner.type.name === "image") pictures -= 1; });
  const isSame = words.replace(/\s/g, "") === body.textContent.replace(/\s/g, "") && !pictures;
  return read.childCount === 1 && isSame ? read.firstChild : read.textContent || body.children.length ? island() : null;
}

async function fetched(schema, source) {
  if (!source.trim()) return new Text(schema, source, []);
  const response = await fetch("/me/writing/blocks", {
    method: "POST",
    body: new URLSearchParams({ text: lined(source), kind: schema === small ? "comment" : "post" }),
    headers: { Accept: "application/json" },
  });
  if (!response.ok) throw new Error(response.statusText);
  return new Text(schema, source, await response.json());
}

let fields = 0;

/** An editor over a field. */
export class Field {
  /** Opens it when the field can spare its reader: not while something is composed or the cursor stands within. */
  static async open(textarea, isComposing) {
    const schema = textarea.dataset.editor === "small" ? small : whole;
    for (;;) {
      const source = raw.get.call(textarea);
      const text = await fetched(schema, source);
      const { selectionStart: start, selectionEnd: end } = textarea;
      const isHere = document.activeElement === textarea;
      const isWithin = isHere && !(start === end && (start === 0 || start === source.length));
      if (isComposing() || isWithin) {
        await new Promise((done) => { for (const name of ["blur", "compositionend"]) textarea.addEventListener(name, () => setTimeout(done), { once: true }); });
      }
      if (!textarea.isConnected) return null;
      if (raw.get.call(textarea) !== source || isComposing()) continue;
      const field = new Field(textarea, schema, text);
      if (isHere && document.activeElement === document.body) {
        field.select(start === 0 && source ? "start" : "end");
        field.focus();
      }
      return field;
    }
  }

  constructor(textarea, schema, text) {
    fields += 1;
    Object.assign(this, { textarea, schema, text, id: textarea.id || `editor-${fields}`, isMarkdown: false, written: null });
    this.label = textarea.labels[0];
    if (this.label) this.label.id ||= `${this.id}-label`;
    this.isRequired = textarea.required;
    this.described = textarea.getAttribute("aria-describedby") ?? "";
    this.markdownHint = document.getElementById(`${this.id}-hint`);
    this.hint = element("p", { class: "hint", id: `${this.id}-editor-hint` }, say("hint"));
    this.mount = element("div", { class: "editor-mount" });
    this.uploads = textarea.dataset.files ? new Uploads(this, textarea.dataset.files) : null;
    this.bar = new Bar(this);
    this.dom = element("div", { class: `editor ${schema === small ? "small" : ""}`.trim() }, element("div", { class: "editor-head" }, this.bar.dom, this.bar.link.dom, this.bar.table, ...(this.uploads ? [this.uploads.dom] : [])), this.mount, ...(this.uploads ? [this.uploads.undescribed] : []), this.hint);
    textarea.before(this.dom);
    this.mount.after(textarea);
    this.view = new EditorView(this.mount, {
      state: this.stateOf(text.doc),
      attributes: (state) => this.attributes(state),
      dispatchTransaction: (tr) => this.dispatch(tr),
      nodeViews: { island: (node) => new Island(node), image: (node, view, getPos) => new Picture(node, view, getPos) },
      transformPastedHTML: (html) => (/data-pm-slice/.test(html) ? html : cleaned(html)),
      clipboardTextParser: (words, $context, plain, view) => this.pasted(words, view),
      handleClickOn: (view, at, node, place, event) => { if (event.target.closest("a")) event.preventDefault(); return false; },
      handleClick: (view, at, event) => event.target === view.dom && this.writeBelow(),
      handleKeyDown: (view, event) => this.key(event),
      handleDOMEvents: {
        blur: () => { this.isLeaving = false; return false; },
        // Nothing is typed into a text whose place another one is taking.
        beforeinput: (view, event) => { if (this.waiting != null) event.preventDefault(); return this.waiting != null; },
      },
      // Whoever sends a text with the cursor in it scrolls it below the bar that stays.
      scrollMargin: { top: 64, bottom: 80, left: 0, right: 0 },
      scrollThreshold: { top: 64, bottom: 80, left: 0, right: 0 },
    });
    this.swap(false);
    this.update();
    this.listen();
  }

  update() {
    this.bar.update(this.view.state);
    this.uploads?.update(this.view.state);
  }

  stateOf(doc) {
    return EditorState.create({ doc, plugins: plugins(this) });
  }

  attributes({ doc }) {
    const { textarea } = this;
    // Where there are headings of the first level, all others are read one level lower.
    let isLower = false;
    doc.forEach((node) => { isLower ||= node.type.name === "heading" && node.attrs.level === 1; });
    const described = [textarea.getAttribute("aria-describedby")?.split(" ").filter((id) => id !== this.markdownHint?.id).join(" "), this.hint.id].filter(Boolean).join(" ");
    return {
      role: "textbox", "aria-multiline": "true", "aria-haspopup": "listbox", "aria-autocomplete": "list", class: "prose editor-text", dir: "auto",
      ...(this.label ? { "aria-labelledby": this.label.id } : { "aria-label": say("text") }), "aria-describedby": described,
      ...(this.isRequired ? { "aria-required": "true" } : {}), ...(textarea.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
      ...(this.isMarkdown ? {} : { id: this.id }), ...(isLower ? { "data-lower": "" } : {}),
    };
  }

  listen() {
    const { textarea } = this;
    this.label?.addEventListener("click", () => { if (!this.isMarkdown) this.focus(); });
    const { form } = textarea;
    form?.addEventListener("formdata", (event) => {
      if (this.isMarkdown || !textarea.isConnected || !textarea.name) return;
      raw.set.call(textarea, this.value);
      event.formData.set(textarea.name, this.value);
    });
    form?.addEventListener("reset", () => setTimeout(() => this.take(textarea.defaultValue)));
    // What a browser puts back into a field by itself, it tells nobody.
    const look = () => { if (!this.isMarkdown && this.view.state.doc === this.text.doc && raw.get.call(textarea) !== this.text.source) this.take(raw.get.call(textarea)); };
    addEventListener("pageshow", look);
    addEventListener("load", () => setTimeout(look));
  }

  /** Puts the editor before the field, or the field back in its place. */
  swap(isMarkdown) {
    const { textarea } = this;
    this.isMarkdown = isMarkdown;
    this.mount.hidden = isMarkdown;
    this.hint.hidden = isMarkdown;
    if (this.markdownHint) this.markdownHint.hidden = !isMarkdown;
    textarea.hidden = !isMarkdown;
    textarea.required = isMarkdown && this.isRequired;
    textarea.id = isMarkdown ? this.id : `${this.id}-source`;
    if (isMarkdown) {
      delete textarea.value;
      delete textarea.focus;
    } else {
      Object.defineProperty(textarea, "value", { configurable: true, get: () => this.value, set: (value) => this.take(String(value)) });
      textarea.focus = () => this.focus();
    }
    this.view.setProps({});
    this.bar.markdown(isMarkdown);
    this.uploads?.update(this.view.state);
  }

  /** The Markdown of what is seen. */
  get value() {
    const { doc } = this.view.state;
    if (this.written?.doc !== doc) this.written = { doc, text: this.waiting ?? this.text.write(doc) };
    return this.waiting ?? this.written.text;
  }

  /** Another text takes the place of this one. */
  async take(source) {
    raw.set.call(this.textarea, source);
    if (source === this.value && this.waiting == null) return;
    // What is empty is there at once, so that one can go on in it.
    if (!source.trim()) {
      this.mount.removeAttribute("aria-busy");
      this.show(new Text(this.schema, source, []));
      return;
    }
    this.waiting = source;
    this.mount.setAttribute("aria-busy", "true");
    try {
      const text = await fetched(this.schema, source);
      if (this.waiting !== source) return;
      this.show(text);
    } catch {
      // The plain field shows it as well.
      if (this.waiting === source) {
        this.waiting = null;
        this.swap(true);
        raw.set.call(this.textarea, source);
      }
    }
    this.mount.removeAttribute("aria-busy");
  }

  show(text) {
    this.waiting = null;
    this.text = text;
    this.written = null;
    const hadFocus = this.view.hasFocus();
    this.view.updateState(this.stateOf(text.doc));
    this.update();
    if (hadFocus) this.select("end");
  }

  /** Between what is seen and its Markdown; what is chosen here is chosen the next time. */
  async changeView() {
    const { textarea } = this;
    if (!this.isMarkdown) {
      const { value } = this;
      this.swap(true);
      raw.set.call(textarea, value);
      textarea.focus();
      textarea.dispatchEvent(new CustomEvent("lyceum:view", { bubbles: true, detail: "markdown" }));
      return;
    }
    const source = raw.get.call(textarea);
    try {
      const text = await fetched(this.schema, source);
      if (raw.get.call(textarea) !== source) return;
      this.swap(false);
      this.show(text);
      this.focus();
      textarea.dispatchEvent(new CustomEvent("lyceum:view", { bubbles: true, detail: "formatted" }));
    } catch { /* One goes on in Markdown. */ }
  }

  dispatch(tr) {
    this.view.updateState(this.view.state.apply(tr));
    this.update();
    if (tr.docChanged) this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  focus() {
    if (this.isMarkdown) HTMLTextAreaElement.prototype.focus.call(this.textarea);
    else this.view.focus();
  }

  /** What was chosen a moment ago, the browser may not have told yet: it is looked up before the focus leaves the text. */
  settle() {
    const { view } = this;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection();
    const { doc, selection, tr } = view.state;
    if (!view.hasFocus() || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode) || !(selection instanceof TextSelection)) return;
    const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
    if (anchor === selection.anchor && head === selection.head) return;
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
  }

  select(where) {
    const { state } = this.view;
    const selection = where === "start" ? Selection.atStart(state.doc) : Selection.atEnd(state.doc);
    this.view.dispatch(state.tr.setSelection(selection));
  }

  /** Words from elsewhere: paragraphs, with their line breaks. */
  pasted(words, view) {
    const { schema } = view.state;
    if (view.state.selection.$from.parent.type.spec.code) return new Slice(Fragment.from(schema.text(words.replace(/\r\n?/g, "\n"))), 0, 0);
    const nodes = paragraphsOf(words).map((lines) => {
      const inline = lines.flatMap((line, at) => [...(at ? [schema.nodes.hard_break.create()] : []), ...(line ? [schema.text(line)] : [])]);
      return schema.nodes.paragraph.create(null, inline);
    });
    return nodes.length ? new Slice(Fragment.from(nodes), 1, 1) : Slice.empty;
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return false;
    if (event.key === "Escape") {
      this.isLeaving = true;
      return false;
    }
    const leaves = this.isLeaving && event.key === "Tab";
    if (event.key !== "Shift") this.isLeaving = false;
    if (event.key === "Tab" && !leaves) return this.tab(event.shiftKey);
    if (event.key === "F10" && event.altKey) {
      this.settle();
      this.bar.focus();
      return true;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      this.settle();
      this.bar.link.open();
      return true;
    }
    if (event.key === "ArrowDown" && this.view.endOfTextblock("down")) return this.writeBelow();
    return false;
  }

  /** Deeper into a list or on to the next cell; anywhere else Tab leaves. */
  tab(back) {
    const { state, dispatch } = this.view;
    const item = state.schema.nodes.list_item;
    if (state.schema.nodes.table && goToNextCell(back ? -1 : 1)(state, dispatch)) return true;
    return (back ? liftListItem(item) : sinkListItem(item))(state, dispatch);
  }

  /** Behind a block at the end that cannot be left otherwise, there is a paragraph to write in. */
  writeBelow() {
    const { state } = this.view;
    const { $to } = state.selection;
    const last = state.doc.lastChild;
    const isLast = $to.depth ? $to.index(0) === state.doc.childCount - 1 : true;
    if (!isLast || ["paragraph", "heading"].includes(last.type.name)) return false;
    const end = state.doc.content.size;
    const tr = state.tr.insert(end, state.schema.nodes.paragraph.create());
    this.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView());
    this.view.focus();
    return true;
  }
}

/** What is changed in the Markdown view only. */
class Island {
  constructor(node) {
    const { body } = new DOMParser().parseFromString(node.attrs.html, "text/html");
    for (const named of body.querySelectorAll("[id]")) named.removeAttribute("id");
    withoutOthers(body);
    const inside = element("div", { inert: true }, ...(node.attrs.html ? body.childNodes : [element("pre", {}, node.attrs.source)]));
    this.dom = element("div", { class: "island", role: "group", "aria-label": say("island"), title: say("island") }, inside);
  }

  ignoreMutation() {
    return true;
  }

  stopEvent() {
    return false;
  }
}

// ---- Keys, and signs that are typed

function plugins(field) {
  const { schema } = field;
  const { nodes, marks } = schema;
  const lineBreak = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  };
  const keys = {
    "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo,
    "Mod-b": toggleMark(marks.strong), "Mod-i": toggleMark(marks.em), "Mod-e": toggleMark(marks.code),
    "Shift-Enter": chainCommands(exitCodeLine, lineBreak), Enter: splitListItem(nodes.list_item), Backspace: undoInputRule,
    "Mod-Alt-0": setBlockType(nodes.paragraph),
  };
  for (const command of field.bar.commands) if (command.key && command.run) keys[command.key] = command.run;
  if (nodes.heading) for (const level of [1, 4, 5, 6]) keys[`Mod-Alt-${level}`] = setBlockType(nodes.heading, { level });
  const { "Mod-Enter": _, ...base } = baseKeymap;
  return [
    inputRules({ rules: rules(schema) }),
    complete(),
    ...(field.uploads ? [marking(field.uploads)] : []),
    keymap(keys),
    keymap(base),
    history(),
    ...(nodes.table ? [tableEditing()] : []),
  ];
}

function exitCodeLine(state, dispatch) {
  return state.selection.$from.parent.type.spec.code ? (dispatch?.(state.tr.insertText("\n").scrollIntoView()), true) : false;
}

/** Whoever knows Markdown may type it. */
function rules({ nodes, marks }) {
  const marked = (sign, type) => {
    const plain = sign.replace(/[*`~]/g, "\\$&");
    const inside = `[^\\s${plain.slice(0, 2)}]`;
    const rule = new RegExp(`(?:^|[\\s(])${plain}(${inside}|${inside}[^${plain.slice(0, 2)}]*${inside})${plain}$`);
    return new InputRule(rule, (state, [found, words], start, end) => {
      // The last of the signs is not in the text yet.
      const from = start + found.length - words.length - 2 * sign.length;
      const tr = state.tr.delete(from + sign.length + words.length, end).delete(from, from + sign.length);
      return tr.addMark(from, from + words.length, type.create()).removeStoredMark(type);
    });
  };
  return [
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    wrappingInputRule(/^\s*([-+*])\s$/, nodes.bullet_list),
    wrappingInputRule(/^(\d{1,9})[.)]\s$/, nodes.ordered_list, ([, number]) => ({ start: Number(number) }), ([, number], node) => node.childCount + node.attrs.start === Number(number)),
    textblockTypeInputRule(/^```([\w+#.-]*)\s$/, nodes.code_block, ([, language]) => ({ language })),
    ...(nodes.heading ? [textblockTypeInputRule(/^(#{1,6})\s$/, nodes.heading, ([, signs]) => ({ level: signs.length }))] : []),
    new InputRule(/^(?:---|___)$/, (state, found, start) => {
      const $start = state.doc.resolve(start);
      if ($start.depth !== 1 || $start.parent.type !== nodes.paragraph || $start.parent.textContent.length > 2) return null;
      const at = $start.before();
      const tr = state.tr.replaceWith(at, $start.after(), [nodes.horizontal_rule.create(), nodes.paragraph.create()]);
      return tr.setSelection(TextSelection.create(tr.doc, at + 2));
    }),
    marked("**", marks.strong),
    marked("*", marks.em),
    marked("`", marks.code),
    marked("~~", marks.del),
  ];
}
