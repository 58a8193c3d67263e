package dev.parley.simulator.graph;

/// Ends a call without an answer: the line is cut.
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Broken() {
        super("The line was cut");
    }
}
