// The rows of docs/performance.md, each measured in this run, beside what it is compared with.
//
//   BENCH_ROWS=kept,lively bin/bench      only these; their names are those of the functions below, in course.mjs and search.mjs
//   BENCH_COMMENTS=10000 BENCH_KILLS=20 BENCH_IMPORT_MB=50 BENCH_AWAY=3 BENCH_HOUR=20 BENCH_PLACED=1000 BENCH_ROUNDS=3 bin/bench      a quick look
//
// A row that fails, or throws, does not end the run. Where others share the machine, CPU says more than a rate.

import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import {
  answers, anew, at99, away, begin, binary, brotli, byTurns, comments, cpu, crowd, find, freePort, here, kills, large, listeners, lyceum, mailServer, many,
  megabytes, memory, middle, peak, postgres, readers, seconds, served, sqlite, village, wait, waiting, work, wrk,
} from "./kit.mjs";
import { measures as course } from "./course.mjs";
import { measures as search } from "./search.mjs";
import { atLeast, atMost, below, failed, none, row, rows } from "./rows.mjs";

/** nginx with the bytes of a page, plain and packed, and with the headers Lyceum sends. */
async function nginxWith(url) {
  const answer = await fetch(url, { headers: { "accept-encoding": "br" } });
  // Node unpacks what it gets: packed again as Lyceum's own were, to the byte or nearly.
  const plain = Buffer.from(await answer.arrayBuffer());
  const port = await freePort();
  const root = join(work, "www");
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "page.html"), plain);
  const packed = await raw(url, "Accept-Encoding: br");
  writeFileSync(join(root, "page.br"), brotliDecompressSync(packed).equals(plain) ? packed : brotliCompressSync(plain));
  const kept = [...answer.headers].filter(([name]) => !/^(content-|transfer-|date|connection|etag|vary|x-request-id)/.test(name) || name === "content-security-policy");
  const headers = kept.map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`).join(" ");
  writeFileSync(join(work, "nginx.conf"), `worker_processes auto; daemon off; pid ${work}/nginx.pid; error_log ${work}/error.log;
${process.getuid() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; default_type text/html;
  client_body_temp_path ${work}/t1; proxy_temp_path ${work}/t2; fastcgi_temp_path ${work}/t3; uwsgi_temp_path ${work}/t4; scgi_temp_path ${work}/t5;
  server { listen 127.0.0.1:${port}; root ${root}; ${headers}
    location = /page.br { ${headers} add_header Content-Encoding br; } } }`);
  const nginx = begin(find("nginx"), ["-c", join(work, "nginx.conf")]);
  await answers(`http://127.0.0.1:${port}/page.html`);
  return { stop: () => nginx.stop(), pid: nginx.pid, plain: `http://127.0.0.1:${port}/page.html`, packed: `http://127.0.0.1:${port}/page.br`, kilobytes: plain.length / 1024 };
}

