// Sending a form: once, and without losing a word when the connection or the server fails.
//
// form[data-once]  is sent by the browser; a second click does nothing.
// form[data-send]  is sent by fetch with the header "Lyceum-Send: 1". The server answers
//     201 with Location        accepted; a comment form puts the new entry in place, any other form goes there
//     a redirect               accepted as well; we go where it led
//     422 with the page        refused; the form in that page, with its errors, takes the place of this one
//     anything else or nothing the text stays, with a notice and "Try again"

import { accepted, keep } from "./keep.js";
import { placeOwn } from "./live.js";
import { forgive, putBack } from "./reply.js";
import { element, say } from "./words.js";

export function sendOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("form[data-once], form[data-send]")) return;
    if (form.getAttribute("aria-busy") === "true") return event.preventDefault();
    if (form.matches("[data-send]") && !event.submitter?.hasAttribute("data-native")) {
      event.preventDefault();
      send(form, event.submitter);
    } else {
      keep(form);
      busy(form, true);
    }
  });
  // A page that comes back from the browser's cache must be usable again.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll('form[aria-busy="true"]')) busy(form, false);
  });
}

async function send(form, submitter) {
  keep(form);
  tell(form);
  const body = new FormData(form, submitter);
  const hasFiles = form.enctype === "multipart/form-data";
  busy(form, true);

  let response;
  try {
    response = await fetch(submitter?.hasAttribute("formaction") ? submitter.formAction : form.action, {
      method: "POST",
      body: hasFiles ? body : new URLSearchParams(body),
      headers: { "Lyceum-Send": "1", Accept: "text/html" },
      credentials: "same-origin",
    });
  } catch {
    busy(form, false);
    tell(form, "offline", submitter);
    addEventListener("online", () => form.querySelector(".notice.unsent .again")?.focus(), { once: true });
    return;
  }

  const location = response.status === 201 ? response.headers.get("Location") : response.redirected && response.ok ? response.url : null;
  if (location) return arrive(form, new URL(location, document.baseURI));
  if (response.status === 422 && await showRefusal(form, response)) return;
  busy(form, false);
  tell(form, "failed", submitter);
}

/** The server has it. A comment appears where it belongs; everything else is a new page. */
async function arrive(form, url) {
  const signedOut = url.pathname.startsWith("/sign-in");
  if (!signedOut) {
    accepted(form);
    form.dataset.accepted = "";
  }
  const comment = url.hash.match(/^#comment-(\d+)$/)?.[1];
  if (comment && form.matches(".comment-form")) {
    const parent = form.elements.parent.value;
    clear(form);
    putBack(form);
    if (await placeOwn(comment, parent)) {
      busy(form, false);
      delete form.dataset.accepted;
      return;
    }
  }
  const here = url.pathname === window.location.pathname && url.search === window.location.search;
  window.location.assign(url);
  if (here) window.location.reload();
}

/** Ready for the next comment: the text is gone, a guest's name and address stay. */
function clear(form) {
  forgive(form);
  for (const field of form.elements) {
    if (field.matches("textarea")) field.value = field.defaultValue = "";
    else if (field.matches("input:not([type=hidden])")) field.defaultValue = field.value;
  }
}

/** The form as the server sent it back, with everything typed and the errors; false when there is none in the answer. */
async function showRefusal(form, response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const refused = [...page.querySelectorAll("form[data-send]")].find((other) => other.getAttribute("action") === form.getAttribute("action"));
  if (!refused) return false;
  const renewed = document.adoptNode(refused);
  form.replaceWith(renewed);
  const first = renewed.querySelector('[aria-invalid="true"], [role="alert"]');
  if (first?.matches('[role="alert"]')) first.tabIndex = -1;
  first?.focus();
  renewed.dispatchEvent(new CustomEvent("lyceum:renewed", { bubbles: true }));
  return true;
}

function busy(form, yes) {
  if (yes) form.setAttribute("aria-busy", "true");
  else form.removeAttribute("aria-busy");
  // aria-disabled rather than disabled: the focus stays where it is, and the button's name is still sent.
  for (const button of form.querySelectorAll("button:not([type=button])")) {
    if (yes) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

function tell(form, word, submitter) {
  form.querySelector(".notice.unsent")?.remove();
  if (!word) return;
  const again = element("button", { type: "button", class: "link again" }, say("again"));
  again.addEventListener("click", () => form.requestSubmit(submitter?.isConnected ? submitter : undefined));
  const notice = element("p", { class: "notice bad unsent", role: "alert" }, say(word), " ", again);
  (form.querySelector(".buttons") ?? form.lastElementChild).before(notice);
}
