-- The last backup that was made and found whole: how old it is, those who look after the site are told.
create table backup (
    id            bigint primary key,
    made_at       bigint not null,   -- the moment that it is of
    bytes         bigint not null,
    name          text not null       -- of its file
);
