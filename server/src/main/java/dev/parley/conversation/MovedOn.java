package dev.parley.conversation;

/// The conversation is not any more where the reader thought it was. The page asks again.
public final class MovedOn extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MovedOn(String message) {
        super(message);
    }
}
