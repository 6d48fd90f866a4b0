// What an account shows is for whoever is signed in: also after going back, in a browser that keeps pages whole.

import assert from "node:assert/strict";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { eventually, find, flags, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const question = await site.post("kettle-on", "where-in-your-week");

const open = new Set();
after(() => Promise.all([...open].map((browser) => browser.close())));

/** A browser that keeps pages whole when one leaves them, as the browsers of people do. */
async function keeping(handle) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? find("chromium"), args: flags, ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  open.add(browser);
  const context = await browser.newContext({ baseURL: site.url, storageState: await site.session(handle), locale: "en-GB" });
  const page = await context.newPage();
  return { page, leave: () => browser.close() };
}

const signOut = async (page) => {
  await page.locator(".masthead .menu summary").click();
  await Promise.all([page.waitForURL("/"), page.locator('form[action="/sign-out"] button').click()]);
  await page.locator('.masthead a[href^="/sign-in"]').waitFor();
};

test("whoever goes back after signing out sees nobody's pages", async () => {
  // Whoever signs out is signed out for the whole test: somebody else for each page.
  for (const [handle, path] of [["thandi", "/me/settings/"], ["kenji", "/me/posts/"], ["lotte", "/members/"], ["ines", question]]) {
    const { page, leave } = await keeping(handle);
    await page.goto(path);
    assert.equal(await page.locator("body[data-member]").count(), 1, path);
    await page.goto("/members/");
    await signOut(page);
    for (let steps = 0; steps < 2; steps += 1) {
      await page.goBack();
      await eventually(async () => {
        assert.equal(await page.locator("body[data-member]").count(), 0, `${path}, ${steps + 1} back`);
        assert.equal(await page.locator("html:not([hidden])").count(), 1);
      });
      assert.ok(!(await page.content()).includes(`${handle}@example.org`), path);
    }
    await leave();
  }
});

test("whoever goes back while they are signed in finds the page as they left it", async () => {
  const { page, leave } = await keeping("bram");
  await page.goto("/me/posts/new");
  await page.locator("#title").fill("Half a title");
  await page.goto("/members/");
  // Whole, if the browser kept it; else with what was typed put back. A page that is shown again whole does not load,
  // which is what the driver would wait for.
  await page.evaluate(() => { setTimeout(() => history.back()); });
  await eventually(async () => assert.equal(await page.locator("#title").inputValue(), "Half a title"));
  await leave();
});

test("a website is taken without its protocol", async (people) => {
  const page = await people.stranger();
  await page.goto(question);
  const form = page.locator(".comment-form");
  await form.locator("[name=text]").fill("Here is where I write.");
  await form.locator("[name=name]").fill("Ana");
  await form.locator("[name=email]").fill("ana@münchen.example");
  await form.locator("[name=website]").fill(" ana.example ");
  await form.getByRole("button", { name: /post comment/i }).click();
  await page.locator(".entry.is-waiting").waitFor();
  assert.equal(await page.locator(".entry.is-waiting .name").getAttribute("href"), "https://ana.example/");
});

test("a photograph from a camera is made smaller before it is sent", async (people) => {
  const page = await people.as("bram");
  await page.goto("/me/settings/");
  // Chosen within the page: a picture of many megabytes does not travel to it well.
  const choose = (kind) => page.evaluate(async (kind) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1600 });
    const context = canvas.getContext("2d");
    const noise = context.createImageData(2400, 1600);
    for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
    context.putImageData(noise, 0, 0);
    const picture = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    const files = new DataTransfer();
    files.items.add(new File([kind === "picture" ? picture : new Uint8Array(picture.size)], "me.png", { type: "image/png" }));
    const field = document.querySelector("#s-picture");
    field.files = files.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return picture.size;
  }, kind);
  const size = await choose("picture");
  assert.ok(size > 10 * 1024 * 1024, "it is larger than the site takes");
  await eventually(async () => assert.ok(await page.locator("#s-picture").evaluate((field) => field.files[0].size) < size / 2));
  await page.locator('form[action="/me/picture"] button').first().click();
  await page.locator(".notice.good").waitFor();
  await choose("nothing");
  await eventually(async () => assert.equal(await page.locator("#s-picture:invalid").count(), 1, "what is no picture stays here"));
});

test("a handle is made of the name, and what is wrong with a form comes first", async (people) => {
  const page = await people.stranger();
  await page.goto("/join");
  await page.getByLabel("Your name").fill("Lena Krämer");
  assert.equal(await page.locator("[data-handle-of]").textContent(), "@lena-kramer");
  await page.getByRole("button", { name: "Join", exact: true }).last().click();
  await page.locator("form .notice.bad").waitFor();
  assert.ok((await page.title()).startsWith("Error: "));
  assert.equal(await page.evaluate(() => document.activeElement.matches(".notice.bad")), true, "the focus is there");
});
