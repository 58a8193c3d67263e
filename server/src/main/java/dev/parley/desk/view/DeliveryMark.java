package dev.parley.desk.view;

import java.util.Locale;

/// The delivery state of a sent message.
public enum DeliveryMark {
    /// Not tracked: from the customer, or written elsewhere.
    NONE,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    /// The response was lost; the message may or may not have been delivered.
    UNKNOWN;

    public boolean isProblem() {
        return this == FAILED || this == UNKNOWN;
    }

    /// {@return its name in a text key or a class name}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
