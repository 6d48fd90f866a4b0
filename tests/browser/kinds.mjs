// Every kind of page the site has, and how to come to it. What looks at all of them (accessibility, validity,
// layout) walks this list, so a new page is added here once.

import { asPeopleDo, eventually, picture, sound } from "./harness.mjs";

/**
 * Opens every kind of page as whoever sees it, two at a time, and asks `look(page, name)` what is wrong with it; gives all of that.
 * While one works on a page, KINDS=agreement,log opens only those whose names begin so.
 */
export async function walk(people, look, options = {}) {
  const { site } = people;
  const some = process.env.KINDS?.split(",") ?? [""];
  const kinds = (await everyKind(site)).filter((kind) => some.some((name) => kind.name.startsWith(name)));
  const visitors = [...new Set(kinds.map((kind) => kind.who))];
  const walks = visitors.flatMap((who) => {
    const own = kinds.filter((kind) => kind.who === who);
    return own.length > 20 ? [[who, own.slice(0, own.length / 2)], [who, own.slice(own.length / 2)]] : [[who, own]];
  });
  const faults = [];
  const next = async () => {
    const walk = walks.shift();
    if (!walk) return;
    const [who, own] = walk;
    const page = who === "stranger" ? await people.stranger(options) : await people.as(who, options);
    for (const { name, open } of own) {
      try {
        if (typeof open === "string") await page.goto(open);
        else await open(page);
        faults.push(...(await look(page, name) ?? []).map((fault) => `${name}: ${fault}`));
      } catch (error) {
        faults.push(`${name}: ${error.message}`);
      }
    }
    await page.context().close();
    return next();
  };
  await Promise.all([next(), next()]);
  return faults;
}

/** Runs in the page: what makes it wider than the window. */
export function tooWide() {
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= innerWidth) return [];
  const guilty = [...document.querySelectorAll("main *, header *, footer *")].filter((it) => it.getBoundingClientRect().right > innerWidth + 1);
  return [`${scrollWidth} pixels; ${guilty.slice(0, 3).map((it) => it.outerHTML.slice(0, 80)).join(" … ")}`];
}

/** An address that a browser takes for one, and the site does not. */
const tooLong = `${"x".repeat(70)}@example.org`;

