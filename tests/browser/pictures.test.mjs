// Pictures and files in what people write: chosen, pasted, dropped, described; and without scripts.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { eventually, openSite, picture } from "./harness.mjs";

const site = await openSite({ LYCEUM_LIMITS: "off" });
const { test } = site;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const box = (page) => page.locator(".editor-text");
const source = (page) => page.locator("textarea[name=text]").evaluate((it) => it.value);
const shown = (page) => page.locator(".editor-text .picture-here img");
const file = (name, buffer, mimeType = "image/png") => ({ name, mimeType, buffer });

async function writing(people, options = {}) {
  const page = await people.as("bram", { formatted: true, ...options });
  await page.goto("/me/posts/new");
  await box(page).waitFor();
  return page;
}

/** Chooses files by a button of the bar. */
async function choose(page, button, files) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button, exact: true }).click();
  await (await chooser).setFiles(files);
}

/** Pastes or drops files into what is written, as a browser does it. */
async function bring(page, kind, files, html = "", where = ".editor-text") {
  const brought = files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, base64: buffer.toString("base64") }));
  await page.locator(where).evaluate((target, { kind, brought, html }) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of brought) data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type }));
    if (html) data.setData("text/html", html);
    const box = target.getBoundingClientRect();
    const more = kind === "paste" ? { clipboardData: data } : { dataTransfer: data, clientX: box.left + 30, clientY: box.top + 200 };
    const Kind = kind === "paste" ? ClipboardEvent : DragEvent;
    target.dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, ...more }));
  }, { kind, brought, html });
}

/** Holds uploads back until they are let go. */
async function holding(page) {
  let go;
  const gate = new Promise((done) => { go = done; });
  await page.route("**/me/media/file", async (route) => { await gate; await route.continue(); });
  return go;
}

/** A photograph of this size, as this browser makes it. */
async function photo(page, width, height) {
  const base64 = await page.evaluate(([width, height]) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d");
    const pixels = context.createImageData(width, height);
    let seed = 7;
    for (let at = 0; at < pixels.data.length; at += 4) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      pixels.data.set([(at / 4 % width) / width * 200 + (seed >>> 27), 100 + (seed >>> 26) / 2, 90, 255], at);
    }
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.98).split(",")[1];
  }, [width, height]);
  return Buffer.from(base64, "base64");
}

test("several pictures are chosen at once, made smaller, described and published in their order", async (people) => {
  const page = await writing(people);
  await page.getByLabel("Title").fill("On the quay");
  await box(page).click();
  await page.keyboard.type("Look at this.");
  const large = await photo(page, 3000, 1200);
  assert.ok(large.length > 300 * 1024);
  let sent = 0;
  page.on("request", (request) => { if (request.url().endsWith("/me/media/file")) sent += request.postDataBuffer()?.length ?? 0; });
  await choose(page, "Picture", [file("large.jpg", large, "image/jpeg"), file("b.png", picture(900, 300)), file("c.png", picture(300, 200, [150, 60, 40]))]);
  await eventually(async () => assert.equal(await shown(page).count(), 3), 60_000);
  assert.ok(sent < large.length, "it was made smaller before");
  assert.equal(await page.locator(".uploading .bar-row").count(), 0);
  const lines = (await source(page)).split("\n\n");
  assert.equal(lines[0], "Look at this.");
  assert.deepEqual(lines.slice(1).map((line) => line.match(/^!\[\]\(\/files\/\d+-(\d+x\d+)\.\w+\)$/)?.[1]), ["2560x1024", "900x300", "300x200"]);
  await eventually(async () => assert.deepEqual(await shown(page).evaluateAll((all) => all.map((it) => it.complete && it.naturalWidth)), [800, 800, 300]));

  const words = page.getByLabel("What does it show?");
  assert.deepEqual(await words.evaluateAll((all) => all.map((it) => it.value)), ["", "", ""], "nobody makes it up");
  await words.nth(1).fill("A *green* wall");
  await words.nth(1).press("Enter");
  assert.ok(await box(page).evaluate((it) => it === document.activeElement));
  assert.match(await source(page), /!\[A \\\*green\\\* wall\]/);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);

  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/on-the-quay/);
  const published = page.locator("article .prose img, .post .prose img");
  assert.equal(await published.nth(1).getAttribute("alt"), "A *green* wall");
  assert.deepEqual(await published.evaluateAll((all) => all.map((it) => [it.getAttribute("width"), it.getAttribute("height")])), [["2560", "1024"], ["900", "300"], ["300", "200"]]);
  assert.match(await published.first().getAttribute("srcset"), /-400\.\w+ 400w, .*-800\.\w+ 800w, .*-1600\.\w+ 1600w, .* 2560w/);
  await published.first().scrollIntoViewIfNeeded();
  await eventually(async () => assert.ok(await published.first().evaluate((it) => it.complete && it.naturalWidth >= 400)));
  await page.getByRole("link", { name: "Edit this post" }).click();
  await box(page).waitFor();
  const before = await source(page);
  await box(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" More.");
  assert.ok((await source(page)).startsWith(before.trimEnd()), "pictures that nobody touched stay as they were written");
});

