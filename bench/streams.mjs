// Communities made as rows, of sizes for which saying everything through Lyceum would take too long: many circles, and
// courses with all that people did in them.

import { createHash, randomBytes } from "node:crypto";
import { crowd, many, sqlite } from "./kit.mjs";

const minute = 60_000, day = 1440 * minute;

/** So many numbers from 0 as a source of rows, in SQL that both databases read. */
const numbers = (count, name = "numbers") => `(with recursive n (n) as (select cast(0 as bigint) union all select n + 1 from n where n < ${Math.ceil(count) - 1}) select n from n) as ${name}`;
const chance = (n, of) => `abs((${n}) * 2654435761 % 1000003) % ${of}`;

/** The rows of a community on SQLite, or, with the name of its database there, on PostgreSQL. */
export const sqliteRows = (site) => new Rows((statement) => sqlite()("ask", site.file, statement),
  (table) => `select group_concat(name) from pragma_table_info('${table}')`, (hex) => `x'${hex}'`);
export const postgresRows = (server, name) => new Rows((statement) => server.ask(statement, name),
  (table) => `select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns where table_schema = 'public' and table_name = '${table}'`,
  (hex) => `'\\x${hex}'::bytea`);

export class Rows {
  constructor(ask, columns, bytes) { Object.assign(this, { ask, columns, bytes }); }

  /** Of a source's rows each one that is like another but for some columns. */
  copies(table, source, like, changes, where = "true") {
    const columns = this.ask(this.columns(table)).split(",");
    this.ask(`insert into ${table} (${columns}) select ${columns.map((name) => changes[name] ?? `l.${name}`)} from ${source} cross join ${table} l where l.id = ${like} and ${where}`);
  }

  /** So many members; a source of rows with `n` and `id`, by the name it is to have. */
  members(count, first = 2_000_000_000_000_000, handle = "bench") {
    const source = (name) => `(select n, ${first} + n as id from ${numbers(count)}) as ${name}`;
    this.copies("member", source("p"), this.ask("select min(id) from member"), { id: "p.id", handle: `'${handle}' || p.n`, email: "null", imported_from: "null", role: "'participant'" });
    return source;
  }

  /** Signs members in; their cookies. The database knows the hash of a token's bytes, from the last to the first. */
  signIn(...members) {
    const now = Date.now(), seen = Math.floor(now / day);
    const tokens = members.map(() => randomBytes(16));
    const rows = members.map((id, at) => {
      const hash = createHash("sha256").update(Buffer.from(tokens[at]).reverse()).digest("hex");
      return `(${this.bytes(hash)}, ${id}, '{"member":"${id}","seen":${seen}}', ${now}, ${now}, ${now + 30 * day})`;
    });
    for (let at = 0; at < rows.length; at += 100) this.ask(`insert into session (hash, member, data, started_at, seen_at, expires_at) values ${rows.slice(at, at + 100)}`);
    return tokens.map((token) => `lyceum=${token.toString("base64url")}`);
  }

  list(statement) { return this.ask(`select string_agg(cast(id as text), ',') from (${statement}) f`).split(",").filter(Boolean); }
}

const isoDay = (at) => new Date(at).toISOString().slice(0, 10);

/**
 * A course of twelve weeks in its eighth, in homerooms of 35. People ticked more than half of what there is to do, wrote in
 * every other week, said something in a twentieth of all modules, handed in what they wrote in four of them, and reviewed
 * each other. Whoever is the first of them wrote every week but the last. `people` and `staff` give sources of rows with
 * `n` and `id`, by the name they are to have; with `isEmpty` there is nothing but the people.
 */
