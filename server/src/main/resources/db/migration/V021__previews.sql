-- What pages can show of a file: whether a picture moves, and why one is not shown.
alter table attachment
    add column animated     boolean not null default false,
    add column preview_flaw text
        check (preview_flaw in ('TOO_LARGE', 'DAMAGED', 'TOO_COSTLY')),
    add constraint what_is_not_shown_has_no_size
        check (preview_flaw is null or width is null);