test("while a picture is pasted nothing of the text, of what is chosen and of the focus is lost", async (people) => {
  const page = await writing(people);
  const go = await holding(page);
  await box(page).click();
  await page.keyboard.type("Before");
  await page.keyboard.press("Enter");
  await page.keyboard.type("After");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  await bring(page, "paste", [file("a.png", picture(120, 80))]);
  await page.locator(".uploading progress").waitFor();
  await page.keyboard.type(" and more");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("wards, typed meanwhile");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  assert.equal(await source(page), "Before and more\n\nAfterwards, typed meanwhile", "a mark is no part of the text");
  go();
  await shown(page).waitFor();
  assert.ok(await box(page).evaluate((it) => it === document.activeElement));
  assert.equal(await page.evaluate(() => getSelection().toString()), "le");
  await page.keyboard.type("LE");
  assert.match(await source(page), /^Before!\[\]\(\/files\/\d+-120x80\.png\) and more\n\nAfterwards, typed meanwhiLE$/);
});

test("a picture is dropped where it is to stand, and a file becomes a link with its name and size", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.type("First words.");
  await bring(page, "drop", [file("a.png", picture(50, 40))]);
  await shown(page).waitFor();
  assert.match(await source(page), /^First words\.\n\n!\[\]\(\/files\/\d+-50x40\.png\)$/);
  await box(page).click();
  await page.keyboard.press("Control+End");
  await choose(page, "File", [file("Reading list.pdf", Buffer.from("%PDF-1.7 and so on"), "application/pdf")]);
  await box(page).locator("a", { hasText: "Reading list.pdf (PDF, 1 KB)" }).waitFor();
  assert.match(await source(page), /\[Reading list\.pdf \(PDF, 1 KB\)\]\(\/files\/\d+\.pdf\)/);
});

test("what was refused says so and stays until it is put away; nothing of the text is touched", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.type("Kept.");
  await choose(page, "Picture", [file("odd.png", Buffer.from("no picture at all")), file("good.png", picture(30, 20))]);
  const row = page.locator(".uploading [role=alert]");
  await row.waitFor();
  assert.match(await row.textContent(), /odd\.png: We cannot read this file as a picture/);
  await shown(page).waitFor();
  await row.getByRole("button", { name: "Put away" }).click();
  assert.equal(await row.count(), 0);
  assert.match(await source(page), /^Kept\.\n\n!\[\]\(\/files\/\d+-30x20\.png\)$/);
  assert.equal(await page.locator(".upload-mark").count(), 0);
});

