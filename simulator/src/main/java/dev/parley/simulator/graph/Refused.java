package dev.parley.simulator.graph;

import java.util.Optional;

/// Ends a call with an error of Graph.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GraphError error;

    Refused(GraphError error) {
        super(error.message());
        this.error = error;
    }

    GraphError error() {
        return error;
    }

    static void ifAny(Optional<GraphError> error) {
        error.ifPresent(one -> {
            throw new Refused(one);
        });
    }
}
