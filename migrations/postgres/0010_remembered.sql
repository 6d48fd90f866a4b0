-- Posts that others could read and that were deleted: their addresses say so, to those who could read them. Nothing of
-- what they said is kept. What was for their authors alone leaves nothing here.
create table deleted_post (
    id            bigint primary key,  -- its number, and its conversation's
    blog          bigint not null references blog on delete cascade,
    day           text not null,      -- with slug, its address on the blog
    slug          text not null,
    audience      bigint not null    -- the circle that could read it
);
create index deleted_post_address on deleted_post (blog, day, slug);

-- Comments that stood under one.
create table deleted_comment (
    id            bigint primary key,
    post          bigint not null references deleted_post on delete cascade
);
create index deleted_comment_post on deleted_comment (post);

-- Where one was on a site that was brought here.
create table deleted_address (
    path          text not null,      -- as in old_address; of a number, as in /?p=7
    host          text not null,
    post          bigint not null references deleted_post on delete cascade,
    primary key (path, host)
);
create index deleted_address_post on deleted_address (post);

-- What an organiser said with an invitation, so that it goes along when it is sent again.
alter table ticket add column words text not null default '';

-- Who waits to be let in is found without looking at every member.
create index member_asking on member (asked_at) where asked_at is not null;
