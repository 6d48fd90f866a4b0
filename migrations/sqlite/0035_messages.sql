-- Whom a member has blocked. Nobody else knows of it.
create table block (
    member          integer not null references member on delete cascade,
    blocked         integer not null references member on delete cascade,
    since           integer not null,
    primary key (member, blocked),
    check (member <> blocked)
) strict;
create index block_blocked on block (blocked);

-- From whom members take private messages, where they have chosen.
create table message_choice (
    member          integer primary key references member on delete cascade,
    accepts         text not null check (accepts in ('all', 'circles', 'nobody'))
) strict;

-- Private messages. They are for those who write to one another, and stand in no circle.
create table correspondence (
    id              integer primary key,
    pair            text unique,           -- the numbers of two people, the lower one first; null: they are several
    begun_by        integer not null references member,
    begun_at        integer not null,
    count           integer not null        -- how many messages there were; the next has the next number
) strict;
create index correspondence_begun on correspondence (begun_by, begun_at);

-- Who is in a correspondence, and how far they have come.
create table correspondent (
    correspondence  integer not null references correspondence on delete cascade,
    member          integer not null references member on delete cascade,
    latest_at       integer not null,       -- when the latest message came that reached them
    read_to         integer not null,       -- the number up to which they have read
    unread_since    integer,                -- since when something is unread
    told_seq        integer,                -- its place in the order of news; null: they know, or need not be told
    told_at         integer,
    archived_at     integer,
    muted_at        integer,
    left_at         integer,
    primary key (correspondence, member)
) strict;
create index correspondent_latest on correspondent (member, latest_at, correspondence) where left_at is null;
create index correspondent_unread on correspondent (member) where unread_since is not null;

-- What was written.
create table message (
    id              integer primary key,
    correspondence  integer not null references correspondence on delete cascade,
    number          integer not null,       -- its place in the correspondence
    writer          integer not null references member,
    written_at      integer not null,
    edited_at       integer,
    deleted_at      integer,                -- since when its writer took it back
    hidden_at       integer,                -- since when organisers took it away
    once            integer not null,       -- the form it came with
    lang            text not null,
    rendered        integer not null,       -- the version of the renderer
    source          text not null,         -- '' where it is gone
    html            text not null,
    unique (correspondence, number),
    unique (writer, once)
) strict;
create index message_rendered on message (rendered);
