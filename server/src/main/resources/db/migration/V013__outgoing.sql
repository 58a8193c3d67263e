-- The sign that one of us puts on a message of a customer's: what it is to be, and what it is.
create table own_reaction (
    message_id      uuid        primary key references message,
    conversation_id uuid        not null references conversation,
    channel         text        not null,
    page            text        not null,
    agent_id        uuid        not null,
    wanted          text,
    given           text,
    state           text        not null check (state in ('PENDING', 'GIVEN', 'FAILED')),
    cause           text,
    attempts        int         not null default 0,
    attempt_id      uuid,
    due_at          timestamptz,
    constraint only_pending_is_due check ((state = 'PENDING') = (due_at is not null)),
    constraint what_failed_has_a_cause check (state <> 'FAILED' or cause is not null)
);

create index own_reaction_due on own_reaction (due_at) where due_at is not null;

-- A file that one of us hands in waits for the message that takes it along. Until then it stands in
-- erased_file too, due in a day: what no message takes goes.
alter table attachment alter column message_id drop not null;
alter table attachment alter column source_url drop not null;
alter table attachment add column uploaded_by uuid;
alter table attachment add constraint a_file_comes_from_the_channel_or_from_us
    check ((source_url is null) = (uploaded_by is not null));
alter table attachment add constraint only_what_we_send_waits_for_a_message
    check (message_id is not null or uploaded_by is not null);

create index attachment_waiting_for_a_message on attachment (conversation_id)
    where message_id is null;
