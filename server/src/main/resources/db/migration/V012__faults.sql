-- Of each conversation only the first message has a due date: those behind it get one when it goes.
-- So what is due is found without looking at what is not, however much waits.
alter table outgoing alter column due_at drop not null;
alter table outgoing add column traced int not null default 0;
alter table outgoing add column pending_since timestamptz;
update outgoing set pending_since = due_at;
alter table outgoing alter column pending_since set not null;

update outgoing behind set due_at = null
 where exists (select 1 from outgoing earlier
                where earlier.conversation_id = behind.conversation_id
                  and earlier.place < behind.place);

drop index outgoing_due;
create unique index one_message_of_a_conversation_at_a_time on outgoing (conversation_id)
    where due_at is not null;
create index outgoing_to_send on outgoing (channel, page, due_at)
    where state = 'QUEUED' and due_at is not null;
create index outgoing_to_trace on outgoing (channel, page, due_at)
    where state <> 'QUEUED' and due_at is not null;

-- What goes wrong for a whole page. While it is stopped, or until a time, nothing is sent for it.
drop table page_pause;
create table page_send_block (
    channel  text        not null,
    page     text        not null,
    cause    text        not null,
    detail   text        not null,
    since    timestamptz not null,
    last_at  timestamptz not null,
    times    int         not null default 1,
    until    timestamptz not null,
    stopped  boolean     not null default false,
    -- Whether somebody has to do something about it.
    alerts   boolean     not null,
    primary key (channel, page, cause)
);

-- The secret before the present one is good for a while only.
alter table messaging_account add column previous_secret_until timestamptz;
update messaging_account set previous_secret_until = changed_at + interval '24 hours'
 where previous_secret_sealed is not null;
alter table messaging_account add constraint a_previous_secret_has_an_end
    check ((previous_secret_sealed is null) = (previous_secret_until is null));

-- About whom a letter is, and how often it has failed.
alter table dead_letter add column person text;
alter table dead_letter add column tries int not null default 1;
create index dead_letter_digest on dead_letter (digest);
