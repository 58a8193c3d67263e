package dev.parley.simulator.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One post and what came of it; status 0 when nothing came back.
public record Attempt(Instant at, int status, long millis, @Nullable String error) {
    public boolean accepted() {
        return status == 200;
    }
}
