package dev.parley.workstream.notification;

/// Why an agent is notified of a conversation.
public enum NotificationOccasion {
    /// A new conversation of a customer who is linked to a contact or a company.
    KNOWN_CUSTOMER,
    /// A new conversation of any other customer.
    UNKNOWN_CUSTOMER,
    /// A colleague transferred it, to the agent or to their queue.
    TRANSFER,
    /// A colleague asks the agent for help in a conversation.
    CONSULT,
    /// A colleague assigned it to the agent, without asking.
    ASSIGNMENT;

    /// {@return whether a conversation is offered, which can also be accepted for the agent}
    public boolean isOffer() {
        return this != CONSULT && this != ASSIGNMENT;
    }
}
