-- What an administrator has Parley say instead of its usual words; null for those.
alter table channel_instance
    add column files_refused_text text check (length(files_refused_text) between 1 and 500);
