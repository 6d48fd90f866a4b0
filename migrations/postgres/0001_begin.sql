-- The first tables. Ids and times are made by the app: ids rise with time, times are UTC milliseconds.
-- A moment says whether and since when: `approved_at` is null until something is approved.

-- The community itself: one row, edited by its organisers.
create table community (
    id            bigint primary key check (id = 1),
    name          text not null,
    tagline       text not null,
    language      text not null,
    time_zone     text not null,
    joining       text not null check (joining in ('open', 'invitation', 'request')),
    guests        text not null check (guests in ('first', 'always', 'closed')), -- whose comments wait
    emoji         boolean not null,
    edit_minutes  bigint not null,
    secret        bytea not null,      -- keys what must not be guessable, such as guests' pictures
    created_at    bigint not null
);

-- A person with an account. One that came in by an import has no password and no claimed_at until its owner
-- follows a link sent to its address.
create table member (
    id            bigint primary key,
    handle        text not null,
    name          text not null,
    name_key      text not null,      -- the name to search and sort by: small letters without accents
    email         text unique,
    password      text,
    role          text not null check (role in ('organiser', 'instructor', 'guide', 'participant')),
    bio           text not null,
    website       text not null,
    language      text not null,      -- '' follows the browser
    time_zone     text not null,      -- '' follows the community
    picture       text,               -- the name of a file; null: the generated one
    joined_at     bigint not null,
    confirmed_at  bigint,            -- when the address was confirmed
    claimed_at    bigint,            -- when its owner first signed in
    asked_at      bigint,            -- when joining was asked for and not yet granted
    why           text not null,      -- what was said when asking
    imported_from text                -- where they came from, so that an import that is run again finds them
);
create unique index member_imported on member (imported_from) where imported_from is not null;
create index member_name on member (name_key, id);
-- Whoever has only begun to join is nobody yet and holds no handle: they alone have a password and no confirmed address.
create unique index member_handle on member (handle) where confirmed_at is not null or password is null;

-- Handles that were given up keep leading to their member.
create table former_handle (
    handle        text primary key,
    member        bigint not null references member on delete cascade,
    left_at       bigint not null
);

-- A browser's sign-in, and what the site remembers for a guest. Only the token's hash is stored.
create table session (
    hash          bytea primary key,
    member        bigint references member on delete cascade,
    data          text not null,
    started_at    bigint not null,
    seen_at       bigint not null,
    expires_at    bigint not null
);
create index session_member on session (member);
create index session_expires on session (expires_at);

-- Links that are good once: confirm, sign in, reset, invite, found. Only the token's hash is stored.
create table ticket (
    hash          bytea primary key,
    kind          text not null check (kind in ('confirm', 'sign-in', 'reset', 'invite', 'found')),
    member        bigint references member on delete cascade,
    email         text not null,
    role          text not null,
    made_by       bigint references member on delete set null,
    made_at       bigint not null,
    expires_at    bigint not null,
    used_at       bigint
);

create table blog (
    id            bigint primary key,
    owner         bigint references member on delete set null,
    address       text not null unique,
    title         text not null,
    tagline       text not null,
    created_at    bigint not null,
    imported_from text                -- where it came from, so that an import that is run again finds it
);
create unique index blog_imported on blog (imported_from) where imported_from is not null;
create index blog_owner on blog (owner);

-- Addresses that were given up keep leading to their blog.
create table former_blog_address (
    address       text primary key,
    blog          bigint not null references blog on delete cascade
);

create table post (
    id            bigint primary key,
    blog          bigint not null references blog on delete cascade,
    author        bigint not null references member,
    kind          text not null check (kind in ('post', 'page')),
    day           text not null,      -- yyyy/mm/dd in its address; '' before publishing and for pages
    slug          text not null,
    title         text not null,
    format        text not null check (format in ('markdown', 'wordpress')),
    source        text not null,      -- as written
    html          text not null,      -- as rendered
    rendered      bigint not null,   -- by which version of the renderer
    excerpt       text not null,
    lang          text not null,
    audience      text not null check (audience in ('public', 'community', 'me')),
    published_at  bigint,            -- null: a draft
    edited_at     bigint,
    created_at    bigint not null,
    imported_from text                -- where it came from, so that an import does not bring it twice
);
-- A blog has an address only once. Drafts have none yet.
create unique index post_address on post (blog, day, slug) where published_at is not null;
create unique index post_imported on post (imported_from) where imported_from is not null;
create index post_blog on post (blog, published_at, id);
create index post_author on post (author, published_at, id);
create index post_published on post (published_at, id) where audience <> 'me' and kind = 'post';
create index post_stale on post (rendered);

