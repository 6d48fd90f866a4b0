-- What is found by searching. The app cuts texts into words; the database keeps them, by when each text was written.

-- What is written is found a moment later. A lane of its own: nobody waits for it, and it waits for nobody's e-mails.
create table job_new (
    id            bigint primary key,
    lane          text not null check (lane in ('soon', 'later', 'search')),
    what          text not null,
    key           text,               -- work under a key is there once
    due_at        bigint not null,
    attempts      bigint not null,
    leased_until  bigint,
    failed_at     bigint,            -- given up
    error         text not null
);
insert into job_new (id, lane, what, key, due_at, attempts, leased_until, failed_at, error)
select id, lane, what, key, due_at, attempts, leased_until, failed_at, error from job;
drop table job;
alter table job_new rename to job;
create index job_due on job (lane, due_at) where failed_at is null;
create unique index job_key on job (key) where key is not null and failed_at is null;

-- A text and its conversation, which knows who may read it: that is asked there each time, and never kept here. The id is
-- the second in which it was written and a number among those of that second, so that a span of ids is a span of time.
create table search (
    id            bigint primary key,
    thing         bigint not null unique,   -- the number of the comment, or of the conversation
    kind          text not null check (kind in ('post', 'page', 'comment', 'discussion', 'module', 'assignment', 'announcement')),
    conversation  bigint not null,
    print         bigint not null    -- of its words: what did not change is not written again
);
create index search_conversation on search (conversation);

-- In which languages texts are written: what is typed is looked for in the forms that it has in these.
create table search_lang (
    lang          text primary key,
    texts         bigint not null
);

-- How far making the index anew has come. One row; it goes on where it stopped.
create table search_build (
    id            bigint primary key check (id = 1),
    version       bigint not null,   -- of the words it was last made with
    wanted_at     bigint not null,   -- when something came that is only found by looking through everything
    part          text not null check (part in ('conversations', 'comments', 'members', 'circles')),
    before        bigint not null,   -- newest first: what is below is still to come
    done          bigint not null,
    total         bigint not null,
    begun_at      bigint not null,
    ended_at      bigint             -- null: it goes on
);
