-- Several actions of an agent in a conversation, under one name.
create table macro (
    id           uuid        primary key,
    -- Null for a macro of the shared library, otherwise the agent whose own it is.
    owner_id     uuid        references user_account,
    title        text        not null,
    -- In their order, each with its kind. A queue, agent or disposition code that is gone stays in
    -- them: the macro cannot be run until somebody corrects it.
    steps        jsonb       not null,
    -- Whether it is for conversations of these workstreams only. The id of a deleted one stays.
    restricted   boolean     not null,
    workstreams  uuid[]      not null,
    -- The title as it is compared in a search.
    folded_title text        not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references user_account,
    changed_at   timestamptz not null,
    changed_by   uuid        not null references user_account,
    revision     int         not null default 1,
    constraint a_macro_has_a_title check (length(title) between 1 and 100),
    constraint a_macro_has_up_to_ten_steps check (jsonb_array_length(steps) between 1 and 10),
    constraint only_a_restricted_macro_names_workstreams
        check (restricted = (workstreams <> '{}')),
    constraint a_personal_macro_is_for_all_workstreams check (owner_id is null or not restricted)
);

create unique index macro_title on macro (owner_id, folded_title) nulls not distinct;

-- How far a macro got in a conversation, so that a repeated request does nothing twice. It is
-- forgotten after a day.
create table macro_run (
    user_id         uuid        not null references user_account,
    -- Made by the client, the same when it repeats the request.
    key             uuid        not null,
    conversation_id uuid        not null references conversation on delete cascade,
    macro_id        uuid        not null,
    -- The steps when it began.
    steps           jsonb       not null,
    -- How many of them are done.
    done            int         not null default 0,
    started_at      timestamptz not null,
    primary key (user_id, key)
);

create index macro_run_started on macro_run (started_at);
create index macro_run_of_conversation on macro_run (conversation_id);
