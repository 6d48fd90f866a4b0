// What is handed in and what others say to it: an instructor who asks for it, somebody with a phone and without scripts
// who writes and hands in, and somebody at a keyboard who reviews.

import assert from "node:assert/strict";
import { openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const course = "/courses/working-in-the-open/";

test("an assignment is set, handed in by publishing, reviewed with the keyboard, and the review is answered", async (people) => {
  const teacher = await people.as("ines");
  await teacher.goto(`${course}manage/assignments/`);
  await teacher.getByRole("link", { name: "New assignment" }).press("Enter");
  await teacher.getByLabel("Title").fill("A letter to who comes next");
  await teacher.locator("#text").fill("Write to whoever has your desk after you.");
  await teacher.getByLabel("Reviews each one gives").fill("1");
  await teacher.getByLabel("What a review answers").fill("What would you keep?\nIs it short enough? | no | yes");
  await teacher.getByRole("button", { name: "Save" }).press("Enter");
  await teacher.locator("#done").waitFor();
  await teacher.getByRole("button", { name: "Open it now" }).press("Enter");
  await teacher.getByText("The assignment is open").waitFor();

  const writer = await people.as("bram", { ...phone, javaScriptEnabled: false });
  await writer.goto(course);
  await writer.getByRole("link", { name: "A letter to who comes next" }).tap();
  await writer.getByRole("link", { name: "Write a post for it" }).tap();
  await writer.getByText("It is handed in when you publish it").waitFor();
  await writer.locator("#title").fill("Dear desk");
  await writer.locator("#text").fill("The key is under the lamp.");
  await writer.getByRole("button", { name: "Publish" }).tap();
  await writer.locator("h1", { hasText: "Dear desk" }).waitFor();
  await writer.goto(`${course}assignments/a-letter-to-who-comes-next/`);
  await writer.getByText("Handed in", { exact: true }).first().waitFor();

  const reader = await people.as("marguerite");
  await reader.goto(`${course}assignments/a-letter-to-who-comes-next/`);
  await reader.getByRole("button", { name: "Get something to review" }).press("Enter");
  await reader.getByRole("link", { name: "Dear desk" }).waitFor();
  await reader.getByLabel("What would you keep?").fill("The lamp.");
  await reader.getByRole("button", { name: "Hand in the review" }).press("Enter");
  await reader.locator("#words-1-error").waitFor();
  assert.equal(await reader.getByLabel("What would you keep?").inputValue(), "The lamp.");
  await reader.getByRole("radio", { name: "yes" }).press("Space");
  await reader.getByRole("button", { name: "Hand in the review" }).press("Enter");
  await reader.getByText("Your review has been handed in").waitFor();
  await reader.getByText("1 of 1 reviews given").waitFor();

  await writer.goto("/me/notifications/");
  await writer.getByText("Marguerite Vassel reviewed your work").waitFor();
  await writer.getByRole("link", { name: "A letter to who comes next" }).first().tap();
  const review = writer.locator(".review", { hasText: "The lamp." });
  await review.getByLabel("A good deal").check();
  await review.getByRole("button", { name: "Send" }).tap();
  await writer.getByText("You said it helped:").waitFor();
  await reader.goto("/me/notifications/");
  await reader.getByText("Bram Hoekzema answered your review").waitFor();
});
