-- What was begun in a homeroom was begun in its course, and waits for an answer as posts do.
update conversation
   set course = (select k.within from circle k where k.id = conversation.place), unanswered_since = opened_at
 where kind = 'discussion' and place in (select k.id from circle k where k.kind = 'homeroom');

-- Those who take part in a course, the latest first.
create index enrolment_since on enrolment (course, since, member) where ended_at is null;

-- Whether a recording still is where it was is asked as of all links.
create index module_recording on module (live_recording) where live_recording <> '';
