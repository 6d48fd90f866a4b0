// Being told on this device (Push API): turned on by a button, only where the browser can do it.
//
// section[data-push="the site's key"] shows one of its [data-push-state]; [data-push-here] is this device in the list.

const WORKER = "/push-worker.js";

export function offerPush() {
  const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!able) return;
  const section = document.querySelector("[data-push]");
  if (section) offer(section);
  tidyUp();
  document.addEventListener("submit", ({ target }) => {
    if (target.matches('[action="/sign-out"]')) navigator.serviceWorker.controller?.postMessage("end");
  });
}

const SHOWN = { on: [], offer: ["offer"], denied: ["denied"], failed: ["failed", "offer"], "too-many": ["too-many", "offer"] };

async function offer(section) {
  const show = (state) => {
    for (const one of section.querySelectorAll("[data-push-state]")) one.hidden = !SHOWN[state].includes(one.dataset.pushState);
  };
  const registration = await navigator.serviceWorker.getRegistration(WORKER).catch(() => undefined);
  const subscribed = await registration?.pushManager.getSubscription();
  if (section.querySelector("[data-push-here]")) {
    if (subscribed) return show("on");
  } else {
    // It was turned off elsewhere.
    await subscribed?.unsubscribe();
  }
  show(Notification.permission === "denied" ? "denied" : "offer");
  const button = section.querySelector("[data-push-begin]");
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    const state = await begin(section.dataset.push).catch(() => "failed");
    button.removeAttribute("aria-busy");
    show(state);
  });
}

/** Turns it on; answers what there is to say if that does not work. */
async function begin(key) {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission === "denied" ? "denied" : "offer";
  await navigator.serviceWorker.register(WORKER);
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that was made for another key cannot be used.
  await (await pushManager.getSubscription())?.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  const { endpoint, keys: { p256dh, auth } } = subscription.toJSON();
  const body = new URLSearchParams({ endpoint, p256dh, auth });
  const answer = await fetch("/me/devices", { method: "POST", headers: { "Lyceum-Send": "1" }, body }).catch(() => undefined);
  if (answer?.status === 201) {
    history.replaceState(history.state, "", answer.headers.get("Location"));
    location.reload();
    return "on";
  }
  await subscription.unsubscribe();
  return answer?.status === 429 ? "too-many" : "failed";
}

/** What is read here need not stand among the device's notifications any more. */
async function tidyUp() {
  if (Notification.permission !== "granted" || !document.body.dataset.member) return;
  const registration = await navigator.serviceWorker.getRegistration(WORKER).catch(() => undefined);
  for (const one of await registration?.getNotifications() ?? []) {
    if (one.data?.page === location.pathname) one.close();
  }
}

function bytes(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
