// Feeds as a feed reader reads them: newsboat, which is what people use in a terminal.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { find, openSite } from "./harness.mjs";

const site = await openSite();
const run = promisify(execFile);
const newsboat = await find("newsboat");

/** What is unread in the feeds at these paths, as the reader counts it. */
async function unread(folder, paths) {
  await writeFile(join(folder, "urls"), paths.map((path) => `${site.url}${path}\n`).join(""));
  const files = ["-u", join(folder, "urls"), "-c", join(folder, "cache.db"), "-C", join(folder, "config")];
  await writeFile(join(folder, "config"), "");
  await run(newsboat, [...files, "-x", "reload"], { env: { ...process.env, HOME: folder } });
  const { stdout } = await run(newsboat, [...files, "-x", "print-unread"], { env: { ...process.env, HOME: folder } });
  return Number(stdout.match(/\d+/)[0]);
}

site.test("a feed reader reads every form of feed, and what is new once", async (people) => {
  const folder = await mkdtemp(join(tmpdir(), "lyceum-feeds-"));
  const pen = await site.pen("marguerite");
  const page = await people.stranger();
  const blog = `/${(await pen.publish("Before", "What was there.")).split("/")[1]}/`;
  await page.goto(blog);
  const linked = await page.locator("link[rel=alternate]").evaluateAll((all) => all.map((one) => new URL(one.href).pathname));
  assert.deepEqual(linked, ["feed/", "feed/atom/", "feed.json"].map((form) => blog + form));
  const before = await unread(folder, [`${blog}feed/`]);
  const post = await pen.publish("A <new> & “odd” one", "With **bold**, a [link](https://example.org/) and 👩‍👩‍👧.");
  assert.equal(await unread(folder, [`${blog}feed/`]), before + 1);
  await pen.say(post, "First.");
  await pen.say(post, "Second.");
  for (const path of [`${post}feed/`, `${post}feed/atom/`]) {
    const fresh = await mkdtemp(join(tmpdir(), "lyceum-feeds-"));
    assert.equal(await unread(fresh, [path]), 2, path);
    await rm(fresh, { recursive: true });
  }
  const fresh = await mkdtemp(join(tmpdir(), "lyceum-feeds-"));
  assert.ok(await unread(fresh, ["/feed/", "/feed/atom/"]) > 2);
  await rm(fresh, { recursive: true });
  await rm(folder, { recursive: true });
});
