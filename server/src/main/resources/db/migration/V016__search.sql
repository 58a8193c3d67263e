-- What messages are found by: the terms of their text and of the names of their files. It can be
-- made again from `message` and `attachment`. No foreign key: it would lock each message while it
-- is indexed.
create table search_entry (
    message_id uuid        primary key,
    sent_at    timestamptz not null,
    terms      tsvector    not null
);

create index search_entry_newest on search_entry (sent_at, message_id);

-- Without a list of pending terms: each search would read it, and sooner or later one transaction
-- would empty it for all.
create index search_entry_terms on search_entry using gin (terms) with (fastupdate = off);

create table search_customer (
    customer_id uuid     primary key,
    terms       tsvector not null
);

create index search_customer_terms on search_customer using gin (terms) with (fastupdate = off);

-- No samples of customers' words (decision 31). Without them, PostgreSQL takes each term for rare,
-- which is what a search assumes as well.
alter table search_entry alter column terms set statistics 0;
alter table search_customer alter column terms set statistics 0;

-- What has changed since it was indexed. New messages are not noted here.
create table search_pending (
    id          uuid primary key,
    message_id  uuid,
    customer_id uuid,
    constraint one_thing_is_pending check (num_nonnulls(message_id, customer_id) = 1)
);

-- The only row: how far the index is.
create table search_progress (
    id               int         primary key default 1 check (id = 1),
    reached          uuid,
    looked_back_at   timestamptz not null default '1970-01-01Z',
    compared_down_to uuid,
    compared_at      timestamptz not null default '1970-01-01Z'
);

insert into search_progress default values;

insert into search_pending (id, customer_id)
select gen_random_uuid(), id from customer where name is not null;
