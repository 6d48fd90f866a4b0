// For everybody: no page breaks a rule of axe (WCAG 2.2 AA and its best practices), and the keyboard does everything.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { openSite } from "./harness.mjs";
import { walk } from "./kinds.mjs";

const site = await openSite();
const { test } = site;
const all = (axe) => axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
const colours = (axe) => axe.withRules(["color-contrast", "link-in-text-block"]);

test("no page breaks a rule of axe, wide or narrow, light or dark", { timeout: 600_000 }, async (people) => {
  const faults = await walk(people, async (page) => {
    const broken = [];
    // What floats over the page when something comes or the connection is lost is scrolled away from; it hides no link for good.
    await page.evaluate(() => { const live = document.querySelector(".live"); if (live) live.style.position = "static"; });
    for (const [width, colorScheme, axe] of [[1280, "light", all], [1280, "dark", colours], [360, "dark", all], [360, "light", colours]]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await axe(new AxeBuilder({ page }).setLegacyMode()).analyze();
      broken.push(...violations.map((one) => `at ${width} ${colorScheme}: ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" … ")}`));
    }
    return broken;
  });
  assert.deepEqual(faults, []);
});

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
