-- Comments that wait lie after those that are shown, by the thousand where nobody decides: no list that shows some may
-- pass over them. All of a conversation is found by comment_news now, also by what goes with it when it is deleted.
drop index comment_order;
drop index comment_news;
drop index comment_top;
create index comment_news on comment (conversation, approved_at, id);
create index comment_order on comment (conversation, created_at, id) where shown;
create index comment_top on comment (conversation, parent, created_at, id) where shown;
