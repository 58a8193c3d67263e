package dev.parley.desk;

import dev.parley.conversation.Message;
import dev.parley.conversation.Messages.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A position in a timeline, as it is written in a URL.
final class TimelineCursor {
    /// Later times cannot be stored in the database.
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private TimelineCursor() {}

    static String of(Message message) {
        return of(message.sentAt(), message.id().value());
    }

    static String of(Instant sentAt, UUID id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, sentAt) + "_" + id;
    }

    /// {@return the position; null when it is missing or not valid}
    static @Nullable Place read(@Nullable String cursor) {
        var cut = cursor == null ? -1 : cursor.indexOf('_');
        if (cursor == null || cut < 0) {
            return null;
        }
        try {
            var micros = Long.parseLong(cursor.substring(0, cut));
            var at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            return at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)
                    ? null
                    : new Place(at, UUID.fromString(cursor.substring(cut + 1)));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
