// Sending a form: once, and without losing a word when the connection or the server fails.
//
// form[data-once]  is sent by the browser; a second click does nothing.
// form[data-send]  is sent by fetch with the header "Lyceum-Send: 1". The server answers
//     201 with Location        accepted; a comment form puts the new entry in place, any other form goes there
//     a redirect               accepted as well; we go where it led
//     422 or 401 with the page refused; the form in that page, with its errors, takes the place of this one
//     another 4xx              it will never be taken: the text stays, with what the error page says
//     anything else or nothing the text stays, with a notice and "Try again"

import { accepted, keep } from "./keep.js";
import { placeOwn } from "./live.js";
import { forgive, putBack } from "./reply.js";
import { element, say } from "./words.js";

export function sendOnce() {
  for (const form of document.querySelectorAll("form[data-send]")) keepToken(form);
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
  // While one writes a comment, the keys that send it in other places do so here.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const form = event.target.closest("form");
    if (!event.target.matches("textarea, .editor-text") || !form?.matches('.comment-form, [data-keep^="edit:"], [data-keep^="message:"]')) return;
    event.preventDefault();
    form.requestSubmit();
  });
  // A page that comes back from the browser's cache must be usable again.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll('form[aria-busy="true"]')) busy(form, false);
  });
}

/** Whoever comes back to a form that was sent sends it with the token it was sent with before. */
function keepToken(form) {
  const { sent } = history.state ?? {};
  if (form.elements.once && sent) form.elements.once.value = sent;
}

async function send(form, submitter) {
  keep(form);
  tell(form);
  const { once } = form.elements;
  if (once) history.replaceState({ ...history.state, sent: once.value }, "");
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
  const page = new DOMParser().parseFromString(await response.text().catch(() => ""), "text/html");
  if ([401, 422].includes(response.status) && showRefusal(form, page)) return;
  busy(form, false);
  const { status } = response;
  if (status === 401) tell(form, "signed-out", submitter);
  else if (status > 401 && status < 500 && ![408, 422, 425, 429].includes(status) || status === 400) tellFor(form, page);
  else tell(form, "failed", submitter);
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
    // Whoever answers a question with it may see more of the page than before.
    const answers = hasAnswered(form);
    clear(form);
    putBack(form);
    if (!answers && await placeOwn(comment, parent)) {
      busy(form, false);
      delete form.dataset.accepted;
      return;
    }
  }
  const here = url.pathname === window.location.pathname && url.search === window.location.search;
  window.location.assign(url);
  if (here) window.location.reload();
}

const answersIn = (form) => [...form.elements].filter((field) => field.matches(".answers input"));

const hasAnswered = (form) => answersIn(form).some((field) => (field.matches("[type=radio], [type=checkbox]") ? field.checked && field.value : field.value.trim()));

/** Ready for the next comment: the text is gone and so is an answer, a guest's name and address stay. */
function clear(form) {
  forgive(form);
  for (const field of answersIn(form)) {
    if (field.matches("[type=radio], [type=checkbox]")) field.checked = field.defaultChecked = field.matches("[type=radio]") && !field.value;
    else field.value = "";
  }
  for (const field of form.elements) {
    if (field.matches("textarea")) field.value = field.defaultValue = "";
    else if (field.matches("input:not([type=hidden])")) field.defaultValue = field.value;
  }
}

/** The form as the server sent it back, with everything typed and the errors; false when there is none in the answer. */
function showRefusal(form, page) {
  const refused = [...page.querySelectorAll("form[data-send]")].find((other) => other.getAttribute("action") === form.getAttribute("action"));
  if (!refused) return false;
  const renewed = document.adoptNode(refused);
  form.replaceWith(renewed);
  const first = renewed.querySelector('[aria-invalid="true"]') ?? renewed.querySelector('[role="alert"]');
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
  show(form, say(word), " ", again);
}

/** Why the server will not take it, in the words of its own page. */
function tellFor(form, page) {
  const why = [...page.querySelectorAll("main h1, main .plain > p:not(.numeral, .buttons)")].map((it) => it.textContent.trim());
  form.querySelector(".notice.unsent")?.remove();
  show(form, [...why.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)), say("refused")].join(" "));
}

function show(form, ...what) {
  const notice = element("p", { class: "notice bad unsent", role: "alert" }, ...what);
  (form.querySelector(".buttons") ?? form.lastElementChild).before(notice);
}
