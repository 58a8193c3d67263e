-- The table is empty most of the time. If it gave its pages back then, the planner would take it for
-- tiny for as long as the plan is kept, and read all of what waits once for each person.
alter table waiting_envelope set (vacuum_truncate = off);
