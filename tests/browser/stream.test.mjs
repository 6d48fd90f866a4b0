// What happened, and the files of a tribe, with scripts and without.

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

  test(`a file is put into a tribe, opened and replaced at its address ${how}`, async (people) => {
    const page = await people.as("bram", options);
    await page.goto("/tribes/new");
    await page.getByLabel("Name").fill(`Harbour files ${how}`);
    await page.getByRole("button", { name: "Found a tribe" }).click();
    await page.locator("#done").waitFor();
    await page.getByRole("link", { name: "Files" }).click();
    const put = async (name, text) => {
      await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: "Upload" }).click();
      await page.locator("#done").waitFor();
    };
    await page.getByLabel("What it is, in a few words").fill("Where the boats lie");
    await put("berths.txt", "One, two");
    const link = page.locator(".rows a", { hasText: "berths" }).first();
    const address = await link.getAttribute("href");
    const read = async () => (await page.request.get(new URL(address, page.url()).href)).text();
    assert.equal(await read(), "One, two");
    await page.getByRole("link", { name: /^Edit/ }).click();
    await put("berths in May.txt", "One, two, three");
    assert.equal(await read(), "One, two, three");
    assert.match(await page.locator(".rows > li").textContent(), /version 2/);
    await page.getByRole("link", { name: /^Edit/ }).click();
    await page.getByRole("button", { name: "Take the file away" }).click();
    await page.getByText("There are no files yet.").waitFor();
  });
}
