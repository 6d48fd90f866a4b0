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

test("what people write is valid HTML, whatever they wrote", { timeout: 120_000 }, async ({ site }) => {
  const folder = await mkdtemp(join(tmpdir(), "lyceum-shapes-"));
  const marguerite = await site.pen("marguerite");
  const post = await marguerite.publish("Shapes", shapes.join("\n\n"));
  for (let at = 0; at < shapes.length; at += 12) await marguerite.say(post, shapes.slice(at, at + 12).join("\n\n"));
  await writeFile(join(folder, "shapes.html"), await marguerite.read(post));
  const faults = await check(folder);
  await rm(folder, { recursive: true });
  assert.deepEqual(faults, []);
});

/** HTML as people paste it, and as no page may have it. */
const shapes = [
  "<ruby>a</ruby>",
  "<ruby><rt>x</rt></ruby>",
  "<ruby>a<rt>x</rt>b</ruby>",
  "<ruby>a<rp>(</rp></ruby>",
  "<ruby>a<rp>(</rp><rt>x</rt><rp>)</rp></ruby>",
  "<ruby>a<rp>(</rp><rt>x</rt></ruby>",
  "<ruby>a<rt>x</rt>b<rt>y</rt></ruby>",
  "<ruby>a<rt>x</rt><rt>y</rt></ruby>",
  "<ruby><ruby>a<rt>x</rt></ruby><rt>y</rt></ruby>",
  "<dl></dl>",
  "<dl><dt>a</dt></dl>",
  "<dl><dd>a</dd></dl>",
  "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>",
  "<dl><dd>z</dd><dt>a</dt><dd>b</dd></dl>",
  "<dl><dt></dt><dd>b</dd></dl>",
  "<dl><dt><h3>a</h3></dt><dd>b</dd></dl>",
  "<details>a</details>",
  "<details><summary></summary>a</details>",
  "<a href=\"/x\"><details><summary>b</summary>a</details></a>",
  "<figure><figcaption>a</figcaption><p>b</p></figure>",
  "<figure><p>b</p><figcaption>a</figcaption><p>b</p></figure>",
  "<figure><figcaption>a</figcaption><figcaption>b</figcaption></figure>",
  "<figure></figure>",
  "<table></table>",
  "<table><caption>a<table><tbody><tr><td>x</td></tr></tbody></table></caption><tbody><tr><td>x</td></tr></tbody></table>",
  "<table><tbody></tbody></table>",
  "<table><tbody><tr></tr></tbody></table>",
  "<table><tfoot><tr><td>x</td></tr></tfoot><tbody><tr><td>x</td></tr></tbody></table>",
  "<table><tbody><tr><td>x</td></tr></tbody><tfoot><tr><td>x</td></tr></tfoot><tfoot><tr><td>x</td></tr></tfoot></table>",
  "<table><tbody><tr><th><h3>x</h3></th></tr></tbody></table>",
  "<table><tbody><tr><td colspan=\"0\">x</td></tr></tbody></table>",
  "<table><tbody><tr><td rowspan=\"0\">x</td></tr></tbody></table>",
  "<table><tbody><tr><td rowspan=\"3\">x</td></tr></tbody></table>",
  "<table><tbody><tr><td colspan=\"3\">x</td></tr></tbody></table>",
  "<table><tbody><tr><td>x</td><td>x</td></tr><tr><td>x</td></tr></tbody></table>",
  "<table><tbody><tr><td>x</td></tr><tr><td>x</td><td>x</td></tr></tbody></table>",
  "<table><tbody><tr><td rowspan=\"2\">x</td><td>y</td></tr><tr><td colspan=\"2\">x</td></tr></tbody></table>",
  "<table><tbody><tr><td colspan=\"1001\">x</td></tr></tbody></table>",
  "<time>soon</time>",
  "<time datetime=\"soon\">x</time>",
  "<del datetime=\"soon\">x</del>",
  "<img alt=\"x\">",
  "<img alt=\"x\" src=\"/y z.png\">",
  "<img alt=\"x\" src=\"/y.png\" width=\"00\" height=\"0\">",
  "<dfn>a<dfn>b</dfn></dfn>",
  "<acronym>a</acronym><strike>x</strike>",
  "<a href=\"http://a/b c\">x</a>",
  "<q cite=\"soon enough\">x</q>",
  "<ul></ul><ol start=\"5\"></ol>",
  "<table><thead></thead><tbody><tr><td>x</td></tr></tbody></table>",
  "<p><sup class=\"note\" id=\"q\"><a href=\"#z\">1</a></sup><span id=\"z\"></span></p>",
  "<pre><img alt=\"x\" src=\"/y\"></pre>",
  "<figure class=\"gallery\"><a href=\"/x\"><img alt=\"\" src=\"/y\"></a><br></figure>",
  "<a href=\"mailto:\">x</a>",
  "<a href=\"#\">x</a>",
  "<table><thead><tr><th scope=\"rowgroup\">x</th></tr></thead></table>",
  "<ol><li><p>x</p></li></ol><hr class=\"notes\">",
  "<details open=\"\"><summary>x</summary></details>",
  "<a href=\"/x\"><img alt=\"\" src=\"/y\"></a>",
  "<ruby><em>a<rt>x</rt></em></ruby>",
  "<a name=\"one\" href=\"#two\">1</a> <a id=\"two\" href=\"#one\">2</a>",
  "Noted[^1] twice[^1].\n\n[^1]: A note.",
  "<table><thead><tr><td rowspan=9 colspan=9>a</td></tr></thead><tfoot></tfoot><tbody></tbody></table>",
  "<dl><dt>a</dt><dl><dd>b</dd></dl></dl>",
  "<figure><figcaption><table><caption><table></table></caption></table></figcaption></figure>",
];

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
