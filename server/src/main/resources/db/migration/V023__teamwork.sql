-- A user is mentioned in an internal note.
create table mention (
    message_id      uuid        not null references message,
    user_id         uuid        not null,
    conversation_id uuid        not null references conversation,
    -- As it is written in the note, to highlight it there. Who is meant is user_id.
    name            text        not null,
    noted_at        timestamptz not null,
    read_at         timestamptz,
    primary key (message_id, user_id)
);

create index mention_of_user on mention (user_id, (read_at is not null), noted_at desc, message_id desc);
create index mention_unread on mention (user_id, conversation_id) where read_at is null;
create index mention_in_conversation on mention (conversation_id);

-- An agent was told, or will be, that a colleague took over a conversation of theirs. The row is
-- deleted when they have seen it.
create table take_over (
    conversation_id uuid        not null references conversation,
    former_agent    uuid        not null,
    taken_by        uuid        not null,
    taken_at        timestamptz not null,
    primary key (former_agent, conversation_id)
);

create index take_over_of_conversation on take_over (conversation_id);
