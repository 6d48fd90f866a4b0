// A draft is kept on the server as it is typed: form[data-draft], sent to its own address with `do=keep`.
//
// The server answers 200 with the number of the post and the version that it has now. A version that moved on meanwhile,
// by another tab or device, is answered 409 with what stands there: then both texts stand on the page, nothing is sent by
// itself, and its writer decides. Without a line the same text is sent again until it is there; on the device it lies
// since the key (keep.js). What an answer says changes the version and the state, never text or selection.

import { element, moment, say } from "./words.js";

/** What keeps texts on the device is another script. */
const announce = (what, form) => document.dispatchEvent(new CustomEvent(`lyceum:${what}`, { detail: form }));

const quiet = 2_000;
const longest = 10_000;
const [soonest, latest] = [500, 60_000];

export function keepDrafts() {
  const begin = (form) => form && document.body.dataset.member && new Draft(form);
  begin(document.querySelector("form[data-draft]"));
  document.addEventListener("lyceum:renewed", ({ target }) => target.matches("form[data-draft]") && begin(target));
}

class Draft {
  state = "clean";

  constructor(form) {
    this.form = form;
    this.last = this.snapshot();
    for (const name of ["input", "change", "lyceum:filled"]) form.addEventListener(name, () => this.touched());
    form.addEventListener("submit", (event) => this.submitted(event), { capture: true });
    document.addEventListener("visibilitychange", () => this.seen());
    addEventListener("online", () => this.state === "waiting" && this.save());
    if ("BroadcastChannel" in window) {
      this.others = new BroadcastChannel("lyceum-drafts");
      this.others.addEventListener("message", ({ data }) => data.post === this.post && data.edited !== this.version && this.refresh());
    }
  }

  get post() {
    return this.form.action.match(/\/me\/posts\/(\d+)\/$/)?.[1];
  }

  get version() {
    return this.form.elements.edited.value;
  }

  snapshot() {
    const data = new FormData(this.form);
    data.set("do", "keep");
    data.delete("edited");
    return new URLSearchParams(data).toString();
  }

