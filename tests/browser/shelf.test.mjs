// What members keep for later, and their shelves: by mouse, by keyboard, and without scripts.

import assert from "node:assert/strict";
import { eventually, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;

const question = await site.post("kettle-on", "where-in-your-week");

test("somebody keeps a comment where they read it, finds it again, and takes it out by a slip", async (people) => {
  const page = await people.as("bram");
  await page.goto(question);
  const entry = page.locator(".entry", { has: page.locator(".keep") }).first();
  const id = await entry.getAttribute("id");
  const button = page.locator(`#${id} > article .keep`);
  await button.click();
  await page.locator(`#${id} > article .is-kept`).waitFor();
  await page.locator(".masthead .menu summary").click();
  await page.getByRole("link", { name: "Kept for later" }).click();
  await page.locator(".kept .what a").first().waitFor();
  await page.locator(".kept").getByRole("button", { name: /^Take out/ }).click();
  await page.getByText("You keep nothing yet").waitFor();
  await page.getByRole("button", { name: "Keep it after all" }).click();
  await page.locator(".kept .what a").click();
  await eventually(async () => assert.ok(page.url().includes(`#${id}`), page.url()));
  await page.locator(`#${id} > article .is-kept`).waitFor();
});

test("somebody puts a book on their shelf with the keyboard alone, shows it, and another finds it in their library", async (people) => {
  const page = await people.as("walt");
  await page.goto("/me/shelf/");
  await page.getByLabel("Title, ISBN, DOI or address").focus();
  await page.keyboard.type("0-521-42374-0");
  await page.keyboard.press("Enter");
  await page.getByLabel("Title", { exact: true }).focus();
  assert.equal(await page.getByLabel("ISBN").inputValue(), "9780521423748");
  await page.keyboard.type("Situated learning");
  await page.keyboard.press("Enter");
  await page.getByText("It stands on your shelf.").waitFor();
  await page.getByText("Only you see it.").waitFor();
  await page.getByRole("button", { name: /^Begin/ }).click();
  await page.locator(".works").getByText("Reading", { exact: true }).waitFor();

  await page.getByRole("link", { name: "Who sees it, and your library" }).click();
  await page.getByLabel("Members only").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Members may look at it.").waitFor();

  const ines = await people.as("ines");
  await ines.goto("/me/shelf/settings/");
  await ines.getByLabel("Address of your library’s search").fill("https://opac.example.org/");
  await ines.getByRole("button", { name: "Save" }).click();
  await ines.locator(".error").waitFor();
  await ines.getByLabel("Address of your library’s search").fill("https://opac.example.org/?q={isbn}");
  await ines.getByRole("button", { name: "Save" }).click();
  await ines.getByRole("link", { name: "What others are reading" }).click();
  const book = ines.locator("li").filter({ hasText: "Situated learning" }).last();
  assert.equal(await book.getByRole("link", { name: /^Find it in my library/ }).getAttribute("href"), "https://opac.example.org/?q=9780521423748");
  await book.getByRole("button", { name: /^Put on my shelf/ }).click();
  await book.getByText("On your shelf").waitFor();
  const stranger = await people.stranger();
  assert.equal((await stranger.request.get("/members/walt/shelf/")).status(), 404);
});

test("without scripts the same forms do", async (people) => {
  const page = await people.as("marguerite", { javaScriptEnabled: false });
  await page.goto(question);
  await page.locator("#thanks .keep").click();
  await page.locator("#thanks .is-kept").waitFor();
  await page.goto("/me/shelf/");
  await page.getByLabel("Title, ISBN, DOI or address").fill("https://doi.org/10.1000/182");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("Title", { exact: true }).fill("The handbook");
  await page.getByLabel("ISBN").fill("9780306406158");
  await page.getByRole("button", { name: "Put on my shelf" }).click();
  await page.getByText("One of its digits is wrong").first().waitFor();
  assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "The handbook");
  await page.getByLabel("ISBN").fill("");
  await page.getByRole("button", { name: "Put on my shelf" }).click();
  assert.equal(await page.locator(".works .what a").getAttribute("href"), "https://doi.org/10.1000/182");
});
