-- What is known of whether a page's events all arrived. due_at: when it is looked at next, be it for
-- a check of its subscription or for the next step of a catch-up.
create table page_watch (
    page          text        primary key,
    due_at        timestamptz not null,
    check_at      timestamptz not null,
    checked_at    timestamptz,
    -- Everything until then was delivered, or fetched afterwards; null: nothing was fetched yet.
    whole_until   timestamptz,
    -- A catch-up is wanted, once the subscription is known to be good.
    wanted        boolean     not null default true,
    -- The catch-up under way: from when, until when, and where the list goes on.
    since         timestamptz,
    until         timestamptz,
    cursor        text,
    conversations int         not null default 0,
    found         int         not null default 0,
    finished_at   timestamptz,
    -- Why it does not get on.
    problem       text,
    detail        text,
    failures      int         not null default 0,
    constraint a_catch_up_has_both_ends check ((since is null) = (until is null))
);

create index page_watch_due on page_watch (due_at);

-- A message that was not delivered but found in the channel's own record afterwards.
alter table message add column recovered boolean not null default false;
