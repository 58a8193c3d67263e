package dev.parley.messenger;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The formats of ids and times in Meta's message history, which differ from those in webhooks.
///
/// <https://developers.facebook.com/docs/graph-api/reference/page/conversations>
public final class RecordFormats {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    private RecordFormats() {}

    /// {@return the message's id as in webhooks} Old ids have a different prefix in the history.
    public static String mid(String id) {
        return id.startsWith("m_mid.") ? id.substring(2) : id;
    }

    /// {@return the time, in whole seconds; null if this is not a time}
    public static @Nullable Instant time(String text) {
        try {
            return TIME.parse(text, Instant::from);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
