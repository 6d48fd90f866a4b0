// The rows about searching.

import { brotli, comments, crowd, large, many, middle, postgres, seconds, served, wrk } from "./kit.mjs";
import { below } from "./rows.mjs";

/** What people type: common and rare, alone and together, phrases, exclusions, and what is nowhere. */
const typed = [
  "the", "learning", "library", "the library", "and the of to", "\"of the\"", "\"in the library\"", "the -library", "librarian patron",
  "questions people ask", "\"not a word of it\"", "nowhereatall", "的", "café", "week \"in the\" -learning",
];

async function onePage(site) {
  const found = await (await fetch(`${site.base}/search/?q=the`)).text();
  if (!found.includes("<mark>")) throw new Error("nothing is found: the index is not made");
}

export const measures = {
  /** Searching a large community, on each database, as a stranger and as a member. */
  async search() {
    const onPostgres = async () => {
      const server = await postgres();
      server.ask('create database "search"', "postgres");
      return crowd("search", 500, comments, server.at("search"));
    };
    for (const [name, make] of [["SQLite", large], ["PostgreSQL", onPostgres]]) {
      const site = await make();
      await served(site, async ({ pid }) => {
        await onePage(site);
        const all = [];
        for (const q of typed) {
          const headers = [...brotli, `Cookie: lyceum=${site.session}`];
          const look = await wrk(`${site.base}/search/?q=${encodeURIComponent(q)}`, { connections: 2, headers, pid, time: Math.max(1, seconds / 3) });
          console.log(`     ${q}: ${look.p99.toFixed(1)} ms, ${look.cpu.toFixed(1)} ms of CPU`);
          all.push(look);
        }
        const hints = await wrk(`${site.base}/search/hints?q=mem`, { connections: 2, headers: brotli, pid, time: Math.max(1, seconds / 3) });
        const p99 = all.map((look) => look.p99);
        below(50, `searching among ${many(comments)} comments on ${name}: 99th percentile of latency, the middle of ${typed.length} searches`, middle(p99), " ms");
        below(150, "the same, the slowest of them", Math.max(...p99), " ms");
        below(20, "suggestions while somebody types, the same: 99th percentile of latency", hints.p99, " ms");
      });
    }
  },
};