create table term (
    id            bigint primary key,
    blog          bigint not null references blog on delete cascade,
    kind          text not null check (kind in ('category', 'tag')),
    slug          text not null,
    name          text not null,
    unique (blog, kind, slug)
);

create table post_term (
    post          bigint not null references post on delete cascade,
    term          bigint not null references term on delete cascade,
    primary key (post, term)
);
create index post_term_term on post_term (term);

-- Where imported posts used to be, as path and query without the host.
create table former_post_address (
    address       text primary key,
    post          bigint not null references post on delete cascade
);

-- All comments under one thing. The id is that thing's own.
create table conversation (
    id            bigint primary key,
    kind          text not null check (kind in ('post')),
    count         bigint not null,   -- approved entries
    changed_at    bigint not null,   -- when an entry last came, changed or went
    closed_at     bigint
);
create index conversation_lively on conversation (changed_at) where count > 0;

create table comment (
    id            bigint primary key,
    conversation  bigint not null references conversation on delete cascade,
    root          bigint not null,   -- the top-level entry it hangs under; its own id if it is one
    parent        bigint,
    parent_lost   boolean not null,   -- it answers something that no longer exists
    kind          text not null check (kind in ('comment', 'pingback', 'trackback', 'webmention')),
    writer        bigint references member,
    guest_name    text not null,      -- for a pingback: its title
    guest_email   text not null,      -- never shown
    guest_website text not null,
    guest_key     bytea,               -- the hash of the key in that guest's browser
    guest_picture bigint,            -- the seed of a guest's generated picture
    format        text not null check (format in ('markdown', 'wordpress')),
    source        text not null,
    html          text not null,
    rendered      bigint not null,
    created_at    bigint not null,
    edited_at     bigint,
    approved_at   bigint,            -- null: it waits
    hidden_at     bigint,
    deleted_at    bigint,
    shown         boolean not null,   -- stands on the page: alive, or a tombstone with something under it
    once          bigint,            -- the same words by the same person in the same place are one comment
    imported_from text
);
create unique index comment_once on comment (conversation, once) where once is not null;
create unique index comment_imported on comment (conversation, imported_from) where imported_from is not null;
create index comment_top on comment (conversation, created_at, id) where parent is null and shown;
create index comment_root on comment (root, id) where shown;
-- All of a conversation, so that it is found at once also by what goes with it when it is deleted.
create index comment_order on comment (conversation, created_at, id);
create index comment_news on comment (conversation, approved_at, id) where shown;
create index comment_parent on comment (parent) where parent is not null;
create index comment_hidden on comment (hidden_at, id) where hidden_at is not null;
create index comment_writer on comment (writer, created_at) where writer is not null;
create index comment_waiting on comment (conversation, id) where approved_at is null and hidden_at is null and deleted_at is null;
create index comment_waiting_order on comment (id) where approved_at is null and hidden_at is null and deleted_at is null;
create index comment_guest on comment (guest_key) where guest_key is not null;
create index comment_stale on comment (rendered);

-- When a member was last in a conversation, and the time before that, from which "new to you" counts.
create table visit (
    member        bigint not null references member on delete cascade,
    conversation  bigint not null references conversation on delete cascade,
    before_at     bigint not null,
    seen_at       bigint not null,
    primary key (member, conversation)
);
create index visit_conversation on visit (conversation);

create table letter (
    id            bigint primary key,
    recipient     text not null,
    subject       text not null,
    body          text not null,
    written_at    bigint not null,
    sent_at       bigint
);

-- Work to be done, written with the change it follows from.
create table job (
    id            bigint primary key,
    what          text not null,
    due_at        bigint not null,
    attempts      bigint not null,
    leased_until  bigint,
    failed_at     bigint,            -- given up
    error         text not null
);
create index job_due on job (due_at) where failed_at is null;

-- Who did what to whom's words or rights.
create table audit (
    id            bigint primary key,
    at            bigint not null,
    actor         bigint,
    verb          text not null,
    subject       text not null,
    detail        text not null
);
create index audit_at on audit (at);
