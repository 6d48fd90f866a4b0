// A conversation as people have it: answering in place, losing nothing, and seeing what others say.

import assert from "node:assert/strict";
import { eventually, openSite } from "./harness.mjs";

const site = await openSite();
const { test } = site;
const marguerite = await site.pen("marguerite");
const ines = await site.pen("ines");
const question = await site.post("kettle-on", "where-in-your-week");

/** A new post by Marguerite, so that nothing else is said there. */
const newPost = (title = "A question of its own") => marguerite.publish(title, "What do you think?");

const focused = (page) => page.evaluate(() => document.activeElement.id);
const entry = (page, id) => page.locator(`#comment-${id}`);
const article = (page, id) => page.locator(`#comment-${id} > article`);
const replyLink = (page, id) => page.locator(`a.reply[data-to="${id}"]`);
const form = (page) => page.locator("form.comment-form");
const field = (page) => page.locator("#comment");
const send = (page) => form(page).locator(".buttons .button").click();
const heading = (page) => page.locator("h2[data-count]").textContent();
const saying = (page, text) => page.locator(".entry", { has: page.locator(":scope > article .prose", { hasText: text }) });
const topOf = (page, id) => article(page, id).evaluate((it) => it.getBoundingClientRect().top);

/** Waits until the page hears of new entries: what is said before is no news. */
async function listening(page, address) {
  const opened = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith("/live"));
  await page.goto(address);
  await opened;
}

async function tabTo(page, locator, key = "Tab") {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if (await locator.evaluate((it) => it === document.activeElement)) return;
  }
  assert.fail(`${key} does not lead to ${locator}`);
}

test("an answer is written in place with the keyboard alone", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Who goes first?");
  const page = await people.as("bram");
  await page.goto(post);
  await tabTo(page, replyLink(page, first));
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "comment");
  assert.equal(await page.locator(`#comment-${first} > form.comment-form`).count(), 1);
  assert.match(await form(page).locator("h3").textContent(), /Reply to Marguerite Vassel/);
  await page.keyboard.type("I do.");
  await tabTo(page, form(page).locator(".buttons .button"));
  await page.keyboard.press("Enter");
  const answer = page.locator(`#comment-${first} > ol > .entry`);
  await answer.waitFor();
  assert.match(await answer.textContent(), /Bram Hoekzema[\s\S]*I do\./);
  const id = await answer.getAttribute("id");
  await eventually(async () => assert.equal(await focused(page), id));
  assert.ok(page.url().endsWith(`#${id}`));
  assert.match(await heading(page), /^2 thoughts on/);
  assert.equal(await page.locator(".conversation > form.comment-form").count(), 1);
  await page.reload();
  assert.equal(await saying(page, "I do.").count(), 1);
});

test("Escape puts the form away, and the focus back on the link that called it", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Half a thought is welcome.");
  const page = await people.as("bram");
  await page.goto(post);
  await replyLink(page, first).click();
  await page.keyboard.type("half a thought");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".conversation > form.comment-form").count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.to), first);
  assert.equal(await field(page).inputValue(), "", "it was meant for the other place");
  await replyLink(page, first).press("Enter");
  assert.equal(await field(page).inputValue(), "half a thought");
});

test("what is typed is kept on the device, comes back, and can be discarded", async (people) => {
  const page = await people.as("bram");
  await page.goto(question);
  await field(page).fill("Kept words");
  await page.reload();
  assert.equal(await field(page).inputValue(), "Kept words");
  assert.match(await page.locator(".notice.kept").textContent(), /from last time is back/);
  await page.locator(".notice.kept button").click();
  assert.equal(await field(page).inputValue(), "");
  await page.reload();
  assert.equal(await field(page).inputValue(), "");
});

test("what was accepted is not kept any longer", async (people) => {
  const page = await people.as("bram");
  await page.goto(await newPost());
  await field(page).fill("All said.");
  await send(page);
  await saying(page, "All said.").waitFor();
  await page.reload();
  assert.equal(await field(page).inputValue(), "");
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("kept:")).length), 0);
});

test("a double click posts once", async (people) => {
  const page = await people.as("bram");
  await page.goto(await newPost());
  let sent = 0;
  page.on("request", (request) => { if (request.method() === "POST") sent += 1; });
  await field(page).fill("Twice?");
  await form(page).locator(".buttons .button").dblclick();
  await saying(page, "Twice?").waitFor();
  await page.reload();
  assert.equal(sent, 1);
  assert.equal(await saying(page, "Twice?").count(), 1);
});

test("a lost connection keeps the text and offers to try again", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "From where do you write?");
  const page = await people.as("bram");
  await page.goto(post);
  await replyLink(page, first).click();
  await page.keyboard.type("From the bus");
  await page.context().setOffline(true);
  await send(page);
  await page.locator(".notice.unsent").waitFor();
  assert.equal(await field(page).inputValue(), "From the bus");
  await page.context().setOffline(false);
  await page.locator(".notice.unsent .again").click();
  await page.locator(`#comment-${first} > ol > .entry`).waitFor();
  assert.equal(await page.locator(".notice.unsent").count(), 0);
});

