-- Closing is carried out after a while, in which the agent may take it back. Until then the
-- conversation is in wrap-up, and close_at says when that while is over.
alter table conversation
    add column closing boolean not null default false,
    add constraint only_what_is_wrapped_up_is_closing check (not closing or state = 'WRAP_UP');

-- Who may see a customer's picture is asked of all their conversations, closed ones too.
drop index conversation_of_customer;
create index conversation_of_customer on conversation (customer_id);
