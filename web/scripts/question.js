// A question under a post: who answered what is kept as it stands, without moving what is being read or filled in.
//
// .question[data-question="/…"] is fetched again from there; of it, .facts and .results are put in place of what is shown.
// With data-ends="MS" that happens at this moment, too: what was hidden until then can be seen. data-open says that it may
// be answered.

const pause = 4000; // so often at most
const longest = 2 ** 31 - 1; // as far as a timer reaches
let planned = null;
let last = 0;
let onEnd = () => {};

/** Looks again, soon, but not for each of many who answer at once. */
export function lookAgain() {
  if (planned || !document.querySelector(".question[data-question]")) return;
  planned = setTimeout(look, Math.max(300, last + pause - Date.now()));
}

/** Looks again when the question ends, not all open pages at once; then tells whoever shows answers elsewhere. */
export function watchEnd(whenOver) {
  onEnd = whenOver ?? onEnd;
  const end = Number(document.querySelector(".question[data-ends]")?.dataset.ends);
  if (!end) return;
  const wait = end - Date.now() + 500 + Math.random() * 2500;
  if (wait > longest) setTimeout(watchEnd, longest);
  // A clock that goes wrong asks too early: it asks again.
  else setTimeout(lookAgain, Math.max(wait, 15_000 * (wait < 0)));
}

async function look() {
  planned = null;
  last = Date.now();
  const here = document.querySelector(".question[data-question]");
  try {
    const response = await fetch(here.dataset.question, { headers: { Accept: "text/html" } });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const now = page.querySelector(".question");
    if (!now) return;
    const [facts, freshFacts] = [here, now].map((it) => it.querySelector(".facts"));
    if (facts.innerHTML !== freshFacts.innerHTML) facts.innerHTML = freshFacts.innerHTML;
    // Nobody answers any more: what is being filled in stays until it is left.
    if (!("open" in now.dataset)) here.querySelectorAll(".asks").forEach((it) => it.contains(document.activeElement) || it.remove());
    const [shown, fresh] = [here, now].map((it) => it.querySelector(".results"));
    put(shown, fresh);
    if ("ends" in now.dataset) {
      const moved = here.dataset.ends !== now.dataset.ends;
      here.dataset.ends = now.dataset.ends;
      if (moved || Number(now.dataset.ends) <= Date.now()) watchEnd();
    } else if ("ends" in here.dataset) {
      delete here.dataset.ends;
      onEnd();
    }
  } catch { /* It is looked for again with the next answer. */ }
}

function put(shown, fresh) {
  if (shown.innerHTML === fresh.innerHTML || shown.contains(document.activeElement)) return;
  // The status keeps its place on the page, so that it is read when it changes, and only then.
  const [said, says] = [shown, fresh].map((it) => it.querySelector(".people"));
  if (said.textContent !== says.textContent) said.textContent = says.textContent;
  said.className = says.className;
  [...shown.children].filter((it) => it !== said).forEach((it) => it.remove());
  shown.append(...[...fresh.children].filter((it) => it !== says).map((it) => document.importNode(it, true)));
}
