// The editor: what is seen is what is written, nothing of what was there is lost, and everybody can work it.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import assert from "node:assert/strict";
import { eventually, here, openSite } from "./harness.mjs";

const web = createRequire(join(here, "../../web/build.mjs"));
const { build } = web("esbuild");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const site = await openSite({ LYCEUM_LIMITS: "off" });
const { test } = site;

/** The parts of the editor, for a page to try them with the server. */
const parts = (await build({
  stdin: {
    contents: 'export * from "./schema.js"; export * from "./markdown.js"; export * from "./paste.js"; export { Text } from "./field.js"; export { DOMParser as Reader } from "prosemirror-model";',
    resolveDir: join(here, "../../web/scripts/editor"),
  },
  bundle: true, format: "iife", globalName: "Editor", write: false, target: "es2022",
})).outputFiles[0].text;

async function workshop(people) {
  const page = await people.as("bram", { formatted: true });
  await page.goto("/members/");
  await page.evaluate(`${parts}\nglobalThis.Editor = Editor;`);
  await page.evaluate(() => {
    const asked = async (path, form) => (await fetch(path, { method: "POST", body: new URLSearchParams(form) })).text();
    globalThis.blocks = async (text, kind = "post") => JSON.parse(await asked("/me/writing/blocks", { text, kind }));
    globalThis.rendered = (text) => asked("/preview", { text, language: "en" });
    globalThis.opened = async (text, schema = Editor.whole) => new Editor.Text(schema, text, await blocks(text, schema === Editor.small ? "comment" : "post"));
    globalThis.read = (html) => Editor.Reader.fromSchema(Editor.whole).parse(new DOMParser().parseFromString(html, "text/html").body);
    globalThis.again = (doc) => doc.type.schema.nodeFromJSON(doc.toJSON());
  });
  return page;
}

const written = [
  "One line", "One\ntwo lines\n\nand *more*, **much** more, ***both***, ~~gone~~ and `code`.", "# First\n\n## Second\n\n###### Sixth\n\nTitle\n=====\n\nOther\n-----",
  "- a\n- b\n  - c\n    - d\n- e", "* a\n\n* b\n\n  more of b\n\n* c", "1. one\n2. two\n   1. deep\n3. three", "3) three\n4) four", "- a\n- b\n\n\n* c\n* d", "- [ ] open\n- [x] done",
  "> said\n> more\n>\n> > deeper\n>\n> - in a list", "```rust\nlet x = `1`;\n\n    indented\n```", "~~~~\n```\n~~~~", "    indented code\n    more", "a\n\n---\n\nb\n\n***\n\nc",
  "| a | b |\n|---|--:|\n| 1 | 2 |\n| x \\| y | `a \\| b` |", "a [link](https://example.org/x_y \"Title\") and <https://example.org> and https://example.org/a_b_c.",
  "[a][r] and [r]\n\n[r]: https://example.org 'T'\n\nEnd", "Said[^1] and[^two].\n\n[^1]: By *whom*?\n[^two]: By others.\n\n    In two paragraphs.\n\nAfter", "![words](https://example.org/a.jpg) and ![](https://example.org/b.png \"T\")",
  "1 * 2 * 3, snake_case_name, 5 < 6 & 7 > 3, \\*not\\*, C:\\Users, ~20, [not a link], a|b", "&copy; &amp;copy; \\&copy;", "<details>\n<summary>More</summary>\n\nHidden *words*\n\n</details>\n\nAfter",
  "H<sub>2</sub>O <u>under</u> <mark>mark</mark> <kbd>Ctrl</kbd> <abbr title=\"Short &amp; long\">S</abbr>", "<div>\n<p>one</p>\n<p>two</p>\n</div>", "<dl><dt>a</dt><dd>b</dd></dl>\n\n<figure><img src=\"https://example.org/a.jpg\"><figcaption>c</figcaption></figure>",
  "שלום **עולם**\n\n- אחת\n- שתיים", "**「重要」**です。*中文*也一样。", "@ines and @nobody, ines@example.org, :-) and 👍", "Ends with two spaces  \nand a backslash\\\nhere", "a\n\n\n\nb\n", "\n\nfirst lines empty", "<!-- a remark -->\n\nText\n\n<!-- end -->",
  "**x:**y and x**\"y\"**z", "***a** b*, **a *b***", "`` a`b `` and ` `` `", "[*em* **st**](https://example.org)", "* * *\n\n+ plus", "1986\\. A year.\n\n1. and a list", "- a\n\n  ```\n  code\n  ```\n\n- > quoted", "<table><tr><td colspan=\"2\">wide</td></tr><tr><td>1</td><td>2</td></tr></table>",
  "\\# no heading\n\n\\- no list\n\n\\> no quotation\n\n1\\. no number", "a  b   c", "<b>bold</b> <i>it</i> <strike>x</strike> <q cite=\"https://example.org\">q</q>", "Line one\n# Heading right after\nLine two\n- item right after", "| a |\n|---|\n\ntext", "> a\n\n> b", "- \n- b", "![a *b* \\[c\\]](https://example.org/x.png)", "<img src=\"https://example.org/a.jpg\" width=\"100\" alt=\"w\"> text", "Tabs\there\n\n\tcode by tab", "*a*b*c* __d__e", "https://example.org/_a_ and (https://example.org/b)", "“Quotes” -- dashes ... dots 'single' \"double\"", "a<br>b<br><br>c", "Term<sup>th</sup>, x<sup>2</sup>",
];

