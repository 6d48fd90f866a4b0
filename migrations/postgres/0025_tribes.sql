-- Tribes: groups that members found, join and leave by themselves; what is discussed in a group; and when it meets.

-- What a tribe says of itself beyond its circle. Who leads hands over by an offer that the other one takes.
create table tribe (
    id            bigint primary key references circle,
    picture       text,                         -- a file; null: none
    lang          text not null,
    offered_to    bigint references member on delete set null,   -- who was asked to lead next
    offered_at    bigint,
    leaves_then   boolean not null,             -- whoever leads leaves when the offer is taken
    lapsed_at     bigint,                      -- since when nobody took the offer in time
    ended_at      bigint,                      -- since when it is gone for good
    edited_at     bigint not null,
    rendered      bigint not null,             -- the version of the renderer
    picture_alt   text not null,                -- what the picture shows; '': nothing that matters
    tagline       text not null,
    source        text not null,                -- what it is about, as written
    html          text not null,
    rules_source  text not null,                -- what those in it keep to, as written
    rules_html    text not null
);
create index tribe_offered on tribe (offered_to) where offered_to is not null;
create index tribe_stale on tribe (rendered);

-- Who was let in and has not looked in since.
create table tribe_welcome (
    tribe         bigint not null references tribe,
    member        bigint not null references member on delete cascade,
    at            bigint not null,
    primary key (member, tribe)
);

-- What somebody in a group began to talk about. Its title, language and audience stand on its conversation.
create table discussion (
    id            bigint primary key references conversation on delete cascade,
    circle        bigint not null references circle,
    pinned_at     bigint,
    edited_at     bigint,
    rendered      bigint not null,
    source        text not null,                -- as written
    html          text not null
);
create index discussion_circle on discussion (circle, id);
create index discussion_stale on discussion (rendered);
create index conversation_discussion on conversation (place, changed_at, id) where kind = 'discussion';

-- When and where a tribe meets. The local time in its zone is what was planned; the moment is reckoned from it.
create table gathering (
    id            bigint primary key,
    tribe         bigint not null references tribe,
    made_by       bigint references member on delete set null,
    starts_local  text not null,                -- yyyy-mm-ddThh:mm
    time_zone     text not null,
    starts_at     bigint not null,
    minutes       bigint not null check (minutes > 0),
    cancelled_at  bigint,
    sequence      bigint not null,             -- how often it was changed, as calendars count (RFC 5545)
    edited_at     bigint not null,
    title         text not null,
    place         text not null                 -- a place or a link
);
create index gathering_tribe on gathering (tribe, starts_at);
