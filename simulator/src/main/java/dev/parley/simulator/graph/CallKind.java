package dev.parley.simulator.graph;

import dev.parley.simulator.fault.Faults;

/// Classifies calls into the kinds that faults name.
final class CallKind {
    private CallKind() {}

    static String of(GraphCall call) {
        return call.method().equals("POST") && call.path().endsWith("/messages")
                ? Faults.SENDS
                : read(call.path());
    }

    private static String read(String path) {
        if (path.contains("/conversations") || path.matches("/[tm]_.*")) {
            return "conversations";
        }
        if (path.contains("/subscri")) {
            return "subscriptions";
        }
        return path.matches("/\\d+") ? "profiles" : "others";
    }
}
