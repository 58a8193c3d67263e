-- A customer is known since their earliest message, not since it was delivered or found.
update customer c
   set since = earliest.at
  from (select v.customer_id, min(m.sent_at) as at
          from conversation v
          join message m on m.conversation_id = v.id
         where m.author <> 'SYSTEM' and m.sent_at >= '2011-01-01'
         group by v.customer_id) earliest
 where earliest.customer_id = c.id and earliest.at < c.since;
