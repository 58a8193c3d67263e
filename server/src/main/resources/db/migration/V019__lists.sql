-- Lists tell who made a thing and who changed it last, and when.
alter table user_account
    add column changed_at timestamptz,
    add column changed_by uuid references user_account;
update user_account set changed_at = created_at, changed_by = created_by;
update user_account u
   set changed_at = latest.at, changed_by = latest.who
  from (select distinct on (subject) subject, at, who
          from audit_entry
         where action = 'user.changed'
         order by subject, at desc, id desc) latest
 where latest.subject = 'user/' || u.id;
alter table user_account alter column changed_at set not null;

alter table api_token add column created_by uuid references user_account;
update api_token t
   set created_by = issued.who
  from audit_entry issued
 where issued.action = 'apiToken.issued' and issued.subject = 'user/' || t.user_id
   and issued.after ->> 'name' = t.name
   and issued.at between t.created_at and t.created_at + interval '1 second';

-- What was done to anything of a kind, whatever became of it since.
create index audit_entry_action on audit_entry (action, at);
