create table queue (
    id         uuid    primary key,
    name       text    not null,
    is_default boolean not null default false
);

create unique index one_default_queue on queue (is_default) where is_default;

insert into queue (id, name, is_default)
values ('018f0000-0000-7000-8000-000000000002', 'Default messaging queue', true);

-- One row for each open conversation: what waits for an agent.
create table work_item (
    conversation_id uuid        primary key,
    queue_id        uuid        not null references queue,
    channel         text        not null,
    page            text        not null,
    since           timestamptz not null,
    try_at          timestamptz not null
);

create index work_item_in_line on work_item (since);

create table offer (
    id              uuid        primary key,
    conversation_id uuid        not null,
    agent_id        uuid        not null,
    offered_at      timestamptz not null,
    expires_at      timestamptz not null,
    why             jsonb       not null,
    outcome         text
        check (outcome in ('ACCEPTED', 'DECLINED', 'TIMED_OUT', 'WITHDRAWN')),
    settled_at      timestamptz,
    constraint what_is_settled_has_an_outcome check ((outcome is null) = (settled_at is null))
);

create unique index held_out_to_one_at_a_time on offer (conversation_id) where outcome is null;
create index offer_pending on offer (agent_id) where outcome is null;
create index offer_due on offer (expires_at) where outcome is null;
create index offer_of_conversation on offer (conversation_id, settled_at);
create index offer_recent on offer (offered_at);
