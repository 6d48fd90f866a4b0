-- What came by e-mail in a member's name and waits for them has a place in the order of news, so that the bell tells of it.
alter table mail_answer add column seq bigint;
alter table mail_answer add column seen_at bigint;
create index mail_answer_held on mail_answer (member, seq) where state = 'held';
