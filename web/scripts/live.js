// A page left open: new entries come in by themselves and never move what is being read.
//
// .conversation has data-live="/…" (an event stream of {"id","parent"}; parent is null at the top) and
// data-view. An entry is fetched from /comments/ID/entry as one <li class="entry">. An entry whose place is in
// the window waits until the reader asks for it or scrolls on.

import { count, goTo, mark } from "./news.js";
import { element, say } from "./words.js";

const waiting = []; // entries fetched, not yet in place
const arrived = []; // entries in place, not yet looked at: { id, entry? }
let conversation;

export function listen() {
  conversation = document.querySelector(".conversation[data-live]");
  if (!conversation || !("EventSource" in window)) return;

  const source = new EventSource(conversation.dataset.live);
  // One after another, so that entries stand in the order in which they were said.
  let turn = Promise.resolve();
  source.addEventListener("message", ({ data }) => { turn = turn.then(() => receive(JSON.parse(data))).catch(console.error); });
  source.addEventListener("changed", ({ data }) => { turn = turn.then(() => renew(data)).catch(console.error); });
  let timer;
  source.addEventListener("open", () => {
    clearTimeout(timer);
    timer = undefined;
    showLost(false);
  });
  // A short gap is nobody's business; the browser tries again by itself, each time with an error.
  source.addEventListener("error", () => { timer ??= setTimeout(() => showLost(true), 4000); });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && window.location.reload());

  let scheduled = false;
  addEventListener("scroll", () => {
    if (scheduled || !waiting.length) return;
    scheduled = true;
    setTimeout(() => { scheduled = false; placeWaiting(); }, 200);
  }, { passive: true });
}

/** Puts one's own comment in place and goes to it; false when this page has no place for it. */
export async function placeOwn(id, parent) {
  conversation ??= document.querySelector(".conversation");
  let entry = document.getElementById(`comment-${id}`);
  if (!entry) {
    const fetched = await fetchEntry(id);
    // The stream may have been quicker: then it stands there, or waits, and is counted.
    entry = document.getElementById(`comment-${id}`);
    if (!entry) {
      const place = fetched && placeFor(fetched, parent || null);
      if (!place) return false;
      entry = fetched;
      place(entry);
      const at = waiting.findIndex((one) => one.id === id);
      if (at >= 0) waiting.splice(at, 1);
      else if (!entry.matches(".is-waiting")) addToHeading(1);
    }
  }
  const at = arrived.findIndex((one) => one.id === id);
  if (at >= 0) arrived.splice(at, 1);
  entry.classList.remove("is-new");
  entry.querySelector(":scope > article .label.new")?.remove();
  history.replaceState(history.state, "", `#comment-${id}`);
  goTo(entry);
  count();
  showArrived();
  const said = say(entry.matches(".is-waiting") ? "waiting" : "posted");
  conversation.querySelector(".live")?.append(element("span", { class: "visually-hidden" }, said));
  return true;
}

async function receive({ id, parent }) {
  id = String(id);
  if (document.getElementById(`comment-${id}`) || arrived.some((one) => one.id === id)) return;
  const known = !parent || document.getElementById(`comment-${parent}`) || waiting.some((one) => one.id === String(parent));
  const note = { id };
  arrived.push(note);
  const entry = known ? await fetchEntry(id) : null;
  if (document.getElementById(`comment-${id}`)) { // our own, placed meanwhile
    const at = arrived.indexOf(note);
    if (at >= 0) arrived.splice(at, 1);
    return;
  }
  addToHeading(1);
  if (entry) {
    waiting.push({ id, entry, parent: parent ? String(parent) : null });
    placeWaiting();
  }
  showArrived();
}

/** An entry that is here says something else now: it was edited, deleted, hidden or approved. */
async function renew(id) {
  const entry = document.getElementById(`comment-${id}`) ?? waiting.find((one) => one.id === id)?.entry;
  if (!entry || entry.querySelector(":scope > article:focus-within")) return;
  const now = await fetchEntry(id);
  if (!now) return;
  const [wasNew, wasHere] = [entry.matches(".is-new"), entry.matches(".is-here")];
  const [before, after] = [entry, now].map((it) => it.querySelector(":scope > article"));
  // Its place may say whom it answers.
  if (entry.isConnected && !before.querySelector(":scope > .in-reply-to")) after.querySelector(":scope > .in-reply-to")?.remove();
  steadily(() => {
    before.replaceWith(after);
    entry.className = now.className;
  });
  if (wasNew) mark(entry);
  entry.classList.toggle("is-here", wasHere);
  setHeading(Number(now.dataset.count));
  count();
}

async function fetchEntry(id) {
  try {
    const response = await fetch(`/comments/${id}/entry?view=${conversation.dataset.view ?? "threads"}`, { headers: { Accept: "text/html" } });
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const entry = page.querySelector("li.entry");
    if (!entry) return null;
    entry.dataset.count = entry.parentElement.dataset.count;
    return document.adoptNode(entry);
  } catch {
    return null;
  }
}

