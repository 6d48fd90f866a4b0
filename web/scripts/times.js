// Times as people say them: "Today, 15:41", "Monday, 09:12". The page has the date in full, so that it can be kept
// for longer than a day; a stranger's page has it in the time zone of the community, and is told their own.
//
// <body data-dates="LOCALE" data-zone="ZONE"> says how dates are written, and the zone of a member. Each
// .when, or the <time> in it, is a moment.

const moments = ":is(time.when, .when time)[datetime]";

export function tellTimes() {
  const { dates, zone, member } = document.body.dataset;
  if (!dates || !zone) return;
  const own = member ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone || zone;
  const teller = tellerFor(dates, own);
  const tellIn = (root) => {
    for (const time of root.querySelectorAll(moments)) teller(time);
  };

  tellIn(document);
  for (const name of document.querySelectorAll("[data-zone-name]")) name.textContent = own;
  // Entries that come while the page is open; and a page that is open overnight.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) tellIn(node);
  }).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("visibilitychange", () => document.hidden || tellIn(document));
  setInterval(tellIn, 600_000, document);
}

function tellerFor(dates, timeZone) {
  const format = (options) => new Intl.DateTimeFormat(dates, { timeZone, ...options });
  const clock = format({ timeStyle: "short" });
  const date = format({ dateStyle: "medium", timeStyle: "short" });
  const full = format({ dateStyle: "full", timeStyle: "short" });
  const weekday = format({ weekday: "long" });
  const calendar = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const day = (moment) => Date.parse(calendar.format(moment)) / 86_400_000;
  const nearby = new Intl.RelativeTimeFormat(dates, { numeric: "auto" });

  return (time) => {
    // A day without a time is the same day everywhere.
    if (!time.dateTime.includes("T")) return;
    const moment = Date.parse(time.dateTime);
    if (Number.isNaN(moment)) return;
    const ago = day(Date.now()) - day(moment);
    let word;
    if (ago === 0 || ago === 1) word = nearby.format(-ago, "day");
    else if (ago > 1 && ago < 7) word = weekday.format(moment);
    const text = word ? `${word[0].toLocaleUpperCase(dates)}${word.slice(1)}, ${clock.format(moment)}` : date.format(moment);
    // The page may be read out while it changes: only what is new is said.
    if (time.textContent !== text) time.textContent = text;
    const title = `${full.format(moment)} (${timeZone})`;
    if (time.title !== title) time.title = title;
  };
}
