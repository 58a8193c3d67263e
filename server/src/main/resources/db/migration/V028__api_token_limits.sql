-- What a token may do, and until when. Tokens from before keep what they could: everything, for
-- good; a new one says it.
alter table api_token add column expires_at timestamptz;
alter table api_token add column scopes text[] not null default '{READ,WRITE,CONFIGURE}'
    check (scopes <@ '{READ,WRITE,CONFIGURE}' and scopes <> '{}');
alter table api_token alter column scopes drop default;
