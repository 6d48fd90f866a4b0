-- What professional bodies ask as evidence of learning: profiles that organisers edit, who picked which, and what they
-- say of their entries for it. Profiles that nobody changed follow those that come with the program.
create table body_profile (
    id            integer primary key,
    slug          text unique,                  -- of which default it is; none: it is the organisers' own
    edited_at     integer not null,
    changed_at    integer,                       -- when organisers made it theirs; none: it follows the default
    based_on      text not null,                -- the date of the default that it was made of
    retired_at    integer,                       -- whoever picked it keeps it
    definition    text not null                 -- as the form has it, in JSON
) strict;

create table body_pick (
    id            integer primary key,
    member        integer not null references member on delete cascade,
    profile       integer not null references body_profile,
    begins        text,                         -- yyyy-mm-dd, if its periods begin on a day of the member's own
    chosen        integer not null,             -- only entries that the member chose count
    edited_at     integer not null,
    unique (member, profile)
) strict;
create index body_pick_profile on body_pick (profile);

-- What a member says of an entry for a body they picked. Lists of names in JSON; empty: as the entry says by itself.
create table body_entry (
    pick          integer not null references body_pick on delete cascade,
    entry         integer not null references log_entry on delete cascade,
    counts        integer not null,
    first         text not null,
    second        text not null,
    third         text not null,
    proof         text not null,
    primary key (pick, entry)
) strict;
create index body_entry_entry on body_entry (entry);

-- What a body wants to read besides the entries, by the first day of the period it was written for.
create table body_text (
    pick          integer not null references body_pick on delete cascade,
    day           text not null,
    name          text not null,
    edited_at     integer not null,
    text          text not null,
    primary key (pick, day, name)
) strict;

-- Why there is nothing from one day to another.
create table body_gap (
    pick          integer not null references body_pick on delete cascade,
    day           text not null,
    until_day     text not null,
    edited_at     integer not null,
    reason        text not null,
    primary key (pick, day),
    check (until_day >= day)
) strict;

-- What is alike in a log is added up from here, without looking at what was written.
create index log_alike on log_entry (member, kind, with_others, structured, planned,
                                     (address <> '' or subject is not null), day, minutes);
