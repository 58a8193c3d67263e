-- Contacts that were merged into another: links to one of them lead to the one that stayed, also after
-- the merge cannot be undone any more. An undo deletes the row.
create table contact_merge (
    other_id   uuid        primary key,
    -- The one that stayed. It may have been merged into yet another since, so this is no reference.
    contact_id uuid        not null,
    merged_at  timestamptz not null,
    merged_by  uuid        not null references user_account,
    -- For undoing it, and null once that is not possible any more: both as they were before, and the
    -- one that stayed as it was afterwards.
    other      jsonb,
    kept       jsonb,
    merged     jsonb,
    -- The customers who were linked to the other one, the conversations that were moved to it, and the
    -- people who worked for it.
    customers     uuid[]   not null,
    conversations uuid[]   not null,
    people        uuid[]   not null,
    constraint a_merge_is_remembered_whole check ((other is null) = (kept is null))
);

create index contact_merge_into on contact_merge (contact_id);
create index contact_merge_by_age on contact_merge (merged_at) where other is not null;

-- No samples of names that come from a channel (decision 31).
alter table contact_merge
    alter column other set statistics 0,
    alter column kept set statistics 0,
    alter column merged set statistics 0;

-- The contact with this id, or the one that it was merged into; null if that was deleted.
create function contact_now(id uuid) returns uuid
    language sql stable
    return (with recursive step (id, depth) as (
                select contact_now.id, 0
                 union all
                select m.contact_id, step.depth + 1
                  from step
                  join contact_merge m on m.other_id = step.id
                 where step.depth < 100)
            select c.id from step join contact c on c.id = step.id order by step.depth limit 1);

-- A conversation that belongs to another contact than the one that its customer is linked to: somebody
-- else wrote from the same profile.
create table conversation_contact (
    conversation_id uuid        primary key references conversation,
    customer_id     uuid        not null references customer,
    contact_id      uuid        not null references contact,
    moved_at        timestamptz not null,
    moved_by        uuid        not null references user_account
);

create index conversation_contact_of_contact on conversation_contact (contact_id);
create index conversation_contact_of_customer on conversation_contact (customer_id);
