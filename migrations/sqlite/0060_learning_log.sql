-- The learning log: what members learned, when, and in whose time. It is read by its owner alone.
create table log_entry (
    id            integer primary key,
    member        integer not null references member on delete cascade,
    day           text not null,                -- yyyy-mm-dd in the member's calendar; their zone moves none
    until_day     text,                         -- its last day, if it took several
    minutes       integer check (minutes >= 0),
    whose         text check (whose in ('work', 'own', 'split')),
    work_minutes  integer check (work_minutes >= 0),   -- of a split one: how many were work time
    kind          text not null,
    with_others   integer,
    structured    integer,
    planned       integer,
    subject       integer references conversation on delete set null,   -- the module, post or assignment it belongs to
    began_at      integer,                       -- as the timer had it
    ended_at      integer,
    zone          text not null,                -- in which the clock was read then
    stated        integer not null,             -- the member said themselves when it began
    suggested     text,                         -- of what it was suggested
    edited_at     integer not null,
    title         text not null,
    provider      text not null,                -- who offered it, elsewhere
    address       text not null,
    why           text not null,
    learned       text not null,
    applied       text not null,
    check (until_day is null or until_day >= day),
    check (work_minutes is null or whose = 'split')
) strict;
create unique index log_suggested on log_entry (member, suggested) where suggested is not null;
create index log_day on log_entry (member, day, id);

-- What was suggested and not wanted.
create table log_passed_over (
    member        integer not null references member on delete cascade,
    suggested     text not null,
    primary key (member, suggested)
) strict;

-- The timer that runs, or was stopped and is not written down yet.
create table log_timer (
    member        integer primary key references member on delete cascade,
    began_at      integer not null,
    ended_at      integer,
    stated        integer not null,
    title         text not null
) strict;

-- Who wants to be reminded: on which day of the week, Monday is 1, and when next.
create table log_nudge (
    member        integer primary key references member on delete cascade,
    weekday       integer not null check (weekday between 1 and 7),
    next_at       integer not null
) strict;
create index log_nudge_next on log_nudge (next_at);
