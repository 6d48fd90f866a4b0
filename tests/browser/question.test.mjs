// A question with answers to choose from: asked, answered with a comment and without one, and followed as it changes.

import assert from "node:assert/strict";
import { eventually, openSite, pathOf } from "./harness.mjs";

const site = await openSite();
const { test } = site;

const answers = ["Own time", "A mixture", "Work time"];

/** Asks in the form of a post and gives the path of it. */
async function ask(page, fill = async () => {}) {
  await page.goto("/me/posts/new");
  await page.getByLabel("Title").fill("When do you learn?");
  await page.getByLabel("Text", { exact: true }).fill("I do it on the bus.");
  await page.locator("details.asks > summary").click();
  await page.getByLabel("Question", { exact: true }).fill("In your own time, or in work time?");
  for (const [at, answer] of answers.entries()) await page.getByLabel(`Answer ${at + 1}`).fill(answer);
  await fill();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.locator(".question").waitFor();
  return pathOf(page.url());
}

/** What the table says: each answer with its people and its share. */
const table = (page) => page.locator(".breakdown tbody tr").evaluateAll((rows) =>
  rows.map((row) => [row.querySelector("th > span").textContent, ...[...row.querySelectorAll("td")].slice(0, 2).map((it) => it.textContent)].join(" · ")));

const says = (page, expected) => eventually(async () => assert.deepEqual(await table(page), expected));

/** How much of each bar is filled, of a hundred. */
const bars = (page) => page.locator(".breakdown .part").evaluateAll((parts) => parts.map((part) => Number(part.getAttribute("width"))));

test("an author asks, people answer with a comment and without, change their minds, and an open page follows", async (people) => {
  const author = await people.as("marguerite");
  const post = await ask(author);
  const open = await people.stranger();
  await open.goto(post);
  await open.getByText("Nobody has answered yet").waitFor();

  const bram = await people.as("bram");
  await bram.goto(post);
  await bram.getByLabel("Comment").fill("Always after the shift.");
  await bram.locator("#with-answers").getByLabel("Own time").check();
  await bram.getByRole("button", { name: "Post comment" }).click();
  await bram.locator(".answered", { hasText: "Own time" }).waitFor();
  await bram.locator(".own-answer", { hasText: "Own time" }).waitFor();
  assert.ok(await bram.locator("#with-answers").getByLabel("No answer").isChecked(), "the next comment answers nothing");
  await says(open, ["Own time · 1 of 1 · 100 %", "A mixture · 0 of 1 · 0 %", "Work time · 0 of 1 · 0 %"]);

  const ines = await people.as("ines");
  await ines.goto(post);
  await ines.locator("#own-answers").getByLabel("Work time").check();
  await ines.getByRole("button", { name: "Send answer" }).click();
  await ines.locator(".own-answer", { hasText: "Work time" }).waitFor();
  await says(open, ["Own time · 1 of 2 · 50 %", "A mixture · 0 of 2 · 0 %", "Work time · 1 of 2 · 50 %"]);
  assert.equal(await open.locator(".answered").count(), 1, "who answered without a comment is named nowhere");

  await ines.getByText("Change your answer").click();
  await ines.locator("#own-answers").getByLabel("Own time").check();
  await ines.getByRole("button", { name: "Send answer" }).click();
  await ines.locator(".own-answer", { hasText: "Own time" }).waitFor();
  await says(open, ["Own time · 2 of 2 · 100 %", "A mixture · 0 of 2 · 0 %", "Work time · 0 of 2 · 0 %"]);
  assert.deepEqual(await bars(open), [100, 0, 0]);
  await open.getByRole("status").filter({ hasText: "2 people have answered" }).waitFor();

  await author.goto(post);
  await author.getByLabel("Comment").fill("Thank you.");
  await author.getByRole("button", { name: "Post comment" }).click();
  await author.getByText("Thank you.").waitFor();
  await open.getByRole("link", { name: "Read Own time" }).click();
  await open.getByText("Comments of those who answered").waitFor();
  assert.deepEqual(await open.locator(".entry .prose").allInnerTexts(), ["Always after the shift."]);

  await ines.getByRole("button", { name: "Withdraw" }).click();
  await ines.getByText("One person has answered").waitFor();
});

test("the answer to an old comment is filed by the author, with the keyboard, and the writer’s own goes before", async (people) => {
  const author = await people.as("marguerite");
  const post = await ask(author);
  const bram = await site.pen("bram");
  await bram.say(post, "On the train, mostly.");
  await author.goto(post);
  await author.locator("details.filing > summary").press("Enter");
  await author.locator("details.filing").getByLabel("A mixture").press(" ");
  await author.getByRole("button", { name: "File", exact: true }).press("Enter");
  await author.getByText("filed by the author").waitFor();
  await says(author, ["Own time · 0 of 1 · 0 %", "A mixture · 1 of 1 · 100 %", "Work time · 0 of 1 · 0 %"]);
  const own = await people.as("bram");
  await own.goto(post);
  await own.locator("#own-answers").getByLabel("Work time").check();
  await own.getByRole("button", { name: "Send answer" }).click();
  await says(own, ["Own time · 0 of 1 · 0 %", "A mixture · 0 of 1 · 0 %", "Work time · 1 of 1 · 100 %"]);
});

test("results that are hidden until one has answered come with the answer, also without scripts", async (people) => {
  for (const options of [{}, { javaScriptEnabled: false }]) {
    const author = await people.as("marguerite");
    const post = await ask(author, () => author.getByLabel("To each person once they have answered").check());
    assert.equal(await author.locator(".breakdown").count(), 0, "not even to whoever asks");
    const bram = await people.as("bram", options);
    await bram.goto(post);
    await bram.getByText("You see the results once you have answered").waitFor();
    await bram.getByLabel("Comment").fill("At night.");
    await bram.locator("#with-answers").getByLabel("Own time").check();
    await bram.getByRole("button", { name: "Post comment" }).click();
    await says(bram, ["Own time · 1 of 1 · 100 %", "A mixture · 0 of 1 · 0 %", "Work time · 0 of 1 · 0 %"]);
    assert.equal(await author.locator(".breakdown").count(), 0);
  }
});

test("the end comes while the page is open, and the results with it", { timeout: 240_000 }, async (people) => {
  const author = await people.as("marguerite");
  await author.goto("/me/settings/");
  const soon = new Date(Date.now() + 90_000);
  const own = await author.locator("#s-zone").inputValue();
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: own || "Europe/Lisbon", dateStyle: "short", timeStyle: "short" });
  const end = clock.format(soon).replace(" ", "T");
  const post = await ask(author, async () => {
    await author.getByLabel("To everybody at the end").check();
    await author.getByLabel("Answers until").fill(end);
  });
  const bram = await people.as("bram");
  await bram.goto(post);
  await bram.getByLabel("Comment").fill("At noon.");
  await bram.locator("#with-answers").getByLabel("A mixture").check();
  await bram.getByRole("button", { name: "Post comment" }).click();
  await bram.locator(".own-answer", { hasText: "A mixture" }).waitFor();
  assert.equal(await bram.locator(".breakdown").count(), 0);
  const open = await people.stranger();
  await open.goto(post);
  assert.equal(await open.locator(".answered").count(), 0);
  await open.locator(".answered", { hasText: "A mixture" }).waitFor({ timeout: 120_000 });
  await says(open, ["Own time · 0 of 1 · 0 %", "A mixture · 1 of 1 · 100 %", "Work time · 0 of 1 · 0 %"]);
  await open.getByText("Ended").waitFor();
});
