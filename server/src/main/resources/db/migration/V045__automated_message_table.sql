-- What an administrator has Parley itself say to customers. `level` says what a row holds for, and
-- `subject` which one: for ENDPOINT the channel and the endpoint's id with a slash between. Without
-- a row Parley says its usual words.
create table automated_message (
    trigger  text    not null check (trigger in ('FILES_REFUSED')),
    level    text    not null check (level in ('ENDPOINT')),
    subject  text    not null,
    language text    not null check (language in ('en', 'zh-TW')),
    text     text    check (length(text) between 1 and 500),
    enabled  boolean not null,
    primary key (level, subject, trigger, language)
);

insert into automated_message (trigger, level, subject, language, text, enabled)
select 'FILES_REFUSED', 'ENDPOINT',
       i.channel || '/' || i.endpoint,
       i.language, i.files_refused_text, true
  from channel_instance i
 where i.files_refused_text is not null;

alter table channel_instance drop column files_refused_text;
