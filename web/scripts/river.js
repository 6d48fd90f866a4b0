// The river, or the stream, left open: that something moved is said, and nothing that is read moves. Whoever comes back to it finds it as
// it is by now, at the line they left it by.
//
// .live has data-river="/…" (an event stream of `moved`: how many conversations moved past the first line, or how much
// happened since), and data-here, where the latest stand. data-words names what is said of the number, data-most up to where
// it is counted. Each line of .river has an id, and a link .what.

import { element, say } from "./words.js";

const key = "lyceum.river"; // by which line this tab left which page of the river

export function keepPlace() {
  const river = document.querySelector(".river");
  if (!river) return;
  const page = window.location.pathname + window.location.search;
  river.addEventListener("click", (event) => {
    const line = event.target.closest("li");
    if (!line?.id || !event.target.closest("a")) return;
    try { sessionStorage.setItem(key, JSON.stringify([page, line.id, line.getBoundingClientRect().top])); } catch { /* no memory */ }
  });
  // What a browser kept of it says what was unread before.
  addEventListener("pageshow", (event) => event.persisted && window.location.reload());
  const came = performance.getEntriesByType("navigation")[0]?.type;
  if (came === "navigate") return;
  let left;
  try { left = JSON.parse(sessionStorage.getItem(key)); } catch { /* no memory */ }
  const line = left?.[0] === page && document.getElementById(left[1]);
  if (!line) return;
  // The browser goes back to so many pixels; by now the line may stand elsewhere.
  const settle = () => {
    scrollBy({ top: line.getBoundingClientRect().top - left[2], behavior: "instant" });
    line.querySelector(".what").focus({ preventScroll: true });
  };
  if (document.readyState === "complete") settle();
  else addEventListener("load", () => setTimeout(settle));
}

export function followRiver() {
  const live = document.querySelector(".live[data-river]");
  if (!live || !("EventSource" in window)) return;
  let [source, again, tries] = [null, null, 0];
  const connect = () => {
    clearTimeout(again);
    again = null;
    source?.close();
    source = new EventSource(live.dataset.river);
    source.addEventListener("moved", ({ data }) => show(Number(data)));
    source.addEventListener("open", () => { tries = 0; });
    source.addEventListener("error", () => {
      // The browser tries again by itself, unless something answered that is no stream, as a proxy does meanwhile.
      if (source.readyState !== EventSource.CLOSED || again) return;
      const wait = Math.min(60_000, 2000 * 2 ** tries++) * (0.75 + Math.random() / 2);
      again = setTimeout(connect, wait);
    });
  };
  const show = (number) => {
    if (!number) return live.replaceChildren();
    const { words = "moved", most = 99 } = live.dataset;
    const text = say(words, { n: number > most ? `${most}+` : number });
    const shown = live.querySelector(".arrived");
    if (shown) {
      shown.textContent = text;
      return;
    }
    const pill = element("button", { type: "button", class: "pill arrived" }, text);
    // The page is read anew from its top.
    pill.addEventListener("click", () => {
      try { sessionStorage.removeItem(key); } catch { /* no memory */ }
      window.location.assign(live.dataset.here);
    });
    live.append(pill);
  };
  connect();
  let away = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) away = Date.now();
    else if (away && Date.now() - away > 60_000) connect();
  });
  addEventListener("online", connect);
  addEventListener("pagehide", () => { clearTimeout(again); source.close(); });
}
