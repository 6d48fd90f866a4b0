-- What can be achieved here, and who did. Organisers say what, and instructors in their course.
create table achievement (
    id            bigint primary key,
    course        bigint references circle on delete set null,    -- null: of the community
    level         text not null check (level in ('checkpoint', 'master')),
    repeats       text not null check (repeats in ('person', 'run', 'time')),
    made_by       bigint references member on delete set null,
    in_use_at     bigint,                       -- since when it can be awarded; null: a draft, or no longer
    edited_at     bigint not null,
    lang          text not null,
    picture       text not null,                -- the name it is kept under; '': it is drawn
    name          text not null,
    description   text not null,
    criteria      text not null
);
create index achievement_course on achievement (course);
create index achievement_picture on achievement (picture);

-- Who achieved it. By `once`, one award is there once, whoever gives it and how often they press.
create table award (
    id            bigint primary key,
    achievement   bigint not null references achievement,
    member        bigint not null references member on delete cascade,
    course        bigint references circle on delete set null,    -- the run it was achieved in
    once          text not null,
    awarded_by    bigint references member on delete set null,
    awarded_at    bigint not null,
    shown_at      bigint,                       -- since when others see it; null: its holder has not said so
    declined_at   bigint,
    taken_back_at bigint,
    taken_back_by bigint references member on delete set null,
    why           text not null,                -- it was taken back
    evidence      text not null,
    evidence_url  text not null
);
create unique index award_once on award (achievement, member, once) where taken_back_at is null;
create index award_member on award (member);

-- Whoever gets one is told, and whoever gets the credential of one anew.
create table direct_notice_next (
    member        bigint not null references member on delete cascade,
    seq           bigint not null,
    kind          text not null check (kind in ('invited', 'asked', 'let-in', 'reported', 'outcome', 'archive', 'awarded',
                                                'reissued')),
    circle        bigint references circle on delete cascade,
    report        bigint references report on delete cascade,
    award         bigint references award on delete cascade,
    actor         bigint references member on delete cascade,   -- who invited, asked or awarded
    at            bigint not null,
    seen_at       bigint,
    primary key (member, seq)
);
insert into direct_notice_next (member, seq, kind, circle, report, actor, at, seen_at)
select member, seq, kind, circle, report, actor, at, seen_at from direct_notice;
drop table direct_notice;
alter table direct_notice_next rename to direct_notice;
