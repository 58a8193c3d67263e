package dev.parley.simulator.world;

/// An action that Messenger does not allow, with the reason.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
        super(reason);
    }
}