test("a text that nobody touched is given back byte for byte, and so is each block beside the one that changed", async (people) => {
  const page = await workshop(people);
  const faults = await page.evaluate(async (written) => {
    const faults = [];
    for (const source of [...written, written.join("\n\n")]) {
      const text = await opened(source);
      if (text.write(text.doc) !== source) faults.push([source, text.write(text.doc)]);
      // With a word at the end all before it is as it was.
      const { paragraph } = text.doc.type.schema.nodes;
      const more = text.doc.copy(text.doc.content.addToEnd(paragraph.create(null, text.doc.type.schema.text("More."))));
      const out = text.write(more);
      const last = text.blocks.at(-1);
      const kept = text.lines.slice(0, last?.last ?? 0).join("\n");
      if (!out.startsWith(kept) || !out.includes("\n\nMore.") && kept) faults.push([source, out]);
      for (const line of text.lines) if (!out.includes(line)) faults.push([source, out, line]);
    }
    return faults;
  }, written);
  assert.deepEqual(faults, []);
});

test("everything is open to be changed but what only HTML can say", async (people) => {
  const page = await workshop(people);
  const islands = await page.evaluate(async (written) => {
    const found = [];
    for (const source of written) (await opened(source)).doc.forEach((node) => { if (node.type.name === "island") found.push(node.attrs.source.split("\n")[0]); });
    return found;
  }, written);
  assert.deepEqual(islands, ["<details>", "<div>", "<dl><dt>a</dt><dd>b</dd></dl>", "<figure><img src=\"https://example.org/a.jpg\"><figcaption>c</figcaption></figure>", "- a"]);
});

test("a text that is written anew reads as before", async (people) => {
  const page = await workshop(people);
  const faults = await page.evaluate(async (written) => {
    const faults = [];
    const plain = (html) => html.replace(/\s+/g, " ").replace(/ ?(<[^>]*>) ?/g, "$1").replace(/<\/?(?:b|strong)>/g, (tag) => tag.replace(/b>/, "strong>")).replace(/<(\/?)i>/g, "<$1em>").replace(/<(\/?)(?:s|strike)>/g, "<$1del>");
    for (const source of written) {
      const text = await opened(source);
      const out = Editor.write(again(text.doc)) + text.lines.filter((line) => /^\[r\]:/.test(line)).map((line) => `\n\n${line}`).join("");
      const [before, after] = [plain(await rendered(source)), plain(await rendered(out))];
      if (before !== after) faults.push({ source, out, before, after });
    }
    return faults;
  }, written);
  assert.deepEqual(faults, []);
});

