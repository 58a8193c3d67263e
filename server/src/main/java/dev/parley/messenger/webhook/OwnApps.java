package dev.parley.messenger.webhook;

import java.util.Optional;

/// Knows which of Meta's apps is ours.
interface OwnApps {
    /// {@return the id of the app through which this page talks to us}
    Optional<String> of(String page);
}
