-- The closed conversation that an agent started again with this one.
alter table conversation add column continues uuid references conversation;

create index conversation_continued on conversation (continues) where continues is not null;
