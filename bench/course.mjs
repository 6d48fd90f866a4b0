// The rows about courses and about where people talk.

import {
  at99, brotli, byTurns, comments, cpu, crowd, hour, listen, many, middle, placed, postgres, posts, rounds, seconds, served, wait, wrk,
} from "./kit.mjs";
import { atMost, below, none, row } from "./rows.mjs";
import { course, dry, postgresRows, sqliteRows, streams } from "./streams.mjs";

/** A page for a member of fifty circles in a large community and in one of a tenth of everything, by turns. */
async function grown(work) {
  const sites = [await streams(comments), await streams(comments / 10)];
  await served(sites[0].site, (server) => served(sites[1].site, async (tenth) => {
    const look = ({ site, cookie }, path, { pid }) => wrk(site.base + path, { connections: 2, headers: [...brotli, `Cookie: ${cookie}`], pid, time: Math.max(1, seconds / 2) });
    await work(async (what, path) => {
      const p99 = [], used = [];
      const ratio = await byTurns(3, async () => { const one = await look(sites[0], path, server); p99.push(one.p99); used.push(one.cpu); return one; }, () => look(sites[1], path, tenth), ["cpu"]);
      console.log(`     ${middle(used).toFixed(2)} ms of CPU`);
      below(50, `${what}, among ${many(comments)} comments and ${many(comments / 10)} members: 99th percentile of latency`, middle(p99), " ms");
      atMost(1.2, "the same against among a tenth: CPU", ratio.cpu);
    }, sites);
  }));
}

/** The same on each database: what to call it, its community, and its rows. */
async function both(name, members, some) {
  const site = await crowd(name, members, some);
  const server = await postgres();
  server.ask(`create database "${name}"`, "postgres");
  const other = await crowd(`${name}-postgres`, members, some, server.at(name));
  return [["SQLite", site, sqliteRows(site)], ["PostgreSQL", other, postgresRows(server, name)]];
}

/** Sends a form as a member; the answer. */
const send = (site, cookie, path, fields, at = site.base) => fetch(at + path, { method: "POST", redirect: "manual", headers: { origin: site.base, cookie }, body: new URLSearchParams(fields) });

/** Asks again until there is a server that answers. */
async function insist(ask) {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(1)) {
    try { return await ask(); } catch { /* not yet */ }
  }
  throw new Error("nobody answers");
}

