-- What support a member has for learning, or asks for, and the link by which a manager answers.
create table agreement (
    id            bigint primary key,
    member        bigint not null references member on delete cascade,
    course        bigint references circle on delete set null,
    support       text not null check (support in ('unsaid', 'none', 'borne', 'agreed')),
    has_minutes   bigint check (has_minutes >= 0),     -- of work time, a week
    round         bigint not null,                     -- counts what is asked: one answer to each
    asks_minutes  bigint check (asks_minutes >= 0),    -- of work time, a week
    tied          boolean not null,                     -- only whoever reads the e-mail of `to_email` may answer
    link          bytea unique,                          -- the hash of its secret
    expires_at    bigint,
    edited_at     bigint not null,
    title         text not null,
    note          text not null,                        -- for the member alone
    to_name       text not null,
    to_email      text not null,
    letter        text not null,
    reply         text not null                         -- to what was asked back
);
create index agreement_member on agreement (member, id);

-- What was answered: to which letter, and by whom. It counts once its address is confirmed.
create table agreement_answer (
    id            bigint primary key,
    agreement     bigint not null references agreement on delete cascade,
    round         bigint not null,
    answer        text not null check (answer in ('approved', 'asked', 'declined')),
    minutes       bigint check (minutes >= 0),
    asks_minutes  bigint,
    at            bigint not null,
    code          bytea not null,                        -- the hash of what was sent to the address
    code_until    bigint not null,
    tries         bigint not null,
    confirmed_at  bigint,
    title         text not null,
    letter        text not null,
    note          text not null,
    name          text not null,
    role          text not null,
    email         text not null
);
create unique index agreement_answered on agreement_answer (agreement, round) where confirmed_at is not null;
create index agreement_answers on agreement_answer (agreement, at);

-- What happened to it, for its member to see.
create table agreement_step (
    id            bigint primary key,
    agreement     bigint not null references agreement on delete cascade,
    at            bigint not null,
    step          text not null,
    detail        text not null
);
create index agreement_steps on agreement_step (agreement, at, id);

-- Whose request was answered is told. Which kinds there are is known to the program alone: the next one needs no new table.
create table direct_notice_anew (
    member        bigint not null references member on delete cascade,
    seq           bigint not null,
    kind          text not null,
    circle        bigint references circle on delete cascade,
    report        bigint references report on delete cascade,
    award         bigint references award on delete cascade,
    actor         bigint references member on delete cascade,   -- who invited, asked or awarded
    at            bigint not null,
    seen_at       bigint,
    primary key (member, seq)
);
insert into direct_notice_anew (member, seq, kind, circle, report, award, actor, at, seen_at)
select member, seq, kind, circle, report, award, actor, at, seen_at from direct_notice;
drop table direct_notice;
alter table direct_notice_anew rename to direct_notice;
