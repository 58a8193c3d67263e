package dev.parley.contact;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.customer.Customer;
import dev.parley.customer.Customers;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Creates a contact for a customer, or for one conversation, and links it, both or neither.
@Component
public class LinkedContacts {
    private final Contacts contacts;
    private final ContactLinks links;
    private final ConversationContacts moves;
    private final Conversations conversations;
    private final Customers customers;

    LinkedContacts(
            Contacts contacts,
            ContactLinks links,
            ConversationContacts moves,
            Conversations conversations,
            Customers customers) {
        this.contacts = contacts;
        this.links = links;
        this.moves = moves;
        this.conversations = conversations;
        this.customers = customers;
    }

    /// A customer who is linked already, for example by a second click, gets no other contact.
    @Transactional
    public LinkChange create(Customer customer, ContactDraft draft, UserId by) {
        links.lock(customer.id());
        var linked = links.of(customer.id());
        if (linked.isPresent()) {
            return new LinkChange.LinkedElsewhere(linked.get());
        }
        return created(customer, draft, by)
                .map(contact -> links.link(customer.id(), contact, by))
                .orElseGet(LinkChange.Erased::new);
    }

    /// Creates a contact for one conversation with this customer, and moves it there. A
    /// conversation that was moved already, for example by a second click, gets no other contact.
    @Transactional
    public LinkChange createFor(
            ConversationId conversation, Customer customer, ContactDraft draft, SignedIn me) {
        // Before the customer, as blocking and erasing lock them.
        if (conversations.lock(conversation).isEmpty()) {
            return new LinkChange.Erased();
        }
        links.lock(customer.id());
        var moved = moves.movedTo(conversation);
        if (moved.isPresent()) {
            return new LinkChange.LinkedElsewhere(moved.get());
        }
        return created(customer, draft, me.userId())
                .map(contact -> moves.move(conversation, contact, me))
                .orElseGet(LinkChange.Erased::new);
    }

    /// {@return the contact; empty if the customer, whose name it copies, was erased}
    private Optional<ContactId> created(Customer customer, ContactDraft draft, UserId by) {
        var isCopied = draft.name().equals(customer.name());
        // Until the end of this transaction the customer cannot be erased.
        if (!draft.name().equals(customers.lockName(customer.id())) && isCopied) {
            return Optional.empty();
        }
        return Optional.of(contacts.create(draft, isCopied ? customer.id().value() : null, by));
    }
}