/** The body of an answer as it was sent. */
function raw(url, ...headers) {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write([`GET ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, "Connection: close", ...headers, "", ""].join("\r\n")));
    const parts = [];
    socket.on("data", (some) => parts.push(some)).on("error", fail).on("end", () => {
      const all = Buffer.concat(parts);
      done(all.subarray(all.indexOf("\r\n\r\n") + 4));
    });
  });
}

const measures = {
  /** A page from memory beside nginx with the same bytes and headers. */
  async kept() {
    const site = await large();
    await served(site, async (server) => {
      const url = site.base + site.small;
      const nginx = await nginxWith(url);
      try {
        const ours = (more) => () => wrk(url, { pid: server.pid, ...more });
        const theirs = (address, more) => () => wrk(address, { pid: nginx.pid, ...more });
        const what = `a kept page with 55 comments (${nginx.kilobytes.toFixed(0)} KB), against nginx with the same bytes and headers`;
        for (const connections of [32, 256]) {
          const packed = await byTurns(5, ours({ headers: brotli, connections }), theirs(nginx.packed, { headers: brotli, connections }), ["cpu", "rate", "p99"]);
          atMost(1, `${what}: CPU a request, brotli, ${connections} connections`, packed.cpu);
          atLeast(0.9, `the same, requests a second`, packed.rate);
          atMost(2, `the same, 99th percentile of latency`, packed.p99);
        }
        const plain = await byTurns(5, ours({}), theirs(nginx.plain, {}), ["cpu"]);
        atMost(1, `${what}: CPU a request, plain, 32 connections`, plain.cpu);
        const member = await byTurns(5, ours({ headers: [...brotli, `Cookie: lyceum=${site.session}`] }), theirs(nginx.packed, { headers: brotli }), ["rate"]);
        atLeast(0.9, "the same page for a signed-in member, brotli, 32 connections: requests a second", member.rate);
      } finally { await nginx.stop(); }
    });
  },

  /** A page made anew, alone and in a crowd. */
  async anew() {
    const site = await village();
    await served(site, async (server) => {
      const url = site.base + site.small;
      await anew(url, server.pid);
      const alone = [], crowded = [];
      for (let time = 0; time < 3; time++) {
        alone.push((await anew(url, server.pid)).cpu);
        crowded.push((await anew(url, server.pid, { connections: 32 })).cpu);
      }
      below(1.5, "a post with 55 comments, made anew, brotli: CPU", middle(alone), " ms", 2);
      atMost(1.2, "the same at 32 connections, against one", middle(crowded) / middle(alone));
    });
  },

  /** Every list in a large community whose longest conversation is the liveliest, against a small one. */
  async lists() {
    const [site, other] = [await large(), await village()];
    await served(site, (server) => served(other, async (small) => {
      const [long, ordinary] = [await site.conversation(site.large), await other.conversation(other.small)];
      const year = new Date().getFullYear();
      const lists = { "the home page": ["/", "/"], "the members": ["/members/", "/members/"], "a blog": ["/assembly/", "/assembly/"], "a year of a blog": [`/assembly/${year}/`, `/assembly/${year}/`], "a post with 55 comments": [site.small, other.small] };
      for (const [what, [here, there]] of Object.entries(lists)) {
        let home;
        const ratio = await byTurns(3,
          async () => { await site.say(long); return home = await anew(site.base + here, server.pid); },
          async () => { await other.say(ordinary); return anew(other.base + there, small.pid); }, ["cpu"]);
        atMost(1.5, `${what}, made anew, among ${many(comments)} comments with the longest conversation the liveliest, against among 1,000: CPU`, ratio.cpu);
        if (here === "/") below(2, "the home page there: CPU", home.cpu, " ms", 2);
      }
    }));
  },

  /** Growth: every page as it is among few. */
  async growth() {
    const [site, other] = [await large(), await village()];
    await served(site, (server) => served(other, async (small) => {
      for (const [what, here, there] of [["a post with 55 comments", site.small, other.small], ["the members", "/members/", "/members/"], ["a blog", "/assembly/", "/assembly/"]]) {
        const ratio = await byTurns(5, () => anew(site.base + here, server.pid), () => anew(other.base + there, small.pid), ["cpu"]);
        atMost(1.2, `${what}, made anew, among ${many(comments)} comments against among 1,000: CPU`, ratio.cpu);
      }
    }));
  },

  /** Any page of a very long and of a very deep conversation. */
  async long() {
    const site = await large();
    await served(site, async (server) => {
      const ordinary = () => anew(site.base + site.small, server.pid);
      const length = many(Math.min(100_000, comments / 2)), depth = many(Math.min(2_000, comments / 4));
      const last = await site.say(await site.conversation(site.deep));
      const place = new URL((await fetch(site.base + `/comments/${last.id}`, { redirect: "manual" })).headers.get("location"), site.base);
      const pages = {
        [`the first page of a conversation of ${length}`]: site.large, [`the last page of it`]: `${site.large}?view=newest`,
        [`the first page of a chain of ${depth}`]: site.deep, [`the end of it`]: place.pathname + place.search,
      };
      for (const [what, path] of Object.entries(pages)) {
        const ratio = await byTurns(3, () => anew(site.base + path, server.pid), ordinary, ["cpu"]);
        atMost(2, `${what} against one of 55, made anew: CPU`, ratio.cpu);
      }
    });
  },

  /** Ten comments a second under a page that 128 read. */
  async lively() {
    const site = await village();
    await served(site, async (server) => {
      const url = site.base + site.small;
      const post = await site.conversation(site.small);
      const read = () => wrk(url, { script: "pages.lua", env: { BENCH_COUNT: "1" }, connections: 128, headers: brotli, pid: server.pid });
      const quiet = [], loud = [], anew = [];
      for (let time = 0; time < 3; time++) {
        quiet.push((await read()).p99);
        let said = 0, over = false;
        const talk = (async () => { for (let next = Date.now(); !over; next += 100) { await site.say(post); said += 1; await wait(Math.max(0, next + 100 - Date.now())); } })();
        const reading = await read();
        over = true;
        await talk;
        loud.push(reading.p99);
        anew.push(reading.anew / said);
      }
      atMost(2, "10 comments a second and 128 readers of that page: times it is made anew, a comment", middle(anew));
      atMost(2, "the same, 99th percentile of latency against quiet", middle(loud) / middle(quiet));
    });
  },

  ...course,
  ...search,

  /** 32 writers on SQLite, each comment durable before it is acknowledged. */
  async writing() {
    const site = await village();
    const reference = sqlite();
    const copy = join(work, "alone.sqlite");
    const rates = { same: [], spread: [], alone: [] };
    for (let time = 0; time < 3; time++) {
      await served(site, async () => {
        const post = await site.conversation(site.small);
        rates.same.push((await site.write(post)).taken / seconds);
        rates.spread.push((await site.write((await posts(site)).join(" "))).taken / seconds);
      });
      rmSync(copy, { force: true });
      reference("ask", site.file, `vacuum into '${copy.replaceAll("'", "''")}'`);
      rates.alone.push(Number(reference("alone", copy, reference("ask", copy, "select max(id) from comment where parent is null and writer is not null"), seconds)));
    }
    atLeast(20, "comments by 32 writers in one conversation, durable, against the 155 a second that WordPress took on such a machine", middle(rates.same) / 155, 1);
    atLeast(0.25, "the same against SQLite alone at 32 a commit", middle(rates.same) / middle(rates.alone));
    atLeast(0.8, "the same against spread over conversations", middle(rates.same) / middle(rates.spread));
  },

  /** The same on PostgreSQL, beside pgbench. */
  async postgres() {
    const database = await postgres();
    const { site } = database;
    const columns = database.ask("select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns where table_schema = 'public' and table_name = 'comment'").split(",");
    const like = database.ask("select max(id) from comment where parent is null and writer is not null");
    const values = columns.map((name) => ["id", "root"].includes(name) ? ":id" : ["once", "imported_from", "parent"].includes(name) ? "null" : name);
    database.ask("create table if not exists bench_tally (conversation bigint, more integer)");
    const rates = { same: [], spread: [], alone: [] };
    for (let time = 0; time < 3; time++) {
      await served(site, async () => {
        const post = await site.conversation(site.small);
        rates.same.push((await site.write(post)).taken / seconds);
        rates.spread.push((await site.write((await posts(site)).join(" "))).taken / seconds);
      });
      // What must be written for a comment: the comment, and that its conversation has one more.
      rates.alone.push(database.pgbench(["\\set id random(1000000000000000000, 4000000000000000000)", "begin;",
        `insert into comment (${columns}) select ${values} from comment where id = ${like};`,
        `insert into bench_tally values (${like}, 1);`, "commit;"]));
      database.ask("delete from comment where id >= 1000000000000000000; truncate bench_tally");
    }
    atLeast(0.6, "comments by 32 writers in one conversation on PostgreSQL, against pgbench with like statements", middle(rates.same) / middle(rates.alone));
    atLeast(0.8, "the same against spread over conversations", middle(rates.same) / middle(rates.spread));
  },

  /** Thousands of pages left open. */
  async listening() {
    const site = await village();
    await served(site, async (server) => {
      const [here, elsewhere] = [await site.conversation(site.small), await site.conversation(site.deep)];
      const costs = async () => {
        const before = cpu(server.pid);
        for (let time = 0; time < 40; time++) await site.say(elsewhere);
        return (cpu(server.pid) - before) / 40;
      };
      await costs();
      const alone = await costs();
      const before = memory(server.pid);
      const ears = await Promise.all(Array.from({ length: listeners }, () => listen(`${site.base}/conversations/${here}/live`)));
      const each = (memory(server.pid) - before) * 1024 / listeners;
      const among = await costs();
      const last = [], all = [];
      for (let time = 0; time < 3; time++) {
        const heard = Promise.all(ears.map((ear) => ear.next()));
        const { id } = await site.say(here);
        const at = performance.now();
        await heard;
        last.push(performance.now() - at);
        await fetchAll(`${site.base}/comments/${id}/entry?view=threads`, listeners);
        all.push(performance.now() - at);
      }
      ears.forEach((ear) => ear.close());
      below(100, `${many(listeners)} open pages: the last one is told, after the acknowledgement`, middle(last), " ms", 0);
      below(500, "all of them have fetched the new entry", middle(all), " ms", 0);
      below(20, "memory for each of them", each, " KiB");
      below(1, "CPU they add to a comment in another conversation", Math.max(0, among - alone), " ms", 2);
    });
  },

  /** Digests for a whole community, while somebody asks for a link to sign in with. */
  async digests() {
    const site = await crowd("digests", readers, 1000);
    const mail = await mailServer();
    const ask = (statement) => sqlite()("ask", site.file, statement);
    try {
      await served(withMail(site, mail), async (server) => {
        const due = await followed(site, ask);
        await wait(2000);
        const rest = memory(server.pid), used = cpu(server.pid), began = performance.now();
        mail.after(ask("select coalesce(max(id), 0) from letter"));
        ask(`update mailing set due_at = 0 where due_at = ${2 ** 52}`);
        const links = [];
        let most = rest;
        for (let time = 0; mail.letters.size < due && performance.now() - began < 5_400_000; time++) {
          const email = ask(`select email from member where confirmed_at is not null order by id limit 1 offset ${10 + time % (readers - 20)}`);
          const asked = performance.now(), come = mail.link(email);
          await fetch(`${site.base}/sign-in/link`, { method: "POST", redirect: "manual", headers: { origin: site.base }, body: new URLSearchParams({ who: email, next: "" }) });
          await Promise.race([come, wait(20_000)]);
          links.push(performance.now() - asked);
          most = Math.max(most, memory(server.pid));
          await wait(Math.min(5000, readers / 20));
        }
        const minutes = (performance.now() - began) / 60_000;
        const what = `digests for ${many(due)} members over SMTP`;
        below(60 * readers / 100_000, what, mail.letters.size < due ? Infinity : minutes, " minutes");
        console.log(`     ${((cpu(server.pid) - used) / due).toFixed(2)} ms of CPU each`);
        below(1, "the same: a link to sign in with, asked for meanwhile, leaves within (99th percentile)", at99(links) / 1000, " s", 2);
        below(40, "the same: memory at its highest, above what it was at rest", most - rest, " MB", 0);
        none("the same: members who got two", [...mail.letters.values()].filter((some) => some.length > 1).length, due);
      });
    } finally { mail.stop(); }
  },

  /** Killed in the middle of a run of digests, again and again. */
  async interrupted() {
    if (!(kills > 0)) return;
    const times = Math.min(100, kills), members = 40 * times;
    const database = await postgres();
    database.ask("create database digests", "postgres");
    const places = [
      ["SQLite", await crowd("interrupted", members, 1000), (site) => (statement) => sqlite()("ask", site.file, statement)],
      ["PostgreSQL", await crowd("interrupted-postgres", members, 1000, database.at("digests")), () => (statement) => database.ask(statement, "digests")],
    ];
    for (const [name, site, asking] of places) {
      const mail = await mailServer();
      const ask = asking(site);
      try {
        const due = await served(withMail(site, mail), () => followed(site, ask));
        mail.after(ask("select coalesce(max(id), 0) from letter"));
        ask(`update mailing set due_at = 0 where due_at = ${2 ** 52}`);
        let killed = 0;
        while (killed < times && mail.letters.size < due) {
          const before = mail.letters.size;
          const server = await withMail(site, mail).start();
          while (mail.letters.size - before < 1) await wait(2);
          await wait(Math.random() * 60);
          await server.stop("SIGKILL");
          killed += 1;
          // What it had taken on is not waited for, as it would be if another node could have it.
          ask("update job set leased_until = null, due_at = 0 where failed_at is null");
        }
        await served(withMail(site, mail), async () => { for (const end = Date.now() + 120_000; mail.letters.size < due && Date.now() < end;) await wait(20); await wait(2000); });
        const all = [...mail.letters.values()];
        const what = `killed ${many(killed)} times (SIGKILL) in the middle of digests on ${name}`;
        none(`${what}: members left out`, due - mail.letters.size, due);
        none("the same: members who got two different ones", all.filter((some) => new Set(some).size > 1).length, due);
        atMost(4, "the same: e-mails sent once more because the mail server's answer was lost, for each kill, over four connections", all.reduce((sum, some) => sum + some.length - new Set(some).size, 0) / killed);
      } finally { mail.stop(); }
    }
  },

  /** A post before many who follow its blog. */
  async followers() {
    const site = await crowd("followers", 2500, 1000);
    const ask = (statement) => sqlite()("ask", site.file, statement);
    await served(site, async (server) => {
      const post = await site.publish("Before anybody follows");
      const page = (await fetch(post.startsWith("/") ? site.base + post : post)).url;
      const blog = ask("select blog from post order by id desc limit 1");
      const reading = async () => {
        const read = anew(page, server.pid, { connections: 4 });
        let published = 0;
        for (const end = Date.now() + seconds * 400; Date.now() < end; published++) await site.publish(`Number ${Math.random()}`);
        return { ...await read, published };
      };
      const without = async () => { ask(`delete from watch where kind = 'blog' and subject = ${blog}`); return reading(); };
      const before = async () => {
        ask(`insert into watch (member, kind, subject, level, why, since) select id, 'blog', ${blog}, 'now', 'chosen', 0 from member where true order by id limit 2000 on conflict do nothing`);
        return reading();
      };
      const ratio = await byTurns(5, before, without, ["p99", "rate"]);
      atMost(1.25, "posts before 2,000 who follow at once, against before none: 99th percentile of latency of a page made anew meanwhile", ratio.p99);
      const told = Number(ask("select count(*) from notice where kind = 'posted'"));
      row("the same: notices written", "more than 0", many(told), told > 0);
    });
  },

  /** Starting, and lying still. */
  async start() {
    const site = await large();
    const starts = [];
    for (let time = 0; time < 5; time++) {
      const at = performance.now();
      await served(site, async () => starts.push(performance.now() - at));
    }
    below(100, "start to first answer", middle(starts), " ms", 0);
    await served(site, async (server) => {
      await wait(2000);
      below(40, `memory at rest with ${many(comments)} comments`, memory(server.pid), " MB", 0);
    });
  },

  /** A queue of decisions that nobody has taken. */
  async waiting() {
    const site = await crowd("waiting", 50, 1000);
    const ask = (path) => (server) => wrk(site.base + path, { script: "pages.lua", env: { BENCH_FRESH: "after" }, connections: 1, headers: [...brotli, `Cookie: lyceum=${site.session}`], pid: server.pid, time: Math.max(1, seconds / 2) });
    const pages = { "a post": site.small, "the home page": "/", "the settings of the community": "/manage/", "the queue itself": "/me/waiting/" };
    const measure = () => served(site, async (server) => {
      const taken = {};
      for (const [what, path] of Object.entries(pages)) taken[what] = (await ask(path)(server)).cpu;
      return taken;
    });
    const guest = await served(site, async () => site.say(await site.conversation(site.small), { name: "Odile", email: "odile@example.net", website: "" }));
    const tool = sqlite();
    // As many as a page shows, so that only what lies behind them differs.
    tool("clone", site.file, guest.id, 100);
    const before = await measure();
    tool("clone", site.file, guest.id, waiting);
    const after = await measure();
    for (const what of Object.keys(pages)) atMost(1.2, `${what} for an organiser, made anew, with ${many(waiting)} comments waiting, against with 100: CPU`, after[what] / before[what]);
  },

  /** Connections on which nobody says anything, or only half of it. */
  async idle() {
    const site = await village();
    const port = new URL(site.base).port;
    const server = begin("sh", ["-c", 'ulimit -n 256; exec "$0" "$@"', binary, "serve", "--data", site.data, "--listen", `127.0.0.1:${port}`], { env: { RUST_LOG: "off", LYCEUM_LIMITS: "off" } });
    await answers(`${site.base}/health`);
    const sockets = Array.from({ length: 600 }, (_, at) => {
      const socket = connect(Number(port), "127.0.0.1", () => at % 2 && socket.write("GET / HTTP/1.1\r\nHost: 127."));
      return socket.on("error", () => {});
    });
    await wait(1000);
    const at = performance.now();
    let answered = false;
    while (!answered && performance.now() - at < 60_000) {
      // Over a connection of its own: the one that asked before is still open.
      answered = await Promise.race([raw(`${site.base}/health`).then((body) => body.includes('"ok"'), () => false), wait(5000).then(() => false)]);
      if (!answered) await wait(200);
    }
    sockets.forEach((socket) => socket.destroy());
    await server.stop();
    below(20, "idle and half-sent connections up to the limit of descriptors: a new visitor is answered after", answered ? (performance.now() - at) / 1000 : Infinity, " s");
  },

  /** Killed while comments come in, again and again. */
  async killed() {
    if (!(kills > 0)) return;
    const database = await postgres();
    for (const [name, site, counted] of [
      ["SQLite", await crowd("killed", 50, 1000), (site, post) => sqlite()("ask", site.file, `select count(*) from comment where conversation = ${post} and approved_at is not null and hidden_at is null and deleted_at is null`)],
      ["PostgreSQL", database.site, (_, post) => database.ask(`select count(*) from comment where conversation = ${post} and approved_at is not null and hidden_at is null and deleted_at is null`)],
    ]) {
      let post, acknowledged = 0, lost = 0, last = [], wrong = 0;
      for (let time = 0; time <= kills; time++) {
        const server = await site.start();
        post ??= await site.conversation(site.small);
        for (const path of last) if ((await fetch(site.base + path, { redirect: "manual" })).status >= 400) lost += 1;
        last = [];
        if (time === kills) { wrong = Math.abs(await site.count(site.small) - Number(counted(site, post))); await server.stop(); break; }
        let killed = false;
        const writers = Array.from({ length: 16 }, async () => {
          while (!killed) {
            try { last.push((await site.say(post)).location.replace(/^https?:\/\/[^/]+/, "").replace(/#.*/, "")); } catch (error) { if (!killed) throw error; }
          }
        });
        while (!last.length) await wait(2);
        await wait(Math.random() * 100);
        killed = true;
        server.kill("SIGKILL");
        await Promise.all([...writers, server.ended]);
        acknowledged += last.length;
      }
      none(`killed ${many(kills)} times (SIGKILL) under 16 writers on ${name}: acknowledged comments lost`, lost, acknowledged);
      none("the same: the count of the conversation is wrong by", wrong);
    }
  },

  /** The database goes away for a while and comes back. */
  async away() {
    const database = await postgres();
    const { site } = database;
    await served(site, async () => {
      const post = await site.conversation(site.small);
      const other = await site.node();
      try {
        const page = () => fetch(site.base + site.small, { signal: AbortSignal.timeout(5000) });
        await page(); await page();
        database.stop();
        const taken = [];
        let refused = 0;
        for (const end = Date.now() + away * 1000; Date.now() < end; await wait(20)) {
          const at = performance.now();
          const ok = await page().then(async (answer) => (await answer.text(), answer.ok), () => false);
          taken.push(performance.now() - at);
          if (!ok) refused += 1;
        }
        database.start();
        const back = performance.now();
        while (!(await site.say(post).catch(() => null))) await wait(20);
        const first = performance.now() - back;
        none(`database away for ${away} s: kept pages refused`, refused, taken.length);
        below(50, "the same, 99th percentile of latency", at99(taken), " ms", 0);
        below(1, "the first comment after it is back", first / 1000, " s", 2);
        while (!(await site.say(post, { at: other.base }).catch(() => null))) await wait(20);
        const made = await Promise.all([site.base, other.base].map(async (at) => { const ids = []; for (let time = 0; time < 100; time++) ids.push(BigInt((await site.say(post, { at })).id)); return ids; }));
        const numbers = made.map((ids) => new Set(ids.map((id) => (id >> 13n) & 511n)));
        none("two nodes after that: numbers that both give", [...numbers[0]].filter((one) => numbers[1].has(one)).length + 200 - new Set(made.flat()).size);
      } finally { await other.stop(); }
    });
  },

  /** Somebody posts at one node and is led to the other. */
  async nodes() {
    const { site } = await postgres();
    await served(site, async () => {
      const post = await site.conversation(site.small);
      const other = await site.node();
      try {
        let unseen = 0;
        for (let time = 0; time < 200; time++) {
          const said = await site.say(post);
          const cookies = [`lyceum=${site.session}`, ...said.cookies.map((one) => one.split(";")[0]).filter((one) => !one.startsWith("lyceum="))].join("; ");
          let address = said.location.replace(/^https?:\/\/[^/]+/, "");
          for (let hop = 0; hop < 4; hop++) {
            const answer = await fetch(other.base + address.split("#")[0], { redirect: "manual", headers: { cookie: cookies } });
            if (answer.status >= 300 && answer.status < 400) { address = answer.headers.get("location").replace(/^https?:\/\/[^/]+/, ""); continue; }
            if (!(await answer.text()).includes(`id="comment-${said.id}"`)) unseen += 1;
            break;
          }
        }
        none("two nodes: own comments not seen on the other after the 303", unseen, 200);
      } finally { await other.stop(); }
    });
  },

  /** A large export brought in, and once more after it was killed. */
  async import() {
    if (!(megabytes > 0)) return;
    const generator = find("generate", binary.includes("/debug/") ? "debug" : "release");
    const file = join(work, "export.xml");
    // So many posts with twenty comments each make a megabyte.
    const posts = Math.ceil(1_048_576 * 100 / execFileSync(generator, ["100", "20"], { maxBuffer: 2 ** 28 }).length * megabytes);
    const out = openSync(file, "w");
    execFileSync(generator, [String(posts), "20"], { stdio: ["ignore", out, "inherit"] });
    closeSync(out);
    const bring = (data) => {
      const child = lyceum("import", "wxr", file, "--json", "--data", data);
      child.most = child.used = 0;
      const watch = setInterval(() => { try { child.most = Math.max(child.most, peak(child.pid)); child.used = cpu(child.pid); } catch { /* it has ended */ } }, 50);
      child.ended.then(() => clearInterval(watch));
      return child;
    };
    const whole = bring(join(work, "import"));
    const began = performance.now();
    if (await whole.ended !== 0) throw new Error(`the import failed: ${whole.said}`);
    const took = performance.now() - began;
    atLeast(15, `import of ${many(megabytes)} MB of WXR: MB a second of CPU`, megabytes / (whole.used / 1000), 1);
    below(80, "memory while importing it, at most", whole.most, " MB", 0);
    const broken = bring(join(work, "broken"));
    await wait(took * 0.4);
    broken.kill("SIGKILL");
    await broken.ended;
    if (await bring(join(work, "broken")).ended !== 0) throw new Error("the import did not go on");
    const count = (name, what) => Number(sqlite()("ask", join(work, name, "lyceum.sqlite"), `select count(*) from ${what}`));
    const apart = ["post", "comment"].reduce((sum, what) => sum + Math.abs(count("import", what) - count("broken", what)), 0);
    none("killed in its midst and run again: posts and comments that are missing or there twice", apart, count("import", "post") + count("import", "comment"));
  },

  /** All that a phone loads for a post of 55 comments. */
  async weight() {
    execFileSync("npm", ["ci", "--prefix", join(here, "../tests/browser"), "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]);
    const { chromium } = await import(join(here, "../tests/browser/node_modules/playwright-core/index.mjs"));
    const site = await village();
    await served(site, async () => {
      const browser = await chromium.launch({ executablePath: find("chromium"), args: ["--headless", "--no-sandbox", "--disable-gpu"] });
      const page = await browser.newPage({ viewport: { width: 360, height: 780 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true });
      const network = await page.context().newCDPSession(page);
      await network.send("Network.enable");
      let bytes = 0;
      network.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
      await page.goto(site.base + site.small, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready);
      await browser.close();
      below(150, "a page of 55 comments on a phone, nothing kept, all it loads", bytes / 1024, " KB", 0);
    });
  },
};

/** The same site, sending its e-mails there. */
const withMail = (site, mail) => ({ ...site, start: async () => { Object.assign(process.env, { LYCEUM_MAIL_SMTP: mail.url, LYCEUM_MAIL_RATE: "0" }); try { return await site.start(); } finally { delete process.env.LYCEUM_MAIL_SMTP; } } });

/** Everybody follows a conversation in a daily digest, and somebody says something there; answers how many will be told. None is due yet. */
async function followed(site, ask) {
  const post = await site.conversation(site.small);
  ask(`insert into watch (member, kind, subject, level, why, since) select id, 'conversation', ${post}, 'digest', 'chosen', 0 from member where confirmed_at is not null on conflict (member, kind, subject) do update set level = 'digest'`);
  ask(`insert into mailing (member, mode, weekday, hour, most, quiet_from, quiet_until, token, seq, digest_at, due_at) select id, 'daily', 1, 7, 5, 22, 7, 'bench-' || id, 0, 1, ${2 ** 52} from member where true on conflict (member) do nothing`);
  ask(`update mailing set mode = 'daily', paused_until = null, seq = (select seq from news_head), digest_at = 1, due_at = ${2 ** 52}`);
  const { id } = await site.say(post);
  while (!Number(ask(`select count(*) from news where comment = ${id} and seq is not null`))) await wait(20);
  // Whoever said it is told nothing; neither are those whose account was not confirmed.
  ask(`update mailing set due_at = ${2 ** 53} where member in (select id from member where confirmed_at is null union select writer from comment where id = ${id})`);
  return Number(ask(`select count(*) from mailing where due_at = ${2 ** 52}`));
}

/** The same address so many times, over 64 connections, as fast as it goes. */
function fetchAll(url, times) {
  const { hostname, port, pathname, search } = new URL(url);
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: br\r\n\r\n`;
  let left = times;
  return Promise.all(Array.from({ length: 64 }, () => new Promise((done, fail) => {
    const socket = connect(Number(port), hostname);
    let got = Buffer.alloc(0);
    const next = () => { if (left-- > 0) socket.write(request); else { socket.destroy(); done(); } };
    socket.on("connect", next).on("error", fail).on("data", (some) => {
      got = got.length ? Buffer.concat([got, some]) : some;
      const head = got.indexOf("\r\n\r\n");
      if (head < 0) return;
      const text = got.toString("latin1", 0, head);
      if (!text.startsWith("HTTP/1.1 200")) return fail(new Error(text.slice(0, 80)));
      const length = text.match(/content-length: (\d+)/i);
      const end = length ? head + 4 + Number(length[1]) : got.includes("0\r\n\r\n", head) ? got.length : Infinity;
      if (got.length >= end) { got = Buffer.alloc(0); next(); }
    });
  })));
}

const chosen = process.env.BENCH_ROWS?.split(",").map((name) => name.trim()) ?? Object.keys(measures);
for (const name of chosen) {
  if (!measures[name]) { console.error(`BENCH_ROWS: ${name} is none of ${Object.keys(measures).join(", ")}`); process.exitCode = 2; continue; }
  console.log(`== ${name}`);
  try {
    await measures[name]();
  } catch (error) {
    console.error(error);
    row(`(${name})`, "be measured", `it failed: ${String(error.message).split("\n")[0].slice(0, 100).replaceAll("|", "/")}`, false);
  }
}
rmSync(work, { recursive: true, force: true });

// A quick look is not for the record.
const whole = !Object.keys(process.env).some((name) => name.startsWith("BENCH_"));
if (whole) writeFileSync(join(here, "../docs/performance.md"), `# Performance

Measured by \`bin/bench\`, side by side in one run on one machine; only ratios travel. Absolute figures, where they stand,
are this machine's. CPU is what the server used, read from \`/proc\`: it hardly depends on who shares the machine.

| what | must | measured | holds |
|---|---|---|---|
${rows.join("\n")}

${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0].model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${many(comments)} comments,
${seconds} s a run, the middle of several by turns. The load tool shares the cores.
`);
console.log(`${rows.length - failed()} hold, ${failed()} do not`);
process.exit();
