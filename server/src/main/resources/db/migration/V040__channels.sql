-- The company's end of a channel is an endpoint: a page, an account, a number, a chat widget.
alter table envelope rename column page to endpoint;
alter table dead_letter rename column page to endpoint;
alter table social_profile rename column page to endpoint;
alter table channel_instance rename column page to endpoint;
alter table conversation rename column page to endpoint;
alter table message rename column page to endpoint;
alter table work_item rename column page to endpoint;
alter table outgoing rename column page to endpoint;
alter table attachment rename column page to endpoint;
alter table own_reaction rename column page to endpoint;
alter table page_send_block rename to send_block;
alter table send_block rename column page to endpoint;
alter index work_item_of_page rename to work_item_of_endpoint;

-- Whether what a person writes may be sent in the time that the channel adds to its reply period.
alter table channel_instance rename column message_tag to extended_window;

-- How long a thread is held without a sign is the channel's to say, so its end is stored.
alter table conversation rename column thread_since to thread_until;
update conversation set thread_until = thread_until + interval '24 hours'
 where thread_until is not null;

-- Who can read a dead letter again.
alter table dead_letter add column channel text not null default 'FACEBOOK';
alter table dead_letter alter column channel drop default;
update dead_letter set cause = 'UNKNOWN_ENDPOINT' where cause = 'UNKNOWN_PAGE';
update dead_letter set cause = 'NOT_FOR_ENDPOINTS' where cause = 'NOT_FOR_PAGES';
