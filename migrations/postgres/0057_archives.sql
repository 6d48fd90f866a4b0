-- What members take home: an archive each, made in the background, there for some days.
create table archive (
    id            bigint primary key,
    member        bigint not null unique references member on delete cascade,
    asked_at      bigint not null,
    done          bigint not null,             -- of so many steps
    total         bigint not null,
    ready_at      bigint,                      -- since when it can be had
    failed_at     bigint,                      -- since when it is known that it could not be made
    expires_at    bigint not null,             -- from then on it goes
    left_out      bigint not null,             -- how many files were too much
    bytes         bigint not null,
    file          text not null                 -- the name it is kept under; '' while it is being made
);

-- Whoever asked for one is told when it is ready.
create table direct_notice_new (
    member        bigint not null references member on delete cascade,
    seq           bigint not null,
    kind          text not null check (kind in ('invited', 'asked', 'let-in', 'reported', 'outcome', 'archive')),
    circle        bigint references circle on delete cascade,
    report        bigint references report on delete cascade,
    actor         bigint references member on delete cascade,   -- who invited or asked
    at            bigint not null,
    seen_at       bigint,
    primary key (member, seq)
);
insert into direct_notice_new (member, seq, kind, circle, report, actor, at, seen_at)
select member, seq, kind, circle, report, actor, at, seen_at from direct_notice;
drop table direct_notice;
alter table direct_notice_new rename to direct_notice;
