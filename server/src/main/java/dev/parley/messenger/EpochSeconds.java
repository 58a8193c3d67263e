package dev.parley.messenger;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Times as Meta writes them outside of webhooks: in seconds, and 0 for never.
public final class EpochSeconds {
    /// The end of the year 9999; databases and calendars end soon after.
    private static final long LATEST = 253_402_300_799L;

    private EpochSeconds() {}

    /// {@return this time; empty if it is not a time, or stands for never}
    public static Optional<Instant> read(JsonNode seconds) {
        var at = seconds.asLong(0);
        return at <= 0 || at > LATEST ? Optional.empty() : Optional.of(Instant.ofEpochSecond(at));
    }
}
