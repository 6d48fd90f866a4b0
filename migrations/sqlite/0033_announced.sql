-- Announcements to a course, a homeroom or a tribe: whether whoever comes in later sees them, too.
alter table announcement add column limited_at integer;   -- since when it is for those alone who were there when it began
create index announcement_circle on announcement (circle, begun_at);
