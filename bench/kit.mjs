// What the rows are measured with: Lyceum and others as processes, a load, and the time and memory they take.

import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));
const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
export const seconds = number("BENCH_SECONDS", 4);
export const comments = number("BENCH_COMMENTS", 1_000_000);
export const kills = number("BENCH_KILLS", 1000);
export const megabytes = number("BENCH_IMPORT_MB", 1024);
export const listeners = number("BENCH_LISTENERS", 4000);
export const away = number("BENCH_AWAY", 30);
export const waiting = number("BENCH_WAITING", 100_000);
export const readers = number("BENCH_DIGESTS", 100_000);
export const hour = number("BENCH_HOUR", 60);
export const placed = number("BENCH_PLACED", 20_000);
export const rounds = number("BENCH_ROUNDS", 20);

const profile = process.env.BENCH_PROFILE ?? "release";
export const find = (...what) => execFileSync(join(here, "../bin/find"), what, { encoding: "utf8" }).trim();
export const binary = find("lyceum", profile);
export const work = mkdtempSync(join(tmpdir(), "lyceum-bench."));
export const wait = (ms) => new Promise((done) => setTimeout(done, ms));
export const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
export const at99 = (list) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * 0.99))];
export const many = (n) => n.toLocaleString("en");

export const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => { const { port } = server.address(); server.close(() => done(port)); });
});

export async function answers(url, patience = 600_000) {
  for (const end = Date.now() + patience; Date.now() < end; await wait(5)) {
    try { const answer = await fetch(url, { redirect: "manual" }); if (answer.status < 500) return; } catch { /* not yet */ }
  }
  throw new Error(`${url} does not answer`);
}

const children = new Set();
process.on("exit", () => children.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** A process whose words are gathered, and that does not outlive this one. */
export function begin(program, args, { env = {}, errors = "inherit" } = {}) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", errors], env: { ...process.env, ...env } });
  children.add(child);
  child.said = "";
  child.stdout.on("data", (some) => { child.said += some; });
  child.ended = new Promise((done) => child.on("exit", (code) => { children.delete(child); done(code); }));
  child.stop = async (signal = "SIGTERM") => { child.kill(signal); await child.ended; };
  return child;
}

export const lyceum = (...args) => begin(binary, args, { env: { RUST_LOG: process.env.RUST_LOG ?? "error", LYCEUM_LIMITS: "off" } });

