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
