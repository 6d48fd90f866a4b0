-- The last backup that was made and found whole: how old it is, those who look after the site are told.
create table backup (
    id            integer primary key,
    made_at       integer not null,   -- the moment that it is of
    bytes         integer not null,
    name          text not null       -- of its file
) strict;