export function course(rows, { address, people, count, staff, guides, number = 0, places = "null", isEmpty = false }) {
  const { ask } = rows;
  const base = 5_000_000_000_000_000 + number * 1e12, home = base + 1000;
  const rooms = Math.ceil(count / 35), weeks = 12, open = 8;
  const now = Date.now(), starts = Math.floor(now / day) * day - (open * 7 - 4) * day;
  const leader = ask(`select id from ${staff("s")} where n = 0`);
  ask(`insert into circle (id, kind, address, name, made_at, joining, places) values (${base}, 'course', '${address}', 'A course to measure', 0, 'open', ${places})`);
  ask(`insert into circle (id, kind, within, address, name, made_at) values (${base + 1}, 'staff', ${base}, 'staff', 'A course to measure', 0)`);
  ask(`insert into course (id, staff, time_zone, lang, starts_on, ends_on, audience, titles_ahead, made_by, opened_at, edited_at, rendered, tagline, source, html, outcomes)
       select ${base}, ${base + 1}, 'UTC', 'en', '${isoDay(starts)}', '${isoDay(starts + weeks * 7 * day - 1)}', ${base}, true, ${leader}, ${starts}, ${starts}, max(rendered), 'What it is', 'About it', '<p>About it</p>', 'One can read it' from post`);
  for (const circle of [base, base + 1]) ask(`insert into membership (member, circle, role, since) select s.id, ${circle}, case when s.n < 2 then 'instructor' else 'guide' end, ${starts} from ${staff("s")}`);
  const enrol = (circle) => {
    ask(`insert into membership (member, circle, role, since) select p.id, ${circle}, 'member', ${starts} from ${people("p")}`);
    ask(`insert into watch (member, kind, subject, level, why, since) select p.id, 'circle', ${circle}, 'digest', 'joined', ${starts} from ${people("p")} where true on conflict do nothing`);
  };
  if (!isEmpty) ask(`insert into circle (id, kind, within, address, name, made_at) select ${home} + n, 'homeroom', ${base}, cast(n + 1 as text), 'Homeroom ' || (n + 1), 0 from ${numbers(rooms)}`);
  enrol(base);
  ask(`insert into enrolment (course, member, homeroom, name, since) select ${base}, p.id, ${isEmpty ? "null" : `${home} + p.n % ${rooms}`}, '', ${starts} from ${people("p")}`);
  const it = { id: base, staff: base + 1, url: `/courses/${address}/`, module: `/courses/${address}/module-${open}/`, moduleId: base + 10_000 + open, leader };
  const tally = () => ask(`update circle set taken = (select count(*) from membership s where s.circle = circle.id and s.role = 'member') where within = ${base} or id = ${base}`);
  if (isEmpty) { tally(); return it; }
  enrol(`${home} + p.n % ${rooms}`);
  ask(`insert into membership (member, circle, role, since) select s.id, ${home} + r.n, 'guide', ${starts} from ${numbers(rooms, "r")} join ${staff("s")} on s.n = 2 + r.n % ${guides - 2}`);
  tally();

  const like = ask("select max(v.id) from conversation v join post p on p.id = v.id where v.count > 0 and p.published_at is not null");
  const comment = ask("select max(id) from comment where parent is null and writer is not null");
  const moduleOf = (week) => `${base + 10_000} + ${week}`, opens = (week) => `${starts + 9 * 60 * minute} + (${week} - 1) * ${7 * day}`;
  const week = numbers(weeks, "w"), said = Math.ceil(count / 20);
  const opened = `case when w.n < ${open} then ${opens("w.n + 1")} end`;
  rows.copies("conversation", week, like, {
    id: moduleOf("w.n + 1"), kind: "'module'", place: base, author: leader, audience: `case when w.n < ${open} then ${base} else ${base + 1} end`, count: `case when w.n < ${open} then ${said} else 0 end`, opened_at: opened,
    changed_at: `case when w.n < ${open} then ${opens("w.n + 1")} + ${2 * day} else ${starts} end`, path: `'/courses/${address}/module-' || (w.n + 1) || '/'`, title: "'Module ' || (w.n + 1)", course: base, module: moduleOf("w.n + 1"), closed_at: "null", unanswered_since: "null",
  });
  ask(`insert into module (id, course, position, kind, slug, opens_at, opened_at, edited_at, rendered, live_link, live_recording, prompt, source, html)
       select ${moduleOf("w.n + 1")}, ${base}, w.n + 1, 'module', 'module-' || (w.n + 1), ${opens("w.n + 1")}, ${opened}, ${starts}, c.rendered, '', '', 'What did you find?', 'Read this', '<p>Read this</p>' from ${week} cross join course c where c.id = ${base}`);
  const itemOf = (week, at) => `${base} + (${week}) * 10 + ${at}`;
  ask(`insert into item (id, module, position, part, core, follows, minutes, made_at, title, author, address, licence, note)
       select ${itemOf("w.n + 1", "i.n")}, ${moduleOf("w.n + 1")}, i.n + 1, case i.n when 0 then 'read' when 1 then 'view' when 2 then 'explore' else 'do' end, i.n < 5, case i.n when 3 then 'post' when 4 then 'comment' end, 20, ${starts}, 'Thing ' || i.n, '', '', '', ''
         from ${week} cross join ${numbers(6, "i")}`);
  const lived = numbers(open, "w");
  ask(`insert into done (member, item, at) select p.id, ${itemOf("w.n + 1", "i.n")}, ${starts} from ${people("p")} cross join ${lived} cross join ${numbers(3, "i")} where ${chance("p.n * 31 + w.n * 7 + i.n", 5)} < 3`);
  rows.copies("comment", `${numbers(said, "p")} cross join ${lived}`, comment, {
    id: `${base + 10_000_000} + w.n * ${said} + p.n`, root: `${base + 10_000_000} + w.n * ${said} + p.n`, parent: "null", once: "null", imported_from: "null", conversation: moduleOf("w.n + 1"),
    writer: `(select id from ${people("q")} where q.n = p.n * 17 % ${count})`, created_at: `${opens("w.n + 1")} + p.n * 1000`, approved_at: `${opens("w.n + 1")} + p.n * 1000`,
  });

  // What people wrote: for the course, for everybody, or for their homeroom alone.
  const postOf = `${base + 20_000_000} + w.n * ${count} + p.n`, at = `${opens("w.n + 1")} + ${day} + p.n % 1000 * ${5 * minute}`;
  const wrote = `w.n < ${open} and (${chance("p.n * 13 + w.n", 2)} = 0 or p.n = 0) and not (p.n = 0 and w.n = ${open - 1}) and ${at} < ${now}`;
  const audience = `case when p.n % 10 < 5 then ${base} when p.n % 10 < 7 then 1 when p.n % 10 < 8 then 2 else ${home} + p.n % ${rooms} end`;
  const source = `${people("p")} cross join ${lived}`;
  rows.copies("conversation", source, like, {
    id: postOf, author: "p.id", audience, count: "p.n % 3", opened_at: at, changed_at: `${at} + p.n % 3 * ${60 * minute}`, path: `'/bench/' || (${postOf}) || '/'`, title: `'Post ' || (${postOf})`, course: base, module: moduleOf("w.n + 1"), closed_at: "null", unanswered_since: `case when p.n % 3 = 0 and w.n = ${open - 1} then ${at} end`,
  }, wrote);
  rows.copies("post", source, like, { id: postOf, author: "p.id", audience, slug: `'bench-' || (${postOf})`, published_at: at, created_at: at, imported_from: "null", title: `'Post ' || (${postOf})` }, wrote);

  // Every other week asks for that post, and each is reviewed by the two who come next.
  const taskOf = (week) => `${base + 30_000} + ${week}`;
  rows.copies("conversation", lived, like, {
    id: taskOf("w.n + 1"), kind: "'assignment'", place: base, author: leader, audience: base, count: "0", opened_at: opens("w.n + 1"), changed_at: opens("w.n + 1"), path: `'/courses/${address}/assignments/task-' || (w.n + 1) || '/'`, title: "'Task ' || (w.n + 1)", course: base, module: moduleOf("w.n + 1"), closed_at: "null", unanswered_since: "null",
  }, "w.n % 2 = 1");
  ask(`insert into assignment (id, course, module, position, slug, needed, kind, opens_at, opened_at, due_at, reviews, review_days, closes_at, edited_at, rendered, choice, questions, source, html)
       select ${taskOf("w.n + 1")}, ${base}, ${moduleOf("w.n + 1")}, w.n, 'task-' || (w.n + 1), true, 'either', ${opens("w.n + 1")}, ${opens("w.n + 1")}, ${opens("w.n + 2")}, 2, 7, ${now + 40 * day}, ${starts}, c.rendered, '', '', 'Do it', '<p>Do it</p>' from ${lived} cross join course c where c.id = ${base} and w.n % 2 = 1`);
  const pieceOf = `${base + 40_000_000} + w.n * ${count} + p.n`;
  ask(`insert into submission (id, assignment, author, post, reviews, handed_in_at, first_at, file_name, help)
       select ${pieceOf}, ${taskOf("w.n + 1")}, p.id, ${postOf}, 2, ${at}, ${at}, '', '' from ${source} where w.n % 2 = 1 and ${wrote}`);
  ask(`insert into review (id, assignment, submission, reviewer, drawn_at, due_at, done_at, is_extra, answers, answer)
       select ${base + 50_000_000} + (w.n * ${count} + p.n) * 2 + k.n, ${taskOf("w.n + 1")}, ${pieceOf}, q.id, ${at}, ${at} + ${7 * day}, ${at} + ${day}, false, '[]', ''
         from ${source} cross join ${numbers(2, "k")} join ${people("q")} on q.n = (p.n + k.n + 1) % ${count} where w.n % 2 = 1 and ${wrote}`);
  return it;
}

