-- What organisers say to all: one row however many read it. Its title, author, language and audience stand in its
-- conversation; nobody but its author may read that before it has begun, or after it was withdrawn.
create table announcement (
    id            integer primary key references conversation on delete cascade,
    circle        integer not null references circle,   -- whom it is for
    source        text not null,
    html          text not null,
    rendered      integer not null,   -- the version of the renderer
    seq           integer,            -- its place in the order of news; none before it has begun
    begins_at     integer,            -- null: as soon as it is published
    ends_at       integer,            -- when it leaves the top of every page; null: when it is withdrawn
    published_at  integer,
    begun_at      integer,
    ended_at      integer,
    withdrawn_at  integer,
    edited_at     integer not null
) strict;
create index announcement_begun on announcement (begun_at) where begun_at is not null;
create index announcement_due on announcement (published_at) where published_at is not null and ended_at is null;

-- Who knows of one, and who has put it away from the top of the page.
create table announcement_seen (
    member        integer not null references member on delete cascade,
    announcement  integer not null references announcement on delete cascade,
    seen_at       integer not null,
    dismissed_at  integer,
    primary key (member, announcement)
) strict;
create index announcement_seen_of on announcement_seen (announcement);
