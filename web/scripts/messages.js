// Private messages that come while the page is open.
//
// .conversation[data-messages="/…"][data-came="…"] is fetched again when the bell rings (bell.js) and the page is seen, or
// when it is seen next; what came stands below, what was taken back is gone, and nothing moves above. Fetching it is
// reading it.


export function followMessages() {
  const place = document.querySelector(".conversation[data-messages]");
  if (!place) return;
  let [missed, busy] = [false, false];
  const look = async () => {
    if (document.hidden || busy) {
      missed = true;
      return;
    }
    [missed, busy] = [false, true];
    try {
      const response = await fetch(place.dataset.messages, { headers: { Accept: "text/html" } });
      const page = response.ok && new DOMParser().parseFromString(await response.text(), "text/html");
      if (page) renew(place, page);
    } catch {
      // The connection is away; the bell rings again when it is back.
    }
    busy = false;
    if (missed) look();
  };
  document.addEventListener("lyceum:bell", look);
  document.addEventListener("visibilitychange", () => { if (missed) look(); });
}

/** Puts in place what the fetched page shows otherwise; messages on earlier pages stay. */
function renew(place, page) {
  const list = place.querySelector(".thread");
  let came = 0;
  for (const fresh of page.querySelectorAll(".conversation[data-messages] .thread > .entry")) {
    const here = document.getElementById(fresh.id);
    // That one has read what is new to them changes nothing on an open page.
    if (here && here.classList.contains("is-gone") === fresh.classList.contains("is-gone") && textOf(here) === textOf(fresh)) continue;
    if (here?.contains(document.activeElement)) continue;
    const entry = document.adoptNode(fresh);
    entry.querySelector("#new")?.remove();
    if (here) here.replaceWith(entry);
    else {
      list.append(entry);
      came += entry.classList.contains("is-new") ? 1 : 0;
    }
  }
  if (!came) return;
  // Said again when it is the same as before.
  const live = place.querySelector(".live");
  live.textContent = "";
  setTimeout(() => { live.textContent = place.dataset.came; }, 50);
}

const textOf = (entry) => entry.querySelector(".prose")?.innerHTML ?? "";
