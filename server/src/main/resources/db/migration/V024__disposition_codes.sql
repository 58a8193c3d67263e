-- What came of a conversation, for its agent to choose in wrap-up. A code that is no longer used is
-- switched off and stays, because conversations refer to it.
create table disposition_code (
    id           uuid        primary key,
    english_name text        not null check (english_name <> '' and length(english_name) <= 60),
    chinese_name text        not null check (chinese_name <> '' and length(chinese_name) <= 60),
    position     int         not null check (position between 1 and 99),
    active       boolean     not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references user_account,
    changed_at   timestamptz not null,
    changed_by   uuid        not null references user_account,
    revision     int         not null default 1
);

create unique index disposition_code_english_name on disposition_code (lower(english_name));
create unique index disposition_code_chinese_name on disposition_code (lower(chinese_name));

alter table workstream
    -- Whether its agents choose a disposition code before they close a conversation.
    add column disposition text not null default 'OPTIONAL'
        check (disposition in ('OFF', 'OPTIONAL', 'REQUIRED'));

alter table conversation
    add column disposition_code uuid references disposition_code;

create index conversation_disposition on conversation (disposition_code, opened_at desc)
    where disposition_code is not null;
