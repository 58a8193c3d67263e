-- An agent transferred the conversation: to a queue, which stays its queue, or to previous_agent, to
-- whom it is offered first.
alter table work_item
    add column chosen_queue   uuid references queue,
    add column transferred_by uuid,
    -- Agents assign the conversations of this workstream to themselves.
    add column picked         boolean not null default false;

create index work_item_of_chosen_queue on work_item (chosen_queue) where chosen_queue is not null;
