-- A prepared text that agents insert into replies.
create table canned_answer (
    id           uuid        primary key,
    -- Null for an answer of the shared library, otherwise the agent whose own it is.
    owner_id     uuid        references user_account,
    title        text        not null,
    language     text        not null,
    text         text        not null,
    tags         text[]      not null,
    -- Whether only conversations of these workstreams show it. The id of a deleted workstream
    -- stays: an answer that was meant for it alone does not appear everywhere.
    restricted   boolean     not null,
    workstreams  uuid[]      not null,
    -- Title, tags and text as they are compared in a search.
    folded_title text        not null,
    folded_tags  text[]      not null,
    folded_text  text        not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references user_account,
    changed_at   timestamptz not null,
    changed_by   uuid        not null references user_account,
    revision     int         not null default 1,
    constraint a_canned_answer_has_a_title check (length(title) between 1 and 100),
    constraint a_canned_answer_has_a_text check (length(text) between 1 and 5000),
    constraint a_canned_answer_has_up_to_ten_tags check (cardinality(tags) <= 10),
    constraint only_a_restricted_answer_names_workstreams
        check (restricted = (workstreams <> '{}')),
    constraint a_personal_answer_is_for_all_workstreams check (owner_id is null or not restricted)
);

create unique index canned_answer_title on canned_answer (owner_id, folded_title, language)
    nulls not distinct;

-- When an agent last inserted an answer: the latest are found first.
create table canned_answer_use (
    user_id   uuid        not null references user_account,
    answer_id uuid        not null references canned_answer on delete cascade,
    used_at   timestamptz not null,
    primary key (user_id, answer_id)
);

create index canned_answer_use_of_answer on canned_answer_use (answer_id);

-- A file that an administrator uploaded and has not confirmed yet.
create table canned_answer_import (
    user_id     uuid        primary key references user_account,
    csv         text        not null check (length(csv) <= 1000000),
    uploaded_at timestamptz not null
);
