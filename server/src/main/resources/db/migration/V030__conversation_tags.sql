-- What conversations are sorted by: the vocabulary of all of them.
create table tag (
    id         uuid        primary key,
    name       text        not null check (length(name) between 1 and 40),
    -- The name as it is compared: "VIP" and "vip" are one tag.
    name_key   text        not null unique check (name_key <> ''),
    created_at timestamptz not null,
    created_by uuid        not null,
    changed_at timestamptz not null,
    changed_by uuid        not null,
    revision   int         not null default 1
);

-- A tag that was merged into another: saved views and links still find the conversations by it.
create table merged_tag (
    id     uuid primary key,
    tag_id uuid not null references tag on delete cascade
);

create index merged_tag_into on merged_tag (tag_id);

create table tag_setting (
    only_one      boolean     primary key default true check (only_one),
    -- Whether agents may create tags; supervisors and administrators always may.
    agents_create boolean     not null default true,
    changed_at    timestamptz,
    changed_by    uuid,
    revision      int         not null default 1
);

insert into tag_setting default values;

create table conversation_tag (
    conversation_id uuid        not null references conversation,
    tag_id          uuid        not null references tag,
    added_at        timestamptz not null,
    added_by        uuid        not null,
    primary key (conversation_id, tag_id)
);

-- Ids of conversations sort by the time when they were opened: read backwards, the newest with a tag
-- come first (decision 59).
create index conversation_tag_of_tag on conversation_tag (tag_id, conversation_id);

-- What a bulk action did to the tags of each conversation, so that its user can undo it for a short
-- time.
create table bulk_tag (
    bulk_id         uuid        not null,
    conversation_id uuid        not null references conversation,
    user_id         uuid        not null,
    tag_id          uuid        not null references tag on delete cascade,
    added           boolean     not null,
    tagged_at       timestamptz not null,
    primary key (bulk_id, conversation_id)
);

create index bulk_tag_by_age on bulk_tag (tagged_at);
create index bulk_tag_of_conversation on bulk_tag (conversation_id);
create index bulk_tag_of_tag on bulk_tag (tag_id);
