-- Addresses at which e-mail did not arrive. One that works again leaves no trace after a while.
create table mail_failing (
    address       text not null primary key,  -- in small letters
    days          bigint not null,   -- on so many days it did not, each within two weeks of the one before
    last_at       bigint not null,
    status        text not null,      -- such as 5.1.1 (RFC 3463); empty if it is not said
    said          text not null,      -- what the other mail server said last
    stopped_at    bigint             -- no e-mail about news is written to it any more
);
