-- What a course consists of: modules in their order, each with things to read, view, explore and do. A planned moment is a
-- local time in the course's zone, which is the truth, and beside it the moment in UTC that was reckoned from it.

create table module (
    id            integer primary key references conversation on delete cascade,
    course        integer not null references course,
    position      integer not null,
    kind          text not null check (kind in ('module', 'catch-up')),
    slug          text not null,                -- the last part of its address
    opens_local   text,                         -- yyyy-mm-ddThh:mm; null: it is opened by hand
    opens_at      integer,
    opened_at     integer,                      -- when it really opened
    ends_on       text,                         -- its last day: yyyy-mm-dd
    live_local    text,                         -- when its live session begins
    live_at       integer,
    live_minutes  integer check (live_minutes > 0),
    live_sequence integer not null default 0,   -- how often that was changed, as calendars count (RFC 5545)
    live_cancelled_at integer,
    wrap_up       integer references conversation on delete set null,   -- the post that looks back at it
    edited_at     integer not null,
    rendered      integer not null,             -- the version of the renderer
    live_link     text not null,
    live_recording text not null,
    prompt        text not null,                -- what participants are asked to write about
    source        text not null,                -- the introduction, as written
    html          text not null,
    unique (course, slug)
) strict;
create index module_due on module (opens_at) where opened_at is null and opens_at is not null;
create index module_course on module (course, position, id);

-- A thing to read, view, explore or do. One that follows is done when one has posted for the module, or commented in its
-- conversation; the others are ticked.
create table item (
    id            integer primary key,
    module        integer not null references module on delete cascade,
    position      integer not null,
    part          text not null check (part in ('read', 'view', 'explore', 'do')),
    core          integer not null,
    follows       text check (follows in ('post', 'comment')),
    minutes       integer check (minutes > 0),  -- how long it takes, about
    made_at       integer not null,
    title         text not null,
    author        text not null,                -- who made what is read or viewed
    address       text not null,
    licence       text not null,
    note          text not null
) strict;
create index item_module on item (module, position, id);

-- What somebody has ticked.
create table done (
    member        integer not null references member on delete cascade,
    item          integer not null references item on delete cascade,
    at            integer not null,
    primary key (member, item)
) strict;
create index done_item on done (item);
