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

-- Stored values have the words that the screens and the API show.
alter table conversation drop constraint conversation_thread_owner_check;
update conversation set thread_owner = 'PARLEY' where thread_owner = 'US';
alter table conversation add constraint conversation_thread_owner_check
    check (thread_owner in ('PARLEY', 'INBOX', 'APP', 'NOBODY'));

alter table message drop constraint message_written_with_check;
update message set written_with = 'PARLEY' where written_with = 'US';
alter table message add constraint message_written_with_check
    check (written_with in ('PARLEY', 'INBOX', 'APP'));

update message set note = case note
        when 'PARKED' then 'MOVED_TO_WAITING'
        when 'CLOSED_BY_ITSELF' then 'CLOSED_AUTOMATICALLY'
        when 'END_TAKEN_BACK' then 'CONTINUED'
        when 'CLOSE_TAKEN_BACK' then 'CLOSING_CANCELLED'
        when 'TOLD' then 'CHANNEL_NOTICE'
    end
 where note in ('PARKED', 'CLOSED_BY_ITSELF', 'END_TAKEN_BACK', 'CLOSE_TAKEN_BACK', 'TOLD');

update message set kind = case kind
        when 'QUICK_REPLY' then 'REPLY_BUTTON' when 'POSTBACK' then 'BUTTON' else 'SUBSCRIPTION'
    end
 where kind in ('QUICK_REPLY', 'POSTBACK', 'OPTIN');
update conversation set preview_kind = case preview_kind
        when 'QUICK_REPLY' then 'REPLY_BUTTON' when 'POSTBACK' then 'BUTTON' else 'SUBSCRIPTION'
    end
 where preview_kind in ('QUICK_REPLY', 'POSTBACK', 'OPTIN');

update message set content = jsonb_set(content, '{type}', '"PressedReplyButton"')
 where content ->> 'type' = 'QuickReply';
update message set content = jsonb_set(content, '{type}', '"PressedButton"')
 where content ->> 'type' = 'Postback';
update message
   set content = (content - 'choices') || jsonb_build_object('replyButtons', content -> 'choices')
 where content ->> 'type' = 'Question';
update message set content = jsonb_set(content, '{from,kind}', '"PARLEY"')
 where content ->> 'type' = 'Handover' and content #>> '{from,kind}' = 'US';
update message set content = jsonb_set(content, '{to,kind}', '"PARLEY"')
 where content ->> 'type' = 'Handover' and content #>> '{to,kind}' = 'US';
update message set content = jsonb_set(content, '{what}', '"CAME_FROM_AD"')
 where content ->> 'what' = 'CAME_BY_AD';
update message set content = jsonb_set(content, '{what}', '"CAME_FROM_LINK"')
 where content ->> 'what' = 'CAME_BY_LINK';

alter table privacy_request drop constraint privacy_request_state_check;
update privacy_request set state = case state
        when 'NOBODY' then 'NO_DATA'
        when 'UNMATCHED' then 'ACTION_REQUIRED'
        else 'RECORDED'
    end
 where state in ('NOBODY', 'UNMATCHED', 'NOTED');
alter table privacy_request add constraint privacy_request_state_check
    check (state in ('WAITING', 'ERASED', 'NO_DATA', 'ACTION_REQUIRED', 'RECORDED'));

update audit_entry set action = 'deadLetter.retried' where action = 'deadLetter.runAgain';
