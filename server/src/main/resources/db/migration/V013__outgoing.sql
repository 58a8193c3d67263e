-- The sign that one of us puts on a message of a customer's: what it is to be, and what it is.
create table own_reaction (
    message_id      uuid        primary key references message,
    conversation_id uuid        not null references conversation,
    channel         text        not null,
    page            text        not null,
    agent_id        uuid        not null,
    wanted          text,
    given           text,
    state           text        not null check (state in ('OWED', 'GIVEN', 'FAILED')),
    cause           text,
    attempts        int         not null default 0,
    attempt_id      uuid,
    due_at          timestamptz,
    constraint only_what_is_owed_is_due check ((state = 'OWED') = (due_at is not null)),
    constraint what_failed_has_a_cause check (state <> 'FAILED' or cause is not null)
);

create index own_reaction_due on own_reaction (due_at) where due_at is not null;
