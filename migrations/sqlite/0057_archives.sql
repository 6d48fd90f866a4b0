-- What members take home: an archive each, made in the background, there for some days.
create table archive (
    id            integer primary key,
    member        integer not null unique references member on delete cascade,
    asked_at      integer not null,
    done          integer not null,             -- of so many steps
    total         integer not null,
    ready_at      integer,                      -- since when it can be had
    failed_at     integer,                      -- since when it is known that there was no room for it
    expires_at    integer not null,             -- from then on it goes
    left_out      integer not null,             -- how many files were too much
    bytes         integer not null,
    file          text not null                 -- the name it is kept under; '' while it is being made
) strict;
