-- Which app controls a conversation in its channel, in the words of the program.
alter table conversation rename column thread_owner to controlled_by;
alter table conversation rename column thread_app to controlling_app;
alter table conversation rename column thread_until to controlled_until;
alter table conversation rename constraint conversation_thread_owner_check
    to conversation_controlled_by_check;

-- The channel's id of a message.
alter table message rename column mid to channel_message_id;
alter index message_by_mid rename to message_by_channel_message_id;
