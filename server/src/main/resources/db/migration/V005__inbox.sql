-- What channels delivered. The id is the order of arrival; a person's envelopes form one lane.
create table envelope (
    id          bigint      generated always as identity primary key,
    channel     text        not null,
    endpoint    text        not null,
    person      text        not null,
    key         text        collate "C" not null,
    kind        text        not null,
    payload     text        not null,
    attempts    int         not null default 0,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    handled_at  timestamptz,
    failed_at   timestamptz,
    constraint an_envelope_is_kept_once unique (channel, endpoint, key)
);

-- PostgreSQL keeps samples of what columns hold, for planning. No statement looks for these values,
-- and the samples would outlive what is erased (decision 31).
alter table envelope alter column payload set statistics 0;

-- The only index of what waits: the planner expects that almost nothing does, and would sort what
-- it read from another one instead of jumping from person to person in this one.
create index envelope_waiting on envelope (channel, endpoint, person, id)
    where handled_at is null and failed_at is null;
create index envelope_handled on envelope (handled_at) where handled_at is not null;

-- The digest is of where it came in and what came: a body that is repeated waits as one letter.
create table dead_letter (
    id          uuid        primary key,
    envelope_id bigint      references envelope on delete set null,
    -- Who can read it again.
    channel     text        not null,
    endpoint    text,
    person      text,
    source      text        not null,
    digest      bytea       not null,
    cause       text        not null,
    detail      text        not null,
    body        bytea       not null,
    -- How often the same has failed, in earlier letters too.
    tries       int         not null default 1,
    received_at timestamptz not null,
    settled_at  timestamptz
);

-- No samples of words, as above.
alter table dead_letter
    alter column detail set statistics 0,
    alter column body set statistics 0;

create index dead_letter_waiting on dead_letter (received_at) where settled_at is null;
create unique index a_dead_letter_waits_once on dead_letter (digest) where settled_at is null;
create index dead_letter_settled on dead_letter (settled_at) where settled_at is not null;
create index dead_letter_of_envelope on dead_letter (envelope_id) where envelope_id is not null;
create index dead_letter_digest on dead_letter (digest);
