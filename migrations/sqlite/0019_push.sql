-- The key by which push services know this site (VAPID, RFC 8292): made once, for all nodes.
create table push_key (
    id            integer primary key check (id = 1),
    pkcs8         blob not null,
    made_at       integer not null
) strict;

-- The devices on which members are told by Web Push. Each ends with the sign-in it was turned on in.
create table push_device (
    id            integer primary key,
    member        integer not null references member on delete cascade,
    session       blob not null unique references session on delete cascade,
    endpoint      text not null,            -- where its push service takes messages for it
    hash          blob not null unique,     -- of the endpoint
    p256dh        blob not null,            -- what messages are encrypted for
    auth          blob not null,
    begun_at      integer not null,
    delivered_at  integer,                  -- when its push service took the last one
    seq           integer not null,         -- up to here in the order of news it was told
    due_at        integer,                  -- when to look next; null: nothing has happened
    rest_until    integer not null,         -- nothing is sent before
    failures      integer not null,         -- so often in a row nothing was taken
    said          text not null             -- what was wrong the last time
) strict;
create index push_device_member on push_device (member);
create index push_device_due on push_device (due_at) where due_at is not null;
