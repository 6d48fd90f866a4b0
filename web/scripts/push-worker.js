// The service worker: it shows what is pushed and leads to it. It keeps no pages and answers no requests, so that nobody
// who is signed out is shown what somebody else has read.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => event.waitUntil(show(event.data)));

async function show(data) {
  let said = {};
  try {
    said = data.json();
  } catch {
    // A push that cannot be read still has to show something, or the browser ends the subscription.
  }
  const { title = self.location.hostname, body = "", lang = "", icon, tag = "all", url = "/me/notifications/", page = url } = said;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const onScreen = windows.some((one) => one.visibilityState === "visible" && new URL(one.url).pathname === page);
  await self.registration.showNotification(title, { body, lang, icon, tag, dir: "auto", silent: onScreen || undefined, data: { url, page } });
  // What somebody looks at just now does not stay. It was shown first: some browsers end a subscription that shows nothing.
  if (onScreen) for (const one of await self.registration.getNotifications({ tag })) one.close();
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data ?? {}));
});

async function lead({ url = "/me/notifications/", page = url }) {
  const address = new URL(url, self.location.origin);
  const target = address.origin === self.location.origin ? address.href : self.location.origin;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => new URL(one.url).pathname === page);
  // A click allows for one window to come to the front, so that goes first.
  const front = await there?.focus().catch(() => undefined);
  if (front) return front.navigate(target).catch(() => undefined);
  return self.clients.openWindow(target);
}

// The browser has got another address from its push service.
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

async function renew({ oldSubscription, newSubscription }) {
  const fresh = newSubscription ?? (oldSubscription && await self.registration.pushManager.subscribe(oldSubscription.options));
  if (!fresh) return;
  const { endpoint, keys: { p256dh, auth } } = fresh.toJSON();
  await fetch("/me/devices", { method: "POST", headers: { "Lyceum-Send": "1" }, body: new URLSearchParams({ endpoint, p256dh, auth }) });
}

// Whoever signs out leaves nothing behind.
self.addEventListener("message", (event) => {
  if (event.data === "end") event.waitUntil(end());
});

async function end() {
  for (const one of await self.registration.getNotifications()) one.close();
  await (await self.registration.pushManager.getSubscription())?.unsubscribe();
}
