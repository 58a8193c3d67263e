package dev.parley.contact;

/// The result of linking a customer to a contact. Every caller has to handle each case.
public sealed interface LinkChange {
    record Linked(ContactId id) implements LinkChange {}

    /// Another user linked the customer to another contact in the meantime.
    record LinkedElsewhere(Contact to) implements LinkChange {}

    /// The contact was deleted in the meantime.
    record Gone() implements LinkChange {}

    /// The customer, whose name the contact was to get, was erased in the meantime.
    record Erased() implements LinkChange {}
}
