-- What support a member has for learning, or asks for, and the link by which a manager answers.
create table agreement (
    id            integer primary key,
    member        integer not null references member on delete cascade,
    course        integer references circle on delete set null,
    support       text not null check (support in ('unsaid', 'none', 'borne', 'agreed')),
    has_minutes   integer check (has_minutes >= 0),     -- of work time, a week
    round         integer not null,                     -- counts what is asked: one answer to each
    asks_minutes  integer check (asks_minutes >= 0),    -- of work time, a week
    tied          integer not null,                     -- only whoever reads the e-mail of `to_email` may answer
    link          blob unique,                          -- the hash of its secret
    expires_at    integer,
    edited_at     integer not null,
    title         text not null,
    note          text not null,                        -- for the member alone
    to_name       text not null,
    to_email      text not null,
    letter        text not null,
    reply         text not null                         -- to what was asked back
) strict;
create index agreement_member on agreement (member, id);

-- What was answered: to which letter, and by whom. It counts once its address is confirmed.
create table agreement_answer (
    id            integer primary key,
    agreement     integer not null references agreement on delete cascade,
    round         integer not null,
    answer        text not null check (answer in ('approved', 'asked', 'declined')),
    minutes       integer check (minutes >= 0),
    asks_minutes  integer,
    at            integer not null,
    code          blob not null,                        -- the hash of what was sent to the address
    code_until    integer not null,
    tries         integer not null,
    confirmed_at  integer,
    title         text not null,
    letter        text not null,
    note          text not null,
    name          text not null,
    role          text not null,
    email         text not null
) strict;
create unique index agreement_answered on agreement_answer (agreement, round) where confirmed_at is not null;
create index agreement_answers on agreement_answer (agreement, at);

-- What happened to it, for its member to see.
create table agreement_step (
    id            integer primary key,
    agreement     integer not null references agreement on delete cascade,
    at            integer not null,
    step          text not null,
    detail        text not null
) strict;
create index agreement_steps on agreement_step (agreement, at, id);

-- Whose request was answered is told. Which kinds there are is known to the program alone: the next one needs no new table.
create table direct_notice_anew (
    member        integer not null references member on delete cascade,
    seq           integer not null,
    kind          text not null,
    circle        integer references circle on delete cascade,
    report        integer references report on delete cascade,
    award         integer references award on delete cascade,
    actor         integer references member on delete cascade,   -- who invited, asked or awarded
    at            integer not null,
    seen_at       integer,
    primary key (member, seq)
) strict;
insert into direct_notice_anew (member, seq, kind, circle, report, award, actor, at, seen_at)
select member, seq, kind, circle, report, award, actor, at, seen_at from direct_notice;
drop table direct_notice;
alter table direct_notice_anew rename to direct_notice;
