// A page left open: new entries come in by themselves and never move what is being read.
//
// .conversation has data-live="/…" (an event stream of {"id","parent"}; parent is null at the top) and
// data-view. An entry is fetched from /comments/ID/entry as one <li class="entry">. An entry whose place is in
// the window waits until the reader asks for it or scrolls on.
//
// With every connection the stream says how often the conversation has changed. If that is not what the page was made with
// (data-changed), something may have been edited, hidden or deleted unheard: the page is fetched and compared.

import { count, goTo, mark, unmark } from "./news.js";
import { lookAgain, watchEnd } from "./question.js";
import { came } from "./read.js";
import { element, say } from "./words.js";

const waiting = []; // entries fetched, not yet in place
const arrived = []; // entries in place, not yet looked at: { id, entry? }
const put = new Set(); // entries whose change waits until the focus has left them
let conversation;

export function listen() {
  conversation = document.querySelector(".conversation[data-live]");
  if (!conversation || !("EventSource" in window)) return;

  // One after another, so that entries stand in the order in which they were said.
  let turn = Promise.resolve();
  const inTurn = (work) => { turn = turn.then(work).catch(console.error); };
  // What people answered stands beside their comments, too.
  watchEnd(() => inTurn(compare));
  let [source, last, lost, again, tries, connections] = [null, null, null, null, 0, 0];
  const connect = () => {
    clearTimeout(again);
    again = null;
    source?.close();
    const address = new URL(conversation.dataset.live, window.location);
    if (last) address.searchParams.set("after", last);
    source = new EventSource(address);
    source.addEventListener("message", ({ data, lastEventId }) => {
      last = lastEventId || last;
      inTurn(() => receive(JSON.parse(data)));
      lookAgain();
    });
    source.addEventListener("changed", ({ data }) => { inTurn(() => renew(data)); lookAgain(); });
    source.addEventListener("question", lookAgain);
    source.addEventListener("state", ({ data }) => {
      // After a restart all open pages come back at once; they need not all ask at once.
      const patience = connections++ ? Math.random() * 1500 : 0;
      if (connections > 1) lookAgain();
      if (data !== conversation.dataset.changed) setTimeout(() => inTurn(compare), patience);
    });
    source.addEventListener("post", () => { inTurn(compare); lookAgain(); });
    source.addEventListener("open", () => {
      clearTimeout(lost);
      [lost, tries] = [null, 0];
      showLost(false);
    });
    source.addEventListener("error", () => {
      // A short gap is nobody's business.
      lost ??= setTimeout(() => showLost(true), 4000);
      // The browser tries again by itself, unless something answered that is no stream, as a proxy does meanwhile.
      if (source.readyState !== EventSource.CLOSED || again) return;
      const wait = Math.min(60_000, 2000 * 2 ** tries++) * (0.75 + Math.random() / 2);
      again = setTimeout(() => { inTurn(compare); connect(); }, wait);
    });
  };
  connect();
  // A device that slept may hold a connection that has long been dead.
  let away = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) away = Date.now();
    else if (away && Date.now() - away > 60_000) connect();
  });
  addEventListener("online", connect);
  conversation.addEventListener("focusout", () => setTimeout(() => {
    for (const id of put) {
      if (document.getElementById(`comment-${id}`)?.querySelector(":scope > article:focus-within")) continue;
      put.delete(id);
      inTurn(() => renew(id));
    }
  }));
  addEventListener("pagehide", () => { clearTimeout(again); source.close(); });
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
      setHeading(Number(entry.dataset.count));
    }
  }
  const at = arrived.findIndex((one) => one.id === id);
  if (at >= 0) arrived.splice(at, 1);
  unmark(entry);
  if (parent) unmark(document.getElementById(`comment-${parent}`));
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
  came(id);
  const entry = await fetchEntry(id);
  if (document.getElementById(`comment-${id}`)) { // our own, placed meanwhile
    const at = arrived.indexOf(note);
    if (at >= 0) arrived.splice(at, 1);
    return;
  }
  if (entry) setHeading(Number(entry.dataset.count));
  else addToHeading(1);
  if (entry && known) {
    waiting.push({ id, entry, parent: parent ? String(parent) : null });
    placeWaiting();
  }
  showArrived();
}

