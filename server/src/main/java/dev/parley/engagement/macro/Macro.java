package dev.parley.engagement.macro;

import dev.parley.engagement.Library;
import dev.parley.identity.UserId;
import java.time.Instant;

/// Several actions of an agent in a conversation, under one name.
///
/// @param createdBy who created it
/// @param changedBy who changed it last
/// @param revision increases with each change
public record Macro(
        MacroId id,
        Library library,
        MacroDraft content,
        Instant createdAt,
        UserId createdBy,
        Instant changedAt,
        UserId changedBy,
        int revision) {}
