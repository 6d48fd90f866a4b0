-- Where members and blogs came from, so that an import that is run again finds them: as with posts and comments.
alter table member add column imported_from text;
create unique index member_imported on member (imported_from) where imported_from is not null;
alter table blog add column imported_from text;
create unique index blog_imported on blog (imported_from) where imported_from is not null;
-- The same entry comes only once into a conversation, and a resumed import asks for all that came into one.
drop index comment_imported;
create unique index comment_imported on comment (conversation, imported_from) where imported_from is not null;
