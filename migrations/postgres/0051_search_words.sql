-- Here the databases differ: each keeps words in its own way.

-- Written out in full: no dictionary of the database has a say in it.
alter table search add column words tsvector not null;
create index search_words on search using gin (words);

-- Names by their words, folded: of members, of tags, of tribes and courses. They are found by the beginning of any word.
create table hint (
    kind          text not null check (kind in ('member', 'tag', 'circle')),
    part          text collate "C" not null,
    thing         bigint not null,
    primary key (kind, part, thing)
);
create index hint_thing on hint (kind, thing);
create index hint_part on hint (part);

-- The same words, and each with one letter left out: who slips once still finds them.
create table slip (
    slip          text collate "C" not null,
    part          text collate "C" not null,
    primary key (slip, part)
);
create index slip_part on slip (part);
