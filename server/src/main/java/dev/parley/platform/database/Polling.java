package dev.parley.platform.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for a condition that can only be polled.
final class Polling {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Polling() {}

    /// {@return whether it became true in time}
    static boolean until(Duration limit, BooleanSupplier fulfilled) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!fulfilled.getAsBoolean()) {
            if (System.nanoTime() > deadline || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
