// What a member reads is told to the site: what came while the page was open and was looked at need not be told them
// elsewhere, and where they stopped they are led back to.
//
// .conversation has data-read="/…": the address that takes `entries` (numbers with commas between them), `all` (whether
// these are all that came), and `left`: an entry, 0 for the text itself, or "end".

const unread = new Set(); // the numbers of entries that came, not yet looked at
let conversation;
let again;

export function tellWhatIsRead() {
  conversation = document.querySelector(".conversation[data-read]");
  if (!conversation) return;
  let [moved, last] = [false, null];
  addEventListener("scroll", () => { moved = true; }, { passive: true, once: true });
  // A page that is only glanced at is not one somebody stopped reading.
  const leave = () => {
    const left = (moved || scrollY > 0) && placeOfReading();
    if (!left || left === last) return;
    last = left;
    navigator.sendBeacon?.(conversation.dataset.read, new URLSearchParams({ left }));
  };
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) leave();
    else look();
  });
}

/** An entry came by itself. */
export function came(id) {
  if (!conversation) return;
  unread.add(id);
  again ??= setTimeout(look, 1000);
}

/** Looks once a second, for as long as something is unread and the page is seen, which of it stands in the window. */
async function look() {
  clearTimeout(again);
  again = null;
  if (document.hidden) return;
  const entries = [...unread].filter((id) => {
    const box = document.getElementById(`comment-${id}`)?.querySelector(":scope > article").getBoundingClientRect();
    return box && box.top < innerHeight && box.bottom > 0;
  });
  if (entries.length) {
    entries.forEach((id) => unread.delete(id));
    const body = new URLSearchParams({ entries: entries.join(","), all: unread.size === 0 });
    const told = await fetch(conversation.dataset.read, { method: "POST", body, keepalive: true }).then((response) => response.status < 500, () => false);
    if (!told) entries.forEach((id) => unread.add(id));
  }
  if (unread.size) again ??= setTimeout(look, 1000);
}

/** The first entry that still stands in the window but for its last lines; before the first one has come up half way, the text itself. */
function placeOfReading() {
  const entries = [...conversation.querySelectorAll("li.entry > article")];
  const isWhole = !conversation.querySelector(".part-of, .paging [rel~=next]");
  const end = (entries.at(-1) ?? conversation.querySelector("h2")).getBoundingClientRect().bottom;
  if (isWhole && end <= innerHeight) return "end";
  if (!(entries[0]?.getBoundingClientRect().top < innerHeight / 2)) return "0";
  const here = entries.find((article) => article.getBoundingClientRect().bottom > innerHeight / 8) ?? entries.at(-1);
  return here.parentElement.id.replace("comment-", "");
}
