create table customer (
    id           uuid        primary key,
    visitor      bigint      generated always as identity,
    name         text,
    locale       text,
    timezone     text,
    picture      bytea,
    picture_type text,
    -- When their earliest message was written, not when it was delivered or found.
    since        timestamptz not null,
    constraint a_picture_has_a_type check ((picture is null) = (picture_type is null))
);

-- No statement looks for these values, and PostgreSQL's samples of them would outlive what is
-- erased (decision 31).
alter table customer
    alter column name set statistics 0,
    alter column picture set statistics 0;

-- A person as one endpoint knows them. ask_at: when the channel is asked (again) who they are.
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
