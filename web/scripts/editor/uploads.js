// Pictures and files that are put into a text: by the buttons, pasted or dropped. Where one is to stand is marked, and the
// mark moves with the text; what is typed, chosen and focused meanwhile stays. Nothing of it is part of the text before it
// is there.

import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { drawn } from "../picture.js";
import { element, say } from "./words.js";

const marks = new PluginKey("uploads");
/** What is smaller, in bytes, is sent as it is; no side is sent longer, in pixels. */
const worthwhile = 300 * 1024;
const longest = 2560;
/** JPEG first: cameras that have another format hand over that one then. */
const pictures = "image/jpeg,image/png,image/webp,image/gif";
const isPicture = (file) => file.type.startsWith("image/") && file.type !== "image/svg+xml";

/** The marks of what is under way. */
export const marking = (uploads) => new Plugin({
  key: marks,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, set) {
      let now = set.map(tr.mapping, tr.doc);
      const { add = [], remove = [] } = tr.getMeta(marks) ?? {};
      now = now.remove(now.find(null, null, ({ id }) => remove.includes(id)));
      const made = add.map(({ id, at }) => Decoration.widget(at, () => element("span", { class: "upload-mark", "aria-hidden": "true" }), { side: -1, id, key: `upload-${id}` }));
      return made.length ? now.add(tr.doc, made) : now;
    },
  },
  props: {
    decorations: (state) => marks.getState(state),
    handlePaste: (view, event) => uploads.pasted(event, view.state.selection.from),
    handleDrop: (view, event, slice, moved) => !moved && uploads.dropped(event, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos),
  },
});

export class Uploads {
  #count = 0;
  #queue = Promise.resolve();
  /** What is not there yet and may still come. */
  #pending = new Set();

  constructor(field, address) {
    Object.assign(this, { field, address });
    this.input = element("input", { type: "file", multiple: true, hidden: true, tabindex: -1 });
    this.said = element("p", { class: "visually-hidden", role: "status" });
    this.list = element("div", { class: "uploading" });
    this.dom = element("div", {}, this.input, this.list, this.said);
    this.undescribed = element("p", { class: "hint", role: "status" });
    // What is chosen here is no part of the form.
    for (const name of ["input", "change"]) this.dom.addEventListener(name, (event) => event.stopPropagation());
    this.input.addEventListener("change", () => this.take([...this.input.files], this.at));
    const { textarea } = field;
    textarea.addEventListener("paste", (event) => this.pasted(event) && event.preventDefault());
    textarea.addEventListener("drop", (event) => this.dropped(event));
    textarea.form?.addEventListener("submit", (event) => this.submitted(event), { capture: true });
    // A file that misses the text would be opened by the browser in place of the page.
    for (const name of ["dragover", "drop"]) addEventListener(name, (event) => this.missed(event));
  }

  /** Asks for pictures, or for any files. */
  choose(kind) {
    this.at = this.field.isMarkdown ? undefined : this.field.view.state.selection.to;
    this.input.accept = kind === "file" ? "" : pictures;
    if (kind === "camera") this.input.setAttribute("capture", "environment");
    else this.input.removeAttribute("capture");
    this.input.value = "";
    this.input.click();
  }

  /** A picture from a clipboard; where it holds words as well, these are meant. */
  pasted({ clipboardData }, at) {
    const files = [...clipboardData?.files ?? []];
    const words = clipboardData?.getData("text/html").replace(/<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>|<[^>]*>/gi, "").trim();
    if (!files.length || words) return false;
    this.take(files, at);
    return true;
  }

  dropped(event, at) {
    const files = [...event.dataTransfer?.files ?? []];
    if (!files.length) return false;
    event.preventDefault();
    this.take(files, at);
    return true;
  }

