package dev.parley.platform;

import java.time.Duration;

/// Pauses between attempts that double with each failure: exponential backoff.
///
/// @param first the pause after the first failure
/// @param longest no pause is longer
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /// {@return the pause after this many failures in a row, at least one}
    public Duration after(int failures) {
        var pause = first.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