test("an answer lost on its way back is not posted twice", async (people) => {
  const page = await people.as("bram");
  await page.goto(await newPost());
  await page.route("**/posts/*/comments", async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  }, { times: 1 });
  await field(page).fill("Did you get this?");
  await send(page);
  await page.locator(".notice.unsent .again").click();
  await saying(page, "Did you get this?").first().waitFor();
  await page.reload();
  assert.equal(await saying(page, "Did you get this?").count(), 1);
});

test("a server that fails loses nothing", async (people) => {
  const page = await people.as("bram");
  await page.goto(await newPost());
  await page.route("**/posts/*/comments", (route) => route.fulfill({ status: 500, body: "" }), { times: 1 });
  await field(page).fill("Five hundred");
  await send(page);
  await page.locator(".notice.unsent").waitFor();
  assert.equal(await field(page).inputValue(), "Five hundred");
  await page.locator(".notice.unsent .again").click();
  await saying(page, "Five hundred").waitFor();
});

test("a refused form comes back with its errors, the focus on the first, and works again", async (people) => {
  const page = await people.stranger();
  await page.goto(await newPost());
  await page.getByLabel("Comment").fill("   ");
  await page.getByLabel("Name", { exact: true }).fill("Delphine");
  await page.getByLabel("E-mail", { exact: true }).fill(`${"x".repeat(70)}@example.org`);
  await send(page);
  const errors = page.locator(".comment-form .error");
  await errors.first().waitFor();
  const wrong = await page.locator('[aria-invalid="true"]').first();
  assert.equal(await focused(page), await wrong.getAttribute("id"));
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Delphine");
  for (const error of await errors.all()) {
    assert.ok(await page.locator(`[aria-describedby~="${await error.getAttribute("id")}"]`).count(), "an error belongs to its field");
  }
  await page.getByLabel("Comment").fill("Better now.");
  await page.getByLabel("E-mail", { exact: true }).fill("delphine@example.net");
  await send(page);
  await saying(page, "Better now.").waitFor();
  assert.equal(await errors.count(), 0);
});

test("a refused text is still there after a reload, and after signing in again", async (people) => {
  const page = await people.as("bram");
  await page.goto(await newPost());
  await field(page).fill("Typed at 4:43 in the morning.");
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await send(page);
  await page.locator('.comment-form [role="alert"]', { hasText: "no longer signed in" }).waitFor();
  assert.equal(await field(page).inputValue(), "Typed at 4:43 in the morning.");
  await page.goto("/members/");
  await page.context().addCookies(cookies);
  await page.goBack();
  await page.reload();
  assert.equal(await field(page).inputValue(), "Typed at 4:43 in the morning.");
  await send(page);
  await saying(page, "Typed at 4:43 in the morning.").waitFor();
  await page.reload();
  assert.equal(await field(page).inputValue(), "");
});

test("what somebody typed is not shown to the next person at the same device", async (people) => {
  const post = await newPost();
  const page = await people.as("bram");
  await page.goto(post);
  await field(page).fill("Mine alone");
  await page.goto("/members/");
  await page.context().clearCookies();
  await page.context().addCookies((await site.session("ines")).cookies);
  await page.goto(post);
  assert.equal(await field(page).inputValue(), "");
});

test("what will never be taken is said in the words of the site, without an offer to try again", async (people) => {
  const post = await newPost();
  const page = await people.as("bram");
  await page.goto(post);
  await field(page).fill("To nobody");
  await page.route("**/posts/*/comments", (route) => route.fulfill({ status: 404, contentType: "text/html",
    body: '<main><div class="plain"><p class="numeral">404</p><h1>Page not found</h1><p>There is nothing here.</p></div></main>' }), { times: 1 });
  await send(page);
  const notice = page.locator(".notice.unsent");
  await notice.waitFor();
  assert.match(await notice.textContent(), /^Page not found\. There is nothing here\. Your text is kept/);
  assert.equal(await notice.locator(".again").count(), 0);
  assert.equal(await field(page).inputValue(), "To nobody");
});

test("a reply to what has meanwhile gone comes back with the text and says why", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Soon gone.");
  const page = await people.as("bram");
  await page.goto(post);
  await replyLink(page, first).click();
  await page.keyboard.type("Too late?");
  await marguerite.send(`/comments/${first}/delete`, {});
  await send(page);
  await page.locator('.comment-form [role="alert"]').waitFor();
  assert.equal(await field(page).inputValue(), "Too late?");
});

