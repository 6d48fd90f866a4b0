-- Where members subscribe to the dates of their courses and tribes. The address holds the number, signed; one that was replaced or
-- ended is gone at once.
create table calendar (
    id            integer primary key,
    member        integer not null references member on delete cascade,
    circle        integer references circle,    -- a course or a tribe; null: all of theirs
    made_at       integer not null
) strict;
create unique index calendar_all on calendar (member) where circle is null;
create unique index calendar_circle on calendar (member, circle) where circle is not null;
