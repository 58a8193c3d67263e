-- Work that was in progress when the server crashed. A strike is a crash that only this work can
-- have caused. life identifies the run of the server, so that one crash counts once.
create table crash_suspect (
    kind         text        not null,
    key          text        not null,
    strikes      int         not null,
    life         uuid        not null,
    last_at      timestamptz not null,
    set_aside_at timestamptz,
    primary key (kind, key)
);