test("what somebody else says appears, is marked new and counted, and nothing that is read moves", async (people) => {
  const page = await people.as("bram");
  await listening(page, question);
  const [top] = await page.locator(".thread > .entry").evaluateAll((all) => all.map((it) => it.id.slice(8)));
  const middle = await page.locator(".entry > article").evaluateAll((all) => all[30].parentElement.id.slice(8));
  await article(page, middle).evaluate((it) => it.scrollIntoView({ block: "center", behavior: "instant" }));
  const [before, count] = [await topOf(page, middle), parseInt(await heading(page), 10)];

  const above = await ines.say(question, "Far above what is being read.", top);
  await entry(page, above).waitFor({ state: "attached" });
  assert.ok(Math.abs(await topOf(page, middle) - before) < 1.5);
  assert.equal(await page.locator(`#comment-${top} > ol > #comment-${above}.is-new .label.new`).count(), 1);
  assert.equal(parseInt(await heading(page), 10), count + 1);
  assert.match(await page.locator(".live").textContent(), /One new comment/);

  const within = await ines.say(question, "Right where you read.", middle);
  await eventually(async () => assert.match(await page.locator(".live").textContent(), /2 new comments/));
  assert.ok(Math.abs(await topOf(page, middle) - before) < 1.5);
  assert.equal(await entry(page, within).count(), 0, "it waits, since its place is in the window");
  assert.equal(parseInt(await heading(page), 10), count + 2);
  await page.locator(".live .arrived").click();
  await entry(page, within).waitFor();
  assert.equal(await page.locator(".live .arrived").count(), 0);
});

test("what somebody else says does not disturb who is writing", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Take your time.");
  const page = await people.as("bram");
  await listening(page, post);
  await replyLink(page, first).click();
  await page.keyboard.type("I am just");
  const formTop = () => field(page).evaluate((it) => it.getBoundingClientRect().top);
  const before = await formTop();
  await ines.say(post, "Me first!", first);
  await page.locator(".live .arrived").waitFor();
  assert.ok(Math.abs(await formTop() - before) < 1.5);
  assert.equal(await focused(page), "comment");
  assert.equal(await field(page).inputValue(), "I am just");
});

test("the first comment on a page left open takes the place of the invitation", async (people) => {
  const post = await newPost();
  const page = await people.stranger();
  await listening(page, post);
  await ines.say(post, "Somebody begins.");
  await eventually(async () => assert.match(await heading(page), /^One thought on/));
  await page.locator(".live .arrived").click();
  await saying(page, "Somebody begins.").waitFor();
  assert.equal(await page.locator(".conversation > .empty").count(), 0);
});

for (const [sentence, heardOne] of [["a page that has heard something", true], ["a page that has heard nothing yet", false]]) {
  test(`what was missed while the connection was away comes after it is back: ${sentence}`, async (people) => {
    const post = await newPost();
    const page = await people.as("bram");
    await listening(page, post);
    if (heardOne) {
      await ines.say(post, "Before the tunnel.");
      await eventually(async () => assert.match(await page.locator(".live").textContent(), /One new comment/));
    }
    await page.context().setOffline(true);
    await site.stop();
    await site.start();
    await ines.say(post, "In the tunnel.");
    await page.context().setOffline(false);
    await eventually(async () => assert.match(await heading(page), heardOne ? /^2 thoughts/ : /^One thought/), 15_000);
    await page.locator(".live .arrived").click();
    await saying(page, "In the tunnel.").waitFor();
  });
}

test("an open page takes away what was deleted, and shows what was changed", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Said too soon.");
  const second = await ines.say(post, "Misspelt.", first);
  const page = await people.as("bram");
  await listening(page, post);
  await ines.send(`/comments/${second}/edit`, { text: "Well spelt." });
  await article(page, second).locator(".prose", { hasText: "Well spelt." }).waitFor();
  assert.equal(await article(page, second).locator(".in-reply-to").count(), 0, "its place says whom it answers");
  await marguerite.send(`/comments/${first}/delete`, {});
  await eventually(async () => assert.match(await article(page, first).textContent(), /was deleted by its author/));
  assert.match(await heading(page), /^One thought on/);
  assert.equal(await page.locator(`#comment-${first} > ol > #comment-${second}`).count(), 1);
  const third = await ines.say(post, "Not yet looked at.");
  await page.locator(".live .arrived").waitFor();
  const answered = page.waitForResponse(`**/comments/${third}/entry*`);
  await ines.send(`/comments/${third}/edit`, { text: "Changed before it was looked at." });
  await answered;
  await page.locator(".live .arrived").click();
  await eventually(async () => assert.match(await article(page, third).textContent(), /Changed before/));
});

test("a chain of answers that came by themselves looks as it does after a reload", async (people) => {
  const post = await newPost();
  let parent = await marguerite.say(post, "Level 0");
  const page = await people.as("bram", { viewport: { width: 1280, height: 4000 } });
  await listening(page, post);
  for (let level = 1; level < 9; level++) {
    parent = await (level % 2 ? ines : marguerite).say(post, `Level ${level}`, parent);
    await eventually(async () => assert.match(await page.locator(".live").textContent(), level === 1 ? /One new/ : new RegExp(`${level} new`)));
  }
  await page.locator(".live .arrived").click();
  await entry(page, parent).waitFor();
  const shape = () => page.locator(".thread .entry").evaluateAll((all) => all.map((it) => [
    it.id, it.dataset.depth, it.parentElement.closest(".entry")?.id, it.querySelector(":scope > article > .in-reply-to")?.textContent.trim()]));
  const live = await shape();
  await page.reload();
  assert.deepEqual(live, await shape());
});

