package dev.parley.messenger.account;

import dev.parley.identity.UserId;
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
        UserId changedBy,
        int revision,
        @Nullable Instant stoppedAt) {
    /// {@return the same, as it was read at this revision}
    public FacebookPage at(int otherRevision) {
        return new FacebookPage(
                id,
                account,
                pageId,
                name,
                token,
                createdAt,
                changedAt,
                changedBy,
                otherRevision,
                stoppedAt);
    }

    public boolean isStopped() {
        return stoppedAt != null;
    }
}
