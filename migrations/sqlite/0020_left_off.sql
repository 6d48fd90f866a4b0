-- Where a reader stopped in a conversation: an entry, or 0 for the text itself; nothing if they came to the end.
alter table visit add column left_off integer;
create index visit_left_off on visit (member, seen_at) where left_off is not null;
