// Times as readers have them: near days by their names, in the reader's own time zone.

import assert from "node:assert/strict";
import { eventually, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const marguerite = await site.pen("marguerite");

const newPost = () => marguerite.publish("A question of its own", "What do you think?");
const times = (page) => page.locator(".conversation .when time").allTextContents();
const zone = (page) => page.locator("[data-zone-name]").textContent();

/** What a browser in this zone calls the time of the first entry. */
const clock = (page, timeZone, locale = "en-GB") => page.evaluate(([timeZone, locale]) => {
  const { dateTime } = document.querySelector(".conversation .when time");
  return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" }).format(new Date(dateTime));
}, [timeZone, locale]);

test("a stranger sees the times of entries on their own clock, and is told whose it is", async (people) => {
  const post = await newPost();
  await marguerite.say(post, "Who goes first?");
  for (const timezoneId of ["America/Los_Angeles", "Pacific/Auckland"]) {
    const page = await people.stranger({ timezoneId });
    await page.goto(post);
    const at = await clock(page, timezoneId);
    await eventually(async () => assert.match((await times(page))[0], new RegExp(`^(Today|Yesterday), ${at}$`)));
    assert.equal(await zone(page), timezoneId);
    assert.ok((await page.locator(".conversation .when time").getAttribute("title")).endsWith(`(${timezoneId})`));
  }
});

test("a member sees them in the zone they chose, wherever the device is", async (people) => {
  const post = await newPost();
  await marguerite.say(post, "Who goes first?");
  const page = await people.as("bram", { timezoneId: "Pacific/Auckland" });
  await page.goto(post);
  const own = await page.locator("body").getAttribute("data-zone");
  assert.notEqual(own, "Pacific/Auckland");
  const at = await clock(page, own);
  await eventually(async () => assert.match((await times(page))[0], new RegExp(`, ${at}$`)));
  assert.equal(await zone(page), own);
});

test("near days have their names, farther ones a date, in each language as it writes them", async (people) => {
  const post = await newPost();
  await marguerite.say(post, "Who goes first?");
  const said = Date.parse((await marguerite.read(post)).match(/class="when"[^>]*>[\s\S]*?datetime="([^"]+)"/)[1]);
  const seen = {
    "en-GB": ["Today, ", "Yesterday, ", /^[A-Z][a-z]+day, \d\d:\d\d$/, /^\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d$/],
    "en-US": ["Today, ", "Yesterday, ", /^[A-Z][a-z]+day, \d{1,2}:\d\d\s[AP]M$/, /^[A-Z][a-z]+ \d{1,2}, \d{4}, \d{1,2}:\d\d\s[AP]M$/],
    "de-DE": ["Heute, ", "Gestern, ", /^[A-Z][a-z]+, \d\d:\d\d$/, /^\d\d\.\d\d\.\d{4}, \d\d:\d\d$/],
    "es-ES": ["Hoy, ", "Ayer, ", /^[A-ZÁÉ][a-zé\u00e1]+, \d{1,2}:\d\d$/, /^\d{1,2} [a-z]+ \d{4}, \d{1,2}:\d\d$/],
  };
  for (const [locale, [today, yesterday, weekday, date]] of Object.entries(seen)) {
    const page = await people.stranger({ locale, timezoneId: "UTC" });
    for (const [days, expected] of [[0, today], [1, yesterday], [6, weekday], [7, date]]) {
      await page.clock.setFixedTime(said + days * 86_400_000);
      await page.goto(post);
      await eventually(async () => {
        const [told] = await times(page);
        assert.ok(typeof expected === "string" ? told.startsWith(expected) : expected.test(told), `${locale}, ${days}: ${told}`);
      });
    }
  }
});

test("an entry that comes while the page is open has the reader's time", async (people) => {
  const post = await newPost();
  const page = await people.stranger({ timezoneId: "America/Los_Angeles" });
  const opened = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith("/live"));
  await page.goto(post);
  await opened;
  await marguerite.say(post, "Who goes first?");
  const entry = page.locator(".conversation .when time");
  await eventually(async () => {
    await page.locator(".live button").click({ timeout: 100 }).catch(() => {});
    assert.equal(await entry.count(), 1);
  });
  const at = await clock(page, "America/Los_Angeles");
  await eventually(async () => assert.match((await times(page))[0], new RegExp(`^(Today|Yesterday), ${at}$`)));
});

test("without the script a page has full dates and names the zone", async (people) => {
  const post = await newPost();
  await marguerite.say(post, "Who goes first?");
  const page = await people.stranger({ javaScriptEnabled: false, timezoneId: "America/Los_Angeles" });
  await page.goto(post);
  assert.match((await times(page))[0], /^\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d$/);
  assert.equal(await zone(page), "Europe/Lisbon");
});
