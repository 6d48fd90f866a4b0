// Brings the editor to the fields it is for: at once where one came to write, else when one comes into the field. Whoever
// chose the Markdown view gets the plain field, and a button that leads back.

import { recall, remember } from "./memory.js";
import { element, say } from "./words.js";

let composing = false;
const opened = new WeakSet();

export function offerEditor() {
  if (!document.body.dataset.member) return;
  addEventListener("compositionstart", () => { composing = true; }, { capture: true });
  addEventListener("compositionend", () => { composing = false; }, { capture: true });
  document.addEventListener("lyceum:view", ({ detail }) => remember("view", detail));
  document.addEventListener("lyceum:renewed", (event) => prepare(event.target));
  document.addEventListener("focusin", ({ target }) => { if (target.matches("textarea[data-editor=small]")) open(target); });
  prepare(document);
}

function prepare(within) {
  for (const field of within.querySelectorAll("textarea[data-editor]")) {
    if (recall("view") === "markdown") offer(field);
    else if (field.dataset.editor === "whole" || document.activeElement === field) open(field);
  }
}

async function open(field) {
  if (opened.has(field) || recall("view") === "markdown") return;
  opened.add(field);
  try {
    const [editor] = await Promise.all([import(document.body.dataset.editor), dress()]);
    await editor.open(field, () => composing);
  } catch {
    // The field is there; the next time one comes into it, this is tried again.
    opened.delete(field);
  }
}

let dressed;

/** Fetches the looks of the editor; without them it works as well. */
function dress() {
  dressed ??= new Promise((done) => {
    const sheet = element("link", { rel: "stylesheet", href: document.body.dataset.editorStyle });
    sheet.onload = sheet.onerror = done;
    document.head.append(sheet);
  });
  return dressed;
}

/** The way back to what is seen as it will be. */
function offer(field) {
  if (opened.has(field) || field.nextElementSibling?.matches(".to-editor")) return;
  const button = element("button", { type: "button", class: "link to-editor" }, say("editor.open"));
  button.addEventListener("click", () => {
    remember("view", "formatted");
    button.remove();
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    open(field);
  });
  field.after(button);
}
