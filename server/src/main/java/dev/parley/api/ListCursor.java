package dev.parley.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.temporal.ChronoUnit.MICROS;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A position in a list, opaque to API clients.
///
/// @param id decides between two items of the same time
record ListCursor(Instant at, UUID id) {
    /// No database contains a later time.
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    @Override
    public String toString() {
        var place = MICROS.between(Instant.EPOCH, at) + "/" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(US_ASCII));
    }

    /// {@return the parsed position; null for none}
    static @Nullable ListCursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var place = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split("/", -1);
            if (place.length != 2) {
                throw unknown();
            }
            var at = Instant.EPOCH.plus(Long.parseLong(place[0]), MICROS);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                throw unknown();
            }
            return new ListCursor(at, UUID.fromString(place[1]));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return Problem.badParameter(
                "cursor", "cursor must be a nextCursor of an earlier response, unchanged");
    }
}
