-- People invited to a course by their e-mail addresses, whether they are members or not. Where nothing is written to an
-- address, its row looks to those who lead the course as any other.
create table invitation (
    id            integer primary key,
    course        integer not null references circle,
    email         text not null,                -- in small letters
    hash          blob not null,                -- of the secret in its link: each e-mail has a new one
    made_by       integer references member on delete set null,
    sent_at       integer not null,             -- when it was last sent
    expires_at    integer not null,
    letter        integer references letter on delete set null,  -- the last e-mail
    unwritten_at  integer,                      -- since when none is written: its address wants none
    accepted_at   integer,
    accepted_by   integer references member on delete set null,
    declined_at   integer,
    taken_back_at integer,
    words         text not null,                -- what was said with it
    unique (course, email)
) strict;
create unique index invitation_hash on invitation (hash);
create index invitation_email on invitation (email);
create index invitation_maker on invitation (made_by, sent_at);
create index invitation_letter on invitation (letter) where letter is not null;

-- Mailboxes that want no invitations. The address itself is not kept.
create table invitation_refusal (
    mailbox       blob not null primary key,
    refused_at    integer not null
) strict;

-- The course by whose invitation somebody joins the community; such a link is in no list of organisers.
alter table ticket add column course integer references circle;
