-- Work that was in hand when a process died. A strike is a death for which nothing else can be
-- blamed; life names the process, so that one death counts once.
create table crash_suspect (
    kind         text        not null,
    key          text        not null,
    strikes      int         not null,
    life         uuid        not null,
    last_at      timestamptz not null,
    set_aside_at timestamptz,
    primary key (kind, key)
);
