// What is read, watched and heard in a module: put there by whoever leads the course, with captions; used with the keyboard
// alone; and begun in the midst of it.

import assert from "node:assert/strict";
import { openSite, sound } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const course = "/courses/working-in-the-open/";
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** A second and a half of a moving picture, as this browser records it (WebM). */
async function film(page) {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const context = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm;codecs=vp8" });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const ended = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.start();
    const begin = performance.now();
    await new Promise((resolve) => {
      const draw = () => {
        const at = performance.now() - begin;
        context.fillStyle = "#2f5d50";
        context.fillRect(0, 0, 320, 180);
        context.fillStyle = "#e7ddc7";
        context.fillRect(at / 8, 60, 60, 60);
        if (at < 1500) requestAnimationFrame(draw);
        else resolve();
      };
      draw();
    });
    recorder.stop();
    await ended;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
  return Buffer.from(base64, "base64");
}

const said = "WEBVTT\r\n\r\nintro\r\n00:00.000 --> 00:00.700\r\n<v Ada>This is the <b>quay</b>.\r\n\r\n00:00.500 --> 00:01.400\r\n<v Bo>And that is <script>the mill</script>.\r\n";

async function module(page) {
  await page.goto(`${course}manage/modules/`);
  await page.getByRole("link", { name: "Finding it again" }).click();
}

