package dev.parley.messenger.privacy;

import dev.parley.identity.UserId;
import dev.parley.messenger.account.MessagingAccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person wants their data deleted, or removed the app from their account.
///
/// @param code with which the person can see the status of the request
/// @param account as it was then; it may have been deleted
/// @param userId the person's app-scoped id
/// @param detail in Meta's own words, if it did not return the person's page-scoped ids
/// @param persons on how many pages the person was erased
/// @param messages how many messages were erased
/// @param settledBy null if Parley settled it automatically
public record PrivacyRequest(
        UUID id,
        String code,
        MessagingAccountId account,
        String accountName,
        Kind kind,
        String userId,
        Instant askedAt,
        State state,
        int attempts,
        @Nullable String detail,
        int persons,
        int messages,
        @Nullable Instant settledAt,
        @Nullable UserId settledBy) {
    /// What was requested.
    public enum Kind {
        DELETION,
        DEAUTHORIZATION
    }

    /// The status of a request.
    public enum State {
        /// Not settled yet; this happens automatically.
        WAITING,
        ERASED,
        /// The person is unknown on our pages.
        NO_DATA,
        /// Meta did not identify the person: an administrator has to find out who it is.
        ACTION_REQUIRED,
        /// There was nothing to erase.
        RECORDED;

        /// {@return its name in text keys}
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
