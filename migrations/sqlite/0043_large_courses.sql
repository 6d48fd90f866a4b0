-- What pages of a course ask of one person, or of its staff alone, without looking at all who take part.

-- What somebody wrote for a course, and for which of its modules.
create index conversation_author_course on conversation (author, course, module) where course is not null;

-- Those who lead or look after a circle.
create index membership_staff on membership (circle, role, member) where role <> 'member';
