package dev.parley.messenger.graph;

import dev.parley.messenger.setup.Secret;

/// What a Facebook app shows of itself to the Graph API.
public record AppKeys(String applicationId, Secret secret) {
    String bearer() {
        return "Bearer " + applicationId + "|" + secret.reveal();
    }

    Keys with(Secret token) {
        return new Keys(token.reveal(), secret.reveal());
    }
}
