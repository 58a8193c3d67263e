package dev.parley.messenger.account;

import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/// A Facebook app with which Parley sends and receives messages.
///
/// @param key is part of its callback URL, and cannot be guessed
/// @param previousSecret of the app, while Meta may still sign with it
/// @param verifyToken the token that Meta must send when it first calls the callback URL
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

    /// {@return the same account, as read at this revision}
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

    /// {@return the path, below our public URL, that Meta calls for this account}
    public String callbackPath() {
        return "/webhooks/facebook/" + key;
    }

    /// {@return the path that Meta calls when a person wants their data deleted}
    public String dataDeletionPath() {
        return callbackPath() + "/data-deletion";
    }

    /// {@return the path that Meta calls when a person removes the app from their account}
    public String deauthorizePath() {
        return callbackPath() + "/deauthorize";
    }
}
