// What someone writes is kept on the device until the server has accepted it.
//
// A form with data-keep="KEY" keeps its text fields, and what is chosen beside them, under that key, for the member who
// is signed in, and under the parent it answers when it has one. Passwords, hidden fields and files are never kept. Kept
// texts are dropped after 60 days. A form with data-unsent came back from the server: what it holds was not taken.
//
// Every tab keeps a text of its own, so that none takes the place of another. What this tab kept comes back by itself,
// and so does what no open page holds any more. With the text goes the version of what it changes (the field `edited`):
// a text that was written on another version than the form now holds is offered and not filled in, and takes its version
// along, so that the server can tell. So does the token of its form, by which the server knows what it has already.

import { forget, keysOf, recall, remember } from "./memory.js";
import { chance, heldElsewhere, hold, letGo, tab } from "./tab.js";
import { element, moment, say } from "./words.js";

const days = 24 * 60 * 60 * 1000;
const slots = new Map(); // where the forms of this page keep their texts

const placeOf = (form, member = document.body.dataset.member ?? "") =>
  `kept:${member}:${form.dataset.keep}:${form.elements.parent?.value ?? ""}`;

const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.name && (field.matches("textarea:not([readonly])") || /^(text|email|url|search)$/.test(field.type)));

const choicesOf = (form) => [...form.elements].filter((field) => field.name && /^(radio|checkbox|select-one)$/.test(field.type));

/** Who somebody is goes with them from place to place; it is no text that can be lost. */
const isIdentity = (field) => Boolean(field.autocomplete);

const versionOf = (form) => form.elements.edited?.value ?? "";

function slotOf(form) {
  const place = placeOf(form);
  if (!slots.has(place)) slots.set(place, `${place}:${chance()}`);
  return slots.get(place);
}

/** Keeps what the form holds now, or forgets it when nothing differs from what the server sent. */
export function keep(form) {
  if (!form.dataset.keep) return;
  const unsent = "unsent" in form.dataset;
  const changed = fieldsOf(form).filter((field) => (unsent ? field.value.trim() : field.value !== field.defaultValue));
  const slot = slots.get(placeOf(form));
  if (!changed.length) {
    if (slot) drop(form);
    return;
  }
  const texts = Object.fromEntries(changed.map((field) => [field.name, field.value]));
  const choices = choicesOf(form).map((field) => [field.name, field.value, field.checked]);
  const before = slot && recall(slot);
  const at = before && JSON.stringify(before.texts) === JSON.stringify(texts) ? before.at : Date.now();
  const text = { at, tab: tab(), version: versionOf(form), once: form.elements.once?.value, texts, choices };
  while (!remember(slotOf(form), text) && makeRoom(slotOf(form)));
  settle(form);
  const state = form.matches("[data-draft]") ? null : form.querySelector("[data-state]");
  if (state && at !== before?.at) state.textContent = say("kept.at", { time: moment(at) });
}

/** A full memory gives up what is needed least: first when somebody was where, then the oldest texts of past days. */
function makeRoom(slot) {
  if (recall("visits")) {
    forget("visits");
    return true;
  }
  const past = keysOf("kept:").filter((key) => key !== slot && !(recall(key)?.at > Date.now() - days));
  const [oldest] = past.sort((one, other) => (recall(one)?.at ?? 0) - (recall(other)?.at ?? 0));
  if (oldest) forget(oldest);
  return Boolean(oldest);
}

/** A text that is kept here is this page's alone; in the copy of a tab it becomes another one. */
async function settle(form) {
  const [place, slot] = [placeOf(form), slotOf(form)];
  if (!await hold(slot) && slots.get(place) === slot) slots.delete(place);
}

/** Forgets what this form keeps. */
function drop(form) {
  const slot = slots.get(placeOf(form));
  if (!slot) return;
  forget(slot);
  letGo(slot);
  slots.delete(placeOf(form));
}

/** The server has it: nothing needs to be kept any more. */
export function accepted(form) {
  delete form.dataset.unsent;
  if (form.dataset.keep) drop(form);
  form.querySelectorAll(".notice.kept").forEach((notice) => notice.remove());
}

/** What is kept for a form, the latest first. What somebody wrote before they signed in is theirs, too. */
function keptFor(form) {
  const kept = [placeOf(form), placeOf(form, "")].flatMap((place) => keysOf(`${place}:`).map((slot) => ({ slot, ...recall(slot) })));
  const unique = kept.filter((one, at) => one.texts && kept.findIndex((other) => other.slot === one.slot) === at);
  return unique.filter((one) => one.slot !== slots.get(placeOf(form))).sort((a, b) => b.at - a.at);
}

const fits = (form, one) => (one.version ?? "") === versionOf(form);
const untouched = (form) => fieldsOf(form).every((field) => isIdentity(field) || field.value === field.defaultValue);

