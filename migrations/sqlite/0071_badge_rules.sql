-- What badges are given for by themselves: rules over what happened here.
create table badge_rule (
    achievement   integer primary key references achievement,
    made_by       integer references member on delete set null,    -- they do not get it by their own rule
    edited_at     integer not null,
    rule          text not null                  -- how many of which things it takes, as JSON
) strict;

-- Since when members may ask for a badge; null: they may not.
alter table achievement add column requests_from integer;

-- Who asked for a badge, with what shows that it was earned, and what they were answered.
create table badge_request (
    id            integer primary key,
    achievement   integer not null references achievement,
    member        integer not null references member on delete cascade,
    course        integer references circle on delete set null,    -- in which it was achieved
    state         text not null check (state in ('open', 'more', 'approved', 'declined', 'withdrawn')),
    asked_at      integer not null,
    edited_at     integer not null,
    decided_by    integer references member on delete set null,
    decided_at    integer,
    award         integer references award on delete set null,
    words         text not null,
    address       text not null,
    answer        text not null                  -- of those who decided
) strict;
-- One at a time.
create unique index badge_request_once on badge_request (achievement, member) where state in ('open', 'more');
create index badge_request_waiting on badge_request (asked_at, id) where state = 'open';
create index badge_request_member on badge_request (member, id);

-- Those who decide are told of a request, and whoever asked of the answer.
alter table direct_notice add column request integer references badge_request on delete cascade;
