-- Work in lanes, times that one node wins, the numbers of nodes, and what they tell one another.

-- Work that somebody waits for is never behind a thousand others; work under a key is there once.
alter table job add column lane text not null default 'later' check (lane in ('soon', 'later'));
alter table job add column key text;
drop index job_due;
create index job_due on job (lane, due_at) where failed_at is null;
create unique index job_key on job (key) where key is not null and failed_at is null;

-- When what happens on time was last begun, by whichever node was first.
create table schedule (
    name          text primary key,
    begun_at      bigint not null
);

-- Which numbers nodes hold. Ids hold a node's number, so two nodes must never have the same: a number is leased, and a
-- node that could not renew its lease writes nothing until it has a number again.
create table node (
    number        bigint primary key,
    process       bigint not null,
    leased_until  bigint not null
);

-- What nodes tell one another: the events of each change, written with it and read after it.
create table node_event (
    id            bigint primary key,
    process       bigint not null,
    events        text not null
);

-- Written now and then to learn whether anything can be written.
create table pulse (
    id            bigint primary key check (id = 1),
    at            bigint not null
);
