-- What members keep for later, each for themselves: nobody else sees or counts it. What is kept may go before the
-- bookmark does, so that its owner can be told that something is no longer there.
create table bookmark (
    member        integer not null references member on delete cascade,
    thing         integer not null,             -- the comment, or the conversation under what it is for
    conversation  integer not null,
    comment       integer,                      -- null: what the conversation is about
    at            integer not null,
    primary key (member, thing),
    check (thing = coalesce(comment, conversation))
) strict;
create index bookmark_order on bookmark (member, at, thing);
create index bookmark_thing on bookmark (thing);
