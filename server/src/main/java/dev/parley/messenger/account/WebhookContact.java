package dev.parley.messenger.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When Meta last called about an account.
///
/// @param validAt with a valid signature
/// @param invalidAt with an invalid signature, or none
/// @param verifiedAt to verify the callback URL, with the right token
/// @param unverifiedAt the same with a wrong token
public record WebhookContact(
        @Nullable Instant validAt,
        @Nullable Instant invalidAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant unverifiedAt) {
    public static final WebhookContact NEVER = new WebhookContact(null, null, null, null);

    /// {@return whether the latest call arrived after that instant with an invalid signature}
    public boolean hasInvalidSignatureSince(Instant changed) {
        return invalidAt != null
                && invalidAt.isAfter(changed)
                && (validAt == null || invalidAt.isAfter(validAt));
    }

    /// {@return whether the latest call to verify the callback URL had a wrong token}
    public boolean wasVerifiedWrongly() {
        return unverifiedAt != null && (verifiedAt == null || unverifiedAt.isAfter(verifiedAt));
    }

    /// {@return the same without times in the future}
    WebhookContact until(Instant now) {
        return new WebhookContact(
                until(validAt, now),
                until(invalidAt, now),
                until(verifiedAt, now),
                until(unverifiedAt, now));
    }

    private static @Nullable Instant until(@Nullable Instant at, Instant now) {
        return at == null || at.isAfter(now) ? null : at;
    }
}
