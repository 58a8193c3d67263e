-- Files of messages. The content is in the file store, under the row's id.
--
-- An upload waits for the message that it is sent with. Until then it is also in file_deletion, due
-- after `parley.attachment.keep-unsent`, so that unused uploads are deleted.
create table attachment (
    id              uuid        primary key,
    message_id      uuid        references message,
    position        int         not null,
    conversation_id uuid        not null references conversation,
    channel         text        not null,
    endpoint        text        not null,
    source_url      text,
    uploaded_by     uuid,
    declared_type   text        not null
        check (declared_type in ('IMAGE', 'VIDEO', 'AUDIO', 'FILE')),
    title           text,
    content_type    text,
    name            text,
    size            bigint,
    -- For the preview: size, whether the picture is animated, and why there is no preview.
    width           int,
    height          int,
    animated        boolean     not null default false,
    thumbnail_type  text,
    preview_flaw    text        check (preview_flaw in ('TOO_LARGE', 'DAMAGED', 'TOO_COSTLY')),
    state           text        not null
        check (state in ('WAITING', 'STORED', 'REFUSED', 'FAILED')),
    cause           text,
    attempts        int         not null default 0,
    due_at          timestamptz,
    constraint an_attachment_is_taken_once unique (message_id, position),
    constraint a_file_comes_from_the_channel_or_from_us
        check ((source_url is null) = (uploaded_by is not null)),
    constraint only_what_we_send_waits_for_a_message
        check (message_id is not null or uploaded_by is not null),
    constraint only_what_waits_is_due check ((state = 'WAITING') = (due_at is not null)),
    constraint what_is_not_taken_has_a_cause
        check ((state in ('REFUSED', 'FAILED')) = (cause is not null)),
    constraint what_is_stored_is_known
        check ((state = 'STORED') = (content_type is not null and name is not null
                                     and size is not null)),
    constraint a_size_has_two_sides check ((width is null) = (height is null)),
    constraint what_is_not_shown_has_no_size check (preview_flaw is null or width is null)
);

-- No statement searches for these values, and PostgreSQL's samples of them would remain after an
-- erasure (decision 31).
alter table attachment
    alter column source_url set statistics 0,
    alter column title set statistics 0,
    alter column name set statistics 0;

create index attachment_due on attachment (due_at) where due_at is not null;
create index attachment_waiting_for_a_message on attachment (conversation_id)
    where message_id is null;

-- Files to be deleted, for example because their message was unsent. Each is deleted at once, and
-- again after a download that was in progress must have finished.
create table file_deletion (
    id        uuid        primary key,
    erased_at timestamptz not null,
    due_at    timestamptz not null
);

create index file_deletion_due on file_deletion (due_at);