const circleOf = (n) => `1000000000000000 + ${n}`;
const made = new Map();
let dried = 0;

/**
 * A community of so many comments in a fifth as many conversations, most of them in one of its many circles, with a course
 * that a fifth of its members take part in. Whoever is signed in is an ordinary member of fifty circles, takes part in the
 * course, follows 850 things, and has been nearly everywhere.
 */
export async function streams(comments) {
  if (!made.has(comments)) made.set(comments, await flow(comments));
  return made.get(comments);
}

async function flow(comments) {
  const [members, circles, conversations] = [comments / 10, comments / 200, comments / 5];
  const site = await crowd(`river-${comments}-${made.size + dried}`, 50, 1000);
  const rows = sqliteRows(site), { ask } = rows;
  const began = performance.now(), now = Date.now();
  const me = ask("select id from member where handle = 'marguerite'");
  const [cookie] = rows.signIn(me);
  const memberOf = (n) => `2000000000000000 + ${n}`, conversationOf = (n) => `3000000000000000 + ${n}`;
  const changed = (n) => `${now} - (${conversations} - (${n})) * ${minute / 4}`;
  rows.members(members);
  ask(`insert into circle (id, kind, address, name, made_at) select ${circleOf("n")}, 'tribe', 'tribe' || n, 'Tribe ' || n, 0 from ${numbers(circles)}`);
  ask(`insert or ignore into membership (member, circle, role, since) select ${memberOf(`n % ${members}`)}, ${circleOf(chance("n + 17", circles))}, 'member', 0 from ${numbers(members * 7)}`);
  ask(`insert or ignore into membership (member, circle, role, since) select ${me}, ${circleOf(`n * ${circles / 50}`)}, 'member', 0 from ${numbers(50)}`);
  const like = ask("select max(id) from conversation where count > 0");
  rows.copies("conversation", numbers(conversations), like, {
    id: conversationOf("n"), place: chance("n + 5", 1000), author: memberOf(chance("n", members)), count: "5", changed_at: changed("n"),
    audience: `case n % 5 when 0 then 1 when 1 then 2 else ${circleOf(chance("n", circles))} end`,
  });
  rows.copies("comment", numbers(comments), ask("select max(id) from comment where parent is null and writer is not null"), {
    id: "4000000000000000 + n", root: "4000000000000000 + n", parent: "null", once: "null", imported_from: "null", conversation: conversationOf("n / 5"),
    writer: memberOf(chance("n + 3", members)), created_at: `${changed("n / 5")} - (4 - n % 5) * ${minute}`, approved_at: `${changed("n / 5")} - (4 - n % 5) * ${minute}`,
  });
  ask(`insert or ignore into visit (member, conversation, before_at, seen_at) select ${memberOf(`n % ${members}`)}, ${conversationOf(chance("n + 11", conversations))}, 0, ${now} from ${numbers(comments)}`);
  ask(`insert or ignore into visit (member, conversation, before_at, seen_at) select ${me}, id, 0, changed_at - ${minute} * 2.5 from conversation where changed_at > ${now} - ${5000 * minute}`);
  ask(`insert or ignore into watch (member, kind, subject, level, why, since) select ${memberOf(`n % ${members}`)}, 'conversation', ${conversationOf(chance("n + 7", conversations))}, 'digest', 'chosen', 0 from ${numbers(comments)}`);
  ask(`insert or ignore into watch (member, kind, subject, level, why, since) select ${me}, case when n % 20 = 0 then 'blog' else 'conversation' end, case when n % 20 = 0 then n else ${conversationOf(`n * ${Math.floor(conversations / 850)}`)} end, 'digest', 'chosen', 0 from ${numbers(850)}`);
  const count = members / 5, guides = Math.ceil(count / 140) + 2;
  const people = (name) => `(select n, case when n = 0 then ${me} else ${memberOf("n")} end as id from ${numbers(count)}) as ${name}`;
  const held = course(rows, { address: "bench", people, count, staff: (name) => `(select n, ${memberOf(`${count} + n`)} as id from ${numbers(guides)}) as ${name}`, guides });
  console.log(`     put ${many(comments)} comments into ${many(circles)} circles, and ${many(count)} people into a course, in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return { site, ask, me, cookie, count, guides, course: held, early: now - conversations * (minute / 4) * 0.98, late: now - conversations * (minute / 4) * 0.95 };
}

/** Leaves nothing new to read to whoever is signed in there: each of their circles is asked for its own. It is not used again. */
export function dry({ ask, me, late }, comments) {
  ask(`update conversation set audience = ${circleOf(0)} where changed_at > ${late} and audience in (1, 2)`);
  ask(`delete from membership where member = ${me} and circle in (select audience from conversation order by changed_at desc limit 2000)`);
  made.delete(comments);
  dried += 1;
}
