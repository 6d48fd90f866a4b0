-- What members take home: an archive each, made in the background, there for some days.
create table archive (
    id            bigint primary key,
    member        bigint not null unique references member on delete cascade,
    asked_at      bigint not null,
    done          bigint not null,             -- of so many steps
    total         bigint not null,
    ready_at      bigint,                      -- since when it can be had
    failed_at     bigint,                      -- since when it is known that there was no room for it
    expires_at    bigint not null,             -- from then on it goes
    left_out      bigint not null,             -- how many files were too much
    bytes         bigint not null,
    file          text not null                 -- the name it is kept under; '' while it is being made
);
