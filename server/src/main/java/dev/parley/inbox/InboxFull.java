package dev.parley.inbox;

/// The inbox cannot keep more just now. The channel must be told to come again.
public final class InboxFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InboxFull(String message) {
        super(message);
    }
}
