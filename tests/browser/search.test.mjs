// Searching: by mouse, by keyboard, with suggestions, and without scripts.

import assert from "node:assert/strict";
import { eventually, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;

test("a slash opens the field, a name is suggested while it is typed, and the arrows lead there", async (people) => {
  const page = await people.as("bram");
  await page.goto("/river/");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: "What to look for" });
  await field.waitFor();
  await eventually(async () => assert.ok(await field.evaluate((it) => it === document.activeElement)));
  await page.keyboard.type("ine");
  const option = page.getByRole("option").first();
  await option.waitFor();
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  assert.equal(await field.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("option").count(), 0);
  assert.ok(await field.isVisible(), "the first Escape closes the list alone");
  await page.keyboard.type("s");
  await option.waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/members\/|\/tribes\/|\/courses\/|\/search\//);
});

test("somebody searches from any page, sees what was found marked, and narrows it", async (people) => {
  const page = await people.as("bram");
  await page.goto("/");
  await page.locator(".seek summary").click();
  await page.getByRole("combobox", { name: "What to look for" }).fill("work");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\/\?q=work/);
  await page.locator(".found mark").first().waitFor();
  assert.match(await page.locator(".found mark").first().textContent(), /work/i);
  await page.getByRole("link", { name: "Comments" }).click();
  await page.waitForURL(/in=comments/);
  await page.locator(".found").waitFor();
  await page.locator(".found .what").first().click();
  await page.waitForURL(/#comment-/);
});

test("without scripts all of it is there but the suggestions", async (people) => {
  const page = await people.stranger({ javaScriptEnabled: false });
  await page.goto("/");
  await page.locator(".seek summary").click();
  await page.locator("#site-search").fill("library");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\/\?q=library/);
  assert.ok(await page.locator(".found mark").count() > 0);
  assert.ok(await page.locator(".filters summary").isVisible());
});

test("on a small screen the field has room, and nothing is wider than the screen", async (people) => {
  const page = await people.as("bram");
  await page.setViewportSize({ width: 360, height: 700 });
  for (const path of ["/", "/search/?q=library"]) {
    await page.goto(path);
    const menu = page.locator(".seek summary");
    if (await menu.count()) await menu.click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${path} is ${wide} wide`);
    const field = await page.locator("input[data-seek]").boundingBox();
    assert.ok(field.x >= 0 && field.x + field.width <= 360 && field.width > 150, JSON.stringify(field));
  }
});
