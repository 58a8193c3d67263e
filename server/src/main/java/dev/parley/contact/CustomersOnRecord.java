package dev.parley.contact;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.routing.KnownCustomers;
import org.springframework.stereotype.Component;

/// Tells routing whether a conversation is with a contact or a company.
@Component
class CustomersOnRecord implements KnownCustomers {
    private final Conversations conversations;
    private final ConversationContacts contacts;

    CustomersOnRecord(Conversations conversations, ConversationContacts contacts) {
        this.conversations = conversations;
        this.contacts = contacts;
    }

    @Override
    public boolean isKnown(ConversationId conversation) {
        return conversations.byId(conversation).flatMap(contacts::of).isPresent();
    }
}
