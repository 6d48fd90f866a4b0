-- Those who leave: their accounts end some weeks later, unless they sign in before.
create table leaving (
    member        bigint primary key references member on delete cascade,
    words         text not null check (words in ('keep', 'stay', 'go')),   -- what becomes of what they wrote
    asked_at      bigint not null,
    due_at        bigint not null
);
create index leaving_due on leaving (due_at);
