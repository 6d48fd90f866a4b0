-- Who is about to answer something that nobody answered, so that two guides never write at once: a post, or an entry.
create table claim (
    thing         bigint primary key,
    guide         bigint not null references member on delete cascade,
    until         bigint not null
);
