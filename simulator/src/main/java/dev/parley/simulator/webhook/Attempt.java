package dev.parley.simulator.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One POST and its result; status 0 without a response.
public record Attempt(Instant at, int status, long millis, @Nullable String error) {
    public boolean accepted() {
        return status == 200;
    }
}
