package dev.parley.messenger.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When Meta last called about an account.
///
/// @param signedAt with a valid signature
/// @param unsignedAt with an invalid signature, or none
/// @param verifiedAt to verify the callback URL, with the right token
/// @param unverifiedAt the same with a wrong token
public record WebhookContact(
        @Nullable Instant signedAt,
        @Nullable Instant unsignedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant unverifiedAt) {
    public static final WebhookContact NEVER = new WebhookContact(null, null, null, null);

    /// {@return whether the latest call arrived after that instant with an invalid signature}
    public boolean failsSince(Instant changed) {
        return unsignedAt != null
                && unsignedAt.isAfter(changed)
                && (signedAt == null || unsignedAt.isAfter(signedAt));
    }

    /// {@return whether the latest call to verify the callback URL had a wrong token}
    public boolean wasVerifiedWrongly() {
        return unverifiedAt != null && (verifiedAt == null || unverifiedAt.isAfter(verifiedAt));
    }

    /// {@return the same without times in the future}
    WebhookContact until(Instant now) {
        return new WebhookContact(
                until(signedAt, now),
                until(unsignedAt, now),
                until(verifiedAt, now),
                until(unverifiedAt, now));
    }

    private static @Nullable Instant until(@Nullable Instant at, Instant now) {
        return at == null || at.isAfter(now) ? null : at;
    }
}
