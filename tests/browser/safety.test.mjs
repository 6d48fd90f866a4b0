// Nothing a stranger or a member writes is ever run: each known trick, posted for real and opened in a browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { here, openSite } from "./harness.mjs";

// A few members write here what many would.
const site = await openSite({ LYCEUM_LIMITS: "off" });
const { test } = site;
const file = await readFile(join(here, "../../crates/markup/tests/vectors.txt"), "utf8");
const vectors = [...file.split("\n").filter(Boolean), file];
const members = await Promise.all(["marguerite", "bram", "ines", "thandi", "kenji", "lotte"].map((handle) => site.pen(handle)));
const question = await site.post("kettle-on", "where-in-your-week");
const share = (at, all = vectors) => all.filter((_, place) => place % members.length === at);

/** A visitor whose pages tell what ran in them. A picture that an author put into a post may be asked of another host. */
async function careful(people, who) {
  const page = who ? await people.as(who) : await people.stranger();
  people.allow = (request) => request.resourceType() === "image";
  await page.addInitScript(() => {
    window.ran = [];
    for (const name of ["alert", "confirm", "prompt", "open", "print"]) window[name] = (...args) => { window.ran.push([name, ...args].join(" ")); };
  });
  return page;
}

/** Opens a page, and finds nothing in it that runs, could run, or leads the reader astray. */
async function harmless(page, path, options = {}) {
  await page.goto(path);
  const found = await page.evaluate(({ pictures }) => {
    const bad = [...window.ran];
    const own = (address) => new URL(address, document.baseURI).origin === location.origin;
    for (const it of document.querySelectorAll("*")) {
      const say = (what) => bad.push(`${what}: ${it.outerHTML.slice(0, 160)}`);
      // A block of data is run by nobody.
      const scripted = it.localName === "script" && it.type !== "application/ld+json" && !(it.src.startsWith(`${location.origin}/assets/`) && !it.textContent);
      if (scripted || it.matches("iframe, frame, object, embed, applet, base, style, svg, math, video, audio, marquee, meta[http-equiv], portal")) say("element");
      if (it.matches("link") && !own(it.href)) say("link");
      if (it.matches("img") && !own(it.src) && !(pictures && /^https:/.test(it.src))) say("picture");
      if (it.matches("form") && !own(it.getAttribute("action") ?? "")) say("form");
      // Places that links within a text lead to begin with `text-`, which no name of the page's own is looked up by.
      if (it.matches(".prose *, .name *, bdi *, h1 *") && it.matches("form, input, button, textarea, select, [id]:not([id^='text-']), [name], [style], [srcset], [target]")) say("within a text");
      for (const { name, value } of it.attributes) {
        if (/^on/i.test(name) || name === "srcdoc" || name === "ping") say(name);
        if (/^(href|src|action|formaction|cite|poster|background|xlink:href)$/i.test(name) && /^[\s\u0000-\u0020]*(javascript|vbscript|data|file|blob|feed|view-source)\s*:/i.test(value)) say(name);
      }
    }
    return bad;
  }, options);
  assert.deepEqual(found, [], path);
  assert.equal(new URL(page.url()).pathname, new URL(path, site.url).pathname, "still where it was");
}

/** Presses whatever can be pressed in the texts of a page; nothing runs, and nothing is asked of another host. */
async function press(page) {
  const ran = await page.evaluate(() => {
    addEventListener("click", (event) => event.preventDefault());
    for (const it of document.querySelectorAll(".prose *, .name, .name *")) {
      for (const kind of ["click", "mouseover", "mouseenter", "focus", "pointerdown", "toggle"]) it.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
    }
    return window.ran;
  });
  assert.deepEqual(ran, []);
}