/** What a process and its children have used of the processors so far, in ms. */
export function cpu(pid) {
  const own = (one) => {
    const fields = readFileSync(`/proc/${one}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  const below = (one) => readFileSync(`/proc/${one}/task/${one}/children`, "utf8").trim().split(" ").filter(Boolean);
  return [String(pid), ...below(pid)].reduce((sum, one) => sum + own(one), 0);
}

/** The memory a process has for itself, in MB. */
export const memory = (pid) => Number(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8").match(/^Pss:\s+(\d+)/m)[1]) / 1024;
export const peak = (pid) => Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1024;

/** A load: requests, requests a second, the 99th percentile in ms, what the script printed, and ms of CPU a request of `pid`. */
export async function wrk(url, { script, env = {}, connections = 32, headers = [], pid, time = seconds } = {}) {
  const args = ["-t2", `-c${Math.max(2, connections)}`, `-d${time}s`, "--timeout", "30s", "--latency", ...headers.flatMap((one) => ["-H", one])];
  if (connections === 1) args.splice(0, 2, "-t1", "-c1");
  if (script) args.push("-s", join(here, script));
  const before = pid && cpu(pid);
  const child = begin("wrk", [...args, url], { env });
  if (await child.ended !== 0) throw new Error(`wrk: ${child.said}`);
  const out = child.said;
  const unit = { us: 1e-3, ms: 1, s: 1e3, m: 6e4 };
  const [, p99, per] = out.match(/99%\s+([\d.]+)(us|ms|s|m)/);
  const asked = Number(out.match(/(\d+) requests in/)[1]);
  if (/Non-2xx/.test(out) && script !== "comment.lua") throw new Error(out);
  return {
    asked, rate: Number(out.match(/Requests\/sec:\s+([\d.]+)/)[1]), p99: Number(p99) * unit[per],
    anew: Number(out.match(/made anew: (\d+)/)?.[1]), taken: Number(out.match(/taken: (\d+)/)?.[1]),
    cpu: pid && (cpu(pid) - before) / asked,
  };
}
export const brotli = ["Accept-Encoding: br"];

/** A page made anew at every request, in ms of CPU each. */
export const anew = (url, pid, { connections = 1, headers = brotli } = {}) =>
  wrk(url, { script: "pages.lua", env: { BENCH_FRESH: url.includes("after=") ? "view" : "after" }, connections, headers, pid, time: Math.max(1, seconds / 2) });

/** Two things measured by turns, and the middle of their ratios, so that a passing load on the machine meets both. */
export async function byTurns(times, one, other, of) {
  const ratios = [];
  for (let time = 0; time < times; time++) {
    const first = await one(), second = await other();
    ratios.push(of.map((what) => first[what] / second[what]));
  }
  return Object.fromEntries(of.map((what, place) => [what, middle(ratios.map((ratio) => ratio[place]))]));
}

/** A community of so many comments: its conversations to measure with, a member's session, and a way to start it. */
export async function crowd(name, members, comments, database) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const data = join(work, name);
  const more = database ? ["--database", database] : [];
  const serve = (command, ...args) => lyceum(command, ...args, "--data", data, ...more, "--listen", `127.0.0.1:${port}`);
  const began = performance.now();
  const server = serve("demo", "--members", String(members), "--comments", String(comments), "--seed", "1");
  const ended = server.ended.then((code) => { throw new Error(`no crowd was made: lyceum demo ended with ${code}`); });
  ended.catch(() => { /* it is stopped below */ });
  await Promise.race([answers(`${base}/health`, 3_600_000), ended]);
  console.log(`     made ${many(comments)} comments in ${((performance.now() - began) / 1000).toFixed(0)} s (${name})`);
  const [small, large, deep] = [...server.said.matchAll(/(\/[a-z0-9-]+\/\d{4}\/\d\d\/\d\d\/[a-z0-9-]+\/)/g)].map(([, path]) => path);
  // Signed in by a link; the session outlives the server. The first link is an organiser's.
  const link = server.said.match(/(http:\S+\/sign-in\/link\/\S+)/)[1];
  const signedIn = await fetch(link, { method: "POST", redirect: "manual", headers: { origin: base }, body: new URLSearchParams({ next: "/" }) });
  const session = signedIn.headers.getSetCookie().find((one) => one.startsWith("lyceum=")).match(/lyceum=([^;]+)/)[1];
  await server.stop();
  const site = {
    base, data, small, large, deep, session, file: join(data, "lyceum.sqlite"),
    start: async (...args) => {
      const server = serve("serve", ...args);
      await answers(`${base}/health`);
      return server;
    },
    /** Another node on the same database, by its own address. */
    node: async () => {
      const port = await freePort();
      const server = lyceum("serve", "--data", data, ...more, "--listen", `127.0.0.1:${port}`, "--base-url", base);
      server.base = `http://127.0.0.1:${port}`;
      await answers(`${server.base}/health`);
      return server;
    },
    conversation: async (path) => (await (await fetch(base + path)).text()).match(/action="\/posts\/(\d+)\/comments"/)[1],
    count: async (path) => Number((await (await fetch(`${base}${path}?after=fresh-${Math.random()}`)).text()).match(/data-count="(\d+)"/)[1]),
    /** Says something under a post, and gives the number of the comment. */
    say: async (post, { at = base, text = `Said ${Math.random()}`, ...form } = {}) => {
      const answer = await fetch(`${at}/posts/${post}/comments`, {
        method: "POST", redirect: "manual", headers: { origin: base, ...(form.name ? {} : { cookie: `lyceum=${session}` }) }, body: new URLSearchParams({ text, ...form }),
      });
      if (answer.status !== 303) throw new Error(`a comment got ${answer.status}`);
      return { id: answer.headers.get("location").match(/comments\/(\d+)/)[1], location: answer.headers.get("location"), cookies: answer.headers.getSetCookie() };
    },
    /** Publishes a post in the first blog of whoever is signed in, and gives its address. */
    publish: async (title) => {
      const headers = { origin: base, cookie: `lyceum=${session}` };
      const form = await (await fetch(`${base}/me/posts/new`, { headers })).text();
      const blog = form.match(/<select id="blog"[\s\S]*?<option value="(\d+)"/)?.[1] ?? "";
      const fields = { do: "publish", blog, title, text: "What do you think?", audience: "public", comments: "open", language: "en" };
      const answer = await fetch(`${base}/me/posts/new`, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) });
      if (answer.status !== 303) throw new Error(`a post got ${answer.status}`);
      return answer.headers.get("location");
    },
    write: (post, more = {}) => wrk(base, { script: "comment.lua", env: { BENCH_POST: String(post), BENCH_SESSION: session, BENCH_ORIGIN: base }, ...more }),
  };
  return site;
}

