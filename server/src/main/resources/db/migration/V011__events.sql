-- Who holds the thread in the channel, as far as we know; null where nobody said.
alter table conversation
    add column thread_owner text check (thread_owner in ('US', 'INBOX', 'APP', 'NOBODY')),
    add column thread_app   text,
    add column thread_since timestamptz,
    add column preview_kind text not null default 'TEXT';

-- Which version of its text a message shows: the number of the edit that made it.
alter table message add column version int not null default 0;

-- What a channel told about a page: a warning, a restriction, its end.
create table page_notice (
    id         uuid        primary key,
    channel    text        not null,
    page       text        not null,
    warning    text        not null,
    reason     text,
    at         timestamptz not null,
    seen_at    timestamptz,
    seen_by    uuid
);

create unique index page_notice_once on page_notice (channel, page, at, warning);
create index page_notice_unseen on page_notice (at) where seen_at is null;