test("what found no way is sent again to the place it was meant for, or put away", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.type("Before.");
  await page.route("**/me/media/file", (route) => route.abort());
  await choose(page, "Picture", [file("later.png", picture(30, 20)), file("never.png", picture(31, 20))]);
  const rows = page.locator(".uploading [role=alert]");
  await rows.nth(1).waitFor();
  assert.match(await rows.first().textContent(), /later\.png could not be uploaded/);
  await box(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("After.");
  await page.unroute("**/me/media/file");
  await page.route("**/me/media/file", (route) => route.fulfill({ status: 507, body: "" }), { times: 1 });
  await rows.first().getByRole("button", { name: "Try again" }).click();
  await eventually(async () => assert.match(await rows.first().textContent(), /later\.png could not be kept: the server cannot store anything/));
  await rows.first().getByRole("button", { name: "Try again" }).click();
  await shown(page).waitFor();
  await rows.first().getByRole("button", { name: "Put away" }).click();
  assert.match(await source(page), /^Before\.\n\n!\[\]\(\/files\/\d+-30x20\.png\)\n\nAfter\.$/);
  assert.equal(await rows.count() + await page.locator(".upload-mark").count(), 0);
});

test("a text is published with what was put into it, even where that is still on its way", async (people) => {
  const page = await writing(people);
  await page.getByLabel("Title").fill("In a hurry");
  await box(page).click();
  await page.keyboard.type("Quick.");
  const go = await holding(page);
  await choose(page, "Picture", [file("a.png", picture(61, 40)), file("b.png", picture(62, 40))]);
  await page.locator(".uploading progress").first().waitFor();
  await page.getByRole("button", { name: "Publish" }).click();
  await eventually(async () => assert.match(await page.locator(".editor [role=status]").allTextContents().then((all) => all.join(" ")), /still on their way/));
  assert.match(page.url(), /\/me\/posts\//);
  go();
  await page.waitForURL(/in-a-hurry/);
  assert.deepEqual(await page.locator(".prose img").evaluateAll((all) => all.map((it) => it.getAttribute("width"))), ["61", "62"]);
});

test("where one of them fails, nothing is published before its writer has seen that", async (people) => {
  const page = await writing(people);
  await page.getByLabel("Title").fill("Too much of a hurry");
  const go = await holding(page);
  await choose(page, "Picture", [file("odd.png", Buffer.from("no picture"))]);
  await page.getByRole("button", { name: "Publish" }).click();
  go();
  await page.locator(".uploading [role=alert]").waitFor();
  assert.match(page.url(), /\/me\/posts\//);
  await box(page).click();
  await page.keyboard.type("Without it, then.");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/too-much-of-a-hurry/);
});

test("it says how many pictures nobody has described, and one can be taken out", async (people) => {
  const page = await writing(people);
  await choose(page, "Picture", [file("a.png", picture(60, 40)), file("b.png", picture(70, 40))]);
  await shown(page).nth(1).waitFor();
  const said = page.locator(".editor .hint[role=status]");
  await eventually(async () => assert.equal(await said.textContent(), "2 pictures have no description."));
  await page.getByLabel("What does it show?").first().fill("A wall");
  assert.equal(await said.textContent(), "One picture has no description.");
  await page.getByRole("button", { name: "Take the picture out" }).nth(1).click();
  assert.equal(await said.textContent(), "");
  assert.match(await source(page), /^!\[A wall\]\(\/files\/\d+-60x40\.png\)$/);
  assert.ok(await box(page).evaluate((it) => it === document.activeElement));
  await page.keyboard.press("Control+z");
  assert.match(await source(page), /-70x40\.png\)$/);
});

test("a file that misses the text does not take the place of the page", async (people) => {
  const page = await writing(people);
  const isLeft = await page.locator("h1").first().evaluate((target) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "a.txt"));
    const over = new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer: data });
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data });
    return target.dispatchEvent(over) || target.dispatchEvent(drop);
  });
  assert.equal(isLeft, false);
});

test("what is held in a hand has a button for its camera", async (people) => {
  const wide = await writing(people);
  assert.equal(await wide.getByRole("button", { name: "Camera", exact: true }).count(), 0);
  const page = await writing(people, { hasTouch: true, viewport: { width: 390, height: 800 } });
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Camera", exact: true }).click();
  const asked = await chooser;
  assert.equal(await asked.element().getAttribute("capture"), "environment");
  await asked.setFiles([file("image.png", picture(40, 60))]);
  await shown(page).waitFor();
});

