-- Who may read: circles of people, who belongs to them, and what everything that can be read says of itself.

-- A circle is a set of people who may read together. Three have fixed numbers: 0 nobody but the author, 1 everyone,
-- 2 the members. A circle is closed, never deleted: what it may read refers to it.
create table circle (
    id            bigint primary key,
    kind          text not null check (kind in ('me', 'public', 'community', 'course', 'staff', 'homeroom', 'tribe')),
    within        bigint references circle,    -- the course of a homeroom or of its staff
    address       text not null,               -- the last part of its address
    name          text not null,
    made_at       bigint not null,
    closed_at     bigint
);
create unique index circle_address on circle (kind, within, address);
insert into circle (id, kind, address, name, made_at)
values (0, 'me', '', '', 0), (1, 'public', '', '', 0), (2, 'community', '', '', 0);

-- Who is in a circle. Being in it means reading.
create table membership (
    member        bigint not null references member on delete cascade,
    circle        bigint not null references circle,
    role          text not null check (role in ('leader', 'instructor', 'guide', 'member')),
    since         bigint not null,
    primary key (member, circle)
);
create index membership_circle on membership (circle, member);
create unique index membership_leader on membership (circle) where role = 'leader';

-- A post's audience is what its author wished; what holds stands on the conversation.
drop index post_published;
alter table post drop constraint post_audience_check;
alter table post alter column audience type bigint
      using (case audience when 'public' then 1 when 'community' then 2 else 0 end);
alter table post add constraint post_audience_fkey foreign key (audience) references circle;
create index post_published on post (published_at, id) where audience <> 0 and kind = 'post';

-- What lists and rights ask of the thing people talk under stands on the conversation, so that nobody has to know which
-- kind of thing it is. Its text stays where the thing is.
alter table conversation
  drop constraint conversation_kind_check,
  add constraint conversation_kind_check
      check (kind in ('post', 'module', 'discussion', 'assignment', 'announcement')),
  add column place bigint,       -- the blog, tribe or course it stands in
  add column author bigint references member,
  add column audience bigint references circle,   -- who may read it now; a draft's is 0
  add column opened_at bigint,   -- since when others may read it
  add column lang text,
  add column path text,          -- its address; '' while it has none
  add column title text;
update conversation v
   set place = p.blog, author = p.author, audience = case when p.published_at is null then 0 else p.audience end,
       opened_at = p.published_at, lang = p.lang,
       path = case when p.published_at is null then ''
                   when p.kind = 'page' then '/' || b.address || '/' || p.slug || '/'
                   else '/' || b.address || '/' || p.day || '/' || p.slug || '/' end,
       title = case when p.title = '' then substr(p.excerpt, 1, 60) else p.title end
  from post p join blog b on b.id = p.blog
 where p.id = v.id;
alter table conversation
  alter column place set not null, alter column author set not null, alter column audience set not null,
  alter column lang set not null, alter column path set not null, alter column title set not null;
drop index conversation_lively;
create index conversation_lively on conversation (changed_at, id) where count > 0;
create index conversation_author on conversation (author, id);
