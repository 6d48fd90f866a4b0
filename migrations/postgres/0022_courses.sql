-- Courses: circles that people join, with places and a waiting list; who takes part; and what a conversation was written
-- for.

-- How one comes in, how many may be in it, and how many are. Staff take no place.
alter table circle add column joining text not null default 'placed' check (joining in ('open', 'ask', 'invited', 'placed'));
alter table circle add column places bigint check (places > 0);
alter table circle add column taken bigint not null default 0 check (taken >= 0);
alter table circle add column hidden_at bigint;   -- since when only those in it know of it
create index circle_within on circle (within, kind);

-- Who wants to be in a circle or was asked to be: `waiting` is the list in its order.
create table wish (
    circle        bigint not null references circle,
    member        bigint not null references member on delete cascade,
    kind          text not null check (kind in ('asked', 'invited', 'waiting')),
    since         bigint not null,
    made_by       bigint references member on delete set null,
    words         text not null,                -- what was said with it
    primary key (circle, member)
);
create index wish_order on wish (circle, kind, since, member);
create index wish_member on wish (member, kind);

-- The course and module that something was written for, and since when nobody but its writer has said anything under it.
alter table conversation add column course bigint references circle;
alter table conversation add column module bigint;
alter table conversation add column unanswered_since bigint;
create index conversation_module on conversation (module, opened_at, id) where module is not null;
create index conversation_course on conversation (course, opened_at, id) where course is not null;
create index conversation_unanswered on conversation (course, unanswered_since) where unanswered_since is not null;
create index conversation_unanswered_author on conversation (author, unanswered_since) where unanswered_since is not null;

-- A course: the circle of those who take part, and that of those who lead it. Its days are calendar days in its zone.
create table course (
    id            bigint primary key references circle,
    staff         bigint not null unique references circle,
    time_zone     text not null,
    lang          text not null,
    starts_on     text not null,                -- yyyy-mm-dd
    ends_on       text not null,
    audience      bigint not null references circle,   -- who may read its modules once they are open
    titles_ahead  boolean not null,             -- the plan names modules that have not opened
    copied_from   bigint references course,
    made_by       bigint references member on delete set null,
    opened_at     bigint,                      -- since when others than its staff see it; null: it is being prepared
    frozen_at     bigint,                      -- since when nothing in it changes
    edited_at     bigint not null,
    rendered      bigint not null,             -- the version of the renderer
    tagline       text not null,
    source        text not null,                -- what it is about, as written
    html          text not null,
    outcomes      text not null,                -- what one can do afterwards, a line each
    check (starts_on <= ends_on)
);

-- Who takes part in a course.
create table enrolment (
    course        bigint not null references course,
    member        bigint not null references member on delete cascade,
    homeroom      bigint references circle,
    name          text not null,                -- what they are called in this course; '': as everywhere
    since         bigint not null,
    ended_at      bigint,
    primary key (course, member)
);
create index enrolment_homeroom on enrolment (homeroom, member) where homeroom is not null;
create index enrolment_member on enrolment (member, course);

-- Who takes part in something follows it: the course, homeroom or tribe.
create table watch_new (
    member        bigint not null references member on delete cascade,
    kind          text not null check (kind in ('conversation', 'blog', 'term', 'member', 'circle')),
    subject       bigint not null,
    level         text not null check (level in ('now', 'digest', 'list', 'mute')),
    why           text not null check (why in ('chosen', 'wrote', 'answered', 'joined')),
    since         bigint not null,
    primary key (member, kind, subject)
);
insert into watch_new (member, kind, subject, level, why, since)
select member, kind, subject, level, why, since from watch;
drop table watch;
alter table watch_new rename to watch;
create index watch_subject on watch (kind, subject, level, member);