test("words in a clipboard count more than a picture of them", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await bring(page, "paste", [file("cells.png", picture(30, 20))], "<table><tr><td>One</td><td>Two</td></tr></table>");
  await box(page).locator("table").waitFor();
  assert.equal(await page.locator(".uploading .bar-row").count() + await shown(page).count(), 0);
});

test("in Markdown the line of a picture is put where one writes", async (people) => {
  const page = await writing(people);
  await box(page).click();
  await page.keyboard.type("One");
  await page.getByRole("button", { name: "Markdown" }).click();
  await choose(page, "Picture", [file("a.png", picture(60, 40))]);
  await eventually(async () => assert.match(await source(page), /^One\n\n!\[\]\(\/files\/\d+-60x40\.png\)$/));
  const go = await holding(page);
  const field = page.locator("textarea[name=text]");
  await field.fill("First\n\nLast");
  await field.evaluate((it) => it.setSelectionRange(5, 5));
  await choose(page, "Picture", [file("b.png", picture(70, 40)), file("c.png", picture(80, 40))]);
  await field.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" words, typed meanwhile");
  go();
  await eventually(async () => assert.match(await source(page), /^First\n\n!\[\]\(\/files\/\d+-70x40\.png\)\n\n!\[\]\(\/files\/\d+-80x40\.png\)\n\nLast words, typed meanwhile$/));
  assert.equal(await field.evaluate((it) => it.selectionEnd === it.value.length && it === document.activeElement), true);
  await page.getByRole("button", { name: "Formatted" }).click();
  await shown(page).nth(1).waitFor();
});

test("a picture from another site is asked for by nobody, in the editor as little as by readers", async (people) => {
  const pen = await site.pen("bram");
  const post = await pen.publish("From elsewhere", "![A mill](https://elsewhere.example/mill.png)\n\n<figure><img src=\"https://elsewhere.example/b.png\"><figcaption>B</figcaption></figure>");
  const page = await people.as("bram", { formatted: true });
  await page.goto(post);
  assert.equal(await page.locator(".prose a", { hasText: "A mill" }).first().getAttribute("href"), "https://elsewhere.example/mill.png");
  await page.getByRole("link", { name: "Edit this post" }).click();
  await box(page).locator(".picture-here .elsewhere").waitFor();
  await box(page).locator(".island .elsewhere").waitFor();
  await page.getByLabel("What does it show?").fill("A windmill");
  assert.match(await source(page), /^!\[A windmill\]\(https:\/\/elsewhere\.example\/mill\.png\)/);
});

test("without scripts a picture is uploaded on a page of its own, which gives the line to put in", async (people) => {
  const page = await people.as("bram", { javaScriptEnabled: false });
  await page.goto("/me/posts/new");
  assert.equal(await page.getByRole("link", { name: "Pictures and files" }).getAttribute("href"), "/me/media/");
  await page.goto("/me/media/");
  await page.getByLabel("Picture or file").setInputFiles(file("plain.png", picture(640, 480)));
  await page.locator("#alt").fill("A plain wall");
  await page.getByRole("button", { name: "Upload" }).click();
  assert.match(await page.locator(".notice.good").textContent(), /Uploaded/);
  const line = await page.locator(".uploads li").first().getByLabel("For a text in Markdown").inputValue();
  assert.match(line, /^!\[A plain wall\]\(\/files\/\d+-640x480\.png\)$/);
  await page.goto("/me/posts/new");
  await page.getByLabel("Title").fill("A plain post");
  await page.locator("#text").fill(`Here:\n\n${line}`);
  await page.getByRole("button", { name: "Publish" }).click();
  assert.equal(await page.locator(".prose img").first().getAttribute("alt"), "A plain wall");
  await page.goto("/me/media/");
  assert.equal(await page.locator(".uploads li").first().locator(".where a").textContent(), "A plain post");
});
