-- Whom a member has blocked. Nobody else knows of it.
create table block (
    member          bigint not null references member on delete cascade,
    blocked         bigint not null references member on delete cascade,
    since           bigint not null,
    primary key (member, blocked),
    check (member <> blocked)
);
create index block_blocked on block (blocked);

-- From whom members take private messages, where they have chosen.
create table message_choice (
    member          bigint primary key references member on delete cascade,
    accepts         text not null check (accepts in ('all', 'circles', 'nobody'))
);

-- Private messages. They are for those who write to one another, and stand in no circle.
create table correspondence (
    id              bigint primary key,
    pair            text unique,           -- the numbers of two people, the lower one first; null: they are several
    begun_by        bigint not null references member,
    begun_at        bigint not null,
    count           bigint not null        -- how many messages there were; the next has the next number
);
create index correspondence_begun on correspondence (begun_by, begun_at);

-- Who is in a correspondence, and how far they have come.
create table correspondent (
    correspondence  bigint not null references correspondence on delete cascade,
    member          bigint not null references member on delete cascade,
    latest_at       bigint not null,       -- when the latest message came that reached them
    read_to         bigint not null,       -- the number up to which they have read
    unread_since    bigint,                -- since when something is unread
    told_seq        bigint,                -- its place in the order of news; null: they know, or need not be told
    told_at         bigint,
    archived_at     bigint,
    muted_at        bigint,
    left_at         bigint,
    primary key (correspondence, member)
);
create index correspondent_latest on correspondent (member, latest_at, correspondence) where left_at is null;
create index correspondent_unread on correspondent (member) where unread_since is not null;

-- What was written.
create table message (
    id              bigint primary key,
    correspondence  bigint not null references correspondence on delete cascade,
    number          bigint not null,       -- its place in the correspondence
    writer          bigint not null references member,
    written_at      bigint not null,
    edited_at       bigint,
    deleted_at      bigint,                -- since when its writer took it back
    hidden_at       bigint,                -- since when organisers took it away
    once            bigint not null,       -- the form it came with
    lang            text not null,
    rendered        bigint not null,       -- the version of the renderer
    source          text not null,         -- '' where it is gone
    html            text not null,
    unique (correspondence, number),
    unique (writer, once)
);
create index message_rendered on message (rendered);
