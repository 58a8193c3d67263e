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
