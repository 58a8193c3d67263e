package dev.parley.simulator.graph;

/// Ends a call without a response by cutting the connection.
public final class ConnectionCut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConnectionCut() {
        super("The connection was cut");
    }
}
