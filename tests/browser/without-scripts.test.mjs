// Everything works without JavaScript: reading, answering, writing, coming in.

import assert from "node:assert/strict";
import { asPeopleDo, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const marguerite = await site.pen("marguerite");
const question = await site.post("kettle-on", "where-in-your-week");

const plain = { javaScriptEnabled: false };
const newPost = () => marguerite.publish("A question of its own", "What do you think?");
const saying = (page, text) => page.locator(".entry", { has: page.locator(":scope > article .prose", { hasText: text }) });
const send = (page) => page.locator("form.comment-form .buttons .button").click();

test("a post and its whole conversation can be read", async (people) => {
  const page = await people.stranger(plain);
  await page.goto("/");
  await page.getByRole("link", { name: "Members" }).first().click();
  await page.getByRole("link", { name: "Marguerite Vassel" }).click();
  await page.getByRole("link", { name: "The Kettle Is On" }).first().click();
  await page.getByRole("link", { name: /Where in your week/ }).first().click();
  assert.match(await page.locator("h2[data-count]").textContent(), /^5\d thoughts on “Where in your week/);
  assert.ok(await page.locator(".entry").count() >= 55);
  for (const needsScript of ["[data-next-new]", ".cancel"]) {
    for (const one of await page.locator(needsScript).all()) assert.ok(!(await one.isVisible()), `${needsScript} does nothing here`);
  }
});

test("the Reply link brings the form to the place of the answer", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Who goes first?");
  const page = await people.as("bram", plain);
  await page.goto(post);
  await page.locator(`a.reply[data-to="${first}"]`).click();
  const form = page.locator(`#comment-${first} > form.comment-form`);
  assert.match(await form.locator("h3").textContent(), /Reply to Marguerite Vassel/);
  assert.equal(await page.locator("form.comment-form").count(), 1);
  assert.ok(await form.locator("textarea").isVisible());
  await page.getByLabel("Comment").fill("I do.");
  await send(page);
  assert.match(page.url(), /#comment-\d+$/);
  assert.equal(await page.locator(`#comment-${first} > ol > .entry`).count(), 1);
  await page.locator(`a.reply[data-to="${first}"]`).click();
  await page.locator(".cancel").click();
  assert.equal(await page.locator(".conversation > form.comment-form").count(), 1);
});

test("a guest comments, is told that it waits, and is known again", async (people) => {
  const page = await people.stranger(plain);
  const post = await newPost();
  await page.goto(post);
  await page.getByLabel("Comment").fill("May I?");
  await page.getByLabel("Name", { exact: true }).fill("Odile");
  await page.getByLabel("E-mail", { exact: true }).fill("odile@example.net");
  await page.getByLabel("Website").fill("https://example.net/odile");
  await send(page);
  assert.match(await saying(page, "May I?").locator(".state").textContent(), /Awaiting approval/);
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Odile");
  const author = await people.as("marguerite", plain);
  await author.goto(post);
  await saying(author, "May I?").getByRole("button", { name: /Approve/ }).click();
  await page.reload();
  assert.equal(await saying(page, "May I?").locator(".state").count(), 0);
  assert.equal(await saying(page, "May I?").locator("a.name").getAttribute("href"), "https://example.net/odile");
});

test("a refused comment comes back with everything typed and says what is wrong", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Who goes first?");
  const page = await people.stranger(plain);
  await page.goto(post);
  await page.locator(`a.reply[data-to="${first}"]`).click();
  await page.getByLabel("Comment").fill("All of this stays.");
  await page.getByLabel("Name", { exact: true }).fill("Odile");
  await page.getByLabel("E-mail", { exact: true }).fill(`${"x".repeat(70)}@example.org`);
  await send(page);
  assert.equal(await page.getByLabel("Comment").inputValue(), "All of this stays.");
  assert.match(await page.locator("#guest-email-error").textContent(), /does not look like/);
  assert.equal(await page.locator(`#comment-${first} > form.comment-form`).count(), 1, "still in its place");
});

