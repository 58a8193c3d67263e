-- What an administrator has chosen in the wizard that sets a Facebook page up in a workstream, and
-- has not created yet. One for each administrator and workstream.
create table page_set_up_draft (
    owner                 uuid        not null references user_account on delete cascade,
    workstream_id         uuid        not null references workstream on delete cascade,
    page_id               text        not null,
    language              text        not null,
    extended_window       boolean     not null,
    customer_files        boolean     not null,
    agent_files           boolean     not null,
    files_refused         text        not null,
    files_refused_enabled boolean     not null,
    expires_at            timestamptz not null,
    primary key (owner, workstream_id)
);

create index page_set_up_draft_expires_at on page_set_up_draft (expires_at);
