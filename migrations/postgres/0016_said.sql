-- What organisers say to all: one row however many read it. Its title, author, language and audience stand in its
-- conversation; nobody but its author may read that before it has begun, or after it was withdrawn.
create table announcement (
    id            bigint primary key references conversation on delete cascade,
    circle        bigint not null references circle,   -- whom it is for
    source        text not null,
    html          text not null,
    rendered      bigint not null,   -- the version of the renderer
    seq           bigint,            -- its place in the order of news; none before it has begun
    begins_at     bigint,            -- null: as soon as it is published
    ends_at       bigint,            -- when it leaves the top of every page; null: when it is withdrawn
    published_at  bigint,
    begun_at      bigint,
    ended_at      bigint,
    withdrawn_at  bigint,
    edited_at     bigint not null
);
create index announcement_begun on announcement (begun_at) where begun_at is not null;
create index announcement_due on announcement (published_at) where published_at is not null and ended_at is null;

-- Who knows of one, and who has put it away from the top of the page.
create table announcement_seen (
    member        bigint not null references member on delete cascade,
    announcement  bigint not null references announcement on delete cascade,
    seen_at       bigint not null,
    dismissed_at  bigint,
    primary key (member, announcement)
);
create index announcement_seen_of on announcement_seen (announcement);
