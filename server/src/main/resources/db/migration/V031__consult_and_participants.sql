-- The colleagues who are in a conversation besides its agent. They are also rows of participant; here
-- they decide who may read the conversation, under the lock of its row, without another look-up.
alter table conversation add column participants uuid[] not null default '{}';

create index conversation_with_participants on conversation using gin (participants)
    where participants <> '{}';

-- A colleague whom an agent asked into a conversation. The row stays when they have left.
create table participant (
    conversation_id uuid        not null references conversation,
    user_id         uuid        not null,
    -- CONSULTED until the conversation is assigned to somebody else, or they are added; ADDED until the
    -- conversation closes.
    kind            text        not null check (kind in ('CONSULTED', 'ADDED')),
    -- Whom they help: a consult ends when the conversation is assigned to somebody else.
    agent_id        uuid        not null,
    joined_at       timestamptz not null,
    -- What is stored with a higher id is new to them.
    seen_id         uuid        not null,
    left_at         timestamptz,
    primary key (conversation_id, user_id)
);

create index participant_of_user on participant (user_id) where left_at is null;

-- An agent was asked to help in a conversation.
create table consult (
    id              uuid        primary key,
    conversation_id uuid        not null,
    -- Who is asked.
    agent_id        uuid        not null,
    asked_by        uuid        not null,
    -- Made by the client, the same when it repeats the request. An internal note has the same.
    request_key     text        not null check (length(request_key) <= 40),
    asked_at        timestamptz not null,
    expires_at      timestamptz not null,
    template_id     uuid        not null,
    workstream_id   uuid        not null,
    may_decline     boolean     not null,
    outcome         text
        check (outcome in ('ACCEPTED', 'DECLINED', 'TIMED_OUT', 'WITHDRAWN')),
    settled_at      timestamptz,
    unique (conversation_id, request_key),
    constraint what_is_settled_has_an_outcome check ((outcome is null) = (settled_at is null))
);

create unique index consult_asked_once on consult (conversation_id, agent_id) where outcome is null;
create index consult_pending on consult (agent_id) where outcome is null;
create index consult_due on consult (expires_at) where outcome is null;

alter table notification_template
    drop constraint notification_template_occasion_check,
    add constraint notification_template_occasion_check
        check (occasion in ('KNOWN_CUSTOMER', 'UNKNOWN_CUSTOMER', 'TRANSFER', 'CONSULT',
                            'ASSIGNMENT')),
    -- Nobody is consulted without being asked, and what was assigned is assigned already.
    add constraint only_what_is_offered_is_assigned_automatically
        check (not auto_assign or occasion not in ('CONSULT', 'ASSIGNMENT'));

insert into notification_template (id, occasion, name, is_default, countdown_seconds, fields, desktop,
                                   created_at, changed_at)
values ('018f0000-0000-7000-8000-000000000014', 'CONSULT', '', true, 120,
        '{LAST_MESSAGE,COMPANY,ENDPOINT}', 'BACKGROUND', now(), now()),
       ('018f0000-0000-7000-8000-000000000015', 'ASSIGNMENT', '', true, 120,
        '{LAST_MESSAGE,COMPANY,ENDPOINT}', 'BACKGROUND', now(), now());

-- Who assigned the conversation, when a colleague did that and no offer was made.
alter table offer add column assigned_by uuid;
