// The rows of docs/performance.md, each measured in this run: nginx serves the same bytes from a file, wrk asks.
import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";

const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const comments = Number(process.env.BENCH_COMMENTS ?? 1_000_000);
const kills = Number(process.env.BENCH_KILLS ?? 1000);
const megabytes = Number(process.env.BENCH_IMPORT_MB ?? 1024);
const work = mkdtempSync(join(tmpdir(), "lyceum-bench."));
const binary = new URL("../target/release/lyceum", import.meta.url).pathname;
const generator = new URL("../target/release/examples/generate", import.meta.url).pathname;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => { const { port } = server.address(); server.close(() => done(port)); });
});

async function answers(url, patience = 600_000) {
  for (const end = Date.now() + patience; Date.now() < end; await wait(5)) {
    try { const answer = await fetch(url, { redirect: "manual" }); if (answer.status < 500) return; } catch { /* not yet */ }
  }
  throw new Error(`${url} does not answer`);
}

const children = new Set();
process.on("exit", () => children.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** Starts Lyceum; what it prints is gathered. */
function lyceum(...args) {
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, RUST_LOG: "warn", LYCEUM_LIMITS: "off" } });
  children.add(child);
  child.said = "";
  child.stdout.on("data", (some) => { child.said += some; });
  child.ended = new Promise((done) => child.on("exit", (code) => { children.delete(child); done(code); }));
  child.stop = async () => { child.kill("SIGTERM"); await child.ended; };
  return child;
}

/** Requests a second and the 99th percentile in ms at 32 connections. */
function wrk(url, { script, env, connections = 32, headers = [] } = {}) {
  const args = ["-t2", `-c${connections}`, `-d${seconds}s`, "--latency", ...headers.flatMap((one) => ["-H", one])];
  if (script) args.push("-s", script);
  const out = execFileSync("wrk", [...args, url], { env: { ...process.env, ...env }, encoding: "utf8" });
  const unit = { us: 1e-3, ms: 1, s: 1e3 };
  const [, p99, per] = out.match(/99%\s+([\d.]+)(us|ms|s)/);
  if (/Non-2xx/.test(out) && !script) throw new Error(out);
  return { rate: Number(out.match(/Requests\/sec:\s+([\d.]+)/)[1]), p99: Number(p99) * unit[per] };
}

const memory = (pid) => {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(rollup.match(/^Pss:\s+(\d+)/m)[1]) / 1024;
};

const rows = [];
const row = (what, must, measured, holds) => {
  rows.push(`| ${what} | ${must} | ${measured} | ${holds ? "yes" : "**no**"} |`);
  console.log(`${holds ? "ok  " : "FALL"} ${what}: ${measured} (must: ${must})`);
};

