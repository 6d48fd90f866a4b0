-- The learning log: what members learned, when, and in whose time. It is read by its owner alone.
create table log_entry (
    id            bigint primary key,
    member        bigint not null references member on delete cascade,
    day           text not null,                -- yyyy-mm-dd in the member's calendar; their zone moves none
    until_day     text,                         -- its last day, if it took several
    minutes       bigint check (minutes >= 0),
    whose         text check (whose in ('work', 'own', 'split')),
    work_minutes  bigint check (work_minutes >= 0),   -- of a split one: how many were work time
    kind          text not null,
    with_others   boolean,
    structured    boolean,
    planned       boolean,
    subject       bigint references conversation on delete set null,   -- the module, post or assignment it belongs to
    began_at      bigint,                       -- as the timer had it
    ended_at      bigint,
    zone          text not null,                -- in which the clock was read then
    stated        boolean not null,             -- the member said themselves when it began
    suggested     text,                         -- of what it was suggested
    edited_at     bigint not null,
    title         text not null,
    provider      text not null,                -- who offered it, elsewhere
    address       text not null,
    why           text not null,
    learned       text not null,
    applied       text not null,
    check (until_day is null or until_day >= day),
    check (work_minutes is null or whose = 'split')
);
create unique index log_suggested on log_entry (member, suggested) where suggested is not null;
create index log_day on log_entry (member, day, id);

-- What was suggested and not wanted.
create table log_passed_over (
    member        bigint not null references member on delete cascade,
    suggested     text not null,
    primary key (member, suggested)
);

-- The timer that runs, or was stopped and is not written down yet.
create table log_timer (
    member        bigint primary key references member on delete cascade,
    began_at      bigint not null,
    ended_at      bigint,
    stated        boolean not null,
    title         text not null
);

-- Who wants to be reminded: on which day of the week, Monday is 1, and when next.
create table log_nudge (
    member        bigint primary key references member on delete cascade,
    weekday       bigint not null check (weekday between 1 and 7),
    next_at       bigint not null
);
create index log_nudge_next on log_nudge (next_at);
