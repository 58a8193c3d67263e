package dev.parley.workstream.notification;

/// Why an agent is notified of a conversation.
public enum NotificationOccasion {
    /// A new conversation of a customer who is linked to a contact or a company.
    KNOWN_CUSTOMER,
    /// A new conversation of any other customer.
    UNKNOWN_CUSTOMER,
    /// A colleague transferred it, to the agent or to their queue.
    TRANSFER
}
