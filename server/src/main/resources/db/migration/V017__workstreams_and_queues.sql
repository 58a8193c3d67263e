-- A line in which conversations wait for its members. The agents of the default queue are all there
-- are.
alter table queue
    add column priority   int         not null default 100 check (priority between 1 and 9999),
    add column method     text        not null default 'HIGHEST_CAPACITY'
        check (method in ('HIGHEST_CAPACITY', 'ADVANCED_ROUND_ROBIN')),
    add column created_at timestamptz not null default now(),
    add column created_by uuid        references user_account,
    add column changed_at timestamptz not null default now(),
    add column changed_by uuid        references user_account,
    add column revision   int         not null default 1,
    add constraint a_queue_has_a_name check (name <> '' and length(name) <= 100);
alter table queue
    alter column created_at drop default,
    alter column changed_at drop default;

create unique index queue_name on queue (lower(name));

create table queue_member (
    queue_id uuid        not null references queue on delete cascade,
    user_id  uuid        not null references user_account,
    added_at timestamptz not null,
    primary key (queue_id, user_id)
);

create index queue_member_user on queue_member (user_id);

-- How a workstream's work is distributed.
alter table workstream
    add column channel           text        not null default 'FACEBOOK',
    add column mode              text        not null default 'PUSH' check (mode in ('PUSH', 'PICK')),
    add column fallback_queue_id uuid        references queue,
    add column wrap_up_block     text        not null default 'ALWAYS'
        check (wrap_up_block in ('ALWAYS', 'CUSTOM', 'NEVER')),
    add column wrap_up_minutes   int         check (wrap_up_minutes between 1 and 60),
    add column presences         text[]      not null default '{AVAILABLE,BUSY}'
        check (presences <> '{}' and presences <@ '{AVAILABLE,BUSY,DO_NOT_DISTURB,AWAY,OFFLINE}'),
    add column keep_same_agent   boolean     not null default true,
    add column created_at        timestamptz not null default now(),
    add column created_by        uuid        references user_account,
    add column changed_at        timestamptz not null default now(),
    add column changed_by        uuid        references user_account,
    add column revision          int         not null default 1,
    add constraint a_workstream_has_a_name check (name <> '' and length(name) <= 100),
    add constraint only_a_custom_block_has_a_time
        check ((wrap_up_block = 'CUSTOM') = (wrap_up_minutes is not null));
update workstream set fallback_queue_id = (select id from queue where is_default);
alter table workstream
    alter column fallback_queue_id set not null,
    alter column channel drop default,
    alter column created_at drop default,
    alter column changed_at drop default;

create unique index workstream_name on workstream (lower(name));
create index workstream_fallback_queue on workstream (fallback_queue_id);

alter table channel_instance
    add column language   text        not null default 'en' check (language in ('en', 'zh-TW')),
    add column created_at timestamptz not null default now(),
    add column created_by uuid        references user_account,
    add column changed_at timestamptz not null default now(),
    add column changed_by uuid        references user_account,
    add column revision   int         not null default 1;
alter table channel_instance
    alter column created_at drop default,
    alter column changed_at drop default;

create index channel_instance_workstream on channel_instance (workstream_id);

-- What gets in line is given its queue afterwards. try_at: when it is looked at next; null while it
-- is held out to somebody, and for what agents take by themselves. So what is looked at can be had.
alter table work_item
    alter column queue_id drop not null,
    alter column try_at drop not null,
    add column workstream_id  uuid references workstream,
    -- Who had it before, as long as it is theirs first.
    add column previous_agent uuid,
    add constraint what_has_a_queue_has_a_workstream
        check ((queue_id is null) = (workstream_id is null));
update work_item set queue_id = null;
update work_item w set try_at = null
 where exists (select 1 from offer o
                where o.conversation_id = w.conversation_id and o.outcome is null);

drop index work_item_in_line;
create index work_item_without_queue on work_item (since) where queue_id is null;
create index work_item_kept on work_item (since)
    where queue_id is not null and previous_agent is not null and try_at is not null;
create index work_item_in_line on work_item (queue_id, workstream_id, since)
    where queue_id is not null and previous_agent is null and try_at is not null;
create index work_item_of_queue on work_item (queue_id);
create index work_item_of_workstream on work_item (workstream_id);
create index work_item_of_page on work_item (channel, page);

-- When a queue last turned to which agent.
create table turn (
    queue_id uuid        not null references queue on delete cascade,
    agent_id uuid        not null,
    last_at  timestamptz not null,
    primary key (queue_id, agent_id)
);

drop index offer_recent;

update offer set why = why || '{"by": "MOST_ROOM"}' where not jsonb_exists(why, 'by');

-- What Parley itself says to customers is the system's, and tells nothing to agents only.
alter table message drop constraint a_system_line_tells_something;
alter table message add constraint only_a_system_line_tells_something
    check (note is null or author = 'SYSTEM');
