// Being told on this device (Push API): turned on by a button, only where the browser can do it.
//
// section[data-push="the site's key"] shows one of its [data-push-state]; [data-push-here] is this device in the list.

// After a new password the sign-in goes on under a new token; then the device is told to the server again.

import { forget, recall, remember } from "./memory.js";

const WORKER = "/push-worker.js";
/** Whose device this browser is, for as long as they have not turned it off. */
const WHOSE = "push";
const RENEWED = ["password", "sessions", "address"];

export function offerPush() {
  const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!able) return;
  const section = document.querySelector("[data-push]");
  if (section) offer(section);
  goOn();
  tidyUp();
  document.addEventListener("submit", ({ target }) => {
    if (!target.matches('[action="/sign-out"]')) return;
    forget(WHOSE);
    navigator.serviceWorker.controller?.postMessage("end");
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
    forget(WHOSE);
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
  const answer = await send(subscription).catch(() => undefined);
  if (answer?.status === 201) {
    remember(WHOSE, document.body.dataset.member);
    history.replaceState(history.state, "", answer.headers.get("Location"));
    location.reload();
    return "on";
  }
  await subscription.unsubscribe();
  return answer?.status === 429 ? "too-many" : "failed";
}

function send(subscription) {
  const { endpoint, keys: { p256dh, auth } } = subscription.toJSON();
  return fetch("/me/devices", { method: "POST", keepalive: true, headers: { "Lyceum-Send": "1" }, body: new URLSearchParams({ endpoint, p256dh, auth }) });
}

async function goOn() {
  const renewed = location.pathname === "/me/settings/" && RENEWED.includes(new URLSearchParams(location.search).get("saved"));
  if (!renewed || !document.body.dataset.member || recall(WHOSE) !== document.body.dataset.member) return;
  const registration = await navigator.serviceWorker.getRegistration(WORKER).catch(() => undefined);
  const subscribed = await registration?.pushManager.getSubscription();
  if (subscribed) await send(subscribed).catch(() => undefined);
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
