-- What happened that somebody may want to be told of, one row however many want it. Ids rise with time but changes are
-- not committed in their order; so whoever tells gives each row a place in one order, after it was committed.
create table news (
    id            bigint primary key,
    seq           bigint,            -- its place in the order; none yet
    kind          text not null check (kind in ('post', 'comment', 'waiting', 'approved', 'edited', 'gone')),
    conversation  bigint not null references conversation on delete cascade,
    comment       bigint references comment on delete cascade,
    at            bigint not null
);
create unique index news_seq on news (seq) where seq is not null;
create index news_untold on news (id) where seq is null;
create index news_conversation on news (conversation, seq);

-- Up to where the order has come. Its one row is the lock of whoever gives places.
create table news_head (
    id            bigint primary key check (id = 1),
    seq           bigint not null
);
insert into news_head (id, seq) values (1, 0);

-- What a member follows: how soon they want to be told of it, and why it is followed.
create table watch (
    member        bigint not null references member on delete cascade,
    kind          text not null check (kind in ('conversation', 'blog', 'term', 'member')),
    subject       bigint not null,
    level         text not null check (level in ('now', 'digest', 'list', 'mute')),
    why           text not null check (why in ('chosen', 'wrote', 'answered')),
    since         bigint not null,
    primary key (member, kind, subject)
);
create index watch_subject on watch (kind, subject, level, member);

-- What a member is told of, by themselves: at most one for each news.
create table notice (
    member        bigint not null references member on delete cascade,
    seq           bigint not null,
    kind          text not null check (kind in ('mention', 'answer', 'comment', 'waiting', 'approved', 'said', 'posted')),
    conversation  bigint not null references conversation on delete cascade,
    comment       bigint references comment on delete cascade,
    at            bigint not null,
    seen_at       bigint,
    primary key (member, seq)
);
create index notice_unseen on notice (member, conversation) where seen_at is null;
-- What a member was told of once is not told again: the entry, or else the conversation.
create index notice_subject on notice (member, coalesce(comment, conversation));
create index notice_comment on notice (comment) where comment is not null;
create index notice_conversation on notice (conversation);
