package dev.parley.simulator.graph;

/// Ends a call without an answer: the line is cut.
public final class ConnectionCut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConnectionCut() {
        super("The line was cut");
    }
}
