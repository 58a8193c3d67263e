package dev.parley.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Published after a draft was changed, or deleted.
///
/// @param revision the new one; null if the draft was deleted, or only what it replaced changed
/// @param listed whether the conversation has a draft now and had none before, or the reverse
public record DraftChanged(DraftKey key, @Nullable UUID revision, boolean listed) {}
