-- Which privacy notice an administrator had read, when the account was made by hand.
alter table messaging_account add column privacy_text text;
alter table messaging_account add column privacy_language text;
alter table messaging_account add column privacy_at timestamptz;
alter table messaging_account add constraint a_privacy_notice_is_whole
    check ((privacy_at is null) = (privacy_text is null)
           and (privacy_at is null) = (privacy_language is null));

-- What somebody typed about an account or its pages and has not saved yet, sealed as a whole.
create table account_draft (
    id         uuid        primary key,
    owner      uuid        not null references user_account,
    account_id uuid        references messaging_account on delete cascade,
    sealed     bytea       not null,
    expires_at timestamptz not null
);

create index account_draft_owner on account_draft (owner, account_id);
create index account_draft_expires_at on account_draft (expires_at);

-- The audit log is read backwards: all of it, by person, by kind of subject.
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_who on audit_entry (who, at desc, id desc);
create index audit_entry_kind on audit_entry (split_part(subject, '/', 1), at desc, id desc);
