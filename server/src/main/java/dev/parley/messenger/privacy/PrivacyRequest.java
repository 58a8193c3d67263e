package dev.parley.messenger.privacy;

import dev.parley.identity.UserId;
import dev.parley.messenger.account.MessagingAccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody wants their data deleted, or took the app off their account.
///
/// @param code under which they may see what became of it
/// @param account as it was then; it may be gone
/// @param userId the person, by an id of the app's own
/// @param detail in Meta's own words, where it did not say whom a page knows under that id
/// @param persons for how many pages they were forgotten
/// @param messages how many messages were erased
/// @param settledBy null where nobody but us did it
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
    /// What was asked.
    public enum Kind {
        DELETION,
        DEAUTHORIZATION
    }

    /// What became of it.
    public enum State {
        /// Nothing yet; it is done by itself.
        WAITING,
        ERASED,
        /// No page of ours knows the person.
        NOBODY,
        /// Meta did not say whom it is about: an administrator has to find out.
        UNMATCHED,
        /// There was nothing to erase.
        NOTED;

        /// {@return how it stands in a text key}
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
