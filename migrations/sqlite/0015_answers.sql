-- What came by e-mail from a member, or in the name of one: one row for each e-mail, kept for a while.
create table mail_answer (
    id            integer primary key,
    member        integer not null references member on delete cascade,
    conversation  integer references conversation on delete cascade,
    parent        integer,            -- the entry that is answered; none: what the conversation is about
    comment       integer references comment on delete cascade,  -- what it became
    state         text not null check (state in ('published', 'held', 'discarded', 'refused', 'empty', 'expired')),
    why           text not null,      -- the message that says why it was refused
    sender        text not null,      -- whom it says it is from, if that is not the member's address
    text          text not null,      -- what was written, unless it is a comment
    cut           text not null,      -- quotes and signatures
    files         text not null,      -- the names of attached files, one on each line
    once          text not null,      -- names the e-mail: the same one twice is one
    came_at       integer not null
) strict;
create unique index mail_answer_once on mail_answer (once);
create index mail_answer_member on mail_answer (member, id);
create index mail_answer_comment on mail_answer (comment) where comment is not null;
create index mail_answer_came on mail_answer (came_at);

-- How many e-mails came that became nothing, for whoever runs the site.
create table mail_count (
    what          text not null primary key,
    count         integer not null,
    last_at       integer not null,
    said          text not null       -- what was wrong the last time, if that is known
) strict;

-- E-mails that were refused or came back, and complaints about them.
create table mail_return (
    id            integer primary key,
    letter        integer not null references letter on delete cascade,
    kind          text not null check (kind in ('bounce', 'refused', 'delay', 'complaint')),
    status        text not null,      -- such as 5.1.1 (RFC 3463); empty if it is not said
    said          text not null,      -- what the other mail server said
    once          text not null,      -- names the report: the same one twice is one
    came_at       integer not null
) strict;
create unique index mail_return_once on mail_return (once);
create index mail_return_letter on mail_return (letter);
create index mail_return_came on mail_return (came_at);
