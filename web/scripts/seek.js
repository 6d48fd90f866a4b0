// Searching: "/" opens the field, and while somebody types, people, groups and tags are suggested whose names begin so.
// Enter searches for what was typed, unless one of them was chosen with the arrow keys.

import { recall } from "./memory.js";
import { element } from "./words.js";

/** Nobody is asked before this many milliseconds of rest. */
const REST_MS = 180;

export function seek() {
  for (const field of document.querySelectorAll("input[data-seek]")) suggest(field);
  for (const menu of document.querySelectorAll("details.seek")) {
    menu.addEventListener("toggle", () => { if (menu.open) menu.querySelector("input").focus(); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || recall("keys") === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    const menu = document.querySelector("details.seek");
    const field = menu?.querySelector("input") ?? document.querySelector("input[data-seek]");
    if (!field) return;
    event.preventDefault();
    if (menu) menu.open = true;
    field.focus();
    field.select();
  });
}

function suggest(field) {
  const id = `${field.id}-hints`;
  const list = element("ul", { class: "hints", role: "listbox", id, hidden: "" });
  list.setAttribute("aria-label", field.labels[0].textContent);
  field.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" })) field.setAttribute(name, value);
  let [timer, asked, chosen] = [null, 0, -1];
  const options = () => [...list.children];

  const close = () => {
    clearTimeout(timer);
    asked += 1;
    chosen = -1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (at) => {
    const all = options();
    chosen = at;
    all.forEach((option, nth) => option.setAttribute("aria-selected", String(nth === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    }
  };
  const go = (option) => { location.assign(option.dataset.url); };

  const ask = async () => {
    const turn = asked += 1;
    const typed = field.value.trim();
    if (!typed || typed.length > 100) return close();
    let html = "";
    try {
      const answer = await fetch(`/search/hints?q=${encodeURIComponent(typed)}`);
      if (answer.status === 200) html = await answer.text();
    } catch { /* without suggestions one still searches */ }
    // Somebody typed on, or went elsewhere.
    if (turn !== asked || document.activeElement !== field) return;
    if (!html) return close();
    // It is a list of this site, which escaped every name in it.
    const made = new DOMParser().parseFromString(`<ul>${html}</ul>`, "text/html");
    list.replaceChildren(...made.querySelectorAll("li"));
    options().forEach((option, nth) => { option.id = `${id}-${nth}`; });
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  };

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, REST_MS);
  });
  field.addEventListener("compositionend", () => { timer = setTimeout(ask, REST_MS); });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const last = options().length - 1;
    if (event.key === "ArrowDown") choose(chosen >= last ? -1 : chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) go(options()[chosen]);
    else if (event.key === "Escape") {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  // Before the field loses the focus, which would close the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
}
