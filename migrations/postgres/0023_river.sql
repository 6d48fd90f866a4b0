-- What a member has read of a conversation beyond the moment up to which everything is read: the numbers of those
-- entries, each between commas, and when the last of them was read.
alter table visit add column ahead text not null default '';
alter table visit add column ahead_at bigint not null default 0;

-- Conversations by what was said last: of those one may read, in one place, of one author.
create index conversation_audience on conversation (audience, changed_at, id) where count > 0;
create index conversation_place on conversation (place, changed_at, id) where count > 0;
create index conversation_author_lively on conversation (author, changed_at, id) where count > 0;

-- When a member was last in the river, and the time before that: what moved since then stands above a line.
create table river (
    member        bigint primary key references member on delete cascade,
    before_at     bigint not null,
    seen_at       bigint not null
);
