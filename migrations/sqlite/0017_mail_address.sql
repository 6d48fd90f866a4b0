-- Where members want e-mails about news, if not at the address of their account. What was not confirmed counts for nothing.
create table mail_address (
    member        integer not null primary key references member on delete cascade,
    address       text,               -- confirmed
    asked         text,               -- to be confirmed
    hash          blob,               -- of the secret in the link that confirms it
    asked_at      integer
) strict;
create unique index mail_address_hash on mail_address (hash) where hash is not null;
