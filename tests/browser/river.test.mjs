// The river as people have it who come with twenty minutes and a phone: what is unread is a touch away, what was looked
// at is ticked off, also on the next device, and what moves meanwhile moves nothing that is read.

import assert from "node:assert/strict";
import { eventually, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const marguerite = await site.pen("marguerite");
const ines = await site.pen("ines");

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const long = (words) => `${words} ${"And so it goes on, from one desk to the next. ".repeat(14)}`;

/** Waits until the page has told the site of so many entries. */
function telling(page) {
  const told = new Set();
  page.on("requestfinished", (request) => {
    if (!request.url().endsWith("/read")) return;
    const entries = new URLSearchParams(request.postData()).get("entries");
    entries?.split(",").forEach((id) => told.add(id));
  });
  return told;
}

/** A conversation that Bram has been in, and what was said there since. */
async function since(title, ...words) {
  const post = await marguerite.publish(title, "What do you think?");
  await marguerite.say(post, "I begin.");
  const pen = await site.pen("bram");
  await pen.read(post);
  const said = [];
  for (const word of words) said.push(await ines.say(post, word));
  return { post, said };
}

const lineOf = (page, title) => page.locator(".river > li", { hasText: title });
const unread = (page, title) => lineOf(page, title).locator(".label.new");

test("with twenty minutes on a phone: the first unread is a touch away, and is ticked off, on the next device too", async (people) => {
  const title = "Where the time goes";
  const { said } = await since(title, long("One."), long("Two."), long("Three."));
  const page = await people.as("bram", phone);
  const told = telling(page);
  await page.goto("/");
  await page.locator(".masthead").getByRole("link", { name: "River" }).tap();
  await unread(page, title).getByText("3 unread comments").waitFor();
  await lineOf(page, title).locator(".what").tap();
  await page.waitForURL(new RegExp(`#comment-${said[0]}$`));
  await eventually(async () => assert.ok(told.has(said[0])));
  assert.ok(!told.has(said[2]), "what was not come to was not read");
  await page.goBack();
  const left = 3 - told.size;
  await eventually(async () => assert.match(await unread(page, title).textContent(), left === 1 ? /One unread/ : new RegExp(`^${left} unread`)));

  const desk = await people.as("bram");
  const toldThere = telling(desk);
  await desk.goto("/river/");
  await unread(desk, title).click();
  await desk.waitForURL((url) => url.hash.startsWith("#comment-") && url.hash !== `#comment-${said[0]}`);
  await desk.locator(`#comment-${said[2]} > article`).evaluate((it) => it.scrollIntoView({ block: "center", behavior: "instant" }));
  await eventually(async () => assert.ok(toldThere.has(said[2])));
  for (const one of [desk, page]) {
    await eventually(async () => {
      await one.goto("/river/");
      assert.equal(await unread(one, title).count(), 0);
    });
  }
});

test("an entry of which only an edge is seen is not read", async (people) => {
  const title = "On the edge";
  const { post, said } = await since(title, long("One."), long("Two."));
  const page = await people.as("bram", { viewport: { width: 1280, height: 500 } });
  const told = telling(page);
  await page.goto(post);
  // The top of the second stands at the foot of the window, by a few lines.
  await page.locator(`#comment-${said[1]} > article`).evaluate((it) => scrollBy({ top: it.getBoundingClientRect().top - innerHeight + 40, behavior: "instant" }));
  await eventually(async () => assert.ok(told.has(said[0])));
  assert.ok(!told.has(said[1]));
});

test("whoever goes back finds the line they left, also where another stands above it by now", async (people) => {
  const titles = ["Far down, one", "Far down, two", "Far down, three"];
  const posts = [];
  for (const title of titles) posts.push((await since(title, "Said.")).post);
  const page = await people.as("bram", phone);
  await page.goto("/river/");
  const line = page.locator(".river > li").nth(12);
  const id = await line.getAttribute("id");
  await line.locator(".what").scrollIntoViewIfNeeded();
  const top = await line.evaluate((it) => it.getBoundingClientRect().top);
  await line.locator(".what").tap();
  await page.waitForURL((url) => url.pathname !== "/river/");
  await marguerite.say(posts[0], "And another thing.");
  await page.goBack();
  await page.waitForURL("**/river/");
  await eventually(async () => {
    const now = await page.locator(`#${id}`).evaluate((it) => it.getBoundingClientRect().top);
    assert.ok(Math.abs(now - top) < 4, `${now} and not ${top}`);
    assert.equal(await page.evaluate(() => document.activeElement.closest("li")?.id), id);
  });
});

test("what moves while the river is open is said, and nothing that is read moves", async (people) => {
  const { post } = await since("A quiet one", "Said.");
  const other = await since("Another quiet one", "Said, too.");
  const page = await people.as("bram");
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const opened = page.waitForResponse((response) => new URL(response.url()).pathname === "/river/live");
  await page.goto("/river/");
  await opened;
  const before = await page.locator(".river").textContent();
  const requests = asked.length;
  await Promise.all([...Array(6)].map((_, at) => ines.say(post, `Word ${at}.`)));
  await ines.say(other.post, "And here.");
  const pill = page.locator(".live .arrived");
  await pill.getByText("2 conversations moved – show").waitFor();
  assert.equal(await page.locator(".river").textContent(), before);
  assert.deepEqual(asked.slice(requests), [], "and nothing is asked for each of them");
  await pill.click();
  await page.locator(".river > li").first().getByText("Another quiet one").waitFor();
  assert.equal(await pill.count(), 0);
});

test("a stranger's open river is told of what strangers may read, and of nothing else", async (people) => {
  const open = await marguerite.publish("For all", "Well?");
  const narrow = await marguerite.publish("Among us", "Well?", { audience: "community" });
  const page = await people.stranger();
  const opened = page.waitForResponse((response) => new URL(response.url()).pathname === "/river/live");
  await page.goto("/river/");
  await opened;
  await ines.say(narrow, "Between ourselves.");
  await ines.say(open, "To whom it may concern.");
  await page.locator(".live .arrived").getByText("One conversation moved – show").waitFor();
});

test("n and p go from one conversation to the next, and Enter goes there", async (people) => {
  const page = await people.as("bram");
  await page.goto("/river/");
  const links = page.locator(".river .what");
  const focused = () => page.evaluate(() => [...document.querySelectorAll(".river .what")].indexOf(document.activeElement));
  const last = await links.count() - 1;
  for (const [key, at] of [["n", 0], ["n", 1], ["p", 0], ["p", last]]) {
    await page.keyboard.press(key);
    assert.equal(await focused(), at, key);
  }
  await page.keyboard.press("?");
  await page.locator("dialog.keys").getByText("next conversation").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/river/"));
});

test("without scripts the river is read, and what stood on a page is ticked off", async (people) => {
  const title = "Plainly";
  await since(title, "One.", "Two.");
  const page = await people.as("bram", { javaScriptEnabled: false });
  await page.goto("/river/");
  assert.equal(await unread(page, title).textContent(), "2 unread comments");
  await lineOf(page, title).locator(".what").click();
  await page.goto("/river/");
  assert.equal(await unread(page, title).count(), 0);
});
