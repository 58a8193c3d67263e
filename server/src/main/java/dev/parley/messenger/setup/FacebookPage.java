package dev.parley.messenger.setup;

import java.time.Instant;

/// A page whose visitors Parley answers.
///
/// @param pageId Meta's name for it: digits
/// @param token lets Parley speak as the page
public record FacebookPage(
        FacebookPageId id,
        MessagingAccountId account,
        String pageId,
        String name,
        Secret token,
        Instant createdAt,
        Instant changedAt,
        int revision) {}
