-- With whose app it was written what did not go out through Parley; null where nobody said.
alter table message
    add column written_with     text check (written_with in ('US', 'INBOX', 'APP')),
    add column written_with_app text,
    add constraint only_an_app_has_a_number
        check (written_with_app is null or written_with = 'APP');

-- Whose words lists show.
alter table conversation add column preview_author text not null default 'CUSTOMER';
update conversation set preview_author = 'AGENT' where not preview_inbound;
