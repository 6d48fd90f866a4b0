// Names after an @ and emoji after a colon, as one types: a list one can choose from, which never chooses by itself.

import { Plugin } from "prosemirror-state";
import { element, say } from "./words.js";

const most = 8;
/** Which list belongs to which view. */
const open = new WeakMap();
let lists = 0;

/** What is typed just before the cursor: a sign, and what is looked for. */
function wanted(state) {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.spec.code || state.schema.marks.code.isInSet($from.marks())) return null;
  const text = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, undefined, "\ufffc");
  const found = text.match(/(?:^|[\s(\ufffc])(@[\p{L}\p{N}_-]{1,40}|:[\p{L}\p{N}_+-]{2,30})$/u);
  if (!found) return null;
  return { sign: found[1][0], words: found[1].slice(1), from: $from.pos - found[1].length, to: $from.pos };
}

const emojiOf = (words) => {
  const like = words.toLowerCase();
  const all = say("emoji").split(";").map((line) => line.trim().split(/\s+(.*)/s)).filter(([, name]) => name);
  const found = all.filter(([, name]) => name.toLowerCase().split(/[\s,-]+/).some((word) => word.startsWith(like)));
  return found.slice(0, most).map(([sign, name]) => ({ text: sign, label: name, picture: null, sign }));
};

let asked = new Map();
async function peopleOf(words) {
  const like = words.toLowerCase();
  if (!asked.has(like)) {
    if (asked.size > 200) asked = new Map();
    const answer = fetch(`/me/writing/names?${new URLSearchParams({ q: words })}`, { headers: { Accept: "application/json" } });
    asked.set(like, answer.then((response) => (response.ok ? response.json() : [])).catch(() => []));
  }
  const people = await asked.get(like);
  return people.slice(0, most).map(({ handle, name, picture }) => ({ text: `@${handle} `, label: name, hint: `@${handle}`, picture }));
}

export function complete() {
  return new Plugin({
    view: (view) => new List(view),
    props: { handleKeyDown: (view, event) => open.get(view)?.key(event) ?? false },
  });
}

class List {
  constructor(view) {
    this.view = view;
    this.id = `choices-${lists += 1}`;
    this.dom = element("ul", { role: "listbox", id: this.id, class: "choices", "aria-label": say("choices"), hidden: true });
    this.status = element("span", { class: "visually-hidden", role: "status" });
    this.dom.addEventListener("mousedown", (event) => event.preventDefault());
    this.dom.addEventListener("click", (event) => {
      const at = [...this.dom.children].indexOf(event.target.closest("li"));
      if (at >= 0) this.choose(at);
    });
    view.dom.after(this.dom, this.status);
    view.dom.addEventListener("blur", () => this.close());
    this.found = [];
    open.set(view, this);
  }

  async update(view, before) {
    if (before && before.doc.eq(view.state.doc) && before.selection.eq(view.state.selection)) return;
    const want = view.editable && view.hasFocus() ? wanted(view.state) : null;
    const isTyped = before && !before.doc.eq(view.state.doc);
    if (!want || this.left === want.from || !this.isOpen && !isTyped) {
      if (!want) this.left = null;
      this.close();
      return;
    }
    this.want = want;
    const found = want.sign === ":" ? emojiOf(want.words) : await peopleOf(want.words);
    if (this.want !== want || view.isDestroyed) return;
    this.show(found);
  }

  get isOpen() {
    return !this.dom.hidden;
  }

  show(found) {
    this.found = found;
    if (!found.length) return this.close();
    this.dom.replaceChildren(...found.map(({ label, hint, picture, sign }, at) => element("li", { role: "option", id: `${this.id}-${at}`, "aria-selected": "false" },
      picture ? element("img", { src: picture, alt: "", width: 24, height: 24, class: "face small" }) : sign ?? "",
      element("span", {}, label), ...(hint ? [element("span", { class: "meta" }, hint)] : []))));
    this.dom.hidden = false;
    this.status.textContent = say("choices-found", { n: found.length });
    this.point(0);
    this.place();
  }

  /** Below what is typed, and within the field. */
  place() {
    const at = this.view.coordsAtPos(this.want.from);
    const around = this.dom.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
    const left = Math.max(0, Math.min(at.left - around.left, around.width - this.dom.offsetWidth));
    this.dom.style.left = `${left}px`;
    const below = at.bottom + this.dom.offsetHeight + 8 < innerHeight || at.top < this.dom.offsetHeight;
    this.dom.style.top = `${(below ? at.bottom + 4 : at.top - this.dom.offsetHeight - 4) - around.top}px`;
  }

  point(at) {
    this.at = at;
    for (const [place, option] of [...this.dom.children].entries()) option.setAttribute("aria-selected", String(place === at));
    const { dom } = this.view;
    dom.setAttribute("aria-controls", this.id);
    dom.setAttribute("aria-activedescendant", `${this.id}-${at}`);
    this.dom.children[at].scrollIntoView({ block: "nearest" });
  }

  close() {
    this.want = null;
    if (this.dom.hidden) return;
    this.dom.hidden = true;
    this.status.textContent = "";
    this.view.dom.removeAttribute("aria-controls");
    this.view.dom.removeAttribute("aria-activedescendant");
  }

  choose(at) {
    const { from, to } = this.want;
    const { text } = this.found[at];
    this.close();
    this.view.dispatch(this.view.state.tr.insertText(text, from, to).scrollIntoView());
    this.view.focus();
  }

  key(event) {
    if (!this.isOpen || event.isComposing || event.keyCode === 229) return false;
    const { length } = this.found;
    switch (event.key) {
      case "ArrowDown": this.point((this.at + 1) % length); return true;
      case "ArrowUp": this.point((this.at + length - 1) % length); return true;
      case "Enter": case "Tab":
        if (event.shiftKey || event.ctrlKey || event.metaKey) return false;
        this.choose(this.at);
        return true;
      case "Escape":
        this.left = this.want.from;
        this.close();
        // This key closed the list and says nothing more.
        event.stopPropagation();
        return true;
      default: return false;
    }
  }

  destroy() {
    open.delete(this.view);
    this.dom.remove();
    this.status.remove();
  }
}
