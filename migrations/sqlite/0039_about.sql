-- What members say about themselves, each part with those who see it: everyone, members, whoever is in a course or tribe
-- with them, or they alone. Of blogs and tribes nothing is said here, only who sees them listed; without a row everyone
-- does.
create table about (
    member        integer not null references member on delete cascade,
    field         text not null check (field in ('bio', 'job', 'workplace', 'place', 'website', 'blogs', 'tribes')),
    viewers       text not null check (viewers in ('everyone', 'members', 'shared', 'me')),
    found_at      integer,                      -- of a workplace: since when colleagues find them by it
    match_key     text not null,                -- as it is compared with what others say; '': it is not
    said          text not null,
    primary key (member, field)
) strict;
create index about_match on about (field, match_key) where match_key <> '';

insert into about (member, field, viewers, match_key, said)
select id, 'bio', 'everyone', '', bio from member where bio <> '';
insert into about (member, field, viewers, match_key, said)
select id, 'website', 'everyone', '', website from member where website <> '';
update member set bio = '', website = '' where bio <> '' or website <> '';
