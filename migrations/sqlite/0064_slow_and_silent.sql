-- How often each person may write in a conversation, in minutes; null: as they like. When it was opened again by hand, from
-- which its silence is counted, and since when it is closed because nobody wrote.
alter table conversation add column slow_minutes integer check (slow_minutes > 0);
alter table conversation add column silent_from integer;
alter table conversation add column silenced_at integer;

-- After so many days without a comment a conversation closes; null: never.
alter table community add column close_days integer check (close_days > 0);
