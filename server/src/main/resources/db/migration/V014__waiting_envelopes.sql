-- What waits lies apart from what was delivered: a row is inserted when an envelope arrives and
-- deleted when it was handled, and nothing wide is rewritten. It refers to its envelope without a
-- foreign key, whose check would cost as much as the row.
create table waiting_envelope (
    id       bigint primary key,
    channel  text   not null,
    endpoint text   not null,
    person   text   not null
) with (
    -- Rows live for milliseconds. Their remains are removed while they are few.
    autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0
);

create index waiting_envelope_of_person on waiting_envelope (channel, endpoint, person, id);

insert into waiting_envelope (id, channel, endpoint, person)
select id, channel, endpoint, person
  from envelope
 where handled_at is null and failed_at is null
 order by id;

drop index envelope_waiting, envelope_handled;

alter table envelope
    drop column handled_at,
    drop column failed_at,
    drop column attempts;

-- Envelopes arrive in the order of their rows, so a note for each range of pages finds the old ones.
create index envelope_received on envelope using brin (received_at) with (autosummarize = on);

-- Each message changes its conversation's row. Room on its page, and no index of what changes, keep
-- that change within the page.
alter table conversation set (fillfactor = 70);

-- When somebody last wrote, by our clock. close_at moves only when it is reached.
alter table conversation add column active_at timestamptz;
update conversation set active_at = last_message_at;
alter table conversation alter column active_at set not null;

drop index conversation_open, conversation_of_agent;
create index conversation_open on conversation (opened_at) where state = 'OPEN';
create index conversation_of_agent on conversation (agent_id) where state <> 'CLOSED';
