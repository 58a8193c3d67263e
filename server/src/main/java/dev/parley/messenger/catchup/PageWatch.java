package dev.parley.messenger.catchup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether all events of a page have arrived, as far as Parley knows.
///
/// @param checkAt when its subscription is checked next
/// @param checkedAt when the subscription was last found to be good
/// @param completeUntil everything until then was delivered, or fetched afterwards
/// @param wanted whether a catch-up starts with the next good check
/// @param span the time span that a catch-up is fetching; null if none is running
/// @param cursor where Meta's list of conversations continues; null at its start
/// @param conversations how many conversations the latest catch-up has read
/// @param found how many messages it found that had not been delivered
/// @param problem why it cannot continue, as a stable code
/// @param detail in Meta's own words
/// @param failures how often in a row it failed
public record PageWatch(
        String page,
        @Nullable Instant checkAt,
        @Nullable Instant checkedAt,
        @Nullable Instant completeUntil,
        boolean wanted,
        @Nullable Span span,
        @Nullable String cursor,
        int conversations,
        int found,
        @Nullable Instant finishedAt,
        @Nullable String problem,
        @Nullable String detail,
        int failures) {

    /// {@return whether a catch-up is about to begin or running}
    public boolean isCatchingUp() {
        return wanted || span != null;
    }

    /// {@return whether a catch-up has not read anything yet, because Meta may still deliver}
    public boolean isWaiting() {
        return span != null && cursor == null && conversations == 0;
    }

    /// The time span that a catch-up fetches.
    public record Span(Instant since, Instant until) {}
}