test("one's own comment can be changed and deleted", async (people) => {
  const post = await newPost();
  const page = await people.as("bram", plain);
  await page.goto(post);
  await page.getByLabel("Comment").fill("I hav an idea.");
  await send(page);
  await saying(page, "I hav an idea.").getByRole("link", { name: /Edit/ }).click();
  await page.getByLabel("Comment").fill("I have an idea.");
  await page.getByRole("button", { name: "Save" }).click();
  assert.match(await saying(page, "I have an idea.").textContent(), /edited/);
  await saying(page, "I have an idea.").getByRole("link", { name: /Delete/ }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  assert.equal(await saying(page, "I have an idea.").count(), 0);
});

test("people come in by a link in a letter, and out again", async (people) => {
  const page = await people.stranger(plain);
  await page.goto(question);
  await page.locator(".masthead").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail or handle").fill("walt@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  assert.match(await page.locator("main").textContent(), /walt@example\.org/);
  const link = await site.linkFrom("walt@example.org");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  assert.match(await page.locator(".masthead").textContent(), /Walt/);
  await page.locator(".masthead .menu summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  assert.doesNotMatch(await page.locator(".masthead").textContent(), /Walt/);
  await page.goto(link);
  assert.match(await page.locator("main").textContent(), /no longer valid/);
});

test("somebody joins, sets out with a blog, and comes back by password", async (people) => {
  const page = await people.stranger(plain);
  await page.goto("/join");
  await page.getByLabel("Your name").fill("Neva Comer");
  await page.locator(".fold summary").click();
  await page.getByLabel("Handle").fill("neva");
  await page.getByLabel("E-mail").fill("neva@example.org");
  await page.getByLabel("Password").fill("short");
  await page.locator("main").getByRole("button", { name: "Join" }).click();
  assert.match(await page.locator("#new-password-error").textContent(), /ten characters/);
  assert.equal(await page.getByLabel("Handle").inputValue(), "neva");
  await page.getByLabel("Password").fill("the kettle is never on");
  await asPeopleDo(page);
  await page.locator("main").getByRole("button", { name: "Join" }).click();
  await page.goto(await site.linkFrom("neva@example.org"));
  await page.getByRole("button", { name: "Confirm" }).click();
  assert.match(await page.locator(".masthead").textContent(), /Neva Comer/);

  const later = await people.stranger(plain);
  await later.goto(`/sign-in?next=${question}`);
  await later.getByLabel("E-mail or handle").fill("neva");
  await later.getByLabel("Password").fill("not this one");
  await later.locator('[action="/sign-in"]').getByRole("button", { name: "Sign in" }).click();
  assert.ok(await later.locator(".notice.bad").isVisible());
  await later.getByLabel("Password").fill("the kettle is never on");
  await later.locator('[action="/sign-in"]').getByRole("button", { name: "Sign in" }).click();
  assert.equal(new URL(later.url()).pathname, question);
  assert.match(await later.locator(".masthead").textContent(), /Neva Comer/);
});

test("a post is written, looked at and published", async (people) => {
  const page = await people.as("bram", plain);
  await page.goto("/");
  await page.getByRole("link", { name: "Write" }).click();
  await page.getByLabel("Title").fill("Three pumps");
  await page.locator("#text").fill("The *first* one leaks.");
  await page.getByLabel("Tags").fill("pumps, leaks");
  await page.getByRole("button", { name: "Preview" }).click();
  assert.equal(await page.locator(".preview em").textContent(), "first");
  assert.equal(await page.getByLabel("Title").inputValue(), "Three pumps");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.goto("/me/posts/");
  await page.getByRole("link", { name: "Three pumps", exact: true }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  assert.match(page.url(), /\/pump-diary\/\d+\/\d+\/\d+\/three-pumps\/$/);
  assert.equal(await page.locator(".prose em").first().textContent(), "first");
  assert.deepEqual(await page.locator(".tags a").allTextContents(), ["leaks", "pumps"]);
  await page.getByRole("link", { name: "Edit this post" }).click();
  await page.locator("#text").fill("The *second* one leaks.");
  await page.getByRole("button", { name: "Save" }).click();
  assert.equal(await page.locator(".prose em").first().textContent(), "second");
});

test("the language can be changed to Spanish and German, here and from then on", async (people) => {
  const page = await people.stranger(plain);
  await page.goto(question);
  for (const [language, tag, skip, members] of [["Español", "es", /contenido|texto/i, "Miembros"], ["Deutsch", "de", /Text|Inhalt/, "Mitglieder"]]) {
    await page.getByRole("button", { name: language }).click();
    assert.equal(new URL(page.url()).pathname, question);
    assert.equal(await page.locator("html").getAttribute("lang"), tag);
    assert.match(await page.locator(".skip").textContent(), skip);
    await page.goto("/members/");
    assert.equal(await page.locator("h1").textContent(), members);
    await page.goBack();
  }
  assert.equal(await page.locator("article.post .prose").getAttribute("lang"), "en", "the post keeps its own");
});

test("the colours can be chosen", async (people) => {
  const page = await people.stranger({ ...plain, colorScheme: "light" });
  const change = page.locator("form.themes button");
  await page.goto("/members/");
  await change.click();
  await change.click();
  assert.equal(new URL(page.url()).pathname, "/members/");
  await page.goto("/");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await change.click();
  assert.equal(await page.locator("html").getAttribute("data-theme"), null);
});
