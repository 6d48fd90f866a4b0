// The bell in the head: how much is new, also in the tab's title, on every page that is open.
//
// a.bell has data-bell="3". One tab of a browser listens for all of them (/me/notifications/live, an event stream of
// numbers): the one that holds the lock. The others hear it from that one.

export function ringBell() {
  const bell = document.querySelector("a.bell[data-bell]");
  if (!bell) return;
  const title = document.title;
  const [count, spoken] = [bell.querySelector(".count"), bell.querySelector("[data-said]")];
  // Something was told or seen, perhaps without the number changing.
  const rang = () => document.dispatchEvent(new CustomEvent("lyceum:bell"));
  const show = (number) => {
    const said = number > 99 ? "99+" : String(number);
    bell.dataset.bell = number;
    count.textContent = number ? said : "";
    if (spoken) spoken.textContent = number ? (number === 1 ? spoken.dataset.one : spoken.dataset.other).replace("{n}", said) : spoken.dataset.none;
    document.title = number ? `(${said}) ${title}` : title;
  };
  show(Number(bell.dataset.bell));
  if (!("EventSource" in window && "BroadcastChannel" in window && navigator.locks)) return;

  const others = new BroadcastChannel(`bell-${document.body.dataset.member}`);
  others.addEventListener("message", ({ data }) => { show(data); rang(); });
  const left = new AbortController();
  const listen = () => new Promise((done) => {
    const source = new EventSource("/me/notifications/live");
    source.addEventListener("bell", ({ data }) => {
      show(Number(data));
      others.postMessage(Number(data));
      rang();
    });
    left.signal.addEventListener("abort", () => { source.close(); done(); });
  });
  const wait = () => navigator.locks.request(`bell-${document.body.dataset.member}`, { signal: left.signal }, listen).catch(() => {});
  wait();
  addEventListener("pagehide", () => { left.abort(); others.close(); });
}
