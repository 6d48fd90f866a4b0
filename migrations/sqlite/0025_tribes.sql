-- Tribes: groups that members found, join and leave by themselves; what is discussed in a group; and when it meets.

-- What a tribe says of itself beyond its circle. Who leads hands over by an offer that the other one takes.
create table tribe (
    id            integer primary key references circle,
    picture       text,                         -- a file; null: none
    lang          text not null,
    offered_to    integer references member on delete set null,   -- who was asked to lead next
    offered_at    integer,
    leaves_then   integer not null,             -- whoever leads leaves when the offer is taken
    lapsed_at     integer,                      -- since when nobody took the offer in time
    ended_at      integer,                      -- since when it is gone for good
    edited_at     integer not null,
    rendered      integer not null,             -- the version of the renderer
    picture_alt   text not null,                -- what the picture shows; '': nothing that matters
    tagline       text not null,
    source        text not null,                -- what it is about, as written
    html          text not null,
    rules_source  text not null,                -- what those in it keep to, as written
    rules_html    text not null
) strict;
create index tribe_offered on tribe (offered_to) where offered_to is not null;
create index tribe_stale on tribe (rendered);

-- Who was let in and has not looked in since.
create table tribe_welcome (
    tribe         integer not null references tribe,
    member        integer not null references member on delete cascade,
    at            integer not null,
    primary key (member, tribe)
) strict;

-- What somebody in a group began to talk about. Its title, language and audience stand on its conversation.
create table discussion (
    id            integer primary key references conversation on delete cascade,
    circle        integer not null references circle,
    pinned_at     integer,
    edited_at     integer,
    rendered      integer not null,
    source        text not null,                -- as written
    html          text not null
) strict;
create index discussion_circle on discussion (circle, id);
create index discussion_stale on discussion (rendered);
create index conversation_discussion on conversation (place, changed_at, id) where kind = 'discussion';

-- When and where a tribe meets. The local time in its zone is what was planned; the moment is reckoned from it.
create table gathering (
    id            integer primary key,
    tribe         integer not null references tribe,
    made_by       integer references member on delete set null,
    starts_local  text not null,                -- yyyy-mm-ddThh:mm
    time_zone     text not null,
    starts_at     integer not null,
    minutes       integer not null check (minutes > 0),
    cancelled_at  integer,
    sequence      integer not null,             -- how often it was changed, as calendars count (RFC 5545)
    edited_at     integer not null,
    title         text not null,
    place         text not null                 -- a place or a link
) strict;
create index gathering_tribe on gathering (tribe, starts_at);