test("no letter is lost, whatever is written and however it is marked", { timeout: 300_000 }, async (people) => {
  const page = await workshop(people);
  const faults = await page.evaluate(async () => {
    const { whole: schema, write } = Editor;
    let seed = 20_260_902;
    const chance = (n) => { seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0; return Math.floor((seed / 2 ** 32) * n); };
    const pick = (list) => list[chance(list.length)];
    const pieces = ["word", "two words", "*", "**", "_", "__", "`", "``", "```", "[", "]", "](x)", "![", "<b>", "<div>", "</div>", "<", ">", "> ", "# ", "## ", "- ", "+ ", "1. ", "10) ", "---", "===", "|", "||", "|-|", ":--", "~", "~~", "~~~", "\\", "\\*", "&amp;", "&", "&#35;", "!", "[^1]", "[^1]: ", "[a]: /b", "https://example.org/a_b*c", "www.example.org", "a@example.org", "@ines", ":-)", ":*", "snake_case", "_a_", "é", "中文", "「」", "שלום", "👍🏽", " ", "  ", "\t", "\u00a0", ".", ",", ":", "x:", "“", "'", "\"", "[ ] ", "[x] ", "^", "$", "{", "}", "(", ")", "=", "%"];
    const marks = [() => schema.marks.strong.create(), () => schema.marks.em.create(), () => schema.marks.del.create(), () => schema.marks.code.create(), () => schema.marks.link.create({ href: pick(["https://example.org/", "https://example.org/a(b)_c", "mailto:a@example.org", "/x y"]) }), () => schema.marks.tag.create({ name: pick(["u", "sub", "kbd"]), values: {} })];
    const inline = (breaks = true) => Array.from({ length: 1 + chance(7) }, () => {
      if (breaks && chance(9) === 0) return schema.nodes.hard_break.create();
      let set = [];
      while (chance(3) === 0) set = pick(marks)().addToSet(set);
      return schema.text(Array.from({ length: 1 + chance(3) }, () => pick(pieces)).join(""), set);
    });
    const paragraph = () => schema.nodes.paragraph.create(null, inline());
    const block = (depth = 0) => {
      switch (chance(depth > 2 ? 3 : 9)) {
        case 0: return schema.nodes.heading.create({ level: 1 + chance(6) }, inline(false));
        case 1: return schema.nodes.code_block.create(null, schema.text(inline(false).map((node) => node.text).join("\n")));
        case 2: case 3: case 4: return paragraph();
        case 5: return schema.nodes.blockquote.create(null, Array.from({ length: 1 + chance(3) }, () => block(depth + 1)));
        case 6: case 7: {
          const items = Array.from({ length: 1 + chance(3) }, () => schema.nodes.list_item.create(null, [paragraph(), ...Array.from({ length: chance(2) }, () => block(depth + 1))]));
          return chance(2) ? schema.nodes.bullet_list.create({ tight: Boolean(chance(2)) }, items) : schema.nodes.ordered_list.create({ start: 1 + chance(12), tight: Boolean(chance(2)) }, items);
        }
        default: {
          if (depth) return paragraph();
          const row = (type) => schema.nodes.table_row.create(null, [1, 2].map(() => schema.nodes[type].create(null, paragraph())));
          return schema.nodes.table.create(null, [row("table_header"), row("table_cell"), row("table_cell")]);
        }
      }
    };
    const letters = (text) => text.replace(/[\s\u00a0]+/g, "").replace(/☐/g, "[]").replace(/☑/g, "[x]");
    const words = (doc) => doc.textBetween(0, doc.content.size, "", "");
    const faults = [];
    for (let round = 0; round < 600; round += 1) {
      const doc = schema.nodes.doc.create(null, Array.from({ length: 1 + chance(3) }, () => block()));
      const out = write(doc);
      const html = (await blocks(out)).map((one) => one.html).join("\n");
      const shown = letters(new DOMParser().parseFromString(html, "text/html").body.textContent);
      if (shown !== letters(words(doc))) faults.push({ words: words(doc), out, shown });
    }
    return faults;
  });
  assert.deepEqual(faults, []);
});

