// For everybody: the keyboard does everything, and what is heard or moves is no more than it should be.

import assert from "node:assert/strict";
import { openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const focus = (page) => page.evaluate(() => {
  const it = document.activeElement;
  if (it === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(it);
  const { top, bottom, width } = it.getBoundingClientRect();
  return { name: it.outerHTML.slice(0, 100), outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, seen: bottom > 0 && top < innerHeight && width > 0 };
});

test("the first stop of the keyboard skips to the text", async (people) => {
  const page = await people.as("bram");
  for (const path of ["/", "/members/", "/sign-out-of-nowhere/"]) {
    await page.goto(path);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    assert.ok(await page.locator(".skip").evaluate((it) => it.getBoundingClientRect().top >= 0), "it shows when it has the focus");
    await page.keyboard.press("Enter");
    assert.ok(page.url().endsWith("#main"));
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => !document.activeElement.closest(".masthead")), "the next stop is past the masthead");
  }
});

test("the keyboard passes through whole pages, the focus always in sight, and out at the end", async (people) => {
  const question = await site.post("kettle-on", "step-forty");
  const page = await people.as("marguerite");
  for (const path of ["/", question, "/me/posts/new", "/me/settings/", "/members/"]) {
    await page.goto(path);
    const stops = [];
    const faults = [];
    for (;;) {
      await page.keyboard.press("Tab");
      const now = await focus(page);
      if (!now || stops.length > 250) break;
      stops.push(now.name);
      if (!now.outlined || !now.seen) faults.push(now);
    }
    assert.deepEqual(faults, [], path);
    assert.ok(stops.length > 8 && stops.length <= 250, `${path}: ${stops.length} stops`);
    await page.keyboard.press("Shift+Tab");
    assert.equal((await focus(page)).name, stops.at(-1), `${path}: the way back`);
  }
});

test("the menu opens, is walked and closes by keyboard", async (people) => {
  const page = await people.as("bram");
  await page.goto("/");
  await page.locator(".masthead .menu summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.getByRole("link", { name: "Settings" }).isVisible());
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Your page/);
  await page.keyboard.press("Escape");
  assert.ok(!(await page.getByRole("link", { name: "Settings" }).isVisible()));
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
});

test("pictures beside names say nothing twice, and nothing moves for those who asked for stillness", async (people) => {
  const page = await people.stranger({ reducedMotion: "reduce" });
  await page.goto("/");
  assert.equal(await page.locator("img.face:not([alt=''])").count(), 0);
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((it) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(it);
    return (animationName !== "none" && parseFloat(animationDuration) > 0.01) || parseFloat(transitionDuration) > 0.01;
  }).length);
  assert.equal(moving, 0);
});
