-- Who is about to answer something that nobody answered, so that two guides never write at once: a post, or an entry.
create table claim (
    thing         integer primary key,
    guide         integer not null references member on delete cascade,
    until         integer not null
) strict;
