-- What members read and want to read, each on a shelf of their own; and who may look at it.
create table shelf (
    member        bigint primary key references member on delete cascade,
    audience      bigint not null,             -- the circle that may look at it: 0 its owner alone, 1 everyone, 2 members
    library       text not null                 -- the address pattern of its owner's library; '' if there is none
);
create table shelf_entry (
    id            bigint primary key,
    member        bigint not null references member on delete cascade,
    work          text not null,                -- what it is, whoever has it: by its DOI, ISBN, address, or title and authors
    kind          text not null check (kind in ('book', 'article', 'other')),
    title         text not null,
    authors       text not null,                -- several with semicolons
    year          bigint,
    isbn          text not null,                -- thirteen digits, or ''
    doi           text not null,                -- in small letters, without an address before it, or ''
    address       text not null,
    note          text not null,
    begun_at      bigint,                      -- since when it is being read
    read_at       bigint,                      -- since when it is read
    private_at    bigint,                      -- since when only its owner sees it, whoever sees the shelf
    unique (member, work)
);
create index shelf_entry_member on shelf_entry (member, id);
create index shelf_entry_work on shelf_entry (work);