/** A community of so many comments, made and served: its conversations to measure with, and a member's session. */
async function crowd(name, members, comments) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const data = join(work, name);
  const serve = (command, ...more) => lyceum(command, ...more, "--data", data, "--listen", `127.0.0.1:${port}`);
  const began = performance.now();
  const server = serve("demo", "--members", String(members), "--comments", String(comments), "--seed", "1");
  await answers(`${base}/health`, 3_600_000);
  console.log(`made ${comments.toLocaleString("en")} comments in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const [small, large, deep] = [...server.said.matchAll(/(\/[a-z0-9-]+\/\d{4}\/\d\d\/\d\d\/[a-z0-9-]+\/)/g)].map(([, path]) => path);
  // Signed in by a link; the session outlives the server.
  const link = server.said.match(/(http:\S+\/sign-in\/link\/\S+)/)[1];
  const signedIn = await fetch(link, { method: "POST", redirect: "manual", headers: { origin: base }, body: new URLSearchParams({ next: "/" }) });
  const session = signedIn.headers.getSetCookie().find((one) => one.startsWith("lyceum=")).match(/lyceum=([^;]+)/)[1];
  await server.stop();
  const start = async () => {
    const server = serve("serve");
    await answers(`${base}/health`);
    return server;
  };
  return { base, small, large, deep, session, start };
}

const { base, small, large, deep, session, start } = await crowd("large", 500, comments);
const village = await crowd("small", 50, 1000);

// Start to first answer, five times.
const starts = [];
let server;
for (let time = 0; time < 5; time++) {
  const at = performance.now();
  server = await start();
  starts.push(performance.now() - at);
  if (time < 4) await server.stop();
}
starts.sort((a, b) => a - b);
await wait(2000);
const atRest = memory(server.pid);

// nginx with the same bytes.
const page = Buffer.from(await (await fetch(base + small, { headers: { "accept-encoding": "identity" } })).arrayBuffer());
const nginxPort = await freePort();
mkdirSync(join(work, "www"));
writeFileSync(join(work, "www/page.html"), page);
writeFileSync(join(work, "nginx.conf"), `worker_processes auto; daemon off; pid ${work}/nginx.pid; error_log ${work}/error.log;
${process.getuid() === 0 ? "user root;" : ""}
events { worker_connections 256; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; types { text/html html; }
  client_body_temp_path ${work}/t1; proxy_temp_path ${work}/t2; fastcgi_temp_path ${work}/t3; uwsgi_temp_path ${work}/t4; scgi_temp_path ${work}/t5;
  server { listen 127.0.0.1:${nginxPort}; root ${work}/www; } }`);
const nginx = spawn("nginx", ["-c", join(work, "nginx.conf")], { stdio: "inherit" });
children.add(nginx);
await answers(`http://127.0.0.1:${nginxPort}/page.html`);

/** The middle of nine ratios, each of two runs side by side, so that a passing load on the machine meets both. */
const beside = (url, options) => {
  const pairs = Array.from({ length: 9 }, () => [wrk(url, options), wrk(`http://127.0.0.1:${nginxPort}/page.html`)]);
  const middle = (of) => pairs.map(([ours, theirs]) => ours[of] / theirs[of]).sort((a, b) => a - b)[4];
  console.log(pairs.map((pair) => pair.map(({ rate }) => Math.round(rate / 1000)).join("/")).join(" "), "thousand requests a second");
  return { rate: middle("rate"), p99: middle("p99") };
};

await fetch(base + small);
const open = beside(base + small);
row(`a public page with 55 comments (${(page.length / 1024).toFixed(0)} KB), against nginx, requests`, "at least 0.8", open.rate.toFixed(2), open.rate >= 0.8);
row("the same, 99th percentile of latency against nginx", "at most 2", open.p99.toFixed(2), open.p99 <= 2);
const member = beside(base + small, { headers: [`Cookie: lyceum=${session}`] });
row("the same page for a signed-in member, against nginx, requests", "at least 0.33", member.rate.toFixed(2), member.rate >= 1 / 3);

// Pages made anew: each time by an address that nothing has kept. Two are asked by turns, and their medians compared.
async function anew(one, other, times = 100) {
  const taken = [[], []];
  for (let time = 0; time < times; time++) {
    for (const [place, url] of [one, other].entries()) {
      const at = performance.now();
      await (await fetch(`${url}?fresh=${time}-${Math.random()}`)).arrayBuffer();
      taken[place].push(performance.now() - at);
    }
  }
  const [ofOne, ofOther] = taken.map((list) => list.sort((a, b) => a - b)[times >> 1]);
  return ofOne / ofOther;
}
const ofLarge = await anew(base + large, base + small);
row(`the first page of a conversation of ${Math.min(100_000, comments / 2).toLocaleString("en")} against one of 55, made anew`, "at most 2", ofLarge.toFixed(2), ofLarge <= 2);
const ofDeep = await anew(base + deep, base + small);
row(`the first page of a chain of ${Math.min(2_000, comments / 4).toLocaleString("en")} against one of 55, made anew`, "at most 2", ofDeep.toFixed(2), ofDeep <= 2);
const quiet = await village.start();
for (const [what, path, there] of [["a post with 55 comments", small, village.small], ["the home page", "/", "/"], ["the members", "/members/", "/members/"], ["a blog", "/assembly/", "/assembly/"]]) {
  const grown = await anew(base + path, village.base + there);
  row(`${what}, made anew, among ${comments.toLocaleString("en")} comments against among 1,000`, "at most 1.2", grown.toFixed(2), grown <= 1.2);
}
await quiet.stop();

// Writing: 32 writers, each comment durable before it is acknowledged.
const post = (await (await fetch(base + small)).text()).match(/action="\/posts\/(\d+)\/comments"/)[1];
const writing = wrk(base, { script: new URL("comment.lua", import.meta.url).pathname, env: { BENCH_POST: post, BENCH_SESSION: session } });
const taken = Number((await (await fetch(base + small)).text()).match(/data-count="(\d+)"/)[1]) - 55;
const perSecond = taken / seconds;
row("comments posted by 32 writers, durable, against the 155 a second that WordPress took on such a machine", "at least 10", (perSecond / 155).toFixed(1), perSecond >= 1550);

row("start to first answer", "under 200 ms", `${starts[2].toFixed(0)} ms`, starts[2] < 200);
row(`memory at rest with ${comments.toLocaleString("en")} comments`, "under 100 MB", `${atRest.toFixed(0)} MB`, atRest < 100);

await server.stop();
nginx.kill("SIGTERM");
rmSync(join(work, "large"), { recursive: true });

// kill -9 while comments come in, again and again: what was acknowledged is there when it has started again.
if (kills > 0) {
  let post, acknowledged = 0, lost = 0, last = [];
  for (let time = 0; time <= kills; time++) {
    const server = await village.start();
    post ??= (await (await fetch(village.base + village.small)).text()).match(/action="\/posts\/(\d+)\/comments"/)[1];
    for (const path of last) if ((await fetch(village.base + path, { redirect: "manual" })).status >= 400) lost += 1;
    last = [];
    if (time === kills) { await server.stop(); break; }
    let killed = false;
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let number = 0; !killed; number++) {
        try {
          const answer = await fetch(`${village.base}/posts/${post}/comments`, {
            method: "POST", redirect: "manual", headers: { cookie: `lyceum=${village.session}`, origin: village.base },
            body: new URLSearchParams({ text: `Killed ${time} ${writer} ${number} ${Math.random()}` }),
          });
          if (answer.status === 303) last.push(new URL(answer.headers.get("location"), village.base).pathname);
          else throw new Error(`${answer.status}`);
        } catch (error) { if (!killed) throw error; }
      }
    });
    await wait(20 + Math.random() * 100);
    killed = true;
    server.kill("SIGKILL");
    await Promise.all([...writers, server.ended]);
    acknowledged += last.length;
  }
  row(`killed ${kills.toLocaleString("en")} times (SIGKILL) under 16 writers, ${acknowledged.toLocaleString("en")} comments acknowledged: lost`, "none", String(lost), lost === 0);
}

