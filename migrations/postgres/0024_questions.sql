-- Questions with answers to choose from. One hangs on a conversation, whatever that is about.
create table question (
    conversation  bigint primary key references conversation on delete cascade,
    text          text not null,
    choice        text not null check (choice in ('one', 'several')),
    open_text     boolean not null,             -- one may answer in words of one's own
    results       text not null check (results in ('open', 'answered', 'end')),   -- from when on they are shown
    fewest        bigint not null default 0,   -- what fewer people answered is not shown singly; 0: all is
    ends_at       bigint,                      -- from then on nobody answers any more
    was           text not null default '',     -- what it asked before, if somebody had answered that
    changed_at    bigint,                      -- since when it asks something else
    check (results <> 'end' or ends_at is not null)
);

-- The answers to choose from, in their order.
create table question_option (
    id            bigint primary key,
    conversation  bigint not null references question on delete cascade,
    place         bigint not null,
    text          text not null,
    was           text not null default '',     -- what it said before, if somebody had chosen that
    changed_at    bigint
);
create index question_option_order on question_option (conversation, place);

-- Who answered. A person counts once: by what they said themselves rather than by what was filed, and by the last of it.
-- What came with a comment counts while that can be read.
create table question_answer (
    id            bigint primary key,
    conversation  bigint not null references question on delete cascade,
    person        text not null,                -- a member, or a guest by what they left
    member        bigint references member on delete cascade,
    comment       bigint references comment on delete cascade,
    other         text not null,                -- in words of one's own
    other_key     text not null,                -- as it is compared with others
    other_as      bigint references question_option,   -- the answer that these words were filed under
    filed_at      bigint,                      -- when it was filed; null: they answered themselves
    filed_by      bigint references member on delete set null
);
create index question_answer_person on question_answer (conversation, person);
create index question_answer_comment on question_answer (comment) where comment is not null;
create index question_answer_member on question_answer (member) where member is not null;
create index question_answer_filed_by on question_answer (filed_by) where filed_by is not null;
create index question_answer_other_as on question_answer (other_as) where other_as is not null;

-- What they chose.
create table question_choice (
    answer        bigint not null references question_answer on delete cascade,
    option        bigint not null references question_option on delete cascade,
    filed_at      bigint,                      -- their own words were filed under it
    primary key (answer, option)
);
create index question_choice_option on question_choice (option);
