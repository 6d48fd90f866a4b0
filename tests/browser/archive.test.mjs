// Taking everything home: somebody asks, downloads, and reads the archive from their disk, without a server or scripts.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import { eventually, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;

/** Unpacks a zip as other programs do: by the list at its end. */
async function unpack(file, folder) {
  const zip = await readFile(file);
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  const names = [];
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [method, size, name, extra, comment] =
      [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const path = zip.toString("utf8", at + 46, at + 46 + name);
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(begin, begin + size);
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), method === 8 ? inflateRawSync(bytes) : bytes);
    names.push(path);
    at += 46 + name + extra + comment;
  }
  return names;
}

test("a member asks for an archive, downloads it, and reads it from the disk without a server or scripts", async (people) => {
  const page = await people.as("ines");
  await page.goto("/me/settings/");
  await page.getByRole("link", { name: "Take everything home" }).click();
  await page.getByRole("button", { name: "Make my archive" }).click();
  await page.getByText("We will write to you when it is ready.").first().waitFor();
  await eventually(async () => {
    await page.goto("/me/archive/");
    assert.equal(await page.getByRole("link", { name: /^Download/ }).count(), 1);
  }, 60_000);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Download/ }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "ines.zip");
  const folder = join(site.folder, "home");
  const names = await unpack(await download.path(), folder);
  assert.ok(names.includes("data/posts.json") && names.some((name) => name.startsWith("wordpress/")), names.join(" "));

  const context = await site.browser.newContext({ javaScriptEnabled: false, offline: true });
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  context.on("requestfailed", (request) => assert.fail(`${request.url()} is not there`));
  const reader = await context.newPage();
  await reader.goto(pathToFileURL(join(folder, "index.html")).href);
  const first = reader.locator("main .rows a").first();
  const title = await first.innerText();
  await first.click();
  assert.equal(await reader.locator("h1").innerText(), title);
  assert.ok((await reader.locator("article.post .prose").innerText()).length > 20);
  // Somewhere on the blog people talked, and it stands under what they talked about.
  let entries = 0;
  for (const name of names.filter((name) => /^posts\/.*\.html$/.test(name))) {
    await reader.goto(pathToFileURL(join(folder, name)).href);
    entries += await reader.locator(".thread .entry .prose").count();
    const wide = await reader.locator("html").evaluate((html) => html.scrollWidth > html.clientWidth + 1);
    assert.ok(!wide, `${name} is wider than the window`);
  }
  assert.ok(entries > 0, "no conversation");
  assert.ok(asked.every((url) => url.startsWith("file:")), asked.filter((url) => !url.startsWith("file:")).join(" "));
  assert.ok(asked.some((url) => url.endsWith(".css")));
  await context.close();
});

test("without scripts an archive is asked for and deleted, too", async (people) => {
  const page = await people.as("tomasz", { javaScriptEnabled: false });
  await page.goto("/me/archive/");
  await page.getByRole("button", { name: "Make my archive" }).click();
  await eventually(async () => {
    await page.goto("/me/archive/");
    assert.equal(await page.getByRole("button", { name: "Delete it now" }).count(), 1);
  }, 60_000);
  await page.getByRole("button", { name: "Delete it now" }).click();
  await page.getByText("Your archive has been deleted.").waitFor();
});
