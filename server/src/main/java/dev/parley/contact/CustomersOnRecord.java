package dev.parley.contact;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.routing.KnownCustomers;
import org.springframework.stereotype.Component;

/// Tells routing whether a customer is linked to a contact or a company.
@Component
class CustomersOnRecord implements KnownCustomers {
    private final Conversations conversations;
    private final ContactLinks links;

    CustomersOnRecord(Conversations conversations, ContactLinks links) {
        this.conversations = conversations;
        this.links = links;
    }

    @Override
    public boolean isKnown(ConversationId conversation) {
        return conversations
                .byId(conversation)
                .flatMap(found -> links.of(found.details().customer()))
                .isPresent();
    }
}
