// A site of its own for each file of tests, and people who visit it in a real browser.
//
//   const { test, pen } = await openSite();
//   test("what holds, as a sentence", async (people) => {
//     const page = await people.as("bram");      // or people.stranger()
//     await page.goto(question);
//   });
//
// The site is `lyceum demo` in a folder that is thrown away. A test fails when a page throws, breaks the
// Content-Security-Policy, opens a dialog, or asks anything of another host than the site.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test as nodeTest } from "node:test";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import assert from "node:assert/strict";
import { chromium, request } from "playwright-core";

export const here = dirname(fileURLToPath(import.meta.url));
/** Where something is on this machine, as the commands in bin/ find it. */
export const find = (what) => execFileSync(join(here, "../../bin/find"), [what], { encoding: "utf8" }).trim();
const program = process.env.LYCEUM ?? find("lyceum");
export const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  // Whatever a page asks of another host gets nowhere; that it asked fails the test.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];

/** Those whose sign-in links the demo prints, in its order. */
const printed = ["ines", "tomasz", "adaeze", "noor", "karim"];

/** `settings`: the site's settings, by the names the environment gives them. */
export async function openSite(settings = {}) {
  const folder = await mkdtemp(join(tmpdir(), "lyceum-browser-"));
  const site = new Site(folder, await freePort(), settings);
  after(() => site.close());
  await site.start();
  // Whatever a browser keeps in somebody's home goes with the site's folder.
  site.browser = await chromium.launch({ executablePath: find("chromium"), args: flags, env: { ...process.env, HOME: folder } });
  return site;
}

const isNews = (text) => /^List-Unsubscribe:\s*<\S+\/mail\//m.test(text);
const plain = (text) => text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

class Site {
  #links = new Map();
  #sessions = new Map();
  #guests = 0;

  constructor(folder, port, settings) {
    Object.assign(this, { folder, port, settings, url: `http://127.0.0.1:${port}` });
    this.test = this.test.bind(this);
    this.pen = this.pen.bind(this);
  }

