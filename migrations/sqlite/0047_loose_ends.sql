-- What was begun in a homeroom was begun in its course, and waits for an answer as posts do.
update conversation
   set course = (select k.within from circle k where k.id = conversation.place), unanswered_since = opened_at
 where kind = 'discussion' and place in (select k.id from circle k where k.kind = 'homeroom');

-- What one member is told by name of something that has no conversation: a circle, or a report.
create table direct_notice (
    member        integer not null references member on delete cascade,
    seq           integer not null,
    kind          text not null check (kind in ('invited', 'asked', 'let-in', 'reported', 'outcome')),
    circle        integer references circle on delete cascade,
    report        integer references report on delete cascade,
    actor         integer references member on delete cascade,   -- who invited or asked
    at            integer not null,
    seen_at       integer,
    primary key (member, seq)
) strict;

-- Those who take part in a course, the latest first.
create index enrolment_since on enrolment (course, since, member) where ended_at is null;

-- Whether a recording still is where it was is asked as of all links.
create index module_recording on module (live_recording) where live_recording <> '';
