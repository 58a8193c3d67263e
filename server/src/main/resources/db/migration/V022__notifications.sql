-- How an agent is notified of a conversation. One template of each occasion is the default: it has no
-- name of its own, and cannot be deleted.
create table notification_template (
    id                uuid        primary key,
    occasion          text        not null
        check (occasion in ('KNOWN_CUSTOMER', 'UNKNOWN_CUSTOMER', 'TRANSFER')),
    name              text        not null,
    is_default        boolean     not null default false,
    countdown_seconds int         not null check (countdown_seconds between 30 and 300),
    fields            text[]      not null,
    -- Empty for the usual label in the agent's language.
    accept_english    text        not null default '' check (length(accept_english) <= 30),
    accept_chinese    text        not null default '' check (length(accept_chinese) <= 30),
    decline_english   text        not null default '' check (length(decline_english) <= 30),
    decline_chinese   text        not null default '' check (length(decline_chinese) <= 30),
    may_decline       boolean     not null default true,
    desktop           text        not null check (desktop in ('NEVER', 'BACKGROUND', 'ALWAYS')),
    sound             boolean     not null default true,
    -- The conversation is assigned at once, without asking the agent.
    auto_assign       boolean     not null default false,
    created_at        timestamptz not null,
    created_by        uuid        references user_account,
    changed_at        timestamptz not null,
    changed_by        uuid        references user_account,
    revision          int         not null default 1,
    unique (id, occasion),
    constraint only_a_default_template_has_no_name
        check (length(name) <= 100 and (name = '') = is_default),
    constraint up_to_four_fields
        check (cardinality(fields) <= 4
               and fields <@ '{CONTACT,COMPANY,ENDPOINT,WORKSTREAM,QUEUE,WAITING,LAST_MESSAGE,REASON}')
);

create unique index one_default_template on notification_template (occasion) where is_default;
create unique index notification_template_name on notification_template (occasion, lower(name))
    where not is_default;

insert into notification_template (id, occasion, name, is_default, countdown_seconds, fields, desktop,
                                   created_at, changed_at)
values ('018f0000-0000-7000-8000-000000000011', 'KNOWN_CUSTOMER', '', true, 120,
        '{LAST_MESSAGE,COMPANY,ENDPOINT,WAITING}', 'BACKGROUND', now(), now()),
       ('018f0000-0000-7000-8000-000000000012', 'UNKNOWN_CUSTOMER', '', true, 120,
        '{LAST_MESSAGE,ENDPOINT,WAITING,REASON}', 'BACKGROUND', now(), now()),
       ('018f0000-0000-7000-8000-000000000013', 'TRANSFER', '', true, 120,
        '{LAST_MESSAGE,ENDPOINT,WAITING,REASON}', 'BACKGROUND', now(), now());

-- The templates that a workstream uses instead of the defaults.
create table workstream_notification (
    workstream_id uuid not null references workstream on delete cascade,
    occasion      text not null,
    template_id   uuid not null,
    primary key (workstream_id, occasion),
    foreign key (template_id, occasion) references notification_template (id, occasion)
);

create index workstream_notification_template on workstream_notification (template_id);

-- Under which rules it was offered. The template may be deleted since; then the default is shown.
alter table offer
    add column occasion      text,
    add column template_id   uuid,
    add column workstream_id uuid,
    add column may_decline   boolean not null default true,
    -- Accepted without asking the agent. Afterwards seen_at says when they dismissed the notice of it.
    add column automatic     boolean not null default false;

create index offer_automatic_pending on offer (offered_at) where automatic and outcome is null;
create index offer_automatic_accepted on offer (agent_id, settled_at)
    where automatic and outcome = 'ACCEPTED' and seen_at is null;

-- How an agent's desk reports new messages in their own conversations. Without a row, the defaults.
create table alert_settings (
    user_id        uuid    primary key references user_account,
    sound          boolean not null,
    title          boolean not null,
    desktop        text    not null check (desktop in ('NEVER', 'BACKGROUND', 'ALWAYS')),
    -- Whether desktop notifications contain the text of the message.
    show_text      boolean not null,
    -- After how many seconds it is repeated while the message is unread; 0 for never.
    repeat_seconds int     not null check (repeat_seconds in (0, 30, 60, 120, 300))
);
