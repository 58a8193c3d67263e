package dev.parley.simulator.graph;

import java.util.Map;

/// A kind of thing that can be asked for by its id alone.
public interface Node {
    boolean isNamedBy(String id);

    /// {@return what the call wants to know of it}
    Map<String, Object> show(String id, GraphCall call);
}
