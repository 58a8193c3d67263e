package dev.parley.messenger.account;

import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A page whose customers are served with Parley.
///
/// @param pageId Meta's id of the page: digits
/// @param token the page access token, with which Parley acts as the page
/// @param stoppedAt when an administrator stopped the page, so that it sends nothing and requests
///   nothing from Meta; null while it runs
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
    /// {@return the same page, as read at this revision}
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
