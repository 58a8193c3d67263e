package dev.parley.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person on record.
///
/// @param name as the channel gave it; null as long as it has not (see decisions: never an invented
///   name)
/// @param visitor the number that is shown instead of a missing name
/// @param sample whether this person was made up for the demo
public record Customer(
        CustomerId id,
        @Nullable String name,
        long visitor,
        boolean hasPicture,
        @Nullable String locale,
        @Nullable String timezone,
        Instant since,
        boolean sample) {}