test("on a later page of a conversation nothing is put where it does not belong", async (people) => {
  const post = await newPost();
  for (let at = 0; at < 32; at++) await [marguerite, ines][at % 2].say(post, `Word ${at}.`);
  const page = await people.as("bram");
  await page.goto(post);
  await field(page).fill("At the end.");
  await send(page);
  await page.waitForURL(/after=/);
  assert.equal(await saying(page, "At the end.").count(), 1);
});

test("n and p go from one new entry to the next, but not while typing", async (people) => {
  const post = await newPost();
  await marguerite.say(post, "Old news.");
  const page = await people.as("bram");
  await listening(page, post);
  const ids = [];
  for (const text of ["One.", "Two.", "Three."]) ids.push(`comment-${await ines.say(post, text)}`);
  await eventually(async () => assert.match(await page.locator(".live").textContent(), /3 new comments/));
  await page.locator(".live .arrived").click();
  assert.equal(await focused(page), ids[0]);
  await page.keyboard.press("n");
  assert.equal(await focused(page), ids[1]);
  await page.keyboard.press("n");
  await page.keyboard.press("p");
  assert.equal(await focused(page), ids[1]);
  await page.locator("[data-next-new]").click();
  assert.equal(await focused(page), ids[2]);
  await field(page).click();
  await page.keyboard.type("nap");
  assert.equal(await field(page).inputValue(), "nap");
});

test("a stranger who comes back sees what is new since then", async (people) => {
  const post = await newPost();
  await marguerite.say(post, "Seen before.");
  const page = await people.stranger();
  await page.goto(post);
  assert.equal(await page.locator(".is-new").count(), 0);
  await page.close();
  await ines.say(post, "Said since.");
  const later = await page.context().newPage();
  await later.goto(post);
  await saying(later, "Said since.").locator(".label.new").waitFor();
  assert.equal(await later.locator(".is-new").count(), 1);
  assert.match(await later.locator("[data-new]").textContent(), /One new/);
});

test("a guest's waiting comment is shown to them and the author, and to nobody else until it is approved", async (people) => {
  const post = await newPost();
  const [guest, other, author] = [await people.stranger(), await people.stranger(), await people.as("marguerite")];
  await guest.goto(post);
  await guest.getByLabel("Comment").fill("May I say something?");
  await guest.getByLabel("Name", { exact: true }).fill("Odile");
  await guest.getByLabel("E-mail", { exact: true }).fill("odile@example.net");
  await send(guest);
  await saying(guest, "May I say something?").waitFor();
  assert.match(await saying(guest, "May I say something?").locator(".state").textContent(), /\S/);
  assert.match(await guest.locator(".live").textContent(), /is awaiting approval/);
  await guest.reload();
  assert.equal(await saying(guest, "May I say something?").count(), 1);
  assert.equal(await guest.locator(".is-new").count(), 0, "one's own is no news");

  await listening(other, post);
  assert.equal(await other.locator(".entry").count(), 0);
  assert.equal(await heading(other), await heading(guest), "what waits is not counted");

  await author.goto(post);
  await saying(author, "May I say something?").getByRole("button", { name: /Approve/ }).click();
  await eventually(async () => assert.match(await heading(other), /^One thought/));
  await other.locator(".live .arrived").click();
  await saying(other, "May I say something?").waitFor();
  await eventually(async () => assert.equal(await guest.locator(".entry .state").count(), 0, "its writer sees that it was let through"));
  assert.ok(!(await other.content()).includes("odile@example.net"));
});

test("the same conversation can be read flat, and the newest first", async (people) => {
  const page = await people.stranger();
  const times = () => page.locator(".entry time").evaluateAll((all) => all.map((it) => Date.parse(it.dateTime)));
  await page.goto(question);
  await page.getByRole("link", { name: "By date" }).click();
  assert.equal(await page.locator(".thread ol").count(), 0);
  assert.deepEqual(await times(), (await times()).toSorted((a, b) => a - b));
  await page.getByRole("link", { name: "Newest" }).click();
  assert.deepEqual(await times(), (await times()).toSorted((a, b) => b - a));
  assert.equal(await page.locator('.views [aria-current="true"]').textContent(), "Newest");
});

test("a thread of twelve levels fits a narrow screen and says who answers whom", async (people) => {
  const post = await newPost();
  let parent = "";
  for (let level = 0; level < 12; level++) parent = await (level % 2 ? ines : marguerite).say(post, `Level ${level} with a ${"very".repeat(12)}long word.`, parent);
  const page = await people.as("bram", { viewport: { width: 360, height: 740 } });
  await page.goto(post);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  const widths = await page.locator(".entry > article").evaluateAll((all) => all.map((it) => it.getBoundingClientRect()).map(({ width, right }) => [width > 180, right <= 360]));
  assert.deepEqual(widths, Array(12).fill([true, true]));
  assert.match(await article(page, parent).locator(".in-reply-to").textContent(), /Marguerite Vassel/);
  await replyLink(page, parent).click();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
});

