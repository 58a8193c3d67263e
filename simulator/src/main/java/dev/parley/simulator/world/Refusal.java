package dev.parley.simulator.world;

/// An act that Messenger would not let a person do, with the reason in words.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
        super(reason);
    }
}
