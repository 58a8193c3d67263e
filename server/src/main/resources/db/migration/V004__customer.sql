create table customer (
    id           uuid        primary key,
    visitor      bigint      generated always as identity,
    name         text,
    locale       text,
    timezone     text,
    picture      bytea,
    picture_type text,
    since        timestamptz not null,
    constraint a_picture_has_a_type check ((picture is null) = (picture_type is null))
);

-- A person as one page knows them. ask_at: when the channel is asked (again) who they are.
create table social_profile (
    id          uuid        primary key,
    customer_id uuid        not null references customer,
    channel     text        not null,
    page        text        not null,
    person      text        not null,
    since       timestamptz not null,
    ask_at      timestamptz not null,
    constraint one_profile_per_person unique (channel, page, person)
);

create index social_profile_customer on social_profile (customer_id);
create index social_profile_due on social_profile (ask_at);
