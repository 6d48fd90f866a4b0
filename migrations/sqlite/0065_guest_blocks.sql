-- From where a comment of a guest came: kept for some days, so that organisers can block a network.
create table guest_origin (
    comment       integer primary key references comment on delete cascade,
    at            integer not null,
    address       text not null              -- of IPv6 the first 64 bits
) strict;
create index guest_origin_at on guest_origin (at);

-- Guests who may not write for a time: by address of e-mail or by network, one of them. It goes when it ends.
create table guest_block (
    id            integer primary key,
    made_at       integer not null,
    until_at      integer not null,
    made_by       integer not null references member,
    email         text not null,
    network       text not null,
    reason        text not null,
    check ((email = '') <> (network = ''))
) strict;
create index guest_block_until on guest_block (until_at);

-- When a comment was sent as no person sends one; null: it was not, as far as that can be told.
alter table comment add column trapped_at integer;
