-- A hidden post is read by its author and by organisers alone; why is what its author is told.
alter table post add column hidden_at bigint;
alter table post add column hidden_why text not null default '';
create index post_hidden on post (hidden_at, id) where hidden_at is not null;
