// Reply in place: the one comment form of the page moves under the entry it answers, and back.

import { empty, keep, restore } from "./keep.js";
import { say } from "./words.js";

let home; // where the form stands when it answers nobody
let asked; // the link that called it

export function replyInPlace() {
  const form = document.querySelector("form.comment-form");
  if (!form || form.closest(".entry")) return; // the server has put it in place already
  home = document.createComment("comment form");
  form.before(home);

  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a.reply, .comment-form .cancel");
    if (!link) return;
    event.preventDefault();
    const form = document.querySelector("form.comment-form");
    if (link.matches(".cancel")) cancel(form);
    else answer(form, link);
  });

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.(".entry form.comment-form");
    if (form && event.key === "Escape" && !event.isComposing) cancel(form);
  });
}

function answer(form, link) {
  if (form.getAttribute("aria-busy") === "true") return;
  const entry = link.closest(".entry");
  move(form, link.dataset.to, () => entry.querySelector(":scope > article").after(form));
  asked = link;
  const name = Object.assign(document.createElement("bdi"), { textContent: link.dataset.name });
  const [before, after = ""] = say("reply.to", { name: "\u0000" }).split("\u0000");
  form.querySelector("[data-heading]").replaceChildren(before, name, after);
  const close = form.querySelector(".cancel");
  close.hidden = false;
  close.href = `#${entry.id}`;
  form.querySelector("textarea").focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}

/** The form goes back to the end of the conversation. What was typed is kept under the entry it was meant for. */
export function putBack(form) {
  if (!home || !form.closest(".entry")) return;
  move(form, "", () => home.after(form));
  const heading = form.querySelector("[data-heading]");
  heading.textContent = heading.dataset.heading;
  form.querySelector(".cancel").hidden = true;
}

function cancel(form) {
  putBack(form);
  asked?.focus();
}

/** What was wrong with the form is no longer said. */
export function forgive(form) {
  form.querySelectorAll(".notice.bad, .error").forEach((shown) => shown.remove());
  form.querySelectorAll('[aria-invalid="true"]').forEach((field) => field.removeAttribute("aria-invalid"));
}

function move(form, parent, there) {
  if (form.elements.parent.value !== parent) {
    keep(form);
    empty(form);
  }
  forgive(form);
  form.elements.parent.value = parent;
  there();
  restore(form);
}
