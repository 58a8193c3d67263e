create table customer (
    id           uuid        primary key,
    visitor      bigint      generated always as identity,
    name         text,
    locale       text,
    timezone     text,
    picture      bytea,
    picture_type text,
    -- When the customer's earliest message was written, not when it was delivered or fetched.
    since        timestamptz not null,
    constraint a_picture_has_a_type check ((picture is null) = (picture_type is null))
);

-- No statement searches for these values, and PostgreSQL's samples of them would remain after an
-- erasure (decision 31).
alter table customer
    alter column name set statistics 0,
    alter column picture set statistics 0;

-- A customer's profile at one endpoint. ask_at: when it is requested from the channel next.
create table social_profile (
    id          uuid        primary key,
    customer_id uuid        not null references customer,
    channel     text        not null,
    endpoint    text        not null,
    person      text        not null,
    since       timestamptz not null,
    ask_at      timestamptz not null,
    constraint one_profile_per_person unique (channel, endpoint, person)
);

create index social_profile_customer on social_profile (customer_id);
create index social_profile_due on social_profile (ask_at);