test("a comment in Arabic is set from right to left in an English conversation", async (people) => {
  const post = await newPost();
  const id = await ines.say(post, "أنا أكتب في المساء بعد العمل");
  const page = await people.stranger();
  await page.goto(post);
  const gaps = await article(page, id).locator(".prose p").evaluate((it) => {
    const text = document.createRange();
    text.selectNodeContents(it);
    const [inner, outer] = [text.getBoundingClientRect(), it.getBoundingClientRect()];
    return { left: inner.left - outer.left, right: outer.right - inner.right };
  });
  assert.ok(gaps.right < 2 && gaps.left > 50, JSON.stringify(gaps));
});

test("the address of an entry leads to it, whichever page of the conversation it is on", async (people) => {
  const post = await newPost();
  const long = Array(3).fill("A line of some length to fill the page with.").join("\n\n");
  const members = await Promise.all(["ines", "marguerite", "bram", "thandi", "kenji"].map((handle) => site.pen(handle)));
  const ids = [];
  for (let at = 0; at < 70; at++) ids.push(await members[at % 5].say(post, `Number ${at}. ${long}`));
  const page = await people.stranger();
  for (const id of [ids[10], ids.at(-1)]) {
    await page.goto(`/comments/${id}`);
    assert.ok(page.url().endsWith(`#comment-${id}`));
    await eventually(async () => assert.ok(await article(page, id).evaluate((it) => {
      const { top } = it.getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    })));
  }
});

test("a closed conversation has no form and no reply links", async (people) => {
  const closed = await site.post("second-signature", "the-wrong-tube");
  for (const page of [await people.stranger(), await people.as("bram")]) {
    await page.goto(closed);
    assert.equal(await page.locator("form.comment-form, a.reply").count(), 0);
    assert.ok(await page.locator(".notice.closed").isVisible());
  }
});

test("a preview shows beside the text what will be published", async (people) => {
  const page = await people.as("bram");
  await page.goto("/me/posts/new");
  await page.getByLabel("Title").fill("A pump by any other name");
  await page.locator("#text").fill("It is *still* a pump.");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.locator(".preview em", { hasText: "still" }).waitFor();
  assert.ok(page.url().endsWith("/me/posts/new"));
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL("**/pump-diary/**/a-pump-by-any-other-name/");
  assert.equal(await page.locator("h1").textContent(), "A pump by any other name");
});

test("the colours can be chosen and stay chosen", async (people) => {
  const page = await people.stranger({ colorScheme: "light" });
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const change = page.locator("form.themes button");
  await page.goto("/");
  await change.click();
  assert.equal(await scheme(), "light");
  await change.click();
  assert.equal(await scheme(), "dark");
  await page.reload();
  assert.equal(await scheme(), "dark");
  await change.click();
  assert.equal(await scheme(), "light dark");
});

