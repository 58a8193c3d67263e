package dev.parley.workstream.notification;

/// What a notification can show besides the customer's name. A field without a value is left out.
public enum NotificationField {
    LAST_MESSAGE,
    CONTACT,
    COMPANY,
    ENDPOINT,
    WORKSTREAM,
    QUEUE,
    WAITING,
    /// Why this agent was chosen.
    REASON
}
