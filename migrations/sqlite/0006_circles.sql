-- no-transaction
-- Who may read: circles of people, who belongs to them, and what everything that can be read says of itself.
--
-- SQLite can widen a check only by making the table anew, and dropping a table that others refer to deletes what refers
-- to it unless foreign keys are off, which cannot be said within a transaction. So this file opens its own. It bears
-- being run twice: what is read from the tables before is there afterwards too.
pragma foreign_keys = off;

begin immediate;

-- A circle is a set of people who may read together. Three have fixed numbers: 0 nobody but the author, 1 everyone,
-- 2 the members. A circle is closed, never deleted: what it may read refers to it.
create table if not exists circle (
    id            integer primary key,
    kind          text not null check (kind in ('me', 'public', 'community', 'course', 'staff', 'homeroom', 'tribe')),
    within        integer references circle,    -- the course of a homeroom or of its staff
    address       text not null,                -- the last part of its address
    name          text not null,
    made_at       integer not null,
    closed_at     integer
) strict;
create unique index if not exists circle_address on circle (kind, within, address);
insert into circle (id, kind, address, name, made_at)
values (0, 'me', '', '', 0), (1, 'public', '', '', 0), (2, 'community', '', '', 0) on conflict do nothing;

-- Who is in a circle. Being in it means reading.
create table if not exists membership (
    member        integer not null references member on delete cascade,
    circle        integer not null references circle,
    role          text not null check (role in ('leader', 'instructor', 'guide', 'member')),
    since         integer not null,
    primary key (member, circle)
) strict;
create index if not exists membership_circle on membership (circle, member);
create unique index if not exists membership_leader on membership (circle) where role = 'leader';

-- All comments under one thing. The id is that thing's own, and what lists and rights ask of the thing stands here, so
-- that nobody has to know which kind of thing it is. Its text stays where the thing is.
drop table if exists conversation_new;
create table conversation_new (
    id            integer primary key,
    kind          text not null check (kind in ('post', 'module', 'discussion', 'assignment', 'announcement')),
    place         integer not null,   -- the blog, tribe or course it stands in
    author        integer not null references member,
    audience      integer not null references circle,   -- who may read it now; a draft's is 0
    count         integer not null,   -- approved entries
    opened_at     integer,            -- since when others may read it
    changed_at    integer not null,   -- when an entry last came, changed or went
    closed_at     integer,
    lang          text not null,
    path          text not null,      -- its address; '' while it has none
    title         text not null
) strict;
insert into conversation_new (id, kind, place, author, audience, count, opened_at, changed_at, closed_at, lang, path, title)
select v.id, v.kind, p.blog, p.author,
       case when p.published_at is null then 0
            when p.audience in ('public', 1) then 1 when p.audience in ('community', 2) then 2 else 0 end,
       v.count, p.published_at, v.changed_at, v.closed_at, p.lang,
       case when p.published_at is null then ''
            when p.kind = 'page' then '/' || b.address || '/' || p.slug || '/'
            else '/' || b.address || '/' || p.day || '/' || p.slug || '/' end,
       case when p.title = '' then substr(p.excerpt, 1, 60) else p.title end
  from conversation v join post p on p.id = v.id join blog b on b.id = p.blog;

-- A post's audience is what its author wished; what holds stands on the conversation. Texts are last, so that what is
-- asked of many rows is read without them.
drop table if exists post_new;
create table post_new (
    id            integer primary key,
    blog          integer not null references blog on delete cascade,
    author        integer not null references member,
    kind          text not null check (kind in ('post', 'page')),
    day           text not null,      -- yyyy/mm/dd in its address; '' before publishing and for pages
    slug          text not null,
    format        text not null check (format in ('markdown', 'wordpress')),
    rendered      integer not null,   -- by which version of the renderer
    lang          text not null,
    audience      integer not null references circle,
    published_at  integer,            -- null: a draft
    edited_at     integer,
    created_at    integer not null,
    imported_from text,               -- where it came from, so that an import does not bring it twice
    title         text not null,
    excerpt       text not null,
    source        text not null,      -- as written
    html          text not null       -- as rendered
) strict;
insert into post_new (id, blog, author, kind, day, slug, format, rendered, lang, audience, published_at, edited_at,
                      created_at, imported_from, title, excerpt, source, html)
select p.id, p.blog, p.author, p.kind, p.day, p.slug, p.format, p.rendered, p.lang,
       case when p.audience in ('public', 1) then 1 when p.audience in ('community', 2) then 2 else 0 end,
       p.published_at, p.edited_at, p.created_at, p.imported_from, p.title, p.excerpt, p.source, p.html
  from post p;

drop table conversation;
alter table conversation_new rename to conversation;
create index conversation_lively on conversation (changed_at, id) where count > 0;
create index conversation_author on conversation (author, id);

drop table post;
alter table post_new rename to post;
create unique index post_address on post (blog, day, slug) where published_at is not null;
create unique index post_imported on post (imported_from) where imported_from is not null;
create index post_blog on post (blog, published_at, id);
create index post_author on post (author, published_at, id);
create index post_published on post (published_at, id) where audience <> 0 and kind = 'post';
create index post_stale on post (rendered);

commit;

pragma foreign_keys = on;
