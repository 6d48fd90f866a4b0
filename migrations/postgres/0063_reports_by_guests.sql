-- Whoever reads may report, also without an account: then nobody is its reporter, and there is the address they left, if they
-- wish for an answer, and what tells one report from another when it is sent twice.
drop index report_once;
drop index report_reporter;
alter table report add column by_member bigint references member;
update report set by_member = reporter;
alter table report drop column reporter;
alter table report rename column by_member to reporter;
alter table report add column guest_email text not null default '';
alter table report add column once bigint;
create unique index report_once on report (reporter, kind, thing) where decided_at is null and reporter is not null;
create unique index report_once_by_guest on report (once) where decided_at is null and once is not null;
create index report_reporter on report (reporter, made_at) where reporter is not null;
create index report_by_guest on report (made_at) where reporter is null;