  async start() {
    // Those who are written down are enough to walk among.
    const args = ["demo", "--participants", "0", "--data", join(this.folder, "data"), "--listen", `127.0.0.1:${this.port}`];
    // Behind a proxy of its own every visitor has an address, and the limits for one do not stop the others.
    const env = { ...process.env, LYCEUM_TRUSTED_PROXIES: "127.0.0.1", RUST_LOG: "warn", ...this.settings };
    this.server = spawn(program, args, { cwd: this.folder, env, stdio: ["ignore", "pipe", "pipe"] });
    process.once("exit", this.#kill = () => this.server.kill("SIGKILL"));
    let said = "";
    for (const stream of [this.server.stdout, this.server.stderr]) stream.on("data", (some) => { said += some; });
    await eventually(async () => {
      assert.equal(this.server.exitCode, null, `lyceum ended:\n${said}`);
      const answer = await fetch(`${this.url}/health`).catch((error) => assert.fail(`${error.cause ?? error}\n${said}`));
      assert.ok(answer.ok, said);
    }, 60_000);
    const links = said.match(/http\S+\/sign-in\/link\/\S+/g) ?? [];
    printed.forEach((handle, place) => links[place] && this.#links.set(handle, links[place]));
  }

  #kill;

  async stop() {
    process.removeListener("exit", this.#kill);
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const ended = once(this.server, "exit");
    this.server.kill("SIGTERM");
    await ended;
  }

  async close() {
    await this.browser?.close();
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A test that is told who can visit, and that fails on any complaint of a page. */
  test(sentence, options, body = options) {
    nodeTest(sentence, { timeout: 120_000, ...(body === options ? {} : options) }, async () => {
      const people = new People(this);
      try {
        await body(people);
      } catch (error) {
        await people.shoot(sentence);
        throw error;
      } finally {
        await people.leave();
      }
      assert.deepEqual(people.complaints, []);
    });
  }

  /** The cookies of a member, who signs in once: by the link the demo printed, or by one asked for by mail. */
  async session(handle) {
    if (!this.#sessions.has(handle)) this.#sessions.set(handle, this.signIn(handle));
    return this.#sessions.get(handle);
  }

  async signIn(handle) {
    const link = this.#links.get(handle) ?? await this.mailedLink(`${handle}@example.org`);
    this.#links.delete(handle);
    const visitor = await this.#request();
    const answer = await visitor.post(link, { form: { next: "/" }, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `signing in as ${handle}`);
    return visitor.storageState();
  }

  /** Somebody new joins and confirms the address, and can sign in like the others from then on. */
  async join(handle, name, password = "a sentence that one likes") {
    const email = `${handle}@example.org`;
    const visitor = await this.#request();
    const made = (await (await visitor.get("/join")).text()).match(/name="made" value="([^"]+)"/)[1];
    await oldEnough(made, 1500);
    const joined = await visitor.post("/join", { form: { name, handle, email, password, made } });
    assert.ok(joined.ok(), `joining as ${handle}: ${problems(await joined.text())}`);
    await visitor.post(await this.linkFrom(email), { form: { next: "" } });
    this.#sessions.set(handle, visitor.storageState());
  }

  /** Asks for a link to sign in with, and takes it from the letter. */
  async mailedLink(email) {
    const before = await this.letters();
    await (await this.#request()).post("/sign-in/link", { form: { email, next: "" } });
    return this.linkFrom(email, before);
  }

  /** The link in the letter to somebody that is not among those there were before. */
  async linkFrom(email, before = []) {
    return eventually(async () => {
      const letter = (await this.letters()).find((one) => one.includes(email) && !before.includes(one));
      assert.ok(letter, `a letter to ${email}`);
      return letter.match(/http\S+/)[0];
    });
  }

  /** All letters that somebody asked for, so far: not those about what happens, which come when it does. */
  async letters() {
    return (await this.#mail()).filter((text) => !isNews(text)).map(plain);
  }

  /** Those about what happens; the first come soon after the site has begun. */
  async news() {
    return (await this.#mail()).filter(isNews).map(plain);
  }

  async #mail() {
    const folder = join(this.folder, "data", "mail");
    const names = await readdir(folder).catch(() => []);
    return Promise.all(names.filter((name) => name.endsWith(".eml")).map((name) => readFile(join(folder, name), "utf8")));
  }

  async #request(storageState) {
    return request.newContext({ baseURL: this.url, storageState, extraHTTPHeaders: { Origin: this.url, ...this.address() } });
  }

  /** A network address that nobody else has. */
  address() {
    this.#guests += 1;
    return { "X-Forwarded-For": `203.0.${this.#guests >> 8}.${this.#guests & 255}` };
  }

  /** Where a post of the demo is: its day depends on when the demo was made. */
  async post(blog, slug, reader) {
    const page = reader ? await reader.read(`/${blog}/`) : await (await fetch(`${this.url}/${blog}/`)).text();
    return page.match(new RegExp(`/${blog}/[\\d/]+/${slug}/`))?.[0] ?? assert.fail(`no post ${slug} on /${blog}/`);
  }

  /** Somebody who writes without a browser: a member by handle, a guest without. */
  async pen(handle) {
    return new Pen(this, await this.#request(handle && await this.session(handle)), handle);
  }
}

/** Writes posts and comments by plain requests, to set the scene. */
class Pen {
  #actions = {};
  #blog;

  constructor(site, request, handle) { Object.assign(this, { site, request, handle }); }

  async send(path, form) {
    const answer = await this.request.post(path, { form, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `${path}: ${answer.status()} ${problems(await answer.text())}`);
    return answer.headers().location;
  }

  async read(path) {
    const answer = await this.request.get(path);
    return answer.text();
  }

  /** Publishes a post with an open conversation and gives its path. */
  async publish(title, text, fields = {}) {
    const form = { do: "publish", title, text, audience: "public", comments: "open", language: "en", ...fields };
    this.#blog ??= (await this.read("/me/posts/new")).match(/<select id="blog"[\s\S]*?<option value="(\d+)"/)?.[1] ?? "";
    return pathOf(await this.send("/me/posts/new", { blog: this.#blog, ...form }));
  }

  /** Says something under a post, in answer to an entry or to none, and gives its number. */
  async say(post, text, parent = "", guest = {}) {
    const action = this.#actions[post] ??= (await this.read(post)).match(/action="(\/posts\/\d+\/comments)"/)[1];
    const card = this.handle ? {} : { name: "Delphine", email: "delphine@example.net", website: "", ...guest };
    const location = await this.send(action, { parent, text, ...card });
    return location.match(/comments?[/-](\d+)/)[1];
  }

  async leave() { await this.request.dispose(); }
}

/** The visitors of one test, and what their browsers complained of. */
class People {
  complaints = [];
  /** Which requests to other hosts are all right. */
  allow = () => false;
  #contexts = [];

  constructor(site) { this.site = site; }

  /** A page of a visitor without an account. `formatted`: with the editor where there is one. */
  stranger(options) { return this.#page(options); }

  /** A page of a member who is signed in. */
  async as(handle, options) { return this.#page({ storageState: await this.site.session(handle), ...options }); }

  async #page({ storageState, watch, formatted = false, ...options } = {}) {
    const { site } = this;
    const context = await site.browser.newContext({
      baseURL: site.url, storageState, viewport: { width: 1280, height: 900 }, locale: "en-GB",
      reducedMotion: "reduce", extraHTTPHeaders: site.address(), ...options,
    });
    this.#contexts.push(context);
    // Who does not come for the editor has chosen the plain field.
    if (!formatted) await context.addInitScript(() => { try { localStorage["lyceum.view"] ??= '"markdown"'; } catch { /* a page without a memory */ } });
    context.setDefaultTimeout(15_000);
    context.on("request", (request) => {
      const elsewhere = !request.url().startsWith(`${site.url}/`) && !/^(data|blob|about):/.test(request.url());
      if (elsewhere && !this.allow(request)) this.complain(`asked ${request.url()}`);
    });
    context.on("page", (page) => this.#watch(page));
    const page = await context.newPage();
    watch?.(page);
    return page;
  }

  #watch(page) {
    page.on("pageerror", (error) => this.complain(`threw ${error.message}`));
    page.on("dialog", (dialog) => { this.complain(`opened a dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.complain(message.text());
    });
  }

  complain(what) { this.complaints.push(what); }

  async shoot(sentence) {
    const folder = join(here, "out/failed");
    await mkdir(folder, { recursive: true });
    const pages = this.#contexts.flatMap((context) => context.pages());
    await Promise.all(pages.map((page, at) =>
      page.screenshot({ path: join(folder, `${sentence.replace(/\W+/g, "-").slice(0, 60)}-${at + 1}.png`) }).catch(() => {})));
  }

  async leave() { await Promise.all(this.#contexts.map((context) => context.close())); }
}

/** Tries again until nothing is thrown, and gives what came of it. */
export async function eventually(attempt, patience = 15_000) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Waits until a form that strangers fill in is as old as one that a person sends, by when its page was made. */
export async function asPeopleDo(page, form = "form") {
  const made = await page.locator(`${form} [name="made"]`).first().getAttribute("value");
  await oldEnough(made, 3500);
}

const oldEnough = (made, milliseconds) => eventually(() => assert.ok(Date.now() - Number(made.split(".")[0]) > milliseconds));

export const pathOf = (address) => new URL(address, "http://site").pathname;

/** What a refused form says is wrong. */
const problems = (html) => [...html.matchAll(/class="(?:error|notice bad)[^>]*>(.*?)<\/(?:p|div)>/gs)].map((match) => match[1]).join("; ");

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** So many seconds of silence, as a file (WAV). */
export function sound(seconds) {
  const bytes = 2 * 8000 * seconds;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(bytes, 40);
  return Buffer.concat([head, Buffer.alloc(bytes)]);
}

/** A picture of one colour, as a file (PNG). */
export function picture(width, height, [red, green, blue] = [47, 93, 80]) {
  const chunk = (name, data) => {
    const whole = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(whole));
    return Buffer.concat([length, whole, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.alloc(1 + 3 * width);
  for (let at = 0; at < width; at += 1) row.set([red, green, blue], 1 + 3 * at);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}
