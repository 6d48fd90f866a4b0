-- Where members subscribe to the dates of their courses. The address holds the number, signed; one that was replaced or
-- ended is gone at once.
create table calendar (
    id            integer primary key,
    member        integer not null references member on delete cascade,
    course        integer references course,    -- null: all courses of theirs
    made_at       integer not null
) strict;
create unique index calendar_all on calendar (member) where course is null;
create unique index calendar_course on calendar (member, course) where course is not null;
