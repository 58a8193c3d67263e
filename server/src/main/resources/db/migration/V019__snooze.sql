alter table conversation
    -- When a snoozed conversation becomes active again; null while it waits for the customer only.
    add column snoozed_until timestamptz,
    -- Its snooze ended, and its agent has not opened it since.
    add column woken         boolean not null default false,
    add constraint only_what_waits_is_snoozed
        check (snoozed_until is null or (state = 'WAITING' and agent_id is not null));

create index conversation_snoozed on conversation (snoozed_until) where snoozed_until is not null;
create index conversation_snoozed_by_agent on conversation (agent_id, snoozed_until)
    where snoozed_until is not null;
