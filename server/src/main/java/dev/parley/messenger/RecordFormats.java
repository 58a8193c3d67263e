package dev.parley.messenger;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// How Meta's own record of conversations writes ids and times, which is not how its webhooks do.
///
/// <https://developers.facebook.com/docs/graph-api/reference/page/conversations>
public final class RecordFormats {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    private RecordFormats() {}

    /// {@return the message's id as webhooks give it} Old ones have another beginning in the
    /// record.
    public static String mid(String id) {
        return id.startsWith("m_mid.") ? id.substring(2) : id;
    }

    /// {@return the time, in whole seconds; null where this is none}
    public static @Nullable Instant time(String text) {
        try {
            return TIME.parse(text, Instant::from);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
