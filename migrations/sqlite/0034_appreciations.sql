-- Thanks that members said for something somebody wrote: once for each thing, and never counted in advance.
create table appreciation (
    thing         integer not null,             -- the comment, or the conversation under what it is for
    member        integer not null references member on delete cascade,
    conversation  integer not null references conversation on delete cascade,
    comment       integer references comment on delete cascade,   -- null: what the conversation is about
    at            integer not null,
    primary key (thing, member),
    check (thing = coalesce(comment, conversation))
) strict;
create index appreciation_member on appreciation (member);
create index appreciation_conversation on appreciation (conversation);
create index appreciation_comment on appreciation (comment) where comment is not null;
