-- INACTIVE is set by a missed offer, and never chosen.
alter table agent drop constraint agent_presence_check;
alter table agent add constraint agent_presence_check
    check (presence in ('AVAILABLE', 'BUSY', 'DO_NOT_DISTURB', 'AWAY', 'OFFLINE', 'INACTIVE'));

-- When the agent was shown that an offer was missed, and said so.
alter table offer add column seen_at timestamptz;
update offer set seen_at = settled_at where outcome = 'TIMED_OUT';

create index offer_missed on offer (agent_id, settled_at)
    where outcome = 'TIMED_OUT' and seen_at is null;
create index offer_answered on offer (agent_id, settled_at)
    where outcome in ('ACCEPTED', 'DECLINED');
