-- A rule that replaces a part of each text where it is shown. Stored texts are not changed.
create table masking_rule (
    id         uuid        primary key,
    kind       text        not null
               check (kind in ('CARD', 'EMAIL', 'NATIONAL_ID', 'EXPRESSION')),
    name       text        not null default '',
    expression text        not null default '',
    -- Whose texts are masked.
    customer   boolean     not null,
    agent      boolean     not null,
    active     boolean     not null,
    created_at timestamptz not null,
    created_by uuid        references user_account,
    changed_at timestamptz not null,
    changed_by uuid        references user_account,
    revision   int         not null default 1,
    constraint a_masking_rule_has_a_direction check (customer or agent),
    constraint only_an_own_rule_has_a_name
        check ((kind = 'EXPRESSION') = (length(name) between 1 and 100)),
    constraint only_an_own_rule_has_an_expression
        check ((kind = 'EXPRESSION') = (length(expression) between 1 and 200))
);

create unique index masking_rule_built_in on masking_rule (kind) where kind <> 'EXPRESSION';
create unique index masking_rule_name on masking_rule (lower(name)) where kind = 'EXPRESSION';

-- How often the rules were changed: every node compares it before it uses the rules that it read.
create table masking_state (
    only_one boolean primary key default true check (only_one),
    changes  bigint  not null default 0
);

insert into masking_state default values;

-- Agents need e-mail addresses to find a customer, so that rule is off at first.
insert into masking_rule (id, kind, customer, agent, active, created_at, changed_at)
values ('00000000-0000-7000-8000-000000000001', 'CARD', true, true, true, '2026-11-30Z', '2026-11-30Z'),
       ('00000000-0000-7000-8000-000000000002', 'NATIONAL_ID', true, true, true, '2026-11-30Z', '2026-11-30Z'),
       ('00000000-0000-7000-8000-000000000003', 'EMAIL', true, true, false, '2026-11-30Z', '2026-11-30Z');

-- A token with UNMASKED reads texts as they were written.
alter table api_token
    drop constraint api_token_scopes_check,
    add constraint api_token_scopes_check
        check (scopes <@ '{READ,WRITE,CONFIGURE,UNMASKED}' and scopes <> '{}');

-- Who may download the transcript of a conversation.
create table transcript_setting (
    only_one   boolean     primary key default true check (only_one),
    access     text        not null default 'SUPERVISORS'
               check (access in ('NOBODY', 'SUPERVISORS', 'READERS')),
    changed_at timestamptz,
    changed_by uuid        references user_account,
    revision   int         not null default 1
);

insert into transcript_setting default values;

-- A customer whose messages are stored, but reach nobody.
create table customer_block (
    id              uuid        primary key,
    customer_id     uuid        not null references customer,
    -- In which it was done.
    conversation_id uuid        not null references conversation,
    -- Empty when the person was erased.
    reason          text        not null check (length(reason) <= 500),
    blocked_at      timestamptz not null,
    blocked_by      uuid        not null references user_account,
    lifted_at       timestamptz,
    lifted_by       uuid        references user_account,
    constraint a_lifted_block_tells_who check ((lifted_at is null) = (lifted_by is null))
);

create unique index customer_block_in_force on customer_block (customer_id) where lifted_at is null;
create index customer_block_of_conversation on customer_block (conversation_id);

-- Whether its customer is blocked: a transaction that waited for the lock of a conversation sees it in
-- the row, and not in another table.
alter table conversation add column blocked boolean not null default false;

-- The notice to agents that their work is monitored. Each change is a new one, and no text is no
-- notice.
create table monitoring_notice (
    id           uuid        primary key,
    number       int         not null unique,
    text_en      text        not null check (length(text_en) <= 5000),
    text_zh      text        not null check (length(text_zh) <= 5000),
    published_at timestamptz not null,
    published_by uuid        not null references user_account
);

-- Which agent acknowledged which notice.
create table monitoring_acknowledgement (
    id              uuid        primary key,
    notice_id       uuid        not null references monitoring_notice,
    user_id         uuid        not null references user_account,
    -- In which the text was shown.
    language        text        not null,
    acknowledged_at timestamptz not null,
    unique (user_id, notice_id)
);

create index monitoring_acknowledgement_of_notice on monitoring_acknowledgement (notice_id, acknowledged_at);
