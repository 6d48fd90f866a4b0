// Private messages in a browser: written, followed while the page is open, put away and left, by keyboard, with scripts and
// without.

import assert from "node:assert/strict";
import { openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;

const begin = async (page, to, text) => {
  await page.goto("/me/messages/new");
  await page.getByLabel("To", { exact: true }).fill(to);
  await page.getByLabel("Message", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".entry").getByText(text).waitFor();
  return new URL(page.url()).pathname;
};

for (const [how, options] of [["with scripts", {}], ["without scripts", { javaScriptEnabled: false }]]) {
  test(`a message is written from somebody's page, told, answered, put away and comes back ${how}`, async (people) => {
    const bram = await people.as("bram", options);
    const marguerite = await people.as("marguerite", options);
    await bram.goto("/members/marguerite/");
    await bram.getByRole("link", { name: "Write a message" }).click();
    await bram.getByRole("heading", { level: 1 }).waitFor();
    // With scripts and without, the two have one correspondence.
    if (new URL(bram.url()).pathname === "/me/messages/new") assert.equal(await bram.getByLabel("To", { exact: true }).inputValue(), "marguerite");
    await bram.getByLabel("Message", { exact: true }).fill(`Shall we walk ${how}?`);
    await bram.getByRole("button", { name: "Send" }).click();
    await bram.locator(".entry").getByText(`Shall we walk ${how}?`).waitFor();
    const place = new URL(bram.url()).pathname;

    await marguerite.goto("/me/notifications/");
    await marguerite.getByText("wrote to you").waitFor();
    await marguerite.locator(`a.what[href^="${place}"]`).click();
    await marguerite.locator(".entry.is-new").getByText(`Shall we walk ${how}?`).waitFor();
    await marguerite.getByLabel("Message", { exact: true }).fill("At six, by the quay.");
    await marguerite.getByRole("button", { name: "Send" }).click();
    await marguerite.locator(".entry").getByText("At six, by the quay.").last().waitFor();
    await marguerite.locator("details.watch summary").click();
    await marguerite.getByRole("button", { name: "Archive" }).click();
    await marguerite.locator("#done").waitFor();
    assert.equal(await marguerite.locator(`.inbox a[href^="${place}"]`).count(), 0);

    await bram.goto(place);
    await bram.getByLabel("Message", { exact: true }).fill("Then at six.");
    await bram.getByRole("button", { name: "Send" }).click();
    await bram.locator(".entry").getByText("Then at six.").last().waitFor();
    await marguerite.goto("/me/messages/");
    await marguerite.locator(`.inbox .is-new a[href^="${place}"]`).waitFor();
  });
}

test("an open page shows what comes, once, and what was taken back is gone", async (people) => {
  const bram = await people.as("bram");
  const ines = await people.as("ines");
  const place = await begin(bram, "ines", "Are you there, by chance?");
  await ines.goto(place);
  await ines.getByLabel("Message", { exact: true }).fill("A moment, I am");
  await bram.getByLabel("Message", { exact: true }).fill("It can wait until Monday.");
  await bram.getByRole("button", { name: "Send" }).click();
  await ines.locator(".entry").getByText("It can wait until Monday.").waitFor();
  assert.equal(await ines.locator(".entry").getByText("It can wait until Monday.").count(), 1);
  assert.equal(await ines.getByLabel("Message", { exact: true }).inputValue(), "A moment, I am", "what is being written stays");
  await ines.locator(".conversation .live").getByText("A new message").waitFor();
  await bram.locator(".entry").last().getByRole("link", { name: "Delete" }).click();
  await bram.getByRole("button", { name: "Delete" }).click();
  await ines.locator(".entry").getByText("This message was deleted").waitFor();
});

/** Goes on with Tab, or another key, until what has the focus is called so; no pointer, and no shorter way. */
async function tabTo(page, name, key = "Tab") {
  for (let at = 0; at < 250; at++) {
    await page.keyboard.press(key);
    const called = await page.evaluate(() => {
      const it = document.activeElement;
      return (it.labels?.[0]?.textContent || it.getAttribute("aria-label") || it.textContent || "").replace(/\s+/g, " ").trim();
    });
    if (name.test(called)) return;
  }
  throw new Error(`no ${name} comes by ${key}`);
}

test("everything is done by keyboard among ten correspondents: chosen, found, read, answered, put away", async (people) => {
  const handles = ["bram", "marguerite", "salma", "tomasz", "gwil", "hana", "karim", "kenji", "thandi", "lotte"];
  const pen = await site.pen("ines");
  for (const handle of handles) await pen.send("/me/messages/new", { to: handle, text: `A word for you alone, @${handle}.` });
  const ines = await people.as("ines");
  const press = (key) => ines.keyboard.press(key);
  // All of them at once.
  await ines.goto("/me/messages/");
  assert.ok(await ines.evaluate(() => document.activeElement === document.body && scrollY === 0), "the focus begins at the top");
  await tabTo(ines, /^Write a message$|^New message$/);
  await press("Enter");
  await ines.waitForURL(/\/me\/messages\/new/);
  await tabTo(ines, /^To$/);
  await ines.keyboard.type(handles.join(", "));
  await tabTo(ines, /^Message$/);
  await ines.keyboard.type("Friday at four, all of you.");
  await press("Control+Enter");
  await ines.locator(".entry").getByText("Friday at four, all of you.").waitFor();
  assert.equal(await ines.locator(".people-here li").count(), handles.length);
  await tabTo(ines, /^More/);
  await press("Enter");
  await tabTo(ines, /^Archive/);
  await press("Enter");
  await ines.locator("#done").waitFor();
  await tabTo(ines, /^Archived messages/);
  await press("Enter");
  await ines.waitForURL(/show=archived/);
  await tabTo(ines, /Bram/);
  await press("Enter");
  await ines.locator(".entry").getByText("Friday at four").waitFor();
  // One among them.
  await ines.goto("/me/messages/");
  assert.ok(await ines.locator(".inbox a.what").count() >= handles.length);
  await tabTo(ines, /Thandi/);
  await press("Enter");
  await ines.locator(".entry").getByText("A word for you alone, @thandi.").waitFor();
  await tabTo(ines, /^Message$/);
  await ines.keyboard.type("And another.");
  await tabTo(ines, /^Send/);
  await press("Enter");
  await ines.locator(".entry").getByText("And another.").waitFor();
  await pen.leave();
});
