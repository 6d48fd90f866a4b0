// Tribes in a browser: founding, hiding and handing over, and their files, with scripts and without.

import assert from "node:assert/strict";
import { openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;

const found = async (page, name, door) => {
  await page.goto("/tribes/new");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("In one line").fill("For whoever cares");
  await page.locator(`[name="door"][value="${door}"]`).check();
  await page.getByRole("button", { name: "Found a tribe" }).click();
  await page.locator("#done").waitFor();
  return new URL(page.url()).pathname;
};

for (const [how, options] of [["with scripts", {}], ["without scripts", { javaScriptEnabled: false }]]) {
  test(`a tribe is founded, discussed in, hidden and handed over ${how}`, async (people) => {
    const bram = await people.as("bram", options);
    const marguerite = await people.as("marguerite", options);
    const tribe = await found(bram, `Harbour maps ${how}`, "open");
    await bram.getByRole("link", { name: "Begin a discussion" }).click();
    await bram.getByLabel("Title").fill("Which map first?");
    await bram.getByLabel("Text").fill("The one of the *harbour*?");
    await bram.getByRole("button", { name: "Publish" }).click();
    await bram.getByRole("heading", { name: "Which map first?", exact: true }).waitFor();
    const discussion = new URL(bram.url()).pathname;

    await marguerite.goto(tribe);
    await marguerite.getByRole("button", { name: "Join" }).click();
    await marguerite.getByText("You are in. Welcome!").waitFor();
    await marguerite.getByRole("link", { name: "Which map first?" }).click();
    await marguerite.getByLabel("Comment", { exact: true }).fill("The harbour, by all means.");
    await marguerite.getByRole("button", { name: "Post comment" }).click();
    await marguerite.locator(".entry").getByText("The harbour, by all means.").waitFor();
    await bram.reload();
    assert.equal(await bram.locator(".entry").count(), 1);

    // Hidden, it is not there for others.
    await bram.goto(`${tribe}edit`);
    await bram.locator('[name="door"][value="hidden"]').check();
    await bram.getByRole("button", { name: "Save" }).first().click();
    await bram.locator("#done").waitFor();
    const ines = await people.as("ines", options);
    for (const path of [tribe, discussion]) assert.equal((await ines.goto(path)).status(), 404);
    assert.equal((await marguerite.goto(discussion)).status(), 200);

    // Whoever leads and leaves names somebody, who accepts.
    await bram.goto(tribe);
    await bram.getByRole("link", { name: "Leave" }).click();
    await bram.getByLabel("Who should lead next?").selectOption({ index: 1 });
    await bram.getByRole("button", { name: "Ask them, and leave once they accept" }).click();
    await bram.locator("#done").waitFor();
    assert.equal((await bram.goto(tribe)).status(), 200);
    await marguerite.goto("/");
    await marguerite.locator(".masthead a.waiting").filter({ hasText: "Tribes" }).click();
    await marguerite.locator(".calls a").first().click();
    await marguerite.getByRole("button", { name: "Yes, I will lead" }).click();
    await marguerite.getByText("You lead this tribe now.").waitFor();
    assert.equal((await bram.goto(tribe)).status(), 404);
    // What he wrote is still his to read.
    assert.equal((await bram.goto(discussion)).status(), 200);
    assert.equal(await bram.locator(".entry").count(), 0);
  });
}

test("with the keyboard alone a tribe is founded and left", async (people) => {
  const page = await people.as("marguerite");
  await page.goto("/tribes/new");
  await page.getByLabel("Name").focus();
  await page.keyboard.type("By hand");
  await page.keyboard.press("Enter");
  await page.locator("#done").waitFor();
  await page.getByRole("link", { name: "Leave" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Leave and end the tribe" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("The tribe has ended.").waitFor();
});

for (const [how, options] of [["with scripts", {}], ["without scripts", { javaScriptEnabled: false }]]) {
  test(`a file is put into a tribe, opened and replaced at its address ${how}`, async (people) => {
    const page = await people.as("bram", options);
    await found(page, `Harbour files ${how}`, "open");
    await page.getByRole("link", { name: "Files" }).click();
    const put = async (name, text) => {
      await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: "Upload" }).click();
      await page.locator("#done").waitFor();
    };
    await page.getByLabel("What it is, in a few words").fill("Where the boats lie");
    await put("berths.txt", "One, two");
    const link = page.locator(".rows a", { hasText: "berths" }).first();
    const address = await link.getAttribute("href");
    const read = async () => (await page.request.get(new URL(address, page.url()).href)).text();
    assert.equal(await read(), "One, two");
    await page.getByRole("link", { name: /^Edit/ }).click();
    await put("berths in May.txt", "One, two, three");
    assert.equal(await read(), "One, two, three");
    assert.match(await page.locator(".rows > li").textContent(), /version 2/);
    await page.getByRole("link", { name: /^Edit/ }).click();
    await page.getByRole("button", { name: "Take the file away" }).click();
    await page.getByText("There are no files yet.").waitFor();
  });
}
