-- Identifies this installation and where it runs, in a single row. A difference at a start may mean
-- that the data directory is a copy.
create table installation (
    id            uuid        primary key,
    only_one      boolean     not null default true unique check (only_one),
    address       text,
    directory     text,
    machine       text,
    database      text,
    -- Encrypted with the key of this installation, to check at a start that the key is the right
    -- one.
    sealed_sample bytea,
    copy_since    timestamptz,
    checked_at    timestamptz
);

insert into installation (id) values (gen_random_uuid());