/** Numbers that look like chance and are the same each time. */
function dice(seed) {
  let state = seed;
  return (of) => { state = (state * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(state / 2_147_483_648 * of); };
}

export const measures = {
  /** What somebody sees first of a course of which much has happened. */
  async "course-home"() {
    await grown((measure, [{ course, count }]) => measure(`the home of a course of ${many(count)} for a participant in 50 circles`, course.url));
  },

  /** This week's module of that course. */
  async module() {
    await grown((measure, [{ course, count }]) => measure(`a module of a course of ${many(count)} for a participant in 50 circles`, course.module));
  },

  /** The river of somebody in fifty circles. */
  async river() {
    await grown(async (measure, sites) => {
      await measure("the river of a member of 50 circles", "/river/");
      await measure("what they follow, 850 things", "/river/mine/");
      await measure("the end of the river", `/river/?after=${sites[0].early}-0`);
      for (const [at, size] of [comments, comments / 10].entries()) dry(sites[at], size);
      await measure("the river of somebody to whom none of the newest is open", "/river/");
    });
  },

  /** What happened, for somebody in fifty circles. */
  async stream() {
    await grown(async (measure, sites) => {
      await measure("the stream of a member of 50 circles", "/stream/");
      await measure("the comments in it from long ago", `/stream/?kind=comments&after=${sites[0].early}-0`);
      await measure("the stream of a course", `${sites[0].course.url}stream/`);
      for (const [at, size] of [comments, comments / 10].entries()) dry(sites[at], size);
      await measure("the stream of somebody to whom none of the newest is open", "/stream/");
    });
  },

  /** An hour of a course, faster than it happens: everybody has a page open and listens. */
  async "course-hour"() {
    for (const [name, site, rows] of await both("hour", 420, 4000)) {
      const members = (from, count) => (as) => `(select row_number() over (order by id) - 1 as n, id from (select id from member where handle like 'member%' order by id limit ${count} offset ${from}) f) as ${as}`;
      const held = course(rows, { address: "hour", people: members(0, 400), count: 400, staff: members(400, 14), guides: 14 });
      const people = rows.list(`select id from ${members(0, 400)("p")}`);
      const blogs = people.map((id) => rows.ask(`select min(id) from blog where owner = ${id}`));
      const cookies = rows.signIn(...people);
      await served(site, async (server) => {
        const [conversations, chance] = [await posts(site), dice(10)];
        const ears = await Promise.all(cookies.map((cookie, n) => listen(`${site.base}${n % 4 ? "/me/notifications/live" : "/river/live"}`, [`Cookie: ${cookie}`])));
        const views = [held.url, held.url, held.module, held.module, "/river/", "/river/", "/river/mine/", `${held.url}homerooms/`, "/", site.small];
        const taken = { view: [], write: [] };
        let refused = 0;
        const timed = async (kind, good, ask) => {
          const at = performance.now();
          const answer = await ask().then(async (answer) => (await answer.text(), answer.status), () => 0);
          taken[kind].push(performance.now() - at);
          if (answer !== good) refused += 1;
        };
        const view = (who) => timed("view", 200, () => fetch(site.base + views[chance(views.length)], { headers: { cookie: cookies[who] } }));
        const say = (who) => timed("write", 303, () => send(site, cookies[who], chance(2) ? `${held.module}comments` : `/posts/${conversations[chance(conversations.length)]}/comments`, { text: `I tried this as well, and found ${chance(1e9)}` }));
        const write = (who) => timed("write", 303, () => send(site, cookies[who], "/me/posts/new", { do: "publish", blog: blogs[who], title: `What I found: ${chance(1e9)}`, text: "What do you think?", audience: chance(2) ? "public" : `circle-${held.id}`, comments: "open", language: "en", module: String(held.moduleId) }));
        // Whoever comes first asks for what nobody kept: not counted.
        await Promise.all([...new Set(views)].map((path) => fetch(site.base + path, { headers: { cookie: cookies[0] } }).then((answer) => answer.text())));
        const things = [...Array(2000).fill(view), ...Array(150).fill(say), ...Array(40).fill(write)];
        for (let left = things.length - 1; left > 0; left--) { const other = chance(left + 1); [things[left], things[other]] = [things[other], things[left]]; }
        const used = cpu(server.pid), began = performance.now(), under = [];
        for (const [n, thing] of things.entries()) {
          await wait(Math.max(0, began + n * hour * 1000 / things.length - performance.now()));
          under.push(thing(chance(people.length)));
        }
        await Promise.all(under);
        const spent = (cpu(server.pid) - used) / 1000;
        ears.forEach((ear) => ear.close());
        none(`an hour of a course of 400 on ${name}, 2,000 views, 150 comments and 40 posts within ${hour} s while 400 pages listen: refused`, refused, things.length);
        below(50, "the same, a view: 99th percentile of latency", at99(taken.view), " ms");
        below(250, "the same, what was written: 99th percentile of latency", at99(taken.write), " ms");
        below(60, "the same, all of it: CPU", spent, " s");
      });
    }
  },

  /** Everybody into homerooms at once. */
  async placing() {
    const members = placed;
    for (const [name, site, rows] of await both("placing", 50, 1000)) {
      const people = rows.members(members);
      const late = rows.members(members / 20, 2_100_000_000_000_000, "late");
      const held = course(rows, { address: "placing", people, count: members, staff: (as) => `(select 0 as n, min(id) as id from member where role = 'organiser') as ${as}`, guides: 1, isEmpty: true });
      await served(site, async (server) => {
        const place = async (count) => {
          const used = cpu(server.pid), began = performance.now();
          const answer = await send(site, `lyceum=${site.session}`, `${held.url}manage/homerooms/place`, { size: "35", by: "chance" });
          const took = (performance.now() - began) / 1000;
          if (answer.status !== 303) throw new Error(`placing got ${answer.status}`);
          console.log(`     placed ${many(count)}: ${((cpu(server.pid) - used) / 1000).toFixed(2)} s of CPU`);
          return took;
        };
        const post = await site.conversation(site.small);
        const first = place(members);
        await wait(20);
        const asked = performance.now();
        await site.say(post);
        const said = (performance.now() - asked) / 1000;
        below(5, `placing ${many(members)} participants into homerooms of 35 on ${name}`, await first, " s", 2);
        below(5, "the same: a comment that is said meanwhile is kept after", said, " s", 2);
        const sizes = () => rows.ask(`select max(taken) - min(taken) from circle where kind = 'homeroom' and within = ${held.id}`);
        const wrong = () => Number(rows.ask(`select count(*) from enrolment e where e.course = ${held.id} and 1 <> (select count(*) from membership s join circle k on k.id = s.circle where k.within = ${held.id} and k.kind = 'homeroom' and s.member = e.member and s.circle = e.homeroom)`))
          + Number(rows.ask(`select count(*) from circle k where k.within = ${held.id} and k.kind = 'homeroom' and k.taken <> (select count(*) from membership s where s.circle = k.id)`));
        atMost(1, "the same: sizes differ by", Number(sizes()), "", 0);
        none("the same: people in no homeroom or in two, or homerooms that count wrong", wrong(), members);
        const now = Date.now();
        rows.ask(`insert into membership (member, circle, role, since) select p.id, ${held.id}, 'member', ${now} from ${late("p")}`);
        rows.ask(`insert into enrolment (course, member, name, since) select ${held.id}, p.id, '', ${now} from ${late("p")}`);
        below(5, `${many(members / 20)} more who come later, each into the smallest`, await place(members / 20), " s", 2);
        atMost(1, "the same: sizes differ by", Number(sizes()), "", 0);
        none("the same: people in no homeroom or in two, or homerooms that count wrong", wrong(), members * 1.05);
      });
    }
  },

  /** The last place of a course for 32 who press at once, twice each. */
  async "last-seat"() {
    for (const [name, site, rows] of await both("seat", 50, 1000)) {
      const people = rows.list("select id from member where confirmed_at is not null and role = 'participant' order by id limit 32");
      const cookies = rows.signIn(...people);
      const staff = (as) => `(select 0 as n, min(id) as id from member where role = 'organiser') as ${as}`;
      const taken = (as) => `(select row_number() over (order by id) - 1 as n, id from (select id from member where confirmed_at is not null order by id desc limit 2) f) as ${as}`;
      const courses = Array.from({ length: rounds }, (_, number) => course(rows, { address: `seat-${number}`, number, places: 3, people: taken, count: 2, staff, guides: 1, isEmpty: true }));
      let wrong = 0, lost = 0;
      await served(site, async () => {
        // On PostgreSQL half of them are at another node.
        const other = name === "PostgreSQL" ? await site.node() : null;
        try {
          for (const { id, url } of courses) {
            const answers = await Promise.all(cookies.flatMap((cookie, n) => [0, 1].map(async (time) => {
              const answer = await send(site, cookie, `${url}join`, {}, other && (n + time) % 2 ? other.base : site.base);
              return [n, new URL(answer.headers.get("location") ?? "/", site.base).searchParams.get("done") ?? answer.status];
            })));
            const told = (what) => new Set(answers.filter(([, done]) => done === what).map(([n]) => n));
            const count = (what) => Number(rows.ask(what));
            const seated = count(`select count(*) from membership where circle = ${id} and role = 'member'`);
            const kept = count(`select taken from circle where id = ${id}`);
            const waiting = count(`select count(*) from wish where circle = ${id} and kind = 'waiting'`);
            const enrolled = count(`select count(*) from enrolment where course = ${id} and ended_at is null`);
            if (seated !== 3 || kept !== 3 || enrolled !== 3 || told("in").size !== 1) wrong += 1;
            const both = [...told("in")].filter((n) => told("waiting").has(n)).length;
            if (waiting !== 31 || told("waiting").size !== 31 || both || told("in").size + told("waiting").size !== 32) lost += 1;
          }
        } finally { await other?.stop(); }
      });
      none(`the last place of a course, taken by 32 at once who press twice, on ${name}${name === "PostgreSQL" ? " by two nodes" : ""}: times that it was not one who got it`, wrong, rounds);
      none("the same: times that not all others wait", lost, rounds);
    }
  },

  /** Reviews that are handed in, by a double click, as they are let go of for taking too long. */
  async "review-timeout"() {
    const count = 64;
    for (const [name, site, rows] of await both("timeout", 80, 1000)) {
      const members = (as) => `(select row_number() over (order by id) - 1 as n, id from (select id from member where handle like 'member%' order by id limit ${count}) f) as ${as}`;
      const held = course(rows, { address: "timeout", people: members, count, staff: (as) => `(select 0 as n, min(id) as id from member where role = 'organiser') as ${as}`, guides: 1, isEmpty: true });
      const cookies = rows.signIn(...rows.list(`select id from ${members("p")}`));
      const now = Date.now(), task = held.id + 30_000, piece = `${held.id} + p.n`, review = `${held.id} + p.n`;
      const like = rows.ask("select max(v.id) from conversation v join post p on p.id = v.id where p.published_at is not null");
      rows.copies("conversation", "(select 1 as n) as p", like, { id: task, kind: "'assignment'", place: held.id, author: held.leader, audience: held.id, count: "0", opened_at: now, changed_at: now, path: `'${held.url}assignments/task/'`, title: "'Task'", course: held.id, module: "null", closed_at: "null", unanswered_since: "null" });
      rows.ask(`insert into assignment (id, course, position, slug, needed, kind, opened_at, reviews, review_days, closes_at, edited_at, rendered, choice, questions, source, html) select ${task}, ${held.id}, 1, 'task', true, 'file', ${now}, 2, 7, ${now * 2}, ${now}, rendered, '', 'What stayed with you?', '', '' from course where id = ${held.id}`);
      rows.ask(`insert into submission (id, assignment, author, reviews, handed_in_at, first_at, file, file_bytes, file_name, help) select ${piece}, ${task}, p.id, 1, ${now}, ${now}, 'x.pdf', 1, 'x.pdf', '' from ${members("p")}`);
      const ways = { time: 0, late: 0 };
      let refused = 0, uncounted = 0, wrong = 0, told = 0;
      for (let round = 0; round < rounds; round++) {
        rows.ask(`delete from review where assignment = ${task}`);
        rows.ask(`update submission set reviews = 1 where assignment = ${task}`);
        rows.ask("delete from notice where kind = 'reviewed'");
        rows.ask(`insert into review (id, assignment, submission, reviewer, drawn_at, due_at, is_extra, answers, answer) select ${review}, ${task}, ${held.id} + (p.n + 1) % ${count}, p.id, 0, 1, false, '[]', '' from ${members("p")}`);
        // A server looks for what took too long as soon as it starts: they press while it does.
        const starting = site.start();
        try {
          const answers = await Promise.all(cookies.flatMap((cookie, n) => [0, 1].map(() => insist(() => send(site, cookie, `${held.url}assignments/task/reviews/${held.id + n}/`, { do: "hand-in", "question-0": "What stayed with you?", "words-0": `The end, number ${n}` })))));
          refused += answers.filter((answer) => answer.status !== 303).length;
        } finally { await (await starting).stop(); }
        const found = (what) => Number(rows.ask(what));
        ways.time += found(`select count(*) from review where assignment = ${task} and done_at is not null and lapsed_at is null`);
        ways.late += found(`select count(*) from review where assignment = ${task} and done_at is not null and lapsed_at is not null`);
        uncounted += found(`select count(*) from review where assignment = ${task} and (done_at is null or answers not like '%The end, number%')`);
        wrong += found(`select count(*) from submission s where s.assignment = ${task} and s.reviews <> (select count(*) from review r where r.submission = s.id and (r.done_at is not null or r.lapsed_at is null))`);
        told += Math.abs(found("select count(*) from notice where kind = 'reviewed'") - cookies.length);
      }
      const all = rounds * count;
      console.log(`     ${many(ways.time)} before they were let go of, ${many(ways.late)} after`);
      none(`reviews handed in twice at once as they time out, on ${name}: not taken, or not counted`, refused + uncounted, all);
      none("the same: pieces that count their reviews wrong", wrong, all);
      none("the same: authors who were not told once", told, all);
      row("the same: some were let go of before, some after", "both", `${many(ways.time)} before, ${many(ways.late)} after`, ways.time > 0 && ways.late > 0);
    }
  },
};
