package dev.parley.messenger.catchup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of whether a page's events all arrived.
///
/// @param checkAt when its subscription is looked at next
/// @param checkedAt when that was last found to be good
/// @param wholeUntil everything until then was delivered, or fetched afterwards
/// @param wanted whether a catch-up is to begin with the next good check
/// @param span what a catch-up is fetching; null when none is under way
/// @param cursor where Meta's list of conversations goes on; null at its beginning
/// @param conversations through how many the latest catch-up has looked
/// @param found how many messages it found that had not been delivered
/// @param problem why it does not get on, as a stable code
/// @param detail in Meta's own words
/// @param failures how often in a row it did not get on
public record PageWatch(
        String page,
        @Nullable Instant checkAt,
        @Nullable Instant checkedAt,
        @Nullable Instant wholeUntil,
        boolean wanted,
        @Nullable Span span,
        @Nullable String cursor,
        int conversations,
        int found,
        @Nullable Instant finishedAt,
        @Nullable String problem,
        @Nullable String detail,
        int failures) {

    /// From when until when a catch-up fetches.
    public record Span(Instant since, Instant until) {}
}
