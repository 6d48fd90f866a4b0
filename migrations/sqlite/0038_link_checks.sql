-- Whether the links of modules still lead somewhere. An address is asked for once, however many items have it.

create table link (
    address       text primary key,
    host          text not null,                -- one host is asked for one thing at a time
    next_at       integer not null,             -- when it is to be asked again
    asked_at      integer,                      -- when that was last begun
    alive_at      integer,                      -- when something was last there
    gone          integer not null default 0,   -- how often in a row nothing was there
    gone_since    integer,
    dead_at       integer,                      -- since when it counts as dead
    said          text not null                 -- what was answered last, if something is the matter: 404, no-host, sign-in
) strict;
create index link_next on link (next_at);
create index link_host on link (host, asked_at);

create index item_address on item (address) where address <> '';
