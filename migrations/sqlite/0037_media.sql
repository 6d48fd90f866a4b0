-- Files of modules: what there is to read, view, explore or do, kept here; and captions of what is viewed or heard.

-- A file that is kept under the hash of what is in it: one that several things use is kept once. One that nothing uses is
-- forgotten a day after it was last uploaded.
create table kept_file (
    name          text primary key,
    kind          text not null,                -- by what is in it: application/pdf
    bytes         integer not null check (bytes >= 0),
    kept_at       integer not null              -- when it was last uploaded
) strict;

-- The file of an item.
create table item_file (
    item          integer primary key references item on delete cascade,
    file          text not null references kept_file,
    added_at      integer not null,
    name          text not null                 -- what whoever uploaded it called it
) strict;
create index item_file_file on item_file (file);

-- What is said in it and when, in one language: WebVTT as Lyceum writes it.
create table caption (
    item          integer not null references item_file on delete cascade,
    lang          text not null,                -- a tag of BCP 47
    added_at      integer not null,
    vtt           text not null,
    primary key (item, lang)
) strict;