test("a page is painted in the chosen colours before its script has come", async (people) => {
  const page = await people.stranger({ colorScheme: "light" });
  await page.goto("/");
  const change = page.locator("form.themes button");
  await change.click();
  await change.click();
  let release;
  const released = new Promise((done) => { release = done; });
  await page.route("**/assets/*.js", async (route) => { await released; await route.continue(); });
  await page.goto("/", { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  release();
  await page.waitForLoadState("load");
});

/** What every form of the page says about texts that are kept. */
const keptNotices = (page) => page.locator(".notice.kept");
const leaveAndKeep = async (page) => { await page.goto("/members/"); };

/** What is typed stays on the device: none of it reaches the server by itself. */
const withoutLine = (page) => page.route("**/me/posts/**", (route) =>
  (route.request().method() === "POST" && !/do=(?!keep)/.test(route.request().postData() ?? "") ? route.abort() : route.continue()));

test("a kept text never takes the place of what was saved elsewhere meanwhile, unseen", async (people) => {
  const pen = await site.pen("bram");
  const location = await pen.send("/me/posts/new", { do: "draft", title: "Two devices", text: "one", audience: "public", comments: "open", language: "en" });
  const draft = new URL(location, site.url).pathname;
  const [first, second] = [await people.as("bram"), await people.as("bram")];
  await withoutLine(first);
  await first.goto(draft);
  await first.locator("#text").fill("one, and more that was not saved");
  await leaveAndKeep(first);
  await second.goto(draft);
  await second.locator("#text").fill("two, the newer work");
  await second.getByRole("button", { name: "Save draft" }).click();
  await eventually(async () => assert.match((await pen.read(draft)), /two, the newer work/));

  await first.goto(draft);
  assert.equal(await first.locator("#text").inputValue(), "two, the newer work");
  await keptNotices(first).getByRole("button", { name: "Look at it" }).click();
  assert.equal(await first.locator("#text").inputValue(), "one, and more that was not saved");
  await first.getByRole("button", { name: "Save draft" }).click();
  await first.locator('[role="alert"] details').waitFor();
  assert.equal(await first.locator("#other").inputValue(), "two, the newer work");
  assert.equal(await first.locator("#text").inputValue(), "one, and more that was not saved");
  assert.match(await pen.read(draft), /two, the newer work/, "nothing is overwritten yet");
});

test("an unsent text of another version can be discarded, and typing beside it does not touch it", async (people) => {
  const pen = await site.pen("bram");
  const location = await pen.send("/me/posts/new", { do: "draft", title: "Kept apart", text: "one", audience: "public", comments: "open", language: "en" });
  const draft = new URL(location, site.url).pathname;
  const page = await people.as("bram");
  await withoutLine(page);
  await page.goto(draft);
  await page.locator("#text").fill("unsaved");
  await leaveAndKeep(page);
  // What was typed last may reach the server while the page is left.
  await eventually(async () => {
    const [, edited] = (await pen.read(draft)).match(/name="edited"[^>]*value="([^"]*)"/);
    await pen.send(draft, { do: "draft", title: "Kept apart", text: "newer", audience: "public", comments: "open", language: "en", edited });
  });
  await page.goto(draft);
  await page.locator("#text").fill("newer, and typed beside the offer");
  await page.reload();
  assert.equal(await page.locator("#text").inputValue(), "newer, and typed beside the offer");
  await keptNotices(page).getByRole("button", { name: "Look at it" }).click();
  assert.equal(await page.locator("#text").inputValue(), "unsaved");
  await keptNotices(page).first().getByRole("button", { name: "Discard it" }).click();
  await keptNotices(page).getByRole("button", { name: "Look at it" }).click();
  assert.equal(await page.locator("#text").inputValue(), "newer, and typed beside the offer");
  await keptNotices(page).getByRole("button", { name: "Discard it" }).click();
  assert.equal(await page.locator("#text").inputValue(), "newer");
  await page.reload();
  assert.equal(await keptNotices(page).count(), 0);
});

test("two tabs with a new post keep a text each", async (people) => {
  const one = await people.as("bram");
  const other = await one.context().newPage();
  await one.goto("/me/posts/new");
  await one.locator("#text").fill("The first tab");
  await one.getByLabel("Only me").check();
  await other.goto("/me/posts/new");
  assert.equal(await other.locator("#text").inputValue(), "");
  await other.locator("#text").fill("The second tab");
  for (const [page, text] of [[one, "The first tab"], [other, "The second tab"], [one, "The first tab"]]) {
    await page.reload();
    await eventually(async () => assert.equal(await page.locator("#text").inputValue(), text));
  }
  assert.ok(await one.getByLabel("Only me").isChecked(), "who may read it comes back with the text");
  // A tab that is opened from another is another tab.
  const [third] = await Promise.all([one.waitForEvent("popup"), one.evaluate(() => { window.open("/me/posts/new"); })]);
  await third.waitForLoadState();
  assert.equal(await third.locator("#text").inputValue(), "");
  await third.close();
  // What a closed tab has left comes back in the next one.
  await other.close();
  const later = await one.context().newPage();
  await later.goto("/me/posts/new");
  await eventually(async () => assert.equal(await later.locator("#text").inputValue(), "The second tab"));
});

test("whoever goes back to the form of a post and publishes again has one post", async (people) => {
  const page = await people.as("bram");
  await page.goto("/me/posts/new");
  await page.getByLabel("Title").fill("Only once, please");
  await page.locator("#text").fill("There and back.");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL("**/only-once-please/");
  await page.goBack();
  await page.locator("#text").waitFor();
  await page.getByLabel("Title").fill("Only once, please");
  await page.locator("#text").fill("There and back.");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL("**/only-once-please/");
  await page.goto("/pump-diary/");
  assert.equal(await page.getByRole("link", { name: "Only once, please" }).count(), 1);
});

test("a guest's name and address are back after a reload, and stay when the form moves", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Who is there?");
  const page = await people.stranger();
  await page.goto(post);
  await field(page).fill("It is me.");
  await page.getByLabel("Name", { exact: true }).fill("Odile");
  await page.getByLabel("E-mail", { exact: true }).fill("odile@example.net");
  await page.reload();
  assert.equal(await field(page).inputValue(), "It is me.");
  assert.equal(await page.getByLabel("E-mail", { exact: true }).inputValue(), "odile@example.net");
  await replyLink(page, first).click();
  assert.equal(await field(page).inputValue(), "");
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Odile");
});

test("what was hidden, deleted or edited while the connection was away is so when it is back", async (people) => {
  const post = await newPost();
  const [hidden, deleted, edited, kept] = [await ines.say(post, "Hidden soon."), await ines.say(post, "Deleted soon."),
    await ines.say(post, "Misspelt."), await ines.say(post, "As it is.")];
  const page = await people.as("bram");
  await listening(page, post);
  assert.match(await heading(page), /^4 thoughts/);
  await page.context().setOffline(true);
  await site.stop();
  await site.start();
  await marguerite.send(`/comments/${hidden}/hide`, {});
  await ines.send(`/comments/${deleted}/delete`, {});
  await ines.send(`/comments/${edited}/edit`, { text: "Well spelt." });
  await page.context().setOffline(false);
  await eventually(async () => {
    assert.match(await heading(page), /^2 thoughts/);
    const text = await page.locator(".thread").textContent();
    assert.doesNotMatch(text, /Hidden soon|Deleted soon|Misspelt/);
    assert.match(text, /Well spelt/);
  }, 20_000);
  assert.match(await article(page, kept).textContent(), /As it is/);
});

