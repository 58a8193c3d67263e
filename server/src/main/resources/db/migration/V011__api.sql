-- How programs turn the pages of conversations, and find those of one person.
create index conversation_by_opening on conversation (opened_at desc, id desc);
create index conversation_by_person on conversation (person, opened_at desc, id desc);