/** Something that is made when it is first needed, and then kept. */
export function once(make) {
  let made;
  return () => made ??= make();
}
export const large = once(() => crowd("large", 500, comments));
export const village = once(() => crowd("small", 50, 1000));

/** Runs with a site served, and stops it whatever happens. */
export async function served(site, what, ...args) {
  const server = await site.start(...args);
  try { return await what(server); } finally { await server.stop(); }
}

/** The numbers of many posts, to spread comments over. */
export async function posts(site) {
  const front = await (await fetch(`${site.base}/`)).text();
  const paths = [...new Set([...front.matchAll(/href="(\/[a-z0-9-]+\/\d{4}\/\d\d\/\d\d\/[^"#?]+\/)"/g)].map(([, path]) => path))];
  const found = await Promise.all(paths.map((path) => site.conversation(path).catch(() => null)));
  return found.filter(Boolean);
}

/** Somebody who listens; `next` is when something new was heard. */
let ears = 0;
export function listen(url, headers = []) {
  const { hostname, port, pathname } = new URL(url);
  // From several addresses: one alone may not have them all.
  const localAddress = `127.0.0.${2 + ears++ % 8}`;
  return new Promise((done, fail) => {
    let waiting;
    const socket = connect({ port: Number(port), host: hostname, localAddress }, () => socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/event-stream\r\n${headers.map((one) => `${one}\r\n`).join("")}\r\n`));
    const ear = { next: () => new Promise((heard) => { waiting = heard; }), close: () => socket.destroy() };
    let greeted = false;
    socket.on("error", fail).on("data", (some) => {
      const text = some.toString();
      if (!greeted) {
        greeted = true;
        if (!text.startsWith("HTTP/1.1 200")) return fail(new Error(text.slice(0, 80)));
        return done(ear);
      }
      if (text.includes("data:")) waiting?.();
    });
  });
}

/** SQLite without Lyceum, built from the same library. */
export const sqlite = once(() => {
  const build = join(dirname(binary), "build");
  const library = readdirSync(build).filter((name) => name.startsWith("libsqlite3-sys-")).map((name) => join(build, name, "out/libsqlite3.a"))
    .findLast((file) => { try { readFileSync(file); return true; } catch { return false; } });
  if (!library) throw new Error("libsqlite3.a is not where cargo builds it");
  const program = join(work, "sqlite");
  execFileSync("cc", ["-O2", "-o", program, join(here, "sqlite.c"), library, "-lpthread", "-ldl", "-lm"]);
  return (...args) => execFileSync(program, args.map(String), { encoding: "utf8" }).trim();
});

/** A PostgreSQL of our own, with a database and a community of a thousand comments in it. */
export const postgres = once(async () => {
  const bin = find("postgresql");
  const folder = join(work, "postgres");
  mkdirSync(folder);
  const as = process.getuid() === 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
  if (as.length) {
    const id = Number(execFileSync("id", ["-u", "postgres"], { encoding: "utf8" }));
    chownSync(folder, id, id);
    execFileSync("chmod", ["a+x", work]);
  }
  const run = (...args) => { const [program, ...rest] = [...as, ...args]; return execFileSync(program, rest, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }); };
  run(join(bin, "initdb"), "-D", join(folder, "data"), "-A", "trust", "-U", "lyceum", "--no-locale", "--encoding=UTF8");
  const port = await freePort();
  writeFileSync(join(folder, "data/postgresql.conf"), `${readFileSync(join(folder, "data/postgresql.conf"))}
port = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nmax_connections = 200\n`);
  const control = (...args) => run(join(bin, "pg_ctl"), "-D", join(folder, "data"), "-w", "-l", join(folder, "log"), ...args);
  const server = { start: () => { control("start"); running = true; }, stop: () => { control("-m", "immediate", "stop"); running = false; } };
  let running = false;
  process.on("exit", () => { if (running) try { server.stop(); } catch { /* it has gone */ } });
  server.start();
  const at = (name) => `postgres://lyceum@127.0.0.1:${port}/${name}`;
  server.at = at;
  server.ask = (statement, name = "lyceum") => execFileSync(join(bin, "psql"), ["-AtX", "-d", at(name), "-c", statement], { encoding: "utf8" }).trim();
  server.ask("create database lyceum", "postgres");
  server.url = at("lyceum");
  server.site = await crowd("postgres", 50, 1000, server.url);
  /** pgbench with a script of these lines; transactions a second. */
  server.pgbench = (lines) => {
    const file = join(work, "pgbench.sql");
    writeFileSync(file, lines.join("\n"));
    const out = execFileSync(find("pgbench"), ["-n", "-f", file, "-c", "32", "-j", "2", "-T", String(Math.max(2, seconds)), server.url], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    return Number(out.match(/tps = ([\d.]+)/)[1]);
  };
  return server;
});

/**
 * A mail server that takes everything: `letters` counts what came for each address about news, and `link(email)` waits
 * for one that is not about news.
 */
export async function mailServer() {
  const letters = new Map(), waited = new Map();
  let since = 0n;
  const server = createServer((socket) => {
    let got = "", to = "", isData = false;
    socket.setNoDelay().on("error", () => {}).write("220 ready\r\n");
    socket.on("data", (some) => {
      got += some.toString("latin1");
      for (;;) {
        const end = got.indexOf(isData ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const said = got.slice(0, end);
        got = got.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          if (/^List-Unsubscribe:/mi.test(said)) {
            const number = said.match(/^Message-ID: <(\d+)/mi)[1];
            if (BigInt(number) > since) letters.set(to, [...letters.get(to) ?? [], number]);
          } else waited.get(to)?.();
          socket.write("250 taken\r\n");
        } else if (/^EHLO/i.test(said)) socket.write("250-here\r\n250 8BITMIME\r\n");
        else if (/^DATA/i.test(said)) { isData = true; socket.write("354 go on\r\n"); }
        else if (/^QUIT/i.test(said)) socket.end("221 bye\r\n");
        else { to = said.match(/^RCPT TO:<(.+)>/i)?.[1] ?? to; socket.write("250 yes\r\n"); }
      }
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    letters, url: `smtp://127.0.0.1:${server.address().port}`,
    /** E-mails up to this number do not count: the people of the demo had something to be told before. */
    after: (number) => { since = BigInt(number); letters.clear(); },
    link: (email) => new Promise((done) => waited.set(email, done)),
    stop: () => server.close(),
  };
}
