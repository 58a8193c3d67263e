package dev.parley.messenger.graph;

import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.Secret;

/// The credentials of a Facebook app for the Graph API.
public record AppKeys(String applicationId, Secret secret) {
    public static AppKeys of(MessagingAccount account) {
        return new AppKeys(account.applicationId(), account.appSecret());
    }

    String bearer() {
        return "Bearer " + applicationId + "|" + secret.reveal();
    }

    PageCredential with(Secret token) {
        return new PageCredential(token.reveal(), secret.reveal());
    }
}
