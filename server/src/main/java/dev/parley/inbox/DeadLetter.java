package dev.parley.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was delivered and could not be acted on. It is kept until somebody decides.
///
/// @param source where it came in: the key of the messaging account, or empty for an envelope
/// @param page the page that it names, if it does
/// @param person whom it is about, where one is known
/// @param detail the cause in the program's own words
/// @param tries how often it was taken up
/// @param size of its body in bytes
public record DeadLetter(
        UUID id,
        Instant receivedAt,
        String source,
        @Nullable String page,
        @Nullable String person,
        Cause cause,
        String detail,
        int tries,
        int size) {
    /// Why it could not be acted on.
    public enum Cause {
        NOT_JSON,
        NOT_FOR_PAGES,
        UNKNOWN_PAGE,
        UNREADABLE,
        FAILED
    }
}
