-- Who has put their first steps away. What is done of them follows from what somebody did.
create table first_steps (
    member        integer primary key references member on delete cascade,
    put_away_at   integer not null
) strict;

-- Since when somebody has chosen how they are written to; null: they never did, and are written to as is usual.
alter table mailing add column chosen_at integer;
