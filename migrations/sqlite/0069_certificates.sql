-- What it takes to finish a course, and what its certificates say. A course without one certifies nothing.
create table completion_rule (
    course        integer primary key references course,
    awarding      text not null check (awarding in ('off', 'automatic', 'signed')),
    posts         integer not null check (posts >= 0),      -- in so many modules
    reviews       integer not null check (reviews >= 0),
    minutes       integer check (minutes > 0),              -- contact time, as planned
    edited_at     integer not null,
    provider      text not null,
    address       text not null,
    signatory     text not null,
    role          text not null,
    approval      text not null,                            -- by a body that recognises the course; an organiser's word
    shown_by      text not null,                            -- which assignment shows which outcome, as JSON
    tasks         text not null                             -- the assignments that were needed when it was saved, as JSON
) strict;

-- What somebody is called on papers; without one, as on their page.
create table certificate_name (
    member        integer primary key references member on delete cascade,
    name          text not null
) strict;

-- What was certified, as it was on its day. Nothing of it ever changes but whether it counts and whether its page names its
-- holder.
create table certificate (
    id            integer primary key,
    code          text not null unique,                     -- its address, which nobody guesses
    kind          text not null check (kind in ('certificate', 'statement')),
    course        integer not null references course,
    member        integer references member on delete set null,   -- null: their account ended
    award         integer references award on delete set null,
    once          text not null,                            -- '' for certificates; of statements what they say, hashed
    issued_at     integer not null,
    issued_by     integer references member on delete set null,   -- null: by itself
    named         integer not null check (named in (0, 1)),                          -- its page says whose it is
    revoked_at    integer,
    revoked_by    integer references member on delete set null,
    why           text not null,                            -- it was revoked
    name          text not null,                            -- '' once its holder is forgotten
    facts         text not null,                            -- as JSON
    sha256        text not null,
    pdf           blob                                     -- null once its holder is forgotten
) strict;
create unique index certificate_once on certificate (course, member, kind, once) where revoked_at is null;
create index certificate_member on certificate (member, id);
create index certificate_course on certificate (course, id);
create index certificate_award on certificate (award) where award is not null;
create index certificate_hash on certificate (sha256);

-- What a course certifies is achieved, too, but is none of its badges: nobody edits it or gives it by hand.
alter table achievement add column certifies text not null default '';
