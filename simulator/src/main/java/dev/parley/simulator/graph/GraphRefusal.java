package dev.parley.simulator.graph;

import java.util.Optional;

/// Ends a call with a Graph error.
public final class GraphRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GraphError error;

    public GraphRefusal(GraphError error) {
        super(error.message());
        this.error = error;
    }

    public GraphError error() {
        return error;
    }

    public static void ifAny(Optional<GraphError> error) {
        error.ifPresent(one -> {
            throw new GraphRefusal(one);
        });
    }
}
