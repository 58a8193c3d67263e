-- A copy of the database opens no session: the cookie holds the id, the table its hash.
alter table spring_session alter column session_id type char(64);
update spring_session set session_id = encode(sha256(rtrim(session_id)::bytea), 'hex');

-- Whoever is signed in shows their current password before they change it.
alter table sign_in_throttle drop constraint sign_in_throttle_kind_check;
alter table sign_in_throttle add constraint sign_in_throttle_kind_check
    check (kind in ('NAME', 'ADDRESS', 'CURRENT_PASSWORD'));
