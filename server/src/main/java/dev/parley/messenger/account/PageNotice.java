package dev.parley.messenger.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A notice from Meta about a page: a warning, a restriction, or the end of a restriction.
///
/// @param warning a stable code: `warned`, `blocked`, `unblocked`, `other`
/// @param reason in Meta's own words
public record PageNotice(
        UUID id, String pageId, String warning, @Nullable String reason, Instant at) {}
