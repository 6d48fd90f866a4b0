// What someone writes is kept on the device until the server has accepted it.
//
// A form with data-keep="KEY" keeps its text fields under that key, for the member who is signed in, and under the
// parent it answers when it has one. Passwords, hidden fields and files are never kept. Kept texts are dropped after
// 60 days. A form with data-unsent came back from the server: what it holds was not taken.

import { forget, recall, remember } from "./memory.js";
import { element, say } from "./words.js";

const days = 24 * 60 * 60 * 1000;

const keyOf = (form, member = document.body.dataset.member ?? "") =>
  `kept:${member}:${form.dataset.keep}:${form.elements.parent?.value ?? ""}`;

const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.name && (field.matches("textarea") || /^(text|url|search)$/.test(field.type)));

/** Keeps what the form holds now, or forgets it when nothing differs from what the server sent. */
export function keep(form) {
  if (!form.dataset.keep) return;
  const unsent = "unsent" in form.dataset;
  const changed = fieldsOf(form).filter((field) => (unsent ? field.value.trim() : field.value !== field.defaultValue));
  const texts = Object.fromEntries(changed.map((field) => [field.name, field.value]));
  if (changed.length) remember(keyOf(form), { at: Date.now(), texts });
  else forget(keyOf(form));
}

/** The server has it: nothing needs to be kept any more. */
export function accepted(form) {
  delete form.dataset.unsent;
  if (form.dataset.keep) {
    forget(keyOf(form));
    forget(keyOf(form, ""));
  }
  form.querySelector(".notice.kept")?.remove();
}

/** Puts kept texts back into the form, with a notice; says whether there were any. */
export function restore(form) {
  form.querySelector(".notice.kept")?.remove();
  if (!form.dataset.keep || "unsent" in form.dataset) return false;
  // What somebody wrote before they signed in is theirs, too.
  const kept = recall(keyOf(form)) ?? recall(keyOf(form, ""));
  if (!kept) return false;
  let restored = false;
  for (const field of fieldsOf(form)) {
    if (field.name in kept.texts && field.value === field.defaultValue && field.value !== kept.texts[field.name]) {
      field.value = kept.texts[field.name];
      restored = true;
    }
  }
  if (restored) form.prepend(notice(form));
  return restored;
}

/** Empties the form back to what the server sent, without forgetting what is kept. */
export function empty(form) {
  for (const field of fieldsOf(form)) {
    if ("unsent" in form.dataset && field.matches("textarea")) field.defaultValue = "";
    field.value = field.defaultValue;
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
    clearTimeout(timer);
    timer = setTimeout(() => keep(form), 300);
  });
  document.addEventListener("change", (event) => event.target.form?.dataset.keep && now(event.target.form));
  addEventListener("pagehide", () => {
    for (const form of document.querySelectorAll("form[data-keep]:not([data-accepted])")) keep(form);
  });
}

function notice(form) {
  const discard = element("button", { type: "button", class: "link" }, say("kept.discard"));
  discard.addEventListener("click", () => {
    empty(form);
    accepted(form);
    form.querySelector("textarea")?.focus();
  });
  return element("p", { class: "notice quiet kept", role: "status" }, say("kept"), " ", discard);
}

function dropOld() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith("lyceum.kept:")) continue;
      const name = key.slice("lyceum.".length);
      if (!(recall(name)?.at > Date.now() - 60 * days)) forget(name);
    }
  } catch { /* no memory, nothing old */ }
}