/** An entry says something else now: it was edited, deleted, hidden or approved. Also elsewhere, it changes the number. */
async function renew(id) {
  const entry = document.getElementById(`comment-${id}`) ?? waiting.find((one) => one.id === id)?.entry;
  if (entry?.querySelector(":scope > article:focus-within")) {
    put.add(id);
    const now = await fetchEntry(id);
    return now && setHeading(Number(now.dataset.count));
  }
  const now = await fetchEntry(id);
  if (!now) return;
  if (entry) replace(entry, now);
  setHeading(Number(now.dataset.count));
  count();
}

/** Puts what an entry says now in the place of what it said. */
function replace(entry, now) {
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
}

/** What an entry says, without what only its place or this reader's visit adds. */
function saying(entry) {
  const article = entry.querySelector(":scope > article").cloneNode(true);
  article.querySelectorAll(".label.new, .in-reply-to").forEach((part) => part.remove());
  article.querySelectorAll("a.reply").forEach((link) => link.removeAttribute("href"));
  return article.innerHTML.replace(/\s+/g, " ");
}

/** Compares what stands here with the page as it would be made now. */
async function compare() {
  let page;
  try {
    const response = await fetch(window.location.pathname + window.location.search, { headers: { Accept: "text/html" } });
    // What one may no longer read does not stay on the page. What was typed is kept.
    if ([401, 403, 404, 410].includes(response.status)) return window.location.reload();
    if (!response.ok) return;
    page = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch { return; }
  const other = page.querySelector(".conversation");
  if (!other) return window.location.reload();
  comparePost(page);
  for (const entry of [...conversation.querySelectorAll("li.entry"), ...waiting.map((one) => one.entry)]) {
    const now = other.querySelector(`#${CSS.escape(entry.id)}`);
    // What came by itself may stand on another page by now, or be gone.
    if (!now) await renewOrRemove(entry);
    else if (saying(now) !== saying(entry)) {
      if (entry.querySelector(":scope > article:focus-within")) put.add(entry.id.slice(8));
      else replace(entry, document.importNode(now, true));
    }
  }
  for (const now of other.querySelectorAll("li.entry")) {
    if (!now.matches(".is-waiting, .is-gone")) await receive({ id: now.id.slice(8), parent: now.dataset.parent });
  }
  setHeading(Number(other.querySelector("h2[data-count]")?.dataset.count));
  conversation.dataset.changed = other.dataset.changed;
  count();
}

async function renewOrRemove(entry) {
  const id = entry.id.slice(8);
  const status = await fetch(`/comments/${id}/entry`).then((response) => response.status, () => 0);
  if (status !== 404) return renew(id);
  // Nobody but its writer ever saw it.
  if (!entry.contains(document.activeElement)) steadily(() => entry.remove());
}

/** The post itself may say something else by now. */
function comparePost(page) {
  for (const part of [".post > h1", ".post > .prose"]) {
    const [here, now] = [document, page].map((it) => it.querySelector(part));
    if (here && now && here.innerHTML !== now.innerHTML && !here.contains(document.activeElement)) {
      steadily(() => here.replaceWith(document.importNode(now, true)));
    }
  }
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
  // Comments behind one answer: who else comes belongs to the whole conversation.
  if (view === "answer") return null;
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
  if (!heading || !(n >= 0) || String(n) === heading.dataset.count) return;
  heading.dataset.count = n;
  if (n === 0) return heading.replaceChildren(say("heading.none"));
  // The title is set apart: it may run in another direction, and be in another language.
  const [before, after = ""] = say("heading", { n, title: "\u0000" }).split("\u0000");
  heading.replaceChildren(before, element("bdi", { lang: heading.dataset.lang }, heading.dataset.title), after);
}

const pause = 2000; // so often at most is anything said
let said = 0;
let later;

/** Says how many came. Many at once are said in a few sentences, not in one for each. */
function showArrived(now = false) {
  const wait = said + pause - Date.now();
  clearTimeout(later);
  if (!now && wait > 0 && arrived.length) {
    later = setTimeout(showArrived, wait);
    return;
  }
  const live = conversation.querySelector(".live");
  live?.querySelectorAll(".visually-hidden").forEach((old) => old.remove());
  const shown = live?.querySelector(".arrived");
  if (!live || !arrived.length) return shown?.remove();
  const text = say("answers", { n: arrived.length });
  if (shown?.textContent === text) return;
  said = Date.now();
  if (shown) {
    shown.textContent = text;
    return;
  }
  const show = element("button", { type: "button", class: "pill arrived" }, text);
  show.addEventListener("click", () => {
    placeWaiting(true);
    const seen = arrived.splice(0);
    showArrived(true);
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
