// What happened, with filters, with scripts and without.

import assert from "node:assert/strict";
import { openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const marguerite = await site.pen("marguerite");

const titles = (page) => page.locator(".stream .what").allTextContents();

for (const [how, options] of [["with scripts", {}], ["without scripts", { javaScriptEnabled: false }]]) {
  test(`one finds what happened, filters it by links and by a form, and keeps the address ${how}`, async (people) => {
    const title = `Seen from the quay ${how}`;
    const post = await marguerite.publish(title, "What do you see?");
    const ines = await site.pen("ines");
    for (const words of [`A crane, ${how}.`, `And a gull, ${how}.`]) await ines.say(post, words);
    const page = await people.as("bram", options);
    await page.goto("/river/");
    await page.goto("/");
    await page.locator("main").getByRole("link", { name: "The stream" }).click();
    assert.deepEqual((await titles(page)).slice(0, 2), [title, title]);
    const latest = page.locator(".stream > li").first();
    assert.match(await latest.textContent(), /2 comments/);
    await page.getByRole("navigation", { name: "What happened" }).getByRole("link", { name: "Posts" }).click();
    assert.equal((await titles(page))[0], title);
    assert.equal(await page.locator(".stream .label", { hasText: /comment/i }).count(), 0);
    await page.getByLabel("By the person with this @name").fill("@ines");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.waitForURL(/by=%40ines/);
    assert.match(page.url(), /kind=posts/);
    assert.ok(!(await titles(page)).includes(title));
    await page.getByRole("navigation", { name: "What happened" }).getByRole("link", { name: "Comments" }).click();
    await page.waitForURL(/kind=comments/);
    assert.equal((await titles(page))[0], title);
    // Several at once read on from the first of them.
    await page.locator(".stream .what").first().click();
    await page.locator(".entry", { hasText: `A crane, ${how}.` }).first().waitFor();
  });
}

test("what happens while the stream is open is said, as it is filtered, and nothing that is read moves", async (people) => {
  const post = await marguerite.publish("While it is open", "What do you see?");
  const page = await people.as("bram");
  const opened = page.waitForResponse((response) => new URL(response.url()).pathname === "/stream/live");
  await page.goto("/stream/?kind=comments");
  await opened;
  const before = await page.locator(".stream").textContent();
  const ines = await site.pen("ines");
  await marguerite.publish("Nobody asked for posts", "So it does not count.");
  await ines.say(post, "A crane, turning.");
  await marguerite.say(post, "Two of them.");
  const pill = page.locator(".live .arrived");
  await pill.getByText("2 updates – show").waitFor();
  assert.equal(await page.locator(".stream").textContent(), before);
  await pill.click();
  await page.waitForURL(/kind=comments/);
  await page.locator(".stream > li").first().getByText("Two of them.").waitFor();
  assert.equal(await pill.count(), 0);
});
