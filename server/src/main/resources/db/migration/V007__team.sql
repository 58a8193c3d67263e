create table agent (
    user_id        uuid        primary key,
    presence       text        not null
        check (presence in ('AVAILABLE', 'BUSY', 'DO_NOT_DISTURB', 'AWAY', 'OFFLINE')),
    presence_since timestamptz not null,
    seen_at        timestamptz,
    capacity       int         not null default 100 check (capacity >= 0)
);
