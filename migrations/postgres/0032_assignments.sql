-- Assignments: what a course asks to be handed in, who has more time, what was handed in, and what others say to it. A
-- planned moment is a local time in the course's zone, which is the truth, and beside it the moment reckoned from it.

create table assignment (
    id            bigint primary key references conversation on delete cascade,
    course        bigint not null references course,
    module        bigint references module on delete set null,   -- the one on whose page it stands, too
    position      bigint not null,
    slug          text not null,                -- the last part of its address
    needed        boolean not null,             -- asked of whoever wants to finish
    kind          text not null check (kind in ('post', 'file', 'either')),   -- what is handed in
    opens_local   text,                         -- yyyy-mm-ddThh:mm; null: with its module, or by hand
    opens_at      bigint,
    opened_at     bigint,                      -- when it really opened
    due_local     text,                         -- null: at any time
    due_at        bigint,
    reviews       bigint not null check (reviews between 0 and 10),   -- how many each is asked to give; 0: there are none
    review_days   bigint not null check (review_days > 0),            -- how long one has for one
    closes_local  text,                         -- until when reviews are given; null: until the course ends
    closes_at     bigint,
    settled_at    bigint,                      -- since when those who asked in vain are granted what they miss
    edited_at     bigint not null,
    rendered      bigint not null,             -- the version of the renderer
    choice        text not null,                -- one of those of the same name is enough; '': it stands alone
    questions     text not null,                -- what a review answers, a line each
    source        text not null,                -- what is to be done, as written
    html          text not null,
    unique (course, slug)
);
create index assignment_course on assignment (course, position, id);
create index assignment_module on assignment (module) where module is not null;
create index assignment_due on assignment (opens_at) where opened_at is null;
create index assignment_closes on assignment (closes_at) where settled_at is null and reviews > 0;

-- Who has more time. It is counted in days of the course's calendar.
create table extension (
    assignment    bigint not null references assignment on delete cascade,
    member        bigint not null references member on delete cascade,
    due_local     text not null,
    due_at        bigint not null,
    given_by      bigint references member on delete set null,
    given_at      bigint not null,
    primary key (assignment, member)
);
create index extension_member on extension (member);

-- The assignment that a post is written for, while it is a draft.
create table written_for (
    post          bigint primary key references conversation on delete cascade,
    assignment    bigint not null references assignment on delete cascade
);
create index written_for_assignment on written_for (assignment);

-- What was handed in: a post of one's own, or a file. What was withdrawn stays for those who have begun to review it.
create table submission (
    id            bigint primary key,
    assignment    bigint not null references assignment on delete cascade,
    author        bigint not null references member on delete cascade,
    post          bigint references conversation on delete set null,
    reviews       bigint not null default 0 check (reviews >= 0),   -- how many are done or under way
    handed_in_at  bigint not null,
    first_at      bigint not null,             -- when something was first handed in
    due_at        bigint,                      -- when it was due for its author at that time
    withdrawn_at  bigint,
    file          text,                         -- the name it is kept under
    file_bytes    bigint,
    file_name     text not null,                -- what its author called it
    help          text not null,                -- what it was written with the help of
    check (withdrawn_at is not null or post is null or file is null),
    unique (assignment, author)
);
create index submission_pool on submission (assignment, reviews, handed_in_at, id) where withdrawn_at is null;
create index submission_author on submission (author);
create index submission_post on submission (post) where post is not null;

-- What somebody says to a piece of work. Never twice the same two; one at a time is under way.
create table review (
    id            bigint primary key,
    assignment    bigint not null references assignment on delete cascade,
    submission    bigint not null references submission on delete cascade,
    reviewer      bigint not null references member on delete cascade,
    drawn_at      bigint not null,
    due_at        bigint,                      -- null: a guide took it, without a time
    done_at       bigint,
    lapsed_at     bigint,                      -- since when somebody else may have the piece instead
    is_extra      boolean not null,             -- it was welcome, but not needed
    comment       bigint references comment on delete set null,   -- where it stands for everybody
    helped        text check (helped in ('much', 'some', 'little')),
    answered_at   bigint,
    kept_at       bigint,                      -- when what is half written was kept
    answers       text not null,                -- a list of [question, choice, words], as JSON
    answer        text not null,                -- what the author of the piece says to it
    unique (submission, reviewer)
);
create unique index review_under_way on review (assignment, reviewer) where done_at is null and lapsed_at is null;
create index review_due on review (due_at) where done_at is null and lapsed_at is null and due_at is not null;
create index review_reviewer on review (reviewer);

-- Who asked for something to review when there was nothing.
create table spare (
    assignment    bigint not null references assignment on delete cascade,
    member        bigint not null references member on delete cascade,
    since         bigint not null,
    told_at       bigint,                      -- since when they know that there is something
    granted       bigint not null default 0,   -- how many reviews they need not give
    primary key (assignment, member)
);
create index spare_waiting on spare (assignment, since) where told_at is null;

-- A member is told of reviews, too, and by whom.
create table notice_new (
    member        bigint not null references member on delete cascade,
    seq           bigint not null,
    kind          text not null check (kind in ('mention', 'answer', 'comment', 'waiting', 'approved', 'said', 'posted', 'reviewed', 'review', 'thanked', 'extended')),
    conversation  bigint not null references conversation on delete cascade,
    comment       bigint references comment on delete cascade,
    actor         bigint references member on delete cascade,   -- null: who wrote the entry or its subject
    at            bigint not null,
    seen_at       bigint,
    primary key (member, seq)
);
insert into notice_new (member, seq, kind, conversation, comment, at, seen_at)
select member, seq, kind, conversation, comment, at, seen_at from notice;
drop table notice;
alter table notice_new rename to notice;
create index notice_unseen on notice (member, conversation) where seen_at is null;
create index notice_subject on notice (member, coalesce(comment, conversation));
create index notice_comment on notice (comment) where comment is not null;
create index notice_conversation on notice (conversation);
create index notice_actor on notice (actor) where actor is not null;
