// Letters leave by a real mail server, and read as they should at the other end.

import assert from "node:assert/strict";
import { once } from "node:events";
import { after } from "node:test";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { asPeopleDo, eventually, openSite } from "./harness.mjs";

const letters = [];
const server = new SMTPServer({
  secure: false,
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _, done) =>
    username === "lyceum" && password === "p@ss" ? done(null, { user: username }) : done(new Error("no")),
  onRcptTo: ({ address }, _, done) => done(address.startsWith("left.") ? Object.assign(new Error("5.1.1 No such user here"), { responseCode: 550 }) : null),
  onData: (stream, { envelope: { mailFrom: { address: sender } } }, done) => simpleParser(stream).then((letter) => { letters.push({ letter, sender }); done(); }, done),
});
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
after(() => server.close());
const { port } = server.server.address();

const site = await openSite({
  LYCEUM_MAIL_SMTP: `smtp://lyceum:p%40ss@127.0.0.1:${port}`,
  LYCEUM_MAIL_FROM: "Working in the Open <lyceum@learn.example.org>",
});

site.test("whoever joins confirms the address by a letter", async (people) => {
  const page = await people.stranger();
  await page.goto("/join");
  await page.getByLabel("Your name").fill("Zoë Ångström");
  await page.locator(".fold summary").click();
  await page.getByLabel("Handle").fill("zoe");
  await page.getByLabel("E-mail").fill("zoe@example.org");
  await page.getByLabel("Password").fill("a sentence that one likes");
  await asPeopleDo(page);
  await page.getByRole("main").getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: "Check your e-mail" }).waitFor();
  const { letter, sender } = await eventually(async () => letters.find(({ letter }) => letter.to.text === "zoe@example.org") ?? assert.fail("no letter"));
  assert.equal(letter.from.text, '"Working in the Open" <lyceum@learn.example.org>');
  assert.equal(sender, "lyceum@learn.example.org");
  assert.match(letter.messageId, /^<\d+@learn\.example\.org>$/);
  assert.equal(letter.headers.get("auto-submitted"), "auto-generated");
  assert.ok(letter.subject && letter.date);
  assert.match(letter.text, /you, we hope – is joining Working in the Open as @zoe/);
  await page.goto(letter.text.match(/http\S+/)[0]);
  await page.getByRole("main").getByRole("button").first().click();
  await page.getByRole("banner").getByText("Zoë Ångström").waitFor();
});

site.test("whoever asks for a link is sent one, good once", async (people) => {
  const page = await people.stranger();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail or handle").fill("bram@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  const { letter } = await eventually(async () => letters.find(({ letter }) => letter.to.text === "bram@example.org" && !letter.headers.has("list")) ?? assert.fail("no letter"));
  const link = letter.text.match(/http\S+/)[0];
  await page.goto(link);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("banner").getByText("Bram Hoekzema").waitFor();
  const other = await people.stranger();
  await other.goto(link);
  await other.getByRole("heading", { name: "This link is no longer valid" }).waitFor();
});

site.test("an address that the mail server refuses is stopped and named to organisers, with what to do", async (people) => {
  const page = await people.as("ines");
  await page.goto("/manage/");
  await page.locator('[action="/manage/invitations#invite"] [name="emails"]').fill("left.long.ago@example.org");
  await page.locator('[action="/manage/invitations#invite"] button').click();
  await page.locator('.notice[role="status"]').waitFor();
  await eventually(async () => {
    await page.goto("/manage/undelivered/");
    const row = await page.locator(".rows").textContent({ timeout: 1000 });
    for (const words of ["left.long.ago@example.org", "There is no such address", "5.1.1 No such user here", "Stopped"]) assert.ok(row.includes(words), row);
  });
});

