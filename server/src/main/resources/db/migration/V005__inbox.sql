-- Events that channels delivered. Ids are in order of arrival; the envelopes of one person are
-- processed in this order.
create table envelope (
    id          bigint      generated always as identity primary key,
    channel     text        not null,
    endpoint    text        not null,
    person      text        not null,
    key         text        collate "C" not null,
    kind        text        not null,
    payload     text        not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    constraint an_envelope_is_kept_once unique (channel, endpoint, key)
);

-- PostgreSQL stores samples of column values for its planner. No statement searches for these
-- values, and the samples would remain after an erasure (decision 31).
alter table envelope alter column payload set statistics 0;

-- Envelopes are stored in order of arrival, so a summary of each block range is enough to find the
-- old ones.
create index envelope_received on envelope using brin (received_at) with (autosummarize = on);

-- Envelopes that are not processed yet: a row is inserted when an envelope arrives and deleted when
-- it was processed, so the wide rows of envelope are never updated. It refers to its envelope
-- without a foreign key, because checking one would cost as much as inserting the row.
create table waiting_envelope (
    id       bigint primary key,
    channel  text   not null,
    endpoint text   not null,
    person   text   not null
) with (
    -- Rows exist for milliseconds. Deleted ones are removed while they are few.
    autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0,
    -- The table is empty most of the time. If a vacuum truncated it then, the planner would assume
    -- a tiny table for as long as a plan is cached, and read all rows once for each person.
    vacuum_truncate = off
);

create index waiting_envelope_of_person on waiting_envelope (channel, endpoint, person, id);

-- Events that could not be processed. The digest covers source and body: a body that is delivered
-- again does not become a second dead letter.
create table dead_letter (
    id          uuid        primary key,
    envelope_id bigint      references envelope on delete set null,
    -- The channel whose reader can read the body again.
    channel     text        not null,
    endpoint    text,
    person      text,
    source      text        not null,
    digest      bytea       not null,
    cause       text        not null,
    detail      text        not null,
    body        bytea       not null,
    -- How often the same body has failed, including earlier dead letters.
    tries       int         not null default 1,
    received_at timestamptz not null,
    settled_at  timestamptz
);

-- No samples of customers' words, as above.
alter table dead_letter
    alter column detail set statistics 0,
    alter column body set statistics 0;

create index dead_letter_waiting on dead_letter (received_at) where settled_at is null;
create unique index a_dead_letter_waits_once on dead_letter (digest) where settled_at is null;
create index dead_letter_settled on dead_letter (settled_at) where settled_at is not null;
create index dead_letter_of_envelope on dead_letter (envelope_id) where envelope_id is not null;
create index dead_letter_digest on dead_letter (digest);
