-- The keys that the community signs credentials with. Whoever has a secret signs in its name: it is there only while it is used.
create table signing_key (
    number        integer primary key,           -- its name is key-1, key-2 …; never given to another one
    public_key    blob not null,
    secret        blob,                        -- null: it signs nothing any more
    made_at       integer not null,
    replaced_at   integer,                       -- by another one: what it signed stays good
    leaked_at     integer                        -- nothing that it ever signed is good
) strict;

-- What was issued, as it was signed. Nothing of it ever changes but whether it still counts.
create table credential (
    id            integer primary key,
    code          text not null unique,         -- its address, which nobody guesses
    award         integer references award on delete set null,    -- null: its holder's account ended
    list          integer not null,              -- the status list it stands in, and where
    place         integer not null,
    signing_key   integer not null references signing_key,
    issued_at     integer not null,
    revoked_at    integer,
    reason        text not null check (reason in ('', 'taken-back', 'declined', 'leaked', 'superseded')),
    document      text not null,                -- with its proof; '' once its holder is forgotten
    jwt           text not null,
    unique (list, place)
) strict;
create unique index credential_living on credential (award) where revoked_at is null;
create index credential_key on credential (signing_key);
