-- Since when the customer waits for a reply: their first message that nobody has answered. It counts
-- while the conversation is open or active. No index contains it, nor anything else that a message
-- changes (decision 52).
alter table conversation add column waiting_since timestamptz;

update conversation
   set waiting_since = last_message_at
 where preview_inbound and preview_author = 'CUSTOMER' and state in ('OPEN', 'ACTIVE');

-- Closed conversations are many, and change no more.
create index conversation_closed on conversation (since desc, id) where state = 'CLOSED';
create index conversation_closed_at_endpoint on conversation (channel, endpoint, since desc)
    where state = 'CLOSED';

-- What a bulk action did to each conversation, so that its user can undo it for a short time.
create table bulk_move (
    bulk_id         uuid        not null,
    conversation_id uuid        not null references conversation,
    user_id         uuid        not null,
    action          text        not null check (action in ('ASSIGN', 'SNOOZE', 'CLOSE')),
    -- What it was before.
    state           text        not null,
    snoozed_until   timestamptz,
    since           timestamptz not null,
    -- When the action gave the conversation its state.
    moved_at        timestamptz not null,
    -- Until when it is snoozed, or when it closes, since then.
    until           timestamptz,
    primary key (bulk_id, conversation_id)
);

create index bulk_move_by_age on bulk_move (moved_at);
create index bulk_move_of_conversation on bulk_move (conversation_id);

-- Filters of the list of conversations, under a name. The desk defines what a query contains.
create table saved_view (
    id         uuid        primary key,
    -- null when it is shared with everybody.
    owner_id   uuid,
    name       text        not null check (length(name) between 1 and 60),
    query      text        not null check (length(query) between 1 and 2000),
    created_at timestamptz not null,
    created_by uuid        not null,
    changed_at timestamptz not null,
    changed_by uuid        not null,
    revision   int         not null default 1
);

create unique index saved_view_name on saved_view (owner_id, lower(name)) nulls not distinct;

-- The order in which a user last sorted a view: one of the desk's own by its name, or a saved one by
-- its id.
create table view_order (
    user_id uuid not null,
    view    text not null check (length(view) <= 40),
    sort    text not null check (length(sort) <= 20),
    primary key (user_id, view)
);

create index view_order_of_view on view_order (view);
