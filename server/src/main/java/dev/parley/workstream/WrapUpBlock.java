package dev.parley.workstream;

import java.time.Duration;
import java.time.Instant;

/// For how long a conversation in wrap-up takes up its agent's capacity.
public sealed interface WrapUpBlock {
    /// Until it is closed.
    record Always() implements WrapUpBlock {}

    /// For so long at most.
    ///
    /// @param time of 1 to 60 whole minutes
    record Custom(Duration time) implements WrapUpBlock {
        public static final int SHORTEST = 1;
        public static final int LONGEST = 60;
        public static final int USUAL = 15;

        public static Custom ofMinutes(long minutes) {
            return new Custom(Duration.ofMinutes(minutes));
        }
    }

    /// Not at all.
    record Never() implements WrapUpBlock {}

    /// {@return whether what is in wrap-up since then still takes up capacity}
    default boolean blocks(Instant since, Instant now) {
        return switch (this) {
            case Always() -> true;
            case Custom(var time) -> now.isBefore(since.plus(time));
            case Never() -> false;
        };
    }
}
