-- How a member wants to be written to, and when there is next something to look at.
create table mailing (
    member        integer not null primary key references member on delete cascade,
    mode          text not null check (mode in ('now', 'daily', 'weekly', 'never')),
    weekday       integer not null check (weekday between 1 and 7),      -- ISO 8601: 1 is Monday
    hour          integer not null check (hour between 0 and 23),        -- of digests, in their time zone
    most          integer not null check (most between 1 and 50),        -- e-mails at once, a day
    quiet_from    integer not null check (quiet_from between 0 and 23),
    quiet_until   integer not null check (quiet_until between 0 and 23), -- the same: no quiet hours
    paused_until  integer,
    token         text not null,      -- ends all of it without a sign-in
    seq           integer not null,      -- up to here in the order of news digests have come
    held          integer not null default 0,  -- up to here in that order nothing is told at once any more, but in the digest
    digest_at     integer not null,      -- when the next digest is due; 0: not known yet
    due_at        integer not null       -- when to look next
) strict;
create index mailing_due on mailing (due_at);
create unique index mailing_token on mailing (token);

-- Which news a member was told in which e-mail.
create table mailed (
    member        integer not null references member on delete cascade,
    seq           integer not null,
    letter        integer not null references letter on delete cascade,
    primary key (member, seq)
) strict;
create index mailed_letter on mailed (letter);
create index news_posts on news (seq) where kind = 'post';

-- What is told to members has more in it than a text, and is shown to them on a page.
alter table letter add column html text not null default '';
alter table letter add column member integer references member on delete cascade;
alter table letter add column kind text not null default '' check (kind in ('', 'now', 'digest'));
alter table letter add column thread text not null default '';       -- what names its thread to mail programs
alter table letter add column unsubscribe text not null default '';  -- where it is ended without a sign-in
alter table letter add column tried_at integer;                      -- handed over to the mail server; whether it was taken is not known before it is sent
create index letter_member on letter (member, id) where member is not null;