/** A browser whose push service is always there; the real one answers nobody here. */
const pushService = () => {
  const made = { endpoint: "https://push.example.net/bram", keys: { p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", auth: "BTBZMqHH6r4Tts7J_aSIgg" } };
  const subscription = { toJSON: () => made, unsubscribe: async () => { localStorage.removeItem("subscribed"); return true; } };
  PushManager.prototype.getSubscription = async () => (localStorage.getItem("subscribed") ? subscription : null);
  PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
    if (!userVisibleOnly || applicationServerKey.length !== 65) throw new Error("not such a key");
    localStorage.setItem("subscribed", "yes");
    return subscription;
  };
};

site.test("a device is told by Web Push once it is turned on, shows what is pushed but not what is on screen, and leads there", async (people) => {
  const page = await people.as("karim");
  const context = page.context();
  await context.grantPermissions(["notifications"], { origin: site.url });
  await page.goto("/me/mail/");
  const panel = page.locator("[data-push]");
  const button = panel.getByRole("button", { name: "Notify me on this device" });
  await button.click();
  await panel.getByText("Notifications could not be turned on").waitFor();
  await context.addInitScript(pushService);
  await page.reload();
  await button.click();
  await panel.getByText("This browser", { exact: true }).waitFor();
  assert.match(await panel.locator("li").innerText(), /On since/);
  assert.ok(await button.isHidden() && await panel.locator("[data-push-state=unable]").isHidden());

  const cdp = await context.newCDPSession(page);
  let registrationId;
  cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => { registrationId ??= registrations[0]?.registrationId; });
  await cdp.send("ServiceWorker.enable");
  const push = async (data) => {
    await eventually(async () => assert.ok(registrationId));
    await cdp.send("ServiceWorker.deliverPushMessage", { origin: site.url, registrationId, data });
  };
  const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, tag, data: { url } }) => ({ title, tag, url })));
  const comes = async (expected, patience) => eventually(async () => assert.deepEqual((await shown()).sort((one, other) => one.tag.localeCompare(other.tag)), expected), patience);
  // Chromium forgets a notification that is asked for between its being kept and its being drawn, so a push may have to
  // be repeated; the same tag takes the place of what is there.
  const pushed = async (data, expected) => eventually(async () => {
    await push(data);
    await comes(expected, 2000);
  }, 30_000);
  await pushed(JSON.stringify({ title: "Ines answered you", tag: "1", url: "/comments/2", page: "/ines/" }), [{ title: "Ines answered you", tag: "1", url: "/comments/2" }]);
  const both = { title: "Ines and 1 other answered you", tag: "1", url: "/comments/2" };
  await pushed(JSON.stringify({ ...both, page: "/ines/" }), [both]);
  await push(JSON.stringify({ title: "On screen", tag: "2", url: "/comments/1", page: "/me/mail/" }));
  const unreadable = { title: "127.0.0.1", tag: "all", url: "/me/notifications/" };
  await pushed("nonsense", [both, unreadable]);
  const [worker] = context.serviceWorkers();
  await worker.evaluate(async () => {
    self.opened = [];
    Clients.prototype.openWindow = async (address) => { self.opened.push(address); };
    const [notification] = await self.registration.getNotifications({ tag: "1" });
    self.dispatchEvent(new NotificationEvent("notificationclick", { notification }));
  });
  await eventually(async () => assert.deepEqual(await worker.evaluate(() => self.opened), [`${site.url}/comments/2`]));
  await comes([unreadable]);
  await pushed(JSON.stringify({ ...both, page: "/ines/" }), [both, unreadable]);
  await page.goto("/ines/");
  await eventually(async () => assert.deepEqual((await shown()).map(({ tag }) => tag), ["all"], "what is read goes"));

  await page.goto("/me/settings/");
  const again = page.waitForResponse("**/me/devices");
  await page.evaluate(() => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/me/sessions/end-all" });
    document.body.append(form);
    form.submit();
  });
  assert.equal((await again).status(), 201);
  await page.goto("/me/mail/");
  assert.equal(await panel.locator("[data-push-here]").count(), 1, "the sign-in is another one, the device is the same");
  await panel.getByRole("button", { name: "Turn off" }).click();
  await button.waitFor();
  assert.equal(await panel.locator("li").count(), 0);
  assert.equal(await page.evaluate(() => localStorage.getItem("subscribed")), null);
  await page.locator(".menu summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("banner").getByText("Sign in").waitFor();
  await eventually(async () => assert.deepEqual(await shown(), [], "whoever signs out leaves nothing behind"));
});
