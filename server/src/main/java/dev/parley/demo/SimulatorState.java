package dev.parley.demo;

import java.util.List;

/// The simulator's state, as far as the demo needs it.
record SimulatorState(List<App> apps, List<Page> pages) {
    record App(String id, String secret, String name) {}

    record Page(String id, String name, String token, String appId) {}
}
