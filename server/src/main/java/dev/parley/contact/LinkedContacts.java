package dev.parley.contact;

import dev.parley.customer.Customer;
import dev.parley.customer.Customers;
import dev.parley.identity.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Creates a contact for a customer and links it, both or neither.
@Component
public class LinkedContacts {
    private final Contacts contacts;
    private final ContactLinks links;
    private final Customers customers;

    LinkedContacts(Contacts contacts, ContactLinks links, Customers customers) {
        this.contacts = contacts;
        this.links = links;
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
        var isCopied = draft.name().equals(customer.name());
        // Until the end of this transaction the customer cannot be erased.
        if (!draft.name().equals(customers.lockName(customer.id())) && isCopied) {
            return new LinkChange.Erased();
        }
        var copied = isCopied ? customer.id().value() : null;
        var contact = contacts.create(draft, copied, by);
        return switch (links.link(customer.id(), contact, by)) {
            case LinkChange.Linked done -> done;
            case LinkChange.LinkedElsewhere _, LinkChange.Gone _, LinkChange.Erased _ ->
                    throw new IllegalStateException(
                            "Customer %s was linked concurrently".formatted(customer.id().value()));
        };
    }
}
