-- Which form a post was begun with: sent twice, by a double click or by going back, a form begins one post.
create table post_form (
    author        integer not null references member on delete cascade,
    token         integer not null,   -- made by chance with every new form
    post          integer not null references post on delete cascade,
    primary key (author, token)
) strict;
create index post_form_post on post_form (post);
