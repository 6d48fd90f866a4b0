// Nothing runs off the side of the page, and a picture of every page to look at, in out/.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { here, openSite } from "./harness.mjs";
import { walk } from "./kinds.mjs";

const { test } = await openSite();

test("no page runs off the side at 360, 768 and 1280 pixels", { timeout: 240_000 }, async (people) => {
  const out = join(here, "out");
  await mkdir(out, { recursive: true });
  const wide = [];
  await walk(people, async (page, name) => {
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      wide.push(...(await page.evaluate(tooWide)).map((what) => `${name} at ${width}: ${what}`));
      if (width === 768) continue;
      for (const colorScheme of ["dark", "light"]) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.jpg`), quality: 75, fullPage: true, clip: { x: 0, y: 0, width, height: 2400 } });
      }
    }
  });
  assert.deepEqual(wide, []);
});

/** Runs in the page: what makes it wider than the window. */
function tooWide() {
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= innerWidth) return [];
  const guilty = [...document.querySelectorAll("main *, header *, footer *")].filter((it) => it.getBoundingClientRect().right > innerWidth + 1);
  return [`${scrollWidth} pixels; ${guilty.slice(0, 3).map((it) => it.outerHTML.slice(0, 80)).join(" … ")}`];
}
