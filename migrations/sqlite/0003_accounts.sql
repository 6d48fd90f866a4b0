-- Whoever has only begun to join is nobody yet: their address is nobody's until they confirm it, and stands with the
-- link that does so. Two who begin with the same address do not stand in each other's way.
update member set email = null
 where confirmed_at is null and claimed_at is null and password is not null and imported_from is null
   and exists (select 1 from ticket t where t.member = member.id and t.kind = 'confirm');
create index member_leading on member (role) where role <> 'participant';

-- Links that are good once, with a kind more: move. Whoever has no password asks for a new address by a link to the
-- present one.
create table ticket_anew (
    hash          blob primary key,
    kind          text not null check (kind in ('confirm', 'sign-in', 'reset', 'move', 'invite', 'found')),
    member        integer references member on delete cascade,
    email         text not null,
    role          text not null,
    made_by       integer references member on delete set null,
    made_at       integer not null,
    expires_at    integer not null,
    used_at       integer
) strict;
insert into ticket_anew (hash, kind, member, email, role, made_by, made_at, expires_at, used_at)
select hash, kind, member, email, role, made_by, made_at, expires_at, used_at from ticket;
drop table ticket;
alter table ticket_anew rename to ticket;
create index ticket_member on ticket (member) where member is not null;
create index ticket_confirms on ticket (email, made_at) where kind = 'confirm' and used_at is null;

-- Who is meant when somebody answers a letter; '' is the sender.
alter table letter add column reply_to text not null default '';

-- Where the site was served last: what is started beside the server without its settings knows it from here.
alter table community add column served_at text not null default '';
