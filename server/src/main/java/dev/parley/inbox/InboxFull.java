package dev.parley.inbox;

/// The inbox cannot store more at the moment. The channel must be asked to deliver again.
public final class InboxFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InboxFull(String message) {
        super(message);
    }
}
