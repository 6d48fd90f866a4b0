-- What members told organisers of: a message, a comment, what a conversation is about, or somebody. A report carries a copy
-- of what it is about, which may be where organisers cannot read.
create table report (
    id              integer primary key,
    kind            text not null check (kind in ('message', 'comment', 'conversation', 'member')),
    thing           integer not null,
    about           integer references member,   -- who wrote it, or is it; null: a guest
    about_name      text not null,              -- what a guest calls themselves; '' for a member
    conversation    integer,                     -- where it stands; null: nowhere that others read
    reporter        integer not null references member,
    made_at         integer not null,
    decided_at      integer,
    decided_by      integer references member,
    outcome         text check (outcome in ('nothing', 'dealt', 'removed')),
    written_at      integer,                     -- when that was written
    title           text not null,              -- what it is called, or stands under
    words           text not null,              -- why it was reported
    note            text not null,              -- what was decided
    copy            text not null               -- what was written, as rendered; '' once nobody needs it
) strict;
create unique index report_once on report (reporter, kind, thing) where decided_at is null;
create index report_open on report (made_at) where decided_at is null;
create index report_decided on report (decided_at) where decided_at is not null;
create index report_about on report (about) where about is not null;
create index report_reporter on report (reporter, made_at);
