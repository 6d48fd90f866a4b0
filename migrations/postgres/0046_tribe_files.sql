-- Files that members of a tribe put there for one another. A new version takes the place of the one before, at the same
-- address.
create table tribe_file (
    id            bigint primary key,
    tribe         bigint not null references tribe,
    put_by        bigint references member on delete set null,
    file          text not null references kept_file,
    put_at        bigint not null,
    changed_at    bigint not null,             -- when its present version came
    versions      bigint not null,             -- how many there were, with this one
    name          text not null,                -- what whoever put it there called the file
    title         text not null,
    words         text not null                 -- what it is, in a few words
);
create index tribe_file_order on tribe_file (tribe, changed_at, id);
create index tribe_file_file on tribe_file (file);
create index tribe_file_by on tribe_file (put_by) where put_by is not null;
