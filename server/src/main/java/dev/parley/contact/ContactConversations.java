package dev.parley.contact;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.customer.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The conversations with a contact.
@Component
public class ContactConversations {
    private final Conversations conversations;
    private final ConversationContacts contacts;

    ContactConversations(Conversations conversations, ConversationContacts contacts) {
        this.conversations = conversations;
        this.contacts = contacts;
    }

    /// {@return those of the customers who are linked to the contact, without those that were moved
    /// to another, and those that were moved to it; newest first}
    public List<Conversation> of(ContactId contact, List<CustomerId> linked, int most) {
        var moved = conversations.byIds(contacts.movedTo(contact, most));
        return Stream.concat(notMoved(conversations.of(linked, most)).stream(), moved.stream())
                .sorted(
                        Comparator.<Conversation, Instant>comparing(one -> one.details().openedAt())
                                .reversed())
                .limit(most)
                .toList();
    }

    /// {@return those of these conversations that were not moved to a contact}
    public List<Conversation> notMoved(Collection<Conversation> all) {
        var moved = contacts.moved(all.stream().map(Conversation::id).toList());
        return all.stream().filter(one -> !moved.contains(one.id())).toList();
    }
}
