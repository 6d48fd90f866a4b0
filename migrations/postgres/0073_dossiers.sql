-- What members show of their learning: a period, what of it, and what they say about it. It is its member's alone.
create table dossier (
    id            bigint primary key,
    member        bigint not null references member on delete cascade,
    from_day      text not null,                -- yyyy-mm-dd
    until_day     text not null,                -- its last day
    lang          text not null,
    edited_at     bigint not null,
    title         text not null,
    reflection    text not null,
    chosen        text not null,                -- what stands in it, as JSON
    check (from_day <= until_day)
);
create index dossier_member on dossier (member, id);

-- A dossier as its member made it ready to be shared. What it says never changes, wherever it was taken from.
create table dossier_edition (
    id            bigint primary key,
    dossier       bigint not null references dossier on delete cascade,
    made_at       bigint not null,
    code          text not null unique,         -- printed on its papers
    link          bytea unique,                 -- the hash of its secret
    expires_at    bigint,
    password      text,                         -- hashed; null: the link is enough
    content       text not null                 -- as JSON
);
create index dossier_editions on dossier_edition (dossier, id);

-- What was given out of an edition, so that whoever has it learns whether it is genuine.
create table dossier_paper (
    id            bigint primary key,
    edition       bigint not null references dossier_edition on delete cascade,
    kind          text not null check (kind in ('jsonld', 'pdf')),
    made_at       bigint not null,
    sha256        bytea not null,
    content       bytea                         -- null once a later one took its place
);
create index dossier_papers on dossier_paper (edition, kind, id);
create index dossier_paper_hash on dossier_paper (sha256);

-- Who is asked to say that an edition is true, and the link by which they do.
create table attestation (
    id            bigint primary key,
    edition       bigint not null references dossier_edition on delete cascade,
    role          text not null check (role in ('manager', 'confirmer', 'peer', 'partner', 'assessor')),
    asked_at      bigint not null,
    link          bytea unique,
    expires_at    bigint,
    to_name       text not null
);
create index attestation_edition on attestation (edition, id);

-- Who did. It counts once their address is confirmed.
create table attestation_signature (
    id            bigint primary key,
    attestation   bigint not null references attestation on delete cascade,
    at            bigint not null,
    code          bytea not null,               -- the hash of what was sent to the address
    code_until    bigint not null,
    tries         bigint not null,
    confirmed_at  bigint,
    note          text not null,
    name          text not null,
    position      text not null,
    email         text not null
);
create unique index attestation_signed on attestation_signature (attestation) where confirmed_at is not null;
create index attestation_signatures on attestation_signature (attestation, at);
