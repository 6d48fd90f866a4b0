// Every page is valid HTML, as the Nu checker sees it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vnu from "vnu-jar";
import { find, openSite } from "./harness.mjs";
import { walk } from "./kinds.mjs";

const { test } = await openSite();

test("every page is valid HTML", { timeout: 600_000 }, async (people) => {
  const folder = await mkdtemp(join(tmpdir(), "lyceum-html-"));
  const seen = new Map(); // the answer each page's last navigation got
  // Without scripts, so that what is checked is what was sent.
  const faults = await walk(people, async (page, name) => {
    await writeFile(join(folder, `${name}.html`), await seen.get(page).body());
  }, {
    javaScriptEnabled: false,
    watch: (page) => page.on("response", (response) => {
      if (response.request().isNavigationRequest() && !(response.status() >= 300 && response.status() < 400)) seen.set(page, response);
    }),
  });
  faults.push(...await check(folder));
  await rm(folder, { recursive: true });
  assert.deepEqual(faults, []);
});

/** What is wrong, one line each. */
function check(folder) {
  return new Promise((done) => {
    execFile(find("java"), ["-Xss4m", "-XX:-UsePerfData", "-jar", `${vnu}`, "--errors-only", "--format", "json", "--skip-non-html", folder], { maxBuffer: 1 << 26 }, (error, out, err) => {
      const { messages } = JSON.parse(err || out);
      const lines = messages.map((one) => `${one.url?.split("/").at(-1)}:${one.lastLine}: ${one.message} ${one.extract?.trim() ?? ""}`);
      done([...new Set(lines)]);
    });
  });
}