const box = (page) => page.getByRole("textbox", { name: "Text" });
const source = (page) => page.evaluate(() => document.querySelector("textarea[name=text]").value);

async function writing(people, path = "/me/posts/new", options = {}) {
  const page = await people.as("bram", { formatted: true, ...options });
  await page.goto(path);
  await page.locator(".editor-text").waitFor();
  return page;
}

test("somebody who never saw an asterisk writes a post and publishes it", async (people) => {
  const page = await writing(people);
  await page.getByLabel("Title").fill("The quay at six");
  await box(page).click();
  await page.keyboard.type("Plain and ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("loud");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(", 2 * 3 * 4.");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Bulleted list" }).click();
  await page.keyboard.type("one");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("deeper");
  assert.equal(await source(page), "Plain and **loud**, 2 * 3 * 4.\n\n- one\n  - deeper");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.locator(".preview li li").waitFor();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/the-quay-at-six/);
  assert.equal(await page.locator(".prose strong").first().textContent(), "loud");
  assert.equal(await page.locator(".prose li li").textContent(), "deeper");
});

test("the Markdown view shows the same text, is changed, and is there the next time", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.type("## What is typed as Markdown ");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- works **too**");
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const plain = page.locator("textarea[name=text]");
  assert.equal(await plain.inputValue(), "## What is typed as Markdown\n\n- works **too**");
  await plain.fill("1. one\n2. *two*\n\n[r]: https://example.org");
  await page.getByRole("button", { name: "Formatted" }).click();
  await page.locator(".editor-text ol em").waitFor();
  assert.equal(await source(page), "1. one\n2. *two*\n\n[r]: https://example.org", "nothing of it was touched");
  await page.getByRole("button", { name: "Markdown" }).click();
  await page.goto("/me/posts/new");
  assert.ok(await page.locator("textarea[name=text]").isVisible(), "who chose Markdown gets it again");
  await page.getByRole("button", { name: "Show formatted" }).click();
  await page.locator(".editor-text").waitFor();
});

