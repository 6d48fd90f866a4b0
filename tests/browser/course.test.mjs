// The course as people have it: an organiser who sets one up in an afternoon, a newcomer with a phone and without
// scripts, and a guide who leaves nobody unanswered.

import assert from "node:assert/strict";
import { eventually, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test("an organiser sets up a course of twelve weeks with the keyboard, and opens it", async (people) => {
  const page = await people.as("ines");
  await page.goto("/courses/");
  await page.getByRole("link", { name: "Begin a course" }).press("Enter");
  await page.locator("#title").fill("Learning beside work");
  await page.getByLabel("First day").fill("2030-09-02");
  await page.getByLabel("Last day").fill("2030-12-01");
  await page.getByLabel("Time zone").fill("America/Los_Angeles");
  await page.getByRole("button", { name: "Begin a course" }).press("Enter");
  await page.getByText("Your course is there.").waitFor();
  await page.getByRole("link", { name: "Modules" }).press("Enter");
  await page.getByLabel("How many modules").fill("12");
  await page.getByLabel("Catch-up week after module").fill("6");
  await page.getByRole("button", { name: "Make the weeks" }).press("Enter");
  await page.locator("#done").waitFor();
  const rows = page.locator("ol.rows > li");
  assert.equal(await rows.count(), 13);
  // Nine o'clock there is six in the evening in Lisbon in September, where Inês lives: said with its zone.
  assert.match(await rows.first().textContent(), /17:00|5:00/);
  await page.getByRole("link", { name: "Week 1", exact: true }).press("Enter");
  await page.locator("#i-title").fill("A short essay");
  await page.locator("#i-address").fill("https://example.org/essay");
  await page.getByRole("button", { name: "Add something" }).press("Enter");
  await page.getByRole("link", { name: "A short essay", exact: true }).waitFor();
  await page.getByRole("link", { name: "Settings" }).first().press("Enter");
  await page.getByRole("button", { name: "Open the course" }).press("Enter");
  await page.getByText("The course is open").waitFor();
  const stranger = await people.stranger();
  await stranger.goto("/courses/");
  await stranger.getByRole("link", { name: "Learning beside work" }).click();
  assert.equal(await stranger.locator(".plan > li").count(), 13);
  await stranger.getByRole("link", { name: "Sign in to take part" }).waitFor();
});

test("a newcomer with a phone and without scripts joins, ticks, writes, and is answered", async (people) => {
  await site.join("nell", "Nell Okafor");
  const page = await people.as("nell", { ...phone, javaScriptEnabled: false });
  await page.goto("/courses/working-in-the-open/");
  await page.getByRole("button", { name: "Take part" }).tap();
  await page.getByText("You take part. Welcome!").waitFor();
  await page.getByText("You joined when the course was under way").waitFor();
  await page.getByRole("link", { name: "To this week’s module" }).tap();
  const title = await page.locator("h1").textContent();
  await page.locator(".items button.tick").first().tap();
  await page.getByText("1 of 2 done").waitFor();
  await page.getByRole("link", { name: "Write your post for this module" }).tap();
  await page.getByText(title).first().waitFor();
  await page.locator("#title").fill("My first week");
  await page.locator("#text").fill("I read all of it on the bus. Where do I begin?");
  await page.getByRole("button", { name: "Publish" }).tap();
  await page.locator("h1", { hasText: "My first week" }).waitFor();
  const post = new URL(page.url()).pathname;

  const guide = await people.as("adaeze");
  await guide.goto("/courses/working-in-the-open/console/?hours=0");
  const waiting = guide.locator("li", { hasText: "My first week" });
  await waiting.getByText("New here").waitFor();
  await waiting.getByRole("button", { name: "Answer" }).click();
  await guide.waitForURL((url) => url.pathname === post);
  await guide.locator(".comment-form textarea").fill("Begin with the bus.");
  await guide.getByRole("button", { name: "Post comment" }).click();
  await guide.getByText("Begin with the bus.").waitFor();
  await guide.goto("/courses/working-in-the-open/console/?hours=0");
  assert.equal(await guide.locator("li", { hasText: "My first week" }).count(), 0);

  await page.goto("/courses/working-in-the-open/");
  await page.getByText("You have done all that is asked so far.").or(page.getByText("earlier weeks")).first().waitFor();
  await page.goto("/me/notifications/");
  await page.getByText("Begin with the bus.").waitFor();
});

test("a run is copied across the change of clocks, and every week opens at its hour there", async (people) => {
  const page = await people.as("ines");
  await page.goto("/manage/courses/new");
  await page.locator("#title").fill("Across the clocks");
  await page.getByLabel("First day").fill("2030-01-07");
  await page.getByLabel("Last day").fill("2030-01-27");
  await page.getByLabel("Time zone").fill("America/Chicago");
  await page.getByRole("button", { name: "Begin a course" }).click();
  await page.getByRole("link", { name: "Modules" }).click();
  await page.getByLabel("How many modules").fill("3");
  await page.getByRole("button", { name: "Make the weeks" }).click();
  await page.locator("#done").waitFor();
  // As Inês reads them, in Lisbon, where it is six hours later while neither has put the clocks forward.
  const openings = async () => (await page.locator("ol.rows > li").allTextContents()).map((text) => text.match(/\d+ \w+ 2030 at \d+:\d\d/)?.[0] ?? text);
  assert.deepEqual(await openings(), ["7 January 2030 at 15:00", "14 January 2030 at 15:00", "21 January 2030 at 15:00"]);
  await page.getByRole("link", { name: "Settings" }).first().click();
  await page.getByRole("link", { name: "Another run" }).click();
  await page.getByLabel("First day").fill("2030-03-04");
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByRole("link", { name: "Modules" }).click();
  await page.locator("ol.rows > li").first().waitFor();
  // Chicago puts its clocks forward on 10 March 2030, Lisbon three weeks later.
  assert.deepEqual(await openings(), ["4 March 2030 at 15:00", "11 March 2030 at 14:00", "18 March 2030 at 14:00"]);
});

test("a guide empties the list of unanswered, and writes to whoever is stuck in two presses", async (people) => {
  const guide = await people.as("adaeze");
  const list = "/courses/working-in-the-open/console/?hours=0";
  const waiting = guide.locator('section[aria-labelledby="unanswered"] ul.rows > li');
  await guide.goto(list);
  const before = await waiting.count();
  assert.ok(before > 0, "the demo leaves something to answer");
  for (let left = before; left > 0; left--) {
    assert.equal(await waiting.count(), left);
    await waiting.first().getByRole("button", { name: "Answer" }).click();
    await guide.locator(".comment-form").waitFor();
    // A question in a comment is answered in its place; the button leads to it.
    const { hash } = new URL(guide.url());
    if (hash.startsWith("#comment-")) await guide.locator(`${hash} a.reply`).first().click();
    await guide.locator(".comment-form textarea").fill(`This is answer ${left}.`);
    await guide.getByRole("button", { name: "Post comment" }).click();
    await guide.getByText(`This is answer ${left}.`).waitFor();
    await guide.goto(list);
  }
  await guide.getByText("Everybody has been answered.").waitFor();

  await guide.getByRole("link", { name: "Homeroom 1" }).click();
  const [closed] = await guide.locator("aside details:not([open]) > summary").all();
  await closed?.click();
  await guide.getByRole("link", { name: "Send a kind note" }).first().click();
  const note = guide.locator("textarea[name=text]");
  const words = (await note.inputValue()).split("\n")[0];
  assert.notEqual(words, "");
  await guide.getByRole("button", { name: "Send" }).click();
  await guide.waitForURL(/\/me\/messages\/\d+/);
  await guide.getByRole("main").getByText(words).waitFor();
});

test("a newcomer comes from an invitation by e-mail to an account, into the course and to a first answer", async (people) => {
  const teacher = await people.as("tomasz");
  await teacher.goto("/courses/working-in-the-open/manage/people/");
  await teacher.getByRole("link", { name: "Invite by e-mail" }).click();
  await teacher.getByLabel("E-mail addresses").fill("\"Okafor, Wanda\" <wanda@example.net>; nowhere");
  await teacher.getByLabel("A few words of your own").fill("We begin on Monday.");
  await teacher.getByRole("button", { name: "Send invitations" }).click();
  await teacher.getByText("One person is invited.").waitFor();
  assert.equal(await teacher.getByLabel("E-mail addresses").inputValue(), "nowhere");
  const letter = await eventually(async () => (await site.letters()).find((one) => one.includes("To: wanda@example.net")) ?? assert.fail("no letter yet"));
  assert.match(letter, /We begin on Monday\./);

  const page = await people.stranger({ ...phone, javaScriptEnabled: false });
  await page.goto(letter.match(/http\S+\/invite\/[\w-]+\/(?=\s)/)[0]);
  await page.getByText("We begin on Monday.").waitFor();
  await page.getByRole("button", { name: "Create an account" }).tap();
  assert.equal(await page.locator("#join-email").inputValue(), "wanda@example.net");
  await page.locator("#display-name").fill("Wanda Okafor");
  await page.locator("#new-password").fill("a sentence that one likes");
  await page.locator("main form .buttons button").tap();
  await page.getByRole("button", { name: "Accept and take part" }).tap();
  await page.getByText("You take part. Welcome!").waitFor();
  await page.getByRole("link", { name: "To this week’s module" }).tap();
  await page.getByRole("link", { name: "Write your post for this module" }).tap();
  await page.locator("#title").fill("Hello from the ferry");
  await page.locator("#text").fill("I was invited. Where does one begin?");
  await page.getByRole("button", { name: "Publish" }).tap();
  await page.locator("h1", { hasText: "Hello from the ferry" }).waitFor();
  const post = new URL(page.url()).pathname;

  const guide = await people.as("adaeze");
  await guide.goto(post);
  await guide.locator(".comment-form textarea").fill("With the ferry, I would say.");
  await guide.getByRole("button", { name: "Post comment" }).click();
  await guide.getByText("With the ferry, I would say.").waitFor();
  await page.goto("/me/notifications/");
  await page.getByText("With the ferry, I would say.").waitFor();
  await teacher.goto("/courses/working-in-the-open/manage/invitations/");
  await teacher.locator("li", { hasText: "wanda@example.net" }).getByText("Accepted").waitFor();
});

test("somebody says where they are, and stands on the map of the course by their town", async (people) => {
  const page = await people.as("karim");
  await page.goto("/me/about/");
  await page.locator("#a-place").fill("Cambridge");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Which place do you mean?" }).click();
  await page.getByLabel("Cambridge, England, United Kingdom").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Found: on the maps of your courses you stand at Cambridge, United Kingdom").waitFor();
  await page.goto("/courses/working-in-the-open/");
  await page.getByRole("link", { name: "Map", exact: true }).click();
  const town = page.locator(".places dl > div", { hasText: "Cambridge" });
  await town.getByText("Karim").waitFor();
  // The land is drawn, and the marks lead to the list.
  const land = await page.locator(".map .land").evaluate((use) => use.getBBox().width);
  assert.ok(land > 100, `${land}`);
  const marks = page.locator(".map .marks.wide a");
  await marks.last().click();
  assert.match(page.url(), /#place-/);
});
