package dev.parley.simulator.graph;

import java.util.Map;

/// A kind of node that can be read by its id alone.
public interface Node {
    boolean isNamedBy(String id);

    /// {@return the requested fields}
    Map<String, Object> show(String id, GraphCall call);
}
