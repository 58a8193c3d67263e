package dev.parley.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Generates the ids of rows: UUIDv7, so that they sort by creation time and need no round trip to
/// the database.
public final class Ids {
    private static final TimeBasedEpochRandomGenerator generator =
            Generators.timeBasedEpochRandomGenerator();

    private static final Pattern UUID_TEXT =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

    /// {@return the id in this text; empty if it is not an id}
    public static Optional<UUID> read(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    public static UUID next() {
        return generator.generate();
    }
}
