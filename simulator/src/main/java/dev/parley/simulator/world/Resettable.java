package dev.parley.simulator.world;

/// Has state that can be reset.
public interface Resettable {
    void reset();
}