// An export of a gigabyte, brought in.
if (megabytes > 0) {
  const file = join(work, "export.xml");
  // So many posts with twenty comments each make a megabyte.
  const perMegabyte = 1_048_576 * 100 / execFileSync(generator, ["100", "20"], { maxBuffer: 2 ** 28 }).length;
  const out = openSync(file, "w");
  execFileSync(generator, [String(Math.ceil(perMegabyte * megabytes)), "20"], { stdio: ["ignore", out, "inherit"] });
  closeSync(out);
  const began = performance.now();
  const child = lyceum("import", "wxr", file, "--json", "--data", join(work, "import"));
  let most = 0;
  const watch = setInterval(() => {
    try { most = Math.max(most, Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1024); } catch { /* it has ended */ }
  }, 100);
  if (await child.ended !== 0) throw new Error(`the import failed: ${child.said}`);
  clearInterval(watch);
  const rate = megabytes / ((performance.now() - began) / 1000);
  console.log(`imported ${rate.toFixed(1)} MB a second`);
  row(`memory while importing ${megabytes.toLocaleString("en")} MB of WXR, at most`, "under 200 MB", `${most.toFixed(0)} MB`, most < 200);
}
rmSync(work, { recursive: true });

// A quick look is not for the record.
const whole = !Object.keys(process.env).some((name) => name.startsWith("BENCH_"));
if (whole) writeFileSync(new URL("../docs/performance.md", import.meta.url), `# Performance

Measured by \`bin/bench\`, side by side in one run on one machine; only ratios travel. Absolute figures, where they stand,
are this machine's.

| what | must | measured | holds |
|---|---|---|---|
${rows.join("\n")}

${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0].model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${comments.toLocaleString("en")} comments,
${seconds} s a run, the middle of nine where nginx stands beside it. The load tool shares the cores.
`);
console.log(`took ${taken} comments in ${seconds} s; ${writing.p99.toFixed(0)} ms at the 99th percentile`);
