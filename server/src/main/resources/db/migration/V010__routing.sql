-- The conversations that wait for an agent, one row for each open conversation. A new row gets its
-- queue in a second step.
create table work_item (
    conversation_id uuid        primary key,
    queue_id        uuid        references queue,
    workstream_id   uuid        references workstream,
    channel         text        not null,
    endpoint        text        not null,
    -- The agent who had the conversation before, while it is offered to them first.
    previous_agent  uuid,
    since           timestamptz not null,
    -- When assignment is tried next; null while the conversation is offered to an agent, and where
    -- agents pick conversations themselves.
    try_at          timestamptz,
    constraint what_has_a_queue_has_a_workstream
        check ((queue_id is null) = (workstream_id is null))
);

create index work_item_without_queue on work_item (since) where queue_id is null;
create index work_item_kept on work_item (since)
    where queue_id is not null and previous_agent is not null and try_at is not null;
create index work_item_in_line on work_item (queue_id, workstream_id, since)
    where queue_id is not null and previous_agent is null and try_at is not null;
create index work_item_of_queue on work_item (queue_id);
create index work_item_of_workstream on work_item (workstream_id);
create index work_item_of_endpoint on work_item (channel, endpoint);

create table offer (
    id              uuid        primary key,
    conversation_id uuid        not null,
    agent_id        uuid        not null,
    why             jsonb       not null,
    outcome         text
        check (outcome in ('ACCEPTED', 'DECLINED', 'TIMED_OUT', 'WITHDRAWN')),
    offered_at      timestamptz not null,
    expires_at      timestamptz not null,
    settled_at      timestamptz,
    -- When the agent confirmed the notice of the missed offer.
    seen_at         timestamptz,
    constraint what_is_settled_has_an_outcome check ((outcome is null) = (settled_at is null))
);

create unique index held_out_to_one_at_a_time on offer (conversation_id) where outcome is null;
create index offer_pending on offer (agent_id) where outcome is null;
create index offer_due on offer (expires_at) where outcome is null;
create index offer_of_conversation on offer (conversation_id, settled_at);
create index offer_missed on offer (agent_id, settled_at)
    where outcome = 'TIMED_OUT' and seen_at is null;
create index offer_answered on offer (agent_id, settled_at)
    where outcome in ('ACCEPTED', 'DECLINED');

-- When a queue last chose each agent in round robin.
create table round_robin_turn (
    queue_id uuid        not null references queue on delete cascade,
    agent_id uuid        not null,
    last_at  timestamptz not null,
    primary key (queue_id, agent_id)
);
