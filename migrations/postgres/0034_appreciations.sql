-- Thanks that members said for something somebody wrote: once for each thing, and never counted in advance.
create table appreciation (
    thing         bigint not null,             -- the comment, or the conversation under what it is for
    member        bigint not null references member on delete cascade,
    conversation  bigint not null references conversation on delete cascade,
    comment       bigint references comment on delete cascade,   -- null: what the conversation is about
    at            bigint not null,
    primary key (thing, member),
    check (thing = coalesce(comment, conversation))
);
create index appreciation_member on appreciation (member);
create index appreciation_conversation on appreciation (conversation);
create index appreciation_comment on appreciation (comment) where comment is not null;