test("what changed between the making of a page and its first connection is heard of", async (people) => {
  const post = await newPost();
  const first = await ines.say(post, "Said too soon.");
  const page = await people.as("bram");
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route("**/live*", async (route) => { await held; await route.continue(); });
  await page.goto(post, { waitUntil: "domcontentloaded" });
  await ines.send(`/comments/${first}/delete`, {});
  go();
  await eventually(async () => assert.equal(await heading(page), "No thoughts yet"));
  assert.doesNotMatch(await page.locator(".thread").textContent(), /too soon/);
});

test("the heading says that nothing is left, and an edit comes when the focus has gone", async (people) => {
  const post = await newPost();
  const first = await ines.say(post, "The only one.");
  const page = await people.as("bram");
  await listening(page, post);
  await replyLink(page, first).focus();
  const asked = page.waitForResponse(`**/comments/${first}/entry*`);
  await ines.send(`/comments/${first}/edit`, { text: "The only one, edited." });
  await asked;
  assert.match(await article(page, first).textContent(), /The only one\.\s/);
  await field(page).focus();
  await article(page, first).locator(".prose", { hasText: "edited" }).waitFor();
  await ines.send(`/comments/${first}/delete`, {});
  await eventually(async () => assert.equal(await heading(page), "No thoughts yet"));
});

test("a post that is no longer for everyone does not stay on open pages", async (people) => {
  const post = await newPost("Open for an hour");
  const page = await people.as("bram");
  await listening(page, post);
  const edit = (await marguerite.read(post)).match(/href="(\/me\/posts\/\d+\/)"/)[1];
  const edited = (await marguerite.read(edit)).match(/name="edited" value="(\d+)"/)[1];
  const form = { do: "save", title: "Open for an hour", text: "Secret now.", comments: "open", language: "en" };
  await marguerite.send(edit, { ...form, audience: "me", edited });
  await eventually(async () => assert.doesNotMatch(await page.locator("body").textContent(), /Open for an hour/));
});

test("25 comments at once are told in a handful of sentences", async (people) => {
  const post = await newPost();
  const page = await people.stranger();
  await listening(page, post);
  await page.evaluate(() => {
    window.said = 0;
    const live = document.querySelector(".live");
    let text = live.textContent;
    new MutationObserver(() => {
      if (live.textContent !== text) window.said += 1;
      text = live.textContent;
    }).observe(live, { childList: true, characterData: true, subtree: true });
  });
  await Promise.all(Array.from({ length: 25 }, (_, at) => [marguerite, ines][at % 2].say(post, `Word ${at}.`)));
  await eventually(async () => assert.match(await page.locator(".live").textContent(), /25 new comments/));
  assert.match(await heading(page), /^25 thoughts/);
  assert.ok(await page.evaluate(() => window.said) <= 6, `${await page.evaluate(() => window.said)} announcements`);
});

test("Ctrl and Enter post a comment, and a question mark shows the keys", async (people) => {
  const page = await people.as("bram");
  await page.goto(await newPost());
  await field(page).fill("Sent by the keyboard.");
  await field(page).press("Control+Enter");
  await saying(page, "Sent by the keyboard.").waitFor();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.waitFor();
  assert.match(await keys.textContent(), /n.*next new comment/);
  await page.keyboard.press("Escape");
  assert.equal(await keys.count(), 0);
  await field(page).press("?");
  assert.equal(await keys.count(), 0);
});

test("n and p go from one notification to the next, and Enter goes there", async (people) => {
  const page = await people.as("bram");
  await page.goto("/me/notifications/");
  const links = page.locator(".notice-group .what");
  const focused = () => page.evaluate(() => [...document.querySelectorAll(".notice-group .what")].indexOf(document.activeElement));
  const last = await links.count() - 1;
  for (const [key, at] of [["n", 0], ["n", 1], ["p", 0], ["p", last]]) {
    await page.keyboard.press(key);
    assert.equal(await focused(), at, key);
  }
  await page.keyboard.press("?");
  await page.locator("dialog.keys").getByText("next notification").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/me/"));
});

