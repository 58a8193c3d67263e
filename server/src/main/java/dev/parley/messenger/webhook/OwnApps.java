package dev.parley.messenger.webhook;

import java.util.Optional;

/// Finds out which of Meta's apps is ours.
interface OwnApps {
    /// {@return the id of the app that connects this page to Parley}
    Optional<String> of(String page);
}
