-- How often each person may write in a conversation, in minutes; null: as they like. When it was opened again by hand, from
-- which its silence is counted, and since when it is closed because nobody wrote.
alter table conversation add column slow_minutes bigint check (slow_minutes > 0);
alter table conversation add column silent_from bigint;
alter table conversation add column silenced_at bigint;

-- After so many days without a comment a conversation closes; null: never.
alter table community add column close_days bigint check (close_days > 0);
