-- What members put into texts: pictures, made anew in several sizes, and other files as they came.
create table upload (
    id            bigint primary key,
    owner         bigint not null references member on delete cascade,
    file          text not null references kept_file,
    moving        text references kept_file,    -- what moves; `file` is its first picture
    width         bigint,                       -- of a picture, as it is shown, in pixels; null for other files
    height        bigint,
    bytes         bigint not null check (bytes >= 0),   -- all that is kept of it, with its sizes
    created_at    bigint not null,
    name          text not null,                -- what whoever uploaded it called it
    alt           text not null                 -- what a picture shows, in words; '' if nobody said it
);
create index upload_order on upload (owner, id);
create index upload_file on upload (file);
create index upload_moving on upload (moving) where moving is not null;

-- The same picture in other widths.
create table upload_size (
    upload        bigint not null references upload on delete cascade,
    width         bigint not null,
    file          text not null references kept_file,
    primary key (upload, width)
);
create index upload_size_file on upload_size (file);

-- Where something stands: whoever may read that may have the file.
create table upload_use (
    upload        bigint not null references upload on delete cascade,
    conversation  bigint not null references conversation on delete cascade,
    primary key (upload, conversation)
);
create index upload_use_conversation on upload_use (conversation);
