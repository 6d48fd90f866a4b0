// What the script says, taken from <template id="words"> so that the catalogue of the server stays the only one.
// A page without that template (or a word it lacks) gets the English below.

const english = {
  "reply.to": "Reply to {name}",
  "heading.none": "No thoughts yet",
  "heading.one": "One thought on “{title}”",
  "heading.other": "{n} thoughts on “{title}”",
  "new.other": "{n} new comments since your last visit",
  "answers.one": "{n} new comment – show",
  "answers.other": "{n} new comments – show",
  "moved.one": "One conversation moved – show",
  "moved.other": "{n} conversations moved – show",
  "happened.one": "One update – show",
  "happened.other": "{n} updates – show",
  "label.new": "New",
  "kept": "Your unsent text from last time is back.",
  "kept.discard": "Discard it",
  "kept.other": "Another unsent text of yours, from {time}, is kept on this device.",
  "kept.look": "Look at it",
  "sending": "Sending …",
  "offline": "You are not connected at the moment. Your text is kept on this device.",
  "failed": "The server could not accept this just now. Your text is kept on this device.",
  "refused": "Your text is kept on this device.",
  "signed-out": "You are no longer signed in. Your text is kept on this device: sign in in another window, then try again.",
  "again": "Try again",
  "posted": "Your comment has been posted.",
  "waiting": "Your comment is awaiting approval.",
  "live.lost": "Connection lost – new comments will appear once it is back.",
  "keys.on": "Keys n and p: on",
  "keys.off": "Keys n and p: off",
  "keys.title": "Keys",
  "keys.next": "next new comment",
  "keys.previous": "previous new comment",
  "keys.send": "post the comment you are writing",
  "keys.away": "put the reply form away; your text is kept",
  "keys.help": "show these keys",
  "keys.search": "search",
  "close": "Close",
  "theme.system": "Colours: system",
  "theme.light": "Colours: light",
  "theme.dark": "Colours: dark",
  "preview.wait": "Preparing the preview …",
  "editor.open": "Show formatted",
  "kept.now": "Kept {time}",
  "kept.waiting": "No connection: kept on this device",
  "draft.parted": "This draft was changed in another tab or on another device. Nothing has been overwritten: look at both texts and choose.",
  "draft.other": "The other text",
  "draft.mine": "Go on with mine",
  "draft.theirs": "Take the other",
  "kept.at": "Kept on this device at {time}",
};

let catalogue;

function lookUp(key) {
  catalogue ??= Object.fromEntries(
    [...(document.getElementById("words")?.content.querySelectorAll("[data-word]") ?? [])].map((word) => [word.dataset.word, word.textContent]),
  );
  return catalogue[key] ?? english[key];
}

const language = () => document.documentElement.lang || "en";

/** The word for a key with {placeholders} filled in; a value `n` chooses the plural form and is written as numbers are in the language. */
export function say(key, values = {}) {
  let text;
  if ("n" in values) {
    const form = new Intl.PluralRules(language()).select(values.n);
    text = lookUp(`${key}.${form}`) ?? lookUp(`${key}.other`);
    // Beyond what anybody counts it is "99+".
    if (typeof values.n === "number") values = { ...values, n: new Intl.NumberFormat(language()).format(values.n) };
  }
  text ??= lookUp(key) ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A moment as the reader writes it: the time of a day that is today, else with its date. */
export function moment(at) {
  const [when, today] = [new Date(at), new Date()];
  const [own] = navigator.languages.filter((tag) => tag.split("-")[0] === language().split("-")[0]);
  const day = when.toDateString() === today.toDateString() ? {} : { day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(own ?? language(), { hour: "numeric", minute: "2-digit", ...day }).format(when);
}

/** A new element with attributes and children; no HTML text is ever parsed here. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
