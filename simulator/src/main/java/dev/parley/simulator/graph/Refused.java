package dev.parley.simulator.graph;

import java.util.Optional;

/// Ends a call with an error of Graph.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GraphError error;

    public Refused(GraphError error) {
        super(error.message());
        this.error = error;
    }

    public GraphError error() {
        return error;
    }

    public static void ifAny(Optional<GraphError> error) {
        error.ifPresent(one -> {
            throw new Refused(one);
        });
    }
}
