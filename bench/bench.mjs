// The rows of docs/performance.md, each measured in this run: nginx serves the same bytes from a file, wrk asks.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const comments = Number(process.env.BENCH_COMMENTS ?? 200_000);
const work = mkdtempSync(join(tmpdir(), "lyceum-bench."));
const binary = new URL("../target/release/lyceum", import.meta.url).pathname;
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

/** Starts Lyceum; what it prints is gathered. */
function lyceum(...args) {
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, RUST_LOG: "warn", LYCEUM_LIMITS: "off" } });
  child.said = "";
  child.stdout.on("data", (some) => { child.said += some; });
  child.ended = new Promise((done) => child.on("exit", done));
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

// A crowd, served.
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const data = join(work, "data");
const began = Date.now();
let server = lyceum("demo", "--members", "500", "--comments", String(comments), "--seed", "1", "--data", data, "--listen", `127.0.0.1:${port}`);
await answers(`${base}/health`);
console.log(`made ${comments} comments in ${((Date.now() - began) / 1000).toFixed(0)} s`);
const said = server.said;
console.log(said);
const places = Object.fromEntries([...said.matchAll(/^\s*(.*?):?\s+(?:is |are )?(?:at )?(\/[\w/-]+\/)\.?$/gm)].map(([, name, path]) => [name.trim(), path]));
const paths = [...said.matchAll(/(\/[a-z0-9-]+\/\d{4}\/\d\d\/\d\d\/[a-z0-9-]+\/)/g)].map(([, path]) => path);
const [small, large, deep] = paths;
const link = said.match(/(http:\S+\/sign-in\/link\/\S+)/)[1];
await server.stop();

// Start to first answer, five times.
const starts = [];
for (let time = 0; time < 5; time++) {
  const at = performance.now();
  server = lyceum("serve", "--data", data, "--listen", `127.0.0.1:${port}`);
  await answers(`${base}/health`);
  starts.push(performance.now() - at);
  if (time < 4) await server.stop();
}
starts.sort((a, b) => a - b);
await wait(2000);
const atRest = memory(server.pid);

// A member, signed in by the link.
const signedIn = await fetch(link, { method: "POST", redirect: "manual", headers: { origin: base } });
const session = signedIn.headers.getSetCookie().find((one) => one.startsWith("lyceum=")).match(/lyceum=([^;]+)/)[1];
const cookie = { headers: { cookie: `lyceum=${session}` } };

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
await answers(`http://127.0.0.1:${nginxPort}/page.html`);

const beside = (url, options) => {
  // By turns, so that a passing load on the machine meets both.
  const ours = [], theirs = [];
  for (let time = 0; time < 3; time++) {
    theirs.push(wrk(`http://127.0.0.1:${nginxPort}/page.html`));
    ours.push(wrk(url, options));
  }
  const middle = (list, of) => list.map((one) => one[of]).sort((a, b) => a - b)[1];
  return { rate: middle(ours, "rate") / middle(theirs, "rate"), p99: middle(ours, "p99") / middle(theirs, "p99"), ours: middle(ours, "rate") };
};

await fetch(base + small);
const open = beside(base + small);
row(`a public page with 55 comments (${(page.length / 1024).toFixed(0)} KB), against nginx, requests`, "at least 0.8", open.rate.toFixed(2), open.rate >= 0.8);
row("the same, 99th percentile of latency against nginx", "at most 2", open.p99.toFixed(2), open.p99 <= 2);
await fetch(base + small, cookie);
const member = beside(base + small, { headers: [`Cookie: lyceum=${session}`] });
row("the same page for a signed-in member, against nginx, requests", "at least 0.33", member.rate.toFixed(2), member.rate >= 1 / 3);

// Pages made anew: each asks for a variant that nothing has kept, one after another.
async function rendering(path, times = 60) {
  const taken = [];
  for (let time = 0; time < times; time++) {
    const at = performance.now();
    await (await fetch(`${base}${path}?fresh=${Math.random()}`)).arrayBuffer();
    taken.push(performance.now() - at);
  }
  return taken.sort((a, b) => a - b)[times >> 1];
}
const [ofSmall, ofLarge, ofDeep] = [await rendering(small), await rendering(large), await rendering(deep)];
row("the first page of the largest conversation against one of 55, made anew", "at most 2", (ofLarge / ofSmall).toFixed(2), ofLarge <= 2 * ofSmall);
row("the first page of a chain of 2,000 against one of 55, made anew", "opens", (ofDeep / ofSmall).toFixed(2), true);

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

writeFileSync(new URL("../docs/performance.md", import.meta.url), `# Performance

Measured by \`bin/bench\`, side by side in one run on one machine; only ratios travel. Absolute figures, where they stand,
are this machine's.

| what | must | measured | holds |
|---|---|---|---|
${rows.join("\n")}

${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0].model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${comments.toLocaleString("en")} comments,
${seconds} s a run, the middle of three where nginx stands beside it. The load tool shares the cores.
`);
console.log(`took ${taken} comments in ${seconds} s; ${writing.p99.toFixed(0)} ms at the 99th percentile`);
