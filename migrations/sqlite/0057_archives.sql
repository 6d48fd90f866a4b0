-- What members take home: an archive each, made in the background, there for some days.
create table archive (
    id            integer primary key,
    member        integer not null unique references member on delete cascade,
    asked_at      integer not null,
    done          integer not null,             -- of so many steps
    total         integer not null,
    ready_at      integer,                      -- since when it can be had
    failed_at     integer,                      -- since when it is known that it could not be made
    expires_at    integer not null,             -- from then on it goes
    left_out      integer not null,             -- how many files were too much
    bytes         integer not null,
    file          text not null                 -- the name it is kept under; '' while it is being made
) strict;

-- Whoever asked for one is told when it is ready.
create table direct_notice_new (
    member        integer not null references member on delete cascade,
    seq           integer not null,
    kind          text not null check (kind in ('invited', 'asked', 'let-in', 'reported', 'outcome', 'archive')),
    circle        integer references circle on delete cascade,
    report        integer references report on delete cascade,
    actor         integer references member on delete cascade,   -- who invited or asked
    at            integer not null,
    seen_at       integer,
    primary key (member, seq)
) strict;
insert into direct_notice_new (member, seq, kind, circle, report, actor, at, seen_at)
select member, seq, kind, circle, report, actor, at, seen_at from direct_notice;
drop table direct_notice;
alter table direct_notice_new rename to direct_notice;