test("in comments", async (people) => {
  const post = await members[0].publish("Comments that mean no good", "A trap.");
  await Promise.all(members.map(async (pen, at) => {
    // What leaves nothing behind when it is cleaned is refused; with a word more it is taken.
    for (const vector of share(at)) await pen.say(post, vector).catch(() => pen.say(post, `${vector}\n\nNothing.`));
  }));
  const page = await careful(people, "bram");
  let seen = 0;
  for (let path = post; path;) {
    await harmless(page, path);
    [path] = await page.locator('.paging [rel~="next"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    await press(page);
    seen += await page.locator(".entry").count();
    assert.equal(await page.locator(".entry .prose img").count(), 0, "comments show no pictures");
  }
  assert.ok(seen > vectors.length * 0.9, `${seen} of ${vectors.length} were shown`);
});

test("in what guests give as their name and website", async (people) => {
  const posts = await Promise.all([0, 1].map((at) => members[0].publish(`Guests that mean no good ${at}`, "A trap.")));
  const names = vectors.filter((vector) => vector.length <= 100);
  await Promise.all(members.map(async (_, at) => {
    for (const [place, vector] of share(at, names).entries()) {
      const guest = await site.pen();
      const said = (website) => guest.say(posts[place % 2], `Guest ${at}-${place}.`, "", { name: vector, email: `guest${at}x${place}@example.net`, website });
      await said(vector).catch(() => said(`https://example.org/${vector}`)).catch(() => said(""));
      await guest.leave();
    }
  }));
  let seen = 0;
  const page = await careful(people, "marguerite");
  for (const path of [...posts, "/me/waiting/"]) {
    await harmless(page, path);
    await press(page);
    if (path !== "/me/waiting/") seen += await page.locator(".entry").count();
  }
  assert.ok(seen > names.length * 0.9, `${seen} of ${names.length} were shown`);
});

test("in the titles, texts and tags of posts, and in the titles of blogs", { timeout: 600_000 }, async (people) => {
  await Promise.all(members.slice(0, 3).map(async (pen, at) => {
    const page = await careful(people);
    const address = (await pen.read("/me/settings/")).match(/name="address"[^>]*value="([^"]*)"/)[1];
    for (const vector of vectors.filter((_, place) => place % 3 === at)) {
      const title = vector.slice(0, 100).replaceAll("\n", " ");
      await pen.send("/me/blog", { title, tagline: title, address });
      await harmless(page, await pen.publish(title, vector, { tags: title.replaceAll(",", " ").slice(0, 60) }), { pictures: true });
      await press(page);
    }
    await harmless(page, `/${address}/`);
  }));
  const page = await careful(people);
  for (const path of ["/", "/members/"]) await harmless(page, path);
});

test("in what people say about themselves", async (people) => {
  const page = await careful(people);
  const [, , , thandi] = members;
  for (let at = 0; at < vectors.length; at += 6) {
    await thandi.send("/me/profile", { name: "Thandi", handle: "thandi", website: "", language: "en", zone: "", bio: vectors.slice(at, at + 6).join("\n\n").slice(0, 900) });
    await harmless(page, "/members/thandi/");
    await press(page);
  }
});

test("in addresses and searches", async (people) => {
  const page = await careful(people);
  for (const vector of vectors.filter((vector) => vector.length < 200)) {
    await harmless(page, `/members/?q=${encodeURIComponent(vector)}`);
  }
  for (const path of [`/sign-in?next=javascript:alert(1)`, `/sign-in?next=//evil.example`, `${question}?view=%22%3E%3Cscript%3Ealert(1)%3C/script%3E`, `/members/%22%3E%3Cscript%3Ealert(1)%3C/script%3E/`]) {
    await harmless(page, path);
  }
});

test("in a preview, and in what is kept on the device", async (people) => {
  const page = await careful(people, "bram");
  await page.goto("/me/posts/new");
  for (const vector of [file, ...vectors.filter((_, place) => place % 10 === 0)]) {
    await page.locator("#text").fill(vector);
    const shown = page.waitForResponse("**/preview");
    await page.getByRole("button", { name: "Preview" }).click();
    await (await shown).finished();
    await press(page);
  }
  assert.equal(await page.locator(".preview .prose :is(script, iframe, svg, style, [onclick], [onerror], [style])").count(), 0);
  await harmless(page, "/me/posts/new");
});

test("forms of other sites are refused, and what belongs to members is kept by nobody on the way", async (people) => {
  const bram = members[1];
  const answer = await bram.request.post("/me/profile", { form: { name: "Mallory" }, headers: { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }, maxRedirects: 0 });
  assert.equal(answer.status(), 403);
  const page = await people.as("bram");
  const response = await page.goto("/me/posts/");
  assert.match(response.headers()["cache-control"], /private|no-store/);
  for (const cookie of await page.context().cookies()) {
    // That a script is running says nothing about anybody, and only a script can say it.
    assert.ok((cookie.httpOnly || cookie.name === "lyceum-reading") && cookie.sameSite === "Lax", cookie.name);
  }
  assert.doesNotMatch(response.headers()["content-security-policy"], /unsafe/);
});
