-- Only the primary key can find an envelope by its id. With the id itself at the end of this index,
-- the planner took it for that as well, and read the whole index for each envelope, whenever the
-- statistics of the table were taken while it was empty.
drop index waiting_envelope_of_person;
create index waiting_envelope_of_person on waiting_envelope (channel, endpoint, person, (id + 0));
