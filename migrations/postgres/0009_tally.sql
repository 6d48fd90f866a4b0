-- How often anything in a conversation changed, by which a page that is left open knows whether to look again.
alter table conversation add column changes bigint not null default 0;

-- What is to be added to a conversation. Whoever writes while somebody else has its row leaves a line here instead of
-- waiting; whoever has the row next adds it up. Together, the row and its lines say how it is.
create table tally (
    id            bigint primary key,
    conversation  bigint not null references conversation on delete cascade,
    more          integer not null,   -- entries
    at            bigint not null
);
create index tally_conversation on tally (conversation);
