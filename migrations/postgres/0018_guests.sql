-- Guests who want to be told by e-mail. An address is written to only after whoever reads it has said yes.
create table guest_mail (
    id            bigint primary key,
    email         text not null,      -- lower-case, as it is written to
    mailbox       bytea not null,      -- a hash of the address without what follows a +: questions and refusals go by it
    language      text not null,      -- of the form that was filled in
    token         text not null,      -- confirms and ends without a sign-in
    asked_at      bigint,            -- when an e-mail last asked whether they want this
    confirmed_at  bigint,            -- when they said yes
    day_at        bigint not null default 0,  -- the day in which e-mails are counted
    sent          bigint not null default 0,  -- so many on that day
    held_at       bigint,            -- since when it was more than the budget: the rest waits, and comes in one e-mail
    due_at        bigint not null    -- when to look next
);
create unique index guest_mail_email on guest_mail (email);
create unique index guest_mail_token on guest_mail (token);
create index guest_mail_mailbox on guest_mail (mailbox);
create index guest_mail_due on guest_mail (due_at);

-- What a guest wrote and wants to be told about: that it appeared, and what is answered.
create table guest_watch (
    comment       bigint not null primary key references comment on delete cascade,
    guest         bigint not null references guest_mail on delete cascade
);
create index guest_watch_guest on guest_watch (guest);

-- Which news a guest was told in which e-mail.
create table guest_told (
    guest         bigint not null references guest_mail on delete cascade,
    seq           bigint not null,
    letter        bigint not null references letter on delete cascade,
    primary key (guest, seq)
);
create index guest_told_letter on guest_told (letter);
create index guest_told_seq on guest_told (seq);

-- Who never wants to be written to as a guest. The address itself is not kept.
create table guest_refusal (
    mailbox       bytea not null primary key,
    token         text not null,      -- takes it back
    refused_at    bigint not null
);
create unique index guest_refusal_token on guest_refusal (token);

-- An e-mail to a guest goes when they do.
alter table letter add column guest bigint references guest_mail on delete cascade;
create index letter_guest on letter (guest) where guest is not null;
