import { openSite } from "./harness.mjs";
import { mkdir } from "node:fs/promises";
const site = await openSite();
const out = process.env.OUT ?? "/tmp/look1"; await mkdir(out, { recursive: true });
site.test("look", async (people) => {
  const ines = await site.pen("ines");
  const bram = await site.pen("bram");
  const form = { title: "Working in the Open: twelve weeks among colleagues", address: "open", tagline: "Read, write and answer, in the time you have.", text: "Every week has a module: something to read, something to view, and a question to write about on your own blog.\n\n**Twenty minutes a day are enough.** Nobody keeps a score, and whoever falls behind finds a way back in.", outcomes: "Say what you learned, and show it\nFind colleagues who ask the same questions\nBring something back to your own workplace", starts: "2026-11-02", ends: "2027-01-24", zone: "Europe/Lisbon", language: "en", joining: "open", places: "35", audience: "circle", titles: "1" };
  await ines.send("/manage/courses/new", form);
  await ines.send("/manage/courses/new", { ...form, title: "Catalogues for people", address: "catalogues", joining: "ask", starts: "2027-02-01", ends: "2027-03-28", places: "" });
  await ines.send("/courses/open/manage/open", {});
  await ines.send("/courses/catalogues/manage/open", {});
  await bram.send("/courses/catalogues/join", { words: "I keep a catalogue nobody can read." });
  const shot = async (who, name, path, { width = 1280, scheme = "light", full = true, locale = "en-GB" } = {}) => {
    const options = { viewport: { width, height: 900 }, colorScheme: scheme, locale };
    const page = who ? await people.as(who, options) : await people.stranger(options);
    await page.goto(path);
    await page.screenshot({ path: `${out}/${name}-${width}-${scheme}.png`, fullPage: full });
    await page.context().close();
  };
  for (const [width, scheme] of [[360, "light"], [1280, "light"], [768, "dark"]]) {
    await shot("bram", "list", "/courses/", { width, scheme });
    await shot("bram", "home", "/courses/open/", { width, scheme });
    await shot("ines", "settings", "/courses/open/manage/", { width, scheme });
    await shot("ines", "people", "/courses/catalogues/manage/people/", { width, scheme });
  }
  await shot(null, "ask-de", "/courses/catalogues/", { width: 360, locale: "de-DE" });
});
