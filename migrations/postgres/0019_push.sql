-- The key by which push services know this site (VAPID, RFC 8292): made once, for all nodes.
create table push_key (
    id            bigint primary key check (id = 1),
    pkcs8         bytea not null,
    made_at       bigint not null
);

-- The devices on which members are told by Web Push. Each ends with the sign-in it was turned on in.
create table push_device (
    id            bigint primary key,
    member        bigint not null references member on delete cascade,
    session       bytea not null unique references session on delete cascade,
    endpoint      text not null,            -- where its push service takes messages for it
    hash          bytea not null unique,     -- of the endpoint
    p256dh        bytea not null,            -- what messages are encrypted for
    auth          bytea not null,
    begun_at      bigint not null,
    delivered_at  bigint,                  -- when its push service took the last one
    seq           bigint not null,         -- up to here in the order of news it was told
    due_at        bigint,                  -- when to look next; null: nothing has happened
    rest_until    bigint not null,         -- nothing is sent before
    failures      bigint not null,         -- so often in a row nothing was taken
    said          text not null             -- what was wrong the last time
);
create index push_device_member on push_device (member);
create index push_device_due on push_device (due_at) where due_at is not null;
