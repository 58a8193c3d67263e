create table workstream (
    id                          uuid    primary key,
    name                        text    not null,
    is_default                  boolean not null default false,
    capacity                    int     not null check (capacity > 0),
    close_waiting_after_seconds bigint  not null check (close_waiting_after_seconds > 0)
);

create unique index one_default_workstream on workstream (is_default) where is_default;

-- 28 days: what the reference calls the typical life of a waiting conversation.
insert into workstream (id, name, is_default, capacity, close_waiting_after_seconds)
values ('018f0000-0000-7000-8000-000000000001', 'Facebook', true, 20, 28 * 24 * 3600);

-- A page set up in a workstream; a page is in one at most.
create table channel_instance (
    channel        text    not null,
    page           text    not null,
    workstream_id  uuid    not null references workstream,
    message_tag    boolean not null default false,
    customer_files boolean not null default false,
    agent_files    boolean not null default false,
    primary key (channel, page)
);
