// Nothing covers what others wrote, is too small to hit, or moves while one reads.

import assert from "node:assert/strict";
import { openSite } from "./harness.mjs";
import { tooWide } from "./kinds.mjs";

const site = await openSite();
const { test } = site;
const marguerite = await site.pen("marguerite");

test("the editor is as wide with text from last time in it as without", async (people) => {
  const page = await people.as("bram");
  await page.goto("/me/posts/new");
  const text = page.locator("textarea.text");
  const { width } = await text.boundingBox();
  await text.fill("What I had begun to say.");
  await text.blur();
  await page.reload();
  const notice = page.locator(".notice.kept");
  await notice.waitFor();
  assert.equal((await text.boundingBox()).width, width);
  assert.ok((await notice.boundingBox()).y < (await text.boundingBox()).y);
});

test("marks heaped on a letter stay within the entry that has them", async (people) => {
  const heap = "\u0301\u0303".repeat(80);
  const post = await marguerite.publish("Marks", "Who has some?");
  const above = await marguerite.say(post, "Nothing is drawn over this.");
  const marked = await (await site.pen("bram")).say(post, `a${heap} and Ω${heap} and ก${"\u0e49".repeat(100)}`);
  const page = await people.stranger();
  await page.goto(post);
  await page.evaluate(() => document.fonts.ready);
  const look = () => page.locator(`#comment-${above} > article`).screenshot();
  const withMarks = await look();
  await page.locator(`#comment-${marked}`).evaluate((it) => { it.style.visibility = "hidden"; });
  assert.ok((await look()).equals(withMarks), "something of another entry was drawn here");
  assert.equal(await page.evaluate(tooWide).then(String), "");
});

test("deep threads keep to the left half of a wide page", async (people) => {
  const post = await marguerite.publish("Down we go", "How deep?");
  let deepest = "";
  for (let level = 1; level <= 6; level++) deepest = await marguerite.say(post, `Level ${level}, and words enough to fill a line of it from one side to the other, as people write them.`, deepest);
  const page = await people.stranger({ viewport: { width: 1280, height: 900 } });
  await page.goto(post);
  const left = (await page.locator(`#comment-${deepest} > article > .prose`).boundingBox()).x;
  const first = (await page.locator(".thread > .entry > article > .prose").boundingBox()).x;
  assert.ok(left - first <= 152, `${left - first} pixels of indentation`);
  assert.ok(left < 640);
});

test("every action under a comment is large enough for a finger", async (people) => {
  const post = await marguerite.publish("Small things", "What do you think?");
  const own = await marguerite.say(post, "Mine.");
  await (await site.pen("bram")).say(post, "Another's.");
  const page = await people.as("marguerite", { viewport: { width: 360, height: 800 } });
  await page.goto(post);
  const actions = await page.locator(`.entry .actions :is(a, button)`).all();
  assert.ok(actions.length >= 4);
  for (const one of actions) {
    const { width, height } = await one.boundingBox();
    assert.ok(width >= 44 && height >= 44, `${await one.textContent()}: ${width} × ${height}`);
  }
  assert.ok(own);
});

test("a link to an entry stands there at once", async (people) => {
  const post = await marguerite.publish("A long way down", "How long?");
  let last;
  for (let at = 0; at < 25; at++) last = await marguerite.say(post, `Line ${at}.\n\nAnd another, so that it takes room.`);
  const page = await people.stranger({ reducedMotion: "no-preference" });
  await page.goto(`/comments/${last}`);
  const seen = await page.locator(`#comment-${last}`).evaluate((it) => it.getBoundingClientRect().top < innerHeight);
  assert.ok(seen, "the page is still on its way");
});

test("an anchor without an address does not look like a link", async (people) => {
  const post = await marguerite.publish("Anchors", '<p>See <a>this</a> and <a href="https://example.org/">that</a>.</p>', { format: "html" });
  const page = await people.stranger();
  await page.goto(post);
  const colours = await page.evaluate(() => [...document.querySelectorAll(".post > .prose :is(a, p)")].map((it) => [it.textContent, getComputedStyle(it).color]));
  const colour = Object.fromEntries(colours);
  const words = colours.find(([text]) => text.startsWith("See"))[1];
  assert.notEqual(colour.that, words);
  if (colour.this) assert.equal(colour.this, words);
});

test("a printed link is followed by its address, unless it says that already", async (people) => {
  const post = await marguerite.publish("Links", "See https://example.org/a and [the other one](https://example.org/b), or <https://example.org/caf%C3%A9/>.");
  const page = await people.stranger();
  await page.goto(post);
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator(".post > .prose a").evaluateAll((links) => links.map((link) => {
    const { content } = getComputedStyle(link, "::after");
    return content === "none" ? link.textContent : "with its address";
  }));
  assert.equal(printed.length, 3);
  assert.equal(printed[0], "https://example.org/a");
  assert.equal(printed[1], "with its address");
  assert.notEqual(printed[2], "with its address");
});

test("a page of 55 comments loads less than 150 KB on a phone", async (people) => {
  const page = await people.stranger({ viewport: { width: 360, height: 780 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true });
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(await site.post("kettle-on", "where-in-your-week"), { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  assert.ok(bytes > 50_000 && bytes < 150 * 1024, `${(bytes / 1024).toFixed(0)} KB`);
});

test("hardly anything moves when the fonts come late", async (people) => {
  for (const width of [360, 768, 1280]) {
    const page = await people.stranger({ viewport: { width, height: 900 } });
    let release;
    const released = new Promise((done) => { release = done; });
    await page.route("**/*.woff2", async (route) => { await released; await route.continue(); });
    await page.goto(await site.post("kettle-on", "where-in-your-week"), { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0 && document.readyState !== "loading");
    release();
    await page.waitForLoadState("load");
    await page.evaluate(() => document.fonts.ready);
    const moved = await page.evaluate(() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; }).observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
    }));
    if (process.env.SHOW) console.log(width, moved);
    assert.ok(moved < 0.02, `a shift of ${moved} at ${width} pixels`);
  }
});
