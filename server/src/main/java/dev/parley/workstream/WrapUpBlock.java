package dev.parley.workstream;

import java.time.Duration;
import java.time.Instant;

/// How long a conversation in wrap-up uses its agent's capacity.
public sealed interface WrapUpBlock {
    /// Until it is closed.
    record Always() implements WrapUpBlock {}

    /// For a limited time.
    ///
    /// @param time 1 to 60 whole minutes
    record Custom(Duration time) implements WrapUpBlock {
        public static final int SHORTEST = 1;
        public static final int LONGEST = 60;
        public static final int DEFAULT = 15;

        public static Custom ofMinutes(long minutes) {
            return new Custom(Duration.ofMinutes(minutes));
        }
    }

    /// Not at all.
    record Never() implements WrapUpBlock {}

    /// {@return whether a conversation in wrap-up since then still uses capacity}
    default boolean blocks(Instant since, Instant now) {
        return switch (this) {
            case Always() -> true;
            case Custom(var time) -> now.isBefore(since.plus(time));
            case Never() -> false;
        };
    }
}
