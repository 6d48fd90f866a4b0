-- What organisers want to look at before others read it: comments with one of these words, one on each line, and comments of
-- guests with more links than this.
alter table community add column held_words text not null default '';
alter table community add column held_links bigint not null default 3;

-- Which machines may read what everybody may: all, those that lead people here but not those that learn from it, or none.
alter table community add column crawlers text not null default 'search' check (crawlers in ('everyone', 'search', 'nobody'));

-- Who decided about a comment is asked for by its address.
create index audit_by_subject on audit (subject, id);

-- Where a member's feed reader finds what they may read: whoever has the address reads with their eyes.
create table feed_address (
    id            bigint primary key,
    member        bigint not null unique references member,
    made_at       bigint not null
);

-- What somebody follows is asked for by them; an index that begins with the kind was taken for it, and all that anybody
-- follows was read.
drop index watch_subject;
create index watch_subject on watch (subject, kind, level, member);
