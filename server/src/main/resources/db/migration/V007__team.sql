create table agent (
    user_id        uuid        primary key,
    capacity       int         not null default 100 check (capacity >= 0),
    -- INACTIVE is set after missed offers; agents cannot choose it.
    presence       text        not null
        check (presence in ('AVAILABLE', 'BUSY', 'DO_NOT_DISTURB', 'AWAY', 'OFFLINE', 'INACTIVE')),
    presence_since timestamptz not null,
    seen_at        timestamptz
);

-- Conversations wait in a queue for its members. All agents are members of the default queue.
create table queue (
    id         uuid        primary key,
    name       text        not null,
    is_default boolean     not null default false,
    priority   int         not null default 100 check (priority between 1 and 9999),
    method     text        not null default 'HIGHEST_CAPACITY'
        check (method in ('HIGHEST_CAPACITY', 'ADVANCED_ROUND_ROBIN')),
    created_at timestamptz not null,
    created_by uuid        references user_account,
    changed_at timestamptz not null,
    changed_by uuid        references user_account,
    revision   int         not null default 1,
    constraint a_queue_has_a_name check (name <> '' and length(name) <= 100)
);

create unique index one_default_queue on queue (is_default) where is_default;
create unique index queue_name on queue (lower(name));

insert into queue (id, name, is_default, created_at, changed_at)
values ('018f0000-0000-7000-8000-000000000002', 'Default messaging queue', true, now(), now());

create table queue_member (
    queue_id uuid        not null references queue on delete cascade,
    user_id  uuid        not null references user_account,
    added_at timestamptz not null,
    primary key (queue_id, user_id)
);

create index queue_member_user on queue_member (user_id);
