-- What happened, by when it did: what became readable, of each kind, for each circle and by each person; what was said, by
-- all and by each person; who came.
create index conversation_opened on conversation (kind, opened_at, id) where opened_at is not null;
create index conversation_opened_for on conversation (audience, kind, opened_at, id) where opened_at is not null;
create index conversation_opened_by on conversation (author, opened_at, id) where opened_at is not null;
create index conversation_course_lively on conversation (course, changed_at, id) where course is not null and count > 0;
create index comment_stream on comment (approved_at, id) where approved_at is not null and shown and hidden_at is null and deleted_at is null;
create index comment_stream_by on comment (writer, approved_at, id) where approved_at is not null and shown and hidden_at is null and deleted_at is null;
create index membership_since on membership (circle, since, member);
create index member_joined on member (joined_at, id) where confirmed_at is not null and asked_at is null and suspended_at is null and removed_at is null;
