-- What is only followed is pushed to a device so often a day at most.
alter table push_device add column day_at integer not null default 0;    -- when the day began in which they are counted
alter table push_device add column followed integer not null default 0;  -- so many on that day
