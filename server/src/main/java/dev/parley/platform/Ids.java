package dev.parley.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/// Makes the ids of rows: UUIDv7, so that they sort by the time they were made and need no round
/// trip to the database.
public final class Ids {
    private static final TimeBasedEpochRandomGenerator generator =
            Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return generator.generate();
    }
}
