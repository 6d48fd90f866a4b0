// New to you: entries since the last visit, marked, counted, and a key away.
//
// For members the server marks them. For strangers .conversation has data-visits="KEY" and this browser
// remembers when it was last here; marks stay for as long as the tab does.

import { forget, recall, remember } from "./memory.js";
import { element, say } from "./words.js";

const conversation = () => document.querySelector(".conversation");
/** What leads on from each line, on the pages that list notices or conversations. */
const lines = () => [...document.querySelectorAll(".notices .what")];

export function markNew() {
  const place = conversation();
  if (place) markIn(place);
  if (!place && !lines().length) return;
  document.addEventListener("keydown", (event) => {
    if (recall("keys") === "off" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    if (event.key === "n") jump(1);
    if (event.key === "p") jump(-1);
    if (event.key === "?") showKeys();
  });
}

function markIn(place) {
  const key = place.dataset.visits;
  if (key) {
    const since = lastVisit(key);
    if (since) {
      for (const entry of place.querySelectorAll(".entry:not(.is-new, [data-own])")) {
        const time = entry.querySelector(":scope > article > header time");
        if (time && Date.parse(time.dateTime) > since) mark(entry);
      }
    }
  }
  count();

  place.addEventListener("click", (event) => event.target.closest("[data-next-new]") && jump(1));
  offerKeys(place.querySelector("[data-keys-switch]"));
}

/** All keys there are, and the switch for those that do something by themselves. */
function showKeys() {
  const before = document.activeElement;
  const command = /Mac|iP(hone|ad)/.test(navigator.platform) ? "⌘" : "Ctrl";
  const keys = conversation()
    ? [[["n"], "next"], [["p"], "previous"], [[command, "Enter"], "send"], [["Esc"], "away"], [["/"], "search"], [["?"], "help"]]
    : document.querySelector(".river")
      ? [[["n"], "next-line"], [["p"], "previous-line"], [["Enter"], "open-line"], [["/"], "search"], [["?"], "help"]]
      : [[["n"], "next-notice"], [["p"], "previous-notice"], [["Enter"], "open-notice"], [["/"], "search"], [["?"], "help"]];
  const list = element("dl", {}, ...keys.flatMap(([pressed, what]) => [
    element("dt", {}, ...pressed.flatMap((key, at) => [at ? " + " : "", element("kbd", {}, key)])),
    element("dd", {}, say(`keys.${what}`)),
  ]));
  const close = element("button", { type: "button", class: "button small" }, say("close"));
  const other = element("button", { type: "button", class: "link" });
  const dialog = element("dialog", { class: "keys", "aria-labelledby": "keys-title" },
    element("h2", { id: "keys-title" }, say("keys.title")), list, element("p", { class: "buttons" }, close, other));
  offerKeys(other);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    offerKeys(conversation()?.querySelector("[data-keys-switch]"), false);
    before?.focus?.({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Whoever speaks to the device, or hits keys by chance, can switch keys that do something by themselves off. */
function offerKeys(button, anew = true) {
  if (!button) return;
  const show = () => { button.textContent = say(recall("keys") === "off" ? "keys.off" : "keys.on"); };
  if (anew) {
    button.addEventListener("click", () => {
      if (recall("keys") === "off") forget("keys");
      else remember("keys", "off");
      show();
    });
  }
  show();
  button.hidden = false;
}

/** Marks one entry as new to the reader. */
export function mark(entry) {
  if (entry.matches(".is-new, .is-gone, [data-own]")) return;
  entry.classList.add("is-new");
  const label = element("span", { class: "label new" }, say("label.new"));
  const when = entry.querySelector(":scope > article > header .when");
  if (when) when.before(label);
  else entry.querySelector(":scope > article > p")?.append(" ", label);
}

/** One is no longer new: it is one's own, or was answered. */
export function unmark(entry) {
  entry?.classList.remove("is-new");
  entry?.querySelector(":scope > article .label.new")?.remove();
}

/** Says how many are new, and shows the button to reach them. */
export function count() {
  const line = conversation()?.querySelector("[data-new]");
  if (!line) return;
  const fresh = conversation().querySelectorAll(".entry.is-new").length;
  line.hidden = fresh === 0;
  sayAtTheTop(fresh);
  if (!fresh) return;
  // The server may know of more than this page shows; beyond 99 nobody counts.
  const known = Math.max(fresh, Number(line.dataset.new) || 0);
  line.querySelector("span").textContent = say("new", { n: known > 99 ? "99+" : known });
  line.querySelector("[data-next-new]").hidden = false;
}

/** The quiet line under the post's title, for whoever only this browser knows. */
function sayAtTheTop(fresh) {
  const line = conversation().dataset.visits && document.querySelector(".news-line");
  const first = document.querySelector(".entry.is-new");
  if (!line) return;
  line.hidden = !first;
  if (!first) return;
  const link = line.querySelector("a");
  link.href = `#${first.id}`;
  link.textContent = `${say("new", { n: fresh })} ↓`;
}

/** Goes to an entry and gives it the focus, so that Tab goes on from there. */
export function goTo(entry) {
  for (const before of document.querySelectorAll(".entry.is-here")) before.classList.remove("is-here");
  entry.classList.add("is-here");
  entry.tabIndex = -1;
  entry.focus({ preventScroll: true });
  const article = entry.querySelector(":scope > article");
  // The eye can follow a step within the window; a longer way would be a journey.
  const near = Math.abs(article.getBoundingClientRect().top - innerHeight / 2) < innerHeight;
  const smooth = near && matchMedia("(prefers-reduced-motion: no-preference)").matches;
  article.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "instant" });
}

function jump(step) {
  if (!conversation()) {
    const all = lines();
    const here = all.indexOf(document.activeElement);
    const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : (here + step + all.length) % all.length];
    next.focus({ preventScroll: true });
    return next.closest("li").scrollIntoView({ block: "center", behavior: "instant" });
  }
  const fresh = [...document.querySelectorAll(".entry.is-new")];
  if (!fresh.length) return;
  const here = fresh.indexOf(document.querySelector(".entry.is-here"));
  const next = here < 0 ? (step > 0 ? 0 : fresh.length - 1) : (here + step + fresh.length) % fresh.length;
  goTo(fresh[next]);
}

function lastVisit(key) {
  let since;
  try { since = Number(sessionStorage.getItem(`lyceum.since:${key}`)); } catch { /* no memory */ }
  const visits = recall("visits") ?? {};
  if (!since) {
    since = visits[key] ?? 0;
    try { sessionStorage.setItem(`lyceum.since:${key}`, since || Date.now()); } catch { /* no memory */ }
  }
  visits[key] = Date.now();
  const newest = Object.entries(visits).sort((a, b) => b[1] - a[1]).slice(0, 300);
  remember("visits", Object.fromEntries(newest));
  return since;
}