test("what is pasted is what was meant", async (people) => {
  const page = await writing(people);
  const pasted = async (html, text = "") => {
    await page.evaluate(() => { document.querySelector("textarea[name=text]").value = ""; });
    await box(page).click();
    await box(page).evaluate((it, [html, text]) => {
      const clipboardData = new DataTransfer();
      if (html) clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", text);
      it.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, [html, text]);
    return source(page);
  };
  const item = (level, sign, words) => `<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-bidi-font-family:Calibri'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
  const word = `<html><head><style>p.MsoNormal { margin: 0 }</style></head><body>${item(1, "2.", "First")}${item(2, "·", "Second <b>loud</b>")}${item(3, "a)", "Third")}${item(1, "3.", "Fourth")}<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>After&nbsp;&nbsp; it</p></body></html>`;
  assert.equal(await pasted(word), "2. First\n   - Second **loud**\n     1. Third\n3. Fourth\n\nAfter it");
  assert.equal(await pasted('<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">Only </span><span style="font-weight:700">this</span><span style="font-weight:400"> word</span></p></b>'), "Only **this** word");
  assert.equal(await pasted("<p>a</p><p><br></p><p>b</p>"), "a\n\nb");
  assert.equal(await pasted("a<br><br>b"), "a\n\nb");
  assert.equal(await pasted("<table><tr><td>Day</td><td>Hour</td></tr><tr><td>Monday</td><td>9</td></tr></table>"), "| Day | Hour |\n| --- | --- |\n| Monday | 9 |");
  assert.equal(await pasted('<p style="color:red" onclick="alert(1)">Safe <a href="javascript:alert(1)">here</a><script>alert(1)</script></p><img src="data:image/png;base64,AA" alt="a map">'), "Safe here\n\na map");
  assert.equal(await pasted('<div style="font-family: Consolas, monospace; white-space: pre;"><div><span style="color:blue">let</span> x = 1;</div><div>  y</div></div>'), "```\nlet x = 1;\n  y\n```");
  assert.equal(await pasted("", "One\ntwo\n\n*three*"), "One\ntwo\n\n\\*three\\*");
});

test("names are completed from those one may find, and emoji from their names; nothing is chosen while one composes", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.type("Thank you, @mar");
  const choices = page.getByRole("listbox");
  await choices.waitFor();
  assert.match(await choices.getByRole("option").first().textContent(), /Marguerite/);
  assert.equal(await box(page).getAttribute("aria-activedescendant"), await choices.getByRole("option").first().getAttribute("id"));
  await page.keyboard.press("Enter");
  assert.equal(await source(page), "Thank you, @marguerite");
  await page.keyboard.type("and :cof");
  await choices.waitFor();
  await page.keyboard.press("Escape");
  assert.ok(!await choices.isVisible());
  await page.keyboard.type("f");
  assert.ok(!await choices.isVisible(), "who put it away is not asked again");
  await page.keyboard.type(" :coffe");
  await choices.waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await source(page), "Thank you, @marguerite and :coff ☕");

  const client = await page.context().newCDPSession(page);
  await page.keyboard.press("Enter");
  await client.send("Input.imeSetComposition", { selectionStart: 3, selectionEnd: 3, text: "@ま" });
  await page.keyboard.press("Enter");
  await client.send("Input.insertText", { text: "待" });
  await eventually(async () => assert.match(await source(page), /待/));
});

test("the keyboard reaches every button and leaves the field", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.type("word");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Alt+F10");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  assert.equal(await focused(), "Heading");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await focused(), "Markdown");
  await page.keyboard.press("Home");
  for (let at = 0; at < 4; at += 1) await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "Link");
  await page.keyboard.press("Enter");
  await page.getByLabel("Address", { exact: true }).and(page.locator(".link-row input")).fill("nowhere at all");
  await page.keyboard.press("Enter");
  assert.ok(await page.getByText("That is no address").isVisible());
  await page.locator(".link-row input").fill("example.org/a");
  await page.keyboard.press("Enter");
  assert.equal(await source(page), "[word](https://example.org/a)");
  assert.ok(await box(page).evaluate((it) => it === document.activeElement));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Numbered list" }).click();
  await page.keyboard.type("one");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => !document.activeElement.closest(".editor-mount")), "Escape, then Tab leaves a list, too");
  await page.keyboard.press("Shift+Tab");
  assert.ok(await box(page).evaluate((it) => it === document.activeElement));
});

test("no rule of accessibility is broken, in posts and comments, on wide and narrow screens, light and dark", async (people) => {
  const post = await site.post("kettle-on", "step-forty");
  for (const options of [{}, { viewport: { width: 360, height: 700 }, colorScheme: "dark" }]) {
    const page = await writing(people, "/me/posts/new", options);
    await box(page).click();
    await page.keyboard.type("## How it began");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Hello @mar");
    await page.getByRole("listbox").waitFor();
    const check = async () => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the screen");
    };
    await check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await check();
    await page.goto(post);
    await page.locator("#comment").focus();
    await page.locator(".editor.small .editor-text").waitFor();
    await check();
  }
});

test("a comment is written where it is read: with bold words, a quotation of what was chosen, and sent by keys", async (people) => {
  const post = await site.post("kettle-on", "step-forty");
  const page = await people.as("bram", { formatted: true });
  await page.goto(post);
  assert.equal(await page.locator(".editor").count(), 0, "nobody came to write yet");
  await page.locator(".post .prose p, article .prose p").first().evaluate((it) => {
    const range = document.createRange();
    range.selectNodeContents(it);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  const words = await page.evaluate(() => getSelection().toString().trim().slice(0, 20));
  await page.locator("#comment").focus();
  const field = page.locator(".editor.small .editor-text");
  await field.waitFor();
  assert.equal(await page.getByRole("button", { name: "Heading" }).count(), 0);
  await page.locator(".post .prose p, article .prose p").first().evaluate((it) => {
    const range = document.createRange();
    range.selectNodeContents(it);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  await page.getByRole("button", { name: "Quotation" }).click();
  await page.keyboard.type("So it is, ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("indeed");
  const written = await source(page);
  assert.ok(written.startsWith("> ") && written.endsWith("So it is, **indeed**"), written);
  assert.ok(words.length > 5);
  await page.keyboard.press("Control+Enter");
  const own = page.locator(".entry", { hasText: "So it is, indeed" }).last();
  await own.waitFor();
  assert.equal(await own.locator("blockquote").count(), 1);
  assert.equal(await source(page), "");
  assert.equal((await field.textContent()).trim(), "", "the next one begins empty");
});

test("what is written in answer to one and to another is kept for each, and a comment without words is refused", async (people) => {
  const page = await people.as("bram", { formatted: true });
  await page.goto(await site.post("kettle-on", "step-forty"));
  const links = page.locator("a.reply");
  await links.nth(0).click();
  await page.locator(".editor.small .editor-text").waitFor();
  await eventually(async () => assert.ok(await page.locator(".editor-text").evaluate((it) => it === document.activeElement)));
  await page.keyboard.type("For the **first**");
  await links.nth(1).click();
  await page.keyboard.type("For the second");
  assert.equal(await source(page), "For the second");
  await links.nth(0).click();
  await page.locator(".editor-text strong").waitFor();
  assert.equal(await source(page), "For the **first**");
  await links.nth(1).click();
  await page.locator(".editor-text", { hasText: "For the second" }).waitFor();
  await page.evaluate(() => { document.querySelector("textarea[name=text]").value = ""; });
  await page.getByRole("button", { name: "Post comment" }).click();
  await page.locator("#comment-error").waitFor();
  await page.locator(".editor-text[aria-invalid=true]").waitFor();
});

test("what was typed comes back after the page was left, into the editor", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.type("Not sent yet, **and loud**");
  await page.goto("/members/");
  await page.goto("/me/posts/new");
  await page.locator(".editor-text strong").waitFor();
  assert.equal(await source(page), "Not sent yet, **and loud**");
  await page.getByRole("button", { name: "Discard it" }).click();
  await eventually(async () => assert.equal((await page.locator(".editor-text").textContent()).trim(), ""));
});

test("a form that is refused comes back with the text in the editor, and says in the field what is wrong", async (people) => {
  const page = await writing(people);
  await page.getByLabel("Tags").fill("x".repeat(99));
  await box(page).click();
  await page.keyboard.type("Still **here**");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.locator(".error").first().waitFor();
  await page.locator(".editor-text strong").waitFor();
  assert.equal(await source(page), "Still **here**");
});

test("a form that the browser sends by itself sends what is seen", async (people) => {
  const page = await people.as("ines", { formatted: true });
  await page.goto("/manage/announcements/new");
  await page.locator(".editor-text").waitFor();
  await page.getByLabel("Title").fill("The quay is closed");
  await box(page).click();
  await page.keyboard.type("On **Monday** only.");
  await page.getByLabel("Show from").press("Enter");
  await page.locator(".preview strong", { hasText: "Monday" }).waitFor();
});

test("words run in the direction of their script, and what is selected all at once is written anew", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.insertText("שלום עולם");
  assert.equal(await box(page).evaluate((it) => getComputedStyle(it).direction), "rtl");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Left again");
  assert.equal(await source(page), "Left again");
  assert.equal(await box(page).evaluate((it) => getComputedStyle(it).direction), "ltr");
});

test("without an answer of the server the plain field stays", async (people) => {
  const page = await people.as("bram", { formatted: true });
  await page.route("**/me/writing/**", (route) => route.abort());
  await page.goto("/me/posts/new");
  await page.locator("textarea[name=text]").fill("By hand");
  await page.waitForTimeout(300);
  assert.ok(await page.locator("textarea[name=text]").isVisible());
});