/** Places whatever can be placed unseen; with `all`, everything. */
function placeWaiting(all = false) {
  for (const one of [...waiting]) {
    const place = placeFor(one.entry, one.parent);
    if (!place) {
      // The parent may itself be waiting; otherwise this page is not where it belongs.
      if (!waiting.some((other) => other.id === one.parent)) waiting.splice(waiting.indexOf(one), 1);
      continue;
    }
    if (!all && inWindow(place.top())) continue;
    waiting.splice(waiting.indexOf(one), 1);
    if (document.getElementById(one.entry.id)) continue;
    mark(one.entry);
    steadily(() => place(one.entry));
    const note = arrived.find((other) => other.id === one.id);
    if (note) note.entry = one.entry;
  }
  count();
}

/** A function that puts an entry where it belongs, with `top()`: the height at which it will stand. Null when this page has no place for it. */
function placeFor(entry, parent) {
  const thread = conversation.querySelector(".thread");
  const view = conversation.dataset.view ?? "threads";
  if (!thread) return null;
  const made = (put, top) => Object.assign(put, { top });

  if (view === "newest") {
    if (conversation.querySelector(".paging [rel~=prev]")) return null;
    return made((it) => thread.prepend(it), () => thread.getBoundingClientRect().top);
  }
  if (view === "flat" || !parent) {
    if (conversation.querySelector(".paging [rel~=next]")) return null;
    return made((it) => {
      thread.append(it);
      conversation.querySelector(":scope > .empty")?.remove();
    }, () => thread.getBoundingClientRect().bottom);
  }

  const above = document.getElementById(`comment-${parent}`);
  if (!above) return null;
  const depth = Math.min(Number(above.dataset.depth) + 1, 7);
  entry.dataset.depth = depth;
  // As on the server: where lists still nest visibly, its place says whom it answers.
  if (depth < 4) entry.querySelector(":scope > article > .in-reply-to")?.remove();
  if (depth > 6) {
    // The sixth list takes everything deeper: after the last entry that hangs under the same parent.
    const family = new Set([parent]);
    let last = above;
    for (let next = above.nextElementSibling; next && family.has(next.dataset.parent); next = next.nextElementSibling) {
      family.add(next.id.replace("comment-", ""));
      last = next;
    }
    return made((it) => last.after(it), () => last.getBoundingClientRect().bottom);
  }
  const list = above.querySelector(":scope > ol");
  if (list?.querySelector(":scope > .rest")) return null;
  return made((it) => {
    if (list) return list.append(it);
    const form = above.querySelector(":scope > .comment-form");
    (form ?? above.querySelector(":scope > article")).after(element("ol", {}, it));
  }, () => (list ?? above).getBoundingClientRect().bottom);
}

const inWindow = (height) => !document.hidden && height > 0 && height < innerHeight;

/** Changes the page while what the reader looks at, or writes in, stays where it is. */
function steadily(change) {
  const writing = document.activeElement?.closest(".comment-form");
  const anchor = writing ?? [...document.querySelectorAll("main h1, main .prose > *, .entry > article")].find((it) => it.getBoundingClientRect().bottom > 0);
  const before = anchor?.getBoundingClientRect().top;
  const scrolled = scrollY;
  change();
  if (!anchor) return;
  const moved = anchor.getBoundingClientRect().top - before;
  // The browser's own scroll anchoring may have done it already.
  if (Math.abs(moved) > 0.5) scrollTo({ top: scrolled + moved + (scrollY - scrolled), behavior: "instant" });
}

function addToHeading(more) {
  setHeading(Number(conversation.querySelector("h2[data-count]")?.dataset.count) + more);
}

function setHeading(n) {
  const heading = conversation.querySelector("h2[data-count]");
  if (!heading || !(n > 0)) return;
  heading.dataset.count = n;
  heading.textContent = say("heading", { n, title: heading.dataset.title });
}

function showArrived() {
  const live = conversation.querySelector(".live");
  live?.querySelector(".arrived")?.remove();
  live?.querySelectorAll(".visually-hidden").forEach((old) => old.remove());
  if (!live || !arrived.length) return;
  const show = element("button", { type: "button", class: "pill arrived" }, say("answers", { n: arrived.length }));
  show.addEventListener("click", () => {
    placeWaiting(true);
    const seen = arrived.splice(0);
    showArrived();
    const first = seen.find((one) => one.entry?.isConnected);
    if (first) goTo(first.entry);
    else if (seen.length) window.location.assign(`/comments/${seen[0].id}`);
  });
  live.append(show);
}

function showLost(lost) {
  const live = conversation.querySelector(".live");
  const shown = live?.querySelector(".lost");
  if (!lost) shown?.remove();
  else if (live && !shown) live.prepend(element("span", { class: "pill quiet lost" }, say("live.lost")));
}
