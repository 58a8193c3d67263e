package dev.parley.desk.view;

import java.util.Locale;

/// How far a message of ours has come.
public enum DeliveryMark {
    /// Not ours to follow: the customer's, or one written elsewhere.
    NONE,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    /// The answer was lost; it may or may not have arrived.
    UNKNOWN;

    public boolean needsCare() {
        return this == FAILED || this == UNKNOWN;
    }

    /// {@return how it stands in a text key or a class name}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
