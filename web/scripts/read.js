// What a member reads is told to the site, entry by entry: what was new on the page or came while it was open, and was
// looked at, is new nowhere any more, and what was not is; and where they stopped they are led back to.
//
// .conversation has data-read="/…": the address that takes `entries` (numbers with commas between them), and `left`: an
// entry, 0 for the text itself, or "end". A cookie says to the site that a script tells this; without one, whatever
// stands on a page counts as read.

const unread = new Set(); // the numbers of entries that are new or came, not yet looked at
let conversation;
let again;

export function tellWhatIsRead() {
  if (document.body.dataset.member) document.cookie = `lyceum-reading=1; Path=/; Max-Age=86400; SameSite=Lax${location.protocol === "https:" ? "; Secure" : ""}`;
  conversation = document.querySelector(".conversation[data-read]");
  if (!conversation) return;
  for (const entry of conversation.querySelectorAll("li.entry.is-new")) unread.add(entry.id.replace("comment-", ""));
  if (unread.size) again = setTimeout(look, 1000);
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
    if (!box) return false;
    // One whose edge is seen was not read: half of it is, or it fills half the window.
    const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    return seen > 0 && seen >= Math.min(box.height, innerHeight) / 2;
  });
  if (entries.length) {
    entries.forEach((id) => unread.delete(id));
    const body = new URLSearchParams({ entries: entries.join(",") });
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
