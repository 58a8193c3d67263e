-- E-mails to operators, until the mail server has accepted them.
create table email (
    id         uuid        primary key,
    key        text        not null unique,
    subject    text        not null,
    text       text        not null,
    attempts   int         not null default 0,
    problem    text,
    written_at timestamptz not null,
    due_at     timestamptz,
    sent_at    timestamptz
);

create index email_due on email (due_at) where due_at is not null;
