package dev.parley.messenger.account;

import dev.parley.identity.UserId;
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
        UserId changedBy,
        int revision) {

    /// {@return the same, as it was read at this revision}
    public MessagingAccount at(int otherRevision) {
        return new MessagingAccount(
                id,
                key,
                name,
                applicationId,
                appSecret,
                previousSecret,
                verifyToken,
                createdAt,
                changedAt,
                changedBy,
                otherRevision);
    }

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