  missed(event) {
    const isFile = event.dataTransfer?.types.includes("Files");
    if (!isFile || event.defaultPrevented || !this.dom.isConnected || event.target.closest?.("input[type=file], .editor, textarea")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  }

  /** A text is sent with all that was put into it: what is under way arrives first. */
  submitted(event) {
    if (!this.#pending.size || !this.dom.isConnected) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.said.textContent = say("upload-first");
    const { submitter, target } = event;
    this.submitting ??= this.settled().then((isWhole) => {
      this.submitting = null;
      if (isWhole && target.isConnected) target.requestSubmit(submitter?.isConnected ? submitter : null);
    });
  }

  /** When nothing is under way any more; answers whether all of it is there. */
  async settled() {
    const before = this.list.querySelectorAll("[role=alert]").length;
    while (this.#pending.size) await this.#queue;
    return this.list.querySelectorAll("[role=alert]").length <= before;
  }

  take(files, at) {
    const group = files.map((file) => {
      this.#count += 1;
      return { id: this.#count, file };
    });
    if (!group.length) return;
    const { textarea } = this.field;
    for (const one of group) one.line = { at: textarea.selectionEnd, value: textarea.value };
    const { size } = this.field.view.state.doc.content;
    if (!this.field.isMarkdown) this.mark({ add: group.map(({ id }) => ({ id, at: Math.min(at ?? size, size) })) });
    for (const [place, one] of group.entries()) {
      const send = () => this.queue(one, group.slice(place + 1));
      one.row = new Row(one.file.name, () => this.drop(one), send);
      this.list.append(one.row.dom);
      send();
    }
  }

  queue(one, later) {
    this.#pending.add(one);
    this.#queue = this.#queue.then(() => this.upload(one, later)).finally(() => this.#pending.delete(one));
  }

  /** Says how many pictures nobody has described. */
  update({ doc }) {
    const { isMarkdown } = this.field;
    if (doc === this.counted?.doc && isMarkdown === this.counted.isMarkdown) return;
    this.counted = { doc, isMarkdown };
    let count = 0;
    if (!isMarkdown) doc.descendants(({ type, attrs }) => { if (type.name === "image" && !attrs.alt.trim()) count += 1; });
    const words = count ? say(count === 1 ? "undescribed-one" : "undescribed-other", { n: count }) : "";
    if (this.undescribed.textContent !== words) this.undescribed.textContent = words;
  }

  mark(change) {
    const { view } = this.field;
    view.dispatch(view.state.tr.setMeta(marks, change));
  }

  drop(one) {
    one.isGone = true;
    one.request?.abort();
    this.#pending.delete(one);
    if (one.row.dom.contains(document.activeElement)) this.field.focus();
    one.row.dom.remove();
    this.mark({ remove: [one.id] });
  }

  /** One after the other, so that a phone has one picture in memory. */
  async upload(one, later) {
    if (one.isGone) return;
    const { name } = one.file;
    try {
      const file = await smaller(one.file, () => one.row.says(say("upload-shrinking", { name })));
      if (one.isGone) return;
      one.row.says(say("upload-under-way", { name }));
      const told = await this.send(one, file);
      if (one.isGone) return;
      one.row.dom.remove();
      this.insert(told, one, later);
      this.said.textContent = say("upload-done", { name });
    } catch (error) {
      if (one.isGone) return;
      // What can be sent once more keeps its place.
      if (!error.mayComeLater) this.mark({ remove: [one.id] });
      one.row.fails(error.words ?? say("upload-failed", { name }), error.mayComeLater);
    }
  }

  send(one, file) {
    const body = new FormData();
    body.set("kind", isPicture(one.file) ? "picture" : "file");
    body.set("file", file, one.file.name);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      one.request = request;
      request.open("POST", this.address);
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", ({ loaded, total }) => one.row.is(loaded / total));
      request.addEventListener("error", () => reject(Object.assign(new Error("no line"), { mayComeLater: true })));
      request.addEventListener("abort", () => reject(new Error("put away")));
      request.addEventListener("load", () => {
        const told = parsed(request.responseText);
        if (request.status === 201 && told) resolve(told);
        else reject(Object.assign(new Error(request.statusText), { words: refusal(request.status, told, one.file.name), mayComeLater: ![413, 422].includes(request.status) || told?.later }));
      });
      request.send(body);
    });
  }

  /** Puts it where its mark is; those that were chosen with it come behind it. */
  insert({ address, picture, words, markdown }, one, later) {
    const { field } = this;
    if (field.isMarkdown) return this.insertLine(markdown, one, later);
    const { view } = field;
    const { schema } = view.state;
    const set = marks.getState(view.state);
    const find = (which) => set.find(null, null, (spec) => spec.id === which)[0]?.from;
    const node = picture ? schema.nodes.image.create({ src: address, alt: words }) : schema.text(words, [schema.marks.link.create({ href: address })]);
    const { tr } = view.state;
    const end = put(tr, find(one.id) ?? tr.doc.content.size, node);
    const follow = later.map(({ id }) => id).filter((id) => find(id) !== undefined);
    view.dispatch(tr.setMeta(marks, { remove: [one.id, ...follow], add: follow.map((id) => ({ id, at: end })) }));
  }

  /** In Markdown it gets lines of its own where the cursor was, however the text went on meanwhile. */
  insertLine(markdown, { line }, later) {
    const { textarea } = this.field;
    const { value } = textarea;
    const at = moved(line, value);
    const before = /\S[^\n]*$/.test(value.slice(0, at)) ? "\n\n" : "";
    textarea.setRangeText(`${before}${markdown}${value[at] && value[at] !== "\n" ? "\n\n" : ""}`, at, at, "preserve");
    for (const other of later) other.line = { at: at + before.length + markdown.length, value: textarea.value };
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Where a place of a text is after it changed. */
function moved({ at, value }, now) {
  const most = Math.min(value.length, now.length);
  let begin = 0;
  while (begin < most && value[begin] === now[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && value.at(-1 - end) === now.at(-1 - end)) end += 1;
  if (at <= begin) return at;
  return at >= value.length - end ? at + now.length - value.length : begin;
}

/** Puts a node there: a picture beside words gets a paragraph of its own. Answers where it ends. */
function put(tr, at, node) {
  const { paragraph } = node.type.schema.nodes;
  const $at = tr.doc.resolve(at);
  const { parent, parentOffset, depth } = $at;
  const isInline = parent.inlineContent && !parent.type.spec.code;
  const isAtEdge = parentOffset === 0 || parentOffset === parent.content.size;
  if (isInline && (node.isText || !parent.content.size || !isAtEdge || parent.type !== paragraph)) {
    tr.insert(at, node);
    return at + node.nodeSize;
  }
  const made = paragraph.create(null, node);
  const place = depth === 0 ? at : isInline && parentOffset === 0 ? $at.before() : $at.after();
  tr.insert(place, made);
  return place + made.nodeSize - 1;
}

/** What an upload says of itself, below the buttons. */
class Row {
  constructor(name, stop, again) {
    this.name = name;
    this.words = element("span", {}, say("upload-waiting", { name }));
    this.progress = element("progress", { max: 1, "aria-label": name });
    this.again = element("button", { type: "button", class: "link", hidden: true }, say("upload-again"));
    this.button = element("button", { type: "button", class: "link" }, say("cancel"));
    this.button.addEventListener("click", stop);
    this.again.addEventListener("click", () => {
      this.begins();
      again();
    });
    this.dom = element("div", { class: "bar-row" }, this.words, this.progress, this.again, this.button);
  }

  begins() {
    this.dom.removeAttribute("role");
    this.words.className = "";
    this.says(say("upload-waiting", { name: this.name }));
    this.progress.hidden = false;
    this.progress.removeAttribute("value");
    this.button.textContent = say("cancel");
    if (document.activeElement === this.again) this.button.focus();
    this.again.hidden = true;
  }

  says(words) {
    this.words.textContent = words;
  }

  is(part) {
    this.progress.value = part;
  }

  fails(words, mayComeLater) {
    this.progress.hidden = true;
    this.again.hidden = !mayComeLater;
    this.dom.setAttribute("role", "alert");
    this.words.className = "wrong";
    this.says(words);
    this.button.textContent = say("upload-put-away");
  }
}

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

function refusal(status, told, name) {
  if (told?.error) return `${name}: ${told.error}`;
  if (status === 401) return say("upload-signed-out", { name });
  if (status === 413) return say("upload-too-large", { name });
  if (status === 507) return say("upload-no-room", { name });
  return say("upload-failed", { name });
}

/** A picture that is no larger than a page needs. What cannot be made smaller here goes as it is. */
async function smaller(file, begin) {
  // Few browsers can read what some telephones keep; one that can makes something of it that all can.
  const isOdd = ["image/heic", "image/heif"].includes(file.type);
  if (!isOdd && !(["image/jpeg", "image/png"].includes(file.type) && file.size > worthwhile)) return file;
  begin();
  const made = await drawn(file, longest, file.type === "image/png" ? file.type : "image/jpeg").catch(() => null);
  return made && (isOdd || made.size < file.size) ? made : file;
}

// ---- A picture in the text

let shown = 0;

/** A picture with what it shows in words below it. One from elsewhere is not fetched, here as little as by its readers. */
export class Picture {
  constructor(node, view, getPos) {
    Object.assign(this, { node, view, getPos });
    shown += 1;
    const id = `picture-${shown}`;
    this.picture = isHere(node.attrs.src) ? element("img", { src: small(node.attrs.src), alt: node.attrs.alt }) : element("span", { class: "elsewhere", title: node.attrs.src }, say("image-elsewhere"));
    this.input = element("input", { id, value: node.attrs.alt, maxlength: 1000, dir: "auto", autocomplete: "off", "aria-describedby": `${id}-hint` });
    const remove = element("button", { type: "button", class: "link" }, say("image-remove"));
    remove.addEventListener("click", () => this.remove());
    this.dom = element("span", { class: "picture-here", role: "group", "aria-label": say("image") }, this.picture,
      element("span", { class: "alt" }, element("label", { for: id }, say("image-alt")), this.input, element("span", { class: "hint", id: `${id}-hint` }, say("image-hint")), remove));
    for (const name of ["input", "change"]) this.input.addEventListener(name, (event) => event.stopPropagation());
    this.input.addEventListener("input", () => this.describe());
    this.input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
      event.preventDefault();
      this.view.focus();
    });
  }

  describe() {
    const at = this.getPos();
    const { state } = this.view;
    if (at !== undefined) this.view.dispatch(state.tr.setNodeMarkup(at, null, { ...state.doc.nodeAt(at).attrs, alt: this.input.value.replace(/\s+/g, " ") }));
  }

  remove() {
    const at = this.getPos();
    if (at === undefined) return;
    this.view.dispatch(this.view.state.tr.delete(at, at + this.node.nodeSize));
    this.view.focus();
  }

  update(node) {
    if (node.type !== this.node.type || node.attrs.src !== this.node.attrs.src) return false;
    this.node = node;
    if (this.picture.tagName === "IMG") this.picture.alt = node.attrs.alt;
    if (document.activeElement !== this.input) this.input.value = node.attrs.alt;
    return true;
  }

  stopEvent(event) {
    return event.target !== this.picture && this.dom.contains(event.target) && !/^drag|^drop/.test(event.type);
  }

  ignoreMutation() {
    return true;
  }
}

const isHere = (address) => {
  try {
    return new URL(address, location.href).origin === location.origin;
  } catch {
    return false;
  }
};

/** The address of a smaller one, and of the first of what moves. */
function small(address) {
  const [, stem, width, ending] = address.match(/^(\/files\/\d+-(\d+)x\d+)\.(\w+)$/) ?? [];
  if (!stem || width <= 800 && ending !== "gif") return address;
  return `${stem}-${Math.min(width, 800)}.${ending === "gif" ? "jpg" : ending}`;
}

/** Pictures in HTML that is only shown: those from elsewhere are words. */
export function withoutOthers(root) {
  for (const image of root.querySelectorAll("img")) if (!isHere(image.getAttribute("src") ?? "")) image.replaceWith(element("span", { class: "elsewhere" }, image.alt || say("image-elsewhere")));
}