test("a video is put into a module with the keyboard, with captions, and the second try names what was wrong", async (people) => {
  const page = await people.as("ines");
  await module(page);
  await page.locator("#i-part").selectOption("view");
  await page.locator("#i-title").fill("A walk along the quay");
  await page.getByRole("button", { name: "Add it and attach a file" }).press("Enter");
  await page.getByText("No file yet.").waitFor();
  await page.getByLabel("Choose a file").setInputFiles({ name: "quay.webm", mimeType: "video/webm", buffer: await film(page) });
  await page.getByRole("button", { name: "Upload" }).press("Enter");
  await page.getByText("The file is there.").waitFor();
  assert.match(await page.locator("main").innerText(), /quay\.webm[\s\S]*WebM/);
  const captions = page.getByLabel("Captions as a file");
  const add = page.getByRole("button", { name: "Add captions" });
  await captions.setInputFiles({ name: "quay.vtt", mimeType: "text/vtt", buffer: Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\nGr\u00fc\u00dfe\n", "latin1") });
  await add.press("Enter");
  await page.getByText("Line 4 is not in UTF-8").waitFor();
  await captions.setInputFiles({ name: "quay.vtt", mimeType: "text/vtt", buffer: Buffer.from(said) });
  await add.press("Enter");
  await page.getByText("The captions are there").waitFor();
  await page.locator("#language").selectOption("de");
  await captions.setInputFiles({ name: "quay.srt", mimeType: "application/x-subrip", buffer: Buffer.from("\ufeff1\r\n00:00:00,000 --> 00:00:01,000\r\nDas ist der Kai.\r\n") });
  await add.press("Enter");
  await page.getByRole("link", { name: "Deutsch" }).waitFor();
});

test("whoever takes part watches it: nothing plays by itself, captions are on, and the transcript unfolds", async (people) => {
  const page = await people.as("bram", phone);
  await page.goto(`${course}finding-it-again/`);
  const video = page.locator("video");
  assert.ok(await page.evaluate(() => document.activeElement === document.body && scrollY === 0));
  await page.waitForFunction(() => document.querySelector("video").readyState >= 1);
  assert.ok(await video.evaluate((it) => it.paused && it.currentTime === 0));
  await video.evaluate(async (it) => { it.muted = true; await it.play(); });
  await page.waitForFunction(() => document.querySelector("video").currentTime > 0.2);
  assert.deepEqual(await video.evaluate((it) => [...it.textTracks].map((track) => [track.language, track.mode])), [["en", "showing"], ["de", "disabled"]]);
  const shown = await video.evaluate((it) => [...it.textTracks[0].cues].map((cue) => [cue.startTime, cue.getCueAsHTML().textContent]));
  assert.deepEqual(shown, [[0, "This is the quay."], [0.5, "And that is the mill."]]);
  const english = page.locator("details.fold", { has: page.locator(".transcript[lang=en]") }).locator("summary");
  await english.press("Enter");
  await page.getByText("Bo: And that is the mill.").waitFor();
});

test("one begins to listen in the midst of a recording", async (people) => {
  const page = await people.as("ines");
  await module(page);
  await page.locator("#i-title").fill("An hour of rain");
  await page.getByRole("button", { name: "Add it and attach a file" }).click();
  await page.getByLabel("Choose a file").setInputFiles({ name: "rain.wav", mimeType: "audio/wav", buffer: sound(600) });
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByText("The file is there.").waitFor();
  const parts = [];
  page.on("response", (response) => { if (response.url().includes("/finding-it-again/files/")) parts.push([response.status(), response.headers()["content-range"]]); });
  await page.goto(`${course}finding-it-again/`);
  const audio = page.locator("audio");
  await page.waitForFunction(() => document.querySelector("audio").duration > 599);
  const at = await audio.evaluate((it) => new Promise((resolve) => { it.onseeked = () => resolve(it.currentTime); it.currentTime = 590; }));
  assert.equal(at, 590);
  assert.ok(parts.length > 0 && parts.every(([status]) => status === 206), JSON.stringify(parts));
});

test("without scripts a document is opened, a transcript is read, and a video elsewhere is one press away", async (people) => {
  const ines = await people.as("ines");
  await module(ines);
  await ines.locator("#i-title").fill("How others find it again");
  await ines.locator("#i-address").fill("https://www.youtube.com/watch?v=abc");
  await ines.getByRole("button", { name: "Add something" }).click();
  await ines.getByRole("link", { name: "How others find it again", exact: true }).waitFor();
  const page = await people.as("bram", { javaScriptEnabled: false });
  await page.goto(`${course}finding-it-again/`);
  assert.equal(await page.locator("iframe, embed, object").count(), 0);
  const watch = page.getByRole("link", { name: /^Watch at www\.youtube\.com.*How others find it again$/s });
  assert.equal(await watch.getAttribute("rel"), "noopener noreferrer external");
  await page.locator("summary", { hasText: "Transcript" }).first().click();
  await page.getByText("Ada: This is the quay.").waitFor();
});

test("three videos and a live session are gone through with the keyboard alone, and nothing plays by itself", async (people) => {
  const ines = await people.as("ines");
  const pen = await site.pen("ines");
  const list = await pen.read(`${course}manage/modules/`);
  const week = list.match(/href="([^"]*\/manage\/modules\/\d+\/)"[^>]*>(?:<[^>]*>)*When it went wrong/)[1];
  await ines.goto(week);
  const moving = await film(ines);
  for (const title of ["The first hour", "The second hour", "The third hour"]) {
    const place = (await pen.send(`${week}items`, { part: "view", title, then: "file" })).replace(/\?.*/, "");
    await pen.request.post(`${place}file`, { multipart: { file: { name: "film.webm", mimeType: "video/webm", buffer: moving } } });
  }
  await ines.goto(week);
  await ines.locator("#live").fill("2099-10-22T18:00");
  await ines.locator("#minutes").fill("60");
  await ines.locator("#link").fill("https://example.org/call");
  await ines.locator("#link").press("Enter");
  await ines.locator('.notice[role="status"]').waitFor();
  await pen.leave();

  const page = await people.as("bram");
  await page.goto(`${course}when-it-went-wrong/`);
  assert.ok(await page.evaluate(() => document.activeElement === document.body && scrollY === 0), "the focus begins at the top");
  assert.equal(await page.locator("video[autoplay], audio[autoplay]").count(), 0);
  await page.waitForFunction(() => [...document.querySelectorAll("video")].length === 3);
  const playing = () => page.evaluate(() => [...document.querySelectorAll("video, audio")].filter((it) => !it.paused || it.currentTime > 0).length);
  // The way through: the first stop skips what is on every page, and then every video and the call come by.
  await page.keyboard.press("Tab");
  assert.match(await page.locator(":focus").textContent(), /Skip/);
  await page.keyboard.press("Enter");
  const met = [];
  for (let at = 0; at < 200; at++) {
    await page.keyboard.press("Tab");
    const it = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === document.body) return null;
      const { width, height } = activeElement.getBoundingClientRect();
      return { name: activeElement.tagName === "VIDEO" ? `video ${[...document.querySelectorAll("video")].indexOf(activeElement)}` : activeElement.textContent.trim(), seen: width > 0 && height > 0 };
    });
    if (!it) break;
    assert.ok(it.seen, `${it.name} has the focus and is not seen`);
    if (!met.includes(it.name)) met.push(it.name);
  }
  for (const stop of ["video 0", "video 1", "video 2", "Join the session"]) assert.ok(met.includes(stop), `${stop} among ${met.join(" | ")}`);
  assert.equal(await playing(), 0, "whoever passes by plays nothing");
  // Space plays the one that has the focus, and no other.
  await page.locator("video").nth(1).evaluate((it) => { it.muted = true; it.loop = true; it.focus(); });
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelectorAll("video")[1].currentTime > 0);
  assert.equal(await playing(), 1);
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelectorAll("video")[1].paused);
  // What was watched is ticked off without a pointer.
  const tick = page.locator("button.tick", { hasText: "The second hour" });
  await tick.focus();
  await page.keyboard.press("Space");
  await page.locator("button.tick[aria-pressed=true]", { hasText: "The second hour" }).waitFor();
});