async function everyKind(site) {
  const marguerite = await site.pen("marguerite");
  const bram = await site.pen("bram");
  const ines = await site.pen("ines");
  const guest = await site.pen();
  await site.join("newcomer", "Neva Comer");
  const community = { name: "Working in the Open", tagline: "A twelve-week course", language: "en", time_zone: "Europe/Lisbon", guests: "first", edit_minutes: "15" };
  await ines.send("/manage/community", { ...community, joining: "request" });
  await site.join("asker", "Ask Er");
  await ines.send("/manage/community", { ...community, joining: "open" });
  await ines.request.post("/manage/invitations", { form: { emails: "invited@example.org", role: "participant" } });
  const invitation = await site.linkFrom("invited@example.org");

  const question = await site.post("kettle-on", "where-in-your-week");
  const [, year, month, day] = question.match(/(\d+)\/(\d+)\/(\d+)/);
  const paged = await marguerite.publish("Sixty short answers", "In one word?", { tags: "words" });
  const writers = [marguerite, bram, ines];
  let deepest = "";
  for (let level = 0; level < 9; level++) deepest = await writers[level % 3].say(paged, `Level ${level}.`, deepest);
  for (let at = 0; at < 52; at++) await writers[at % 3].say(paged, `Word ${at}.`);
  const own = await bram.say(question, "Something of mine.");
  const waiting = await marguerite.publish("Somebody waits here", "A short post.");
  await guest.say(waiting, "I wait.", "", { website: "https://example.org/delphine" });
  const gone = await bram.say(waiting, "I will be gone.");
  await ines.say(waiting, "Stays under what went.", gone);
  await bram.send(`/comments/${gone}/delete`, {});
  const hidden = await bram.say(waiting, "I will be hidden.");
  await marguerite.send(`/comments/${hidden}/hide`, {});
  const editLink = async (pen, post) => (await pen.read(post)).match(/href="(\/me\/posts\/\d+\/)"/)[1];
  const edited = await editLink(marguerite, waiting);
  const draft = (await marguerite.read("/me/posts/")).match(/id="drafts"[\s\S]*?href="(\/me\/posts\/\d+\/)"/)[1];

  const hiddenPost = await bram.publish("Written in haste", "I should have slept over it.");
  const hiddenId = (await editLink(bram, hiddenPost)).match(/\d+/)[0];
  await ines.send(`/posts/${hiddenId}/hide`, { why: "It names a patient." });
  await site.join("stranded", "Stran Ded");
  const desk = async (handle) => (await ines.read(`/manage/members/${handle}/`)).match(/\/manage\/members\/\d+\//)[0];
  await ines.send(`${await desk("stranded")}suspend`, { why: "Until we have talked." });
  const removing = `${await desk("gwil")}remove`;
  for (const page of ["rules", "privacy", "imprint"]) await ines.send(`/manage/pages/${page}/`, { text: "## What we owe one another\n\n- Patience.\n\n> And a *name*.", language: "en" });

  const announce = (title) => ines.send("/manage/announcements/new", { title, text: "We begin at *ten* on Monday.", language: "en", from: "", until: "" });
  const announcement = await announce("The timetable of the second half");
  await ines.send(`${announcement}publish`, {});
  const announced = announcement.replace("/manage", "");
  const planned = await announce("A week without a module");

  const found = (pen, name, door) => pen.send("/tribes/new", { name, tagline: "For whoever cares", text: "We *meet* on Thursdays.", rules: "- Be kind.", language: "en", door, places: "" });
  const home = (location) => location.replace(/\?.*/, "");
  const tribe = home(await found(bram, "Readers of maps", "ask"));
  const hiddenTribe = home(await found(bram, "Under the stairs", "hidden"));
  await marguerite.send(`${tribe}join`, { words: "I collect them." });
  await bram.send(`${tribe}invite`, { handle: "ines" });
  const discussion = await bram.send(`${tribe}new`, { title: "Which map first?", text: "The one of the *harbour*, or that of the town?", language: "en" });
  const toTribe = (await bram.read(tribe)).match(/\/announcements\/for\/\d+\//)[0];
  const toldTribe = await bram.send(`${toTribe}new`, { title: "The quay is closed on Thursday", text: "We meet at the *mill*.", language: "en", later: "miss" });
  await bram.send(`${toldTribe}publish`, {});
  await bram.send(`${tribe}gatherings/new`, { title: "A walk along the quay", starts: "2099-10-22T18:00", minutes: "90", place: "https://example.org/call" });
  const put = await bram.request.post(`${tribe}file`, { multipart: { title: "Where the maps are", words: "Shelf by shelf", file: { name: "shelves.txt", mimeType: "text/plain", buffer: Buffer.from("A, B, C") } } });
  if (!put.ok()) throw new Error(`a file of a tribe: ${put.status()}`);
  const emptyTribe = home(await found(ines, "Early risers", "open"));
  const course = "/courses/working-in-the-open/";
  const asking = "/courses/catalogues/";
  const sheet = { title: "Catalogues for people", address: "catalogues", tagline: "Eight weeks with words people use", text: "", outcomes: "Say it *as they do*", starts: "2099-02-02", ends: "2099-03-29", zone: "Europe/Lisbon", language: "en", joining: "ask", places: "", audience: "circle", titles: "1" };
  await ines.send("/manage/courses/new", sheet);
  await ines.send(`${asking}manage/open`, {});
  await marguerite.send(`${asking}join`, { words: "I keep a catalogue nobody can read." });
  await ines.send(`${asking}manage/modules/weeks`, { count: "3", first: "2099-02-02T09:00", after: "2" });
  const week = (await ines.read(`${asking}manage/modules/`)).match(/\/courses\/catalogues\/manage\/modules\/\d+\//)[0];
  await ines.send(`${week}items`, { part: "read", title: "What a plan leaves out", address: "https://example.org/plan", minutes: "15" });

  const attach = async (pen, part, title, file, more = {}) => {
    const page = home(await pen.send(`${week}items`, { part, title, then: "file", ...more }));
    await pen.request.post(`${page}file`, { multipart: { file } });
    return page;
  };
  const talk = await attach(ines, "view", "A talk about plans", { name: "talk.wav", mimeType: "audio/wav", buffer: sound(3) });
  const vtt = "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>A plan leaves out its makers.\n\n00:01.000 --> 00:03.000\n<v Bo>And whoever cleans up.\n";
  for (const language of ["en", "de"]) {
    await ines.request.post(`${talk}captions`, { multipart: { language, captions: { name: "talk.vtt", mimeType: "text/vtt", buffer: Buffer.from(vtt) } } });
  }
  await attach(ines, "read", "The plan itself", { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") }, { address: "https://example.org/plan" });
  await ines.send(`${week}items`, { part: "view", title: "How others plan", address: "https://www.youtube.com/watch?v=abc", minutes: "12" });

  const fields = { "question-rows": "4", question: "In your own time, or in work time?", "option-1": "Own time", "option-2": "A mixture", "option-3": "Work time", "question-open": "1" };
  const learning = await marguerite.publish("When do you learn?", "I wonder.", fields);
  const ownTime = (await marguerite.read(learning)).match(/id="own-answers"[\s\S]*?name="answer" value="(\d+)"/)[1];
  const conversation = (await marguerite.read(learning)).match(/data-question="(\/conversations\/\d+\/)question"/)[1];
  await bram.send(`/posts/${conversation.match(/\d+/)[0]}/comments`, { parent: "", text: "On the night shift.", answer: ownTime });
  await ines.send(`${conversation}answer`, { answer: "other", "answer-other": "Perhaps" });
  await ines.say(learning, "It depends on the week.");
  const several = await marguerite.publish("What do you learn with?", "I wonder again.", { ...fields, question: "What do you learn with?", "question-choice": "several", "question-results": "end", "question-ends": "2099-10-05T23:59" });

  const invite = (pen, where, addresses) => pen.request.post(`${where}manage/invitations/`, { form: { addresses, words: "Do *come*.\n\nIt is in the evening." } });
  await invite(ines, course, "bram@example.org, nell@example.net, a-person-with-a-very-long-address.who-works-somewhere@department.of.a.large.institution.example.org");
  await invite(ines, asking, "wanda@example.net");
  const toCourse = await eventually(async () => {
    const letter = (await site.letters()).find((one) => one.includes("To: wanda@example.net"));
    return new URL(letter.match(/http\S+\/invite\/[\w-]+\//)[0]).pathname;
  });

  const account = `${course}assignments/an-account-of-something-that-went-wrong/`;
  const page = `${course}assignments/one-page-that-somebody-works-from/`;
  const piece = (await ines.read(`${page}work/`)).match(/\/courses\/[^"]*\/work\/\d+\//)[0];
  const task = (await ines.read(`${course}manage/assignments/`)).match(/\/courses\/[^"]*\/manage\/assignments\/\d+\//)[0];
  const review = (await marguerite.read(account)).match(/\/courses\/[^"]*\/reviews\/\d+\//)[0];

  const wrote = async (pen, to, text) => (await pen.send("/me/messages/new", { to, text })).replace("#write", "");
  const talked = await wrote(marguerite, "bram", "Will you read my draft before it goes *out*?");
  await bram.send(talked, { text: "Gladly. Send it on **Thursday**.\n\n> before it goes out\n\nBefore what, by the way?" });
  const ownMessage = (await bram.read(talked)).match(/\/me\/messages\/\d+\/\d+\//)[0];
  const amongThree = await wrote(ines, "bram, marguerite", "Who brings the projector on Friday?");
  await marguerite.send(amongThree, { text: "Not me, I fear." });
  const unkind = (await bram.read(talked)).match(/\/report\/message\/\d+/)[0];
  await site.join("annoying", "Anno Ying");
  const annoying = (await ines.read("/manage/members/annoying/")).match(/\/manage\/members\/(\d+)\//)[1];
  await bram.send(`/me/blocks/${annoying}/`, {});
  await bram.send(unkind, { words: "A test of the button." });
  await bram.send(`/report/member/${annoying}`, { words: "Writes to everybody." });
  const reported = [...(await ines.read("/manage/reports/")).matchAll(/href="(\/manage\/reports\/\d+\/)"/g)].map((match) => match[1]);
  await ines.send(reported[1], { outcome: "dealt", note: "We have talked." });

  const tomasz = await site.pen("tomasz");
  const amongStaff = await tomasz.send(`${course}talk/staff/new`, { title: "Who writes to the silent ones?", text: "I take *five*.", language: "en" });

  const upload = async (pen, name, buffer, alt = "") => {
    const answer = await pen.request.post("/me/media/file", { headers: { Accept: "application/json" }, multipart: { alt, file: { name, mimeType: "application/octet-stream", buffer } } });
    return (await answer.json()).markdown;
  };
  const lines = [
    await upload(bram, "a-wall-with-a-very-long-name-such-as-cameras-give-them-20260902-174501-edited-final.png", picture(1000, 400), "A green wall"),
    await upload(bram, "tall.png", picture(200, 900, [150, 60, 40])),
    await upload(bram, "What we agreed on.pdf", Buffer.from("%PDF-1.7\n")),
  ];
  const pictured = await bram.publish("Two walls and a paper", lines.join("\n\n"));
  await upload(bram, "unused.bin", Buffer.from("Nobody uses it"));
  const keep = (await bram.read(question)).match(/action="(\/conversations\/\d+\/keep)"/)[1];
  await bram.send(keep, {});
  await bram.send(`/comments/${deepest}/keep`, {});
  await bram.send(`/comments/${gone}/keep/take-out`, {});
  const shelve = (pen, title, more = {}) => pen.send("/me/shelf/new", { title, kind: "book", state: "want", ...more });
  await shelve(bram, "Situated learning", { authors: "Lave, Jean; Wenger, Etienne", year: "1991", isbn: "0-521-42374-0", note: "The chapter on tailors." });
  await shelve(bram, "A very long title, such as those that reports of committees have, with a subtitle: on the learning of people who work at night", { kind: "article", state: "reading", doi: "10.1108/13665620410550295-with-a-long-end-without-any-break-in-it-at-all", private: "1" });
  await shelve(bram, "How to keep a diary", { state: "read", address: "https://example.org/diary" });
  await bram.send("/me/shelf/settings/", { audience: "public", library: "https://search.worldcat.org/search?q={any}" });
  await shelve(tomasz, "Situated learning", { isbn: "9780521423748" });
  await shelve(tomasz, "The art of noticing", { isbn: "9780525521242" });
  await tomasz.send("/me/shelf/settings/", { audience: "community", library: "" });
  const days = (n) => new Date(Date.now() - n * 86400000).toISOString().slice(0, 10);
  for (const [n, title, more] of [
    [1, "A chapter about asking first", { minutes: "45", whose: "own", kind: "read", learned: "To ask before I explain." }],
    [2, "Brown-bag lunch on catalogues", { minutes: "60", whose: "work", kind: "event", provider: "Our library" }],
    [9, "Trying tags at the desk", { minutes: "90", whose: "split", work: "60", kind: "practise", address: "https://example.org/tags" }],
    [17, "Listening on the train", { kind: "watch", minutes: "30" }],
  ]) await bram.send("/me/log/new", { title, day: days(n), ...more });
  await bram.send("/me/log/timer", { do: "start", title: "Week three" });
  const logged = (await bram.read("/me/log/")).match(/\/me\/log\/\d+\//)[0];
  // Two bodies: one that wants entries and words, one that asks about time without entries.
  const body = (await bram.send("/me/log/bodies/pick", { body: "lianza" })).split("?")[0];
  await bram.send(`${body}settle`, { begins: days(400), entries: "all" });
  const gapBody = (await bram.send("/me/log/bodies/pick", { body: "hcpc" })).split("?")[0];
  await bram.send(`${gapBody}settle`, { begins: days(400), entries: "all" });
  const ownBody = { name: "The Guild of Cataloguers", language: "en", months: "12", begins: "2024-07-01", counts: "time", unit_minutes: "60", step: "10", least: "30", most: "40", list1_title: "Share", list1: "With others; 50 %; ; others\nAlone; ; 20; alone", asked: "Statement; 250; 300", columns: "date; Date\ntitle; Title", covering: "Dear {body},\n\n{total}.\n\n{name}" };
  await ines.send("/manage/bodies/new", ownBody);
  const brought = async (page, text) => {
    await page.goto("/me/log/import");
    await page.locator("#i-text").fill(text);
    await page.locator("#i-text ~ *, form:has(#i-text) button").last().click();
  };
  const define = async (name, more = {}) => {
    const where = await ines.send("/badges/new", { name, description: "Reads what others wrote and says what is *missing*.", criteria: "Three answers that somebody thanked for.\nOne of them to a newcomer.", level: "checkpoint", repeats: "time", course: "", ...more });
    return where.split("?")[0];
  };
  const badge = await define("Careful reader");
  const draftBadge = await define("A badge with a very long name, such as committees agree upon after a long meeting in the evening", { level: "master", repeats: "person" });
  await ines.send(`${badge}use`, { do: "begin" });
  const askedFor = await define("Helpful answers", { repeats: "person", requests: "1" });
  await ines.send(`${askedFor}use`, { do: "begin" });
  await ines.send(`${askedFor}rule`, { what1: "thanked", count1: "40", what2: "gave", count2: "3", what3: `holds:${badge.match(/\d+/)[0]}`, need: "2", seen: "", do: "save" });
  await bram.send(`${askedFor}ask`, { words: "I answered what *newcomers* asked, week after week.", address: "https://example.org/threads/on-keys-with-a-long-address-that-has-no-break-in-it-at-all" });
  const request = (await ines.read("/badges/requests/")).match(/\/badges\/requests\/\d+\//)[0];
  await ines.send(`${badge}award`, { who: "@bram", evidence: "The thread on keys.", address: "https://example.org/threads/on-keys-with-a-long-address-that-has-no-break-in-it-at-all" });
  await ines.send(`${badge}award`, { who: "bram", evidence: "And the one on doors." });
  const award = (await ines.read(badge)).match(/\/badges\/\d+\/awards\/\d+\//)[0];
  await bram.send((await bram.read("/me/badges/")).match(/\/me\/badges\/\d+/)[0], { do: "show" });
  const certified = await eventually(async () => (await bram.read("/me/badges/")).match(/\/credentials\/[0-9a-f]+\//)[0], 60_000);
  const signedBadge = await bram.read(`${certified}credential.json`);
  const certifying = "/courses/kettles/";
  await ines.send("/manage/courses/new", { ...sheet, title: "Kettles, and how one describes them so that others find theirs", address: "kettles", joining: "open", outcomes: "Describes a kettle\nFinds one again" });
  await ines.send(`${certifying}manage/open`, {});
  const described = home(await ines.send(`${certifying}manage/assignments/new`, { title: "A kettle described", text: "", kind: "either", reviews: "0", days: "7" }));
  await ines.send(`${described}open`, {});
  const rule = { awarding: "automatic", posts: "0", reviews: "0", hours: "36.5", provider: "The house at the harbour", address: "1 Harbour Street\nPorto", signatory: "Ines Prado", role: "Instructor", approval: "Approved by the Society of Kettles, number 1274", seen: "0" };
  const looked = await (await ines.request.post(`${certifying}manage/completion/`, { form: rule })).text();
  await ines.send(`${certifying}manage/completion/`, { ...rule, confirmed: looked.match(/name="confirmed" value="([0-9a-f]+)"/)[1] });
  await bram.send(`${certifying}join`, {});
  const kettle = (await editLink(bram, await bram.publish("My kettle", "It whistles."))).match(/\d+/)[0];
  await bram.send(`${certifying}assignments/a-kettle-described/hand-in`, { post: kettle });
  const paper = await bram.send(`${certifying}completion/`, { do: "certificate" });
  const managed = (await ines.read(`${certifying}manage/completion/`)).match(/\/courses\/kettles\/manage\/completion\/\d+\//)[0];
  const compared = (file) => async (page) => {
    await page.goto(paper);
    await page.locator("#c-file").setInputFiles({ name: "certificate.pdf", mimeType: "application/pdf", buffer: await file() });
    await page.locator(`[action="${paper}"] button`).click();
    await page.locator("#verdict").waitFor();
  };
  const entry = (await bram.read("/me/shelf/")).match(/\/me\/shelf\/\d+\//)[0];
  const letter = "Dear Jo,\n\nI would like to do part of the course in work time, on two mornings a week before the doors open.\n\nKind regards\nBram";
  /** A request for support: its address, and that of its link. */
  const agreement = async (title, more = {}) => {
    const own = await bram.send("/me/agreements/new", { title, to_name: "Jo Marsh" });
    const seen = (await bram.read(own)).match(/name="seen" value="(\d+)"/)[1];
    await bram.send(own, { title, letter, support: "borne", has: "0:45", asks: "2", seen, ...more });
    const made = await (await bram.request.post(`${own}link`, { form: { days: "30" } })).text();
    return [own, new URL(made.match(/value="(\S+\/agreement\/[^"]+)"/)[1]).pathname];
  };
  const [ownOpen, heldOpen] = await agreement("Working in the Open, twelve weeks", { to_email: "jo@example.org", tied: "1" });
  const [ownAnswered, heldAnswered] = await agreement("A day on catalogues and what people look for in them");
  const says = { said: "approved", minutes: "1:30", note: "Mornings are fine.\nPlease tell the team what comes of it.", name: "Jo Marsh", role: "Head of service", email: "jo@example.org" };
  const given = (await (await guest.request.post(`${heldAnswered}answer`, { form: says })).text()).match(/name="answer" value="(\d+)"/)[1];
  const code = await eventually(async () => (await site.letters()).map((one) => one.match(/\b(\d{4}) (\d{4})\b/)).find(Boolean) ?? Promise.reject(new Error("no code yet")), 60_000);
  await guest.send(`${heldAnswered}confirm`, { answer: given, code: code[1] + code[2] });
  const [, heldFree] = await agreement("A morning in the archive");
  await bram.send("/me/agreements/new", { title: "Nothing sent yet" });
  /** A dossier with all there is in it, an edition of it, and what is fetched from a page by a pattern. */
  const dossier = async (title, reflection) => {
    const own = await bram.send("/me/dossiers/new", { title, from: "2020-01-01", until: "2028-12-31" });
    const page = await bram.read(own);
    const body = new URLSearchParams({ title, from: "2020-01-01", until: "2028-12-31", lang: "en", reflection, do: "share", seen: page.match(/name="seen" value="(\d+)"/)[1] });
    for (const [, item] of page.matchAll(/name="item" value="([^"]+)"/g)) body.append("item", item);
    await bram.request.post(own, { data: body.toString(), headers: { "content-type": "application/x-www-form-urlencoded" } });
    const share = await bram.read(`${own}share`);
    const edition = await bram.send(`${own}share`, { do: "make", seen: share.match(/name="seen" value="(\w+)"/)[1] });
    return [own, edition];
  };
  const made = async (address, form, what) => new URL((await (await bram.request.post(address, { form })).text()).match(new RegExp(`value="(\\S+/${what}/[^"]+)"`))[1]).pathname;
  const [ownDossier, ownEdition] = await dossier("What I learned this year", "I ask earlier now, and write down what I tried.\n\nNext year I want to show others how.");
  const dossierHeld = await made(`${ownEdition}link`, { days: "30" }, "dossier");
  const attesting = await made(`${ownEdition}attestations`, { role: "manager", to_name: "Jo Marsh" }, "attestation");
  const attested = await made(`${ownEdition}attestations`, { role: "peer" }, "attestation");
  const signs = { name: "Sam Okoro", position: "Librarian", email: "sam@example.org", note: "We talked it over in May." };
  const signature = (await (await guest.request.post(`${attested}sign`, { form: signs })).text()).match(/name="signature" value="(\d+)"/)[1];
  const signed = await eventually(async () => (await site.letters()).filter((one) => one.includes("signature")).map((one) => one.match(/\b(\d{4}) (\d{4})\b/)).find(Boolean) ?? Promise.reject(new Error("no code yet")), 60_000);
  await guest.send(`${attested}confirm`, { signature, code: signed[1] + signed[2] });
  const genuine = (await bram.read(ownEdition)).match(/\/genuine\/[^"]+\//)[0];
  const [, lockedEdition] = await dossier("With a password", "Short.");
  const dossierLocked = await made(`${lockedEdition}link`, { days: "7", password: "a sentence we agreed on" }, "dossier");
  const [, freshEdition] = await dossier("For another reader", "Nothing yet.");
  const emptyDossier = await bram.send("/me/dossiers/new", { title: "A day long ago", from: "2001-01-01", until: "2001-01-02" });

  await marguerite.request.post("/me/mail/address", { form: { address: "marguerite@home.example.org" } });
  const ended = await eventually(async () => new URL((await site.news())[0].match(/^List-Unsubscribe:\s*<(\S+)>/m)[1]).pathname, 60_000);
  const thanked = (await bram.read(waiting)).match(/action="(\/conversations\/\d+\/thanks)"/)[1];
  await bram.send(thanked, {});

  const kinds = [];
  const add = (who, pages) => kinds.push(...Object.entries(pages).map(([name, open]) => ({ who, name, open })));
  const refused = (path, form, fill, button = ".buttons button") => async (page) => {
    await page.goto(path);
    await page.locator("details.fold").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
    for (const [name, value] of Object.entries(fill)) await page.locator(`${form} [name="${name}"]`).fill(value);
    await page.locator(`${form} ${button}`).first().click();
    await page.locator(".error, .notice.bad").first().waitFor();
  };
  const asked = (path, form, fill, button = "button") => async (page) => {
    await page.goto(path);
    await page.locator("details.fold").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
    for (const [name, value] of Object.entries(fill)) await page.locator(`${form} [name="${name}"]`).fill(value);
    if (await page.locator(`${form} [name="made"]`).count()) await asPeopleDo(page, form);
    await page.locator(`${form} ${button}`).first().click();
    await page.locator(".plain").waitFor();
  };

  add("stranger", {
    "report-guest": `/report/conversation/${(await marguerite.read(waiting)).match(/\/posts\/(\d+)\/comments/)[1]}`,
    "report-guest-refused": refused(`/report/conversation/${(await marguerite.read(waiting)).match(/\/posts\/(\d+)\/comments/)[1]}`, "form.form", { words: " ", email: tooLong }),
    "report-guest-made": `/report/conversation/${(await marguerite.read(waiting)).match(/\/posts\/(\d+)\/comments/)[1]}?sent=yes#done`,
    "home": "/",
    "help-course": "/help/course/",
    "dossier-held": dossierHeld,
    "dossier-held-open": async (page) => { await page.goto(dossierHeld); for (const fold of await page.locator("details.fold > summary").all()) await fold.click(); },
    "dossier-held-locked": dossierLocked,
    "dossier-held-refused": async (page) => { await page.goto(dossierLocked); await page.locator("#d-password").fill("not this one"); await page.locator("form.form button").click(); await page.locator(".error").first().waitFor(); },
    "dossier-held-gone": "/dossier/expired/",
    "dossier-attest": attesting,
    "dossier-attest-refused": async (page) => {
      await page.goto(attesting);
      for (const [name, value] of Object.entries({ name: "Jo Marsh", position: "Head of service", email: tooLong })) await page.locator(`[name="${name}"]`).fill(value);
      await page.locator('form[action$="sign"] button').click();
      await page.locator(".error").first().waitFor();
    },
    "dossier-attest-code": async (page) => {
      await page.goto(attesting);
      for (const [name, value] of Object.entries({ name: "Jo Marsh", position: "Head of service", email: `jo.${Date.now()}@example.org` })) await page.locator(`[name="${name}"]`).fill(value);
      await page.locator('form[action$="sign"] button').click();
      await page.locator("#d-code").waitFor();
    },
    "dossier-attested": attested,
    "dossier-genuine": genuine,
    "agreement-held": heldOpen,
    "agreement-held-answered": heldAnswered,
    "agreement-held-refused": async (page) => {
      await page.goto(heldOpen);
      for (const [name, value] of Object.entries({ name: "Sam Okoro", role: "Personnel", email: "sam@example.org" })) await page.locator(`[name="${name}"]`).fill(value);
      await page.locator('[value="declined"]').check();
      await page.locator('form[action$="answer"] button').click();
      await page.locator(".error").first().waitFor();
    },
    "agreement-held-code": async (page) => {
      await page.goto(heldFree);
      for (const [name, value] of Object.entries({ name: "Jo Marsh", role: "Head of service", email: `jo.${Date.now()}@example.org` })) await page.locator(`[name="${name}"]`).fill(value);
      await page.locator('[value="approved"]').check();
      await page.locator('form[action$="answer"] button').click();
      await page.locator("#a-code").waitFor();
    },
    "help-notifications": "/help/notifications/",
    "river": "/river/",
    "river-later-page": async (page) => { await page.goto("/river/"); await page.locator('.paging [rel~="next"]').click(); await page.locator('.paging [rel~="prev"]').waitFor(); },
    "courses": "/courses/",
    "badges": "/badges/",
    "badge": badge,
    "credential": certified,
    "certificates-look": "/certificates/",
    "certificates-look-refused": async (page) => { await page.goto("/certificates/"); await page.locator("#l-code").fill("7f3k"); await page.locator('[action="/certificates/"] button').click(); await page.locator(".error").waitFor(); },
    "certificate": paper,
    "certificate-genuine": compared(async () => (await bram.request.get(`${paper}certificate.pdf`)).body()),
    "certificate-foreign": compared(async () => Buffer.from("%PDF-1.7\n")),
    "verify": "/verify/",
    "verify-refused": async (page) => { await page.goto("/verify/"); await page.locator('[action="/verify/"] button').click(); await page.locator(".error").waitFor(); },
    "verify-nothing": async (page) => { await page.goto("/verify/"); await page.locator("#v-text").fill("Hello"); await page.locator('[action="/verify/"] button').click(); await page.locator(".notice.bad").waitFor(); },
    "verify-found": async (page) => { await page.goto("/verify/"); await page.locator("#v-text").fill(signedBadge); await page.locator('[action="/verify/"] button').click(); await page.locator("#verdict").waitFor(); },
    "course": course,
    "course-module": `${course}finding-it-again/`,
    "course-to-ask-for": asking,
    "invitation": toCourse,
    "invitation-never": `${toCourse}never`,
    "members": "/members/",
    "members-found": "/members/?q=ma",
    "members-none-found": "/members/?q=nobodyatall",
    "member": "/members/salma/",
    "member-without-posts": "/members/newcomer/",
    "blog": "/kettle-on/",
    "blog-of-the-course": "/blog/",
    "blog-arabic": "/storeroom-light/",
    "blog-empty": "/newcomer/",
    "archive-year": `/blog/${year}/`,
    "archive-month": `/kettle-on/${year}/${month}/`,
    "archive-day": `/kettle-on/${year}/${month}/${day}/`,
    "tag": "/kettle-on/tag/time/",
    "post": question,
    "post-in-order": `${question}?view=flat`,
    "post-newest": `${question}?view=newest`,
    "post-long": paged,
    "post-later-page": async (page) => {
      await page.goto(paged);
      await page.locator('.paging [rel~="next"]').click();
      await page.locator('.paging [rel~="prev"]').waitFor();
    },
    "post-replying": `${question}?reply=${own}#reply`,
    "post-asking": learning,
    "post-answers-behind": `${learning}?answer=${ownTime}`,
    "post-asking-hidden": several,
    "post-closed": await site.post("second-signature", "the-wrong-tube"),
    "post-silent": await site.post("please-touch", "who-misses-this"),
    "post-arabic": await site.post("storeroom-light", "daftar-al-makhzan"),
    "post-german": await site.post("aktenlauf", "warum-unser-wiki-leer-blieb"),
    "post-with-the-deleted": waiting,
    "post-refused": refused(question, ".comment-form", { text: "  ", name: "Odile", email: tooLong, website: "not:here" }),
    "sign-in": "/sign-in",
    "leave-asked": "/sign-in?left=1",
    "sign-in-refused": refused("/sign-in", '[action="/sign-in"]', { who: "bram", password: "not this one" }),
    "sign-in-link-refused": refused("/sign-in", '[action="/sign-in"]', { who: tooLong }, '[formaction="/sign-in/link"]'),
    "sign-in-link-sent": asked("/sign-in", '[action="/sign-in"]', { who: "gwil@example.org" }, '[formaction="/sign-in/link"]'),
    "sign-in-link": async (page) => page.goto(await site.mailedLink("karim@example.org")),
    "sign-in-link-gone": "/sign-in/link/gone",
    "join": "/join",
    "join-refused": refused("/join", '[action="/join"]', { name: "", handle: "B!", email: tooLong, password: "short" }),
    "join-invited": async (page) => page.goto(invitation),
    "join-invitation-gone": "/join?invite=gone",
    "join-sent": asked("/join", '[action="/join"]', { name: "Somebody New", handle: "somebody", email: "somebody@example.org", password: "a sentence one likes" }),
    "join-confirm": async (page) => page.goto(await site.linkFrom("somebody@example.org")),
    "forgot": "/forgot",
    "forgot-refused": refused("/forgot", '[action="/forgot"]', { who: tooLong }),
    "forgot-sent": asked("/forgot", '[action="/forgot"]', { who: "hana@example.org" }),
    "reset": async (page) => page.goto(await site.linkFrom("hana@example.org")),
    "site-page": "/privacy/",
    "site-page-rules": "/rules/",
    "site-page-imprint": "/imprint/",
    "mail-end": ended,
    "mail-end-conversation": `${ended}?conversation=${conversation.match(/\d+/)[0]}`,
    "mail-ended": async (page) => { await page.goto(ended); await page.locator("main form button").last().click(); await page.locator(".notice.good").waitFor(); },
    "mail-address-confirm": async (page) => page.goto(await site.linkFrom("marguerite@home.example.org")),
    "mail-address-gone": "/mail/address/gone",
    "post-hidden-from-others": hiddenPost,
    "member-suspended": "/members/stranded/",
    "home-later-page": async (page) => { await page.goto("/"); await page.locator('.paging [rel~="next"]').click(); await page.locator('.paging [rel~="prev"]').waitFor(); },
    "error-not-found": "/no-such/shelf/",
    "error-members-only": await site.post("spare-keys", "the-lost-property-cupboard", bram),
    "error-sign-in-first": "/me/posts/",
    "error-bad": "/comments/nonsense",
    "error-method": "/me/password",
    "styleguide": "/styleguide",
    "tribes": "/tribes/",
    "tribe-from-outside": tribe,
    "stream": "/stream/",
    "stream-person": "/members/marguerite/stream/",
    "in-german": async (page) => { await inLanguage(page, "Deutsch", question); },
    "in-spanish": async (page) => { await inLanguage(page, "Español", "/"); await page.context().clearCookies(); },
  });
  add("newcomer", {
    "own-posts-none": "/me/posts/",
    "notifications-none": "/me/notifications/",
    "messages-none": "/me/messages/",
    "messages-settings-none": "/me/messages/settings",
    "media-none": "/me/media/",
    "kept-none": "/me/kept/",
    "archive-none": "/me/archive/",
    "leave": "/me/leave/",
    "leave-refused": refused("/me/leave/", "form.form", { handle: "somebody" }),
    "shelf-empty": "/me/shelf/",
    "log-empty": "/me/log/",
    "bodies-none": "/me/log/bodies/",
    "agreements-none": "/me/agreements/",
    "dossiers-none": "/me/dossiers/",
    "badges-own-none": "/me/badges/",
    "certificates-own-none": "/me/certificates/",
    "shelf-others": "/me/shelf/others/",
    "shelf-of-another": "/members/bram/shelf/",
    "watches-none": "/me/watches/",
    "river-nothing-followed": "/river/mine/",
    "mail-none": "/me/mail/",
    "calendar-none": "/me/calendar/",
    "answers-none": "/me/answers/",
    "own-blog-empty": "/newcomer/",
    "own-page-empty": "/members/newcomer/",
    "home-welcome": "/?welcome=yes",
    "settings-joined-elsewhere": "/me/settings/?saved=joined",
    "own-posts-deleted": "/me/posts/?deleted=yes",
  });
  add("bram", {
    "home-member": "/",
    "home-something-new": async (page) => {
      await page.goto(waiting);
      await ines.say(waiting, `Said at ${Math.random()}, after you were here.`);
      await page.goto("/");
      await page.locator(".for-you").waitFor();
    },
    "river-unread": async (page) => {
      await ines.say(waiting, `Said at ${Math.random()}, for the river.`);
      await page.goto("/river/");
      await page.locator(".river .is-new").first().waitFor();
    },
    "course-taking-part": course,
    "course-module-taking-part": `${course}finding-it-again/`,
    "course-catch-up": `${course}a-week-with-nothing-in-it/`,
    "course-homeroom": `${course}homerooms/`,
    "course-map": `${course}map/`,
    "invitation-to-somebody-else": toCourse,
    "homeroom-discussion": async (where) => {
      await where.goto(`${course}homerooms/`);
      await where.locator('a[href$="/new"]').last().click();
      await where.locator("#title").fill("Where do we meet?");
      await where.locator("#text").fill("At the *quay*, or at the mill?");
      await where.locator(".form .buttons button").first().click();
      await where.locator("h1", { hasText: "Where do we meet?" }).waitFor();
    },
    "assignments": `${course}assignments/`,
    "assignment-to-hand-in": account,
    "assignment-reviewed": page,
    "assignment-refused": async (where) => {
      await where.goto(account);
      await where.locator('[name="help"]').first().evaluate((it) => { it.removeAttribute("maxlength"); it.value = "x".repeat(400); });
      await where.locator('[action$="/hand-in"] button').click();
      await where.locator(".error").first().waitFor();
    },
    "write-for-an-assignment": async (where) => { await where.goto(account); await where.locator('a[href^="/me/posts/new?assignment="]').click(); },
    "course-leave": `${course}leave`,
    "course-name": `${course}name`,
    "course-name-refused": refused(`${course}name`, "form.form", { name: "Working in the Open" }),
    "course-ask": asking,
    "write-for-a-module": async (page) => { await page.goto(`${course}finding-it-again/`); await page.locator('a[href^="/me/posts/new?module="]').click(); },
    "river-mine": "/river/mine/",
    "river-end": "/river/?after=1-1",
    "post-hidden-author": hiddenPost,
    "post-member": question,
    "post-members-only": await site.post("spare-keys", "the-lost-property-cupboard", bram),
    "menu-open": async (page) => { await page.goto("/"); await page.locator(".masthead .menu summary").click(); },
    "notifications": "/me/notifications/",
    "media": "/me/media/?done=described",
    "media-refused": async (page) => {
      await page.goto("/me/media/");
      await page.locator("#file").setInputFiles({ name: "half.png", mimeType: "image/png", buffer: picture(40, 30).subarray(0, 60) });
      await page.locator('[action="/me/media/file"] button').click();
      await page.locator("#file-error").waitFor();
    },
    "post-with-pictures": pictured,
    "kept": "/me/kept/",
    "kept-taken-out": "/me/kept/?of=posts&out=comments-1-keep",
    "dossiers": "/me/dossiers/",
    "dossier-new": "/me/dossiers/new",
    "dossier-new-refused": async (page) => { await page.goto("/me/dossiers/new"); await page.locator("#d-title").fill("Years"); await page.locator("#d-until").fill("1999-01-01"); await page.locator("form.form button").first().click(); await page.locator(".error").first().waitFor(); },
    "dossier": ownDossier,
    "dossier-empty": emptyDossier,
    "dossier-choosing": async (page) => { await page.goto(ownDossier); for (const fold of await page.locator("form details.fold > summary").all()) await fold.click(); },
    "dossier-share": `${ownDossier}share`,
    "dossier-edition": ownEdition,
    "dossier-edition-link": async (page) => { await page.goto(freshEdition); await page.locator('form[action$="link"] button').click(); await page.locator("#made").waitFor(); },
    "agreements": "/me/agreements/",
    "agreement-new": "/me/agreements/new",
    "agreement-new-refused": async (page) => { await page.goto("/me/agreements/new"); await page.locator("form.form button").first().click(); await page.locator(".error").first().waitFor(); },
    "agreement": ownOpen,
    "agreement-answered": ownAnswered,
    "agreement-refused": async (page) => { await page.goto(ownOpen); await page.locator('[name="asks"]').fill("61"); await page.locator("form[data-keep] .buttons button").click(); await page.locator(".error").first().waitFor(); },
    "agreement-link": async (page) => {
      await page.goto((await bram.read("/me/agreements/")).match(/\/me\/agreements\/\d+\//)[0]);
      await page.locator('form[action$="link"] button').click();
      await page.locator("#made").waitFor();
    },
    "log": "/me/log/",
    "bodies": "/me/log/bodies/?done=picked",
    "body": body,
    "body-earlier-none": `${body}?day=2099-01-01`,
    "body-gaps": async (page) => { await page.goto(gapBody); await page.locator("details.fold > summary").first().click(); await page.locator("#texts ~ details > summary").first().click(); },
    "body-refused": async (page) => {
      await page.goto(body);
      await page.locator('[name="begins"]').fill("1800-01-01");
      await page.locator('form[action$="settle"] button').click();
      await page.locator(".error").first().waitFor();
    },
    "body-entries": `${body}entries/?done=mapped`,
    "body-entry": async (page) => { await page.goto(`${body}entries/`); await page.locator("#entries a").first().click(); await page.locator("#m-proof").waitFor(); },
    "body-statement": `${body}statement`,
    "body-letter": `${body}letter/verification`,
    "badges-own": "/me/badges/?done=show",
    "certificates-own": "/me/certificates/?done=name",
    "certificates-own-refused": async (page) => { await page.goto("/me/certificates/"); await page.locator("#o-name").fill("王小明"); await page.locator('[action="/me/certificates/"] button').click(); await page.locator(".error").waitFor(); },
    "completion": `${certifying}completion/`,
    "completion-missing": `${course}completion/`,
    "badge-progress": "/me/badges/progress/",
    "badge-asked": `${askedFor}ask`,
    "badge-asked-refused": refused(`${askedFor}ask`, "form[data-keep]", { words: " ", address: "example.org" }),
    "log-new": async (page) => { await page.goto("/me/log/new"); await page.locator("details.fold > summary").click(); },
    "log-change": logged,
    "log-refused": async (page) => {
      await page.goto("/me/log/new");
      await page.locator('[name="title"]').fill("A chapter");
      await page.locator('[name="minutes"]').fill("1,5");
      await page.locator('main form.form button.button').click();
    },
    "log-import": "/me/log/import",
    "log-import-found": (page) => brought(page, "date;title;hours;mood\n5.10.2026;A chapter;1,5;good\n"),
    "log-import-asked": (page) => brought(page, "date,title\n03/04/2026,A chapter\n"),
    "log-import-wrong": (page) => brought(page, "date,title,minutes\n2026-10-05,A chapter,long\n"),
    "shelf": "/me/shelf/",
    "shelf-others-and-own": "/me/shelf/others/",
    "shelf-read": "/me/shelf/?state=read&done=added",
    "shelf-new": "/me/shelf/new?what=0-521-42374-0",
    "shelf-change": async (page) => { await page.goto(entry); await page.locator("details.fold > summary").click(); },
    "shelf-refused": async (page) => {
      await page.goto("/me/shelf/new");
      await page.locator("#b-title").fill("Deep work");
      await page.locator("#b-isbn").fill("9780306406158");
      await page.locator(".buttons .button:not(.second)").first().click();
      await page.locator(".error").first().waitFor();
    },
    "shelf-settings": async (page) => { await page.goto("/me/shelf/settings/"); await page.locator("details.fold > summary").click(); },
    "announcement": announced,
    "watches": "/me/watches/",
    "messages": "/me/messages/",
    "messages-archived": "/me/messages/?show=archived",
    "messages-two": talked,
    "messages-several": amongThree,
    "messages-leave": `${amongThree}leave`,
    "messages-refused": async (page) => {
      await page.goto(talked);
      await page.locator("#text").fill("x".repeat(10001));
      await page.locator("#write button:not([type=button])").click();
      await page.locator(".error").first().waitFor();
    },
    "message-new": "/me/messages/new?to=ines",
    "message-new-refused": refused("/me/messages/new", "form.form", { to: "nobody at all", text: "Hello." }),
    "message-edit": `${ownMessage}edit`,
    "message-delete": `${ownMessage}delete`,
    "messages-settings": "/me/messages/settings?done=saved#done",
    "block": `/me/blocks/${annoying}/`,
    "member-blocked": "/members/annoying/",
    "report": `/report/comment/${await ines.say(question, "To be reported.")}`,
    "report-made": unkind,
    "report-refused": refused(`/report/conversation/${(await marguerite.read(waiting)).match(/\/posts\/(\d+)\/comments/)[1]}`, "form.form", { words: " " }),
    "mail-saved": "/me/mail/?changed=1",
    // What the open menu covers is no target.
    "post-following": async (page) => {
      await page.goto(question);
      await page.locator("details.watch summary").click();
      await page.evaluate(() => { document.querySelector(".new-since").hidden = true; });
    },
    "own-page": "/members/bram/",
    "own-blog": "/pump-diary/",
    "own-posts": "/me/posts/",
    "write": "/me/posts/new",
    "write-refused": async (page) => {
      await page.goto("/me/posts/new");
      await page.getByLabel("Title").fill("A title");
      await page.getByLabel("Tags").fill("x".repeat(99));
      await page.locator("#slug").fill("!!!");
      await page.getByRole("button", { name: "Publish" }).click();
      await page.locator(".error").first().waitFor();
    },
    "post-asking-answered": learning,
    "answer-question": `${conversation}answer`,
    "write-question-refused": async (page) => {
      await page.goto("/me/posts/new");
      await page.locator("details.asks summary").click();
      await page.locator("#question").fill("When?");
      await page.getByRole("button", { name: "Publish" }).click();
      await page.locator(".error").first().waitFor();
    },
    "write-preview": async (page) => {
      await page.goto("/me/posts/new");
      await page.locator("#text").fill("# A heading\n\nIt is *still* a pump.\n\n- one\n- two\n\n> quoted");
      await page.getByRole("button", { name: "Preview" }).click();
      await page.locator(".preview em").waitFor();
    },
    "write-editor": async (page) => {
      await page.goto("/me/posts/new");
      const formatted = page.getByRole("button", { name: "Show formatted" });
      if (!await formatted.count()) return; // there is no editor without scripts
      await formatted.click();
      await page.locator(".editor-text").click();
      await page.keyboard.type("Two **bold** words");
      await page.getByRole("button", { name: "Link", exact: true }).click();
      await page.evaluate(() => { localStorage["lyceum.view"] = '"markdown"'; });
    },
    "comment-edit": `/comments/${own}/edit`,
    "comment-edit-refused": refused(`/comments/${own}/edit`, "[data-send]", { text: "  " }),
    "comment-delete": `/comments/${own}/delete`,
    "settings": "/me/settings/",
    "about-you": "/me/about/",
    "about-you-which-place": async (page) => {
      await page.goto("/me/about/");
      await page.locator("#a-place").fill("Bristol");
      await page.locator('[action="/me/about"] .buttons button').click();
      await page.locator("#place-is").waitFor();
    },
    "about-you-refused": refused("/me/about/", '[action="/me/about"]', { job: "Teacher", website: "nowhere" }),
    "colleagues-none": "/me/colleagues/",
    "first-steps": "/me/first-steps/",
    "settings-refused": refused("/me/settings/", '[action="/me/profile"]', { name: "Bram", handle: "!" }),
    "error-forbidden": "/manage/",
    "waiting-none": "/me/waiting/",
    "tribes-member": "/tribes/",
    "tribes-none-found": "/tribes/?q=nothingatall",
    "tribe-new": "/tribes/new",
    "tribe-refused": refused("/tribes/new", "form.form", { name: "Some", places: "few" }),
    "tribe-leader": `${tribe}?done=saved#done`,
    "tribe-announcements": toTribe,
    "tribe-announcement": toldTribe,
    "tribe-announcement-new": `${toTribe}new`,
    "tribe-announcement-refused": refused(`${toTribe}new`, `[action="${toTribe}new"]`, { title: "Too late", text: "Words.", until: "2020-01-01T10:00" }),
    "tribe-hidden": hiddenTribe,
    "tribe-settings": `${tribe}edit`,
    "tribe-people": `${tribe}members/`,
    "tribe-invite-refused": refused(`${tribe}members/`, '[action$="/invite"]', { handle: "nobody-here" }),
    "tribe-leave-last": `${hiddenTribe}leave`,
    "tribe-end": `${tribe}end`,
    "tribe-to-join": emptyTribe,
    "discussion": discussion,
    "discussion-new": `${tribe}new`,
    "discussion-edit": `${discussion}edit`,
    "discussion-delete": `${discussion}delete`,
    "stream-member": "/stream/",
    "stream-filtered": "/stream/?kind=comments&who=followed",
    "stream-nobody": "/stream/?by=nobodyhere",
    "tribe-stream": `${tribe}stream/`,
    "tribe-river": `${tribe}river/`,
    "tribe-river-empty": `${hiddenTribe}river/`,
    "tribe-files": `${tribe}files/`,
    "tribe-files-none": `${hiddenTribe}files/`,
    "tribe-file-edit": async (page) => { await page.goto(`${tribe}files/`); await page.locator(".rows > li > a").first().click(); },
    "gathering-new": `${tribe}gatherings/new`,
    "gathering-refused": refused(`${tribe}gatherings/new`, "form.form", { title: "Too late", starts: "2020-01-01T10:00" }),
    "gathering-edit": async (page) => { await page.goto(tribe); await page.locator(".meetings .actions a").click(); },
  });
  add("tomasz", {
    "archive-asked": async (page) => {
      await page.goto("/me/archive/");
      const ask = page.locator('form[action="/me/archive"] button');
      if (await ask.count() > 0) await ask.click();
      await page.locator("progress, a[download]").first().waitFor();
    },
    "archive-ready": async (page) => {
      await eventually(async () => {
        await page.goto("/me/archive/");
        if (await page.locator("a[download]").count() === 0) throw new Error("not ready");
      }, 60_000);
    },
    "course-staff-room": `${course}talk/staff/`,
    "course-staff-room-new": `${course}talk/staff/new`,
    "course-staff-discussion": amongStaff,
    "course-staff-discussion-edit": `${amongStaff}edit`,
    "course-staff-discussion-delete": `${amongStaff}delete`,
    "notifications-new-discussion": "/me/notifications/",
  });
  add("marguerite", {
    "assignment-review-under-way": account,
    "review": review,
    "review-refused": async (where) => { await where.goto(review); await where.locator('button[value="hand-in"]').click(); await where.locator(".error").first().waitFor(); },
    "tribe-asked": tribe,
    "home-author": "/",
    "mail-address-asked": "/me/mail/?changed=asked#done",
    "post-author": waiting,
    "post-just-hidden": `${waiting}?hidden=${hidden}`,
    "thanks": thanked,
    "post-kept-back": `${waiting}?kept-back=closed-1`,
    "write-signed-out": async (page) => {
      await page.goto("/me/posts/new");
      await page.locator("#text").fill("An hour of work.");
      const cookies = await page.context().cookies();
      await page.context().clearCookies();
      await page.getByRole("button", { name: "Publish" }).click();
      await page.locator(".notice.bad").waitFor();
      await page.context().addCookies(cookies);
    },
    "post-asking-author": async (page) => {
      await page.goto(learning);
      await page.locator(".question .fold, .filing").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
    },
    "answer-question-refused": async (page) => {
      await page.goto(`${conversation}answer`);
      await page.locator("form.form .buttons button").click();
      await page.locator(".notice.bad").waitFor();
    },
    "edit-post": edited,
    "edit-draft": draft,
    "delete-post": `${edited}delete`,
    "own-posts-author": "/me/posts/",
    "waiting": "/me/waiting/",
  });
  add("ines", {
    "bodies-led": "/manage/bodies/?done=changed",
    "body-led": "/manage/bodies/acca/",
    "body-new": "/manage/bodies/new",
    "body-new-refused": refused("/manage/bodies/new", "main form.form", { name: "The Guild", months: "0", list1: "Risk; much", list1_title: "Kind" }),
    "credential-keys": async (page) => { await page.goto("/manage/credentials/"); await page.locator("details.fold > summary").first().click(); },
    "badge-led": `${badge}?done=awarded`,
    "badge-draft": `${draftBadge}?done=begun`,
    "completion-manage": `${certifying}manage/completion/`,
    "completion-manage-first": `${asking}manage/completion/`,
    "completion-manage-refused": async (page) => { await page.goto(`${certifying}manage/completion/`); await page.locator("#r-provider").fill(" "); await page.locator("#r-posts").fill("many"); await page.locator("form.form .buttons button").last().click(); await page.locator(".error").first().waitFor(); },
    "completion-manage-concerned": async (page) => { await page.goto(`${certifying}manage/completion/`); await page.locator("#r-posts").fill("2"); await page.locator("form.form .buttons button").last().click(); await page.locator("#concerned").waitFor(); },
    "completion-managed": managed,
    "badge-rule": `${askedFor}rule`,
    "badge-rule-refused": refused(`${askedFor}rule`, "main form.form", { count1: "0", count2: "many" }),
    "badge-rule-look": async (page) => {
      await page.goto(`${draftBadge}rule`);
      await page.locator("#r-what1").selectOption("answered");
      await page.locator("#r-count1").fill("1");
      await page.locator('button[value="look"]').click();
      await page.locator('button[value="save"]').waitFor();
    },
    "badge-requests": "/badges/requests/?done=more",
    "badge-request": request,
    "badge-request-refused": async (page) => { await page.goto(request); await page.locator('button[value="decline"]').click(); await page.locator(".error").first().waitFor(); },
    "badge-new": "/badges/new",
    "badge-new-refused": refused("/badges/new", "main form.form", { name: " ", description: " ", criteria: " " }),
    "badge-change": `${badge}edit`,
    "badge-award": award,
    "badge-refused": refused(badge, `[action="${badge}award"]`, { who: "nobody", address: "example.org" }),
    "reports": "/manage/reports/",
    "guests-blocked-none": "/manage/guests/",
    "guest-block": async (page) => { await page.goto("/me/waiting/"); await page.locator('a[href$="/block"]').first().click(); await page.locator("#reason").waitFor(); },
    "guest-block-refused": async (page) => { await page.goto("/me/waiting/"); await page.locator('a[href$="/block"]').first().click(); await page.locator("#reason").fill(" "); await page.locator('[name="what"][value="other"]').check(); await page.locator("#network").fill("0.0.0.0/0"); await page.locator("form.form .buttons button").click(); await page.locator(".error").first().waitFor(); },
    "report-open": reported[0],
    "report-decided": reported[1],
    "course-new": "/manage/courses/new",
    "course-new-refused": refused("/manage/courses/new", ".form", { title: "A course of the past", starts: "2020-01-06", ends: "2020-03-29" }),
    "course-led": course,
    "course-settings": `${course}manage/`,
    "course-settings-dates": async (page) => {
      await page.goto(`${asking}manage/`);
      await page.locator("#starts").fill("2099-02-09");
      await page.locator("main form.form .buttons button").first().click();
      await page.locator("#dates .error").waitFor();
    },
    "course-people": `${asking}manage/people/`,
    "course-people-refused": refused(`${asking}manage/people/`, '[action$="invite"]', { handles: "@nobody" }),
    "course-invitations": `${course}manage/invitations/`,
    "course-invitations-refused": refused(`${course}manage/invitations/`, ".form", { addresses: "nobody, @nowhere" }),
    "course-map-empty": `${asking}map/`,
    "course-modules": `${course}manage/modules/`,
    "course-module-with-files": async (where) => { await where.goto(week); await where.locator('.meta a[href$="?as=participant"]').click(); await where.locator(".recording audio").waitFor(); },
    "course-item-file": talk,
    "course-captions-refused": async (where) => {
      await where.goto(talk);
      await where.locator("#captions").setInputFiles({ name: "talk.vtt", mimeType: "text/vtt", buffer: Buffer.from("Hello.") });
      await where.locator('form[action$="captions"] button').click();
      await where.locator(".error").first().waitFor();
    },
    "course-item-no-file": async (where) => { await where.goto(week); await where.getByRole("link", { name: "Attach a file How others plan" }).click(); },
    "course-module-form": week,
    "course-wrap-up": async (page) => { await page.goto(`${course}finding-it-again/`); await page.locator('a[href$="/wrap-up"]').click(); },
    "course-module-question-refused": refused(week, "#ask", { "question": "When?" }),
    "course-module-refused": refused(week, "#item", { title: "Read it", address: "javascript:alert(1)", minutes: "many" }),
    "course-assignments": `${course}manage/assignments/`,
    "course-assignments-none": `${asking}manage/assignments/`,
    "course-assignment-new": `${course}manage/assignments/new`,
    "course-assignment-form": task,
    "course-assignment-refused": refused(`${course}manage/assignments/new`, ".form", { title: "Too much", reviews: "99", days: "0" }),
    "course-assignment-work": `${page}work/`,
    "course-assignment-extension-refused": refused(`${page}work/`, '[action$="/extensions"]', { handle: "nobody-here", days: "none" }),
    "course-assignment-piece": piece,
    "course-homerooms": `${course}manage/homerooms/`,
    "course-homerooms-none": `${asking}manage/homerooms/`,
    "course-homeroom-managed": `${course}manage/homerooms/1/`,
    "course-console": `${course}console/`,
    "course-homeroom-console": `${course}homerooms/1/console/`,
    "course-copy": `${course}manage/copy`,
    "home-organiser": "/",
    "notifications-of-an-organiser": "/me/notifications/",
    "manage": "/manage/",
    "manage-begun": "/manage/?saved=begun",
    "manage-refused": refused("/manage/", '[action="/manage/community"]', { time_zone: "Middle/Earth", edit_minutes: "soon" }),
    "manage-invite-refused": refused("/manage/", '[action="/manage/invitations#invite"]', { emails: "not an address" }),
    "manage-invited": async (page) => {
      await page.goto("/manage/");
      await page.locator('[action="/manage/invitations#invite"] button').click();
      await page.locator('.notice[role="status"]').waitFor();
    },
    "manage-members": "/manage/members/",
    "manage-members-none-found": "/manage/members/?q=nobodyatall",
    "manage-log": "/manage/log/",
    "manage-announcements": "/manage/announcements/?done=published#done",
    "manage-announcement": announcement,
    "manage-announcement-draft": planned,
    "manage-announcement-edit": `${announcement}edit`,
    "manage-announcement-refused": refused("/manage/announcements/new", '[action="/manage/announcements/new"]', { title: "Too late", text: "Words.", until: "2020-01-01T10:00" }),
    "manage-undelivered-none": "/manage/undelivered/",
    "manage-done": "/manage/?saved=sent-again#done",
    "manage-member": "/manage/members/bram/",
    "manage-member-hidden": "/manage/members/bram/?done=hidden&n=3&at=1#done",
    "manage-member-nothing-marked": async (page) => {
      await page.goto("/manage/members/bram/");
      await page.locator(".marks .buttons button").first().click();
      await page.locator(".notice.bad").waitFor();
    },
    "manage-member-without-words": "/manage/members/newcomer/",
    "manage-member-suspended": "/manage/members/stranded/",
    "manage-member-link": async (page) => {
      await page.goto("/manage/members/newcomer/");
      await page.locator('[name="do"][value="show"]').click();
      await page.locator(".notice strong").waitFor();
    },
    "manage-member-oneself": "/manage/members/ines/",
    "manage-remove": removing,
    "manage-remove-refused": refused(removing, "form.form", { handle: "somebody" }),
    "manage-pages": "/manage/pages/?saved=rules#done",
    "manage-page-edit": "/manage/pages/rules/",
    "manage-page-preview": async (page) => {
      await page.goto("/manage/pages/rules/");
      await page.locator('[value="preview"]').click();
      await page.locator(".preview .prose").waitFor();
    },
    "calendar": "/me/calendar/",
    "calendar-made": async (page) => {
      await page.goto("/me/calendar/");
      await page.locator('form[action="/me/calendar"] button[value="make"]').first().click();
      await page.locator('.notice[role="status"]').waitFor();
    },
    "calendar-gone": async (page) => {
      await page.goto("/me/calendar/");
      const make = page.locator('form[action="/me/calendar"] button[value="make"]').first();
      await make.click();
      await page.locator('.notice[role="status"]').waitFor();
      const old = await page.locator("input[type=url]").first().inputValue();
      await make.click();
      await page.waitForFunction((old) => document.querySelector("input[type=url]")?.value !== old, old);
      await page.goto(new URL(old).pathname);
    },
    "own-feed": "/me/feed/",
    "own-feed-made": async (page) => {
      await page.goto("/me/feed/");
      await page.locator('form[action="/me/feed"] button[value="make"]').click();
      await page.locator('.notice[role="status"]').waitFor();
    },
    "waiting-hidden-at-once": "/me/waiting/?many=hidden&n=3&others=1&at=1&comments=1.2.3#done",
    "manage-log-found": "/manage/log/?q=course",
    "manage-log-none": "/manage/log/?q=nothing+of+the+kind",
    "site-page-not-written": "/about/",
    "post-hidden-organiser": hiddenPost,
    "post-to-hide": async (page) => { await page.goto(question); await page.locator("details.decide summary").first().click(); },
    "waiting-guest-hidden": "/me/waiting/?done=hidden&n=3&of=1&at=1#done",
    "waiting-everywhere": "/me/waiting/",
    "tribes-invited": "/tribes/",
    "tribe-invited": tribe,
    "tribe-empty": emptyTribe,
  });
  return kinds;
}

async function inLanguage(page, language, path) {
  await page.goto(path);
  await page.getByRole("button", { name: language }).click();
  await eventually(async () => { if (await page.locator("html").getAttribute("lang") === "en") throw new Error("still English"); });
}
