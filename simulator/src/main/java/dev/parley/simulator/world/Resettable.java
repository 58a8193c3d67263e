package dev.parley.simulator.world;

/// Remembers things, and can forget them all.
public interface Resettable {
    void reset();
}
