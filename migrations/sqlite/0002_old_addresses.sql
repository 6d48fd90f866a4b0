-- Sites that were brought here, and what every number and every address of theirs is: so that old addresses lead on,
-- texts find what they refer to, and a later part of a site completes what an earlier one could not show.

-- A site that was brought here.
create table old_site (
    id            integer primary key,
    origin        text not null unique,   -- how what came from it is marked in imported_from
    blog          integer not null references blog on delete cascade,
    host          text not null,      -- in small letters, without www.
    path          text not null,      -- what all its addresses begin with: '' or as in /orchard
    address       text not null,      -- as the file has it, with a slash at its end
    files         text not null       -- other hosts at which files of it were, with spaces between
) strict;
create index old_site_blog on old_site (blog);

-- What a number of an old site is: a post or page, a file, a part that several texts share.
create table old_item (
    id            integer primary key,  -- of a post or page, its number here
    site          integer references old_site on delete cascade,  -- null: it came before these tables
    number        integer,            -- null where another item of the site has the same
    kind          text not null check (kind in ('post', 'attachment', 'block')),
    post          integer references post on delete cascade,  -- what it became here
    guid          text not null,      -- with link, title and date: whether an item with its number is the same
    link          text not null,
    title         text not null,
    dated_at      integer,
    parent        integer,            -- the number of what a file belongs to
    position      integer not null,   -- among the files of the same parent
    address       text not null,      -- where a file was
    file          text,               -- where it is here; null: it did not come
    alt           text not null,
    caption       text not null,
    content       text not null,      -- of a shared part; of a post, its notes as WordPress keeps them
    featured      integer             -- the number of the file that is the picture of a post
) strict;
create unique index old_item_number on old_item (site, number) where number is not null;
create index old_item_parent on old_item (site, parent, position, number) where parent is not null;
create index old_item_post on old_item (post) where post is not null;

-- What was at an address of an old site: an item, or whatever is at a path here now.
create table old_address (
    path          text not null,      -- with what counts of the query, decoded, without a slash at its end
    host          text not null,      -- as in old_site; '' where it is not known
    item          integer references old_item on delete cascade,
    goal          text,
    primary key (path, host)
) strict;
create index old_address_item on old_address (item) where item is not null;

-- Texts that refer to something of an old site that has not come: rendered again when more of it comes.
create table old_reference (
    id            integer primary key,  -- the number of the post or comment
    site          integer not null references old_site on delete cascade,
    kind          text not null check (kind in ('post', 'comment'))
) strict;
create index old_reference_site on old_reference (site, kind, id);

-- What came before these tables: the posts, and the addresses that were remembered for them, whose hosts nobody noted.
insert into old_item (id, kind, post, guid, link, title, dated_at, position, address, alt, caption, content)
select id, 'post', id, '', '', title, created_at, 0, '', '', '', '' from post where imported_from is not null;

insert into old_address (path, host, item)
select case when address in ('', '/') then '/' else rtrim(address, '/') end, '', post from former_post_address
 where post in (select id from old_item)
    on conflict do nothing;

drop table former_post_address;
