// Drafts are kept on the server as they are typed, and nothing is overwritten unseen.

import assert from "node:assert/strict";
import { eventually, openSite } from "./harness.mjs";

const site = await openSite({ LYCEUM_LIMITS: "off" });
const { test } = site;

const kept = (page) => eventually(async () => assert.match(await page.locator("[data-state]").textContent(), /^Kept \d/));
const text = (page) => page.locator("textarea[name=text]");

async function begun(people, words) {
  const page = await people.as("bram");
  await page.goto("/me/posts/new");
  await text(page).fill(words);
  await kept(page);
  return page;
}

test("a new draft is there on the next device, and where something new is begun", async (people) => {
  const page = await begun(people, "Typed, and nothing pressed");
  assert.match(page.url(), /\/me\/posts\/\d+\/$/, "the page is now that of the draft");
  const other = await people.as("bram");
  await other.goto("/me/posts/new");
  await other.getByRole("link", { name: "Typed, and nothing pressed" }).click();
  assert.equal(await text(other).inputValue(), "Typed, and nothing pressed");
  await page.reload();
  assert.equal(await text(page).inputValue(), "Typed, and nothing pressed");
  assert.equal(await page.locator(".notice").count(), 0, "there is nothing to say about it");
  await page.getByLabel("Title").fill("Published at once");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/published-at-once/);
});

test("a page that nobody typed into saves nothing, and shows what was written elsewhere", async (people) => {
  const page = await begun(people, "First words");
  const address = page.url();
  const other = await people.as("bram");
  const sent = [];
  other.on("request", (request) => { if (request.method() === "POST") sent.push(request.url()); });
  await other.goto(address);
  await text(page).fill("First words, and more");
  await eventually(async () => assert.match(await (await site.pen("bram").then((pen) => pen.read(new URL(address).pathname))), /First words, and more/));
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await eventually(async () => assert.equal(await text(other).inputValue(), "First words, and more"));
  assert.deepEqual(sent, []);
});

test("who types in two places sees both texts, and whichever is chosen stands", async (people) => {
  for (const [choice, stands] of [["Go on with mine", "The second device"], ["Take the other", "The first device"]]) {
    const one = await begun(people, "Where it began");
    const two = await people.as("bram");
    await two.goto(one.url());
    await text(one).fill("The first device");
    await eventually(async () => assert.match(await (await site.pen("bram")).read(new URL(one.url()).pathname), /The first device/));
    await text(two).fill("The second device");
    await two.getByText("Nothing has been overwritten").waitFor();
    await two.locator(".parted summary").click();
    assert.equal(await two.getByLabel("The other text").inputValue(), "The first device");
    assert.equal(await text(two).inputValue(), "The second device");
    await two.getByRole("button", { name: choice }).click();
    await eventually(async () => assert.match(await (await site.pen("bram")).read(new URL(one.url()).pathname), new RegExp(`>\\s*${stands}<`)));
    assert.equal(await text(two).inputValue(), stands);
  }
});

test("without a line the text stays on the device and goes when there is one again", async (people) => {
  const page = await begun(people, "Before the tunnel");
  await page.context().setOffline(true);
  await text(page).fill("Before the tunnel, and in it");
  await eventually(async () => assert.match(await page.locator("[data-state]").textContent(), /No connection/));
  await page.context().setOffline(false);
  await kept(page);
  assert.match(await (await site.pen("bram")).read(new URL(page.url()).pathname), /Before the tunnel, and in it/);
});

test("a slow line changes no letter and moves no cursor, and the rest goes with the next save", async (people) => {
  const page = await people.as("bram", { formatted: true });
  await page.goto("/me/posts/new");
  const field = page.locator(".editor-text");
  await field.waitFor();
  await page.route("**/me/posts/**", async (route) => {
    if (route.request().method() === "POST") await new Promise((resume) => setTimeout(resume, 1500));
    await route.continue();
  });
  await field.click();
  const saving = page.waitForRequest((request) => request.method() === "POST");
  await page.keyboard.type("Written before");
  await saving;
  await page.keyboard.type(" and while");
  for (let at = 0; at < 5; at += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("(now) ");
  await kept(page);
  await page.keyboard.type("here ");
  assert.equal(await text(page).evaluate((it) => it.value), "Written before and (now) here while");
  await eventually(async () => assert.match(await (await site.pen("bram")).read(new URL(page.url()).pathname), /Written before and \(now\) here while/));
});
