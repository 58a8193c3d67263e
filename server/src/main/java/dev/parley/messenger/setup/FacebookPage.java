package dev.parley.messenger.setup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A page whose visitors Parley answers.
///
/// @param pageId Meta's name for it: digits
/// @param token lets Parley speak as the page
/// @param stoppedAt since when an administrator has it rest: it sends nothing, and asks Meta for
///   nothing; null while it runs
public record FacebookPage(
        FacebookPageId id,
        MessagingAccountId account,
        String pageId,
        String name,
        Secret token,
        Instant createdAt,
        Instant changedAt,
        int revision,
        @Nullable Instant stoppedAt) {
    public boolean isStopped() {
        return stoppedAt != null;
    }
}
