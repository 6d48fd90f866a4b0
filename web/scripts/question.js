// A question under a post: who answered what is kept as it stands, without moving what is being read or filled in.
//
// .question[data-question="/…"] is fetched again from there; of it, .results is put in place of what is shown. With
// data-ends="MS" that happens at this moment, too: what was hidden until then can be seen.

const pause = 4000; // so often at most
const longest = 2 ** 31 - 1; // as far as a timer reaches
let planned = null;
let last = 0;

/** Looks again, soon, but not for each of many who answer at once. */
export function lookAgain() {
  if (planned || !document.querySelector(".question[data-question]")) return;
  planned = setTimeout(look, Math.max(300, last + pause - Date.now()));
}

/** Looks again when the question ends. */
export function watchEnd() {
  const end = Number(document.querySelector(".question[data-ends]")?.dataset.ends);
  if (!end) return;
  const wait = end - Date.now() + 1000;
  if (wait > longest) setTimeout(watchEnd, longest);
  else if (wait > 0) setTimeout(lookAgain, wait);
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
    const [shown, fresh] = [here, now].map((it) => it.querySelector(".results"));
    const open = here.querySelector(".asks");
    // Nobody answers any more: what is being filled in stays until it is left.
    if (open && !now.querySelector(".asks") && !open.contains(document.activeElement)) open.remove();
    if (shown.innerHTML === fresh.innerHTML || shown.contains(document.activeElement)) return;
    // The status keeps its place on the page, so that it is read when it changes, and only then.
    const [said, says] = [shown, fresh].map((it) => it.querySelector(".people"));
    if (said.textContent !== says.textContent) said.textContent = says.textContent;
    said.className = says.className;
    [...shown.children].filter((it) => it !== said).forEach((it) => it.remove());
    shown.append(...[...fresh.children].filter((it) => it !== says).map((it) => document.importNode(it, true)));
  } catch { /* It is looked for again with the next answer. */ }
}
