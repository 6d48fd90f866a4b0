-- What organisers need when something goes wrong, and what a public site has to say about itself.

-- Who may look through the members: everyone, or only members.
alter table community add column directory text not null default 'public' check (directory in ('public', 'members'));

-- A suspended member cannot sign in or write; why is what they are told. Of a removed one only what they wrote is left,
-- under a name that says no more than that somebody was here.
alter table member add column suspended_at bigint;
alter table member add column suspended_why text not null default '';
alter table member add column removed_at bigint;

-- Handles and addresses of blogs that belonged to removed members, as hashes: nobody else gets them.
create table retired_name (
    hash          bytea primary key,
    retired_at    bigint not null
);

-- All comments of one guest are found by their address, too.
create index comment_guest_email on comment (guest_email) where guest_email <> '';

-- Pages that organisers write about the site itself, and that stand in the foot of every page.
create table site_page (
    name          text primary key check (name in ('about', 'rules', 'privacy', 'imprint')),
    source        text not null,      -- as written, in Markdown
    html          text not null,      -- as rendered
    rendered      bigint not null,   -- by which version of the renderer
    lang          text not null,
    edited_at     bigint not null
);