test("whoever touches the screen is not told of keys", async (people) => {
  const post = await newPost();
  await marguerite.say(post, "Seen before.");
  const page = await people.as("bram", { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  await listening(page, post);
  await ines.say(post, "New.");
  await page.locator(".live .arrived").click();
  await page.locator("[data-new] span", { hasText: "One new" }).waitFor();
  assert.ok(!await page.locator("[data-keys-switch]").isVisible());
});

test("the number of new answers leads to the first of them", async (people) => {
  const post = await newPost();
  await ines.say(post, "Old news.");
  const page = await people.stranger();
  await page.goto(post);
  await page.close();
  const fresh = await ines.say(post, "Fresh.");
  const later = await page.context().newPage();
  await later.goto(post);
  await later.locator(".news-line a").click();
  assert.ok(later.url().endsWith(`#comment-${fresh}`));
});

test("what comes while a member reads is known to be read, and they are led back to where they stopped", async (people) => {
  const post = await newPost();
  for (let at = 0; at < 12; at++) await ines.say(post, `Word ${at}. ${"And so on. ".repeat(40)}`);
  const page = await people.as("bram");
  await listening(page, post);
  const read = [];
  page.on("request", (request) => request.url().endsWith("/read") && read.push(new URLSearchParams(request.postData())));
  const far = await ines.say(post, "Below what can be seen.");
  await page.locator(`#comment-${far}`).waitFor({ state: "attached" });
  await page.locator(".comment-form").last().scrollIntoViewIfNeeded();
  await eventually(async () => assert.deepEqual(read.map((form) => form.get("entries")), [far]));
  const middle = await page.locator(".entry").nth(5).getAttribute("id");
  await page.locator(`#${middle} > article`).evaluate((it) => it.scrollIntoView({ block: "start", behavior: "instant" }));
  const leftOff = async () => {
    await page.goto("/");
    const link = page.locator(".left-off a");
    return await link.count() ? link.getAttribute("href") : null;
  };
  const there = middle.replace("comment-", "/comments/");
  await eventually(async () => assert.equal(await leftOff(), there));
  await page.locator(".left-off a").click();
  await page.waitForURL(new RegExp(`#${middle}$`));
  // At the end nothing is left.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await eventually(async () => assert.notEqual(await leftOff(), there));
});

test("what one has answered is no longer marked as new", async (people) => {
  const post = await newPost();
  const page = await people.as("bram");
  await listening(page, post);
  const asked = await ines.say(post, "And you?");
  await page.locator(".live .arrived").click();
  await entry(page, asked).locator(":scope > article .label.new").waitFor();
  await replyLink(page, asked).click();
  await page.keyboard.type("And I.");
  await send(page);
  await saying(page, "And I.").waitFor();
  assert.equal(await entry(page, asked).locator(".label.new").count(), 0);
});

test("whoever hears the page finds every comment by its writer", async (people) => {
  const post = await newPost("دفتر (Notebook) 2026");
  const first = await ines.say(post, "Here.");
  const page = await people.as("bram");
  await listening(page, post);
  const name = await page.evaluate((id) => document.querySelector(`#comment-${id} > article`).getAttribute("aria-labelledby")
    .split(" ").map((part) => document.getElementById(part).textContent.trim()).join(", "), first);
  assert.match(name, /^Inês|^Ines|^Inés/);
  assert.match(name, /, (Today|Yesterday), \d\d:\d\d$/);
  assert.equal(await page.locator(`#comment-${first} h3 .name`).count(), 1);
  assert.equal(await page.locator("h2[data-count] bdi[lang]").textContent(), "دفتر (Notebook) 2026");
  await ines.say(post, "And here.");
  await eventually(async () => assert.match(await heading(page), /^2 thoughts/));
  assert.equal(await page.locator("h2[data-count] bdi[lang]").textContent(), "دفتر (Notebook) 2026");
});

test("a stream that something else answered meanwhile, as a proxy does, is asked for again", async (people) => {
  const post = await newPost();
  const page = await people.as("bram");
  await page.route("**/live*", (route) => route.fulfill({ status: 502, body: "Bad gateway" }), { times: 1 });
  await page.goto(post);
  await ines.say(post, "While the server came back.");
  await eventually(async () => assert.match(await heading(page), /^One thought/));
  await page.locator(".live .arrived").click();
  await saying(page, "While the server came back.").waitFor();
});

test("the same comment can be answered twice in a row", async (people) => {
  const post = await newPost();
  const first = await marguerite.say(post, "Say more.");
  const page = await people.as("bram");
  await page.goto(post);
  for (const [text, count] of [["Once.", 1], ["Twice.", 2]]) {
    await replyLink(page, first).click();
    assert.equal(await field(page).inputValue(), "");
    await page.keyboard.type(text);
    await send(page);
    await saying(page, text).waitFor();
    assert.equal(await page.locator(`#comment-${first} > ol > .entry`).count(), count);
  }
});

test("what a stranger typed is theirs once they have signed in", async (people) => {
  const post = await newPost();
  const page = await people.stranger();
  await page.goto(post);
  await field(page).fill("Before I signed in.");
  await page.goto("/members/");
  await page.context().addCookies((await site.session("bram")).cookies);
  await page.goto(post);
  assert.equal(await field(page).inputValue(), "Before I signed in.");
  await send(page);
  await saying(page, "Before I signed in.").waitFor();
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("kept:")).length), 0);
});

test("a memory that is full gives up old texts before the one that is being written", async (people) => {
  const page = await people.as("bram");
  await page.goto(await newPost());
  await page.evaluate(() => {
    const long = "x".repeat(500_000);
    const old = Date.now() - 5 * 24 * 60 * 60 * 1000;
    try {
      for (let at = 0; ; at++) localStorage.setItem(`lyceum.kept::comment:${at}::old`, JSON.stringify({ at: old + at, texts: { text: long } }));
    } catch { /* full */ }
    try { for (;;) localStorage.setItem("lyceum.fill", `${localStorage.getItem("lyceum.fill") ?? ""}${"y".repeat(1000)}`); } catch { /* full */ }
  });
  await field(page).fill("Still kept. ".repeat(200));
  await page.reload();
  assert.match(await field(page).inputValue(), /^Still kept/);
});
