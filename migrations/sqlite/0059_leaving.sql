-- Those who leave: their accounts end some weeks later, unless they sign in before.
create table leaving (
    member        integer primary key references member on delete cascade,
    words         text not null check (words in ('keep', 'stay', 'go')),   -- what becomes of what they wrote
    asked_at      integer not null,
    due_at        integer not null
) strict;
create index leaving_due on leaving (due_at);