  touched() {
    this.isSending = false;
    if (!this.form.isConnected || ["parted", "stopped"].includes(this.state)) return;
    this.typed = true;
    if (this.state === "clean") this.state = "dirty";
    if (this.state !== "dirty") return;
    this.tell("");
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.save(), quiet);
    this.late ??= setTimeout(() => this.save(), longest);
  }

  /** Sends what is typed, or once more what was sent and got no answer. */
  save(options = {}) {
    this.saving ??= this.send(options).finally(() => {
      this.saving = null;
      if (this.typed && this.state === "clean") this.touched();
    });
    return this.saving;
  }

  async send(options) {
    for (const timer of [this.soon, this.late, this.again]) clearTimeout(timer);
    this.late = null;
    const isAgain = this.state === "waiting";
    if (!isAgain) {
      const body = this.snapshot();
      this.typed = false;
      if (body === this.last || !this.hasWords()) {
        this.state = "clean";
        return;
      }
      this.unanswered = { body, values: this.values() };
    }
    const { body, values } = this.unanswered;
    this.state = "saving";
    let answer;
    let told = null;
    try {
      answer = await fetch(this.form.action, {
        method: "POST", body: new URLSearchParams(`${body}&edited=${encodeURIComponent(this.version)}`),
        headers: { Accept: "application/json" }, ...options,
      });
      told = await answer.json().catch(() => null);
    } catch {
      return this.wait();
    }
    if (!this.form.isConnected) return;
    const { status } = answer;
    if (status === 200 && told) this.kept(body, values, told);
    else if (status === 409 && told) this.part(told);
    else if (status >= 500 || [408, 429].includes(status)) this.wait();
    else if (status === 422) {
      // Nothing that could be kept as it is; the next key tries again.
      this.state = "clean";
      this.last = body;
    } else this.stop(status);
  }

  hasWords() {
    const { title, text } = this.form.elements;
    return Boolean(this.post || title.value.trim() || text.value.trim());
  }

  values() {
    const { title, text } = this.form.elements;
    return [[title, title.value], [text, text.value]];
  }

  kept(body, values, { post, edited }) {
    this.backOff = null;
    this.last = body;
    this.state = "clean";
    this.settle(post, edited, values);
    this.tell(say("kept.now", { time: moment(Date.now()) }));
    this.others?.postMessage({ post, edited });
  }

  /** The server has these words in this version: the device need not keep them any more. */
  settle(post, edited, values) {
    const { form } = this;
    if (!this.post) {
      announce("accepted", form);
      form.action = `/me/posts/${post}/`;
      form.dataset.keep = `post:${post}`;
      history.replaceState(history.state, "", form.action);
    }
    form.elements.edited.value = edited;
    for (const [field, value] of values) field.defaultValue = value;
    announce("changed", form);
  }

  wait() {
    this.state = "waiting";
    this.backOff = Math.min(latest, (this.backOff ?? soonest / 2) * 2);
    this.again = setTimeout(() => this.save(), this.backOff);
    announce("changed", this.form);
    this.tell(say("kept.waiting"));
  }

  stop(status) {
    // Whoever signs in again in another window goes on here with the next key.
    this.state = status === 401 ? "clean" : "stopped";
    this.last = null;
    announce("changed", this.form);
    this.tell(say(status === 401 ? "signed-out" : "refused"));
  }

  /** Both texts beside each other; whichever is chosen, the other was seen. */
  part({ edited, title, text, published }) {
    this.state = "parted";
    announce("changed", this.form);
    this.tell("");
    const button = (word, press) => {
      const made = element("button", { type: "button", class: "button small second" }, say(word));
      made.addEventListener("click", () => {
        notice.remove();
        press();
        this.form.elements.text.focus();
      });
      return made;
    };
    const other = element("textarea", { readonly: true, rows: 8, "aria-label": say("draft.other"), dir: "auto" });
    other.value = [title, text].filter(Boolean).join("\n\n");
    const notice = element("div", { class: "notice bad parted", role: "alert" }, element("p", {}, say("draft.parted")),
      element("details", {}, element("summary", {}, say("draft.other")), other),
      element("p", { class: "parted-choice" }, button("draft.mine", () => {
        this.form.elements.edited.value = edited;
        this.state = published ? "stopped" : "dirty";
        if (!published) this.save();
      }), " ", button("draft.theirs", () => {
        this.fill(title, text, edited);
        this.state = published ? "stopped" : "clean";
      })));
    (this.form.querySelector(".sheet") ?? this.form).prepend(notice);
    notice.scrollIntoView({ block: "nearest" });
  }

  fill(title, text, edited) {
    const { elements } = this.form;
    for (const [field, value] of [[elements.title, title], [elements.text, text]]) {
      field.value = value;
      field.defaultValue = value;
    }
    elements.edited.value = edited;
    announce("accepted", this.form);
    this.last = this.snapshot();
    this.typed = false;
  }

  /** Who comes back to a page that they did not type into sees what is there now. */
  seen() {
    if (!this.form.isConnected) return;
    if (document.visibilityState === "visible") this.refresh();
    else if (this.state === "dirty" && this.post) this.save({ keepalive: this.snapshot().length < 60_000 });
  }

  async refresh() {
    if (this.state !== "clean" || this.typed || !this.post) return;
    try {
      const answer = await fetch(this.form.action, { headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const form = page.querySelector("form[data-draft]");
      if (!form || this.state !== "clean" || this.typed || form.elements.edited.value === this.version) return;
      this.fill(form.elements.title.value, form.elements.text.value, form.elements.edited.value);
    } catch { /* It is looked at again the next time. */ }
  }

  /** What is under way arrives first, so that publishing does not collide with it. */
  submitted(event) {
    clearTimeout(this.soon);
    clearTimeout(this.late);
    this.late = null;
    if (!this.saving || this.state === "waiting") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    this.saving.then(() => {
      if (this.state !== "parted") this.form.requestSubmit(submitter);
      for (const timer of [this.soon, this.late]) clearTimeout(timer);
    });
  }

  tell(words) {
    const state = this.form.querySelector("[data-state]");
    if (state && (words || /\S/.test(state.textContent)) && state.textContent !== words) state.textContent = words;
  }
}
