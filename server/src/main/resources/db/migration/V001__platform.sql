-- Who this installation is, and where it runs: a single row. What differs from it at a start may
-- mean that the data is a copy.
create table installation (
    id            uuid        primary key,
    only_one      boolean     not null default true unique check (only_one),
    address       text,
    directory     text,
    machine       text,
    database      text,
    -- Sealed with the key of this installation, to tell at a start whether the key is the right
    -- one.
    sealed_sample bytea,
    copy_since    timestamptz,
    checked_at    timestamptz
);

insert into installation (id) values (gen_random_uuid());
