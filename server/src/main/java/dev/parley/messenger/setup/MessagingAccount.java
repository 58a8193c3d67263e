package dev.parley.messenger.setup;

import java.time.Instant;
import java.util.Optional;

/// One Facebook app that Parley speaks through.
///
/// @param key stands in its callback URL, and cannot be guessed
/// @param previousSecret of the app, while Meta may still sign with it
/// @param verifyToken what Meta must show when it first calls the callback URL
public record MessagingAccount(
        MessagingAccountId id,
        String key,
        String name,
        String applicationId,
        Secret appSecret,
        Optional<PreviousSecret> previousSecret,
        Secret verifyToken,
        Instant createdAt,
        Instant changedAt,
        int revision) {

    /// {@return where Meta calls us about this account, below our public address}
    public String callbackPath() {
        return "/webhooks/facebook/" + key;
    }

    /// {@return where Meta tells that somebody wants their data deleted}
    public String dataDeletionPath() {
        return callbackPath() + "/data-deletion";
    }

    /// {@return where Meta tells that somebody took the app off their account}
    public String deauthorizePath() {
        return callbackPath() + "/deauthorize";
    }
}
