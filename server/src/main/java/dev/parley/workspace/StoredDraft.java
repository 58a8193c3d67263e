package dev.parley.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as it is stored, with what it replaced.
///
/// @param revision of the content, chosen by the page where it was typed; null when there is no
///   draft
/// @param replaced what was typed elsewhere at the same time and is older, oldest first
public record StoredDraft(@Nullable UUID revision, DraftContent content, List<Replaced> replaced) {
    public StoredDraft {
        replaced = List.copyOf(replaced);
    }

    /// Something typed in another window that a newer draft replaced. It is offered to its author
    /// until they insert or discard it.
    public record Replaced(UUID id, DraftContent content, Instant typedAt) {}
}
