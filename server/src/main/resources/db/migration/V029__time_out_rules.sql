-- What Parley does when a customer or an agent has not written for a time in an active conversation.
create table time_out_rule (
    id            uuid        primary key,
    workstream_id uuid        not null references workstream on delete cascade,
    -- Its place among the rules of its workstream, from 1.
    place         int         not null check (place between 1 and 20),
    silent        text        not null check (silent in ('CUSTOMER', 'AGENT')),
    after_seconds int         not null check (after_seconds between 60 and 30 * 24 * 3600),
    action        text        not null
        check (action in ('WRITE_TO_CUSTOMER', 'REMIND_AGENT', 'MOVE_TO_WAITING', 'END', 'CLOSE')),
    -- What is sent to the customer. Without a text in their language the other one is sent, without
    -- both nothing.
    english       text        not null check (length(english) <= 500),
    chinese       text        not null check (length(chinese) <= 500),
    created_at    timestamptz not null,
    created_by    uuid        not null references user_account,
    changed_at    timestamptz not null,
    changed_by    uuid        not null references user_account,
    revision      int         not null default 1,
    constraint who_writes_has_a_text
        check (action <> 'WRITE_TO_CUSTOMER' or english <> '' or chinese <> ''),
    constraint one_rule_for_each_place unique (workstream_id, place) deferrable initially deferred
);

-- Which rules ran in a conversation, and whether its agent paused them. The row says nothing once the
-- conversation is closed, or is not active and the silence has ended, and is deleted later.
create table time_out_state (
    conversation_id   uuid        primary key references conversation,
    -- Null when the agent did not pause them, or resumed them.
    paused_at         timestamptz,
    -- When the agent resumed them: a silence counts from here.
    resumed_at        timestamptz,
    -- The silence in which they ran: silent_since of the conversation.
    silent_since      timestamptz,
    ran               uuid[]      not null default '{}',
    -- When the last of them ran, and after how long it runs: the next one keeps its distance.
    ran_at            timestamptz,
    ran_after_seconds int
);

-- Since when the one who is to write next has not written, by the clock of the server: the customer's
-- first message that nobody has answered, or else the last message from the company. Null before anybody
-- wrote. As waiting_since, it is written by the statement that stores messages, and no index contains it
-- (decision 52).
alter table conversation add column silent_since timestamptz;

update conversation
   set silent_since = coalesce(waiting_since, last_message_at)
 where state <> 'CLOSED';

-- The active conversations without those that wait for their customers, of which there are many more.
create index conversation_active on conversation (agent_id) where state = 'ACTIVE';
