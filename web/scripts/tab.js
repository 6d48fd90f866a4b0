// Which tab this is, and what the pages that are open now hold on to.
//
// The name of a tab outlives a reload and the way to another page of the site; a new tab has another one. What a page
// holds is free again as soon as the page is left, closed, or lost with its browser (Web Locks; where the browser has
// none, nobody can know).

const prefix = "lyceum-tab:";
const held = new Map(); // what this page holds, and how to let go of it

export const chance = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;

export function tab() {
  if (!window.name.startsWith(prefix)) window.name = prefix + chance();
  return window.name;
}

/** Holds on to a name for as long as the page is there; false if another page holds it. */
export async function hold(name) {
  if (!navigator.locks || held.has(name)) return true;
  const gone = new Promise((letGo) => held.set(name, letGo));
  return new Promise((answer) => {
    // The page before in this tab may be about to let go.
    navigator.locks.request(name, { signal: AbortSignal.timeout(1500) }, () => { answer(true); return gone; })
      .catch(() => { held.delete(name); answer(false); });
  });
}

export function letGo(name) {
  held.get(name)?.();
  held.delete(name);
}

/** What other open pages hold, or nothing where nobody can know. */
export async function heldElsewhere() {
  if (!navigator.locks) return null;
  try {
    const all = (await navigator.locks.query()).held.map((lock) => lock.name);
    return new Set(all.filter((name) => !held.has(name)));
  } catch { return null; }
}

addEventListener("pagehide", () => [...held.keys()].forEach(letGo));