/** Puts kept texts back into the form, or offers them. */
export async function restore(form) {
  form.querySelectorAll(".notice.kept").forEach((notice) => notice.remove());
  if (!form.dataset.keep) return;
  const place = placeOf(form);
  const unsent = "unsent" in form.dataset;
  if (!unsent) slots.delete(place);
  const own = keptFor(form).find((one) => one.tab === tab() && fits(form, one));
  if (own && !unsent) fill(form, own);

  const held = await heldElsewhere();
  if (!form.isConnected || placeOf(form) !== place) return;
  const free = () => keptFor(form).filter((one) => !held?.has(one.slot));
  const left = held && !unsent && untouched(form) ? free().find((one) => fits(form, one)) : null;
  if (left) fill(form, left);
  for (const one of free().slice(0, 3)) offer(form, one);
}

/** Fills a form with a kept text, from now on the one that this form keeps. */
function fill(form, one) {
  const fields = fieldsOf(form).filter((field) => field.name in one.texts);
  const different = fields.filter((field) => field.value === field.defaultValue && field.value !== one.texts[field.name]);
  const restored = !untouched(form); // by the browser itself
  for (const field of different) field.value = one.texts[field.name];
  if (!restored && !different.some((field) => !isIdentity(field))) {
    // The server has these words already.
    forget(one.slot);
    if (different.length) keep(form);
    return;
  }
  for (const [name, value, checked] of one.choices ?? []) {
    for (const field of choicesOf(form)) {
      if (field.name !== name) continue;
      if (field.matches("select")) field.value = value;
      else if (field.value === value) field.checked = checked;
    }
  }
  for (const [name, value] of [["edited", one.version], ["once", one.once]]) {
    const field = form.elements[name];
    if (!field || !value || field.value === value) continue;
    form.dataset[name] ??= field.value;
    field.value = value;
  }
  if (one.slot.startsWith(`${placeOf(form)}:`)) slots.set(placeOf(form), one.slot);
  else forget(one.slot);
  keep(form);
  form.dispatchEvent(new CustomEvent("lyceum:filled"));
  show(form, say("kept"), button("kept.discard", () => discard(form)));
}

/** Says that there is another text, which nothing is done with unasked. */
function offer(form, one) {
  const fields = fieldsOf(form).filter((field) => field.name in one.texts && !isIdentity(field));
  if (fields.every((field) => field.value === one.texts[field.name])) return;
  const notice = show(form, say("kept.other", { time: moment(one.at) }), button("kept.look", () => {
    keep(form);
    empty(form);
    slots.delete(placeOf(form));
    form.querySelectorAll(".notice.kept").forEach((other) => other.remove());
    fill(form, one);
    for (const other of keptFor(form).slice(0, 3)) offer(form, other);
    form.querySelector("textarea")?.focus();
  }), button("kept.discard", () => {
    forget(one.slot);
    notice.remove();
    form.querySelector("textarea")?.focus();
  }));
}

async function discard(form) {
  empty(form);
  accepted(form);
  form.querySelector("textarea")?.focus();
  const held = await heldElsewhere();
  for (const other of keptFor(form).filter((one) => !held?.has(one.slot)).slice(0, 3)) offer(form, other);
}

/** Empties the form back to what the server sent, without forgetting what is kept. */
export function empty(form) {
  for (const field of fieldsOf(form)) {
    if (isIdentity(field)) continue;
    if ("unsent" in form.dataset && field.matches("textarea")) field.defaultValue = "";
    field.value = field.defaultValue;
  }
  for (const field of choicesOf(form)) {
    if (field.matches("select")) for (const option of field.options) option.selected = option.defaultSelected;
    else field.checked = field.defaultChecked;
  }
  for (const name of ["edited", "once"]) {
    if (form.elements[name] && form.dataset[name]) form.elements[name].value = form.dataset[name];
    delete form.dataset[name];
  }
  delete form.dataset.unsent;
}

export function keepTexts() {
  dropOld();
  for (const form of document.querySelectorAll("form[data-keep]")) restore(form);

  let timer;
  const now = (form) => { clearTimeout(timer); keep(form); };
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.dataset.keep) return;
    delete form.dataset.accepted;
    clearTimeout(timer);
    timer = setTimeout(() => keep(form), 300);
  });
  document.addEventListener("change", (event) => event.target.form?.dataset.keep && now(event.target.form));
  document.addEventListener("lyceum:changed", ({ detail }) => keep(detail));
  document.addEventListener("lyceum:accepted", ({ detail }) => accepted(detail));
  const all = () => document.querySelectorAll("form[data-keep]:not([data-accepted])");
  // Before the page lets go of what it holds.
  addEventListener("pagehide", () => all().forEach(keep), { capture: true });
  addEventListener("pageshow", (event) => event.persisted && all().forEach(keep));
}

const button = (word, press) => {
  const made = element("button", { type: "button", class: "link" }, say(word));
  made.addEventListener("click", press);
  return made;
};

function show(form, text, ...buttons) {
  const notice = element("p", { class: "notice quiet kept", role: "status" }, text, ...buttons.flatMap((one) => [" ", one]));
  const notices = form.querySelectorAll(".notice.kept");
  if (notices.length) notices[notices.length - 1].after(notice);
  else (form.querySelector(".sheet") ?? form).prepend(notice);
  return notice;
}

function dropOld() {
  for (const key of keysOf("kept:")) {
    if (!(recall(key)?.at > Date.now() - 60 * days)) forget(key);
  }
}
