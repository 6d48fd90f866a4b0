/* SQLite without Lyceum, linked with the same library: what a disk and a database can do at all.
 *
 *   sqlite alone FILE COMMENT SECONDS   comments a second, 32 a commit, durable; each a copy of that comment
 *   sqlite clone FILE COMMENT COUNT     makes so many copies of it
 *   sqlite ask FILE STATEMENT           prints the first value
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
int sqlite3_open(const char *, sqlite3 **);
int sqlite3_close(sqlite3 *);
int sqlite3_exec(sqlite3 *, const char *, void *, void *, char **);
int sqlite3_prepare_v2(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
int sqlite3_bind_int64(sqlite3_stmt *, int, long long);
int sqlite3_step(sqlite3_stmt *);
int sqlite3_reset(sqlite3_stmt *);
int sqlite3_finalize(sqlite3_stmt *);
const unsigned char *sqlite3_column_text(sqlite3_stmt *, int);
const char *sqlite3_errmsg(sqlite3 *);
enum { ROW = 100, DONE = 101 };

static sqlite3 *db;
static void fail(const char *what) { fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db)); exit(1); }
static void run(const char *sql) { if (sqlite3_exec(db, sql, 0, 0, 0)) fail(sql); }
static sqlite3_stmt *prepare(const char *sql) { sqlite3_stmt *s; if (sqlite3_prepare_v2(db, sql, -1, &s, 0)) fail(sql); return s; }
static void ask(const char *sql, char *answer, size_t room) {
  sqlite3_stmt *s = prepare(sql);
  const char *text = sqlite3_step(s) == ROW ? (const char *)sqlite3_column_text(s, 0) : 0;
  snprintf(answer, room, "%s", text ? text : "");
  sqlite3_finalize(s);
}
static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }
static void step(sqlite3_stmt *s) { if (sqlite3_step(s) != DONE) fail("step"); sqlite3_reset(s); }

int main(int count, char **args) {
  if (count < 4 || sqlite3_open(args[2], &db)) return fprintf(stderr, "usage: sqlite alone|clone|ask FILE …\n"), 2;
  run("pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -8000");
  static char answer[65536], columns[16384], values[16384], sql[65536];
  if (!strcmp(args[1], "ask")) { ask(args[3], answer, sizeof answer); puts(answer); return 0; }

  /* Whatever columns there are: a comment like that one, under a number of its own. */
  ask("select group_concat(name) from pragma_table_info('comment')", columns, sizeof columns);
  ask("select group_concat(case when name in ('id', 'root') then '?1' when name in ('once', 'imported_from', 'parent') then 'null' else name end)"
      " from pragma_table_info('comment')", values, sizeof values);
  snprintf(sql, sizeof sql, "insert into comment (%s) select %s from comment where id = ?2", columns, values);
  sqlite3_stmt *add = prepare(sql);
  long long of = atoll(args[3]);
  ask("select max(id) from comment", answer, sizeof answer);
  long long id = atoll(answer);
  sqlite3_bind_int64(add, 2, of);

  if (!strcmp(args[1], "clone")) {
    run("begin immediate");
    for (long left = atol(args[4]); left > 0; left--) { sqlite3_bind_int64(add, 1, ++id); step(add); }
    run("commit");
    return 0;
  }
  snprintf(sql, sizeof sql, "update conversation set count = count + 1, changed_at = changed_at + 1 where id = (select conversation from comment where id = %lld)", of);
  sqlite3_stmt *tally = prepare(sql);
  double begin = now(), end = begin + atof(args[4]);
  long made = 0;
  while (now() < end) {
    run("begin immediate");
    for (int n = 0; n < 32; n++, made++) { sqlite3_bind_int64(add, 1, ++id); step(add); step(tally); }
    run("commit");
  }
  printf("%.1f\n", made / (now() - begin));
  return 0;
}
