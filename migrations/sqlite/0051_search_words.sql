-- Here the databases differ: each keeps words in its own way.

-- A space parts words, and nothing else does: everything that can stand in one is named.
create virtual table search_words using fts5 (
    title, words, extra, content = '', contentless_delete = 1,
    tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[]^_`{|}~\'"
);

-- Names by their words, folded: of members, of tags, of tribes and courses. They are found by the beginning of any word.
create table hint (
    kind          text not null check (kind in ('member', 'tag', 'circle')),
    part          text not null,
    thing         integer not null,
    primary key (kind, part, thing)
) strict;
create index hint_thing on hint (kind, thing);
create index hint_part on hint (part);

-- The same words, and each with one letter left out: who slips once still finds them.
create table slip (
    slip          text not null,
    part          text not null,
    primary key (slip, part)
) strict;
create index slip_part on slip (part);
