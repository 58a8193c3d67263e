-- Files that came with messages. The bytes lie in the store of files, under the row's id.
create table attachment (
    id              uuid        primary key,
    message_id      uuid        not null references message,
    position        int         not null,
    conversation_id uuid        not null references conversation,
    channel         text        not null,
    page            text        not null,
    source_url      text        not null,
    declared_type   text        not null
        check (declared_type in ('IMAGE', 'VIDEO', 'AUDIO', 'FILE')),
    title           text,
    state           text        not null
        check (state in ('WAITING', 'STORED', 'REFUSED', 'FAILED')),
    cause           text,
    due_at          timestamptz,
    attempts        int         not null default 0,
    content_type    text,
    name            text,
    size            bigint,
    width           int,
    height          int,
    thumbnail_type  text,
    constraint an_attachment_is_taken_once unique (message_id, position),
    constraint only_what_waits_is_due check ((state = 'WAITING') = (due_at is not null)),
    constraint what_is_not_taken_has_a_cause
        check ((state in ('REFUSED', 'FAILED')) = (cause is not null)),
    constraint what_is_stored_is_known
        check ((state = 'STORED') = (content_type is not null and name is not null
                                     and size is not null)),
    constraint a_size_has_two_sides check ((width is null) = (height is null))
);

create index attachment_due on attachment (due_at) where due_at is not null;

-- Files whose message was taken back. Each is removed at once, and once more after whoever was
-- fetching it meanwhile must have finished.
create table erased_file (
    id        uuid        primary key,
    erased_at timestamptz not null,
    due_at    timestamptz not null
);

create index erased_file_due on erased_file (due_at);
